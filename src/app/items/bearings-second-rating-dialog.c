/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else rates the answer to a task, without seeing the person's own points. */

#include "bearings-second-rating-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-task-view.h"

struct _BearingsSecondRatingDialog {
  AdwDialog parent_instance;

  BearingsItem *item;
  GtkWidget *task_view;
  GtkWidget *save_button;
};

enum {
  SIGNAL_RATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsSecondRatingDialog, bearings_second_rating_dialog, ADW_TYPE_DIALOG)

/* The points alone; NULL while a criterion has none. */
static char *
get_points (BearingsSecondRatingDialog *self)
{
  g_autofree char *text = bearings_task_view_get_response (BEARINGS_TASK_VIEW (self->task_view));
  g_autoptr (BearingsResponse) response = text != NULL ? bearings_response_parse (text) : NULL;

  if (!bearings_response_is_complete (response, self->item))
    return NULL;
  g_set_str (&response->text, "");
  return bearings_response_to_string (response);
}

static void
on_changed (BearingsSecondRatingDialog *self)
{
  g_autofree char *points = get_points (self);

  gtk_widget_set_sensitive (self->save_button, points != NULL);
}

static void
on_save_clicked (BearingsSecondRatingDialog *self)
{
  g_autofree char *points = get_points (self);

  g_return_if_fail (points != NULL);
  g_signal_emit (self, signals[SIGNAL_RATED], 0, points);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
bearings_second_rating_dialog_finalize (GObject *object)
{
  g_clear_pointer (&BEARINGS_SECOND_RATING_DIALOG (object)->item, bearings_record_unref);
  G_OBJECT_CLASS (bearings_second_rating_dialog_parent_class)->finalize (object);
}

static void
bearings_second_rating_dialog_class_init (BearingsSecondRatingDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_second_rating_dialog_finalize;
  signals[SIGNAL_RATED] = g_signal_new ("rated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
content_new (BearingsSecondRatingDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 620, "child", box, NULL);
  GtkWidget *prompt = gtk_label_new (self->item->prompt);

  gtk_label_set_xalign (GTK_LABEL (prompt), 0);
  gtk_label_set_wrap (GTK_LABEL (prompt), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (prompt), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (prompt, "heading");
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), prompt);
  gtk_box_append (GTK_BOX (box), self->task_view);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                       clamp, "propagate-natural-height", TRUE, NULL);
}

static void
bearings_second_rating_dialog_init (BearingsSecondRatingDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Second Rating"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 640);
  adw_dialog_set_content_height (ADW_DIALOG (self), 760);
}

AdwDialog *
bearings_second_rating_dialog_new (const BearingsSittingItem *row)
{
  BearingsSecondRatingDialog *self = g_object_new (BEARINGS_TYPE_SECOND_RATING_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  g_autoptr (BearingsResponse) words = bearings_response_new (BEARINGS_RESPONSE_RUBRIC);

  self->item = bearings_record_ref (row->item);
  self->task_view = g_object_new (BEARINGS_TYPE_TASK_VIEW, NULL);
  if (row->response != NULL && row->response->text != NULL)
    g_set_str (&words->text, row->response->text);
  bearings_task_view_set_item (BEARINGS_TASK_VIEW (self->task_view), row->item, words);
  bearings_task_view_set_second (BEARINGS_TASK_VIEW (self->task_view));
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_widget_set_sensitive (self->save_button, FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save_button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content_new (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  g_signal_connect_object (self->task_view, "answer-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_clicked), self,
                           G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
