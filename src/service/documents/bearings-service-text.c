/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, results and records as text, JSON and files. */

#include "bearings-file-writer.h"
#include "bearings-pack-writer.h"
#include "bearings-page-json.h"
#include "bearings-report.h"
#include "bearings-service-preview.h"
#include "bearings-service-private.h"
#include "bearings-service-text.h"

char *
bearings_service_text_skill_page_to (const BearingsSkillPage *page, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_skill_page (page);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_text_result_to (const BearingsResult *result, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_result (result, NULL);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_text_record_to (const BearingsRecord *record, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_record (record);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_text_hits_to_json (const GPtrArray *hits)
{
  return bearings_page_json_hits_to (hits);
}

char *
bearings_service_text_skill_page_to_json (const BearingsSkillPage *page)
{
  return bearings_page_json_skill_to (page);
}

char *
bearings_service_text_result_to_json (const BearingsResult *result)
{
  return bearings_page_json_result_to (result);
}

char *
bearings_service_text_record_to_json (const BearingsRecord *record)
{
  return bearings_pack_writer_record_to_json (record);
}

char *
bearings_service_text_problems_to_json (const GPtrArray *problems)
{
  return bearings_page_json_problems_to (problems);
}

char *
bearings_service_preview_to_json (const BearingsPreview *preview)
{
  return bearings_page_json_preview_to (preview);
}

char *
bearings_service_text_import_summary_to_json (const BearingsImportSummary *summary)
{
  return bearings_page_json_import_summary_to (summary);
}

gboolean
bearings_service_text_save (GFile *file, gboolean replace, const char *text, GError **error)
{
  return bearings_file_writer_save (
    file, replace ? BEARINGS_FILE_WRITER_REPLACE : BEARINGS_FILE_WRITER_NEW, text, strlen (text),
    error);
}

static void
save_text_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (bearings_service_text_save (source, TRUE, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bearings_service_text_save_async (GFile *file,
                                  const char *text,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, user_data);

  g_task_set_source_tag (task, bearings_service_text_save_async);
  g_task_set_task_data (task, g_strdup (text), g_free);
  g_task_run_in_thread (task, save_text_thread);
}

gboolean
bearings_service_text_save_finish (GFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
bearings_service_text_save_result (const BearingsResult *result,
                                   const BearingsSkillPage *page,
                                   BearingsReportForm form,
                                   GFile *file,
                                   GError **error)
{
  g_autoptr (BearingsDocument) document = bearings_report_result (result, page);

  return bearings_service_save_document (document, form, file, error);
}
