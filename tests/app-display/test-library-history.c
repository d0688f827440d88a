/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as hands use it: the keys and the buttons of a mouse through its history, every
 * filter and every order, what words are found in, choosing what to cite. */

#include "bearings-application.h"
#include "bearings-cite-dialog.h"
#include "bearings-library-filters.h"
#include "bearings-library-model.h"
#include "bearings-library-row-view.h"
#include "window-fixture.h"

static GtkListView *
list_view (Fixture *fixture)
{
  GtkWidget *list = find_class (page (fixture), GTK_TYPE_LIST_VIEW, "claims");

  g_assert_nonnull (list);
  return GTK_LIST_VIEW (list);
}

static GListModel *
rows (Fixture *fixture)
{
  return gtk_no_selection_get_model (
    GTK_NO_SELECTION (gtk_list_view_get_model (list_view (fixture))));
}

static guint
n_rows (Fixture *fixture)
{
  WAIT_UNTIL (bearings_library_model_is_settled (BEARINGS_LIBRARY_MODEL (rows (fixture))));
  return g_list_model_get_n_items (rows (fixture));
}

static const char *
words (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY)));
}

static void
type_words (Fixture *fixture, const char *text)
{
  GtkWidget *entry = find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  n_rows (fixture);
}

static void
open_library (Fixture *fixture)
{
  bearings_window_show_section (fixture->window, "evidence");
  assert_says (fixture, " claims");
  g_assert_cmpuint (n_rows (fixture), >, 100);
}

/* Keys and buttons ----------------------------------------------------------------------------- */

/* GTK 4.18 loses count of what is pressed when a button at the side is, even where nobody listens:
 * that is no warning about the window. */
static GLogWriterOutput
on_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") &&
        g_str_has_prefix (fields[i].value, "Broken accounting of active state"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* Lets another program press what a hand would. */
static void
press (const char *first, const char *second)
{
  const char *command[] = { "xdotool", "mousemove", "400", "400", first, second, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_words (Fixture *fixture, const char *expected)
{
  WAIT_UNTIL (g_strcmp0 (words (fixture), expected) == 0);
}

static void
assert_page (Fixture *fixture, GtkWidget *expected)
{
  WAIT_UNTIL (page (fixture) == expected);
}

static gboolean
has_xdotool (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path == NULL)
    g_test_skip ("xdotool is not installed");
  return path != NULL;
}

/* From a claim back to the list, back to the list without words, and all the way forward. */
static void
walk_history (Fixture *fixture, const char *how, const char *back, const char *forward)
{
  GtkWidget *library, *claim;

  open_library (fixture);
  library = page (fixture);
  type_words (fixture, "callbacks");
  g_signal_emit_by_name (list_view (fixture), "activate", 0);
  WAIT_UNTIL (page (fixture) != library);
  claim = page (fixture);
  assert_says (fixture, "certainty");

  press (how, back);
  assert_page (fixture, library);
  g_assert_cmpstr (words (fixture), ==, "callbacks");
  press (how, back);
  assert_words (fixture, "");
  press (how, back); /* there is nothing before it */
  press (how, forward);
  assert_words (fixture, "callbacks");
  g_assert_true (page (fixture) == library);
  press (how, forward);
  assert_page (fixture, claim);
}

static void
test_mouse (Fixture *fixture, gconstpointer data)
{
  if (has_xdotool ())
    walk_history (fixture, "click", "8", "9");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsApplication) application = bearings_application_new ();
  g_autoptr (GError) error = NULL;

  if (!has_xdotool ())
    return;
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  gtk_window_set_application (GTK_WINDOW (fixture->window), GTK_APPLICATION (application));
  walk_history (fixture, "key", "alt+Left", "alt+Right");
  gtk_window_set_application (GTK_WINDOW (fixture->window), GTK_APPLICATION (fixture->application));
}

/* Filters -------------------------------------------------------------------------------------- */

static GtkWidget *
filters_dialog (Fixture *fixture)
{
  GtkWidget *dialog = GTK_WIDGET (wait_for_dialog (fixture->window));

  WAIT_UNTIL (find_any (dialog, GTK_TYPE_CHECK_BUTTON) != NULL);
  return dialog;
}

static GtkWidget *
filters_button (Fixture *fixture)
{
  return gtk_widget_get_ancestor (find_type (page (fixture), ADW_TYPE_BUTTON_CONTENT),
                                  GTK_TYPE_BUTTON);
}

static guint
number_beside (GtkWidget *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW);
  GtkWidget *label = find_class (row, GTK_TYPE_LABEL, "numeric");

  g_assert_nonnull (label);
  return (guint) g_ascii_strtoull (gtk_label_get_text (GTK_LABEL (label)), NULL, 10);
}

/* Every value of every filter leaves as many rows as it says, each of that value, and back takes it
 * away again. */
static void
test_every_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) checks = NULL;
  gboolean seen[BEARINGS_N_FACETS] = { FALSE };
  GtkWidget *dialog;
  guint n_all;

  open_library (fixture);
  n_all = n_rows (fixture);
  g_signal_emit_by_name (filters_button (fixture), "clicked");
  dialog = filters_dialog (fixture);
  checks = all_of (dialog, GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpuint (checks->len, >, 25);
  for (guint i = 0; i < checks->len; i++) {
    GtkWidget *check = checks->pdata[i];
    BearingsFacet facet = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "facet"));
    const char *value = g_object_get_data (G_OBJECT (check), "value");
    guint expected = number_beside (check);
    g_autoptr (BearingsLibraryRow) row = NULL;
    int nick = bearings_facet_type (facet) != NULL && *value != '\0'
                 ? bearings_enums_value (bearings_facet_type (facet), value)
                 : 0;

    g_test_message ("%s: %s, %u", bearings_facet_name (facet), value, expected);
    g_assert_cmpuint (expected, >, 0);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    g_assert_cmpuint (n_rows (fixture), ==, expected);
    row = g_list_model_get_item (rows (fixture), expected - 1);
    if (facet == BEARINGS_FACET_CHANNEL)
      g_assert_cmpint (row->channel, ==, nick);
    else if (facet == BEARINGS_FACET_CERTAINTY)
      g_assert_cmpint (row->certainty, ==, nick);
    else if (facet == BEARINGS_FACET_DESIGN)
      g_assert_cmpint (row->design, ==, nick);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    g_assert_cmpuint (n_rows (fixture), ==, n_all);
    seen[facet] = TRUE;
  }
  for (guint i = 0; i < BEARINGS_N_FACETS; i++)
    if (!seen[i])
      g_error ("No filter by %s", bearings_facet_name (i));
  close_dialog (fixture->window);
}

/* Years, then two filters at once with words: and, not or; one step back for each. */
static void
test_years_and_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  guint n_words, n_years;
  GtkWidget *dialog;

  open_library (fixture);
  type_words (fixture, "pay");
  n_words = n_rows (fixture);
  g_signal_emit_by_name (filters_button (fixture), "clicked");
  dialog = filters_dialog (fixture);
  entries = all_of (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpuint (entries->len, ==, 2);
  gtk_editable_set_text (entries->pdata[0], "2020");
  n_years = n_rows (fixture);
  g_assert_cmpuint (n_years, <, n_words);
  g_assert_cmpuint (n_years, >, 0);
  for (guint i = 0; i < n_years; i++) {
    g_autoptr (BearingsLibraryRow) row = g_list_model_get_item (rows (fixture), i);
    g_assert_cmpint (row->year, >=, 2020);
  }
  checks = all_of (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (checks->pdata[0], TRUE);
  g_assert_cmpuint (n_rows (fixture), <=, n_years);
  close_dialog (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_cmpuint (n_rows (fixture), ==, n_years);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_cmpuint (n_rows (fixture), ==, n_words);
  g_assert_cmpstr (words (fixture), ==, "pay");
}

/* Orders --------------------------------------------------------------------------------------- */

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  GtkWidget *drop_down;
  guint n;

  open_library (fixture);
  n = n_rows (fixture);
  drop_down = find_type (page (fixture), GTK_TYPE_DROP_DOWN);
  for (BearingsLibrarySort sort = BEARINGS_LIBRARY_SORT_TITLE; sort > 0; sort--) {
    g_autoptr (BearingsLibraryRow) before = NULL;

    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint) sort - 1);
    g_assert_cmpuint (n_rows (fixture), ==, n);
    for (guint i = 0; i < n; i++) {
      BearingsLibraryRow *row = g_list_model_get_item (rows (fixture), i);

      if (before != NULL && sort == BEARINGS_LIBRARY_SORT_NEWEST)
        g_assert_cmpint (before->year, >=, row->year);
      /* Those without a year stand last. */
      if (before != NULL && sort == BEARINGS_LIBRARY_SORT_OLDEST && row->year != 0)
        g_assert_true (before->year != 0 && before->year <= row->year);
      if (before != NULL && sort == BEARINGS_LIBRARY_SORT_CERTAINTY)
        g_assert_cmpint (before->certainty, >=, row->certainty);
      if (before != NULL && sort == BEARINGS_LIBRARY_SORT_TITLE) {
        g_autofree char *a = bearings_library_fold_text (before->title);
        g_autofree char *b = bearings_library_fold_text (row->title);
        g_assert_cmpstr (a, <=, b);
      }
      g_set_object (&before, row);
      g_object_unref (row);
    }
  }
  /* The order is a step of the history too. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==,
                    BEARINGS_LIBRARY_SORT_NEWEST - 1);
}

/* Marks ---------------------------------------------------------------------------------------- */

static gboolean
count_mark (PangoAttribute *attribute, gpointer data)
{
  *(guint *) data += attribute->klass->type == PANGO_ATTR_UNDERLINE;
  return FALSE;
}

static guint
n_marks (GtkWidget *inscription)
{
  PangoAttrList *list = gtk_inscription_get_attributes (GTK_INSCRIPTION (inscription));
  guint n = 0;

  if (list != NULL)
    pango_attr_list_unref (pango_attr_list_filter (list, count_mark, &n) ?: pango_attr_list_new ());
  return n;
}

/* Whatever is found shows at least one marked word for each row, wherever the word stands. */
static void
assert_all_marked (Fixture *fixture, const char *search)
{
  guint n;

  type_words (fixture, search);
  n = n_rows (fixture);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++) {
    g_autoptr (BearingsLibraryRow) row = g_list_model_get_item (rows (fixture), i);
    GtkWidget *view = g_object_ref_sink (bearings_library_row_view_new ());
    g_autoptr (GPtrArray) texts = NULL;
    guint marked = 0;

    bearings_library_row_view_set_row (BEARINGS_LIBRARY_ROW_VIEW (view), row, search, FALSE, FALSE);
    texts = all_of (view, GTK_TYPE_INSCRIPTION);
    for (guint j = 0; j < texts->len; j++)
      marked += n_marks (texts->pdata[j]);
    if (marked == 0)
      g_error ("“%s” found %s, and nothing shows where", search, row->title);
    g_object_unref (view);
  }
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  open_library (fixture);
  assert_all_marked (fixture, "call");
  assert_all_marked (fixture, "bertr"); /* an author */
  assert_all_marked (fixture, "UNITED s");
  assert_all_marked (fixture, "pythón"); /* no accents there, no matter */
}

/* Choosing ------------------------------------------------------------------------------------- */

static GtkWidget *
select_button (Fixture *fixture)
{
  GtkWidget *widget = find_type (page (fixture), ADW_TYPE_TOGGLE_GROUP);

  while (!GTK_IS_TOGGLE_BUTTON (widget))
    widget = gtk_widget_get_next_sibling (widget);
  return widget;
}

static char *
cited (Fixture *fixture, GtkWidget *cite)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  AdwDialog *dialog;
  char *text;

  g_signal_emit_by_name (cite, "clicked");
  dialog = wait_for_dialog (fixture->window);
  WAIT_UNTIL (find_any (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW) != NULL);
  wait_for_calls ();
  buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_any (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  close_dialog (fixture->window);
  return text;
}

/* What is cited stands in the order it was chosen in, whatever is searched for in between. */
static void
test_choosing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *toggle, *all, *cite;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  const char *place;
  guint n;

  open_library (fixture);
  toggle = select_button (fixture);
  all = gtk_widget_get_next_sibling (toggle);
  cite = gtk_widget_get_next_sibling (all);
  g_assert_false (gtk_widget_get_visible (cite));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_false (gtk_widget_get_sensitive (cite));
  adw_toggle_group_set_active_name (
    ADW_TOGGLE_GROUP (find_type (page (fixture), ADW_TYPE_TOGGLE_GROUP)), "sources");
  n_rows (fixture);
  for (guint i = 0; i < 4; i++) {
    guint position = (i * 7 + 5) % n_rows (fixture);
    g_ptr_array_add (chosen, g_list_model_get_item (rows (fixture), position));
    g_signal_emit_by_name (list_view (fixture), "activate", position);
  }
  type_words (fixture, "survey");
  text = cited (fixture, cite);
  place = text;
  for (guint i = 0; i < chosen->len; i++) {
    place = strstr (place, ((BearingsLibraryRow *) chosen->pdata[i])->title);
    g_assert_nonnull (place);
  }

  /* All that is found, beside what was chosen before; once more: none. */
  n = n_rows (fixture);
  g_assert_cmpuint (n, >, 0);
  g_signal_emit_by_name (all, "clicked");
  for (guint i = 0; i < n; i++) {
    g_autoptr (BearingsLibraryRow) row = g_list_model_get_item (rows (fixture), i);
    g_autofree char *more = i == 0 ? cited (fixture, cite) : NULL;
    g_assert_true (more == NULL || strstr (more, row->title) != NULL);
  }
  g_signal_emit_by_name (all, "clicked");
  g_assert_false (gtk_widget_get_sensitive (cite));

  /* Escape ends it. */
  gtk_widget_grab_focus (GTK_WIDGET (list_view (fixture)));
  if (has_xdotool ()) {
    press ("key", "Escape");
    WAIT_UNTIL (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (on_log, NULL, NULL);
  adw_init ();
#define ADD(name, function) g_test_add ("/library/" name, Fixture, NULL, setup, function, teardown)
  ADD ("mouse", test_mouse);
  ADD ("keys", test_keys);
  ADD ("every-filter", test_every_filter);
  ADD ("years-and-together", test_years_and_together);
  ADD ("orders", test_orders);
  ADD ("marks", test_marks);
  ADD ("choosing", test_choosing);
  return g_test_run ();
}
