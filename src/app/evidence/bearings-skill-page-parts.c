/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower parts of the page of a skill: readings, ladder, definitions, literatures, references.
 */

#include "bearings-skill-page-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-boundaries-view.h"
#include "bearings-format.h"
#include "bearings-register-banner.h"
#include "bearings-rows.h"
#include "bearings-skill-page-state.h"
#include "bearings-words.h"

#define REFERENCES_SHOWN 6

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = bearings_rows_paragraph_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* The claim's own sentence, so that a link says where it leads. */
static GtkWidget *
claim_link_new (GHashTable *claims, const char *id)
{
  const BearingsClaim *claim = g_hash_table_lookup (claims, id);

  return bearings_rows_link_new (claim->statement, NULL, BEARINGS_RECORD_CLAIM, id, NULL);
}

static GtkWidget *
source_link_new (GHashTable *sources, const char *id)
{
  const BearingsSource *source = g_hash_table_lookup (sources, id);
  g_autofree char *reference = bearings_format_source_short (source);

  return bearings_rows_link_new (source->title, reference, BEARINGS_RECORD_SOURCE, id, NULL);
}

/* "Derived from the claims named" with the claims one click away. */
static GtkWidget *
claims_expander_new (GHashTable *claims, const char *title, GPtrArray *ids)
{
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *expander = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, title, NULL);

  for (guint i = 0; i < ids->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), claim_link_new (claims, ids->pdata[i]));
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return list;
}

static GtkWidget *
reading_new (GHashTable *claims, const BearingsReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), bearings_rows_paragraph_new (reading->text));
  if (reading->claims->len > 0)
    gtk_box_append (
      GTK_BOX (box),
      claims_expander_new (claims, bearings_words_basis_title (reading->basis), reading->claims));
  else
    gtk_box_append (GTK_BOX (box), caption_new (bearings_words_basis_title (reading->basis)));
  return box;
}

static void
on_band_changed (AdwToggleGroup *group, GParamSpec *pspec, GtkStack *stack)
{
  gtk_stack_set_visible_child_name (stack, adw_toggle_group_get_active_name (group));
}

GtkWidget *
bearings_skill_page_parts_readings_view_new (GPtrArray *readings, GHashTable *claims)
{
  GtkWidget *box;
  GtkWidget *group;
  GtkWidget *stack;

  if (readings->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  group = adw_toggle_group_new ();
  stack = gtk_stack_new ();
  gtk_widget_add_css_class (group, "round");
  gtk_widget_set_halign (group, GTK_ALIGN_START);
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Career band"), -1);
  for (guint i = 0; i < readings->len; i++) {
    const BearingsReading *reading = readings->pdata[i];
    AdwToggle *toggle = adw_toggle_new ();
    const char *title = bearings_words_band_title (reading->band);

    adw_toggle_set_label (toggle, title);
    adw_toggle_set_name (toggle, title);
    adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    gtk_stack_add_named (GTK_STACK (stack), reading_new (claims, reading), title);
  }
  g_signal_connect_object (group, "notify::active-name", G_CALLBACK (on_band_changed), stack, 0);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), 0);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), stack);
  return box;
}

static GtkWidget *
step_row_new (const BearingsLadderStep *step, guint number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *number_label = gtk_label_new (digits);
  GtkWidget *title = gtk_label_new (step->title);

  gtk_widget_add_css_class (number_label, "step");
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (inner), title);
  gtk_box_append (GTK_BOX (inner), bearings_rows_paragraph_new (step->text));
  if (step->evidence != NULL) {
    /* Translators: %s describes a piece of work that would show a level of skill. */
    g_autofree char *shown = g_strdup_printf (_ ("What would show it: %s"), step->evidence);
    gtk_box_append (GTK_BOX (inner), caption_new (shown));
  }
  gtk_widget_set_hexpand (inner, TRUE);
  gtk_widget_set_margin_top (outer, 12);
  gtk_widget_set_margin_bottom (outer, 12);
  gtk_widget_set_margin_start (outer, 12);
  gtk_widget_set_margin_end (outer, 12);
  gtk_box_append (GTK_BOX (outer), number_label);
  gtk_box_append (GTK_BOX (outer), inner);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), outer);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  NULL, -1);
  return row;
}

GtkWidget *
bearings_skill_page_parts_ladder_view_new (const BearingsLadder *ladder)
{
  GtkWidget *box;
  GtkWidget *list;

  if (ladder == NULL || ladder->steps->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  list = bearings_rows_boxed_list_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps, lowest first"), -1);
  for (guint i = 0; i < ladder->steps->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), step_row_new (ladder->steps->pdata[i], i + 1));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (
    GTK_BOX (box),
    caption_new (ladder->note != NULL ? ladder->note : bearings_words_basis_title (ladder->basis)));
  return box;
}

GtkWidget *
bearings_skill_page_parts_definitions_view_new (GPtrArray *definitions, GHashTable *sources)
{
  return definitions->len > 0 ? bearings_boundaries_view_new (definitions, sources) : NULL;
}

GtkWidget *
bearings_skill_page_parts_literatures_view_new (GPtrArray *literatures,
                                                GHashTable *claims,
                                                GHashTable *sources)
{
  GtkWidget *list;

  if (literatures->len == 0)
    return NULL;
  list = bearings_rows_boxed_list_new ();
  for (guint i = 0; i < literatures->len; i++) {
    const BearingsLiterature *literature = literatures->pdata[i];
    GtkWidget *row =
      bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, literature->title, literature->field);

    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              bearings_rows_property_new (_ ("What it asks"), literature->summary));
    for (guint j = 0; j < literature->claims->len; j++)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                claim_link_new (claims, literature->claims->pdata[j]));
    for (guint j = 0; j < literature->sources->len; j++)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                source_link_new (sources, literature->sources->pdata[j]));
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  return list;
}

GtkWidget *
bearings_skill_page_parts_register_links_new (GPtrArray *entries)
{
  return bearings_register_banner_new (entries);
}

static GtkWidget *
reference_row (gpointer item, gpointer user_data)
{
  const BearingsSource *source = item;
  g_autofree char *reference = bearings_format_source_short (source);

  return bearings_rows_link_new (source->title, reference, BEARINGS_RECORD_SOURCE,
                                 source->record.id, NULL);
}

GtkWidget *
bearings_skill_page_parts_references_view_new (GPtrArray *references)
{
  GtkWidget *list;

  if (references->len == 0)
    return NULL;
  list = bearings_rows_boxed_list_new ();
  bearings_rows_fill_list (GTK_LIST_BOX (list), references, REFERENCES_SHOWN, reference_row, NULL,
                           NULL);
  return list;
}
