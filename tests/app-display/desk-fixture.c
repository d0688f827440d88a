/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the small world, and what a person does with it. */

#include "desk-fixture.h"

void
desk_setup (Desk *desk, gconstpointer data)
{
  fixture_setup (&desk->base, NULL);
  desk->application = application_new ();
  desk->window = open_window (desk->application, desk->base.service);
}

void
desk_teardown (Desk *desk, gconstpointer data)
{
  close_window (desk->window);
  g_object_unref (desk->application);
  fixture_teardown (&desk->base, NULL);
}

void
wait_for (Desk *desk, Condition condition, gconstpointer data, const char *what)
{
  Waiting waiting = { 0 };
  g_autofree char *text = NULL;

  while (wait_a_step (&waiting))
    if (condition (desk, data))
      return;
  text = read_text (GTK_WIDGET (desk->window));
  g_error ("It never came to this: %s. On the screen:\n%s", what, text);
}

gboolean
says (Desk *desk, gconstpointer words)
{
  return widget_says (GTK_WIDGET (desk->window), words);
}

gboolean
says_not (Desk *desk, gconstpointer words)
{
  return !says (desk, words);
}

gboolean
offers (Desk *desk, gconstpointer label)
{
  GtkWidget *button = find_button (GTK_WIDGET (desk->window), label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

gboolean
offers_no (Desk *desk, gconstpointer label)
{
  return find_button (GTK_WIDGET (desk->window), label) == NULL;
}

gboolean
has_row (Desk *desk, gconstpointer title)
{
  return find_row (page (desk), title) != NULL;
}

gboolean
shows_type (Desk *desk, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (page (desk), (GType) type) &&
         gtk_widget_get_mapped (page (desk));
}

gboolean
asks (Desk *desk, gconstpointer data)
{
  return dialog (desk) != NULL;
}

gboolean
asks_nothing (Desk *desk, gconstpointer data)
{
  return dialog (desk) == NULL;
}

gboolean
page_says (Desk *desk, const char *words)
{
  return widget_says (page (desk), words);
}

AdwDialog *
dialog (Desk *desk)
{
  return visible_dialog (desk->window);
}

void
click (Desk *desk, const char *label)
{
  wait_for (desk, offers, label, label);
  g_signal_emit_by_name (find_button (GTK_WIDGET (desk->window), label), "clicked");
}

void
activate (Desk *desk, const char *title)
{
  wait_for (desk, has_row, title, title);
  adw_action_row_activate (ADW_ACTION_ROW (find_row (page (desk), title)));
}

void
unfold (Desk *desk, const char *title)
{
  wait_for (desk, has_row, title, title);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (page (desk), title)), TRUE);
}

void
respond (Desk *desk, const char *response)
{
  g_autofree char *signal = g_strconcat ("response::", response, NULL);

  wait_for (desk, asks, NULL, "a question");
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog (desk)));
  g_signal_emit_by_name (dialog (desk), signal, response);
  close_dialog (desk->window);
}
