/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found in a pack, in a dialog. */
#pragma once

#include <adwaita.h>

#include "bearings-problem.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_FINDINGS_DIALOG (bearings_findings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsFindingsDialog,
                      bearings_findings_dialog,
                      BEARINGS,
                      FINDINGS_DIALOG,
                      AdwDialog)

/* @problems: BearingsProblem; @file: display name. */
AdwDialog *bearings_findings_dialog_new (GPtrArray *problems, const char *file);

G_END_DECLS
