/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: JSON objects into records and headers, by the tables of fields. */
#pragma once

#include <json-glib/json-glib.h>

#include "bearings-pack-info.h"
#include "bearings-problem.h"

#define BEARINGS_DECODE_MAX_TOLD 1000 /* of one record; a list may have a million bad entries */

/* Where a problem is, and where it goes; further ones are only counted. */
typedef struct {
  const char *file;
  guint line;
  GString *path; /* of the value being read; grows and shrinks */
  GPtrArray *problems;
  guint n_errors;
} BearingsDecode;

/* "a number", "an object", ... */
const char *bearings_json_describe (JsonNode *node);

/**
 * bearings_pack_decode_record:
 * @node: what should be the object of a record
 *
 * Returns: (nullable): the record as far as it could be read, with its id; %NULL when it is no
 *   object or of no known type. Nothing but the form is checked: see bearings_record_check().
 */
BearingsRecord *bearings_pack_decode_record (BearingsDecode *decode, JsonNode *node);

/* The header; its "records" are not looked at. */
BearingsPackInfo *bearings_pack_decode_info (BearingsDecode *decode, JsonNode *node);
