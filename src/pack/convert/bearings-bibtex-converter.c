/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources out of BibTeX. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-bibliography.h"
#include "bearings-bibtex-text.h"

typedef struct {
  const char *file;
  const char *p;
  guint line;
  GHashTable *strings; /* name in small letters -> raw value */
  GHashTable *ids;
  BearingsBibliographyCounts *counts;
} Reader;

static const struct {
  const char *bibtex;
  const char *csl;
} types[] = {
  { "article", "article-journal" },
  { "book", "book" },
  { "booklet", "book" },
  { "inbook", "chapter" },
  { "incollection", "chapter" },
  { "inproceedings", "paper-conference" },
  { "conference", "paper-conference" },
  { "techreport", "report" },
  { "report", "report" },
  { "phdthesis", "thesis" },
  { "mastersthesis", "thesis" },
  { "thesis", "thesis" },
  { "unpublished", "manuscript" },
  { "dataset", "dataset" },
  { "software", "software" },
  { "online", "webpage" },
  { "manual", "report" },
  { "misc", "document" },
};

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec" };

static gboolean G_GNUC_PRINTF (3, 4)
  fail (const Reader *reader, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s:%u: %s", reader->file,
               reader->line, message);
  return FALSE;
}

static void
step (Reader *reader)
{
  reader->line += *reader->p == '\n';
  reader->p++;
}

static void
skip_space (Reader *reader)
{
  while (g_ascii_isspace (*reader->p))
    step (reader);
}

static char *
take_name (Reader *reader)
{
  const char *start = reader->p;

  while (*reader->p != '\0' && !g_ascii_isspace (*reader->p) &&
         strchr ("{}(),=#\"%@", *reader->p) == NULL)
    reader->p++;
  return g_ascii_strdown (start, reader->p - start);
}

static gboolean
expect (Reader *reader, char c, GError **error)
{
  skip_space (reader);
  if (*reader->p != c)
    return fail (reader, error, _ ("“%c” was expected here"), c);
  step (reader);
  return TRUE;
}

/* What stands between @p, at the opening brace or quote, and its end. */
static char *
take_delimited (Reader *reader, GError **error)
{
  guint begin = reader->line;
  gboolean quoted = *reader->p == '"';
  const char *start = reader->p + 1;
  int depth = 0;

  step (reader);
  for (; *reader->p != '\0'; step (reader)) {
    if (*reader->p == '{') {
      depth++;
    } else if (*reader->p == '}' && (depth > 0 || quoted)) {
      if (--depth < 0)
        break;
    } else if (depth == 0 && *reader->p == (quoted ? '"' : '}')) {
      char *value = g_strndup (start, (gsize) (reader->p - start));
      step (reader);
      return value;
    }
  }
  reader->line = begin;
  fail (reader, error, _ ("a value begins here and does not end"));
  return NULL;
}

static char *
take_piece (Reader *reader, GError **error)
{
  g_autofree char *name = NULL;
  const char *value;

  skip_space (reader);
  if (*reader->p == '{' || *reader->p == '"')
    return take_delimited (reader, error);
  name = take_name (reader);
  if (*name == '\0') {
    fail (reader, error, _ ("a value was expected here"));
    return NULL;
  }
  if (strspn (name, "0123456789") == strlen (name))
    return g_steal_pointer (&name);
  value = g_hash_table_lookup (reader->strings, name);
  if (value != NULL)
    return g_strdup (value);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_equal (name, months[i]))
      return g_steal_pointer (&name);
  fail (reader, error, _ ("there is no @string “%s”"), name);
  return NULL;
}

/* Pieces with # between them. */
static char *
take_value (Reader *reader, GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (;;) {
    g_autofree char *piece = take_piece (reader, error);

    if (piece == NULL)
      return NULL;
    g_string_append (value, piece);
    skip_space (reader);
    if (*reader->p != '#')
      return g_strdup (value->str);
    step (reader);
  }
}

static char *
plain (const Reader *reader, const char *value, GError **error)
{
  g_autofree char *unknown = NULL;
  char *text = bearings_bibtex_text_plain (value, &unknown);

  if (text == NULL)
    fail (reader, error, _ ("“%s” is not known; write the letter itself"), unknown);
  return text;
}

/* Whether the whole value stands in one pair of braces: the name of an institution. */
static gboolean
is_braced (const char *value)
{
  int depth = 0;

  if (*value != '{')
    return FALSE;
  for (const char *p = value; *p != '\0'; p++) {
    depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
    if (depth == 0)
      return p[1] == '\0';
  }
  return FALSE;
}

/* The last word outside braces is the family; small words before it belong to it. */
static char *
family_first (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " \t\r\n", -1);
  guint n = g_strv_length (parts);
  guint family = n - 1;
  g_autofree char *given = NULL;
  g_autofree char *rest = NULL;

  if (n < 2)
    return g_strdup (name);
  while (family > 1 && g_ascii_islower (*parts[family - 1]))
    family--;
  rest = g_strjoinv (" ", parts + family);
  g_clear_pointer (&parts[family], g_free);
  given = g_strjoinv (" ", parts);
  for (guint i = family + 1; i < n; i++)
    g_free (parts[i]);
  return g_strdup_printf ("%s, %s", rest, given);
}

static gboolean
add_author (const Reader *reader, const char *name, GPtrArray *authors, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *ordered = NULL;
  char *text;

  if (*stripped == '\0' || g_str_equal (stripped, "others"))
    return TRUE;
  ordered = is_braced (stripped) || strchr (stripped, ',') != NULL ? g_strdup (stripped)
                                                                   : family_first (stripped);
  text = plain (reader, ordered, error);
  if (text == NULL)
    return FALSE;
  g_ptr_array_add (authors, text);
  return TRUE;
}

/* Names with " and " between them, outside braces. */
static gboolean
read_authors (const Reader *reader, const char *value, GPtrArray *authors, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  int depth = 0;

  for (const char *p = value; *p != '\0'; p++) {
    depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
    if (depth == 0 && g_ascii_isspace (*p) && g_ascii_strncasecmp (p + 1, "and", 3) == 0 &&
        g_ascii_isspace (p[4])) {
      if (!add_author (reader, name->str, authors, error))
        return FALSE;
      g_string_truncate (name, 0);
      p += 4;
      continue;
    }
    g_string_append_c (name, *p);
  }
  return add_author (reader, name->str, authors, error);
}

typedef struct {
  int year, month, day;
} When;

static gboolean
read_when (const Reader *reader, const char *field, const char *text, When *when, GError **error)
{
  if (g_str_equal (field, "month")) {
    for (guint i = 0; i < G_N_ELEMENTS (months); i++)
      if (g_ascii_strncasecmp (text, months[i], 3) == 0)
        when->month = (int) i + 1;
    if (when->month == 0)
      when->month = (int) g_ascii_strtoll (text, NULL, 10);
    return (when->month >= 1 && when->month <= 12) ||
           fail (reader, error, _ ("“%s” is no month"), text);
  }
  if (*text == '\0' || strspn (text, "0123456789") != strlen (text) || strlen (text) > 4)
    return fail (reader, error, _ ("“%s” is no number of a %s"), text, field);
  *(g_str_equal (field, "year") ? &when->year : &when->day) =
    (int) g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gboolean
read_date (const Reader *reader, const char *text, char **date, GError **error)
{
  if (!bearings_bibliography_is_date (text))
    return fail (reader, error, _ ("“%s” is no date such as 2026-08-31"), text);
  g_set_str (date, text);
  return TRUE;
}

static gboolean
read_field (Reader *reader,
            BearingsSource *source,
            const char *field,
            const char *value,
            When *when,
            GError **error)
{
  const struct {
    const char *field;
    char **member;
  } texts[] = {
    { "title", &source->title },
    { "journal", &source->container },
    { "journaltitle", &source->container },
    { "booktitle", &source->container },
    { "publisher", &source->publisher },
    { "institution", &source->publisher },
    { "school", &source->publisher },
    { "howpublished", &source->publisher },
    { "volume", &source->volume },
    { "number", &source->issue },
    { "note", &source->note },
  };
  g_autofree char *text = NULL;

  if (g_str_equal (field, "author"))
    return read_authors (reader, value, source->authors, error);
  if (g_str_equal (field, "url") || g_str_equal (field, "doi")) {
    text = g_strstrip (g_strdup (value));
    if (g_str_equal (field, "doi")) {
      g_free (source->doi); /* a field that comes twice: the last one counts */
      source->doi = bearings_bibliography_doi (text);
      return source->doi != NULL || fail (reader, error, _ ("“%s” is no DOI"), text);
    }
    if (!g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://"))
      return fail (reader, error, _ ("“%s” is no address of the web"), text);
    g_set_str (&source->url, text);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (field, texts[i].field)) {
      text = plain (reader, value, error);
      if (text == NULL)
        return FALSE;
      if (*text != '\0')
        g_set_str (texts[i].member, text);
      return TRUE;
    }
  if (g_str_equal (field, "pages")) {
    g_auto (GStrv) ends = NULL;

    text = plain (reader, value, error);
    ends = text != NULL ? g_strsplit (text, "–", -1) : NULL;
    g_free (source->pages);
    source->pages = ends != NULL ? g_strjoinv ("-", ends) : NULL;
    return ends != NULL;
  }
  if (g_str_equal (field, "year") || g_str_equal (field, "month") || g_str_equal (field, "day")) {
    text = plain (reader, value, error);
    return text != NULL && read_when (reader, field, text, when, error);
  }
  if (g_str_equal (field, "date"))
    return read_date (reader, value, &source->issued, error);
  if (g_str_equal (field, "urldate"))
    return read_date (reader, value, &source->accessed, error);
  reader->counts->ignored++;
  return TRUE;
}

static const char *
type_of (const char *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (entry, types[i].bibtex))
      return types[i].csl;
  return NULL;
}

static gboolean
read_fields (Reader *reader, char close, BearingsSource *source, When *when, GError **error)
{
  for (;;) {
    g_autofree char *field = NULL;
    g_autofree char *value = NULL;

    skip_space (reader);
    if (*reader->p == close) {
      step (reader);
      return TRUE;
    }
    if (!expect (reader, ',', error))
      return FALSE;
    skip_space (reader);
    if (*reader->p == close)
      continue;
    field = take_name (reader);
    if (*field == '\0')
      return fail (reader, error, _ ("the name of a field was expected here"));
    if (!expect (reader, '=', error))
      return FALSE;
    value = take_value (reader, error);
    if (value == NULL || !read_field (reader, source, field, value, when, error))
      return FALSE;
  }
}

static gboolean
read_entry (Reader *reader, const char *entry, char close, GPtrArray *sources, GError **error)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  const char *start;
  g_autofree char *key = NULL;
  guint begin = reader->line;
  When when = { 0 };

  g_ptr_array_add (sources, source);
  if (type_of (entry) == NULL)
    return fail (reader, error, _ ("there is no entry “@%s”"), entry);
  source->csl_type = g_strdup (type_of (entry));
  skip_space (reader);
  for (start = reader->p; *reader->p != '\0' && strchr (",})\n", *reader->p) == NULL;)
    reader->p++;
  key = g_strstrip (g_strndup (start, (gsize) (reader->p - start)));
  source->record.id = bearings_bibliography_id (key);
  if (source->record.id == NULL)
    return fail (reader, error, _ ("the entry has no key"));
  if (!g_hash_table_add (reader->ids, source->record.id))
    return fail (reader, error, _ ("the id “%s” stands here twice"), source->record.id);
  if (!read_fields (reader, close, source, &when, error))
    return FALSE;
  if (source->issued == NULL)
    source->issued = bearings_bibliography_date (when.year, when.month, when.day);
  if (source->title == NULL) {
    reader->line = begin;
    return fail (reader, error, _ ("the entry “%s” has no title"), source->record.id);
  }
  reader->counts->sources++;
  return TRUE;
}

/* At an @. */
static gboolean
read_command (Reader *reader, GPtrArray *sources, GError **error)
{
  g_autofree char *entry = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  char close;

  step (reader);
  skip_space (reader);
  entry = take_name (reader);
  skip_space (reader);
  if (g_str_equal (entry, "comment") && *reader->p != '{')
    return TRUE;
  if (*reader->p != '{' && *reader->p != '(')
    return fail (reader, error, _ ("“%c” was expected here"), '{');
  if (g_str_equal (entry, "comment") || g_str_equal (entry, "preamble")) {
    value = take_delimited (reader, error);
    return value != NULL;
  }
  close = *reader->p == '{' ? '}' : ')';
  step (reader);
  if (!g_str_equal (entry, "string"))
    return read_entry (reader, entry, close, sources, error);
  skip_space (reader);
  name = take_name (reader);
  if (!expect (reader, '=', error))
    return FALSE;
  value = take_value (reader, error);
  if (value == NULL)
    return FALSE;
  g_hash_table_insert (reader->strings, g_steal_pointer (&name), g_steal_pointer (&value));
  return expect (reader, close, error);
}

gboolean
bearings_bibliography_bibtex_convert (GFile *file,
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
  g_autoptr (GHashTable) strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader reader = { name, text, 1, strings, ids, counts };

  *counts = (BearingsBibliographyCounts) { 0 };
  if (text == NULL)
    return FALSE;
  while (*reader.p != '\0') {
    if (*reader.p != '@') { /* what stands between entries is a comment */
      step (&reader);
      continue;
    }
    if (!read_command (&reader, sources, error))
      return FALSE;
  }
  if (counts->sources == 0) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s: %s", name,
                 _ ("there is no entry in it"));
    return FALSE;
  }
  return bearings_bibliography_write (sources, info, out, cancellable, error);
}
