/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a preview: from whom, what, which pages, which results, what was found. */
#pragma once

#include <adwaita.h>

#include "bearings-service-packs.h"

G_BEGIN_DECLS

/* The action that a file without a signature offers; the page has it. */
#define BEARINGS_CHOOSE_SIGNATURE "import.choose-signature"

/* Appends the sections to @box. @downgrade: takes the AdwSwitchRow that asks whether an older
 * version may take the place of a newer one; NULL where that is no question. */
void bearings_preview_sections_fill (GtkBox *box,
                                     BearingsService *service,
                                     GFile *file,
                                     const char *name,
                                     BearingsPreview *preview,
                                     GtkWidget **downgrade);

G_END_DECLS
