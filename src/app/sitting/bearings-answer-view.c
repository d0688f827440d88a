/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a keyed or self-report item: one choice, several, an order, or a typed text. */

#include "bearings-answer-view.h"

#include <glib/gi18n.h>

#include "bearings-order-list.h"
#include "bearings-sitting-state.h"

struct _BearingsAnswerView {
  GtkBox parent_instance;

  BearingsItem *item;
  BearingsItemAnswer answer;
  gboolean given;   /* the order on the screen is an answer */
  gboolean setting; /* the program fills, not the person */

  GtkLabel *hint;
  BearingsOrderList *order;
  GtkEntry *entry;
  BearingsChoiceList *choices; /* all options, or "I don't know" alone */
  GtkWidget *keep_button;
};

enum {
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsAnswerView, bearings_answer_view, GTK_TYPE_BOX)

static gboolean
may_not_know (BearingsAnswerView *self)
{
  return self->item->kind == BEARINGS_ITEM_KEYED;
}

/* Choices that are not "I don't know". */
static guint
n_options (BearingsAnswerView *self)
{
  return bearings_choice_list_get_n_choices (self->choices) - may_not_know (self);
}

static gboolean
is_unknown (BearingsAnswerView *self)
{
  return may_not_know (self) && bearings_choice_list_get_active (self->choices, n_options (self));
}

static void
answered (BearingsAnswerView *self, gboolean at_once)
{
  gtk_widget_set_visible (self->keep_button,
                          self->answer == BEARINGS_ANSWER_ORDERING && !self->given);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, at_once);
}

/* "I don't know" and any other answer exclude each other. */
static void
on_chosen (BearingsAnswerView *self, guint choice)
{
  gboolean unknown = may_not_know (self) && choice == n_options (self);

  self->setting = TRUE;
  if (self->answer == BEARINGS_ANSWER_MULTIPLE)
    for (guint i = 0; i <= n_options (self); i++)
      if (i != choice && unknown == (i < n_options (self)))
        bearings_choice_list_set_active (self->choices, i, FALSE);
  if (self->answer == BEARINGS_ANSWER_TYPED)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->given = FALSE;
  self->setting = FALSE;
  answered (self, TRUE);
}

static void
on_reordered (BearingsAnswerView *self)
{
  self->given = TRUE;
  bearings_choice_list_set_chosen (self->choices, G_MAXUINT);
  answered (self, TRUE);
}

static void
on_typed (BearingsAnswerView *self)
{
  if (self->setting)
    return;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    bearings_choice_list_set_chosen (self->choices, G_MAXUINT);
  answered (self, FALSE);
}

static const char *
hint_of (const BearingsItem *item)
{
  if (item->kind != BEARINGS_ITEM_KEYED)
    return NULL;
  switch (bearings_item_get_answer (item)) {
  case BEARINGS_ANSWER_MULTIPLE:
    return _ ("Choose every answer that is right");
  case BEARINGS_ANSWER_ORDERING:
    return _ ("Put them in order: drag a row, or use its buttons");
  case BEARINGS_ANSWER_TYPED:
    return _ ("Type a short answer");
  case BEARINGS_ANSWER_SINGLE:
    break;
  }
  return NULL;
}

static void
fill_choices (BearingsAnswerView *self)
{
  const BearingsItem *item = self->item;
  gboolean listed =
    self->answer == BEARINGS_ANSWER_SINGLE || self->answer == BEARINGS_ANSWER_MULTIPLE;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;

  for (guint i = 0; i < item->anchors->len; i++)
    g_strv_builder_add (texts, ((BearingsItemAnchor *) item->anchors->pdata[i])->text);
  for (guint i = 0; listed && i < item->options->len; i++)
    g_strv_builder_add (texts, ((BearingsItemOption *) item->options->pdata[i])->text);
  if (may_not_know (self))
    g_strv_builder_add (texts, _ ("I don’t know"));
  choices = g_strv_builder_end (texts);
  bearings_choice_list_set_multiple (self->choices, self->answer == BEARINGS_ANSWER_MULTIPLE);
  bearings_choice_list_set_choices (self->choices, (const char *const *) choices,
                                    may_not_know (self), FALSE);
}

static void
fill_order (BearingsAnswerView *self)
{
  g_autoptr (GPtrArray) options = bearings_response_item_shown_options (self->item);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) id = NULL;
  g_auto (GStrv) text = NULL;

  for (guint i = 0; i < options->len; i++) {
    const BearingsItemOption *option = g_ptr_array_index (options, i);
    g_strv_builder_add (ids, option->id);
    g_strv_builder_add (texts, option->text);
  }
  id = g_strv_builder_end (ids);
  text = g_strv_builder_end (texts);
  bearings_order_list_set_rows (self->order, (const char *const *) id, (const char *const *) text);
}

static void
bearings_answer_view_finalize (GObject *object)
{
  g_clear_pointer (&BEARINGS_ANSWER_VIEW (object)->item, bearings_record_unref);
  G_OBJECT_CLASS (bearings_answer_view_parent_class)->finalize (object);
}

static void
bearings_answer_view_class_init (BearingsAnswerViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_answer_view_finalize;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
bearings_answer_view_init (BearingsAnswerView *self)
{
  self->hint = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  self->order = g_object_new (BEARINGS_TYPE_ORDER_LIST, NULL);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->choices = BEARINGS_CHOICE_LIST (bearings_choice_list_new ());
  /* Translators: the order shown is the person's answer as it stands. */
  self->keep_button = gtk_button_new_with_mnemonic (_ ("_Answer with This Order"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "typed-answer");
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "monospace");
  gtk_widget_set_halign (self->keep_button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Your answer"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->order));
  gtk_box_append (GTK_BOX (self), self->keep_button);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choices));
  g_signal_connect_object (self->choices, "chosen", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "reordered", G_CALLBACK (on_reordered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keep_button, "clicked", G_CALLBACK (on_reordered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
}

void
bearings_answer_view_set_item (BearingsAnswerView *self,
                               const BearingsItem *item,
                               GtkWidget *prompt)
{
  const char *hint = hint_of (item);

  g_return_if_fail (BEARINGS_IS_ANSWER_VIEW (self));
  g_clear_pointer (&self->item, bearings_record_unref);
  self->item = bearings_record_ref ((gpointer) item);
  self->answer = bearings_item_get_answer (item);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->order), self->answer == BEARINGS_ANSWER_ORDERING);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), self->answer == BEARINGS_ANSWER_TYPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choices),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, prompt, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  prompt, NULL, -1);
  fill_choices (self);
  if (self->answer == BEARINGS_ANSWER_ORDERING)
    fill_order (self);
  bearings_answer_view_set_response (self, NULL);
}

void
bearings_answer_view_set_response (BearingsAnswerView *self, const BearingsResponse *response)
{
  const char *typed =
    response != NULL && response->kind == BEARINGS_RESPONSE_TYPED ? response->text : "";

  g_return_if_fail (BEARINGS_IS_ANSWER_VIEW (self));
  self->setting = TRUE;
  self->given = response != NULL && response->kind == BEARINGS_RESPONSE_ORDER;
  if (self->answer == BEARINGS_ANSWER_MULTIPLE)
    for (guint i = 0; i <= n_options (self); i++)
      bearings_choice_list_set_active (self->choices, i,
                                       bearings_sitting_state_is_chosen (self->item, response, i));
  else if (self->answer == BEARINGS_ANSWER_SINGLE)
    bearings_choice_list_set_chosen (self->choices,
                                     bearings_sitting_state_response_choice (self->item, response));
  else
    bearings_choice_list_set_chosen (
      self->choices,
      response != NULL && response->kind == BEARINGS_RESPONSE_DONT_KNOW ? 0 : G_MAXUINT);
  if (self->given)
    bearings_order_list_set_order (self->order, (const char *const *) response->options);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), typed) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  gtk_widget_set_visible (self->keep_button,
                          self->answer == BEARINGS_ANSWER_ORDERING && !self->given);
  self->setting = FALSE;
}

char *
bearings_answer_view_get_response (BearingsAnswerView *self)
{
  g_auto (GStrv) order = NULL;
  g_autofree char *ids = NULL;

  g_return_val_if_fail (BEARINGS_IS_ANSWER_VIEW (self), NULL);
  if (self->item == NULL)
    return NULL;
  if (is_unknown (self))
    return g_strdup ("dont-know");
  switch (self->answer) {
  case BEARINGS_ANSWER_SINGLE:
    return bearings_sitting_state_choice_response (self->item,
                                                   bearings_choice_list_get_chosen (self->choices));
  case BEARINGS_ANSWER_MULTIPLE: {
    g_autoptr (GString) text = g_string_new ("options:");
    for (guint i = 0; i < n_options (self); i++)
      if (bearings_choice_list_get_active (self->choices, i))
        g_string_append_printf (text, "%s%s", text->str[text->len - 1] == ':' ? "" : ",",
                                ((BearingsItemOption *) self->item->options->pdata[i])->id);
    return g_strdup (text->str);
  }
  case BEARINGS_ANSWER_ORDERING:
    if (!self->given)
      return NULL;
    order = bearings_order_list_get_order (self->order);
    ids = g_strjoinv (",", order);
    return g_strconcat ("order:", ids, NULL);
  case BEARINGS_ANSWER_TYPED:
    return g_strconcat ("typed:", gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL);
  }
  return NULL;
}

void
bearings_answer_view_focus (BearingsAnswerView *self)
{
  g_return_if_fail (BEARINGS_IS_ANSWER_VIEW (self));
  if (self->answer == BEARINGS_ANSWER_ORDERING)
    bearings_order_list_focus (self->order);
  else if (self->answer == BEARINGS_ANSWER_TYPED)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    bearings_choice_list_focus (self->choices);
}

BearingsChoiceList *
bearings_answer_view_get_choices (BearingsAnswerView *self)
{
  g_return_val_if_fail (BEARINGS_IS_ANSWER_VIEW (self), NULL);
  return self->answer == BEARINGS_ANSWER_SINGLE || self->answer == BEARINGS_ANSWER_MULTIPLE
           ? self->choices
           : NULL;
}

void
bearings_answer_view_set_show_keys (BearingsAnswerView *self, gboolean show_keys)
{
  g_return_if_fail (BEARINGS_IS_ANSWER_VIEW (self));
  bearings_choice_list_set_show_keys (self->choices,
                                      show_keys && bearings_answer_view_get_choices (self) != NULL);
}
