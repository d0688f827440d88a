/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogue.db: the source data of the installed packs. */
#pragma once

#include "bearings-occupation.h"
#include "bearings-reach.h"
#include "bearings-screens.h"
#include "bearings-store-error.h"

G_BEGIN_DECLS

/* Asked now and then while a statement runs, in its thread; TRUE makes it fail. */
typedef gboolean (*BearingsStopFunc) (gpointer data);

/* One connection; for one thread at a time. */
#define BEARINGS_TYPE_CATALOGUE (bearings_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCatalogue, bearings_catalogue, BEARINGS, CATALOGUE, GObject)

typedef enum {
  BEARINGS_CATALOGUE_READ,   /* must exist; works in places that cannot be written, too */
  BEARINGS_CATALOGUE_WRITE,  /* must exist */
  BEARINGS_CATALOGUE_CREATE, /* made empty when absent */
  BEARINGS_CATALOGUE_TRY,    /* must exist; for changes that are taken back: they stay in memory */
} BearingsCatalogueMode;

/* A file that is damaged, newer or not ours is refused and left as it is. */
BearingsCatalogue *
bearings_catalogue_open (const char *path, BearingsCatalogueMode mode, GError **error);

/**
 * bearings_catalogue_install:
 * @from: a catalogue, as it was shipped
 * @path: the catalogue in use, made when absent
 *
 * Puts the contents of @from in the place of those of @path: whole or not at all, also while other
 * connections read. To be preferred to copying the file, which would leave the journal of the old
 * contents beside the new ones.
 */
gboolean bearings_catalogue_install (const char *from, const char *path, GError **error);

/*
 * Lists are GPtrArrays that own what they hold; NULL means an error. Records come in the order of
 * their position, if they have one, then of their id.
 */

/* NULL without an error when there is none. */
gpointer bearings_catalogue_get (BearingsCatalogue *self,
                                 BearingsRecordKind kind,
                                 const char *id,
                                 GError **error);
/* Id of the pack that the record came with; NULL without an error when there is none. */
char *bearings_catalogue_get_owner (BearingsCatalogue *self,
                                    BearingsRecordKind kind,
                                    const char *id,
                                    GError **error);
/* The records whose @field (a text or a reference, not a list) is @value; all when it is NULL. */
GPtrArray *bearings_catalogue_list (BearingsCatalogue *self,
                                    BearingsRecordKind kind,
                                    const char *field,
                                    const char *value,
                                    GError **error);

/* Ids of the families that a skill belongs to (bearings_reach_belongs()), char *. */
GPtrArray *bearings_catalogue_list_families_of (BearingsCatalogue *self,
                                                const BearingsSkill *skill,
                                                GError **error);
/* How many occupations list a tool, and how many list any; where the lists come from. */
typedef struct {
  guint n_listed, n_lists;
  char *source; /* NULL when nobody lists it */
} BearingsListing;
gboolean bearings_catalogue_count_listing (BearingsCatalogue *self,
                                           const char *skill,
                                           BearingsListing *listing,
                                           GError **error);
/* The claims that reach a page by bearings_reach_choose(), by id. */
GPtrArray *bearings_catalogue_list_claims_for (BearingsCatalogue *self,
                                               const BearingsReach *page,
                                               GError **error);
/* BearingsTraceHop of a claim or of a register entry, oldest first. */
GPtrArray *bearings_catalogue_list_trace (BearingsCatalogue *self,
                                          BearingsRecordKind kind,
                                          const char *id,
                                          GError **error);

/* A skill together with what is known of it in one occupation. */
typedef struct {
  BearingsSkill *skill;
  BearingsOccupationSkill *row;
} BearingsOccupationSkillRow;
void bearings_occupation_skill_row_free (BearingsOccupationSkillRow *row);
/* BearingsOccupationSkillRow, by name of the skill. */
GPtrArray *bearings_catalogue_list_occupation_skills (BearingsCatalogue *self,
                                                      const char *occupation,
                                                      GError **error);

/* BearingsHit, light enough for lists of thousands, by title. The kinds that have a title: source,
 * study, claim, register entry, occupation, role, skill, literature, glossary term, instrument and
 * reference sample. */
GPtrArray *
bearings_catalogue_list_titles (BearingsCatalogue *self, BearingsRecordKind kind, GError **error);

/**
 * bearings_catalogue_search:
 * @text: what somebody typed, whatever it is
 * @kinds: (nullable): the kinds wanted, %NULL for all that can be found: roles, occupations,
 *   skills, instruments, claims, register entries, glossary terms and sources
 *
 * Returns BearingsHit, best first: the exact title, in the singular or the plural, exact alternate
 * titles, titles that begin with the text, alternate titles that begin with it, titles with the
 * words, alternate titles with the words, texts with the words; then by kind, in the order above;
 * then the occupation in which more people work. A word counts by its beginning or by its stem.
 * What finds nothing is looked for as spelt nearest, then by any of its words, the more and the
 * rarer the better. The subtitle of a hit is the alternate title that matched, where that is why.
 */
GPtrArray *bearings_catalogue_search (BearingsCatalogue *self,
                                      const char *text,
                                      const BearingsRecordKind *kinds,
                                      guint n_kinds,
                                      guint limit,
                                      guint offset,
                                      GError **error);

/* BearingsInstalledPack, in the order they were first imported. */
GPtrArray *bearings_catalogue_list_packs (BearingsCatalogue *self, GError **error);
/* A short text that is the same only for the same packs: a stamp for results. */
char *bearings_catalogue_data_version (BearingsCatalogue *self, GError **error);

G_END_DECLS
