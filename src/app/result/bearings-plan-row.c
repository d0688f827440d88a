/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill of a plan: its place, what stands behind it, and the person's wish. */

#include "bearings-plan-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-label.h"
#include "bearings-open.h"
#include "bearings-evidence.h"
#include "bearings-plan-state.h"
#include "bearings-result-state.h"
#include "bearings-rows.h"

struct _BearingsPlanRowWidget {
  AdwExpanderRow parent_instance;

  BearingsPlan *plan;
  BearingsPlanSkill *skill;
  guint place;

  GtkLabel *place_label;
  GtkWidget *strength_chip;
  GtkWidget *held_row;
  GtkWidget *product_rows[2]; /* postings, use */
};

static const BearingsPlanInput products[] = { BEARINGS_PLAN_POSTINGS_GAP, BEARINGS_PLAN_USE_GAP };

enum {
  SIGNAL_WISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsPlanRowWidget, bearings_plan_row_widget, ADW_TYPE_EXPANDER_ROW)

static void
on_wished (BearingsPlanRowWidget *self, GtkRange *scale)
{
  self->skill->wish = gtk_range_get_value (scale) / 4;
  g_signal_emit (self, signals[SIGNAL_WISHED], 0);
}

/* A share with its source; what nobody counted is said. */
static GtkWidget *
share_row (BearingsPlanInput input, BearingsEvidence *evidence, GHashTable *sources)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, bearings_plan_input_title (input),
                                            bearings_plan_input_summary (input));
  GtkWidget *label;

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  label = bearings_figure_label_new (
    BEARINGS_FIGURE_INLINE, bearings_evidence_get_figure (evidence),
    g_hash_table_lookup (sources, bearings_evidence_get_source_id (evidence)));
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_unref (evidence);
  return row;
}

static GtkWidget *
missing_row (BearingsPlanInput input, const char *why)
{
  return bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, bearings_plan_input_title (input), why);
}

static GtkWidget *
level_row (BearingsPlanRowWidget *self)
{
  const BearingsPlanSkill *skill = self->skill;
  const BearingsResult *result = skill->result;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (result == NULL || isnan (result->theta)) {
    row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("My level"),
                                   skill->instrument != NULL ? _ ("Take the assessment")
                                                             : _ ("No assessment of its own"));
    if (skill->instrument != NULL) {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.assess");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", skill->instrument);
    }
  } else {
    subtitle =
      bearings_result_state_band_text (result->form->instrument, result->theta, result->se);
    row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("My level"), subtitle);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.result");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", result->info->id);
  }
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

GtkWidget *
bearings_plan_row_ends_new (const char *low, const char *high)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *labels[] = { gtk_label_new (low), gtk_label_new (high) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    gtk_label_set_xalign (GTK_LABEL (labels[i]), (float) i);
    gtk_widget_set_hexpand (labels[i], TRUE);
    gtk_widget_add_css_class (labels[i], "caption");
    gtk_widget_add_css_class (labels[i], "dimmed");
    gtk_box_append (GTK_BOX (box), labels[i]);
  }
  return box;
}

static GtkWidget *
wish_row (BearingsPlanRowWidget *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ ("How much do I want to learn it?"));
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 4, 1);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_range_set_value (GTK_RANGE (scale), isnan (self->skill->wish) ? 2 : self->skill->wish * 4);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (on_wished), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), bearings_plan_row_ends_new (_ ("Not at all"), _ ("Very much")));
  gtk_widget_add_css_class (box, "weight-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
fill (BearingsPlanRowWidget *self, GHashTable *sources)
{
  const BearingsPlanSkill *skill = self->skill;
  const char *role = self->plan->role->title;
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);

  adw_expander_row_add_row (
    expander,
    skill->posting != NULL
      ? share_row (BEARINGS_PLAN_POSTINGS,
                   bearings_evidence_new_posting_share (skill->posting, role, skill->skill->name),
                   sources)
      : missing_row (BEARINGS_PLAN_POSTINGS, _ ("Nobody has counted this")));
  adw_expander_row_add_row (
    expander,
    skill->use != NULL
      ? share_row (BEARINGS_PLAN_USE,
                   bearings_evidence_new_use_share (skill->use, role, skill->skill->name), sources)
      : missing_row (BEARINGS_PLAN_USE, _ ("No survey at hand asked this")));
  adw_expander_row_add_row (expander, level_row (self));
  for (guint i = 0; i < G_N_ELEMENTS (products); i++) {
    GtkWidget *row = bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW,
                                              bearings_plan_input_title (products[i]), "");

    bearings_figure_context_set_computation (
      row, _ ("The share, as a number from 0 to 1, times the own gap: levels missing to the one "
              "aimed for, of all levels below the top. The interval is of draws from the errors of "
              "both."));
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    self->product_rows[i] = row;
    adw_expander_row_add_row (expander, row);
  }
  adw_expander_row_add_row (expander, wish_row (self));
  self->held_row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("Among the first three"), "");
  adw_expander_row_add_row (expander, self->held_row);
  adw_expander_row_add_row (
    expander, bearings_rows_link_new (_ ("The evidence"), _ ("All channels, with their sources"),
                                      BEARINGS_RECORD_ROLE, self->plan->role->record.id,
                                      skill->skill->record.id));
}

static void
bearings_plan_row_widget_finalize (GObject *object)
{
  g_clear_pointer (&BEARINGS_PLAN_ROW_WIDGET (object)->plan, bearings_plan_unref);
  G_OBJECT_CLASS (bearings_plan_row_widget_parent_class)->finalize (object);
}

static void
bearings_plan_row_widget_class_init (BearingsPlanRowWidgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_plan_row_widget_finalize;
  signals[SIGNAL_WISHED] = g_signal_new ("wished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bearings_plan_row_widget_init (BearingsPlanRowWidget *self)
{
  self->place_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->place_label, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->place_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->place_label), "dimmed");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->place_label));
  self->strength_chip = bearings_rows_chip_new (_ ("Strength"), "success");
  gtk_widget_set_valign (self->strength_chip, GTK_ALIGN_CENTER);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->strength_chip);
}

GtkWidget *
bearings_plan_row_widget_new (BearingsPlan *plan, BearingsPlanSkill *skill, GHashTable *sources)
{
  BearingsPlanRowWidget *self = g_object_new (BEARINGS_TYPE_PLAN_ROW_WIDGET, NULL);

  self->plan = bearings_plan_ref (plan);
  self->skill = skill;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), skill->skill->name);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
  fill (self, sources);
  return GTK_WIDGET (self);
}

const BearingsPlanSkill *
bearings_plan_row_widget_get_skill (BearingsPlanRowWidget *self)
{
  g_return_val_if_fail (BEARINGS_IS_PLAN_ROW_WIDGET (self), NULL);
  return self->skill;
}

void
bearings_plan_row_widget_set_place (BearingsPlanRowWidget *self,
                                    guint place,
                                    const BearingsPlanRow *row)
{
  g_autofree char *number = NULL;
  g_autofree char *standing = NULL;

  g_return_if_fail (BEARINGS_IS_PLAN_ROW_WIDGET (self));
  self->place = place;
  number = g_strdup_printf ("%u", place + 1);
  standing = bearings_plan_state_standing_text (self->plan, self->skill);
  gtk_label_set_label (self->place_label, isnan (row->score) || row->strength ? "–" : number);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), standing);
  gtk_widget_set_visible (self->strength_chip, row->strength);
  for (guint i = 0; i < G_N_ELEMENTS (products); i++) {
    g_autofree char *text = bearings_plan_product_text (self->plan, self->skill, products[i]);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->product_rows[i]), text);
    bearings_cited_row_offer_source (BEARINGS_CITED_ROW (self->product_rows[i]));
  }
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (self->held_row),
    row->strength        ? _ ("What you aim for is reached: a strength, not a next step")
    : isnan (row->score) ? _ ("Nothing that weighs is known of it")
                         : bearings_result_chance_words (row->top_three));
}

guint
bearings_plan_row_widget_get_place (BearingsPlanRowWidget *self)
{
  g_return_val_if_fail (BEARINGS_IS_PLAN_ROW_WIDGET (self), 0);
  return self->place;
}
