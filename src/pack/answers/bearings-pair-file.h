/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of one word or number for each person: CSV with the columns person and value or group. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"

G_BEGIN_DECLS

typedef struct {
  char *person;
  char *text;
  double number; /* NaN of a file of words */
} BearingsPersonPair;
void bearings_person_pair_free (gpointer pair);

/**
 * bearings_pair_file_read:
 * @column: "value" for numbers, "group" for words
 *
 * BearingsPersonPair, in the order of the file; an empty value is passed over. A person named
 * twice, a value that is no number and anything else is an error that names file and line.
 */
GPtrArray *bearings_pair_file_read (GFile *file, const char *column, GError **error);

G_END_DECLS
