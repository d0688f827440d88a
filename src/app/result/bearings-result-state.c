/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the result page says and draws. */

#include "bearings-result-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-scoring.h"

#define AXIS_MARGIN 1.2 /* theta drawn beyond the outer cuts */

BearingsLevelAxis *
bearings_level_axis_new (const BearingsInstrument *instrument)
{
  BearingsLevelAxis *axis = g_new0 (BearingsLevelAxis, 1);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  axis->cuts = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < instrument->levels->len; i++) {
    const BearingsLevel *level = g_ptr_array_index (instrument->levels, i);

    g_strv_builder_add (titles, level->title);
    if (!isnan (level->theta_low))
      g_array_append_val (axis->cuts, level->theta_low);
  }
  axis->titles = g_strv_builder_end (titles);
  axis->low = -AXIS_MARGIN;
  axis->high = AXIS_MARGIN;
  if (axis->cuts->len > 0) {
    axis->low = g_array_index (axis->cuts, double, 0) - AXIS_MARGIN;
    axis->high = g_array_index (axis->cuts, double, axis->cuts->len - 1) + AXIS_MARGIN;
  }
  return axis;
}

void
bearings_level_axis_free (BearingsLevelAxis *axis)
{
  g_array_unref (axis->cuts);
  g_strfreev (axis->titles);
  g_free (axis);
}

static guint
level_index (const BearingsInstrument *instrument, double theta)
{
  guint found = 0;

  for (guint i = 0; i < instrument->levels->len; i++) {
    const BearingsLevel *level = g_ptr_array_index (instrument->levels, i);
    if (isnan (level->theta_low) || theta >= level->theta_low)
      found = i;
  }
  return found;
}

const BearingsLevel *
bearings_result_state_level_at (const BearingsInstrument *instrument, double theta)
{
  if (instrument->levels->len == 0 || isnan (theta))
    return NULL;
  return instrument->levels->pdata[level_index (instrument, theta)];
}

char *
bearings_result_state_band_text (const BearingsInstrument *instrument, double theta, double se)
{
  const BearingsLevel *level = bearings_result_state_level_at (instrument, theta);
  const BearingsLevel *low, *high;

  if (level == NULL)
    return g_strdup (_ ("No estimate: no question was answered"));
  low = bearings_result_state_level_at (instrument, theta - BEARINGS_SCORING_Z95 * se);
  high = bearings_result_state_level_at (instrument, theta + BEARINGS_SCORING_Z95 * se);
  if (low == high)
    /* Translators: name of a level. */
    return g_strdup_printf (_ ("%s, with its error as well"), level->title);
  /* Translators: names of three levels: of the estimate, and of the ends of its 95 % band. */
  return g_strdup_printf (_ ("%s; with its error, from %s to %s"), level->title, low->title,
                          high->title);
}

char *
bearings_result_state_chance_percent (double chance)
{
  int percent = (int) round (100 * chance);

  if (percent == 0 && chance > 0)
    return g_strdup (_ ("under 1 %"));
  if (percent == 100 && chance < 1)
    return g_strdup (_ ("over 99 %"));
  /* Translators: a chance in percent. */
  return g_strdup_printf (_ ("%d %%"), percent);
}

/* Steps of the self-rating that was answered; 0 when items differ. */
static guint
self_steps (const BearingsResult *result)
{
  guint steps = 0;

  for (guint i = 0; i < result->sitting->items->len; i++) {
    const BearingsSittingItem *item = g_ptr_array_index (result->sitting->items, i);

    if (item->item->kind != BEARINGS_ITEM_SELF_REPORT || item->item->practice == BEARINGS_YES)
      continue;
    if (steps != 0 && steps != item->item->anchors->len)
      return 0;
    steps = item->item->anchors->len;
  }
  return steps;
}

/* Position among the levels, from 0 to their number; levels without an end count as wide as their
 * neighbour. */
static double
level_position (const BearingsInstrument *instrument, double theta)
{
  guint n = instrument->levels->len, at = level_index (instrument, theta);
  double low = ((BearingsLevel *) instrument->levels->pdata[at])->theta_low;
  double high = at + 1 < n ? ((BearingsLevel *) instrument->levels->pdata[at + 1])->theta_low : NAN;

  if (isnan (low)) {
    double next =
      at + 2 < n ? ((BearingsLevel *) instrument->levels->pdata[at + 2])->theta_low : NAN;
    low = isnan (next) ? high - 1 : high - (next - high);
  } else if (isnan (high)) {
    double previous =
      at > 0 ? ((BearingsLevel *) instrument->levels->pdata[at - 1])->theta_low : NAN;
    high = isnan (previous) ? low + 1 : low + (low - previous);
  }
  return at + CLAMP ((theta - low) / (high - low), 0, 1);
}

BearingsSelfGap
bearings_result_state_self_gap (const BearingsResult *result)
{
  const BearingsInstrument *instrument = result->form->instrument;
  guint n = instrument->levels->len;
  double self_low, self_high, low, high;

  if (isnan (result->theta) || isnan (result->self_mean) || isnan (result->self_se) || n < 2 ||
      self_steps (result) != n)
    return BEARINGS_GAP_UNKNOWN;
  /* Step v means level v, so its middle lies half a step above its beginning. */
  self_low = result->self_mean + 0.5 - BEARINGS_SCORING_Z95 * result->self_se;
  self_high = result->self_mean + 0.5 + BEARINGS_SCORING_Z95 * result->self_se;
  low = level_position (instrument, result->theta_low);
  high = level_position (instrument, result->theta_high);
  if (self_low > high)
    return BEARINGS_GAP_HIGHER;
  if (self_high < low)
    return BEARINGS_GAP_LOWER;
  return BEARINGS_GAP_WITHIN;
}

const char *
bearings_result_state_gap_text (BearingsSelfGap gap)
{
  switch (gap) {
  case BEARINGS_GAP_WITHIN:
    return _ ("Within their errors the two agree, step for level.");
  case BEARINGS_GAP_HIGHER:
    return _ ("You rate yourself higher than your answers to the questions suggest, step for "
              "level, and by more than both errors.");
  case BEARINGS_GAP_LOWER:
    return _ ("You rate yourself lower than your answers to the questions suggest, step for "
              "level, and by more than both errors.");
  case BEARINGS_GAP_UNKNOWN:
    break;
  }
  return _ ("The two cannot be compared: one of them is missing or has no error.");
}

/* The latest first; those without a date last. */
static int
compare_collected (gconstpointer a, gconstpointer b)
{
  const BearingsPlacement *x = *(BearingsPlacement *const *) a;
  const BearingsPlacement *y = *(BearingsPlacement *const *) b;

  return g_strcmp0 (y->sample->collected, x->sample->collected);
}

GPtrArray *
bearings_result_state_placements_for_role (GPtrArray *placements,
                                           const char *role,
                                           gboolean matching)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < placements->len; i++) {
    BearingsPlacement *placement = g_ptr_array_index (placements, i);
    gboolean match = role != NULL && strstr (placement->sample->record.id, role) != NULL;

    if (match == matching)
      g_ptr_array_add (found, placement);
  }
  g_ptr_array_sort (found, compare_collected);
  return found;
}

/* Whether the longest sitting would be longer by a fifth at least. */
static gboolean
has_longer (const BearingsResult *result)
{
  double seconds = 0;

  for (guint i = 0; i < result->sitting->items->len; i++)
    seconds += (double) ((BearingsSittingItem *) result->sitting->items->pdata[i])->item->seconds;
  return bearings_sitting_plan_expected_minutes (result->form, BEARINGS_LENGTH_LONG) * 60 >
         1.2 * seconds;
}

BearingsNextStep
bearings_result_state_next_step (const BearingsResult *result)
{
  const BearingsInstrument *instrument = result->form->instrument;

  if (result->steps && result->level != NULL)
    return BEARINGS_NEXT_STEP_LADDER;
  if (isnan (result->theta))
    return BEARINGS_NEXT_STEP_ASSESS;
  if (level_index (instrument, result->theta_high) - level_index (instrument, result->theta_low) >=
        2 &&
      has_longer (result))
    return BEARINGS_NEXT_STEP_LONGER;
  return BEARINGS_NEXT_STEP_LADDER;
}

const char *
bearings_next_step_label (BearingsNextStep step)
{
  switch (step) {
  case BEARINGS_NEXT_STEP_ASSESS:
    return _ ("_Take the Assessment");
  case BEARINGS_NEXT_STEP_LONGER:
    return _ ("_Take a Longer Sitting");
  case BEARINGS_NEXT_STEP_LADDER:
    break;
  }
  return _ ("See the Next _Level");
}

char *
bearings_next_step_reason (const BearingsResult *result, BearingsNextStep step)
{
  switch (step) {
  case BEARINGS_NEXT_STEP_ASSESS:
    return g_strdup (_ ("No scored question was answered, so there is nothing to show yet."));
  case BEARINGS_NEXT_STEP_LONGER:
    return g_strdup_printf (
      /* Translators: lowest and highest level that are possible. */
      _ ("The band still reaches from “%s” to “%s”. More questions narrow it before you decide "
         "what to learn."),
      result->level_low->title, result->level_high->title);
  case BEARINGS_NEXT_STEP_LADDER:
    break;
  }
  return g_strdup (_ ("The page of the skill has a ladder from beginner to expert and what shows "
                      "each step, with the evidence for its weight in the career."));
}

char *
bearings_result_state_when (const BearingsSittingInfo *info)
{
  g_autoptr (GDateTime) started = g_date_time_new_from_unix_local (info->started / G_USEC_PER_SEC);

  /* Translators: date and time of a sitting; see the manual of strftime. */
  return started != NULL ? g_date_time_format (started, _ ("%-d %B %Y, %H:%M")) : g_strdup ("");
}
