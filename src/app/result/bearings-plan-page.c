/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to learn next for a role: its skills in an order the person weighs. */

#include "bearings-plan-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-evidence-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-text.h"
#include "bearings-plan-row.h"
#include "bearings-plan-state.h"
#include "bearings-report-dialog.h"
#include "bearings-section.h"
#include "bearings-service-desk.h"
#include "bearings-service-plan.h"

struct _BearingsPlanPage {
  BearingsPage parent_instance;

  char *role_id;
  BearingsPlan *plan;
  BearingsPlanOrder *order;
  double weights[BEARINGS_N_PLAN_INPUTS];
  GtkWidget *scales[BEARINGS_N_PLAN_INPUTS];

  GtkLabel *title_label;
  GtkLabel *survival_label;
  GtkWidget *share_label;
  AdwExpanderRow *weights_expander;
  AdwComboRow *aim_row;
  GtkListBox *skill_list;
  BearingsSection *learning_section;
  GtkListBox *learning_list;
  AdwToastOverlay *toast_overlay;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (BearingsPlanPage, bearings_plan_page, BEARINGS_TYPE_PAGE)

static int
compare_places (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  guint x = bearings_plan_row_widget_get_place (BEARINGS_PLAN_ROW_WIDGET (a));
  guint y = bearings_plan_row_widget_get_place (BEARINGS_PLAN_ROW_WIDGET (b));

  return x < y ? -1 : x > y;
}

static BearingsPlanRowWidget *
find_row (BearingsPlanPage *self, const BearingsPlanSkill *skill)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->skill_list, i)) != NULL; i++)
    if (bearings_plan_row_widget_get_skill (BEARINGS_PLAN_ROW_WIDGET (row)) == skill)
      return BEARINGS_PLAN_ROW_WIDGET (row);
  return NULL;
}

static void
apply_order (BearingsPlanPage *self)
{
  g_autofree char *survival = NULL;
  g_autofree char *share = NULL;

  g_clear_pointer (&self->order, bearings_plan_order_free);
  self->order = bearings_plan_order (self->plan, self->weights);
  for (guint i = 0; i < self->order->rows->len; i++) {
    const BearingsPlanRow *row = g_ptr_array_index (self->order->rows, i);
    bearings_plan_row_widget_set_place (find_row (self, row->skill), i, row);
  }
  gtk_list_box_invalidate_sort (self->skill_list);
  survival = bearings_plan_state_survival_text (self->order);
  gtk_label_set_label (self->survival_label, survival);
  share = bearings_plan_order_summary (self->order);
  bearings_figure_text_set_label (GTK_LABEL (self->share_label), share);
}

static void
on_weight_changed (BearingsPlanPage *self, GtkRange *scale)
{
  for (guint i = 0; i < BEARINGS_N_PLAN_INPUTS; i++)
    if (self->scales[i] == GTK_WIDGET (scale))
      self->weights[i] = gtk_range_get_value (scale);
  apply_order (self);
}

/* The wish counts from the first one told on. */
static void
on_wished (BearingsPlanPage *self)
{
  GtkRange *wish = GTK_RANGE (self->scales[BEARINGS_PLAN_WISH]);

  if (gtk_range_get_value (wish) == 0)
    gtk_range_set_value (wish, 2); /* applies the order */
  else
    apply_order (self);
}

static void
on_aim_selected (BearingsPlanPage *self)
{
  guint selected = adw_combo_row_get_selected (self->aim_row);

  if (self->order == NULL || selected == GTK_INVALID_LIST_POSITION || selected == self->plan->aim)
    return;
  self->plan->aim = selected;
  apply_order (self);
}

static GtkWidget *
weight_row (BearingsPlanPage *self, BearingsPlanInput input)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (bearings_plan_input_title (input));
  GtkWidget *summary = gtk_label_new (bearings_plan_input_summary (input));
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 4, 1);

  self->scales[input] = scale;
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (summary), 0);
  gtk_label_set_wrap (GTK_LABEL (summary), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (summary), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (summary, "caption");
  gtk_widget_add_css_class (summary, "dimmed");
  gtk_range_set_value (GTK_RANGE (scale), self->weights[input]);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, summary, NULL,
                                  -1);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (on_weight_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), summary);
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), bearings_plan_row_ends_new (_ ("Leave out"), _ ("Weighs most")));
  gtk_widget_add_css_class (box, "weight-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_learning (BearingsPlanPage *self)
{
  const GPtrArray *claims = self->plan->learning;

  gtk_widget_set_visible (GTK_WIDGET (self->learning_section), claims->len > 0);
  for (guint i = 0; i < claims->len; i++) {
    BearingsClaim *claim = claims->pdata[i];
    const BearingsSource *source =
      claim->source != NULL ? g_hash_table_lookup (self->plan->sources, claim->source) : NULL;

    gtk_list_box_append (self->learning_list, bearings_evidence_row_new_for_claim (claim, source));
  }
}

/* The report of a plan. */
typedef struct {
  BearingsPlan *plan;
  double weights[BEARINGS_N_PLAN_INPUTS];
} Report;

static void
report_free (Report *report)
{
  bearings_plan_unref (report->plan);
  g_free (report);
}

static gboolean
write_report (BearingsService *service,
              gpointer what,
              BearingsReportForm form,
              GFile *file,
              GError **error)
{
  const Report *report = what;
  g_autoptr (BearingsPlanOrder) order = bearings_plan_order (report->plan, report->weights);

  return bearings_service_plan_save (report->plan, order, form, file, error);
}

static void
on_saved (gpointer page, gpointer answer, const GError *error)
{
  BearingsPlanPage *self = page;
  g_autoptr (GFile) file = answer;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  bearings_report_dialog_tell (GTK_WIDGET (self), self->toast_overlay, file, error);
}

void
bearings_plan_page_save (BearingsPlanPage *self, GFile *file)
{
  static const BearingsReportWriter writer = { write_report, (GDestroyNotify) report_free };
  Report *report;

  g_return_if_fail (self->order != NULL);
  report = g_new (Report, 1);
  report->plan = bearings_plan_copy (self->plan);
  memcpy (report->weights, self->weights, sizeof report->weights);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  bearings_report_dialog_write (BEARINGS_PAGE (self), &writer, report, file, on_saved);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsPlanPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_save (source, result, GTK_WIDGET (self));

  if (file != NULL && self->toast_overlay != NULL)
    bearings_plan_page_save (self, file);
}

static void
on_save_clicked (BearingsPlanPage *self)
{
  g_autofree char *title = NULL;
  g_autoptr (GtkFileDialog) dialog = NULL;

  /* Translators: title of a role; name of a file. */
  title = g_strdup_printf (_ ("Plan for %s"), self->plan->role->title);
  dialog = bearings_report_dialog_new (g_strdelimit (title, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

static void
fill (BearingsPlanPage *self)
{
  g_auto (GStrv) levels = bearings_plan_state_level_titles (self->plan);
  /* Translators: title of a role. */
  g_autofree char *title =
    g_strdup_printf (_ ("What to learn next for %s"), self->plan->role->title);

  gtk_label_set_label (self->title_label, title);
  bearings_figure_context_set_computation (
    self->share_label,
    _ ("Every share is drawn again from its own error, and every level from the error of its "
       "estimate; the weighted means are put in order each time. The share of draws in which the "
       "order stays is counted."));
  for (BearingsPlanInput i = 0; i < BEARINGS_N_PLAN_INPUTS; i++)
    adw_expander_row_add_row (self->weights_expander, weight_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->aim_row), levels != NULL);
  if (levels != NULL) {
    g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *const *) levels);
    adw_combo_row_set_model (self->aim_row, G_LIST_MODEL (titles));
    self->plan->aim = MIN (self->plan->aim, g_strv_length (levels) - 1);
    adw_combo_row_set_selected (self->aim_row, self->plan->aim);
  }
  for (guint i = 0; i < self->plan->skills->len; i++) {
    GtkWidget *row = bearings_plan_row_widget_new (
      self->plan, g_ptr_array_index (self->plan->skills, i), self->plan->sources);
    g_signal_connect_object (row, "wished", G_CALLBACK (on_wished), self, G_CONNECT_SWAPPED);
    gtk_list_box_append (self->skill_list, row);
  }
  apply_order (self);
  gtk_list_box_set_sort_func (self->skill_list, compare_places, NULL, NULL);
  show_learning (self);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static gpointer
read_plan (BearingsService *service, gpointer role, GCancellable *cancellable, GError **error)
{
  g_autofree char *client = bearings_service_desk_dup_client (service);

  return bearings_service_plan_get (service, role, client, error);
}

static void
show_plan (gpointer page, gpointer plan)
{
  BearingsPlanPage *self = page;

  if (self->plan != NULL) { /* another one has come first */
    bearings_plan_unref (plan);
    return;
  }
  self->plan = plan;
  fill (self);
}

static void
bearings_plan_page_load (BearingsPage *page)
{
  static const BearingsJob job = { read_plan, g_free, (GDestroyNotify) bearings_plan_unref,
                                   BEARINGS_LANE_READ };
  BearingsPlanPage *self = BEARINGS_PLAN_PAGE (page);

  if (self->plan != NULL)
    bearings_page_show_content (page);
  else
    bearings_ask_for_page (page, &job, g_strdup (self->role_id), show_plan);
}

static void
bearings_plan_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_PLAN_PAGE);
  G_OBJECT_CLASS (bearings_plan_page_parent_class)->dispose (object);
}

static void
bearings_plan_page_finalize (GObject *object)
{
  BearingsPlanPage *self = BEARINGS_PLAN_PAGE (object);

  g_clear_pointer (&self->order, bearings_plan_order_free);
  g_clear_pointer (&self->plan, bearings_plan_unref);
  g_free (self->role_id);
  G_OBJECT_CLASS (bearings_plan_page_parent_class)->finalize (object);
}

static void
bearings_plan_page_class_init (BearingsPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bearings_plan_page_dispose;
  object_class->finalize = bearings_plan_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_plan_page_load;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/result/bearings-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, survival_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, share_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, weights_expander);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, aim_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, skill_list);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, learning_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, learning_list);
  gtk_widget_class_bind_template_child (widget_class, BearingsPlanPage, toast_overlay);
  gtk_widget_class_bind_template_callback (widget_class, on_aim_selected);
}

static void
bearings_plan_page_init (BearingsPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->weights[BEARINGS_PLAN_POSTINGS] = 2;
  self->weights[BEARINGS_PLAN_USE] = 2;
  self->weights[BEARINGS_PLAN_POSTINGS_GAP] = 2;
  self->weights[BEARINGS_PLAN_USE_GAP] = 2;
  self->save_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "document-save-symbolic",
                                    "tooltip-text", _ ("Save a Report…"), "sensitive", FALSE, NULL);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (bearings_page_get_header_bar (BEARINGS_PAGE (self)), self->save_button);
}

GtkWidget *
bearings_plan_page_new (BearingsService *service, const char *role_id)
{
  BearingsPlanPage *self =
    g_object_new (BEARINGS_TYPE_PLAN_PAGE, "service", service, "has-heading", TRUE, NULL);

  self->role_id = g_strdup (role_id);
  return GTK_WIDGET (self);
}
