/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks a screen and finds digits that are figures and open nothing. */

#include "digits-walk.h"

#include <string.h>

#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-spans.h"
#include "bearings-figure-text.h"
#include "bearings-origin-button.h"
#include "bearings-page.h"
#include "open-window.h"

/* Classes of the widgets that were walked, over all tests of the program. */
static GHashTable *walked;

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

void
digits_setup (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  fixture->directory = g_dir_make_tmp ("bearings-digits-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->directory, shipped, &error);
  g_assert_no_error (error);
  fixture->in_pages = g_ptr_array_new_with_free_func (reviewed_free);
  fixture->reviewed = read_reviewed (fixture->in_pages);
  fixture->findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->application = application_new ();
  fixture->window = open_window (fixture->application, fixture->service);
}

void
digits_teardown (DigitsFixture *fixture, gconstpointer data)
{
  gpointer service = fixture->service;

  close_window (fixture->window);
  g_object_add_weak_pointer (service, &service);
  g_object_unref (fixture->service);
  wait_until_finalized (&service);
  g_object_unref (fixture->application);
  g_regex_unref (fixture->reviewed);
  g_ptr_array_unref (fixture->in_pages);
  g_hash_table_unref (fixture->findings);
  remove_folder (fixture->directory);
  g_free (fixture->directory);
}

static gboolean
has_digits (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* What is left of @text without what the reviewed list explains. */
static char *
unexplained (DigitsFixture *fixture, GtkWidget *widget, const char *page, const char *text)
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
find_fault (DigitsFixture *fixture, const char *page, const char *fault, const char *text)
{
  g_hash_table_add (fixture->findings, g_strdup_printf ("%s: %s: “%s”", page, fault, text));
}

static void
check_text (DigitsFixture *fixture, GtkWidget *widget, const char *page, const char *text)
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

/* What only a screen reader says. */
static void
check_accessible (DigitsFixture *fixture, GtkWidget *widget, const char *page)
{
  static const GtkAccessibleProperty properties[] = {
    GTK_ACCESSIBLE_PROPERTY_LABEL,
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    g_autofree char *text = NULL;

    if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), properties[i]))
      continue;
    /* The check tells what is there when it is not what was expected. */
    text = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), properties[i], "\001");
    if (text == NULL)
      continue;
    fixture->n_accessible++;
    /* A drawing says in words the figure that stands beside it: it must know where that is from. */
    if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_IMG) {
      g_autofree char *left = unexplained (fixture, widget, page, text);
      g_autofree char *origin = bearings_figure_context_describe (widget);

      if (has_digits (left) && origin == NULL)
        find_fault (fixture, page, "a drawing that does not know its source", text);
      continue;
    }
    check_text (fixture, widget, page, text);
  }
}

void
digits_walk (DigitsFixture *fixture, GtkWidget *widget, const char *page)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (walked == NULL)
    walked = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (walked, (gpointer) G_OBJECT_TYPE_NAME (widget));
  if (GTK_IS_LABEL (widget))
    check_text (fixture, widget, page, gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    check_text (fixture, widget, page, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_EDITABLE (widget))
    check_text (fixture, widget, page, gtk_editable_get_text (GTK_EDITABLE (widget)));
  check_text (fixture, widget, page, gtk_widget_get_tooltip_text (widget));
  check_accessible (fixture, widget, page);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    digits_walk (fixture, child, page);
}

gboolean
digits_has_walked (const char *class_name)
{
  return walked != NULL && g_hash_table_contains (walked, class_name);
}

static gboolean
has_loaded (GtkWidget *page)
{
  GtkWidget *stack = find_type (page, GTK_TYPE_STACK);

  return !BEARINGS_IS_PAGE (page) || stack == NULL ||
         g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "content") == 0;
}

static GtkWidget *
visible_page (DigitsFixture *fixture)
{
  return GTK_WIDGET (bearings_window_get_visible_page (fixture->window));
}

void
digits_look (DigitsFixture *fixture, const char *name)
{
  settle (GTK_WIDGET (fixture->window));
  WAIT_UNTIL (has_loaded (visible_page (fixture)));
  expand_all (visible_page (fixture));
  settle (GTK_WIDGET (fixture->window));
  digits_walk (fixture, visible_page (fixture), name);
}

void
digits_look_at_dialog (DigitsFixture *fixture, const char *name)
{
  GtkWidget *dialog = GTK_WIDGET (wait_for_dialog (fixture->window));

  settle (dialog);
  expand_all (dialog);
  settle (dialog);
  digits_walk (fixture, dialog, name);
  close_dialog (fixture->window);
}

void
digits_open_page (DigitsFixture *fixture,
                  BearingsRecordKind kind,
                  const char *id,
                  const char *second_id)
{
  g_autofree char *name = g_strdup_printf ("%s %s%s%s", bearings_record_type (kind)->name, id,
                                           second_id ? " " : "", second_id ? second_id : "");

  bearings_window_open (fixture->window, kind, id, second_id);
  digits_look (fixture, name);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
digits_assert_none (DigitsFixture *fixture)
{
  g_autoptr (GPtrArray) all = g_hash_table_get_keys_as_ptr_array (fixture->findings);

  g_ptr_array_sort (all, compare);
  for (guint i = 0; i < all->len && i < 400; i++)
    g_printerr ("%s\n", (char *) all->pdata[i]);
  g_test_message ("%u texts with digits, %u of them figures", fixture->n_texts, fixture->n_held);
  if (all->len > 0)
    g_error ("%u texts with digits that open nothing", all->len);
}

gboolean
digits_click (DigitsFixture *fixture, const char *label)
{
  GtkWidget *button;

  settle (GTK_WIDGET (fixture->window));
  button = find_button (GTK_WIDGET (fixture->window), label);
  if (button == NULL || !gtk_widget_is_sensitive (button))
    return FALSE;
  g_signal_emit_by_name (button, "clicked");
  settle (GTK_WIDGET (fixture->window));
  return TRUE;
}

void
digits_choose (DigitsFixture *fixture)
{
  GtkWidget *choice = find_type (visible_page (fixture), GTK_TYPE_CHECK_BUTTON);

  if (choice != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
}
