/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting under way. */

#include "bearings-sitting-model.h"

#include <glib/gi18n-lib.h>

#include "bearings-sitting-state.h"

struct _BearingsSittingModel {
  GObject parent_instance;

  BearingsService *service;
  char *session_id;
  BearingsSitting *sitting;
  GQueue queue; /* BearingsEntry, given but not on disk yet */
  BearingsStoreState store_state;
  char *message;
  gint64 clock; /* monotonic time since which time is not counted yet; 0: stopped */
  gboolean from_review;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsSittingModel, bearings_sitting_model, G_TYPE_OBJECT)

static void
changed (BearingsSittingModel *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_store_state (BearingsSittingModel *self, BearingsStoreState state, const char *message)
{
  self->store_state = state;
  g_set_str (&self->message, message);
}

/* Milliseconds since the clock was read last; -1 when it stands. */
static gint64
read_clock (BearingsSittingModel *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 elapsed = self->clock > 0 ? (now - self->clock) / 1000 : -1;

  if (self->clock > 0)
    self->clock = now;
  return elapsed;
}

#define HOLDERS_KEY "bearings-sitting-holders"

/* The store tells programs apart; windows of one program are told apart here: session id -> the
 * model that opened it last. */
static GHashTable *
get_holders (BearingsService *service)
{
  GHashTable *holders = g_object_get_data (G_OBJECT (service), HOLDERS_KEY);

  if (holders == NULL) {
    holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_object_set_data_full (G_OBJECT (service), HOLDERS_KEY, holders,
                            (GDestroyNotify) g_hash_table_unref);
  }
  return holders;
}

static void
hold (BearingsSittingModel *self)
{
  g_hash_table_insert (get_holders (self->service), g_strdup (self->session_id), self);
}

static gboolean
is_held (BearingsSittingModel *self)
{
  return g_hash_table_lookup (get_holders (self->service), self->session_id) == self;
}

/* Stores what is queued, oldest first. */
static gboolean
flush (BearingsSittingModel *self)
{
  if (!is_held (self)) {
    set_store_state (self, BEARINGS_TAKEN_OVER,
                     _ ("This sitting has been opened in another window. "
                        "Answers can be given only there."));
    return FALSE;
  }
  while (!g_queue_is_empty (&self->queue)) {
    g_autoptr (GError) error = NULL;

    if (!bearings_service_append (self->service, self->session_id, g_queue_peek_head (&self->queue),
                                  &error)) {
      set_store_state (self,
                       g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE)
                         ? BEARINGS_TAKEN_OVER
                         : BEARINGS_NOT_STORED,
                       error->message);
      return FALSE;
    }
    bearings_entry_free (g_queue_pop_head (&self->queue));
  }
  set_store_state (self, BEARINGS_STORED, NULL);
  return TRUE;
}

static void
apply (BearingsSittingModel *self, const BearingsEntry *entry)
{
  g_autoptr (GError) error = NULL;
  BearingsSitting *next = bearings_sitting_apply (self->sitting, entry, &error);

  if (next == NULL) {
    g_critical ("An entry of our own making does not fit: %s", error->message);
    return;
  }
  bearings_sitting_unref (self->sitting);
  self->sitting = next;
}

/* What the person gave counts at once, stored or not. */
static gboolean
give (BearingsSittingModel *self, BearingsEntry *entry)
{
  gboolean stored;

  apply (self, entry);
  g_queue_push_tail (&self->queue, entry);
  stored = flush (self);
  changed (self);
  return stored;
}

/* A step is taken when all before it and the step itself are on disk, or not at all. */
static gboolean
step (BearingsSittingModel *self, BearingsEntryKind kind, const char *item_id)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item_id, NULL, -1);
  gboolean taken = flush (self);

  if (taken) {
    g_queue_push_tail (&self->queue, bearings_entry_copy (entry));
    taken = flush (self);
    if (taken)
      apply (self, entry);
    else
      bearings_entry_free (g_queue_pop_tail (&self->queue));
  }
  changed (self);
  return taken;
}

static gboolean
show (BearingsSittingModel *self, const char *item_id, gboolean from_review)
{
  if (!step (self, BEARINGS_ENTRY_SHOWN, item_id))
    return FALSE;
  self->from_review = from_review;
  if (self->clock > 0)
    self->clock = g_get_monotonic_time ();
  changed (self);
  return TRUE;
}

static void
bearings_sitting_model_finalize (GObject *object)
{
  BearingsSittingModel *self = BEARINGS_SITTING_MODEL (object);

  if (self->service != NULL && is_held (self))
    g_hash_table_remove (get_holders (self->service), self->session_id);
  g_clear_object (&self->service);
  g_clear_pointer (&self->sitting, bearings_sitting_unref);
  g_queue_clear_full (&self->queue, (GDestroyNotify) bearings_entry_free);
  g_free (self->session_id);
  g_free (self->message);
  G_OBJECT_CLASS (bearings_sitting_model_parent_class)->finalize (object);
}

static void
bearings_sitting_model_class_init (BearingsSittingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_sitting_model_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bearings_sitting_model_init (BearingsSittingModel *self)
{
  g_queue_init (&self->queue);
  self->store_state = BEARINGS_STORED;
}

BearingsSittingModel *
bearings_sitting_model_new (BearingsService *service, const char *session_id, GError **error)
{
  BearingsSitting *sitting = bearings_service_resume (service, session_id, error);
  BearingsSittingModel *self;

  if (sitting == NULL)
    return NULL;
  self = g_object_new (BEARINGS_TYPE_SITTING_MODEL, NULL);
  self->service = g_object_ref (service);
  self->session_id = g_strdup (session_id);
  self->sitting = sitting;
  hold (self);
  return self;
}

BearingsService *
bearings_sitting_model_get_service (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), NULL);
  return self->service;
}

const char *
bearings_sitting_model_get_session_id (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), NULL);
  return self->session_id;
}

const BearingsSitting *
bearings_sitting_model_get_sitting (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), NULL);
  return self->sitting;
}

BearingsStoreState
bearings_sitting_model_get_store_state (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), BEARINGS_STORED);
  return self->store_state;
}

const char *
bearings_sitting_model_get_message (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), NULL);
  return self->message;
}

gboolean
bearings_sitting_model_get_from_review (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  return self->from_review;
}

void
bearings_sitting_model_start_clock (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  self->clock = g_get_monotonic_time ();
}

void
bearings_sitting_model_stop_clock (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  self->clock = 0;
}

gboolean
bearings_sitting_model_answer (BearingsSittingModel *self, const char *response)
{
  const BearingsSittingItem *current;
  g_autofree char *before = NULL;

  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  g_return_val_if_fail (response != NULL, FALSE);
  current = bearings_sitting_current (self->sitting);
  if (current->response != NULL)
    before = bearings_response_to_string (current->response);
  if (g_strcmp0 (before, response) == 0)
    return self->store_state == BEARINGS_STORED;
  return give (self, bearings_entry_new (BEARINGS_ENTRY_ANSWERED, current->item->record.id,
                                         response, read_clock (self)));
}

gboolean
bearings_sitting_model_flag (BearingsSittingModel *self, gboolean flagged)
{
  const BearingsSittingItem *current;

  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  current = bearings_sitting_current (self->sitting);
  if (current->flagged == flagged)
    return self->store_state == BEARINGS_STORED;
  return give (self, bearings_entry_new (BEARINGS_ENTRY_FLAGGED, current->item->record.id,
                                         flagged ? "1" : "0", -1));
}

gboolean
bearings_sitting_model_say (BearingsSittingModel *self,
                            BearingsEntryKind kind,
                            const char *item_id,
                            const char *response)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  g_return_val_if_fail (kind == BEARINGS_ENTRY_NOTE || kind == BEARINGS_ENTRY_RATED, FALSE);
  return give (self, bearings_entry_new (kind, item_id, response, -1));
}

gboolean
bearings_sitting_model_next (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  return show (self, bearings_sitting_next_item (self->sitting, self->from_review), FALSE);
}

gboolean
bearings_sitting_model_back (BearingsSittingModel *self)
{
  const char *previous;

  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  previous = bearings_sitting_previous_item (self->sitting);
  if (previous == NULL || !step (self, BEARINGS_ENTRY_BACK, previous))
    return FALSE;
  if (self->clock > 0)
    self->clock = g_get_monotonic_time ();
  return TRUE;
}

gboolean
bearings_sitting_model_skip (BearingsSittingModel *self)
{
  const BearingsSittingItem *current;

  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  current = bearings_sitting_current (self->sitting);
  return step (self, BEARINGS_ENTRY_SKIPPED, current->item->record.id) &&
         bearings_sitting_model_next (self);
}

gboolean
bearings_sitting_model_jump (BearingsSittingModel *self, const char *item_id)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  g_return_val_if_fail (item_id != NULL, FALSE);
  return show (self, item_id, TRUE);
}

gboolean
bearings_sitting_model_review (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  return show (self, NULL, FALSE);
}

gboolean
bearings_sitting_model_pause (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  if (!step (self, BEARINGS_ENTRY_PAUSED, NULL))
    return FALSE;
  self->clock = 0;
  return TRUE;
}

gboolean
bearings_sitting_model_resume (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  if (self->sitting->phase != BEARINGS_SITTING_PAUSED)
    return TRUE;
  return step (self, BEARINGS_ENTRY_RESUMED, NULL);
}

gboolean
bearings_sitting_model_finish (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  return step (self, BEARINGS_ENTRY_FINISHED, NULL);
}

gboolean
bearings_sitting_model_retry (BearingsSittingModel *self)
{
  gboolean stored;

  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  stored = flush (self);
  changed (self);
  return stored;
}

gboolean
bearings_sitting_model_take_back (BearingsSittingModel *self, GError **error)
{
  BearingsSitting *sitting;

  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  sitting = bearings_service_resume (self->service, self->session_id, error);
  if (sitting == NULL)
    return FALSE;
  /* The other window's answers are later than what was refused here. */
  g_queue_clear_full (&self->queue, (GDestroyNotify) bearings_entry_free);
  g_queue_init (&self->queue);
  bearings_sitting_unref (self->sitting);
  self->sitting = sitting;
  self->from_review = FALSE;
  hold (self);
  set_store_state (self, BEARINGS_STORED, NULL);
  changed (self);
  return TRUE;
}
