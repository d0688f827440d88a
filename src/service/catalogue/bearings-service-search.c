/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search, the list of careers, and the career page. */

#include "bearings-service-ask.h"
#include "bearings-service-private.h"
#include "bearings-service-search.h"

GPtrArray *
bearings_service_search (BearingsService *self,
                         const char *text,
                         const BearingsRecordKind *kinds,
                         guint n_kinds,
                         guint limit,
                         GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL
           ? bearings_catalogue_search (reader->catalogue, text, kinds, n_kinds, limit, 0, error)
           : NULL;
}

typedef struct {
  char *text;
  BearingsRecordKind kinds[BEARINGS_N_RECORD_KINDS];
  guint n_kinds;
  guint limit;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_free (search);
}

static gpointer
search_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;

  return bearings_service_search (self, search->text, search->n_kinds > 0 ? search->kinds : NULL,
                                  search->n_kinds, search->limit, error);
}

void
bearings_service_search_async (BearingsService *self,
                               const char *text,
                               const BearingsRecordKind *kinds,
                               guint n_kinds,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  static const BearingsJob job = { search_work, search_free, (GDestroyNotify) g_ptr_array_unref,
                                   BEARINGS_LANE_READ };
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (text);
  search->n_kinds = MIN (n_kinds, BEARINGS_N_RECORD_KINDS);
  for (guint i = 0; i < search->n_kinds; i++)
    search->kinds[i] = kinds[i];
  search->limit = limit;
  bearings_service_ask (self, &job, search, cancellable, callback, user_data);
}

GPtrArray *
bearings_service_search_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

static gboolean
append_titles (BearingsCatalogue *catalogue,
               BearingsRecordKind kind,
               GPtrArray *careers,
               GError **error)
{
  g_autoptr (GPtrArray) titles = bearings_catalogue_list_titles (catalogue, kind, error);

  if (titles == NULL)
    return FALSE;
  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (careers, g_object_ref (g_ptr_array_index (titles, i)));
  return TRUE;
}

GPtrArray *
bearings_service_search_list_careers (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) careers = g_ptr_array_new_with_free_func (g_object_unref);

  if (reader == NULL || !append_titles (reader->catalogue, BEARINGS_RECORD_ROLE, careers, error) ||
      !append_titles (reader->catalogue, BEARINGS_RECORD_OCCUPATION, careers, error))
    return NULL;
  return g_steal_pointer (&careers);
}

static gpointer
list_careers_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  return bearings_service_search_list_careers (self, error);
}

void
bearings_service_search_list_careers_async (BearingsService *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  static const BearingsJob job = { list_careers_work, NULL, (GDestroyNotify) g_ptr_array_unref,
                                   BEARINGS_LANE_READ };

  bearings_service_ask (self, &job, NULL, cancellable, callback, user_data);
}

GPtrArray *
bearings_service_search_list_careers_finish (BearingsService *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}
