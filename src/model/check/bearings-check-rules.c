/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of one record: rules between its fields, kind by kind. */

#include "bearings-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-boundary.h"
#include "bearings-claims.h"
#include "bearings-instrument.h"
#include "bearings-occupation.h"
#include "bearings-pack-info.h"

/* Sources round values and limits apart from each other. */
#define RATING_ROUNDING 0.0051
#define SHARE_ROUNDING 0.051

void
bearings_check_share (BearingsCheck *check,
                      gint64 k,
                      gint64 n,
                      double share,
                      double low,
                      double high,
                      double slack)
{
  BearingsFigure computed = { 0 };

  if (!bearings_record_integer_is_set (k) || !bearings_record_integer_is_set (n) || n <= 0 || k < 0)
    return;
  if (k > n) {
    bearings_check_error (check, NULL, "count-above-total",
                          _ ("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " is more than all"), k,
                          n);
    return;
  }
  bearings_figure_set_share (&computed, k, n, NULL);
  if (!isnan (share) && fabs (share - computed.value) > slack)
    bearings_check_error (
      check, NULL, "share-disagrees",
      _ ("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " is %.2f percent, not %.15g"), k, n,
      computed.value, share);
  if (!isnan (low) && !isnan (high) &&
      (fabs (low - computed.low) > SHARE_ROUNDING || fabs (high - computed.high) > SHARE_ROUNDING))
    bearings_check_error (check, NULL, "interval-disagrees",
                          _ ("the Wilson interval is %.2f to %.2f, not %.15g to %.15g"),
                          computed.low, computed.high, low, high);
  g_free (computed.total_unit);
  g_free (computed.unit);
}

static void
check_order (BearingsCheck *check, double value, double low, double high, double slack)
{
  if (isnan (low) != isnan (high))
    bearings_check_error (check, isnan (low) ? "low" : "high", "half-interval",
                          _ ("an interval needs both limits"));
  else if (low > high || value < low - slack || value > high + slack)
    bearings_check_error (check, NULL, "interval-order",
                          _ ("%.15g does not lie between its limits %.15g and %.15g"), value, low,
                          high);
}

/* Exactly one of value and missing. */
static gboolean
check_value_or_missing (BearingsCheck *check, gboolean has_value, int missing)
{
  if (has_value && missing != 0)
    bearings_check_error (check, "missing", "value-and-missing",
                          _ ("there is a value and a reason for having none"));
  else if (!has_value && missing == 0)
    bearings_check_error (check, NULL, "value-or-missing",
                          _ ("there is no value, and “missing” does not say why"));
  return has_value != (missing != 0);
}

static gboolean
is_interval (int interval)
{
  return interval == BEARINGS_INTERVAL_SOURCE || interval == BEARINGS_INTERVAL_WILSON ||
         interval == BEARINGS_INTERVAL_BOOTSTRAP || interval == BEARINGS_INTERVAL_FROM_SE;
}

static void
check_figure (BearingsCheck *check, const BearingsFigure *figure)
{
  gboolean has_interval = bearings_figure_has_interval (figure);

  if (!bearings_record_struct_is_set (&bearings_figure_type, figure))
    return;
  check_value_or_missing (check, bearings_figure_has_value (figure), figure->missing);
  if (!bearings_figure_has_value (figure)) {
    if (!isnan (figure->low) || !isnan (figure->high) || !isnan (figure->se))
      bearings_check_error (check, NULL, "error-without-value",
                            _ ("there is an interval or error but no value"));
    return;
  }
  if (figure->metric == NULL)
    bearings_check_error (check, "metric", "missing-field",
                          _ ("a value needs “metric”: what was measured"));
  if (figure->unit == NULL)
    bearings_check_error (check, "unit", "missing-field",
                          _ ("a value needs “unit”, in words, such as “percent”"));
  check_order (check, figure->value, figure->low, figure->high, 0);
  if (has_interval && !is_interval (figure->interval))
    bearings_check_error (check, "interval", "interval-origin",
                          _ ("“interval” must say how the interval was made"));
  if (!has_interval && (figure->interval == 0 || is_interval (figure->interval)))
    bearings_check_error (check, "interval", "no-interval-reason",
                          _ ("there is no interval, and “interval” does not say why"));
  if (bearings_record_integer_is_set (figure->count) !=
      bearings_record_integer_is_set (figure->total))
    bearings_check_error (check, bearings_record_integer_is_set (figure->count) ? "total" : "count",
                          "missing-field", _ ("“count” and “total” belong together"));
  else if (g_strcmp0 (figure->unit, "percent") == 0) {
    gboolean wilson = figure->interval == BEARINGS_INTERVAL_WILSON;

    /* A source may print whole percents; what is computed here is not rounded so far. */
    bearings_check_share (check, figure->count, figure->total, figure->value,
                          wilson ? figure->low : NAN, wilson ? figure->high : NAN,
                          wilson ? SHARE_ROUNDING : 0.51);
  }
}

static void
check_rating (BearingsCheck *check, const BearingsRating *rating)
{
  if (!bearings_record_struct_is_set (&bearings_rating_type, rating))
    return;
  check_value_or_missing (check, !isnan (rating->value), rating->missing);
  if (isnan (rating->value)) {
    if (!isnan (rating->low) || !isnan (rating->high) || !isnan (rating->se))
      bearings_check_error (check, NULL, "error-without-value",
                            _ ("there is an interval or error but no value"));
    return;
  }
  check_order (check, rating->value, rating->low, rating->high, RATING_ROUNDING);
}

static void
check_amount (BearingsCheck *check, const BearingsAmount *amount)
{
  if (!bearings_record_struct_is_set (&bearings_amount_type, amount))
    return;
  check_value_or_missing (check, !isnan (amount->value), amount->missing);
  if ((amount->missing == BEARINGS_MISSING_TOP_CODED) != !isnan (amount->limit))
    bearings_check_error (check, "limit", "top-code-limit",
                          _ ("a top-coded amount has a limit, and no other amount has one"));
}

static void
check_sample_size (BearingsCheck *check, const BearingsSampleSize *sample)
{
  gboolean has_n = bearings_record_integer_is_set (sample->n);

  if (!bearings_record_struct_is_set (&bearings_sample_size_type, sample))
    return;
  check_value_or_missing (check, has_n, sample->missing);
  if (has_n && sample->unit == NULL)
    bearings_check_error (check, "unit", "missing-field",
                          _ ("a sample size needs its unit: how many of what"));
}

static void
check_item_parameters (BearingsCheck *check, const BearingsItemParameters *parameters)
{
  gboolean one_difficulty;

  if (!bearings_record_struct_is_set (&bearings_item_parameters_type, parameters))
    return;
  if (parameters->model == 0 || parameters->origin == 0) {
    bearings_check_error (check, parameters->model == 0 ? "model" : "origin", "missing-field",
                          _ ("item parameters need their model and where they come from"));
    return;
  }
  one_difficulty = parameters->model == BEARINGS_ITEM_MODEL_RASCH ||
                   parameters->model == BEARINGS_ITEM_MODEL_2PL ||
                   parameters->model == BEARINGS_ITEM_MODEL_3PL;
  if (parameters->model != BEARINGS_ITEM_MODEL_RASCH && isnan (parameters->a))
    bearings_check_error (check, "a", "missing-field",
                          _ ("this model needs the discrimination “a”"));
  if (parameters->b->len == 0 || (one_difficulty && parameters->b->len != 1))
    bearings_check_error (check, "b", "bad-parameters", _ ("this model needs %s in “b”, not %u"),
                          one_difficulty ? _ ("one difficulty") : _ ("the thresholds"),
                          parameters->b->len);
  if (parameters->model == BEARINGS_ITEM_MODEL_GRM)
    for (guint i = 1; i < parameters->b->len; i++)
      if (!(g_array_index (parameters->b, double, i - 1) <
            g_array_index (parameters->b, double, i)))
        bearings_check_error (check, "b", "not-ascending",
                              _ ("the thresholds of a graded item must ascend"));
  if ((parameters->model == BEARINGS_ITEM_MODEL_3PL) != !isnan (parameters->c))
    bearings_check_error (check, "c", "bad-parameters",
                          _ ("“c” belongs to the 3PL model and to no other"));
  if (parameters->origin == BEARINGS_ORIGIN_CALIBRATED &&
      !bearings_record_integer_is_set (parameters->n))
    bearings_check_error (check, "n", "missing-field",
                          _ ("a calibration must say on how many persons it rests"));
}

static void
check_directness (BearingsCheck *check, const BearingsClaimDirectness *directness)
{
  gboolean skill = directness->skill != NULL || directness->family != NULL;
  gboolean career =
    directness->role != NULL || directness->occupation != NULL || directness->group != NULL;

  if (!skill && !career && directness->level != BEARINGS_DIRECTNESS_CONTEXT)
    bearings_check_error (check, "level", "missing-field",
                          _ ("what names no skill and no career is true of every page, as "
                             "“context”; what is nearer says what it is near to"));
  if (directness->skill != NULL && directness->family != NULL)
    bearings_check_error (check, "family", "two-subjects",
                          _ ("a line names a skill or a family of skills, not both"));
  if (directness->group != NULL && (directness->role != NULL || directness->occupation != NULL))
    bearings_check_error (check, "group", "two-subjects",
                          _ ("a line names a role, an occupation or a group, not two of them"));
  if (directness->group != NULL &&
      !g_regex_match_simple ("^[0-9]{2}-[0-9]{4}$", directness->group, 0, 0))
    bearings_check_error (check, "group", "bad-code", _ ("“%s” is not a SOC code such as 29-0000"),
                          directness->group);
}

static void
check_replication_study (BearingsCheck *check, const BearingsReplicationStudy *study)
{
  if (study->claim == NULL && study->url == NULL)
    bearings_check_error (check, NULL, "missing-field",
                          _ ("another study is named by its claim or its address"));
}

static void
check_meeting_place (BearingsCheck *check, const BearingsMeetingPlace *place)
{
  if (!bearings_record_struct_is_set (&bearings_meeting_place_type, place))
    bearings_check_error (check, NULL, "missing-field",
                          _ ("a place names a skill, a role, an occupation, a channel or a topic"));
}

static void
check_criterion (BearingsCheck *check, const BearingsCriterion *criterion)
{
  if (criterion->points->len < 2)
    bearings_check_error (check, "points", "too-few",
                          _ ("a criterion needs at least two score points"));
  for (guint i = 1; i < criterion->points->len; i++) {
    BearingsCriterionPoint *before = g_ptr_array_index (criterion->points, i - 1);
    BearingsCriterionPoint *point = g_ptr_array_index (criterion->points, i);

    if (point->score <= before->score)
      bearings_check_error (check, "points", "not-ascending", _ ("the scores must ascend"));
  }
}

void
bearings_check_struct_rules (BearingsCheck *check,
                             const BearingsStructType *type,
                             gconstpointer data)
{
  if (type == &bearings_figure_type)
    check_figure (check, data);
  else if (type == &bearings_rating_type)
    check_rating (check, data);
  else if (type == &bearings_amount_type)
    check_amount (check, data);
  else if (type == &bearings_sample_size_type)
    check_sample_size (check, data);
  else if (type == &bearings_item_parameters_type)
    check_item_parameters (check, data);
  else if (type == &bearings_claim_directness_type)
    check_directness (check, data);
  else if (type == &bearings_replication_study_type)
    check_replication_study (check, data);
  else if (type == &bearings_meeting_place_type)
    check_meeting_place (check, data);
  else if (type == &bearings_criterion_type)
    check_criterion (check, data);
}

static void
check_source (BearingsCheck *check, const BearingsSource *source)
{
  if (source->doi != NULL &&
      (!g_str_has_prefix (source->doi, "10.") || strchr (source->doi, '/') == NULL))
    bearings_check_error (check, "doi", "bad-doi",
                          _ ("“%s” is not a DOI; write it as 10.1126/science.adh2586"),
                          source->doi);
  if (g_strcmp0 (source->replaced_by, source->record.id) == 0 && source->replaced_by != NULL)
    bearings_check_error (check, "replaced_by", "self-reference",
                          _ ("a source cannot replace itself"));
}

static void
check_claim (BearingsCheck *check, const BearingsClaim *claim)
{
  guint seen = 0; /* a bit for each domain */

  for (guint i = 0; i < claim->certainty_reasons->len; i++) {
    BearingsCertaintyReason *reason = g_ptr_array_index (claim->certainty_reasons, i);

    if (reason->domain != 0 && (seen & 1u << reason->domain) != 0)
      bearings_check_error (check, "certainty_reasons", "duplicate-entry",
                            _ ("certainty is lowered twice for “%s”; use “steps”"),
                            bearings_enums_nick (&bearings_reason_type, reason->domain));
    seen |= 1u << reason->domain;
  }
  bearings_check_claim_wording (check, claim);
  if (bearings_boundary_claim_crossings (claim) != 0 && claim->boundary_note == NULL)
    bearings_check_warning (check, "boundary_note", "crossing-without-note",
                            _ ("the claim is shown where another definition holds than the %s one "
                               "it uses, and “boundary_note” does not say what changes"),
                            bearings_enums_nick (&bearings_boundary_type, claim->boundary));
}

/* What a sentence states: a number or a range, a sample, years. */
static void
check_stated (BearingsCheck *check,
              double number,
              double number_high,
              gint64 n,
              const char *n_unit,
              const GPtrArray *years)
{
  if (!isnan (number_high) && !(number < number_high))
    bearings_check_error (check, "number_high", "interval-order",
                          _ ("the upper end of a range must be above “number”"));
  if (n_unit != NULL && !bearings_record_integer_is_set (n))
    bearings_check_error (check, "n", "missing-field", _ ("“n_unit” needs “n”"));
  for (guint i = 0; i < years->len; i++) {
    const char *year = years->pdata[i];
    if (strlen (year) != 4 || strspn (year, "0123456789") != 4)
      bearings_check_warning (check, "about_years", "bad-date", _ ("“%s” is not a year"), year);
  }
}

static void
check_trace_hop (BearingsCheck *check, const BearingsTraceHop *hop)
{
  if ((hop->claim == NULL) == (hop->register_entry == NULL))
    bearings_check_error (check, NULL, "one-owner",
                          _ ("a hop belongs to a claim or to a register entry, and to one only"));
  if (bearings_record_integer_is_set (hop->rests_on) && hop->rests_on >= hop->position)
    bearings_check_error (check, "rests_on", "self-reference", _ ("a hop rests on one before it"));
  check_stated (check, hop->number, hop->number_high, hop->n, hop->n_unit, hop->about_years);
  bearings_check_hop_wording (check, hop);
}

static void
check_register_entry (BearingsCheck *check, const BearingsRegisterEntry *entry)
{
  check_stated (check, entry->number, entry->number_high, entry->n, entry->n_unit,
                entry->about_years);
  bearings_check_entry_wording (check, entry);
  if (entry->primary_found == BEARINGS_NO && entry->searched == NULL)
    bearings_check_warning (check, "searched", "search-not-dated",
                            _ ("no origin was found, and “searched” does not say when it was "
                               "looked for"));
}

static void
check_evidence_search (BearingsCheck *check, const BearingsEvidenceSearch *search)
{
  if (search->outcome != 0 && search->outcome != BEARINGS_MISSING_NOT_FOUND &&
      search->outcome != BEARINGS_MISSING_NOT_SEARCHED)
    bearings_check_error (check, "outcome", "bad-value",
                          _ ("the outcome of a search is “not-found” or “not-searched”"));
  if (search->outcome == BEARINGS_MISSING_NOT_FOUND && search->searched == NULL)
    bearings_check_error (check, "searched", "missing-field",
                          _ ("“not-found” needs the date of the search in “searched”"));
}

static void
check_occupation (BearingsCheck *check, const BearingsOccupation *occupation)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < occupation->related->len; i++) {
    BearingsRelatedOccupation *related = g_ptr_array_index (occupation->related, i);

    if (related->occupation == NULL)
      continue;
    if (g_strcmp0 (related->occupation, occupation->record.id) == 0)
      bearings_check_error (check, "related", "self-reference",
                            _ ("an occupation is not related to itself"));
    if (!g_hash_table_add (seen, related->occupation))
      bearings_check_error (check, "related", "duplicate-entry",
                            _ ("“%s” stands in the list twice"), related->occupation);
  }
}

static void
check_occupation_skill (BearingsCheck *check, const BearingsOccupationSkill *row)
{
  gboolean flags = row->hot != BEARINGS_UNKNOWN || row->in_demand != BEARINGS_UNKNOWN;
  gboolean ratings = bearings_record_struct_is_set (&bearings_rating_type, &row->importance) ||
                     bearings_record_struct_is_set (&bearings_rating_type, &row->level);

  if (flags == ratings)
    bearings_check_error (check, NULL, "flags-or-ratings",
                          _ ("a skill of an occupation has flags or ratings, and not both"));
  if (row->importance.value < 1 || row->importance.value > 5)
    bearings_check_error (check, "importance.value", "out-of-range",
                          _ ("%.15g is outside the range %.15g to %.15g"), row->importance.value,
                          1.0, 5.0);
}

static void
check_wage (BearingsCheck *check, const BearingsWage *wage)
{
  const BearingsAmount *percentiles[] = { &wage->p10, &wage->p25, &wage->median, &wage->p75,
                                          &wage->p90 };
  double before = -1;

  for (guint i = 0; i < G_N_ELEMENTS (percentiles); i++) {
    double value = isnan (percentiles[i]->value) ? percentiles[i]->limit : percentiles[i]->value;

    if (isnan (value))
      continue;
    if (value < before)
      bearings_check_error (check, NULL, "not-ascending", _ ("the wage percentiles do not ascend"));
    before = value;
  }
}

static void
check_basis (BearingsCheck *check, int basis, const GPtrArray *claims)
{
  if (basis == BEARINGS_BASIS_CLAIMS && claims->len == 0)
    bearings_check_error (check, "claims", "basis-without-claims",
                          _ ("the basis is “claims”, but no claim is named"));
}

static void
check_posting_share (BearingsCheck *check, const BearingsPostingShare *share)
{
  if (bearings_record_integer_is_set (share->n_postings) && share->n > share->n_postings)
    bearings_check_error (check, "n", "count-above-total",
                          _ ("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " is more than all"),
                          share->n, share->n_postings);
  check_order (check, share->share, share->low, share->high, 0);
  bearings_check_share (check, share->k, share->n, share->share, share->low, share->high,
                        SHARE_ROUNDING);
}

static void
check_unique_id (BearingsCheck *check, GHashTable *seen, const char *member, char *id)
{
  if (id != NULL && !g_hash_table_add (seen, id))
    bearings_check_error (check, member, "duplicate-id", _ ("the id “%s” is used twice"), id);
}

static void
check_instrument (BearingsCheck *check, const BearingsInstrument *instrument)
{
  g_autoptr (GHashTable) scales = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal);
  const BearingsDisplayPolicy *policy = &instrument->policy;
  gboolean steps = bearings_instrument_levels_are_steps (instrument);
  double before = -INFINITY;

  if (instrument->version != NULL && !bearings_pack_info_version_is_valid (instrument->version))
    bearings_check_error (check, "version", "bad-version",
                          _ ("“%s” is not a version: numbers with dots between, such as 1.2.0"),
                          instrument->version);
  for (guint i = 0; i < instrument->scales->len; i++) {
    BearingsScale *scale = g_ptr_array_index (instrument->scales, i);
    check_unique_id (check, scales, "scales", scale->id);
  }
  for (guint i = 0; i < instrument->levels->len; i++) {
    BearingsLevel *level = g_ptr_array_index (instrument->levels, i);

    check_unique_id (check, levels, "levels", level->id);
    if (!steps && (i == 0) != isnan (level->theta_low))
      bearings_check_error (check, "levels", "level-cut",
                            _ ("every level but the lowest has “theta_low”, and only they; or "
                               "none has, and they are the steps of a self-rating"));
    else if (level->theta_low <= before)
      bearings_check_error (check, "levels", "not-ascending", _ ("the cut scores must ascend"));
    if (!isnan (level->theta_low))
      before = level->theta_low;
  }
  if (bearings_record_integer_is_set (instrument->minutes_high) &&
      instrument->minutes_low > instrument->minutes_high)
    bearings_check_error (check, "minutes_low", "interval-order",
                          _ ("the shortest time is above the longest"));
  if (policy->reliability_words > policy->reliability_percentile ||
      (bearings_record_integer_is_set (policy->n_percentile) &&
       policy->n_words > policy->n_percentile))
    bearings_check_error (check, "policy", "policy-order",
                          _ ("words must not ask for more than a percentile does"));
}

static void
check_options (BearingsCheck *check, const BearingsItem *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint keys = 0;

  for (guint i = 0; i < item->options->len; i++) {
    BearingsItemOption *option = g_ptr_array_index (item->options, i);

    check_unique_id (check, seen, "options", option->id);
    keys += option->key == BEARINGS_YES;
  }
  if (item->options->len < 2 && item->answer != BEARINGS_ANSWER_TYPED)
    bearings_check_error (check, "options", "too-few",
                          _ ("a keyed item needs two options or more"));
  switch (bearings_item_get_answer (item)) {
  case BEARINGS_ANSWER_SINGLE:
    if (keys != 1)
      bearings_check_error (check, "options", "one-key",
                            _ ("a keyed item needs one keyed option, not %u"), keys);
    break;
  case BEARINGS_ANSWER_MULTIPLE:
  case BEARINGS_ANSWER_TYPED:
    if (keys == 0)
      bearings_check_error (check, "options", "no-key",
                            _ ("an item with several answers needs at least one keyed option"));
    break;
  case BEARINGS_ANSWER_ORDERING:
    if (keys > 0)
      bearings_check_error (check, "options", "order-is-key",
                            _ ("the order of the options is the key of an ordering item; none of "
                               "them is keyed by itself"));
    break;
  }
}

static void
check_anchors (BearingsCheck *check, const BearingsItem *item)
{
  if (item->anchors->len < 2)
    bearings_check_error (check, "anchors", "too-few",
                          _ ("a self-report item needs two anchors or more"));
  for (guint i = 1; i < item->anchors->len; i++) {
    BearingsItemAnchor *before = g_ptr_array_index (item->anchors, i - 1);
    BearingsItemAnchor *anchor = g_ptr_array_index (item->anchors, i);

    if (anchor->value <= before->value)
      bearings_check_error (check, "anchors", "not-ascending", _ ("the anchors must ascend"));
  }
}

static gboolean
has_point (const BearingsCriterion *criterion, gint64 score)
{
  for (guint i = 0; i < criterion->points->len; i++)
    if (((BearingsCriterionPoint *) g_ptr_array_index (criterion->points, i))->score == score)
      return TRUE;
  return FALSE;
}

static void
check_rubric (BearingsCheck *check, const BearingsItem *item)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (item->criteria->len == 0)
    bearings_check_error (check, "criteria", "too-few",
                          _ ("a rubric item needs at least one criterion"));
  for (guint i = 0; i < item->criteria->len; i++) {
    BearingsCriterion *criterion = g_ptr_array_index (item->criteria, i);
    if (criterion->id != NULL && !g_hash_table_insert (by_id, criterion->id, criterion))
      bearings_check_error (check, "criteria", "duplicate-id", _ ("the id “%s” is used twice"),
                            criterion->id);
  }
  if (check->n_errors > 0) /* scores can only be held against criteria that are sound */
    return;
  for (guint i = 0; i < item->exemplars->len; i++) {
    BearingsExemplar *exemplar = g_ptr_array_index (item->exemplars, i);

    for (guint j = 0; j < exemplar->scores->len; j++) {
      BearingsExemplarScore *score = g_ptr_array_index (exemplar->scores, j);
      const BearingsCriterion *criterion = g_hash_table_lookup (by_id, score->criterion);
      g_autofree char *member = g_strdup_printf ("exemplars[%u].scores[%u]", i, j);

      if (criterion == NULL)
        bearings_check_error (check, member, "missing-reference",
                              _ ("the item has no criterion “%s”"), score->criterion);
      else if (!has_point (criterion, score->score))
        bearings_check_error (check, member, "missing-reference",
                              _ ("the criterion “%s” has no score %" G_GINT64_FORMAT),
                              score->criterion, score->score);
    }
  }
}

static void
check_item (BearingsCheck *check, const BearingsItem *item)
{
  if (item->kind == BEARINGS_ITEM_KEYED)
    check_options (check, item);
  else if (item->options->len > 0)
    bearings_check_error (check, "options", "wrong-kind", _ ("only keyed items have options"));
  if (item->kind == BEARINGS_ITEM_SELF_REPORT)
    check_anchors (check, item);
  else if (item->anchors->len > 0)
    bearings_check_error (check, "anchors", "wrong-kind",
                          _ ("only self-report items have anchors"));
  if (item->kind == BEARINGS_ITEM_RUBRIC)
    check_rubric (check, item);
  else if (item->criteria->len > 0 || item->exemplars->len > 0)
    bearings_check_error (check, "criteria", "wrong-kind",
                          _ ("only rubric items have criteria and exemplars"));
}

static void
check_reference_sample (BearingsCheck *check, const BearingsReferenceSample *sample)
{
  /* A plain fact has no measurement error; everything else must say how reliable it is. */
  if (sample->factual != BEARINGS_YES &&
      !bearings_record_struct_is_set (&bearings_figure_type, &sample->reliability))
    bearings_check_error (check, "reliability", "missing-field",
                          _ ("a measure that is not factual needs its reliability, or why it "
                             "is missing"));
}

static void
check_norm_table (BearingsCheck *check, const BearingsNormTable *table)
{
  double before = -INFINITY;
  gint64 total = 0;

  for (guint i = 0; i < table->rows->len; i++) {
    const BearingsNormRow *row = g_ptr_array_index (table->rows, i);
    g_autofree char *member = g_strdup_printf ("rows[%u]", i);

    if (row->low < before || row->low >= row->high)
      bearings_check_error (check, member, "not-ascending",
                            _ ("the rows of a norm table must ascend"));
    if (isnan (row->high) && i + 1 < table->rows->len)
      bearings_check_error (check, member, "open-row", _ ("only the last row may be open"));
    before = isnan (row->high) ? row->low : row->high;
    total += bearings_record_integer_is_set (row->n) ? MAX (row->n, 0) : 0;
  }
  if (table->rows->len > 0 && total == 0)
    bearings_check_error (check, "rows", "too-few", _ ("the norm table counts nobody"));
}

void
bearings_check_record_rules (BearingsCheck *check, const BearingsRecord *record)
{
  gconstpointer data = record;

  switch (record->type->kind) {
  case BEARINGS_RECORD_SOURCE:
    check_source (check, data);
    break;
  case BEARINGS_RECORD_CLAIM:
    check_claim (check, data);
    break;
  case BEARINGS_RECORD_TRACE_HOP:
    check_trace_hop (check, data);
    break;
  case BEARINGS_RECORD_REGISTER_ENTRY:
    check_register_entry (check, data);
    break;
  case BEARINGS_RECORD_EVIDENCE_SEARCH:
    check_evidence_search (check, data);
    break;
  case BEARINGS_RECORD_OCCUPATION:
    check_occupation (check, data);
    break;
  case BEARINGS_RECORD_OCCUPATION_SKILL:
    check_occupation_skill (check, data);
    break;
  case BEARINGS_RECORD_WAGE:
    check_wage (check, data);
    break;
  case BEARINGS_RECORD_POSTING_SHARE:
    check_posting_share (check, data);
    break;
  case BEARINGS_RECORD_VACANCY_SHARE: {
    const BearingsVacancyShare *share = data;
    check_order (check, share->share, share->low, share->high, 0);
    bearings_check_share (check, share->k, share->n, share->share, share->low, share->high,
                          SHARE_ROUNDING);
    break;
  }
  case BEARINGS_RECORD_SKILL_FAMILY:
    if (((const BearingsSkillFamily *) data)->skills->len == 0 &&
        ((const BearingsSkillFamily *) data)->categories->len == 0)
      bearings_check_error (check, "skills", "too-few",
                            _ ("a family holds skills, or all of a category"));
    break;
  case BEARINGS_RECORD_USE_SHARE: {
    const BearingsUseShare *share = data;
    check_order (check, share->share, share->low, share->high, 0);
    bearings_check_share (check, share->k, share->n, share->share, share->low, share->high,
                          SHARE_ROUNDING);
    break;
  }
  case BEARINGS_RECORD_LADDER:
    check_basis (check, ((const BearingsLadder *) data)->basis,
                 ((const BearingsLadder *) data)->claims);
    break;
  case BEARINGS_RECORD_READING:
    check_basis (check, ((const BearingsReading *) data)->basis,
                 ((const BearingsReading *) data)->claims);
    break;
  case BEARINGS_RECORD_INSTRUMENT:
    check_instrument (check, data);
    break;
  case BEARINGS_RECORD_ITEM:
    check_item (check, data);
    break;
  case BEARINGS_RECORD_REFERENCE_SAMPLE:
    check_reference_sample (check, data);
    break;
  case BEARINGS_RECORD_NORM_TABLE:
    check_norm_table (check, data);
    break;
  case BEARINGS_RECORD_STUDY:
  case BEARINGS_RECORD_ROLE:
  case BEARINGS_RECORD_SKILL:
  case BEARINGS_RECORD_PROJECTION:
  case BEARINGS_RECORD_DEFINITION:
  case BEARINGS_RECORD_LITERATURE:
  case BEARINGS_RECORD_GLOSSARY_TERM:
  case BEARINGS_RECORD_WORK_DESCRIPTION:
  case BEARINGS_N_RECORD_KINDS:
    break;
  }
}
