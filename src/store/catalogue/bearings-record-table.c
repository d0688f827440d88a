/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing and loading of any record, by its field table. */

#include "bearings-record-table.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

static void
clear_column (gpointer data)
{
  g_free (((BearingsColumn *) data)->name);
}

static BearingsRecordTable *new_table (const BearingsRecordType *type,
                                       const BearingsRecordTable *owner,
                                       const BearingsField *list,
                                       const char *name);

static gboolean
is_list (const BearingsField *field)
{
  return field->kind == BEARINGS_FIELD_TEXTS || field->kind == BEARINGS_FIELD_REFS ||
         field->kind == BEARINGS_FIELD_REALS || field->kind == BEARINGS_FIELD_STRUCTS;
}

static void
add_fields (BearingsRecordTable *self,
            const BearingsStructType *structure,
            const char *prefix,
            gsize offset)
{
  for (guint i = 0; i < structure->n_fields; i++) {
    const BearingsField *field = &structure->fields[i];
    g_autofree char *name = g_strconcat (prefix, field->name, NULL);

    if (is_list (field)) {
      g_autofree char *table = g_strconcat (self->name, "_", name, NULL);
      BearingsRecordTable *list = new_table (self->type, self, field, table);
      list->list_offset = offset + field->offset;
      g_ptr_array_add (self->lists, list);
    } else if (field->kind == BEARINGS_FIELD_STRUCT) {
      g_autofree char *inner = g_strconcat (name, "_", NULL);
      add_fields (self, field->structure, inner, offset + field->offset);
    } else {
      BearingsColumn column = { field, offset + field->offset, g_steal_pointer (&name) };
      g_array_append_val (self->columns, column);
    }
  }
}

static gboolean
has_rowkey (const BearingsRecordTable *self)
{
  return self->list == NULL || self->lists->len > 0;
}

/* What a row begins with, before its columns. */
static const char *
head_of (const BearingsRecordTable *self)
{
  if (self->list == NULL)
    return "rowkey, pack, digest";
  return has_rowkey (self) ? "rowkey, owner, ordinal" : "owner, ordinal";
}

static void
append_columns (const BearingsRecordTable *self, GString *sql, const char *alias)
{
  if (self->columns->len == 0)
    g_string_append_printf (sql, ", %s%svalue", alias, *alias ? "." : "");
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (sql, ", %s%s\"%s\"", alias, *alias ? "." : "",
                            g_array_index (self->columns, BearingsColumn, i).name);
}

static void
write_sql (BearingsRecordTable *self)
{
  g_autoptr (GString) insert = g_string_new (NULL);
  guint n_head = self->list == NULL || has_rowkey (self) ? 3 : 2;
  guint n = n_head + MAX (self->columns->len, 1);

  g_string_append_printf (insert, "INSERT INTO %s (%s", self->name, head_of (self));
  append_columns (self, insert, "");
  g_string_append (insert, ") VALUES (?1");
  for (guint i = 2; i <= n; i++)
    g_string_append_printf (insert, ", ?%u", i);
  g_string_append_c (insert, ')');
  self->insert_sql = g_string_free_and_steal (g_steal_pointer (&insert));
  if (self->list != NULL) {
    g_autoptr (GString) select = g_string_new ("SELECT ");
    g_string_append (select, has_rowkey (self) ? "rowkey" : "owner");
    append_columns (self, select, "");
    g_string_append_printf (select, " FROM %s WHERE owner = ?1 ORDER BY ordinal", self->name);
    self->select_sql = g_string_free_and_steal (g_steal_pointer (&select));
  }
}

static BearingsRecordTable *
new_table (const BearingsRecordType *type,
           const BearingsRecordTable *owner,
           const BearingsField *list,
           const char *name)
{
  BearingsRecordTable *self = g_new0 (BearingsRecordTable, 1);

  self->type = type;
  self->owner = owner;
  self->list = list;
  self->name = g_strdup (name);
  self->columns = g_array_new (FALSE, FALSE, sizeof (BearingsColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_record_table_free);
  if (list == NULL)
    add_fields (self, &type->structure, "", 0);
  else if (list->kind == BEARINGS_FIELD_STRUCTS)
    add_fields (self, list->structure, "", 0);
  write_sql (self);
  return self;
}

BearingsRecordTable *
bearings_record_table_new (const BearingsRecordType *type)
{
  g_autofree char *name = g_strdelimit (g_strdup (type->name), "-", '_');
  BearingsRecordTable *self = new_table (type, NULL, NULL, name);
  g_autoptr (GString) order = g_string_new (NULL);

  self->select = bearings_record_table_selection (self, "t");
  if (bearings_record_table_column (self, "position") != NULL)
    g_string_append (order, "t.position, ");
  if (type->key == NULL)
    g_string_append (order, "t.id");
  for (guint i = 0; type->key != NULL && type->key[i] != NULL; i++)
    g_string_append_printf (order, "%st.\"%s\"", i > 0 ? ", " : "", type->key[i]);
  self->order = g_string_free_and_steal (g_steal_pointer (&order));
  return self;
}

void
bearings_record_table_free (BearingsRecordTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->lists);
  g_free (self->name);
  g_free (self->select);
  g_free (self->order);
  g_free (self->insert_sql);
  g_free (self->select_sql);
  g_free (self);
}

const BearingsColumn *
bearings_record_table_column (const BearingsRecordTable *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const BearingsColumn *column = &g_array_index (self->columns, BearingsColumn, i);
    if (strcmp (column->name, name) == 0)
      return column;
  }
  return NULL;
}

char *
bearings_record_table_selection (const BearingsRecordTable *self, const char *alias)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "%s.rowkey, (SELECT id FROM pack WHERE rowkey = %s.pack)", alias,
                          alias);
  append_columns (self, sql, alias);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

guint
bearings_record_table_width (const BearingsRecordTable *self)
{
  return 2 + self->columns->len;
}

char *
bearings_record_table_query (const BearingsRecordTable *self, const char *where)
{
  return g_strdup_printf ("SELECT %s FROM %s t WHERE %s ORDER BY %s", self->select, self->name,
                          where, self->order);
}

char *
bearings_record_table_match_id (const BearingsRecordTable *self)
{
  const char *const *key = self->type->key;
  g_autoptr (GString) sql = g_string_new (key == NULL ? "id = ?1" : NULL);

  for (guint i = 0; key != NULL && key[i] != NULL; i++)
    g_string_append_printf (sql, "%s\"%s\" = ?%u", i > 0 ? " AND " : "", key[i], i + 1);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

gboolean
bearings_record_table_bind_id (const BearingsRecordTable *self,
                               BearingsStatement *statement,
                               const char *id,
                               GStrv *parts)
{
  const char *const *key = self->type->key;

  *parts = NULL;
  if (key == NULL) {
    bearings_statement_bind_text (statement, 1, id);
    return TRUE;
  }
  *parts = g_strsplit (id, "/", -1);
  if (g_strv_length (*parts) != g_strv_length ((GStrv) key))
    return FALSE;
  for (guint i = 0; key[i] != NULL; i++)
    bearings_statement_bind_text (statement, (int) i + 1, (*parts)[i]);
  return TRUE;
}

static void
bind_column (BearingsStatement *statement,
             int parameter,
             const BearingsField *field,
             gconstpointer place)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    bearings_statement_bind_text (statement, parameter, *(char *const *) place);
    break;
  case BEARINGS_FIELD_ENUM:
    bearings_statement_bind_text (statement, parameter,
                                  bearings_enums_nick (field->enumeration, *(const int *) place));
    break;
  case BEARINGS_FIELD_INTEGER:
    bearings_statement_bind_integer (statement, parameter, *(const gint64 *) place);
    break;
  case BEARINGS_FIELD_REAL:
    bearings_statement_bind_real (statement, parameter, *(const double *) place);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    if (*(const int *) place == BEARINGS_UNKNOWN)
      bearings_statement_bind_null (statement, parameter);
    else
      bearings_statement_bind_integer (statement, parameter, *(const int *) place);
    break;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
  case BEARINGS_FIELD_STRUCT:
  case BEARINGS_FIELD_STRUCTS:
    g_assert_not_reached (); /* not columns */
  }
}

static void
bind_columns (const BearingsRecordTable *self,
              BearingsStatement *statement,
              int parameter,
              gconstpointer base)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const BearingsColumn *column = &g_array_index (self->columns, BearingsColumn, i);
    bind_column (statement, parameter + (int) i, column->field,
                 (const char *) base + column->offset);
  }
}

static gint64
last_rowkey (BearingsDatabase *database)
{
  return sqlite3_last_insert_rowid (bearings_database_get_handle (database));
}

static gboolean write_lists (const BearingsRecordTable *self,
                             BearingsDatabase *database,
                             gconstpointer base,
                             gint64 rowkey,
                             GError **error);

static guint
list_length (const BearingsRecordTable *self, gconstpointer base)
{
  gconstpointer place = (const char *) base + self->list_offset;

  return self->list->kind == BEARINGS_FIELD_REALS ? (*(GArray *const *) place)->len
                                                  : (*(GPtrArray *const *) place)->len;
}

static gboolean
write_list (const BearingsRecordTable *self,
            BearingsDatabase *database,
            gconstpointer base,
            gint64 owner,
            GError **error)
{
  gconstpointer place = (const char *) base + self->list_offset;
  guint length = list_length (self, base);
  g_autoptr (BearingsStatement) insert = NULL;

  if (length == 0)
    return TRUE;
  insert = bearings_statement_new (database, self->insert_sql, error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < length; i++) {
    int parameter = 1;
    gpointer element =
      self->list->kind == BEARINGS_FIELD_REALS ? NULL : (*(GPtrArray *const *) place)->pdata[i];

    if (has_rowkey (self))
      bearings_statement_bind_null (insert, parameter++);
    bearings_statement_bind_integer (insert, parameter++, owner);
    bearings_statement_bind_integer (insert, parameter++, i);
    if (self->list->kind == BEARINGS_FIELD_STRUCTS)
      bind_columns (self, insert, parameter, element);
    else if (self->list->kind == BEARINGS_FIELD_REALS)
      bearings_statement_bind_real (insert, parameter,
                                    g_array_index (*(GArray *const *) place, double, i));
    else
      bearings_statement_bind_text (insert, parameter, element);
    if (!bearings_statement_run (insert, error) ||
        (self->lists->len > 0 &&
         !write_lists (self, database, element, last_rowkey (database), error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_lists (const BearingsRecordTable *self,
             BearingsDatabase *database,
             gconstpointer base,
             gint64 rowkey,
             GError **error)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (!write_list (self->lists->pdata[i], database, base, rowkey, error))
      return FALSE;
  return TRUE;
}

gboolean
bearings_record_table_write (const BearingsRecordTable *self,
                             BearingsDatabase *database,
                             const BearingsRecord *record,
                             gint64 rowkey,
                             gint64 pack,
                             gint64 digest,
                             GError **error)
{
  g_autoptr (BearingsStatement) insert = bearings_statement_new (database, self->insert_sql, error);

  if (insert == NULL)
    return FALSE;
  if (rowkey != 0)
    bearings_statement_bind_integer (insert, 1, rowkey);
  else
    bearings_statement_bind_null (insert, 1);
  bearings_statement_bind_integer (insert, 2, pack);
  bearings_statement_bind_integer (insert, 3, digest);
  bind_columns (self, insert, 4, record);
  if (!bearings_statement_run (insert, error))
    return FALSE;
  return self->lists->len == 0 ||
         write_lists (self, database, record, last_rowkey (database), error);
}

static gboolean
read_column (BearingsStatement *row,
             int column,
             const BearingsField *field,
             gpointer place,
             BearingsDatabase *database,
             GError **error)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    *(char **) place = bearings_statement_dup_text (row, column);
    break;
  case BEARINGS_FIELD_ENUM: {
    const char *nick = bearings_statement_get_text (row, column);
    int value = nick != NULL ? bearings_enums_value (field->enumeration, nick) : 0;
    if (nick != NULL && value == 0) {
      g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
                   /* Translators: a path, a word, the name of a vocabulary. */
                   _ ("%s holds “%s”, which is no %s known here."),
                   bearings_database_get_path (database), nick, field->enumeration->name);
      return FALSE;
    }
    *(int *) place = value;
    break;
  }
  case BEARINGS_FIELD_INTEGER:
    *(gint64 *) place = bearings_statement_get_integer (row, column);
    break;
  case BEARINGS_FIELD_REAL:
    *(double *) place = bearings_statement_get_real (row, column);
    break;
  case BEARINGS_FIELD_BOOLEAN: {
    gint64 value = bearings_statement_get_integer (row, column);
    if (bearings_record_integer_is_set (value) && value != BEARINGS_NO && value != BEARINGS_YES) {
      g_autofree char *detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, field->name, value);
      return bearings_database_fail_damaged (database, detail, error);
    }
    *(int *) place = bearings_record_integer_is_set (value) ? (int) value : BEARINGS_UNKNOWN;
    break;
  }
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
  case BEARINGS_FIELD_STRUCT:
  case BEARINGS_FIELD_STRUCTS:
    g_assert_not_reached (); /* not columns */
  }
  return TRUE;
}

static gboolean
read_columns (const BearingsRecordTable *self,
              BearingsDatabase *database,
              BearingsStatement *row,
              int first,
              gpointer base,
              GError **error)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const BearingsColumn *column = &g_array_index (self->columns, BearingsColumn, i);
    if (!read_column (row, first + (int) i, column->field, (char *) base + column->offset, database,
                      error))
      return FALSE;
  }
  return TRUE;
}

static gboolean read_lists (const BearingsRecordTable *self,
                            BearingsDatabase *database,
                            gpointer base,
                            gint64 rowkey,
                            GError **error);

static gboolean
read_element (const BearingsRecordTable *self,
              BearingsDatabase *database,
              BearingsStatement *row,
              gpointer place,
              GError **error)
{
  gpointer element;

  if (self->list->kind == BEARINGS_FIELD_REALS) {
    double value = bearings_statement_get_real (row, 1);
    g_array_append_val (*(GArray **) place, value);
    return TRUE;
  }
  if (self->list->kind != BEARINGS_FIELD_STRUCTS) {
    if (bearings_statement_is_null (row, 1))
      return bearings_database_fail_damaged (database, self->name, error);
    g_ptr_array_add (*(GPtrArray **) place, bearings_statement_dup_text (row, 1));
    return TRUE;
  }
  element = bearings_record_struct_new (self->list->structure);
  g_ptr_array_add (*(GPtrArray **) place, element);
  return read_columns (self, database, row, 1, element, error) &&
         (self->lists->len == 0 ||
          read_lists (self, database, element, bearings_statement_get_integer (row, 0), error));
}

static gboolean
read_list (const BearingsRecordTable *self,
           BearingsDatabase *database,
           gpointer base,
           gint64 owner,
           GError **error)
{
  g_autoptr (BearingsStatement) rows = bearings_statement_new (database, self->select_sql, error);
  BearingsStep step;

  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_integer (rows, 1, owner);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    if (!read_element (self, database, rows, (char *) base + self->list_offset, error))
      return FALSE;
  return step == BEARINGS_STEP_DONE;
}

static gboolean
read_lists (const BearingsRecordTable *self,
            BearingsDatabase *database,
            gpointer base,
            gint64 rowkey,
            GError **error)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (!read_list (self->lists->pdata[i], database, base, rowkey, error))
      return FALSE;
  return TRUE;
}

gpointer
bearings_record_table_read (const BearingsRecordTable *self,
                            BearingsDatabase *database,
                            BearingsStatement *row,
                            int column,
                            GError **error)
{
  g_autoptr (BearingsRecord) record = bearings_record_new (self->type->kind);

  record->pack = bearings_statement_dup_text (row, column + 1);
  if (!read_columns (self, database, row, column + 2, record, error) ||
      !read_lists (self, database, record, bearings_statement_get_integer (row, column), error))
    return NULL;
  if (self->type->key != NULL ? !bearings_record_make_id (record) : record->id == NULL) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
                 _ ("%s holds a %s without an id."), bearings_database_get_path (database),
                 self->type->name);
    return NULL;
  }
  return g_steal_pointer (&record);
}
