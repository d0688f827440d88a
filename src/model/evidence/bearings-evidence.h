/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence for a skill in a role, brought to one form. */
#pragma once

#include "bearings-certainty.h"
#include "bearings-claims.h"
#include "bearings-occupation.h"

G_BEGIN_DECLS

/**
 * BearingsEvidence:
 *
 * One piece of evidence as it stands on the page of one (role, skill): a claim, a posting share,
 * a use share or an occupation's flags, brought to one form. Immutable.
 */
#define BEARINGS_TYPE_EVIDENCE (bearings_evidence_get_type ())
G_DECLARE_FINAL_TYPE (BearingsEvidence, bearings_evidence, BEARINGS, EVIDENCE, GObject)

BearingsEvidence *bearings_evidence_new_claim (BearingsClaim *claim,
                                               BearingsDirectness directness,
                                               const char *directness_reason);
BearingsEvidence *bearings_evidence_new_posting_share (BearingsPostingShare *share,
                                                       const char *role_title,
                                                       const char *skill_name);
BearingsEvidence *bearings_evidence_new_use_share (BearingsUseShare *share,
                                                   const char *role_title,
                                                   const char *skill_name);
/* What the vacancies of a few employers name: never what they require. */
BearingsEvidence *bearings_evidence_new_vacancy_share (BearingsVacancyShare *share,
                                                       const char *occupation_title,
                                                       const BearingsSkill *skill);
/* O*NET's yes/no flags: a statement without a figure, since flags never become percentages. */
BearingsEvidence *bearings_evidence_new_flags (BearingsOccupationSkill *row,
                                               const char *occupation_title,
                                               const char *skill_name);
/* A panel's mean rating of importance, 1 to 5. @wider: shown for a role, which the occupation is
 * wider than. */
BearingsEvidence *bearings_evidence_new_rating (BearingsOccupationSkill *row,
                                                const char *occupation_title,
                                                const char *skill_name,
                                                gboolean wider);

BearingsRecord *bearings_evidence_get_record (BearingsEvidence *self);
/* NULL unless the evidence is a claim. */
BearingsClaim *bearings_evidence_get_claim (BearingsEvidence *self);
const char *bearings_evidence_get_id (BearingsEvidence *self);
const char *bearings_evidence_get_statement (BearingsEvidence *self);
BearingsChannel bearings_evidence_get_channel (BearingsEvidence *self);
/* Never NULL; may be missing with its reason. */
const BearingsFigure *bearings_evidence_get_figure (BearingsEvidence *self);
BearingsDirectness bearings_evidence_get_directness (BearingsEvidence *self);
const char *bearings_evidence_get_directness_reason (BearingsEvidence *self);
BearingsCertainty bearings_evidence_get_certainty (BearingsEvidence *self);
/* BearingsCertaintyReason *, never NULL. */
GPtrArray *bearings_evidence_get_certainty_reasons (BearingsEvidence *self);
BearingsDesign bearings_evidence_get_design (BearingsEvidence *self);
BearingsDirection bearings_evidence_get_direction (BearingsEvidence *self);
BearingsHedge bearings_evidence_get_hedge (BearingsEvidence *self);
const char *bearings_evidence_get_source_id (BearingsEvidence *self);

G_END_DECLS
