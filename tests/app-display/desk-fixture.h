/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the small world, and what a person does with it. */
#pragma once

#include "app-fixture.h"
#include "open-window.h"

typedef struct {
  Fixture base;
  AdwApplication *application;
  BearingsWindow *window;
} Desk;

void desk_setup (Desk *desk, gconstpointer data);
void desk_teardown (Desk *desk, gconstpointer data);
#define DESK_ADD(name, func) g_test_add (name, Desk, NULL, desk_setup, func, desk_teardown)

static inline GtkWidget *
page (Desk *desk)
{
  return GTK_WIDGET (bearings_window_get_visible_page (desk->window));
}

typedef gboolean (*Condition) (Desk *desk, gconstpointer data);

/* Waits until the condition holds; @what: words for it, should it never. */
void wait_for (Desk *desk, Condition condition, gconstpointer data, const char *what);

/* Conditions. */
gboolean says (Desk *desk, gconstpointer words); /* the window, dialogs included */
gboolean says_not (Desk *desk, gconstpointer words);
gboolean offers (Desk *desk, gconstpointer label); /* a button that takes a press */
gboolean offers_no (Desk *desk, gconstpointer label);
gboolean has_row (Desk *desk, gconstpointer title); /* the page */
gboolean shows_type (Desk *desk, gconstpointer type);
gboolean asks (Desk *desk, gconstpointer data); /* a dialog is on top */
gboolean asks_nothing (Desk *desk, gconstpointer data);

#define WAIT_FOR_PAGE(desk, type) wait_for (desk, shows_type, (gconstpointer) (type), #type)

gboolean page_says (Desk *desk, const char *words);
AdwDialog *dialog (Desk *desk);
/* Wait until it is there, and do so. */
void click (Desk *desk, const char *label);
void activate (Desk *desk, const char *title);
void unfold (Desk *desk, const char *title);
/* What the dialog on top is answered, which is closed by it. */
void respond (Desk *desk, const char *response);
