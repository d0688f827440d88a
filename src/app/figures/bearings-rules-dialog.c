/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public rules of certainty, and how they led to one finding's mark. */

#include "bearings-rules-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-words.h"

static GtkWidget *
row_new (const char *title, const char *text, BearingsCertainty certainty)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, text);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (certainty != 0)
    adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      bearings_rows_chip_new (bearings_words_certainty_title (certainty), NULL));
  return row;
}

static void
add_account (GtkBox *box, const GPtrArray *account)
{
  GtkWidget *section =
    /* Translators: heading above the rules that made one finding's certainty. */
    bearings_section_new (_ ("This finding"), NULL);
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_figure_context_set_origin (
    section, _ ("Bearings’ own judgement of the finding, by the rules below."));
  for (guint i = 0; i < account->len; i++) {
    const BearingsCertaintyStep *step = g_ptr_array_index (account, i);
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (step->title, step->text, step->after));
  }
  bearings_section_append (BEARINGS_SECTION (section), list);
  gtk_box_append (box, section);
}

static void
add_rules (GtkBox *box)
{
  g_autoptr (GArray) rules = bearings_certainty_rules ();
  GtkWidget *list = NULL;
  int last = 0;

  for (guint i = 0; i < rules->len; i++) {
    const BearingsCertaintyRule *rule = &g_array_index (rules, BearingsCertaintyRule, i);

    if ((int) rule->section != last) {
      GtkWidget *section =
        bearings_section_new (bearings_rules_section_title (rule->section), NULL);

      list = bearings_rows_boxed_list_new ();
      bearings_section_append (BEARINGS_SECTION (section), list);
      gtk_box_append (box, section);
      last = (int) rule->section;
    }
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (rule->title, rule->text, rule->certainty));
  }
}

AdwDialog *
bearings_rules_dialog_new (const GPtrArray *account)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);

  adw_dialog_set_title (dialog, _ ("Rules of Certainty"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 720);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  if (account != NULL)
    add_account (GTK_BOX (box), account);
  gtk_box_append (GTK_BOX (box),
                  bearings_rows_paragraph_new (bearings_certainty_rules_principle ()));
  add_rules (GTK_BOX (box));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
