/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of the records of assessment. */

#include "bearings-instrument.h"

#include <math.h>

#include "bearings-record-tables.h"

static const char *const norm_table_key[] = { "sample", "measure", NULL };

static const BearingsField scale_fields[] = {
  FIELD (BearingsScale, id, TEXT, MUST),
  FIELD (BearingsScale, title, TEXT, MUST),
  FIELD (BearingsScale, summary, TEXT),
};
STRUCT_TYPE (BearingsScale, scale, "scale")

static const BearingsField level_fields[] = {
  FIELD (BearingsLevel, id, TEXT, MUST),
  FIELD (BearingsLevel, title, TEXT, MUST),
  FIELD (BearingsLevel, theta_low, REAL, RANGE (-8, 8)),
  FIELD (BearingsLevel, summary, TEXT, MUST),
  FIELD (BearingsLevel, rationale, TEXT),
};
STRUCT_TYPE (BearingsLevel, level, "level")

static const BearingsField display_policy_fields[] = {
  FIELD (BearingsDisplayPolicy, reliability_percentile, REAL, RANGE (0, 1)),
  FIELD (BearingsDisplayPolicy, n_percentile, INTEGER, RANGE (1, 1e9)),
  FIELD (BearingsDisplayPolicy, reliability_words, REAL, RANGE (0, 1)),
  FIELD (BearingsDisplayPolicy, n_words, INTEGER, RANGE (1, 1e9)),
  FIELD (BearingsDisplayPolicy, note, TEXT),
};
STRUCT_TYPE (BearingsDisplayPolicy, display_policy, "display policy")

static const BearingsField instrument_fields[] = {
  ID (BearingsInstrument),
  FIELD (BearingsInstrument, version, TEXT, MUST),
  FIELD (BearingsInstrument, title, TEXT, MUST),
  FIELD (BearingsInstrument, skill, REF, TO (SKILL)),
  FIELD (BearingsInstrument, purpose, TEXT, MUST),
  FIELD (BearingsInstrument, data_use, TEXT),
  FIELD (BearingsInstrument, minutes_low, INTEGER, RANGE (1, 600)),
  FIELD (BearingsInstrument, minutes_high, INTEGER, RANGE (1, 600)),
  FIELD (BearingsInstrument, scales, STRUCTS, MUST, AS (scale)),
  FIELD (BearingsInstrument, levels, STRUCTS, MUST, AS (level)),
  FIELD (BearingsInstrument, policy, STRUCT, AS (display_policy)),
  FIELD (BearingsInstrument, self_report_note, TEXT),
};
RECORD_TYPE (BearingsInstrument, instrument, INSTRUMENT, "instrument", NULL)

gboolean
bearings_instrument_levels_are_steps (const BearingsInstrument *instrument)
{
  for (guint i = 0; i < instrument->levels->len; i++)
    if (!isnan (((BearingsLevel *) g_ptr_array_index (instrument->levels, i))->theta_low))
      return FALSE;
  return instrument->levels->len > 1;
}

static const BearingsField item_option_fields[] = {
  FIELD (BearingsItemOption, id, TEXT, MUST),
  FIELD (BearingsItemOption, text, TEXT, MUST),
  FIELD (BearingsItemOption, key, BOOLEAN),
  FIELD (BearingsItemOption, rationale, TEXT),
};
STRUCT_TYPE (BearingsItemOption, item_option, "option")

static const BearingsField item_anchor_fields[] = {
  FIELD (BearingsItemAnchor, value, INTEGER, MUST, RANGE (0, 100)),
  FIELD (BearingsItemAnchor, text, TEXT, MUST),
};
STRUCT_TYPE (BearingsItemAnchor, item_anchor, "anchor")

static const BearingsField criterion_point_fields[] = {
  FIELD (BearingsCriterionPoint, score, INTEGER, MUST, RANGE (0, 100)),
  FIELD (BearingsCriterionPoint, text, TEXT, MUST),
};
STRUCT_TYPE (BearingsCriterionPoint, criterion_point, "criterion point")

static const BearingsField criterion_fields[] = {
  FIELD (BearingsCriterion, id, TEXT, MUST),
  FIELD (BearingsCriterion, title, TEXT, MUST),
  FIELD (BearingsCriterion, points, STRUCTS, MUST, AS (criterion_point)),
};
STRUCT_TYPE (BearingsCriterion, criterion, "criterion")

static const BearingsField exemplar_score_fields[] = {
  FIELD (BearingsExemplarScore, criterion, TEXT, MUST),
  FIELD (BearingsExemplarScore, score, INTEGER, MUST, RANGE (0, 100)),
};
STRUCT_TYPE (BearingsExemplarScore, exemplar_score, "exemplar score")

static const BearingsField exemplar_fields[] = {
  FIELD (BearingsExemplar, label, TEXT, MUST),
  FIELD (BearingsExemplar, text, TEXT, MUST),
  FIELD (BearingsExemplar, scores, STRUCTS, AS (exemplar_score)),
  FIELD (BearingsExemplar, comment, TEXT),
};
STRUCT_TYPE (BearingsExemplar, exemplar, "exemplar")

static const BearingsField item_parameters_fields[] = {
  FIELD (BearingsItemParameters, model, ENUM, OF (item_model)),
  FIELD (BearingsItemParameters, a, REAL, RANGE (0.01, 20)),
  FIELD (BearingsItemParameters, b, REALS, RANGE (-10, 10)),
  FIELD (BearingsItemParameters, c, REAL, RANGE (0, 0.99)),
  FIELD (BearingsItemParameters, origin, ENUM, OF (origin)),
  FIELD (BearingsItemParameters, n, INTEGER, RANGE (1, 1e9)),
  FIELD (BearingsItemParameters, note, TEXT),
};
STRUCT_TYPE (BearingsItemParameters, item_parameters, "item parameters")

static const BearingsField item_verification_fields[] = {
  FIELD (BearingsItemVerification, kind, TEXT),
  FIELD (BearingsItemVerification, code, TEXT),
  FIELD (BearingsItemVerification, expect, TEXT),
  FIELD (BearingsItemVerification, note, TEXT),
};
STRUCT_TYPE (BearingsItemVerification, item_verification, "verification")

static const BearingsField item_fields[] = {
  ID (BearingsItem),
  FIELD (BearingsItem, instrument, REF, MUST, TO (INSTRUMENT)),
  FIELD (BearingsItem, position, INTEGER, MUST, RANGE (0, 1e6)),
  FIELD (BearingsItem, scale, TEXT, MUST),
  FIELD (BearingsItem, kind, ENUM, MUST, OF (item_kind)),
  FIELD (BearingsItem, answer, ENUM, OF (item_answer)),
  FIELD (BearingsItem, practice, BOOLEAN),
  FIELD (BearingsItem, prompt, TEXT, MUST),
  FIELD (BearingsItem, code, TEXT),
  FIELD (BearingsItem, code_language, TEXT),
  FIELD (BearingsItem, seconds, INTEGER, MUST, RANGE (1, 3600)),
  FIELD (BearingsItem, options, STRUCTS, AS (item_option)),
  FIELD (BearingsItem, anchors, STRUCTS, AS (item_anchor)),
  FIELD (BearingsItem, criteria, STRUCTS, AS (criterion)),
  FIELD (BearingsItem, exemplars, STRUCTS, AS (exemplar)),
  FIELD (BearingsItem, parameters, STRUCT, AS (item_parameters)),
  FIELD (BearingsItem, verification, STRUCT, AS (item_verification)),
};
RECORD_TYPE (BearingsItem, item, ITEM, "item", NULL)

static const BearingsField reference_sample_fields[] = {
  ID (BearingsReferenceSample),
  FIELD (BearingsReferenceSample, title, TEXT, MUST),
  FIELD (BearingsReferenceSample, skill, REF, TO (SKILL)),
  FIELD (BearingsReferenceSample, instrument, REF, TO (INSTRUMENT)),
  FIELD (BearingsReferenceSample, measure, TEXT, MUST),
  FIELD (BearingsReferenceSample, factual, BOOLEAN),
  FIELD (BearingsReferenceSample, population, TEXT, MUST),
  FIELD (BearingsReferenceSample, sample, STRUCT, MUST, AS (sample_size)),
  FIELD (BearingsReferenceSample, collected, TEXT),
  FIELD (BearingsReferenceSample, country, TEXT),
  FIELD (BearingsReferenceSample, sampling, TEXT, MUST),
  FIELD (BearingsReferenceSample, reliability, STRUCT, AS (figure)),
  FIELD (BearingsReferenceSample, caveat, TEXT),
  FIELD (BearingsReferenceSample, source, REF, MUST, TO (SOURCE)),
};
RECORD_TYPE (BearingsReferenceSample, reference_sample, REFERENCE_SAMPLE, "reference-sample", NULL)

static const BearingsField norm_row_fields[] = {
  FIELD (BearingsNormRow, label, TEXT),
  FIELD (BearingsNormRow, low, REAL, MUST),
  FIELD (BearingsNormRow, high, REAL),
  FIELD (BearingsNormRow, n, INTEGER, MUST, RANGE (0, 1e12)),
};
STRUCT_TYPE (BearingsNormRow, norm_row, "norm row")

static const BearingsField norm_table_fields[] = {
  FIELD (BearingsNormTable, sample, REF, MUST, TO (REFERENCE_SAMPLE)),
  FIELD (BearingsNormTable, measure, TEXT, MUST),
  FIELD (BearingsNormTable, unit, TEXT),
  FIELD (BearingsNormTable, rows, STRUCTS, MUST, AS (norm_row)),
};
RECORD_TYPE (BearingsNormTable, norm_table, NORM_TABLE, "norm-table", norm_table_key)

BearingsItemAnswer
bearings_item_get_answer (const BearingsItem *item)
{
  return item->answer != 0 ? (BearingsItemAnswer) item->answer : BEARINGS_ANSWER_SINGLE;
}
