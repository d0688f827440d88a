/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two readings of the same figures: in plain words, and in the terms of the trade. */
#pragma once

#include "bearings-answer.h"
#include "bearings-result.h"

G_BEGIN_DECLS

/*
 * A reading is words alone: it holds no figure, so that both readings of a page have the very same
 * ones. The plain one says what a finding is about and how far it can be relied on; the technical
 * one names design, directness, certainty with its steps, interval, hedge and direction.
 */
typedef enum {
  BEARINGS_READING_PLAIN,
  BEARINGS_READING_TECHNICAL,
} BearingsReadingForm;

char *bearings_answer_reading (const BearingsChannelAnswer *answer, BearingsReadingForm form);
char *bearings_evidence_reading (BearingsEvidence *evidence, BearingsReadingForm form);
/* The claim by itself, not for a skill or a career. */
char *bearings_claim_reading (BearingsClaim *claim, BearingsReadingForm form);
/* Of the figures of a career: pay, outlook, skills. */
char *bearings_career_reading (BearingsReadingForm form);
char *bearings_register_reading (const BearingsRegisterEntry *entry, BearingsReadingForm form);
char *bearings_result_reading (const BearingsResult *result, BearingsReadingForm form);

G_END_DECLS
