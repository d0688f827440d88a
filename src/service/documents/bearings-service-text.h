/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages and results as text, JSON and files to take home. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* Text and JSON of what the use cases return. */
char *bearings_service_text_skill_page_to (const BearingsSkillPage *page, guint width);
char *bearings_service_text_result_to (const BearingsResult *result, guint width);
char *bearings_service_text_record_to (const BearingsRecord *record, guint width);
char *bearings_service_text_hits_to_json (const GPtrArray *hits);
char *bearings_service_text_skill_page_to_json (const BearingsSkillPage *page);
char *bearings_service_text_result_to_json (const BearingsResult *result);
char *bearings_service_text_record_to_json (const BearingsRecord *record);
char *bearings_service_text_problems_to_json (const GPtrArray *problems);
char *bearings_service_text_import_summary_to_json (const BearingsImportSummary *summary);
/* Writes the report a person takes home; @page may be NULL. The file is replaced whole. */
gboolean bearings_service_text_save_result (const BearingsResult *result,
                                            const BearingsSkillPage *page,
                                            BearingsReportForm form,
                                            GFile *file,
                                            GError **error);

/* Writes a text to a file, whole or not at all; a file of that name is an error unless @replace. */
gboolean
bearings_service_text_save (GFile *file, gboolean replace, const char *text, GError **error);
/* Likewise, replacing. */
void bearings_service_text_save_async (GFile *file,
                                       const char *text,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean bearings_service_text_save_finish (GFile *file, GAsyncResult *result, GError **error);

G_END_DECLS
