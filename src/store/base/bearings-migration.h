/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: from one version of a schema to the next. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *sql;
} BearingsMigration;

typedef struct _BearingsDatabase BearingsDatabase;

/**
 * bearings_migration_run:
 * @migrations: what brings version i to i + 1
 *
 * @secret: what was deleted shall be gone, so the backup goes once the migration has succeeded
 *
 * Brings @database to @version, each step and its number in one transaction. What holds data is
 * first copied to FILE.backup-vN, N being its version.
 */
gboolean bearings_migration_run (BearingsDatabase *database,
                                 const BearingsMigration *migrations,
                                 int version,
                                 gboolean secret,
                                 GError **error);

G_END_DECLS
