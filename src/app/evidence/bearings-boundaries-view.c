/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose definition: regulators', employers', scholars', side by side, empty ones too. */

#include "bearings-boundaries-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-boundary.h"
#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-rows.h"
#include "bearings-words.h"

static GtkWidget *
definition_row_new (const BearingsDefinition *definition, GHashTable *sources)
{
  BearingsSource *source =
    definition->source != NULL ? g_hash_table_lookup (sources, definition->source) : NULL;
  g_autofree char *date = definition->date != NULL ? bearings_format_date (definition->date) : NULL;
  const char *boundary = bearings_words_boundary_title (definition->boundary);
  /* Translators: whose definition it is, and its date. */
  g_autofree char *caption =
    date != NULL ? g_strdup_printf (_ ("%s, %s"), boundary, date) : g_strdup (boundary);
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, definition->subject, caption);

  bearings_figure_context_set_source (row, source);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            bearings_rows_property_new (_ ("Definition"), definition->text));
  if (definition->note != NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              bearings_rows_property_new (_ ("Note"), definition->note));
  if (source != NULL) {
    g_autofree char *reference = bearings_format_source_short (source);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              bearings_rows_link_new (reference, source->title,
                                                      BEARINGS_RECORD_SOURCE, source->record.id,
                                                      NULL));
  }
  return row;
}

/* "None" is an answer, and a translation from there cannot be checked. */
static GtkWidget *
nothing_row_new (BearingsBoundary boundary)
{
  GtkWidget *row = bearings_rows_plain_new (
    ADW_TYPE_ACTION_ROW, bearings_words_boundary_title (boundary), _ ("None on record"));

  gtk_widget_add_css_class (row, "missing");
  return row;
}

static void
add_shelves (GtkBox *box,
             GPtrArray *definitions,
             GHashTable *sources,
             BearingsDefined of,
             const char *title)
{
  g_autoptr (GPtrArray) shelves = bearings_boundary_shelves (definitions, of);
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *heading = gtk_label_new (title);
  guint n = 0;

  for (guint i = 0; i < shelves->len; i++) {
    const BearingsBoundaryShelf *shelf = shelves->pdata[i];
    for (guint j = 0; j < shelf->definitions->len; j++, n++)
      gtk_list_box_append (GTK_LIST_BOX (list),
                           definition_row_new (shelf->definitions->pdata[j], sources));
    if (shelf->definitions->len == 0 && of != BEARINGS_DEFINED_OTHER)
      gtk_list_box_append (GTK_LIST_BOX (list), nothing_row_new (shelf->boundary));
  }
  if (n == 0 && of == BEARINGS_DEFINED_OTHER) {
    g_object_ref_sink (list);
    g_object_unref (list);
    g_object_ref_sink (heading);
    g_object_unref (heading);
    return;
  }
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (box, heading);
  gtk_box_append (box, list);
}

GtkWidget *
bearings_boundaries_view_new (GPtrArray *definitions, GHashTable *sources)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  add_shelves (GTK_BOX (box), definitions, sources, BEARINGS_DEFINED_ROLE, _ ("The career"));
  add_shelves (GTK_BOX (box), definitions, sources, BEARINGS_DEFINED_SKILL, _ ("The skill"));
  add_shelves (GTK_BOX (box), definitions, sources, BEARINGS_DEFINED_OTHER,
               _ ("Outcomes, methods and rules of law"));
  return box;
}
