/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether every record that is referred to exists. */

#include "bearings-catalogue-private.h"
#include "bearings-compare.h"

#include <glib/gi18n-lib.h>

/* "FROM owners JOIN ... table x": the rows of a table beside the record (t) they belong to. */
static char *
join_to_record (const BearingsRecordTable *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint depth = 0;

  g_string_append_printf (sql, "FROM %s x0", table->name);
  for (const BearingsRecordTable *at = table; at->owner != NULL; at = at->owner, depth++)
    g_string_append_printf (sql, " JOIN %s x%u ON x%u.rowkey = x%u.owner", at->owner->name,
                            depth + 1, depth + 1, depth);
  g_string_append_printf (sql, " JOIN pack ON pack.rowkey = x%u.pack", depth);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static char *
id_expression (const BearingsRecordTable *table)
{
  const char *const *key = table->type->key;
  g_autoptr (GString) sql = g_string_new (NULL);
  guint depth = 0;

  for (const BearingsRecordTable *at = table; at->owner != NULL; at = at->owner)
    depth++;
  if (key == NULL)
    return g_strdup_printf ("x%u.id", depth);
  for (guint i = 0; key[i] != NULL; i++)
    g_string_append_printf (sql, "%sx%u.\"%s\"", i > 0 ? " || '/' || " : "", depth, key[i]);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static gboolean
check_column (BearingsDatabase *database,
              const BearingsRecordTable *table,
              const BearingsField *field,
              const char *column,
              GError **error)
{
  const BearingsRecordType *target = bearings_record_type (field->target);
  g_autofree char *target_name = g_strdelimit (g_strdup (target->name), "-", '_');
  g_autofree char *join = join_to_record (table);
  g_autofree char *id = id_expression (table);
  g_autofree char *sql = NULL;
  g_autoptr (BearingsStatement) row = NULL;
  BearingsStep step;

  g_return_val_if_fail (target->key == NULL, FALSE); /* only given ids are referred to */
  sql = g_strdup_printf ("SELECT %s, pack.id, x0.\"%s\" %s WHERE x0.\"%s\" IS NOT NULL AND NOT "
                         "EXISTS (SELECT 1 FROM %s WHERE id = x0.\"%s\") LIMIT 1",
                         id, column, join, column, target_name, column);
  row = bearings_statement_new (database, sql, error);
  if (row == NULL)
    return FALSE;
  step = bearings_statement_step (row, error);
  if (step != BEARINGS_STEP_ROW)
    return step == BEARINGS_STEP_DONE;
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_REFERENCE,
               /* Translators: kind and id of a record, its pack, the field, kind and id of another
                  record. */
               _ ("The %s “%s” of pack “%s” refers in “%s” to the %s “%s”, which no pack has."),
               table->type->name, bearings_statement_get_text (row, 0),
               bearings_statement_get_text (row, 1), field->name, target->name,
               bearings_statement_get_text (row, 2));
  return FALSE;
}

/* Which references can have come to nothing. */
typedef struct {
  guint32 written;
  guint32 removed;
} Suspects;

static gboolean
is_suspect (const Suspects *suspects, const BearingsRecordTable *table, const BearingsField *field)
{
  return (suspects->written >> table->type->kind & 1) != 0 ||
         (suspects->removed >> field->target & 1) != 0;
}

static gboolean
check_table (BearingsDatabase *database,
             const BearingsRecordTable *table,
             const Suspects *suspects,
             GError **error)
{
  if (table->list != NULL && table->list->kind == BEARINGS_FIELD_REFS &&
      is_suspect (suspects, table, table->list) &&
      !check_column (database, table, table->list, "value", error))
    return FALSE;
  for (guint i = 0; i < table->columns->len; i++) {
    const BearingsColumn *column = &g_array_index (table->columns, BearingsColumn, i);
    if (column->field->kind == BEARINGS_FIELD_REF && is_suspect (suspects, table, column->field) &&
        !check_column (database, table, column->field, column->name, error))
      return FALSE;
  }
  for (guint i = 0; i < table->lists->len; i++)
    if (!check_table (database, table->lists->pdata[i], suspects, error))
      return FALSE;
  return TRUE;
}

gboolean
bearings_catalogue_check_references (BearingsCatalogue *self,
                                     guint32 written,
                                     guint32 removed,
                                     GError **error)
{
  const Suspects suspects = { written, removed };

  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++)
    if (!check_table (bearings_catalogue_get_database (self),
                      bearings_catalogue_get_table (self, kind), &suspects, error))
      return FALSE;
  return TRUE;
}

/* Listing ----------------------------------------------------------------------------------- */

typedef struct {
  BearingsDatabase *database;
  const char *pack; /* NULL: of any */
  guint32 targets;
  BearingsOutsideFunc func;
  gpointer user_data;
} Listing;

static gboolean
list_column (const Listing *listing,
             const BearingsRecordTable *table,
             const BearingsField *field,
             const char *column,
             GError **error)
{
  const BearingsRecordType *target = bearings_record_type (field->target);
  g_autofree char *target_name = g_strdelimit (g_strdup (target->name), "-", '_');
  g_autofree char *join = join_to_record (table);
  g_autofree char *id = id_expression (table);
  g_autofree char *sql = NULL;
  g_autoptr (BearingsStatement) rows = NULL;
  BearingsStep step;

  if ((listing->targets >> field->target & 1) == 0)
    return TRUE;
  sql = g_strdup_printf (
    "SELECT %s, pack.id, x0.\"%s\" %s WHERE x0.\"%s\" IS NOT NULL AND (?1 IS NULL OR pack.id <> ?1 "
    "AND x0.\"%s\" IN (SELECT id FROM %s WHERE pack = (SELECT rowkey FROM pack WHERE id = ?1)))",
    id, column, join, column, column, target_name);
  rows = bearings_statement_new (listing->database, sql, error);
  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_text (rows, 1, listing->pack);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    listing->func (table->type->name, bearings_statement_get_text (rows, 0),
                   bearings_statement_get_text (rows, 1), field->name, field->target,
                   bearings_statement_get_text (rows, 2), listing->user_data);
  return step == BEARINGS_STEP_DONE;
}

static gboolean
list_table (const Listing *listing, const BearingsRecordTable *table, GError **error)
{
  if (table->list != NULL && table->list->kind == BEARINGS_FIELD_REFS &&
      !list_column (listing, table, table->list, "value", error))
    return FALSE;
  for (guint i = 0; i < table->columns->len; i++) {
    const BearingsColumn *column = &g_array_index (table->columns, BearingsColumn, i);
    if (column->field->kind == BEARINGS_FIELD_REF &&
        !list_column (listing, table, column->field, column->name, error))
      return FALSE;
  }
  for (guint i = 0; i < table->lists->len; i++)
    if (!list_table (listing, table->lists->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
bearings_compare_foreach_outside_reference (BearingsCatalogue *self,
                                            const char *pack,
                                            guint32 targets,
                                            BearingsOutsideFunc func,
                                            gpointer user_data,
                                            GError **error)
{
  const Listing listing = { bearings_catalogue_get_database (self), pack, targets, func,
                            user_data };

  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++)
    if (!list_table (&listing, bearings_catalogue_get_table (self, kind), error))
      return FALSE;
  return TRUE;
}
