/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose definition holds where, and which claims cross from one to another. */

#include "bearings-boundary.h"

#include <glib/gi18n-lib.h>

#include "bearings-words.h"

BearingsBoundary
bearings_boundary_of_career (BearingsRecordKind kind)
{
  if (kind == BEARINGS_RECORD_ROLE)
    return BEARINGS_BOUNDARY_EMPLOYER;
  if (kind == BEARINGS_RECORD_OCCUPATION)
    return BEARINGS_BOUNDARY_REGULATORY;
  return 0;
}

guint
bearings_boundary_claim_crossings (const BearingsClaim *claim)
{
  const guint role = BEARINGS_BOUNDARY_BIT (bearings_boundary_of_career (BEARINGS_RECORD_ROLE));
  const guint occupation =
    BEARINGS_BOUNDARY_BIT (bearings_boundary_of_career (BEARINGS_RECORD_OCCUPATION));
  guint pages = 0;

  if (claim->boundary == 0)
    return 0;
  for (guint i = 0; i < claim->directness->len; i++) {
    const BearingsClaimDirectness *row = claim->directness->pdata[i];

    if (row->role != NULL)
      pages |= role;
    if (row->occupation != NULL)
      pages |= occupation;
    if (row->role == NULL && row->occupation == NULL)
      pages |= role | occupation;
  }
  return pages & ~BEARINGS_BOUNDARY_BIT (claim->boundary);
}

gboolean
bearings_boundary_claim_crosses (const BearingsClaim *claim, BearingsBoundary page)
{
  return claim->boundary != 0 && page != 0 && claim->boundary != (int) page;
}

char *
bearings_boundary_claim_crossing_text (const BearingsClaim *claim, BearingsBoundary page)
{
  const char *note = claim->boundary_note;

  if (!bearings_boundary_claim_crosses (claim, page))
    return NULL;
  if (note == NULL)
    /* Translators: in the place of a note on what changes between two definitions. */
    note = _ ("what changes is not on record.");
  /* Translators: whose definition a finding uses, whose the page uses, and what changes. */
  return g_strdup_printf (_ ("%s → %s: %s"), bearings_words_boundary_title (claim->boundary),
                          bearings_words_boundary_title (page), note);
}

void
bearings_boundary_shelf_free (BearingsBoundaryShelf *shelf)
{
  g_ptr_array_unref (shelf->definitions);
  g_free (shelf);
}

BearingsDefined
bearings_boundary_definition_defines (const BearingsDefinition *definition)
{
  if (definition->role != NULL)
    return BEARINGS_DEFINED_ROLE;
  return definition->skill != NULL ? BEARINGS_DEFINED_SKILL : BEARINGS_DEFINED_OTHER;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const BearingsDefinition *x = *(BearingsDefinition *const *) a;
  const BearingsDefinition *y = *(BearingsDefinition *const *) b;
  int order = g_strcmp0 (y->date, x->date);

  return order != 0 ? order : g_strcmp0 (x->record.id, y->record.id);
}

GPtrArray *
bearings_boundary_shelves (GPtrArray *definitions, BearingsDefined of)
{
  GPtrArray *shelves =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_boundary_shelf_free);

  for (int boundary = BEARINGS_BOUNDARY_REGULATORY; boundary <= BEARINGS_BOUNDARY_ACADEMIC;
       boundary++) {
    BearingsBoundaryShelf *shelf = g_new0 (BearingsBoundaryShelf, 1);

    shelf->boundary = boundary;
    shelf->definitions = g_ptr_array_new ();
    for (guint i = 0; i < definitions->len; i++) {
      BearingsDefinition *definition = definitions->pdata[i];
      if (definition->boundary == boundary &&
          bearings_boundary_definition_defines (definition) == of)
        g_ptr_array_add (shelf->definitions, definition);
    }
    g_ptr_array_sort (shelf->definitions, compare_dates);
    g_ptr_array_add (shelves, shelf);
  }
  return shelves;
}
