/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece of evidence in a list: statement, figure, directness, certainty. */

#include "bearings-evidence-row.h"

#include <adwaita.h>

#include "bearings-boundary.h"
#include "bearings-certainty-mark.h"
#include "bearings-figure-label.h"
#include "bearings-figure-text.h"
#include "bearings-open.h"
#include "bearings-reading-text.h"
#include "bearings-rows.h"
#include "bearings-skill-page-state.h"
#include "bearings-source-dialog.h"
#include "bearings-source-state.h"
#include "bearings-trace-view.h"
#include "bearings-two-readings.h"

struct _BearingsEvidenceRow {
  GtkListBoxRow parent_instance;

  BearingsEvidence *evidence;
  BearingsSource *source;

  GtkLabel *statement_label;
  GtkBox *figure_box;
  AdwWrapBox *marks;
  BearingsCertaintyMark *certainty_mark;
  GtkLabel *caption_label;
  GtkLabel *reason_label;
  BearingsReadingText *reading;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (BearingsEvidenceRow, bearings_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_figure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsEvidenceRow *self = BEARINGS_EVIDENCE_ROW (widget);

  adw_dialog_present (ADW_DIALOG (bearings_source_dialog_new_for_figure (
                        widget, bearings_evidence_get_figure (self->evidence), self->source)),
                      widget);
}

static void
bearings_evidence_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_EVIDENCE_ROW);
  G_OBJECT_CLASS (bearings_evidence_row_parent_class)->dispose (object);
}

static void
bearings_evidence_row_finalize (GObject *object)
{
  BearingsEvidenceRow *self = BEARINGS_EVIDENCE_ROW (object);

  g_clear_object (&self->evidence);
  g_clear_pointer (&self->source, bearings_record_unref);
  G_OBJECT_CLASS (bearings_evidence_row_parent_class)->finalize (object);
}

static void
bearings_evidence_row_class_init (BearingsEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_evidence_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_evidence_row_finalize;
  g_type_ensure (BEARINGS_TYPE_CERTAINTY_MARK);
  g_type_ensure (BEARINGS_TYPE_READING_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, statement_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, figure_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, marks);
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, certainty_mark);
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, reading);
  gtk_widget_class_bind_template_child (widget_class, BearingsEvidenceRow, arrow);
  gtk_widget_class_install_action (widget_class, "evidence.show-figure", NULL, show_figure_action);
}

static void
bearings_evidence_row_init (BearingsEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A finding is never shown as if its source stood when it does not. */
static void
show_state (BearingsEvidenceRow *self, const BearingsSource *source)
{
  if (bearings_source_state_is_noteworthy (source))
    adw_wrap_box_prepend (self->marks, bearings_source_state_mark_new_short (source));
}

static BearingsEvidenceRow *
row_new (BearingsEvidence *evidence, BearingsSource *source)
{
  BearingsEvidenceRow *self = g_object_new (BEARINGS_TYPE_EVIDENCE_ROW, NULL);
  const BearingsFigure *figure = bearings_evidence_get_figure (evidence);
  BearingsClaim *claim = bearings_evidence_get_claim (evidence);
  g_autofree char *caption = bearings_skill_page_state_evidence_caption (evidence);

  self->evidence = g_object_ref (evidence);
  self->source = source != NULL ? bearings_record_ref (source) : NULL;
  bearings_figure_text_set_label (self->statement_label,
                                  bearings_evidence_get_statement (evidence));
  bearings_figure_text_set_label (self->caption_label, caption);
  bearings_certainty_mark_set (self->certainty_mark, bearings_evidence_get_certainty (evidence));
  bearings_certainty_mark_set_evidence (self->certainty_mark, evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->figure_box), FALSE);
  if (claim != NULL) {
    gtk_actionable_set_action_target_value (
      GTK_ACTIONABLE (self), bearings_open_target (BEARINGS_RECORD_CLAIM, claim->record.id, NULL));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open");
  } else {
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "evidence.show-figure");
  }
  adw_wrap_box_append (self->marks, bearings_trace_view_button_new_for_evidence (evidence, source));
  show_state (self, source);
  if (source != NULL && bearings_figure_has_value (figure)) {
    gtk_box_append (self->figure_box,
                    bearings_figure_label_new (BEARINGS_FIGURE_INLINE, figure, source));
    gtk_widget_set_visible (GTK_WIDGET (self->figure_box), TRUE);
  }
  return self;
}

GtkWidget *
bearings_evidence_row_new (BearingsEvidence *evidence, BearingsSource *source)
{
  BearingsEvidenceRow *self = row_new (evidence, source);
  const char *reason = bearings_evidence_get_directness_reason (evidence);
  g_autofree char *plain = bearings_two_readings_evidence (evidence, BEARINGS_READING_PLAIN);
  g_autofree char *technical =
    bearings_two_readings_evidence (evidence, BEARINGS_READING_TECHNICAL);

  bearings_reading_text_set (self->reading, plain, technical);

  adw_wrap_box_prepend (
    self->marks, bearings_rows_directness_chip_new (bearings_evidence_get_directness (evidence)));
  bearings_figure_text_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
  return GTK_WIDGET (self);
}

void
bearings_evidence_row_set_page (BearingsEvidenceRow *self, BearingsRecordKind career)
{
  const BearingsClaim *claim = bearings_evidence_get_claim (self->evidence);
  g_autofree char *crossing =
    claim != NULL
      ? bearings_boundary_claim_crossing_text (claim, bearings_boundary_of_career (career))
      : NULL;
  GtkWidget *label;

  if (crossing == NULL)
    return;
  label = bearings_rows_paragraph_new (crossing);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->marks))), label,
                              GTK_WIDGET (self->reason_label));
}

GtkWidget *
bearings_evidence_row_new_for_claim (BearingsClaim *claim, const BearingsSource *source)
{
  g_autoptr (BearingsEvidence) evidence =
    bearings_evidence_new_claim (claim, BEARINGS_DIRECTNESS_CONTEXT, NULL);

  BearingsEvidenceRow *self = row_new (evidence, NULL);

  show_state (self, source);
  return GTK_WIDGET (self);
}
