/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks a screen and finds digits that are figures and open nothing. */
#pragma once

#include "bearings-window.h"
#include "widget-fixture.h"

typedef struct {
  char *directory;
  BearingsService *service;
  AdwApplication *application;
  BearingsWindow *window;
  GRegex *reviewed;     /* digits that are no figures */
  GPtrArray *in_pages;  /* Reviewed: what holds on one page only */
  GHashTable *findings; /* what is wrong, in words */
  guint n_texts, n_held, n_accessible;
} DigitsFixture;

void digits_setup (DigitsFixture *fixture, gconstpointer data);
void digits_teardown (DigitsFixture *fixture, gconstpointer data);

/* Every text of @widget and of what is in it, those for a screen reader included. @page: what the
 * screen is called. */
void digits_walk (DigitsFixture *fixture, GtkWidget *widget, const char *page);
/* The same for the page on screen, once it has loaded and its rows are unfolded. */
void digits_look (DigitsFixture *fixture, const char *name);
/* The same for the dialog on screen, which is closed afterwards; fails when there is none. */
void digits_look_at_dialog (DigitsFixture *fixture, const char *name);
/* Opens a record, looks, and goes back. */
void digits_open_page (DigitsFixture *fixture,
                       BearingsRecordKind kind,
                       const char *id,
                       const char *second_id);
/* Prints what was found and fails when there is anything. */
void digits_assert_none (DigitsFixture *fixture);
/* Whether a widget of that class was walked, by any test of the program. */
gboolean digits_has_walked (const char *class_name);

/* Clicks the button of that label anywhere in the window, once it has come to rest; FALSE when
 * there is none that takes a press. */
gboolean digits_click (DigitsFixture *fixture, const char *label);
/* Chooses the first option of a question. */
void digits_choose (DigitsFixture *fixture);

/* test-digits-dialogs.c */
void digits_add_dialogs (void);
