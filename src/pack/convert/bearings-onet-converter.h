/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The occupations pack out of official files. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/**
 * BearingsOnetInputs: what is converted, and how the pack is titled.
 * @onet: the unpacked folder of an O*NET database release in text form; from 30.3 on with Job
 * Titles, Software Skills, Essential Skills and Transferable Skills in place of older tables
 * @oews: (nullable): the national table of the OEWS wages, as CSV
 * @oews_period: (nullable): month the wages are for, "2025-05"; otherwise taken from a file name
 *   such as national_M2025_dl.csv
 * @projections: (nullable): table 1.2 of the employment projections, as CSV
 * @version: (nullable): version of the pack, otherwise 1.0.0
 * @published: (nullable): day of publication, "2026-08-31", otherwise today
 * @publisher: (nullable): who publishes the pack, otherwise Bearings
 * @superseded: (nullable): which newer releases of O*NET exist, when that is known
 * @oews_issued, @projections_issued: (nullable): days these were published, "2025-09"
 * @projections_superseded: (nullable): which newer round of the projections exists, when that is
 *   known
 * @note: (nullable): what else a reader of the pack should know
 */
typedef struct {
  GFile *onet;
  GFile *oews;
  const char *oews_period;
  GFile *projections;
  const char *version;
  const char *published;
  const char *publisher;
  const char *superseded;
  const char *oews_issued;
  const char *projections_issued;
  const char *projections_superseded;
  const char *note;
} BearingsOnetInputs;

/* What was converted, for a line or two to the user. */
typedef struct {
  guint occupations;
  guint alternate_titles;
  guint skills;
  guint flags;
  guint ratings;            /* skill and knowledge elements rated in an occupation */
  guint suppressed;         /* importance or level values withheld as the release recommends */
  guint not_relevant;       /* levels of elements that are not relevant to the occupation */
  guint without_ratings;    /* occupations */
  guint wages, projections; /* SOC codes */
  guint with_wage;          /* occupations */
  guint with_projection;    /* occupations */
} BearingsOnetCounts;

/**
 * bearings_onet_converter_convert:
 * @out: the pack to be written, as JSON Lines; replaced as a whole or not at all
 * @counts: (out) (optional)
 *
 * Titles, alternate titles, job zones, related occupations, technology skills with their flags,
 * skill and knowledge ratings, wages and projections. No descriptions or task statements. Equal
 * inputs, the day among them, give equal bytes.
 */
gboolean bearings_onet_converter_convert (const BearingsOnetInputs *inputs,
                                          GFile *out,
                                          BearingsOnetCounts *counts,
                                          GCancellable *cancellable,
                                          GError **error);

/* The national OEWS table by itself; @period as above. An .xlsx is refused with what to do. */
gboolean bearings_onet_converter_oews_convert (GFile *table,
                                               const char *period,
                                               const BearingsPackInfo *info,
                                               GFile *out,
                                               guint *n_wages,
                                               GCancellable *cancellable,
                                               GError **error);
/* Table 1.2 of the employment projections by itself. */
gboolean bearings_onet_converter_projections_convert (GFile *table,
                                                      const BearingsPackInfo *info,
                                                      GFile *out,
                                                      guint *n_projections,
                                                      GCancellable *cancellable,
                                                      GError **error);

/* The id a technology skill gets from its name: "C++" is "c-plus-plus". NULL when nothing is left.
 */
char *bearings_onet_converter_skill_id (const char *name);

G_END_DECLS
