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

#include "bearings-line-reader.h"
#include "bearings-pack-decode.h"
#include "bearings-pack-fields.h"

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
  BearingsJsonReader *json;
  GPtrArray *found; /* problems of the record at hand */
  GString *path;
  BearingsPackSummary *summary;
} Reading;

typedef struct {
  gboolean is_good;
  BearingsJsonKind records;
} Header;

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

  if (reading->handler->flawed != NULL)
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

/* What is at hand is not JSON: whatever else was found in it means nothing. */
static void
add_fault (Reading *reading, guint line)
{
  const BearingsJsonFault *fault = &reading->json->fault;

  g_ptr_array_set_size (reading->found, 0);
  take_problem (reading, bearings_problem_new (BEARINGS_SEVERITY_ERROR, reading->name, fault->line,
                                               fault->path, fault->code, "%s", fault->message));
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

/* Whether the record was found good before; then it counts as read. */
static gboolean
is_known (Reading *reading, const BearingsPackPlace *place)
{
  if (reading->handler->text == NULL || !reading->handler->text (place, reading->user_data))
    return FALSE;
  reading->summary->n_records++;
  return TRUE;
}

/* Reads the record that comes, which is all of the text or an element of a document's list, checks
 * it and hands it on. */
static gboolean
read_record (Reading *reading, const BearingsPackPlace *place, GError **error)
{
  BearingsDecode decode = { reading->name, reading->json, reading->found, 0 };
  g_autoptr (BearingsRecord) record = bearings_pack_decode_record (&decode);
  guint n_decoded = reading->found->len;
  gboolean good = n_decoded == 0;

  if (reading->json->depth == 0)
    bearings_json_reader_end (reading->json);
  if (reading->json->fault.code != NULL) {
    add_fault (reading, place->line);
    return TRUE;
  }
  leave_out (reading, decode.n_errors - n_decoded);
  if (record != NULL)
    good &= bearings_problem_record_check (record, reading->name, place->line, place->path,
                                           reading->found);
  if (n_decoded > 0)
    drop_echoes (reading->found, n_decoded);
  take_found (reading);
  if (!good) {
    tell_flawed (reading, record, place->line);
    return TRUE;
  }
  reading->summary->n_records++;
  reading->summary->n_of_kind[record->type->kind]++;
  return reading->handler->record == NULL ||
         reading->handler->record (g_steal_pointer (&record), place, reading->user_data, error);
}

/* Reads all of the text as a header, with or without records; FALSE when the JSON is at fault. */
static gboolean
read_header (Reading *reading, const char *text, gsize length, guint line, Header *header)
{
  BearingsDecode decode = { reading->name, reading->json, reading->found, 0 };

  g_string_assign (reading->path, "$");
  g_ptr_array_set_size (reading->found, 0);
  bearings_json_reader_begin (reading->json, text, length, line);
  g_clear_pointer (&reading->summary->info, bearings_pack_info_free);
  reading->summary->info = bearings_pack_decode_info (&decode, &header->records);
  header->is_good = decode.n_errors == 0;
  return reading->json->fault.code == NULL;
}

/* The signature in the header is not part of what it signs. */
static void
begin_hash (BearingsLineReader *lines, const char *text, gsize length)
{
  const char *start, *end;

  if (bearings_json_reader_find_text (text, length, "signature", &start, &end))
    bearings_line_reader_begin_hash (lines, start, (gsize) (end - start));
  else
    bearings_line_reader_begin_hash (lines, NULL, 0);
}

/* Hands on the header in @text; FALSE with an error set when the handler stops the reading, FALSE
 * without one when there is no header to go on with. */
static gboolean
take_header (Reading *reading,
             BearingsLineReader *lines,
             const char *text,
             gsize length,
             const Header *header,
             GError **error)
{
  take_found (reading);
  if (reading->summary->info == NULL)
    return FALSE;
  begin_hash (lines, text, length);
  if (header->is_good && reading->handler->header != NULL)
    return reading->handler->header (reading->summary->info, reading->user_data, error);
  return TRUE;
}

/* Reads the records of the document in @text, whose list is known to be JSON. */
static gboolean
read_records (Reading *reading,
              const char *text,
              gsize length,
              guint line,
              goffset offset,
              GError **error)
{
  BearingsJsonReader *json = reading->json;
  guint n = 0;

  bearings_json_reader_begin (json, text, length, line);
  if (!bearings_json_reader_find (json, BEARINGS_PACK_RECORDS_KEY) ||
      bearings_json_reader_peek (json) != BEARINGS_JSON_LIST || !bearings_json_reader_enter (json))
    return TRUE;
  for (; bearings_json_reader_next (json); n++) {
    BearingsPackPlace place = { .file = reading->name };
    BearingsJsonMark begin, end;

    if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
      return FALSE;
    bearings_json_reader_peek (json);
    begin = bearings_json_reader_mark (json);
    bearings_json_reader_skip (json);
    end = bearings_json_reader_mark (json);
    g_string_truncate (reading->path, 0);
    bearings_json_reader_append_path (json, reading->path);
    place.line = begin.line;
    place.path = reading->path->str;
    place.offset = offset + (begin.p - text);
    place.length = (gsize) (end.p - begin.p);
    place.digest = digest_text (reading->key, begin.p, place.length);
    if (is_known (reading, &place))
      continue;
    bearings_json_reader_return (json, &begin);
    if (!read_record (reading, &place, error))
      return FALSE;
  }
  if (n == 0)
    add_error (reading, line, "no-records", _ ("the pack has no records"));
  return TRUE;
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
  Header header;

  reading->summary->form = BEARINGS_PACK_DOCUMENT;
  if (!read_header (reading, text, length, line, &header)) {
    add_fault (reading, line);
    return TRUE;
  }
  if (!take_header (reading, lines, text, length, &header, error))
    return error == NULL || *error == NULL;
  if (header.records == BEARINGS_JSON_LIST)
    return read_records (reading, text, length, line, offset, error);
  if (header.records == BEARINGS_JSON_NONE)
    add_error (reading, line, "no-records", _ ("the pack has no “records”"));
  else
    add_error (reading, line, "wrong-type", _ ("“records” must be a list"));
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
    BearingsPackPlace place = { reading->name, bearings_line_reader_number (lines), "$",
                                bearings_line_reader_offset (lines), length };

    if (is_blank (line, length))
      continue;
    n++;
    place.digest = digest_text (reading->key, line, length);
    if (is_known (reading, &place))
      continue;
    bearings_json_reader_begin (reading->json, line, length, place.line);
    if (!read_record (reading, &place, error))
      return FALSE;
  }
  if (status == BEARINGS_LINE_TOO_LONG)
    add_too_long (reading, bearings_line_reader_number (lines) + 1);
  else if (status == BEARINGS_LINE_END && n == 0)
    add_error (reading, 1, "no-records", _ ("the pack has no records"));
  reading->read_failed = status == BEARINGS_LINE_ERROR;
  return !reading->read_failed;
}

/* @mark: how long the byte order mark of the first line is; FALSE when the file is in another
 * encoding. */
static gboolean
take_mark (Reading *reading, const char *line, gsize length, gsize *mark)
{
  if (length >= 2 && (memcmp (line, "\xff\xfe", 2) == 0 || memcmp (line, "\xfe\xff", 2) == 0)) {
    add_error (reading, 1, "bad-encoding", _ ("the file is in UTF-16; save it as UTF-8"));
    return FALSE;
  }
  if (length < 3 || memcmp (line, "\xef\xbb\xbf", 3) != 0)
    return TRUE;
  *mark = 3;
  take_problem (reading,
                bearings_problem_new (BEARINGS_SEVERITY_WARNING, reading->name, 1, NULL,
                                      "byte-order-mark", "%s",
                                      _ ("the file begins with a byte order mark, which was "
                                         "passed over; save it without one")));
  return TRUE;
}

/* Whether something was read; if not, that has been told, unless the stream failed. */
static gboolean
take_status (Reading *reading, BearingsLineStatus status)
{
  switch (status) {
  case BEARINGS_LINE_READ:
    return TRUE;
  case BEARINGS_LINE_ERROR:
    reading->read_failed = TRUE;
    return FALSE;
  case BEARINGS_LINE_TOO_LONG:
    add_error (reading, 0, "too-large",
               _ ("the pack is larger than %d MiB; write a pack of this size as JSON Lines "
                  "(the header on the first line, then one record a line)"),
               BEARINGS_PACK_MAX_DOCUMENT / (1024 * 1024));
    return FALSE;
  case BEARINGS_LINE_END:
    break;
  }
  add_error (reading, 0, "empty-file", _ ("the file is empty"));
  return FALSE;
}

static gboolean
read_pack (Reading *reading, BearingsLineReader *lines, GError **error)
{
  gsize mark = 0; /* bytes of a byte order mark on the first line */
  const char *line;
  gsize length;
  guint number;
  Header header;

  do {
    if (!take_status (reading, bearings_line_reader_next (lines, BEARINGS_PACK_MAX_DOCUMENT, &line,
                                                          &length, reading->cancellable, error)))
      return !reading->read_failed;
    number = bearings_line_reader_number (lines);
    if (number == 1 && !take_mark (reading, line, length, &mark))
      return TRUE;
    if (number > 1)
      mark = 0;
  } while (is_blank (line + mark, length - mark));

  if (read_header (reading, line + mark, length - mark, number, &header)) {
    if (header.records == BEARINGS_JSON_NONE)
      return take_header (reading, lines, line + mark, length - mark, &header, error)
               ? read_lines (reading, lines, error)
               : error == NULL || *error == NULL;
  } else if (strcmp (reading->json->fault.code, "truncated") != 0) {
    add_fault (reading, number);
    return TRUE;
  }
  /* An object over several lines, or with its records inside it: a document. */
  if (!take_status (reading, bearings_line_reader_rest (lines, BEARINGS_PACK_MAX_DOCUMENT, &line,
                                                        &length, reading->cancellable, error)))
    return !reading->read_failed;
  return read_document (reading, lines, line + mark, length - mark, number,
                        bearings_line_reader_offset (lines) + (goffset) mark, error);
}

static void
on_read (goffset done, gpointer user_data)
{
  Reading *reading = user_data;

  if (reading->handler->progress != NULL)
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

static void
refuse_changed (GPtrArray *problems, const char *name, GError **error)
{
  refuse_file (problems, name, "changed-while-read",
               _ ("the file changed while it was being read; try again when it is complete"),
               error);
}

/* @size: negative when it is not known. Of what is larger one byte more is read, no further. */
static BearingsPackSummary *
read_stream (GInputStream *stream,
             const char *name,
             goffset size,
             const BearingsPackHandler *handler,
             gpointer user_data,
             GPtrArray *problems,
             GCancellable *cancellable,
             GError **error)
{
  static const BearingsPackHandler nobody = { 0 };
  g_autoptr (BearingsPackSummary) summary = g_new0 (BearingsPackSummary, 1);
  g_auto (BearingsJsonReader) json = { 0 };
  g_autoptr (GPtrArray) found = bearings_problem_list_new ();
  g_autoptr (GString) path = g_string_new ("$");
  g_autoptr (GError) local_error = NULL;
  Reading reading = {
    .name = name,
    .size = MAX (size, 0),
    .handler = handler != NULL ? handler : &nobody,
    .user_data = user_data,
    .problems = problems,
    .cancellable = cancellable,
    .json = &json,
    .found = found,
    .path = path,
    .summary = summary,
  };
  guint n_before = problems->len;
  BearingsFileHash *hash;
  g_autoptr (BearingsLineReader) lines = bearings_line_reader_new (
    stream, size < 0 ? G_MAXOFFSET : size + 1, !reading.handler->no_checksum, on_read, &reading);

  make_key (reading.key);
  if (!read_pack (&reading, lines, &local_error)) {
    if (reading.read_failed && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      refuse_for_error (problems, name, local_error, error);
    else
      g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  summary->size = bearings_line_reader_position (lines);
  if (size >= 0 && (summary->size > size || (summary->size < size && reading.n_errors == 0))) {
    g_ptr_array_set_size (problems, (gint) n_before); /* what was found is of neither version */
    refuse_changed (problems, name, error);
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
    if (reading.handler->refused != NULL)
      reading.handler->refused (reading.n_errors, reading.user_data);
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
  return g_steal_pointer (&summary);
}

BearingsPackSummary *
bearings_pack_reader_read_stream (GInputStream *stream,
                                  const char *name,
                                  goffset size,
                                  const BearingsPackHandler *handler,
                                  gpointer user_data,
                                  GPtrArray *problems,
                                  GCancellable *cancellable,
                                  GError **error)
{
  return read_stream (stream, name, size > 0 ? size : -1, handler, user_data, problems, cancellable,
                      error);
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
  summary =
    read_stream (stream, name, before.st_size, handler, user_data, problems, cancellable, error);
  if (summary == NULL || (fstat (file, &after) == 0 && same_file (&before, &after)))
    return g_steal_pointer (&summary);
  refuse_changed (problems, name, error);
  return NULL;
}

BearingsPackSummary *
bearings_pack_reader_read (GFile *file,
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
  return read_stream (G_INPUT_STREAM (stream), name, g_file_info_get_size (info), handler,
                      user_data, problems, cancellable, error);
}

BearingsRecord *
bearings_pack_reader_read_record (GFile *file, const BearingsPackPlace *place, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = g_malloc (place->length + 1);
  g_autoptr (BearingsRecord) record = NULL;
  g_auto (BearingsJsonReader) json = { 0 };
  guint8 key[crypto_shorthash_KEYBYTES];
  gsize n = 0;

  if (stream == NULL ||
      !g_seekable_seek (G_SEEKABLE (stream), place->offset, G_SEEK_SET, NULL, error) ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, place->length, &n, NULL, error))
    return NULL;
  make_key (key);
  if (n == place->length && digest_text (key, text, n) == place->digest) {
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    BearingsDecode decode = { NULL, &json, problems, 0 };

    bearings_json_reader_begin (&json, text, n, 1);
    record = bearings_pack_decode_record (&decode);
    if (json.fault.code != NULL)
      g_clear_pointer (&record, bearings_record_unref);
  }
  if (record == NULL)
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE,
                 _ ("“%s” is no longer the file that was looked at"), g_file_peek_path (file));
  return g_steal_pointer (&record);
}
