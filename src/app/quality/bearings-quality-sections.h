/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the page of an instrument's quality. */
#pragma once

#include "bearings-service-quality.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Each a section of its own; NULL where the instrument has nothing of the kind. */
/* @claim: (nullable): what the thresholds are from; their rows open it. */
GtkWidget *bearings_quality_sections_part_new (const BearingsQualityPart *part,
                                               const BearingsClaim *claim);
GtkWidget *bearings_quality_sections_curve_new (const BearingsQuality *quality);
GtkWidget *bearings_quality_sections_retest_new (const BearingsQuality *quality);
GtkWidget *bearings_quality_sections_raters_new (const BearingsQuality *quality);
GtkWidget *bearings_quality_sections_items_new (BearingsQuality *quality);
GtkWidget *bearings_quality_sections_stated_new (const BearingsQuality *quality);

G_END_DECLS
