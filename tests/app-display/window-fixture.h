/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the catalogue as it is shipped, and what a reader sees in it. */
#pragma once

#include "bearings-page.h"
#include "open-window.h"

typedef struct {
  char *directory;
  BearingsService *service;
  AdwApplication *application;
  BearingsWindow *window;
} Fixture;

/* @data: how many times the ordinary size text has. */
void setup (Fixture *fixture, gconstpointer data);
void teardown (Fixture *fixture, gconstpointer data);

static inline GtkWidget *
page (Fixture *fixture)
{
  return GTK_WIDGET (bearings_window_get_visible_page (fixture->window));
}

/* Waits until the page on screen, whichever it then is, says @words. */
void assert_says (Fixture *fixture, const char *words);
/* It does not say them now. */
void assert_does_not_say (Fixture *fixture, const char *words);
