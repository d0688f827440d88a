/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing in a worker thread, with progress in the caller's main context. */

#include "bearings-service-private.h"

typedef struct {
  gatomicrefcount ref_count;
  GFile *file;
  GPtrArray *problems;
  BearingsProgressFunc progress;
  gpointer progress_data;
  GMainContext *context;
  GCancellable *cancellable;
} Job;

static Job *
job_ref (Job *job)
{
  g_atomic_ref_count_inc (&job->ref_count);
  return job;
}

static void
job_unref (gpointer data)
{
  Job *job = data;

  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;
  g_object_unref (job->file);
  g_ptr_array_unref (job->problems);
  g_main_context_unref (job->context);
  g_clear_object (&job->cancellable);
  g_free (job);
}

typedef struct {
  Job *job;
  goffset done, total;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  job_unref (step->job);
  g_free (step);
}

static gboolean
report_step (gpointer data)
{
  Step *step = data;

  if (!g_cancellable_is_cancelled (step->job->cancellable))
    step->job->progress (step->done, step->total, step->job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
on_progress (goffset done, goffset total, gpointer user_data)
{
  Job *job = user_data;
  Step *step;

  if (job->progress == NULL)
    return;
  step = g_new (Step, 1);
  *step = (Step) { job_ref (job), done, total };
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, report_step, step, step_free);
}

static void
import_thread (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  BearingsImportSummary *summary =
    bearings_service_import (self, job->file, on_progress, job, job->problems, cancellable, &error);

  bearings_service_return (task, summary, (GDestroyNotify) bearings_import_summary_free, error);
}

void
bearings_service_import_async (BearingsService *self,
                               GFile *file,
                               BearingsProgressFunc progress,
                               gpointer progress_data,
                               GPtrArray *problems,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->file = g_object_ref (file);
  job->problems = g_ptr_array_ref (problems);
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_set_object (&job->cancellable, cancellable);
  bearings_service_run (self, bearings_service_import_async, import_thread, job, job_unref,
                        cancellable, callback, user_data);
}

BearingsImportSummary *
bearings_service_import_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
