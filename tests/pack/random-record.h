/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any kind with anything in every field, by the tables of fields. */
#pragma once

#include <math.h>

#include "bearings-record.h"

static inline char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "a", "Z",  " ",   "\"", "\\", "\n", "\t", "/",        "é",
                                        "—", "😀", "<b>", "&",  "'",  "%s", "1",  "\xc2\x85", "," };
  GString *text = g_string_new ("x");

  for (gint i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (text);
}

static inline double
random_real (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 5)) {
  case 0:
    return g_rand_int_range (rand, -1000, 1000);
  case 1:
    return g_rand_int_range (rand, -100000, 100000) / 100.0;
  case 2:
    return g_rand_double (rand);
  case 3:
    return ldexp (g_rand_double_range (rand, -1, 1), g_rand_int_range (rand, -1000, 1000));
  default:
    return 0.1 + 0.2;
  }
}

static inline void random_struct (GRand *rand, const BearingsStructType *type, gpointer data);

static inline void
random_field (GRand *rand, const BearingsField *field, gpointer data)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    *BEARINGS_FIELD_AT (char *, data, field) = random_text (rand);
    break;
  case BEARINGS_FIELD_INTEGER:
    *BEARINGS_FIELD_AT (gint64, data, field) =
      (gint64) g_rand_int (rand) * g_rand_int_range (rand, -100000, 100000);
    break;
  case BEARINGS_FIELD_REAL:
    *BEARINGS_FIELD_AT (double, data, field) = random_real (rand);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    *BEARINGS_FIELD_AT (int, data, field) = g_rand_boolean (rand);
    break;
  case BEARINGS_FIELD_ENUM:
    *BEARINGS_FIELD_AT (int, data, field) =
      g_rand_int_range (rand, 1, (gint) g_strv_length ((char **) field->enumeration->values) + 1);
    break;
  case BEARINGS_FIELD_STRUCT:
    random_struct (rand, field->structure, (char *) data + field->offset);
    break;
  case BEARINGS_FIELD_REALS:
    for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--) {
      double value = random_real (rand);
      g_array_append_val (*BEARINGS_FIELD_AT (GArray *, data, field), value);
    }
    break;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
    for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--)
      g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), random_text (rand));
    break;
  case BEARINGS_FIELD_STRUCTS:
    for (gint i = g_rand_int_range (rand, 0, 4); i > 0; i--) {
      gpointer element = bearings_record_struct_new (field->structure);
      g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), element);
      random_struct (rand, field->structure, element);
    }
    break;
  }
}

static inline void
random_struct (GRand *rand, const BearingsStructType *type, gpointer data)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      random_field (rand, &type->fields[i], data);
}

static inline BearingsRecord *
random_record (GRand *rand, BearingsRecordKind kind)
{
  BearingsRecord *record = bearings_record_new (kind);

  random_struct (rand, &record->type->structure, record);
  return record;
}
