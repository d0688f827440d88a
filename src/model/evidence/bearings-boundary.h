/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose definition holds where, and which claims cross from one to another. */
#pragma once

#include "bearings-claims.h"

G_BEGIN_DECLS

/* Whose definition of the career a page of that kind uses: a role is what employers call so, an
 * occupation what a public office counts. 0 for other kinds. */
BearingsBoundary bearings_boundary_of_career (BearingsRecordKind kind);

/* A bit for a boundary in a set. */
#define BEARINGS_BOUNDARY_BIT(boundary) (1u << (boundary))

/* The boundaries the claim is carried over to: those of the pages its lines of directness put it
 * on, without its own. A line that names a skill only puts it on pages of both kinds. */
guint bearings_boundary_claim_crossings (const BearingsClaim *claim);
/* Whether it is carried over on a page with that boundary. */
gboolean bearings_boundary_claim_crosses (const BearingsClaim *claim, BearingsBoundary page);
/* "Academic finding on a page about employers' titles: NOTE"; NULL when nothing is crossed. A note
 * that is not on record is said to be missing. */
char *bearings_boundary_claim_crossing_text (const BearingsClaim *claim, BearingsBoundary page);

/* A boundary and the definitions that stand within it; none is a legal state, and shown. */
typedef struct {
  BearingsBoundary boundary;
  GPtrArray *definitions; /* BearingsDefinition, newest first; unowned */
} BearingsBoundaryShelf;
void bearings_boundary_shelf_free (BearingsBoundaryShelf *shelf);

typedef enum {
  BEARINGS_DEFINED_ROLE = 1, /* the role or occupation asked about */
  BEARINGS_DEFINED_SKILL,    /* the skill asked about */
  BEARINGS_DEFINED_OTHER,    /* an outcome, a method, a legal term */
} BearingsDefined;
/* What a definition is of, by the fields that are set. */
BearingsDefined bearings_boundary_definition_defines (const BearingsDefinition *definition);

/* The three boundaries in order with what @definitions say of one thing, empty ones too. */
GPtrArray *bearings_boundary_shelves (GPtrArray *definitions, BearingsDefined of);

G_END_DECLS
