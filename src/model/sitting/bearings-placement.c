/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in a reference sample, and what may be shown of them. */

#include "bearings-result.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-scoring.h"
#include "psy-norms.h"

BearingsDisplay
bearings_display_decide (const BearingsDisplayPolicy *policy,
                         double reliability,
                         gint64 n,
                         gboolean factual)
{
  static const BearingsDisplay displays[] = {
    [PSY_NORMS_REFUSE] = BEARINGS_DISPLAY_LEVEL_ONLY,
    [PSY_NORMS_WORDS] = BEARINGS_DISPLAY_WORDS,
    [PSY_NORMS_PERCENTILE] = BEARINGS_DISPLAY_PERCENTILE,
  };
  PsyNormPolicy made = PSY_NORM_POLICY;

  if (!isnan (policy->reliability_percentile))
    made.reliability_percentile = policy->reliability_percentile;
  if (!isnan (policy->reliability_words))
    made.reliability_words = policy->reliability_words;
  if (bearings_record_integer_is_set (policy->n_percentile))
    made.n_percentile = (double) policy->n_percentile;
  if (bearings_record_integer_is_set (policy->n_words))
    made.n_words = (double) policy->n_words;
  return displays[psy_norms_policy (&made, (double) n, factual ? 1 : reliability)];
}

typedef struct {
  double below, equal, total;
  gboolean coarse; /* the row spans more than one unit */
} Place;

static Place
find_place (const BearingsNormTable *table, double value)
{
  Place place = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < table->rows->len; i++) {
    BearingsNormRow *row = g_ptr_array_index (table->rows, i);
    gboolean open = isnan (row->high);

    place.total += (double) row->n;
    if (!open && value >= row->high)
      place.below += (double) row->n;
    else if (!found && value >= row->low) {
      place.equal = (double) row->n;
      place.coarse = open || row->high - row->low > 1;
      found = TRUE;
    }
  }
  return place;
}

/* Steps in which somebody may stand among people the sample does not tell apart. */
#define COARSE_STEPS 50

/* Within a coarse row every place is as likely as another. */
static double
chance_above (const Place *place, double cut)
{
  double sum = 0;

  if (!place->coarse)
    return bearings_scoring_share_above (place->below + place->equal / 2, place->total, cut);
  for (guint i = 0; i < COARSE_STEPS; i++)
    sum += bearings_scoring_share_above (place->below + place->equal * (i + 0.5) / COARSE_STEPS,
                                         place->total, cut);
  return sum / COARSE_STEPS;
}

static int
whole (double share)
{
  return (int) CLAMP (round (100 * share), 0, 100);
}

BearingsPlacement *
bearings_placement_new (const BearingsDisplayPolicy *policy,
                        BearingsReferenceSample *sample,
                        BearingsNormTable *table,
                        double value)
{
  BearingsPlacement *placement = g_new0 (BearingsPlacement, 1);
  Place place = find_place (table, value);
  double rank = (place.below + place.equal / 2) / place.total;
  BearingsLimits low_limits, high_limits;

  placement->sample = bearings_record_ref (sample);
  placement->table = bearings_record_ref (table);
  placement->value = value;
  placement->n = (gint64) place.total;
  placement->display =
    bearings_display_decide (policy, NAN, placement->n, sample->factual == BEARINGS_YES);
  placement->value_text = bearings_format_number (value, 1);
  placement->percentile = whole (rank);
  if (place.coarse) {
    low_limits = bearings_scoring_share_limits (place.below, place.total);
    high_limits = bearings_scoring_share_limits (place.below + place.equal, place.total);
    placement->why =
      g_strdup (_ ("The sample does not tell apart people within the same range of years, so the "
                   "band covers the whole range and its sampling error."));
  } else {
    low_limits = high_limits =
      bearings_scoring_share_limits (place.below + place.equal / 2, place.total);
    placement->why = g_strdup (_ ("The band is the sampling error of the reference group; a count "
                                  "of years has no measurement error of its own."));
  }
  placement->low = whole (low_limits.low);
  placement->high = whole (high_limits.high);
  for (guint i = 0; i < 3; i++)
    placement->above_quartile[i] = chance_above (&place, 0.25 * (i + 1));
  if (placement->display != BEARINGS_DISPLAY_PERCENTILE) {
    g_autofree char *n = bearings_format_integer (placement->n);

    g_free (placement->why);
    placement->why = g_strdup_printf (
      /* Translators: number of people. */
      _ ("The reference group has only %s people, too few for a percentile."), n);
  }
  return placement;
}

const char *
bearings_result_chance_words (double chance)
{
  if (chance >= 0.95)
    return _ ("almost certain");
  if (chance >= 0.66)
    return _ ("likely");
  if (chance >= 0.33)
    return _ ("about as likely as not");
  if (chance >= 0.10)
    return _ ("unlikely");
  return _ ("very unlikely");
}

char *
bearings_placement_text (const BearingsPlacement *placement)
{
  g_autofree char *n = bearings_format_integer (placement->n);

  if (placement->display == BEARINGS_DISPLAY_PERCENTILE)
    return g_strdup_printf (
      /* Translators: percentile band from, to; its middle; the reference group; its size. */
      _ ("Percentile %d to %d, middle %d, among: %s (n = %s)"), placement->low, placement->high,
      placement->percentile, placement->sample->title, n);
  if (placement->display == BEARINGS_DISPLAY_WORDS)
    return g_strdup_printf (
      /* Translators: three chances in words; the reference group; its size. */
      _ ("Above the lowest quarter: %s. Above the middle: %s. In the highest quarter: %s. Among: "
         "%s (n = %s)"),
      bearings_result_chance_words (placement->above_quartile[0]),
      bearings_result_chance_words (placement->above_quartile[1]),
      bearings_result_chance_words (placement->above_quartile[2]), placement->sample->title, n);
  if (placement->sample->sample.missing == BEARINGS_MISSING_SUPPRESSED)
    /* Translators: the reference group, of which too few are known to say how many. */
    return g_strdup_printf (_ ("No place is shown among: %s (very few)"), placement->sample->title);
  /* Translators: the reference group, its size. */
  return g_strdup_printf (_ ("No place is shown among: %s (n = %s)"), placement->sample->title, n);
}

void
bearings_placement_free (BearingsPlacement *placement)
{
  bearings_record_unref (placement->sample);
  bearings_record_unref (placement->table);
  g_free (placement->value_text);
  g_free (placement->why);
  g_free (placement);
}
