/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of a plot: its ends, its ticks, their labels. */

#include "bearings-plot-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-format.h"

#define HEADROOM 1.05
#define MINUS "\xe2\x88\x92" /* U+2212 */

/* 1, 2, 2.5 or 5 times a power of ten, not below @rough. */
static double
nice_step (double rough)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (rough)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= rough * (1 - 1e-9))
      return steps[i] * power;
  return 10 * power;
}

void
bearings_plot_axis_init (BearingsPlotAxis *axis, double min, double max)
{
  double step;

  if (max < min) {
    double swap = min;
    min = max;
    max = swap;
  }
  if (max - min < 1e-12) {
    double half = fabs (min) > 1e-12 ? fabs (min) / 2 : 1;
    min -= half;
    max += half;
  }
  step = nice_step ((max - min) / 4);
  axis->low = floor (min / step + 1e-9) * step;
  axis->high = ceil (max / step - 1e-9) * step;
  axis->zero = axis->low < 0 && axis->high > 0;
  axis->n_ticks = 0;
  for (double tick = axis->low;
       tick <= axis->high + step / 2 && axis->n_ticks < BEARINGS_PLOT_MAX_TICKS; tick += step)
    axis->ticks[axis->n_ticks++] = fabs (tick) < step / 1e6 ? 0 : tick;
}

gboolean
bearings_plot_axis_figure_is_signed (const BearingsFigure *figure)
{
  g_autofree char *value = NULL;

  if (!bearings_figure_has_value (figure))
    return FALSE;
  /* The wording of figures writes a sign exactly where it carries meaning. */
  value = bearings_format_figure_value (figure);
  return strchr (value, '+') != NULL || strstr (value, MINUS) != NULL ||
         (!isnan (figure->low) && figure->low < 0);
}

static gboolean
is_share (const BearingsFigure *figure)
{
  return g_strcmp0 (figure->unit, "percent") == 0 &&
         !bearings_plot_axis_figure_is_signed (figure) && figure->value >= 0 &&
         figure->value <= 100 && (isnan (figure->high) || figure->high <= 100);
}

gboolean
bearings_plot_axis_for_figure (BearingsPlotAxis *axis, const BearingsFigure *figure)
{
  double min, max;

  if (!bearings_figure_has_value (figure))
    return FALSE;
  if (is_share (figure)) {
    bearings_plot_axis_init (axis, 0, 100);
    return TRUE;
  }
  min = isnan (figure->low) ? figure->value : MIN (figure->low, figure->value);
  max = isnan (figure->high) ? figure->value : MAX (figure->high, figure->value);
  /* A length means something only from zero; the ends leave room for the marks. */
  min = MIN (min, 0) * HEADROOM;
  max = MAX (max, 0) * HEADROOM;
  bearings_plot_axis_init (axis, min, max);
  axis->zero = bearings_plot_axis_figure_is_signed (figure);
  return TRUE;
}

double
bearings_plot_axis_amount_drawn (const BearingsAmount *amount, gboolean *open)
{
  *open = isnan (amount->value) && !isnan (amount->limit);
  return *open ? amount->limit : amount->value;
}

double
bearings_plot_axis_position (const BearingsPlotAxis *axis, double value)
{
  return CLAMP ((value - axis->low) / (axis->high - axis->low), 0, 1);
}

char *
bearings_plot_axis_tick_label (const BearingsPlotAxis *axis, double tick, const char *unit)
{
  double step = axis->n_ticks > 1 ? fabs (axis->ticks[1] - axis->ticks[0]) : fabs (tick);
  int decimals = step >= 1 && fmod (step, 1) < 1e-9 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
  g_autofree char *number = bearings_format_number (tick, decimals);

  if (unit != NULL && g_str_has_prefix (unit, "percent") && !g_str_has_prefix (unit, "percentage"))
    /* Translators: a percentage on an axis; keep the no-break space. */
    return g_strdup_printf (_ ("%s %%"), number);
  return g_steal_pointer (&number);
}
