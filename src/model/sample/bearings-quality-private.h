/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to model/: the parts a quality page is computed from. */
#pragma once

#include "bearings-quality.h"
#include "psy-types.h"

G_BEGIN_DECLS

/* A coefficient that is not there. */
BearingsCoefficient bearings_quality_coefficient_none (gsize n);

/* The answers to the items of one part: row after row, a row for each record. */
typedef struct {
  GPtrArray *items;   /* BearingsQualityItem, not owned */
  GPtrArray *records; /* BearingsContribution, not owned */
  gint8 *data;
} BearingsQualityAnswers;
BearingsQualityAnswers *bearings_quality_answers_new (GPtrArray *items, GPtrArray *records);
void bearings_quality_answers_free (BearingsQualityAnswers *answers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsQualityAnswers, bearings_quality_answers_free)

BearingsQualityPart *bearings_quality_part_new (const BearingsQualityAnswers *answers,
                                                gboolean self_rating);
/* Difficulty and correlation with the rest of each item. */
void bearings_quality_describe_items (const BearingsQualityAnswers *answers);
/* Compares two groups of persons on the items. */
void bearings_quality_compare (BearingsQuality *quality,
                               const BearingsQualityAnswers *answers,
                               GHashTable *groups);

void bearings_quality_find_retest (BearingsQuality *quality, const GArray *pairs);
void bearings_quality_find_raters (BearingsQuality *quality, const GPtrArray *ratings);
void bearings_quality_find_outside (BearingsQuality *quality, const GPtrArray *outside);

G_END_DECLS
