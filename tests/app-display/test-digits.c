/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every number has a source: no digit on any screen is a figure that opens nothing. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-spans.h"
#include "bearings-figure-text.h"
#include "bearings-origin-button.h"
#include "bearings-page.h"
#include "bearings-window.h"
#include "sample-fixture.h"

#define PATIENCE_MS 20000

typedef struct {
  char *directory;
  BearingsService *service;
  AdwApplication *application;
  BearingsWindow *window;
  GRegex *reviewed;    /* digits that are no figures */
  GPtrArray *in_pages; /* Reviewed: what holds on one page only */
  GHashTable *findings;
  guint n_texts, n_held;
} Fixture;

typedef struct {
  char *page;
  GRegex *regex;
} Reviewed;

static void
reviewed_free (gpointer data)
{
  Reviewed *reviewed = data;

  g_free (reviewed->page);
  g_regex_unref (reviewed->regex);
  g_free (reviewed);
}

static void
iterate (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  do {
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_usleep (2000);
  } while (g_get_monotonic_time () < until);
}

/* The reviewed list: a pattern and a reason on each line; one without a reason is no entry. A
 * page's name in brackets before the pattern confines it to that page. */
static GRegex *
read_reviewed (GPtrArray *in_pages)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  GRegex *regex;

  g_assert_true (g_file_get_contents (REVIEWED_DIGITS, &text, NULL, &error));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *tab = strchr (lines[i], '\t');

    if (*lines[i] == '\0' || *lines[i] == '#')
      continue;
    if (tab == NULL || strlen (tab) < 8)
      g_error ("Line %u of the reviewed list has no reason: %s", i + 1, lines[i]);
    if (*lines[i] == '[') {
      Reviewed *reviewed = g_new0 (Reviewed, 1);
      char *end = strchr (lines[i], ']');
      g_autofree char *pattern = g_strndup (end + 2, (gsize) (tab - end - 2));

      reviewed->page = g_strndup (lines[i] + 1, (gsize) (end - lines[i] - 1));
      reviewed->regex = g_regex_new (pattern, 0, 0, &error);
      g_assert_no_error (error);
      g_ptr_array_add (in_pages, reviewed);
      continue;
    }
    g_string_append_printf (joined, "%s(?:%.*s)", joined->len > 0 ? "|" : "",
                            (int) (tab - lines[i]), lines[i]);
  }
  regex = g_regex_new (joined->str, 0, 0, &error);
  g_assert_no_error (error);
  return regex;
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-digits-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
  fixture->application =
    ADW_APPLICATION (adw_application_new ("io.github.bearings.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  fixture->in_pages = g_ptr_array_new_with_free_func (reviewed_free);
  fixture->reviewed = read_reviewed (fixture->in_pages);
  fixture->findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->window = bearings_window_new (GTK_APPLICATION (fixture->application));
  bearings_window_set_service (fixture->window, fixture->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate (50);
  g_object_unref (fixture->service);
  g_object_unref (fixture->application);
  g_regex_unref (fixture->reviewed);
  g_ptr_array_unref (fixture->in_pages);
  g_hash_table_unref (fixture->findings);
  folder = g_dir_open (fixture->directory, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

static gboolean
has_digits (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* What is left of @text without what the reviewed list explains. */
static char *
unexplained (Fixture *fixture, GtkWidget *widget, const char *page, const char *text)
{
  char *left = g_regex_replace_literal (fixture->reviewed, text, -1, 0, "", 0, NULL);

  for (guint i = 0; i < fixture->in_pages->len; i++) {
    const Reviewed *reviewed = fixture->in_pages->pdata[i];
    g_autofree char *before = NULL;

    if (*reviewed->page == '.' ? !gtk_widget_has_css_class (widget, reviewed->page + 1)
                               : !g_str_has_prefix (page, reviewed->page))
      continue;
    before = left;
    left = g_regex_replace_literal (reviewed->regex, before, -1, 0, "", 0, NULL);
  }
  return left;
}

/* A row or button that opens a record opens where the figures in it stand. */
static gboolean
opens_record (GtkWidget *widget)
{
  const char *action =
    GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return g_strcmp0 (action, "win.open") == 0 || g_strcmp0 (action, "win.assess") == 0;
}

static gboolean
holds_link (GtkWidget *widget)
{
  gboolean found = opens_record (widget) || BEARINGS_IS_ORIGIN_BUTTON (widget);

  if (BEARINGS_IS_CITED_ROW (widget)) {
    g_autofree char *origin = bearings_figure_holder_describe (BEARINGS_FIGURE_HOLDER (widget));
    found = found || origin != NULL;
  }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = holds_link (child);
  return found;
}

/* Inside a link to a record, a list of records, a row that unfolds to such a link, or a row with a
 * button that opens where its figures are from. */
static gboolean
is_inside_link (GtkWidget *widget)
{
  for (; widget != NULL && !BEARINGS_IS_PAGE (widget); widget = gtk_widget_get_parent (widget))
    if (opens_record (widget) || GTK_IS_LIST_VIEW (widget) ||
        ((ADW_IS_EXPANDER_ROW (widget) || ADW_IS_ACTION_ROW (widget)) &&
         !BEARINGS_IS_CITED_ROW (widget) && holds_link (widget)))
      return TRUE;
  return FALSE;
}

/* The same without the figures that are links. */
static char *
without_links (const char *text)
{
  g_autoptr (GArray) spans = bearings_figure_spans (text);
  GString *left = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++) {
    const BearingsSpan *span = &g_array_index (spans, BearingsSpan, i);
    g_string_append_len (left, text + at, (gssize) (span->start - at));
    g_string_append_c (left, '|');
    at = span->end;
  }
  g_string_append (left, text + at);
  return g_string_free_and_steal (left);
}

static void
find_fault (Fixture *fixture, const char *page, const char *fault, const char *text)
{
  g_hash_table_add (fixture->findings, g_strdup_printf ("%s: %s: “%s”", page, fault, text));
}

static void
check_text (Fixture *fixture, GtkWidget *widget, const char *page, const char *text)
{
  g_autofree char *left = NULL;
  g_autofree char *origin = NULL;
  GtkWidget *holder = widget;
  gboolean linked;

  if (text == NULL || !has_digits (text))
    return;
  fixture->n_texts++;
  left = unexplained (fixture, widget, page, text);
  if (!has_digits (left) || is_inside_link (widget))
    return;
  linked = GTK_IS_LABEL (widget) && bearings_figure_text_is_linked (GTK_LABEL (widget));
  while (!linked && holder != NULL && !BEARINGS_IS_FIGURE_HOLDER (holder))
    holder = gtk_widget_get_parent (holder);
  if (holder == NULL) {
    find_fault (fixture, page, "digits outside a figure", text);
    return;
  }
  fixture->n_held++;
  origin = linked ? bearings_figure_context_describe (widget)
                  : bearings_figure_holder_describe (BEARINGS_FIGURE_HOLDER (holder));
  if (origin == NULL || *origin == '\0')
    find_fault (fixture, page, "a figure that opens nothing", text);
  if (linked) {
    g_autofree char *rest = without_links (text);
    g_autofree char *more = unexplained (fixture, widget, page, rest);

    if (has_digits (more))
      find_fault (fixture, page, "digits that are neither a link nor reviewed", text);
  }
}

static void
walk (Fixture *fixture, GtkWidget *widget, const char *page)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_text (fixture, widget, page, gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    check_text (fixture, widget, page, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_EDITABLE (widget))
    check_text (fixture, widget, page, gtk_editable_get_text (GTK_EDITABLE (widget)));
  check_text (fixture, widget, page, gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (fixture, child, page);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* What a click would bring to light is part of the screen. */
static void
expand_all (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static gboolean
is_loading (GtkWidget *page)
{
  GtkWidget *stack = find_type (page, GTK_TYPE_STACK);

  if (stack == NULL)
    return FALSE;
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "content") != 0;
}

static void
look (Fixture *fixture, const char *name)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;
  GtkWidget *page;

  do {
    iterate (5);
    page = GTK_WIDGET (bearings_window_get_visible_page (fixture->window));
  } while (page == NULL ||
           (BEARINGS_IS_PAGE (page) && is_loading (page) && g_get_monotonic_time () < until));
  expand_all (page);
  iterate (5);
  walk (fixture, page, name);
}

static void
open_page (Fixture *fixture, BearingsRecordKind kind, const char *id, const char *second_id)
{
  g_autofree char *name = g_strdup_printf ("%s %s%s%s", bearings_record_type (kind)->name, id,
                                           second_id ? " " : "", second_id ? second_id : "");

  bearings_window_open (fixture->window, kind, id, second_id);
  look (fixture, name);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_none (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = g_hash_table_get_keys_as_ptr_array (fixture->findings);

  g_ptr_array_sort (all, compare);
  for (guint i = 0; i < all->len && i < 400; i++)
    g_printerr ("%s\n", (char *) all->pdata[i]);
  g_test_message ("%u texts with digits, %u of them figures", fixture->n_texts, fixture->n_held);
  if (all->len > 0)
    g_error ("%u texts with digits that open nothing", all->len);
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  static const char *const sections[] = { "discover", "evidence", "register",
                                          "assess",   "results",  "data" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    bearings_window_show_section (fixture->window, sections[i]);
    iterate (300);
    look (fixture, sections[i]);
  }
  assert_none (fixture);
}

static void
test_careers (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, BEARINGS_RECORD_ROLE, "machine-learning-engineer", NULL);
  open_page (fixture, BEARINGS_RECORD_OCCUPATION, "15-2051.00", NULL);
  /* Top-coded pay; no projection; suppressed ratings. */
  open_page (fixture, BEARINGS_RECORD_OCCUPATION, "29-1242.00", NULL);
  open_page (fixture, BEARINGS_RECORD_OCCUPATION, "55-1011.00", NULL);
  assert_none (fixture);
}

static void
test_skills (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python");
  open_page (fixture, BEARINGS_RECORD_ROLE, "data-scientist", "structured-query-language-sql");
  open_page (fixture, BEARINGS_RECORD_OCCUPATION, "29-1141.00", "python");
  open_page (fixture, BEARINGS_RECORD_OCCUPATION, "15-2051.00", "2.A.1.a");
  assert_none (fixture);
}

static void
test_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = bearings_service_list_claims (fixture->service, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (claims->len, >, 100);
  for (guint i = 0; i < claims->len; i++) {
    const BearingsClaim *claim = claims->pdata[i];
    open_page (fixture, BEARINGS_RECORD_CLAIM, claim->record.id, NULL);
  }
  assert_none (fixture);
}

static void
test_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = bearings_service_list_register (fixture->service, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++) {
    const BearingsRegisterEntry *entry = entries->pdata[i];
    open_page (fixture, BEARINGS_RECORD_REGISTER_ENTRY, entry->record.id, NULL);
  }
  assert_none (fixture);
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char *const sources[] = { "onet-30-1", "bls-oews-2025-05", "kaggle-2022" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    AdwDialog *dialog;

    bearings_window_open (fixture->window, BEARINGS_RECORD_SOURCE, sources[i], NULL);
    iterate (200);
    dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
    g_assert_nonnull (dialog);
    expand_all (GTK_WIDGET (dialog));
    iterate (5);
    walk (fixture, GTK_WIDGET (dialog), sources[i]);
    adw_dialog_force_close (dialog);
    iterate (50);
  }
  assert_none (fixture);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static gboolean
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = NULL;

  for (guint i = 0; i < 20 && button == NULL; i++) {
    iterate (20);
    button = find_button (GTK_WIDGET (fixture->window), label);
  }
  if (button == NULL)
    return FALSE;
  g_signal_emit_by_name (button, "clicked");
  iterate (60);
  return TRUE;
}

static void
choose (Fixture *fixture)
{
  GtkWidget *page = GTK_WIDGET (bearings_window_get_visible_page (fixture->window));
  GtkWidget *choice = find_type (page, GTK_TYPE_CHECK_BUTTON);

  if (choice != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  iterate (10);
}

/* From the purpose to the result: the person's own figures say what they are computed from. */
static void
test_sitting (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.assess", "s", "python-skill");
  iterate (300);
  look (fixture, "purpose");
  g_assert_true (click (fixture, "_Begin"));
  for (guint i = 0; i < 80; i++) {
    look (fixture, "sitting");
    choose (fixture);
    if (!click (fixture, "_Next") && !click (fixture, "_Skip"))
      break;
    if (find_button (GTK_WIDGET (fixture->window), "_Finish") != NULL)
      break;
  }
  look (fixture, "review");
  g_assert_true (click (fixture, "_Finish"));
  iterate (500);
  look (fixture, "result");
  bearings_window_show_section (fixture->window, "results");
  iterate (300);
  look (fixture, "results");
  assert_none (fixture);
}

/* What is due for a look: years and dates lead to their claim. */
static void
test_freshness (Fixture *fixture, gconstpointer data)
{
  bearings_window_show_section (fixture->window, "data");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.freshness", NULL);
  iterate (300);
  look (fixture, "freshness");
  g_assert_cmpuint (fixture->n_texts, >, 20);
  assert_none (fixture);
}

/* A preview, all that it unfolds to, and the history it leaves: every count says who counted. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "own.bearings.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (
    path,
    "{\"bearings_pack\":1,\"id\":\"own\",\"title\":\"Own\",\"version\":\"1.0\",\"published\":"
    "\"2026-02-01\",\"publisher\":\"P\",\"licence\":\"CC0\",\"note\":\"With 12 records\","
    "\"records\":[{\"type\":\"source\",\"id\":\"a\",\"csl_type\":\"report\",\"title\":\"A\"}]}",
    -1, &error);
  g_assert_no_error (error);
  bearings_window_import (fixture->window, file);
  iterate (1500);
  look (fixture, "import");
  g_assert_true (click (fixture, "_Apply"));
  iterate (1500);
  look (fixture, "applied");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.history", NULL);
  iterate (300);
  look (fixture, "history");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.publishers", NULL);
  iterate (300);
  look (fixture, "publishers");
  g_assert_cmpuint (fixture->n_held, >, 3);
  assert_none (fixture);
}

/* How well an instrument measures, with and without data. */
static void
test_quality (Fixture *fixture, gconstpointer data)
{
  guint before;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.quality", "s", "python-skill");
  iterate (300);
  look (fixture, "quality without data");
  before = fixture->n_held;
  sample_merge (fixture->service, "python-skill", fixture->directory, 60);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.quality", "s", "python-skill");
  iterate (600);
  look (fixture, "quality");
  g_assert_cmpuint (fixture->n_held, >, before + 20);
  assert_none (fixture);
}

/* The walk itself finds what it is for. */
static void
test_finds_mistakes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bare = g_object_ref_sink (gtk_label_new ("74.3 % of postings"));
  GtkWidget *dated = g_object_ref_sink (gtk_label_new ("since 3 May 2024, O*NET 30.1"));
  GtkWidget *lost = g_object_ref_sink (bearings_figure_text_new ("74.3 % of postings"));
  GtkWidget *counted = g_object_ref_sink (bearings_figure_text_new ("74.3 % of postings"));

  bearings_figure_context_set_computation (counted, "Counted.");
  walk (fixture, dated, "test");
  walk (fixture, counted, "test");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, 0);
  walk (fixture, bare, "test");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, 1);
  walk (fixture, lost, "test");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, 2);
  g_object_unref (bare);
  g_object_unref (dated);
  g_object_unref (lost);
  g_object_unref (counted);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ADD ("/digits/finds-mistakes", test_finds_mistakes);
  ADD ("/digits/sections", test_sections);
  ADD ("/digits/careers", test_careers);
  ADD ("/digits/skills", test_skills);
  ADD ("/digits/claims", test_claims);
  ADD ("/digits/register", test_register);
  ADD ("/digits/dialogs", test_dialogs);
  ADD ("/digits/sitting", test_sitting);
  ADD ("/digits/freshness", test_freshness);
  ADD ("/digits/import", test_import);
  ADD ("/digits/quality", test_quality);
  return g_test_run ();
}
