/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as a use case: lists, rows, counts; and citations of what is in it. */

#include "bearings-service-library.h"

#include <glib/gi18n-lib.h>

#include "bearings-catalogue-library.h"
#include "bearings-citation-text.h"
#include "bearings-csl-json.h"
#include "bearings-service-ask.h"
#include "bearings-service-private.h"
#include "bearings-service-skill-page.h"

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%F");
}

/* What was stopped is cancelled, whatever SQLite calls it. */
static void
say_cancelled (GCancellable *cancellable, GError **error)
{
  if (error == NULL || *error == NULL || !g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_error (error);
  g_cancellable_set_error_if_cancelled (cancellable, error);
}

GArray *
bearings_service_library_list (BearingsService *self,
                               const BearingsLibraryQuery *query,
                               gint64 limit,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autofree char *date = today ();
  GArray *keys;

  if (reader == NULL)
    return NULL;
  keys =
    bearings_catalogue_library_list (reader->catalogue, query, date, limit,
                                     cancellable != NULL ? is_cancelled : NULL, cancellable, error);
  say_cancelled (cancellable, error);
  return keys;
}

typedef struct {
  BearingsLibraryQuery *query;
  gint64 limit;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  bearings_library_query_free (request->query);
  g_free (request);
}

static Request *
request_new (const BearingsLibraryQuery *query, gint64 limit)
{
  Request *request = g_new (Request, 1);

  request->query = bearings_library_query_copy (query);
  request->limit = limit;
  return request;
}

static gpointer
list_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return bearings_service_library_list (self, request->query, request->limit, cancellable, error);
}

void
bearings_service_library_list_async (BearingsService *self,
                                     const BearingsLibraryQuery *query,
                                     gint64 limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  static const BearingsJob job = { list_work, request_free, (GDestroyNotify) g_array_unref,
                                   BEARINGS_LANE_READ };

  bearings_service_ask (self, &job, request_new (query, limit), cancellable, callback, user_data);
}

GArray *
bearings_service_library_list_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

GPtrArray *
bearings_service_library_get_rows (BearingsService *self,
                                   const gint64 *keys,
                                   guint n_keys,
                                   GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL
           ? bearings_catalogue_library_get_rows (reader->catalogue, keys, n_keys, error)
           : NULL;
}

GPtrArray *
bearings_service_library_count (BearingsService *self,
                                const BearingsLibraryQuery *query,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autofree char *date = today ();
  GPtrArray *counts;

  if (reader == NULL)
    return NULL;
  counts = bearings_catalogue_library_count (
    reader->catalogue, query, date, cancellable != NULL ? is_cancelled : NULL, cancellable, error);
  say_cancelled (cancellable, error);
  return counts;
}

static gpointer
count_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return bearings_service_library_count (self, request->query, cancellable, error);
}

void
bearings_service_library_count_async (BearingsService *self,
                                      const BearingsLibraryQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  static const BearingsJob job = { count_work, request_free, (GDestroyNotify) g_ptr_array_unref,
                                   BEARINGS_LANE_READ };

  bearings_service_ask (self, &job, request_new (query, -1), cancellable, callback, user_data);
}

GPtrArray *
bearings_service_library_count_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

/* Citations ----------------------------------------------------------------------------------- */

GPtrArray *
bearings_service_library_citations_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_citation_free);
}

static BearingsCitation *
ensure_citation (GPtrArray *citations, const BearingsSource *source)
{
  for (guint i = 0; i < citations->len; i++) {
    BearingsCitation *citation = g_ptr_array_index (citations, i);
    if (g_str_equal (citation->source->record.id, source->record.id))
      return citation;
  }
  g_ptr_array_add (citations, bearings_citation_new ((BearingsSource *) source));
  return g_ptr_array_index (citations, citations->len - 1);
}

gboolean
bearings_service_library_add_citation (BearingsService *self,
                                       GPtrArray *citations,
                                       BearingsRecordKind kind,
                                       const char *id,
                                       GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsClaim) claim = NULL;
  g_autoptr (BearingsSource) source = NULL;
  BearingsCitation *citation;

  if (reader == NULL)
    return FALSE;
  g_return_val_if_fail (kind == BEARINGS_RECORD_CLAIM || kind == BEARINGS_RECORD_SOURCE, FALSE);
  if (kind == BEARINGS_RECORD_CLAIM) {
    claim = bearings_catalogue_get (reader->catalogue, kind, id, error);
    if (claim == NULL)
      return bearings_service_not_found (kind, id, error) != NULL;
    id = claim->source;
  }
  source = bearings_catalogue_get (reader->catalogue, BEARINGS_RECORD_SOURCE, id, error);
  if (source == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_SOURCE, id, error) != NULL;
  citation = ensure_citation (citations, source);
  if (claim != NULL)
    g_ptr_array_add (
      citation->notes,
      /* Translators: in a reference: the id of a claim in Bearings, and the claim. */
      g_strdup_printf (_ ("Cited for (Bearings claim %s): %s"), claim->record.id,
                       claim->statement));
  return TRUE;
}

gboolean
bearings_service_library_add_page_citations (BearingsService *self,
                                             GPtrArray *citations,
                                             BearingsRecordKind kind,
                                             const char *career_id,
                                             const char *skill_id,
                                             GError **error)
{
  g_autoptr (BearingsSkillPage) page =
    bearings_service_skill_page_get (self, kind, career_id, skill_id, error);

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->references->len; i++)
    ensure_citation (citations, g_ptr_array_index (page->references, i));
  return TRUE;
}

char *
bearings_service_library_cite (const GPtrArray *citations, BearingsCiteForm form)
{
  switch (form) {
  case BEARINGS_CITE_CSL_JSON:
    return bearings_csl_json_citations_to (citations);
  case BEARINGS_CITE_BIBTEX:
    return bearings_citation_text_bibtex (citations);
  case BEARINGS_CITE_RIS:
    return bearings_citation_text_ris (citations);
  case BEARINGS_CITE_TEXT:
    break;
  }
  return bearings_citation_text_plain (citations);
}
