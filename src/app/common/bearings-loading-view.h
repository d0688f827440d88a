/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a dialog or page that is filled when the service has answered. */
#pragma once

#include "bearings-ask.h"

G_BEGIN_DECLS

/* Empty at first; a spinner when the answer takes long; then what is made of the answer, or a
 * status page that says why there is none. */
#define BEARINGS_TYPE_LOADING_VIEW (bearings_loading_view_get_type ())
G_DECLARE_FINAL_TYPE (BearingsLoadingView, bearings_loading_view, BEARINGS, LOADING_VIEW, AdwBin)

/* @answer: (transfer full); returns what is shown, or NULL for nothing */
typedef GtkWidget *(*BearingsMakeFunc) (gpointer answer, gpointer user_data);

GtkWidget *bearings_loading_view_new (void);
/* @user_data: of @make; freed with @destroy once it is made, or when nothing will be */
void bearings_loading_view_ask (BearingsLoadingView *self,
                                BearingsService *service,
                                const BearingsJob *job,
                                gpointer data,
                                BearingsMakeFunc make,
                                gpointer user_data,
                                GDestroyNotify destroy);

G_END_DECLS
