/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: one connection to one SQLite database. */
#pragma once

#include <glib.h>

#include "bearings-migration.h"
#include "bearings-store-error.h"

typedef struct sqlite3 sqlite3;

G_BEGIN_DECLS

typedef struct _BearingsDatabase BearingsDatabase;

typedef enum {
  BEARINGS_DATABASE_READ,   /* must exist; never written, also where nothing can be written */
  BEARINGS_DATABASE_WRITE,  /* must exist */
  BEARINGS_DATABASE_CREATE, /* made when absent */
} BearingsDatabaseMode;

/**
 * BearingsSchema:
 * @application_id: number in the file's header that says whose database it is
 * @migrations: what brings version i to i + 1, for every version below @version
 * @version: the newest version this program knows
 * @durable: whether a commit is on the disk when it returns
 * @secret: whether what is deleted is overwritten too, and sorted in memory only
 */
typedef struct {
  gint32 application_id;
  int version;
  const BearingsMigration *migrations;
  gboolean durable;
  gboolean secret;
} BearingsSchema;

/**
 * bearings_database_open:
 *
 * Opens a database, making it or migrating it when @mode allows. A file that is damaged, newer or
 * not ours is refused before anything is written.
 */
BearingsDatabase *bearings_database_open (const char *path,
                                          const BearingsSchema *schema,
                                          BearingsDatabaseMode mode,
                                          GError **error);
void bearings_database_close (BearingsDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsDatabase, bearings_database_close)

const char *bearings_database_get_path (BearingsDatabase *self);
sqlite3 *bearings_database_get_handle (BearingsDatabase *self);

/* Runs statements that are part of the program, never text from outside. */
gboolean bearings_database_run (BearingsDatabase *self, const char *sql, GError **error);
/* First column of the first row; 0 when there is none. */
gboolean bearings_database_query_integer (BearingsDatabase *self,
                                          const char *sql,
                                          gint64 *value,
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
