/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The product's words for people: one wording for every face. */
#pragma once

#include "bearings-claims.h"

G_BEGIN_DECLS

/* Titles of vocabularies, translated; never NULL for a set value. */
const char *bearings_words_channel_title (BearingsChannel channel); /* "Posting language" */
/* The same in the middle of a sentence. */
const char *bearings_words_channel (BearingsChannel channel);
const char *
bearings_words_channel_question (BearingsChannel channel); /* "Do job postings ask for it?" */
const char *bearings_words_replication_kind_title (BearingsReplicationKind kind);
/* What a group of occupations is called, by its SOC code: "29-0000", "29-1140". */
char *bearings_words_soc_group (const char *code);
const char *bearings_words_directness_title (BearingsDirectness level);   /* "Direct" */
const char *bearings_words_certainty_title (BearingsCertainty certainty); /* "Moderate certainty" */
const char *bearings_words_reason_title (BearingsReason reason);          /* "Risk of bias" */
const char *bearings_words_design_title (BearingsDesign design);          /* "Randomised trial" */
const char *bearings_words_boundary_title (BearingsBoundary boundary);
const char *bearings_words_hedge_title (BearingsHedge hedge);
const char *bearings_words_direction_title (BearingsDirection direction);
const char *bearings_words_missing_title (BearingsMissing missing); /* "not stated by the source" */
const char *bearings_words_interval_title (BearingsInterval interval);
const char *bearings_words_verdict_title (BearingsVerdict verdict);
const char *bearings_words_band_title (BearingsBand band);
const char *bearings_words_basis_title (BearingsBasis basis);
const char *bearings_words_confirmed_title (BearingsConfirmed confirmed);
const char *bearings_words_source_state_title (BearingsSourceState state);
const char *bearings_words_skill_kind_title (BearingsSkillKind kind);
const char *bearings_words_record_kind_title (BearingsRecordKind kind);

G_END_DECLS
