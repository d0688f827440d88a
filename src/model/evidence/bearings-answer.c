/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer of each channel, by a rule. */

#include "bearings-answer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-format.h"

static gint64
sample_size (BearingsEvidence *evidence)
{
  BearingsClaim *claim = bearings_evidence_get_claim (evidence);
  const BearingsFigure *figure = bearings_evidence_get_figure (evidence);

  if (bearings_record_integer_is_set (figure->total))
    return figure->total;
  if (claim != NULL && bearings_record_integer_is_set (claim->sample.n))
    return claim->sample.n;
  return 0;
}

static const char *
data_year (BearingsEvidence *evidence)
{
  BearingsRecord *record = bearings_evidence_get_record (evidence);

  switch (record->type->kind) {
  case BEARINGS_RECORD_CLAIM:
    return ((BearingsClaim *) record)->data_year;
  case BEARINGS_RECORD_POSTING_SHARE:
    return ((BearingsPostingShare *) record)->year;
  case BEARINGS_RECORD_VACANCY_SHARE:
    return ((BearingsVacancyShare *) record)->year;
  case BEARINGS_RECORD_USE_SHARE:
    return ((BearingsUseShare *) record)->year;
  default:
    return NULL;
  }
}

/* Whether @a carries an answer better than @b, both of the same directness. */
static gboolean
is_better (BearingsEvidence *a, BearingsEvidence *b)
{
  const BearingsFigure *x = bearings_evidence_get_figure (a);
  const BearingsFigure *y = bearings_evidence_get_figure (b);
  int order;

  if (bearings_figure_has_value (x) != bearings_figure_has_value (y))
    return bearings_figure_has_value (x);
  order = (int) bearings_evidence_get_certainty (a) - (int) bearings_evidence_get_certainty (b);
  if (order != 0)
    return order > 0;
  order = g_strcmp0 (data_year (a), data_year (b));
  if (order != 0)
    return order > 0;
  if (bearings_figure_has_interval (x) != bearings_figure_has_interval (y))
    return bearings_figure_has_interval (x);
  if (sample_size (a) != sample_size (b))
    return sample_size (a) > sample_size (b);
  return g_strcmp0 (bearings_evidence_get_id (a), bearings_evidence_get_id (b)) < 0;
}

static BearingsAnswerState
direct_state (BearingsEvidence *best, gboolean favours, gboolean against)
{
  if (favours && against)
    return BEARINGS_ANSWER_MIXED;
  if (bearings_evidence_get_direction (best) == BEARINGS_DIRECTION_NOT_ESTABLISHED)
    return BEARINGS_ANSWER_NOT_ESTABLISHED;
  return BEARINGS_ANSWER_DIRECT;
}

BearingsChannelAnswer *
bearings_channel_answer_new (BearingsChannel channel, GPtrArray *evidence, GPtrArray *searches)
{
  BearingsChannelAnswer *answer = g_new0 (BearingsChannelAnswer, 1);
  BearingsEvidence *best[BEARINGS_DIRECTNESS_CONTEXT + 1] = { NULL };
  gboolean favours = FALSE;
  gboolean against = FALSE;

  answer->channel = channel;
  for (guint i = 0; i < evidence->len; i++) {
    BearingsEvidence *row = g_ptr_array_index (evidence, i);
    BearingsDirectness level = bearings_evidence_get_directness (row);

    if (bearings_evidence_get_channel (row) != channel)
      continue;
    answer->n_direct += level == BEARINGS_DIRECTNESS_DIRECT;
    answer->n_adjacent += level == BEARINGS_DIRECTNESS_ADJACENT;
    answer->n_context += level == BEARINGS_DIRECTNESS_CONTEXT;
    if (level == BEARINGS_DIRECTNESS_DIRECT) {
      favours |= bearings_evidence_get_direction (row) == BEARINGS_DIRECTION_FAVOURS;
      against |= bearings_evidence_get_direction (row) == BEARINGS_DIRECTION_AGAINST;
    }
    if (best[level] == NULL || is_better (row, best[level]))
      best[level] = row;
  }
  for (guint i = 0; i < searches->len && answer->search == NULL; i++) {
    BearingsEvidenceSearch *search = g_ptr_array_index (searches, i);
    if (search->channel == (int) channel)
      answer->search = bearings_record_ref (search);
  }

  if (best[BEARINGS_DIRECTNESS_DIRECT] != NULL) {
    answer->best = best[BEARINGS_DIRECTNESS_DIRECT];
    answer->state = direct_state (answer->best, favours, against);
  } else if (best[BEARINGS_DIRECTNESS_ADJACENT] != NULL) {
    answer->best = best[BEARINGS_DIRECTNESS_ADJACENT];
    answer->state = BEARINGS_ANSWER_ADJACENT;
  } else if (best[BEARINGS_DIRECTNESS_CONTEXT] != NULL) {
    answer->best = best[BEARINGS_DIRECTNESS_CONTEXT];
    answer->state = BEARINGS_ANSWER_CONTEXT;
  }
  if (answer->n_direct == 0 &&
      (answer->best == NULL ||
       (answer->search != NULL && answer->search->outcome == BEARINGS_MISSING_NOT_FOUND)))
    answer->state = BEARINGS_ANSWER_NO_EVIDENCE;
  if (answer->best != NULL) {
    g_object_ref (answer->best);
    answer->certainty = bearings_evidence_get_certainty (answer->best);
  }
  return answer;
}

void
bearings_channel_answer_free (BearingsChannelAnswer *answer)
{
  g_clear_object (&answer->best);
  g_clear_pointer (&answer->search, bearings_record_unref);
  g_free (answer);
}

const char *
bearings_answer_state_title (BearingsAnswerState state)
{
  switch (state) {
  case BEARINGS_ANSWER_DIRECT:
    return _ ("Measured directly");
  case BEARINGS_ANSWER_NOT_ESTABLISHED:
    return _ ("Measured directly, not established");
  case BEARINGS_ANSWER_MIXED:
    return _ ("Mixed findings");
  case BEARINGS_ANSWER_ADJACENT:
    return _ ("Adjacent evidence only");
  case BEARINGS_ANSWER_CONTEXT:
    return _ ("Context only");
  case BEARINGS_ANSWER_NO_EVIDENCE:
    return _ ("No evidence found");
  }
  g_return_val_if_reached ("");
}

static char *
search_text (const BearingsEvidenceSearch *search)
{
  if (search == NULL)
    return g_strdup (_ ("The evidence installed holds nothing on this question."));
  return g_strdup (search->summary);
}

char *
bearings_answer_evidence_search_text (const BearingsEvidenceSearch *search)
{
  g_autofree char *date = NULL;

  if (search == NULL || search->where == NULL)
    return NULL;
  if (search->searched == NULL)
    return g_strdup (search->where);
  date = bearings_format_date (search->searched);
  /* Translators: a date, then what was looked through. */
  return g_strdup_printf (_ ("Searched %s. %s"), date, search->where);
}

/* A statement to which a figure is added: without its full stop. */
static char *
without_stop (const char *statement)
{
  gsize length = strlen (statement);

  return g_strndup (statement, length - (length > 0 && statement[length - 1] == '.'));
}

char *
bearings_channel_answer_text (const BearingsChannelAnswer *answer)
{
  g_autofree char *figure = NULL;
  g_autofree char *statement = NULL;

  if (answer->state == BEARINGS_ANSWER_NO_EVIDENCE)
    return search_text (answer->search);

  statement = without_stop (bearings_evidence_get_statement (answer->best));
  if (answer->n_direct > 0) {
    figure = bearings_format_figure (bearings_evidence_get_figure (answer->best));
    if (answer->state == BEARINGS_ANSWER_NOT_ESTABLISHED)
      /* Translators: statement, figure with its interval. */
      return g_strdup_printf (
        _ ("%s: %s. The interval includes no difference, so a difference is not established."),
        statement, figure);
    if (answer->state == BEARINGS_ANSWER_MIXED)
      return g_strdup_printf (_ ("%s: %s. Other direct findings point the other way."), statement,
                              figure);
    if (bearings_evidence_get_figure (answer->best)->missing == BEARINGS_MISSING_QUALITATIVE)
      return g_strdup_printf ("%s.", statement);
    return g_strdup_printf ("%s: %s.", statement, figure);
  }
  if (answer->state == BEARINGS_ANSWER_ADJACENT)
    return g_strdup_printf (
      /* Translators: %s is a sentence without its full stop. */
      _ ("Nothing measures this skill in this career. Nearest: %s."), statement);
  return g_strdup_printf (
    /* Translators: %s is a sentence without its full stop. */
    _ ("Nothing measures this skill in this career. For context: %s."), statement);
}
