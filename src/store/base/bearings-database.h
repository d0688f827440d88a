/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: one connection to one SQLite database. */
#pragma once

#include <glib.h>

#include "bearings-store-error.h"

typedef struct sqlite3 sqlite3;

G_BEGIN_DECLS

typedef struct _BearingsDatabase BearingsDatabase;

/* How long a connection waits for others. */
#define BEARINGS_DATABASE_PATIENCE_MS 5000

/* @flags of sqlite3_open_v2(); nothing that a damaged or foreign file says is run. */
BearingsDatabase *
bearings_database_connect (const char *path, int flags, gboolean immutable, GError **error);
void bearings_database_close (BearingsDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsDatabase, bearings_database_close)

const char *bearings_database_get_path (BearingsDatabase *self);
sqlite3 *bearings_database_get_handle (BearingsDatabase *self);
/* What the connection keeps until it is closed: the statements of bearings-statement.h. */
GHashTable *bearings_database_get_kept (BearingsDatabase *self);
void bearings_database_set_kept (BearingsDatabase *self, GHashTable *kept);
/* A setting of sqlite3_db_config(), which is read back. */
gboolean bearings_database_set_switch (BearingsDatabase *self, int what, int value, GError **error);

/* Runs statements that are part of the program, never text from outside. */
gboolean bearings_database_run (BearingsDatabase *self, const char *sql, GError **error);
/* First column of the first row; 0 when there is none. */
gboolean bearings_database_query_integer (BearingsDatabase *self,
                                          const char *sql,
                                          gint64 *value,
                                          GError **error);
/* The same as text, NULL when there is no row. */
gboolean bearings_database_query_text (BearingsDatabase *self,
                                       const char *sql,
                                       char **value,
                                       GError **error);
/* Reads the whole file; CORRUPT with the first flaw. */
gboolean bearings_database_is_sound (BearingsDatabase *self, GError **error);
/* Moves the journal into the database and empties it. */
gboolean bearings_database_checkpoint (BearingsDatabase *self, GError **error);

/* Puts the contents of @from in the place of those of @self, whole or not at all, also while others
 * read them. */
gboolean bearings_database_replace (BearingsDatabase *self, BearingsDatabase *from, GError **error);

/* Sets CORRUPT, with what is wrong. Always FALSE. */
gboolean
bearings_database_fail_damaged (BearingsDatabase *self, const char *detail, GError **error);
/* Sets the error that fits an SQLite result code. Always FALSE. */
gboolean bearings_database_fail (BearingsDatabase *self, int code, GError **error);
/* The same for a connection that did not come about. */
gboolean
bearings_database_fail_to_open (sqlite3 *handle, const char *path, int code, GError **error);

G_END_DECLS
