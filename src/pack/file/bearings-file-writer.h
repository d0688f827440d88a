/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written whole or not at all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BearingsFileWriterFlags:
 * @BEARINGS_FILE_WRITER_REPLACE: a file of that name is replaced
 * @BEARINGS_FILE_WRITER_NEW: a file of that name, or a link, is left alone: an error
 * @BEARINGS_FILE_WRITER_PRIVATE: a file that was not there is for its owner's eyes only
 */
typedef enum {
  BEARINGS_FILE_WRITER_REPLACE = 0,
  BEARINGS_FILE_WRITER_NEW = 1 << 0,
  BEARINGS_FILE_WRITER_PRIVATE = 1 << 1,
} BearingsFileWriterFlags;

/*
 * Writes beside the file and renames at the end, so that whatever happens between, the old contents
 * are there, or the new ones. A link stays and what it leads to is replaced; a file that is
 * replaced keeps its permissions and, where that is allowed, its owner and group; one that may not
 * be written, a folder and a device are refused. A second (hard) name of the file keeps the old
 * contents. Errors are of G_IO_ERROR, with a sentence that names the file.
 *
 * A file that a portal lends is written in the same way: its folder takes a file beside it and a
 * rename over it.
 */
typedef struct _BearingsFileWriter BearingsFileWriter;

BearingsFileWriter *
bearings_file_writer_new (GFile *file, BearingsFileWriterFlags flags, GError **error);
/* Gives up what is not committed; the folder is as it was. */
void bearings_file_writer_free (BearingsFileWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsFileWriter, bearings_file_writer_free)

gboolean
bearings_file_writer_write (BearingsFileWriter *self, const char *data, gsize size, GError **error);
/* Brings the bytes to the disk and puts the file in its place. */
gboolean bearings_file_writer_commit (BearingsFileWriter *self, GError **error);

/* All of it at once. */
gboolean bearings_file_writer_save (GFile *file,
                                    BearingsFileWriterFlags flags,
                                    const char *data,
                                    gsize size,
                                    GError **error);

G_END_DECLS
