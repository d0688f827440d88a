/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer target: any bytes as item parameters, answers, ratings and norms, handed to every
 * function of the library. Nothing may crash, hang or write outside its workspace; what is called
 * good must be a number in its range.
 *
 *   CC=clang meson setup build-fuzz -Dgui=false -Db_lundef=false \
 *     -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C build-fuzz tests/fuzz/fuzz-psychometrics-libfuzzer
 *   build-fuzz/tests/fuzz/fuzz-psychometrics-libfuzzer NEW-CORPUS tests/fuzz/corpus/psychometrics
 */

#include <math.h>
#include <string.h>

#include "fuzz.h"

#include "psy-adaptive.h"
#include "psy-agreement.h"
#include "psy-answers.h"
#include "psy-calibrate.h"
#include "psy-classical.h"
#include "psy-dif.h"
#include "psy-norms.h"
#include "psy-options.h"
#include "psy-person-fit.h"
#include "psy-reliability.h"
#include "psy-score-batch.h"

#define MAX_ITEMS 24
#define MAX_PERSONS 600

typedef struct {
  const uint8_t *data;
  size_t size, at;
} Input;

/* The corpus is text: '0' is nought, line ends do not count. */
static int
take (Input *input)
{
  while (input->at < input->size && input->data[input->at] == '\n')
    input->at++;
  return input->at < input->size ? input->data[input->at++] - '0' : 0;
}

static double
take_number (Input *input)
{
  int byte = take (input);

  switch (byte + '0') {
  case 'N':
    return NAN;
  case 'I':
    return INFINITY;
  case 'J':
    return -INFINITY;
  case 'H':
    return 1e308;
  case 'T':
    return 1e-308;
  case 'M':
    return -1e9;
  default:
    return byte > '9' - '0' ? (byte - 40) / 8.0 : byte / 4.0;
  }
}

typedef struct {
  PsyItem items[MAX_ITEMS];
  PsyResponses responses;
  guint8 *groups;
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature;
  PsyModel model;
  double numbers[64];
  int option;
} Case;

static void
read_items (Input *input, Case *c, size_t n_items)
{
  int n_categories = take (input);

  for (size_t j = 0; j < n_items; j++) {
    PsyItem *item = &c->items[j];

    item->model = c->model == PSY_N_MODELS ? (PsyModel) (j % PSY_N_MODELS) : c->model;
    item->n_categories = item->model <= PSY_MODEL_3PL ? 2 : n_categories;
    item->a = take_number (input);
    item->g = fabs (take_number (input)) / 8;
    item->key = (int) j % 3;
    for (int k = 0; k < PSY_MAX_CATEGORIES; k++) {
      double x = k < n_categories ? take_number (input) : 0;

      if (k < PSY_MAX_CATEGORIES - 1)
        item->d[k] = c->option & 1 && k > 0 ? item->d[k - 1] - fabs (x) - 0.01 : x;
      item->slopes[k] = x;
    }
  }
}

/* A macro, so that a failure names its line. */
#define check_estimate(call, value, low, high)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    PsyStatus checked = (call);                                                                    \
    if (checked == PSY_OK || checked == PSY_AT_BOUND) {                                            \
      g_assert_cmpfloat ((value), >=, (low));                                                      \
      g_assert_cmpfloat ((value), <=, (high));                                                     \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

#define check_interval(interval)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    PsyInterval limits = (interval);                                                               \
    if (!isnan (limits.low) && !isnan (limits.high))                                               \
      g_assert_cmpfloat (limits.low, <=, limits.high + 1e-9 * (1 + fabs (limits.high)));           \
  }                                                                                                \
  G_STMT_END

/* NULL for a size that says "too much"; the function must then refuse. */
static void *
allocate (size_t *size)
{
  if (*size <= (size_t) 256 << 20)
    return g_malloc (*size);
  *size = 0;
  return NULL;
}

static void
score (const Case *c)
{
  const PsyResponses *r = &c->responses;
  PsyBatch batch = { &c->quadrature, { -12, 12 }, 0, 1, NULL };
  g_autofree PsyScore *scores = g_new (PsyScore, r->n_persons);
  g_autofree PsyEstimate *estimates = g_new (PsyEstimate, r->n_persons);
  double work[PSY_N_NODES];

  for (size_t p = 0; p < MIN (r->n_persons, 20); p++) {
    const int8_t *row = r->data + p * r->stride;
    PsyScore one;
    PsyStatus status = psy_score_eap (c->items, row, r->n_items, &c->quadrature, work, &one, NULL);
    PsyPersonFit fit;

    check_estimate (status, one.value, -6, 6);
    status = psy_score_map (c->items, row, r->n_items, 0, 1, batch.bounds, &one);
    check_estimate (status, one.value, -12, 12);
    status = psy_score_ml (c->items, row, r->n_items, batch.bounds, &one);
    check_estimate (status, one.value, -12, 12);
    status = psy_score_wle (c->items, row, r->n_items, batch.bounds, &one);
    check_estimate (status, one.value, -12, 12);
    for (int kind = 0; kind <= PSY_THETA_MAP; kind++)
      psy_person_fit (c->items, row, r->n_items, one.value, (PsyThetaKind) kind, &fit);
  }
  for (int kind = PSY_SCORE_EAP; kind <= PSY_SCORE_WLE; kind++) {
    size_t size = psy_score_batch_workspace_size (c->items, r, &batch, (PsyScoreKind) kind);
    g_autofree void *bytes = allocate (&size);
    PsyStatus status =
      psy_score_batch (c->items, r, &batch, (PsyScoreKind) kind, bytes, size, scores, NULL);

    for (size_t p = 0; p < r->n_persons; p++) {
      estimates[p] = (PsyEstimate) { scores[p].value, scores[p].se };
      g_assert_true (isnan (scores[p].value) || fabs (scores[p].value) <= 12);
      g_assert_true (status == PSY_OK || isnan (scores[p].value));
    }
    psy_reliability_empirical (estimates, r->n_persons);
  }
}

static void
walk_models (const Case *c)
{
  const size_t n = c->responses.n_items;
  double theta = c->numbers[0];

  if (psy_item_check_all (c->items, n) != PSY_OK)
    return;
  for (size_t j = 0; j < n; j++) {
    PsyCategory categories[PSY_MAX_CATEGORIES];
    double b[PSY_MAX_CATEGORIES], sum = 0;
    PsyItem copy = c->items[j];

    psy_item_evaluate (&c->items[j], isfinite (theta) ? CLAMP (theta, -8, 8) : 0, categories);
    for (int k = 0; k < c->items[j].n_categories; k++)
      sum += categories[k].p;
    g_assert_true (fabs (sum - 1) < 1e-9 || !(fabs (copy.a) < 1e6));
    if (psy_item_get_difficulties (&copy, b) == PSY_OK)
      psy_item_set_difficulties (&copy, b);
  }
  psy_reliability_marginal (c->items, n, &c->quadrature);
}

static void
adapt (const Case *c)
{
  PsyAdaptive rules = {
    .items = c->items,
    .n_items = c->responses.n_items,
    .criterion = (PsyCriterion) (c->option % 8),
    .estimator = (PsyEstimator) (c->option / 8 % 4),
    .quadrature = &c->quadrature,
    .sd = 1,
    .bounds = { -6, 6 },
    .randomesque = (size_t) (c->option % 5),
    .se = c->numbers[1],
    .seconds = c->numbers[2],
  };
  PsyAdaptiveTest test;
  size_t size, item, steps = 0;
  g_autofree void *work = NULL;

  size = psy_adaptive_workspace_size (&rules);
  work = allocate (&size);
  if (psy_adaptive_begin (&test, &rules, work, size) != PSY_OK)
    return;
  while (psy_adaptive_stop (&test, (double) steps) == PSY_STOP_NOT) {
    if (psy_adaptive_next (&test, 0.5, &item) != PSY_OK)
      break;
    g_assert_cmpuint (item, <, rules.n_items);
    psy_adaptive_answer (&test, item, c->responses.data[item]);
    if (test.n_given == steps)
      psy_adaptive_answer (&test, item, PSY_MISSING);
    g_assert_cmpuint (test.n_given, >, steps);
    steps = test.n_given;
  }
}

static void
analyse (const Case *c)
{
  const PsyResponses *r = &c->responses;
  const size_t k = r->n_items;
  g_autofree void *bytes = g_malloc (
    MAX (psy_item_analysis_workspace_size (k), psy_reliability_covariance_workspace_size (k)));
  g_autofree double *covariance = g_new (double, k *k), *scores = g_new (double, r->n_persons);
  g_autofree double *work =
    g_new (double, MAX (MAX (2 * k * k, psy_omega_workspace_size (k)), r->n_persons));
  PsyItemAnalysis items[MAX_ITEMS];
  PsyAlpha alpha;
  PsyReliability reliability;
  PsyOmega omega;
  PsySplitHalf split;
  PsyBootstrap bootstrap;
  size_t n, size = psy_reliability_alpha_bootstrap_workspace_size (r, 50);

  check_estimate (psy_item_analysis (r, 0.95, bytes, items, &alpha), alpha.alpha.value, -INFINITY,
                  1 + 1e-9);
  check_interval (alpha.feldt);
  for (int pairwise = 0; pairwise < 2; pairwise++) {
    if (psy_reliability_covariance (r, pairwise, bytes, covariance, &n) != PSY_OK)
      continue;
    if (psy_reliability (covariance, k, n, 0.9, work, &reliability) == PSY_OK) {
      check_interval (reliability.feldt);
      check_interval (reliability.bonett);
    }
    psy_split_half (covariance, k, NULL, &split);
    check_estimate (psy_omega (covariance, k, n, work, NULL, NULL, &omega), omega.omega.value, 0,
                    1 + 1e-9);
  }
  {
    g_autofree void *draws = allocate (&size);

    if (psy_reliability_alpha_bootstrap (r, 50, 1, 0.95, draws, size, &bootstrap) == PSY_OK) {
      check_interval (bootstrap.percentile);
      check_interval (bootstrap.bca);
    }
  }
  psy_options_sum_scores (r, 0, scores);
  for (size_t j = 0; j < k; j++) {
    PsyOption options[8];
    PsyDiscrimination discrimination;

    psy_option_analysis (r, j, scores, 8, options);
    psy_discrimination (r, j, scores, 0.27, work, &discrimination);
  }
  for (size_t p = 0; p < MIN (r->n_persons, 20); p++) {
    PsyAnswerChecks checks;

    psy_answer_checks (r->data + p * r->stride, k, c->groups, 4, c->numbers, c->numbers + 24,
                       &checks);
    g_assert_true (isnan (checks.even_odd) || fabs (checks.even_odd) <= 1 + 1e-9);
  }
}

static void
compare_groups (const Case *c)
{
  PsyDifOptions options = { c->option & 1, 0.05, 3 };
  PsyMantelHaenszel results[MAX_ITEMS];
  PsyLogisticDif logistic[MAX_ITEMS];
  size_t size = psy_dif_workspace_size (&c->responses);
  g_autofree void *work = allocate (&size);

  psy_dif_mantel_haenszel (&c->responses, c->groups, &options, work, size, results, NULL);
  for (size_t j = 0; j < c->responses.n_items; j++)
    g_assert_true (isnan (results[j].p) || (results[j].p >= 0 && results[j].p <= 1));
  psy_dif_logistic (&c->responses, c->groups, &options, work, size, logistic, NULL);
}

static void
calibrate (const Case *c)
{
  PsyCalibration calibration;
  PsyCalibrationReport report;
  PsyItem items[MAX_ITEMS];
  PsyItemErrors errors[MAX_ITEMS];
  size_t size;
  g_autofree void *work = NULL;

  psy_calibration_init (&calibration, c->model == PSY_N_MODELS ? PSY_MODEL_2PL : c->model);
  calibration.max_iterations = 20;
  calibration.min_persons = 5;
  calibration.min_answers = 2;
  size = psy_calibrate_workspace_size (&c->responses, &calibration);
  work = allocate (&size);
  if (psy_calibrate (&c->responses, &calibration, work, size, items, errors, NULL, &report) ==
      PSY_OK) {
    g_assert_true (isfinite (report.log_likelihood));
    g_assert_cmpint (psy_item_check_all (items, c->responses.n_items), ==, PSY_OK);
  }
}

static void
rate (const Case *c)
{
  const double *x = c->numbers;
  PsyAgreement agreement;
  PsyKappa kappa;
  PsyChange change;

  if (psy_agreement (x, 12, 3, 0.95, &agreement) == PSY_OK) {
    for (int form = 0; form < PSY_N_ICC_FORMS; form++)
      g_assert_true (!(agreement.icc[form].value > 1 + 1e-9));
  }
  check_estimate (psy_kappa (x, 5, (PsyKappaWeights) (c->option % 3), 0.95, &kappa),
                  kappa.kappa.value, -INFINITY, 1 + 1e-9);
  check_estimate (psy_agreement_reliable_change ((PsyEstimate) { x[0], x[1] },
                                                 (PsyEstimate) { x[2], x[3] }, 0.95, &change),
                  fabs (change.index), 0, INFINITY);
}

static void
place (const Case *c)
{
  double sample[64], weights[64], values[64], counts[64];
  PsyNorms norms;
  PsyBand band;
  PsyEstimate mean, sd;

  memcpy (sample, c->numbers, sizeof sample);
  for (int i = 0; i < 64; i++)
    weights[i] = 1 + i % 3;
  if (psy_norms_from_sample (sample, weights, 40, values, counts, &norms) != PSY_OK)
    return;
  if (psy_norms_band (&norms, (PsyEstimate) { c->numbers[50], c->numbers[51] }, 0.9, &band) ==
      PSY_OK)
    g_assert_true (band.band.low >= 0 && band.band.low <= band.band.high && band.band.high <= 100);
  psy_norms_mean_sd (&norms, &mean, &sd);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Input input = { data, size, 0 };
  g_autofree int8_t *answers = NULL;
  size_t n_items, n_persons = 0;
  Case c = { 0 };

  c.model = (PsyModel) (ABS (take (&input)) % (PSY_N_MODELS + 1));
  n_items = 1 + (size_t) ABS (take (&input)) % MAX_ITEMS;
  c.option = ABS (take (&input));
  read_items (&input, &c, n_items);
  for (size_t i = 0; i < G_N_ELEMENTS (c.numbers); i++)
    c.numbers[i] = take_number (&input);
  c.quadrature = (PsyQuadrature) { c.nodes, c.weights, PSY_N_NODES };
  psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, c.nodes, c.weights);
  answers = g_malloc (MAX_PERSONS * n_items);
  while (input.at < input.size && n_persons < MAX_PERSONS) {
    for (size_t j = 0; j < n_items; j++)
      answers[n_persons * n_items + j] = (int8_t) take (&input);
    n_persons++;
  }
  if (n_persons == 0)
    return 0;
  c.responses = psy_responses (answers, n_persons, n_items);
  c.groups = g_new (guint8, MAX (n_persons, MAX_ITEMS));
  for (size_t i = 0; i < MAX (n_persons, MAX_ITEMS); i++)
    c.groups[i] = (guint8) (c.option % 7 == 6 ? answers[i % n_persons] : (int) (i * 7 % 11 % 4));
  score (&c);
  walk_models (&c);
  adapt (&c);
  analyse (&c);
  compare_groups (&c);
  calibrate (&c);
  rate (&c);
  place (&c);
  g_free (c.groups);
  return 0;
}
