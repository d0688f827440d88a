/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an instrument measures, as far as the answers of the centre's sample can say. */

#include "bearings-quality-private.h"

#include <math.h>

#include "bearings-scoring-item.h"
#include "psy-reliability.h"

#define CURVE_FROM (-3.0)
#define CURVE_TO 3.0
#define CURVE_STEP 0.5
#define N_NODES 61

BearingsCoefficient
bearings_quality_coefficient_none (gsize n)
{
  return (BearingsCoefficient) { NAN, NAN, NAN, n };
}

BearingsStanding
bearings_coefficient_standing (const BearingsCoefficient *coefficient, double threshold)
{
  if (isnan (coefficient->value))
    return BEARINGS_STANDING_UNKNOWN;
  if (coefficient->value < threshold)
    return BEARINGS_STANDING_BELOW;
  return coefficient->low >= threshold ? BEARINGS_STANDING_REACHED : BEARINGS_STANDING_UNSURE;
}

void
bearings_rated_task_free (gpointer data)
{
  BearingsRatedTask *task = data;

  g_free (task->item);
  g_free (task->first);
  g_free (task->second);
  g_free (task);
}

BearingsOutsideData *
bearings_outside_data_new (const char *name, const char *note)
{
  BearingsOutsideData *data = g_new0 (BearingsOutsideData, 1);

  data->name = g_strdup (name);
  data->note = g_strdup (note);
  data->pairs = g_array_new (FALSE, FALSE, sizeof (BearingsOutsidePair));
  return data;
}

void
bearings_outside_data_free (gpointer data)
{
  BearingsOutsideData *outside = data;

  g_free (outside->name);
  g_free (outside->note);
  g_array_unref (outside->pairs);
  g_free (outside);
}

static void
item_free (gpointer data)
{
  BearingsQualityItem *item = data;

  bearings_record_unref (item->item);
  g_free (item);
}

static void
rater_free (gpointer data)
{
  BearingsRaterAgreement *row = data;

  g_clear_pointer (&row->item, bearings_record_unref);
  g_free (row);
}

static void
outside_free (gpointer data)
{
  BearingsQualityOutside *row = data;

  g_free (row->name);
  g_free (row->note);
  g_free (row);
}

/* The place where an item tells most, to a twentieth of a unit. */
static void
find_peak (BearingsQualityItem *row, const PsyItem *item)
{
  row->information = -1;
  for (int i = -80; i <= 80; i++) {
    double theta = i / 20.0;
    double information = psy_item_information (item, theta);

    if (information > row->information) {
      row->information = information;
      row->at = theta;
    }
  }
}

/* Rows for all items but practice; the parameters of those that have some. */
static GArray *
list_items (BearingsQuality *self)
{
  GArray *bank = g_array_new (FALSE, TRUE, sizeof (PsyItem));

  for (guint i = 0; i < self->form->items->len; i++) {
    BearingsItem *item = self->form->items->pdata[i];
    BearingsQualityItem *row;
    PsyItem made;

    if (item->practice == BEARINGS_YES)
      continue;
    row = g_new0 (BearingsQualityItem, 1);
    row->item = bearings_record_ref (item);
    row->difficulty = row->information = row->at = NAN;
    row->rest = bearings_quality_coefficient_none (0);
    row->dif = (BearingsDif) { NAN, NAN, NAN, NAN, NAN, NAN, '\0', NAN, NAN, NAN, '\0' };
    g_ptr_array_add (self->items, row);
    if (!bearings_scoring_item_make (item, NULL, &made))
      continue;
    g_array_append_val (bank, made);
    find_peak (row, &made);
    row->judged = item->parameters.origin == BEARINGS_ORIGIN_JUDGEMENT;
    self->n_judged += row->judged;
  }
  return bank;
}

static void
draw_curve (BearingsQuality *self, const GArray *bank)
{
  const PsyItem *items = (const PsyItem *) (gpointer) bank->data;
  double theta[N_NODES], weights[N_NODES];
  PsyQuadrature nodes = { theta, weights, N_NODES };

  self->n_curve = bank->len;
  if (bank->len == 0)
    return;
  for (double at = CURVE_FROM; at <= CURVE_TO + CURVE_STEP / 2; at += CURVE_STEP) {
    double information = psy_item_test_information (items, bank->len, at);
    const BearingsQualityPoint point = { at, information,
                                         information > 0 ? 1 / sqrt (information) : NAN };
    g_array_append_val (self->curve, point);
  }
  if (psy_quadrature_normal (-6, 6, N_NODES, 0, 1, theta, weights) == PSY_OK)
    self->marginal = psy_reliability_marginal (items, bank->len, &nodes);
}

static const BearingsContributionScore *
whole_score (const BearingsContribution *one)
{
  for (guint i = 0; i < one->scores->len; i++) {
    const BearingsContributionScore *score = one->scores->pdata[i];
    if (*score->scale == '\0')
      return score;
  }
  return NULL;
}

static void
find_empirical (BearingsQuality *self, GPtrArray *records)
{
  g_autofree PsyEstimate *estimates = g_new (PsyEstimate, records->len + 1);
  gsize n = 0;

  for (guint i = 0; i < records->len; i++) {
    const BearingsContributionScore *score = whole_score (records->pdata[i]);
    if (score != NULL && isfinite (score->theta) && isfinite (score->se))
      estimates[n++] = (PsyEstimate) { score->theta, score->se };
  }
  self->empirical = bearings_quality_coefficient_none (n);
  if (n >= BEARINGS_QUALITY_LEAST)
    self->empirical.value = psy_reliability_empirical (estimates, n);
}

/* The records of the installed version. */
static GPtrArray *
choose_records (BearingsQuality *self, GPtrArray *contributions)
{
  const BearingsInstrument *instrument = self->form->instrument;
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < contributions->len; i++) {
    BearingsContribution *one = contributions->pdata[i];

    if (!g_str_equal (one->instrument, instrument->record.id))
      continue;
    if (g_strcmp0 (one->instrument_version, instrument->version) != 0) {
      self->n_other++;
      continue;
    }
    g_ptr_array_add (records, one);
    if (self->first_month == NULL || g_strcmp0 (one->month, self->first_month) < 0)
      g_set_str (&self->first_month, one->month);
    if (self->last_month == NULL || g_strcmp0 (one->month, self->last_month) > 0)
      g_set_str (&self->last_month, one->month);
  }
  self->n = records->len;
  return records;
}

static void
add_part (BearingsQuality *self, GPtrArray *records, gboolean self_rating, GHashTable *groups)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (BearingsQualityAnswers) answers = NULL;

  for (guint i = 0; i < self->items->len; i++) {
    BearingsQualityItem *row = self->items->pdata[i];
    if ((row->item->kind == BEARINGS_ITEM_SELF_REPORT) == self_rating)
      g_ptr_array_add (items, row);
  }
  if (items->len == 0)
    return;
  answers = bearings_quality_answers_new (items, records);
  bearings_quality_describe_items (answers);
  g_ptr_array_add (self->parts, bearings_quality_part_new (answers, self_rating));
  bearings_quality_compare (self, answers, groups);
}

static void
list_stated (BearingsQuality *self, GPtrArray *samples)
{
  for (guint i = 0; samples != NULL && i < samples->len; i++) {
    BearingsReferenceSample *sample = samples->pdata[i];
    if (bearings_figure_has_value (&sample->reliability))
      g_ptr_array_add (self->stated, bearings_record_ref (sample));
  }
}

BearingsQuality *
bearings_quality_new (BearingsForm *form, const BearingsQualityData *data)
{
  BearingsQuality *self = g_new0 (BearingsQuality, 1);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) bank = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->form = bearings_form_ref (form);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->raters = g_ptr_array_new_with_free_func (rater_free);
  self->outside = g_ptr_array_new_with_free_func (outside_free);
  self->stated = g_ptr_array_new_with_free_func (bearings_record_unref);
  self->curve = g_array_new (FALSE, FALSE, sizeof (BearingsQualityPoint));
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref);
  self->marginal = self->retest_sem = self->retest_days = NAN;
  self->retest = self->retest_r = bearings_quality_coefficient_none (0);
  bank = list_items (self);
  draw_curve (self, bank);
  records = choose_records (self, data->contributions);
  find_empirical (self, records);
  add_part (self, records, FALSE, data->groups);
  add_part (self, records, TRUE, data->groups);
  if (data->retest != NULL)
    bearings_quality_find_retest (self, data->retest);
  if (data->ratings != NULL)
    bearings_quality_find_raters (self, data->ratings);
  if (data->outside != NULL)
    bearings_quality_find_outside (self, data->outside);
  list_stated (self, data->samples);
  return self;
}

BearingsQuality *
bearings_quality_ref (BearingsQuality *quality)
{
  g_atomic_ref_count_inc (&quality->ref_count);
  return quality;
}

void
bearings_quality_unref (BearingsQuality *quality)
{
  if (!g_atomic_ref_count_dec (&quality->ref_count))
    return;
  bearings_form_unref (quality->form);
  g_free (quality->first_month);
  g_free (quality->last_month);
  g_ptr_array_unref (quality->parts);
  g_ptr_array_unref (quality->items);
  g_array_unref (quality->curve);
  g_ptr_array_unref (quality->raters);
  g_ptr_array_unref (quality->outside);
  g_ptr_array_unref (quality->stated);
  g_free (quality->reference);
  g_free (quality->focal);
  g_free (quality->dif_note);
  g_clear_pointer (&quality->rule, bearings_record_unref);
  g_hash_table_unref (quality->sources);
  g_free (quality);
}
