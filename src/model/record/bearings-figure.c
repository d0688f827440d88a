/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of figures, ratings, amounts and sample sizes. */

#include "bearings-figure.h"

#include <math.h>

#include "bearings-record-tables.h"
#include "psy-interval.h"

static const BearingsField figure_fields[] = {
  FIELD (BearingsFigure, metric, TEXT),
  FIELD (BearingsFigure, value, REAL),
  FIELD (BearingsFigure, qualifier, ENUM, OF (qualifier)),
  FIELD (BearingsFigure, missing, ENUM, OF (missing)),
  FIELD (BearingsFigure, missing_note, TEXT),
  FIELD (BearingsFigure, unit, TEXT),
  FIELD (BearingsFigure, low, REAL),
  FIELD (BearingsFigure, high, REAL),
  FIELD (BearingsFigure, level, REAL, RANGE (50, 99.99)),
  FIELD (BearingsFigure, se, REAL, RANGE (0, 1e12)),
  FIELD (BearingsFigure, p, REAL, RANGE (0, 1)),
  FIELD (BearingsFigure, interval, ENUM, OF (interval)),
  FIELD (BearingsFigure, count, INTEGER, RANGE (0, 1e15)),
  FIELD (BearingsFigure, total, INTEGER, RANGE (1, 1e15)),
  FIELD (BearingsFigure, total_unit, TEXT),
  FIELD (BearingsFigure, referent, TEXT),
  FIELD (BearingsFigure, note, TEXT),
};
STRUCT_TYPE (BearingsFigure, figure, "figure")

static const BearingsField rating_fields[] = {
  FIELD (BearingsRating, value, REAL, RANGE (0, 7)),
  FIELD (BearingsRating, missing, ENUM, OF (missing)),
  FIELD (BearingsRating, n, INTEGER, RANGE (0, 1e9)),
  FIELD (BearingsRating, se, REAL, RANGE (0, 7)),
  FIELD (BearingsRating, low, REAL, RANGE (0, 7)),
  FIELD (BearingsRating, high, REAL, RANGE (0, 7)),
  FIELD (BearingsRating, not_relevant, BOOLEAN),
};
STRUCT_TYPE (BearingsRating, rating, "rating")

static const BearingsField amount_fields[] = {
  FIELD (BearingsAmount, value, REAL, RANGE (0, 1e12)),
  FIELD (BearingsAmount, missing, ENUM, OF (missing)),
  FIELD (BearingsAmount, limit, REAL, RANGE (0, 1e12)),
};
STRUCT_TYPE (BearingsAmount, amount, "amount")

static const BearingsField sample_size_fields[] = {
  FIELD (BearingsSampleSize, n, INTEGER, RANGE (1, 1e15)),
  FIELD (BearingsSampleSize, missing, ENUM, OF (missing)),
  FIELD (BearingsSampleSize, unit, TEXT),
  FIELD (BearingsSampleSize, note, TEXT),
};
STRUCT_TYPE (BearingsSampleSize, sample_size, "sample size")

gboolean
bearings_figure_has_value (const BearingsFigure *figure)
{
  return !isnan (figure->value);
}

gboolean
bearings_figure_has_interval (const BearingsFigure *figure)
{
  return !isnan (figure->low) && !isnan (figure->high);
}

void
bearings_figure_set_share (BearingsFigure *figure, gint64 k, gint64 n, const char *unit)
{
  PsyInterval interval = psy_interval_wilson ((double) k, (double) n, 0.95);

  figure->value = 100.0 * (double) k / (double) n;
  figure->low = 100.0 * interval.low;
  figure->high = 100.0 * interval.high;
  figure->level = 95;
  figure->interval = BEARINGS_INTERVAL_WILSON;
  figure->count = k;
  figure->total = n;
  g_set_str (&figure->total_unit, unit);
  g_set_str (&figure->unit, "percent");
}

BearingsFigure *
bearings_figure_copy (const BearingsFigure *figure)
{
  BearingsFigure *copy = bearings_record_struct_new (&bearings_figure_type);

  *copy = *figure;
  copy->metric = g_strdup (figure->metric);
  copy->missing_note = g_strdup (figure->missing_note);
  copy->unit = g_strdup (figure->unit);
  copy->total_unit = g_strdup (figure->total_unit);
  copy->referent = g_strdup (figure->referent);
  copy->note = g_strdup (figure->note);
  return copy;
}
