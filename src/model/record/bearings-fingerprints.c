/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fingerprints of the records of a pack, found by text or by place. */

#include "bearings-fingerprints.h"

#include <string.h>

#define NONE G_MAXUINT32
#define KIND_SHIFT 56
#define ROWKEY_MASK (((guint64) 1 << KIND_SHIFT) - 1)

typedef struct {
  guint64 text;
  guint64 place; /* kind and rowkey */
} Entry;

/* Open addressing; a slot is the number of an entry. */
typedef struct {
  guint32 *slots;
  guint32 mask;
} Index;

struct _BearingsFingerprints {
  GArray *entries;
  guint8 *taken; /* a byte an entry, made when the first is taken */
  Index by_text;
  Index by_place;
};

BearingsFingerprints *
bearings_fingerprints_new (void)
{
  BearingsFingerprints *self = g_new0 (BearingsFingerprints, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
bearings_fingerprints_free (BearingsFingerprints *self)
{
  g_array_unref (self->entries);
  g_free (self->taken);
  g_free (self->by_text.slots);
  g_free (self->by_place.slots);
  g_free (self);
}

static const Entry *
entry_at (BearingsFingerprints *self, guint32 number)
{
  return &g_array_index (self->entries, Entry, number);
}

void
bearings_fingerprints_add (BearingsFingerprints *self,
                           guint64 text,
                           BearingsRecordKind kind,
                           gint64 rowkey)
{
  Entry entry = { text, (guint64) kind << KIND_SHIFT | ((guint64) rowkey & ROWKEY_MASK) };

  g_return_if_fail (self->taken == NULL); /* all are added before the first is taken */
  g_array_append_val (self->entries, entry);
}

guint
bearings_fingerprints_count (BearingsFingerprints *self)
{
  return self->entries->len;
}

static guint32
spread (guint64 key)
{
  return (guint32) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

static guint64
key_of (const Entry *entry, gboolean place)
{
  return place ? entry->place : entry->text;
}

static void
make_index (BearingsFingerprints *self, Index *index, gboolean place)
{
  guint32 size = 16;

  if (index->slots != NULL)
    return;
  while (size / 2 < self->entries->len)
    size *= 2;
  index->mask = size - 1;
  index->slots = g_new (guint32, size);
  memset (index->slots, 0xff, size * sizeof (guint32));
  for (guint32 i = 0; i < self->entries->len; i++) {
    guint64 key = key_of (entry_at (self, i), place);
    guint32 slot = spread (key) & index->mask;

    if (!place && key == 0) /* not known */
      continue;
    while (index->slots[slot] != NONE)
      slot = (slot + 1) & index->mask;
    index->slots[slot] = i;
  }
  if (self->taken == NULL)
    self->taken = g_new0 (guint8, MAX (self->entries->len, 1));
}

static guint32
take (BearingsFingerprints *self, Index *index, gboolean place, guint64 key)
{
  make_index (self, index, place);
  for (guint32 slot = spread (key) & index->mask; index->slots[slot] != NONE;
       slot = (slot + 1) & index->mask) {
    guint32 number = index->slots[slot];

    if (key_of (entry_at (self, number), place) == key && !self->taken[number]) {
      self->taken[number] = 1;
      return number;
    }
  }
  return NONE;
}

gboolean
bearings_fingerprints_take (BearingsFingerprints *self,
                            guint64 text,
                            BearingsRecordKind *kind,
                            gint64 *rowkey)
{
  guint32 number = text != 0 ? take (self, &self->by_text, FALSE, text) : NONE;

  if (number == NONE)
    return FALSE;
  *kind = (BearingsRecordKind) (entry_at (self, number)->place >> KIND_SHIFT);
  *rowkey = (gint64) (entry_at (self, number)->place & ROWKEY_MASK);
  return TRUE;
}

gboolean
bearings_fingerprints_take_row (BearingsFingerprints *self, BearingsRecordKind kind, gint64 rowkey)
{
  return take (self, &self->by_place, TRUE,
               (guint64) kind << KIND_SHIFT | ((guint64) rowkey & ROWKEY_MASK)) != NONE;
}

gboolean
bearings_fingerprints_foreach_left (BearingsFingerprints *self,
                                    BearingsFingerprintFunc func,
                                    gpointer user_data,
                                    GError **error)
{
  for (guint32 i = 0; i < self->entries->len; i++) {
    const Entry *entry = entry_at (self, i);

    if (self->taken != NULL && self->taken[i])
      continue;
    if (!func ((BearingsRecordKind) (entry->place >> KIND_SHIFT),
               (gint64) (entry->place & ROWKEY_MASK), user_data, error))
      return FALSE;
  }
  return TRUE;
}

void
bearings_fingerprints_pack (guint8 *bytes, guint64 text, BearingsRecordKind kind, gint64 rowkey)
{
  guint64 words[2] = {
    GUINT64_TO_LE (text),
    GUINT64_TO_LE ((guint64) kind << KIND_SHIFT | ((guint64) rowkey & ROWKEY_MASK)),
  };

  memcpy (bytes, words, sizeof words);
}

gboolean
bearings_fingerprints_unpack (const guint8 *bytes,
                              guint64 *text,
                              BearingsRecordKind *kind,
                              gint64 *rowkey)
{
  guint64 words[2];

  memcpy (words, bytes, sizeof words);
  *text = GUINT64_FROM_LE (words[0]);
  *kind = (BearingsRecordKind) (GUINT64_FROM_LE (words[1]) >> KIND_SHIFT);
  *rowkey = (gint64) (GUINT64_FROM_LE (words[1]) & ROWKEY_MASK);
  return (guint) *kind < BEARINGS_N_RECORD_KINDS && *rowkey > 0;
}
