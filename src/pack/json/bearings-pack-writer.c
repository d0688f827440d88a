/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a pack, of either form, record by record. */

#include "bearings-pack-writer.h"

#include <glib/gi18n-lib.h>

#include "bearings-pack-encode.h"
#include "bearings-pack-fields.h"

#define FLUSH_AT (64 * 1024)

struct _BearingsPackWriter {
  GOutputStream *stream;
  BearingsPackForm form;
  GCancellable *cancellable;
  GFile *file; /* NULL when writing to somebody else's stream */
  gboolean created;
  gboolean finished;
  BearingsJsonText json;
};

BearingsPackWriter *
bearings_pack_writer_new (GOutputStream *stream, BearingsPackForm form, GCancellable *cancellable)
{
  BearingsPackWriter *writer = g_new0 (BearingsPackWriter, 1);

  writer->stream = g_object_ref (stream);
  writer->form = form;
  g_set_object (&writer->cancellable, cancellable);
  writer->json.text = g_string_new (NULL);
  writer->json.pretty = form == BEARINGS_PACK_DOCUMENT;
  return writer;
}

static gboolean
explain (GFile *file, GError *cause, GError **error)
{
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;

  if (cause->domain == G_IO_ERROR && cause->code == G_IO_ERROR_CANCELLED) {
    g_propagate_error (error, cause);
    return FALSE;
  }
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_WRITE,
               _ ("“%s” cannot be written: %s"), name != NULL ? name : _ ("the pack"),
               cause->message);
  g_error_free (cause);
  return FALSE;
}

BearingsPackWriter *
bearings_pack_writer_new_for_file (GFile *file,
                                   BearingsPackForm form,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  gboolean exists = g_file_query_exists (file, cancellable);
  BearingsPackWriter *writer;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &local_error);
  if (stream == NULL) {
    explain (file, g_steal_pointer (&local_error), error);
    return NULL;
  }
  writer = bearings_pack_writer_new (G_OUTPUT_STREAM (stream), form, cancellable);
  writer->file = g_object_ref (file);
  writer->created = !exists;
  return writer;
}

void
bearings_pack_writer_free (BearingsPackWriter *writer)
{
  if (writer->file != NULL && !writer->finished) {
    /* Closing under a cancelled operation is how GIO drops the replacement. */
    g_autoptr (GCancellable) give_up = g_cancellable_new ();
    g_cancellable_cancel (give_up);
    g_output_stream_close (writer->stream, give_up, NULL); /* "cancelled", as it should be */
    if (writer->created)
      g_file_delete (writer->file, NULL, NULL); /* why it is not finished has been said */
  }
  g_clear_object (&writer->stream);
  g_clear_object (&writer->cancellable);
  g_clear_object (&writer->file);
  g_string_free (writer->json.text, TRUE);
  g_free (writer);
}

static gboolean
flush (BearingsPackWriter *writer, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!g_output_stream_write_all (writer->stream, writer->json.text->str, writer->json.text->len,
                                  NULL, writer->cancellable, &local_error))
    return explain (writer->file, g_steal_pointer (&local_error), error);
  g_string_truncate (writer->json.text, 0);
  return TRUE;
}

gboolean
bearings_pack_writer_header (BearingsPackWriter *writer,
                             const BearingsPackInfo *info,
                             GError **error)
{
  BearingsJsonText *json = &writer->json;

  for (guint i = 0; i < bearings_n_pack_fields; i++) {
    const BearingsPackField *field = &bearings_pack_fields[i];
    const char *code;
    g_autofree char *fault =
      bearings_pack_field_fault (field, *BEARINGS_PACK_FIELD_AT (info, field), &code);

    if (fault != NULL) {
      g_set_error_literal (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_WRITE, fault);
      return FALSE;
    }
  }
  bearings_json_text_object (json, NULL);
  bearings_json_text_integer (json, BEARINGS_PACK_FORMAT_KEY, BEARINGS_PACK_FORMAT);
  for (guint i = 0; i < bearings_n_pack_fields; i++) {
    const BearingsPackField *field = &bearings_pack_fields[i];
    const char *value = *BEARINGS_PACK_FIELD_AT (info, field);

    bearings_json_text_string (json, field->name, value);
  }
  if (writer->form == BEARINGS_PACK_DOCUMENT) {
    bearings_json_text_list (json, BEARINGS_PACK_RECORDS_KEY);
  } else {
    bearings_json_text_end (json);
    g_string_append_c (json->text, '\n');
  }
  return flush (writer, error);
}

gboolean
bearings_pack_writer_record (BearingsPackWriter *writer, gconstpointer record, GError **error)
{
  bearings_pack_encode_record (&writer->json, NULL, record);
  if (writer->form == BEARINGS_PACK_LINES)
    g_string_append_c (writer->json.text, '\n');
  return writer->json.text->len < FLUSH_AT || flush (writer, error);
}

gboolean
bearings_pack_writer_sound (BearingsPackWriter *writer, gconstpointer record, GError **error)
{
  const BearingsRecord *made = record;
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();

  if (bearings_problem_record_check (made, NULL, 0, made->type->name, problems))
    return bearings_pack_writer_record (writer, record, error);
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];

    if (problem->severity == BEARINGS_SEVERITY_ERROR) {
      g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT,
                   /* Translators: id of a record, a field, what is wrong with it. */
                   _ ("“%s”, %s: %s; correct it in the file this is made of"), made->id,
                   problem->path, problem->message);
      break;
    }
  }
  return FALSE;
}

gboolean
bearings_pack_writer_finish (BearingsPackWriter *writer, GError **error)
{
  if (writer->form == BEARINGS_PACK_DOCUMENT) {
    bearings_json_text_end (&writer->json);
    bearings_json_text_end (&writer->json);
    g_string_append_c (writer->json.text, '\n');
  }
  if (!flush (writer, error))
    return FALSE;
  if (writer->file != NULL) {
    g_autoptr (GError) local_error = NULL;

    if (!g_output_stream_close (writer->stream, writer->cancellable, &local_error))
      return explain (writer->file, g_steal_pointer (&local_error), error);
  }
  writer->finished = TRUE;
  return TRUE;
}

char *
bearings_pack_writer_record_to_json (gconstpointer record)
{
  BearingsJsonText json = { .text = g_string_new (NULL) };

  bearings_pack_encode_record (&json, NULL, record);
  return g_string_free_and_steal (json.text);
}
