/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two readings of a page: other words, the very same figures, one switch. */

#include "bearings-figure-label.h"
#include "bearings-format.h"
#include "bearings-reading-text.h"
#include "bearings-service-claims.h"
#include "window-fixture.h"

/* Every figure of a page with its error, and every text that holds a digit, a line each. */
static void
read_figures (GtkWidget *widget, GString *text)
{
  if (BEARINGS_IS_FIGURE_LABEL (widget)) {
    g_autofree char *figure =
      bearings_format_figure (bearings_figure_label_get_figure (BEARINGS_FIGURE_LABEL (widget)));
    g_string_append_printf (text, "%s\n", figure);
  } else if (GTK_IS_LABEL (widget)) {
    const char *label = gtk_label_get_text (GTK_LABEL (widget));
    if (strpbrk (label, "0123456789") != NULL)
      g_string_append_printf (text, "%s\n", label);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_figures (child, text);
}

static void
read_readings (GtkWidget *widget, GString *text)
{
  if (BEARINGS_IS_READING_TEXT (widget))
    g_string_append_printf (text, "%s\n",
                            bearings_reading_text_get (BEARINGS_READING_TEXT (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_readings (child, text);
}

static char *
read_page (Fixture *fixture, void (*func) (GtkWidget *widget, GString *text))
{
  GString *text = g_string_new (NULL);

  wait_for_calls ();
  func (page (fixture), text);
  return g_string_free_and_steal (text);
}

static void
switch_reading (Fixture *fixture)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.technical-reading", NULL));
  wait_for_calls ();
}

/* The page on screen in both readings. */
static void
assert_two_readings (Fixture *fixture)
{
  g_autofree char *plain_figures = read_page (fixture, read_figures);
  g_autofree char *plain = read_page (fixture, read_readings);
  g_autofree char *technical_figures = NULL;
  g_autofree char *technical = NULL;
  g_autofree char *again = NULL;

  switch_reading (fixture);
  technical_figures = read_page (fixture, read_figures);
  technical = read_page (fixture, read_readings);
  g_assert_cmpstr (technical_figures, ==, plain_figures);
  g_assert_cmpstr (plain_figures, !=, "");
  g_assert_cmpstr (plain, !=, "");
  g_assert_cmpstr (technical, !=, plain);
  g_assert_null (strpbrk (plain, "0123456789"));
  g_assert_null (strpbrk (technical, "0123456789"));
  switch_reading (fixture);
  again = read_page (fixture, read_readings);
  g_assert_cmpstr (again, ==, plain);
}

static void
test_skill (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "machine-learning-engineer",
                        "python");
  assert_says (fixture, "how much does it matter?");
  assert_says (fixture, "Somebody has measured just this.");
  assert_two_readings (fixture);
  switch_reading (fixture);
  assert_says (fixture, "Interval: Wilson interval");
  assert_does_not_say (fixture, "Somebody has measured just this.");
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "deming-social-skills", NULL);
  assert_says (fixture, "How sure this is");
  assert_two_readings (fixture);
}

static void
test_career (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_OCCUPATION, "15-2051.00", NULL);
  assert_says (fixture, "Pay is what employers report");
  assert_two_readings (fixture);
}

static void
test_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = bearings_service_claims_list_register (fixture->service, NULL);

  g_assert_cmpuint (entries->len, >, 0);
  for (guint i = 0; i < entries->len; i++) {
    const BearingsRegisterEntry *entry = entries->pdata[i];

    bearings_window_open (fixture->window, BEARINGS_RECORD_REGISTER_ENTRY, entry->record.id, NULL);
    assert_says (fixture, "Where it comes from, hop by hop");
    assert_two_readings (fixture);
  }
}

/* A page that is opened later is in the reading that was chosen. */
static void
test_one_switch (Fixture *fixture, gconstpointer data)
{
  switch_reading (fixture);
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "deming-social-skills", NULL);
  assert_says (fixture, "Design: ");
  bearings_window_open (fixture->window, BEARINGS_RECORD_OCCUPATION, "15-2051.00", NULL);
  assert_says (fixture, "relative standard error of the mean");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/readings/" path, Fixture, NULL, setup, func, teardown)
  ADD ("skill", test_skill);
  ADD ("claim", test_claim);
  ADD ("career", test_career);
  ADD ("register", test_register);
  ADD ("one-switch", test_one_switch);
  return g_test_run ();
}
