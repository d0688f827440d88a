/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: what a conversion has gathered so far. */
#pragma once

#include "bearings-claims.h"
#include "bearings-occupation.h"
#include "bearings-onet-converter.h"

typedef struct {
  const BearingsOnetInputs *inputs;
  GCancellable *cancellable;
  BearingsOnetCounts counts;
  GPtrArray *sources;           /* BearingsSource */
  GPtrArray *occupations;       /* BearingsOccupation, in the order of the release */
  GHashTable *occupation_by_id; /* id -> BearingsOccupation, not owned */
  GPtrArray *skills;            /* BearingsSkill */
  GHashTable *skill_by_id;      /* id -> BearingsSkill, not owned */
  GPtrArray *occupation_skills; /* BearingsOccupationSkill */
  GPtrArray *wages;             /* BearingsWage */
  GPtrArray *projections;       /* BearingsProjection */
  GHashTable *wage_codes;       /* set of SOC codes, owned by the records */
  GHashTable *projection_codes; /* set of SOC codes, owned by the records */
  GPtrArray *parts;             /* char *, for the title of the pack: "wages 2025-05" */
  char *onet_source;            /* "onet-30-1" */
} BearingsConversion;

/* The release itself, occupations, titles, job zones, related occupations. */
gboolean bearings_onet_converter_read_occupations (BearingsConversion *conversion, GError **error);
/* Technology skills and their flags. */
gboolean bearings_onet_converter_read_technology (BearingsConversion *conversion, GError **error);
/* Ratings of skills and of knowledge. */
gboolean bearings_onet_converter_read_ratings (BearingsConversion *conversion, GError **error);
gboolean bearings_onet_converter_oews_read (BearingsConversion *conversion, GError **error);
gboolean bearings_onet_converter_projections_read (BearingsConversion *conversion, GError **error);

/* A table of the release, under the first of @names (NULL-terminated) that is there: from 30.3 on
 * some tables have new names. */
GFile *bearings_onet_converter_file (BearingsConversion *conversion,
                                     const char *const *names,
                                     guint *which);

/* "2026-08" from "08/2026"; NULL when it is none. */
char *bearings_onet_converter_date (const char *text);
