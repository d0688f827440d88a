/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting under way. */

#include "bearings-sitting-model.h"

#include <glib/gi18n-lib.h>

#include "bearings-service-ask.h"
#include "bearings-service-desk.h"
#include "bearings-service-sittings.h"
#include "bearings-sitting-state.h"

struct _BearingsSittingModel {
  GObject parent_instance;

  BearingsService *service;
  char *sitting_id;
  char *title;
  guint hold; /* of the sitting, among the windows of this program */
  BearingsSitting *sitting;
  GQueue queue;       /* BearingsEntry, given but not on disk yet */
  GQueue later;       /* BearingsEntry, given while a step is under way: after it, by the log too */
  GPtrArray *step;    /* BearingsEntry of the step under way, or NULL */
  gboolean to_review; /* the step leads to an item from the review */
  gboolean writing;
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

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
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

/* What is to be stored, oldest first, and how far that went. */
typedef struct {
  BearingsSittingModel *model; /* kept until all that was given is stored, or cannot be */
  guint hold;
  GPtrArray *entries;
  guint n_given; /* the others are the step's */
  guint n_stored;
} Batch;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_clear_object (&batch->model);
  g_ptr_array_unref (batch->entries);
  g_free (batch);
}

/* The store tells programs apart; windows of one program are told apart here. */
static gpointer
store (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  Batch *batch = data;
  const char *sitting_info = batch->model->sitting_id;

  while (batch->n_stored < batch->entries->len) {
    if (!bearings_service_desk_holds_sitting (service, sitting_info, batch->hold)) {
      g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE,
                           _ ("This sitting has been opened in another window. "
                              "Answers can be given only there."));
      return NULL;
    }
    if (!bearings_service_sittings_append (service, sitting_info,
                                           batch->entries->pdata[batch->n_stored], error))
      return NULL;
    batch->n_stored++;
  }
  return NULL;
}

static void write_queue (BearingsSittingModel *self);

/* The entries of the step that are on disk; the step is over, whether it was taken or not. */
static void
end_step (BearingsSittingModel *self, guint n_stored)
{
  g_autoptr (GPtrArray) step = g_steal_pointer (&self->step);
  BearingsEntry *given;

  for (guint i = 0; i < n_stored; i++) {
    const BearingsEntry *entry = step->pdata[i];

    apply (self, entry);
    if (entry->kind == BEARINGS_ENTRY_SHOWN)
      self->from_review = self->to_review;
    if (entry->kind == BEARINGS_ENTRY_PAUSED)
      self->clock = 0;
    else if (self->clock > 0)
      self->clock = g_get_monotonic_time ();
  }
  while ((given = g_queue_pop_head (&self->later)) != NULL) {
    apply (self, given);
    g_queue_push_tail (&self->queue, given);
  }
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  Batch *batch = g_task_get_task_data (G_TASK (result));
  /* It goes here and not with the batch, which may end in the thread that stored. */
  g_autoptr (BearingsSittingModel) self = g_steal_pointer (&batch->model);
  g_autoptr (GError) error = NULL;

  bearings_service_ask_finish (BEARINGS_SERVICE (source), result, &error);
  self->writing = FALSE;
  for (guint i = MIN (batch->n_stored, batch->n_given); i > 0; i--)
    bearings_entry_free (g_queue_pop_head (&self->queue));
  if (self->step != NULL && (error != NULL || batch->entries->len > batch->n_given))
    end_step (self, batch->n_stored > batch->n_given ? batch->n_stored - batch->n_given : 0);
  if (error != NULL)
    set_store_state (self,
                     g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE)
                       ? BEARINGS_TAKEN_OVER
                       : BEARINGS_NOT_STORED,
                     error->message);
  else
    set_store_state (self, BEARINGS_STORED, NULL);
  if (error == NULL)
    write_queue (self);
  changed (self);
}

/* Stores what is queued and the step that follows it, unless that is being done. */
static void
write_queue (BearingsSittingModel *self)
{
  static const BearingsJob job = { store, batch_free, NULL, BEARINGS_LANE_KEEP };
  Batch *batch;

  if (self->writing || (g_queue_is_empty (&self->queue) && self->step == NULL))
    return;
  batch = g_new0 (Batch, 1);
  batch->model = g_object_ref (self);
  batch->hold = self->hold;
  batch->entries = entries_new ();
  for (GList *l = self->queue.head; l != NULL; l = l->next)
    g_ptr_array_add (batch->entries, bearings_entry_copy (l->data));
  batch->n_given = batch->entries->len;
  for (guint i = 0; self->step != NULL && i < self->step->len; i++)
    g_ptr_array_add (batch->entries, bearings_entry_copy (self->step->pdata[i]));
  self->writing = TRUE;
  bearings_service_ask (self->service, &job, batch, NULL, on_stored, NULL);
}

/* What the person gave counts at once, stored or not. */
static void
give (BearingsSittingModel *self, BearingsEntry *entry)
{
  if (self->step != NULL) {
    g_queue_push_tail (&self->later, entry);
    return;
  }
  apply (self, entry);
  g_queue_push_tail (&self->queue, entry);
  write_queue (self);
  changed (self);
}

/* A step is taken when all before it and the step itself are on disk, or not at all. While one is
 * under way there is no other. Takes @entries. */
static void
take_step (BearingsSittingModel *self, GPtrArray *entries, gboolean to_review)
{
  if (self->step != NULL) {
    g_ptr_array_unref (entries);
    return;
  }
  self->step = entries;
  self->to_review = to_review;
  write_queue (self);
  changed (self);
}

static void
step (BearingsSittingModel *self, BearingsEntryKind kind, const char *item_id, gboolean to_review)
{
  GPtrArray *entries = entries_new ();

  g_ptr_array_add (entries, bearings_entry_new (kind, item_id, NULL, -1));
  take_step (self, entries, to_review);
}

static void
bearings_sitting_model_finalize (GObject *object)
{
  BearingsSittingModel *self = BEARINGS_SITTING_MODEL (object);

  if (self->service != NULL)
    bearings_service_desk_release_sitting (self->service, self->sitting_id, self->hold);
  g_clear_object (&self->service);
  g_clear_pointer (&self->sitting, bearings_sitting_unref);
  g_clear_pointer (&self->step, g_ptr_array_unref);
  g_queue_clear_full (&self->queue, (GDestroyNotify) bearings_entry_free);
  g_queue_clear_full (&self->later, (GDestroyNotify) bearings_entry_free);
  g_free (self->title);
  g_free (self->sitting_id);
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
  g_queue_init (&self->later);
  self->store_state = BEARINGS_STORED;
}

/* The skill, where the questions say only "this skill"; otherwise the instrument. */
static char *
read_title (BearingsSittingModel *self, GError **error)
{
  const BearingsInstrument *instrument = self->sitting->form->instrument;
  g_autoptr (BearingsSittingInfo) info = NULL;
  g_autoptr (BearingsSkill) skill = NULL;
  g_autoptr (GError) local = NULL;

  if (instrument->skill == NULL)
    info = bearings_service_sittings_get (self->service, self->sitting_id, &local);
  if (info != NULL && info->skill != NULL)
    skill = bearings_service_get_record (self->service, BEARINGS_RECORD_SKILL, info->skill, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  return g_strdup (skill != NULL ? skill->name : instrument->title);
}

BearingsSittingModel *
bearings_sitting_model_new (BearingsService *service, const char *sitting_id, GError **error)
{
  g_autoptr (BearingsSittingModel) self = g_object_new (BEARINGS_TYPE_SITTING_MODEL, NULL);

  self->service = g_object_ref (service);
  self->sitting_id = g_strdup (sitting_id);
  self->sitting = bearings_service_sittings_resume (service, sitting_id, error);
  if (self->sitting == NULL)
    return NULL;
  self->hold = bearings_service_desk_hold_sitting (service, sitting_id);
  if (self->sitting->phase == BEARINGS_SITTING_PAUSED) {
    g_autoptr (BearingsEntry) resumed = bearings_entry_new (BEARINGS_ENTRY_RESUMED, NULL, NULL, -1);

    if (!bearings_service_sittings_append (service, sitting_id, resumed, error))
      return NULL;
    apply (self, resumed);
  }
  self->title = read_title (self, error);
  return self->title != NULL ? g_steal_pointer (&self) : NULL;
}

BearingsService *
bearings_sitting_model_get_service (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), NULL);
  return self->service;
}

const char *
bearings_sitting_model_get_sitting_id (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), NULL);
  return self->sitting_id;
}

const char *
bearings_sitting_model_get_title (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), NULL);
  return self->title;
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

gboolean
bearings_sitting_model_is_busy (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  return self->writing;
}

gboolean
bearings_sitting_model_is_stepping (BearingsSittingModel *self)
{
  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  return self->step != NULL;
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

void
bearings_sitting_model_answer (BearingsSittingModel *self, const char *response)
{
  const BearingsSittingItem *current;
  g_autofree char *before = NULL;

  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  g_return_if_fail (response != NULL);
  current = bearings_sitting_current (self->sitting);
  if (current->response != NULL)
    before = bearings_response_to_string (current->response);
  if (g_strcmp0 (before, response) != 0)
    give (self, bearings_entry_new (BEARINGS_ENTRY_ANSWERED, current->item->record.id, response,
                                    read_clock (self)));
}

void
bearings_sitting_model_flag (BearingsSittingModel *self, gboolean flagged)
{
  const BearingsSittingItem *current;

  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  current = bearings_sitting_current (self->sitting);
  if (current->flagged != flagged)
    give (self, bearings_entry_new (BEARINGS_ENTRY_FLAGGED, current->item->record.id,
                                    flagged ? "1" : "0", -1));
}

void
bearings_sitting_model_say (BearingsSittingModel *self,
                            BearingsEntryKind kind,
                            const char *item_id,
                            const char *response)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  g_return_if_fail (kind == BEARINGS_ENTRY_NOTE || kind == BEARINGS_ENTRY_RATED);
  give (self, bearings_entry_new (kind, item_id, response, -1));
}

void
bearings_sitting_model_next (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  step (self, BEARINGS_ENTRY_SHOWN,
        bearings_sitting_state_next_item (self->sitting, self->from_review), FALSE);
}

gboolean
bearings_sitting_model_back (BearingsSittingModel *self)
{
  const char *previous;

  g_return_val_if_fail (BEARINGS_IS_SITTING_MODEL (self), FALSE);
  previous = bearings_sitting_state_previous_item (self->sitting);
  if (previous == NULL)
    return FALSE;
  step (self, BEARINGS_ENTRY_BACK, previous, FALSE);
  return TRUE;
}

void
bearings_sitting_model_skip (BearingsSittingModel *self)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  g_autoptr (BearingsSitting) skipped = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  g_ptr_array_add (entries, bearings_entry_new (
                              BEARINGS_ENTRY_SKIPPED,
                              bearings_sitting_current (self->sitting)->item->record.id, NULL, -1));
  /* What comes next may depend on what is skipped. */
  skipped = bearings_sitting_apply (self->sitting, entries->pdata[0], &error);
  if (skipped == NULL) {
    g_critical ("An entry of our own making does not fit: %s", error->message);
    return;
  }
  g_ptr_array_add (
    entries,
    bearings_entry_new (BEARINGS_ENTRY_SHOWN,
                        bearings_sitting_state_next_item (skipped, self->from_review), NULL, -1));
  take_step (self, g_steal_pointer (&entries), FALSE);
}

void
bearings_sitting_model_jump (BearingsSittingModel *self, const char *item_id)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  g_return_if_fail (item_id != NULL);
  step (self, BEARINGS_ENTRY_SHOWN, item_id, TRUE);
}

void
bearings_sitting_model_review (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  step (self, BEARINGS_ENTRY_SHOWN, NULL, FALSE);
}

void
bearings_sitting_model_pause (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  step (self, BEARINGS_ENTRY_PAUSED, NULL, FALSE);
}

void
bearings_sitting_model_resume (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  if (self->sitting->phase == BEARINGS_SITTING_PAUSED)
    step (self, BEARINGS_ENTRY_RESUMED, NULL, FALSE);
}

void
bearings_sitting_model_finish (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  step (self, BEARINGS_ENTRY_FINISHED, NULL, FALSE);
}

void
bearings_sitting_model_retry (BearingsSittingModel *self)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  write_queue (self);
  /* A step that was not taken is nobody's loss. */
  if (!self->writing && self->store_state == BEARINGS_NOT_STORED)
    set_store_state (self, BEARINGS_STORED, NULL);
  changed (self);
}

BEARINGS_DEFINE_JOB (open_again,
                     BEARINGS_LANE_KEEP,
                     g_free,
                     g_object_unref,
                     bearings_sitting_model_new (self, data, error))

static void
on_opened_again (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  BearingsSittingModel *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (BearingsSittingModel) fresh =
    bearings_service_ask_finish (BEARINGS_SERVICE (source), result, &error);

  if (fresh == NULL) {
    g_task_return_error (task, error);
    return;
  }
  /* The other window's answers are later than what was refused here. */
  g_queue_clear_full (&self->queue, (GDestroyNotify) bearings_entry_free);
  bearings_sitting_unref (self->sitting);
  self->sitting = g_steal_pointer (&fresh->sitting);
  self->hold = fresh->hold;
  fresh->hold = 0;
  self->from_review = FALSE;
  set_store_state (self, BEARINGS_STORED, NULL);
  changed (self);
  g_task_return_boolean (task, TRUE);
}

void
bearings_sitting_model_take_back (BearingsSittingModel *self,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (BEARINGS_IS_SITTING_MODEL (self));
  bearings_service_ask (self->service, &open_again, g_strdup (self->sitting_id), NULL,
                        on_opened_again, g_task_new (self, NULL, callback, user_data));
}

gboolean
bearings_sitting_model_take_back_finish (BearingsSittingModel *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
