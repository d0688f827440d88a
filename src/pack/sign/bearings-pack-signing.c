/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing packs. */

#include "bearings-pack-signing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-file-load.h"
#include "bearings-file-hash.h"
#include "bearings-file-writer.h"
#include "bearings-json-reader.h"
#include "bearings-json-text.h"
#include "bearings-pack-reader.h"

#define KEY "signature"

static gboolean
pass_over (const BearingsPackPlace *place, gpointer user_data)
{
  return TRUE;
}

gboolean
bearings_pack_signing_hash (GFile *file,
                            guint8 hash[BEARINGS_MINISIGN_HASH],
                            char **in_header,
                            GCancellable *cancellable,
                            GError **error)
{
  const BearingsPackHandler handler = { .text = pass_over, .no_checksum = TRUE };
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (BearingsPackSummary) summary =
    bearings_pack_reader_read (file, &handler, NULL, problems, cancellable, &local);

  if (summary == NULL) {
    const BearingsProblem *first = problems->len > 0 ? problems->pdata[0] : NULL;

    if (first != NULL)
      g_set_error (error, local->domain, local->code, "%s: %s", local->message, first->message);
    else
      g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  memcpy (hash, summary->hash, BEARINGS_MINISIGN_HASH);
  *in_header = g_strdup (summary->info->signature);
  return TRUE;
}

static GFile *
sign_beside (GFile *file, const char *text, GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *beside = g_strconcat (uri, ".minisig", NULL);
  g_autoptr (GFile) signature = g_file_new_for_uri (beside);

  if (!bearings_file_writer_save (signature, BEARINGS_FILE_WRITER_REPLACE, text, strlen (text),
                                  error))
    return NULL;
  return g_steal_pointer (&signature);
}

/* The hash of a text with a signature in it, or place for one. */
static void
hash_text (const char *text, gsize length, gsize start, gsize end, guint8 *hash)
{
  g_autoptr (BearingsFileHash) hashing = bearings_file_hash_new (FALSE);

  bearings_file_hash_add (hashing, text, start, TRUE);
  bearings_file_hash_add (hashing, text + end, length - end, TRUE);
  bearings_file_hash_finish (hashing);
  memcpy (hash, bearings_file_hash_signed (hashing), BEARINGS_MINISIGN_HASH);
}

/* Where the header stands, or the document it is a part of: JSON Lines when the first line that is
 * not blank is JSON by itself. */
static void
find_header (const GString *text, const char **begin, gsize *length)
{
  g_auto (BearingsJsonReader) json = { 0 };
  const char *line_end;

  *begin = text->str + (g_str_has_prefix (text->str, "\xef\xbb\xbf") ? 3 : 0);
  while (g_ascii_isspace (**begin))
    (*begin)++;
  *length = text->len - (gsize) (*begin - text->str);
  line_end = strchr (*begin, '\n');
  if (line_end == NULL)
    return;
  bearings_json_reader_begin (&json, *begin, (gsize) (line_end - *begin), 1);
  if (bearings_json_reader_skip (&json) && bearings_json_reader_end (&json))
    *length = (gsize) (line_end - *begin);
}

/* Where the value of "signature" goes, made when there is none: behind the brace. */
static gboolean
make_place (GString *text, gsize *start, gsize *end)
{
  static const char member[] = "\"" KEY "\":\"\",";
  const char *begin, *from, *to;
  gsize length;

  find_header (text, &begin, &length);
  if (!bearings_json_reader_find_text (begin, length, KEY, &from, &to)) {
    if (*begin != '{')
      return FALSE;
    g_string_insert (text, begin + 1 - text->str, member);
    find_header (text, &begin, &length);
    if (!bearings_json_reader_find_text (begin, length, KEY, &from, &to))
      return FALSE;
  }
  *start = (gsize) (from - text->str);
  *end = (gsize) (to - text->str);
  return TRUE;
}

static GFile *
sign_inside (GFile *file, const BearingsSecretKey *key, const char *comment, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *signature = NULL;
  BearingsJsonText json = { 0 };
  guint8 hash[BEARINGS_MINISIGN_HASH];
  gsize length, start, end;

  contents = bearings_file_load (file, G_MAXOFFSET - 1, &length, NULL, error);
  if (contents == NULL)
    return NULL;
  text = g_string_new_len (contents, (gssize) length);
  if (!make_place (text, &start, &end)) {
    g_set_error_literal (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_SIGNATURE,
                         _ ("the pack has no header to sign in"));
    return NULL;
  }
  hash_text (text->str, text->len, start, end, hash);
  signature = bearings_secret_key_sign (key, hash, comment);
  json.text = g_string_new (NULL);
  bearings_json_text_string (&json, NULL, signature);
  g_string_erase (text, (gssize) start - 1, (gssize) (end - start) + 2); /* with the quotes */
  g_string_insert_len (text, (gssize) start - 1, json.text->str, (gssize) json.text->len);
  g_string_free (json.text, TRUE);
  if (!bearings_file_writer_save (file, BEARINGS_FILE_WRITER_REPLACE, text->str, text->len, error))
    return NULL;
  return g_object_ref (file);
}

GFile *
bearings_pack_signing_sign (GFile *file,
                            const BearingsSecretKey *key,
                            const char *comment,
                            gboolean in_header,
                            GError **error)
{
  guint8 hash[BEARINGS_MINISIGN_HASH];
  g_autofree char *present = NULL;
  g_autofree char *text = NULL;

  if (!bearings_pack_signing_hash (file, hash, &present, NULL, error))
    return NULL;
  if (in_header)
    return sign_inside (file, key, comment, error);
  if (present != NULL) {
    g_set_error_literal (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_SIGNATURE,
                         _ ("the pack has a signature in its header, which counts; sign it there"));
    return NULL;
  }
  text = bearings_secret_key_sign (key, hash, comment);
  return sign_beside (file, text, error);
}
