/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recalibration of an instrument: a report, and a pack to import. */

#include "bearings-service-recalibrate.h"

#include <glib/gi18n-lib.h>

#include "bearings-pack-records.h"
#include "bearings-pack-writer.h"
#include "bearings-people-sample.h"
#include "bearings-recalibration-json.h"
#include "bearings-report.h"
#include "bearings-response-file.h"
#include "bearings-service-ask.h"
#include "bearings-service-private.h"
#include "bearings-service-sittings.h"

#define PACK_SUFFIX "-recalibrated"

static BearingsResponseMatrix *
read_answers (BearingsService *self,
              const BearingsForm *form,
              GFile *responses,
              GPtrArray *unknown,
              GError **error)
{
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (BearingsKeeper) keeper = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) local = NULL;

  if (responses != NULL) {
    matrix = bearings_response_file_read_for_form (responses, form, unknown, &local);
    if (matrix == NULL)
      bearings_service_translate (local, error);
    return g_steal_pointer (&matrix);
  }
  keeper = bearings_service_borrow_people (self, error);
  records = keeper != NULL ? bearings_people_sample_list_contributions (
                               keeper->people, form->instrument->record.id, error)
                           : NULL;
  g_clear_pointer (&keeper, bearings_keeper_release);
  return records != NULL ? bearings_recalibration_gather (form, records) : NULL;
}

BearingsRecalibration *
bearings_service_recalibrate (BearingsService *self,
                              const char *instrument_id,
                              GFile *responses,
                              GError **error)
{
  g_autoptr (BearingsForm) form = bearings_service_sittings_get_form (self, instrument_id, error);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BearingsResponseMatrix) matrix =
    form != NULL ? read_answers (self, form, responses, unknown, error) : NULL;
  BearingsRecalibration *recalibration =
    matrix != NULL ? bearings_recalibration_new (form, matrix, error) : NULL;

  if (recalibration != NULL)
    g_ptr_array_extend_and_steal (recalibration->unknown, g_steal_pointer (&unknown));
  return recalibration;
}

/* What is asked for in a thread. */
typedef struct {
  char *instrument_id;
  GFile *responses;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->instrument_id);
  g_clear_object (&order->responses);
  g_free (order);
}

static gpointer
recalibrate_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  return bearings_service_recalibrate (self, order->instrument_id, order->responses, error);
}

void
bearings_service_recalibrate_async (BearingsService *self,
                                    const char *instrument_id,
                                    GFile *responses,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  static const BearingsJob job = { recalibrate_work, order_free,
                                   (GDestroyNotify) bearings_recalibration_unref,
                                   BEARINGS_LANE_READ };
  Order *order = g_new0 (Order, 1);

  order->instrument_id = g_strdup (instrument_id);
  order->responses = responses != NULL ? g_object_ref (responses) : NULL;
  bearings_service_ask (self, &job, order, cancellable, callback, user_data);
}

BearingsRecalibration *
bearings_service_recalibrate_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

/* The header of the pack the instrument is from. */
static BearingsPackInfo *
find_owner (BearingsCatalogue *catalogue, const char *instrument_id, GError **error)
{
  g_autofree char *id =
    bearings_pack_records_get_pack_of (catalogue, BEARINGS_RECORD_INSTRUMENT, instrument_id, error);
  g_autoptr (GPtrArray) packs =
    id != NULL ? bearings_catalogue_list_packs (catalogue, error) : NULL;

  for (guint i = 0; packs != NULL && i < packs->len; i++) {
    const BearingsPackInfo *info = ((BearingsInstalledPack *) packs->pdata[i])->info;
    if (g_str_equal (info->id, id))
      return bearings_pack_info_copy (info);
  }
  return NULL;
}

/* A second recalibration is a later version of the pack of the first. */
static BearingsPackInfo *
make_header (const BearingsRecalibration *recalibration,
             const BearingsPackInfo *owner,
             const char *publisher)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const BearingsInstrument *instrument = recalibration->form->instrument;
  BearingsPackInfo *info = bearings_pack_info_new ();

  info->id = g_strconcat (instrument->record.id, PACK_SUFFIX, NULL);
  info->replaces = g_strdup (
    g_str_equal (owner->id, info->id) && owner->replaces != NULL ? owner->replaces : owner->id);
  /* Translators: title of an instrument. */
  info->title = g_strdup_printf (_ ("%s, recalibrated"), instrument->title);
  info->version = g_strdup (recalibration->version);
  info->published = g_date_time_format (now, "%Y-%m-%d");
  info->publisher = g_strdup (publisher != NULL ? publisher : _ ("This centre"));
  info->licence = g_strdup (owner->licence);
  info->attribution = g_strdup (owner->attribution);
  info->note = bearings_recalibration_words_summary (recalibration);
  return info;
}

static gboolean
write_records (BearingsService *self,
               const BearingsRecalibration *recalibration,
               BearingsPackWriter *writer,
               GError **error)
{
  g_autoptr (BearingsInstrument) instrument = bearings_service_get_record (
    self, BEARINGS_RECORD_INSTRUMENT, recalibration->form->instrument->record.id, error);

  if (instrument == NULL)
    return FALSE;
  bearings_recalibration_change_instrument (recalibration, instrument);
  if (!bearings_pack_writer_record (writer, instrument, error))
    return FALSE;
  for (guint i = 0; i < recalibration->items->len; i++) {
    const BearingsRecalibratedItem *row = recalibration->items->pdata[i];
    g_autoptr (BearingsItem) item =
      bearings_service_get_record (self, BEARINGS_RECORD_ITEM, row->item->record.id, error);

    if (item == NULL)
      return FALSE;
    bearings_recalibration_change_item (recalibration, item);
    if (!bearings_pack_writer_record (writer, item, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
bearings_service_recalibrate_save (BearingsService *self,
                                   const BearingsRecalibration *recalibration,
                                   const char *publisher,
                                   GFile *file,
                                   GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsPackInfo) owner = NULL;
  g_autoptr (BearingsPackInfo) header = NULL;
  g_autoptr (BearingsPackWriter) writer = NULL;
  g_autoptr (GError) local = NULL;

  if (reader == NULL)
    return FALSE;
  owner = find_owner (reader->catalogue, recalibration->form->instrument->record.id, &local);
  if (owner != NULL) {
    header = make_header (recalibration, owner, publisher);
    writer = bearings_pack_writer_new_for_file (file, BEARINGS_PACK_DOCUMENT, NULL, &local);
  }
  if (writer != NULL && bearings_pack_writer_header (writer, header, &local) &&
      write_records (self, recalibration, writer, &local) &&
      bearings_pack_writer_finish (writer, &local))
    return TRUE;
  bearings_service_translate (local, error);
  return FALSE;
}

char *
bearings_service_recalibrate_to_text (const BearingsRecalibration *recalibration, guint width)
{
  g_autoptr (BearingsDocument) document = bearings_report_recalibration (recalibration);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_recalibrate_to_json (const BearingsRecalibration *recalibration)
{
  return bearings_recalibration_json_to (recalibration);
}

gboolean
bearings_service_recalibrate_save_report (const BearingsRecalibration *recalibration,
                                          BearingsReportForm form,
                                          GFile *file,
                                          GError **error)
{
  g_autoptr (BearingsDocument) document = bearings_report_recalibration (recalibration);

  return bearings_service_save_document (document, form, file, error);
}
