/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: lines of a stream, a buffer at a time, with a checksum of all bytes. */
#pragma once

#include <gio/gio.h>

#include "bearings-file-hash.h"

typedef struct _BearingsLineReader BearingsLineReader;

typedef void (*BearingsLineProgressFunc) (goffset done, gpointer user_data);

typedef enum {
  BEARINGS_LINE_READ,
  BEARINGS_LINE_END,      /* the stream is at its end */
  BEARINGS_LINE_TOO_LONG, /* there is no line end within the limit */
  BEARINGS_LINE_ERROR,
} BearingsLineStatus;

/* @most: bytes, after which the stream counts as ended, whatever follows.
 * @checksum: whether a SHA-256 is wanted. */
BearingsLineReader *bearings_line_reader_new (GInputStream *stream,
                                              goffset most,
                                              gboolean checksum,
                                              BearingsLineProgressFunc progress,
                                              gpointer user_data);
void bearings_line_reader_free (BearingsLineReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsLineReader, bearings_line_reader_free)

/* The next line without its end. Valid until the next call. */
BearingsLineStatus bearings_line_reader_next (BearingsLineReader *reader,
                                              gsize limit,
                                              const char **line,
                                              gsize *length,
                                              GCancellable *cancellable,
                                              GError **error);
/* Everything from the line last read to the end of the stream, or BEARINGS_LINE_TOO_LONG. */
BearingsLineStatus bearings_line_reader_rest (BearingsLineReader *reader,
                                              gsize limit,
                                              const char **text,
                                              gsize *length,
                                              GCancellable *cancellable,
                                              GError **error);
/* 1-based number of the line last read. */
guint bearings_line_reader_number (BearingsLineReader *reader);
goffset bearings_line_reader_position (BearingsLineReader *reader);
/* Where the line last read begins in the stream. */
goffset bearings_line_reader_offset (BearingsLineReader *reader);
/* Until this is called no byte is hashed, so that the place of a signature may be found first: the
 * @length bytes from @from, which lie in the text last read, are left out of what is signed. */
void bearings_line_reader_begin_hash (BearingsLineReader *reader, const char *from, gsize length);
/* Hashes of all bytes read from the stream; ends the reading. */
BearingsFileHash *bearings_line_reader_end_hash (BearingsLineReader *reader);
