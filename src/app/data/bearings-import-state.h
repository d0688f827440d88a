/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an import, its preview and the history: pure functions. */
#pragma once

#include "bearings-diff.h"
#include "bearings-screens.h"
#include "bearings-entry.h"

G_BEGIN_DECLS

/* "Version 1.1.0 would take the place of version 1.0.0." */
char *bearings_import_state_versions_text (const BearingsPreview *preview);
/* "Career centre · 23 November 2026 · CC BY 4.0": what is stated of it. */
char *bearings_import_state_origin_text (const BearingsPackInfo *info);
/* Of a state of a signature: a few words, and what they mean. */
const char *bearings_import_state_signature_title (const BearingsSignature *signature);
char *bearings_import_state_signature_explanation (const BearingsSignature *signature);
const char *bearings_import_state_signature_icon (const BearingsSignature *signature);

/* What the two rules for a record that two packs claim do here; NULL when they do nothing. */
char *bearings_import_state_claims_text (const BearingsPreview *preview);
/* "332 records stay as they are.", and the rules above where they do something; NULL when neither
 * is to be said. */
char *bearings_import_state_records_text (const BearingsPreview *preview);
/* Entries of one change: BEARINGS_RECORD_CHANGE_TAKEN_OVER is no BEARINGS_RECORD_CHANGE_CHANGED
 * here. */
guint bearings_import_state_preview_count (const BearingsPreview *preview,
                                           BearingsRecordChange change);
/* "12 answers on 4 pages would be others." */
char *bearings_import_state_answers_text (const BearingsPreview *preview);
/* "3 stored results …"; NULL when none is concerned. */
char *bearings_import_state_results_text (const BearingsPreview *preview);

/* "Claim · deming-social-skills · Graded again: …": what an entry is, beneath its title. */
char *bearings_import_state_preview_entry_text (const BearingsDiffEntry *entry);
/* A sentence of a page, or that there is none. */
const char *bearings_import_state_preview_answer_or_none (const char *sentence);
/* The answer before and after, each on a line that says which it is. */
char *bearings_import_state_preview_answer_text (const BearingsAnswerChange *change);
/* "3 March 2026 · data 4f2a…": which stored result it is. */
char *bearings_import_state_sitting_text (const BearingsSittingInfo *sitting);

/* Numbers of the answers, guint32, that have all the words of @text (NULL: any). */
GArray *bearings_import_state_preview_filter_answers (const BearingsPreview *preview,
                                                      const char *text);
/* Numbers of the findings, guint32: of one severity (-1: any), of a text (NULL: any), which may
 * stand in the message, the code, the place or the file. */
GArray *
bearings_import_state_problems_filter (const GPtrArray *problems, int severity, const char *text);

/* "Version 1.1.0 took the place of version 1.0.0. Records: 12 added, 3 changed, 1 removed." */
char *bearings_import_state_applied_text (const BearingsImportSummary *summary);
/* "Records: 12 added, 3 changed, 1 removed" */
char *bearings_import_state_counts_text (gint64 added, gint64 changed, gint64 removed);
/* What undoing an import does, a sentence on each line. */
char *bearings_import_state_undo_text (const BearingsImportEvent *event);
/* Why an import cannot be undone now; NULL when it can. */
const char *bearings_import_state_no_undo_text (const BearingsImportEvent *event);
/* The line of the key in the text of a public key file, or the text itself when it is one line;
 * NULL when there is none. */
char *bearings_import_state_key_line (const char *text);
/* "Version 1.1.0 · 23 November 2026, 14:05": which import it is. */
char *bearings_import_state_event_text (const BearingsImportEvent *event);
/* The events that have all the words of @text; borrowed. */
GPtrArray *bearings_import_state_find_events (const GPtrArray *events, const char *text);
/* A moment of the history, in the user's own time: "23 November 2026, 14:05". */
char *bearings_import_state_time_text (const char *iso8601);

G_END_DECLS
