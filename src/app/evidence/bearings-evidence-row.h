/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece of evidence in a list: statement, figure, directness, certainty. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-screens.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_EVIDENCE_ROW (bearings_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (BearingsEvidenceRow,
                      bearings_evidence_row,
                      BEARINGS,
                      EVIDENCE_ROW,
                      GtkListBoxRow)

/* Activating the row opens the claim; a share or a flag, which has no page, its figure. */
GtkWidget *bearings_evidence_row_new (BearingsEvidence *evidence, BearingsSource *source);
/* The same for a claim outside the page of a skill: no directness. Of @source the state is shown.
 */
GtkWidget *bearings_evidence_row_new_for_claim (BearingsClaim *claim, const BearingsSource *source);

/* Says what changes when the claim uses another definition than a page of that kind of career. */
void bearings_evidence_row_set_page (BearingsEvidenceRow *self, BearingsRecordKind career);

G_END_DECLS
