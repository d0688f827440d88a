/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The standard error of an instrument over its scale, as a plot. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-plot-private.h"
#include "bearings-quality-words.h"

static void
add_point (BearingsPlotPanel *panel,
           const BearingsQuality *quality,
           const BearingsQualityPoint *point)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  g_autofree char *place = bearings_quality_words_place_text (point->theta);
  g_autofree char *information = bearings_quality_words_number (point->information, 2);
  BearingsPlotDatum *datum;

  figure->metric = g_strdup (_ ("standard error of measurement"));
  figure->value = point->se;
  datum = bearings_plot_add (panel, figure, NULL, &quality->form->instrument->record);
  bearings_record_struct_free (&bearings_figure_type, figure);
  /* Translators: a place on the scale of a result: "At +1.5 SD". */
  datum->label = g_strdup_printf (_ ("At %s"), place);
  g_free (datum->value_text);
  datum->value_text = bearings_quality_words_number (point->se, 2);
  /* Translators: the information of all items at a place of the scale. */
  datum->caption = g_strdup_printf (_ ("Computed from the items; information %s"), information);
  datum->points[0] = point->theta;
  datum->points[1] = point->se;
}

BearingsPlot *
bearings_quality_words_plot_for (const BearingsQuality *quality)
{
  g_autoptr (BearingsPlot) plot =
    bearings_plot_new (_ ("Standard error over the scale"), quality->form->instrument->title);
  BearingsPlotPanel *panel = bearings_plot_panel (plot, BEARINGS_PLOT_CURVE, NULL);
  const BearingsQualityPoint *first, *last;

  for (guint i = 0; i < quality->curve->len; i++) {
    const BearingsQualityPoint *point = &g_array_index (quality->curve, BearingsQualityPoint, i);
    if (isfinite (point->se))
      add_point (panel, quality, point);
  }
  if (panel->data->len < 2)
    return NULL;
  first = &g_array_index (quality->curve, BearingsQualityPoint, 0);
  last = &g_array_index (quality->curve, BearingsQualityPoint, quality->curve->len - 1);
  panel->axis.low = first->theta;
  panel->axis.high = last->theta;
  for (double tick = ceil (first->theta);
       tick <= last->theta && panel->axis.n_ticks < BEARINGS_PLOT_MAX_TICKS; tick++)
    panel->axis.ticks[panel->axis.n_ticks++] = tick;
  panel->from_title = g_strdup (_ ("Place on the scale, in standard deviations of the population "
                                   "assumed"));
  panel->to_title = g_strdup (_ ("Standard error of a result from all items"));
  g_ptr_array_add (plot->notes,
                   g_strdup (_ ("Low is sure: there the items tell most apart. Computed from the "
                                "parameters of the items.")));
  if (quality->n_judged > 0)
    g_ptr_array_add (plot->notes, g_strdup (_ ("These are judgements of the authors as long as too "
                                               "few people have answered.")));
  g_ptr_array_add (plot->notes,
                   /* Translators: title and version of an instrument. */
                   g_strdup_printf (_ ("Source: the items of “%s”, version %s"),
                                    quality->form->instrument->title,
                                    quality->form->instrument->version));
  return g_steal_pointer (&plot);
}
