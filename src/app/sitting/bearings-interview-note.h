/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In an interview: what whoever asks does with the item on the screen. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-sitting.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_INTERVIEW_NOTE (bearings_interview_note_get_type ())
G_DECLARE_FINAL_TYPE (BearingsInterviewNote,
                      bearings_interview_note,
                      BEARINGS,
                      INTERVIEW_NOTE,
                      GtkBox)

/* Shows the advice for the item in an interview, nothing in any other sitting. */
void bearings_interview_note_set_item (BearingsInterviewNote *self,
                                       const BearingsSitting *sitting,
                                       const BearingsItem *item);

G_END_DECLS
