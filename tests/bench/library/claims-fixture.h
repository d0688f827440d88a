/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue with very many claims, made up for benchmarks only. */
#pragma once

#include <stdlib.h>

#include "bearings-catalogue.h"
#include "bearings-import.h"

#define CLAIMS_PER_SOURCE 5

static inline void
must (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

/* Words with the frequencies of words: the first in every fourth claim, later ones ever rarer. */
static inline char *
made_up_sentence (GRand *rand, guint n_words)
{
  static const char *const common[] = { "work",  "workers", "pay",    "paid",   "study",
                                        "skill", "posting", "survey", "random", "employer" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++) {
    double u = g_rand_double (rand);
    guint rank = MAX (1, (guint) (1 / (u + 1e-5)));

    g_string_append (text, i > 0 ? " " : "");
    if (rank <= G_N_ELEMENTS (common))
      g_string_append (text, common[rank - 1]);
    else
      g_string_append_printf (text, "term%c%c%u", 'a' + (char) (rank % 26),
                              'a' + (char) (rank / 26 % 26), rank);
  }
  return g_string_free_and_steal (text);
}

static inline BearingsSource *
made_up_source (GRand *rand, guint i)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup_printf ("made-up-source-%u", i);
  source->csl_type = g_strdup ("report");
  source->title = made_up_sentence (rand, 8);
  source->issued = g_strdup_printf ("%u", 1980 + i % 45);
  g_ptr_array_add (source->authors, g_strdup_printf ("Author%u, A.", i % 5000));
  return source;
}

/* Every claim speaks of a made-up role and skill, as most of a large catalogue would of others. */
static inline BearingsClaim *
made_up_claim (GRand *rand, guint i)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  BearingsClaimDirectness *row = bearings_record_struct_new (&bearings_claim_directness_type);

  claim->record.id = g_strdup_printf ("made-up-%u", i);
  claim->statement = made_up_sentence (rand, 14);
  claim->population = made_up_sentence (rand, 5);
  claim->topic = g_strdup_printf ("Topic %u", i % 12);
  claim->channel = 1 + (int) (i % 9);
  claim->design = 1 + (int) (i % 12);
  claim->direction = 1 + (int) (i % 5);
  claim->boundary = 1 + (int) (i % 3);
  claim->source = g_strdup_printf ("made-up-source-%u", i / CLAIMS_PER_SOURCE);
  claim->finding.missing = BEARINGS_MISSING_NOT_STATED;
  claim->checked = g_strdup_printf ("%u-%02u", 2023 + i % 3, 1 + i % 12);
  row->skill = g_strdup ("python");
  row->occupation = g_strdup_printf ("99-%04u.00", i / 1000 % 10000);
  row->level = BEARINGS_DIRECTNESS_CONTEXT;
  row->reason = g_strdup ("made up");
  g_ptr_array_add (claim->directness, row);
  return claim;
}

/* What is shipped and @n claims more, at @path. Returns the seconds it took. */
static inline double
make_catalogue (const char *shipped, const char *path, guint n)
{
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (BearingsImport) import = NULL;
  g_autoptr (BearingsPackInfo) info = bearings_pack_info_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;

  bearings_catalogue_install (shipped, path, &error);
  must (error);
  catalogue = bearings_catalogue_open (path, BEARINGS_CATALOGUE_WRITE, &error);
  must (error);
  import = bearings_import_begin (catalogue, &error);
  must (error);
  info->id = g_strdup ("made-up");
  info->version = g_strdup ("1");
  info->title = g_strdup ("Made up");
  bearings_import_pack (import, info, "0", &error);
  must (error);
  for (guint i = 0; i < n; i++) {
    g_autoptr (BearingsClaim) claim = made_up_claim (rand, i);

    if (i % CLAIMS_PER_SOURCE == 0) {
      g_autoptr (BearingsSource) source = made_up_source (rand, i / CLAIMS_PER_SOURCE);
      bearings_import_add (import, (BearingsRecord *) source, &error);
      must (error);
    }
    if (i % 1000 == 0 && i / 1000 < 10000) {
      g_autoptr (BearingsOccupation) occupation = bearings_record_new (BEARINGS_RECORD_OCCUPATION);
      occupation->record.id = g_strdup_printf ("99-%04u.00", i / 1000);
      occupation->title = g_strdup_printf ("Made-up occupation %u", i / 1000);
      occupation->soc = g_strndup (occupation->record.id, 7);
      occupation->source = g_strdup ("made-up-source-0");
      bearings_import_add (import, (BearingsRecord *) occupation, &error);
      must (error);
    }
    bearings_import_add (import, (BearingsRecord *) claim, &error);
    must (error);
  }
  bearings_import_commit (import, &error);
  must (error);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}
