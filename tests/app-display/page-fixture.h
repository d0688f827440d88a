/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page in a window of its own, on the catalogue as it is shipped. */
#pragma once

#include "bearings-page.h"
#include "widget-fixture.h"

typedef struct {
  char *directory;
  BearingsService *service;
  GtkWidget *window;
  GtkWidget *view; /* AdwNavigationView */
  GtkWidget *page;
} Fixture;

/* The service alone. */
void page_setup (Fixture *fixture, gconstpointer data);
void page_teardown (Fixture *fixture, gconstpointer data);
/* Shows the page and waits until it has loaded and come to rest. */
void page_show (Fixture *fixture, GtkWidget *page, int width);

/* Whether any label of the page says so, on the screen or further down. */
static inline gboolean
says (Fixture *fixture, const char *words)
{
  return holds_text (fixture->page, words);
}
