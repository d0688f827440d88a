/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the claim page says in words. Pure; no display needed. */

#include "bearings-claim-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-certainty.h"
#include "bearings-format.h"
#include "bearings-words.h"

const char *
bearings_claim_state_tristate_text (int value)
{
  switch (value) {
  case BEARINGS_YES:
    return _ ("Yes");
  case BEARINGS_NO:
    return _ ("No");
  default:
    return bearings_words_missing_title (BEARINGS_MISSING_NOT_STATED);
  }
}

char *
bearings_claim_state_sample_text (const BearingsClaim *claim)
{
  g_autofree char *sample = bearings_format_sample (&claim->sample);

  if (claim->sample.note != NULL)
    return g_strdup_printf ("%s. %s", sample, claim->sample.note);
  return g_steal_pointer (&sample);
}

char *
bearings_claim_state_replication_text (const BearingsReplication *replication)
{
  if (!bearings_record_integer_is_set (replication->count))
    return g_strdup (_ ("No replication has been searched for yet"));
  if (replication->count == 0)
    return g_strdup (_ ("No replication found"));
  return g_strdup_printf (ngettext ("%d replication or related study",
                                    "%d replications or related studies", replication->count),
                          (int) replication->count);
}

static const char *
title_of (GHashTable *titles, const char *id)
{
  const char *title = id != NULL ? g_hash_table_lookup (titles, id) : NULL;

  return title != NULL ? title : id;
}

char *
bearings_claim_state_directness_subject (const BearingsClaimDirectness *row, GHashTable *titles)
{
  const char *skill = title_of (titles, row->skill);
  const char *career = title_of (titles, row->role != NULL ? row->role : row->occupation);

  if (skill != NULL && career != NULL)
    /* Translators: a skill, then a career. */
    return g_strdup_printf (_ ("%s for %s"), skill, career);
  if (skill != NULL)
    /* Translators: %s is a skill; the claim counts for it whatever the career. */
    return g_strdup_printf (_ ("%s, in any career"), skill);
  if (career != NULL)
    /* Translators: %s is a career; the claim counts for it whatever the skill. */
    return g_strdup_printf (_ ("%s, any skill"), career);
  return g_strdup (_ ("Any skill in any career"));
}

gboolean
bearings_claim_state_directness_target (const BearingsClaimDirectness *row,
                                        BearingsRecordKind *kind,
                                        const char **id,
                                        const char **second_id)
{
  *kind = row->role != NULL ? BEARINGS_RECORD_ROLE : BEARINGS_RECORD_OCCUPATION;
  *id = row->role != NULL ? row->role : row->occupation;
  *second_id = row->skill;
  return *id != NULL;
}
