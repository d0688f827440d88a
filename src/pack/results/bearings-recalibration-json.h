/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recalibration as JSON, for programs. */
#pragma once

#include "bearings-recalibration.h"

G_BEGIN_DECLS

/* What is not defined is left out; of items that keep their parameters only why. Counts of persons
 * or answers that are small say only that they are below the least that is shown. */
char *bearings_recalibration_json_to (const BearingsRecalibration *recalibration);

G_END_DECLS
