/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of rows and small parts that pages are made of. */
#pragma once

#include <adwaita.h>

#include "bearings-record.h"

G_BEGIN_DECLS

/* A boxed list without selection. */
GtkWidget *bearings_rows_boxed_list_new (void);
/* A row (AdwActionRow or AdwExpanderRow) whose texts are plain, not markup. */
GtkWidget *bearings_rows_plain_new (GType type, const char *title, const char *subtitle);
/* A name and its value; NULL: "not stated by the source". A value with figures opens where they are
 * from, another one can be selected. */
GtkWidget *bearings_rows_property_new (const char *name, const char *value);
/* Opens a record; @subtitle may be NULL. */
GtkWidget *bearings_rows_link_new (const char *title,
                                   const char *subtitle,
                                   BearingsRecordKind kind,
                                   const char *id,
                                   const char *second_id);
/* A text to copy, such as a reference. */
GtkWidget *bearings_rows_copy_new (const char *name, const char *text);
/* Opens the citation of a claim or a source in the formats of other programs. */
GtkWidget *bearings_rows_cite_new (BearingsRecordKind kind, const char *id);
/* A paragraph that wraps; its figures are links to where they are from. */
GtkWidget *bearings_rows_paragraph_new (const char *text);
/* A small word on a tinted ground; @css_class may be NULL. */
GtkWidget *bearings_rows_chip_new (const char *text, const char *css_class);
/* How near a piece of evidence is, as a chip. */
GtkWidget *bearings_rows_directness_chip_new (BearingsDirectness directness);

/* Shows the first @shown rows and a row that shows the rest. */
typedef GtkWidget *(*BearingsRowFunc) (gpointer item, gpointer user_data);
/**
 * bearings_rows_fill_list:
 * @items: what the rows stand for; kept until the list is destroyed
 * @shown: rows made at once; the others are made when somebody asks for them
 */
void bearings_rows_fill_list (GtkListBox *list,
                              GPtrArray *items,
                              guint shown,
                              BearingsRowFunc func,
                              gpointer user_data,
                              GDestroyNotify free_user_data);

G_END_DECLS
