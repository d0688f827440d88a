/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares of skills out of a file of job postings: a centre's own labour market. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/**
 * BearingsPostingsInputs:
 * @postings: CSV with the columns title, text, date and country
 * @skills: BearingsSkill of the catalogue; @roles: BearingsRole
 * @info: header of the pack to be made; its title names the collection
 * @place: where the jobs are, "Leipzig": the scope of the shares
 * @population: (nullable): what is particular about the postings: "only those that state pay"
 * @url: (nullable): where the postings are from
 * @least: postings of a role that name any skill, below which the role is left out
 */
typedef struct {
  GFile *postings;
  GPtrArray *skills, *roles;
  const BearingsPackInfo *info;
  const char *place, *population, *url;
  guint least;
} BearingsPostingsInputs;

/* @skipped: rows whose title is no role's */
typedef struct {
  guint postings, skipped, roles, left_out, shares;
} BearingsPostingsCounts;

#define BEARINGS_POSTINGS_LEAST 30

/**
 * bearings_postings_converter_convert:
 * @out: the pack to be written; replaced as a whole or not at all
 *
 * A posting belongs to the role whose title, or alternate title, its own title names; of several
 * the longest. Its skills are those its text names, see bearings-skill-counter.h. For each role
 * and year, and for each country where there is more than one: the share of postings that name a
 * skill, of those that name any, with its Wilson 95 % interval. The texts themselves are not kept.
 */
gboolean bearings_postings_converter_convert (const BearingsPostingsInputs *inputs,
                                              GFile *out,
                                              BearingsPostingsCounts *counts,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
