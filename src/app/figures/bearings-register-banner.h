/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quiet row: popular figures about this do not survive tracing. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @entries: BearingsRegisterEntry. NULL when there are none. */
GtkWidget *bearings_register_banner_new (GPtrArray *entries);

G_END_DECLS
