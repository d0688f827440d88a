/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sitting is scored with. */

#include "bearings-scoring-basis.h"

#include <glib/gi18n-lib.h>

#include "bearings-pack-reader.h"
#include "bearings-pack-writer.h"
#include "bearings-service-private.h"

void
bearings_scoring_basis_free (BearingsScoringBasis *basis)
{
  g_clear_pointer (&basis->form, bearings_form_unref);
  g_clear_pointer (&basis->samples, g_ptr_array_unref);
  g_clear_pointer (&basis->norms, g_ptr_array_unref);
  g_free (basis);
}

static GPtrArray *
load_norms (BearingsCatalogue *catalogue, GPtrArray *samples, GError **error)
{
  g_autoptr (GPtrArray) norms = bearings_service_records_new ();

  for (guint i = 0; i < samples->len; i++) {
    const BearingsReferenceSample *sample = g_ptr_array_index (samples, i);
    g_autoptr (GPtrArray) tables = bearings_catalogue_list (catalogue, BEARINGS_RECORD_NORM_TABLE,
                                                            "sample", sample->record.id, error);

    if (tables == NULL)
      return NULL;
    for (guint j = 0; j < tables->len; j++)
      g_ptr_array_add (norms, bearings_record_ref (g_ptr_array_index (tables, j)));
  }
  return g_steal_pointer (&norms);
}

BearingsScoringBasis *
bearings_scoring_basis_load (BearingsCatalogue *catalogue,
                             const char *instrument_id,
                             const char *skill,
                             GError **error)
{
  g_autoptr (BearingsScoringBasis) basis = g_new0 (BearingsScoringBasis, 1);
  g_autoptr (BearingsInstrument) instrument =
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_INSTRUMENT, instrument_id, error);
  g_autoptr (GPtrArray) items = NULL;

  if (instrument == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_INSTRUMENT, instrument_id, error);
  items =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_ITEM, "instrument", instrument_id, error);
  if (items == NULL)
    return NULL;
  basis->form = bearings_form_new (instrument, items);
  if (skill == NULL)
    skill = instrument->skill;
  basis->samples =
    skill != NULL
      ? bearings_catalogue_list (catalogue, BEARINGS_RECORD_REFERENCE_SAMPLE, "skill", skill, error)
      : bearings_service_records_new ();
  basis->norms = basis->samples != NULL ? load_norms (catalogue, basis->samples, error) : NULL;
  return basis->norms != NULL ? g_steal_pointer (&basis) : NULL;
}

static gboolean
write_all (BearingsPackWriter *writer, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!bearings_pack_writer_record (writer, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

GBytes *
bearings_scoring_basis_to_bytes (const BearingsScoringBasis *basis, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new (stream, BEARINGS_PACK_LINES, NULL);
  /* A pack must say when, by whom and under what licence; here the packs it was taken from did. */
  const BearingsPackInfo header = {
    .id = (char *) "basis",
    .title = basis->form->instrument->title,
    .version = basis->form->instrument->version,
    .published = (char *) "1970-01-01",
    .publisher = (char *) "Bearings",
    .licence = (char *) "as published",
  };

  if (!bearings_pack_writer_header (writer, &header, error) ||
      !bearings_pack_writer_record (writer, basis->form->instrument, error) ||
      !write_all (writer, basis->form->items, error) ||
      !write_all (writer, basis->samples, error) || !write_all (writer, basis->norms, error) ||
      !bearings_pack_writer_finish (writer, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

typedef struct {
  BearingsInstrument *instrument;
  GPtrArray *items;
  BearingsScoringBasis *basis;
} Reading;

static gboolean
on_record (BearingsRecord *record, const BearingsPackPlace *place, gpointer data, GError **error)
{
  Reading *reading = data;

  switch (record->type->kind) {
  case BEARINGS_RECORD_INSTRUMENT:
    g_clear_pointer (&reading->instrument, bearings_record_unref);
    reading->instrument = (BearingsInstrument *) record;
    break;
  case BEARINGS_RECORD_ITEM:
    g_ptr_array_add (reading->items, record);
    break;
  case BEARINGS_RECORD_REFERENCE_SAMPLE:
    g_ptr_array_add (reading->basis->samples, record);
    break;
  case BEARINGS_RECORD_NORM_TABLE:
    g_ptr_array_add (reading->basis->norms, record);
    break;
  default:
    bearings_record_unref (record);
    break;
  }
  return TRUE;
}

BearingsScoringBasis *
bearings_scoring_basis_from_bytes (GBytes *bytes, GError **error)
{
  static const BearingsPackHandler handler = { .record = on_record };
  g_autoptr (BearingsScoringBasis) basis = g_new0 (BearingsScoringBasis, 1);
  g_autoptr (GPtrArray) items = bearings_service_records_new ();
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_problem_free);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (BearingsInstrument) instrument = NULL;
  Reading reading = { .items = items, .basis = basis };
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autoptr (GError) local = NULL;

  basis->samples = bearings_service_records_new ();
  basis->norms = bearings_service_records_new ();
  summary = bearings_pack_reader_read_stream (stream, "basis", (goffset) g_bytes_get_size (bytes),
                                              &handler, &reading, problems, NULL, &local);
  instrument = reading.instrument;
  if (local != NULL) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_BROKEN,
                 /* Translators: what is wrong. */
                 _ ("What this sitting is scored with is damaged: %s"), local->message);
    return NULL;
  }
  if (instrument == NULL) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_BROKEN,
                         _ ("What this sitting is scored with is damaged."));
    return NULL;
  }
  basis->form = bearings_form_new (instrument, items);
  return g_steal_pointer (&basis);
}
