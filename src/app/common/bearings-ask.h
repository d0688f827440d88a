/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the service on behalf of a page, a dialog or another object, which may go meanwhile. */
#pragma once

#include "bearings-page.h"
#include "bearings-service-ask.h"

G_BEGIN_DECLS

/* @answer: (transfer full): what the job returned; NULL beside an error */
typedef void (*BearingsAnsweredFunc) (gpointer owner, gpointer answer, const GError *error);

/**
 * bearings_ask:
 * @owner: a GObject; once it is gone nobody is answered, but what was to be changed is changed
 * @data: (transfer full): for @job
 * @cancellable: (nullable):
 * @answered: (nullable): called unless the job was cancelled
 */
void bearings_ask (gpointer owner,
                   BearingsService *service,
                   const BearingsJob *job,
                   gpointer data,
                   GCancellable *cancellable,
                   BearingsAnsweredFunc answered);

typedef void (*BearingsShowFunc) (gpointer page, gpointer answer);

/**
 * bearings_ask_for_page:
 * @show: fills the page with the answer, (transfer full), which may be NULL where the job says so
 *
 * Loads a page: its spinner meanwhile, its status page for an error. What the page loads later
 * overtakes it.
 */
void bearings_ask_for_page (BearingsPage *page,
                            const BearingsJob *job,
                            gpointer data,
                            BearingsShowFunc show);

G_END_DECLS
