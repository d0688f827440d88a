/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A labelled group of full-width choices, of which one or several may be chosen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BearingsChoiceList:
 *
 * Signal "chosen" (guint): the person chose, or with several at once chose or left out; not emitted
 * for what the program sets.
 */
#define BEARINGS_TYPE_CHOICE_LIST (bearings_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (BearingsChoiceList, bearings_choice_list, BEARINGS, CHOICE_LIST, GtkBox)

GtkWidget *bearings_choice_list_new (void);
/* @texts are shown as they are. @n_quiet: so many at the end stand back ("I don't know"). */
void bearings_choice_list_set_choices (BearingsChoiceList *self,
                                       const char *const *texts,
                                       guint n_quiet,
                                       gboolean monospaced);
guint bearings_choice_list_get_n_choices (BearingsChoiceList *self);
/* Several may be chosen; call it before bearings_choice_list_set_choices(). */
void bearings_choice_list_set_multiple (BearingsChoiceList *self, gboolean multiple);
void bearings_choice_list_set_active (BearingsChoiceList *self, guint choice, gboolean active);
gboolean bearings_choice_list_get_active (BearingsChoiceList *self, guint choice);
/* G_MAXUINT: none. */
void bearings_choice_list_set_chosen (BearingsChoiceList *self, guint chosen);
guint bearings_choice_list_get_chosen (BearingsChoiceList *self);
/* As if the person had clicked it. */
void bearings_choice_list_choose (BearingsChoiceList *self, guint choice);
/* The chosen one, or the first. */
void bearings_choice_list_focus (BearingsChoiceList *self);
/* Whether the number key of each choice is shown beside it. */
void bearings_choice_list_set_show_keys (BearingsChoiceList *self, gboolean show_keys);

G_END_DECLS
