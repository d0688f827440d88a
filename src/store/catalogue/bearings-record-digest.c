/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests of records, by their field tables. */

#include "bearings-record-digest.h"

#include <math.h>
#include <sodium.h>
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

/* A stretch of fields that are not set takes a byte or two, not eight bytes a field. */
static void
put_absent (GByteArray *bytes, guint n)
{
  guint8 pair[2] = { 0xff, (guint8) n };

  if (n > 0)
    g_byte_array_append (bytes, pair, sizeof pair);
}

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
              bearings_enums_nick (field->enumeration, *BEARINGS_FIELD_AT (int, data, field)));
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
  guint n_absent = 0;

  for (guint i = 0; i < type->n_fields; i++) {
    guint8 number = (guint8) i;

    if (!bearings_field_is_set (&type->fields[i], data)) {
      n_absent++;
      continue;
    }
    put_absent (bytes, n_absent);
    n_absent = 0;
    g_byte_array_append (bytes, &number, 1);
    put_field (bytes, &type->fields[i], data);
  }
  put_absent (bytes, n_absent);
}

gint64
bearings_record_digest (const BearingsRecord *record, GByteArray *scratch)
{
  guint8 sum[crypto_generichash_BYTES_MIN];
  gint64 digest;

  g_byte_array_set_size (scratch, 0);
  put_struct (scratch, &record->type->structure, record);
  crypto_generichash (sum, sizeof sum, scratch->data, scratch->len, NULL, 0);
  memcpy (&digest, sum, sizeof digest);
  digest = GINT64_FROM_LE (digest);
  /* One value means "absent" to the statements. */
  return digest != BEARINGS_INTEGER_ABSENT ? digest : 0;
}
