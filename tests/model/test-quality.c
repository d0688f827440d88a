/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quality of an instrument, against figures of other programs. */

#include <math.h>

#include "../psychometrics/psy-data.h"
#include "bearings-plot-layout.h"
#include "bearings-quality-words.h"

static BearingsItem *
new_item (BearingsItemKind kind, const char *id, gint64 position, gint64 most)
{
  BearingsItem *item = bearings_record_new (BEARINGS_RECORD_ITEM);

  item->record.id = g_strdup (id);
  item->instrument = g_strdup ("test");
  item->position = position;
  item->kind = kind;
  if (kind == BEARINGS_ITEM_SELF_REPORT)
    for (gint64 i = 0; i <= most; i++) {
      BearingsItemAnchor *anchor = bearings_record_struct_new (&bearings_item_anchor_type);
      anchor->value = i;
      g_ptr_array_add (item->anchors, anchor);
    }
  if (kind == BEARINGS_ITEM_RUBRIC) {
    BearingsCriterion *criterion = bearings_record_struct_new (&bearings_criterion_type);
    criterion->id = g_strdup ("c");
    criterion->title = g_strdup ("c");
    for (gint64 i = 0; i <= most; i++) {
      BearingsCriterionPoint *point = bearings_record_struct_new (&bearings_criterion_point_type);
      point->score = i;
      g_ptr_array_add (criterion->points, point);
    }
    g_ptr_array_add (item->criteria, criterion);
  }
  return item;
}

static BearingsForm *
new_form (GPtrArray *items)
{
  g_autoptr (BearingsInstrument) instrument = bearings_record_new (BEARINGS_RECORD_INSTRUMENT);

  instrument->record.id = g_strdup ("test");
  instrument->version = g_strdup ("1.0.0");
  instrument->title = g_strdup ("Test");
  return bearings_form_new (instrument, items);
}

/* A form with an item for each column. */
static BearingsForm *
form_of (const Table *table, guint first, BearingsItemKind kind, gint64 most)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);

  for (guint i = first; i < table->n_columns; i++)
    g_ptr_array_add (items, new_item (kind, table->names[i], i, most));
  return new_form (items);
}

static BearingsContribution *
new_record (guint number)
{
  BearingsContribution *one = bearings_contribution_new ();

  one->id = g_strdup_printf ("record-%u", number);
  one->instrument = g_strdup ("test");
  one->instrument_version = g_strdup ("1.0.0");
  one->month = g_strdup (number % 2 ? "2026-03" : "2025-11");
  one->origin = g_strdup ("");
  return one;
}

static GPtrArray *
records_of (const Table *table, guint first, guint n)
{
  GPtrArray *list = bearings_contribution_list_new ();

  for (guint p = 0; p < MIN (n, table->rows->len); p++) {
    BearingsContribution *one = new_record (p);

    for (guint i = first; i < table->n_columns; i++)
      if (!isnan (table_number (table, p, i)))
        bearings_contribution_add_answer (one, table->names[i], NULL, table_number (table, p, i));
    g_ptr_array_add (list, one);
  }
  return list;
}

/* R package psych: LSAT 7, everybody answered everything. */
static void
test_complete (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (Table) expected = table_read ("itemanalysis_lsat7.csv");
  g_autoptr (BearingsForm) form = form_of (table, 0, BEARINGS_ITEM_KEYED, 1);
  g_autoptr (GPtrArray) records = records_of (table, 0, 1000);
  g_autoptr (BearingsQuality) quality =
    bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
  const BearingsQualityPart *part;

  g_assert_cmpuint (quality->n, ==, 1000);
  g_assert_cmpstr (quality->first_month, ==, "2025-11");
  g_assert_cmpstr (quality->last_month, ==, "2026-03");
  g_assert_cmpuint (quality->parts->len, ==, 1);
  part = quality->parts->pdata[0];
  g_assert_false (part->self_rating || part->pairwise);
  g_assert_cmpuint (part->n_used, ==, 5);
  g_assert_cmpuint (part->alpha.n, ==, 1000);
  assert_near (part->alpha.value, 0.453408735387426, 1e-12);
  /* BCa of psych with other draws: 0.3941 to 0.5089. */
  g_assert_cmpuint (part->n_draws, ==, 2000);
  assert_near (part->alpha.low, 0.394125186644718, 0.008);
  assert_near (part->alpha.high, 0.50888356091395, 0.008);
  assert_near (part->omega.value, 0.461879347082132, 1e-6);
  assert_near (part->omega.high - part->omega.low, 2 * 1.959964 * 0.0267723597697914, 1e-6);
  assert_near (part->rmsea, 0.0406792006094161, 1e-6);
  assert_near (part->sem, 0.886129914982124, 1e-10);
  assert_near (part->usual, part->alpha.value, 1e-12);
  /* No number of persons makes .45 a .70; 2.8 times as many questions like these do. */
  g_assert_cmpuint (part->persons[0], ==, 0);
  assert_near (part->factor[0], 0.7 / 0.3 * (1 - part->alpha.value) / part->alpha.value, 1e-12);
  g_assert_cmpint (bearings_coefficient_standing (&part->alpha, 0.70), ==, BEARINGS_STANDING_BELOW);
  for (guint i = 0; i < 5; i++) {
    const BearingsQualityItem *item = quality->items->pdata[i];
    g_assert_cmpuint (item->n, ==, 1000);
    assert_near (item->difficulty, table_value (expected, i, "mean"), 1e-11);
    assert_near (item->rest.value, table_value (expected, i, "corrected_item_total"), 1e-11);
    g_assert_true (item->rest.low < item->rest.value && item->rest.value < item->rest.high);
  }
}

/* Too few for the bootstrap: Feldt's interval. Every tenth person; the figures were computed from
 * the definitions, with quantiles of F by bisection, in Python. */
static void
test_feldt (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (BearingsForm) form = form_of (table, 0, BEARINGS_ITEM_KEYED, 1);
  g_autoptr (GPtrArray) records = bearings_contribution_list_new ();
  g_autoptr (GPtrArray) all = records_of (table, 0, 1000);
  g_autoptr (BearingsQuality) quality = NULL;
  const BearingsQualityPart *part;

  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (records, g_ptr_array_steal_index (all, i * 9));
  quality = bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
  part = quality->parts->pdata[0];
  g_assert_cmpuint (part->n_draws, ==, 0);
  g_assert_cmpuint (part->alpha.n, ==, 100);
  assert_near (part->alpha.value, 0.46492299341882093, 1e-12);
  assert_near (part->alpha.low, 0.27913945222211123, 1e-9);
  assert_near (part->alpha.high, 0.6144415643375967, 1e-9);
}

/* Nearly nobody answered all: the figures were computed pair by pair with Python's statistics. */
static void
test_incomplete (void)
{
  g_autoptr (Table) table = table_read ("sim_grm_medium_mar.csv");
  g_autoptr (BearingsForm) form = form_of (table, 0, BEARINGS_ITEM_SELF_REPORT, 4);
  g_autoptr (GPtrArray) records = records_of (table, 0, 150);
  g_autoptr (BearingsQuality) quality =
    bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
  const BearingsQualityPart *part = quality->parts->pdata[0];
  const BearingsQualityItem *item = quality->items->pdata[0];

  g_assert_true (part->self_rating && part->pairwise);
  g_assert_cmpuint (part->n_used, ==, 20);
  g_assert_cmpuint (part->alpha.n, ==, 83);
  assert_near (part->alpha.value, 0.882049669101086, 1e-12);
  assert_near (part->mean_items, 16.826666666666668, 1e-12);
  g_assert_cmpint (bearings_coefficient_standing (&part->alpha, 0.70), ==,
                   BEARINGS_STANDING_REACHED);
  g_assert_cmpuint (item->n, ==, 130);
  assert_near (item->rest.value, 0.4311477183154307, 1e-12);
  assert_near (item->difficulty, 0.3730769230769231, 1e-12);
}

/* One item that few were asked does not make the others uncertain: it is left out. */
static void
test_rare_item (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (BearingsForm) form = form_of (table, 0, BEARINGS_ITEM_KEYED, 1);
  g_autoptr (GPtrArray) records = records_of (table, 0, 1000);
  g_autoptr (BearingsQuality) quality = NULL;
  const BearingsQualityPart *part;

  for (guint p = 0; p < records->len; p++)
    if (p % 20 != 0)
      g_ptr_array_set_size (((BearingsContribution *) records->pdata[p])->answers, 4);
  quality = bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
  part = quality->parts->pdata[0];
  g_assert_cmpuint (part->n_used, ==, 4);
  g_assert_cmpuint (part->alpha.n, ==, 1000);
  g_assert_false (part->pairwise);
  g_assert_cmpuint (((BearingsQualityItem *) quality->items->pdata[4])->n, ==, 50);
}

/* Two items that few were asked together, one of which few were asked at all: that one goes. */
static void
test_rarer_of_two_items (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (BearingsForm) form = form_of (table, 0, BEARINGS_ITEM_KEYED, 1);
  g_autoptr (GPtrArray) records = records_of (table, 0, 1000);
  g_autoptr (BearingsQuality) quality = NULL;
  const BearingsQualityPart *part;

  /* The first was asked of all but with the last; the last of one in ten. */
  for (guint p = 0; p < records->len; p++) {
    GPtrArray *answers = ((BearingsContribution *) records->pdata[p])->answers;

    if (p % 10 != 0)
      g_ptr_array_remove_index (answers, 4);
    else if (p % 20 != 0)
      g_ptr_array_remove_index (answers, 0);
  }
  quality = bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
  part = quality->parts->pdata[0];
  g_assert_cmpuint (part->n_used, ==, 4);
  g_assert_cmpuint (part->alpha.n, ==, 950);
  g_assert_cmpuint (((BearingsQualityItem *) quality->items->pdata[0])->n, ==, 950);
  g_assert_cmpuint (((BearingsQualityItem *) quality->items->pdata[4])->n, ==, 100);
}

/* Fewer than ten: nothing but how many are missing. */
static void
test_small (void)
{
  g_autoptr (Table) table = table_read ("lsat7.csv");
  g_autoptr (BearingsForm) form = form_of (table, 0, BEARINGS_ITEM_KEYED, 1);
  g_autoptr (GPtrArray) records = records_of (table, 0, 9);
  g_autoptr (GPtrArray) none = bearings_contribution_list_new ();
  g_autoptr (BearingsQuality) quality =
    bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
  g_autoptr (BearingsQuality) empty =
    bearings_quality_new (form, &(BearingsQualityData) { .contributions = none });
  const BearingsQualityPart *part = quality->parts->pdata[0];

  g_assert_cmpuint (part->n_missing, ==, 1);
  g_assert_true (isnan (part->alpha.value) && isnan (part->omega.value) && isnan (part->usual));
  g_assert_cmpint (bearings_coefficient_standing (&part->alpha, 0.70), ==,
                   BEARINGS_STANDING_UNKNOWN);
  for (guint i = 0; i < quality->items->len; i++) {
    const BearingsQualityItem *item = quality->items->pdata[i];
    g_assert_cmpuint (item->n, ==, 9);
    g_assert_true (isnan (item->difficulty) && isnan (item->rest.value));
  }
  part = empty->parts->pdata[0];
  g_assert_cmpuint (empty->n, ==, 0);
  g_assert_cmpuint (part->n_missing, ==, BEARINGS_QUALITY_LEAST);
  g_assert_nonnull (empty->dif_note);

  /* Another version is counted apart, and what no item can give is no answer. */
  g_set_str (&((BearingsContribution *) records->pdata[0])->instrument_version, "0.9.0");
  ((BearingsContributionAnswer *) ((BearingsContribution *) records->pdata[1])->answers->pdata[0])
    ->score = 7;
  {
    g_autoptr (BearingsQuality) mixed =
      bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
    g_assert_cmpuint (mixed->n, ==, 8);
    g_assert_cmpuint (mixed->n_other, ==, 1);
    g_assert_cmpuint (((BearingsQualityItem *) mixed->items->pdata[0])->n, ==, 7);
  }
}

static void
measure (const char *text,
         BearingsPlotFont font,
         double limit,
         double *width,
         double *height,
         gpointer user_data)
{
  double full = 7.0 * (double) g_utf8_strlen (text, -1);

  if (width != NULL)
    *width = limit >= 0 ? MIN (full, limit) : full;
  if (height != NULL)
    *height = limit > 0 ? 16 * ceil (MAX (full, 1) / limit) : 16;
}

/* Its boxes stand side by side, without gaps, and nothing leaves the picture. */
static void
assert_layout (const BearingsPlot *plot, double width, gboolean rtl)
{
  g_autoptr (BearingsPlotLayout) layout =
    bearings_plot_layout_new (plot, width, rtl, measure, NULL);
  double edge = -1;

  g_assert_cmpuint (layout->boxes->len, ==, bearings_plot_n_data (plot));
  for (guint i = 0; i < layout->boxes->len; i++) {
    const BearingsPlotBox *box =
      &g_array_index (layout->boxes, BearingsPlotBox, rtl ? layout->boxes->len - 1 - i : i);
    g_assert_cmpfloat (box->width, >, 0);
    if (i > 0)
      assert_near (box->x, edge, 1e-6);
    edge = box->x + box->width;
    g_assert_cmpfloat (edge, <=, width + 1e-6);
  }
  for (guint i = 0; i < layout->marks->len; i++) {
    const BearingsPlotMark *mark = layout->marks->pdata[i];
    g_assert_cmpfloat (MIN (mark->x, mark->x + mark->width), >=, -1e-6);
    g_assert_cmpfloat (MAX (mark->x, mark->x + mark->width), <=, width + 1e-6);
    g_assert_cmpfloat (mark->y, <=, layout->height);
  }
}

/* mirt: information of LSAT 7 with fixed parameters. */
static void
test_curve (void)
{
  g_autoptr (Table) parameters = table_read ("scorepars_lsat7.csv");
  g_autoptr (Table) expected = table_read ("testinfo_lsat7.csv");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GPtrArray) none = bearings_contribution_list_new ();
  g_autoptr (BearingsForm) form = NULL;
  g_autoptr (BearingsQuality) quality = NULL;
  guint n = 0;

  for (guint i = 0; i < parameters->rows->len; i++) {
    BearingsItem *item =
      new_item (BEARINGS_ITEM_KEYED, table_text (parameters, i, 0), (gint64) i, 1);
    double a = table_value (parameters, i, "a");
    double b = -table_value (parameters, i, "d1") / a;

    item->parameters.model = BEARINGS_ITEM_MODEL_2PL;
    item->parameters.a = a;
    item->parameters.origin = i == 0 ? BEARINGS_ORIGIN_JUDGEMENT : BEARINGS_ORIGIN_CALIBRATED;
    g_array_append_val (item->parameters.b, b);
    g_ptr_array_add (items, item);
  }
  form = new_form (items);
  quality = bearings_quality_new (form, &(BearingsQualityData) { .contributions = none });
  g_assert_cmpuint (quality->n_curve, ==, 5);
  g_assert_cmpuint (quality->n_judged, ==, 1);
  g_assert_cmpuint (quality->curve->len, ==, 13);
  for (guint i = 0; i < quality->curve->len; i++) {
    const BearingsQualityPoint *point = &g_array_index (quality->curve, BearingsQualityPoint, i);
    for (guint j = 0; j < expected->rows->len; j++) {
      if (table_value (expected, j, "theta") != point->theta)
        continue;
      assert_near (point->information, table_value (expected, j, "info"), 1e-10);
      assert_near (point->se, table_value (expected, j, "se"), 1e-10);
      n++;
    }
  }
  g_assert_cmpuint (n, ==, 13);
  {
    g_autoptr (BearingsPlot) plot = bearings_quality_words_plot_for (quality);
    g_assert_cmpuint (bearings_plot_n_data (plot), ==, 13);
    g_assert_cmpstr (bearings_plot_get (plot, 6, NULL)->label, ==, "At 0 SD");
    g_assert_nonnull (strstr (plot->notes->pdata[plot->notes->len - 1], "version"));
    assert_layout (plot, 320, FALSE);
    assert_layout (plot, 320, TRUE);
    assert_layout (plot, 700, FALSE);
  }
  for (guint i = 0; i < 5; i++) {
    const BearingsQualityItem *item = quality->items->pdata[i];
    double a = item->item->parameters.a;
    /* A 2PL item tells a² / 4 at its difficulty. */
    assert_near (item->information, a * a / 4, 1e-3);
    assert_near (item->at, g_array_index (item->item->parameters.b, double, 0), 0.026);
  }
}

/* difR and mantelhaen.test: items 3, 8 and 14 were made unfair. */
static void
test_groups (void)
{
  g_autoptr (Table) table = table_read ("sim_dif.csv");
  g_autoptr (BearingsForm) form = form_of (table, 1, BEARINGS_ITEM_KEYED, 1);
  g_autoptr (GPtrArray) records = records_of (table, 1, table->rows->len);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (BearingsQuality) quality = NULL;
  g_autoptr (BearingsQuality) alone = NULL;
  const BearingsQualityItem *third;

  for (guint p = 0; p < records->len; p++)
    g_hash_table_insert (groups, g_strdup_printf ("record-%u", p),
                         (gpointer) (table_text (table, p, 0)[0] == '0' ? "north" : "south"));
  quality = bearings_quality_new (
    form, &(BearingsQualityData) { .contributions = records, .groups = groups });
  g_assert_null (quality->dif_note);
  g_assert_cmpuint (quality->n_reference + quality->n_focal, ==, table->rows->len);
  third = quality->items->pdata[2];
  g_assert_cmpint (third->dif.ets, ==, 'C');
  g_assert_cmpfloat (fabs (third->dif.delta), >, 2);
  g_assert_cmpint (((BearingsQualityItem *) quality->items->pdata[0])->dif.ets, ==, 'A');

  /* Without groups there is one, this centre: nothing to compare, and it says so. */
  alone = bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
  g_assert_null (alone->reference);
  g_assert_nonnull (alone->dif_note);

  /* Records of another centre make a second group by themselves. And where the last items were
   * asked of few, the others are compared all the same. */
  for (guint p = 0; p < records->len; p++) {
    BearingsContribution *one = records->pdata[p];

    if (table_text (table, p, 0)[0] != '0')
      g_set_str (&one->origin, "north.json");
    if (p % 50 != 0)
      g_ptr_array_set_size (one->answers, 15);
  }
  {
    g_autoptr (BearingsQuality) centres =
      bearings_quality_new (form, &(BearingsQualityData) { .contributions = records });
    g_assert_null (centres->dif_note);
    g_assert_cmpuint (centres->n_reference + centres->n_focal, ==, table->rows->len);
    g_assert_cmpint (((BearingsQualityItem *) centres->items->pdata[2])->dif.ets, ==, 'C');
    g_assert_true (isnan (((BearingsQualityItem *) centres->items->pdata[19])->dif.delta));
  }

  /* A handful of persons from elsewhere would be shown by a comparison. */
  g_hash_table_remove_all (groups);
  for (guint p = 0; p < records->len; p++)
    g_hash_table_insert (groups, g_strdup_printf ("record-%u", p),
                         (gpointer) (p < 9 ? "north" : "south"));
  {
    g_autoptr (BearingsQuality) thin = bearings_quality_new (
      form, &(BearingsQualityData) { .contributions = records, .groups = groups });
    g_assert_null (thin->reference);
    g_assert_nonnull (thin->dif_note);
  }
}

/* R packages psych and irr. */
static void
test_agreement (void)
{
  g_autoptr (Table) twice = table_read ("sim_retest.csv");
  g_autoptr (Table) rated = table_read ("sim_raters.csv");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GPtrArray) none = bearings_contribution_list_new ();
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (BearingsRetestPair));
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func (bearings_rated_task_free);
  g_autoptr (GPtrArray) outside = g_ptr_array_new_with_free_func (bearings_outside_data_free);
  g_autoptr (BearingsForm) form = NULL;
  g_autoptr (BearingsQuality) quality = NULL;
  BearingsOutsideData *grade = bearings_outside_data_new ("grade", "of a course");
  const BearingsRaterAgreement *row;
  const BearingsQualityOutside *found;

  g_ptr_array_add (items, new_item (BEARINGS_ITEM_RUBRIC, "task", 0, 4));
  form = new_form (items);
  for (guint i = 0; i < twice->rows->len; i++) {
    const BearingsRetestPair pair = { table_value (twice, i, "t1"), table_value (twice, i, "t2"),
                                      (double) i };
    const BearingsOutsidePair measure = { pair.second, pair.first, NAN };
    g_array_append_val (pairs, pair);
    g_array_append_val (grade->pairs, measure);
  }
  g_ptr_array_add (outside, grade);
  for (guint i = 0; i < rated->rows->len; i++) {
    BearingsRatedTask *task = g_new0 (BearingsRatedTask, 1);
    task->item = g_strdup ("task");
    task->first = g_strdup_printf ("rubric:c=%s;", table_text (rated, i, 0));
    task->second = g_strdup_printf ("rubric:c=%s;", table_text (rated, i, 1));
    g_ptr_array_add (ratings, task);
  }
  quality = bearings_quality_new (
    form, &(BearingsQualityData) {
            .contributions = none, .retest = pairs, .ratings = ratings, .outside = outside });
  g_assert_cmpuint (quality->retest.n, ==, 120);
  assert_near (quality->retest.value, 0.818987611813676, 1e-12);
  assert_near (quality->retest.low, 0.750322463576304, 1e-9);
  assert_near (quality->retest.high, 0.87020593562588, 1e-9);
  assert_near (quality->retest_r.value, 0.8217785352603518, 1e-12);
  assert_near (quality->retest_days, 59.5, 0);

  g_assert_cmpuint (quality->raters->len, ==, 3); /* all tasks, the task, its criterion */
  row = quality->raters->pdata[2];
  g_assert_cmpstr (row->criterion->id, ==, "c");
  g_assert_cmpuint (row->n, ==, 60);
  assert_near (row->kappa.value, 0.668813247470101, 1e-12);
  assert_near (row->kappa.low, 0.505944970686524, 1e-9);
  assert_near (row->kappa.high, 0.831681524253678, 1e-9);
  assert_near (row->same, 0.483333333333333, 1e-12);
  row = quality->raters->pdata[1];
  g_assert_null (row->criterion);
  g_assert_false (isnan (row->icc.value));

  found = quality->outside->pdata[0];
  g_assert_cmpstr (found->name, ==, "grade");
  g_assert_cmpuint (found->performance.n, ==, 120);
  assert_near (found->performance.value, 0.8217785352603518, 1e-12);
  assert_near (found->performance.low, 0.75352960982121, 1e-12);
  g_assert_cmpuint (found->self_rating.n, ==, 0);
  g_assert_true (isnan (found->self_rating.value));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/complete", test_complete);
  g_test_add_func ("/quality/feldt", test_feldt);
  g_test_add_func ("/quality/incomplete", test_incomplete);
  g_test_add_func ("/quality/rare-item", test_rare_item);
  g_test_add_func ("/quality/rarer-of-two-items", test_rarer_of_two_items);
  g_test_add_func ("/quality/small", test_small);
  g_test_add_func ("/quality/curve", test_curve);
  g_test_add_func ("/quality/groups", test_groups);
  g_test_add_func ("/quality/agreement", test_agreement);
  return g_test_run ();
}
