/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraph at the top of a page: the answer in plain words. */

#include "bearings-answer.h"

#include <glib/gi18n-lib.h>

#include "bearings-words.h"

BearingsShareWord
bearings_share_word (double low, double high)
{
  if (low >= 90)
    return BEARINGS_SHARE_NEARLY_ALL;
  if (low >= 50)
    return BEARINGS_SHARE_MOST;
  if (high <= 10)
    return BEARINGS_SHARE_FEW;
  if (high < 50)
    return BEARINGS_SHARE_LESS_THAN_HALF;
  return BEARINGS_SHARE_ABOUT_HALF;
}

static char *
posting_sentence (BearingsShareWord word, const char *skill, const char *role)
{
  switch (word) {
  case BEARINGS_SHARE_NEARLY_ALL:
    /* Translators: in each of these the role is first, the skill second. */
    return g_strdup_printf (_ ("Nearly all postings counted for %s name %s."), role, skill);
  case BEARINGS_SHARE_MOST:
    return g_strdup_printf (_ ("Most postings counted for %s name %s."), role, skill);
  case BEARINGS_SHARE_ABOUT_HALF:
    return g_strdup_printf (_ ("About half of the postings counted for %s name %s."), role, skill);
  case BEARINGS_SHARE_LESS_THAN_HALF:
    return g_strdup_printf (_ ("Less than half of the postings counted for %s name %s."), role,
                            skill);
  case BEARINGS_SHARE_FEW:
    return g_strdup_printf (_ ("Few postings counted for %s name %s."), role, skill);
  }
  g_return_val_if_reached (NULL);
}

static char *
use_sentence (BearingsShareWord word, const char *skill)
{
  switch (word) {
  case BEARINGS_SHARE_NEARLY_ALL:
    /* Translators: %s is a skill. */
    return g_strdup_printf (_ ("Nearly all people surveyed in the role use %s regularly."), skill);
  case BEARINGS_SHARE_MOST:
    return g_strdup_printf (_ ("Most people surveyed in the role use %s regularly."), skill);
  case BEARINGS_SHARE_ABOUT_HALF:
    return g_strdup_printf (_ ("About half of the people surveyed in the role use %s regularly."),
                            skill);
  case BEARINGS_SHARE_LESS_THAN_HALF:
    return g_strdup_printf (
      _ ("Less than half of the people surveyed in the role use %s regularly."), skill);
  case BEARINGS_SHARE_FEW:
    return g_strdup_printf (_ ("Few people surveyed in the role use %s regularly."), skill);
  }
  g_return_val_if_reached (NULL);
}

static char *
direct_sentence (const BearingsChannelAnswer *answer, const char *skill, const char *role)
{
  const BearingsFigure *figure = bearings_evidence_get_figure (answer->best);

  switch (bearings_evidence_get_record (answer->best)->type->kind) {
  case BEARINGS_RECORD_POSTING_SHARE:
    return posting_sentence (bearings_share_word (figure->low, figure->high), skill, role);
  case BEARINGS_RECORD_VACANCY_SHARE: {
    const BearingsVacancyShare *share =
      (const BearingsVacancyShare *) bearings_evidence_get_record (answer->best);
    /* Translators: how many texts; of how many; words looked for; career; number of agencies;
     * year. */
    return g_strdup_printf (
      ngettext ("%1$d of %2$d vacancy texts of %6$s for %4$s name %3$s (%5$d agency).",
                "%1$d of %2$d vacancy texts of %6$s for %4$s name %3$s (%5$d agencies).",
                (gulong) share->agencies),
      (int) share->k, (int) share->n, share->words, role, (int) share->agencies, share->year);
  }
  case BEARINGS_RECORD_USE_SHARE:
    return use_sentence (bearings_share_word (figure->low, figure->high), skill);
  case BEARINGS_RECORD_OCCUPATION_SKILL:
    if (figure->missing == BEARINGS_MISSING_QUALITATIVE)
      /* Translators: skill, role, flags such as "Hot technology". */
      return g_strdup_printf (_ ("The occupation database marks %s for %s: %s."), skill, role,
                              figure->missing_note);
    /* Translators: skill, role. */
    return g_strdup_printf (_ ("A panel has rated how important %s is for %s."), skill, role);
  default:
    /* Translators: name of a channel, such as "pay". */
    return g_strdup_printf (_ ("Measured directly: %s."), bearings_words_channel (answer->channel));
  }
}

/* "posting language and use at work" */
static char *
join_channels (GPtrArray *answers, BearingsAnswerState first, BearingsAnswerState second)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = NULL;
  const char *last;

  for (guint i = 0; i < answers->len; i++) {
    const BearingsChannelAnswer *answer = g_ptr_array_index (answers, i);
    if (answer->state == first || answer->state == second)
      g_ptr_array_add (names, g_strdup (bearings_words_channel (answer->channel)));
  }
  if (names->len == 0)
    return NULL;
  if (names->len == 1)
    return g_strdup (g_ptr_array_index (names, 0));
  last = g_ptr_array_index (names, names->len - 1);
  {
    GString *text = g_string_new (g_ptr_array_index (names, 0));
    for (guint i = 1; i + 1 < names->len; i++)
      g_string_append_printf (text, ", %s", (char *) g_ptr_array_index (names, i));
    head = g_string_free_and_steal (text);
  }
  /* Translators: joins the last two parts of a list. */
  return g_strdup_printf (_ ("%s and %s"), head, last);
}

static void
add_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

char *
bearings_answer_text (GPtrArray *answers, const char *skill_name, const char *role_title)
{
  const struct {
    BearingsAnswerState first, second;
    const char *says;
  } rest[] = {
    { BEARINGS_ANSWER_NOT_ESTABLISHED, BEARINGS_ANSWER_NOT_ESTABLISHED,
      _ ("Measured, but not established") },
    { BEARINGS_ANSWER_MIXED, BEARINGS_ANSWER_MIXED, _ ("Findings point both ways") },
    { BEARINGS_ANSWER_ADJACENT, BEARINGS_ANSWER_CONTEXT, _ ("Only neighbouring evidence") },
    { BEARINGS_ANSWER_NO_EVIDENCE, BEARINGS_ANSWER_NO_EVIDENCE, _ ("No evidence found") },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++) {
    const BearingsChannelAnswer *answer = g_ptr_array_index (answers, i);
    if (answer->state == BEARINGS_ANSWER_DIRECT) {
      g_autofree char *sentence = direct_sentence (answer, skill_name, role_title);
      add_sentence (text, sentence);
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++) {
    g_autofree char *channels = join_channels (answers, rest[i].first, rest[i].second);

    if (text->len == 0 && rest[i].first >= BEARINGS_ANSWER_ADJACENT)
      /* Translators: skill, role title. */
      g_string_append_printf (text, _ ("No evidence installed measures %s for %s directly."),
                              skill_name, role_title);
    if (channels != NULL) {
      /* Translators: what is known, then of which channels, such as "pay and demand". */
      g_autofree char *sentence = g_strdup_printf (_ ("%s: %s."), rest[i].says, channels);
      add_sentence (text, sentence);
    }
  }
  return g_string_free_and_steal (text);
}
