/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life, comparison and description of records. */

#include "bearings-record.h"

#include <math.h>
#include <string.h>

#include "bearings-record-tables.h"

const BearingsRecordType *
bearings_record_type (BearingsRecordKind kind)
{
  g_return_val_if_fail ((guint) kind < BEARINGS_N_RECORD_KINDS, NULL);
  return bearings_record_tables[kind];
}

const BearingsRecordType *
bearings_record_type_by_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    if (strcmp (bearings_record_tables[i]->name, name) == 0)
      return bearings_record_tables[i];
  return NULL;
}

const BearingsField *
bearings_record_struct_field (const BearingsStructType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0)
      return &type->fields[i];
  return NULL;
}

static void
struct_init (const BearingsStructType *type, gpointer data)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];

    switch (field->kind) {
    case BEARINGS_FIELD_INTEGER:
      *BEARINGS_FIELD_AT (gint64, data, field) = BEARINGS_INTEGER_ABSENT;
      break;
    case BEARINGS_FIELD_REAL:
      *BEARINGS_FIELD_AT (double, data, field) = NAN;
      break;
    case BEARINGS_FIELD_BOOLEAN:
      *BEARINGS_FIELD_AT (int, data, field) = BEARINGS_UNKNOWN;
      break;
    case BEARINGS_FIELD_TEXTS:
    case BEARINGS_FIELD_REFS:
      *BEARINGS_FIELD_AT (GPtrArray *, data, field) = g_ptr_array_new_with_free_func (g_free);
      break;
    case BEARINGS_FIELD_REALS:
      *BEARINGS_FIELD_AT (GArray *, data, field) = g_array_new (FALSE, FALSE, sizeof (double));
      break;
    case BEARINGS_FIELD_STRUCT:
      struct_init (field->structure, (char *) data + field->offset);
      break;
    case BEARINGS_FIELD_STRUCTS:
      *BEARINGS_FIELD_AT (GPtrArray *, data, field) = g_ptr_array_new ();
      break;
    case BEARINGS_FIELD_TEXT:
    case BEARINGS_FIELD_DATE:
    case BEARINGS_FIELD_URL:
    case BEARINGS_FIELD_REF:
    case BEARINGS_FIELD_ENUM:
      break; /* zeroed memory is their absent value */
    }
  }
}

static void
struct_clear (const BearingsStructType *type, gpointer data)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];

    switch (field->kind) {
    case BEARINGS_FIELD_TEXT:
    case BEARINGS_FIELD_DATE:
    case BEARINGS_FIELD_URL:
    case BEARINGS_FIELD_REF:
      g_clear_pointer (BEARINGS_FIELD_AT (char *, data, field), g_free);
      break;
    case BEARINGS_FIELD_TEXTS:
    case BEARINGS_FIELD_REFS:
      g_clear_pointer (BEARINGS_FIELD_AT (GPtrArray *, data, field), g_ptr_array_unref);
      break;
    case BEARINGS_FIELD_REALS:
      g_clear_pointer (BEARINGS_FIELD_AT (GArray *, data, field), g_array_unref);
      break;
    case BEARINGS_FIELD_STRUCT:
      struct_clear (field->structure, (char *) data + field->offset);
      break;
    case BEARINGS_FIELD_STRUCTS: {
      GPtrArray *list = *BEARINGS_FIELD_AT (GPtrArray *, data, field);
      for (guint j = 0; j < list->len; j++)
        bearings_record_struct_free (field->structure, g_ptr_array_index (list, j));
      g_clear_pointer (BEARINGS_FIELD_AT (GPtrArray *, data, field), g_ptr_array_unref);
      break;
    }
    case BEARINGS_FIELD_INTEGER:
    case BEARINGS_FIELD_REAL:
    case BEARINGS_FIELD_BOOLEAN:
    case BEARINGS_FIELD_ENUM:
      break;
    }
  }
}

gpointer
bearings_record_new (BearingsRecordKind kind)
{
  const BearingsRecordType *type = bearings_record_type (kind);
  BearingsRecord *record = g_malloc0 (type->structure.size);

  record->type = type;
  g_atomic_ref_count_init (&record->ref_count);
  struct_init (&type->structure, record);
  return record;
}

gpointer
bearings_record_ref (gpointer record)
{
  g_atomic_ref_count_inc (&((BearingsRecord *) record)->ref_count);
  return record;
}

void
bearings_record_unref (gpointer data)
{
  BearingsRecord *record = data;

  if (!g_atomic_ref_count_dec (&record->ref_count))
    return;
  struct_clear (&record->type->structure, record);
  if (record->type->key != NULL) /* an id that is made is not in the table */
    g_free (record->id);
  g_free (record->pack);
  g_free (record);
}

gboolean
bearings_record_make_id (BearingsRecord *record)
{
  g_autoptr (GString) id = g_string_new (NULL);

  g_return_val_if_fail (record->type->key != NULL, FALSE);
  for (guint i = 0; record->type->key[i] != NULL; i++) {
    const BearingsField *field =
      bearings_record_struct_field (&record->type->structure, record->type->key[i]);

    if (!bearings_field_is_set (field, record))
      return FALSE;
    if (i > 0)
      g_string_append_c (id, '/');
    if (field->kind == BEARINGS_FIELD_INTEGER)
      g_string_append_printf (id, "%" G_GINT64_FORMAT, *BEARINGS_FIELD_AT (gint64, record, field));
    else if (field->kind == BEARINGS_FIELD_ENUM)
      g_string_append (
        id, bearings_enums_nick (field->enumeration, *BEARINGS_FIELD_AT (int, record, field)));
    else
      g_string_append (id, *BEARINGS_FIELD_AT (char *, record, field));
  }
  g_free (record->id);
  record->id = g_strdup (id->str);
  return TRUE;
}

gpointer
bearings_record_struct_new (const BearingsStructType *type)
{
  gpointer data = g_malloc0 (type->size);

  struct_init (type, data);
  return data;
}

void
bearings_record_struct_free (const BearingsStructType *type, gpointer data)
{
  struct_clear (type, data);
  g_free (data);
}

gboolean
bearings_field_is_set (const BearingsField *field, gconstpointer base)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    return *BEARINGS_FIELD_AT (char *, base, field) != NULL;
  case BEARINGS_FIELD_INTEGER:
    return *BEARINGS_FIELD_AT (gint64, base, field) != BEARINGS_INTEGER_ABSENT;
  case BEARINGS_FIELD_REAL:
    return !isnan (*BEARINGS_FIELD_AT (double, base, field));
  case BEARINGS_FIELD_BOOLEAN:
    return *BEARINGS_FIELD_AT (int, base, field) != BEARINGS_UNKNOWN;
  case BEARINGS_FIELD_ENUM:
    return *BEARINGS_FIELD_AT (int, base, field) != 0;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_STRUCTS:
    return (*BEARINGS_FIELD_AT (GPtrArray *, base, field))->len > 0;
  case BEARINGS_FIELD_REALS:
    return (*BEARINGS_FIELD_AT (GArray *, base, field))->len > 0;
  case BEARINGS_FIELD_STRUCT:
    return bearings_record_struct_is_set (field->structure, (const char *) base + field->offset);
  }
  g_return_val_if_reached (FALSE);
}

gboolean
bearings_record_struct_is_set (const BearingsStructType *type, gconstpointer data)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (bearings_field_is_set (&type->fields[i], data))
      return TRUE;
  return FALSE;
}

static gboolean
real_equal (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
field_equal (const BearingsField *field, gconstpointer a, gconstpointer b)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    return g_strcmp0 (*BEARINGS_FIELD_AT (char *, a, field),
                      *BEARINGS_FIELD_AT (char *, b, field)) == 0;
  case BEARINGS_FIELD_INTEGER:
    return *BEARINGS_FIELD_AT (gint64, a, field) == *BEARINGS_FIELD_AT (gint64, b, field);
  case BEARINGS_FIELD_REAL:
    return real_equal (*BEARINGS_FIELD_AT (double, a, field),
                       *BEARINGS_FIELD_AT (double, b, field));
  case BEARINGS_FIELD_BOOLEAN:
  case BEARINGS_FIELD_ENUM:
    return *BEARINGS_FIELD_AT (int, a, field) == *BEARINGS_FIELD_AT (int, b, field);
  case BEARINGS_FIELD_STRUCT:
    return bearings_record_struct_equal (field->structure, (const char *) a + field->offset,
                                         (const char *) b + field->offset);
  case BEARINGS_FIELD_REALS: {
    GArray *x = *BEARINGS_FIELD_AT (GArray *, a, field);
    GArray *y = *BEARINGS_FIELD_AT (GArray *, b, field);
    if (x->len != y->len)
      return FALSE;
    for (guint i = 0; i < x->len; i++)
      if (!real_equal (g_array_index (x, double, i), g_array_index (y, double, i)))
        return FALSE;
    return TRUE;
  }
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_STRUCTS: {
    GPtrArray *x = *BEARINGS_FIELD_AT (GPtrArray *, a, field);
    GPtrArray *y = *BEARINGS_FIELD_AT (GPtrArray *, b, field);
    if (x->len != y->len)
      return FALSE;
    for (guint i = 0; i < x->len; i++) {
      gpointer p = g_ptr_array_index (x, i);
      gpointer q = g_ptr_array_index (y, i);
      if (field->kind == BEARINGS_FIELD_STRUCTS
            ? !bearings_record_struct_equal (field->structure, p, q)
            : strcmp (p, q) != 0)
        return FALSE;
    }
    return TRUE;
  }
  }
  g_return_val_if_reached (FALSE);
}

gboolean
bearings_record_struct_equal (const BearingsStructType *type, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (!field_equal (&type->fields[i], a, b))
      return FALSE;
  return TRUE;
}

gboolean
bearings_record_equal (gconstpointer a, gconstpointer b)
{
  const BearingsRecord *x = a;
  const BearingsRecord *y = b;

  return x->type == y->type && bearings_record_struct_equal (&x->type->structure, x, y);
}
