/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plot shows: findings on common axes, with their sources and words. No drawing here. */
#pragma once

#include "bearings-screens.h"
#include "bearings-plot-axis.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_PLOT_INTERVALS = 1, /* a point on its interval */
  BEARINGS_PLOT_SHARES,        /* a bar from zero with the interval at its end */
  BEARINGS_PLOT_RANGES,        /* pay from the 10th to the 90th percentile */
  BEARINGS_PLOT_SLOPES,        /* from one year to another */
  BEARINGS_PLOT_CURVE,         /* one value along another */
} BearingsPlotKind;

/**
 * BearingsPlotDatum:
 * @label: what was measured, of whom
 * @caption: source, and how near and how certain the finding is
 * @value_text: the figure with its error, in words
 * @points: INTERVALS and SHARES: low, value, high; RANGES: the five percentiles; SLOPES: from, to;
 *   CURVE: where, how much.
 *   NaN where there is none
 * @open: the last point is only known to be at or above @points
 * @figure: what is told of the datum when it is asked for
 * @kind, @id: the record the datum is of
 */
typedef struct {
  char *label;
  char *caption;
  char *value_text;
  double points[5];
  gboolean open;
  BearingsFigure *figure;
  BearingsSource *source;
  BearingsRecordKind kind;
  char *id;
  char *pack; /* id of the pack it came with, or NULL */
} BearingsPlotDatum;

/* Data that share a unit and so an axis. */
typedef struct {
  BearingsPlotKind kind;
  char *unit;                  /* NULL: the figures have none */
  char *from_title, *to_title; /* SLOPES: the two years; CURVE: what runs along, and how much */
  BearingsPlotAxis axis;       /* CURVE: along */
  GPtrArray *data;             /* BearingsPlotDatum */
} BearingsPlotPanel;

typedef struct {
  gatomicrefcount ref_count;
  char *title;
  char *subtitle; /* or NULL */
  GPtrArray *panels;
  GPtrArray *notes; /* how to read the marks; where the figures are from; which data */
} BearingsPlot;

BearingsPlot *bearings_plot_ref (BearingsPlot *plot);
void bearings_plot_unref (BearingsPlot *plot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPlot, bearings_plot_unref)

guint bearings_plot_n_data (const BearingsPlot *plot);
/* The datum and its panel; @panel may be NULL. */
const BearingsPlotDatum *
bearings_plot_get (const BearingsPlot *plot, guint index, const BearingsPlotPanel **panel);
/* Everything of a datum on one line, as for a screen reader. */
char *bearings_plot_datum_text (const BearingsPlotDatum *datum);
/* The plot as lines of text: title, each datum, notes. */
char *bearings_plot_to_text (const BearingsPlot *plot);

/* Each NULL when there is nothing to draw. @packs, of BearingsInstalledPack or NULL, is
 * searched for the packs that the data came with: their versions stand in the notes. */

/* The findings of one channel on the page of a skill; those without a number are left out. */
BearingsPlot *bearings_plot_for_channel (const BearingsSkillPage *page,
                                         BearingsChannel channel,
                                         const GPtrArray *packs);
/* The finding of a claim and its additional findings. */
BearingsPlot *bearings_plot_for_claim (const BearingsClaim *claim,
                                       BearingsSource *source,
                                       const GPtrArray *packs);
/* The skills that postings name most. */
BearingsPlot *bearings_plot_for_postings (const BearingsCareer *career, const GPtrArray *packs);
BearingsPlot *bearings_plot_for_pay (const BearingsCareer *career, const GPtrArray *packs);
BearingsPlot *bearings_plot_for_outlook (const BearingsCareer *career, const GPtrArray *packs);

G_END_DECLS
