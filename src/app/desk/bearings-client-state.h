/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words about who is at the desk: pure functions. */
#pragma once

#include <glib.h>

#include "bearings-entry.h"

G_BEGIN_DECLS

/**
 * BearingsClientTyped: what is to be made of a code that somebody types
 * @code: (nullable): the code, when it is one
 * @text: (nullable): what to say of it; %NULL while nothing is typed
 */
typedef struct {
  char *code;
  char *text;
  gboolean known; /* sittings may be kept under it already */
  gboolean wrong; /* the text says what is wrong */
} BearingsClientTyped;

/* @known: char *, the codes there are */
BearingsClientTyped *bearings_client_typed_new (const char *typed, const GPtrArray *known);
void bearings_client_typed_free (BearingsClientTyped *typed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsClientTyped, bearings_client_typed_free)

/* @sittings: BearingsSittingInfo. "2 results and 1 sitting that is not finished" */
char *bearings_client_state_kept_text (const GPtrArray *sittings);
/* Before a sitting: how long its answers stay. @code NULL: a guest's. */
char *bearings_client_state_keeping_text (const char *code);

G_END_DECLS
