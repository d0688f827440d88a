/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of the records of the evidence base. */

#include "bearings-claims.h"

#include "bearings-record-tables.h"

static const BearingsField source_fields[] = {
  ID (BearingsSource),
  FIELD (BearingsSource, csl_type, TEXT, MUST),
  FIELD (BearingsSource, authors, TEXTS),
  FIELD (BearingsSource, title, TEXT, MUST),
  FIELD (BearingsSource, container, TEXT),
  FIELD (BearingsSource, publisher, TEXT),
  FIELD (BearingsSource, volume, TEXT),
  FIELD (BearingsSource, issue, TEXT),
  FIELD (BearingsSource, pages, TEXT),
  FIELD (BearingsSource, issued, DATE),
  FIELD (BearingsSource, doi, TEXT),
  FIELD (BearingsSource, url, URL),
  FIELD (BearingsSource, licence, TEXT),
  FIELD (BearingsSource, attribution, TEXT),
  FIELD (BearingsSource, accessed, DATE),
  FIELD (BearingsSource, state, ENUM, OF (source_state)),
  FIELD (BearingsSource, state_note, TEXT),
  FIELD (BearingsSource, state_date, DATE),
  FIELD (BearingsSource, replaced_by, REF, TO (SOURCE)),
  FIELD (BearingsSource, unconfirmed, TEXTS),
  FIELD (BearingsSource, note, TEXT),
};
RECORD_TYPE (BearingsSource, source, SOURCE, "source", NULL)

static const BearingsField study_fields[] = {
  ID (BearingsStudy),
  FIELD (BearingsStudy, title, TEXT, MUST),
  FIELD (BearingsStudy, sources, REFS, MUST, TO (SOURCE)),
  FIELD (BearingsStudy, design, ENUM, OF (design)),
  FIELD (BearingsStudy, preregistered, BOOLEAN),
  FIELD (BearingsStudy, peer_reviewed, BOOLEAN),
  FIELD (BearingsStudy, note, TEXT),
};
RECORD_TYPE (BearingsStudy, study, STUDY, "study", NULL)

static const BearingsField claim_directness_fields[] = {
  FIELD (BearingsClaimDirectness, skill, REF, TO (SKILL)),
  FIELD (BearingsClaimDirectness, family, REF, TO (SKILL_FAMILY)),
  FIELD (BearingsClaimDirectness, role, REF, TO (ROLE)),
  FIELD (BearingsClaimDirectness, occupation, REF, TO (OCCUPATION)),
  FIELD (BearingsClaimDirectness, group, TEXT),
  FIELD (BearingsClaimDirectness, level, ENUM, MUST, OF (directness)),
  FIELD (BearingsClaimDirectness, reason, TEXT, MUST),
};
STRUCT_TYPE (BearingsClaimDirectness, claim_directness, "directness")

static const BearingsField certainty_reason_fields[] = {
  FIELD (BearingsCertaintyReason, domain, ENUM, MUST, OF (reason)),
  FIELD (BearingsCertaintyReason, steps, INTEGER, MUST, RANGE (1, 2)),
  FIELD (BearingsCertaintyReason, note, TEXT, MUST),
};
STRUCT_TYPE (BearingsCertaintyReason, certainty_reason, "certainty reason")

static const BearingsField replication_study_fields[] = {
  FIELD (BearingsReplicationStudy, kind, ENUM, MUST, OF (replication_kind)),
  FIELD (BearingsReplicationStudy, claim, REF, TO (CLAIM)),
  FIELD (BearingsReplicationStudy, url, URL),
  FIELD (BearingsReplicationStudy, note, TEXT),
};
STRUCT_TYPE (BearingsReplicationStudy, replication_study, "replication study")

static const BearingsField replication_fields[] = {
  FIELD (BearingsReplication, count, INTEGER, RANGE (0, 1e6)),
  FIELD (BearingsReplication, note, TEXT),
  FIELD (BearingsReplication, claims, REFS, TO (CLAIM)),
  FIELD (BearingsReplication, studies, STRUCTS, AS (replication_study)),
};
STRUCT_TYPE (BearingsReplication, replication, "replication")

static const BearingsField claim_fields[] = {
  ID (BearingsClaim),
  FIELD (BearingsClaim, statement, TEXT, MUST),
  FIELD (BearingsClaim, quotes, TEXTS),
  FIELD (BearingsClaim, channel, ENUM, MUST, OF (channel)),
  FIELD (BearingsClaim, topic, TEXT),
  FIELD (BearingsClaim, finding, STRUCT, MUST, AS (figure)),
  FIELD (BearingsClaim, additional_findings, STRUCTS, AS (figure)),
  FIELD (BearingsClaim, population, TEXT),
  FIELD (BearingsClaim, sample, STRUCT, AS (sample_size)),
  FIELD (BearingsClaim, country, TEXT),
  FIELD (BearingsClaim, data_year, TEXT),
  FIELD (BearingsClaim, design, ENUM, MUST, OF (design)),
  FIELD (BearingsClaim, study, REF, TO (STUDY)),
  FIELD (BearingsClaim, source, REF, MUST, TO (SOURCE)),
  FIELD (BearingsClaim, boundary, ENUM, OF (boundary)),
  FIELD (BearingsClaim, boundary_note, TEXT),
  FIELD (BearingsClaim, hedge, ENUM, OF (hedge)),
  FIELD (BearingsClaim, direction, ENUM, OF (direction)),
  FIELD (BearingsClaim, certainty_reasons, STRUCTS, AS (certainty_reason)),
  FIELD (BearingsClaim, directness, STRUCTS, AS (claim_directness)),
  FIELD (BearingsClaim, replication, STRUCT, AS (replication)),
  FIELD (BearingsClaim, preregistered, BOOLEAN),
  FIELD (BearingsClaim, peer_reviewed, BOOLEAN),
  FIELD (BearingsClaim, underpowered, BOOLEAN),
  FIELD (BearingsClaim, single_study, BOOLEAN),
  FIELD (BearingsClaim, limits, TEXT),
  FIELD (BearingsClaim, implication, TEXT),
  FIELD (BearingsClaim, confirmed, ENUM, OF (confirmed)),
  FIELD (BearingsClaim, confirmed_by, TEXTS),
  FIELD (BearingsClaim, checked, DATE),
  FIELD (BearingsClaim, note, TEXT),
};
RECORD_TYPE (BearingsClaim, claim, CLAIM, "claim", NULL)

static const BearingsField trace_hop_fields[] = {
  ID (BearingsTraceHop),
  FIELD (BearingsTraceHop, claim, REF, TO (CLAIM)),
  FIELD (BearingsTraceHop, register_entry, REF, TO (REGISTER_ENTRY)),
  FIELD (BearingsTraceHop, position, INTEGER, MUST, RANGE (1, 1000)),
  FIELD (BearingsTraceHop, who, TEXT, MUST),
  FIELD (BearingsTraceHop, year, TEXT),
  FIELD (BearingsTraceHop, part, ENUM, OF (hop_part)),
  FIELD (BearingsTraceHop, rests_on, INTEGER, RANGE (1, 1000)),
  FIELD (BearingsTraceHop, wording, TEXT, MUST),
  FIELD (BearingsTraceHop, quotes, TEXTS),
  FIELD (BearingsTraceHop, hedge, ENUM, OF (hedge)),
  FIELD (BearingsTraceHop, hedge_words, TEXT),
  FIELD (BearingsTraceHop, number, REAL),
  FIELD (BearingsTraceHop, number_high, REAL),
  FIELD (BearingsTraceHop, unit, TEXT),
  FIELD (BearingsTraceHop, n, INTEGER, RANGE (0, 1e15)),
  FIELD (BearingsTraceHop, n_unit, TEXT),
  FIELD (BearingsTraceHop, about_years, TEXTS),
  FIELD (BearingsTraceHop, key_words, TEXTS),
  FIELD (BearingsTraceHop, credits, TEXT),
  FIELD (BearingsTraceHop, url, URL),
  FIELD (BearingsTraceHop, source, REF, TO (SOURCE)),
  FIELD (BearingsTraceHop, note, TEXT),
};
RECORD_TYPE (BearingsTraceHop, trace_hop, TRACE_HOP, "trace-hop", NULL)

static const BearingsField meeting_place_fields[] = {
  FIELD (BearingsMeetingPlace, skill, REF, TO (SKILL)),
  FIELD (BearingsMeetingPlace, role, REF, TO (ROLE)),
  FIELD (BearingsMeetingPlace, occupation, REF, TO (OCCUPATION)),
  FIELD (BearingsMeetingPlace, channel, ENUM, OF (channel)),
  FIELD (BearingsMeetingPlace, topic, TEXT),
};
STRUCT_TYPE (BearingsMeetingPlace, meeting_place, "meeting place")

static const BearingsField register_entry_fields[] = {
  ID (BearingsRegisterEntry),
  FIELD (BearingsRegisterEntry, popular_wording, TEXT, MUST),
  FIELD (BearingsRegisterEntry, hedge, ENUM, OF (hedge)),
  FIELD (BearingsRegisterEntry, hedge_words, TEXT),
  FIELD (BearingsRegisterEntry, number, REAL),
  FIELD (BearingsRegisterEntry, number_high, REAL),
  FIELD (BearingsRegisterEntry, unit, TEXT),
  FIELD (BearingsRegisterEntry, n, INTEGER, RANGE (0, 1e15)),
  FIELD (BearingsRegisterEntry, n_unit, TEXT),
  FIELD (BearingsRegisterEntry, about_years, TEXTS),
  FIELD (BearingsRegisterEntry, credits, TEXT),
  FIELD (BearingsRegisterEntry, verdict, ENUM, MUST, OF (verdict)),
  FIELD (BearingsRegisterEntry, verdict_note, TEXT),
  FIELD (BearingsRegisterEntry, primary_found, BOOLEAN, MUST),
  FIELD (BearingsRegisterEntry, searched, DATE),
  FIELD (BearingsRegisterEntry, where, TEXT),
  FIELD (BearingsRegisterEntry, met, STRUCTS, AS (meeting_place)),
  FIELD (BearingsRegisterEntry, note, TEXT),
  FIELD (BearingsRegisterEntry, related_claims, REFS, TO (CLAIM)),
};
RECORD_TYPE (BearingsRegisterEntry, register_entry, REGISTER_ENTRY, "register-entry", NULL)

static const BearingsField evidence_search_fields[] = {
  ID (BearingsEvidenceSearch),
  FIELD (BearingsEvidenceSearch, skill, REF, MUST, TO (SKILL)),
  FIELD (BearingsEvidenceSearch, role, REF, TO (ROLE)),
  FIELD (BearingsEvidenceSearch, channel, ENUM, MUST, OF (channel)),
  FIELD (BearingsEvidenceSearch, outcome, ENUM, MUST, OF (missing)),
  FIELD (BearingsEvidenceSearch, searched, DATE),
  FIELD (BearingsEvidenceSearch, where, TEXT),
  FIELD (BearingsEvidenceSearch, summary, TEXT, MUST),
};
RECORD_TYPE (BearingsEvidenceSearch, evidence_search, EVIDENCE_SEARCH, "evidence-search", NULL)

static const BearingsField definition_fields[] = {
  ID (BearingsDefinition),
  FIELD (BearingsDefinition, subject, TEXT, MUST),
  FIELD (BearingsDefinition, role, REF, TO (ROLE)),
  FIELD (BearingsDefinition, skill, REF, TO (SKILL)),
  FIELD (BearingsDefinition, boundary, ENUM, MUST, OF (boundary)),
  FIELD (BearingsDefinition, text, TEXT, MUST),
  FIELD (BearingsDefinition, source, REF, MUST, TO (SOURCE)),
  FIELD (BearingsDefinition, date, DATE),
  FIELD (BearingsDefinition, note, TEXT),
};
RECORD_TYPE (BearingsDefinition, definition, DEFINITION, "definition", NULL)

static const BearingsField literature_fields[] = {
  ID (BearingsLiterature),
  FIELD (BearingsLiterature, title, TEXT, MUST),
  FIELD (BearingsLiterature, field, TEXT, MUST),
  FIELD (BearingsLiterature, summary, TEXT, MUST),
  FIELD (BearingsLiterature, sources, REFS, TO (SOURCE)),
  FIELD (BearingsLiterature, claims, REFS, TO (CLAIM)),
};
RECORD_TYPE (BearingsLiterature, literature, LITERATURE, "literature", NULL)

static const BearingsField glossary_term_fields[] = {
  ID (BearingsGlossaryTerm),
  FIELD (BearingsGlossaryTerm, term, TEXT, MUST),
  FIELD (BearingsGlossaryTerm, meaning, TEXT, MUST),
  FIELD (BearingsGlossaryTerm, see_also, REFS, TO (GLOSSARY_TERM)),
  FIELD (BearingsGlossaryTerm, source, REF, TO (SOURCE)),
};
RECORD_TYPE (BearingsGlossaryTerm, glossary_term, GLOSSARY_TERM, "glossary-term", NULL)
