/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: one entry of a log as bytes. */
#pragma once

#include "bearings-entry.h"

G_BEGIN_DECLS

/* How the bytes of an entry are kept. */
typedef enum {
  BEARINGS_SEAL_PLAIN = 0,
} BearingsSeal;

GBytes *bearings_entry_codec_encode (const BearingsEntry *entry);
/* NULL when the bytes are no entry. */
BearingsEntry *bearings_entry_codec_decode (gint64 seq, gconstpointer data, gsize size);

G_END_DECLS
