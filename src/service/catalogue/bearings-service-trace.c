/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces, and the popular claims that are met at a place. */

#include "bearings-service-trace.h"

#include "bearings-report-trace.h"
#include "bearings-service-private.h"
#include "bearings-trace-json.h"

/* Notes the sources that the hops name. A hop may name none. */
static gboolean
note_sources (BearingsCatalogue *catalogue,
              GHashTable *sources,
              const GPtrArray *hops,
              GError **error)
{
  for (guint i = 0; i < hops->len; i++) {
    const BearingsTraceHop *hop = hops->pdata[i];
    if (hop->source != NULL &&
        bearings_service_note_source (catalogue, sources, hop->source, error) == NULL)
      return bearings_service_not_found (BEARINGS_RECORD_SOURCE, hop->source, error) != NULL;
  }
  return TRUE;
}

static BearingsTrace *
trace_claim (BearingsCatalogue *catalogue, const char *id, GError **error)
{
  g_autoptr (GHashTable) sources = bearings_service_sources_new ();
  g_autoptr (GPtrArray) hops = NULL;
  g_autoptr (BearingsClaim) claim =
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, id, error);

  if (claim == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_CLAIM, id, error);
  hops = bearings_catalogue_list_trace (catalogue, BEARINGS_RECORD_CLAIM, id, error);
  if (hops == NULL || !note_sources (catalogue, sources, hops, error))
    return NULL;
  if (bearings_service_note_source (catalogue, sources, claim->source, error) == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_SOURCE, claim->source, error);
  return bearings_trace_new_for_claim (claim, hops, sources);
}

static BearingsTrace *
trace_entry (BearingsCatalogue *catalogue, const char *id, GError **error)
{
  g_autoptr (GHashTable) sources = bearings_service_sources_new ();
  g_autoptr (GPtrArray) hops = NULL;
  g_autoptr (BearingsRegisterEntry) entry =
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_REGISTER_ENTRY, id, error);

  if (entry == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_REGISTER_ENTRY, id, error);
  hops = bearings_catalogue_list_trace (catalogue, BEARINGS_RECORD_REGISTER_ENTRY, id, error);
  if (hops == NULL || !note_sources (catalogue, sources, hops, error))
    return NULL;
  return bearings_trace_new_for_entry (entry, hops, sources);
}

BearingsTrace *
bearings_service_trace_get (BearingsService *self,
                            BearingsRecordKind kind,
                            const char *id,
                            GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  g_return_val_if_fail (kind == BEARINGS_RECORD_CLAIM || kind == BEARINGS_RECORD_REGISTER_ENTRY,
                        NULL);
  if (reader == NULL)
    return NULL;
  return kind == BEARINGS_RECORD_CLAIM ? trace_claim (reader->catalogue, id, error)
                                       : trace_entry (reader->catalogue, id, error);
}

BearingsTrace *
bearings_service_trace_find (BearingsService *self, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  BearingsTrace *trace =
    bearings_service_trace_get (self, BEARINGS_RECORD_REGISTER_ENTRY, id, &local);

  if (trace != NULL)
    return trace;
  if (!g_error_matches (local, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  return bearings_service_trace_get (self, BEARINGS_RECORD_CLAIM, id, error);
}

char *
bearings_service_trace_to_text (const BearingsTrace *trace, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_trace (trace);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_trace_to_json (const BearingsTrace *trace)
{
  return bearings_trace_json_to (trace);
}
