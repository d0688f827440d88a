/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in the evidence is due for a look: list, list to take along, answers. */

#include "bearings-service-freshness.h"

#include "bearings-catalogue-freshness.h"
#include "bearings-check-converter.h"
#include "bearings-service-private.h"

static char *
this_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%F");
}

GPtrArray *
bearings_service_freshness_list (BearingsService *self, const char *today, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) rows =
    reader != NULL ? bearings_catalogue_freshness_list (reader->catalogue, error) : NULL;
  g_autofree char *day = today != NULL ? g_strdup (today) : this_day ();

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    bearings_freshness_judge (rows->pdata[i], day);
  g_ptr_array_sort (rows, bearings_freshness_compare);
  return g_steal_pointer (&rows);
}

char *
bearings_service_freshness_to_json (GPtrArray *rows)
{
  return bearings_check_converter_freshness_to_json (rows);
}

gboolean
bearings_service_freshness_convert_checks (BearingsService *self,
                                           GFile *answers,
                                           const BearingsPackInfo *info,
                                           GFile *out,
                                           BearingsChecksSummary *summary,
                                           GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (BearingsPackInfo) header = bearings_pack_info_copy (info);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *day = this_day ();
  BearingsChecksCounts counts;

  if (reader == NULL)
    return FALSE;
  claims = bearings_catalogue_list (reader->catalogue, BEARINGS_RECORD_CLAIM, NULL, NULL, error);
  sources = claims != NULL ? bearings_catalogue_list (reader->catalogue, BEARINGS_RECORD_SOURCE,
                                                      NULL, NULL, error)
                           : NULL;
  packs = sources != NULL ? bearings_catalogue_list_packs (reader->catalogue, error) : NULL;
  if (packs == NULL)
    return FALSE;
  for (guint i = 0; i < packs->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((BearingsInstalledPack *) packs->pdata[i])->info->id);
  g_set_str (&header->replaces, ids->str);
  if (!bearings_check_converter_convert (answers, claims, sources, header, day, out, &counts, NULL,
                                         error))
    return FALSE;
  *summary =
    (BearingsChecksSummary) { counts.answered, counts.open, counts.claims, counts.sources };
  return TRUE;
}
