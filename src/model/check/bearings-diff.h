/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pack would change: a pure comparison of records, and the value a preview is. */
#pragma once

#include "bearings-history.h"
#include "bearings-problem.h"
#include "bearings-entry.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_RECORD_CHANGE_NONE = 1,
  BEARINGS_RECORD_CHANGE_ADDED,
  BEARINGS_RECORD_CHANGE_CHANGED,
  BEARINGS_RECORD_CHANGE_REMOVED,
  BEARINGS_RECORD_CHANGE_TAKEN_OVER, /* from a pack that this one declares to replace */
  BEARINGS_RECORD_CHANGE_KEPT,       /* stays with a pack that declares to replace this one */
} BearingsRecordChange;
/* "Added", "Changed", ... */
const char *bearings_record_change_title (BearingsRecordChange change);

/* A field that is not the same: its path within the record, and its values as text; NULL where it
 * is absent. */
typedef struct {
  char *path;
  char *before;
  char *after;
} BearingsFieldChange;
void bearings_field_change_free (BearingsFieldChange *change);

/* BearingsFieldChange, in the order of the table of fields. @before and @after are of one kind;
 * either may be NULL, for a record that is added or removed. */
GPtrArray *bearings_diff_records (const BearingsRecord *before, const BearingsRecord *after);

/* What a record is called where it stands in a list; owned by the record. */
const char *bearings_diff_record_title (const BearingsRecord *record);

/**
 * BearingsDiffEntry: one record of a preview.
 * @certainty_before, @certainty_after: of a claim, by the rules; 0 when there is none
 * @line, @offset, @length, @digest: where its new text stands in the file; see BearingsPackPlace
 */
typedef struct {
  BearingsRecordChange change;
  BearingsRecordKind kind;
  char *id;
  char *title;
  int certainty_before, certainty_after;
  guint line;
  gint64 offset;
  gsize length;
  guint64 digest;
} BearingsDiffEntry;
BearingsDiffEntry *bearings_diff_entry_new (BearingsRecordChange change,
                                            const BearingsRecord *before,
                                            const BearingsRecord *after);
BearingsDiffEntry *bearings_diff_entry_copy (const BearingsDiffEntry *entry);
void bearings_diff_entry_free (BearingsDiffEntry *entry);
/* Whether a claim has another certainty than before. */
gboolean bearings_diff_entry_is_regraded (const BearingsDiffEntry *entry);
/* Whether the entry has all the words of a folded text (g_utf8_casefold()) in its id or title. */
gboolean bearings_diff_entry_matches (const BearingsDiffEntry *entry, const char *folded);

/* A sentence of a page that would be another. */
typedef struct {
  char *question; /* "Python for Machine Learning Engineer: how much does it matter?" */
  char *channel;
  char *before;
  char *after;
} BearingsAnswerChange;
void bearings_answer_change_free (BearingsAnswerChange *change);

/* A stored result that an import concerns: its sitting, and the title of its instrument. */
typedef struct {
  BearingsSittingInfo *info;
  char *title;
} BearingsPreviewResult;
BearingsPreviewResult *bearings_preview_result_new (const BearingsSittingInfo *sitting,
                                                    const char *title);
void bearings_preview_result_free (BearingsPreviewResult *result);

/**
 * BearingsPreview: all that a person may want to know before a pack is applied.
 * @installed: version that is installed, or %NULL
 * @entries: BearingsDiffEntry of what is not the same, in the order of the file; removed ones last
 * @answers: BearingsAnswerChange
 * @n_pages: pages whose answers were worked out again, of @n_concerned
 * @too_many: so much changes that no answer was worked out
 * @n_results: stored results whose instrument, items or reference samples change; they keep the
 *   data they were scored with
 * @results: (element-type BearingsPreviewResult): whose they are, latest first
 * @problems: BearingsProblem, warnings
 * @hash: of the file, so that only what was looked at is applied
 */
typedef struct {
  gatomicrefcount ref_count;
  BearingsPackInfo *info;
  char *installed;
  BearingsSignature signature;
  gboolean downgrade;
  GPtrArray *entries;
  gint64 n_unchanged;
  guint n_added, n_changed, n_removed, n_kept, n_regraded;
  GPtrArray *answers;
  guint n_pages, n_concerned;
  gboolean too_many;
  guint n_results;
  GPtrArray *results;
  GPtrArray *problems;
  guint8 hash[64];
} BearingsPreview;
BearingsPreview *bearings_preview_new (void);
BearingsPreview *bearings_preview_ref (BearingsPreview *preview);
void bearings_preview_unref (BearingsPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPreview, bearings_preview_unref)
/* Adds an entry and counts it. */
void bearings_preview_add (BearingsPreview *preview, BearingsDiffEntry *entry);
/* The numbers of the entries that match, guint32: of one change (0: any), re-graded ones only, of a
 * text (NULL: any). */
GArray *bearings_preview_filter (const BearingsPreview *preview,
                                 BearingsRecordChange change,
                                 gboolean regraded,
                                 const char *text);

G_END_DECLS
