/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing records field by field, by their tables. */

#include "bearings-diff.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-certainty.h"
#include "bearings-instrument.h"
#include "bearings-occupation.h"

const char *
bearings_record_change_title (BearingsRecordChange change)
{
  switch (change) {
  case BEARINGS_RECORD_CHANGE_ADDED:
    return _ ("Added");
  case BEARINGS_RECORD_CHANGE_CHANGED:
    return _ ("Changed");
  case BEARINGS_RECORD_CHANGE_REMOVED:
    return _ ("Removed");
  case BEARINGS_RECORD_CHANGE_TAKEN_OVER:
    return _ ("Taken over");
  case BEARINGS_RECORD_CHANGE_KEPT:
    return _ ("Kept with the other pack");
  case BEARINGS_RECORD_CHANGE_NONE:
    break;
  }
  return _ ("Unchanged");
}

void
bearings_field_change_free (BearingsFieldChange *change)
{
  g_free (change->path);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

typedef struct {
  GString *path;
  GPtrArray *changes;
} Diff;

/* Takes the texts. */
static void
tell (Diff *diff, char *before, char *after)
{
  BearingsFieldChange *change;

  if (g_strcmp0 (before, after) == 0) {
    g_free (before);
    g_free (after);
    return;
  }
  change = g_new (BearingsFieldChange, 1);
  change->path = g_strdup (diff->path->str);
  change->before = before;
  change->after = after;
  g_ptr_array_add (diff->changes, change);
}

static char *
real_text (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* The shortest of the two that reads back as the same number. */
  g_ascii_formatd (text, sizeof text, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_dtostr (text, sizeof text, value);
  return g_strdup (text);
}

/* A leaf; NULL when it is absent, or @data is. */
static char *
leaf_text (const BearingsField *field, gconstpointer data)
{
  if (data == NULL || !bearings_field_is_set (field, data))
    return NULL;
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    return g_strdup (*BEARINGS_FIELD_AT (char *, data, field));
  case BEARINGS_FIELD_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, *BEARINGS_FIELD_AT (gint64, data, field));
  case BEARINGS_FIELD_REAL:
    return real_text (*BEARINGS_FIELD_AT (double, data, field));
  case BEARINGS_FIELD_BOOLEAN:
    return g_strdup (*BEARINGS_FIELD_AT (int, data, field) == BEARINGS_YES ? "true" : "false");
  case BEARINGS_FIELD_ENUM:
    return g_strdup (
      bearings_enums_nick (field->enumeration, *BEARINGS_FIELD_AT (int, data, field)));
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
  case BEARINGS_FIELD_STRUCT:
  case BEARINGS_FIELD_STRUCTS:
    break;
  }
  g_return_val_if_reached (NULL);
}

static void diff_structs (Diff *diff,
                          const BearingsStructType *type,
                          gconstpointer before,
                          gconstpointer after);

static gpointer
element (GPtrArray *list, guint i)
{
  return list != NULL && i < list->len ? list->pdata[i] : NULL;
}

static void
diff_list (Diff *diff, const BearingsField *field, gconstpointer before, gconstpointer after)
{
  GPtrArray *x = before != NULL ? *BEARINGS_FIELD_AT (GPtrArray *, before, field) : NULL;
  GPtrArray *y = after != NULL ? *BEARINGS_FIELD_AT (GPtrArray *, after, field) : NULL;
  guint n = MAX (x != NULL ? x->len : 0, y != NULL ? y->len : 0);
  gsize length = diff->path->len;

  for (guint i = 0; i < n; i++) {
    g_string_append_printf (diff->path, "[%u]", i);
    if (field->kind == BEARINGS_FIELD_STRUCTS)
      diff_structs (diff, field->structure, element (x, i), element (y, i));
    else
      tell (diff, g_strdup (element (x, i)), g_strdup (element (y, i)));
    g_string_truncate (diff->path, length);
  }
}

static char *
real_at (GArray *list, guint i)
{
  return list != NULL && i < list->len ? real_text (g_array_index (list, double, i)) : NULL;
}

static void
diff_reals (Diff *diff, const BearingsField *field, gconstpointer before, gconstpointer after)
{
  GArray *x = before != NULL ? *BEARINGS_FIELD_AT (GArray *, before, field) : NULL;
  GArray *y = after != NULL ? *BEARINGS_FIELD_AT (GArray *, after, field) : NULL;
  guint n = MAX (x != NULL ? x->len : 0, y != NULL ? y->len : 0);
  gsize length = diff->path->len;

  for (guint i = 0; i < n; i++) {
    g_string_append_printf (diff->path, "[%u]", i);
    tell (diff, real_at (x, i), real_at (y, i));
    g_string_truncate (diff->path, length);
  }
}

static void
diff_structs (Diff *diff, const BearingsStructType *type, gconstpointer before, gconstpointer after)
{
  gsize length = diff->path->len;

  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];

    if (diff->path->len > 0)
      g_string_append_c (diff->path, '.');
    g_string_append (diff->path, field->name);
    if (field->kind == BEARINGS_FIELD_STRUCT)
      diff_structs (diff, field->structure,
                    before != NULL ? (const char *) before + field->offset : NULL,
                    after != NULL ? (const char *) after + field->offset : NULL);
    else if (field->kind == BEARINGS_FIELD_TEXTS || field->kind == BEARINGS_FIELD_REFS ||
             field->kind == BEARINGS_FIELD_STRUCTS)
      diff_list (diff, field, before, after);
    else if (field->kind == BEARINGS_FIELD_REALS)
      diff_reals (diff, field, before, after);
    else
      tell (diff, leaf_text (field, before), leaf_text (field, after));
    g_string_truncate (diff->path, length);
  }
}

GPtrArray *
bearings_diff_records (const BearingsRecord *before, const BearingsRecord *after)
{
  const BearingsRecord *either = before != NULL ? before : after;
  g_autoptr (GString) path = g_string_new (NULL);
  Diff diff = { path,
                g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_field_change_free) };

  g_return_val_if_fail (either != NULL, NULL);
  g_return_val_if_fail (before == NULL || after == NULL || before->type == after->type, NULL);
  diff_structs (&diff, &either->type->structure, before, after);
  return diff.changes;
}

const char *
bearings_diff_record_title (const BearingsRecord *record)
{
  static const char *const names[] = { "statement", "title",  "popular_wording", "name",
                                       "term",      "prompt", "subject",         "summary" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const BearingsField *field = bearings_record_struct_field (&record->type->structure, names[i]);
    if (field != NULL && field->kind == BEARINGS_FIELD_TEXT &&
        bearings_field_is_set (field, record))
      return *BEARINGS_FIELD_AT (char *, record, field);
  }
  return record->id;
}

static int
certainty_of (const BearingsRecord *record)
{
  return record != NULL && record->type->kind == BEARINGS_RECORD_CLAIM
           ? (int) bearings_certainty_of_claim ((const BearingsClaim *) record)
           : 0;
}

BearingsDiffEntry *
bearings_diff_entry_new (BearingsRecordChange change,
                         const BearingsRecord *before,
                         const BearingsRecord *after)
{
  const BearingsRecord *shown = after != NULL ? after : before;
  BearingsDiffEntry *entry = g_new0 (BearingsDiffEntry, 1);

  entry->change = change;
  entry->kind = shown->type->kind;
  entry->id = g_strdup (shown->id);
  entry->title = g_strdup (bearings_diff_record_title (shown));
  entry->certainty_before = certainty_of (before);
  entry->certainty_after = certainty_of (after);
  return entry;
}

BearingsDiffEntry *
bearings_diff_entry_copy (const BearingsDiffEntry *entry)
{
  BearingsDiffEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->id = g_strdup (entry->id);
  copy->title = g_strdup (entry->title);
  return copy;
}

void
bearings_diff_entry_free (BearingsDiffEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry);
}

gboolean
bearings_diff_entry_is_regraded (const BearingsDiffEntry *entry)
{
  return entry->certainty_before != 0 && entry->certainty_after != 0 &&
         entry->certainty_before != entry->certainty_after;
}

gboolean
bearings_diff_entry_matches (const BearingsDiffEntry *entry, const char *folded)
{
  g_autofree char *title = g_utf8_casefold (entry->title, -1);
  g_autofree char *id = g_utf8_casefold (entry->id, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (title, words[i]) == NULL && strstr (id, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

void
bearings_answer_change_free (BearingsAnswerChange *change)
{
  g_free (change->question);
  g_free (change->channel);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

BearingsPreviewResult *
bearings_preview_result_new (const BearingsSittingInfo *sitting, const char *title)
{
  BearingsPreviewResult *result = g_new (BearingsPreviewResult, 1);

  *result = (BearingsPreviewResult) { bearings_sitting_info_copy (sitting), g_strdup (title) };
  return result;
}

void
bearings_preview_result_free (BearingsPreviewResult *result)
{
  bearings_sitting_info_free (result->info);
  g_free (result->title);
  g_free (result);
}

BearingsPreview *
bearings_preview_new (void)
{
  BearingsPreview *preview = g_new0 (BearingsPreview, 1);

  g_atomic_ref_count_init (&preview->ref_count);
  preview->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_diff_entry_free);
  preview->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_answer_change_free);
  preview->results = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_preview_result_free);
  preview->problems = bearings_problem_list_new ();
  preview->signature.state = BEARINGS_SIGNATURE_NONE;
  return preview;
}

BearingsPreview *
bearings_preview_ref (BearingsPreview *preview)
{
  g_atomic_ref_count_inc (&preview->ref_count);
  return preview;
}

void
bearings_preview_unref (BearingsPreview *preview)
{
  if (!g_atomic_ref_count_dec (&preview->ref_count))
    return;
  g_clear_pointer (&preview->info, bearings_pack_info_free);
  bearings_signature_clear (&preview->signature);
  g_ptr_array_unref (preview->entries);
  g_ptr_array_unref (preview->answers);
  g_ptr_array_unref (preview->results);
  g_ptr_array_unref (preview->problems);
  g_free (preview->installed);
  g_free (preview);
}

void
bearings_preview_add (BearingsPreview *preview, BearingsDiffEntry *entry)
{
  g_ptr_array_add (preview->entries, entry);
  preview->n_added += entry->change == BEARINGS_RECORD_CHANGE_ADDED;
  preview->n_changed += entry->change == BEARINGS_RECORD_CHANGE_CHANGED ||
                        entry->change == BEARINGS_RECORD_CHANGE_TAKEN_OVER;
  preview->n_removed += entry->change == BEARINGS_RECORD_CHANGE_REMOVED;
  preview->n_kept += entry->change == BEARINGS_RECORD_CHANGE_KEPT;
  preview->n_regraded += bearings_diff_entry_is_regraded (entry);
}

GArray *
bearings_preview_filter (const BearingsPreview *preview,
                         BearingsRecordChange change,
                         gboolean regraded,
                         const char *text)
{
  g_autofree char *folded = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < preview->entries->len; i++) {
    const BearingsDiffEntry *entry = preview->entries->pdata[i];
    BearingsRecordChange as = entry->change == BEARINGS_RECORD_CHANGE_TAKEN_OVER
                                ? BEARINGS_RECORD_CHANGE_CHANGED
                                : entry->change;

    if ((change == 0 || as == change) && (!regraded || bearings_diff_entry_is_regraded (entry)) &&
        (folded == NULL || bearings_diff_entry_matches (entry, folded)))
      g_array_append_val (found, i);
  }
  return found;
}
