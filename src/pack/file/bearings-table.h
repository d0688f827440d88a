/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: rows of an official table, as tab-separated text or CSV. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"

typedef struct _BearingsTable BearingsTable;

typedef enum {
  BEARINGS_TABLE_TSV, /* tabs, no quoting */
  BEARINGS_TABLE_CSV, /* RFC 4180 */
} BearingsTableForm;

/**
 * bearings_table_open:
 * @columns: (array zero-terminated=1): names of the columns wanted, with * and ? as in a shell;
 *   each takes the first column that matches and is not taken yet
 *
 * Headings are compared without regard to letter case, footnote marks such as "[1]", and which
 * dash is used. A byte order mark is passed over.
 */
BearingsTable *bearings_table_open (GFile *file,
                                    BearingsTableForm form,
                                    const char *const *columns,
                                    GCancellable *cancellable,
                                    GError **error);
void bearings_table_free (BearingsTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsTable, bearings_table_free)

/* Goes to the next row; FALSE at the end, and FALSE with an error for a row that is no row. */
gboolean bearings_table_next (BearingsTable *table, GError **error);
/* Whether there was an error of the table: then the end has not been reached. */
gboolean bearings_table_failed (BearingsTable *table);
/* Heading of a wanted column, normalised; text of a cell, "" when empty, with
 * blanks for control characters. */
const char *bearings_table_heading (BearingsTable *table, guint column);
const char *bearings_table_text (BearingsTable *table, guint column);
/* A number, thousands separated by commas or not. */
gboolean bearings_table_number (BearingsTable *table, guint column, double *value, GError **error);
/* Sets "file:line: column: message"; returns FALSE. */
gboolean
bearings_table_fail (BearingsTable *table, guint column, GError **error, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
