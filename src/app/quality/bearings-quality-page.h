/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an instrument measures, and what is missing to say so. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_QUALITY_PAGE (bearings_quality_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsQualityPage,
                      bearings_quality_page,
                      BEARINGS,
                      QUALITY_PAGE,
                      BearingsPage)

GtkWidget *bearings_quality_page_new (BearingsService *service, const char *instrument_id);
/* Compares two groups of records, from a CSV file. */
void bearings_quality_page_set_groups (BearingsQualityPage *self, GFile *file);

/* Reads the values of a measure from outside; @note "" where nothing is known of it. */
void bearings_quality_page_add_measure (BearingsQualityPage *self,
                                        const char *name,
                                        const char *note,
                                        GFile *file);

/* A row that leads to it. */
GtkWidget *bearings_quality_page_link_row_new (const char *title, const char *instrument_id);
/* The same in a section of its own. */
GtkWidget *bearings_quality_page_link_section_new (const char *instrument_id);

G_END_DECLS
