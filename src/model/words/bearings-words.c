/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles of the vocabularies, translated. */

#include "bearings-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Looks a value up in a table that starts at value 1. */
#define TITLE(table, value)                                                                        \
  ((int) (value) >= 1 && (guint) (value) <= G_N_ELEMENTS (table) ? _ ((table)[(value) - 1]) : "")

const char *
bearings_words_channel_title (BearingsChannel channel)
{
  static const char *const titles[] = {
    N_ ("Posting language"), N_ ("Use at work"),
    N_ ("Callbacks"),        N_ ("Pay"),
    N_ ("Demand"),           N_ ("Time to proficiency"),
    N_ ("AI change"),        N_ ("Validity of assessment"),
    N_ ("Regulation"),       N_ ("Career help"),
  };
  return TITLE (titles, channel);
}

const char *
bearings_words_channel (BearingsChannel channel)
{
  /* Translators: channels of evidence in the middle of a sentence. */
  static const char *const words[] = {
    N_ ("posting language"), N_ ("use at work"),
    N_ ("callbacks"),        N_ ("pay"),
    N_ ("demand"),           N_ ("time to proficiency"),
    N_ ("AI change"),        N_ ("validity of assessment"),
    N_ ("regulation"),       N_ ("career help"),
  };
  return TITLE (words, channel);
}

const char *
bearings_words_channel_question (BearingsChannel channel)
{
  static const char *const titles[] = {
    N_ ("Do job postings ask for it?"),
    N_ ("Do people in the role use it?"),
    N_ ("Does naming it bring more interview invitations?"),
    N_ ("Is pay different with it?"),
    N_ ("Is demand for it known?"),
    N_ ("How long does it take to learn?"),
    N_ ("What does AI change about it?"),
    N_ ("How well can it be assessed?"),
    N_ ("What does the law say?"),
    N_ ("What helps in choosing and finding work?"),
  };
  return TITLE (titles, channel);
}

const char *
bearings_words_directness_title (BearingsDirectness level)
{
  static const char *const titles[] = { N_ ("Direct"), N_ ("Adjacent"), N_ ("Context") };
  return TITLE (titles, level);
}

const char *
bearings_words_replication_kind_title (BearingsReplicationKind kind)
{
  static const char *const titles[] = {
    N_ ("Found the same in the same way"),
    N_ ("Found the same in another way"),
    N_ ("Found otherwise"),
    N_ ("Pools several studies"),
  };
  return TITLE (titles, kind);
}

char *
bearings_words_soc_group (const char *code)
{
  static const struct {
    const char *code, *title;
  } groups[] = {
    { "11", N_ ("management occupations") },
    { "13", N_ ("business and financial occupations") },
    { "15", N_ ("computer and mathematical occupations") },
    { "17", N_ ("architecture and engineering occupations") },
    { "19", N_ ("science occupations") },
    { "21", N_ ("community and social service occupations") },
    { "23", N_ ("legal occupations") },
    { "25", N_ ("education and library occupations") },
    { "27", N_ ("arts, design, sports and media occupations") },
    { "29", N_ ("healthcare professions") },
    { "31", N_ ("healthcare support occupations") },
    { "33", N_ ("protective service occupations") },
    { "35", N_ ("food preparation and serving occupations") },
    { "37", N_ ("cleaning and grounds occupations") },
    { "39", N_ ("personal care and service occupations") },
    { "41", N_ ("sales occupations") },
    { "43", N_ ("office occupations") },
    { "45", N_ ("farming, fishing and forestry occupations") },
    { "47", N_ ("construction and extraction occupations") },
    { "49", N_ ("installation, maintenance and repair occupations") },
    { "51", N_ ("production occupations") },
    { "53", N_ ("transportation occupations") },
    { "55", N_ ("military occupations") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_suffix (code, "-0000") && strncmp (code, groups[i].code, 2) == 0)
      return g_strdup (_ (groups[i].title));
  /* Translators: %s is a code of the Standard Occupational Classification, such as 29-1140. */
  return g_strdup_printf (_ ("occupations of group %s"), code);
}

const char *
bearings_words_certainty_title (BearingsCertainty certainty)
{
  static const char *const titles[] = {
    N_ ("Very low certainty"),
    N_ ("Low certainty"),
    N_ ("Moderate certainty"),
    N_ ("High certainty"),
  };
  return TITLE (titles, certainty);
}

const char *
bearings_words_reason_title (BearingsReason reason)
{
  static const char *const titles[] = {
    N_ ("Risk of bias"), N_ ("Inconsistency"),    N_ ("Indirectness"),
    N_ ("Imprecision"),  N_ ("Publication bias"),
  };
  return TITLE (titles, reason);
}

const char *
bearings_words_design_title (BearingsDesign design)
{
  static const char *const titles[] = {
    N_ ("Randomised trial"),
    /* Translators: fictitious applications sent to real employers. */
    N_ ("Audit (correspondence) study"),
    N_ ("Meta-analysis of randomised studies"),
    N_ ("Meta-analysis of observational studies"),
    N_ ("Observational study"),
    N_ ("Survey"),
    N_ ("Count of job postings"),
    N_ ("Administrative data"),
    N_ ("Employer or vendor report"),
    N_ ("Projection or forecast"),
    N_ ("Simulation"),
    N_ ("Legal or official text"),
  };
  return TITLE (titles, design);
}

const char *
bearings_words_boundary_title (BearingsBoundary boundary)
{
  static const char *const titles[] = {
    N_ ("Regulatory definition"),
    N_ ("Employers' definition"),
    N_ ("Academic definition"),
  };
  return TITLE (titles, boundary);
}

const char *
bearings_words_hedge_title (BearingsHedge hedge)
{
  static const char *const titles[] = {
    N_ ("Said to be possible"),
    N_ ("Expected or projected"),
    N_ ("Suggested"),
    N_ ("Estimated"),
    N_ ("Stated"),
  };
  return TITLE (titles, hedge);
}

const char *
bearings_words_direction_title (BearingsDirection direction)
{
  static const char *const titles[] = {
    N_ ("Speaks for the skill"),      N_ ("No difference"),
    N_ ("Speaks against the skill"),  N_ ("Not established: no difference is possible too"),
    N_ ("No direction for a person"),
  };
  return TITLE (titles, direction);
}

const char *
bearings_words_missing_title (BearingsMissing missing)
{
  static const char *const titles[] = {
    N_ ("not stated by the source"),
    N_ ("not published"),
    N_ ("suppressed by the publisher"),
    N_ ("above the highest published value"),
    N_ ("not available"),
    N_ ("does not apply"),
    N_ ("no evidence found"),
    N_ ("not searched for yet"),
    N_ ("not confirmed"),
    N_ ("stated in words only"),
  };
  return TITLE (titles, missing);
}

const char *
bearings_words_interval_title (BearingsInterval interval)
{
  static const char *const titles[] = {
    N_ ("interval stated by the source"),
    N_ ("Wilson interval, computed from the counts"),
    N_ ("interval computed by resampling"),
    N_ ("interval computed from the published standard error"),
    N_ ("no interval stated by the source"),
    N_ ("no interval: the publisher gives no error for this figure"),
    N_ ("no interval: not a sample"),
    N_ ("no interval: an expectation, not a measurement"),
  };
  return TITLE (titles, interval);
}

const char *
bearings_words_verdict_title (BearingsVerdict verdict)
{
  static const char *const titles[] = {
    N_ ("Untraceable"), N_ ("Garbled"),           N_ ("Distorted"),  N_ ("Misreported"),
    N_ ("Overstated"),  N_ ("No primary source"), N_ ("Superseded"),
  };
  return TITLE (titles, verdict);
}

const char *
bearings_words_band_title (BearingsBand band)
{
  static const char *const titles[] = { N_ ("Junior"), N_ ("Mid-level"), N_ ("Senior") };
  return TITLE (titles, band);
}

const char *
bearings_words_basis_title (BearingsBasis basis)
{
  static const char *const titles[] = {
    N_ ("Derived from the claims named"),
    N_ ("Our own judgement; no source"),
  };
  return TITLE (titles, basis);
}

const char *
bearings_words_confirmed_title (BearingsConfirmed confirmed)
{
  static const char *const titles[] = {
    N_ ("Checked against a copy of the source itself"),
    N_ ("Checked against at least two independent pages that agree"),
    N_ ("Computed from published data"),
  };
  return TITLE (titles, confirmed);
}

const char *
bearings_words_source_state_title (BearingsSourceState state)
{
  static const char *const titles[] = {
    N_ ("Current"),   N_ ("Corrected"), N_ ("Superseded by a newer edition"),
    N_ ("Withdrawn"), N_ ("Retracted"),
  };
  return TITLE (titles, state);
}

const char *
bearings_words_skill_kind_title (BearingsSkillKind kind)
{
  static const char *const titles[] = { N_ ("Technology"), N_ ("Skill"), N_ ("Knowledge") };
  return TITLE (titles, kind);
}

const char *
bearings_words_record_kind_title (BearingsRecordKind kind)
{
  static const char *const titles[BEARINGS_N_RECORD_KINDS] = {
    [BEARINGS_RECORD_SOURCE] = N_ ("Source"),
    [BEARINGS_RECORD_STUDY] = N_ ("Study"),
    [BEARINGS_RECORD_CLAIM] = N_ ("Claim"),
    [BEARINGS_RECORD_TRACE_HOP] = N_ ("Trace hop"),
    [BEARINGS_RECORD_REGISTER_ENTRY] = N_ ("Register entry"),
    [BEARINGS_RECORD_EVIDENCE_SEARCH] = N_ ("Search for evidence"),
    [BEARINGS_RECORD_OCCUPATION] = N_ ("Occupation"),
    [BEARINGS_RECORD_ROLE] = N_ ("Role"),
    [BEARINGS_RECORD_SKILL] = N_ ("Skill"),
    [BEARINGS_RECORD_SKILL_FAMILY] = N_ ("Skill family"),
    [BEARINGS_RECORD_OCCUPATION_SKILL] = N_ ("Skill of an occupation"),
    [BEARINGS_RECORD_WAGE] = N_ ("Wage"),
    [BEARINGS_RECORD_PROJECTION] = N_ ("Projection"),
    [BEARINGS_RECORD_POSTING_SHARE] = N_ ("Share of postings"),
    [BEARINGS_RECORD_VACANCY_SHARE] = N_ ("Share of vacancies"),
    [BEARINGS_RECORD_USE_SHARE] = N_ ("Share of users"),
    [BEARINGS_RECORD_LADDER] = N_ ("Ladder"),
    [BEARINGS_RECORD_READING] = N_ ("Reading for a career band"),
    [BEARINGS_RECORD_DEFINITION] = N_ ("Definition"),
    [BEARINGS_RECORD_LITERATURE] = N_ ("Literature"),
    [BEARINGS_RECORD_GLOSSARY_TERM] = N_ ("Glossary term"),
    [BEARINGS_RECORD_INSTRUMENT] = N_ ("Instrument"),
    [BEARINGS_RECORD_ITEM] = N_ ("Item"),
    [BEARINGS_RECORD_REFERENCE_SAMPLE] = N_ ("Reference sample"),
    [BEARINGS_RECORD_NORM_TABLE] = N_ ("Norm table"),
    [BEARINGS_RECORD_WORK_DESCRIPTION] = N_ ("Description of the work"),
  };
  g_return_val_if_fail ((guint) kind < BEARINGS_N_RECORD_KINDS, "");
  return _ (titles[kind]);
}
