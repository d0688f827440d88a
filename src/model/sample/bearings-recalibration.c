/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New item parameters for an instrument from answers to it, and what they would change. */

#include "bearings-recalibration.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-analysis-private.h"
#include "bearings-scoring-item.h"
#include "psy-correlation.h"
#include "psy-link.h"
#include "psy-score-batch.h"

/* Numbers of a version that a publisher uses; the next is the centre's. */
#define PUBLISHED_NUMBERS 3

/* What one fit works on: columns of the answers, each an item of the instrument. */
typedef struct {
  guint n_persons, n; /* persons, items at present */
  guint *rows;        /* index into BearingsRecalibration.items */
  gint8 *data;        /* n_persons rows of n_columns */
  guint n_columns;    /* items at the beginning */
  PsyItem *before, *after;
  PsyItemErrors *errors;
  PsyModel *models;
  guint8 *n_categories;
  PsyCalibrationReport report;
} Fit;

static void
fit_free (Fit *fit)
{
  g_free (fit->rows);
  g_free (fit->data);
  g_free (fit->before);
  g_free (fit->after);
  g_free (fit->errors);
  g_free (fit->models);
  g_free (fit->n_categories);
  g_free (fit);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fit, fit_free)

static void
item_free (gpointer data)
{
  BearingsRecalibratedItem *item = data;

  bearings_record_unref (item->item);
  g_clear_pointer (&item->after, bearings_calibrated_item_free);
  g_free (item);
}

BearingsRecalibration *
bearings_recalibration_ref (BearingsRecalibration *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
bearings_recalibration_unref (BearingsRecalibration *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  bearings_form_unref (self->form);
  g_free (self->version);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

char *
bearings_recalibration_next_version (const char *version)
{
  g_auto (GStrv) numbers = g_strsplit (version, ".", -1);
  g_autoptr (GStrvBuilder) next = g_strv_builder_new ();
  g_auto (GStrv) joined = NULL;
  guint n = g_strv_length (numbers);

  for (guint i = 0; i < MAX (n, PUBLISHED_NUMBERS + 1); i++) {
    gint64 number = i < n ? g_ascii_strtoll (numbers[i], NULL, 10) : 0;
    gboolean last = i + 1 == MAX (n, PUBLISHED_NUMBERS + 1);

    g_strv_builder_take (next, g_strdup_printf ("%" G_GINT64_FORMAT, number + (last ? 1 : 0)));
  }
  joined = g_strv_builder_end (next);
  return g_strjoinv (".", joined);
}

BearingsResponseMatrix *
bearings_recalibration_gather (const BearingsForm *form, const GPtrArray *records)
{
  g_autoptr (BearingsResponseMatrixBuilder) builder = bearings_response_matrix_builder_new ();

  for (guint p = 0; p < records->len; p++) {
    const BearingsContribution *record = records->pdata[p];

    if (!g_str_equal (record->instrument_version, form->instrument->version))
      continue;
    for (guint i = 0; i < record->answers->len; i++) {
      const BearingsContributionAnswer *answer = record->answers->pdata[i];
      BearingsItem *item = bearings_form_get_item (form, answer->item);
      PsyItem usable;

      /* A record merged from elsewhere may hold anything. */
      if (item != NULL && bearings_scoring_item_make (item, NULL, &usable) && answer->score >= 0 &&
          answer->score < usable.n_categories && answer->score == floor (answer->score))
        bearings_response_matrix_builder_add (builder, record->id, answer->item,
                                              (gint8) answer->score);
    }
  }
  return bearings_response_matrix_builder_end (builder);
}

static void
list_items (BearingsRecalibration *self)
{
  for (guint i = 0; i < self->form->items->len; i++) {
    BearingsItem *item = self->form->items->pdata[i];
    BearingsRecalibratedItem *row;
    PsyItem usable;

    if (!bearings_scoring_item_make (item, NULL, &usable))
      continue;
    row = g_new0 (BearingsRecalibratedItem, 1);
    row->item = bearings_record_ref (item);
    row->kept = BEARINGS_KEPT_ANSWERS;
    row->shift = row->shift_errors = NAN;
    g_ptr_array_add (self->items, row);
  }
}

static guint
find_row (const BearingsRecalibration *self, const char *id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (((BearingsRecalibratedItem *) self->items->pdata[i])->item->record.id, id))
      return i;
  return G_MAXUINT;
}

/* Takes the columns of the matrix that are items; a score above what an item has is refused. */
static gboolean
take_column (BearingsRecalibration *self,
             Fit *fit,
             const BearingsResponseMatrix *matrix,
             guint column,
             GError **error)
{
  guint number = find_row (self, matrix->items->pdata[column]);
  BearingsRecalibratedItem *row;
  guint at = fit->n;
  gboolean keyed = matrix->key != NULL && matrix->key[column] != BEARINGS_RESPONSE_MISSING;

  if (number == G_MAXUINT) {
    g_ptr_array_add (self->unknown, g_strdup (matrix->items->pdata[column]));
    return TRUE;
  }
  row = self->items->pdata[number];
  bearings_scoring_item_make (row->item, NULL, &fit->before[at]);
  for (guint p = 0; p < fit->n_persons; p++) {
    gint8 score = matrix->data[p * matrix->items->len + column];
    gint8 found = score != BEARINGS_RESPONSE_MISSING && !keyed ? score + matrix->lowest : score;

    if (found >= fit->before[at].n_categories) {
      g_autofree char *reason =
        /* Translators: name of a person in a file, of an item, a score, the highest there is. */
        g_strdup_printf (_ ("person “%s” has %d points for item “%s”, which gives %d at most"),
                         (char *) matrix->persons->pdata[p], found,
                         (char *) matrix->items->pdata[column], fit->before[at].n_categories - 1);
      return bearings_analysis_refuse (error, reason);
    }
    fit->data[p * fit->n_columns + at] = found;
    row->n += found != BEARINGS_RESPONSE_MISSING;
  }
  fit->rows[at] = number;
  fit->models[at] = fit->before[at].model;
  fit->n_categories[at] = (guint8) fit->before[at].n_categories;
  fit->n++;
  return TRUE;
}

static Fit *
fit_new (BearingsRecalibration *self, const BearingsResponseMatrix *matrix, GError **error)
{
  g_autoptr (Fit) fit = g_new0 (Fit, 1);

  fit->n_persons = matrix->persons->len;
  fit->n_columns = matrix->items->len;
  fit->rows = g_new0 (guint, fit->n_columns);
  fit->data = g_malloc0 ((gsize) fit->n_columns * fit->n_persons + 1);
  fit->before = g_new0 (PsyItem, fit->n_columns);
  fit->after = g_new0 (PsyItem, fit->n_columns);
  fit->errors = g_new0 (PsyItemErrors, fit->n_columns);
  fit->models = g_new0 (PsyModel, fit->n_columns);
  fit->n_categories = g_new0 (guint8, fit->n_columns);
  for (guint j = 0; j < matrix->items->len; j++)
    if (!take_column (self, fit, matrix, j, error))
      return NULL;
  return g_steal_pointer (&fit);
}

/* Leaves an item out of the fit: its column goes behind the others. */
static void
leave_out (Fit *fit, guint at)
{
  guint last = fit->n - 1;
  const guint row = fit->rows[at];
  const PsyItem before = fit->before[at];

  for (guint p = 0; p < fit->n_persons; p++) {
    gint8 *answers = fit->data + (gsize) p * fit->n_columns;
    const gint8 answer = answers[at];

    memmove (answers + at, answers + at + 1, last - at);
    answers[last] = answer;
  }
  for (guint j = at; j < last; j++) {
    fit->rows[j] = fit->rows[j + 1];
    fit->before[j] = fit->before[j + 1];
    fit->models[j] = fit->models[j + 1];
    fit->n_categories[j] = fit->n_categories[j + 1];
  }
  fit->rows[last] = row;
  fit->before[last] = before;
  fit->n = last;
}

static BearingsKept
kept_by (PsyRefusal refusal)
{
  switch (refusal) {
  case PSY_REFUSAL_PERSONS:
    return BEARINGS_KEPT_PERSONS;
  case PSY_REFUSAL_ANSWERS:
    return BEARINGS_KEPT_ANSWERS;
  case PSY_REFUSAL_ALL_SAME:
    return BEARINGS_KEPT_ALL_SAME;
  case PSY_REFUSAL_EMPTY_CATEGORY:
    return BEARINGS_KEPT_EMPTY_CATEGORY;
  case PSY_REFUSAL_UNBOUNDED:
    return BEARINGS_KEPT_UNBOUNDED;
  default:
    return BEARINGS_KEPT_NO;
  }
}

/* One attempt. TRUE when parameters stand; otherwise the report says what is in the way. */
static gboolean
attempt (Fit *fit, const PsyCalibration *settings)
{
  const PsyResponses responses = {
    .data = fit->data,
    .n_persons = fit->n_persons,
    .n_items = fit->n,
    .stride = fit->n_columns,
  };
  g_autofree void *work = NULL;
  PsyStatus status;
  gsize size;

  fit->report = (PsyCalibrationReport) { 0 };
  size = psy_calibrate_workspace_size (&responses, settings);
  if (size == SIZE_MAX)
    return FALSE;
  work = g_malloc (size);
  status =
    psy_calibrate (&responses, settings, work, size, fit->after, fit->errors, NULL, &fit->report);
  return fit->report.refusal == PSY_REFUSAL_NONE &&
         (status == PSY_OK || status == PSY_ERROR_CONVERGENCE || status == PSY_ERROR_NOT_POSITIVE);
}

/* The fewest persons with whom any of the items can be calibrated. */
static gsize
least_persons (const BearingsRecalibration *self, const PsyCalibration *settings)
{
  gsize least = G_MAXSIZE;

  for (guint i = 0; i < self->items->len; i++) {
    const BearingsRecalibratedItem *row = self->items->pdata[i];
    gsize persons, answers;

    psy_calibration_get_floors (
      settings, bearings_scoring_item_model ((BearingsItemModel) row->item->parameters.model),
      &persons, &answers);
    least = MIN (least, persons);
  }
  return least;
}

static gboolean
refuse_few (const BearingsRecalibration *self,
            const PsyCalibration *settings,
            gsize n,
            GError **error)
{
  gsize least = least_persons (self, settings);
  g_autofree char *reason = NULL;

  if (self->items->len == 0)
    return bearings_analysis_refuse (error, _ ("the instrument has no scored item"));
  if (n >= least)
    return bearings_analysis_refuse (error,
                                     _ ("fewer than three items have enough answers that differ"));
  reason =
    /* Translators: two counts of persons; the first decides the form. */
    g_strdup_printf (ngettext ("answers of %u person are there, and at least %u are needed",
                               "answers of %u persons are there, and at least %u are needed",
                               (gulong) n),
                     (guint) n, (guint) least);
  return bearings_analysis_refuse (error, reason);
}

static gsize
count_persons (const Fit *fit)
{
  gsize n = 0;

  for (guint p = 0; p < fit->n_persons; p++) {
    const gint8 *answers = fit->data + (gsize) p * fit->n_columns;
    gboolean any = FALSE;

    for (guint j = 0; j < fit->n; j++)
      any |= answers[j] >= 0;
    n += any;
  }
  return n;
}

/* Items are left out one after the other until the answers carry the rest. */
static gboolean
calibrate (BearingsRecalibration *self, Fit *fit, GError **error)
{
  PsyCalibration settings;
  gsize n_persons = count_persons (fit);

  psy_calibration_init (&settings, PSY_MODEL_2PL);
  settings.models = fit->models;
  settings.n_categories = fit->n_categories;
  for (guint i = 0; i < self->items->len; i++) {
    BearingsRecalibratedItem *row = self->items->pdata[i];
    gsize persons;

    psy_calibration_get_floors (
      &settings, bearings_scoring_item_model ((BearingsItemModel) row->item->parameters.model),
      &persons, &row->needed);
  }
  while (fit->n > 0 && !attempt (fit, &settings)) {
    BearingsKept kept = kept_by (fit->report.refusal);
    BearingsRecalibratedItem *row;
    gsize persons, answers;

    if (kept == BEARINGS_KEPT_NO || fit->report.item >= fit->n)
      break;
    row = self->items->pdata[fit->rows[fit->report.item]];
    psy_calibration_get_floors (&settings, fit->models[fit->report.item], &persons, &answers);
    row->kept = kept;
    if (kept == BEARINGS_KEPT_PERSONS)
      row->needed = persons;
    leave_out (fit, (guint) fit->report.item);
  }
  if (fit->n == 0 || fit->report.refusal != PSY_REFUSAL_NONE || fit->report.n_parameters == 0)
    return refuse_few (self, &settings, n_persons, error);
  self->n_persons = fit->report.n_persons;
  self->n_parameters = fit->report.n_parameters;
  self->log_likelihood = fit->report.log_likelihood;
  self->iterations = fit->report.iterations;
  self->converged = fit->report.converged;
  return TRUE;
}

/* The Rasch items hold the scale where there are any: their slope is 1 by definition. */
static gboolean
link_scales (BearingsRecalibration *self, Fit *fit, GError **error)
{
  g_autofree PsyItem *from = g_new0 (PsyItem, fit->n);
  g_autofree PsyItem *to = g_new0 (PsyItem, fit->n);
  PsyLink link;
  PsyStatus status;

  for (guint pass = 0; pass < 2 && self->anchors == 0; pass++)
    for (guint j = 0; j < fit->n; j++)
      if (pass == 1 || fit->models[j] == PSY_MODEL_RASCH) {
        from[self->anchors] = fit->after[j];
        to[self->anchors++] = fit->before[j];
      }
  status = psy_link_mean_mean (from, to, self->anchors, &link);
  if (status != PSY_OK) /* of noise the common slope is 0, or below */
    return bearings_analysis_refuse (
      error, _ ("who is right on one item is not more often right on the others"));
  self->slope = link.slope;
  self->intercept = link.intercept;
  for (guint j = 0; j < fit->n; j++) {
    psy_link_item (&link, &fit->after[j]);
    fit->errors[j].a /= link.slope;
    for (int k = 0; k + 1 < fit->n_categories[j]; k++)
      fit->errors[j].b[k] *= link.slope;
  }
  return TRUE;
}

static void
measure_shift (BearingsRecalibratedItem *row)
{
  row->shift = row->shift_errors = 0;
  for (guint k = 0; k < row->after->b->len; k++) {
    double change =
      g_array_index (row->after->b, double, k) - g_array_index (row->item->parameters.b, double, k);
    double errors = change / g_array_index (row->after->b_se, double, k);

    if (fabs (change) > fabs (row->shift))
      row->shift = change;
    if (fabs (errors) > fabs (row->shift_errors))
      row->shift_errors = errors;
  }
}

static void
take_items (BearingsRecalibration *self, const Fit *fit)
{
  for (guint j = 0; j < fit->n; j++) {
    BearingsRecalibratedItem *row = self->items->pdata[fit->rows[j]];

    row->after = bearings_analysis_item_from_psy (row->item->record.id,
                                                  (BearingsItemModel) row->item->parameters.model,
                                                  &fit->after[j], &fit->errors[j]);
    row->kept = BEARINGS_KEPT_NO;
    measure_shift (row);
    self->n_calibrated++;
    self->n_large += fabs (row->shift_errors) > BEARINGS_RECALIBRATION_LARGE;
  }
}

/* EAP of everybody by all items that have parameters, those that were left out among them. */
static gboolean
score (const Fit *fit, const PsyItem *items, guint n, PsyScore *scores)
{
  const PsyResponses responses = {
    .data = fit->data, .n_persons = fit->n_persons, .n_items = n, .stride = fit->n_columns
  };
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  const PsyQuadrature prior = { nodes, weights, PSY_N_NODES };
  const PsyBatch batch = { &prior, PSY_BOUNDS, 0, 1, NULL };
  gsize size = psy_score_batch_workspace_size (items, &responses, &batch, PSY_SCORE_EAP);
  g_autofree void *work = size != SIZE_MAX ? g_malloc (size) : NULL;

  return work != NULL &&
         psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights) == PSY_OK &&
         psy_score_batch (items, &responses, &batch, PSY_SCORE_EAP, work, size, scores, NULL) ==
           PSY_OK;
}

static guint
level_of (const BearingsInstrument *instrument, double theta)
{
  guint at = 0;

  for (guint i = 1; i < instrument->levels->len; i++)
    if (theta >= ((BearingsLevel *) instrument->levels->pdata[i])->theta_low)
      at = i;
  return at;
}

static gboolean
compare_scores (BearingsRecalibration *self, const Fit *fit, guint n, GError **error)
{
  g_autofree PsyItem *new = g_memdup2 (fit->before, n * sizeof (PsyItem));
  g_autofree PsyScore *old_scores = g_new0 (PsyScore, fit->n_persons);
  g_autofree PsyScore *new_scores = g_new0 (PsyScore, fit->n_persons);
  g_autofree double *x = g_new (double, fit->n_persons);
  g_autofree double *y = g_new (double, fit->n_persons);
  double sum = 0, squares = 0, old_error = 0, new_error = 0;
  PsyCorrelation correlation = { .r = NAN };

  memcpy (new, fit->after, fit->n * sizeof (PsyItem));
  if (!score (fit, fit->before, n, old_scores) || !score (fit, new, n, new_scores))
    return bearings_analysis_refuse (error, _ ("the persons cannot be scored"));
  for (guint p = 0; p < fit->n_persons; p++) {
    double then = old_scores[p].value, now = new_scores[p].value;
    guint low, high;

    if (old_scores[p].n_answers == 0 || isnan (then) || isnan (now))
      continue;
    x[self->n_scored] = then;
    y[self->n_scored++] = now;
    sum += now - then;
    squares += (now - then) * (now - then);
    old_error += old_scores[p].se * old_scores[p].se;
    new_error += new_scores[p].se * new_scores[p].se;
    low = level_of (self->form->instrument, then);
    high = level_of (self->form->instrument, now);
    self->n_up += high > low;
    self->n_down += high < low;
  }
  if (self->n_scored > 0) {
    double n_scored = (double) self->n_scored;

    self->mean_shift = sum / n_scored;
    self->sd_shift = sqrt (MAX (0, squares / n_scored - self->mean_shift * self->mean_shift));
    self->sem_before = sqrt (old_error / n_scored);
    self->sem_after = sqrt (new_error / n_scored);
  }
  psy_correlation (x, y, self->n_scored, 0.95, &correlation);
  self->correlation = correlation.r;
  return TRUE;
}

BearingsRecalibration *
bearings_recalibration_new (BearingsForm *form,
                            const BearingsResponseMatrix *matrix,
                            GError **error)
{
  g_autoptr (BearingsRecalibration) self = g_new0 (BearingsRecalibration, 1);
  g_autoptr (Fit) fit = NULL;
  guint n;

  g_atomic_ref_count_init (&self->ref_count);
  self->form = bearings_form_ref (form);
  self->version = bearings_recalibration_next_version (form->instrument->version);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  list_items (self);
  fit = fit_new (self, matrix, error);
  if (fit == NULL)
    return NULL;
  n = fit->n;
  if (!calibrate (self, fit, error) || !link_scales (self, fit, error))
    return NULL;
  take_items (self, fit);
  return compare_scores (self, fit, n, error) ? g_steal_pointer (&self) : NULL;
}

void
bearings_recalibration_change_instrument (const BearingsRecalibration *self,
                                          BearingsInstrument *instrument)
{
  g_free (instrument->version);
  instrument->version = g_strdup (self->version);
}

void
bearings_recalibration_change_item (const BearingsRecalibration *self, BearingsItem *item)
{
  guint number = find_row (self, item->record.id);
  const BearingsRecalibratedItem *row = number != G_MAXUINT ? self->items->pdata[number] : NULL;
  BearingsItemParameters *parameters = &item->parameters;

  if (row == NULL || row->after == NULL)
    return;
  /* The linking holds the slope of Rasch items at 1, but for the last digit. */
  parameters->a = parameters->model == BEARINGS_ITEM_MODEL_RASCH ? 1 : row->after->a;
  parameters->c = row->after->c;
  g_array_set_size (parameters->b, 0);
  g_array_append_vals (parameters->b, row->after->b->data, row->after->b->len);
  parameters->origin = BEARINGS_ORIGIN_CALIBRATED;
  parameters->n = (gint64) row->n;
  g_free (parameters->note);
  /* Translators: a version. Goes into a pack, as a note beside the parameters of an item. */
  parameters->note =
    g_strdup_printf (_ ("Estimated from answers to version %s and put on its scale "
                        "by the mean/mean method."),
                     self->form->instrument->version);
}
