/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the window: header bar, and one of loading, error or content. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/*
 * Every page derives from this class. It is built with the property "service", its own template
 * sets "content", and load() is called once when the page is first shown. A page begins to load
 * with bearings_page_begin(), hands the cancellable to the service, and ends with
 * bearings_page_show_content() or bearings_page_show_error(). The spinner comes after half a
 * second only. A page that begins with its own heading sets "has-heading", so that the title bar
 * does not say it twice.
 */
#define BEARINGS_TYPE_PAGE (bearings_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BearingsPage, bearings_page, BEARINGS, PAGE, AdwNavigationPage)

/**
 * BearingsPageClass:
 * @load: asks the service for what the page shows
 * @search: Ctrl+F: moves to the page's own search; %FALSE when it has none
 * @back: Alt+Left: goes back within the page; %FALSE when the page itself is to be left
 * @forward: Alt+Right: goes forward within the page; %FALSE when there is nowhere to go in it
 */
struct _BearingsPageClass {
  AdwNavigationPageClass parent_class;

  void (*load) (BearingsPage *self);
  gboolean (*search) (BearingsPage *self);
  gboolean (*back) (BearingsPage *self);
  gboolean (*forward) (BearingsPage *self);
};

BearingsService *bearings_page_get_service (BearingsPage *self);
AdwHeaderBar *bearings_page_get_header_bar (BearingsPage *self);
void bearings_page_set_content (BearingsPage *self, GtkWidget *content);

/* The page has two readings: its header bar gets the switch between them, which is the window's. */
void bearings_page_offer_readings (BearingsPage *self);

/* Starts loading and cancels what was under way. The cancellable is the page's. */
GCancellable *bearings_page_begin (BearingsPage *self);
void bearings_page_show_content (BearingsPage *self);
/* A full status page for the error; nothing for a cancelled operation. */
void bearings_page_show_error (BearingsPage *self, const GError *error);
void bearings_page_reload (BearingsPage *self);
gboolean bearings_page_search (BearingsPage *self);
gboolean bearings_page_back (BearingsPage *self);
gboolean bearings_page_forward (BearingsPage *self);

G_END_DECLS
