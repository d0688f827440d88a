/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list of a preview: no row is made that nobody looks at. */

#include "bearings-preview-list-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-certainty.h"
#include "bearings-change-dialog.h"
#include "bearings-import-state.h"
#include "bearings-preview-model.h"
#include "bearings-rows.h"

struct _BearingsPreviewListPage {
  BearingsPage parent_instance;

  GFile *file;
  BearingsPreview *preview;
  BearingsPreviewList list;
  BearingsPreviewModel *model;

  GtkSearchEntry *entry;
  GtkDropDown *narrow_drop_down;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (BearingsPreviewListPage, bearings_preview_list_page, BEARINGS_TYPE_PAGE)

/* Rows ---------------------------------------------------------------------------------------- */

static GtkWidget *
label_new (const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0f, "css-classes",
                       (const char *[]) { css_class, NULL }, NULL);
}

static void
add_answer_labels (GtkBox *box, const char *name, gboolean dimmed)
{
  GtkWidget *caption = label_new ("caption-heading");
  GtkWidget *text = label_new (dimmed ? "dimmed" : "body");

  gtk_label_set_text (GTK_LABEL (caption), name);
  gtk_widget_set_margin_top (caption, 4);
  gtk_box_append (box, caption);
  gtk_box_append (box, text);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  BearingsPreviewListPage *self = data;
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gboolean records = self->list == BEARINGS_PREVIEW_RECORDS;

  if (records)
    gtk_box_append (GTK_BOX (box), bearings_rows_chip_new ("", NULL));
  gtk_box_append (GTK_BOX (box), label_new (records ? "body" : "heading"));
  gtk_box_append (GTK_BOX (box), label_new ("caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  if (!records) {
    /* Translators: above what a page says now, and what it would say. */
    add_answer_labels (GTK_BOX (box), _ ("Now"), TRUE);
    add_answer_labels (GTK_BOX (box), _ ("Then"), FALSE);
  }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (outer), box);
  if (records)
    gtk_box_append (GTK_BOX (outer), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_item_set_child (item, outer);
  gtk_list_item_set_activatable (item, records);
}

static const char *
change_class (BearingsRecordChange change)
{
  switch (change) {
  case BEARINGS_RECORD_CHANGE_ADDED:
    return "success";
  case BEARINGS_RECORD_CHANGE_REMOVED:
    return "error";
  case BEARINGS_RECORD_CHANGE_TAKEN_OVER:
    return "warning";
  case BEARINGS_RECORD_CHANGE_NONE:
  case BEARINGS_RECORD_CHANGE_CHANGED:
  case BEARINGS_RECORD_CHANGE_KEPT:
    break;
  }
  return "direct";
}

static void
bind_record (GtkListItem *item, GtkWidget *chip, const BearingsDiffEntry *entry)
{
  GtkWidget *title = gtk_widget_get_next_sibling (chip);
  GtkWidget *caption = gtk_widget_get_next_sibling (title);
  g_autofree char *text = bearings_import_state_preview_entry_text (entry);
  g_autofree char *name =
    g_strdup_printf ("%s, %s, %s", bearings_record_change_title (entry->change),
                     entry->title != NULL ? entry->title : entry->id, text);

  gtk_label_set_text (GTK_LABEL (chip), bearings_record_change_title (entry->change));
  gtk_widget_set_css_classes (chip,
                              (const char *[]) { "chip", change_class (entry->change), NULL });
  gtk_label_set_text (GTK_LABEL (title), entry->title != NULL ? entry->title : entry->id);
  gtk_label_set_text (GTK_LABEL (caption), text);
  gtk_list_item_set_accessible_label (item, name);
}

static void
bind_answer (GtkListItem *item, GtkWidget *heading, const BearingsAnswerChange *change)
{
  GtkWidget *caption = gtk_widget_get_next_sibling (heading);
  GtkWidget *before = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (caption));
  GtkWidget *after = gtk_widget_get_last_child (gtk_widget_get_parent (heading));
  g_autofree char *text = bearings_import_state_preview_answer_text (change);
  g_autofree char *name = g_strdup_printf ("%s %s. %s", change->question, change->channel, text);

  gtk_label_set_text (GTK_LABEL (heading), change->question);
  gtk_label_set_text (GTK_LABEL (caption), change->channel);
  gtk_label_set_text (GTK_LABEL (before),
                      bearings_import_state_preview_answer_or_none (change->before));
  gtk_label_set_text (GTK_LABEL (after),
                      bearings_import_state_preview_answer_or_none (change->after));
  gtk_list_item_set_accessible_label (item, name);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  BearingsPreviewListPage *self = data;
  guint number = bearings_line_get_number (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *first = gtk_widget_get_first_child (box);

  if (self->list == BEARINGS_PREVIEW_RECORDS)
    bind_record (item, first, self->preview->entries->pdata[number]);
  else
    bind_answer (item, first, self->preview->answers->pdata[number]);
}

/* State --------------------------------------------------------------------------------------- */

static GArray *
find (BearingsPreviewListPage *self)
{
  static const BearingsRecordChange changes[] = {
    0, BEARINGS_RECORD_CHANGE_ADDED, BEARINGS_RECORD_CHANGE_CHANGED, BEARINGS_RECORD_CHANGE_REMOVED,
    0, BEARINGS_RECORD_CHANGE_KEPT,
  };
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint narrow = gtk_drop_down_get_selected (self->narrow_drop_down);

  if (self->list == BEARINGS_PREVIEW_ANSWERS)
    return bearings_import_state_preview_filter_answers (self->preview, text);
  return bearings_preview_filter (self->preview,
                                  narrow < G_N_ELEMENTS (changes) ? changes[narrow] : 0,
                                  narrow == BEARINGS_NARROW_REGRADED, text);
}

static void
apply_state (BearingsPreviewListPage *self)
{
  GArray *found;

  if (self->preview == NULL)
    return;
  found = find (self);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "nothing");
  bearings_preview_model_set_numbers (self->model, found);
}

static void
on_filter_changed (BearingsPreviewListPage *self)
{
  apply_state (self);
}

static void
on_activated (BearingsPreviewListPage *self, guint position)
{
  g_autoptr (BearingsLine) line = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (line == NULL || self->list != BEARINGS_PREVIEW_RECORDS)
    return;
  adw_dialog_present (
    bearings_change_dialog_new (bearings_page_get_service (BEARINGS_PAGE (self)), self->file,
                                self->preview->entries->pdata[bearings_line_get_number (line)]),
    GTK_WIDGET (self));
}

static gboolean
bearings_preview_list_page_search (BearingsPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BEARINGS_PREVIEW_LIST_PAGE (page)->entry));
}

static void
bearings_preview_list_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_PREVIEW_LIST_PAGE);
  G_OBJECT_CLASS (bearings_preview_list_page_parent_class)->dispose (object);
}

static void
bearings_preview_list_page_finalize (GObject *object)
{
  BearingsPreviewListPage *self = BEARINGS_PREVIEW_LIST_PAGE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->preview, bearings_preview_unref);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bearings_preview_list_page_parent_class)->finalize (object);
}

static void
bearings_preview_list_page_class_init (BearingsPreviewListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_preview_list_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_preview_list_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_preview_list_page_search;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-preview-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsPreviewListPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsPreviewListPage, narrow_drop_down);
  gtk_widget_class_bind_template_child (widget_class, BearingsPreviewListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsPreviewListPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
bearings_preview_list_page_init (BearingsPreviewListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = bearings_preview_model_new ();
}

GtkWidget *
bearings_preview_list_page_new (BearingsService *service,
                                GFile *file,
                                BearingsPreview *preview,
                                BearingsPreviewList list,
                                BearingsNarrow narrow)
{
  BearingsPreviewListPage *self =
    g_object_new (BEARINGS_TYPE_PREVIEW_LIST_PAGE, "service", service, NULL);
  gboolean records = list == BEARINGS_PREVIEW_RECORDS;
  const char *words = records ? _ ("Search records") : _ ("Search answers");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->file = g_object_ref (file);
  self->list = list;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 records ? _ ("Records") : _ ("Answers of Pages"));
  g_object_set (self->entry, "placeholder-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_drop_down), records);
  gtk_drop_down_set_selected (self->narrow_drop_down, narrow);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->preview = bearings_preview_ref (preview);
  apply_state (self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                              G_LIST_MODEL (g_object_ref (self->model)))));
  return GTK_WIDGET (self);
}
