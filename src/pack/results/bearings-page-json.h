/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, results and lists as JSON, for programs. */
#pragma once

#include "bearings-diff.h"
#include "bearings-screens.h"
#include "bearings-problem.h"
#include "bearings-result.h"

G_BEGIN_DECLS

/* Indented by two spaces. Absent values are left out, as in packs; nothing is localized. */
char *bearings_hits_to_json (const GPtrArray *hits);
char *bearings_skill_page_to_json (const BearingsSkillPage *page);
char *bearings_result_to_json (const BearingsResult *result);
char *bearings_problems_to_json (const GPtrArray *problems);
char *bearings_preview_to_json (const BearingsPreview *preview);
char *bearings_import_summary_to_json (const BearingsImportSummary *summary);

G_END_DECLS
