/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: a short digest of all fields of a record. */
#pragma once

#include "bearings-record.h"

G_BEGIN_DECLS

/* Records are taken for equal when their digests are: 64 bits of BLAKE2b. @scratch is any array,
 * to be used again for the next record. */
gint64 bearings_record_digest (const BearingsRecord *record, GByteArray *scratch);

G_END_DECLS
