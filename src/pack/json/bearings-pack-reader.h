/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a pack, of either form, record by record. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"
#include "bearings-pack-info.h"
#include "bearings-problem.h"

G_BEGIN_DECLS

/* A document is read as a whole, so it may not be larger; JSON Lines may be of any size. */
#define BEARINGS_PACK_MAX_DOCUMENT (64 * 1024 * 1024)
#define BEARINGS_PACK_MAX_LINE (8 * 1024 * 1024)
/* Further problems are only counted. */
#define BEARINGS_PACK_MAX_PROBLEMS 1000

typedef enum {
  BEARINGS_PACK_DOCUMENT, /* one JSON object with a list "records" */
  BEARINGS_PACK_LINES,    /* JSON Lines: the header, then a record a line */
} BearingsPackForm;

/**
 * BearingsPackSummary: what was read.
 * @sha256: of the file's bytes, in hexadecimal; %NULL when the handler does not want it
 * @hash: BLAKE2b of the file's bytes without the signature in the header; what is signed, and the
 *   same only for the same pack
 * @n_of_kind: number of records of each kind
 */
typedef struct {
  BearingsPackInfo *info;
  BearingsPackForm form;
  char *sha256;
  guint8 hash[64];
  goffset size;
  gint64 n_records;
  gint64 n_of_kind[BEARINGS_N_RECORD_KINDS];
} BearingsPackSummary;
void bearings_pack_summary_free (BearingsPackSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPackSummary, bearings_pack_summary_free)

/* Where a record stands in its file. */
typedef struct {
  const char *file; /* display name */
  guint line;       /* of the record's first character */
  const char *path; /* JSON path; "$" in JSON Lines, where the line is the address */
  goffset offset;   /* of its text, in bytes from the beginning of the file */
  gsize length;     /* of its text */
  guint64 digest;   /* of its text, never 0; another version of the program makes another */
} BearingsPackPlace;

/**
 * BearingsPackHandler: whom the reader tells; each member may be %NULL.
 * @header: the header, before any record
 * @record: a record that was found good by itself; the handler owns it. It may come from a pack
 *   that turns out to be bad further on: keep nothing before bearings_pack_reader_read() returns.
 * @flawed: a record that is refused, so that its id is known; %NULL for one that could not be
 *   made out at all
 * @progress: bytes read, of how many; @total is 0 when it is not known
 * @text: %TRUE when a record with this text was found good before and need not be read again
 * @refused: the pack is refused for so many errors, those that are not told among them
 * @no_checksum: do without the SHA-256, which takes longer than all the rest
 *
 * Returning %FALSE with an error stops the reading with that error.
 */
typedef struct {
  gboolean (*header) (const BearingsPackInfo *info, gpointer user_data, GError **error);
  gboolean (*record) (BearingsRecord *record,
                      const BearingsPackPlace *place,
                      gpointer user_data,
                      GError **error);
  void (*flawed) (const BearingsRecord *record, const BearingsPackPlace *place, gpointer user_data);
  void (*progress) (goffset done, goffset total, gpointer user_data);
  gboolean (*text) (const BearingsPackPlace *place, gpointer user_data);
  void (*refused) (guint64 n_errors, gpointer user_data);
  gboolean no_checksum;
} BearingsPackHandler;

/**
 * bearings_pack_reader_read:
 * @problems: (element-type BearingsProblem): takes everything that was found, good for nothing or
 *   merely odd, at most %BEARINGS_PACK_MAX_PROBLEMS and one that counts the rest
 *
 * Reads the pack in @file, which must be a regular file, as long as it was when it was opened, and
 * checks each record by itself. What needs several records (duplicates, references) is
 * bearings_pack_validator_validate_in()'s.
 *
 * Returns: %NULL with an error of %BEARINGS_PACK_ERROR when the pack is refused, with the error
 *   of @handler, or with %G_IO_ERROR_CANCELLED. When the file itself is bad, @problems says so too.
 */
BearingsPackSummary *bearings_pack_reader_read (GFile *file,
                                                const BearingsPackHandler *handler,
                                                gpointer user_data,
                                                GPtrArray *problems,
                                                GCancellable *cancellable,
                                                GError **error);

/* The same from a stream such as standard input. @name is used in messages; @size, the number of
 * bytes to come, may be 0 when it is not known. Where more come than that, no more are read, and
 * the pack is refused. */
BearingsPackSummary *bearings_pack_reader_read_stream (GInputStream *stream,
                                                       const char *name,
                                                       goffset size,
                                                       const BearingsPackHandler *handler,
                                                       gpointer user_data,
                                                       GPtrArray *problems,
                                                       GCancellable *cancellable,
                                                       GError **error);

/**
 * bearings_pack_reader_read_record:
 * @place: of the record, as a handler was told
 *
 * Reads one record of a file again.
 *
 * Returns: (nullable): %NULL with an error when the file no longer has this text there.
 */
BearingsRecord *
bearings_pack_reader_read_record (GFile *file, const BearingsPackPlace *place, GError **error);

G_END_DECLS
