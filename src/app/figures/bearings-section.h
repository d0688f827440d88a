/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a page: a heading, an explanation, and what follows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children are appended beneath the heading, from code or from a template. */
#define BEARINGS_TYPE_SECTION (bearings_section_get_type ())
G_DECLARE_FINAL_TYPE (BearingsSection, bearings_section, BEARINGS, SECTION, GtkBox)

GtkWidget *bearings_section_new (const char *title, const char *description);
void bearings_section_set_title (BearingsSection *self, const char *title);
/* NULL hides it. */
void bearings_section_set_description (BearingsSection *self, const char *description);
/* A widget at the end of the heading's line. */
void bearings_section_set_suffix (BearingsSection *self, GtkWidget *suffix);
void bearings_section_append (BearingsSection *self, GtkWidget *child);
/* Takes away everything but the heading. */
void bearings_section_clear (BearingsSection *self);

G_END_DECLS
