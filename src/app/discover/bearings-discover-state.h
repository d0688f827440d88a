/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Discover page shows. Pure; no display needed. */
#pragma once

#include "bearings-screens.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_DISCOVER_LIST,
  BEARINGS_DISCOVER_NOTHING, /* a search found nothing */
  BEARINGS_DISCOVER_EMPTY,   /* no data is installed */
} BearingsDiscoverView;

/* What is searched for, trimmed; NULL when the list of all careers is meant. */
char *bearings_discover_state_words (const char *text);
BearingsDiscoverView bearings_discover_view (const char *words, guint n_found);
/* "1,022 careers", or "3 careers found for “machine”". */
char *bearings_discover_state_count (const char *words, guint n_found);
/* Second line of a row: the code, or the other title that matched; NULL for none. */
char *bearings_discover_state_subtitle (BearingsHit *hit);
/* Hits of one kind, in the order they came. */
GPtrArray *bearings_discover_state_of_kind (GPtrArray *hits, BearingsRecordKind kind);

G_END_DECLS
