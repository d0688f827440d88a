/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use cases around plots: which data they show, pictures of them. */
#pragma once

#include "bearings-plot-layout.h"
#include "bearings-service.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_PICTURE_SVG,
  BEARINGS_PICTURE_PNG,
} BearingsPictureForm;

/* A picture with title, source, data version and intervals inside. */
GBytes *bearings_service_plot_to_bytes (const BearingsPlot *plot,
                                        BearingsPictureForm form,
                                        gboolean rtl,
                                        GError **error);
/* The same in a file, which is replaced whole. */
gboolean bearings_service_plot_save (const BearingsPlot *plot,
                                     BearingsPictureForm form,
                                     gboolean rtl,
                                     GFile *file,
                                     GError **error);

G_END_DECLS
