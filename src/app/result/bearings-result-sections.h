/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a result page, each made from the result alone. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-result.h"

G_BEGIN_DECLS

/* Plain words: title of the instrument, when, the summary, what the level means. */
GtkWidget *bearings_result_sections_words_new (const BearingsResult *result);
/* The band on the level scale, the chance of each level, why no percentile, the numbers. */
GtkWidget *bearings_result_sections_level_new (const BearingsResult *result);
/* A place in one group, with what it rests on. */
GtkWidget *bearings_result_sections_placement_card_new (const BearingsPlacement *placement);
GtkWidget *bearings_result_sections_limits_new (const BearingsResult *result);
/* Places by a fact such as years of coding; @role: whose samples stand first. */
GtkWidget *bearings_result_sections_experience_new (const BearingsResult *result, const char *role);
/* @claim_row: what is known of self-ratings, or NULL; taken. */
GtkWidget *bearings_result_sections_self_new (const BearingsResult *result, GtkWidget *claim_row);
GtkWidget *bearings_result_sections_profile_new (const BearingsResult *result);
/* NULL when there is nothing to remark. */
GtkWidget *bearings_result_sections_checks_new (const BearingsResult *result);

G_END_DECLS
