/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes, ticks and positions of plots. */

#include "bearings-plot-axis.h"

#include <math.h>

static BearingsFigure *
figure (const char *metric, const char *unit, double value, double low, double high)
{
  BearingsFigure *made = bearings_record_struct_new (&bearings_figure_type);

  made->metric = g_strdup (metric);
  made->unit = g_strdup (unit);
  made->value = value;
  made->low = low;
  made->high = high;
  made->level = 95;
  made->interval = isnan (low) ? BEARINGS_INTERVAL_NOT_STATED : BEARINGS_INTERVAL_SOURCE;
  return made;
}

static void
figure_free (BearingsFigure *made)
{
  bearings_record_struct_free (&bearings_figure_type, made);
}

static void
test_share (void)
{
  BearingsFigure *share = figure ("share of postings", "percent", 74.3, 70.5, 77.7);
  BearingsPlotAxis axis;

  g_assert_true (bearings_plot_axis_for_figure (&axis, share));
  g_assert_cmpfloat (axis.low, ==, 0);
  g_assert_cmpfloat (axis.high, ==, 100);
  g_assert_false (axis.zero);
  g_assert_cmpuint (axis.n_ticks, ==, 5);
  g_assert_cmpfloat_with_epsilon (bearings_plot_axis_position (&axis, 74.3), 0.743, 1e-9);
  figure_free (share);
}

static void
test_difference (void)
{
  BearingsFigure *pay = figure ("difference in median pay", "USD per year", 11250, -20188, 43250);
  BearingsPlotAxis axis;

  g_assert_true (bearings_plot_axis_for_figure (&axis, pay));
  g_assert_true (axis.zero);
  g_assert_cmpfloat (axis.low, <, -20188);
  g_assert_cmpfloat (axis.high, >, 43250);
  /* The line of no difference lies inside the interval. */
  g_assert_cmpfloat (bearings_plot_axis_position (&axis, 0), >,
                     bearings_plot_axis_position (&axis, -20188));
  g_assert_cmpfloat (bearings_plot_axis_position (&axis, 0), <,
                     bearings_plot_axis_position (&axis, 43250));
  figure_free (pay);
}

static void
test_negative_without_interval (void)
{
  BearingsFigure *time = figure ("change in mean task time", "percent", -40, NAN, NAN);
  BearingsPlotAxis axis;

  g_assert_true (bearings_plot_axis_figure_is_signed (time));
  g_assert_true (bearings_plot_axis_for_figure (&axis, time));
  g_assert_cmpfloat (axis.low, <, -40);
  g_assert_cmpfloat (axis.high, ==, 0);
  g_assert_true (axis.zero);
  figure_free (time);
}

static void
test_growth_over_hundred (void)
{
  /* A rise of 150 % is no share. */
  BearingsFigure *rise = figure ("growth of postings", "percent", 150, NAN, NAN);
  BearingsPlotAxis axis;

  g_assert_true (bearings_plot_axis_for_figure (&axis, rise));
  g_assert_cmpfloat (axis.high, >, 150);
  figure_free (rise);
}

static void
test_missing (void)
{
  BearingsFigure *nothing = figure ("callbacks", "percent", NAN, NAN, NAN);
  BearingsPlotAxis axis;

  nothing->missing = BEARINGS_MISSING_NOT_FOUND;
  g_assert_false (bearings_plot_axis_for_figure (&axis, nothing));
  g_assert_false (bearings_plot_axis_figure_is_signed (nothing));
  figure_free (nothing);
}

static void
test_axis_is_round (void)
{
  static const double ends[][2] = { { 0, 7 },           { 0, 0.29 },    { -3, 3 },
                                    { 120230, 199130 }, { 5, 5 },       { 0, 0 },
                                    { -0.012, 0.003 },  { 1e-6, 2e-6 }, { -1e7, 5e6 },
                                    { 99, -12.5 } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    BearingsPlotAxis axis;
    double min = MIN (ends[i][0], ends[i][1]);
    double max = MAX (ends[i][0], ends[i][1]);

    bearings_plot_axis_init (&axis, ends[i][0], ends[i][1]);
    g_assert_cmpfloat (axis.low, <=, min);
    g_assert_cmpfloat (axis.high, >=, max);
    g_assert_cmpuint (axis.n_ticks, >=, 2);
    g_assert_cmpuint (axis.n_ticks, <=, BEARINGS_PLOT_MAX_TICKS);
    g_assert_cmpfloat_with_epsilon (axis.ticks[0], axis.low, 1e-9 * (axis.high - axis.low));
    g_assert_cmpfloat_with_epsilon (axis.ticks[axis.n_ticks - 1], axis.high,
                                    1e-6 * (axis.high - axis.low));
    for (guint j = 1; j < axis.n_ticks; j++)
      g_assert_cmpfloat (axis.ticks[j], >, axis.ticks[j - 1]);
  }
}

static void
test_positions_are_clamped (void)
{
  BearingsPlotAxis axis;

  bearings_plot_axis_init (&axis, 0, 10);
  g_assert_cmpfloat (bearings_plot_axis_position (&axis, -5), ==, 0);
  g_assert_cmpfloat (bearings_plot_axis_position (&axis, 50), ==, 1);
}

static void
test_tick_labels (void)
{
  BearingsPlotAxis axis;
  g_autofree char *percent = NULL;
  g_autofree char *small = NULL;
  g_autofree char *points = NULL;

  bearings_plot_axis_init (&axis, 0, 100);
  percent = bearings_plot_axis_tick_label (&axis, 25, "percent");
  g_assert_nonnull (strstr (percent, "25"));
  g_assert_nonnull (strstr (percent, "%"));
  /* Percentage points are not percent. */
  points = bearings_plot_axis_tick_label (&axis, 25, "percentage points");
  g_assert_cmpstr (points, ==, "25");
  bearings_plot_axis_init (&axis, 0, 0.29);
  small = bearings_plot_axis_tick_label (&axis, 0.1, "correlation r");
  g_assert_cmpstr (small, ==, "0.1");
}

/* A top-coded amount is drawn from its limit on, and open. */
static void
test_amounts (void)
{
  g_autoptr (BearingsWage) wage = bearings_record_new (BEARINGS_RECORD_WAGE);
  gboolean open;

  wage->median.value = 120230;
  wage->p90.missing = BEARINGS_MISSING_TOP_CODED;
  wage->p90.limit = 239200;
  g_assert_cmpfloat (bearings_plot_axis_amount_drawn (&wage->p90, &open), ==, 239200);
  g_assert_true (open);
  g_assert_cmpfloat (bearings_plot_axis_amount_drawn (&wage->median, &open), ==, 120230);
  g_assert_false (open);
  g_assert_true (isnan (bearings_plot_axis_amount_drawn (&wage->p25, &open)));
  g_assert_false (open);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/plot-axis/share", test_share);
  g_test_add_func ("/model/plot-axis/difference", test_difference);
  g_test_add_func ("/model/plot-axis/negative-without-interval", test_negative_without_interval);
  g_test_add_func ("/model/plot-axis/growth-over-hundred", test_growth_over_hundred);
  g_test_add_func ("/model/plot-axis/missing", test_missing);
  g_test_add_func ("/model/plot-axis/axis-is-round", test_axis_is_round);
  g_test_add_func ("/model/plot-axis/positions-are-clamped", test_positions_are_clamped);
  g_test_add_func ("/model/plot-axis/tick-labels", test_tick_labels);
  g_test_add_func ("/model/plot-axis/amounts", test_amounts);
  return g_test_run ();
}
