/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items classically: difficulty, options, reliability of the sum, DIF. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-analysis-private.h"
#include "psy-classical.h"
#include "psy-dif.h"
#include "psy-options.h"
#include "psy-reliability.h"

#define N_DRAWS 2000
/* Beyond this many persons Feldt's interval and the bootstrap's are the same to what is printed. */
#define MAX_BOOTSTRAP 20000
#define SEED 1

static void
item_statistics_free (gpointer data)
{
  BearingsItemStatistics *item = data;

  g_free (item->item);
  g_array_unref (item->options);
  g_free (item);
}

void
bearings_item_analysis_free (BearingsItemAnalysis *analysis)
{
  g_ptr_array_unref (analysis->items);
  g_free (analysis->reference);
  g_free (analysis->focal);
  g_free (analysis->dif_note);
  g_free (analysis);
}

static BearingsItemStatistics *
item_statistics_new (const char *name, const PsyItemAnalysis *row)
{
  BearingsItemStatistics *item = g_new0 (BearingsItemStatistics, 1);

  item->item = g_strdup (name);
  item->mean = row->mean;
  item->sd = row->sd;
  item->item_total = row->item_total;
  item->corrected = row->corrected;
  item->alpha_if_deleted = row->alpha_if_deleted;
  item->upper_lower = NAN;
  item->options = g_array_new (FALSE, FALSE, sizeof (BearingsOptionStatistics));
  item->dif = (BearingsDif) {
    .odds_ratio = NAN,
    .delta = NAN,
    .delta_se = NAN,
    .chi2 = NAN,
    .p = NAN,
    .standardised = NAN,
    .uniform_p = NAN,
    .nonuniform_p = NAN,
    .r2 = NAN,
  };
  return item;
}

/* Options as they were chosen where there is a key, else the scores. */
static void
analyse_options (BearingsItemAnalysis *analysis,
                 const BearingsResponseMatrix *matrix,
                 const PsyResponses *responses)
{
  PsyResponses chosen = *responses;
  g_autofree double *rest = g_new (double, responses->n_persons);
  g_autofree double *total = g_new (double, responses->n_persons);
  g_autofree double *work = g_new (double, responses->n_persons);

  if (matrix->options != NULL)
    chosen.data = matrix->options;
  psy_options_sum_scores (responses, responses->n_items, total);
  for (guint i = 0; i < analysis->items->len; i++) {
    BearingsItemStatistics *item = analysis->items->pdata[i];
    int key = matrix->key != NULL ? matrix->key[i] : BEARINGS_RESPONSE_MISSING;
    PsyOption options[PSY_MAX_CATEGORIES];
    PsyDiscrimination discrimination;

    if (psy_discrimination (responses, i, total, 0.27, work, &discrimination) == PSY_OK)
      item->upper_lower = discrimination.upper_lower;
    psy_options_sum_scores (responses, i, rest);
    if (psy_option_analysis (&chosen, i, rest, PSY_MAX_CATEGORIES, options) != PSY_OK)
      continue;
    for (int k = 0; k < PSY_MAX_CATEGORIES; k++) {
      const BearingsOptionStatistics option = {
        k,
        k == key,
        options[k].n,
        options[k].share,
        options[k].mean_score,
        options[k].point_biserial,
      };
      if (options[k].n > 0 || k == key)
        g_array_append_val (item->options, option);
    }
  }
}

static void
find_reliability (BearingsItemAnalysis *analysis, const PsyResponses *responses)
{
  gsize k = responses->n_items, n;
  g_autofree double *covariance = g_new (double, k *k);
  g_autofree double *work = g_new (double, MAX (2 * k * k, psy_omega_workspace_size (k)));
  g_autofree void *bytes = g_malloc (psy_reliability_covariance_workspace_size (k));
  PsyReliability reliability;
  PsySplitHalf split;
  PsyOmega omega;
  PsyBootstrap bootstrap;

  if (psy_reliability_covariance (responses, FALSE, bytes, covariance, &n) == PSY_OK) {
    if (psy_reliability (covariance, k, n, 0.95, work, &reliability) == PSY_OK)
      analysis->alpha_se = reliability.alpha.se;
    psy_split_half (covariance, k, NULL, &split);
    analysis->half_correlation = split.correlation;
    analysis->spearman_brown = split.spearman_brown;
    analysis->flanagan = split.flanagan;
    if (psy_omega (covariance, k, n, work, NULL, NULL, &omega) == PSY_OK) {
      analysis->omega = omega.omega.value;
      analysis->omega_se = omega.omega.se;
      analysis->rmsea = omega.rmsea;
      analysis->cfi = omega.cfi;
    }
  }
  if (responses->n_persons <= MAX_BOOTSTRAP) {
    gsize size = psy_reliability_alpha_bootstrap_workspace_size (responses, N_DRAWS);
    g_autofree void *draws = g_malloc (size);

    if (psy_reliability_alpha_bootstrap (responses, N_DRAWS, SEED, 0.95, draws, size, &bootstrap) ==
        PSY_OK) {
      gboolean has_bca = !isnan (bootstrap.bca.low);
      analysis->n_draws = bootstrap.n_used;
      analysis->boot_low = has_bca ? bootstrap.bca.low : bootstrap.percentile.low;
      analysis->boot_high = has_bca ? bootstrap.bca.high : bootstrap.percentile.high;
    }
  }
}

/* The two groups, or why there are not two. */
static gboolean
find_groups (BearingsItemAnalysis *analysis,
             const BearingsResponseMatrix *matrix,
             const char *wanted)
{
  const char *names[2] = { NULL, NULL };
  gsize n[2] = { 0, 0 };

  for (guint p = 0; p < matrix->groups->len; p++) {
    const char *group = matrix->groups->pdata[p];
    int at = -1;

    if (*group == '\0')
      continue;
    for (int i = 0; i < 2 && at < 0; i++) {
      if (names[i] == NULL)
        names[i] = group;
      if (g_str_equal (names[i], group))
        at = i;
    }
    if (at < 0) {
      analysis->dif_note = g_strdup (_ ("there are more than two groups; compare two at a time"));
      return FALSE;
    }
    n[at]++;
  }
  if (names[1] == NULL) {
    analysis->dif_note = g_strdup (_ ("there are not two groups"));
    return FALSE;
  }
  if (wanted != NULL && !g_str_equal (wanted, names[0]) && !g_str_equal (wanted, names[1])) {
    /* Translators: name of a group. */
    analysis->dif_note = g_strdup_printf (_ ("there is no group “%s”"), wanted);
    return FALSE;
  }
  {
    int first = wanted != NULL ? !g_str_equal (wanted, names[0]) : n[1] > n[0];
    analysis->reference = g_strdup (names[first]);
    analysis->focal = g_strdup (names[!first]);
    analysis->n_reference = n[first];
    analysis->n_focal = n[!first];
  }
  return TRUE;
}

static void
compare_groups (BearingsItemAnalysis *analysis,
                const BearingsResponseMatrix *matrix,
                const PsyResponses *responses,
                const char *wanted)
{
  static const PsyDifOptions options = { TRUE, 0.05, 0 };
  gsize size = psy_dif_workspace_size (responses);
  g_autofree guint8 *groups = NULL;
  g_autofree PsyMantelHaenszel *tables = g_new (PsyMantelHaenszel, responses->n_items);
  g_autofree PsyLogisticDif *logistic = g_new (PsyLogisticDif, responses->n_items);
  g_autofree void *work = NULL;
  PsyStatus status;

  if (matrix->groups == NULL || size == SIZE_MAX || !find_groups (analysis, matrix, wanted))
    return;
  groups = g_new (guint8, responses->n_persons);
  for (gsize p = 0; p < responses->n_persons; p++) {
    const char *group = matrix->groups->pdata[p];
    groups[p] = g_str_equal (group, analysis->reference) ? 0
                : g_str_equal (group, analysis->focal)   ? 1
                                                         : 2;
  }
  work = g_malloc (size);
  status = psy_dif_mantel_haenszel (responses, groups, &options, work, size, tables, NULL);
  if (status == PSY_OK || status == PSY_ERROR_CONVERGENCE)
    status = psy_dif_logistic (responses, groups, &options, work, size, logistic, NULL);
  if (status != PSY_OK && status != PSY_ERROR_CONVERGENCE) {
    analysis->dif_note = g_strdup (psy_status_string (status));
    return;
  }
  for (guint i = 0; i < analysis->items->len; i++) {
    BearingsItemStatistics *item = analysis->items->pdata[i];
    gboolean is_binary = !isnan (tables[i].odds_ratio);

    item->dif = (BearingsDif) {
      .odds_ratio = tables[i].odds_ratio,
      .delta = tables[i].delta.value,
      .delta_se = tables[i].delta.se,
      .chi2 = is_binary ? tables[i].chi2 : tables[i].chi2_uncorrected,
      .p = tables[i].p,
      .standardised = tables[i].standardised,
      .ets = is_binary ? (char) ('A' + tables[i].ets) : '\0',
      .uniform_p = logistic[i].uniform_p,
      .nonuniform_p = logistic[i].nonuniform_p,
      .r2 = logistic[i].r2_both,
      .jodoin_gierl = isnan (logistic[i].both_p) ? '\0' : (char) ('A' + logistic[i].jodoin_gierl),
    };
  }
}

BearingsItemAnalysis *
bearings_item_analysis_new (const BearingsResponseMatrix *matrix,
                            const char *reference,
                            GError **error)
{
  PsyResponses responses = bearings_analysis_matrix_view (matrix);
  g_autofree PsyItemAnalysis *rows = g_new0 (PsyItemAnalysis, matrix->items->len);
  g_autofree void *work = g_malloc (psy_item_analysis_workspace_size (matrix->items->len));
  BearingsItemAnalysis *analysis;
  PsyAlpha alpha;
  PsyStatus status = psy_item_analysis (&responses, 0.95, work, rows, &alpha);

  if (status != PSY_OK && status != PSY_ERROR_NO_VARIANCE) {
    bearings_analysis_refuse (error, psy_status_string (status));
    return NULL;
  }
  analysis = g_new0 (BearingsItemAnalysis, 1);
  analysis->items = g_ptr_array_new_with_free_func (item_statistics_free);
  for (guint i = 0; i < matrix->items->len; i++)
    g_ptr_array_add (analysis->items, item_statistics_new (matrix->items->pdata[i], &rows[i]));
  analysis->alpha = alpha.alpha.value;
  analysis->low = alpha.feldt.low;
  analysis->high = alpha.feldt.high;
  analysis->mean = alpha.mean;
  analysis->sd = alpha.sd;
  analysis->sem = alpha.sem;
  analysis->n = alpha.n;
  analysis->alpha_se = analysis->boot_low = analysis->boot_high = NAN;
  analysis->omega = analysis->omega_se = analysis->rmsea = analysis->cfi = NAN;
  analysis->half_correlation = analysis->spearman_brown = analysis->flanagan = NAN;
  if (status == PSY_OK)
    find_reliability (analysis, &responses);
  analyse_options (analysis, matrix, &responses);
  compare_groups (analysis, matrix, &responses, reference);
  return analysis;
}
