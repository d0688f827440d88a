/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to service/: what a sitting is scored with. */
#pragma once

#include "bearings-catalogue.h"
#include "bearings-sitting.h"

G_BEGIN_DECLS

/**
 * BearingsScoringBasis: everything of the source data that a result depends on
 * @form: instrument and items
 * @samples: BearingsReferenceSample of the skill
 * @norms: BearingsNormTable of those samples
 */
typedef struct {
  BearingsForm *form;
  GPtrArray *samples, *norms;
} BearingsScoringBasis;

void bearings_scoring_basis_free (BearingsScoringBasis *basis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsScoringBasis, bearings_scoring_basis_free)

/* As it stands in the catalogue. @skill NULL: the instrument's own. */
BearingsScoringBasis *bearings_scoring_basis_load (BearingsCatalogue *catalogue,
                                                   const char *instrument_id,
                                                   const char *skill,
                                                   GError **error);

/* As it is kept with a sitting: a pack in JSON Lines. The same basis gives the same bytes. */
GBytes *bearings_scoring_basis_to_bytes (const BearingsScoringBasis *basis, GError **error);
BearingsScoringBasis *bearings_scoring_basis_from_bytes (GBytes *bytes, GError **error);

G_END_DECLS
