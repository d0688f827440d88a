/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time, memory and distance from the floor of the psychometrics library: bench-psychometrics [NAME]
 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-data.h"
#include "psy-adaptive.h"
#include "psy-calibrate.h"
#include "psy-classical.h"
#include "psy-dif.h"
#include "psy-reliability.h"
#include "psy-score-batch.h"
#include "psy-vector.h"

#define MAX_RUNS 9
#define BANK 10000

/* What a row measured; plain data, for it comes out of a process of its own. */
typedef struct {
  double seconds;     /* median */
  double evaluations; /* probabilities that a program without tables would compute */
  double bytes;       /* read and written by the algorithm, counted, not measured */
  double short_of;    /* log-likelihood below the maximum; NaN: not a calibration */
  double peak;        /* MB; 0: that of the whole process */
  int passes;
} Measured;

typedef struct {
  double times[MAX_RUNS];
  int n;
} Clock;

static double
seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (Clock *clock)
{
  qsort (clock->times, (gsize) clock->n, sizeof (double), compare);
  return clock->times[clock->n / 2];
}

static double
shortest (Clock *clock)
{
  median (clock);
  return clock->times[0];
}

/* Most memory the process ever had, in MB. */
static double
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static void
check (PsyStatus status)
{
  if (status == PSY_OK)
    return;
  g_printerr ("%s\n", psy_status_string (status));
  exit (1);
}

/* --- floors --------------------------------------------------------------------------------- */

PSY_CLONES static void
exponentials (double *values, gsize n, int times)
{
  for (int i = 0; i < times; i++) {
    for (gsize q = 0; q < n; q += PSY_LANES)
      psy_vector_store (values + q,
                        psy_vector_exp (psy_vector_load (values + q) - psy_vector_set (1.5)));
  }
}

PSY_CLONES static void
triads (double *to, const double *from, gsize n, int times)
{
  for (int i = 0; i < times; i++) {
    for (gsize q = 0; q < n; q += PSY_LANES)
      psy_vector_store (to + q, psy_vector_load (to + q) + psy_vector_load (from + q));
  }
}

/* Seconds of one exponential in a plain loop over numbers in the first-level cache. */
static double
measure_exponential (void)
{
  static double values[1024];
  Clock clock = { .n = 9 };

  for (int run = 0; run < clock.n; run++) {
    double start = seconds ();

    exponentials (values, G_N_ELEMENTS (values), 5000);
    clock.times[run] = (seconds () - start) / 5000 / G_N_ELEMENTS (values);
  }
  return shortest (&clock);
}

/* Seconds a byte of a loop that adds one array to another, 256 kB together. */
static double
measure_byte (void)
{
  static double to[16384], from[16384];
  Clock clock = { .n = 9 };

  for (int run = 0; run < clock.n; run++) {
    double start = seconds ();

    triads (to, from, G_N_ELEMENTS (to), 1000);
    clock.times[run] = (seconds () - start) / 1000 / G_N_ELEMENTS (to) / 24;
  }
  return shortest (&clock);
}

/* --- rows ----------------------------------------------------------------------------------- */

typedef struct {
  PsyModel model;
  int n_categories;
  gsize n_persons, n_items, n_nodes;
  bool errors;
  int runs;
} Shape;

/* Groups of items whose answers together are one row of a table of at most 64. */
static gsize
n_groups (const Shape *shape)
{
  gsize rows = (gsize) shape->n_categories, a_group = 1;

  for (; rows * (gsize) shape->n_categories <= 64; a_group++)
    rows *= (gsize) shape->n_categories;
  return (shape->n_items + a_group - 1) / a_group;
}

static Measured
calibrate (const Shape *shape)
{
  g_autofree PsyItem *truth = make_items (shape->n_items, shape->model, shape->n_categories, 1);
  PsyResponses answers = make_answers (truth, shape->n_persons, shape->n_items, 0, 2);
  g_autofree PsyItem *items = g_new (PsyItem, shape->n_items);
  g_autofree PsyItemErrors *errors = g_new (PsyItemErrors, shape->n_items);
  g_autofree double *nodes = g_new (double, shape->n_nodes);
  g_autofree double *weights = g_new (double, shape->n_nodes);
  g_autofree char *work = NULL;
  PsyQuadrature quadrature = { nodes, weights, shape->n_nodes };
  PsyCalibration calibration;
  PsyCalibrationReport report, best = { .log_likelihood = NAN };
  Clock clock = { .n = shape->runs };
  double peak;
  gsize size;

  check (psy_quadrature_normal (-6, 6, shape->n_nodes, 0, 1, nodes, weights));
  psy_calibration_init (&calibration, shape->model);
  calibration.quadrature = &quadrature;
  calibration.standard_errors = shape->errors;
  size = psy_calibrate_workspace_size (&answers, &calibration);
  work = g_malloc (size);
  for (int run = 0; run < clock.n; run++) {
    double start = seconds ();

    check (psy_calibrate (&answers, &calibration, work, size, items, errors, NULL, &report));
    clock.times[run] = seconds () - start;
  }
  peak = peak_memory ();
  /* The maximum itself: the same to a tighter bound, and Newton steps by the observed information.
   */
  if (shape->n_items <= 100) {
    calibration.tolerance = 1e-9;
    calibration.standard_errors = true;
    size = psy_calibrate_workspace_size (&answers, &calibration);
    g_free (g_steal_pointer (&work));
    work = g_malloc (size);
    check (psy_calibrate (&answers, &calibration, work, size, items, errors, NULL, &best));
  }
  g_free ((gpointer) answers.data);
  return (Measured) {
    .seconds = median (&clock),
    .evaluations = (double) report.evaluations * (double) shape->n_persons *
                   (double) shape->n_items * (double) shape->n_nodes,
    .bytes = (double) report.evaluations * (double) report.n_patterns * (double) n_groups (shape) *
             (double) psy_vector_padded (shape->n_nodes) * 32,
    .short_of = best.log_likelihood - report.log_likelihood,
    .peak = peak,
    .passes = report.evaluations,
  };
}

static Measured
score (const Shape *shape, PsyScoreKind kind)
{
  g_autofree PsyItem *items = make_items (shape->n_items, shape->model, shape->n_categories, 1);
  PsyResponses answers = make_answers (items, shape->n_persons, shape->n_items, 0, 2);
  g_autofree PsyScore *scores = g_new (PsyScore, shape->n_persons);
  g_autofree double *nodes = g_new (double, shape->n_nodes);
  g_autofree double *weights = g_new (double, shape->n_nodes);
  g_autofree char *work = NULL;
  PsyQuadrature quadrature = { nodes, weights, shape->n_nodes };
  PsyBatch batch = { .quadrature = &quadrature, .bounds = PSY_BOUNDS, .mean = 0, .sd = 1 };
  Clock clock = { .n = shape->runs };
  gsize size;

  check (psy_quadrature_normal (-6, 6, shape->n_nodes, 0, 1, nodes, weights));
  size = psy_score_batch_workspace_size (items, &answers, &batch, kind);
  work = g_malloc (size);
  for (int run = 0; run < clock.n; run++) {
    double start = seconds ();

    check (psy_score_batch (items, &answers, &batch, kind, work, size, scores, NULL));
    clock.times[run] = seconds () - start;
  }
  g_free ((gpointer) answers.data);
  return (Measured) {
    .seconds = median (&clock),
    .evaluations = (double) shape->n_persons * (double) shape->n_items *
                   (kind == PSY_SCORE_EAP ? (double) shape->n_nodes : 3),
    .bytes = (double) shape->n_persons * (double) (n_groups (shape)) *
             (double) psy_vector_padded (shape->n_nodes) * 8,
    .short_of = NAN,
  };
}

static Measured
choose (PsyCriterion criterion)
{
  g_autofree PsyItem *items = make_items (BANK, PSY_MODEL_2PL, 2, 3);
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  PsyQuadrature quadrature = { nodes, weights, PSY_N_NODES };
  PsyAdaptive rules = {
    .items = items,
    .n_items = BANK,
    .criterion = criterion,
    .estimator = PSY_ESTIMATOR_EAP,
    .quadrature = &quadrature,
    .sd = 1,
    .bounds = PSY_BOUNDS,
  };
  gsize size = psy_adaptive_workspace_size (&rules);
  g_autofree char *work = g_malloc (size);
  bool all = criterion == PSY_CRITERION_EXPECTED_VARIANCE;
  int times = all ? 5 : 2000;
  Clock clock = { .n = 9 };
  PsyAdaptiveTest test;
  PsyRandom random;
  gsize item = 0;

  check (psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights));
  check (psy_adaptive_begin (&test, &rules, work, size));
  psy_random_init (&random, 4);
  for (int i = 0; i < 10; i++) {
    check (psy_adaptive_next (&test, 0, &item));
    check (psy_adaptive_answer (&test, item, psy_random_uniform (&random) < 0.6));
  }
  for (int run = 0; run < clock.n; run++) {
    double start = seconds ();

    for (int i = 0; i < times; i++)
      check (psy_adaptive_next (&test, 0, &item));
    clock.times[run] = (seconds () - start) / times;
  }
  return (Measured) {
    .seconds = median (&clock),
    .evaluations = all ? (double) BANK * PSY_N_NODES : BANK,
    .bytes = (double) BANK * sizeof (PsyItem),
    .short_of = NAN,
  };
}

static Measured
analyse (void)
{
  g_autofree PsyItem *truth = make_items (40, PSY_MODEL_2PL, 2, 1);
  PsyResponses answers = make_answers (truth, 100000, 40, 0, 2);
  g_autofree char *work = g_malloc (psy_item_analysis_workspace_size (40));
  PsyItemAnalysis items[40];
  PsyAlpha alpha;
  Clock clock = { .n = 9 };

  for (int run = 0; run < clock.n; run++) {
    double start = seconds ();

    check (psy_item_analysis (&answers, 0.95, work, items, &alpha));
    clock.times[run] = seconds () - start;
  }
  g_free ((gpointer) answers.data);
  return (Measured) { .seconds = median (&clock), .bytes = 100000.0 * 40, .short_of = NAN };
}

static Measured
find_dif (void)
{
  g_autofree PsyItem *truth = make_items (40, PSY_MODEL_2PL, 2, 1);
  g_autofree PsyItem *biased = g_memdup2 (truth, 40 * sizeof (PsyItem));
  PsyResponses answers = make_answers (truth, 100000, 40, 0, 2), other;
  g_autofree uint8_t *groups = g_new0 (uint8_t, 100000);
  g_autofree char *work = NULL;
  gsize size = psy_dif_workspace_size (&answers);
  PsyDifOptions options = { .purify = true, .alpha = 0.05 };
  PsyMantelHaenszel results[40];
  Clock clock = { .n = 9 };
  int rounds = 0;

  biased[2].d[0] -= 0.6;
  biased[7].d[0] -= 0.4;
  other = make_answers (biased, 50000, 40, 0, 5);
  memcpy ((gint8 *) answers.data + (gsize) 50000 * 40, other.data, (gsize) 50000 * 40);
  memset (groups + 50000, 1, 50000);
  work = g_malloc (size);
  for (int run = 0; run < clock.n; run++) {
    PsyStatus status;
    double start = seconds ();

    status = psy_dif_mantel_haenszel (&answers, groups, &options, work, size, results, &rounds);
    if (status != PSY_ERROR_CONVERGENCE)
      check (status);
    clock.times[run] = seconds () - start;
  }
  g_free ((gpointer) answers.data);
  g_free ((gpointer) other.data);
  return (Measured) {
    .seconds = median (&clock),
    /* An answer is read twice, its cell read and written. */
    .bytes = 100000.0 * 40 * rounds * 10,
    .short_of = NAN,
    .passes = rounds,
  };
}

static Measured
bootstrap (void)
{
  g_autofree PsyItem *truth = make_items (20, PSY_MODEL_2PL, 2, 1);
  PsyResponses answers = make_answers (truth, 1000, 20, 0, 2);
  gsize size = psy_reliability_alpha_bootstrap_workspace_size (&answers, 2000);
  g_autofree char *work = g_malloc (size);
  PsyBootstrap result;
  Clock clock = { .n = 9 };

  for (int run = 0; run < clock.n; run++) {
    double start = seconds ();

    check (psy_reliability_alpha_bootstrap (&answers, 2000, 1, 0.95, work, size, &result));
    clock.times[run] = seconds () - start;
  }
  g_free ((gpointer) answers.data);
  return (Measured) {
    .seconds = median (&clock),
    .bytes = 2000.0 * 1000 * 20,
    .short_of = NAN,
  };
}

/* --- the table ------------------------------------------------------------------------------- */

typedef enum {
  WORK_CALIBRATE,
  WORK_EAP,
  WORK_WLE,
  WORK_INFORMATION,
  WORK_VARIANCE,
  WORK_ANALYSIS,
  WORK_DIF,
  WORK_BOOTSTRAP,
} Work;

typedef struct {
  const char *name;
  Work work;
  Shape shape;
  double goal;
  const char *peer;
} Row;

static const Row rows[] = {
  { "2PL 100,000 x 40",
    WORK_CALIBRATE,
    { PSY_MODEL_2PL, 2, 100000, 40, 61, false, 5 },
    0.5,
    "dexterMML 4.03 s" },
  { "2PL 100,000 x 40, errors",
    WORK_CALIBRATE,
    { PSY_MODEL_2PL, 2, 100000, 40, 61, true, 5 },
    1.5,
    "dexterMML 26 s" },
  { "GRM 5 categories 100,000 x 40",
    WORK_CALIBRATE,
    { PSY_MODEL_GRM, 5, 100000, 40, 61, false, 5 },
    5,
    "mirt 156 s" },
  { "2PL 1,000 x 20",
    WORK_CALIBRATE,
    { PSY_MODEL_2PL, 2, 1000, 20, 61, false, 9 },
    0.004,
    "dexterMML 0.037 s" },
  { "EAP 100,000 x 40",
    WORK_EAP,
    { PSY_MODEL_2PL, 2, 100000, 40, 61, false, 9 },
    0.08,
    "girth 0.19 s" },
  { "WLE 100,000 x 40",
    WORK_WLE,
    { PSY_MODEL_2PL, 2, 100000, 40, 61, false, 5 },
    0.3,
    "TAM 6.3 s" },
  { "next item, information, of 10,000", WORK_INFORMATION, { 0 }, 0.00003, "catsim 1.06 ms" },
  { "next item, variance, of 10,000", WORK_VARIANCE, { 0 }, 0.05, "catR 86 s" },
  { "alpha, item-total, 100,000 x 40", WORK_ANALYSIS, { 0 }, 0.02, "numpy 0.016 s" },
  { "Mantel-Haenszel 100,000 x 40", WORK_DIF, { 0 }, 0.1, "difR 21.8 s" },
  { "alpha bootstrap 2,000, 1,000 x 20", WORK_BOOTSTRAP, { 0 }, 0.1, "psych 3.7 s" },
};

static const Row growth[] = {
  { "2PL 10,000 x 40, 61 nodes", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 10000, 40, 61, false, 5 } },
  { "persons x 10", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 100000, 40, 61, false, 5 } },
  { "items x 10", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 10000, 400, 61, false, 5 } },
  { "nodes x 2", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 10000, 40, 122, false, 5 } },
  { "2PL with errors 10,000 x 40", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 10000, 40, 61, true, 5 } },
  { "persons x 10", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 100000, 40, 61, true, 5 } },
  { "items x 10", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 10000, 400, 61, true, 3 } },
  { "nodes x 2", WORK_CALIBRATE, { PSY_MODEL_2PL, 2, 10000, 40, 122, true, 5 } },
  { "EAP 10,000 x 40, 61 nodes", WORK_EAP, { PSY_MODEL_2PL, 2, 10000, 40, 61, false, 9 } },
  { "persons x 10", WORK_EAP, { PSY_MODEL_2PL, 2, 100000, 40, 61, false, 9 } },
  { "items x 10", WORK_EAP, { PSY_MODEL_2PL, 2, 10000, 400, 61, false, 9 } },
  { "nodes x 2", WORK_EAP, { PSY_MODEL_2PL, 2, 10000, 40, 122, false, 9 } },
};

static Measured
do_work (const Row *row)
{
  switch (row->work) {
  case WORK_CALIBRATE:
    return calibrate (&row->shape);
  case WORK_EAP:
    return score (&row->shape, PSY_SCORE_EAP);
  case WORK_WLE:
    return score (&row->shape, PSY_SCORE_WLE);
  case WORK_INFORMATION:
    return choose (PSY_CRITERION_INFORMATION);
  case WORK_VARIANCE:
    return choose (PSY_CRITERION_EXPECTED_VARIANCE);
  case WORK_ANALYSIS:
    return analyse ();
  case WORK_DIF:
    return find_dif ();
  case WORK_BOOTSTRAP:
    return bootstrap ();
  }
  g_assert_not_reached ();
}

/* In a process of its own, whose peak of memory is the row's. */
static Measured
measure (const Row *row)
{
  Measured measured = { 0 };
  struct rusage usage;
  int ends[2], status;
  pid_t child;

  fflush (stdout);
  if (pipe (ends) != 0 || (child = fork ()) < 0) {
    g_printerr ("cannot start a process\n");
    exit (1);
  }
  if (child == 0) {
    measured = do_work (row);
    _exit (write (ends[1], &measured, sizeof measured) == (gssize) sizeof measured ? 0 : 1);
  }
  close (ends[1]);
  if (read (ends[0], &measured, sizeof measured) != (gssize) sizeof measured ||
      wait4 (child, &status, 0, &usage) != child || status != 0) {
    g_printerr ("%s: failed\n", row->name);
    exit (1);
  }
  close (ends[0]);
  if (measured.peak == 0)
    measured.peak = (double) usage.ru_maxrss / 1024;
  return measured;
}

static void
print_ratio (double time, double floor)
{
  if (floor > 0)
    printf (" %9.3f %7.2f", floor * 1000, time / floor);
  else
    printf (" %9s %7s", "", "");
}

int
main (int argc, char **argv)
{
  double an_exponential = measure_exponential (), a_byte = measure_byte ();
  int missed = 0;

  printf ("One core. Floors: %.3f ns an exponential in a plain vector loop, %.1f GB/s for one "
          "array added to another.\n\n",
          an_exponential * 1e9, 1e-9 / a_byte);
  printf ("%-34s %10s %10s %5s  %-18s %7s %6s %9s | %9s %7s | %9s %7s\n", "work", "median ms",
          "goal ms", "met", "peer", "peak MB", "passes", "LL short", "exp ms", "ratio", "bytes ms",
          "ratio");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Row *row = &rows[i];
    Measured m;

    if (argc > 1 && strstr (row->name, argv[1]) == NULL)
      continue;
    m = measure (row);
    missed += m.seconds > row->goal;
    printf ("%-34s %10.3f %10.3f %5s  %-18s %7.1f ", row->name, m.seconds * 1000, row->goal * 1000,
            m.seconds <= row->goal ? "yes" : "no", row->peer, m.peak);
    if (m.passes > 0)
      printf ("%6d ", m.passes);
    else
      printf ("%6s ", "");
    if (isnan (m.short_of))
      printf ("%9s |", "");
    else
      printf ("%9.1e |", m.short_of);
    print_ratio (m.seconds, m.evaluations * an_exponential);
    printf (" |");
    print_ratio (m.seconds, m.bytes * a_byte);
    printf ("\n");
  }
  if (argc > 1)
    return 0;
  printf ("\n%d of %d goals missed.\n\nGrowth\n%-34s %10s %7s %7s %6s\n", missed,
          (int) G_N_ELEMENTS (rows), "work", "median ms", "times", "peak MB", "passes");
  for (gsize i = 0; i < G_N_ELEMENTS (growth); i++) {
    static double base;
    Measured m = measure (&growth[i]);

    base = i % 4 == 0 ? m.seconds : base;
    printf ("%-34s %10.3f %7.2f %7.1f ", growth[i].name, m.seconds * 1000, m.seconds / base,
            m.peak);
    if (m.passes > 0)
      printf ("%6d", m.passes);
    printf ("\n");
  }
  return 0;
}
