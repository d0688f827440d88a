/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, results and records as text, JSON and files. */

#include "bearings-pack-writer.h"
#include "bearings-page-json.h"
#include "bearings-report.h"
#include "bearings-service-packs.h"
#include "bearings-service-preview.h"
#include "bearings-service-private.h"
#include "bearings-service-text.h"
#include "bearings-thread-guard.h"

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
bearings_service_save_document (BearingsDocument *document,
                                BearingsReportForm form,
                                GFile *file,
                                GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autofree char *text = NULL;

  bearings_thread_guard_check ("a report");
  if (form != BEARINGS_REPORT_PDF) {
    text = form == BEARINGS_REPORT_HTML ? bearings_document_to_html (document)
                                        : bearings_document_to_text (document, 80);
    return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                    NULL, NULL, error);
  }
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  if (stream == NULL)
    return FALSE;
  if (!bearings_document_to_pdf (document, G_OUTPUT_STREAM (stream), error)) {
    g_autoptr (GCancellable) cancelled = g_cancellable_new ();
    g_cancellable_cancel (cancelled); /* a cancelled close leaves the old file in place */
    g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
    return FALSE;
  }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
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
