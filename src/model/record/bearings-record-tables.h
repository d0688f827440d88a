/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: words for writing tables of fields. S is the struct, m the member. */
#pragma once

#include <stddef.h>

#include "bearings-record.h"

#define FIELD(S, m, k, ...)                                                                        \
  { .name = #m, .kind = BEARINGS_FIELD_##k, .offset = offsetof (S, m), __VA_ARGS__ }

#define ID(S)                                                                                      \
  { .name = "id", .kind = BEARINGS_FIELD_TEXT, .offset = offsetof (S, record.id), .required = TRUE }
/* The id of a record type with a key is made, not given. */
#define MUST .required = TRUE
#define RANGE(lo, hi) .min = (lo), .max = (hi)
#define OF(vocabulary) .enumeration = &bearings_##vocabulary##_type
#define TO(record_kind) .target = BEARINGS_RECORD_##record_kind
#define AS(struct_name) .structure = &bearings_##struct_name##_type

#define STRUCT_TYPE(S, variable, title)                                                            \
  const BearingsStructType bearings_##variable##_type = { title, sizeof (S), variable##_fields,    \
                                                          G_N_ELEMENTS (variable##_fields) };

#define RECORD_TYPE(S, variable, KIND, title, key_fields)                                          \
  extern const BearingsRecordType bearings_##variable##_record;                                    \
  const BearingsRecordType bearings_##variable##_record = {                                        \
    { title, sizeof (S), variable##_fields, G_N_ELEMENTS (variable##_fields) },                    \
    BEARINGS_RECORD_##KIND,                                                                        \
    title,                                                                                         \
    key_fields                                                                                     \
  };

/* Every record type, by kind. */
extern const BearingsRecordType *const bearings_record_tables[BEARINGS_N_RECORD_KINDS];
