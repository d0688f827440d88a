/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a sentence to its primary source, with what differs at each step. */
#pragma once

#include <adwaita.h>

#include "bearings-service-trace.h"

G_BEGIN_DECLS

/* Steps from the sentence to the primary source, then how others pass it on, then what stands
 * beside. */
GtkWidget *bearings_trace_view_new (const BearingsTrace *trace);

/* The same in a dialog, from any widget of the window; an error is told in the dialog. */
void bearings_trace_view_dialog_present (GtkWidget *parent,
                                         BearingsService *service,
                                         BearingsRecordKind kind,
                                         const char *id);

/* A trace at hand, in a dialog. */
void bearings_trace_view_dialog_present_trace (GtkWidget *parent, const BearingsTrace *trace);

/* A button that opens the trace of a claim: the window's action "win.trace". */
GtkWidget *bearings_trace_view_button_new (BearingsRecordKind kind, const char *id);
/* The same for any piece of evidence: a claim, or a count with its @source, which may be NULL. */
GtkWidget *bearings_trace_view_button_new_for_evidence (BearingsEvidence *evidence,
                                                        BearingsSource *source);
/* A button that opens the trace of the sentence at the top of @page. */
GtkWidget *bearings_trace_view_button_new_for_answer (BearingsSkillPage *page);

G_END_DECLS
