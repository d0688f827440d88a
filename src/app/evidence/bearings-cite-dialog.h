/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References in the form another program wants, to copy or to save. */
#pragma once

#include <adwaita.h>

#include "bearings-service-library.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CITE_DIALOG (bearings_cite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCiteDialog, bearings_cite_dialog, BEARINGS, CITE_DIALOG, AdwDialog)

/* @citations: BearingsCitation; see bearings_service_library_add_citation(). */
BearingsCiteDialog *bearings_cite_dialog_new (GPtrArray *citations);
/* Presents the dialog for one claim or source or, with @skill_id, for all sources of the page of a
 * skill in a career, from any widget; an error is shown in its place. */
void bearings_cite_dialog_present (GtkWidget *parent,
                                   BearingsService *service,
                                   BearingsRecordKind kind,
                                   const char *id,
                                   const char *skill_id);
/* The same for several claims and sources. @records: (transfer floating): a(is), kind and id. */
void bearings_cite_dialog_present_records (GtkWidget *parent,
                                           BearingsService *service,
                                           GVariant *records);

G_END_DECLS
