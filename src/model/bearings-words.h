/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The product's words and numbers for people: one wording for every face. */
#pragma once

#include "bearings-evidence.h"
#include "bearings-occupation.h"

G_BEGIN_DECLS

/* Titles of vocabularies, translated; never NULL for a set value. */
const char *bearings_channel_title (BearingsChannel channel);       /* "Posting language" */
const char *bearings_channel_question (BearingsChannel channel);    /* "Do job postings ask for it?" */
const char *bearings_directness_title (BearingsDirectness level);   /* "Direct" */
const char *bearings_certainty_title (BearingsCertainty certainty); /* "Moderate certainty" */
const char *bearings_reason_title (BearingsReason reason);          /* "Risk of bias" */
const char *bearings_design_title (BearingsDesign design);          /* "Randomised trial" */
const char *bearings_boundary_title (BearingsBoundary boundary);
const char *bearings_hedge_title (BearingsHedge hedge);
const char *bearings_direction_title (BearingsDirection direction);
const char *bearings_missing_title (BearingsMissing missing); /* "not stated by the source" */
const char *bearings_interval_title (BearingsInterval interval);
const char *bearings_verdict_title (BearingsVerdict verdict);
const char *bearings_band_title (BearingsBand band);
const char *bearings_basis_title (BearingsBasis basis);
const char *bearings_confirmed_title (BearingsConfirmed confirmed);
const char *bearings_source_state_title (BearingsSourceState state);
const char *bearings_skill_kind_title (BearingsSkillKind kind);
const char *bearings_record_kind_title (BearingsRecordKind kind);

/* Numbers in the form of the locale. */
/* Shortest form with at most @decimals decimals, grouped, with a true minus sign. */
char *bearings_format_number (double value, int decimals);
char *bearings_format_integer (gint64 value);
/* "74.3 %", "+11,250 USD", "0.29 (correlation r)": value with its qualifier and unit, or the
 * words for what is missing. Signs are shown where the unit is a change. */
char *bearings_format_figure_value (const BearingsFigure *figure);
/* "95 % CI 70.5 to 77.7", or why there is none; NULL when the value itself is missing. */
char *bearings_format_figure_interval (const BearingsFigure *figure);
/* "424 of 571 postings", or NULL. */
char *bearings_format_figure_count (const BearingsFigure *figure);
/* Everything on one line, for text and for screen readers. */
char *bearings_format_figure (const BearingsFigure *figure);
/* "453 people", "not stated by the source". */
char *bearings_format_sample (const BearingsSampleSize *sample);
/* "$126,520", "at least $239,200", "not available". @unit as in BearingsWage. */
char *bearings_format_amount (const BearingsAmount *amount, const char *unit);
/* A date of a record ("2022-08") in the locale's form. */
char *bearings_format_date (const char *date);
/* "Noy, Zhang (2023)". */
char *bearings_format_source_short (const BearingsSource *source);
/* Full reference as plain text. */
char *bearings_format_source (const BearingsSource *source);

G_END_DECLS
