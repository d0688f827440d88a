/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a sitting. */

#include "bearings-result.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-interview.h"
#include "bearings-scoring.h"

/* Of a rating that is known to a whole step: uniform over it. Equal ratings are not without error.
 */
#define STEP_VARIANCE (1.0 / 12)

static const BearingsLevel *
level_at (const BearingsInstrument *instrument, double theta)
{
  const BearingsLevel *found = NULL;

  for (guint i = 0; i < instrument->levels->len; i++) {
    const BearingsLevel *level = g_ptr_array_index (instrument->levels, i);
    if (isnan (level->theta_low) || theta >= level->theta_low)
      found = level;
  }
  return found;
}

static void
classify (BearingsResult *result)
{
  const BearingsInstrument *instrument = result->form->instrument;
  guint n = instrument->levels->len;

  result->level_chance = g_array_sized_new (FALSE, TRUE, sizeof (double), n);
  if (isnan (result->theta))
    return;
  result->level = level_at (instrument, result->theta);
  result->level_low = level_at (instrument, result->theta_low);
  result->level_high = level_at (instrument, result->theta_high);
  for (guint i = 0; i < n; i++) {
    const BearingsLevel *level = g_ptr_array_index (instrument->levels, i);
    const BearingsLevel *next = i + 1 < n ? g_ptr_array_index (instrument->levels, i + 1) : NULL;
    double above = isnan (level->theta_low)
                     ? 1
                     : bearings_scoring_chance_above (result->theta, result->se, level->theta_low);
    double above_next =
      next != NULL ? bearings_scoring_chance_above (result->theta, result->se, next->theta_low) : 0;
    double chance = above - above_next;
    g_array_append_val (result->level_chance, chance);
  }
}

/* Mean and standard error of the self-ratings of a scale, or of all. */
static void
self_ratings (const BearingsSitting *sitting, const char *scale, double *mean, double *se, guint *n)
{
  double sum = 0, squares = 0;

  *n = 0;
  for (guint i = 0; i < sitting->items->len; i++) {
    BearingsSittingItem *item = g_ptr_array_index (sitting->items, i);
    double score;

    if (item->item->kind != BEARINGS_ITEM_SELF_REPORT || item->item->practice == BEARINGS_YES ||
        (scale != NULL && !g_str_equal (item->item->scale, scale)))
      continue;
    score = bearings_response_score (item->response, item->item);
    if (isnan (score))
      continue;
    sum += score;
    squares += score * score;
    (*n)++;
  }
  *mean = *n > 0 ? sum / *n : NAN;
  *se = *n > 1 ? sqrt (MAX ((squares - sum * sum / *n) / (*n - 1.0), STEP_VARIANCE) / *n) : NAN;
}

static const BearingsLevel *
step_at (const BearingsInstrument *instrument, double mean)
{
  double last = instrument->levels->len - 1.0;

  return g_ptr_array_index (instrument->levels, (guint) floor (CLAMP (mean, 0, last) + 0.5));
}

/* The level of an instrument that measures nothing: the step next to the mean self-rating. */
static void
take_steps (BearingsResult *result)
{
  const BearingsInstrument *instrument = result->form->instrument;
  double half = isnan (result->self_se) ? 0 : BEARINGS_SCORING_Z95 * result->self_se;

  result->steps = bearings_instrument_levels_are_steps (instrument);
  if (!result->steps || isnan (result->self_mean))
    return;
  result->level = step_at (instrument, result->self_mean);
  result->level_low = step_at (instrument, result->self_mean - half);
  result->level_high = step_at (instrument, result->self_mean + half);
}

static void
count_items (BearingsResult *result)
{
  for (guint i = 0; i < result->sitting->items->len; i++) {
    BearingsSittingItem *item = g_ptr_array_index (result->sitting->items, i);
    double score = bearings_response_score (item->response, item->item);

    if (item->item->practice == BEARINGS_YES || isnan (score))
      continue;
    if (item->item->kind == BEARINGS_ITEM_KEYED) {
      result->n_keyed++;
      result->n_keyed_right += score > 0;
    } else if (item->item->kind == BEARINGS_ITEM_RUBRIC) {
      result->n_rubric++;
    }
    if (item->item->kind != BEARINGS_ITEM_SELF_REPORT &&
        item->item->parameters.origin != BEARINGS_ORIGIN_CALIBRATED)
      result->provisional = TRUE;
  }
}

static void
profile (BearingsResult *result)
{
  GPtrArray *scales = result->form->instrument->scales;

  for (guint i = 0; i < scales->len; i++) {
    BearingsScaleResult *row = g_new0 (BearingsScaleResult, 1);
    BearingsEstimate estimate;
    double se;

    row->scale = g_ptr_array_index (scales, i);
    estimate = bearings_scoring_estimate (result->sitting, row->scale->id);
    row->theta = estimate.theta;
    row->se = estimate.se;
    row->n_items = estimate.n_items;
    self_ratings (result->sitting, row->scale->id, &row->self_mean, &se, &row->n_self);
    g_ptr_array_add (result->scales, row);
  }
}

#define FAST_MS 3000

/* Remarks on the answers. They describe; they never void a result. */
static void
remark (BearingsResult *result)
{
  guint fast = 0, skipped = 0, n_self = 0;
  gint64 first = -1;
  gboolean straight = TRUE;
  gboolean interview = bearings_interview_is (result->sitting);

  for (guint i = 0; i < result->sitting->items->len; i++) {
    BearingsSittingItem *item = g_ptr_array_index (result->sitting->items, i);

    if (item->item->practice == BEARINGS_YES)
      continue;
    if (item->response == NULL)
      skipped++;
    else if (!interview && item->duration_ms > 0 && item->duration_ms < FAST_MS)
      fast++;
    if (item->response != NULL && item->response->kind == BEARINGS_RESPONSE_ANCHOR) {
      if (n_self++ == 0)
        first = item->response->anchor;
      straight &= item->response->anchor == first;
    }
  }
  if (interview)
    g_ptr_array_add (result->checks, g_strdup (bearings_interview_remark ()));
  if (fast > 0)
    g_ptr_array_add (
      result->checks,
      g_strdup_printf (ngettext ("%u answer was given in under three seconds.",
                                 "%u answers were given in under three seconds.", fast),
                       fast));
  if (n_self >= 4 && straight)
    g_ptr_array_add (result->checks, g_strdup (_ ("All self-ratings are the same.")));
  if (skipped > 0)
    g_ptr_array_add (
      result->checks,
      g_strdup_printf (
        ngettext ("%u item was left open; it is not counted as wrong, but the band is wider.",
                  "%u items were left open; they are not counted as wrong, but the band is wider.",
                  skipped),
        skipped));
}

static void
place (BearingsResult *result, GPtrArray *samples, GPtrArray *norms)
{
  const char *text = g_hash_table_lookup (result->sitting->facts, BEARINGS_FACT_YEARS);
  char *end = NULL;
  double years = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  if (text == NULL || end == text || !isfinite (years) || years < 0)
    return;
  for (guint i = 0; i < norms->len; i++) {
    BearingsNormTable *table = g_ptr_array_index (norms, i);

    for (guint j = 0; j < samples->len; j++) {
      BearingsReferenceSample *sample = g_ptr_array_index (samples, j);
      if (g_str_equal (table->sample, sample->record.id) && sample->factual == BEARINGS_YES)
        g_ptr_array_add (
          result->placements,
          bearings_placement_new (&result->form->instrument->policy, sample, table, years));
    }
  }
}

static char *
why_level_only (const BearingsResult *result)
{
  if (result->steps)
    return g_strdup (_ ("This instrument asks for self-ratings only. They are no measurement of "
                        "skill, so there is no estimate and no percentile."));
  if (result->provisional)
    return g_strdup (
      _ ("No reference sample of this instrument is published and the difficulty of its items is a "
         "provisional judgement, so there is no general percentile of skill."));
  return g_strdup (_ ("No reference sample of this instrument is published, so there is no general "
                      "percentile of skill."));
}

BearingsResult *
bearings_result_new (BearingsSitting *sitting,
                     const BearingsSittingInfo *info,
                     GPtrArray *samples,
                     GPtrArray *norms)
{
  BearingsResult *result = g_new0 (BearingsResult, 1);
  BearingsEstimate estimate = bearings_scoring_estimate (sitting, NULL);

  g_atomic_ref_count_init (&result->ref_count);
  result->sitting = bearings_sitting_ref (sitting);
  result->form = bearings_form_ref (sitting->form);
  result->info = bearings_sitting_info_copy (info);
  result->scales = g_ptr_array_new_with_free_func (g_free);
  result->placements = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_placement_free);
  result->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_placement_free);
  result->checks = g_ptr_array_new_with_free_func (g_free);
  result->theta = estimate.theta;
  result->se = estimate.se;
  result->theta_low = estimate.theta - BEARINGS_SCORING_Z95 * estimate.se;
  result->theta_high = estimate.theta + BEARINGS_SCORING_Z95 * estimate.se;
  result->reliability = 1 - estimate.se * estimate.se;
  count_items (result);
  classify (result);
  self_ratings (sitting, NULL, &result->self_mean, &result->self_se, &result->n_self);
  take_steps (result);
  profile (result);
  place (result, samples, norms);
  remark (result);
  result->display =
    bearings_display_decide (&result->form->instrument->policy, result->reliability, 0, FALSE);
  result->display_why = why_level_only (result);
  return result;
}

BearingsResult *
bearings_result_ref (BearingsResult *result)
{
  g_atomic_ref_count_inc (&result->ref_count);
  return result;
}

void
bearings_result_take_groups (BearingsResult *result, GPtrArray *groups)
{
  g_ptr_array_unref (result->groups);
  result->groups = groups;
}

void
bearings_result_unref (BearingsResult *result)
{
  if (!g_atomic_ref_count_dec (&result->ref_count))
    return;
  bearings_form_unref (result->form);
  bearings_sitting_unref (result->sitting);
  bearings_sitting_info_free (result->info);
  g_array_unref (result->level_chance);
  g_ptr_array_unref (result->scales);
  g_ptr_array_unref (result->placements);
  g_ptr_array_unref (result->groups);
  g_ptr_array_unref (result->checks);
  g_free (result->display_why);
  g_free (result->skill_name);
  g_free (result);
}

char *
bearings_result_title (const BearingsResult *result)
{
  const BearingsInstrument *instrument = result->form->instrument;

  if (instrument->skill != NULL || result->skill_name == NULL)
    return g_strdup (instrument->title);
  /* Translators: name of a skill, title of the instrument that was about it. */
  return g_strdup_printf (_ ("%s: %s"), result->skill_name, instrument->title);
}

static char *
steps_summary (const BearingsResult *result)
{
  g_autofree char *mean = NULL;
  g_autofree char *ratings = NULL;

  if (result->level == NULL)
    return g_strdup (_ ("No self-rating was given, so there is nothing to sum up."));
  mean = bearings_format_fixed (result->self_mean, 1);
  ratings = g_strdup_printf (ngettext ("%u self-rating", "%u self-ratings", result->n_self),
                             result->n_self);
  if (result->level_low == result->level_high)
    return g_strdup_printf (
      /* Translators: name of a level, mean step, number of ratings. */
      _ ("By your own account you are at the level “%s”: step %s of 0 to 4, from %s. Nothing was "
         "measured."),
      result->level->title, mean, ratings);
  return g_strdup_printf (
    /* Translators: name of a level, mean step, number of ratings, lowest and highest level. */
    _ ("By your own account you are nearest to the level “%s”: step %s of 0 to 4, from %s, which "
       "differ enough for any level from “%s” to “%s”. Nothing was measured."),
    result->level->title, mean, ratings, result->level_low->title, result->level_high->title);
}

char *
bearings_result_summary (const BearingsResult *result)
{
  const BearingsLevel *level = result->level;
  double chance = 0;
  int percent;

  if (result->steps)
    return steps_summary (result);
  if (level == NULL)
    return g_strdup (_ ("No scored item was answered, so there is no estimate."));
  for (guint i = 0; i < result->level_chance->len; i++)
    if (g_ptr_array_index (result->form->instrument->levels, i) == level)
      chance = g_array_index (result->level_chance, double, i);
  percent = (int) round (100 * chance);
  if (result->level_low == result->level_high)
    /* Translators: name of a level, chance in percent. */
    return g_strdup_printf (
      _ ("Your answers place you at the level “%s”. The chance that this is the right level is "
         "%d %%, by the provisional difficulty of the items."),
      level->title, percent);
  return g_strdup_printf (
    /* Translators: most likely level, its chance in percent, lowest and highest level. */
    _ ("Your answers fit the level “%s” best, with a chance of %d %%. Any level from “%s” to "
       "“%s” is possible."),
    level->title, percent, result->level_low->title, result->level_high->title);
}

GPtrArray *
bearings_result_limits (const BearingsResult *result)
{
  GPtrArray *limits = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (limits,
                   g_strdup (_ ("It is not a hiring decision and must not be used for one.")));
  if (result->steps)
    g_ptr_array_add (limits, g_strdup (_ ("It is not a measurement: self-ratings and measured "
                                          "performance go together only loosely.")));
  g_ptr_array_add (limits,
                   g_strdup (_ ("It does not say how well you would do in a job: the items sample "
                                "this skill, not the work.")));
  if (result->provisional)
    g_ptr_array_add (limits,
                     g_strdup (_ ("The difficulty of the items was judged by their authors, not "
                                  "measured, so the levels are provisional.")));
  if (result->n_rubric > 0)
    g_ptr_array_add (limits,
                     g_strdup (_ ("Tasks scored by rubric were scored by yourself; a second rater "
                                  "may see them differently.")));
  if (result->placements->len > 0)
    g_ptr_array_add (limits,
                     g_strdup (_ ("The place by years of coding is about experience, never about "
                                  "skill.")));
  return limits;
}
