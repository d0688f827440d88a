/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay of one occupational group: each published amount, in a card. */
#pragma once

#include <gtk/gtk.h>

#include "bearings-claims.h"
#include "bearings-occupation.h"

G_BEGIN_DECLS

GtkWidget *bearings_pay_view_new (BearingsWage *wage, BearingsSource *source);

G_END_DECLS
