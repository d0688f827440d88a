/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that unfold to their answers, each with the claim it was made from. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-questions.h"

G_BEGIN_DECLS

/* NULL when there is nothing to ask. @questions is kept. @here: id of the claim whose page it is,
 * or NULL: its answers lead on to its trace. */
GtkWidget *bearings_questions_view_new (GPtrArray *questions, const char *here);

G_END_DECLS
