/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of which there are two readings. */

#include "bearings-reading-text.h"

struct _BearingsReadingText {
  GtkWidget parent_instance;

  GtkWidget *label;
  char *plain, *technical;
  GtkRoot *window; /* not owned: only while it is rooted there */
  gulong following;
};

G_DEFINE_FINAL_TYPE (BearingsReadingText, bearings_reading_text, GTK_TYPE_WIDGET)

static void
show (BearingsReadingText *self)
{
  gboolean technical = FALSE;
  const char *text;

  if (self->window != NULL)
    g_object_get (self->window, BEARINGS_TECHNICAL_READING, &technical, NULL);
  text = technical ? self->technical : self->plain;
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
}

static void
bearings_reading_text_root (GtkWidget *widget)
{
  BearingsReadingText *self = BEARINGS_READING_TEXT (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (bearings_reading_text_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), BEARINGS_TECHNICAL_READING) == NULL)
    return;
  self->window = root;
  self->following =
    g_signal_connect_swapped (root, "notify::" BEARINGS_TECHNICAL_READING, G_CALLBACK (show), self);
  show (self);
}

static void
bearings_reading_text_unroot (GtkWidget *widget)
{
  BearingsReadingText *self = BEARINGS_READING_TEXT (widget);

  if (self->window != NULL)
    g_signal_handler_disconnect (self->window, self->following);
  self->window = NULL;
  GTK_WIDGET_CLASS (bearings_reading_text_parent_class)->unroot (widget);
}

static void
bearings_reading_text_dispose (GObject *object)
{
  g_clear_pointer (&BEARINGS_READING_TEXT (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (bearings_reading_text_parent_class)->dispose (object);
}

static void
bearings_reading_text_finalize (GObject *object)
{
  BearingsReadingText *self = BEARINGS_READING_TEXT (object);

  g_free (self->plain);
  g_free (self->technical);
  G_OBJECT_CLASS (bearings_reading_text_parent_class)->finalize (object);
}

static void
bearings_reading_text_class_init (BearingsReadingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_reading_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_reading_text_finalize;
  widget_class->root = bearings_reading_text_root;
  widget_class->unroot = bearings_reading_text_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bearings_reading_text_init (BearingsReadingText *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bearings_reading_text_new (void)
{
  return g_object_new (BEARINGS_TYPE_READING_TEXT, NULL);
}

void
bearings_reading_text_set (BearingsReadingText *self, const char *plain, const char *technical)
{
  g_return_if_fail (BEARINGS_IS_READING_TEXT (self));
  g_set_str (&self->plain, plain);
  g_set_str (&self->technical, technical);
  show (self);
}

const char *
bearings_reading_text_get (BearingsReadingText *self)
{
  g_return_val_if_fail (BEARINGS_IS_READING_TEXT (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->label));
}
