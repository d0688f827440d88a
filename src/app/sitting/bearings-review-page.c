/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All items of a sitting with how they stand. */

#include "bearings-review-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-result-page.h"
#include "bearings-sitting-state.h"

struct _BearingsReviewPage {
  BearingsPage parent_instance;

  BearingsSittingModel *model;

  AdwBanner *banner;
  GtkLabel *summary_label;
  GtkListBox *list;
  GtkWidget *finish_button;
};

G_DEFINE_FINAL_TYPE (BearingsReviewPage, bearings_review_page, BEARINGS_TYPE_PAGE)

#define ITEM_KEY "bearings-item"

static const char *
mark_icon (BearingsSittingMark mark)
{
  return mark == BEARINGS_MARK_ANSWERED ? "object-select-symbolic" : "content-loading-symbolic";
}

static GtkWidget *
item_row (const BearingsSitting *sitting, const BearingsSittingItem *item, guint number)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon;
  BearingsSittingMark mark = bearings_sitting_mark (item);
  g_autofree char *answer = bearings_sitting_state_answer_text (item);
  /* Translators: number of a question, the question itself. */
  g_autofree char *title = g_strdup_printf (_ ("%u. %s"), number, item->item->prompt);
  g_autofree char *subtitle =
    answer != NULL
      /* Translators: how an item stands ("Answered"), the answer. */
      ? g_strdup_printf (_ ("%s: %s"), bearings_sitting_mark_title (mark), answer)
      : g_strdup (bearings_sitting_mark_title (mark));

  if (item->note != NULL) {
    g_autofree char *bare = g_steal_pointer (&subtitle);
    /* Translators: how an item was answered, what the person noted beside it. */
    subtitle = g_strdup_printf (_ ("%s. Noted: %s"), bare, item->note);
  }
  g_strdelimit (subtitle, "\n", ' ');
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), item->note != NULL ? 3 : 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  icon = gtk_image_new_from_icon_name (mark_icon (mark));
  gtk_widget_add_css_class (icon, mark == BEARINGS_MARK_ANSWERED ? "success" : "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (item->flagged) {
    icon = gtk_image_new_from_icon_name ("user-bookmarks-symbolic");
    gtk_widget_set_tooltip_text (icon, _ ("Marked to look at again"));
    gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Marked to look at again"), -1);
    gtk_widget_add_css_class (icon, "warning");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  }
  icon = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (icon, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), ITEM_KEY, g_strdup (item->item->record.id), g_free);
  return row;
}

static void
apply_state (BearingsReviewPage *self)
{
  const BearingsSitting *sitting = bearings_sitting_model_get_sitting (self->model);
  const char *message = bearings_sitting_model_get_message (self->model);
  g_autofree char *summary = bearings_sitting_state_review_text (sitting);
  guint number = 0;

  gtk_label_set_label (self->summary_label, summary);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *item = g_ptr_array_index (sitting->items, i);
    if (item->item->practice != BEARINGS_YES)
      gtk_list_box_append (self->list, item_row (sitting, item, ++number));
  }
  if (message != NULL)
    adw_banner_set_title (self->banner, message);
  adw_banner_set_revealed (self->banner, message != NULL);
}

static void
on_retry_clicked (BearingsReviewPage *self)
{
  bearings_sitting_model_retry (self->model);
}

static AdwNavigationView *
get_view (BearingsReviewPage *self)
{
  return (AdwNavigationView *) gtk_widget_get_ancestor (GTK_WIDGET (self),
                                                        ADW_TYPE_NAVIGATION_VIEW);
}

static void
on_row_activated (BearingsReviewPage *self, GtkListBoxRow *row)
{
  bearings_sitting_model_jump (self->model, g_object_get_data (G_OBJECT (row), ITEM_KEY));
}

/* The result takes the place of the sitting; what was before it stays. */
static void
show_result (BearingsReviewPage *self)
{
  AdwNavigationView *view = get_view (self);
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (view);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  /* The review stands on the page of its sitting. */
  AdwNavigationPage *sitting =
    adw_navigation_view_get_previous_page (view, ADW_NAVIGATION_PAGE (self));

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++) {
    g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);
    if (page != sitting && page != ADW_NAVIGATION_PAGE (self))
      g_ptr_array_add (pages, page);
  }
  g_ptr_array_add (pages,
                   bearings_result_page_new (bearings_sitting_model_get_service (self->model),
                                             bearings_sitting_model_get_sitting_id (self->model)));
  adw_navigation_view_replace (view, (AdwNavigationPage **) pages->pdata, (int) pages->len);
}

static void
on_finish_clicked (BearingsReviewPage *self)
{
  bearings_sitting_model_finish (self->model);
}

/* The sitting went on from the review: back to an item, or to its result. */
static void
on_changed (BearingsReviewPage *self)
{
  AdwNavigationView *view = get_view (self);
  BearingsSittingPhase phase = bearings_sitting_model_get_sitting (self->model)->phase;

  if (bearings_sitting_model_is_stepping (self->model))
    return; /* the list stays what it is, and the row that was pressed */
  apply_state (self);
  if (view == NULL || adw_navigation_view_get_visible_page (view) != ADW_NAVIGATION_PAGE (self))
    return;
  if (phase == BEARINGS_SITTING_FINISHED)
    show_result (self);
  else if (phase == BEARINGS_SITTING_ITEM)
    adw_navigation_view_pop (view);
}

static void
bearings_review_page_load (BearingsPage *page)
{
  BearingsReviewPage *self = BEARINGS_REVIEW_PAGE (page);

  apply_state (self);
  bearings_page_show_content (page);
}

static void
bearings_review_page_shown (AdwNavigationPage *page)
{
  if (ADW_NAVIGATION_PAGE_CLASS (bearings_review_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (bearings_review_page_parent_class)->shown (page);
  gtk_widget_grab_focus (BEARINGS_REVIEW_PAGE (page)->finish_button);
}

static void
bearings_review_page_dispose (GObject *object)
{
  BearingsReviewPage *self = BEARINGS_REVIEW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_REVIEW_PAGE);
  G_OBJECT_CLASS (bearings_review_page_parent_class)->dispose (object);
  g_clear_object (&self->model);
}

static void
bearings_review_page_class_init (BearingsReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_review_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = bearings_review_page_shown;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_review_page_load;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/sitting/bearings-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsReviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, BearingsReviewPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, BearingsReviewPage, finish_button);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_finish_clicked);
}

static void
bearings_review_page_init (BearingsReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_review_page_new (BearingsSittingModel *model)
{
  BearingsReviewPage *self = g_object_new (BEARINGS_TYPE_REVIEW_PAGE, "service",
                                           bearings_sitting_model_get_service (model), NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
