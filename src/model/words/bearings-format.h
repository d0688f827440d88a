/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures, amounts, dates and references in the form of the locale. */
#pragma once

#include "bearings-claims.h"
#include "bearings-occupation.h"

G_BEGIN_DECLS

/* Shortest form with at most @decimals decimals, grouped, with a true minus sign. */
char *bearings_format_number (double value, int decimals);
/* Always @decimals decimals, for numbers that stand side by side. */
char *bearings_format_fixed (double value, int decimals);
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
/* "Retracted, 3 May 2024" */
char *bearings_format_source_state (const BearingsSource *source);
/* "Retracted, 3 May 2024. Why." */
char *bearings_format_source_state_why (const BearingsSource *source);
/* "Noy, Zhang (2023)". */
char *bearings_format_source_short (const BearingsSource *source);
/* Full reference as plain text. */
char *bearings_format_source (const BearingsSource *source);

G_END_DECLS
