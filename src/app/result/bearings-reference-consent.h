/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks whether the answers may join the centre's own sample. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* A section with one switch, off until the person turns it on. @joined: whether it was. */
GtkWidget *
bearings_reference_consent_new (BearingsService *service, const char *sitting_id, gboolean joined);

G_END_DECLS
