/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups to be compared with, two side by side. */

#include "bearings-reference-groups.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-result-sections.h"
#include "bearings-result-state.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-words.h"

#define N_SIDES 2
#define ALONE_PX 680
#define BESIDE_PX 322

/* What the two choosers share; owned by the section. */
typedef struct {
  BearingsResult *result;
  GPtrArray *local;    /* BearingsPlacement, owned */
  GPtrArray *groups;   /* BearingsPlacement: all that can be chosen */
  GHashTable *sources; /* id -> BearingsSource */
  AdwClamp *sides[N_SIDES];
} Groups;

static void
groups_free (gpointer data)
{
  Groups *self = data;

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->local);
  g_hash_table_unref (self->sources);
  bearings_result_unref (self->result);
  g_free (self);
}

static void
add_row (GtkWidget *list, const char *name, const char *value)
{
  if (value != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (name, value));
}

/* "2022-08-16/2022-09-16" */
static char *
period_text (const char *collected)
{
  g_auto (GStrv) parts = collected != NULL ? g_strsplit (collected, "/", 2) : NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (parts == NULL)
    return NULL;
  from = bearings_format_date (parts[0]);
  if (parts[1] == NULL || g_str_equal (parts[0], parts[1]))
    return g_steal_pointer (&from);
  to = bearings_format_date (parts[1]);
  /* Translators: a period, from and to. */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

/* Who they are: all of it, since a place means nothing without it. */
static GtkWidget *
description_new (Groups *self, const BearingsReferenceSample *sample)
{
  GtkWidget *list = bearings_rows_boxed_list_new ();
  BearingsSource *source =
    sample->source != NULL ? g_hash_table_lookup (self->sources, sample->source) : NULL;
  g_autofree char *number =
    bearings_record_integer_is_set (sample->sample.n)
      ? bearings_format_integer (sample->sample.n)
      : g_strdup (bearings_words_missing_title (
          sample->sample.missing != 0 ? sample->sample.missing : BEARINGS_MISSING_NOT_STATED));
  g_autofree char *n =
    sample->sample.unit != NULL && bearings_record_integer_is_set (sample->sample.n)
      ? g_strdup_printf ("%s %s", number, sample->sample.unit)
      : g_strdup (number);
  g_autofree char *period = period_text (sample->collected);
  g_autofree char *reliability =
    bearings_figure_has_value (&sample->reliability)
      ? (source != NULL ? bearings_format_figure (&sample->reliability)
                        : bearings_format_figure_value (&sample->reliability))
      : NULL;

  if (source != NULL)
    bearings_figure_context_set_source (list, source);
  else
    bearings_figure_context_set_computation (
      list, _ ("Counted in this centre's own sample, as it stands today."));
  add_row (list, _ ("Who"), sample->population);
  add_row (list, _ ("How many"), n);
  add_row (list, _ ("When"), period);
  add_row (list, _ ("Where"), sample->country);
  add_row (list, _ ("How they were found"), sample->sampling);
  add_row (list, _ ("What was measured"), sample->measure);
  add_row (list, _ ("Reliability"),
           reliability != NULL ? reliability
           : sample->factual == BEARINGS_YES
             ? _ ("a fact people gave, without an error of measurement")
             : NULL);
  add_row (list, _ ("What it does not show"), sample->caveat);
  if (source != NULL) {
    g_autofree char *reference = bearings_format_source_short (source);
    add_row (list, _ ("Licence"), source->licence);
    gtk_list_box_append (GTK_LIST_BOX (list),
                         bearings_rows_link_new (source->title, reference, BEARINGS_RECORD_SOURCE,
                                                 source->record.id, NULL));
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sample->title, -1);
  return list;
}

static GtkWidget *
side_new (Groups *self, const BearingsPlacement *placement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), bearings_result_sections_placement_card_new (placement));
  gtk_box_append (GTK_BOX (box), description_new (self, placement->sample));
  return box;
}

/* Two share the width where there is enough of it. */
static void
show (Groups *self, guint side, GtkWidget *content)
{
  gboolean beside;

  adw_clamp_set_child (self->sides[side], content);
  gtk_widget_set_visible (GTK_WIDGET (self->sides[side]), content != NULL);
  beside = adw_clamp_get_child (self->sides[N_SIDES - 1]) != NULL;
  for (guint i = 0; i < N_SIDES; i++)
    adw_clamp_set_maximum_size (self->sides[i], beside ? BESIDE_PX : ALONE_PX);
}

static void
on_chosen (AdwComboRow *row, GParamSpec *pspec, Groups *self)
{
  guint side = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "side"));
  guint chosen = adw_combo_row_get_selected (row);

  /* The second chooser begins with "None". */
  if (side > 0 && chosen-- == 0)
    show (self, side, NULL);
  else if (chosen < self->groups->len)
    show (self, side, side_new (self, self->groups->pdata[chosen]));
}

static GtkWidget *
chooser_new (Groups *self, guint side)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkExpression) expression =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  if (side > 0)
    /* Translators: no second group to compare with. */
    gtk_string_list_append (titles, _ ("None"));
  for (guint i = 0; i < self->groups->len; i++)
    gtk_string_list_append (titles, ((BearingsPlacement *) self->groups->pdata[i])->sample->title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 side == 0 ? _ ("Compare with") : _ ("And Beside It"));
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_object_set_data (G_OBJECT (row), "side", GUINT_TO_POINTER (side));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_chosen), self);
  return row;
}

/* The centre's own first, then those of the career, then the others. */
static GPtrArray *
order_groups (GPtrArray *local, const BearingsResult *result, const char *role)
{
  GPtrArray *groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) first =
    bearings_result_state_placements_for_role (result->placements, role, TRUE);
  g_autoptr (GPtrArray) others =
    bearings_result_state_placements_for_role (result->placements, role, FALSE);

  g_ptr_array_extend (groups, local, NULL, NULL);
  g_ptr_array_extend (groups, first, NULL, NULL);
  g_ptr_array_extend (groups, others, NULL, NULL);
  return groups;
}

GtkWidget *
bearings_reference_groups_new (BearingsResult *result,
                               GPtrArray *local,
                               GHashTable *sources,
                               const char *role)
{
  g_autoptr (GPtrArray) groups = order_groups (local, result, role);
  GtkWidget *section, *list, *sides;
  Groups *self;

  if (groups->len == 0)
    return NULL;
  section = bearings_section_new (
    _ ("Reference Groups"),
    _ ("Whom you are compared with changes the place, not what you can do. Each group stands by "
       "itself; choose one, or two to see side by side."));
  self = g_new0 (Groups, 1);
  self->sources = g_hash_table_ref (sources);
  self->result = bearings_result_ref (result);
  self->local = g_ptr_array_ref (local);
  self->groups = g_ptr_array_ref (groups);
  g_object_set_data_full (G_OBJECT (section), "groups", self, groups_free);

  list = bearings_rows_boxed_list_new ();
  sides = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 18, "line-spacing", 18, "justify",
                        ADW_JUSTIFY_FILL, NULL);
  for (guint i = 0; i < N_SIDES; i++) {
    self->sides[i] = ADW_CLAMP (adw_clamp_new ());
    gtk_widget_set_valign (GTK_WIDGET (self->sides[i]), GTK_ALIGN_START);
    gtk_widget_set_visible (GTK_WIDGET (self->sides[i]), FALSE);
    adw_wrap_box_append (ADW_WRAP_BOX (sides), GTK_WIDGET (self->sides[i]));
  }
  for (guint i = 0; i < N_SIDES && (i == 0 || groups->len > 1); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), chooser_new (self, i));
  show (self, 0, side_new (self, groups->pdata[0]));
  bearings_section_append (BEARINGS_SECTION (section), list);
  bearings_section_append (BEARINGS_SECTION (section), sides);
  return section;
}
