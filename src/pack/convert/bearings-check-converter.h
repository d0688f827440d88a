/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of claims to be checked as JSON, and its answers made into a pack. */
#pragma once

#include <gio/gio.h>

#include "bearings-freshness.h"
#include "bearings-pack-error.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/* BearingsFreshnessRow as JSON. */
char *bearings_check_converter_freshness_to_json (GPtrArray *rows);

/* Rows with an answer and without; claims and sources that changed. */
typedef struct {
  guint answered, open, claims, sources;
} BearingsChecksCounts;

/**
 * bearings_check_converter_convert:
 * @answers: the CSV of bearings_freshness_to_csv(), filled in; the columns claim, source, checked,
 *   state, state_date and state_note are read
 * @claims: BearingsClaim of the catalogue; those answered are changed in place
 * @sources: BearingsSource of the catalogue, likewise
 * @today: no answer is from a later day
 *
 * A row without a day in checked is not answered. The pack holds each claim and source concerned
 * whole, with the day and the state.
 */
gboolean bearings_check_converter_convert (GFile *answers,
                                           GPtrArray *claims,
                                           GPtrArray *sources,
                                           const BearingsPackInfo *info,
                                           const char *today,
                                           GFile *out,
                                           BearingsChecksCounts *counts,
                                           GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
