/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beneath a question: what shows a self-rating, and the place for a second rater of a task. */

#include "bearings-beside-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-rows.h"
#include "bearings-second-rating-dialog.h"

#define TYPING_PAUSE_MS 1000

struct _BearingsBesideView {
  AdwBin parent_instance;

  BearingsSittingModel *model;
  char *item_id; /* whose note stands in the row */
  char *stored;  /* the note as the log has it */
  guint timeout;
  gboolean setting;

  GtkWidget *note_group;
  GtkWidget *note_row;
  GtkWidget *rating_list;
  GtkWidget *rating_row;
};

G_DEFINE_FINAL_TYPE (BearingsBesideView, bearings_beside_view, ADW_TYPE_BIN)

static const BearingsSittingItem *
get_current (BearingsBesideView *self)
{
  return bearings_sitting_current (bearings_sitting_model_get_sitting (self->model));
}

void
bearings_beside_view_store (BearingsBesideView *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BEARINGS_IS_BESIDE_VIEW (self));
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->model == NULL || self->item_id == NULL)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_row))));
  if (g_str_equal (text, self->stored != NULL ? self->stored : ""))
    return;
  g_set_str (&self->stored, text);
  bearings_sitting_model_say (self->model, BEARINGS_ENTRY_NOTE, self->item_id, text);
}

static void
on_paused (gpointer data)
{
  BearingsBesideView *self = data;

  self->timeout = 0;
  bearings_beside_view_store (self);
}

static void
on_typed (BearingsBesideView *self)
{
  if (self->setting)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_once (TYPING_PAUSE_MS, on_paused, self);
}

static void
on_left (BearingsBesideView *self)
{
  bearings_beside_view_store (self);
}

/* Id of the item when it is one that a note can stand beside, or NULL. */
static const char *
noted_id (const BearingsSittingItem *current)
{
  return current->item->kind == BEARINGS_ITEM_SELF_REPORT && current->item->practice != BEARINGS_YES
           ? current->item->record.id
           : NULL;
}

static void
show_note (BearingsBesideView *self)
{
  const BearingsSittingItem *current;
  const char *id;

  if (g_strcmp0 (self->item_id, noted_id (get_current (self))) == 0)
    return;
  /* Storing makes the sitting anew. */
  bearings_beside_view_store (self);
  current = get_current (self);
  id = noted_id (current);
  gtk_widget_set_visible (self->note_group, id != NULL);
  g_set_str (&self->item_id, id);
  g_set_str (&self->stored, current->note);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->note_row),
                         id != NULL && current->note != NULL ? current->note : "");
  self->setting = FALSE;
}

/* A second person may rate as soon as the person has. */
static void
show_rating (BearingsBesideView *self, const BearingsSittingItem *current)
{
  gboolean asked = current->item->kind == BEARINGS_ITEM_RUBRIC && current->response != NULL &&
                   current->response->kind == BEARINGS_RESPONSE_RUBRIC &&
                   bearings_response_is_complete (current->response, current->item);

  gtk_widget_set_visible (self->rating_list, asked);
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (self->rating_row),
    current->second != NULL
      ? _ ("A second rating is stored. It can be changed until the answers are deleted.")
      : _ ("Optional, now or later on the result page. It does not change the result, and shows "
           "how well two people agree."));
}

static void
update (BearingsBesideView *self)
{
  show_note (self);
  show_rating (self, get_current (self));
}

static void
on_rated (BearingsBesideView *self, const char *response, AdwDialog *dialog)
{
  const char *item = g_object_get_data (G_OBJECT (dialog), "item");

  bearings_sitting_model_say (self->model, BEARINGS_ENTRY_RATED, item, response);
}

static void
on_rate_activated (BearingsBesideView *self)
{
  const BearingsSittingItem *current = get_current (self);
  AdwDialog *dialog = bearings_second_rating_dialog_new (current);

  g_object_set_data_full (G_OBJECT (dialog), "item", g_strdup (current->item->record.id), g_free);
  g_signal_connect_object (dialog, "rated", G_CALLBACK (on_rated), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
bearings_beside_view_dispose (GObject *object)
{
  BearingsBesideView *self = BEARINGS_BESIDE_VIEW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bearings_beside_view_parent_class)->dispose (object);
}

static void
bearings_beside_view_finalize (GObject *object)
{
  BearingsBesideView *self = BEARINGS_BESIDE_VIEW (object);

  g_free (self->item_id);
  g_free (self->stored);
  G_OBJECT_CLASS (bearings_beside_view_parent_class)->finalize (object);
}

static void
bearings_beside_view_class_init (BearingsBesideViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bearings_beside_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_beside_view_finalize;
}

static void
bearings_beside_view_init (BearingsBesideView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *caption = gtk_label_new (
    _ ("A project, a task, a certificate. It stays with your answers and in your own "
       "report, and never goes into a sample."));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->note_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note_row),
                                 _ ("What shows it? (optional)"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (self->note_row), BEARINGS_NOTE_LENGTH);
  self->note_group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_list_box_append (GTK_LIST_BOX (list), self->note_row);
  gtk_box_append (GTK_BOX (self->note_group), list);
  gtk_box_append (GTK_BOX (self->note_group), caption);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (caption), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->note_row),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, caption, NULL, -1);
  self->rating_row =
    bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("Somebody else rates this answer…"), NULL);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->rating_row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rating_row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rating_row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  self->rating_list = bearings_rows_boxed_list_new ();
  gtk_list_box_append (GTK_LIST_BOX (self->rating_list), self->rating_row);
  gtk_widget_set_visible (self->note_group, FALSE);
  gtk_widget_set_visible (self->rating_list, FALSE);
  gtk_box_append (GTK_BOX (box), self->note_group);
  gtk_box_append (GTK_BOX (box), self->rating_list);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->note_row, "changed", G_CALLBACK (on_typed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->note_row, focus);
  g_signal_connect_object (self->rating_row, "activated", G_CALLBACK (on_rate_activated), self,
                           G_CONNECT_SWAPPED);
}

void
bearings_beside_view_set_model (BearingsBesideView *self, BearingsSittingModel *model)
{
  g_return_if_fail (BEARINGS_IS_BESIDE_VIEW (self));
  g_return_if_fail (self->model == NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
