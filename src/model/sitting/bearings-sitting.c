/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The replay of a log into the state of a sitting. */

#include "bearings-sitting.h"

#include <string.h>

#include "bearings-sitting-adaptive.h"

static void
sitting_item_free (gpointer data)
{
  BearingsSittingItem *item = data;

  bearings_record_unref (item->item);
  g_clear_pointer (&item->response, bearings_response_free);
  g_clear_pointer (&item->second, bearings_response_free);
  g_free (item->note);
  g_free (item);
}

static gboolean
find_item (const BearingsSitting *sitting, const char *id, guint *position)
{
  for (guint i = 0; i < sitting->items->len; i++) {
    BearingsSittingItem *item = g_ptr_array_index (sitting->items, i);
    if (g_str_equal (item->item->record.id, id)) {
      *position = i;
      return TRUE;
    }
  }
  return FALSE;
}

static BearingsSittingItem *
insert_item (BearingsSitting *sitting, guint position, BearingsItem *item)
{
  BearingsSittingItem *row = g_new0 (BearingsSittingItem, 1);

  row->item = bearings_record_ref (item);
  g_ptr_array_insert (sitting->items, (int) position, row);
  if (position <= sitting->position && sitting->items->len > 1)
    sitting->position++;
  return row;
}

/* Where the chosen items of an adaptive sitting end. */
static guint
tail_start (const BearingsSitting *sitting)
{
  return sitting->items->len - sitting->plan->tail->len;
}

/* The chosen item asked last, or NULL when there is none yet. */
static BearingsSittingItem *
last_chosen (const BearingsSitting *sitting)
{
  guint end = tail_start (sitting);

  return end > sitting->plan->head->len ? g_ptr_array_index (sitting->items, end - 1) : NULL;
}

static void
drop_unseen (BearingsSitting *sitting)
{
  const BearingsSittingItem *last = last_chosen (sitting);
  guint end = tail_start (sitting);

  if (last == NULL || last->seen || sitting->position == end - 1)
    return;
  g_ptr_array_remove_index (sitting->items, end - 1);
  if (sitting->position >= end)
    sitting->position--;
}

/* Keeps one item ahead of the answers. A choice nobody has seen is made anew, since an answer may
 * have changed. */
static void
choose_next (BearingsSitting *sitting)
{
  const BearingsSittingItem *last;
  BearingsItem *next;

  if (sitting->plan->selection != BEARINGS_SELECTION_ADAPTIVE)
    return;
  drop_unseen (sitting);
  last = last_chosen (sitting);
  if (last != NULL && last->response == NULL && !last->skipped)
    return;
  next = bearings_sitting_adaptive_next (sitting);
  if (next != NULL)
    insert_item (sitting, tail_start (sitting), next);
}

static gboolean
start (BearingsSitting *sitting, const BearingsEntry *entry, GError **error)
{
  sitting->plan = bearings_sitting_plan_parse (sitting->form, entry->response, error);
  if (sitting->plan == NULL)
    return FALSE;
  for (guint i = 0; i < sitting->plan->head->len; i++)
    insert_item (sitting, sitting->items->len, sitting->plan->head->pdata[i]);
  for (guint i = 0; i < sitting->plan->tail->len; i++)
    insert_item (sitting, sitting->items->len, sitting->plan->tail->pdata[i]);
  choose_next (sitting);
  sitting->position = 0;
  return sitting->items->len > 0;
}

/* The log knows best which items were shown, whatever would be chosen today. */
static gboolean
adopt_shown (BearingsSitting *sitting, const char *id, guint *position)
{
  BearingsItem *item = bearings_form_get_item (sitting->form, id);

  if (sitting->plan->selection != BEARINGS_SELECTION_ADAPTIVE || item == NULL ||
      item->kind != BEARINGS_ITEM_KEYED)
    return FALSE;
  drop_unseen (sitting);
  *position = tail_start (sitting);
  insert_item (sitting, *position, item);
  return TRUE;
}

static void
set_response (BearingsSittingItem *item, const BearingsEntry *entry)
{
  g_clear_pointer (&item->response, bearings_response_free);
  item->response = bearings_response_parse (entry->response);
  item->skipped = FALSE;
}

static gboolean
no_item (const BearingsEntry *entry, GError **error)
{
  g_set_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_UNKNOWN_ITEM,
               "entry %" G_GINT64_FORMAT " names the item \"%s\", which the plan does not hold",
               entry->seq, entry->item_id != NULL ? entry->item_id : "");
  return FALSE;
}

static gboolean
apply_to_item (BearingsSitting *sitting, const BearingsEntry *entry, GError **error)
{
  guint position = sitting->position;
  BearingsSittingItem *item;

  if (entry->item_id != NULL && !find_item (sitting, entry->item_id, &position) &&
      !(entry->kind == BEARINGS_ENTRY_SHOWN && adopt_shown (sitting, entry->item_id, &position)))
    return no_item (entry, error);
  item = g_ptr_array_index (sitting->items, position);
  item->seen |= entry->kind != BEARINGS_ENTRY_FLAGGED;
  if (entry->duration_ms > 0)
    item->duration_ms += entry->duration_ms;
  switch (entry->kind) {
  case BEARINGS_ENTRY_ANSWERED:
    set_response (item, entry);
    break;
  case BEARINGS_ENTRY_SKIPPED:
    item->skipped = item->response == NULL;
    break;
  case BEARINGS_ENTRY_FLAGGED:
    item->flagged = g_strcmp0 (entry->response, "1") == 0;
    return TRUE; /* a flag set from the review does not move the sitting */
  case BEARINGS_ENTRY_BACK:
    if (entry->item_id == NULL && position > 0)
      position--;
    sitting->phase = BEARINGS_SITTING_ITEM;
    break;
  default:
    sitting->phase = BEARINGS_SITTING_ITEM;
    break;
  }
  sitting->position = position;
  if ((entry->kind == BEARINGS_ENTRY_ANSWERED || entry->kind == BEARINGS_ENTRY_SKIPPED) &&
      position < tail_start (sitting))
    choose_next (sitting);
  return TRUE;
}

/* What is said beside an answer, also after the end: it moves nothing. */
static gboolean
apply_beside (BearingsSitting *sitting, const BearingsEntry *entry, GError **error)
{
  const char *text = entry->response != NULL ? entry->response : "";
  BearingsSittingItem *item;
  guint position;

  if (entry->kind == BEARINGS_ENTRY_OUTSIDE) {
    if (entry->item_id != NULL && *text != '\0')
      g_hash_table_insert (sitting->outside, g_strdup (entry->item_id), g_strdup (text));
    else if (entry->item_id != NULL)
      g_hash_table_remove (sitting->outside, entry->item_id);
    return TRUE;
  }
  if (entry->item_id == NULL || !find_item (sitting, entry->item_id, &position))
    return no_item (entry, error);
  item = g_ptr_array_index (sitting->items, position);
  if (entry->kind == BEARINGS_ENTRY_RATED) {
    g_clear_pointer (&item->second, bearings_response_free);
    item->second = bearings_response_parse (text);
    return TRUE;
  }
  g_clear_pointer (&item->note, g_free);
  if (*text != '\0')
    item->note = g_utf8_strlen (text, -1) > BEARINGS_NOTE_LENGTH
                   ? g_utf8_substring (text, 0, BEARINGS_NOTE_LENGTH)
                   : g_strdup (text);
  return TRUE;
}

static gboolean
apply (BearingsSitting *sitting, const BearingsEntry *entry, GError **error)
{
  if (sitting->items->len == 0 && entry->kind != BEARINGS_ENTRY_STARTED &&
      entry->kind != BEARINGS_ENTRY_FACT) {
    g_set_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_NO_PLAN,
                 "the log does not begin with the plan of a sitting");
    return FALSE;
  }
  switch (entry->kind) {
  case BEARINGS_ENTRY_STARTED:
    return sitting->items->len > 0 || start (sitting, entry, error);
  case BEARINGS_ENTRY_SHOWN:
    if (entry->item_id == NULL) {
      sitting->phase = BEARINGS_SITTING_REVIEW;
      return TRUE;
    }
    return apply_to_item (sitting, entry, error);
  case BEARINGS_ENTRY_ANSWERED:
  case BEARINGS_ENTRY_SKIPPED:
  case BEARINGS_ENTRY_BACK:
  case BEARINGS_ENTRY_FLAGGED:
    return apply_to_item (sitting, entry, error);
  case BEARINGS_ENTRY_PAUSED:
    sitting->phase = BEARINGS_SITTING_PAUSED;
    return TRUE;
  case BEARINGS_ENTRY_RESUMED:
    if (sitting->phase == BEARINGS_SITTING_PAUSED)
      sitting->phase = BEARINGS_SITTING_ITEM;
    return TRUE;
  case BEARINGS_ENTRY_FACT:
    if (entry->item_id != NULL)
      g_hash_table_insert (sitting->facts, g_strdup (entry->item_id), g_strdup (entry->response));
    return TRUE;
  case BEARINGS_ENTRY_NOTE:
  case BEARINGS_ENTRY_RATED:
  case BEARINGS_ENTRY_OUTSIDE:
    return apply_beside (sitting, entry, error);
  case BEARINGS_ENTRY_FINISHED:
  case BEARINGS_ENTRY_ABANDONED:
    sitting->phase = BEARINGS_SITTING_FINISHED;
    return TRUE;
  }
  return TRUE;
}

/* Seconds of what an adaptive sitting has still to choose, as far as can be told. */
static double
seconds_to_choose (const BearingsSitting *sitting)
{
  const BearingsSittingItem *last;

  if (sitting->plan->selection != BEARINGS_SELECTION_ADAPTIVE)
    return 0;
  last = last_chosen (sitting);
  if (last == NULL || last->response != NULL || last->skipped)
    return 0; /* nothing was chosen after it: enough has been asked */
  return MAX (bearings_sitting_adaptive_seconds_left (sitting), 0);
}

/* Counts, and the time left: expected seconds of what is open, times the person's pace. The pace
 * counts as 1 for three items' worth of time, so that one slow item does not frighten. */
static void
derive (BearingsSitting *sitting)
{
  double expected = 0, taken = 0, prior = 0;
  double to_choose = seconds_to_choose (sitting);
  double mean = bearings_sitting_adaptive_mean_seconds (sitting->form);
  double open = to_choose;
  guint n_timed = 0;

  sitting->n_scored_items = 0;
  sitting->n_answered = 0;
  for (guint i = 0; i < sitting->items->len; i++) {
    BearingsSittingItem *item = g_ptr_array_index (sitting->items, i);
    gboolean answered = bearings_response_is_complete (item->response, item->item);

    if (item->item->practice == BEARINGS_YES)
      continue;
    sitting->n_scored_items++;
    prior += (double) item->item->seconds;
    sitting->n_answered += answered;
    if (answered && item->duration_ms > 0) {
      expected += (double) item->item->seconds;
      taken += (double) item->duration_ms / 1000;
      n_timed++;
    }
    if (!answered && !item->skipped)
      open += (double) item->item->seconds;
  }
  sitting->n_expected = sitting->n_scored_items + (mean > 0 ? (guint) (to_choose / mean) : 0);
  if (sitting->n_scored_items > 0)
    prior *= 3.0 / sitting->n_scored_items;
  sitting->seconds_left =
    n_timed > 0 ? open * CLAMP ((taken + prior) / (expected + prior), 0.3, 3) : open;
}

static BearingsSitting *
sitting_new (BearingsForm *form)
{
  BearingsSitting *sitting = g_new0 (BearingsSitting, 1);

  g_atomic_ref_count_init (&sitting->ref_count);
  sitting->form = bearings_form_ref (form);
  sitting->phase = BEARINGS_SITTING_ITEM;
  sitting->items = g_ptr_array_new_with_free_func (sitting_item_free);
  sitting->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sitting->outside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return sitting;
}

BearingsSitting *
bearings_sitting_replay (BearingsForm *form, GPtrArray *entries, GError **error)
{
  g_autoptr (BearingsSitting) sitting = sitting_new (form);

  for (guint i = 0; i < entries->len; i++)
    if (!apply (sitting, g_ptr_array_index (entries, i), error))
      return NULL;
  if (sitting->items->len == 0) {
    g_set_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_NO_PLAN,
                 "the log does not begin with the plan of a sitting");
    return NULL;
  }
  derive (sitting);
  return g_steal_pointer (&sitting);
}

static BearingsResponse *
copy_response (const BearingsResponse *response)
{
  g_autofree char *text = response != NULL ? bearings_response_to_string (response) : NULL;

  return text != NULL ? bearings_response_parse (text) : NULL;
}

static BearingsSitting *
sitting_copy (const BearingsSitting *sitting)
{
  BearingsSitting *copy = sitting_new (sitting->form);
  GHashTableIter iter;
  gpointer name, value;

  copy->phase = sitting->phase;
  copy->position = sitting->position;
  copy->plan = bearings_sitting_plan_ref (sitting->plan);
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *item = g_ptr_array_index (sitting->items, i);
    BearingsSittingItem *twin = g_new0 (BearingsSittingItem, 1);

    *twin = *item;
    bearings_record_ref (twin->item);
    twin->response = copy_response (item->response);
    twin->second = copy_response (item->second);
    twin->note = g_strdup (item->note);
    g_ptr_array_add (copy->items, twin);
  }
  g_hash_table_iter_init (&iter, sitting->facts);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy->facts, g_strdup (name), g_strdup (value));
  g_hash_table_iter_init (&iter, sitting->outside);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy->outside, g_strdup (name), g_strdup (value));
  return copy;
}

BearingsSitting *
bearings_sitting_apply (const BearingsSitting *sitting, const BearingsEntry *entry, GError **error)
{
  g_autoptr (BearingsSitting) next = sitting_copy (sitting);

  if (!apply (next, entry, error))
    return NULL;
  derive (next);
  return g_steal_pointer (&next);
}

BearingsSitting *
bearings_sitting_ref (BearingsSitting *sitting)
{
  g_atomic_ref_count_inc (&sitting->ref_count);
  return sitting;
}

void
bearings_sitting_unref (BearingsSitting *sitting)
{
  if (!g_atomic_ref_count_dec (&sitting->ref_count))
    return;
  g_ptr_array_unref (sitting->items);
  g_clear_pointer (&sitting->plan, bearings_sitting_plan_unref);
  g_hash_table_unref (sitting->facts);
  g_hash_table_unref (sitting->outside);
  bearings_form_unref (sitting->form);
  g_free (sitting);
}

BearingsSittingItem *
bearings_sitting_current (const BearingsSitting *sitting)
{
  return g_ptr_array_index (sitting->items, sitting->position);
}
