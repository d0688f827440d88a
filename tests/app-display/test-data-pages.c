/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A steward at the Data screen: looks at a file, applies it, takes it back; findings; history. */

#include "bearings-application.h"
#include "bearings-findings-view.h"
#include "bearings-history-page.h"
#include "bearings-import-page.h"
#include "bearings-preview-list-page.h"
#include "bearings-service-imports.h"
#include "bearings-service-private.h"
#include "bearings-service-sittings.h"
#include "data-desk.h"

/* Looked at field by field, applied, taken back, and looked at again. */
static void
test_apply_and_undo (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) first =
    write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "Old title") "," SOURCE ("b", "B"));
  g_autoptr (GFile) second =
    write_pack (desk, "2.bearings.json", "1.1", SOURCE ("a", "New title") "," SOURCE ("c", "C"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  GtkDropDown *narrow;
  GtkEditable *entry;
  GtkListView *list;

  import_at_once (desk, first);
  look_at (desk, second);
  wait_for (desk, says, "Version 1.1 would take the place of version 1.0.", "the versions");
  g_assert_true (page_says (desk, "Own <b>pack</b>"));
  g_assert_true (page_says (desk, "P & Q"));
  g_assert_true (page_says (desk, "Not signed"));
  before = title_of (desk, "a");
  g_assert_cmpstr (before, ==, "Old title");

  activate (desk, "Changed");
  WAIT_FOR_PAGE (desk, BEARINGS_TYPE_PREVIEW_LIST_PAGE);
  wait_for (desk, says, "source · a", "the changed record");
  g_assert_false (page_says (desk, "source · c"));
  narrow = GTK_DROP_DOWN (find_type (page (desk), GTK_TYPE_DROP_DOWN));
  gtk_drop_down_set_selected (narrow, BEARINGS_NARROW_NONE);
  wait_for (desk, says, "source · b", "the removed record, too");
  entry = GTK_EDITABLE (find_type (page (desk), GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (entry, "title new");
  g_signal_emit_by_name (entry, "search-changed");
  wait_for (desk, says_not, "source · b", "only what has these words");
  g_assert_true (page_says (desk, "source · a"));
  list = GTK_LIST_VIEW (find_type (page (desk), GTK_TYPE_LIST_VIEW));
  g_signal_emit_by_name (list, "activate", 0);
  wait_for (desk, says, "As it would be", "field by field");
  g_assert_true (says (desk, "Old title"));
  g_assert_true (says (desk, "New title"));
  close_dialog (desk->window);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  click (desk, "_Apply");
  wait_for (desk, says, "Version 1.1 took the place of version 1.0.", "it is applied");
  after = title_of (desk, "a");
  g_assert_cmpstr (after, ==, "New title");
  click (desk, "_Undo…");
  wait_for (desk, says, "“Own <b>pack</b>” is then installed in version 1.0", "what it takes back");
  respond (desk, "undo");
  wait_for (desk, says, "Version 1.1 would take the place of version 1.0.", "it is looked at anew");
  again = title_of (desk, "a");
  g_assert_cmpstr (again, ==, "Old title");

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.history", NULL);
  wait_for (desk, says, "Version 1.1 in place of version 1.0", "the history tells it");
  g_assert_true (page_says (desk, "Undone"));
}

/* In the history only the latest import that stands can be undone. */
static void
test_history (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) first = write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "One"));
  g_autoptr (GFile) second = write_pack (desk, "2.bearings.json", "1.1", SOURCE ("a", "Two"));
  g_autofree char *title = NULL;
  GtkWidget *latest, *earlier;

  import_at_once (desk, first);
  import_at_once (desk, second);
  bearings_window_show_section (desk->window, "data");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.history", NULL);
  wait_for (desk, says, "Version 1.1 in place of version 1.0", "the history");
  g_assert_true (BEARINGS_IS_HISTORY_PAGE (page (desk)));
  latest = find_row (page (desk), "Own <b>pack</b>");
  earlier = gtk_widget_get_next_sibling (latest);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (earlier), TRUE);
  wait_for (desk, says, "undo those first", "the earlier one waits");
  g_assert_null (find_button (page (desk), "_Undo…"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (latest), TRUE);
  wait_for (desk, says, "Checksum", "what is on record of it");
  g_assert_true (page_says (desk, "P & Q"));
  click (desk, "_Undo…");
  respond (desk, "cancel");
  wait_for_calls ();
  title = title_of (desk, "a");
  g_assert_cmpstr (title, ==, "Two");
  click (desk, "_Undo…");
  respond (desk, "undo");
  wait_for (desk, says, "Import undone", "it says so");
  g_clear_pointer (&title, g_free);
  title = title_of (desk, "a");
  g_assert_cmpstr (title, ==, "One");
}

/* An older version waits for a switch of its own. */
static void
test_downgrade (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) newer = write_pack (desk, "2.bearings.json", "1.10", SOURCE ("a", "New"));
  g_autoptr (GFile) older = write_pack (desk, "1.bearings.json", "1.9", SOURCE ("a", "Old"));
  g_autofree char *title = NULL;
  GtkWidget *apply, *row;

  import_at_once (desk, newer);
  look_at (desk, older);
  wait_for (desk, says, "What version 1.10 brought would be lost.", "it is said");
  apply = find_button (page (desk), "_Apply");
  g_assert_false (gtk_widget_get_sensitive (apply));
  row = find_type (page (desk), ADW_TYPE_SWITCH_ROW);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  click (desk, "_Apply");
  wait_for (desk, says, "Version 1.9 took the place of version 1.10.", "it was asked for");
  title = title_of (desk, "a");
  g_assert_cmpstr (title, ==, "Old");
}

/* A record that two packs claim: refused, unless one declares to replace the other. */
static void
test_two_packs_one_record (Desk *desk, gconstpointer data)
{
  static const char other[] =
    "{\"bearings_pack\":1,\"id\":\"other\",\"title\":\"Other\",\"version\":\"1.0\",%s"
    "\"published\":\"2026-02-01\",\"publisher\":\"P\",\"licence\":\"CC0\",\"records\":[" SOURCE (
      "a", "Theirs") "]}";
  g_autoptr (GFile) own = write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "Ours"));
  g_autofree char *plain = g_strdup_printf (other, "");
  g_autofree char *declared = g_strdup_printf (other, "\"replaces\":\"own\",");
  g_autoptr (GFile) refused = write_file (desk, "2.bearings.json", plain);
  g_autoptr (GFile) taken = write_file (desk, "3.bearings.json", declared);
  g_autoptr (GPtrArray) imports = NULL;
  g_autofree char *title = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;

  import_at_once (desk, own);
  look_at (desk, refused);
  wait_for (desk, says, "The Pack Is Refused", "nobody declared anything");
  look_at (desk, taken);
  wait_for (desk, says, "A record belongs to one pack.", "the rule is shown");
  g_assert_true (page_says (desk, "takes over 1 record of it"));
  click (desk, "_Apply");
  wait_for (desk, says, "Is Installed", "it is applied");
  title = title_of (desk, "a");
  g_assert_cmpstr (title, ==, "Theirs");
  imports = bearings_service_imports_list (desk->base.service, "other", &error);
  bearings_service_imports_undo (desk->base.service,
                                 ((BearingsImportEvent *) imports->pdata[0])->number, NULL, NULL,
                                 NULL, &error);
  g_assert_no_error (error);
  back = title_of (desk, "a");
  g_assert_cmpstr (back, ==, "Ours");
  import_at_once (desk, taken);
  /* And the other way round: what is replaced keeps its hands off. */
  look_at (desk, own);
  wait_for (desk, says, "1 record stays with an installed pack", "the rule holds both ways");
}

/* Findings are searched, filtered and saved; nothing of a refused file is applied. */
static void
test_findings (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) bad =
    write_pack (desk, "bad.bearings.json", "1.0",
                "{\"type\":\"source\",\"id\":\"a\",\"csl_type\":\"report\"},\n" SOURCE (
                  "b", "B") ",\n"
                            "{\"type\":\"source\",\"id\":\"c\",\"csl_type\":\"report\",\"title\":"
                            "\"C\",\"titel\":\"D\"}");
  g_autoptr (GFile) saved = g_file_new_build_filename (desk->base.folder, "findings.txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *less = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;
  BearingsFindingsView *view;
  GtkEditable *entry;

  look_at (desk, bad);
  wait_for (desk, says, "The Pack Is Refused", "it is refused");
  wait_for (desk, says, "missing-field", "with codes");
  g_assert_true (bearings_page_search (BEARINGS_PAGE (page (desk))));
  view = BEARINGS_FINDINGS_VIEW (find_type (page (desk), BEARINGS_TYPE_FINDINGS_VIEW));
  g_assert_true (bearings_findings_view_save (view, saved, &error));
  g_file_load_contents (saved, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "$.records[0]"));
  g_assert_nonnull (strstr (text, "$.records[2]"));
  entry = GTK_EDITABLE (find_type (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (entry, "missing-field");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_true (bearings_findings_view_save (view, saved, &error));
  g_file_load_contents (saved, NULL, &less, NULL, NULL, &error);
  g_assert_nonnull (strstr (less, "$.records[0]"));
  g_assert_null (strstr (less, "$.records[2]"));
  gtk_editable_set_text (entry, "nobodywritesthis");
  g_signal_emit_by_name (entry, "search-changed");
  wait_for (desk, says, "No finding has these words.", "it says that there is none");
  none = title_of (desk, "b");
  g_assert_null (none);
}

#define MANY 100000
#define MOST_WIDGETS 5000

/* A preview of a hundred thousand changes makes no widget for each, nor does a search in it. */
static void
test_many_changes (Desk *desk, gconstpointer data)
{
  g_autoptr (BearingsPreview) preview = bearings_preview_new ();
  g_autoptr (GFile) file = in_folder (desk, "none");
  AdwNavigationView *view;
  GtkEditable *entry;

  preview->info = bearings_pack_info_new ();
  for (guint i = 0; i < MANY; i++) {
    BearingsDiffEntry *entry_of = g_new0 (BearingsDiffEntry, 1);
    entry_of->change = i % 2 == 0 ? BEARINGS_RECORD_CHANGE_ADDED : BEARINGS_RECORD_CHANGE_CHANGED;
    entry_of->kind = BEARINGS_RECORD_CLAIM;
    entry_of->id = g_strdup_printf ("claim-%u", i);
    entry_of->title = g_strdup_printf ("A claim about the skill number %u of very many", i);
    bearings_preview_add (preview, entry_of);
  }
  bearings_window_show_section (desk->window, "data");
  wait_for (desk, says, "Installed Packs", "the section");
  view = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (page (desk), ADW_TYPE_NAVIGATION_VIEW));
  adw_navigation_view_push (
    view, ADW_NAVIGATION_PAGE (bearings_preview_list_page_new (
            desk->base.service, file, preview, BEARINGS_PREVIEW_RECORDS, BEARINGS_NARROW_NONE)));
  wait_for (desk, says, "claim · claim-0", "the first rows");
  g_assert_cmpuint (count_widgets (page (desk)), <, MOST_WIDGETS);
  entry = GTK_EDITABLE (find_type (page (desk), GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (entry, "number 99999");
  g_signal_emit_by_name (entry, "search-changed");
  wait_for (desk, says, "claim · claim-99999", "the last one is found");
  g_assert_cmpuint (count_widgets (page (desk)), <, MOST_WIDGETS);
}

/* Several files have a page each, the first on top; applying it works the next one out anew. */
static void
test_several_files (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) first = write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "One"));
  g_autoptr (GFile) second = write_pack (desk, "2.bearings.json", "1.1", SOURCE ("a", "Two"));

  look_at (desk, second);
  look_at (desk, first);
  wait_for (desk, says, "Version 1.0 would be installed", "the first on top");
  click (desk, "_Apply");
  wait_for (desk, says, "Is Installed", "it is applied");
  click (desk, "_Done");
  wait_for (desk, says, "Version 1.1 would take the place of version 1.0.", "compared anew");
}

/* A file that is given before the databases are open waits for them. */
static void
test_file_before_service (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "One"));
  BearingsWindow *first = desk->window;

  desk->window = bearings_window_new (GTK_APPLICATION (desk->application));
  close_window (first);
  bearings_window_import (desk->window, file);
  gtk_window_present (GTK_WINDOW (desk->window));
  settle (GTK_WIDGET (desk->window));
  bearings_window_set_service (desk->window, desk->base.service);
  wait_for (desk, says, "Version 1.0 would be installed", "it is looked at now");
  g_assert_cmpstr (bearings_window_get_section (desk->window), ==, "data");
  g_assert_true (BEARINGS_IS_IMPORT_PAGE (page (desk)));
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GFile *
write_large_pack (Desk *desk, const char *version)
{
  g_autoptr (GString) records = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (records,
                            "%s{\"type\":\"source\",\"id\":\"s%u\",\"csl_type\":\"report\","
                            "\"title\":\"A title of a source that is number %u in version %s\"}",
                            i > 0 ? ",\n" : "", i, i, version);
  return write_pack (desk, "large.bearings.json", version, records->str);
}

/* Undoing an import that takes a while shows how far it is, and stops when somebody says so. */
static void
test_cancel_undo (Desk *desk, gconstpointer data)
{
  g_autofree char *title = NULL;

  for (guint version = 1; version <= 2; version++) {
    g_autofree char *name = g_strdup_printf ("%u.0", version);
    g_autoptr (GFile) file = write_large_pack (desk, name);
    import_at_once (desk, file);
  }
  bearings_window_show_section (desk->window, "data");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.history", NULL);
  unfold (desk, "Own <b>pack</b>");
  click (desk, "_Undo…");
  wait_for (desk, offers, "_Undo Import", "it is asked");
  /* As long as somebody else writes. */
  bearings_service_lock_writer (desk->base.service);
  click (desk, "_Undo Import");
  wait_for (desk, says, "Undoing the Import…", "it takes a while");
  g_assert_nonnull (find_type (GTK_WIDGET (dialog (desk)), GTK_TYPE_PROGRESS_BAR));
  click (desk, "_Cancel");
  bearings_service_unlock_writer (desk->base.service);
  wait_for (desk, says, "Nothing was changed.", "it is cancelled");
  click (desk, "_Close");
  title = title_of (desk, "s1");
  g_assert_true (g_str_has_suffix (title, "2.0"));
  wait_for (desk, offers, "_Undo…", "it can still be undone");
}

/* Reading a large file is cancelled, and nothing is changed. */
static void
test_cancel (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = write_large_pack (desk, "1.0");
  g_autofree char *title = NULL;
  GtkWidget *cancel;

  look_at (desk, file);
  /* The button comes into sight when reading takes a while; it works from the first moment on. */
  cancel = find_widget (page (desk), is_button, "_Cancel");
  g_signal_emit_by_name (cancel, "clicked");
  wait_for (desk, says, "Nothing was changed.", "it is cancelled");
  g_assert_true (page_says (desk, "Cancelled"));
  title = title_of (desk, "s1");
  g_assert_null (title);
}

static void
append (Desk *desk,
        const char *sitting_info,
        BearingsEntryKind kind,
        const char *item,
        const char *text)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, text, 5000);
  g_autoptr (GError) error = NULL;

  bearings_service_sittings_append (desk->base.service, sitting_info, entry, &error);
  g_assert_no_error (error);
}

/* A finished sitting, in which the first option of every keyed question was chosen. */
static char *
sit (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  char *sitting_info = fixture_begin (&desk->base);
  g_autoptr (BearingsSitting) sitting =
    bearings_service_sittings_resume (desk->base.service, sitting_info, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    g_autofree char *text = NULL;

    if (item->kind != BEARINGS_ITEM_KEYED || item->options->len == 0)
      continue;
    text = g_strconcat ("option:", ((BearingsItemOption *) item->options->pdata[0])->id, NULL);
    append (desk, sitting_info, BEARINGS_ENTRY_SHOWN, item->record.id, NULL);
    append (desk, sitting_info, BEARINGS_ENTRY_ANSWERED, item->record.id, text);
  }
  append (desk, sitting_info, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  return sitting_info;
}

/* The preview names the stored result; after the import it opens as it was, beside what today's
 * data make of it. */
static void
test_result_keeps_its_ground (Desk *desk, gconstpointer data)
{
  g_autofree char *sitting_info = sit (desk);
  g_autofree char *path = g_build_filename (desk->base.folder, "later.bearings.json", NULL);
  g_autoptr (GFile) later = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (SITTING_PACK, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_assert_cmpuint (
    g_string_replace (changed, "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"", 0), >, 1);
  g_file_set_contents (path, changed->str, -1, &error);
  g_assert_no_error (error);

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.result", "s", sitting_info);
  wait_for (desk, says, "The Data Behind This Result", "what it stands on");
  g_assert_true (page_says (desk, "version 1.0.0"));
  g_assert_true (page_says (desk, "the same result with what is installed now"));
  look_at (desk, later);
  wait_for (desk, says, "1 stored result used what changes here.", "the preview counts it");
  g_assert_nonnull (find_row (page (desk), "Trial"));
  click (desk, "_Apply");
  wait_for (desk, says, "Is Installed", "it is applied");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.result", "s", sitting_info);
  wait_for (desk, says, "Scored with Today’s Data", "the two beside each other");
  unfold (desk, "What differs");
  wait_for (desk, says, "The instrument was version 1.0.0 then and is 2.0.0 now.", "explained");
  g_assert_true (page_says (desk, "What is installed now differs."));
}

/* As the shell does it for a double click: the application is handed a file. */
static void
test_open (Desk *desk, gconstpointer data)
{
  g_autoptr (BearingsApplication) application = bearings_application_new ();
  g_autofree char *shipped = g_build_filename (desk->base.folder, "shipped.db", NULL);
  g_autoptr (GFile) file = write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "One"));
  GFile *files[] = { file };
  BearingsWindow *first = desk->window;
  g_autoptr (GError) error = NULL;

  g_setenv ("BEARINGS_CATALOGUE", shipped, TRUE);
  g_object_set (application, "application-id", "io.github.bearings.TestOpen", NULL);
  g_assert_true (g_application_get_flags (G_APPLICATION (application)) &
                 G_APPLICATION_HANDLES_OPEN);
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_open (G_APPLICATION (application), files, 1, "");
  desk->window =
    BEARINGS_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  wait_for (desk, says, "Version 1.0 would be installed", "it is looked at, and not applied");
  g_assert_true (BEARINGS_IS_IMPORT_PAGE (page (desk)));
  gtk_window_destroy (GTK_WINDOW (desk->window));
  desk->window = first;
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("bearings-home-XXXXXX", NULL);
  int status;

  /* The application opens what is its own; here that is a folder of the test's. */
  g_assert_nonnull (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  DESK_ADD ("/app-display/data/apply-and-undo", test_apply_and_undo);
  DESK_ADD ("/app-display/data/history", test_history);
  DESK_ADD ("/app-display/data/downgrade", test_downgrade);
  DESK_ADD ("/app-display/data/two-packs-one-record", test_two_packs_one_record);
  DESK_ADD ("/app-display/data/findings", test_findings);
  DESK_ADD ("/app-display/data/many-changes", test_many_changes);
  DESK_ADD ("/app-display/data/several-files", test_several_files);
  DESK_ADD ("/app-display/data/file-before-service", test_file_before_service);
  DESK_ADD ("/app-display/data/cancel", test_cancel);
  DESK_ADD ("/app-display/data/cancel-undo", test_cancel_undo);
  DESK_ADD ("/app-display/data/result-keeps-its-ground", test_result_keeps_its_ground);
  DESK_ADD ("/app-display/data/open", test_open);
  status = g_test_run ();
  fixture_remove (home);
  return status;
}
