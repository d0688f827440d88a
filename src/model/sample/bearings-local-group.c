/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample as a group a result is compared with. */

#include "bearings-local-group.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-format.h"
#include "psy-norms.h"

typedef struct {
  const char *version;
  const char *since; /* month, or NULL: of all */
  const char *first, *last;
  GArray *estimates; /* double */
  double squared_errors;
} Group;

static void
group_clear (Group *group)
{
  g_clear_pointer (&group->estimates, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

/* The estimate of the whole instrument, or NULL. */
static const BearingsContributionScore *
whole_score (const BearingsContribution *contribution)
{
  for (guint i = 0; i < contribution->scores->len; i++) {
    const BearingsContributionScore *score = contribution->scores->pdata[i];
    if (*score->scale == '\0' && isfinite (score->theta) && isfinite (score->se))
      return score;
  }
  return NULL;
}

static Group
gather (GPtrArray *contributions, const char *version, const char *since)
{
  Group group = { .version = version, .since = since };

  group.estimates = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < contributions->len; i++) {
    const BearingsContribution *contribution = contributions->pdata[i];
    const BearingsContributionScore *score = whole_score (contribution);

    if (score == NULL || !g_str_equal (contribution->instrument_version, version) ||
        (since != NULL && strcmp (contribution->month, since) < 0))
      continue;
    g_array_append_val (group.estimates, score->theta);
    group.squared_errors += score->se * score->se;
    if (group.first == NULL || strcmp (contribution->month, group.first) < 0)
      group.first = contribution->month;
    if (group.last == NULL || strcmp (contribution->month, group.last) > 0)
      group.last = contribution->month;
  }
  return group;
}

/* Of the estimates of the group: the share of their variance that is not error. */
static double
reliability_of (const PsyNorms *norms, const Group *group)
{
  PsyEstimate mean, sd;
  double error = group->squared_errors / group->estimates->len, variance;

  if (psy_norms_mean_sd (norms, &mean, &sd) != PSY_OK)
    return NAN;
  variance = sd.value * sd.value;
  return variance > 0 ? variance / (variance + error) : NAN;
}

static BearingsReferenceSample *
describe (const BearingsResult *result, const Group *group)
{
  BearingsReferenceSample *sample = bearings_record_new (BEARINGS_RECORD_REFERENCE_SAMPLE);
  const char *title = result->form->instrument->title;

  sample->record.id =
    g_strdup_printf ("local/%s/%s", group->version, group->since != NULL ? group->since : "all");
  sample->title = group->since != NULL
                    /* Translators: version of an instrument. */
                    ? g_strdup_printf (_ ("This centre's own sample, version %s, the last twelve "
                                          "months"),
                                       group->version)
                    : g_strdup_printf (_ ("This centre's own sample, version %s"), group->version);
  sample->instrument = g_strdup (result->form->instrument->record.id);
  sample->measure = g_strdup (_ ("estimate of the whole instrument"));
  sample->factual = BEARINGS_NO;
  sample->population = g_strdup_printf (
    /* Translators: title of an instrument. */
    _ ("People who finished “%s” at this centre, or at one whose sample was added, and agreed"),
    title);
  sample->sample.unit = g_strdup (_ ("sittings"));
  if (group->estimates->len >= BEARINGS_LOCAL_GROUP_LEAST)
    sample->sample.n = group->estimates->len;
  else
    sample->sample.missing = BEARINGS_MISSING_SUPPRESSED;
  if (group->first != NULL && group->estimates->len >= BEARINGS_LOCAL_GROUP_LEAST)
    sample->collected = g_strdup_printf ("%s/%s", group->first, group->last);
  sample->sampling = g_strdup (
    _ ("Everybody who finished was asked and joined by choice; not a probability sample."));
  return sample;
}

/* What keeps a group from giving a place, or NULL. */
static char *
why_no_place (const Group *group, const BearingsResult *result, double reliability)
{
  const BearingsDisplayPolicy *policy = &result->form->instrument->policy;

  if (!g_str_equal (group->version, result->form->instrument->version))
    return g_strdup (
      _ ("These people were asked the questions of another version, so a place among "
         "them would compare different things."));
  if (group->estimates->len < BEARINGS_LOCAL_GROUP_LEAST)
    return g_strdup (_ ("So far too few people have joined to say anything of them."));
  if (bearings_display_decide (policy, 1, group->estimates->len, FALSE) ==
      BEARINGS_DISPLAY_LEVEL_ONLY)
    return g_strdup (_ ("Too few people have joined for a place among them, by the instrument's "
                        "policy."));
  if (bearings_display_decide (policy, reliability, group->estimates->len, FALSE) ==
      BEARINGS_DISPLAY_LEVEL_ONLY)
    return g_strdup (_ ("The estimate, or the group's estimates, are not reliable enough for a "
                        "place, by the instrument's policy."));
  return NULL;
}

/* Sets the places; FALSE when the group cannot carry them. */
static gboolean
find_place (BearingsPlacement *placement, const BearingsResult *result, const PsyNorms *norms)
{
  PsyBand band;

  if (psy_norms_band (norms, (PsyEstimate) { result->theta, result->se }, 0.95, &band) != PSY_OK)
    return FALSE;
  placement->percentile = (int) round (band.rank);
  placement->low = (int) round (band.band.low);
  placement->high = (int) round (band.band.high);
  placement->above_quartile[0] = band.above_25;
  placement->above_quartile[1] = band.above_50;
  placement->above_quartile[2] = band.above_75;
  return TRUE;
}

static BearingsPlacement *
place_in (const Group *group, const BearingsResult *result)
{
  BearingsPlacement *placement = g_new0 (BearingsPlacement, 1);
  gsize n = group->estimates->len;
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *counts = g_new (double, n + 1);
  PsyNorms norms = { 0 };
  double reliability = NAN;

  placement->sample = describe (result, group);
  placement->table = bearings_record_new (BEARINGS_RECORD_NORM_TABLE);
  placement->table->sample = g_strdup (placement->sample->record.id);
  placement->table->measure = g_strdup (placement->sample->measure);
  placement->value = result->theta;
  placement->value_text = bearings_format_fixed (result->theta, 1);
  placement->n = (gint64) n;
  placement->display = BEARINGS_DISPLAY_LEVEL_ONLY;
  if (n >= BEARINGS_LOCAL_GROUP_LEAST &&
      psy_norms_from_sample ((double *) (gpointer) group->estimates->data, NULL, n, values, counts,
                             &norms) == PSY_OK)
    reliability = reliability_of (&norms, group);
  if (isfinite (reliability)) {
    BearingsFigure *figure = &placement->sample->reliability;
    figure->metric = g_strdup (_ ("share of the variance of the estimates that is not error"));
    figure->value = reliability;
    figure->unit = g_strdup (_ ("coefficient"));
  }
  reliability = isnan (reliability) ? NAN : fmin (reliability, result->reliability);
  placement->why = why_no_place (group, result, reliability);
  if (placement->why != NULL || !find_place (placement, result, &norms))
    return placement;
  placement->display =
    bearings_display_decide (&result->form->instrument->policy, reliability, (gint64) n, FALSE);
  placement->why =
    placement->display == BEARINGS_DISPLAY_PERCENTILE
      ? g_strdup (
          _ ("The band joins the error of the estimate and the sampling error of the group, "
             "as it stands today."))
      : g_strdup (_ ("Too few people or too large an error for a percentile, by the instrument's "
                     "policy: the chances take both errors into account."));
  return placement;
}

/* "2026-11" less twelve months: "2025-12". */
static char *
eleven_months_before (const char *month)
{
  int year = (int) g_ascii_strtoll (month, NULL, 10), number;

  if (strlen (month) != 7)
    return NULL;
  number = (int) g_ascii_strtoll (month + 5, NULL, 10) + 1;
  return number > 12 ? g_strdup_printf ("%04d-01", year)
                     : g_strdup_printf ("%04d-%02d", year - 1, number);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The versions there are, the result's own first, then the latest. */
static GPtrArray *
list_versions (GPtrArray *contributions, const char *own)
{
  GPtrArray *versions = g_ptr_array_new ();

  for (guint i = 0; i < contributions->len; i++) {
    const char *version = ((BearingsContribution *) contributions->pdata[i])->instrument_version;
    if (!g_str_equal (version, own) &&
        !g_ptr_array_find_with_equal_func (versions, version, g_str_equal, NULL))
      g_ptr_array_add (versions, (gpointer) version);
  }
  g_ptr_array_sort (versions, compare_texts);
  g_ptr_array_insert (versions, 0, (gpointer) own);
  return versions;
}

GPtrArray *
bearings_local_group_list (GPtrArray *contributions,
                           const BearingsResult *result,
                           const char *month)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_placement_free);
  g_autoptr (GPtrArray) versions = list_versions (contributions, result->form->instrument->version);
  g_autofree char *since = eleven_months_before (month);

  if (contributions->len == 0 || !isfinite (result->theta))
    return groups;
  for (guint i = 0; i < versions->len; i++) {
    g_auto (Group) all = gather (contributions, versions->pdata[i], NULL);

    if (all.estimates->len > 0)
      g_ptr_array_add (groups, place_in (&all, result));
    if (i == 0 && since != NULL) {
      g_auto (Group) recent = gather (contributions, versions->pdata[i], since);
      if (recent.estimates->len < all.estimates->len &&
          recent.estimates->len >= BEARINGS_LOCAL_GROUP_LEAST)
        g_ptr_array_add (groups, place_in (&recent, result));
    }
  }
  return groups;
}
