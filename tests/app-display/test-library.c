/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library in its window: words, filters, order, history, what to relax, citing. */

#include <string.h>

#include "bearings-cite-dialog.h"
#include "bearings-library-model.h"
#include "window-fixture.h"

static GtkWidget *
dialog (Fixture *fixture)
{
  return GTK_WIDGET (visible_dialog (fixture->window));
}

static GtkWidget *
claims (Fixture *fixture)
{
  return find_class (page (fixture), GTK_TYPE_LIST_VIEW, "claims");
}

/* The visible widget of a type whose label, or whose text, begins with @words. */
static GtkWidget *
find_labelled (GtkWidget *widget, GType type, const char *words)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)) {
    g_autofree char *text = read_text (widget);

    if (g_str_has_prefix (text, words))
      return widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_labelled (child, type, words);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
wait_for (GtkWidget *(*where) (Fixture *), Fixture *fixture, GType type, const char *words)
{
  Waiting waiting = { 0 };
  GtkWidget *found = NULL;

  while (found == NULL && wait_a_step (&waiting))
    if (where (fixture) != NULL)
      found = find_labelled (where (fixture), type, words);
  if (found == NULL)
    g_error ("No %s that says “%s”", g_type_name (type), words);
  return found;
}

static void
type_words (Fixture *fixture, const char *words)
{
  GtkWidget *entry = find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
go (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

static GListModel *
model (Fixture *fixture)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (claims (fixture)));

  return gtk_no_selection_get_model (GTK_NO_SELECTION (selection));
}

static guint
n_rows (Fixture *fixture)
{
  WAIT_UNTIL (bearings_library_model_is_settled (BEARINGS_LIBRARY_MODEL (model (fixture))));
  return g_list_model_get_n_items (model (fixture));
}

static void
test_words_and_history (Fixture *fixture, gconstpointer data)
{
  guint n_all, n_found;

  bearings_window_show_section (fixture->window, "evidence");
  assert_says (fixture, " claims");
  n_all = n_rows (fixture);
  g_assert_cmpuint (n_all, >, 100);

  type_words (fixture, "python pay");
  assert_says (fixture, "Python named against not named");
  n_found = n_rows (fixture);
  g_assert_cmpuint (n_found, <, n_all);

  adw_toggle_group_set_active_name (
    ADW_TOGGLE_GROUP (find_type (page (fixture), ADW_TYPE_TOGGLE_GROUP)), "sources");
  assert_says (fixture, " source");

  /* Back takes away the last step, then the words; forward brings both again. */
  go (fixture, "win.back");
  assert_says (fixture, "Python named against not named");
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY))), ==,
    "python pay");
  go (fixture, "win.back");
  {
    g_autofree char *text = g_strdup_printf ("%u claims", n_all);
    assert_says (fixture, text);
  }
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY))), ==,
    "");
  go (fixture, "win.forward");
  {
    g_autofree char *text = g_strdup_printf ("%u claims", n_found);
    assert_says (fixture, text);
  }
  go (fixture, "win.forward");
  assert_says (fixture, " source");
}

/* A claim opened from the list, and back: words and place are as they were. */
static void
test_return (Fixture *fixture, gconstpointer data)
{
  GtkWidget *library;

  bearings_window_show_section (fixture->window, "evidence");
  assert_says (fixture, " claims");
  type_words (fixture, "callbacks");
  assert_says (fixture, "fewer callbacks");
  library = page (fixture);
  n_rows (fixture);
  g_signal_emit_by_name (claims (fixture), "activate", 0);
  WAIT_UNTIL (page (fixture) != library);
  assert_says (fixture, "certainty");
  go (fixture, "win.back");
  WAIT_UNTIL (page (fixture) == library);
  assert_says (fixture, "fewer callbacks");
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (find_type (library, GTK_TYPE_SEARCH_ENTRY))), ==,
    "callbacks");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *check;
  guint n;

  bearings_window_show_section (fixture->window, "evidence");
  assert_says (fixture, " claims");
  n = n_rows (fixture);
  g_signal_emit_by_name (wait_for (page, fixture, GTK_TYPE_BUTTON, "Filters"), "clicked");
  row = wait_for (dialog, fixture, ADW_TYPE_EXPANDER_ROW, "Channel");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  row = wait_for (dialog, fixture, ADW_TYPE_ACTION_ROW, "Callbacks");
  check = find_type (row, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  wait_for (page, fixture, GTK_TYPE_BUTTON, "Filters (1)");
  g_assert_cmpuint (n_rows (fixture), <, n);
  {
    g_autoptr (BearingsLibraryRow) first = g_list_model_get_item (model (fixture), 0);
    g_assert_cmpint (first->channel, ==, BEARINGS_CHANNEL_CALLBACKS);
  }
  close_dialog (fixture->window);

  /* The filter stands on the page and is taken away there. */
  g_signal_emit_by_name (wait_for (page, fixture, GTK_TYPE_BUTTON, "Callbacks"), "clicked");
  {
    g_autofree char *text = g_strdup_printf ("%u claims", n);
    assert_says (fixture, text);
  }

  /* Nothing found says what to take away. */
  type_words (fixture, "zzzqqq");
  assert_says (fixture, "No Claim Found");
  g_signal_emit_by_name (wait_for (page, fixture, GTK_TYPE_BUTTON, "Without “zzzqqq”"), "clicked");
  {
    g_autofree char *text = g_strdup_printf ("%u claims", n);
    assert_says (fixture, text);
  }
}

static void
test_cite (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toggle, *list, *view, *forms;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  g_autofree char *bibtex = NULL;

  bearings_window_show_section (fixture->window, "evidence");
  assert_says (fixture, " claims");
  n_rows (fixture);
  list = claims (fixture);
  toggle = find_type (page (fixture), ADW_TYPE_TOGGLE_GROUP);
  while (!GTK_IS_TOGGLE_BUTTON (toggle))
    toggle = gtk_widget_get_next_sibling (toggle);
  g_assert_true (GTK_IS_TOGGLE_BUTTON (toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_signal_emit_by_name (list, "activate", 0);
  g_signal_emit_by_name (list, "activate", 1);
  g_signal_emit_by_name (list, "activate", 2);
  g_signal_emit_by_name (list, "activate", 1); /* not this one after all */
  g_signal_emit_by_name (wait_for (page, fixture, GTK_TYPE_BUTTON, "Cite 2"), "clicked");
  wait_for (dialog, fixture, GTK_TYPE_BUTTON, "Copy");
  view = find_type (dialog (fixture), GTK_TYPE_TEXT_VIEW);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "Cited for"));
  forms = find_type (dialog (fixture), ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (forms), BEARINGS_CITE_BIBTEX - 1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  bibtex = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpint (*bibtex, ==, '@');
  close_dialog (fixture->window);
}

/* How many references the dialog on top writes as BibTeX; it is closed. */
static guint
count_cited (Fixture *fixture)
{
  GtkWidget *view, *forms;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  guint n = 0;

  wait_for (dialog, fixture, GTK_TYPE_BUTTON, "Copy");
  g_assert_true (BEARINGS_IS_CITE_DIALOG (dialog (fixture)));
  forms = find_type (dialog (fixture), ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (forms), BEARINGS_CITE_BIBTEX - 1);
  view = find_type (dialog (fixture), GTK_TYPE_TEXT_VIEW);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  for (const char *at = text; at != NULL; at = strstr (at, "\n@"))
    n += *(at += *at == '\n') == '@';
  close_dialog (fixture->window);
  return n;
}

/* A claim, a source and a whole page are cited from where they stand. */
static void
test_cite_in_place (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "noy-zhang-time", NULL);
  gtk_widget_activate (wait_for (page, fixture, ADW_TYPE_ACTION_ROW, "Cite in Other Formats…"));
  g_assert_cmpuint (count_cited (fixture), ==, 1);
  bearings_window_open (fixture->window, BEARINGS_RECORD_SOURCE, "kaggle-2022", NULL);
  gtk_widget_activate (wait_for (dialog, fixture, ADW_TYPE_ACTION_ROW, "Cite in Other Formats…"));
  g_assert_cmpuint (count_cited (fixture), ==, 1);
  close_dialog (fixture->window);
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "machine-learning-engineer",
                        "python");
  g_signal_emit_by_name (wait_for (page, fixture, GTK_TYPE_BUTTON, "Cite All…"), "clicked");
  g_assert_cmpuint (count_cited (fixture), >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function) g_test_add (name, Fixture, NULL, setup, function, teardown)
  ADD ("/library/words-and-history", test_words_and_history);
  ADD ("/library/return", test_return);
  ADD ("/library/filters", test_filters);
  ADD ("/library/cite", test_cite);
  ADD ("/library/cite-in-place", test_cite_in_place);
  return g_test_run ();
}
