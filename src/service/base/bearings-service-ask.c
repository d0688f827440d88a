/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use cases in a thread, for a face that must not wait. */

#include "bearings-service-ask.h"

#include "bearings-service-private.h"
#include "bearings-thread-guard.h"

struct _BearingsLanes {
  GThreadPool *keeper; /* one thread; made when it is first needed */
  GMutex lock;
  GCond idle;
  guint n_pending; /* jobs that must be done before the program ends */
};

static void
answer (GTask *task)
{
  const BearingsJob *job = g_task_get_source_tag (task);
  GError *error = NULL;
  gpointer value;

  /* What is asked for later has overtaken what is only read. */
  if (job->lane == BEARINGS_LANE_READ && g_task_return_error_if_cancelled (task))
    return;
  value = job->work (g_task_get_source_object (task), g_task_get_task_data (task),
                     g_task_get_cancellable (task), &error);
  if (error == NULL) {
    g_task_return_pointer (task, value, job->free_answer);
    return;
  }
  if (value != NULL && job->free_answer != NULL)
    job->free_answer (value);
  g_task_return_error (task, error);
}

static void
run (GTask *task)
{
  const BearingsJob *job = g_task_get_source_tag (task);
  BearingsLanes *lanes = bearings_service_get_lanes (g_task_get_source_object (task));

  answer (task);
  if (job->lane == BEARINGS_LANE_READ)
    return;
  /* Once the answer is on its way: whoever waits may go on with it. */
  g_mutex_lock (&lanes->lock);
  if (--lanes->n_pending == 0)
    g_cond_broadcast (&lanes->idle);
  g_mutex_unlock (&lanes->lock);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  run (task);
}

static void
run_in_order (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;

  run (task);
}

BearingsLanes *
bearings_lanes_new (void)
{
  BearingsLanes *lanes = g_new0 (BearingsLanes, 1);

  g_mutex_init (&lanes->lock);
  g_cond_init (&lanes->idle);
  return lanes;
}

/* Every job holds the service, so that none is under way; the last one may be why this is called,
 * in its own thread, which can then not be waited for. */
void
bearings_lanes_free (BearingsLanes *lanes)
{
  if (lanes->keeper != NULL)
    g_thread_pool_free (lanes->keeper, FALSE, FALSE);
  g_mutex_clear (&lanes->lock);
  g_cond_clear (&lanes->idle);
  g_free (lanes);
}

void
bearings_service_ask (BearingsService *self,
                      const BearingsJob *job,
                      gpointer data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  BearingsLanes *lanes = bearings_service_get_lanes (self);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, (gpointer) job);
  g_task_set_task_data (task, data, job->free_data);
  g_task_set_check_cancellable (task, job->lane == BEARINGS_LANE_READ);
  if (job->lane == BEARINGS_LANE_READ) {
    g_task_run_in_thread (task, run_in_thread);
    return;
  }
  g_mutex_lock (&lanes->lock);
  lanes->n_pending++;
  if (job->lane == BEARINGS_LANE_KEEP && lanes->keeper == NULL)
    lanes->keeper = g_thread_pool_new (run_in_order, NULL, 1, FALSE, NULL);
  g_mutex_unlock (&lanes->lock);
  if (job->lane == BEARINGS_LANE_KEEP)
    g_thread_pool_push (lanes->keeper, g_object_ref (task), NULL);
  else
    g_task_run_in_thread (task, run_in_thread);
}

gpointer
bearings_service_ask_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

const BearingsJob *
bearings_service_ask_get_job (GAsyncResult *result)
{
  return g_task_get_source_tag (G_TASK (result));
}

gboolean
bearings_service_ask_is_pending (BearingsService *self)
{
  BearingsLanes *lanes = bearings_service_get_lanes (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lanes->lock);

  return lanes->n_pending > 0;
}

void
bearings_service_ask_wait (BearingsService *self)
{
  BearingsLanes *lanes = bearings_service_get_lanes (self);

  g_mutex_lock (&lanes->lock);
  while (lanes->n_pending > 0)
    g_cond_wait (&lanes->idle, &lanes->lock);
  g_mutex_unlock (&lanes->lock);
}

void
bearings_service_ask_forbid_blocking (gboolean forbid)
{
  bearings_thread_guard_forbid (forbid ? g_thread_self () : NULL);
}
