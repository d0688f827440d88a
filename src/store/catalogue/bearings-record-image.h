/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: a whole record as bytes, for the way back. */
#pragma once

#include "bearings-record.h"

G_BEGIN_DECLS

/* Names of fields and nicks of vocabularies stand in the bytes, so that they outlive a version of
 * the program with more fields, or fewer. */
GBytes *bearings_record_image (const BearingsRecord *record);
/* NULL when the bytes are no image. The id of a kind with a key is made. */
BearingsRecord *
bearings_record_image_to_record (BearingsRecordKind kind, gconstpointer data, gsize size);

G_END_DECLS
