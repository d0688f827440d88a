/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: what a database of ours is like, and how it is opened. */
#pragma once

#include "bearings-migration.h"

G_BEGIN_DECLS

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
 * bearings_schema_open:
 *
 * Opens a database, making it or migrating it when @mode allows. A file that is damaged, newer or
 * not ours is refused before anything is written.
 */
BearingsDatabase *bearings_schema_open (const char *path,
                                        const BearingsSchema *schema,
                                        BearingsDatabaseMode mode,
                                        GError **error);

G_END_DECLS
