/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several use cases do alike: one error for the layer above, documents as files. */

#include "bearings-service-private.h"

#include <string.h>

#include "bearings-file-writer.h"
#include "bearings-pack-reader.h"
#include "bearings-report.h"
#include "bearings-thread-guard.h"

void
bearings_service_translate (const GError *cause, GError **error)
{
  if (g_error_matches (cause, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                         cause->message);
  else
    g_propagate_error (error, g_error_copy (cause));
}

static GBytes *
document_to_bytes (BearingsDocument *document, BearingsReportForm form, GError **error)
{
  g_autoptr (GOutputStream) pdf = NULL;
  char *text;

  bearings_thread_guard_check ("a report");
  if (form != BEARINGS_REPORT_PDF) {
    text = form == BEARINGS_REPORT_HTML ? bearings_document_to_html (document)
                                        : bearings_document_to_text (document, 80);
    return g_bytes_new_take (text, strlen (text));
  }
  pdf = g_memory_output_stream_new_resizable ();
  if (!bearings_document_to_pdf (document, pdf, error) || !g_output_stream_close (pdf, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (pdf));
}

gboolean
bearings_service_save_document (BearingsDocument *document,
                                BearingsReportForm form,
                                GFile *file,
                                GError **error)
{
  g_autoptr (GBytes) bytes = document_to_bytes (document, form, error);

  return bytes != NULL && bearings_file_writer_save (file, BEARINGS_FILE_WRITER_PRIVATE,
                                                     g_bytes_get_data (bytes, NULL),
                                                     g_bytes_get_size (bytes), error);
}
