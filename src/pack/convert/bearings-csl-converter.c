/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources out of CSL-JSON. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-bibliography.h"
#include "bearings-json-reader.h"

typedef struct {
  const char *file;
  BearingsJsonReader *json;
  guint item; /* from 1 on */
  GHashTable *ids;
  BearingsBibliographyCounts *counts;
} Reader;

static gboolean G_GNUC_PRINTF (3, 4)
  fail (const Reader *reader, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: name of a file, number of an item in it, what is wrong. */
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, _ ("%s: item %u: %s"),
               reader->file, reader->item, message);
  return FALSE;
}

/* Text or a whole number, as both occur ("volume": 12); NULL for anything else and for "". */
static char *
read_text (BearingsJsonReader *json)
{
  BearingsJsonNumber number;
  char *text;

  if (bearings_json_reader_peek (json) == BEARINGS_JSON_NUMBER)
    return bearings_json_reader_number (json, &number) && number.whole
             ? g_strdup_printf ("%" G_GINT64_FORMAT, number.integer)
             : NULL;
  text = bearings_json_reader_dup_text (json);
  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Into the list or object; FALSE when it is not one. */
static gboolean
enter (BearingsJsonReader *json, BearingsJsonKind kind)
{
  return bearings_json_reader_peek (json) == kind && bearings_json_reader_enter (json);
}

typedef struct {
  const char *key;
  char **text;
} Member;

/* The text into the member of that key; FALSE when there is none. */
static gboolean
take_text (BearingsJsonReader *json, const Member *members, guint n)
{
  for (guint i = 0; i < n; i++)
    if (bearings_json_reader_is_key (json, members[i].key)) {
      g_free (*members[i].text);
      *members[i].text = read_text (json);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_author (const Reader *reader, GPtrArray *authors, GError **error)
{
  g_autofree char *literal = NULL;
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;
  g_autofree char *particle = NULL;
  const Member members[] = {
    { "literal", &literal },
    { "family", &family },
    { "given", &given },
    { "non-dropping-particle", &particle },
  };

  if (!enter (reader->json, BEARINGS_JSON_OBJECT))
    return fail (reader, error, _ ("an author is not an object with “family” or “literal”"));
  while (bearings_json_reader_next (reader->json))
    if (!take_text (reader->json, members, G_N_ELEMENTS (members)))
      bearings_json_reader_skip (reader->json);
  if (family == NULL && literal == NULL)
    return fail (reader, error, _ ("an author has neither “family” nor “literal”"));
  if (literal != NULL)
    g_ptr_array_add (authors, g_steal_pointer (&literal));
  else
    g_ptr_array_add (authors,
                     g_strdup_printf ("%s%s%s%s%s", particle != NULL ? particle : "",
                                      particle != NULL ? " " : "", family,
                                      given != NULL ? ", " : "", given != NULL ? given : ""));
  return TRUE;
}

static gboolean
read_authors (const Reader *reader, GPtrArray *authors, GError **error)
{
  if (!enter (reader->json, BEARINGS_JSON_LIST))
    return fail (reader, error, _ ("“author” is not a list"));
  while (bearings_json_reader_next (reader->json))
    if (!read_author (reader, authors, error))
      return FALSE;
  return TRUE;
}

/* The first date of date-parts. */
static char *
read_date_parts (BearingsJsonReader *json)
{
  int parts[3] = { 0 };
  guint n_dates = 0;

  if (!enter (json, BEARINGS_JSON_LIST)) {
    bearings_json_reader_skip (json);
    return NULL;
  }
  while (bearings_json_reader_next (json)) {
    if (n_dates++ > 0 || !enter (json, BEARINGS_JSON_LIST)) {
      bearings_json_reader_skip (json);
      continue;
    }
    for (guint i = 0; bearings_json_reader_next (json); i++) {
      g_autofree char *text = read_text (json);

      if (i < G_N_ELEMENTS (parts) && text != NULL)
        parts[i] = (int) g_ascii_strtoll (text, NULL, 10);
    }
  }
  return bearings_bibliography_date (parts[0], parts[1], parts[2]);
}

/* A date of parts, or in "raw"; what is neither is an error, not a guess. */
static gboolean
read_date (const Reader *reader, const char *key, char **date, GError **error)
{
  g_autofree char *parts = NULL;
  g_autofree char *raw = NULL;

  if (enter (reader->json, BEARINGS_JSON_OBJECT))
    while (bearings_json_reader_next (reader->json)) {
      if (bearings_json_reader_is_key (reader->json, "date-parts"))
        parts = read_date_parts (reader->json);
      else if (bearings_json_reader_is_key (reader->json, "raw"))
        raw = read_text (reader->json);
      else
        bearings_json_reader_skip (reader->json);
    }
  if (parts != NULL)
    *date = g_steal_pointer (&parts);
  else if (raw != NULL && bearings_bibliography_is_date (raw))
    *date = g_steal_pointer (&raw);
  return *date != NULL || fail (reader, error, _ ("“%s” is not a date that can be read"), key);
}

static gboolean
read_doi (const Reader *reader, BearingsSource *source, GError **error)
{
  g_autofree char *text = read_text (reader->json);

  source->doi = bearings_bibliography_doi (text);
  return source->doi != NULL || text == NULL || fail (reader, error, _ ("“%s” is not a DOI"), text);
}

static gboolean
read_member (Reader *reader, BearingsSource *source, char **id, GError **error)
{
  BearingsJsonReader *json = reader->json;
  const Member members[] = {
    { "id", id },
    { "type", &source->csl_type },
    { "title", &source->title },
    { "container-title", &source->container },
    { "publisher", &source->publisher },
    { "volume", &source->volume },
    { "issue", &source->issue },
    { "page", &source->pages },
    { "URL", &source->url },
    { "license", &source->licence },
    { "note", &source->note },
  };

  if (bearings_json_reader_peek (json) != BEARINGS_JSON_NULL) {
    if (take_text (json, members, G_N_ELEMENTS (members)))
      return TRUE;
    if (bearings_json_reader_is_key (json, "author"))
      return read_authors (reader, source->authors, error);
    if (bearings_json_reader_is_key (json, "issued"))
      return read_date (reader, "issued", &source->issued, error);
    if (bearings_json_reader_is_key (json, "accessed"))
      return read_date (reader, "accessed", &source->accessed, error);
    if (bearings_json_reader_is_key (json, "DOI"))
      return read_doi (reader, source, error);
    reader->counts->ignored++;
  }
  bearings_json_reader_skip (json);
  return TRUE;
}

static gboolean
read_item (Reader *reader, GPtrArray *sources, GError **error)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  g_autofree char *key = NULL;

  g_ptr_array_add (sources, source);
  reader->item++;
  if (!enter (reader->json, BEARINGS_JSON_OBJECT))
    return fail (reader, error, _ ("it is not an object"));
  while (bearings_json_reader_next (reader->json))
    if (!read_member (reader, source, &key, error))
      return FALSE;
  source->record.id = key != NULL ? bearings_bibliography_id (key) : NULL;
  if (source->record.id == NULL)
    return fail (reader, error, _ ("it has no “id”"));
  if (!g_hash_table_add (reader->ids, source->record.id))
    return fail (reader, error, _ ("the id “%s” stands here twice"), source->record.id);
  if (source->title == NULL)
    return fail (reader, error, _ ("it has no title"));
  if (source->csl_type == NULL)
    return fail (reader, error, _ ("it has no type"));
  if (source->url != NULL && !g_str_has_prefix (source->url, "http://") &&
      !g_str_has_prefix (source->url, "https://"))
    return fail (reader, error, _ ("“%s” is not an address of the web"), source->url);
  reader->counts->sources++;
  return TRUE;
}

gboolean
bearings_bibliography_csl_convert (GFile *file,
                                   const BearingsPackInfo *info,
                                   GFile *out,
                                   BearingsBibliographyCounts *counts,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = bearings_bibliography_load (file, cancellable, error);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (BearingsJsonReader) json = { 0 };
  Reader reader = { .file = name, .json = &json, .ids = ids, .counts = counts };

  *counts = (BearingsBibliographyCounts) { 0 };
  if (text == NULL)
    return FALSE;
  if (!bearings_json_reader_begin_file (&json, name, text, strlen (text),
                                        BEARINGS_PACK_ERROR_CONVERT, error))
    return FALSE;
  if (!enter (&json, BEARINGS_JSON_LIST)) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s:1: %s", name,
                 _ ("a list of items was expected, as CSL-JSON is"));
    return FALSE;
  }
  while (bearings_json_reader_next (&json))
    if (!read_item (&reader, sources, error))
      return FALSE;
  return bearings_bibliography_write (sources, info, out, cancellable, error);
}
