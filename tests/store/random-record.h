/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any kind with random contents, made by their field tables. */
#pragma once

#include <math.h>

#include "bearings-record.h"

static inline char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "a",  "Z",  "é",  "日本", "'",  "\"", ";", "--",
                                        "\n", "\t", "😀", "%s",   "\\", "0",  " ", "</b>" };
  g_autoptr (GString) text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, 12);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Parts of ids that are made hold no slash. */
static inline char *
random_id (GRand *rand)
{
  return g_strdup_printf ("id-%08x", g_rand_int (rand));
}

static inline void random_struct (GRand *rand, const BearingsStructType *type, gpointer data);

static inline double
random_real (GRand *rand)
{
  static const double special[] = { 0, -1.5, 1e300, 5e-324, 0.1, 74.3, INFINITY, -INFINITY };

  return g_rand_boolean (rand) ? g_rand_double_range (rand, -1e6, 1e6)
                               : special[g_rand_int_range (rand, 0, G_N_ELEMENTS (special))];
}

static inline gint64
random_integer (GRand *rand)
{
  gint64 value = (gint64) (((guint64) g_rand_int (rand) << 32) | g_rand_int (rand));

  return value != BEARINGS_INTEGER_ABSENT ? value >> g_rand_int_range (rand, 0, 63) : 0;
}

static inline int
random_enum (GRand *rand, const BearingsEnumType *type)
{
  int n = 0;

  while (type->values[n] != NULL)
    n++;
  return g_rand_int_range (rand, 1, n + 1);
}

static inline void
random_field (GRand *rand, const BearingsField *field, gpointer data, gboolean is_id)
{
  int n = g_rand_int_range (rand, 0, 4);

  if (!field->required && g_rand_int_range (rand, 0, 3) == 0)
    return; /* absent */
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    *BEARINGS_FIELD_AT (char *, data, field) = is_id ? random_id (rand) : random_text (rand);
    break;
  case BEARINGS_FIELD_INTEGER:
    *BEARINGS_FIELD_AT (gint64, data, field) = random_integer (rand);
    break;
  case BEARINGS_FIELD_REAL:
    *BEARINGS_FIELD_AT (double, data, field) = random_real (rand);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    *BEARINGS_FIELD_AT (int, data, field) = g_rand_boolean (rand) ? BEARINGS_YES : BEARINGS_NO;
    break;
  case BEARINGS_FIELD_ENUM:
    *BEARINGS_FIELD_AT (int, data, field) = random_enum (rand, field->enumeration);
    break;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
    for (int i = 0; i < n; i++)
      g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), random_text (rand));
    break;
  case BEARINGS_FIELD_REALS:
    for (int i = 0; i < n; i++) {
      double value = i == 2 ? NAN : random_real (rand);
      g_array_append_val (*BEARINGS_FIELD_AT (GArray *, data, field), value);
    }
    break;
  case BEARINGS_FIELD_STRUCT:
    random_struct (rand, field->structure, (char *) data + field->offset);
    break;
  case BEARINGS_FIELD_STRUCTS:
    for (int i = 0; i < n; i++) {
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
    random_field (rand, &type->fields[i], data, FALSE);
}

static inline gpointer
random_record (GRand *rand, BearingsRecordKind kind)
{
  const BearingsRecordType *type = bearings_record_type (kind);
  BearingsRecord *record = bearings_record_new (kind);

  for (guint i = 0; i < type->structure.n_fields; i++) {
    const BearingsField *field = &type->structure.fields[i];
    gboolean is_id = type->key != NULL ? g_strv_contains (type->key, field->name)
                                       : g_str_equal (field->name, "id");
    random_field (rand, field, record, is_id);
  }
  if (type->key != NULL)
    g_assert_true (bearings_record_make_id (record));
  return record;
}
