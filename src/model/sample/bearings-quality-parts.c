/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reliability and items of one part of an instrument; the same items between two groups. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-quality-private.h"
#include "psy-correlation.h"
#include "psy-reliability.h"

#include "bearings-scoring.h"

#define LEVEL 0.95
#define N_DRAWS 2000
#define SEED 1
#define LEAST_BOOTSTRAP 150
/* Items are not given up for a trifle. */
#define WORTH_IT 1.1
/* A score of fewer items matches nobody. */
#define LEAST_SHARED 5
#define MOST_BOOTSTRAP 20000

static gint8
score_of (const BearingsContribution *record, const BearingsItem *item)
{
  for (guint i = 0; i < record->answers->len; i++) {
    const BearingsContributionAnswer *answer = record->answers->pdata[i];

    if (!g_str_equal (answer->item, item->record.id))
      continue;
    /* A file from elsewhere may hold anything. */
    return answer->score >= 0 && answer->score <= bearings_response_item_max_score (item) &&
               answer->score == floor (answer->score)
             ? (gint8) answer->score
             : PSY_MISSING;
  }
  return PSY_MISSING;
}

BearingsQualityAnswers *
bearings_quality_answers_new (GPtrArray *items, GPtrArray *records)
{
  BearingsQualityAnswers *self = g_new0 (BearingsQualityAnswers, 1);

  self->items = g_ptr_array_ref (items);
  self->records = g_ptr_array_ref (records);
  self->data = g_malloc ((gsize) items->len * records->len + 1);
  for (guint p = 0; p < records->len; p++)
    for (guint i = 0; i < items->len; i++) {
      const BearingsQualityItem *row = items->pdata[i];
      self->data[p * items->len + i] = score_of (records->pdata[p], row->item);
    }
  return self;
}

void
bearings_quality_answers_free (BearingsQualityAnswers *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->records);
  g_free (self->data);
  g_free (self);
}

static gint8
answer_at (const BearingsQualityAnswers *self, guint person, guint item)
{
  return self->data[person * self->items->len + item];
}

/* Over complete answers this is the corrected item-total correlation. */
static void
describe_item (const BearingsQualityAnswers *self, guint at)
{
  BearingsQualityItem *row = self->items->pdata[at];
  g_autofree double *own = g_new (double, self->records->len + 1);
  g_autofree double *rest = g_new (double, self->records->len + 1);
  double most = bearings_response_item_max_score (row->item), sum = 0;
  PsyCorrelation correlation;

  row->n = 0;
  for (guint p = 0; p < self->records->len; p++) {
    double points = 0, possible = 0;

    if (answer_at (self, p, at) < 0)
      continue;
    for (guint i = 0; i < self->items->len; i++) {
      if (i == at || answer_at (self, p, i) < 0)
        continue;
      points += answer_at (self, p, i);
      possible +=
        bearings_response_item_max_score (((BearingsQualityItem *) self->items->pdata[i])->item);
    }
    own[row->n] = answer_at (self, p, at);
    rest[row->n] = possible > 0 ? points / possible : NAN;
    sum += own[row->n++];
  }
  row->rest = bearings_quality_coefficient_none (row->n);
  if (row->n < BEARINGS_QUALITY_LEAST)
    return;
  row->difficulty = sum / (double) row->n / most;
  if (psy_correlation (own, rest, row->n, LEVEL, &correlation) == PSY_OK &&
      correlation.n >= BEARINGS_QUALITY_LEAST)
    row->rest = (BearingsCoefficient) { correlation.r, correlation.interval.low,
                                        correlation.interval.high, correlation.n };
}

void
bearings_quality_describe_items (const BearingsQualityAnswers *self)
{
  for (guint i = 0; i < self->items->len; i++)
    describe_item (self, i);
}

static gsize
n_both (const BearingsQualityAnswers *self, guint i, guint j)
{
  gsize n = 0;

  for (guint p = 0; p < self->records->len; p++)
    n += answer_at (self, p, i) >= 0 && answer_at (self, p, j) >= 0;
  return n;
}

static gboolean
varies (const BearingsQualityAnswers *self, guint item)
{
  gint8 first = PSY_MISSING;

  for (guint p = 0; p < self->records->len; p++) {
    gint8 answer = answer_at (self, p, item);
    if (answer >= 0 && first >= 0 && answer != first)
      return TRUE;
    if (answer >= 0)
      first = answer;
  }
  return FALSE;
}

/* How many answered both, for each pair of items. */
static gsize *
count_pairs (const BearingsQualityAnswers *self)
{
  guint k = self->items->len;
  gsize *both = g_new0 (gsize, (gsize) k * k);

  for (guint i = 0; i < k; i++)
    for (guint j = 0; j <= i; j++)
      both[i * k + j] = both[j * k + i] = n_both (self, i, j);
  return both;
}

/* The item with the thinnest pair, as an index of @items, and the n of that pair. */
static guint
find_thinnest (const GArray *items, const gsize *both, guint k, gsize *least)
{
  gsize least_sum = G_MAXSIZE;
  guint worst = 0;

  *least = G_MAXSIZE;
  for (guint i = 0; i < items->len; i++) {
    guint a = g_array_index (items, guint, i);
    gsize own = G_MAXSIZE, sum = 0;

    for (guint j = 0; j < items->len; j++) {
      gsize n = both[a * k + g_array_index (items, guint, j)];
      own = MIN (own, n);
      sum += n;
    }
    if (own < *least || (own == *least && sum < least_sum)) {
      *least = own;
      least_sum = sum;
      worst = i;
    }
  }
  return worst;
}

/* Items of which every pair was answered by enough persons. Those with the thinnest pair go one by
 * one, as long as the others gain more by it: an error falls with the root of n. Indexes of the
 * items; @smallest: n of the thinnest pair left. */
static GArray *
choose_items (const BearingsQualityAnswers *self, gsize *smallest)
{
  guint k = self->items->len;
  g_autofree gsize *both = count_pairs (self);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *best = g_array_new (FALSE, FALSE, sizeof (guint));
  double most = 0;

  *smallest = 0;
  for (guint i = 0; i < k; i++)
    if (varies (self, i))
      g_array_append_val (items, i);
  while (items->len > 0) {
    gsize least;
    guint worst = find_thinnest (items, both, k, &least);
    double worth = items->len * sqrt ((double) least);

    if (least >= BEARINGS_QUALITY_LEAST && worth > WORTH_IT * most) {
      most = worth;
      *smallest = least;
      g_array_unref (best);
      best = g_array_copy (items);
    }
    g_array_remove_index (items, worst);
  }
  return best;
}

/* The columns of the chosen items. */
static gint8 *
pick_columns (const BearingsQualityAnswers *self, const GArray *chosen)
{
  gint8 *data = g_malloc ((gsize) chosen->len * self->records->len + 1);

  for (guint p = 0; p < self->records->len; p++)
    for (guint i = 0; i < chosen->len; i++)
      data[p * chosen->len + i] = answer_at (self, p, g_array_index (chosen, guint, i));
  return data;
}

static gsize
count_complete (const PsyResponses *responses)
{
  gsize n = 0;

  for (gsize p = 0; p < responses->n_persons; p++)
    n += memchr (responses->data + p * responses->stride, (guint8) PSY_MISSING,
                 responses->n_items) == NULL;
  return n;
}

/* What is missing, from alpha. */
static void
look_ahead (BearingsQualityPart *part)
{
  static const double thresholds[] = { BEARINGS_QUALITY_EARLY, BEARINGS_QUALITY_DECISION };

  part->usual = psy_correlation_spearman_brown (part->alpha.value, part->mean_items / part->n_used);
  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++) {
    part->persons[i] =
      psy_correlation_alpha_persons (part->alpha.value, part->n_used, thresholds[i], LEVEL);
    part->factor[i] = psy_correlation_spearman_brown_factor (part->usual, thresholds[i]);
  }
}

/* Skewed items make Feldt's interval too narrow; the bootstrap's needs persons enough. */
static void
resample (BearingsQualityPart *part, const PsyResponses *responses)
{
  gsize size = psy_reliability_alpha_bootstrap_workspace_size (responses, N_DRAWS);
  g_autofree void *work = g_malloc (size);
  PsyBootstrap bootstrap;

  if (psy_reliability_alpha_bootstrap (responses, N_DRAWS, SEED, LEVEL, work, size, &bootstrap) !=
        PSY_OK ||
      isnan (bootstrap.bca.low))
    return;
  part->alpha.low = bootstrap.bca.low;
  part->alpha.high = bootstrap.bca.high;
  part->n_draws = bootstrap.n_used;
}

static void
find_reliability (BearingsQualityPart *part, const PsyResponses *responses, gsize n)
{
  gsize k = responses->n_items;
  g_autofree double *covariance = g_new (double, k *k);
  g_autofree double *work = g_new (double, MAX (2 * k * k, psy_omega_workspace_size (k)));
  g_autofree void *bytes = g_malloc (psy_reliability_covariance_workspace_size (k));
  PsyReliability reliability;
  PsyOmega omega;

  if (psy_reliability_covariance (responses, part->pairwise, bytes, covariance, NULL) != PSY_OK ||
      psy_reliability (covariance, k, n, LEVEL, work, &reliability) != PSY_OK ||
      !(reliability.alpha.value <= 1))
    return;
  part->alpha = (BearingsCoefficient) { reliability.alpha.value, reliability.feldt.low,
                                        reliability.feldt.high, n };
  part->sd = reliability.sd;
  part->sem = reliability.sem;
  if (k >= 3 && psy_omega (covariance, k, n, work, NULL, NULL, &omega) == PSY_OK) {
    part->omega = (BearingsCoefficient) {
      omega.omega.value, omega.omega.value - BEARINGS_SCORING_Z95 * omega.omega.se,
      MIN (1, omega.omega.value + BEARINGS_SCORING_Z95 * omega.omega.se), n
    };
    part->rmsea = omega.rmsea;
    part->cfi = omega.cfi;
  }
  if (!part->pairwise && n >= LEAST_BOOTSTRAP && responses->n_persons <= MOST_BOOTSTRAP)
    resample (part, responses);
  look_ahead (part);
}

static void
count_persons (BearingsQualityPart *part, const BearingsQualityAnswers *answers)
{
  gsize n_answers = 0;

  for (guint p = 0; p < answers->records->len; p++) {
    gsize n = 0;

    for (guint i = 0; i < answers->items->len; i++)
      n += answer_at (answers, p, i) >= 0;
    part->n_persons += n > 0;
    n_answers += n;
  }
  part->mean_items = part->n_persons > 0 ? (double) n_answers / (double) part->n_persons : NAN;
  if (part->n_persons < BEARINGS_QUALITY_LEAST)
    part->n_missing = BEARINGS_QUALITY_LEAST - part->n_persons;
}

BearingsQualityPart *
bearings_quality_part_new (const BearingsQualityAnswers *answers, gboolean self_rating)
{
  BearingsQualityPart *part = g_new0 (BearingsQualityPart, 1);
  gsize smallest, complete;
  g_autoptr (GArray) chosen = choose_items (answers, &smallest);
  g_autofree gint8 *data = pick_columns (answers, chosen);
  PsyResponses responses = psy_responses (data, answers->records->len, chosen->len);

  part->self_rating = self_rating;
  part->n_items = answers->items->len;
  part->n_used = chosen->len;
  part->alpha = part->omega = bearings_quality_coefficient_none (0);
  part->rmsea = part->cfi = part->usual = part->sd = part->sem = NAN;
  part->factor[0] = part->factor[1] = NAN;
  count_persons (part, answers);
  if (chosen->len < 2)
    return part;
  complete = count_complete (&responses);
  part->pairwise = complete < BEARINGS_QUALITY_LEAST;
  find_reliability (part, &responses, part->pairwise ? smallest : complete);
  return part;
}

static const char *
group_of (const BearingsContribution *record, GHashTable *groups)
{
  if (groups != NULL) {
    const char *name = g_hash_table_lookup (groups, record->id);
    return name != NULL ? name : "";
  }
  return *record->origin == '\0' ? _ ("this centre") : _ ("other centres");
}

static gboolean
has_all (const BearingsQualityAnswers *answers, guint person, const GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (answer_at (answers, person, g_array_index (items, guint, i)) < 0)
      return FALSE;
  return TRUE;
}

/* Size of the second largest group of those who answered all of the items. */
static gsize
size_of_second (const BearingsQualityAnswers *answers, const GArray *items, GHashTable *groups)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer size;
  gsize first = 0, second = 0;

  for (guint p = 0; p < answers->records->len; p++) {
    const char *group = group_of (answers->records->pdata[p], groups);
    if (*group != '\0' && has_all (answers, p, items))
      g_hash_table_insert (
        sizes, (char *) group,
        GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (sizes, group)) + 1));
  }
  g_hash_table_iter_init (&iter, sizes);
  while (g_hash_table_iter_next (&iter, NULL, &size)) {
    second = MAX (second, MIN (first, GPOINTER_TO_SIZE (size)));
    first = MAX (first, GPOINTER_TO_SIZE (size));
  }
  return second;
}

static guint
find_fewest (const BearingsQualityAnswers *answers, const GArray *items)
{
  guint fewest = 0;

  for (guint i = 1; i < items->len; i++) {
    const BearingsQualityItem *row = answers->items->pdata[g_array_index (items, guint, i)];
    const BearingsQualityItem *least = answers->items->pdata[g_array_index (items, guint, fewest)];
    if (row->n < least->n)
      fewest = i;
  }
  return fewest;
}

/* Where not everybody answered everything: items go, those with the fewest answers first, as long
 * as more answers of the smaller group can be used without them. */
static GArray *
choose_shared (const BearingsQualityAnswers *answers, GHashTable *groups)
{
  gsize smallest, most = 0;
  g_autoptr (GArray) items = choose_items (answers, &smallest);
  GArray *best = g_array_copy (items);

  for (;;) {
    gsize used = size_of_second (answers, items, groups) * items->len;

    if (used > most) {
      most = used;
      g_array_unref (best);
      best = g_array_copy (items);
    }
    if (items->len <= LEAST_SHARED)
      return best;
    g_array_remove_index (items, find_fewest (answers, items));
  }
}

/* Persons of both groups who answered the same items. */
static BearingsResponseMatrix *
make_groups (const BearingsQualityAnswers *answers, GHashTable *groups)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();
  g_autoptr (GArray) chosen = choose_shared (answers, groups);
  gboolean any = FALSE;

  if (chosen->len < 2)
    return NULL;
  for (guint p = 0; p < answers->records->len; p++) {
    const BearingsContribution *record = answers->records->pdata[p];
    const char *group = group_of (record, groups);

    if (*group == '\0' || !has_all (answers, p, chosen))
      continue;
    for (guint i = 0; i < chosen->len; i++) {
      guint at = g_array_index (chosen, guint, i);
      const BearingsQualityItem *row = answers->items->pdata[at];
      bearings_response_matrix_builder_add (builder, record->id, row->item->record.id,
                                            answer_at (answers, p, at));
    }
    bearings_response_matrix_builder_set_group (builder, record->id, group);
    any = TRUE;
  }
  return any ? bearings_response_matrix_builder_end (builder) : NULL;
}

void
bearings_quality_compare (BearingsQuality *quality,
                          const BearingsQualityAnswers *answers,
                          GHashTable *groups)
{
  g_autoptr (BearingsResponseMatrix) matrix = make_groups (answers, groups);
  g_autoptr (BearingsItemAnalysis) analysis =
    /* It is refused for too few answers, which is said below. */
    matrix != NULL ? bearings_item_analysis_new (matrix, NULL, NULL) : NULL;

  if (analysis == NULL || analysis->reference == NULL) {
    if (quality->reference == NULL && quality->dif_note == NULL)
      quality->dif_note =
        g_strdup (analysis != NULL && analysis->dif_note != NULL
                    ? analysis->dif_note
                    : _ ("there are not enough persons who answered the same questions"));
    return;
  }
  if (MIN (analysis->n_reference, analysis->n_focal) < BEARINGS_QUALITY_LEAST) {
    if (quality->reference == NULL)
      g_set_str (&quality->dif_note,
                 _ ("one of the groups is too small to be shown without showing persons"));
    return;
  }
  if (analysis->dif_note != NULL)
    return;
  g_clear_pointer (&quality->dif_note, g_free);
  g_set_str (&quality->reference, analysis->reference);
  g_set_str (&quality->focal, analysis->focal);
  quality->n_reference = analysis->n_reference;
  quality->n_focal = analysis->n_focal;
  for (guint i = 0; i < analysis->items->len; i++) {
    const BearingsItemStatistics *found = analysis->items->pdata[i];

    for (guint j = 0; j < answers->items->len; j++) {
      BearingsQualityItem *row = answers->items->pdata[j];
      if (g_str_equal (row->item->record.id, found->item))
        row->dif = found->dif;
    }
  }
}
