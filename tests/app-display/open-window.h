/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application's window, opened on a service and closed without a trace. */
#pragma once

#include "bearings-window.h"
#include "widget-fixture.h"

AdwApplication *application_new (void);
/* On screen, without animations. */
BearingsWindow *open_window (AdwApplication *application, BearingsService *service);
/* Waits until it and the page it shows are finalized: one that outlives its window would keep the
 * databases open. */
void close_window (BearingsWindow *window);
