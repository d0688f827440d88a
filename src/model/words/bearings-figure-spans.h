/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which digits of a sentence are figures. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes @start to @end of a text: a number with its sign and its unit sign. */
typedef struct {
  gsize start, end;
} BearingsSpan;

/**
 * bearings_figure_spans:
 *
 * The figures in @text, in order, as BearingsSpan. Digits that are no figures are left out: years
 * and dates, digits in names and codes ("O*NET 30.1", "15-2051.00", "ISO/IEC 42001", "P90"),
 * articles and sections of law.
 */
GArray *bearings_figure_spans (const char *text);
gboolean bearings_figure_spans_text_has (const char *text);

G_END_DECLS
