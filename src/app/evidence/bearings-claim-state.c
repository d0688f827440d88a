/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the claim page says in words. Pure; no display needed. */

#include "bearings-claim-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-certainty.h"
#include "bearings-format.h"
#include "bearings-reach.h"
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
statement_of (GPtrArray *claims, const char *id)
{
  for (guint i = 0; i < claims->len; i++)
    if (g_strcmp0 (((BearingsRecord *) claims->pdata[i])->id, id) == 0)
      return ((BearingsClaim *) claims->pdata[i])->statement;
  return id;
}

char *
bearings_claim_state_studies_text (const BearingsReplication *replication, GPtrArray *claims)
{
  static const BearingsReplicationKind order[] = {
    BEARINGS_REPLICATION_CONTRARY,
    BEARINGS_REPLICATION_EXACT,
    BEARINGS_REPLICATION_CONCEPTUAL,
    BEARINGS_REPLICATION_POOLED,
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < replication->studies->len; j++) {
      const BearingsReplicationStudy *study = replication->studies->pdata[j];

      if (study->kind != (int) order[i])
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: what another study is to this one ("Found otherwise"), then which it is. */
      g_string_append_printf (
        text, _ ("%s: %s"), bearings_words_replication_kind_title (study->kind),
        study->claim != NULL ? statement_of (claims, study->claim) : study->url);
      if (study->note != NULL)
        g_string_append_printf (text, " (%s)", study->note);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
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
  const char *skill = title_of (titles, bearings_reach_skill_side (row));
  const char *career = title_of (titles, bearings_reach_career_side (row));

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
