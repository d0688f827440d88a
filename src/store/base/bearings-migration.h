/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: from one version of a schema to the next. */
#pragma once

#include "bearings-database.h"

G_BEGIN_DECLS

typedef struct {
  const char *sql;
} BearingsMigration;

/**
 * bearings_migration_run:
 * @migrations: what brings version i to i + 1
 *
 * Brings @database to @version, each step and its number in one transaction. What holds data is
 * first copied to FILE.backup-vN, N being its version. A database of @version has no copies: they
 * go once all steps have succeeded. After a failure there is one, the latest.
 */
gboolean bearings_migration_run (BearingsDatabase *database,
                                 const BearingsMigration *migrations,
                                 int version,
                                 GError **error);
/* Whether @database has the tables of the @version it says it is of; CORRUPT when it has not.
 * Writes nothing. */
gboolean bearings_migration_check (BearingsDatabase *database,
                                   const BearingsMigration *migrations,
                                   int version,
                                   GError **error);
/* Deletes every FILE.backup-vN of the database @path: what is deleted from the database must not
 * stay in a copy. */
gboolean bearings_migration_drop_copies (const char *path, GError **error);

G_END_DECLS
