/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the career page says: amounts and ratings as figures, words. Pure; no display needed. */
#pragma once

#include "bearings-screens.h"

G_BEGIN_DECLS

/* The amounts of a wage, in the order of the table. */
typedef enum {
  BEARINGS_PAY_P10,
  BEARINGS_PAY_P25,
  BEARINGS_PAY_MEDIAN,
  BEARINGS_PAY_P75,
  BEARINGS_PAY_P90,
  BEARINGS_PAY_MEAN,
  BEARINGS_N_PAY,
} BearingsPay;

const char *bearings_pay_title (BearingsPay pay);
const BearingsAmount *bearings_pay_amount (const BearingsWage *wage, BearingsPay pay);

/* Figures of records that keep bare amounts. Each is freed with
 * bearings_record_struct_free (&bearings_figure_type, figure). */
BearingsFigure *bearings_pay_figure (const BearingsWage *wage, BearingsPay pay);
BearingsFigure *
bearings_career_state_projected_change_figure (const BearingsProjection *projection);
BearingsFigure *
bearings_career_state_projected_openings_figure (const BearingsProjection *projection);
BearingsFigure *
bearings_career_state_projected_employment_figure (const BearingsProjection *projection,
                                                   gboolean projected);
BearingsFigure *bearings_career_state_posting_share_figure (const BearingsPostingShare *share,
                                                            const char *role_title);
BearingsFigure *bearings_career_state_importance_figure (const BearingsOccupationSkill *row);

/* "15-2051.00 · Extensive preparation (job zone 5 of 5)" */
char *bearings_career_state_caption (const BearingsCareer *career);
/* "Data Miner, Data Analyst and 12 more"; NULL when there are none. */
char *bearings_career_state_known_as (const GPtrArray *titles, guint shown);
/* "Hot technology · In demand"; NULL without flags. */
char *bearings_career_state_flags_text (const BearingsOccupationSkill *row);
/* BearingsCareerSkill whose skill has all words of @text in its name, category or other names;
 * borrowed from @skills, which must outlive the list. */
GPtrArray *bearings_career_state_filter_skills (GPtrArray *skills, const char *text);
/* Why the page lists no ratings, or NULL when it lists some. */
char *bearings_career_state_ratings_missing (const BearingsCareer *career);
/* Label of the outlook: "Projection 2024-34, not a measurement". */
char *bearings_career_state_outlook_caption (const BearingsProjection *projection,
                                             const BearingsSource *source);

G_END_DECLS
