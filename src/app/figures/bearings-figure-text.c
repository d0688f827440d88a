/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words with figures in them: each figure is a link to where it is from. */

#include "bearings-figure-text.h"

#include "bearings-figure-spans.h"

#define LINKED "bearings-figure-links"

struct _BearingsFigureText {
  AdwBin parent_instance;

  char *text;
  GtkWidget *label;
};

enum {
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (BearingsFigureText,
                               bearings_figure_text,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (BEARINGS_TYPE_FIGURE_HOLDER, NULL))

static void
append_escaped (GString *markup, const char *text, gsize size)
{
  g_autofree char *part = g_markup_escape_text (text, (gssize) size);

  g_string_append (markup, part);
}

static char *
markup_of (const char *text)
{
  g_autoptr (GArray) spans = bearings_figure_spans (text);
  GString *markup = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++) {
    const BearingsSpan *span = &g_array_index (spans, BearingsSpan, i);

    append_escaped (markup, text + at, span->start - at);
    g_string_append_printf (markup, "<a href=\"figure:%u\">", i);
    append_escaped (markup, text + span->start, span->end - span->start);
    g_string_append (markup, "</a>");
    at = span->end;
  }
  append_escaped (markup, text + at, strlen (text) - at);
  return g_string_free_and_steal (markup);
}

static gboolean
on_activate_link (GtkLabel *label, const char *uri, gpointer data)
{
  bearings_figure_context_open (GTK_WIDGET (label), gtk_label_get_text (label));
  return TRUE;
}

static void
bearings_figure_text_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    g_value_set_string (value, BEARINGS_FIGURE_TEXT (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bearings_figure_text_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    bearings_figure_text_set_text (BEARINGS_FIGURE_TEXT (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bearings_figure_text_finalize (GObject *object)
{
  g_free (BEARINGS_FIGURE_TEXT (object)->text);
  G_OBJECT_CLASS (bearings_figure_text_parent_class)->finalize (object);
}

static void
bearings_figure_text_class_init (BearingsFigureTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bearings_figure_text_get_property;
  object_class->set_property = bearings_figure_text_set_property;
  object_class->finalize = bearings_figure_text_finalize;
  props[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figuretext");
}

static void
bearings_figure_text_init (BearingsFigureText *self)
{
  self->text = g_strdup ("");
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "xalign", 0.0f,
                              "use-markup", TRUE, NULL);
  adw_bin_set_child (ADW_BIN (self), self->label);
}

GtkWidget *
bearings_figure_text_new (const char *text)
{
  return g_object_new (BEARINGS_TYPE_FIGURE_TEXT, "text", text, NULL);
}

void
bearings_figure_text_set_text (BearingsFigureText *self, const char *text)
{
  g_return_if_fail (BEARINGS_IS_FIGURE_TEXT (self));
  if (!g_set_str (&self->text, text != NULL ? text : ""))
    return;
  bearings_figure_text_set_label (GTK_LABEL (self->label), self->text);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

const char *
bearings_figure_text_get_text (BearingsFigureText *self)
{
  g_return_val_if_fail (BEARINGS_IS_FIGURE_TEXT (self), NULL);
  return self->text;
}

void
bearings_figure_text_set_label (GtkLabel *label, const char *text)
{
  g_autofree char *markup = markup_of (text != NULL ? text : "");

  g_return_if_fail (GTK_IS_LABEL (label));
  if (!bearings_figure_text_is_linked (label)) {
    g_object_set_data (G_OBJECT (label), LINKED, GINT_TO_POINTER (TRUE));
    gtk_widget_add_css_class (GTK_WIDGET (label), "figures");
    g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link), NULL);
  }
  gtk_label_set_markup (label, markup);
}

gboolean
bearings_figure_text_is_linked (GtkLabel *label)
{
  return g_object_get_data (G_OBJECT (label), LINKED) != NULL;
}
