/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of item parameters: what a calibration printed, or CSV. */
#pragma once

#include <gio/gio.h>

#include "bearings-analysis.h"
#include "bearings-pack-error.h"

G_BEGIN_DECLS

/**
 * bearings_parameter_file_read:
 *
 * JSON as bearings_analysis_json_calibration_to() writes it, items with "model" of their own
 * allowed; or CSV with the columns item, a, b (or b1, b2, … for thresholds, lowest first; empty at
 * the end), and perhaps model (rasch, 2pl, 3pl, grm, gpcm; without it 2pl, 3pl with a guessing
 * parameter, and grm for several thresholds), c and scale. D is 1.
 *
 * Returns: (transfer full): BearingsCalibratedItem, at least one; each item once.
 */
GPtrArray *bearings_parameter_file_read (GFile *file, GError **error);

G_END_DECLS
