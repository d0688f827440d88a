/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence for a skill in a role, brought to one form. */

#include "bearings-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BearingsEvidence {
  GObject parent_instance;

  BearingsRecord *record;
  char *statement;
  char *directness_reason;
  const char *source_id;      /* of the record */
  BearingsFigure *own_figure; /* NULL when the figure is the claim's own */
  GPtrArray *reasons;         /* BearingsCertaintyReason */
  BearingsChannel channel;
  BearingsDirectness directness;
  BearingsCertainty certainty;
  BearingsDesign design;
  BearingsDirection direction;
  BearingsHedge hedge;
};

G_DEFINE_FINAL_TYPE (BearingsEvidence, bearings_evidence, G_TYPE_OBJECT)

static void
reason_free (gpointer data)
{
  bearings_record_struct_free (&bearings_certainty_reason_type, data);
}

static BearingsEvidence *
evidence_new (gpointer record, BearingsChannel channel, BearingsDirectness directness)
{
  BearingsEvidence *self = g_object_new (BEARINGS_TYPE_EVIDENCE, NULL);

  self->record = bearings_record_ref (record);
  self->channel = channel;
  self->directness = directness;
  return self;
}

static void
add_reason (BearingsEvidence *self, BearingsReason domain, gint64 steps, const char *note)
{
  BearingsCertaintyReason *reason = bearings_record_struct_new (&bearings_certainty_reason_type);

  reason->domain = domain;
  reason->steps = steps;
  reason->note = g_strdup (note);
  g_ptr_array_add (self->reasons, reason);
  self->certainty = MAX ((int) self->certainty - (int) steps, BEARINGS_CERTAINTY_VERY_LOW);
}

static void
bearings_evidence_finalize (GObject *object)
{
  BearingsEvidence *self = BEARINGS_EVIDENCE (object);

  if (self->own_figure != NULL)
    bearings_record_struct_free (&bearings_figure_type, self->own_figure);
  g_ptr_array_unref (self->reasons);
  g_free (self->statement);
  g_free (self->directness_reason);
  bearings_record_unref (self->record);
  G_OBJECT_CLASS (bearings_evidence_parent_class)->finalize (object);
}

static void
bearings_evidence_class_init (BearingsEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_evidence_finalize;
}

static void
bearings_evidence_init (BearingsEvidence *self)
{
  self->reasons = g_ptr_array_new_with_free_func (reason_free);
}

BearingsEvidence *
bearings_evidence_new_claim (BearingsClaim *claim,
                             BearingsDirectness directness,
                             const char *directness_reason)
{
  BearingsEvidence *self = evidence_new (claim, claim->channel, directness);

  self->statement = g_strdup (claim->statement);
  self->directness_reason = g_strdup (directness_reason);
  self->source_id = claim->source;
  self->design = claim->design;
  self->direction = claim->direction;
  self->hedge = claim->hedge;
  for (guint i = 0; i < claim->certainty_reasons->len; i++) {
    BearingsCertaintyReason *reason = g_ptr_array_index (claim->certainty_reasons, i);
    add_reason (self, reason->domain, reason->steps, reason->note);
  }
  self->certainty = bearings_certainty_of_claim (claim);
  return self;
}

BearingsEvidence *
bearings_evidence_new_posting_share (BearingsPostingShare *share,
                                     const char *role_title,
                                     const char *skill_name)
{
  BearingsEvidence *self =
    evidence_new (share, BEARINGS_CHANNEL_POSTING_LANGUAGE, BEARINGS_DIRECTNESS_DIRECT);
  gboolean everywhere = g_str_equal (share->scope, "all");

  self->source_id = share->source;
  self->design = BEARINGS_DESIGN_POSTINGS_COUNT;
  self->direction = BEARINGS_DIRECTION_FAVOURS;
  self->hedge = BEARINGS_HEDGE_STATED;
  self->own_figure = bearings_record_struct_new (&bearings_figure_type);
  self->own_figure->metric = g_strdup (_ ("share of postings that name the skill"));
  bearings_figure_set_share (self->own_figure, share->k, share->n, _ ("postings"));
  self->own_figure->referent = bearings_posting_share_referent (share, role_title);
  self->statement = everywhere
                      /* Translators: skill, role title, year. */
                      ? g_strdup_printf (_ ("Postings for %2$s that name %1$s, %3$s"), skill_name,
                                         role_title, share->year)
                      /* Translators: skill, role title, country code, year. */
                      : g_strdup_printf (_ ("Postings for %2$s in %3$s that name %1$s, %4$s"),
                                         skill_name, role_title, share->scope, share->year);
  self->directness_reason = g_strdup (_ ("Counts this skill in postings for this role."));
  self->certainty = bearings_certainty_start (BEARINGS_DESIGN_POSTINGS_COUNT);
  add_reason (self, BEARINGS_REASON_RISK_OF_BIAS, 1,
              _ ("Postings that one collector found, with skills found by keyword: which postings "
                 "are missing is not known."));
  if (self->own_figure->high - self->own_figure->low > 20)
    add_reason (self, BEARINGS_REASON_IMPRECISION, 1,
                _ ("The interval is wider than 20 percentage points."));
  return self;
}

BearingsEvidence *
bearings_evidence_new_use_share (BearingsUseShare *share,
                                 const char *role_title,
                                 const char *skill_name)
{
  BearingsEvidence *self =
    evidence_new (share, BEARINGS_CHANNEL_USE_AT_WORK, BEARINGS_DIRECTNESS_DIRECT);

  self->source_id = share->source;
  self->design = BEARINGS_DESIGN_SURVEY;
  self->direction = BEARINGS_DIRECTION_FAVOURS;
  self->hedge = BEARINGS_HEDGE_STATED;
  self->own_figure = bearings_record_struct_new (&bearings_figure_type);
  self->own_figure->metric = g_strdup (_ ("share of respondents who use the skill regularly"));
  bearings_figure_set_share (self->own_figure, share->k, share->n, _ ("people"));
  /* Translators: population, year. */
  self->own_figure->referent = g_strdup_printf (_ ("of %s, %s"), share->population, share->year);
  /* Translators: role title, skill, year. */
  self->statement = g_strdup_printf (_ ("People in the role “%s” who use %s regularly, %s"),
                                     role_title, skill_name, share->year);
  self->directness_reason = g_strdup (_ ("Asks people in this role about this skill."));
  self->certainty = bearings_certainty_start (BEARINGS_DESIGN_SURVEY);
  add_reason (self, BEARINGS_REASON_RISK_OF_BIAS, 2,
              _ ("Self-selected respondents: not a probability sample of the role."));
  if (self->own_figure->high - self->own_figure->low > 20)
    add_reason (self, BEARINGS_REASON_IMPRECISION, 1,
                _ ("The interval is wider than 20 percentage points."));
  return self;
}

BearingsEvidence *
bearings_evidence_new_vacancy_share (BearingsVacancyShare *share,
                                     const char *occupation_title,
                                     const BearingsSkill *skill)
{
  /* An element of the occupation database is wider than the word that was looked for. */
  gboolean wider = skill->kind == BEARINGS_SKILL_KNOWLEDGE || skill->category == NULL;
  BearingsEvidence *self =
    evidence_new (share, BEARINGS_CHANNEL_POSTING_LANGUAGE,
                  wider ? BEARINGS_DIRECTNESS_ADJACENT : BEARINGS_DIRECTNESS_DIRECT);
  g_autofree char *agencies = g_strdup_printf (
    ngettext ("%d agency", "%d agencies", (gulong) share->agencies), (int) share->agencies);

  self->source_id = share->source;
  self->design = BEARINGS_DESIGN_POSTINGS_COUNT;
  self->direction = BEARINGS_DIRECTION_FAVOURS;
  self->hedge = BEARINGS_HEDGE_STATED;
  self->own_figure = bearings_record_struct_new (&bearings_figure_type);
  self->own_figure->metric = g_strdup (_ ("share of vacancy texts that name it"));
  bearings_figure_set_share (self->own_figure, share->k, share->n, _ ("texts"));
  /* Translators: whose vacancies, what was counted ("cook"), year, "16 agencies". */
  self->own_figure->referent = g_strdup_printf (_ ("%s: “%s”, %s, %s"), share->population,
                                                share->group, share->year, agencies);
  /* Translators: occupation, words looked for ("Microsoft Excel"), "16 agencies", year. */
  self->statement = g_strdup_printf (_ ("Vacancy texts for %1$s that name %2$s, from %3$s, %4$s"),
                                     occupation_title, share->words, agencies, share->year);
  if (wider)
    /* Translators: words looked for, skill. */
    self->directness_reason = g_strdup_printf (
      _ (
        "Counts texts of vacancies for this occupation that name %1$s, which is only part of %2$s; "
        "a text may name it without asking for it."),
      share->words, skill->name);
  else
    /* Translators: words looked for. */
    self->directness_reason =
      g_strdup_printf (_ ("Counts texts of vacancies for this occupation that name %s; a text may "
                          "name it without asking for it."),
                       share->words);
  self->certainty = bearings_certainty_start (BEARINGS_DESIGN_POSTINGS_COUNT);
  add_reason (self, BEARINGS_REASON_RISK_OF_BIAS, 1,
              _ ("Vacancies of one public employer: other employers may name other things."));
  add_reason (self, BEARINGS_REASON_IMPRECISION, share->high - share->low > 20 ? 2 : 1,
              _ ("Agencies use one text again and again, so there are fewer opinions than texts, "
                 "and the interval is too narrow."));
  return self;
}

BearingsEvidence *
bearings_evidence_new_flags (BearingsOccupationSkill *row,
                             const char *occupation_title,
                             const char *skill_name)
{
  BearingsEvidence *self =
    evidence_new (row, BEARINGS_CHANNEL_POSTING_LANGUAGE, BEARINGS_DIRECTNESS_DIRECT);
  const char *flags;

  if (row->hot == BEARINGS_YES && row->in_demand == BEARINGS_YES)
    flags = _ ("Hot technology and In demand");
  else if (row->hot == BEARINGS_YES)
    flags = _ ("Hot technology");
  else if (row->in_demand == BEARINGS_YES)
    flags = _ ("In demand");
  else
    flags = _ ("listed, without a flag");
  self->source_id = row->source;
  self->design = BEARINGS_DESIGN_ADMINISTRATIVE;
  self->direction =
    row->in_demand == BEARINGS_YES ? BEARINGS_DIRECTION_FAVOURS : BEARINGS_DIRECTION_NONE;
  self->hedge = BEARINGS_HEDGE_STATED;
  self->own_figure = bearings_record_struct_new (&bearings_figure_type);
  self->own_figure->metric = g_strdup (_ ("flags of the occupation database"));
  self->own_figure->missing = BEARINGS_MISSING_QUALITATIVE;
  self->own_figure->missing_note = g_strdup (flags);
  /* Translators: skill, occupation, flags. */
  self->statement = g_strdup_printf (_ ("%s for %s: %s"), skill_name, occupation_title, flags);
  self->directness_reason = g_strdup (_ ("Flags this skill for this occupation."));
  self->certainty = bearings_certainty_start (BEARINGS_DESIGN_ADMINISTRATIVE);
  add_reason (self, BEARINGS_REASON_IMPRECISION, 1,
              _ ("A yes/no flag: the share behind it is not published."));
  add_reason (self, BEARINGS_REASON_INDIRECTNESS, 1,
              _ ("Stands for a whole occupation, wider than the role."));
  return self;
}

BearingsEvidence *
bearings_evidence_new_rating (BearingsOccupationSkill *row,
                              const char *occupation_title,
                              const char *skill_name,
                              gboolean wider)
{
  BearingsEvidence *self =
    evidence_new (row, BEARINGS_CHANNEL_USE_AT_WORK, BEARINGS_DIRECTNESS_DIRECT);
  const BearingsRating *rating = &row->importance;
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  self->own_figure = figure;
  self->source_id = row->source;
  self->design = BEARINGS_DESIGN_SURVEY;
  self->direction = BEARINGS_DIRECTION_NONE;
  self->hedge = BEARINGS_HEDGE_STATED;
  figure->metric = g_strdup (_ ("mean rating of importance"));
  figure->value = rating->value;
  figure->missing = rating->missing;
  if (isnan (rating->value) && rating->missing == 0)
    figure->missing = BEARINGS_MISSING_NOT_PUBLISHED;
  /* Translators: unit of a rating. */
  figure->unit = g_strdup (_ ("on a scale from 1 to 5"));
  figure->low = rating->low;
  figure->high = rating->high;
  figure->level = isnan (rating->low) ? NAN : 95;
  figure->se = rating->se;
  figure->interval =
    isnan (rating->low) ? BEARINGS_INTERVAL_NOT_PUBLISHED : BEARINGS_INTERVAL_SOURCE;
  figure->total = rating->n;
  if (bearings_record_integer_is_set (rating->n))
    figure->total_unit = g_strdup (_ ("raters"));
  /* Translators: who rated ("Incumbent"), occupation. */
  figure->referent = row->basis != NULL ? g_strdup_printf (_ ("rated for %2$s by: %1$s"),
                                                           row->basis, occupation_title)
                                        : g_strdup (occupation_title);
  /* Translators: skill, occupation. */
  self->statement = g_strdup_printf (_ ("Importance of %s for %s"), skill_name, occupation_title);
  self->directness_reason = g_strdup (_ ("Rates this element for this occupation."));
  self->certainty = bearings_certainty_start (BEARINGS_DESIGN_SURVEY);
  if (wider)
    add_reason (self, BEARINGS_REASON_INDIRECTNESS, 1,
                _ ("Stands for a whole occupation, wider than the role."));
  if (bearings_record_integer_is_set (rating->n) && rating->n < 30)
    add_reason (self, BEARINGS_REASON_IMPRECISION, 1, _ ("Fewer than 30 raters."));
  return self;
}

BearingsRecord *
bearings_evidence_get_record (BearingsEvidence *self)
{
  return self->record;
}

BearingsClaim *
bearings_evidence_get_claim (BearingsEvidence *self)
{
  return self->record->type->kind == BEARINGS_RECORD_CLAIM ? (BearingsClaim *) self->record : NULL;
}

const char *
bearings_evidence_get_id (BearingsEvidence *self)
{
  return self->record->id;
}

const char *
bearings_evidence_get_statement (BearingsEvidence *self)
{
  return self->statement;
}

BearingsChannel
bearings_evidence_get_channel (BearingsEvidence *self)
{
  return self->channel;
}

const BearingsFigure *
bearings_evidence_get_figure (BearingsEvidence *self)
{
  return self->own_figure != NULL ? self->own_figure : &((BearingsClaim *) self->record)->finding;
}

BearingsDirectness
bearings_evidence_get_directness (BearingsEvidence *self)
{
  return self->directness;
}

const char *
bearings_evidence_get_directness_reason (BearingsEvidence *self)
{
  return self->directness_reason;
}

BearingsCertainty
bearings_evidence_get_certainty (BearingsEvidence *self)
{
  return self->certainty;
}

GPtrArray *
bearings_evidence_get_certainty_reasons (BearingsEvidence *self)
{
  return self->reasons;
}

BearingsDesign
bearings_evidence_get_design (BearingsEvidence *self)
{
  return self->design;
}

BearingsDirection
bearings_evidence_get_direction (BearingsEvidence *self)
{
  return self->direction;
}

BearingsHedge
bearings_evidence_get_hedge (BearingsEvidence *self)
{
  return self->hedge;
}

const char *
bearings_evidence_get_source_id (BearingsEvidence *self)
{
  return self->source_id;
}
