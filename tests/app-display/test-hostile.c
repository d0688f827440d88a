/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page on data whose every text is markup, SQL and a format: it is shown as it is written,
 * and GTK has nothing to warn of. */

#include <string.h>

#include "app-fixture.h"
#include "bearings-page.h"
#include "bearings-service-imports.h"
#include "bearings-service-sittings.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-text.h"
#include "hostile-pack.h"
#include "open-window.h"
#include "bearings-service-packs.h"

typedef struct {
  Fixture world;
  GFile *pack;
  AdwApplication *application;
  BearingsWindow *window;
  guint n_seen; /* texts with the words */
} Screen;

static void
set_up (Screen *screen, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autofree char *shipped = NULL;

  screen->world.folder = g_dir_make_tmp ("bearings-hostile-XXXXXX", &error);
  g_assert_no_error (error);
  screen->pack = hostile_pack_new (SITTING_PACK, screen->world.folder);
  shipped = g_build_filename (screen->world.folder, "shipped.db", NULL);
  screen->world.data_dir = g_build_filename (screen->world.folder, "data", NULL);
  g_ptr_array_add (files, screen->pack);
  bearings_service_packs_build_catalogue (shipped, FALSE, files, problems, &error);
  for (guint i = 0; error != NULL && i < problems->len; i++) {
    g_autofree char *text = bearings_problem_to_string (problems->pdata[i]);
    g_printerr ("%s\n", text);
  }
  g_assert_no_error (error);
  screen->world.service = bearings_service_new (screen->world.data_dir, shipped, &error);
  g_assert_no_error (error);
  screen->application = application_new ();
  screen->window = open_window (screen->application, screen->world.service);
}

static void
tear_down (Screen *screen, gconstpointer data)
{
  close_window (screen->window);
  g_object_unref (screen->application);
  g_object_unref (screen->pack);
  fixture_teardown (&screen->world, NULL);
}

static void
check_text (Screen *screen, const char *page, const char *text)
{
  if (text == NULL)
    return;
  if (strstr (text, HOSTILE_AS_MARKUP) != NULL)
    g_error ("%s: taken for markup: %s", page, text);
  if (strstr (text, HOSTILE_TWICE) != NULL || strstr (text, "&amp;amp;") != NULL)
    g_error ("%s: escaped twice: %s", page, text);
  screen->n_seen += strstr (text, HOSTILE) != NULL;
}

static void
walk (Screen *screen, GtkWidget *widget, const char *page)
{
  if (GTK_IS_LABEL (widget))
    check_text (screen, page, gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    check_text (screen, page, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_EDITABLE (widget))
    check_text (screen, page, gtk_editable_get_text (GTK_EDITABLE (widget)));
  check_text (screen, page, gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (screen, child, page);
}

/* What lies on top: a dialog, or else the page. */
static GtkWidget *
on_top (Screen *screen)
{
  AdwDialog *dialog = visible_dialog (screen->window);

  return dialog != NULL ? GTK_WIDGET (dialog)
                        : GTK_WIDGET (bearings_window_get_visible_page (screen->window));
}

/* Waits until the page on screen, or the dialog over it, shows the words; @least: how often. All
 * that is to be shown is there by then. */
static void
look (Screen *screen, const char *name, guint least)
{
  Waiting waiting = { 0 };

  do {
    settle (GTK_WIDGET (screen->window));
    expand_all (on_top (screen));
    settle (GTK_WIDGET (screen->window));
    screen->n_seen = 0;
    walk (screen, on_top (screen), name);
  } while (screen->n_seen < least && wait_a_step (&waiting));
  if (screen->n_seen < least)
    g_error ("%s: the words stand there %u times, not %u", name, screen->n_seen, least);
  g_test_message ("%s: %u", name, screen->n_seen);
}

static void
open_page (Screen *screen, BearingsRecordKind kind, const char *id, const char *second, guint least)
{
  g_autofree char *name =
    g_strdup_printf ("%s %s%s", bearings_record_type (kind)->name, id, second ? second : "");

  bearings_window_open (screen->window, kind, id, second);
  look (screen, name, least);
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.back", NULL);
}

static void
test_sections (Screen *screen, gconstpointer data)
{
  static const char *const sections[] = { "discover", "evidence", "register", "assess", "data" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    bearings_window_show_section (screen->window, sections[i]);
    look (screen, sections[i], 1);
  }
  bearings_window_show_section (screen->window, "results");
  look (screen, "results", 0);
}

static void
test_pages (Screen *screen, gconstpointer data)
{
  open_page (screen, BEARINGS_RECORD_ROLE, "machine-learning-engineer", NULL, 3);
  open_page (screen, BEARINGS_RECORD_OCCUPATION, "15-2051.00", NULL, 3);
  open_page (screen, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", 10);
  open_page (screen, BEARINGS_RECORD_OCCUPATION, "15-2051.00", "python", 3);
  open_page (screen, BEARINGS_RECORD_CLAIM, "pay-python", NULL, 5);
  open_page (screen, BEARINGS_RECORD_CLAIM, "writing-time", NULL, 5);
  open_page (screen, BEARINGS_RECORD_REGISTER_ENTRY, "forty-percent", NULL, 3);
}

static void
test_sources (Screen *screen, gconstpointer data)
{
  static const char *const ids[] = { "src-onet", "src-postings", "src-paper", "src-preprint" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    bearings_window_open (screen->window, BEARINGS_RECORD_SOURCE, ids[i], NULL);
    look (screen, ids[i], 2);
    close_dialog (screen->window);
  }
}

/* What is typed, and what is found. */
static void
test_search (Screen *screen, gconstpointer data)
{
  static const char *const typed[] = { HOSTILE,           "claim",       "\"DROP\" OR claim*",
                                       "b AND NOT table", "title:claim", "NEAR(claim table)" };
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.search", NULL);
  entry = find_any (GTK_WIDGET (wait_for_dialog (screen->window)), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    /* The search begins at once, not after the pause of typing. */
    gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
    g_signal_emit_by_name (entry, "search-changed");
    look (screen, typed[i], i < 2 ? 1 : 0);
  }
  close_dialog (screen->window);
}

static void
test_beneath_data (Screen *screen, gconstpointer data)
{
  static const struct {
    const char *action;
    guint least;
  } pages[] = { { "win.freshness", 1 }, { "win.history", 0 }, { "win.publishers", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    bearings_window_show_section (screen->window, "data");
    gtk_widget_activate_action (GTK_WIDGET (screen->window), pages[i].action, NULL);
    look (screen, pages[i].action, pages[i].least);
  }
}

/* Another pack with such words, looked at and applied: every sentence is one that changes. */
static void
test_import (Screen *screen, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename (screen->world.folder, "second.json", NULL);
  g_autoptr (GFile) second = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsImportSummary) summary = NULL;
  GString *changed;

  g_file_load_contents (screen->pack, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_string_replace (changed, "claim;--", "claim ;--", 0);
  g_string_replace (changed, "\"title\": \"<b>&amp;'\\\";DROP TABLE claim ;--%s%n</b>\"",
                    "\"title\": \"<b>&amp;'\\\";DROP TABLE claim;--%s%n</b>\"", 1);
  g_file_set_contents (path, changed->str, -1, &error);
  g_assert_no_error (error);
  g_string_free (changed, TRUE);

  bearings_window_import (screen->window, second);
  look (screen, "preview", 1);
  summary = bearings_service_imports_apply (screen->world.service, second, BEARINGS_IMPORT_DEFAULT,
                                            NULL, NULL, NULL, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary->changed, >, 20);
  bearings_window_show_section (screen->window, "data");
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.history", NULL);
  look (screen, "history", 1);
}

/* A pack that is refused for just such words. */
static void
test_findings (Screen *screen, gconstpointer data)
{
  static const char bad[] =
    "{\"bearings_pack\":1,\"id\":\"bad\",\"title\":\"T\",\"version\":\"1\",\"published\":"
    "\"2026-01-01\",\"publisher\":\"P\",\"licence\":\"L\",\"records\":[{\"type\":"
    "\"<b>&amp;'\\\";DROP TABLE claim;--%s%n</b>\"},{\"type\":\"skill\",\"id\":"
    "\"<b>&amp;'\\\";DROP TABLE claim;--%s%n</b>\",\"<i>&amp;\":1}]}";
  g_autofree char *path =
    g_build_filename (screen->world.folder, "<b>&amp;bad.bearings.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, bad, -1, NULL));
  bearings_window_import (screen->window, file);
  look (screen, "findings", 1);
}

/* On paper, too: escaped once in HTML, as they are in text; PDF has nothing to warn of. */
static void
check_reports (Screen *screen)
{
  static const char *const names[] = { "report.txt", "report.html", "report.pdf" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sittings = bearings_service_sittings_list (screen->world.service, &error);
  const BearingsSittingInfo *sitting = sittings->pdata[0];
  g_autoptr (BearingsResult) result =
    bearings_service_sittings_get_result (screen->world.service, sitting->id, &error);
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    screen->world.service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", &error);

  g_assert_no_error (error);
  for (guint form = BEARINGS_REPORT_TEXT; form <= BEARINGS_REPORT_PDF; form++) {
    g_autofree char *path = g_build_filename (screen->world.folder, names[form], NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autofree char *text = NULL;

    g_assert_true (
      bearings_service_text_save_result (result, page, (BearingsReportForm) form, file, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    if (form == BEARINGS_REPORT_HTML) {
      g_assert_null (strstr (text, "<b>&"));
      g_assert_null (strstr (text, "&amp;lt;"));
      g_assert_nonnull (strstr (text, "&lt;b&gt;&amp;amp;"));
    } else if (form == BEARINGS_REPORT_TEXT) {
      g_assert_nonnull (strstr (text, "<b>&amp;'"));
      g_assert_null (strstr (text, "&lt;"));
    }
  }
}

/* What leads on from a question; NULL while nothing does. */
static GtkWidget *
step_button (Screen *screen)
{
  static const char *const steps[] = { "_Next", "_Review", "_Skip" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    GtkWidget *button = find_button (GTK_WIDGET (screen->window), steps[i]);
    if (button != NULL && gtk_widget_is_sensitive (button))
      return button;
  }
  return NULL;
}

/* From the purpose to the result and its report. */
static void
test_sitting (Screen *screen, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.assess", "s", "trial");
  look (screen, "purpose", 1);
  press_button (GTK_WIDGET (screen->window), "_Begin");
  for (guint i = 0; i < 60 && find_button (GTK_WIDGET (screen->window), "_Finish") == NULL; i++) {
    GtkWidget *choice;

    look (screen, "sitting", 1);
    choice = find_type (on_top (screen), GTK_TYPE_CHECK_BUTTON);
    if (choice != NULL)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
    WAIT_UNTIL (step_button (screen) != NULL);
    g_signal_emit_by_name (step_button (screen), "clicked");
    settle (GTK_WIDGET (screen->window));
  }
  look (screen, "review", 1);
  press_button (GTK_WIDGET (screen->window), "_Finish");
  look (screen, "result", 1);
  check_reports (screen);
  bearings_window_show_section (screen->window, "results");
  look (screen, "results", 1);
}

static void
test_quality (Screen *screen, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.quality", "s", "trial");
  look (screen, "quality", 1);
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.plan", "s",
                              "machine-learning-engineer");
  look (screen, "plan", 1);
}

#define ADD(path, func) g_test_add (path, Screen, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/hostile/sections", test_sections);
  ADD ("/hostile/pages", test_pages);
  ADD ("/hostile/sources", test_sources);
  ADD ("/hostile/search", test_search);
  ADD ("/hostile/beneath-data", test_beneath_data);
  ADD ("/hostile/import", test_import);
  ADD ("/hostile/findings", test_findings);
  ADD ("/hostile/sitting", test_sitting);
  ADD ("/hostile/quality", test_quality);
  return g_test_run ();
}
