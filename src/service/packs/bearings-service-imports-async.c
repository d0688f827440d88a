/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preview and import in a worker thread, with progress in the caller's main context. */

#include "bearings-service-private.h"

#include "bearings-service-packs.h"

#define PAGES_IN_PREVIEW 200

typedef struct {
  gatomicrefcount ref_count;
  GFile *file;
  gint64 number; /* of an import to undo */
  BearingsImportFlags flags;
  BearingsPreview *preview; /* what was looked at, or NULL */
  GPtrArray *problems;
  BearingsProgressFunc progress;
  gpointer progress_data;
  GMainContext *context;
  GCancellable *cancellable;
} Job;

static Job *
job_new (GFile *file,
         BearingsProgressFunc progress,
         gpointer progress_data,
         GPtrArray *problems,
         GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->ref_count);
  g_set_object (&job->file, file);
  job->problems = problems != NULL ? g_ptr_array_ref (problems) : NULL;
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_set_object (&job->cancellable, cancellable);
  return job;
}

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
  g_clear_object (&job->file);
  g_clear_pointer (&job->preview, bearings_preview_unref);
  g_clear_pointer (&job->problems, g_ptr_array_unref);
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
apply_thread (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  BearingsImportSummary *summary;

  g_task_set_check_cancellable (task, FALSE); /* what is applied is no longer cancelled */
  summary = bearings_service_apply (self, job->file, job->flags, job->preview, on_progress, job,
                                    job->problems, cancellable, &error);

  bearings_service_return (task, summary, (GDestroyNotify) bearings_import_summary_free, error);
}

void
bearings_service_apply_async (BearingsService *self,
                              GFile *file,
                              BearingsImportFlags flags,
                              BearingsPreview *preview,
                              BearingsProgressFunc progress,
                              gpointer progress_data,
                              GPtrArray *problems,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Job *job = job_new (file, progress, progress_data, problems, cancellable);

  job->flags = flags;
  job->preview = preview != NULL ? bearings_preview_ref (preview) : NULL;
  bearings_service_run (self, bearings_service_apply_async, apply_thread, job, job_unref,
                        cancellable, callback, user_data);
}

BearingsImportSummary *
bearings_service_apply_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
preview_thread (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (BearingsPreview) preview = bearings_service_preview (
    self, job->file, on_progress, job, job->problems, cancellable, &error);

  if (preview != NULL && !bearings_service_preview_answers (self, job->file, preview,
                                                            PAGES_IN_PREVIEW, cancellable, &error))
    g_clear_pointer (&preview, bearings_preview_unref);
  bearings_service_return (task, g_steal_pointer (&preview),
                           (GDestroyNotify) bearings_preview_unref, error);
}

void
bearings_service_preview_async (BearingsService *self,
                                GFile *file,
                                BearingsProgressFunc progress,
                                gpointer progress_data,
                                GPtrArray *problems,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = job_new (file, progress, progress_data, problems, cancellable);

  bearings_service_run (self, bearings_service_preview_async, preview_thread, job, job_unref,
                        cancellable, callback, user_data);
}

BearingsPreview *
bearings_service_preview_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
undo_thread (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  g_task_set_check_cancellable (task, FALSE); /* what is undone is no longer cancelled */
  if (bearings_service_undo_import (self, job->number, on_progress, job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bearings_service_undo_import_async (BearingsService *self,
                                    gint64 number,
                                    BearingsProgressFunc progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Job *job = job_new (NULL, progress, progress_data, NULL, cancellable);

  job->number = number;
  bearings_service_run (self, bearings_service_undo_import_async, undo_thread, job, job_unref,
                        cancellable, callback, user_data);
}

gboolean
bearings_service_undo_import_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
