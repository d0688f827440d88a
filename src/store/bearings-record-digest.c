/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests of records, by their field tables. */

#include "bearings-record-digest.h"

#include <math.h>
#include <string.h>

static void
put_integer (GByteArray *bytes, gint64 value)
{
  gint64 ordered = GINT64_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &ordered, sizeof ordered);
}

static void
put_text (GByteArray *bytes, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  put_integer (bytes, text != NULL ? (gint64) length : -1);
  if (text != NULL)
    g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

static void
put_real (GByteArray *bytes, double value)
{
  double plain = isnan (value) ? NAN : value + 0.0; /* one NaN, one zero */
  gint64 bits;

  memcpy (&bits, &plain, sizeof bits);
  put_integer (bytes, bits);
}

static void put_struct (GByteArray *bytes, const BearingsStructType *type, gconstpointer data);

static void
put_field (GByteArray *bytes, const BearingsField *field, gconstpointer data)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    put_text (bytes, *BEARINGS_FIELD_AT (char *, data, field));
    break;
  case BEARINGS_FIELD_INTEGER:
    put_integer (bytes, *BEARINGS_FIELD_AT (gint64, data, field));
    break;
  case BEARINGS_FIELD_REAL:
    put_real (bytes, *BEARINGS_FIELD_AT (double, data, field));
    break;
  case BEARINGS_FIELD_BOOLEAN:
    put_integer (bytes, *BEARINGS_FIELD_AT (int, data, field));
    break;
  case BEARINGS_FIELD_ENUM: /* the nick stays, its number may not */
    put_text (bytes,
              bearings_enum_nick (field->enumeration, *BEARINGS_FIELD_AT (int, data, field)));
    break;
  case BEARINGS_FIELD_STRUCT:
    put_struct (bytes, field->structure, (const char *) data + field->offset);
    break;
  case BEARINGS_FIELD_REALS: {
    GArray *list = *BEARINGS_FIELD_AT (GArray *, data, field);
    put_integer (bytes, list->len);
    for (guint i = 0; i < list->len; i++)
      put_real (bytes, g_array_index (list, double, i));
    break;
  }
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_STRUCTS: {
    GPtrArray *list = *BEARINGS_FIELD_AT (GPtrArray *, data, field);
    put_integer (bytes, list->len);
    for (guint i = 0; i < list->len; i++)
      if (field->kind == BEARINGS_FIELD_STRUCTS)
        put_struct (bytes, field->structure, list->pdata[i]);
      else
        put_text (bytes, list->pdata[i]);
    break;
  }
  }
}

static void
put_struct (GByteArray *bytes, const BearingsStructType *type, gconstpointer data)
{
  for (guint i = 0; i < type->n_fields; i++)
    put_field (bytes, &type->fields[i], data);
}

gint64
bearings_record_digest (const BearingsRecord *record, GByteArray *scratch)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 sum[32];
  gsize size = sizeof sum;
  gint64 digest;

  g_byte_array_set_size (scratch, 0);
  put_struct (scratch, &record->type->structure, record);
  g_checksum_update (checksum, scratch->data, scratch->len);
  g_checksum_get_digest (checksum, sum, &size);
  memcpy (&digest, sum, sizeof digest);
  digest = GINT64_FROM_LE (digest);
  /* One value means "absent" to the statements. */
  return digest != BEARINGS_INTEGER_ABSENT ? digest : 0;
}
