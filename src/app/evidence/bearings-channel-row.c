/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One channel's answer: state, certainty, figure with its interval, the answer in words. */

#include "bearings-channel-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-certainty-mark.h"
#include "bearings-figure-label.h"
#include "bearings-figure-text.h"
#include "bearings-interval-plot.h"
#include "bearings-reading-text.h"
#include "bearings-rows.h"
#include "bearings-skill-page-state.h"
#include "bearings-source-state.h"
#include "bearings-trace-view.h"
#include "bearings-two-readings.h"
#include "bearings-words.h"

struct _BearingsChannelRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title_label;
  GtkLabel *question_label;
  GtkBox *chip_box;
  GtkBox *figure_box;
  BearingsIntervalPlot *plot;
  GtkLabel *text_label;
  BearingsReadingText *reading;
  GtkLabel *searched_label;
  BearingsCertaintyMark *certainty_mark;
  GtkLabel *counts_label;
  AdwWrapBox *marks;
};

G_DEFINE_FINAL_TYPE (BearingsChannelRow, bearings_channel_row, GTK_TYPE_LIST_BOX_ROW)

static void
bearings_channel_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_CHANNEL_ROW);
  G_OBJECT_CLASS (bearings_channel_row_parent_class)->dispose (object);
}

static void
bearings_channel_row_class_init (BearingsChannelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_channel_row_dispose;
  g_type_ensure (BEARINGS_TYPE_INTERVAL_PLOT);
  g_type_ensure (BEARINGS_TYPE_CERTAINTY_MARK);
  g_type_ensure (BEARINGS_TYPE_READING_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-channel-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, chip_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, figure_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, plot);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, reading);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, searched_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, certainty_mark);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsChannelRow, marks);
}

static void
bearings_channel_row_init (BearingsChannelRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A figure that does not measure this skill in this career first says what it does measure. */
static GtkWidget *
neighbour_caption (const BearingsFigure *figure)
{
  g_autofree char *text = figure->metric != NULL && figure->referent != NULL
                            /* Translators: what was measured, and of whom. */
                            ? g_strdup_printf (_ ("%s; %s"), figure->metric, figure->referent)
                            : g_strdup (figure->metric != NULL ? figure->metric : figure->referent);
  GtkWidget *label = gtk_label_new (NULL);

  bearings_figure_text_set_label (GTK_LABEL (label), text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* The words beside a large figure need not say the figure again. */
static char *
words (const BearingsChannelAnswer *answer, const BearingsChannelView *view)
{
  if (view->headline && view->figure != NULL) {
    const char *statement = bearings_evidence_get_statement (answer->best);

    if (answer->state == BEARINGS_ANSWER_NOT_ESTABLISHED)
      /* Translators: %s is a statement without a full stop. */
      return g_strdup_printf (
        _ ("%s. The interval includes no difference, so a difference is not established."),
        statement);
    if (answer->state == BEARINGS_ANSWER_MIXED)
      return g_strdup_printf (_ ("%s. Other direct findings point the other way."), statement);
    return g_strdup (statement);
  }
  return bearings_channel_answer_text (answer);
}

GtkWidget *
bearings_channel_row_new (const BearingsChannelAnswer *answer, BearingsSource *source)
{
  BearingsChannelRow *self = g_object_new (BEARINGS_TYPE_CHANNEL_ROW, NULL);
  BearingsChannelView view;
  g_autofree char *text = NULL;
  g_autofree char *plain = bearings_two_readings_answer (answer, BEARINGS_READING_PLAIN);
  g_autofree char *technical = bearings_two_readings_answer (answer, BEARINGS_READING_TECHNICAL);

  bearings_reading_text_set (self->reading, plain, technical);
  bearings_channel_view_init (&view, answer);
  text = words (answer, &view);
  gtk_label_set_text (self->title_label, bearings_words_channel_title (answer->channel));
  gtk_label_set_text (self->question_label, bearings_words_channel_question (answer->channel));
  gtk_box_append (self->chip_box, bearings_rows_chip_new (
                                    bearings_answer_state_title (answer->state), view.emphasis));
  bearings_figure_text_set_label (self->text_label, text);
  bearings_figure_text_set_label (self->searched_label, view.searched != NULL ? view.searched : "");
  gtk_widget_set_visible (GTK_WIDGET (self->searched_label), view.searched != NULL);
  bearings_figure_text_set_label (self->counts_label, view.counts);
  bearings_figure_context_set_source (GTK_WIDGET (self), source);
  bearings_figure_context_set_computation (
    GTK_WIDGET (self->counts_label),
    _ ("Counted: the findings on this page that speak of this question, by how near they are."));
  bearings_figure_context_set_origin (
    GTK_WIDGET (self->searched_label),
    _ ("The record of the search that came with the evidence: what was looked through, and when."));
  bearings_certainty_mark_set (self->certainty_mark, view.certainty);
  bearings_certainty_mark_set_evidence (self->certainty_mark, answer->best);

  if (answer->best != NULL && answer->state != BEARINGS_ANSWER_NO_EVIDENCE)
    adw_wrap_box_append (ADW_WRAP_BOX (gtk_widget_get_parent (GTK_WIDGET (self->counts_label))),
                         bearings_trace_view_button_new_for_evidence (answer->best, source));

  gtk_widget_set_visible (GTK_WIDGET (self->figure_box), view.figure != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plot), FALSE);
  if (view.figure != NULL) {
    if (!view.headline)
      gtk_box_append (self->figure_box, neighbour_caption (view.figure));
    gtk_box_append (
      self->figure_box,
      bearings_figure_label_new (view.headline ? BEARINGS_FIGURE_HEADLINE : BEARINGS_FIGURE_INLINE,
                                 view.figure, source));
    if (view.headline)
      bearings_interval_plot_set_figure (self->plot, view.figure);
  }
  if (answer->state != BEARINGS_ANSWER_NO_EVIDENCE && bearings_source_state_is_noteworthy (source))
    adw_wrap_box_prepend (self->marks, bearings_source_state_mark_new_short (source));
  bearings_channel_view_clear (&view);
  return GTK_WIDGET (self);
}
