/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finished sitting as an anonymous record of a centre's own sample. */
#pragma once

#include "bearings-result.h"

G_BEGIN_DECLS

typedef struct {
  char *item;
  char *response; /* NULL where the person wrote words */
  double score;   /* NaN: not scored */
  char *second;   /* (nullable): points of a second rater */
} BearingsContributionAnswer;

typedef struct {
  char *scale; /* "": the whole instrument */
  double theta, se;
  double self_mean; /* NaN: none */
} BearingsContributionScore;

/**
 * BearingsContribution: what is kept of a sitting with the person's consent
 * @id: random; a record that comes back from another centre is known by it
 * @month: "2026-11"; the day is not kept
 * @origin: "" of this centre, otherwise the file it was merged from
 */
typedef struct {
  char *id;
  char *instrument;
  char *instrument_version;
  char *month;
  char *origin;
  GPtrArray *answers; /* BearingsContributionAnswer */
  GPtrArray *scores;  /* BearingsContributionScore */
} BearingsContribution;

/* Without answers. */
BearingsContribution *bearings_contribution_new (void);
/* Without client, sitting, day, facts and free text. */
BearingsContribution *bearings_contribution_from_result (const BearingsResult *result);
void bearings_contribution_add_answer (BearingsContribution *self,
                                       const char *item,
                                       const char *response,
                                       double score);
/* Of an answer that was added. */
void
bearings_contribution_set_second (BearingsContribution *self, const char *item, const char *second);
void bearings_contribution_add_score (BearingsContribution *self,
                                      const char *scale,
                                      double theta,
                                      double se,
                                      double self_mean);
void bearings_contribution_free (BearingsContribution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsContribution, bearings_contribution_free)
/* A list that owns its contributions. */
GPtrArray *bearings_contribution_list_new (void);
/* Whether the text is a year and a month. */
gboolean bearings_contribution_is_month (const char *text);
/* Whether an answer of the log holds nothing a person wrote in words. */
gboolean bearings_contribution_is_plain (const char *response);

/* A part of a sample: one instrument, version and origin. */
typedef struct {
  char *instrument;
  char *instrument_version;
  char *origin;
  char *first_month, *last_month;
  guint n;
} BearingsSamplePart;
void bearings_sample_part_free (BearingsSamplePart *part);
/* BearingsSamplePart of BearingsContribution, by instrument, version and origin. */
GPtrArray *bearings_contribution_parts_new (GPtrArray *contributions);
/* How many records of the part's instrument and version are missing, over all origins, to the
 * least count the display policy of @instrument lets show; 0: enough, -1: @instrument is NULL,
 * since it is not installed. */
int bearings_contribution_sample_missing (const GPtrArray *parts,
                                          const BearingsSamplePart *part,
                                          const BearingsInstrument *instrument);

G_END_DECLS
