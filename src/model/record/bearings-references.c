/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The references a record holds. */

#include "bearings-problem.h"

typedef struct {
  const BearingsRecord *record;
  GString *path; /* grows and shrinks with the walk */
  BearingsReferenceFunc func;
  gpointer user_data;
} Walk;

static void walk_struct (Walk *walk, const BearingsStructType *type, gconstpointer data);

static void
walk_field (Walk *walk, const BearingsField *field, gconstpointer data)
{
  gsize length = walk->path->len;

  g_string_append_c (walk->path, '.');
  g_string_append (walk->path, field->name);

  if (field->kind == BEARINGS_FIELD_REF) {
    const char *id = *BEARINGS_FIELD_AT (char *, data, field);
    if (id != NULL)
      walk->func (walk->record, field->target, id, walk->path->str, walk->user_data);
  } else if (field->kind == BEARINGS_FIELD_STRUCT) {
    walk_struct (walk, field->structure, (const char *) data + field->offset);
  } else {
    GPtrArray *list = *BEARINGS_FIELD_AT (GPtrArray *, data, field);
    gsize list_length = walk->path->len;

    for (guint i = 0; i < list->len; i++) {
      gpointer element = g_ptr_array_index (list, i);

      g_string_append_printf (walk->path, "[%u]", i);
      if (field->kind == BEARINGS_FIELD_STRUCTS)
        walk_struct (walk, field->structure, element);
      else
        walk->func (walk->record, field->target, element, walk->path->str, walk->user_data);
      g_string_truncate (walk->path, list_length);
    }
  }
  g_string_truncate (walk->path, length);
}

static void
walk_struct (Walk *walk, const BearingsStructType *type, gconstpointer data)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];

    if (field->kind == BEARINGS_FIELD_REF || field->kind == BEARINGS_FIELD_REFS ||
        field->kind == BEARINGS_FIELD_STRUCT || field->kind == BEARINGS_FIELD_STRUCTS)
      walk_field (walk, field, data);
  }
}

void
bearings_problem_record_foreach_reference (const BearingsRecord *record,
                                           const char *path,
                                           BearingsReferenceFunc func,
                                           gpointer user_data)
{
  g_autoptr (GString) buffer = g_string_new (path);
  Walk walk = { record, buffer, func, user_data };

  walk_struct (&walk, &record->type->structure, record);
}
