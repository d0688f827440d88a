/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: JSON into records and headers, by the tables of fields. */
#pragma once

#include "bearings-json-reader.h"
#include "bearings-pack-info.h"
#include "bearings-problem.h"

#define BEARINGS_DECODE_MAX_TOLD 1000 /* of one record; a list may have a million bad entries */

/* From where, and where to what is wrong goes; after so many that is only counted. When the JSON
 * itself is at fault, json->fault says so and the rest means nothing. */
typedef struct {
  const char *file;
  BearingsJsonReader *json;
  GPtrArray *problems;
  guint n_errors;
} BearingsDecode;

/**
 * bearings_pack_decode_record:
 *
 * Reads what comes next, which should be the object of a record.
 *
 * Returns: (nullable): the record as far as it could be read, with its id; %NULL when it is not an
 *   object or of no known type. Nothing but the form is checked: see
 * bearings_problem_record_check().
 */
BearingsRecord *bearings_pack_decode_record (BearingsDecode *decode);

/* The header, which is all of the text. @records: what the "records" in it are, which are not
 * looked at; NONE when there are none. */
BearingsPackInfo *bearings_pack_decode_info (BearingsDecode *decode, BearingsJsonKind *records);
