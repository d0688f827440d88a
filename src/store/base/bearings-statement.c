/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepared statements. */

#include "bearings-statement.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "bearings-record.h"
#include "bearings-thread-guard.h"

struct _BearingsStatement {
  BearingsDatabase *database;
  sqlite3_stmt *handle;
  gboolean kept; /* by the connection, under its SQL */
  gboolean busy;
};

static BearingsStatement *
prepare (BearingsDatabase *database, const char *sql, gboolean kept, GError **error)
{
  BearingsStatement *self;
  sqlite3_stmt *handle = NULL;
  int code;

  bearings_thread_guard_check (sql);
  code = sqlite3_prepare_v3 (bearings_database_get_handle (database), sql, -1,
                             kept ? SQLITE_PREPARE_PERSISTENT : 0, &handle, NULL);
  if (code != SQLITE_OK) {
    bearings_database_fail (database, code, error);
    return NULL;
  }
  self = g_new0 (BearingsStatement, 1);
  self->database = database;
  self->handle = handle;
  self->kept = kept;
  return self;
}

static void
finalize (gpointer data)
{
  BearingsStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

/* Statements are long and looked up for each row that is written: eight bytes at a time. */
static guint
hash_statement (gconstpointer key)
{
  gsize length = strlen (key);
  guint64 hash = length;

  for (gsize i = 0; i < length; i += sizeof hash) {
    guint64 piece = 0;

    memcpy (&piece, (const char *) key + i, MIN (sizeof piece, length - i));
    hash = (hash ^ piece) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  }
  return (guint) (hash >> 32);
}

static GHashTable *
statements_of (BearingsDatabase *database)
{
  if (bearings_database_get_kept (database) == NULL)
    bearings_database_set_kept (
      database, g_hash_table_new_full (hash_statement, g_str_equal, g_free, finalize));
  return bearings_database_get_kept (database);
}

BearingsStatement *
bearings_statement_new (BearingsDatabase *database, const char *sql, GError **error)
{
  GHashTable *statements = statements_of (database);
  BearingsStatement *self = g_hash_table_lookup (statements, sql);

  /* One that is being stepped through is left alone. */
  if (self != NULL && self->busy)
    return prepare (database, sql, FALSE, error);
  if (self == NULL) {
    self = prepare (database, sql, TRUE, error);
    if (self == NULL)
      return NULL;
    g_hash_table_insert (statements, g_strdup (sql), self);
  }
  self->busy = TRUE;
  return self;
}

void
bearings_statement_release (BearingsStatement *self)
{
  if (!self->kept) {
    finalize (self);
    return;
  }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->busy = FALSE;
}

void
bearings_statement_bind_text (BearingsStatement *self, int parameter, const char *value)
{
  int code = sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_STATIC);

  g_warn_if_fail (code == SQLITE_OK || code == SQLITE_TOOBIG);
}

void
bearings_statement_bind_integer (BearingsStatement *self, int parameter, gint64 value)
{
  int code = bearings_record_integer_is_set (value)
               ? sqlite3_bind_int64 (self->handle, parameter, value)
               : sqlite3_bind_null (self->handle, parameter);

  g_warn_if_fail (code == SQLITE_OK);
}

void
bearings_statement_bind_real (BearingsStatement *self, int parameter, double value)
{
  int code = isnan (value) ? sqlite3_bind_null (self->handle, parameter)
                           : sqlite3_bind_double (self->handle, parameter, value);

  g_warn_if_fail (code == SQLITE_OK);
}

void
bearings_statement_bind_blob (BearingsStatement *self,
                              int parameter,
                              gconstpointer data,
                              gsize size)
{
  int code = sqlite3_bind_blob64 (self->handle, parameter, data, size, SQLITE_STATIC);

  g_warn_if_fail (code == SQLITE_OK || code == SQLITE_TOOBIG);
}

void
bearings_statement_bind_null (BearingsStatement *self, int parameter)
{
  int code = sqlite3_bind_null (self->handle, parameter);

  g_warn_if_fail (code == SQLITE_OK);
}

BearingsStep
bearings_statement_step (BearingsStatement *self, GError **error)
{
  int code;

  bearings_thread_guard_check (sqlite3_sql (self->handle));
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return BEARINGS_STEP_ROW;
  if (code == SQLITE_DONE)
    return BEARINGS_STEP_DONE;
  bearings_database_fail (self->database, code, error);
  return BEARINGS_STEP_ERROR;
}

void
bearings_statement_reset (BearingsStatement *self)
{
  sqlite3_reset (self->handle);
}

gboolean
bearings_statement_run (BearingsStatement *self, GError **error)
{
  BearingsStep step = bearings_statement_step (self, error);

  sqlite3_reset (self->handle);
  g_warn_if_fail (step != BEARINGS_STEP_ROW);
  return step == BEARINGS_STEP_DONE;
}

gboolean
bearings_statement_is_null (BearingsStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

const char *
bearings_statement_get_text (BearingsStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

char *
bearings_statement_dup_text (BearingsStatement *self, int column)
{
  return g_strdup (bearings_statement_get_text (self, column));
}

gint64
bearings_statement_get_integer (BearingsStatement *self, int column)
{
  return bearings_statement_is_null (self, column) ? BEARINGS_INTEGER_ABSENT
                                                   : sqlite3_column_int64 (self->handle, column);
}

double
bearings_statement_get_real (BearingsStatement *self, int column)
{
  return bearings_statement_is_null (self, column) ? NAN
                                                   : sqlite3_column_double (self->handle, column);
}

gconstpointer
bearings_statement_get_blob (BearingsStatement *self, int column, gsize *size)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  *size = (gsize) sqlite3_column_bytes (self->handle, column);
  return data;
}
