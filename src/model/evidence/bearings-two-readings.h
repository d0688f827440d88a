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

char *bearings_two_readings_answer (const BearingsChannelAnswer *answer, BearingsReadingForm form);
char *bearings_two_readings_evidence (BearingsEvidence *evidence, BearingsReadingForm form);
/* The claim by itself, not for a skill or a career. */
char *bearings_two_readings_claim (BearingsClaim *claim, BearingsReadingForm form);
/* Of the figures of a career: pay, outlook, skills. */
char *bearings_two_readings_career (BearingsReadingForm form);
char *bearings_two_readings_register (const BearingsRegisterEntry *entry, BearingsReadingForm form);
char *bearings_two_readings_result (const BearingsResult *result, BearingsReadingForm form);

G_END_DECLS
