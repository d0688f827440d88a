/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of answers: CSV, a line an answer or a line a person. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"
#include "bearings-response-matrix.h"
#include "bearings-sitting.h"

G_BEGIN_DECLS

/**
 * bearings_response_file_read:
 *
 * Long form: columns person, item, response; perhaps time (seconds), group and date, which is
 * passed over. Wide form: any other heading; a column an item, a line a person; a first column
 * named "person" or "id" names the persons, one named "group" their group; columns named "time" and
 * "date" are passed over.
 *
 * A response is a whole score from 0 to 15, or an option from a to p; empty, "NA" and "." are
 * missing. Options need a person named "KEY", whose answers are the right ones: they are scored 1
 * and 0. Where the lowest score of the other items is above 0 all are counted from it. An answer
 * given twice, a line of another length and anything else is an error that names file and line.
 */
BearingsResponseMatrix *bearings_response_file_read (GFile *file, GError **error);

/**
 * bearings_response_file_read_for_form:
 * @unknown: (element-type utf8): receives the names of columns or items that are none of the
 *   instrument's, each once; their answers are left out
 *
 * The same for answers to one instrument. An item is named by its id, with or without the
 * instrument's before the "/", and ends in the matrix by the whole. A response is what the item can
 * give: points; of a self-rating its value; of a question with options to choose one of an option's
 * id. No "KEY" is needed. A column "date" of the long form ("2026-11-23" or "2026-11") gives the
 * month of the person.
 */
BearingsResponseMatrix *bearings_response_file_read_for_form (GFile *file,
                                                              const BearingsForm *form,
                                                              GPtrArray *unknown,
                                                              GError **error);

G_END_DECLS
