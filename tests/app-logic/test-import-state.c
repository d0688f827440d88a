/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an import, its preview and the history. */

#include <string.h>

#include "bearings-import-state.h"

static BearingsPreview *
preview_new (const char *version, const char *installed)
{
  BearingsPreview *preview = bearings_preview_new ();

  preview->info = bearings_pack_info_new ();
  preview->info->title = g_strdup ("Own");
  preview->info->version = g_strdup (version);
  preview->installed = g_strdup (installed);
  return preview;
}

static void
add_entry (BearingsPreview *preview, BearingsRecordChange change)
{
  BearingsDiffEntry *entry = g_new0 (BearingsDiffEntry, 1);

  entry->change = change;
  entry->kind = BEARINGS_RECORD_CLAIM;
  entry->id = g_strdup ("a-claim");
  entry->title = g_strdup ("A claim");
  bearings_preview_add (preview, entry);
}

static void
add_answer (BearingsPreview *preview, const char *question, const char *before, const char *after)
{
  BearingsAnswerChange *change = g_new0 (BearingsAnswerChange, 1);

  change->question = g_strdup (question);
  change->channel = g_strdup ("Use at work");
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (preview->answers, change);
}

static void
test_versions (void)
{
  static const struct {
    const char *version, *installed, *says;
  } rows[] = {
    { "1.0", NULL, "Version 1.0 would be installed; no version of it is there yet." },
    { "1.1", "1.0", "Version 1.1 would take the place of version 1.0." },
    { "1.0", "1.0", "Version 1.0 is installed already and would be applied again." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BearingsPreview) preview = preview_new (rows[i].version, rows[i].installed);
    g_autofree char *text = bearings_import_state_versions_text (preview);
    g_assert_cmpstr (text, ==, rows[i].says);
  }
}

/* Three states, each with a title, an icon and an explanation of its own. */
static void
test_signatures (void)
{
  BearingsSignature states[] = {
    { BEARINGS_SIGNATURE_NONE, NULL, NULL, NULL },
    { BEARINGS_SIGNATURE_UNKNOWN, (char *) "1234ABCD", NULL, NULL },
    { BEARINGS_SIGNATURE_TRUSTED, (char *) "1234ABCD", (char *) "The ministry", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autofree char *text = bearings_import_state_signature_explanation (&states[i]);

    for (guint j = 0; j < i; j++) {
      g_assert_cmpstr (bearings_import_state_signature_title (&states[i]), !=,
                       bearings_import_state_signature_title (&states[j]));
      g_assert_cmpstr (bearings_import_state_signature_icon (&states[i]), !=,
                       bearings_import_state_signature_icon (&states[j]));
    }
    if (states[i].key != NULL && states[i].name == NULL)
      g_assert_nonnull (strstr (text, states[i].key));
    if (states[i].name != NULL)
      g_assert_nonnull (strstr (text, states[i].name));
  }
}

/* The rule is said only where it does something, and for each of its two directions. */
static void
test_claims (void)
{
  g_autoptr (BearingsPreview) preview = preview_new ("1.0", NULL);
  g_autofree char *none = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *both = NULL;

  add_entry (preview, BEARINGS_RECORD_CHANGE_CHANGED);
  none = bearings_import_state_claims_text (preview);
  g_assert_null (none);
  add_entry (preview, BEARINGS_RECORD_CHANGE_TAKEN_OVER);
  taken = bearings_import_state_claims_text (preview);
  g_assert_nonnull (strstr (taken, "takes over 1 record of it"));
  g_assert_null (strstr (taken, "stays with"));
  add_entry (preview, BEARINGS_RECORD_CHANGE_KEPT);
  add_entry (preview, BEARINGS_RECORD_CHANGE_KEPT);
  both = bearings_import_state_claims_text (preview);
  g_assert_nonnull (strstr (both, "2 records stay with"));
  g_assert_cmpuint (bearings_import_state_preview_count (preview, BEARINGS_RECORD_CHANGE_CHANGED),
                    ==, 1);
}

static void
test_answers (void)
{
  g_autoptr (BearingsPreview) preview = preview_new ("1.0", NULL);
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;
  g_autofree char *many = NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *text = NULL;

  none = bearings_import_state_answers_text (preview);
  g_assert_cmpstr (none, ==, "No answer of a page would be another one.");
  add_answer (preview, "Python for A", "It is used.", "It is used by many.");
  add_answer (preview, "Python for A", NULL, "It is new.");
  add_answer (preview, "SQL for B", "It is asked for.", NULL);
  preview->n_pages = 200;
  preview->n_concerned = 205;
  some = bearings_import_state_answers_text (preview);
  g_assert_cmpstr (some, ==,
                   "3 answers on 2 pages would be others. 5 more pages are concerned and were not "
                   "worked out.");
  found = bearings_import_state_preview_filter_answers (preview, "python NEW");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint32, 0), ==, 1);
  text = bearings_import_state_preview_answer_text (preview->answers->pdata[1]);
  g_assert_cmpstr (text, ==, "Now: There is no such page\nThen: It is new.");
  preview->too_many = TRUE;
  many = bearings_import_state_answers_text (preview);
  g_assert_nonnull (strstr (many, "not worked out one by one"));
}

static void
test_nothing (void)
{
  g_autoptr (BearingsPreview) preview = preview_new ("1.0", "1.0");
  g_autofree char *text = NULL;

  preview->n_unchanged = 1;
  text = bearings_import_state_records_text (preview);
  g_assert_cmpstr (text, ==,
                   "Nothing would be added, changed or removed. 1 record stays as it is.");
}

static BearingsImportEvent *
event_new (const char *replaced)
{
  BearingsImportEvent *event = bearings_import_event_new ();

  event->info = bearings_pack_info_new ();
  event->info->id = g_strdup ("own");
  event->info->title = g_strdup ("Own");
  event->info->version = g_strdup ("1.1");
  event->info->licence = g_strdup ("CC0");
  event->replaced_version = g_strdup (replaced);
  event->imported = g_strdup ("2026-02-01T10:00:00Z");
  event->added = 2;
  event->removed = 1;
  event->undoable = event->latest = TRUE;
  event->signature.state = BEARINGS_SIGNATURE_NONE;
  return event;
}

static void
test_undo (void)
{
  g_autoptr (BearingsImportEvent) later = event_new ("1.0");
  g_autoptr (BearingsImportEvent) first = event_new (NULL);
  g_autofree char *back = bearings_import_state_undo_text (later);
  g_autofree char *gone = bearings_import_state_undo_text (first);

  g_assert_nonnull (strstr (back, "2 records that it added are taken away."));
  g_assert_nonnull (strstr (back, "1 record that it removed is there again."));
  g_assert_null (strstr (back, "changed"));
  g_assert_nonnull (strstr (back, "then installed in version 1.0"));
  g_assert_nonnull (strstr (gone, "no longer installed"));
  g_assert_null (bearings_import_state_no_undo_text (later));
  later->latest = FALSE;
  g_assert_nonnull (strstr (bearings_import_state_no_undo_text (later), "undo those first"));
  later->undoable = FALSE;
  g_assert_nonnull (
    strstr (bearings_import_state_no_undo_text (later), "came with the application"));
}

static void
test_history (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (BearingsImportEvent) event = event_new ("1.0");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *text = bearings_import_state_event_text (event);

  g_assert_cmpstr (text, ==, "Version 1.1 in place of version 1.0 · 1 February 2026, 10:00");
  g_ptr_array_add (events, event);
  found = bearings_import_state_find_events (events, "february OWN");
  none = bearings_import_state_find_events (events, "march");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_findings (void)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GArray) errors = NULL;
  g_autoptr (GArray) path = NULL;
  g_autoptr (GArray) all = NULL;

  g_ptr_array_add (problems, bearings_problem_new (BEARINGS_SEVERITY_WARNING, "a.json", 3, "$.a",
                                                   "blank-number", "A number is missing."));
  g_ptr_array_add (problems, bearings_problem_new (BEARINGS_SEVERITY_ERROR, "a.json", 4, "$.b",
                                                   "missing-field", "A field is missing."));
  errors = bearings_import_state_problems_filter (problems, BEARINGS_SEVERITY_ERROR, NULL);
  path = bearings_import_state_problems_filter (problems, -1, "$.a missing");
  all = bearings_import_state_problems_filter (problems, -1, "");
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpuint (g_array_index (errors, guint32, 0), ==, 1);
  g_assert_cmpuint (path->len, ==, 1);
  g_assert_cmpuint (g_array_index (path, guint32, 0), ==, 0);
  g_assert_cmpuint (all->len, ==, 2);
}

static void
test_key_line (void)
{
  static const char key[] = "RWABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01";
  g_autofree char *file = g_strdup_printf ("untrusted comment: minisign public key\r\n%s\r\n", key);
  g_autofree char *found = bearings_import_state_key_line (file);
  g_autofree char *bare = bearings_import_state_key_line (key);

  g_assert_cmpstr (found, ==, key);
  g_assert_cmpstr (bare, ==, key);
  g_assert_null (bearings_import_state_key_line ("nothing of the kind\n"));
  g_assert_null (bearings_import_state_key_line ("\xff\xfe"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-logic/import/versions", test_versions);
  g_test_add_func ("/app-logic/import/signatures", test_signatures);
  g_test_add_func ("/app-logic/import/claims", test_claims);
  g_test_add_func ("/app-logic/import/answers", test_answers);
  g_test_add_func ("/app-logic/import/nothing", test_nothing);
  g_test_add_func ("/app-logic/import/undo", test_undo);
  g_test_add_func ("/app-logic/import/history", test_history);
  g_test_add_func ("/app-logic/import/findings", test_findings);
  g_test_add_func ("/app-logic/import/key-line", test_key_line);
  return g_test_run ();
}
