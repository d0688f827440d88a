/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every number has a source: the dialogs, and the pages that only an action opens. */

#include <string.h>

#include "bearings-application.h"
#include "bearings-certainty-rules.h"
#include "bearings-cite-dialog.h"
#include "bearings-end-guest.h"
#include "bearings-figure-context.h"
#include "bearings-findings-dialog.h"
#include "bearings-rules-dialog.h"
#include "bearings-second-rating-dialog.h"
#include "bearings-service-claims.h"
#include "bearings-service-clients.h"
#include "bearings-service-sittings.h"
#include "bearings-service-skill-page.h"
#include "bearings-shortcuts-dialog.h"
#include "bearings-source-dialog.h"
#include "bearings-trace-view.h"
#include "digits-walk.h"
#include "open-window.h"

#define CLAIMS_APART 8 /* one claim in so many stands for those between */

static void
act (DigitsFixture *fixture, const char *name, const char *target)
{
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), name, "s", target);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), name, NULL);
  settle (GTK_WIDGET (fixture->window));
}

static void
test_rules (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = bearings_service_claims_list (fixture->service, &error);

  g_assert_no_error (error);
  adw_dialog_present (bearings_rules_dialog_new (NULL), GTK_WIDGET (fixture->window));
  digits_look_at_dialog (fixture, "rules");
  for (guint i = 0; i < claims->len; i += CLAIMS_APART) {
    g_autoptr (GPtrArray) account = bearings_certainty_rules_claim_account (claims->pdata[i]);
    adw_dialog_present (bearings_rules_dialog_new (account), GTK_WIDGET (fixture->window));
    digits_look_at_dialog (fixture, "rules of a claim");
  }
  adw_dialog_present (ADW_DIALOG (bearings_shortcuts_dialog_new ()), GTK_WIDGET (fixture->window));
  digits_look_at_dialog (fixture, "shortcuts");
  digits_assert_none (fixture);
}

static void
test_traces (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = bearings_service_claims_list (fixture->service, &error);
  g_autoptr (GPtrArray) entries = bearings_service_claims_list_register (fixture->service, &error);
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    fixture->service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", &error);
  g_autoptr (BearingsTrace) answer = NULL;

  g_assert_no_error (error);
  answer = bearings_trace_new_for_answer (page);
  for (guint i = 0; i < claims->len + entries->len; i++) {
    const BearingsRecord *record =
      i < claims->len ? claims->pdata[i] : entries->pdata[i - claims->len];
    g_autofree char *name = g_strdup_printf ("trace %s", record->id);

    /* Claims without hops of their own are all made alike. */
    if (i < claims->len && i % CLAIMS_APART != 0 && !g_str_equal (record->id, "noy-zhang-time") &&
        !g_str_equal (record->id, "indeed-26-jobs-highly") &&
        !g_str_equal (record->id, "wef-39-skills"))
      continue;
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.trace", "(ss)",
                                record->type->name, record->id);
    digits_look_at_dialog (fixture, name);
  }
  bearings_trace_view_dialog_present_trace (GTK_WIDGET (fixture->window), answer);
  digits_look_at_dialog (fixture, "trace of an answer");
  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *channel = page->answers->pdata[i];
    g_autoptr (BearingsTrace) trace = NULL;

    if (channel->best == NULL)
      continue;
    trace = bearings_trace_new_for_evidence (
      channel->best,
      g_hash_table_lookup (page->sources, bearings_evidence_get_source_id (channel->best)));
    bearings_trace_view_dialog_present_trace (GTK_WIDGET (fixture->window), trace);
    digits_look_at_dialog (fixture, "trace of a count");
  }
  digits_assert_none (fixture);
}

static void
test_cite (DigitsFixture *fixture, gconstpointer data)
{
  static const struct {
    BearingsRecordKind kind;
    const char *id;
  } cited[] = {
    { BEARINGS_RECORD_CLAIM, "noy-zhang-time" },
    { BEARINGS_RECORD_CLAIM, "eu-ai-act-annex3-4" },
    { BEARINGS_RECORD_SOURCE, "kaggle-2022" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cited); i++) {
    bearings_cite_dialog_present (GTK_WIDGET (fixture->window), fixture->service, cited[i].kind,
                                  cited[i].id, NULL);
    digits_look_at_dialog (fixture, "cite");
  }
  digits_assert_none (fixture);
}

/* From a figure to where it is from. */
static void
test_figures (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    fixture->service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", &error);
  GtkWidget *shown;

  g_assert_no_error (error);
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "noy-zhang-time", NULL);
  digits_look (fixture, "claim");
  shown = GTK_WIDGET (bearings_window_get_visible_page (fixture->window));
  g_assert_true (bearings_figure_context_open (shown, "about 40 % less time"));
  digits_look_at_dialog (fixture, "figure");
  for (guint i = 0; i < page->evidence->len; i += i < 10 ? 1 : CLAIMS_APART) {
    BearingsEvidence *evidence = page->evidence->pdata[i];
    BearingsSource *source =
      g_hash_table_lookup (page->sources, bearings_evidence_get_source_id (evidence));

    adw_dialog_present (ADW_DIALOG (bearings_source_dialog_new_for_figure (
                          shown, bearings_evidence_get_figure (evidence), source)),
                        shown);
    digits_look_at_dialog (fixture, "source of a figure");
  }
  digits_assert_none (fixture);
}

/* The application itself: its version, and the attributions that licences ask for. */
static void
test_about (DigitsFixture *fixture, gconstpointer data)
{
  BearingsApplication *application = bearings_application_new ();
  BearingsWindow *own = fixture->window;
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  WAIT_UNTIL (bearings_application_get_service (application) != NULL);
  fixture->window =
    BEARINGS_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  digits_look_at_dialog (fixture, "about");
  close_window (fixture->window);
  fixture->window = own;
  g_object_unref (application);
  digits_assert_none (fixture);
}

/* The other reading has the same figures, and words of its own. */
static void
test_technical_reading (DigitsFixture *fixture, gconstpointer data)
{
  act (fixture, "win.technical-reading", NULL);
  digits_open_page (fixture, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python");
  digits_open_page (fixture, BEARINGS_RECORD_ROLE, "machine-learning-engineer", NULL);
  digits_open_page (fixture, BEARINGS_RECORD_CLAIM, "noy-zhang-time", NULL);
  digits_open_page (fixture, BEARINGS_RECORD_CLAIM, "metr-2025-slowdown", NULL);
  digits_open_page (fixture, BEARINGS_RECORD_REGISTER_ENTRY, "ats-75-percent", NULL);
  act (fixture, "win.technical-reading", NULL);
  digits_assert_none (fixture);
}

static void
test_search (DigitsFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "python", "85", "2023 postings", "nothing such" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    GtkWidget *entry;

    act (fixture, "win.search", NULL);
    entry = find_type (GTK_WIDGET (wait_for_dialog (fixture->window)), GTK_TYPE_SEARCH_ENTRY);
    g_assert_nonnull (entry);
    /* The search begins at once, not after the pause of typing. */
    gtk_editable_set_text (GTK_EDITABLE (entry), words[i]);
    g_signal_emit_by_name (entry, "search-changed");
    digits_look_at_dialog (fixture, "search");
  }
  digits_assert_none (fixture);
}

static void
test_library (DigitsFixture *fixture, gconstpointer data)
{
  bearings_window_show_section (fixture->window, "evidence");
  digits_look (fixture, "evidence");
  g_assert_true (digits_click (fixture, "Filters"));
  digits_look_at_dialog (fixture, "filters");
  digits_assert_none (fixture);
}

static void
test_actions (DigitsFixture *fixture, gconstpointer data)
{
  act (fixture, "win.publishers", NULL);
  digits_look (fixture, "publishers");
  g_assert_true (digits_click (fixture, "_Add a Publisher…"));
  digits_look_at_dialog (fixture, "publisher");
  act (fixture, "win.glossary", NULL);
  digits_look (fixture, "glossary");
  act (fixture, "win.history", NULL);
  digits_look (fixture, "history");
  act (fixture, "win.plan", "machine-learning-engineer");
  digits_look (fixture, "plan");
  digits_assert_none (fixture);
}

/* The shipped pack @name with a new version and @before told as @after, as a file of the test's. */
static GFile *
pack_new (DigitsFixture *fixture, const char *name, const char *before, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = g_build_filename (SHIPPED_PACKS, name, NULL);
  g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_file_get_contents (shipped, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, before, after, 1), ==, 1);
  g_file_set_contents (path, changed->str, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* The first row whose title says so, as a click on it would do. */
static gboolean
activate_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget) &&
      strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) != NULL) {
    adw_action_row_activate (ADW_ACTION_ROW (widget));
    return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (activate_row (child, title))
      return TRUE;
  return FALSE;
}

/* What a pack would change, one change, its findings, and what is asked before it is undone. */
static void
test_import (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file =
    pack_new (fixture, "evidence.bearings.json", "roughly 40% less time", "roughly 975% less time");
  GtkWidget *list;

  bearings_window_import (fixture->window, file);
  digits_look (fixture, "import");
  g_assert_true (activate_row (GTK_WIDGET (fixture->window), "Changed"));
  digits_look (fixture, "preview list");
  list =
    find_type (GTK_WIDGET (bearings_window_get_visible_page (fixture->window)), GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "activate", 0u);
  digits_look_at_dialog (fixture, "change");
  act (fixture, "win.back", NULL);
  g_assert_true (digits_click (fixture, "_Apply"));
  digits_look (fixture, "imported");
  g_assert_true (digits_click (fixture, "_Undo…"));
  digits_look_at_dialog (fixture, "undo");
  digits_assert_none (fixture);
}

/* What a check says of a pack, with figures of the pack in its words. */
static void
test_findings (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();

  for (guint i = 1; i <= 40; i++)
    g_ptr_array_add (problems, bearings_problem_new (BEARINGS_SEVERITY_WARNING, "a.bearings.json",
                                                     i, "$.records[7].statement", "unbacked-figure",
                                                     "no finding of the pack gives “975%%”"));
  adw_dialog_present (bearings_findings_dialog_new (problems, "a.bearings.json"),
                      GTK_WIDGET (fixture->window));
  digits_look_at_dialog (fixture, "findings");
  digits_assert_none (fixture);
}

static void
test_refused (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file =
    pack_new (fixture, "evidence.bearings.json", "\"value\": -40", "\"value\": \"forty 40\"");

  bearings_window_import (fixture->window, file);
  digits_look (fixture, "refused");
  digits_assert_none (fixture);
}

/* Somebody else rates a task: every shipped one, with its points. */
static void
test_second_rating (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsForm) form =
    bearings_service_sittings_get_form (fixture->service, "python-skill", &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < form->items->len; i++) {
    BearingsSittingItem row = { .item = form->items->pdata[i] };
    g_autoptr (BearingsResponse) response = NULL;
    GString *text;

    if (row.item->criteria->len == 0)
      continue;
    text = g_string_new ("rubric:");
    for (guint j = 0; j < row.item->criteria->len; j++)
      g_string_append_printf (text, "%s%s=1", j > 0 ? "," : "",
                              ((BearingsCriterion *) row.item->criteria->pdata[j])->id);
    g_string_append (text, ";Words of a person");
    row.response = response = bearings_response_parse (text->str);
    g_string_free (text, TRUE);
    adw_dialog_present (bearings_second_rating_dialog_new (&row), GTK_WIDGET (fixture->window));
    digits_look_at_dialog (fixture, "second rating");
    n++;
  }
  g_assert_cmpuint (n, >, 0);
  digits_assert_none (fixture);
}

static void
test_end_sitting (DigitsFixture *fixture, gconstpointer data)
{
  bearings_end_guest (GTK_WIDGET (fixture->window), fixture->service);
  digits_look_at_dialog (fixture, "end of session");
  digits_assert_none (fixture);
}

/* Who is at the desk; a code is no figure, so this one has no digits. */
static void
test_client (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  act (fixture, "win.client", NULL);
  digits_look_at_dialog (fixture, "guest");
  g_assert_true (bearings_service_clients_create (fixture->service, "otter", &error));
  g_assert_true (bearings_service_clients_set (fixture->service, "otter", &error));
  act (fixture, "win.client", NULL);
  digits_look_at_dialog (fixture, "client");
  bearings_window_show_section (fixture->window, "results");
  digits_look (fixture, "results of a client");
  g_assert_true (bearings_service_clients_delete (fixture->service, "otter", &error));
  digits_assert_none (fixture);
}

/* Dialogs that are made where they are asked for, and where each is held to the rule. */
static const struct {
  const char *file;
  const char *how;
} made_in_place[] = {
  { "sitting/bearings-assess-page.c", "a fixed question without digits" },
  { "sitting/bearings-close-guard.c", "the system's words about a file" },
  { "quality/bearings-quality-page.c", "the system's words about a file" },
  { "quality/bearings-recalibration-page.c", "the system's words about a file" },
  { "plots/bearings-plot-view.c", "the system's words about a file" },
  { "data/bearings-findings-view.c", "the system's words about a file" },
  { "data/bearings-freshness-page.c", "the system's words about a file" },
  { "data/bearings-import-page.c", "the system's words about a file" },
  { "data/bearings-import-undo.c", "walked: undo" },
  { "data/bearings-publishers-page.c", "the system's words about a file" },
  { "data/bearings-sample-page.c", "walked: sample" },
  { "evidence/bearings-cite-dialog.c", "the system's words about a record" },
  { "desk/bearings-client-dialog.c", "a fixed question without digits" },
  { "result/bearings-end-guest.c", "walked: end of session" },
  { "result/bearings-reference-consent.c", "the system's words about a file" },
  { "result/bearings-result-beside.c", "the system's words about a file" },
  { "common/bearings-chosen-file.c", "the system's words about a file" },
  { "common/bearings-report-dialog.c", "the system's words about a file" },
};

static gboolean
is_listed (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (made_in_place); i++)
    if (g_str_equal (made_in_place[i].file, file))
      return TRUE;
  return FALSE;
}

static guint
check_source (const char *name, const char *text, GPtrArray *missing)
{
  static const char *const bases[] = { "BEARINGS_TYPE_PAGE", "ADW_TYPE_DIALOG",
                                       "ADW_TYPE_NAVIGATION_PAGE", "ADW_TYPE_PREFERENCES_DIALOG" };
  g_autoptr (GRegex) regex =
    g_regex_new ("G_DEFINE_FINAL_TYPE[A-Z_]*\\s*\\(\\s*(\\w+),\\s*\\w+,\\s*(\\w+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  if (strstr (text, "adw_alert_dialog_new (") != NULL && !is_listed (name))
    g_ptr_array_add (missing, g_strdup_printf ("a dialog made in %s", name));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *class_name = g_match_info_fetch (match, 1);
    g_autofree char *base = g_match_info_fetch (match, 2);

    for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
      if (g_str_equal (base, bases[i])) {
        n++;
        if (!digits_has_walked (class_name))
          g_ptr_array_add (missing, g_strdup_printf ("%s (%s)", class_name, name));
      }
  }
  return n;
}

/* Every page and dialog that the source defines was walked by a test before this one. */
static void
test_every_screen (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folders = g_dir_open (APP_SOURCE, 0, &error);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  const char *folder;
  guint n = 0;

  g_assert_no_error (error);
  if (!digits_has_walked ("BearingsDiscoverPage") || !digits_has_walked ("BearingsResultPage")) {
    g_test_skip ("Some tests were left out");
    return;
  }
  while ((folder = g_dir_read_name (folders)) != NULL) {
    g_autofree char *path = g_build_filename (APP_SOURCE, folder, NULL);
    g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
    const char *file;

    while (files != NULL && (file = g_dir_read_name (files)) != NULL) {
      g_autofree char *full = g_build_filename (path, file, NULL);
      g_autofree char *name = g_build_filename (folder, file, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (file, ".c"))
        continue;
      g_file_get_contents (full, &text, NULL, &error);
      g_assert_no_error (error);
      n += check_source (name, text, missing);
    }
  }
  g_test_message ("%u classes of screens", n);
  for (guint i = 0; i < missing->len; i++)
    g_printerr ("No test here walks %s: open it in one, and look\n", (char *) missing->pdata[i]);
  g_assert_cmpuint (missing->len, ==, 0);
  g_assert_cmpuint (n, >=, 25);
}

#define ADD(path, func) g_test_add (path, DigitsFixture, NULL, digits_setup, func, digits_teardown)

void
digits_add_dialogs (void)
{
  ADD ("/digits/rules", test_rules);
  ADD ("/digits/traces", test_traces);
  ADD ("/digits/cite", test_cite);
  ADD ("/digits/figures", test_figures);
  ADD ("/digits/about", test_about);
  ADD ("/digits/technical-reading", test_technical_reading);
  ADD ("/digits/search", test_search);
  ADD ("/digits/library", test_library);
  ADD ("/digits/actions", test_actions);
  ADD ("/digits/changes", test_import);
  ADD ("/digits/findings", test_findings);
  ADD ("/digits/refused", test_refused);
  ADD ("/digits/second-rating", test_second_rating);
  ADD ("/digits/end-session", test_end_sitting);
  ADD ("/digits/client", test_client);
  g_test_add_func ("/digits/every-screen", test_every_screen);
}
