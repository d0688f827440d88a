/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures in a part of a page are from. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-claims.h"

G_BEGIN_DECLS

/*
 * A part of a page says once where the figures in its words are from; each text and row inside it
 * asks its nearest ancestor that has said so. A figure is from a source, stands in a record that
 * leads to one, or was computed here, and then the words say from what.
 */
void bearings_figure_context_set_source (GtkWidget *widget, BearingsSource *source);
void
bearings_figure_context_set_record (GtkWidget *widget, BearingsRecordKind kind, const char *id);
void bearings_figure_context_set_computation (GtkWidget *widget, const char *words);
/* Who states it, where there is no record of a source: a person, a page, a popular saying. */
void bearings_figure_context_set_origin (GtkWidget *widget, const char *words);

/* How a window shows where a figure is from that stands in no record: @text with its @computation,
 * its @origin in words or its @source, any of which may be NULL. A window says so once; the dialog
 * itself holds figures, so that they cannot know it. */
typedef void (*BearingsFigureOpener) (GtkWidget *from,
                                      const char *text,
                                      const char *computation,
                                      const char *origin,
                                      BearingsSource *source);
void bearings_figure_context_set_opener (GtkWidget *root, BearingsFigureOpener opener);

/* "Source: Noy and Zhang (2023)", "Computed: …"; NULL when nobody has said. */
char *bearings_figure_context_describe (GtkWidget *widget);
/* Shows where a figure of @text is from; FALSE when nobody has said. */
gboolean bearings_figure_context_open (GtkWidget *widget, const char *text);

/**
 * BearingsFigureHolder:
 * @describe: where the figures it shows are from, in words; NULL when that is not known
 *
 * Every widget that shows digits which are figures: activating it opens where they are from.
 */
#define BEARINGS_TYPE_FIGURE_HOLDER (bearings_figure_holder_get_type ())
G_DECLARE_INTERFACE (BearingsFigureHolder,
                     bearings_figure_holder,
                     BEARINGS,
                     FIGURE_HOLDER,
                     GtkWidget)
struct _BearingsFigureHolderInterface {
  GTypeInterface parent_iface;

  char *(*describe) (BearingsFigureHolder *self);
};
/* The nearest context's words, unless the widget has its own. */
char *bearings_figure_holder_describe (BearingsFigureHolder *self);

G_END_DECLS
