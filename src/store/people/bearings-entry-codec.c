/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries as bytes: a little-endian GVariant of kind, item, response, duration and time. */

#include "bearings-entry-codec.h"

#include <string.h>

#define ENTRY_TYPE "(smsmsxx)"

/* What the log holds; the numbers of the kinds may move, these words may not. */
static const char *const kinds[] = {
  [BEARINGS_ENTRY_STARTED] = "started",     [BEARINGS_ENTRY_SHOWN] = "shown",
  [BEARINGS_ENTRY_ANSWERED] = "answered",   [BEARINGS_ENTRY_SKIPPED] = "skipped",
  [BEARINGS_ENTRY_BACK] = "back",           [BEARINGS_ENTRY_FLAGGED] = "flagged",
  [BEARINGS_ENTRY_PAUSED] = "paused",       [BEARINGS_ENTRY_RESUMED] = "resumed",
  [BEARINGS_ENTRY_FACT] = "fact",           [BEARINGS_ENTRY_FINISHED] = "finished",
  [BEARINGS_ENTRY_ABANDONED] = "abandoned", [BEARINGS_ENTRY_NOTE] = "note",
  [BEARINGS_ENTRY_RATED] = "rated",         [BEARINGS_ENTRY_OUTSIDE] = "outside",
};

GBytes *
bearings_entry_codec_encode (const BearingsEntry *entry)
{
  g_autoptr (GVariant) variant = NULL;

  g_return_val_if_fail (entry->kind > 0 && entry->kind < G_N_ELEMENTS (kinds), NULL);
  variant = g_variant_ref_sink (g_variant_new (ENTRY_TYPE, kinds[entry->kind], entry->item_id,
                                               entry->response, entry->duration_ms, entry->time));
  if (G_BYTE_ORDER == G_BIG_ENDIAN) {
    GVariant *swapped = g_variant_byteswap (variant);
    g_variant_unref (variant);
    variant = swapped;
  }
  return g_variant_get_data_as_bytes (variant);
}

BearingsEntry *
bearings_entry_codec_decode (gint64 seq, gconstpointer data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GVariant) variant =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ENTRY_TYPE), bytes, FALSE));
  g_autoptr (BearingsEntry) entry = NULL;
  const char *kind;

  if (!g_variant_is_normal_form (variant))
    return NULL;
  if (G_BYTE_ORDER == G_BIG_ENDIAN) {
    GVariant *swapped = g_variant_byteswap (variant);
    g_variant_unref (variant);
    variant = swapped;
  }
  entry = g_new0 (BearingsEntry, 1);
  entry->seq = seq;
  g_variant_get (variant, "(&smsmsxx)", &kind, &entry->item_id, &entry->response,
                 &entry->duration_ms, &entry->time);
  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], kind) == 0)
      entry->kind = i;
  return entry->kind != 0 ? g_steal_pointer (&entry) : NULL;
}
