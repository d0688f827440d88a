/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of rows and small parts that pages are made of. */

#include "bearings-rows.h"

#include <glib/gi18n-lib.h>

#include "bearings-cited-row.h"
#include "bearings-figure-text.h"
#include "bearings-open.h"
#include "bearings-words.h"

#define COPIED_MS 1500

GtkWidget *
bearings_rows_boxed_list_new (void)
{
  return g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "css-classes",
                       (const char *[]) { "boxed-list", NULL }, NULL);
}

GtkWidget *
bearings_rows_plain_new (GType type, const char *title, const char *subtitle)
{
  /* The labels follow the row's properties by bindings, so markup is off before there is text. */
  GtkWidget *row = g_object_new (type == ADW_TYPE_ACTION_ROW ? BEARINGS_TYPE_CITED_ROW : type,
                                 "use-markup", FALSE, NULL);

  g_object_set (row, "title", title, "subtitle", subtitle != NULL ? subtitle : "", NULL);
  /* An expander row names only its header, and no row says its subtitle. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (subtitle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    subtitle, -1);
  return row;
}

GtkWidget *
bearings_rows_property_new (const char *name, const char *value)
{
  GtkWidget *row = bearings_rows_plain_new (
    ADW_TYPE_ACTION_ROW, name,
    value != NULL ? value : bearings_words_missing_title (BEARINGS_MISSING_NOT_STATED));

  gtk_widget_add_css_class (row, "property");
  bearings_cited_row_offer_source (BEARINGS_CITED_ROW (row));
  adw_action_row_set_subtitle_selectable (
    ADW_ACTION_ROW (row), !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  if (value == NULL)
    gtk_widget_add_css_class (row, "missing");
  return row;
}

GtkWidget *
bearings_rows_link_new (const char *title,
                        const char *subtitle,
                        BearingsRecordKind kind,
                        const char *id,
                        const char *second_id)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                          bearings_open_target (kind, id, second_id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static gboolean
on_copied_over (gpointer data)
{
  gtk_button_set_icon_name (GTK_BUTTON (data), "edit-copy-symbolic");
  return G_SOURCE_REMOVE;
}

static void
on_copy_clicked (GtkButton *button, gpointer data)
{
  const char *text = g_object_get_data (G_OBJECT (button), "text");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_button_set_icon_name (button, "object-select-symbolic");
  gtk_accessible_announce (GTK_ACCESSIBLE (button), _ ("Copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_timeout_add_full (G_PRIORITY_DEFAULT, COPIED_MS, on_copied_over, g_object_ref (button),
                      g_object_unref);
}

GtkWidget *
bearings_rows_copy_new (const char *name, const char *text)
{
  GtkWidget *row = bearings_rows_property_new (name, text);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: tooltip of a button; %s is what is copied, such as "Address". */
  g_autofree char *tip = g_strdup_printf (_ ("Copy “%s”"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_copy_clicked), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

GtkWidget *
bearings_rows_cite_new (BearingsRecordKind kind, const char *id)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("Cite in Other Formats…"),
                                            _ ("CSL-JSON, BibTeX, RIS or text, to copy or save"));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                          bearings_open_target (kind, id, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.cite");
  return row;
}

GtkWidget *
bearings_rows_paragraph_new (const char *text)
{
  GtkWidget *paragraph = bearings_figure_text_new (text);

  gtk_widget_add_css_class (paragraph, "reading");
  return paragraph;
}

GtkWidget *
bearings_rows_chip_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "chip");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  return label;
}

GtkWidget *
bearings_rows_directness_chip_new (BearingsDirectness directness)
{
  return bearings_rows_chip_new (bearings_words_directness_title (directness),
                                 directness == BEARINGS_DIRECTNESS_DIRECT ? "direct" : NULL);
}

typedef struct {
  GPtrArray *items;
  guint next;
  BearingsRowFunc func;
  gpointer user_data;
  GDestroyNotify free_user_data;
} Filling;

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  g_ptr_array_unref (filling->items);
  if (filling->free_user_data != NULL)
    filling->free_user_data (filling->user_data);
  g_free (filling);
}

static void
append_rows (GtkListBox *list, Filling *filling, guint until)
{
  for (; filling->next < until && filling->next < filling->items->len; filling->next++)
    gtk_list_box_append (list,
                         filling->func (filling->items->pdata[filling->next], filling->user_data));
}

static void
on_show_all (AdwButtonRow *row, GtkListBox *list)
{
  Filling *filling = g_object_get_data (G_OBJECT (list), "filling");
  guint first = filling->next;
  GtkListBoxRow *next;

  append_rows (list, filling, filling->items->len);
  gtk_list_box_remove (list, GTK_WIDGET (row));
  /* The rest begins where the button stood; keyboard focus goes there too. */
  next = gtk_list_box_get_row_at_index (list, (int) first);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

void
bearings_rows_fill_list (GtkListBox *list,
                         GPtrArray *items,
                         guint shown,
                         BearingsRowFunc func,
                         gpointer user_data,
                         GDestroyNotify free_user_data)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->items = g_ptr_array_ref (items);
  filling->func = func;
  filling->user_data = user_data;
  filling->free_user_data = free_user_data;
  g_object_set_data_full (G_OBJECT (list), "filling", filling, filling_free);
  /* One more row is better than a button that shows one more row. */
  append_rows (list, filling, items->len <= shown + 1 ? items->len : shown);
  if (filling->next < items->len) {
    GtkWidget *row = adw_button_row_new ();
    /* Translators: shows the rest of a list; %u is how many there are in all. */
    g_autofree char *title = g_strdup_printf (_ ("Show All %u"), items->len);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "pan-down-symbolic");
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    g_signal_connect (row, "activated", G_CALLBACK (on_show_all), list);
    gtk_list_box_append (list, row);
  }
}
