/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures in a part of a page are from. */

#include "bearings-figure-context.h"

#include <glib/gi18n-lib.h>

#include "bearings-format.h"
#include "bearings-open.h"
#include "bearings-words.h"

#define CONTEXT "bearings-figure-context"
#define OPENER "bearings-figure-opener"

typedef struct {
  BearingsSource *source;
  BearingsRecordKind kind;
  char *id;
  char *computation;
  char *origin;
} Context;

G_DEFINE_INTERFACE (BearingsFigureHolder, bearings_figure_holder, GTK_TYPE_WIDGET)

static void
bearings_figure_holder_default_init (BearingsFigureHolderInterface *iface)
{
}

static void
context_free (gpointer data)
{
  Context *context = data;

  g_clear_pointer (&context->source, bearings_record_unref);
  g_free (context->id);
  g_free (context->computation);
  g_free (context->origin);
  g_free (context);
}

static Context *
context_new (GtkWidget *widget)
{
  Context *context = g_new0 (Context, 1);

  g_object_set_data_full (G_OBJECT (widget), CONTEXT, context, context_free);
  return context;
}

static const Context *
find_context (GtkWidget *widget)
{
  const Context *context = NULL;

  for (; widget != NULL && context == NULL; widget = gtk_widget_get_parent (widget))
    context = g_object_get_data (G_OBJECT (widget), CONTEXT);
  return context;
}

void
bearings_figure_context_set_source (GtkWidget *widget, BearingsSource *source)
{
  if (source != NULL)
    context_new (widget)->source = bearings_record_ref (source);
  else
    g_object_set_data (G_OBJECT (widget), CONTEXT, NULL);
}

void
bearings_figure_context_set_record (GtkWidget *widget, BearingsRecordKind kind, const char *id)
{
  Context *context = context_new (widget);

  context->kind = kind;
  context->id = g_strdup (id);
}

void
bearings_figure_context_set_computation (GtkWidget *widget, const char *words)
{
  context_new (widget)->computation = g_strdup (words);
}

void
bearings_figure_context_set_origin (GtkWidget *widget, const char *words)
{
  context_new (widget)->origin = g_strdup (words);
}

void
bearings_figure_context_set_opener (GtkWidget *root, BearingsFigureOpener opener)
{
  g_object_set_data (G_OBJECT (root), OPENER, opener);
}

static void
open_figure (GtkWidget *widget, const char *text, const Context *context)
{
  BearingsFigureOpener opener = NULL;

  for (GtkWidget *at = widget; at != NULL && opener == NULL; at = gtk_widget_get_parent (at))
    opener = g_object_get_data (G_OBJECT (at), OPENER);
  g_return_if_fail (opener != NULL);
  opener (widget, text, context->computation, context->origin, context->source);
}

char *
bearings_figure_context_describe (GtkWidget *widget)
{
  const Context *context = find_context (widget);

  if (context == NULL)
    return NULL;
  if (context->computation != NULL)
    /* Translators: how a number on the page was made. */
    return g_strdup_printf (_ ("Computed: %s"), context->computation);
  if (context->origin != NULL)
    return g_strdup (context->origin);
  if (context->source != NULL) {
    g_autofree char *reference = bearings_format_source_short (context->source);
    return g_strdup_printf (_ ("Source: %s"), reference);
  }
  /* Translators: a kind of record, such as "Claim". */
  return g_strdup_printf (_ ("Stands in the record of kind “%s”"),
                          bearings_words_record_kind_title (context->kind));
}

gboolean
bearings_figure_context_open (GtkWidget *widget, const char *text)
{
  const Context *context = find_context (widget);

  if (context == NULL)
    return FALSE;
  if (context->id != NULL)
    bearings_open (widget, context->kind, context->id, NULL);
  else
    open_figure (widget, text, context);
  return TRUE;
}

char *
bearings_figure_holder_describe (BearingsFigureHolder *self)
{
  BearingsFigureHolderInterface *iface = BEARINGS_FIGURE_HOLDER_GET_IFACE (self);

  if (iface->describe != NULL)
    return iface->describe (self);
  return bearings_figure_context_describe (GTK_WIDGET (self));
}
