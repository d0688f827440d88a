/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the Data page: pure functions. */
#pragma once

#include "bearings-screens.h"
#include "bearings-problem.h"

G_BEGIN_DECLS

/* "Version 1.0.0 · 12,345 records" */
char *bearings_data_state_pack_text (const BearingsInstalledPack *pack);
/* "3 errors and 1 warning were found in pack.bearings.json. Nothing was changed." */
char *bearings_data_state_refusal_text (const GPtrArray *problems, const char *file);
/* "Line 12 · $.records[3].title"; NULL when neither is known. */
char *bearings_data_state_problem_place (const BearingsProblem *problem);
/* All findings, one a line, for the clipboard. */
char *bearings_data_state_problems_text (const GPtrArray *problems);

G_END_DECLS
