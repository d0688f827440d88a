/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of two sittings, of two raters, and with measures from outside. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bearings-quality-private.h"
#include "psy-agreement.h"
#include "psy-correlation.h"

#define LEVEL 0.95

static BearingsCoefficient
correlate (const double *x, const double *y, gsize n)
{
  PsyCorrelation correlation;
  gboolean found = psy_correlation (x, y, n, LEVEL, &correlation) == PSY_OK;

  if (!found || correlation.n < BEARINGS_QUALITY_LEAST)
    return bearings_quality_coefficient_none (correlation.n);
  return (BearingsCoefficient) { correlation.r, correlation.interval.low, correlation.interval.high,
                                 correlation.n };
}

/* ICC(2,1): absolute agreement of a single rating or sitting; @sem (nullable). */
static BearingsCoefficient
agree (const double *ratings, gsize n, double *sem)
{
  PsyAgreement agreement;

  if (n < BEARINGS_QUALITY_LEAST || psy_agreement (ratings, n, 2, LEVEL, &agreement) != PSY_OK)
    return bearings_quality_coefficient_none (n);
  if (sem != NULL)
    *sem = agreement.sem_agreement;
  return (BearingsCoefficient) { agreement.icc[PSY_ICC_2].value,
                                 agreement.icc[PSY_ICC_2].interval.low,
                                 agreement.icc[PSY_ICC_2].interval.high, n };
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

void
bearings_quality_find_retest (BearingsQuality *quality, const GArray *pairs)
{
  g_autofree double *both = g_new (double, 2 * (gsize) pairs->len + 1);
  g_autofree double *first = g_new (double, pairs->len + 1);
  g_autofree double *second = g_new (double, pairs->len + 1);
  g_autofree double *days = g_new (double, pairs->len + 1);
  gsize n = 0;

  for (guint i = 0; i < pairs->len; i++) {
    const BearingsRetestPair *pair = &g_array_index (pairs, BearingsRetestPair, i);

    if (!isfinite (pair->first) || !isfinite (pair->second))
      continue;
    both[2 * n] = first[n] = pair->first;
    both[2 * n + 1] = second[n] = pair->second;
    days[n++] = pair->days;
  }
  quality->retest = agree (both, n, &quality->retest_sem);
  quality->retest_r = correlate (first, second, n);
  if (n < BEARINGS_QUALITY_LEAST)
    return;
  qsort (days, n, sizeof *days, compare_doubles);
  quality->retest_days = (days[(n - 1) / 2] + days[n / 2]) / 2;
}

/* Points of a criterion, as positions in its list; -1 for what it does not have. */
static int
category_of (const BearingsCriterion *criterion, const BearingsResponse *response)
{
  gpointer score;

  if (response == NULL || response->scores == NULL ||
      !g_hash_table_lookup_extended (response->scores, criterion->id, NULL, &score))
    return -1;
  for (guint i = 0; i < criterion->points->len; i++)
    if (((BearingsCriterionPoint *) criterion->points->pdata[i])->score == GPOINTER_TO_INT (score))
      return (int) i;
  return -1;
}

/* Both ratings of one answer, parsed. */
typedef struct {
  BearingsItem *item;
  BearingsResponse *first, *second;
} Rated;

static void
rated_free (gpointer data)
{
  Rated *rated = data;

  g_clear_pointer (&rated->first, bearings_response_free);
  g_clear_pointer (&rated->second, bearings_response_free);
  g_free (rated);
}

static BearingsRaterAgreement *
add_row (BearingsQuality *quality, BearingsItem *item, const BearingsCriterion *criterion, gsize n)
{
  BearingsRaterAgreement *row = g_new0 (BearingsRaterAgreement, 1);

  row->item = item != NULL ? bearings_record_ref (item) : NULL;
  row->criterion = criterion;
  row->n = n;
  row->same = NAN;
  row->kappa = row->icc = bearings_quality_coefficient_none (n);
  g_ptr_array_add (quality->raters, row);
  return row;
}

static void
compare_criterion (BearingsQuality *quality,
                   BearingsItem *item,
                   const BearingsCriterion *criterion,
                   const GPtrArray *all)
{
  guint k = criterion->points->len;
  g_autofree double *table = g_new0 (double, (gsize) k *k + 1);
  BearingsRaterAgreement *row;
  PsyKappa kappa;
  gsize n = 0, same = 0;

  for (guint i = 0; i < all->len; i++) {
    const Rated *rated = all->pdata[i];
    int a, b;

    if (rated->item != item)
      continue;
    a = category_of (criterion, rated->first);
    b = category_of (criterion, rated->second);
    if (a < 0 || b < 0)
      continue;
    table[a * (int) k + b]++;
    n++;
    same += a == b;
  }
  if (n == 0)
    return;
  row = add_row (quality, item, criterion, n);
  if (n < BEARINGS_QUALITY_LEAST || k > PSY_MAX_RATINGS)
    return;
  row->same = (double) same / (double) n;
  if (psy_kappa (table, k, PSY_KAPPA_QUADRATIC, LEVEL, &kappa) == PSY_OK)
    row->kappa =
      (BearingsCoefficient) { kappa.kappa.value, kappa.interval.low, kappa.interval.high, n };
}

/* Shares of the points; @item NULL: of every task. */
static void
compare_sums (BearingsQuality *quality, BearingsItem *item, const GPtrArray *all)
{
  g_autofree double *ratings = g_new (double, 2 * (gsize) all->len + 1);
  BearingsRaterAgreement *row;
  gsize n = 0, same = 0;

  for (guint i = 0; i < all->len; i++) {
    const Rated *rated = all->pdata[i];
    double most = bearings_response_item_max_score (rated->item);
    double first = bearings_response_score (rated->first, rated->item) / most;
    double second = bearings_response_score (rated->second, rated->item) / most;

    if ((item != NULL && rated->item != item) || isnan (first) || isnan (second))
      continue;
    ratings[2 * n] = first;
    ratings[2 * n + 1] = second;
    n++;
    same += first == second;
  }
  if (n == 0)
    return;
  row = add_row (quality, item, NULL, n);
  if (n < BEARINGS_QUALITY_LEAST)
    return;
  row->same = (double) same / (double) n;
  row->icc = agree (ratings, n, NULL);
}

/* Records end before the words that a log has after the points. */
static BearingsResponse *
parse_points (const char *text)
{
  g_autofree char *whole = strchr (text, ';') == NULL ? g_strconcat (text, ";", NULL) : NULL;

  return bearings_response_parse (whole != NULL ? whole : text);
}

void
bearings_quality_find_raters (BearingsQuality *quality, const GPtrArray *ratings)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (rated_free);

  for (guint i = 0; i < ratings->len; i++) {
    const BearingsRatedTask *task = ratings->pdata[i];
    BearingsItem *item = bearings_form_get_item (quality->form, task->item);
    Rated *rated;

    if (item == NULL || item->kind != BEARINGS_ITEM_RUBRIC)
      continue;
    rated = g_new0 (Rated, 1);
    rated->item = item;
    rated->first = parse_points (task->first);
    rated->second = parse_points (task->second);
    g_ptr_array_add (all, rated);
  }
  quality->n_rated = all->len;
  compare_sums (quality, NULL, all);
  for (guint i = 0; i < quality->form->items->len; i++) {
    BearingsItem *item = quality->form->items->pdata[i];

    if (item->kind != BEARINGS_ITEM_RUBRIC)
      continue;
    compare_sums (quality, item, all);
    for (guint j = 0; j < item->criteria->len; j++)
      compare_criterion (quality, item, item->criteria->pdata[j], all);
  }
}

void
bearings_quality_find_outside (BearingsQuality *quality, const GPtrArray *outside)
{
  for (guint i = 0; i < outside->len; i++) {
    const BearingsOutsideData *data = outside->pdata[i];
    guint n = data->pairs->len;
    g_autofree double *value = g_new (double, n + 1);
    g_autofree double *theta = g_new (double, n + 1);
    g_autofree double *self_mean = g_new (double, n + 1);
    BearingsQualityOutside *row = g_new0 (BearingsQualityOutside, 1);

    for (guint j = 0; j < n; j++) {
      const BearingsOutsidePair *pair = &g_array_index (data->pairs, BearingsOutsidePair, j);
      value[j] = pair->value;
      theta[j] = pair->theta;
      self_mean[j] = pair->self_mean;
    }
    row->name = g_strdup (data->name);
    row->note = g_strdup (data->note);
    row->performance = correlate (value, theta, n);
    row->self_rating = correlate (value, self_mean, n);
    g_ptr_array_add (quality->outside, row);
  }
}
