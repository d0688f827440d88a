/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adaptive testing: which item next, where the person stands, when to stop. */

#include "psy-adaptive.h"

#include <math.h>

#include "psy-posterior.h"

static void
lay_out (PsyAdaptiveTest *test, PsyArena *arena, const PsyAdaptive *rules)
{
  size_t n = rules->n_items, longest;

  longest = rules->max_items > 0 && rules->max_items < n ? rules->max_items : n;
  test->n_padded = psy_vector_padded (rules->quadrature->n);
  test->given = PSY_TAKE (arena, uint32_t, longest);
  test->answers = PSY_TAKE (arena, int8_t, longest + 1);
  test->given_items = PSY_TAKE (arena, PsyItem, longest + 1);
  test->used = PSY_TAKE (arena, uint8_t, n);
  test->order = PSY_TAKE (arena, uint32_t, n);
  test->best_possible = PSY_TAKE (arena, double, n);
  test->nodes = PSY_TAKE (arena, double, test->n_padded);
  test->weights = PSY_TAKE (arena, double, test->n_padded);
  test->likelihood = PSY_TAKE (arena, double, test->n_padded);
  test->posterior = PSY_TAKE (arena, double, test->n_padded);
  test->work = PSY_TAKE (arena, double, (PSY_MAX_CATEGORIES + 1) * test->n_padded);
}

size_t
psy_adaptive_workspace_size (const PsyAdaptive *rules)
{
  PsyArena arena = psy_arena (NULL, 0);
  PsyAdaptiveTest test;

  lay_out (&test, &arena, rules);
  return psy_arena_needed (&arena);
}

/* No theta gives more information than this. A graded item tells less than the logistic variable
 * it cuts up (a² / 3), a variance is at most a quarter of the squared range. */
static double
most_information (const PsyItem *item)
{
  double a2 = item->a * item->a, g = item->g, low, high;
  int n = item->n_categories;

  switch (item->model) {
  case PSY_MODEL_3PL:
    return a2 / (8 * (1 - g) * (1 - g)) * (1 - 20 * g - 8 * g * g + pow (1 + 8 * g, 1.5)) *
           (1 + 1e-12);
  case PSY_MODEL_GRM:
    return n == 2 ? a2 / 4 : a2 / 3;
  case PSY_MODEL_GPCM:
    return a2 * (n - 1) * (n - 1) / 4;
  case PSY_MODEL_NOMINAL:
    low = high = item->slopes[0];
    for (int k = 1; k < n; k++) {
      low = fmin (low, item->slopes[k]);
      high = fmax (high, item->slopes[k]);
    }
    return (high - low) * (high - low) / 4;
  default:
    return a2 / 4;
  }
}

static bool
comes_first (const double *best, uint32_t a, uint32_t b)
{
  return best[a] > best[b] || (best[a] == best[b] && a < b);
}

/* Heapsort of the bank by what items can give at best. */
static void
sift (const double *best, uint32_t *order, size_t root, size_t n)
{
  for (size_t child; (child = 2 * root + 1) < n; root = child) {
    uint32_t t;

    if (child + 1 < n && comes_first (best, order[child], order[child + 1]))
      child++;
    if (!comes_first (best, order[root], order[child]))
      return;
    t = order[root], order[root] = order[child], order[child] = t;
  }
}

static void
sort_bank (const double *best, uint32_t *order, size_t n)
{
  for (size_t i = n / 2; i-- > 0;)
    sift (best, order, i, n);
  for (size_t end = n; end-- > 1;) {
    uint32_t t = order[0];

    order[0] = order[end], order[end] = t;
    sift (best, order, 0, end);
  }
}

static void
find_posterior (PsyAdaptiveTest *test)
{
  double sum = 0;

  for (size_t q = 0; q < test->n_padded; q++) {
    test->posterior[q] = test->likelihood[q] * test->weights[q];
    sum += test->posterior[q];
  }
  for (size_t q = 0; q < test->n_padded; q++)
    test->posterior[q] /= sum;
}

static PsyStatus
check (const PsyAdaptive *rules)
{
  if (rules->n_items == 0)
    return PSY_ERROR_NO_DATA;
  if (rules->n_items >= INT32_MAX || rules->quadrature == NULL || rules->quadrature->n < 2 ||
      (unsigned) rules->criterion > PSY_CRITERION_EXPECTED_INFORMATION ||
      (unsigned) rules->estimator > PSY_ESTIMATOR_WLE || rules->randomesque > PSY_MAX_RANDOMESQUE ||
      rules->n_scales > PSY_MAX_SCALES || !(rules->bounds.low < rules->bounds.high) ||
      !isfinite (rules->bounds.low) || !isfinite (rules->bounds.high) || !isfinite (rules->mean) ||
      !(rules->sd > 0) || !(rules->se >= 0) || !(rules->seconds >= 0) ||
      psy_item_check_all (rules->items, rules->n_items) != PSY_OK)
    return PSY_ERROR_ARGUMENT;
  if ((rules->scales == NULL) != (rules->shares == NULL) ||
      (rules->scales != NULL && rules->n_scales == 0))
    return PSY_ERROR_ARGUMENT;
  for (size_t j = 0; rules->scales != NULL && j < rules->n_items; j++) {
    if (rules->scales[j] >= rules->n_scales)
      return PSY_ERROR_ARGUMENT;
  }
  for (size_t s = 0; rules->shares != NULL && s < rules->n_scales; s++) {
    if (!(rules->shares[s] >= 0) || !isfinite (rules->shares[s]))
      return PSY_ERROR_ARGUMENT;
  }
  return PSY_OK;
}

PsyStatus
psy_adaptive_begin (PsyAdaptiveTest *test, const PsyAdaptive *rules, void *work, size_t work_size)
{
  PsyArena arena = psy_arena (work, work_size);
  PsyStatus status = check (rules);
  size_t n_nodes;

  *test = (PsyAdaptiveTest) { .rules = rules, .theta = { NAN, NAN } };
  if (status != PSY_OK)
    return status;
  lay_out (test, &arena, rules);
  if (work == NULL || arena.failed)
    return PSY_ERROR_WORKSPACE;
  n_nodes = rules->quadrature->n;
  for (size_t q = 0; q < test->n_padded; q++) {
    test->nodes[q] = rules->quadrature->nodes[q < n_nodes ? q : n_nodes - 1];
    test->weights[q] = q < n_nodes ? rules->quadrature->weights[q] : 0;
    test->likelihood[q] = 1;
  }
  for (size_t j = 0; j < rules->n_items; j++) {
    test->used[j] = 0;
    test->order[j] = (uint32_t) j;
    test->best_possible[j] = most_information (&rules->items[j]);
  }
  sort_bank (test->best_possible, test->order, rules->n_items);
  find_posterior (test);
  test->theta = (PsyEstimate) { rules->mean, rules->sd };
  return PSY_OK;
}

static PsyStatus
estimate (const PsyAdaptiveTest *test, size_t n, PsyScore *score)
{
  const PsyAdaptive *rules = test->rules;

  switch (rules->estimator) {
  case PSY_ESTIMATOR_EAP:
    return psy_score_eap (test->given_items, test->answers, n, rules->quadrature, test->work, score,
                          NULL);
  case PSY_ESTIMATOR_MAP:
    return psy_score_map (test->given_items, test->answers, n, rules->mean, rules->sd,
                          rules->bounds, score);
  case PSY_ESTIMATOR_ML:
    return psy_score_ml (test->given_items, test->answers, n, rules->bounds, score);
  default:
    return psy_score_wle (test->given_items, test->answers, n, rules->bounds, score);
  }
}

PsyStatus
psy_adaptive_answer (PsyAdaptiveTest *test, size_t item, int8_t answer)
{
  const PsyAdaptive *rules = test->rules;
  size_t longest =
    rules->max_items > 0 && rules->max_items < rules->n_items ? rules->max_items : rules->n_items;
  PsyScore score;
  PsyStatus status;
  double top = 0;

  if (item >= rules->n_items || test->used[item] || test->n_given >= longest ||
      answer >= rules->items[item].n_categories)
    return PSY_ERROR_ARGUMENT;
  test->used[item] = 1;
  test->given[test->n_given] = (uint32_t) item;
  test->answers[test->n_given] = answer;
  test->given_items[test->n_given] = rules->items[item];
  test->n_given++;
  if (rules->scales != NULL)
    test->given_in_scale[rules->scales[item]]++;
  if (answer < 0)
    return PSY_OK;

  psy_posterior_item_table (&rules->items[item], test->nodes, test->n_padded, test->work);
  for (size_t q = 0; q < test->n_padded; q++) {
    test->likelihood[q] *= test->work[(size_t) answer * test->n_padded + q];
    top = fmax (top, test->likelihood[q]);
  }
  /* Only ratios matter: a long test must not underflow. */
  for (size_t q = 0; q < test->n_padded; q++)
    test->likelihood[q] = top > 0 ? test->likelihood[q] / top : 1;
  find_posterior (test);
  status = estimate (test, test->n_given, &score);
  if (status == PSY_OK || status == PSY_AT_BOUND)
    test->theta = (PsyEstimate) { score.value, score.se };
  return status == PSY_AT_BOUND ? PSY_OK : status;
}

/* Mean information over the nodes with @density; not divided by its sum. */
PSY_CLONES static double
mean_information (const PsyItem *item,
                  const double *nodes,
                  size_t n_padded,
                  const double *density,
                  double *work)
{
  PsyV sum = psy_vector_set (0);
  int n = item->n_categories;

  /* P (1 - P) a² and, for several categories, the sum of P l1²; both from the table of P. */
  psy_posterior_item_table (item, nodes, n_padded, work);
  for (size_t q = 0; q < n_padded; q += PSY_LANES) {
    PsyV information = psy_vector_set (0), theta = psy_vector_load (nodes + q);

    switch (item->model) {
    case PSY_MODEL_RASCH:
    case PSY_MODEL_2PL:
      information = psy_vector_set (item->a * item->a) * psy_vector_load (work + q) *
                    psy_vector_load (work + n_padded + q);
      break;
    case PSY_MODEL_3PL: {
      PsyV p0 = psy_vector_load (work + q), p1 = psy_vector_load (work + n_padded + q);
      PsyV s = (p1 - psy_vector_set (item->g)) / psy_vector_set (1 - item->g);

      information = psy_vector_set (item->a * item->a) * p0 / p1 * s * s;
      break;
    }
    case PSY_MODEL_GRM: {
      PsyV c_before = psy_vector_set (0);

      for (int k = 0; k < n; k++) {
        PsyV s = psy_vector_set (0), c = psy_vector_set (1), l1;

        if (k < n - 1) {
          PsyV z = psy_vector_set (item->a) * theta + psy_vector_set (item->d[k]);

          s = psy_vector_logistic (z);
          c = psy_vector_logistic (-z);
        }
        l1 = psy_vector_set (item->a) * (c_before - s);
        information += psy_vector_load (work + (size_t) k * n_padded + q) * l1 * l1;
        c_before = c;
      }
      break;
    }
    case PSY_MODEL_GPCM:
    case PSY_MODEL_NOMINAL: {
      PsyV mean = psy_vector_set (0);

      for (int k = 0; k < n; k++)
        mean += psy_vector_set (item->model == PSY_MODEL_NOMINAL ? item->slopes[k] : k * item->a) *
                psy_vector_load (work + (size_t) k * n_padded + q);
      for (int k = 0; k < n; k++) {
        PsyV away =
          psy_vector_set (item->model == PSY_MODEL_NOMINAL ? item->slopes[k] : k * item->a) - mean;

        information += psy_vector_load (work + (size_t) k * n_padded + q) * away * away;
      }
      break;
    }
    }
    sum += information * psy_vector_load (density + q);
  }
  return psy_vector_sum (sum);
}

/* Mean posterior variance after the answer. */
PSY_CLONES static double
mean_variance (const PsyAdaptiveTest *test, const PsyItem *item, const PsyCategory *at_estimate)
{
  size_t n_padded = test->n_padded;
  double result = 0;

  psy_posterior_item_table (item, test->nodes, n_padded, test->work);
  for (int k = 0; k < item->n_categories; k++) {
    const double *p = test->work + (size_t) k * n_padded;
    PsyV m0 = psy_vector_set (0), m1 = m0, m2 = m0;
    double mass, mean, variance;

    /* About the present estimate: little is lost in the difference of squares. */
    for (size_t q = 0; q < n_padded; q += PSY_LANES) {
      PsyV w = psy_vector_load (p + q) * psy_vector_load (test->posterior + q);
      PsyV away = psy_vector_load (test->nodes + q) - psy_vector_set (test->theta.value);

      m0 += w;
      w *= away;
      m1 += w;
      m2 += w * away;
    }
    mass = psy_vector_sum (m0);
    if (!(mass > 0))
      continue;
    mean = psy_vector_sum (m1) / mass;
    variance = psy_vector_sum (m2) / mass - mean * mean;
    result += (at_estimate != NULL ? at_estimate[k].p : mass) * variance;
  }
  return result;
}

static double
mean_distance (const PsyAdaptiveTest *test, const PsyItem *item, const double *density)
{
  PsyCategory at[PSY_MAX_CATEGORIES], c[PSY_MAX_CATEGORIES];
  double sum = 0;

  psy_item_evaluate (item, test->theta.value, at);
  for (size_t q = 0; q < test->rules->quadrature->n; q++) {
    double distance = 0;

    psy_item_evaluate (item, test->nodes[q], c);
    for (int k = 0; k < item->n_categories; k++)
      distance += at[k].p * (at[k].log_p - c[k].log_p);
    sum += distance * density[q];
  }
  return sum;
}

/* Needs one more place in the arrays of what was given, which is there. */
static double
expected_information (PsyAdaptiveTest *test, const PsyItem *item)
{
  PsyCategory at[PSY_MAX_CATEGORIES];
  double sum = 0;

  psy_item_evaluate (item, test->theta.value, at);
  test->given_items[test->n_given] = *item;
  for (int k = 0; k < item->n_categories; k++) {
    PsyScore score;

    test->answers[test->n_given] = (int8_t) k;
    estimate (test, test->n_given + 1, &score);
    sum += at[k].p * psy_item_information (item, score.value);
  }
  return sum;
}

/* Weights of the likelihood alone: the nodes' distances, halves at both ends. */
static double
node_width (const PsyAdaptiveTest *test, size_t q)
{
  size_t last = test->rules->quadrature->n - 1;
  double left = q > 0 ? test->nodes[q] - test->nodes[q - 1] : 0;
  double right = q < last ? test->nodes[q + 1] - test->nodes[q] : 0;

  return q <= last ? (left + right) / 2 : 0;
}

static void
find_likelihood_density (const PsyAdaptiveTest *test, double *density)
{
  double sum = 0;

  for (size_t q = 0; q < test->n_padded; q++) {
    density[q] = q < test->rules->quadrature->n ? test->likelihood[q] * node_width (test, q) : 0;
    sum += density[q];
  }
  for (size_t q = 0; q < test->n_padded; q++)
    density[q] /= sum;
}

double
psy_adaptive_criterion (PsyAdaptiveTest *test, size_t item_index)
{
  const PsyItem *item = &test->rules->items[item_index];
  double *density = test->work + PSY_MAX_CATEGORIES * test->n_padded;
  PsyCategory at[PSY_MAX_CATEGORIES];

  switch (test->rules->criterion) {
  case PSY_CRITERION_INFORMATION:
    return psy_item_information (item, test->theta.value);
  case PSY_CRITERION_LIKELIHOOD_INFORMATION:
    find_likelihood_density (test, density);
    return mean_information (item, test->nodes, test->n_padded, density, test->work);
  case PSY_CRITERION_POSTERIOR_INFORMATION:
    return mean_information (item, test->nodes, test->n_padded, test->posterior, test->work);
  case PSY_CRITERION_EXPECTED_VARIANCE:
    psy_item_evaluate (item, test->theta.value, at);
    return mean_variance (test, item, at);
  case PSY_CRITERION_PREDICTED_VARIANCE:
    return mean_variance (test, item, NULL);
  case PSY_CRITERION_KL:
    find_likelihood_density (test, density);
    return mean_distance (test, item, density);
  case PSY_CRITERION_POSTERIOR_KL:
    return mean_distance (test, item, test->posterior);
  case PSY_CRITERION_EXPECTED_INFORMATION:
    return expected_information (test, item);
  }
  return NAN;
}

/* The scale that lacks most of its share and still has items; SIZE_MAX when there are no scales. */
static size_t
choose_scale (const PsyAdaptiveTest *test)
{
  const PsyAdaptive *rules = test->rules;
  bool has_items[PSY_MAX_SCALES] = { false };
  double largest = -INFINITY, sum = 0;
  size_t found = SIZE_MAX;

  if (rules->scales == NULL)
    return SIZE_MAX;
  for (size_t j = 0; j < rules->n_items; j++) {
    if (!test->used[j])
      has_items[rules->scales[j]] = true;
  }
  for (size_t s = 0; s < rules->n_scales; s++)
    sum += rules->shares[s];
  for (size_t s = 0; s < rules->n_scales; s++) {
    double wanted = sum > 0 ? rules->shares[s] / sum : 1.0 / (double) rules->n_scales;
    double has = test->n_given > 0 ? (double) test->given_in_scale[s] / (double) test->n_given : 0;

    if (has_items[s] && wanted - has > largest) {
      largest = wanted - has;
      found = s;
    }
  }
  return found;
}

PsyStatus
psy_adaptive_next (PsyAdaptiveTest *test, double random, size_t *item)
{
  const PsyAdaptive *rules = test->rules;
  size_t wanted = rules->randomesque > 1 ? rules->randomesque : 1, n = 0;
  double values[PSY_MAX_RANDOMESQUE];
  uint32_t best[PSY_MAX_RANDOMESQUE];
  bool by_information = rules->criterion == PSY_CRITERION_INFORMATION;
  bool smaller = rules->criterion == PSY_CRITERION_EXPECTED_VARIANCE ||
                 rules->criterion == PSY_CRITERION_PREDICTED_VARIANCE;
  size_t scale = choose_scale (test);

  *item = SIZE_MAX;
  if (!(random >= 0 && random < 1))
    return PSY_ERROR_ARGUMENT;
  for (size_t i = 0; i < rules->n_items; i++) {
    uint32_t j = by_information ? test->order[i] : (uint32_t) i;
    double value;
    size_t at;

    if (test->used[j] || (scale != SIZE_MAX && rules->scales[j] != scale))
      continue;
    /* Nothing from here on can give more; an equal one must still be compared by its index. */
    if (by_information && n == wanted && test->best_possible[j] < values[n - 1])
      break;
    value = psy_adaptive_criterion (test, j);
    value = smaller ? -value : value;
    if (isnan (value))
      value = -INFINITY;
    for (at = n; at > 0; at--) {
      if (values[at - 1] > value || (values[at - 1] == value && best[at - 1] < j))
        break;
    }
    if (at == wanted)
      continue;
    n = n < wanted ? n + 1 : n;
    for (size_t k = n - 1; k > at; k--) {
      values[k] = values[k - 1];
      best[k] = best[k - 1];
    }
    values[at] = value;
    best[at] = j;
  }
  if (n == 0)
    return PSY_ERROR_NO_DATA;
  *item = best[(size_t) (random * (double) n)];
  return PSY_OK;
}

PsyStop
psy_adaptive_stop (const PsyAdaptiveTest *test, double seconds)
{
  const PsyAdaptive *rules = test->rules;
  size_t longest =
    rules->max_items > 0 && rules->max_items < rules->n_items ? rules->max_items : rules->n_items;

  if (test->n_given >= longest)
    return PSY_STOP_ITEMS;
  if (rules->seconds > 0 && seconds >= rules->seconds)
    return PSY_STOP_TIME;
  if (rules->se > 0 && test->n_given >= rules->min_items && test->n_given > 0 &&
      test->theta.se <= rules->se)
    return PSY_STOP_SE;
  return PSY_STOP_NOT;
}
