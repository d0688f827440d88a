/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers made from the claims of a page, no two of them alike. */

#include "bearings-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-format.h"
#include "bearings-reach.h"
#include "bearings-words.h"

/* Makes questions and keeps those that are not like one before. */
typedef struct {
  GPtrArray *questions; /* BearingsQuestion */
  GHashTable *seen;     /* folded questions and answers */
} Maker;

void
bearings_question_free (BearingsQuestion *question)
{
  g_free (question->id);
  g_free (question->question);
  g_free (question->answer);
  g_free (question->record);
  g_free (question);
}

const char *
bearings_question_kind_nick (BearingsQuestionKind kind)
{
  static const char *const nicks[] = { "",           "channel",  "finding", "meaning",
                                       "certainty",  "scope",    "limits",  "again",
                                       "definition", "nearness", "popular" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), "");
  return nicks[kind];
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
bearings_question_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (apart != NULL ? apart : text, -1);
  g_autoptr (GString) spaced = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_auto (GStrv) parts = NULL;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_ismark (c))
      continue;
    /* A sign makes another number, and another language of C. */
    if (g_unichar_isalnum (c) || c == '+' || c == '#' || c == 0x2212)
      g_string_append_unichar (spaced, c);
    else
      g_string_append_c (spaced, ' ');
  }
  parts = g_strsplit (spaced->str, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, parts[i]);
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static void
maker_init (Maker *maker)
{
  maker->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_question_free);
  maker->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GPtrArray *
maker_finish (Maker *maker)
{
  g_hash_table_unref (maker->seen);
  return maker->questions;
}

/* Takes @question and @answer; drops them when there is no answer or one of them was there. */
static void
take (Maker *maker,
      BearingsQuestionKind kind,
      const char *about,
      char *question,
      char *answer,
      BearingsRecordKind opens,
      const char *record)
{
  g_autofree char *asks = bearings_question_fold (question);
  g_autofree char *says = answer != NULL ? bearings_question_fold (answer) : g_strdup ("");
  BearingsQuestion *made;

  if (*says == '\0' || g_hash_table_contains (maker->seen, asks) ||
      g_hash_table_contains (maker->seen, says)) {
    g_free (question);
    g_free (answer);
    return;
  }
  g_hash_table_add (maker->seen, g_steal_pointer (&asks));
  g_hash_table_add (maker->seen, g_steal_pointer (&says));
  made = g_new0 (BearingsQuestion, 1);
  made->kind = kind;
  made->id = g_strdup_printf ("%s/%s", bearings_question_kind_nick (kind), about);
  made->question = question;
  made->answer = answer;
  made->opens = opens;
  made->record = g_strdup (record);
  g_ptr_array_add (maker->questions, made);
}

static void
take_of_claim (Maker *maker,
               BearingsQuestionKind kind,
               const BearingsClaim *claim,
               const char *about,
               char *question,
               char *answer)
{
  take (maker, kind, about != NULL ? about : claim->record.id, question, answer,
        BEARINGS_RECORD_CLAIM, claim->record.id);
}

/* "“change in mean task time” (professionals with a chat assistant against …)": what the other
 * questions are about. Many claims measure the same of other people, so the referent belongs to
 * it; a text that measures nothing is named by whom it concerns and who says so. */
static char *
subject_of (const BearingsClaim *claim, const BearingsSource *source)
{
  const BearingsFigure *figure = &claim->finding;
  g_autofree char *who = source != NULL ? bearings_format_source_short (source) : NULL;
  gboolean measured = figure->missing != BEARINGS_MISSING_NOT_APPLICABLE && figure->metric != NULL;
  const char *what = measured ? figure->metric : figure->referent;

  if (what == NULL)
    what = claim->statement;
  if (measured && figure->referent != NULL)
    /* Translators: what was measured; of whom, compared with what, when. */
    return g_strdup_printf (_ ("“%s” (%s)"), what, figure->referent);
  if (who == NULL)
    /* Translators: %s is what was measured. */
    return g_strdup_printf (_ ("“%s”"), what);
  /* Translators: whom a rule concerns, then who says so and when. */
  return g_strdup_printf (_ ("“%s” from %s"), what, who);
}

static void
ask_finding (Maker *maker, const BearingsClaim *claim, const char *subject)
{
  const BearingsFigure *figure = &claim->finding;
  char *question;

  if (figure->missing == BEARINGS_MISSING_NOT_APPLICABLE)
    /* Translators: %s is whom a rule concerns, with its source. */
    question = g_strdup_printf (_ ("What is laid down or stated about %s?"), subject);
  else if (!bearings_figure_has_value (figure))
    /* Translators: %s is what was studied, with its source. */
    question = g_strdup_printf (_ ("What came out on %s?"), subject);
  else
    /* Translators: %s is what was measured, with its source. */
    question = g_strdup_printf (_ ("What is the figure for %s?"), subject);
  take_of_claim (maker, BEARINGS_QUESTION_FINDING, claim, NULL, question,
                 g_strdup (claim->statement));
}

static const char *
referent_of (const BearingsClaim *claim)
{
  return claim->finding.referent != NULL ? claim->finding.referent : claim->statement;
}

/* Texts that two claims may share stand beside whom they are about; NULL when there is no text. */
static char *
about_whom (const BearingsClaim *claim, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  g_autofree char *sentence = NULL;

  if (length == 0)
    return NULL;
  sentence = g_strdup_printf ("%s%s", text, strchr (".!?", text[length - 1]) == NULL ? "." : "");
  /* Translators: a sentence; of whom, compared with what, when. */
  return g_strdup_printf (_ ("%s (%s)"), sentence, referent_of (claim));
}

static void
ask_meaning (Maker *maker, const BearingsClaim *claim, const char *subject)
{
  take_of_claim (
    maker, BEARINGS_QUESTION_MEANING, claim, NULL,
    g_strdup_printf (_ ("What follows from %s for a person who looks for work?"), subject),
    about_whom (claim, claim->implication));
}

static void
ask_limits (Maker *maker, const BearingsClaim *claim, const char *subject)
{
  take_of_claim (maker, BEARINGS_QUESTION_LIMITS, claim, NULL,
                 g_strdup_printf (_ ("What are the limits of %s?"), subject),
                 about_whom (claim, claim->limits));
}

static void
ask_certainty (Maker *maker, const BearingsClaim *claim, const char *subject)
{
  g_autoptr (GString) answer = g_string_new (NULL);

  /* Translators: certainty, design, of whom and when it was measured. */
  g_string_append_printf (
    answer, _ ("%s. %s; %s."), bearings_words_certainty_title (bearings_certainty_of_claim (claim)),
    claim->design != 0 ? bearings_words_design_title (claim->design) : _ ("No design on record"),
    referent_of (claim));
  for (guint i = 0; i < claim->certainty_reasons->len; i++) {
    const BearingsCertaintyReason *reason = claim->certainty_reasons->pdata[i];

    /* Translators: a reason to be less sure, such as "Risk of bias", and why. */
    g_string_append_printf (answer, _ (" %s: %s"), bearings_words_reason_title (reason->domain),
                            reason->note != NULL ? reason->note : _ ("no note."));
  }
  take_of_claim (maker, BEARINGS_QUESTION_CERTAINTY, claim, NULL,
                 g_strdup_printf (_ ("How sure is %s?"), subject),
                 g_string_free_and_steal (g_steal_pointer (&answer)));
}

static void
ask_scope (Maker *maker, const BearingsClaim *claim, const char *subject)
{
  g_autofree char *sample = bearings_format_sample (&claim->sample);
  g_autofree char *people = about_whom (claim, claim->population);

  if (people == NULL)
    return;
  if (claim->sample.missing == BEARINGS_MISSING_NOT_APPLICABLE)
    take_of_claim (maker, BEARINGS_QUESTION_SCOPE, claim, NULL,
                   /* Translators: %s is a rule or a state of affairs, with its source. */
                   g_strdup_printf (_ ("Whom does %s concern?"), subject),
                   g_steal_pointer (&people));
  else
    take_of_claim (maker, BEARINGS_QUESTION_SCOPE, claim, NULL,
                   g_strdup_printf (_ ("Of whom does %s speak?"), subject),
                   /* Translators: who was studied; how many. */
                   g_strdup_printf (_ ("%s Sample: %s."), people, sample));
}

/* Nobody looked: there is no answer, and so no question. */
static void
ask_again (Maker *maker, const BearingsClaim *claim, const char *subject)
{
  const BearingsReplication *replication = &claim->replication;
  g_autofree char *head = NULL;
  char *answer;

  if (!bearings_record_integer_is_set (replication->count))
    return;
  if (replication->count == 0)
    /* Translators: %s is of whom and when it was measured. */
    head = g_strdup_printf (_ ("Nothing was found that repeats it: %s."), referent_of (claim));
  else
    head = g_strdup_printf (
      /* Translators: how many; of whom and when it was first measured. */
      ngettext ("%d replication or related study is on record for: %s.",
                "%d replications or related studies are on record for: %s.", replication->count),
      (int) replication->count, referent_of (claim));
  if (replication->count > 0 && replication->note != NULL)
    answer = g_strdup_printf ("%s %s", head, replication->note);
  else
    answer = g_steal_pointer (&head);
  take_of_claim (maker, BEARINGS_QUESTION_AGAIN, claim, NULL,
                 g_strdup_printf (_ ("Has anybody found %s again?"), subject), answer);
}

static void
ask_definition (Maker *maker, const BearingsClaim *claim, const char *subject)
{
  g_autofree char *note = about_whom (claim, claim->boundary_note);

  if (claim->boundary == 0 || note == NULL)
    return;
  take_of_claim (
    maker, BEARINGS_QUESTION_DEFINITION, claim, NULL,
    g_strdup_printf (_ ("By whose definition does %s go?"), subject),
    /* Translators: whose definition; what changes under another one. */
    g_strdup_printf (_ ("%s. %s"), bearings_words_boundary_title (claim->boundary), note));
}

/* Names that mean two things in the catalogue say which. */
static char *
skill_name (const BearingsSkill *skill)
{
  const char *kind = bearings_words_skill_kind_title (skill->kind);

  if (skill->kind == BEARINGS_SKILL_TECHNOLOGY || *kind == '\0')
    return g_strdup (skill->name);
  /* Translators: name of a skill, its kind: "Mathematics (Knowledge)". */
  return g_strdup_printf (_ ("%s (%s)"), skill->name, kind);
}

static void
ask_nearness (Maker *maker,
              const BearingsClaim *claim,
              const char *subject,
              const char *about,
              const char *page,
              BearingsDirectness level,
              const char *reason)
{
  g_autofree char *why = about_whom (claim, reason);

  if (why == NULL)
    return;
  take_of_claim (
    maker, BEARINGS_QUESTION_NEARNESS, claim, about,
    /* Translators: what was measured, and of whom; a skill and a career. */
    g_strdup_printf (_ ("Is %s about %s?"), subject, page),
    /* Translators: "Direct", "Adjacent" or "Context"; a skill and a career; why. */
    g_strdup_printf (_ ("%s for %s. %s"), bearings_words_directness_title (level), page, why));
}

static const char *
title_of (GHashTable *titles, const char *id)
{
  const char *title = id != NULL ? g_hash_table_lookup (titles, id) : NULL;

  return title != NULL ? title : id;
}

/* "Python for Machine Learning Engineer", "Python, in any career" */
static char *
page_of_row (const BearingsClaimDirectness *row, GHashTable *titles)
{
  const char *skill = title_of (titles, bearings_reach_skill_side (row));
  const char *career = title_of (titles, bearings_reach_career_side (row));

  if (skill != NULL && career != NULL)
    return g_strdup_printf (_ ("%s for %s"), skill, career);
  if (skill != NULL)
    return g_strdup_printf (_ ("%s, in any career"), skill);
  if (career != NULL)
    return g_strdup_printf (_ ("%s, any skill"), career);
  return g_strdup (_ ("any skill in any career"));
}

GPtrArray *
bearings_questions_of_claim_page (const BearingsClaimPage *page)
{
  const BearingsClaim *claim = page->claim;
  g_autofree char *subject = subject_of (claim, page->source);
  Maker maker;

  maker_init (&maker);
  ask_finding (&maker, claim, subject);
  ask_meaning (&maker, claim, subject);
  ask_certainty (&maker, claim, subject);
  ask_scope (&maker, claim, subject);
  ask_limits (&maker, claim, subject);
  ask_again (&maker, claim, subject);
  ask_definition (&maker, claim, subject);
  for (guint i = 0; i < claim->directness->len; i++) {
    const BearingsClaimDirectness *row = claim->directness->pdata[i];
    g_autofree char *where = page_of_row (row, page->titles);
    const char *skill = bearings_reach_skill_side (row);
    const char *career = bearings_reach_career_side (row);
    g_autofree char *about = g_strdup_printf (
      "%s/%s/%s", claim->record.id, skill != NULL ? skill : "", career != NULL ? career : "");
    ask_nearness (&maker, claim, subject, about, where, row->level, row->reason);
  }
  return maker_finish (&maker);
}

static char *
channel_question (BearingsChannel channel, const char *skill, const char *career)
{
  switch (channel) {
  case BEARINGS_CHANNEL_POSTING_LANGUAGE:
    /* Translators: in each of these a skill, then a career. */
    return g_strdup_printf (_ ("Do job postings ask for %s in the career %s?"), skill, career);
  case BEARINGS_CHANNEL_USE_AT_WORK:
    return g_strdup_printf (_ ("Is %s used at work in the career %s?"), skill, career);
  case BEARINGS_CHANNEL_CALLBACKS:
    return g_strdup_printf (_ ("Does naming %s bring more interview invitations in the career %s?"),
                            skill, career);
  case BEARINGS_CHANNEL_PAY:
    return g_strdup_printf (_ ("Is pay different with %s in the career %s?"), skill, career);
  case BEARINGS_CHANNEL_DEMAND:
    return g_strdup_printf (_ ("Is demand for %s known in the career %s?"), skill, career);
  case BEARINGS_CHANNEL_TIME_TO_PROFICIENCY:
    return g_strdup_printf (_ ("How long does it take to learn %s for the career %s?"), skill,
                            career);
  case BEARINGS_CHANNEL_AI_CHANGE:
    return g_strdup_printf (_ ("What does AI change about %s in the career %s?"), skill, career);
  default:
    return g_strdup_printf ("%s %s, %s?", bearings_words_channel_question (channel), skill, career);
  }
}

/* Nothing to open, nothing to ask: a channel without evidence is told as such on the page. */
static void
ask_channel (Maker *maker,
             const BearingsChannelAnswer *answer,
             const char *skill,
             const char *career,
             const char *page_id)
{
  BearingsClaim *claim = answer->best != NULL ? bearings_evidence_get_claim (answer->best) : NULL;
  const char *source = answer->best != NULL ? bearings_evidence_get_source_id (answer->best) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *about = NULL;

  if (claim == NULL && source == NULL)
    return;
  text = bearings_channel_answer_text (answer);
  about = g_strdup_printf ("%s/%s", page_id,
                           bearings_enums_nick (&bearings_channel_type, (int) answer->channel));
  take (maker, BEARINGS_QUESTION_CHANNEL, about, channel_question (answer->channel, skill, career),
        /* Translators: "Measured directly"; a skill; a career; the channel; the answer. */
        g_strdup_printf (_ ("%s (%s for %s, %s). %s"), bearings_answer_state_title (answer->state),
                         skill, career, bearings_words_channel (answer->channel), text),
        claim != NULL ? BEARINGS_RECORD_CLAIM : BEARINGS_RECORD_SOURCE,
        claim != NULL ? claim->record.id : source);
}

static void
ask_popular (Maker *maker, const BearingsRegisterEntry *entry)
{
  g_autofree char *searched =
    entry->searched != NULL ? bearings_format_date (entry->searched) : NULL;
  g_autoptr (GString) answer = g_string_new (bearings_words_verdict_title (entry->verdict));

  g_string_append_c (answer, '.');
  if (entry->verdict_note != NULL)
    g_string_append_printf (answer, " %s", entry->verdict_note);
  if (searched != NULL)
    /* Translators: %s is a date. */
    g_string_append_printf (answer, _ (" Last searched for an origin: %s."), searched);
  take (maker, BEARINGS_QUESTION_POPULAR, entry->record.id,
        /* Translators: %s is a popular sentence. */
        g_strdup_printf (_ ("Is it true: “%s”?"), entry->popular_wording),
        g_string_free_and_steal (g_steal_pointer (&answer)), BEARINGS_RECORD_REGISTER_ENTRY,
        entry->record.id);
}

static gboolean
carries_an_answer (const BearingsSkillPage *page, BearingsEvidence *evidence)
{
  for (guint i = 0; i < page->answers->len; i++)
    if (((const BearingsChannelAnswer *) page->answers->pdata[i])->best == evidence)
      return TRUE;
  return FALSE;
}

/* The questions of one claim on the page of a skill. */
static void
ask_of_evidence (Maker *maker,
                 const BearingsSkillPage *page,
                 const char *where,
                 const char *page_id,
                 BearingsEvidence *evidence,
                 gboolean carries)
{
  BearingsClaim *claim = bearings_evidence_get_claim (evidence);
  g_autofree char *subject = NULL;
  g_autofree char *about = NULL;

  if (claim == NULL)
    return;
  subject = subject_of (
    claim, claim->source != NULL ? g_hash_table_lookup (page->sources, claim->source) : NULL);
  if (carries) {
    ask_meaning (maker, claim, subject);
    ask_certainty (maker, claim, subject);
    return;
  }
  if (bearings_evidence_get_directness (evidence) == BEARINGS_DIRECTNESS_DIRECT) {
    ask_finding (maker, claim, subject);
    return;
  }
  about = g_strdup_printf ("%s/%s", claim->record.id, page_id);
  ask_nearness (maker, claim, subject, about, where, bearings_evidence_get_directness (evidence),
                bearings_evidence_get_directness_reason (evidence));
}

GPtrArray *
bearings_questions_of_skill_page (const BearingsSkillPage *page)
{
  g_autofree char *skill = skill_name (page->skill);
  const char *career = bearings_skill_page_career_title (page);
  const BearingsRecord *subject =
    page->role != NULL ? &page->role->record : &page->occupation->record;
  /* Translators: a skill, then a career. */
  g_autofree char *where = g_strdup_printf (_ ("%s for %s"), skill, career);
  g_autofree char *page_id = g_strdup_printf ("%s/%s", page->skill->record.id, subject->id);
  Maker maker;

  maker_init (&maker);
  for (guint i = 0; i < page->answers->len; i++)
    ask_channel (&maker, page->answers->pdata[i], skill, career, page_id);
  for (guint i = 0; i < page->evidence->len; i++)
    if (carries_an_answer (page, page->evidence->pdata[i]))
      ask_of_evidence (&maker, page, where, page_id, page->evidence->pdata[i], TRUE);
  for (guint i = 0; i < page->register_entries->len; i++)
    ask_popular (&maker, page->register_entries->pdata[i]);
  for (guint i = 0; i < page->evidence->len; i++)
    if (!carries_an_answer (page, page->evidence->pdata[i]))
      ask_of_evidence (&maker, page, where, page_id, page->evidence->pdata[i], FALSE);
  return maker_finish (&maker);
}
