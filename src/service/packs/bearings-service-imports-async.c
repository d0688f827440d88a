/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preview and import in a worker thread, with progress in the caller's main context. */

#include "bearings-service-ask.h"
#include "bearings-service-imports.h"
#include "bearings-service-preview.h"
#include "bearings-service-private.h"

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

static gpointer
apply_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return bearings_service_imports_apply (self, job->file, job->flags, job->preview, on_progress,
                                         job, job->problems, cancellable, error);
}

void
bearings_service_imports_apply_async (BearingsService *self,
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
  static const BearingsJob asked = { apply_work, job_unref,
                                     (GDestroyNotify) bearings_import_summary_free,
                                     BEARINGS_LANE_FILE };
  Job *job = job_new (file, progress, progress_data, problems, cancellable);

  job->flags = flags;
  job->preview = preview != NULL ? bearings_preview_ref (preview) : NULL;
  bearings_service_ask (self, &asked, job, cancellable, callback, user_data);
}

BearingsImportSummary *
bearings_service_imports_apply_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

static gpointer
preview_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (BearingsPreview) preview =
    bearings_service_preview (self, job->file, on_progress, job, job->problems, cancellable, error);

  if (preview == NULL || !bearings_service_preview_answers (self, job->file, preview,
                                                            PAGES_IN_PREVIEW, cancellable, error))
    return NULL;
  return g_steal_pointer (&preview);
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
  static const BearingsJob asked = { preview_work, job_unref,
                                     (GDestroyNotify) bearings_preview_unref, BEARINGS_LANE_READ };
  Job *job = job_new (file, progress, progress_data, problems, cancellable);

  bearings_service_ask (self, &asked, job, cancellable, callback, user_data);
}

BearingsPreview *
bearings_service_preview_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

static gpointer
undo_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return GINT_TO_POINTER (
    bearings_service_imports_undo (self, job->number, on_progress, job, cancellable, error));
}

void
bearings_service_imports_undo_async (BearingsService *self,
                                     gint64 number,
                                     BearingsProgressFunc progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  static const BearingsJob asked = { undo_work, job_unref, NULL, BEARINGS_LANE_FILE };
  Job *job = job_new (NULL, progress, progress_data, NULL, cancellable);

  job->number = number;
  bearings_service_ask (self, &asked, job, cancellable, callback, user_data);
}

gboolean
bearings_service_imports_undo_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error) != NULL;
}
