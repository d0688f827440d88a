/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the wizard shows and allows. */

#include "bearings-sitting-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-scoring.h"
#include "bearings-sitting-adaptive.h"
#include "bearings-sitting-plan.h"

static gboolean
counts (const BearingsSittingItem *item)
{
  return item->item->practice != BEARINGS_YES;
}

/* Number of the item at @position among those that count, from 1; 0 for practice. */
static guint
number_of (const BearingsSitting *sitting, guint position)
{
  guint number = 0;

  if (!counts (g_ptr_array_index (sitting->items, position)))
    return 0;
  for (guint i = 0; i <= position; i++)
    number += counts (g_ptr_array_index (sitting->items, i));
  return number;
}

gboolean
bearings_sitting_state_has_text (const BearingsSittingItem *item)
{
  g_autofree char *text = NULL;

  if (item->response == NULL || item->response->kind != BEARINGS_RESPONSE_RUBRIC ||
      item->response->text == NULL)
    return FALSE;
  text = g_strdup (item->response->text);
  return *g_strstrip (text) != '\0';
}

static gboolean
has_scores (const BearingsSittingItem *item)
{
  return item->response != NULL && item->response->scores != NULL &&
         g_hash_table_size (item->response->scores) > 0;
}

char *
bearings_sitting_state_choice_response (const BearingsItem *item, guint choice)
{
  if (item->kind == BEARINGS_ITEM_SELF_REPORT && choice < item->anchors->len) {
    const BearingsItemAnchor *anchor = g_ptr_array_index (item->anchors, choice);
    return g_strdup_printf ("anchor:%" G_GINT64_FORMAT, anchor->value);
  }
  if (item->kind == BEARINGS_ITEM_KEYED && choice < item->options->len) {
    const BearingsItemOption *option = g_ptr_array_index (item->options, choice);
    return g_strconcat ("option:", option->id, NULL);
  }
  if (item->kind == BEARINGS_ITEM_KEYED && choice == item->options->len)
    return g_strdup ("dont-know");
  return NULL;
}

guint
bearings_sitting_state_response_choice (const BearingsItem *item, const BearingsResponse *response)
{
  if (response == NULL)
    return BEARINGS_CHOICE_NONE;
  if (response->kind == BEARINGS_RESPONSE_DONT_KNOW && item->kind == BEARINGS_ITEM_KEYED)
    return item->options->len;
  if (response->kind == BEARINGS_RESPONSE_OPTION)
    for (guint i = 0; i < item->options->len; i++)
      if (g_str_equal (((BearingsItemOption *) item->options->pdata[i])->id, response->option))
        return i;
  if (response->kind == BEARINGS_RESPONSE_ANCHOR)
    for (guint i = 0; i < item->anchors->len; i++)
      if (((BearingsItemAnchor *) item->anchors->pdata[i])->value == response->anchor)
        return i;
  return BEARINGS_CHOICE_NONE;
}

gboolean
bearings_sitting_state_is_chosen (const BearingsItem *item,
                                  const BearingsResponse *response,
                                  guint choice)
{
  if (response == NULL || response->kind != BEARINGS_RESPONSE_OPTIONS ||
      choice >= item->options->len)
    return choice == bearings_sitting_state_response_choice (item, response);
  return g_strv_contains ((const char *const *) response->options,
                          ((BearingsItemOption *) item->options->pdata[choice])->id);
}

const char *
bearings_sitting_state_next_item (const BearingsSitting *sitting, gboolean from_review)
{
  if (from_review || sitting->position + 1 >= sitting->items->len)
    return NULL;
  return ((BearingsSittingItem *) sitting->items->pdata[sitting->position + 1])->item->record.id;
}

const char *
bearings_sitting_state_previous_item (const BearingsSitting *sitting)
{
  if (sitting->position == 0)
    return NULL;
  return ((BearingsSittingItem *) sitting->items->pdata[sitting->position - 1])->item->record.id;
}

char *
bearings_sitting_state_time_text (double seconds)
{
  guint minutes = (guint) round (seconds / 60);

  if (!(seconds > 0))
    return NULL;
  if (minutes == 0)
    return g_strdup (_ ("Less than a minute left"));
  return g_strdup_printf (ngettext ("About %u minute left", "About %u minutes left", minutes),
                          minutes);
}

char *
bearings_sitting_state_kicker (const BearingsForm *form, const BearingsItem *item)
{
  const BearingsScale *scale = bearings_form_get_scale (form, item->scale);
  const char *kind = NULL;

  if (item->practice == BEARINGS_YES)
    return g_strdup (_ ("Practice — does not count"));
  switch ((BearingsItemKind) item->kind) {
  case BEARINGS_ITEM_SELF_REPORT:
    kind = _ ("Self-rating");
    break;
  case BEARINGS_ITEM_KEYED:
    kind = _ ("Question");
    break;
  case BEARINGS_ITEM_RUBRIC:
    kind = _ ("Task");
    break;
  }
  if (scale == NULL)
    return g_strdup (kind);
  /* Translators: kind of the item ("Question"), then the scale it belongs to ("Reading code"). */
  return g_strdup_printf (_ ("%s · %s"), kind, scale->title);
}

/* The practice item alone is answered at once: whether it is right, and why. */
static char *
practice_feedback (const BearingsSittingItem *item, gboolean *right)
{
  guint choice = bearings_sitting_state_response_choice (item->item, item->response);
  const BearingsItemOption *option;

  *right = FALSE;
  if (counts (item) || item->item->kind != BEARINGS_ITEM_KEYED ||
      !bearings_response_is_complete (item->response, item->item))
    return NULL;
  if (choice == BEARINGS_CHOICE_NONE) {
    *right = bearings_response_score (item->response, item->item) > 0;
    return g_strdup (*right ? _ ("That is right.") : _ ("That is not right."));
  }
  if (choice >= item->item->options->len)
    return g_strdup (_ ("That is an answer too. In the sitting it counts like any answer that is "
                        "not right, and spares you guessing."));
  option = g_ptr_array_index (item->item->options, choice);
  *right = option->key == BEARINGS_YES;
  if (option->rationale == NULL)
    return g_strdup (*right ? _ ("That is right.") : _ ("That is not right."));
  return g_strdup_printf (
    /* Translators: why the chosen answer is right, or is not. */
    *right ? _ ("That is right. %s") : _ ("That is not right. %s"), option->rationale);
}

BearingsSittingState *
bearings_sitting_state_new (const BearingsSitting *sitting, gboolean from_review, gboolean scoring)
{
  BearingsSittingState *state = g_new0 (BearingsSittingState, 1);
  const BearingsSittingItem *current = bearings_sitting_current (sitting);
  const BearingsItem *item = current->item;
  guint number = number_of (sitting, sitting->position);
  gboolean complete = bearings_response_is_complete (current->response, item);

  state->practice = !counts (current);
  state->kicker = bearings_sitting_state_kicker (sitting->form, item);
  if (state->practice) {
    state->progress = g_strdup (_ ("Practice"));
  } else {
    state->progress =
      g_strdup_printf (sitting->n_expected > sitting->n_scored_items
                         /* Translators: number of the item on the screen, number of all items as
                            far as can be told. */
                         ? _ ("%u of about %u")
                         /* Translators: number of the item on the screen, number of all items. */
                         : _ ("%u of %u"),
                       number, sitting->n_expected);
    state->fraction = (number - 1.0) / sitting->n_expected;
  }
  state->time_left = bearings_sitting_state_time_text (sitting->seconds_left);
  state->task = item->kind == BEARINGS_ITEM_RUBRIC;
  state->n_choices = item->kind == BEARINGS_ITEM_SELF_REPORT ? item->anchors->len
                     : item->kind == BEARINGS_ITEM_KEYED     ? item->options->len
                                                             : 0;
  state->may_not_know = item->kind == BEARINGS_ITEM_KEYED;
  state->chosen = bearings_sitting_state_response_choice (item, current->response);
  state->feedback = practice_feedback (current, &state->feedback_right);
  state->scoring = state->task && (scoring || has_scores (current));
  state->flagged = current->flagged;
  state->can_go_back = sitting->position > 0;
  state->can_skip = !complete;
  if (state->task && !state->scoring) {
    state->step = BEARINGS_STEP_SCORE;
    state->step_label = _ ("_Score It");
    state->can_step = bearings_sitting_state_has_text (current);
  } else {
    gboolean review = bearings_sitting_state_next_item (sitting, from_review) == NULL;

    state->step = review ? BEARINGS_STEP_REVIEW : BEARINGS_STEP_NEXT;
    state->step_label = review ? _ ("_Review") : _ ("_Next");
    state->can_step = complete;
  }
  return state;
}

void
bearings_sitting_state_free (BearingsSittingState *state)
{
  g_free (state->kicker);
  g_free (state->progress);
  g_free (state->time_left);
  g_free (state->feedback);
  g_free (state);
}

BearingsSittingMark
bearings_sitting_mark (const BearingsSittingItem *item)
{
  if (bearings_response_is_complete (item->response, item->item))
    return BEARINGS_MARK_ANSWERED;
  if (bearings_sitting_state_has_text (item) || has_scores (item))
    return BEARINGS_MARK_STARTED;
  return item->skipped ? BEARINGS_MARK_SKIPPED : BEARINGS_MARK_OPEN;
}

const char *
bearings_sitting_mark_title (BearingsSittingMark mark)
{
  switch (mark) {
  case BEARINGS_MARK_ANSWERED:
    return _ ("Answered");
  case BEARINGS_MARK_STARTED:
    /* Translators: a task with a text that is not scored on every criterion yet. */
    return _ ("Not scored yet");
  case BEARINGS_MARK_SKIPPED:
    return _ ("Skipped");
  case BEARINGS_MARK_OPEN:
    break;
  }
  return _ ("Open");
}

/* The options chosen, or in the order given. */
static char *
options_text (const BearingsSittingItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; item->response->options[i] != NULL; i++)
    for (guint j = 0; j < item->item->options->len; j++) {
      const BearingsItemOption *option = g_ptr_array_index (item->item->options, j);
      if (g_str_equal (option->id, item->response->options[i]))
        g_string_append_printf (text, "%s%s",
                                text->len == 0                                    ? ""
                                : item->response->kind == BEARINGS_RESPONSE_ORDER ? " → "
                                                                                  : " · ",
                                option->text);
    }
  return g_string_free_and_steal (text);
}

char *
bearings_sitting_state_answer_text (const BearingsSittingItem *item)
{
  guint choice = bearings_sitting_state_response_choice (item->item, item->response);

  if (bearings_sitting_state_has_text (item))
    return g_strdup (item->response->text);
  if (item->response != NULL && item->response->kind == BEARINGS_RESPONSE_TYPED)
    return g_strdup (item->response->text);
  if (item->response != NULL && item->response->options != NULL)
    return options_text (item);
  if (choice == BEARINGS_CHOICE_NONE)
    return NULL;
  if (item->item->kind == BEARINGS_ITEM_SELF_REPORT)
    return g_strdup (((BearingsItemAnchor *) item->item->anchors->pdata[choice])->text);
  if (choice == item->item->options->len)
    return g_strdup (_ ("I don’t know"));
  return g_strdup (((BearingsItemOption *) item->item->options->pdata[choice])->text);
}

char *
bearings_sitting_state_review_text (const BearingsSitting *sitting)
{
  guint flagged = 0, open = sitting->n_scored_items - sitting->n_answered;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    flagged += ((BearingsSittingItem *) sitting->items->pdata[i])->flagged;
  /* Translators: number of answered items, number of all items. */
  g_string_append_printf (text, _ ("%u of %u answered."), sitting->n_answered,
                          sitting->n_scored_items);
  if (open > 0) {
    g_string_append_c (text, ' ');
    g_string_append_printf (
      text,
      ngettext ("%u is open; it is not counted as wrong, but the error of the result grows.",
                "%u are open; they are not counted as wrong, but the error of the result grows.",
                open),
      open);
  }
  if (flagged > 0) {
    g_string_append_c (text, ' ');
    g_string_append_printf (
      text,
      ngettext ("You marked %u to look at again.", "You marked %u to look at again.", flagged),
      flagged);
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Mean distance of neighbouring cuts; NaN when there are fewer than two. */
static double
level_width (const BearingsInstrument *instrument)
{
  double first = NAN, last = NAN;
  guint n = 0;

  for (guint i = 0; i < instrument->levels->len; i++) {
    const BearingsLevel *level = g_ptr_array_index (instrument->levels, i);
    if (isnan (level->theta_low))
      continue;
    if (n++ == 0)
      first = level->theta_low;
    last = level->theta_low;
  }
  return n > 1 ? (last - first) / (n - 1) : NAN;
}

BearingsLengthCost
bearings_length_cost (BearingsForm *form, BearingsLength length, BearingsSelection selection)
{
  g_autoptr (GPtrArray) items = selection == BEARINGS_SELECTION_ADAPTIVE
                                  ? bearings_sitting_adaptive_example (form, length)
                                  : bearings_sitting_plan_items (form, length, 1);
  BearingsLengthCost cost = { .length = length };

  for (guint i = 0; i < items->len; i++) {
    const BearingsItem *item = g_ptr_array_index (items, i);
    if (item->practice == BEARINGS_YES)
      continue;
    cost.n_items++;
    cost.minutes += (double) item->seconds / 60;
  }
  /* In the middle of the population assumed, where most people are. */
  cost.levels =
    BEARINGS_SCORING_Z95 * bearings_scoring_expected_se (items, 0) / level_width (form->instrument);
  return cost;
}

char *
bearings_sitting_state_length_title (const BearingsLengthCost *cost)
{
  guint asked = 5 * cost->length;
  guint expected = MAX (1, (guint) round (cost->minutes));
  /* An instrument may hold less than the time asked for. */
  guint minutes =
    cost->length <= BEARINGS_LENGTH_LONG && cost->minutes > 0.8 * asked ? asked : expected;

  return g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
}

char *
bearings_sitting_state_length_subtitle (const BearingsLengthCost *cost)
{
  g_autofree char *items =
    g_strdup_printf (ngettext ("%u question", "%u questions", cost->n_items), cost->n_items);
  g_autofree char *levels = NULL;

  if (isnan (cost->levels))
    return g_steal_pointer (&items);
  levels = bearings_format_fixed (cost->levels, 1);
  /* Translators: "14 questions"; half the width of the expected band, in levels. */
  return g_strdup_printf (_ ("%s · 95 %% band about ±%s levels"), items, levels);
}
