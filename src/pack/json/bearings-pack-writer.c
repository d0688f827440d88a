/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a pack, of either form, record by record. */

#include "bearings-pack-writer.h"

#include <glib/gi18n-lib.h>

#include "bearings-file-writer.h"
#include "bearings-pack-encode.h"
#include "bearings-pack-fields.h"

#define FLUSH_AT (64 * 1024)

struct _BearingsPackWriter {
  GOutputStream *stream;    /* somebody else's, or */
  BearingsFileWriter *file; /* a file */
  BearingsPackForm form;
  GCancellable *cancellable;
  BearingsJsonText json;
};

BearingsPackWriter *
bearings_pack_writer_new (GOutputStream *stream, BearingsPackForm form, GCancellable *cancellable)
{
  BearingsPackWriter *writer = g_new0 (BearingsPackWriter, 1);

  g_set_object (&writer->stream, stream);
  writer->form = form;
  g_set_object (&writer->cancellable, cancellable);
  writer->json.text = g_string_new (NULL);
  writer->json.pretty = form == BEARINGS_PACK_DOCUMENT;
  return writer;
}

/* One kind of error, whoever could not write; being cancelled stays what it is. */
static gboolean
explain (GError *cause, GError **error)
{
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    cause->domain = BEARINGS_PACK_ERROR;
    cause->code = BEARINGS_PACK_ERROR_WRITE;
  }
  g_propagate_error (error, cause);
  return FALSE;
}

BearingsPackWriter *
bearings_pack_writer_new_for_file (GFile *file,
                                   BearingsPackForm form,
                                   GCancellable *cancellable,
                                   GError **error)
{
  GError *local = NULL;
  BearingsFileWriter *to = bearings_file_writer_new (file, BEARINGS_FILE_WRITER_REPLACE, &local);
  BearingsPackWriter *writer;

  if (to == NULL) {
    explain (local, error);
    return NULL;
  }
  writer = bearings_pack_writer_new (NULL, form, cancellable);
  writer->file = to;
  return writer;
}

void
bearings_pack_writer_free (BearingsPackWriter *writer)
{
  g_clear_pointer (&writer->file, bearings_file_writer_free);
  g_clear_object (&writer->stream);
  g_clear_object (&writer->cancellable);
  g_string_free (writer->json.text, TRUE);
  g_free (writer);
}

static gboolean
flush (BearingsPackWriter *writer, GError **error)
{
  const GString *text = writer->json.text;
  GError *local = NULL;

  if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
    return FALSE;
  if (writer->file != NULL)
    bearings_file_writer_write (writer->file, text->str, text->len, &local);
  else if (!g_output_stream_write_all (writer->stream, text->str, text->len, NULL,
                                       writer->cancellable, &local))
    /* Translators: why. */
    g_prefix_error_literal (&local, _ ("the pack cannot be written: "));
  if (local != NULL)
    return explain (local, error);
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
    GError *local = NULL;

    if (!bearings_file_writer_commit (writer->file, &local))
      return explain (local, error);
  }
  return TRUE;
}

char *
bearings_pack_writer_record_to_json (gconstpointer record)
{
  BearingsJsonText json = { .text = g_string_new (NULL) };

  bearings_pack_encode_record (&json, NULL, record);
  return g_string_free_and_steal (json.text);
}
