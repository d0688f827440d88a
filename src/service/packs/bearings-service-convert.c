/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs out of files from elsewhere, by what the catalogue knows. */

#include "bearings-service-convert.h"

#include "bearings-bibliography.h"
#include "bearings-esco-converter.h"
#include "bearings-onet-converter.h"
#include "bearings-postings-converter.h"
#include "bearings-retraction-converter.h"
#include "bearings-service-packs.h"
#include "bearings-service-private.h"

static GPtrArray *
list_all (BearingsService *self, BearingsRecordKind kind, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_catalogue_list (reader->catalogue, kind, NULL, NULL, error)
                        : NULL;
}

static int
compare_counted (gconstpointer a, gconstpointer b, gpointer counted)
{
  const BearingsSkill *x = *(BearingsSkill *const *) a;
  const BearingsSkill *y = *(BearingsSkill *const *) b;
  gboolean first = g_hash_table_contains (counted, x->record.id);
  gboolean second = g_hash_table_contains (counted, y->record.id);

  return first != second ? second - first : g_strcmp0 (x->record.id, y->record.id);
}

/* All skills; those that have been counted in postings before come first, so that a short form
 * means the same skill again. */
static GPtrArray *
list_skills (BearingsService *self, GError **error)
{
  g_autoptr (GPtrArray) skills = list_all (self, BEARINGS_RECORD_SKILL, error);
  g_autoptr (GPtrArray) shares =
    skills != NULL ? list_all (self, BEARINGS_RECORD_POSTING_SHARE, error) : NULL;
  g_autoptr (GHashTable) counted = g_hash_table_new (g_str_hash, g_str_equal);

  if (shares == NULL)
    return NULL;
  for (guint i = 0; i < shares->len; i++)
    g_hash_table_add (counted, ((BearingsPostingShare *) shares->pdata[i])->skill);
  g_ptr_array_sort_with_data (skills, compare_counted, counted);
  return g_steal_pointer (&skills);
}

gboolean
bearings_service_convert_postings (BearingsService *self,
                                   GFile *postings,
                                   const BearingsPackInfo *info,
                                   const char *place,
                                   const char *population,
                                   const char *url,
                                   guint least,
                                   GFile *out,
                                   BearingsPostingsSummary *summary,
                                   GError **error)
{
  g_autoptr (GPtrArray) skills = list_skills (self, error);
  g_autoptr (GPtrArray) roles = skills ? list_all (self, BEARINGS_RECORD_ROLE, error) : NULL;
  BearingsPostingsInputs inputs = {
    .postings = postings,
    .skills = skills,
    .roles = roles,
    .info = info,
    .place = place,
    .population = population,
    .url = url,
    .least = least > 0 ? least : BEARINGS_POSTINGS_LEAST,
  };
  BearingsPostingsCounts counts;

  if (roles == NULL || !bearings_postings_converter_convert (&inputs, out, &counts, NULL, error))
    return FALSE;
  *summary = (BearingsPostingsSummary) { counts.postings, counts.skipped, counts.roles,
                                         counts.left_out, counts.shares };
  return TRUE;
}

/* The records stay with the packs that brought them; this one asks to take some over. */
static char *
ids_of_packs (BearingsService *self, GError **error)
{
  g_autoptr (GPtrArray) packs = bearings_service_packs_list (self, error);
  g_autoptr (GString) ids = g_string_new (NULL);

  if (packs == NULL)
    return NULL;
  for (guint i = 0; i < packs->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((BearingsInstalledPack *) packs->pdata[i])->info->id);
  return g_strdup (ids->str);
}

gboolean
bearings_service_convert_retractions (BearingsService *self,
                                      GFile *snapshot,
                                      const BearingsPackInfo *info,
                                      const char *snapshot_date,
                                      GFile *out,
                                      BearingsRetractionSummary *summary,
                                      GError **error)
{
  g_autoptr (GPtrArray) sources = list_all (self, BEARINGS_RECORD_SOURCE, error);
  g_autoptr (BearingsPackInfo) header = bearings_pack_info_copy (info);
  BearingsRetractionInputs inputs = {
    .snapshot = snapshot,
    .sources = sources,
    .info = header,
    .date = snapshot_date,
  };
  BearingsRetractionCounts counts;

  if (sources == NULL)
    return FALSE;
  header->replaces = ids_of_packs (self, error);
  if (header->replaces == NULL ||
      !bearings_retraction_converter_convert (&inputs, out, &counts, NULL, error))
    return FALSE;
  *summary = (BearingsRetractionSummary) {
    counts.notices,   counts.sources,   counts.concerned,
    counts.retracted, counts.corrected, counts.concern,
  };
  return TRUE;
}

gboolean
bearings_service_convert_file (BearingsConvertKind kind,
                               GFile *file,
                               const BearingsPackInfo *info,
                               const char *period,
                               GFile *out,
                               guint *records,
                               guint *ignored,
                               GError **error)
{
  BearingsBibliographyCounts counts = { 0 };
  gboolean done = FALSE;

  switch (kind) {
  case BEARINGS_CONVERT_OEWS:
    done =
      bearings_onet_converter_oews_convert (file, period, info, out, &counts.sources, NULL, error);
    break;
  case BEARINGS_CONVERT_PROJECTIONS:
    done =
      bearings_onet_converter_projections_convert (file, info, out, &counts.sources, NULL, error);
    break;
  case BEARINGS_CONVERT_CSL:
    done = bearings_bibliography_csl_convert (file, info, out, &counts, NULL, error);
    break;
  case BEARINGS_CONVERT_BIBTEX:
    done = bearings_bibliography_bibtex_convert (file, info, out, &counts, NULL, error);
    break;
  }
  *records = counts.sources;
  *ignored = counts.ignored;
  return done;
}

gboolean
bearings_service_convert_esco (GFile *folder,
                               const char *language,
                               const char *release,
                               const BearingsPackInfo *info,
                               GFile *out,
                               BearingsEscoSummary *summary,
                               GError **error)
{
  BearingsEscoCounts counts;

  if (!bearings_esco_converter_convert (folder, language, release, info, out, &counts, NULL, error))
    return FALSE;
  *summary = (BearingsEscoSummary) { counts.occupations, counts.skills, counts.relations };
  return TRUE;
}

gboolean
bearings_service_convert_onet (const BearingsOnetFiles *files,
                               BearingsOnetSummary *summary,
                               GError **error)
{
  const BearingsOnetInputs inputs = {
    .onet = files->database,
    .oews = files->wages,
    .projections = files->projections,
    .version = files->version,
    .published = files->published,
    .publisher = files->publisher,
    .oews_period = files->wages_period,
    .superseded = files->superseded,
    .oews_issued = files->wages_issued,
    .projections_issued = files->projections_issued,
    .projections_superseded = files->projections_superseded,
    .note = files->note,
  };
  BearingsOnetCounts counts;

  if (!bearings_onet_converter_convert (&inputs, files->output, &counts, NULL, error))
    return FALSE;
  *summary = (BearingsOnetSummary) {
    .occupations = counts.occupations,
    .skills = counts.skills,
    .flags = counts.flags,
    .ratings = counts.ratings,
    .without_ratings = counts.without_ratings,
    .with_wage = counts.with_wage,
    .with_projection = counts.with_projection,
  };
  return TRUE;
}
