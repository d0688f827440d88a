/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record types by kind. */

#include "bearings-record-tables.h"

#define TYPES(X)                                                                                   \
  X (source, SOURCE)                                                                               \
  X (study, STUDY)                                                                                 \
  X (claim, CLAIM)                                                                                 \
  X (trace_hop, TRACE_HOP)                                                                         \
  X (register_entry, REGISTER_ENTRY)                                                               \
  X (evidence_search, EVIDENCE_SEARCH)                                                             \
  X (occupation, OCCUPATION)                                                                       \
  X (role, ROLE)                                                                                   \
  X (skill, SKILL)                                                                                 \
  X (skill_family, SKILL_FAMILY)                                                                   \
  X (occupation_skill, OCCUPATION_SKILL)                                                           \
  X (wage, WAGE)                                                                                   \
  X (projection, PROJECTION)                                                                       \
  X (posting_share, POSTING_SHARE)                                                                 \
  X (vacancy_share, VACANCY_SHARE)                                                                 \
  X (use_share, USE_SHARE)                                                                         \
  X (ladder, LADDER)                                                                               \
  X (reading, READING)                                                                             \
  X (definition, DEFINITION)                                                                       \
  X (literature, LITERATURE)                                                                       \
  X (glossary_term, GLOSSARY_TERM)                                                                 \
  X (instrument, INSTRUMENT)                                                                       \
  X (item, ITEM)                                                                                   \
  X (reference_sample, REFERENCE_SAMPLE)                                                           \
  X (norm_table, NORM_TABLE)                                                                       \
  X (work_description, WORK_DESCRIPTION)

#define DECLARE(variable, KIND) extern const BearingsRecordType bearings_##variable##_record;
TYPES (DECLARE)

#define ENTRY(variable, KIND) [BEARINGS_RECORD_##KIND] = &bearings_##variable##_record,
const BearingsRecordType *const bearings_record_tables[BEARINGS_N_RECORD_KINDS] = { TYPES (ENTRY) };
