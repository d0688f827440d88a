/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in the evidence is due for a look: list, list to take along, answers. */
#pragma once

#include "bearings-freshness.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* BearingsFreshnessRow of every claim, judged by the day @today (NULL: today), the most urgent
 * first. */
GPtrArray *
bearings_service_freshness_list (BearingsService *self, const char *today, GError **error);
char *bearings_service_freshness_to_json (GPtrArray *rows);

/* Rows with an answer and without; claims and sources in the pack. */
typedef struct {
  guint answered, open, claims, sources;
} BearingsChecksSummary;
/* Answers to such a list as a pack, which asks to take over what it changes. */
gboolean bearings_service_freshness_convert_checks (BearingsService *self,
                                                    GFile *answers,
                                                    const BearingsPackInfo *info,
                                                    GFile *out,
                                                    BearingsChecksSummary *summary,
                                                    GError **error);

G_END_DECLS
