/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An estimate on a scale: the band first, the point second, between cut marks. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BearingsBandScale:
 *
 * The widget is an image to a screen reader; its description says what is drawn. Beside it stands
 * an equal table.
 */
#define BEARINGS_TYPE_BAND_SCALE (bearings_band_scale_get_type ())
G_DECLARE_FINAL_TYPE (BearingsBandScale, bearings_band_scale, BEARINGS, BAND_SCALE, GtkWidget)

GtkWidget *bearings_band_scale_new (double low, double high);
/* Marks where one zone ends; @titles of the zones (one more than marks), or %NULL. */
void bearings_band_scale_set_zones (BearingsBandScale *self,
                                    const double *marks,
                                    guint n_marks,
                                    const char *const *titles);
/* Marks with a label each, instead of zones. */
void bearings_band_scale_add_mark (BearingsBandScale *self, double value, const char *label);
/* NaN @low and @high: no band; NaN @point: nothing is drawn. @description is the accessible name.
 */
void bearings_band_scale_set_band (BearingsBandScale *self,
                                   double low,
                                   double high,
                                   double point,
                                   const char *description);
/* Whether the titles under the scale are drawn. */
void bearings_band_scale_set_show_labels (BearingsBandScale *self, gboolean show_labels);

G_END_DECLS
