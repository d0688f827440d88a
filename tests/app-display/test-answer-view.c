/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers by several choices, by an order, by typing: given as a person would, read in words of the
 * log. */

#include <adwaita.h>

#include "bearings-answer-view.h"
#include "bearings-order-list.h"
#include "form-fixture.h"

typedef struct {
  GtkWidget *window;
  BearingsAnswerView *view;
  BearingsItem *item;
  guint n_at_once, n_typed;
} Fixture;

static void
on_answered (BearingsAnswerView *view, gboolean at_once, Fixture *fixture)
{
  if (at_once)
    fixture->n_at_once++;
  else
    fixture->n_typed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *prompt = gtk_label_new ("Which?");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->item = fixture_item ("shape", 1, "x", BEARINGS_ITEM_KEYED, 0);
  fixture->item->answer = GPOINTER_TO_INT (data);
  fixture->view = g_object_new (BEARINGS_TYPE_ANSWER_VIEW, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_box_append (GTK_BOX (box), prompt);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  bearings_answer_view_set_item (fixture->view, fixture->item, prompt);
  g_signal_connect (fixture->view, "answered", G_CALLBACK (on_answered), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (view);
  bearings_record_unref (fixture->item);
}

/* The first visible widget of a type below, in order; @nth further ones are passed over. */
static GtkWidget *
find (GtkWidget *widget, GType type, guint *nth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found;

    if (!gtk_widget_get_visible (child))
      continue;
    if (g_type_is_a (G_OBJECT_TYPE (child), type) && (*nth)-- == 0)
      return child;
    found = find (child, type, nth);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
nth (Fixture *fixture, GType type, guint n)
{
  GtkWidget *found = find (GTK_WIDGET (fixture->view), type, &n);

  g_assert_nonnull (found);
  return found;
}

static void
assert_response (Fixture *fixture, const char *expected)
{
  g_autofree char *text = bearings_answer_view_get_response (fixture->view);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_role (Fixture *fixture, GtkAccessibleRole role)
{
  g_assert_cmpint (
    gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (nth (fixture, GTK_TYPE_CHECK_BUTTON, 0))),
    ==, role);
}

static void
toggle (Fixture *fixture, guint choice)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (nth (fixture, GTK_TYPE_CHECK_BUTTON, choice));

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static void
test_single (Fixture *fixture, gconstpointer data)
{
  assert_role (fixture, GTK_ACCESSIBLE_ROLE_RADIO);
  assert_response (fixture, NULL);
  toggle (fixture, 1);
  assert_response (fixture, "option:b");
  toggle (fixture, 4);
  assert_response (fixture, "dont-know");
  g_assert_cmpuint (fixture->n_at_once, ==, 2);
}

static void
test_multiple (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsResponse) response = bearings_response_parse ("options:b,d");

  assert_role (fixture, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  toggle (fixture, 2);
  toggle (fixture, 0);
  assert_response (fixture, "options:a,c");
  toggle (fixture, 2);
  assert_response (fixture, "options:a");
  toggle (fixture, 4);
  assert_response (fixture, "dont-know");
  toggle (fixture, 3);
  assert_response (fixture, "options:d");
  g_assert_cmpuint (fixture->n_at_once, ==, 5);
  bearings_answer_view_set_response (fixture->view, response);
  assert_response (fixture, "options:b,d");
  g_assert_cmpuint (fixture->n_at_once, ==, 5); /* what the program sets is no answer */
}

/* The order on the screen is no answer before the person says so. */
static void
test_ordering (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) shown = bearings_response_item_shown_options (fixture->item);
  g_autoptr (BearingsResponse) response = bearings_response_parse ("order:d,c,b,a");
  const char *ids[4];
  g_autofree char *as_shown = NULL;
  g_autofree char *moved = NULL;

  for (guint i = 0; i < 4; i++)
    ids[i] = ((BearingsItemOption *) shown->pdata[i])->id;
  as_shown = g_strdup_printf ("order:%s,%s,%s,%s", ids[0], ids[1], ids[2], ids[3]);
  moved = g_strdup_printf ("order:%s,%s,%s,%s", ids[1], ids[0], ids[2], ids[3]);
  assert_response (fixture, NULL);
  /* Buttons: up and down of each row, then "answer with this order". */
  g_assert_false (gtk_widget_get_sensitive (nth (fixture, GTK_TYPE_BUTTON, 0)));
  g_assert_false (gtk_widget_get_sensitive (nth (fixture, GTK_TYPE_BUTTON, 7)));
  g_signal_emit_by_name (nth (fixture, GTK_TYPE_BUTTON, 8), "clicked");
  assert_response (fixture, as_shown);
  g_signal_emit_by_name (nth (fixture, GTK_TYPE_BUTTON, 1), "clicked");
  assert_response (fixture, moved);
  g_signal_emit_by_name (nth (fixture, GTK_TYPE_BUTTON, 2), "clicked");
  assert_response (fixture, as_shown);
  toggle (fixture, 0);
  assert_response (fixture, "dont-know");
  g_assert_cmpuint (fixture->n_at_once, ==, 4);
  bearings_answer_view_set_response (fixture->view, response);
  assert_response (fixture, "order:d,c,b,a");
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsResponse) response = bearings_response_parse ("typed:other words");
  GtkEditable *entry = GTK_EDITABLE (nth (fixture, GTK_TYPE_ENTRY, 0));

  gtk_editable_set_text (entry, "my words");
  assert_response (fixture, "typed:my words");
  g_assert_cmpuint (fixture->n_typed, ==, 1);
  toggle (fixture, 0);
  assert_response (fixture, "dont-know");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_editable_set_text (entry, "again");
  assert_response (fixture, "typed:again");
  bearings_answer_view_set_response (fixture->view, response);
  assert_response (fixture, "typed:other words");
  g_assert_null (bearings_answer_view_get_choices (fixture->view));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define TEST(name, answer, function)                                                               \
  g_test_add ("/answer-view/" name, Fixture, GINT_TO_POINTER (answer), set_up, function, tear_down)
  TEST ("single", BEARINGS_ANSWER_SINGLE, test_single);
  TEST ("multiple", BEARINGS_ANSWER_MULTIPLE, test_multiple);
  TEST ("ordering", BEARINGS_ANSWER_ORDERING, test_ordering);
  TEST ("typed", BEARINGS_ANSWER_TYPED, test_typed);
  return g_test_run ();
}
