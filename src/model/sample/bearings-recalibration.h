/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New item parameters for an instrument from answers to it, and what they would change. */
#pragma once

#include "bearings-analysis.h"
#include "bearings-contribution.h"
#include "bearings-sitting.h"

G_BEGIN_DECLS

/* A change of a difficulty by more standard errors than this is pointed out. */
#define BEARINGS_RECALIBRATION_LARGE 3

/* Why an item keeps its parameters. */
typedef enum {
  BEARINGS_KEPT_NO = 0, /* it does not keep them */
  BEARINGS_KEPT_PERSONS,
  BEARINGS_KEPT_ANSWERS,
  BEARINGS_KEPT_ALL_SAME,
  BEARINGS_KEPT_EMPTY_CATEGORY,
  BEARINGS_KEPT_UNBOUNDED,
} BearingsKept;

/**
 * BearingsRecalibratedItem:
 * @item: as it is now
 * @after: (nullable): on the scale of now; with the standard errors of the calibration, into which
 *   the error of the linking does not enter. NULL where the item keeps its parameters
 * @n: answers
 * @needed: answers or persons that are needed, where there are too few
 * @shift: largest change of a difficulty, threshold or step
 * @shift_errors: the same in its standard errors
 */
typedef struct {
  BearingsItem *item;
  BearingsCalibratedItem *after;
  BearingsKept kept;
  gsize n, needed;
  double shift, shift_errors;
} BearingsRecalibratedItem;

/**
 * BearingsRecalibration:
 * @version: of the instrument with the new parameters
 * @items: BearingsRecalibratedItem, those that are scored, in the order of the form
 * @n_persons: who answered at least one of the items calibrated
 * @n_calibrated, @n_large: items with new parameters; with a shift of more than
 *   %BEARINGS_RECALIBRATION_LARGE standard errors
 * @log_likelihood, @n_parameters, @iterations, @converged: of the calibration
 * @anchors: items whose mean slope and difficulty were held
 * @slope, @intercept: of the link from the calibration's scale to that of now
 * @n_scored: persons with an estimate both ways; the rest is of them
 * @correlation: between the two estimates
 * @mean_shift, @sd_shift: of the estimates, after less before
 * @sem_before, @sem_after: root of the mean squared standard error
 * @n_up, @n_down: persons whose criterion level rises, falls
 * @unknown: char *, columns of the answers that are no scored item of the instrument
 */
typedef struct {
  gatomicrefcount ref_count;
  BearingsForm *form;
  char *version;
  GPtrArray *items;
  gsize n_persons, n_calibrated, n_large;
  double log_likelihood;
  gsize n_parameters;
  int iterations;
  gboolean converged;
  gsize anchors;
  double slope, intercept;
  gsize n_scored;
  double correlation, mean_shift, sd_shift, sem_before, sem_after;
  gsize n_up, n_down;
  GPtrArray *unknown;
} BearingsRecalibration;

/**
 * bearings_recalibration_new:
 * @matrix: scores, a column for each item by its id
 *
 * Marginal maximum likelihood with the model each item has, theta standard normal in the sample;
 * then onto the scale of now, so that cut scores keep their meaning: by the mean/mean method over
 * the Rasch items, whose slope stays 1, or over all where there is none. Items that the answers
 * cannot carry keep their parameters. Estimates before and after are EAP under a standard normal
 * prior, of all scored items of each person.
 *
 * Returns: NULL when too few persons answered, or nothing can be calibrated
 */
BearingsRecalibration *bearings_recalibration_new (BearingsForm *form,
                                                   const BearingsResponseMatrix *matrix,
                                                   GError **error);
BearingsRecalibration *bearings_recalibration_ref (BearingsRecalibration *recalibration);
void bearings_recalibration_unref (BearingsRecalibration *recalibration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsRecalibration, bearings_recalibration_unref)

/* Scores of the records (BearingsContribution), those of the form's version; self-ratings are left
 * out. */
BearingsResponseMatrix *bearings_recalibration_gather (const BearingsForm *form,
                                                       const GPtrArray *records);

/* Writes the new version into @instrument. */
void bearings_recalibration_change_instrument (const BearingsRecalibration *recalibration,
                                               BearingsInstrument *instrument);
/* Writes the new parameters, if there are any, into @item. */
void bearings_recalibration_change_item (const BearingsRecalibration *recalibration,
                                         BearingsItem *item);

/* "1.1.0" is followed by "1.1.0.1", that by "1.1.0.2": a fourth number is a centre's own. */
char *bearings_recalibration_next_version (const char *version);

G_END_DECLS
