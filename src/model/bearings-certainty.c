/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty of a claim, by public rules over its structured fields. */

#include "bearings-certainty.h"

#include <glib/gi18n-lib.h>

BearingsCertainty
bearings_certainty_start (BearingsDesign design)
{
  switch (design) {
  case BEARINGS_DESIGN_RCT:
  case BEARINGS_DESIGN_AUDIT:
  case BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED:
  case BEARINGS_DESIGN_SURVEY:
  case BEARINGS_DESIGN_POSTINGS_COUNT:
  case BEARINGS_DESIGN_ADMINISTRATIVE:
  case BEARINGS_DESIGN_LEGAL_TEXT:
    return BEARINGS_CERTAINTY_HIGH;
  case BEARINGS_DESIGN_META_ANALYSIS_OBSERVATIONAL:
  case BEARINGS_DESIGN_OBSERVATIONAL:
  case BEARINGS_DESIGN_EMPLOYER_REPORT:
  case BEARINGS_DESIGN_FORECAST:
  case BEARINGS_DESIGN_SIMULATION:
    return BEARINGS_CERTAINTY_LOW;
  }
  return BEARINGS_CERTAINTY_VERY_LOW;
}

BearingsCertainty
bearings_claim_certainty (const BearingsClaim *claim)
{
  int certainty = bearings_certainty_start (claim->design);

  for (guint i = 0; i < claim->certainty_reasons->len; i++)
    certainty -= (int) ((BearingsCertaintyReason *) claim->certainty_reasons->pdata[i])->steps;
  return MAX (certainty, BEARINGS_CERTAINTY_VERY_LOW);
}
