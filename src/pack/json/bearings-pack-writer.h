/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a pack, of either form, record by record. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-reader.h"

G_BEGIN_DECLS

/*
 * Members come in the order of the tables of fields, absent ones are left out, numbers are the
 * shortest that read back the same: equal records give equal bytes. A document is indented by two
 * spaces; in JSON Lines a record is one line.
 */
typedef struct _BearingsPackWriter BearingsPackWriter;

/* To a stream, which is neither flushed nor closed. */
BearingsPackWriter *
bearings_pack_writer_new (GOutputStream *stream, BearingsPackForm form, GCancellable *cancellable);
/* To a file, which is replaced as a whole by bearings_pack_writer_finish(), or not at all. */
BearingsPackWriter *bearings_pack_writer_new_for_file (GFile *file,
                                                       BearingsPackForm form,
                                                       GCancellable *cancellable,
                                                       GError **error);
/* Gives up a file that is not finished. */
void bearings_pack_writer_free (BearingsPackWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPackWriter, bearings_pack_writer_free)

/* First the header, once; then the records; then the end, once. A header that could not be read
 * back is refused; records are written as they are. */
gboolean bearings_pack_writer_header (BearingsPackWriter *writer,
                                      const BearingsPackInfo *info,
                                      GError **error);
gboolean
bearings_pack_writer_record (BearingsPackWriter *writer, gconstpointer record, GError **error);
/* Likewise, but a record that is good for nothing is refused: for what was made of other files. */
gboolean
bearings_pack_writer_sound (BearingsPackWriter *writer, gconstpointer record, GError **error);
gboolean bearings_pack_writer_finish (BearingsPackWriter *writer, GError **error);

/* One record as one line of JSON, without a line end. */
char *bearings_pack_writer_record_to_json (gconstpointer record);

G_END_DECLS
