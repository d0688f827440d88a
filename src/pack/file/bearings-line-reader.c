/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a stream, a buffer at a time, with a checksum of all bytes. */

#include "bearings-line-reader.h"

#include <string.h>

#define CHUNK (256 * 1024)

struct _BearingsLineReader {
  GInputStream *stream;
  GByteArray *buffer;
  gsize line;   /* where the line last read begins in the buffer */
  gsize next;   /* where the next one begins */
  guint number; /* of the line last read */
  gboolean at_end;
  goffset position;
  goffset most;
  BearingsFileHash *hash;
  gboolean hashing; /* what is read is hashed at once */
  BearingsLineProgressFunc progress;
  gpointer user_data;
};

BearingsLineReader *
bearings_line_reader_new (GInputStream *stream,
                          goffset most,
                          gboolean checksum,
                          BearingsLineProgressFunc progress,
                          gpointer user_data)
{
  BearingsLineReader *reader = g_new0 (BearingsLineReader, 1);

  reader->stream = g_object_ref (stream);
  reader->buffer = g_byte_array_sized_new (CHUNK);
  reader->most = most;
  reader->hash = bearings_file_hash_new (checksum);
  reader->progress = progress;
  reader->user_data = user_data;
  return reader;
}

void
bearings_line_reader_free (BearingsLineReader *reader)
{
  g_object_unref (reader->stream);
  g_byte_array_unref (reader->buffer);
  bearings_file_hash_free (reader->hash);
  g_free (reader);
}

/* Adds a chunk to the buffer. */
static gboolean
fill (BearingsLineReader *reader, GCancellable *cancellable, GError **error)
{
  gsize length = reader->buffer->len;
  gsize wanted = (gsize) MIN (CHUNK, reader->most - reader->position);
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)) /* not every stream looks */
    return FALSE;
  g_byte_array_set_size (reader->buffer, (guint) (length + CHUNK));
  n =
    g_input_stream_read (reader->stream, reader->buffer->data + length, wanted, cancellable, error);
  g_byte_array_set_size (reader->buffer, (guint) (length + (gsize) MAX (n, 0)));
  if (n < 0)
    return FALSE;
  if (n == 0) {
    reader->at_end = TRUE;
    return TRUE;
  }
  if (reader->hashing)
    bearings_file_hash_add (reader->hash, reader->buffer->data + length, (gsize) n, TRUE);
  reader->position += n;
  if (reader->progress != NULL)
    reader->progress (reader->position, reader->user_data);
  return TRUE;
}

BearingsLineStatus
bearings_line_reader_next (BearingsLineReader *reader,
                           gsize limit,
                           const char **line,
                           gsize *length,
                           GCancellable *cancellable,
                           GError **error)
{
  gsize searched;

  reader->line = reader->next;
  searched = reader->line;
  while (TRUE) {
    const guint8 *start = reader->buffer->data + reader->line;
    const guint8 *end = NULL;

    if (searched < reader->buffer->len)
      end = memchr (reader->buffer->data + searched, '\n', reader->buffer->len - searched);
    if (end == NULL && reader->at_end) {
      if (reader->line == reader->buffer->len)
        return BEARINGS_LINE_END;
      end = reader->buffer->data + reader->buffer->len;
    }
    if (end != NULL && (gsize) (end - start) <= limit) {
      *line = (const char *) start;
      *length = (gsize) (end - start);
      reader->next = MIN (reader->line + *length + 1, reader->buffer->len);
      reader->number++;
      return BEARINGS_LINE_READ;
    }
    if (end != NULL || reader->buffer->len - reader->line > limit)
      return BEARINGS_LINE_TOO_LONG;

    /* Drop what was read before, and read on. */
    if (reader->line > 0) {
      if (!reader->hashing) /* blank lines before the header */
        bearings_file_hash_add (reader->hash, reader->buffer->data, reader->line, TRUE);
      g_byte_array_remove_range (reader->buffer, 0, (guint) reader->line);
      reader->line = 0;
    }
    searched = reader->buffer->len;
    if (!fill (reader, cancellable, error))
      return BEARINGS_LINE_ERROR;
  }
}

BearingsLineStatus
bearings_line_reader_rest (BearingsLineReader *reader,
                           gsize limit,
                           const char **text,
                           gsize *length,
                           GCancellable *cancellable,
                           GError **error)
{
  while (!reader->at_end) {
    if (reader->buffer->len - reader->line > limit)
      return BEARINGS_LINE_TOO_LONG;
    if (!fill (reader, cancellable, error))
      return BEARINGS_LINE_ERROR;
  }
  if (reader->buffer->len - reader->line > limit)
    return BEARINGS_LINE_TOO_LONG;
  *text = (const char *) reader->buffer->data + reader->line;
  *length = reader->buffer->len - reader->line;
  reader->next = reader->buffer->len;
  return BEARINGS_LINE_READ;
}

guint
bearings_line_reader_number (BearingsLineReader *reader)
{
  return reader->number;
}

goffset
bearings_line_reader_position (BearingsLineReader *reader)
{
  return reader->position;
}

goffset
bearings_line_reader_offset (BearingsLineReader *reader)
{
  return reader->position - (goffset) (reader->buffer->len - reader->line);
}

void
bearings_line_reader_begin_hash (BearingsLineReader *reader, const char *from, gsize length)
{
  const guint8 *data = reader->buffer->data;
  gsize start = from != NULL ? (gsize) ((const guint8 *) from - data) : 0;

  g_return_if_fail (!reader->hashing && start + length <= reader->buffer->len);
  bearings_file_hash_add (reader->hash, data, start, TRUE);
  bearings_file_hash_add (reader->hash, data + start, length, FALSE);
  bearings_file_hash_add (reader->hash, data + start + length, reader->buffer->len - start - length,
                          TRUE);
  reader->hashing = TRUE;
}

BearingsFileHash *
bearings_line_reader_end_hash (BearingsLineReader *reader)
{
  bearings_file_hash_finish (reader->hash);
  return reader->hash;
}
