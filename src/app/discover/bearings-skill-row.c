/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill in a career's list: its name, flags in words, share or rating with its interval. */

#include "bearings-skill-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-career-state.h"
#include "bearings-figure-label.h"
#include "bearings-format.h"
#include "bearings-open.h"
#include "bearings-share-bar.h"
#include "bearings-words.h"

struct _BearingsSkillRow {
  GtkListBoxRow parent_instance;

  GtkBox *figure_box;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  BearingsShareBar *bar;
};

G_DEFINE_FINAL_TYPE (BearingsSkillRow, bearings_skill_row, GTK_TYPE_LIST_BOX_ROW)

static void
bearings_skill_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_SKILL_ROW);
  G_OBJECT_CLASS (bearings_skill_row_parent_class)->dispose (object);
}

static void
bearings_skill_row_class_init (BearingsSkillRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_skill_row_dispose;
  g_type_ensure (BEARINGS_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/discover/bearings-skill-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillRow, figure_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillRow, bar);
}

static void
bearings_skill_row_init (BearingsSkillRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_posting (BearingsSkillRow *self,
              const BearingsPostingShare *share,
              const char *career_title,
              GHashTable *sources)
{
  BearingsFigure *figure = bearings_career_state_posting_share_figure (share, career_title);

  gtk_box_append (self->figure_box,
                  bearings_figure_label_new (BEARINGS_FIGURE_CELL, figure,
                                             g_hash_table_lookup (sources, share->source)));
  bearings_share_bar_set (self->bar, figure->value, figure->low, figure->high);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  bearings_record_struct_free (&bearings_figure_type, figure);
}

/* The bar runs from 1 to 5, as the scale does. */
static double
on_bar (double rating)
{
  return (rating - 1) / 4 * 100;
}

static void
show_rating (BearingsSkillRow *self, const BearingsOccupationSkill *row, GHashTable *sources)
{
  BearingsFigure *figure = bearings_career_state_importance_figure (row);
  GtkWidget *label = bearings_figure_label_new (BEARINGS_FIGURE_CELL, figure,
                                                g_hash_table_lookup (sources, row->source));

  if (bearings_figure_has_value (figure)) {
    g_autofree char *number = bearings_format_number (figure->value, 2);
    /* Translators: a rating on a scale that ends at 5. */
    g_autofree char *text = g_strdup_printf (_ ("%s of 5"), number);
    bearings_figure_label_set_text (BEARINGS_FIGURE_LABEL (label), text);
    bearings_share_bar_set (self->bar, on_bar (figure->value), on_bar (figure->low),
                            on_bar (figure->high));
    gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  }
  gtk_box_append (self->figure_box, label);
  bearings_record_struct_free (&bearings_figure_type, figure);
}

GtkWidget *
bearings_skill_row_new (const BearingsCareerSkill *skill,
                        BearingsRecordKind career_kind,
                        const char *career_id,
                        const char *career_title,
                        GHashTable *sources)
{
  BearingsSkillRow *self = g_object_new (BEARINGS_TYPE_SKILL_ROW, NULL);
  g_autofree char *flags = bearings_career_state_flags_text (skill->occupation);
  gboolean rated = skill->skill->kind != BEARINGS_SKILL_TECHNOLOGY;

  gtk_label_set_text (self->title_label, skill->skill->name);
  if (rated)
    gtk_label_set_text (self->subtitle_label, bearings_words_skill_kind_title (skill->skill->kind));
  else
    gtk_label_set_text (self->subtitle_label, flags != NULL ? flags : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), rated || flags != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  skill->skill->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->subtitle_label), -1);

  if (skill->posting != NULL)
    show_posting (self, skill->posting, career_title, sources);
  else if (rated && skill->occupation != NULL)
    show_rating (self, skill->occupation, sources);

  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (self), bearings_open_target (career_kind, career_id, skill->skill->record.id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open");
  return GTK_WIDGET (self);
}
