/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A labelled group of full-width choices, of which one or several may be chosen. */

#include "bearings-choice-list.h"

#define LEFT_TO_RIGHT_MARK "\342\200\216"

struct _BearingsChoiceList {
  GtkBox parent_instance;

  GPtrArray *buttons; /* GtkCheckButton, in order */
  GPtrArray *keys;    /* GtkLabel: the number key of each */
  gboolean show_keys;
  gboolean multiple;
  gboolean setting; /* the program chooses, not the person */
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsChoiceList, bearings_choice_list, GTK_TYPE_BOX)

static void
on_toggled (BearingsChoiceList *self, GtkCheckButton *button)
{
  guint index;

  if (!self->setting && (self->multiple || gtk_check_button_get_active (button)) &&
      g_ptr_array_find (self->buttons, button, &index))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, index);
}

/* "2 + 3" has no letters to tell its direction by; without a mark it would be read backwards where
 * the language runs from right to left. */
static char *
with_direction (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return g_strdup (text);
  return g_strconcat (LEFT_TO_RIGHT_MARK, text, LEFT_TO_RIGHT_MARK, NULL);
}

static void
add_choice (BearingsChoiceList *self,
            const char *text,
            guint n,
            gboolean quiet,
            gboolean monospaced)
{
  GtkWidget *button =
    g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role",
                  self->multiple ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *directed = with_direction (text);
  GtkWidget *label = gtk_label_new (directed);
  guint position = self->buttons->len + 1;
  g_autofree char *digit = g_strdup_printf ("%u", position);
  GtkWidget *key = gtk_label_new (digit);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (monospaced)
    gtk_widget_add_css_class (label, "monospace");
  if (quiet)
    gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (key, "keycap-hint");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (key, self->show_keys && position < 10);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), key);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "choice");
  if (self->buttons->len > 0 && !self->multiple)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons->pdata[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) position, GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->keys, key);
  gtk_box_append (GTK_BOX (self), button);
}

static void
bearings_choice_list_finalize (GObject *object)
{
  BearingsChoiceList *self = BEARINGS_CHOICE_LIST (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->keys);
  G_OBJECT_CLASS (bearings_choice_list_parent_class)->finalize (object);
}

static void
bearings_choice_list_class_init (BearingsChoiceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_choice_list_finalize;
  gtk_widget_class_set_css_name (widget_class, "choices");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bearings_choice_list_init (BearingsChoiceList *self)
{
  self->buttons = g_ptr_array_new ();
  self->keys = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bearings_choice_list_new (void)
{
  return g_object_new (BEARINGS_TYPE_CHOICE_LIST, NULL);
}

void
bearings_choice_list_set_choices (BearingsChoiceList *self,
                                  const char *const *texts,
                                  guint n_quiet,
                                  gboolean monospaced)
{
  guint n = g_strv_length ((char **) texts);

  g_return_if_fail (BEARINGS_IS_CHOICE_LIST (self));
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_box_remove (GTK_BOX (self), self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < n; i++)
    add_choice (self, texts[i], n, i + n_quiet >= n, monospaced && i + n_quiet < n);
}

guint
bearings_choice_list_get_n_choices (BearingsChoiceList *self)
{
  g_return_val_if_fail (BEARINGS_IS_CHOICE_LIST (self), 0);
  return self->buttons->len;
}

void
bearings_choice_list_set_multiple (BearingsChoiceList *self, gboolean multiple)
{
  g_return_if_fail (BEARINGS_IS_CHOICE_LIST (self));
  self->multiple = multiple;
}

void
bearings_choice_list_set_active (BearingsChoiceList *self, guint choice, gboolean active)
{
  g_return_if_fail (BEARINGS_IS_CHOICE_LIST (self));
  g_return_if_fail (choice < self->buttons->len);
  self->setting = TRUE;
  gtk_check_button_set_active (self->buttons->pdata[choice], active);
  self->setting = FALSE;
}

gboolean
bearings_choice_list_get_active (BearingsChoiceList *self, guint choice)
{
  g_return_val_if_fail (BEARINGS_IS_CHOICE_LIST (self), FALSE);
  return choice < self->buttons->len && gtk_check_button_get_active (self->buttons->pdata[choice]);
}

void
bearings_choice_list_set_chosen (BearingsChoiceList *self, guint chosen)
{
  g_return_if_fail (BEARINGS_IS_CHOICE_LIST (self));
  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (self->buttons->pdata[i], i == chosen);
  self->setting = FALSE;
}

guint
bearings_choice_list_get_chosen (BearingsChoiceList *self)
{
  g_return_val_if_fail (BEARINGS_IS_CHOICE_LIST (self), G_MAXUINT);
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      return i;
  return G_MAXUINT;
}

void
bearings_choice_list_choose (BearingsChoiceList *self, guint choice)
{
  g_return_if_fail (BEARINGS_IS_CHOICE_LIST (self));
  if (choice >= self->buttons->len)
    return;
  gtk_widget_grab_focus (self->buttons->pdata[choice]);
  gtk_check_button_set_active (self->buttons->pdata[choice],
                               !self->multiple ||
                                 !gtk_check_button_get_active (self->buttons->pdata[choice]));
}

void
bearings_choice_list_focus (BearingsChoiceList *self)
{
  guint chosen = bearings_choice_list_get_chosen (self);

  if (self->buttons->len > 0)
    gtk_widget_grab_focus (self->buttons->pdata[chosen == G_MAXUINT ? 0 : chosen]);
}

void
bearings_choice_list_set_show_keys (BearingsChoiceList *self, gboolean show_keys)
{
  g_return_if_fail (BEARINGS_IS_CHOICE_LIST (self));
  self->show_keys = show_keys;
  for (guint i = 0; i < self->keys->len; i++)
    gtk_widget_set_visible (self->keys->pdata[i], show_keys && i < 9);
}
