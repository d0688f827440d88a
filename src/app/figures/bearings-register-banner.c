/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quiet row: popular figures about this do not survive tracing. */

#include "bearings-register-banner.h"

#include <glib/gi18n-lib.h>

#include "bearings-claims.h"
#include "bearings-figure-context.h"
#include "bearings-rows.h"
#include "bearings-words.h"

static GtkWidget *
entry_row_new (const BearingsRegisterEntry *entry)
{
  const char *verdict = bearings_words_verdict_title (entry->verdict);
  /* Translators: a verdict, then why. */
  g_autofree char *why = entry->verdict_note != NULL
                           ? g_strdup_printf (_ ("%s. %s"), verdict, entry->verdict_note)
                           : g_strdup (verdict);
  GtkWidget *row = bearings_rows_link_new (entry->popular_wording, why,
                                           BEARINGS_RECORD_REGISTER_ENTRY, entry->record.id, NULL);

  bearings_figure_context_set_record (row, BEARINGS_RECORD_REGISTER_ENTRY, entry->record.id);
  return row;
}

GtkWidget *
bearings_register_banner_new (GPtrArray *entries)
{
  GtkWidget *list;
  GtkWidget *expander;
  g_autofree char *title = NULL;

  if (entries->len == 0)
    return NULL;
  list = bearings_rows_boxed_list_new ();
  if (entries->len == 1) {
    gtk_list_box_append (GTK_LIST_BOX (list), entry_row_new (entries->pdata[0]));
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("A popular figure about this does not survive tracing"), -1);
    return list;
  }
  title = g_strdup_printf (ngettext ("%u popular figure about this does not survive tracing",
                                     "%u popular figures about this do not survive tracing",
                                     entries->len),
                           entries->len);
  expander = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, title, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander),
                               gtk_image_new_from_icon_name ("bearings-register-symbolic"));
  bearings_figure_context_set_computation (
    expander, _ ("Counted: the entries of the register whose figure is "
                 "usually met on pages such as this one."));
  for (guint i = 0; i < entries->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), entry_row_new (entries->pdata[i]));
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return list;
}
