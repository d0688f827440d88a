/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key means on a question, by where the focus is. */

#include "bearings-sitting-keys.h"

#include "bearings-code-block.h"

static gboolean
is_within (GtkWidget *focus, GType type)
{
  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
is_writing (GtkWidget *focus)
{
  return focus != NULL &&
         ((GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))) ||
          (GTK_IS_EDITABLE (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus))));
}

/* The list of choices that keys speak to: the one with the focus, else the question's. */
static BearingsChoiceList *
choices_of (BearingsAnswerView *question, GtkWidget *focus)
{
  if (is_within (focus, BEARINGS_TYPE_CHOICE_LIST))
    return BEARINGS_CHOICE_LIST (gtk_widget_get_ancestor (focus, BEARINGS_TYPE_CHOICE_LIST));
  return gtk_widget_get_visible (GTK_WIDGET (question))
           ? bearings_answer_view_get_choices (question)
           : NULL;
}

gboolean
bearings_sitting_keys_choose (BearingsAnswerView *question, GtkWidget *focus, guint keyval)
{
  BearingsChoiceList *list = choices_of (question, focus);
  guint choice = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? keyval - GDK_KEY_KP_1
                 : keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9     ? keyval - GDK_KEY_1
                                                                  : G_MAXUINT;

  if (list == NULL || is_writing (focus) || choice >= bearings_choice_list_get_n_choices (list))
    return FALSE;
  bearings_choice_list_choose (list, choice);
  return TRUE;
}

gboolean
bearings_sitting_keys_step (GtkWidget *focus, guint keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;
  return focus == NULL || is_within (focus, BEARINGS_TYPE_CHOICE_LIST) ||
         is_within (focus, BEARINGS_TYPE_CODE_BLOCK) ||
         (GTK_IS_TEXT (focus) && is_within (focus, BEARINGS_TYPE_ANSWER_VIEW));
}
