/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a pack, of either form, record by record. */

#include "bearings-pack-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bearings-json-scan.h"
#include "bearings-line-reader.h"
#include "bearings-pack-decode.h"
#include "bearings-pack-fields.h"
#include "bearings-pack-quick.h"

typedef struct {
  const char *name;
  goffset size;
  const BearingsPackHandler *handler;
  gpointer user_data;
  GPtrArray *problems;
  guint64 n_errors;
  guint64 n_left_out;
  gboolean read_failed; /* the stream failed, not the pack and not the handler */
  GCancellable *cancellable;

  guint8 key[crypto_shorthash_KEYBYTES]; /* of the digests of texts */
  JsonParser *parser;
  GPtrArray *found; /* problems of the record at hand */
  GString *path;
  BearingsPackSummary *summary;
} Reading;

void
bearings_pack_summary_free (BearingsPackSummary *summary)
{
  g_clear_pointer (&summary->info, bearings_pack_info_free);
  g_free (summary->sha256);
  g_free (summary);
}

static void
take_problem (Reading *reading, BearingsProblem *problem)
{
  reading->n_errors += problem->severity == BEARINGS_SEVERITY_ERROR;
  if (reading->problems->len < BEARINGS_PACK_MAX_PROBLEMS) {
    g_ptr_array_add (reading->problems, problem);
  } else {
    reading->n_left_out++;
    bearings_problem_free (problem);
  }
}

/* Counts errors that were not even described. */
static void
leave_out (Reading *reading, guint n)
{
  reading->n_errors += n;
  reading->n_left_out += n;
}

static void
take_found (Reading *reading)
{
  gsize n;
  g_autofree gpointer *found = NULL;

  if (reading->found->len == 0)
    return;
  found = g_ptr_array_steal (reading->found, &n);
  for (gsize i = 0; i < n; i++)
    take_problem (reading, found[i]);
}

/* What was found good by one version may not be so by another. */
static void
make_key (guint8 key[crypto_shorthash_KEYBYTES])
{
  static const char seed[] = "text of a record, read by Bearings " BEARINGS_VERSION;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  crypto_generichash (key, crypto_shorthash_KEYBYTES, (const guint8 *) seed, sizeof seed, NULL, 0);
}

static guint64
digest_text (const guint8 key[crypto_shorthash_KEYBYTES], const char *text, gsize length)
{
  guint64 digest;

  crypto_shorthash ((guint8 *) &digest, (const guint8 *) text, length, key);
  return MAX (digest, 1);
}

static void
tell_flawed (Reading *reading, const BearingsRecord *record, guint line)
{
  BearingsPackPlace place = { reading->name, line, reading->path->str, 0, 0, 0 };

  if (reading->handler != NULL && reading->handler->flawed != NULL)
    reading->handler->flawed (record, &place, reading->user_data);
}

static void G_GNUC_PRINTF (4, 5)
  add_error (Reading *reading, guint line, const char *code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  take_problem (reading, bearings_problem_new (BEARINGS_SEVERITY_ERROR, reading->name, line, NULL,
                                               code, "%s", message));
  tell_flawed (reading, NULL, line);
}

static gboolean
within (const char *inner, const char *outer)
{
  gsize length = strlen (outer);

  return strncmp (inner, outer, length) == 0 &&
         (inner[length] == '\0' || inner[length] == '.' || inner[length] == '[');
}

/* What could not be read looks absent to the check: keeps only what it finds elsewhere. */
static void
drop_echoes (GPtrArray *found, guint n_decoded)
{
  for (guint i = found->len; i > n_decoded; i--) {
    const BearingsProblem *checked = g_ptr_array_index (found, i - 1);

    for (guint j = 0; j < n_decoded; j++) {
      const BearingsProblem *decoded = g_ptr_array_index (found, j);

      if (within (checked->path, decoded->path) || within (decoded->path, checked->path)) {
        g_ptr_array_remove_index (found, i - 1);
        break;
      }
    }
  }
}

static JsonNode *
parse (Reading *reading, const char *text, gsize length, guint line)
{
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (reading->parser, text, (gssize) length, &error)) {
    add_error (reading, line, "malformed-json", "%s", error->message);
    return NULL;
  }
  return json_parser_get_root (reading->parser);
}

static void
add_fault (Reading *reading, guint line, const BearingsJsonFault *fault)
{
  add_error (reading, line + fault->line - 1, fault->code, "%s", fault->message);
}

/* A record that was found to have the form of one: checks it, and hands it on. */
static gboolean
take_record (Reading *reading,
             BearingsRecord *owned,
             BearingsPackPlace *place,
             guint n_decoded,
             GError **error)
{
  g_autoptr (BearingsRecord) record = owned;
  gboolean good = record != NULL && n_decoded == 0;

  place->path = reading->path->str; /* which a long key inside the record may have moved */
  if (record != NULL)
    good &= bearings_record_check (record, reading->name, place->line, place->path, reading->found);
  if (n_decoded > 0)
    drop_echoes (reading->found, n_decoded);
  take_found (reading);
  if (!good) {
    tell_flawed (reading, record, place->line);
    return TRUE;
  }
  reading->summary->n_records++;
  reading->summary->n_of_kind[record->type->kind]++;
  if (reading->handler != NULL && reading->handler->record != NULL)
    return reading->handler->record (g_steal_pointer (&record), place, reading->user_data, error);
  return TRUE;
}

/* Reads the record in @text, which is one JSON value; reading->path is where it stands. */
static gboolean
read_record (Reading *reading,
             const char *text,
             gsize length,
             guint line,
             goffset offset,
             GError **error)
{
  BearingsPackPlace place = { reading->name, line,   reading->path->str,
                              offset,        length, digest_text (reading->key, text, length) };
  BearingsDecode decode = { reading->name, line, reading->path, reading->found, 0 };
  g_auto (BearingsJsonFault) fault = { 0 };
  BearingsRecord *record;
  JsonNode *node;
  guint n_decoded;

  if (reading->handler != NULL && reading->handler->text != NULL &&
      reading->handler->text (&place, reading->user_data)) {
    reading->summary->n_records++;
    return TRUE;
  }
  record = bearings_pack_decode_quick (text, length);
  if (record != NULL)
    return take_record (reading, record, &place, 0, error);
  if (!bearings_json_scan (text, length, NULL, NULL, NULL, &fault)) {
    add_fault (reading, line, &fault);
    return TRUE;
  }
  node = parse (reading, text, length, line);
  if (node == NULL)
    return TRUE;
  record = bearings_pack_decode_record (&decode, node);
  n_decoded = reading->found->len;
  leave_out (reading, decode.n_errors - n_decoded);
  return take_record (reading, record, &place, n_decoded, error);
}

/* Reads the header in @node; FALSE with an error set when the handler stops the reading, FALSE
 * without one when there is no header to go on with. */
static gboolean
read_header (Reading *reading, JsonNode *node, guint line, GError **error)
{
  BearingsDecode decode = { reading->name, line, reading->path, reading->found, 0 };

  g_string_assign (reading->path, "$");
  reading->summary->info = bearings_pack_decode_info (&decode, node);
  for (guint i = 0; i < reading->found->len; i++) {
    BearingsProblem *problem = g_ptr_array_index (reading->found, i);
    /* What a newer format means is not known: say nothing about the rest. */
    if (strcmp (problem->code, "newer-format") == 0) {
      take_problem (reading, g_ptr_array_steal_index (reading->found, i));
      g_ptr_array_set_size (reading->found, 0);
      return FALSE;
    }
  }
  take_found (reading);
  if (reading->summary->info == NULL)
    return FALSE;
  if (decode.n_errors == 0 && reading->handler != NULL && reading->handler->header != NULL)
    return reading->handler->header (reading->summary->info, reading->user_data, error);
  return TRUE;
}

/* The signature in the header is not part of what it signs. */
static void
begin_hash (BearingsLineReader *lines, const char *text, gsize length)
{
  const char *start, *end;

  if (bearings_json_find_text (text, length, "signature", &start, &end))
    bearings_line_reader_begin_hash (lines, start, (gsize) (end - start));
  else
    bearings_line_reader_begin_hash (lines, NULL, 0);
}

static gboolean
read_document (Reading *reading,
               BearingsLineReader *lines,
               const char *text,
               gsize length,
               guint line,
               goffset offset,
               GError **error)
{
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (BearingsJsonExtent));
  g_autoptr (GString) header = g_string_new (NULL);
  g_auto (BearingsJsonFault) fault = { 0 };
  BearingsJsonExtent list;
  JsonNode *node;

  reading->summary->form = BEARINGS_PACK_DOCUMENT;
  if (!bearings_json_scan (text, length, BEARINGS_PACK_RECORDS_KEY, extents, &list, &fault)) {
    add_fault (reading, line, &fault);
    return TRUE;
  }
  /* The header is the document with an empty list. */
  if (list.end > 0) {
    g_string_append_len (header, text, (gssize) list.start);
    g_string_append (header, "[]");
    g_string_append_len (header, text + list.end, (gssize) (length - list.end));
  } else {
    g_string_append_len (header, text, (gssize) length);
  }
  node = parse (reading, header->str, header->len, line);
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    add_error (reading, line, "not-a-pack", _ ("this is not a pack: it is %s, not an object"),
               bearings_json_describe (node));
    return TRUE;
  }
  begin_hash (lines, text, length);
  if (!read_header (reading, node, line, error))
    return error == NULL || *error == NULL;
  if (list.end == 0) {
    JsonNode *records =
      json_object_get_member (json_node_get_object (node), BEARINGS_PACK_RECORDS_KEY);
    add_error (reading, line, records != NULL ? "wrong-type" : "no-records",
               records != NULL ? _ ("“records” must be a list") : _ ("the pack has no “records”"));
    return TRUE;
  }
  if (extents->len == 0)
    add_error (reading, line, "no-records", _ ("the pack has no records"));

  for (guint i = 0; i < extents->len; i++) {
    const BearingsJsonExtent *extent = &g_array_index (extents, BearingsJsonExtent, i);

    if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
      return FALSE;
    g_string_printf (reading->path, "$." BEARINGS_PACK_RECORDS_KEY "[%u]", i);
    if (!read_record (reading, text + extent->start, extent->end - extent->start,
                      line + extent->line - 1, offset + (goffset) extent->start, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static void
add_too_long (Reading *reading, guint line)
{
  add_error (reading, line, "line-too-long",
             _ ("the line is longer than %d MiB; a record has to be shorter"),
             BEARINGS_PACK_MAX_LINE / (1024 * 1024));
}

static gboolean
read_lines (Reading *reading, BearingsLineReader *lines, GError **error)
{
  BearingsLineStatus status;
  guint n = 0;
  const char *line;
  gsize length;

  reading->summary->form = BEARINGS_PACK_LINES;
  while ((status = bearings_line_reader_next (lines, BEARINGS_PACK_MAX_LINE, &line, &length,
                                              reading->cancellable, error)) == BEARINGS_LINE_READ) {
    if (is_blank (line, length))
      continue;
    n++;
    g_string_assign (reading->path, "$");
    if (!read_record (reading, line, length, bearings_line_reader_number (lines),
                      bearings_line_reader_offset (lines), error))
      return FALSE;
  }
  if (status == BEARINGS_LINE_TOO_LONG)
    add_too_long (reading, bearings_line_reader_number (lines) + 1);
  else if (status == BEARINGS_LINE_END && n == 0)
    add_error (reading, 1, "no-records", _ ("the pack has no records"));
  reading->read_failed = status == BEARINGS_LINE_ERROR;
  return !reading->read_failed;
}

static void
add_too_large (Reading *reading)
{
  add_error (reading, 0, "too-large",
             _ ("the pack is larger than %d MiB; write a pack of this size as JSON Lines "
                "(the header on the first line, then one record a line)"),
             BEARINGS_PACK_MAX_DOCUMENT / (1024 * 1024));
}

/* Takes a byte order mark off the first line; FALSE when the file is in another encoding. */
static gboolean
take_mark (Reading *reading, const char **line, gsize *length)
{
  const guint8 *bytes = (const guint8 *) *line;

  if (*length >= 2 &&
      ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff))) {
    add_error (reading, 1, "bad-encoding", _ ("the file is in UTF-16; save it as UTF-8"));
    return FALSE;
  }
  if (*length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0) {
    take_problem (reading,
                  bearings_problem_new (BEARINGS_SEVERITY_WARNING, reading->name, 1, NULL,
                                        "byte-order-mark", "%s",
                                        _ ("the file begins with a byte order mark, which was "
                                           "passed over; save it without one")));
    *line += 3;
    *length -= 3;
  }
  return TRUE;
}

static gboolean
read_pack (Reading *reading, BearingsLineReader *lines, GError **error)
{
  gboolean marked = FALSE;
  const char *line;
  gsize length;

  while (TRUE) {
    g_auto (BearingsJsonFault) fault = { 0 };
    guint number;
    JsonNode *node;

    switch (bearings_line_reader_next (lines, BEARINGS_PACK_MAX_DOCUMENT, &line, &length,
                                       reading->cancellable, error)) {
    case BEARINGS_LINE_ERROR:
      reading->read_failed = TRUE;
      return FALSE;
    case BEARINGS_LINE_TOO_LONG:
      add_too_large (reading);
      return TRUE;
    case BEARINGS_LINE_END:
      add_error (reading, 0, "empty-file", _ ("the file is empty"));
      return TRUE;
    case BEARINGS_LINE_READ:
      break;
    }
    number = bearings_line_reader_number (lines);
    if (number == 1) {
      gsize whole = length;

      if (!take_mark (reading, &line, &length))
        return TRUE;
      marked = whole != length;
    }
    if (is_blank (line, length))
      continue;

    if (bearings_json_scan (line, length, NULL, NULL, NULL, &fault)) {
      node = parse (reading, line, length, number);
      if (node == NULL)
        return TRUE;
      if (JSON_NODE_HOLDS_OBJECT (node) &&
          !json_object_has_member (json_node_get_object (node), BEARINGS_PACK_RECORDS_KEY)) {
        begin_hash (lines, line, length);
        if (!read_header (reading, node, number, error))
          return error == NULL || *error == NULL;
        return read_lines (reading, lines, error);
      }
    } else if (strcmp (fault.code, "truncated") != 0) {
      add_fault (reading, number, &fault);
      return TRUE;
    }

    /* An object over several lines, or with its records inside it: a document. */
    switch (bearings_line_reader_rest (lines, BEARINGS_PACK_MAX_DOCUMENT, &line, &length,
                                       reading->cancellable, error)) {
    case BEARINGS_LINE_ERROR:
      reading->read_failed = TRUE;
      return FALSE;
    case BEARINGS_LINE_TOO_LONG:
      add_too_large (reading);
      return TRUE;
    case BEARINGS_LINE_END:
    case BEARINGS_LINE_READ:
      break;
    }
    if (number == 1 && marked) {
      line += 3;
      length -= 3;
    }
    return read_document (reading, lines, line, length, number,
                          bearings_line_reader_offset (lines) + (number == 1 && marked ? 3 : 0),
                          error);
  }
}

static void
on_read (goffset done, gpointer user_data)
{
  Reading *reading = user_data;

  if (reading->handler != NULL && reading->handler->progress != NULL)
    reading->handler->progress (done, reading->size, reading->user_data);
}

/* Says why a file cannot be read, to the caller and in the list of problems. */
static void
refuse_file (GPtrArray *problems,
             const char *name,
             const char *code,
             const char *message,
             GError **error)
{
  g_ptr_array_add (
    problems, bearings_problem_new (BEARINGS_SEVERITY_ERROR, name, 0, NULL, code, "%s", message));
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE, "“%s”: %s", name,
               message);
}

static void
refuse_for_error (GPtrArray *problems, const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    refuse_file (problems, name, "not-found", _ ("there is no such file"), error);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    refuse_file (problems, name, "no-permission", _ ("you are not allowed to read this file"),
                 error);
  else
    refuse_file (problems, name, "unreadable", cause->message, error);
}

BearingsPackSummary *
bearings_pack_read_stream (GInputStream *stream,
                           const char *name,
                           goffset size,
                           const BearingsPackHandler *handler,
                           gpointer user_data,
                           GPtrArray *problems,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (BearingsPackSummary) summary = g_new0 (BearingsPackSummary, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) found = bearings_problems_new ();
  g_autoptr (GString) path = g_string_new ("$");
  g_autoptr (GError) local_error = NULL;
  Reading reading = {
    .name = name,
    .size = size,
    .handler = handler,
    .user_data = user_data,
    .problems = problems,
    .cancellable = cancellable,
    .parser = parser,
    .found = found,
    .path = path,
    .summary = summary,
  };
  BearingsFileHash *hash;
  g_autoptr (BearingsLineReader) lines =
    bearings_line_reader_new (stream, handler == NULL || !handler->no_checksum, on_read, &reading);

  make_key (reading.key);
  json_parser_set_strict (parser, TRUE);
  if (!read_pack (&reading, lines, &local_error)) {
    if (reading.read_failed && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      refuse_for_error (problems, name, local_error, error);
    else
      g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  if (reading.n_left_out > 0)
    g_ptr_array_add (problems,
                     bearings_problem_new (BEARINGS_SEVERITY_ERROR, name, 0, NULL, "more",
                                           ngettext ("and %" G_GUINT64_FORMAT " more problem",
                                                     "and %" G_GUINT64_FORMAT " more problems",
                                                     reading.n_left_out),
                                           reading.n_left_out));
  if (reading.n_errors > 0) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID,
                 ngettext ("“%s” is refused: %" G_GUINT64_FORMAT " error was found in it",
                           "“%s” is refused: %" G_GUINT64_FORMAT " errors were found in it",
                           reading.n_errors),
                 name, reading.n_errors);
    return NULL;
  }
  hash = bearings_line_reader_end_hash (lines);
  summary->sha256 = g_strdup (bearings_file_hash_checksum (hash));
  memcpy (summary->hash, bearings_file_hash_signed (hash), sizeof summary->hash);
  summary->size = bearings_line_reader_position (lines);
  return g_steal_pointer (&summary);
}

/* What would make one reading of a file unlike the next. */
static gboolean
same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Opens a local file without waiting for the other end of a pipe, or for a device. -1 with an
 * error. */
static int
open_local (const char *path, struct stat *status, GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (file >= 0 && fstat (file, status) == 0)
    return file;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  if (file >= 0)
    close (file);
  return -1;
}

static gboolean
refuse_type (GPtrArray *problems,
             const char *name,
             gboolean folder,
             gboolean regular,
             GError **error)
{
  if (folder)
    refuse_file (problems, name, "is-folder", _ ("this is a folder, not a pack"), error);
  else if (!regular)
    refuse_file (problems, name, "not-regular", _ ("this is not an ordinary file"), error);
  return folder || !regular;
}

static BearingsPackSummary *
read_local (const char *path,
            const char *name,
            const BearingsPackHandler *handler,
            gpointer user_data,
            GPtrArray *problems,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) local_error = NULL;
  struct stat before, after;
  int file = open_local (path, &before, &local_error);

  if (file < 0) {
    refuse_for_error (problems, name, local_error, error);
    return NULL;
  }
  stream = g_unix_input_stream_new (file, TRUE);
  if (refuse_type (problems, name, S_ISDIR (before.st_mode), S_ISREG (before.st_mode), error))
    return NULL;
  summary = bearings_pack_read_stream (stream, name, before.st_size, handler, user_data, problems,
                                       cancellable, error);
  if (summary == NULL)
    return NULL;
  if (fstat (file, &after) != 0 || !same_file (&before, &after) ||
      summary->size != before.st_size) {
    refuse_file (problems, name, "changed-while-read",
                 _ ("the file changed while it was being read; try again when it is complete"),
                 error);
    return NULL;
  }
  return g_steal_pointer (&summary);
}

BearingsPackSummary *
bearings_pack_read (GFile *file,
                    const BearingsPackHandler *handler,
                    gpointer user_data,
                    GPtrArray *problems,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  const char *path = g_file_peek_path (file);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  if (path != NULL)
    return read_local (path, name, handler, user_data, problems, cancellable, error);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (info != NULL &&
      refuse_type (problems, name, g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY,
                   g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR, error))
    return NULL;
  stream = info != NULL ? g_file_read (file, cancellable, &local_error) : NULL;
  if (stream == NULL) {
    if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_propagate_error (error, g_steal_pointer (&local_error));
    else
      refuse_for_error (problems, name, local_error, error);
    return NULL;
  }
  return bearings_pack_read_stream (G_INPUT_STREAM (stream), name, g_file_info_get_size (info),
                                    handler, user_data, problems, cancellable, error);
}

BearingsRecord *
bearings_pack_read_record (GFile *file, const BearingsPackPlace *place, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = g_malloc (place->length + 1);
  g_autoptr (BearingsRecord) record = NULL;
  guint8 key[crypto_shorthash_KEYBYTES];
  gsize n = 0;

  if (stream == NULL ||
      !g_seekable_seek (G_SEEKABLE (stream), place->offset, G_SEEK_SET, NULL, error) ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, place->length, &n, NULL, error))
    return NULL;
  make_key (key);
  if (n == place->length && digest_text (key, text, n) == place->digest) {
    record = bearings_pack_decode_quick (text, n);
    if (record == NULL) {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GPtrArray) problems = bearings_problems_new ();
      g_autoptr (GString) path = g_string_new ("$");
      BearingsDecode decode = { NULL, 0, path, problems, 0 };

      if (json_parser_load_from_data (parser, text, (gssize) n, NULL))
        record = bearings_pack_decode_record (&decode, json_parser_get_root (parser));
    }
  }
  if (record == NULL)
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE,
                 _ ("“%s” is no longer the file that was looked at"), g_file_peek_path (file));
  return g_steal_pointer (&record);
}
