/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change an answer. */

#include "bearings-sensitivity.h"

#include <glib/gi18n-lib.h>

#include "bearings-format.h"
#include "bearings-words.h"

static void
sensitivity_free (gpointer data)
{
  BearingsSensitivity *self = data;

  g_ptr_array_unref (self->pieces);
  bearings_channel_answer_free (self->after);
  g_free (self->sentence);
  g_free (self);
}

static BearingsEffect
compare_answers (const BearingsChannelAnswer *before, const BearingsChannelAnswer *after)
{
  if (before->state != after->state)
    return BEARINGS_EFFECT_STATE;
  if (before->state == BEARINGS_ANSWER_NO_EVIDENCE)
    return BEARINGS_EFFECT_NONE; /* what stands beside a search that found nothing answers nothing
                                  */
  if (before->certainty != after->certainty)
    return BEARINGS_EFFECT_CERTAINTY;
  return before->best != after->best ? BEARINGS_EFFECT_FIGURE : BEARINGS_EFFECT_NONE;
}

static BearingsChannelAnswer *
answer_without (const BearingsSkillPage *page,
                const BearingsChannelAnswer *before,
                const GPtrArray *pieces)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (GPtrArray) searches = g_ptr_array_new ();

  for (guint i = 0; i < page->evidence->len; i++)
    if (!g_ptr_array_find ((GPtrArray *) pieces, page->evidence->pdata[i], NULL))
      g_ptr_array_add (rest, page->evidence->pdata[i]);
  if (before->search != NULL)
    g_ptr_array_add (searches, before->search);
  return bearings_channel_answer_new (before->channel, rest, searches);
}

/* The paragraph at the top with one channel's answer in place of the page's. */
static char *
paragraph_with (const BearingsSkillPage *page, BearingsChannelAnswer *after)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  for (guint i = 0; i < page->answers->len; i++) {
    BearingsChannelAnswer *answer = page->answers->pdata[i];
    g_ptr_array_add (answers, answer->channel == after->channel ? after : answer);
  }
  return bearings_answer_text (answers, page->skill->name, bearings_skill_page_career_title (page));
}

/* Takes @pieces. */
static BearingsSensitivity *
leave_out (const BearingsSkillPage *page, const BearingsChannelAnswer *before, GPtrArray *pieces)
{
  BearingsSensitivity *self = g_new0 (BearingsSensitivity, 1);

  self->pieces = pieces;
  self->before = before;
  self->after = answer_without (page, before, pieces);
  self->effect = compare_answers (before, self->after);
  if (self->effect != BEARINGS_EFFECT_NONE) {
    g_autofree char *now = bearings_answer_text (page->answers, page->skill->name,
                                                 bearings_skill_page_career_title (page));
    g_autofree char *then = paragraph_with (page, self->after);
    if (!g_str_equal (now, then))
      self->sentence = g_steal_pointer (&then);
  }
  return self;
}

/* What findings hang together by: the study, or the source they were counted from. */
static const char *
body_of (BearingsEvidence *evidence)
{
  BearingsClaim *claim = bearings_evidence_get_claim (evidence);

  return claim != NULL && claim->study != NULL ? claim->study
                                               : bearings_evidence_get_source_id (evidence);
}

static gboolean
says_the_same (const BearingsChannelAnswer *a, const BearingsChannelAnswer *b)
{
  return a->state == b->state && a->best == b->best;
}

/* All pieces of one study together, where that does more than any of them alone. */
static void
add_body (GPtrArray *list,
          const BearingsSkillPage *page,
          const BearingsChannelAnswer *before,
          GPtrArray *pieces)
{
  BearingsSensitivity *together;
  gboolean more;

  if (pieces->len < 2)
    return;
  together = leave_out (page, before, g_ptr_array_ref (pieces));
  more = together->effect != BEARINGS_EFFECT_NONE;
  for (guint i = 0; i < list->len && more; i++) {
    const BearingsSensitivity *one = list->pdata[i];
    if (one->before == before && g_ptr_array_find (pieces, one->pieces->pdata[0], NULL) &&
        says_the_same (one->after, together->after))
      more = FALSE;
  }
  if (more)
    g_ptr_array_add (list, together);
  else
    sensitivity_free (together);
}

/* The page's evidence of one channel, by what it hangs together by. */
static GPtrArray *
bodies_of_channel (const BearingsSkillPage *page, BearingsChannel channel)
{
  g_autoptr (GHashTable) bodies = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < page->evidence->len; i++) {
    BearingsEvidence *evidence = page->evidence->pdata[i];
    const char *body = body_of (evidence) != NULL ? body_of (evidence) : "";
    GPtrArray *pieces = g_hash_table_lookup (bodies, body);

    if (bearings_evidence_get_channel (evidence) != channel)
      continue;
    if (pieces == NULL) {
      pieces = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (bodies, (gpointer) body, pieces);
      g_ptr_array_add (list, pieces);
    }
    g_ptr_array_add (pieces, g_object_ref (evidence));
  }
  return list;
}

static int
compare_sensitivities (gconstpointer a, gconstpointer b)
{
  const BearingsSensitivity *x = *(BearingsSensitivity *const *) a;
  const BearingsSensitivity *y = *(BearingsSensitivity *const *) b;

  if (x->effect != y->effect)
    return (int) y->effect - (int) x->effect;
  if (x->before->channel != y->before->channel)
    return (int) x->before->channel - (int) y->before->channel;
  return (int) x->pieces->len - (int) y->pieces->len;
}

GPtrArray *
bearings_sensitivity_list (const BearingsSkillPage *page, guint *n_without_effect)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (sensitivity_free);
  guint n_quiet = page->evidence->len;

  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *before = page->answers->pdata[i];
    g_autoptr (GPtrArray) bodies = bodies_of_channel (page, before->channel);

    for (guint j = 0; j < bodies->len; j++) {
      GPtrArray *pieces = bodies->pdata[j];

      for (guint k = 0; k < pieces->len; k++) {
        GPtrArray *one = g_ptr_array_new_with_free_func (g_object_unref);
        BearingsSensitivity *sensitivity;

        g_ptr_array_add (one, g_object_ref (pieces->pdata[k]));
        sensitivity = leave_out (page, before, one);
        if (sensitivity->effect == BEARINGS_EFFECT_NONE) {
          sensitivity_free (sensitivity);
          continue;
        }
        g_ptr_array_add (list, sensitivity);
        n_quiet--;
      }
      add_body (list, page, before, pieces);
    }
  }
  g_ptr_array_sort (list, compare_sensitivities);
  if (n_without_effect != NULL)
    *n_without_effect = n_quiet;
  return list;
}

char *
bearings_sensitivity_text (const BearingsSensitivity *self)
{
  const char *channel = bearings_words_channel_title (self->before->channel);
  g_autofree char *then = bearings_channel_answer_text (self->after);

  switch (self->effect) {
  case BEARINGS_EFFECT_STATE:
    return g_strdup_printf (
      /* Translators: channel; state of its answer now; state without a finding; what it says then.
       */
      _ ("%s would change from “%s” to “%s”. %s"), channel,
      bearings_answer_state_title (self->before->state),
      bearings_answer_state_title (self->after->state), then);
  case BEARINGS_EFFECT_CERTAINTY:
    return g_strdup_printf (
      /* Translators: channel, state of its answer, two certainties, what it says then. */
      _ ("%s would stay “%s”, but with “%s” in place of “%s”. %s"), channel,
      bearings_answer_state_title (self->before->state),
      bearings_words_certainty_title (self->after->certainty),
      bearings_words_certainty_title (self->before->certainty), then);
  case BEARINGS_EFFECT_FIGURE:
    return g_strdup_printf (
      /* Translators: channel, state of its answer, what it says then. */
      _ ("%s would stay “%s” with the same certainty, on other findings. %s"), channel,
      bearings_answer_state_title (self->before->state), then);
  case BEARINGS_EFFECT_NONE:
    break;
  }
  g_return_val_if_reached (NULL);
}

char *
bearings_sensitivity_title (const BearingsSensitivity *self, GHashTable *sources)
{
  BearingsEvidence *first = self->pieces->pdata[0];
  const char *id = bearings_evidence_get_source_id (first);
  const BearingsSource *source = id != NULL ? g_hash_table_lookup (sources, id) : NULL;
  g_autofree char *name = source != NULL ? bearings_format_source_short (source) : NULL;

  if (self->pieces->len == 1)
    return g_strdup (bearings_evidence_get_statement (first));
  return g_strdup_printf (
    /* Translators: how many findings; author and year of the study they are of. */
    ngettext ("The %u finding of %s", "The %u findings of %s together", self->pieces->len),
    self->pieces->len, name != NULL ? name : id);
}

char *
bearings_sensitivity_rest_text (guint n)
{
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Without the other piece of evidence, nothing would change.",
                                    "Without any one of the other %u pieces of evidence, nothing "
                                    "would change.",
                                    n),
                          n);
}
