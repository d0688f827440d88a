/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, results and lists as JSON, for programs. */
#pragma once

#include "bearings-diff.h"
#include "bearings-screens.h"
#include "bearings-problem.h"
#include "bearings-result.h"

G_BEGIN_DECLS

/* Indented by two spaces. Absent values are left out, as in packs; nothing is localized. */
char *bearings_page_json_hits_to (const GPtrArray *hits);
char *bearings_page_json_skill_to (const BearingsSkillPage *page);
char *bearings_page_json_result_to (const BearingsResult *result);
char *bearings_page_json_problems_to (const GPtrArray *problems);
char *bearings_page_json_preview_to (const BearingsPreview *preview);
char *bearings_page_json_import_summary_to (const BearingsImportSummary *summary);

G_END_DECLS
