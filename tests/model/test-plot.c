/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plots: what stands on which axis, and that no label is cut or touches another. */

#include "bearings-plot-layout.h"

#include <math.h>

/* A type in which every letter is half as wide as it is high: enough to lay out by. */
static void
measure (const char *text,
         BearingsPlotFont font,
         double limit,
         double *width,
         double *height,
         gpointer user_data)
{
  static const double sizes[BEARINGS_N_PLOT_FONTS] = { 1.3, 1, 1, 0.8 };
  double line = *(double *) user_data * sizes[font];
  double letter = line / 2;
  double natural = (double) g_utf8_strlen (text, -1) * letter;
  double per_line = limit < 0 ? INFINITY : MAX (floor (limit / letter), 1);
  double lines = limit < 0 ? 1 : ceil ((double) g_utf8_strlen (text, -1) / per_line);

  if (width != NULL)
    *width = limit < 0 ? natural : MIN (natural, limit);
  if (height != NULL)
    *height = MAX (lines, 1) * line;
}

static BearingsClaim *
claim_new (void)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup ("pay");
  claim->statement = g_strdup ("Pay differs by 12 percent");
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->finding.metric = g_strdup ("share of postings");
  claim->finding.unit = g_strdup ("percent");
  claim->finding.value = 40;
  claim->finding.low = 30;
  claim->finding.high = 55;
  claim->finding.level = 95;
  claim->finding.referent = g_strdup ("of 1,000 postings, 2023");
  return claim;
}

static void
add_finding (BearingsClaim *claim, const char *metric, const char *unit, double value)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  figure->metric = g_strdup (metric);
  figure->unit = g_strdup (unit);
  figure->value = value;
  figure->interval = BEARINGS_INTERVAL_NOT_STATED;
  if (isnan (value))
    figure->missing = BEARINGS_MISSING_NOT_STATED;
  g_ptr_array_add (claim->additional_findings, figure);
}

static BearingsSource *
source_new (void)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup ("src");
  source->title = g_strdup ("A count");
  source->issued = g_strdup ("2023");
  g_ptr_array_add (source->authors, g_strdup ("Counter, Ann"));
  return source;
}

static void
pack_free (gpointer pack)
{
  bearings_installed_pack_free (pack);
}

static void
add_pack (GPtrArray *packs, const char *id, const char *version)
{
  BearingsInstalledPack *pack = g_new0 (BearingsInstalledPack, 1);

  pack->info = bearings_pack_info_new ();
  pack->info->id = g_strdup (id);
  pack->info->version = g_strdup (version);
  g_ptr_array_add (packs, pack);
}

static gboolean
has_note (const BearingsPlot *plot, const char *part)
{
  for (guint i = 0; i < plot->notes->len; i++)
    if (strstr (plot->notes->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

/* Same unit, same axis; another unit or a difference, another axis; no number, no mark. */
static void
test_axes (void)
{
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsSource) source = source_new ();
  g_autoptr (BearingsPlot) plot = NULL;
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (pack_free);
  const BearingsPlotPanel *panel;

  add_finding (claim, "share of postings, 2022", "percent", 35);
  add_finding (claim, "change of the share", "percent", 14);
  add_finding (claim, "median pay", "USD per year", 100000);
  add_finding (claim, "callbacks", "percent", NAN);
  claim->record.pack = g_strdup ("evidence");
  add_pack (packs, "evidence", "7");
  add_pack (packs, "roles", "8");
  plot = bearings_plot_for_claim (claim, source, packs);
  g_assert_cmpuint (plot->panels->len, ==, 3);
  g_assert_cmpuint (bearings_plot_n_data (plot), ==, 4);
  bearings_plot_get (plot, 0, &panel);
  g_assert_cmpuint (panel->data->len, ==, 2);
  g_assert_cmpfloat (panel->axis.low, ==, 0);
  g_assert_cmpfloat (panel->axis.high, ==, 100);
  g_assert_false (panel->axis.zero);
  bearings_plot_get (plot, 2, &panel);
  g_assert_true (panel->axis.zero);
  bearings_plot_get (plot, 3, &panel);
  g_assert_cmpstr (panel->unit, ==, "USD per year");
  /* The picture cites: source, data and how to read the marks. */
  g_assert_true (has_note (plot, "Counter (2023)"));
  g_assert_true (has_note (plot, "evidence 7"));
  g_assert_false (has_note (plot, "roles 8"));
  g_assert_true (has_note (plot, "hollow"));
}

static void
test_retracted_source_is_named (void)
{
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsSource) source = source_new ();
  g_autoptr (BearingsPlot) plot = NULL;

  source->state = BEARINGS_SOURCE_RETRACTED;
  plot = bearings_plot_for_claim (claim, source, NULL);
  g_assert_true (has_note (plot, "Retracted"));
  g_assert_nonnull (strstr (bearings_plot_get (plot, 0, NULL)->caption, "Retracted"));
}

static void
test_nothing_to_draw (void)
{
  g_autoptr (BearingsClaim) claim = claim_new ();

  claim->finding.value = NAN;
  claim->finding.missing = BEARINGS_MISSING_QUALITATIVE;
  g_assert_null (bearings_plot_for_claim (claim, NULL, NULL));
}

static void
test_text_says_it_all (void)
{
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsSource) source = source_new ();
  g_autoptr (BearingsPlot) plot = bearings_plot_for_claim (claim, source, NULL);
  g_autofree char *text = bearings_plot_to_text (plot);

  g_assert_nonnull (strstr (text, "40"));
  g_assert_nonnull (strstr (text, "30 to 55"));
  g_assert_nonnull (strstr (text, "of 1,000 postings, 2023"));
  g_assert_nonnull (strstr (text, "Counter (2023)"));
}

static gboolean
overlap (const BearingsPlotMark *a, const BearingsPlotMark *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 &&
         a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

/* Every text lies inside and touches no other; every datum has marks and a box. */
static void
assert_sound (const BearingsPlot *plot, double width, gboolean rtl, double line)
{
  g_autoptr (BearingsPlotLayout) layout =
    bearings_plot_layout_new (plot, width, rtl, measure, &line);
  guint n = bearings_plot_n_data (plot);
  g_autofree gboolean *marked = g_new0 (gboolean, n);

  g_assert_cmpuint (layout->boxes->len, ==, n);
  for (guint i = 0; i < layout->marks->len; i++) {
    const BearingsPlotMark *mark = layout->marks->pdata[i];

    g_assert_cmpfloat (MIN (mark->x, mark->x + mark->width), >=, -0.5);
    g_assert_cmpfloat (MAX (mark->x, mark->x + mark->width), <=, width + 0.5);
    g_assert_cmpfloat (MIN (mark->y, mark->y + mark->height), >=, -0.5);
    g_assert_cmpfloat (MAX (mark->y, mark->y + mark->height), <=, layout->height + 0.5);
    if (mark->shape != BEARINGS_PLOT_SHAPE_TEXT) {
      if (mark->datum >= 0)
        marked[mark->datum] = TRUE;
      continue;
    }
    for (guint j = 0; j < i; j++) {
      const BearingsPlotMark *other = layout->marks->pdata[j];
      if (other->shape == BEARINGS_PLOT_SHAPE_TEXT && overlap (mark, other))
        g_error ("“%s” touches “%s” at width %g", mark->text, other->text, width);
    }
  }
  for (guint i = 0; i < n; i++)
    g_assert_true (marked[i]);
}

static void
assert_sound_everywhere (const BearingsPlot *plot)
{
  static const double widths[] = { 240, 320, 360, 480, 620, 900, 1400 };
  static const double lines[] = { 14, 17, 34 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (lines); j++)
      for (int rtl = 0; rtl < 2; rtl++)
        assert_sound (plot, widths[i], rtl, lines[j]);
}

static void
test_labels_of_intervals (void)
{
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsSource) source = source_new ();
  g_autoptr (BearingsPlot) plot = NULL;

  add_finding (claim, "change of the share over a rather long time in many places", "percent", -14);
  add_finding (claim, "median pay", "USD per year", 1234567);
  add_finding (claim, "mean rating", NULL, 0.000125);
  plot = bearings_plot_for_claim (claim, source, NULL);
  assert_sound_everywhere (plot);
}

static BearingsProjection *
projection_new (const char *title, double base, double projected)
{
  BearingsProjection *projection = bearings_record_new (BEARINGS_RECORD_PROJECTION);

  projection->record.id = g_strdup (title);
  projection->title = g_strdup (title);
  projection->round = g_strdup ("2024-34");
  projection->employment_base = base;
  projection->employment_projected = projected;
  projection->change_percent = 100 * (projected / base - 1);
  return projection;
}

static void
wage_set (BearingsAmount *amount, double value, double limit)
{
  amount->value = value;
  amount->limit = limit;
  amount->missing = isnan (value) ? BEARINGS_MISSING_TOP_CODED : 0;
}

static BearingsCareer
career_new (void)
{
  BearingsCareer career = { 0 };

  career.occupation = bearings_record_new (BEARINGS_RECORD_OCCUPATION);
  career.occupation->record.id = g_strdup ("15-2051.00");
  career.occupation->title = g_strdup ("Data Scientists");
  career.wages = g_ptr_array_new_with_free_func (bearings_record_unref);
  career.projections = g_ptr_array_new_with_free_func (bearings_record_unref);
  career.technologies = g_ptr_array_new_with_free_func (g_free);
  career.sources = g_hash_table_new (g_str_hash, g_str_equal);
  return career;
}

static void
career_clear (BearingsCareer *career)
{
  bearings_record_unref (career->occupation);
  g_ptr_array_unref (career->wages);
  g_ptr_array_unref (career->projections);
  g_ptr_array_unref (career->technologies);
  g_hash_table_unref (career->sources);
}

/* Lines that end at nearly the same height keep their labels apart. */
static void
test_slopes (void)
{
  BearingsCareer career = career_new ();
  g_autoptr (BearingsPlot) plot = NULL;
  const BearingsPlotPanel *panel;

  g_ptr_array_add (career.projections, projection_new ("Data scientists", 245.9, 328.3));
  g_ptr_array_add (career.projections, projection_new ("Research scientists", 246.1, 328.2));
  g_ptr_array_add (career.projections, projection_new ("Others with a long title", 2, 1.5));
  plot = bearings_plot_for_outlook (&career, NULL);
  g_assert_cmpuint (bearings_plot_n_data (plot), ==, 3);
  bearings_plot_get (plot, 0, &panel);
  g_assert_cmpstr (panel->from_title, ==, "2024");
  g_assert_cmpstr (panel->to_title, ==, "2034");
  g_assert_cmpfloat (panel->axis.low, ==, 0);
  g_assert_true (has_note (plot, "not a measurement"));
  assert_sound_everywhere (plot);
  career_clear (&career);
}

/* A top-coded percentile ends in an arrow, and its words say "at least". */
static void
test_ranges (void)
{
  BearingsCareer career = career_new ();
  BearingsWage *wage = bearings_record_new (BEARINGS_RECORD_WAGE);
  g_autoptr (BearingsPlot) plot = NULL;
  g_autoptr (BearingsPlotLayout) layout = NULL;
  const BearingsPlotDatum *datum;
  double line = 17;
  guint arrows = 0;

  wage->record.id = g_strdup ("w");
  wage->title = g_strdup ("Surgeons");
  wage->area = g_strdup ("US");
  wage->period = g_strdup ("2025-05");
  wage->unit = g_strdup ("USD per year");
  wage_set (&wage->p10, 90000, NAN);
  wage_set (&wage->p25, 150000, NAN);
  wage_set (&wage->median, 200000, NAN);
  wage_set (&wage->p75, NAN, 239200);
  wage_set (&wage->p90, NAN, 239200);
  g_ptr_array_add (career.wages, wage);
  plot = bearings_plot_for_pay (&career, NULL);
  datum = bearings_plot_get (plot, 0, NULL);
  g_assert_true (datum->open);
  g_assert_nonnull (strstr (datum->value_text, "at least"));
  layout = bearings_plot_layout_new (plot, 600, FALSE, measure, &line);
  for (guint i = 0; i < layout->marks->len; i++)
    arrows += ((BearingsPlotMark *) layout->marks->pdata[i])->shape == BEARINGS_PLOT_SHAPE_ARROW;
  g_assert_cmpuint (arrows, ==, 1);
  g_assert_true (has_note (plot, "no error for percentiles"));
  assert_sound_everywhere (plot);
  career_clear (&career);
}

static void
test_shares (void)
{
  BearingsCareer career = career_new ();
  g_autoptr (BearingsSkill) skill = bearings_record_new (BEARINGS_RECORD_SKILL);
  g_autoptr (BearingsPostingShare) share = bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);
  g_autoptr (BearingsPlot) plot = NULL;
  g_autoptr (BearingsPlotLayout) layout = NULL;
  BearingsCareerSkill *row = g_new0 (BearingsCareerSkill, 1);
  const BearingsPlotPanel *panel;
  const BearingsPlotDatum *datum;
  double line = 17;

  skill->record.id = g_strdup ("python");
  skill->name = g_strdup ("Python");
  share->k = 424;
  share->n = 571;
  share->year = g_strdup ("2023");
  row->skill = skill;
  row->posting = share;
  g_ptr_array_add (career.technologies, row);
  plot = bearings_plot_for_postings (&career, NULL);
  datum = bearings_plot_get (plot, 0, &panel);
  g_assert_cmpfloat (panel->axis.high, ==, 100);
  g_assert_cmpfloat_with_epsilon (datum->points[1], 74.3, 0.05);
  g_assert_cmpfloat_with_epsilon (datum->points[0], 70.5, 0.05);
  g_assert_cmpfloat_with_epsilon (datum->points[2], 77.7, 0.05);
  layout = bearings_plot_layout_new (plot, 600, FALSE, measure, &line);
  assert_sound_everywhere (plot);
  career_clear (&career);
}

/* Right to left is the mirror image, texts and all. */
static void
test_mirrored (void)
{
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsPlot) plot = bearings_plot_for_claim (claim, NULL, NULL);
  g_autoptr (BearingsPlotLayout) ltr = NULL;
  g_autoptr (BearingsPlotLayout) rtl = NULL;
  double line = 17;

  ltr = bearings_plot_layout_new (plot, 700, FALSE, measure, &line);
  rtl = bearings_plot_layout_new (plot, 700, TRUE, measure, &line);
  g_assert_cmpuint (ltr->marks->len, ==, rtl->marks->len);
  for (guint i = 0; i < ltr->marks->len; i++) {
    const BearingsPlotMark *a = ltr->marks->pdata[i];
    const BearingsPlotMark *b = rtl->marks->pdata[i];

    g_assert_cmpfloat_with_epsilon (a->x + a->width / 2, 700 - (b->x + b->width / 2), 1e-9);
    g_assert_cmpfloat (a->y, ==, b->y);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/plot/axes", test_axes);
  g_test_add_func ("/model/plot/retracted-source-is-named", test_retracted_source_is_named);
  g_test_add_func ("/model/plot/nothing-to-draw", test_nothing_to_draw);
  g_test_add_func ("/model/plot/text-says-it-all", test_text_says_it_all);
  g_test_add_func ("/model/plot/labels-of-intervals", test_labels_of_intervals);
  g_test_add_func ("/model/plot/slopes", test_slopes);
  g_test_add_func ("/model/plot/ranges", test_ranges);
  g_test_add_func ("/model/plot/shares", test_shares);
  g_test_add_func ("/model/plot/mirrored", test_mirrored);
  return g_test_run ();
}
