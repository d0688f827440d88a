/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large text in a sitting: a switch that is remembered. */

#include "bearings-large-text.h"

#define KEY "large-text"

static void
on_state (GtkWidget *page, GParamSpec *pspec, GAction *action)
{
  g_autoptr (GVariant) state = g_action_get_state (action);

  if (g_variant_get_boolean (state))
    gtk_widget_add_css_class (page, KEY);
  else
    gtk_widget_remove_css_class (page, KEY);
}

void
bearings_large_text_install (GtkWidget *page, GSettings *settings)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) action =
    settings != NULL
      ? g_settings_create_action (settings, KEY)
      : G_ACTION (g_simple_action_new_stateful (KEY, NULL, g_variant_new_boolean (FALSE)));

  g_signal_connect_object (action, "notify::state", G_CALLBACK (on_state), page, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), action);
  gtk_widget_insert_action_group (page, "reading", G_ACTION_GROUP (group));
  on_state (page, NULL, action);
}
