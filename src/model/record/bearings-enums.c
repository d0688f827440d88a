/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nicks of the closed vocabularies. */

#include "bearings-enums.h"

#include <string.h>

static const char *const missing_nicks[] = {
  "not-stated",    "not-published",  "suppressed", "top-coded",
  "not-available", "not-applicable", "not-found",  "not-searched",
  "unconfirmed",   "qualitative",    NULL,
};
const BearingsEnumType bearings_missing_type = { "missing", missing_nicks };

static const char *const interval_nicks[] = {
  "source",        "wilson",      "bootstrap",   "from-se", "not-stated",
  "not-published", "not-sampled", "expectation", NULL,
};
const BearingsEnumType bearings_interval_type = { "interval", interval_nicks };

static const char *const qualifier_nicks[] = {
  "exact", "about", "nearly", "more-than", "less-than", "at-least", "at-most", NULL,
};
const BearingsEnumType bearings_qualifier_type = { "qualifier", qualifier_nicks };

static const char *const channel_nicks[] = {
  "posting-language", "use-at-work", "callbacks",  "pay",      "demand", "time-to-proficiency",
  "ai-change",        "assessment",  "regulation", "guidance", NULL,
};
const BearingsEnumType bearings_channel_type = { "channel", channel_nicks };

static const char *const directness_nicks[] = {
  "direct",
  "adjacent",
  "context",
  NULL,
};
const BearingsEnumType bearings_directness_type = { "directness", directness_nicks };

static const char *const boundary_nicks[] = {
  "regulatory",
  "employer",
  "academic",
  NULL,
};
const BearingsEnumType bearings_boundary_type = { "boundary", boundary_nicks };

static const char *const design_nicks[] = {
  "rct",
  "audit",
  "meta-analysis-randomised",
  "meta-analysis-observational",
  "observational",
  "survey",
  "postings-count",
  "administrative",
  "employer-report",
  "forecast",
  "simulation",
  "legal-text",
  NULL,
};
const BearingsEnumType bearings_design_type = { "design", design_nicks };

static const char *const certainty_nicks[] = {
  "very-low", "low", "moderate", "high", NULL,
};
const BearingsEnumType bearings_certainty_type = { "certainty", certainty_nicks };

static const char *const reason_nicks[] = {
  "risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias", NULL,
};
const BearingsEnumType bearings_reason_type = { "reason", reason_nicks };

static const char *const hedge_nicks[] = {
  "possible", "expected", "suggested", "estimated", "stated", NULL,
};
const BearingsEnumType bearings_hedge_type = { "hedge", hedge_nicks };

static const char *const direction_nicks[] = {
  "favours", "no-difference", "against", "not-established", "none", NULL,
};
const BearingsEnumType bearings_direction_type = { "direction", direction_nicks };

static const char *const source_state_nicks[] = {
  "current", "corrected", "superseded", "withdrawn", "retracted", NULL,
};
const BearingsEnumType bearings_source_state_type = { "source state", source_state_nicks };

static const char *const confirmed_nicks[] = {
  "primary",
  "two-secondary",
  "computed",
  NULL,
};
const BearingsEnumType bearings_confirmed_type = { "confirmed", confirmed_nicks };

static const char *const verdict_nicks[] = {
  "untraceable", "garbled",    "distorted",  "misreported",
  "overstated",  "no-primary", "superseded", NULL,
};
const BearingsEnumType bearings_verdict_type = { "verdict", verdict_nicks };

static const char *const hop_part_nicks[] = {
  "primary", "version", "earliest", "retelling", "inquiry", "related", NULL,
};
const BearingsEnumType bearings_hop_part_type = { "hop part", hop_part_nicks };

static const char *const replication_kind_nicks[] = {
  "exact", "conceptual", "contrary", "pooled", NULL,
};
const BearingsEnumType bearings_replication_kind_type = { "replication kind",
                                                          replication_kind_nicks };

static const char *const skill_kind_nicks[] = {
  "technology",
  "skill",
  "knowledge",
  NULL,
};
const BearingsEnumType bearings_skill_kind_type = { "skill kind", skill_kind_nicks };

static const char *const band_nicks[] = {
  "junior",
  "mid",
  "senior",
  NULL,
};
const BearingsEnumType bearings_band_type = { "band", band_nicks };

static const char *const basis_nicks[] = {
  "claims",
  "editorial",
  NULL,
};
const BearingsEnumType bearings_basis_type = { "basis", basis_nicks };

static const char *const item_kind_nicks[] = {
  "self-report",
  "keyed",
  "rubric",
  NULL,
};
const BearingsEnumType bearings_item_kind_type = { "item kind", item_kind_nicks };

static const char *const item_answer_nicks[] = {
  "single", "multiple", "ordering", "typed", NULL,
};
const BearingsEnumType bearings_item_answer_type = { "item answer", item_answer_nicks };

static const char *const item_model_nicks[] = {
  "rasch", "2pl", "3pl", "grm", "gpcm", NULL,
};
const BearingsEnumType bearings_item_model_type = { "item model", item_model_nicks };

static const char *const origin_nicks[] = {
  "judgement",
  "calibrated",
  NULL,
};
const BearingsEnumType bearings_origin_type = { "origin", origin_nicks };

const char *
bearings_enums_nick (const BearingsEnumType *type, int value)
{
  if (value < 1 || value > (int) g_strv_length ((char **) type->values))
    return NULL;
  return type->values[value - 1];
}

int
bearings_enums_value (const BearingsEnumType *type, const char *nick)
{
  g_return_val_if_fail (nick != NULL, 0);
  for (int i = 0; type->values[i] != NULL; i++)
    if (strcmp (type->values[i], nick) == 0)
      return i + 1;
  return 0;
}

char *
bearings_enums_list (const BearingsEnumType *type)
{
  return g_strjoinv (", ", (char **) type->values);
}
