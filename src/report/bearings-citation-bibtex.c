/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations as BibTeX. */

#include <string.h>

#include "bearings-citation-text.h"

static const struct {
  const char *csl;
  const char *bibtex;
} types[] = {
  { "article-journal", "article" },   { "article-magazine", "article" },
  { "article-newspaper", "article" }, { "book", "book" },
  { "chapter", "incollection" },      { "paper-conference", "inproceedings" },
  { "report", "techreport" },         { "thesis", "phdthesis" },
  { "manuscript", "unpublished" },
};

static const char *
entry_type (const BearingsSource *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (source->csl_type, types[i].csl) == 0)
      return types[i].bibtex;
  return "misc";
}

/* BibTeX counts braces even behind a backslash. */
static gboolean
is_balanced (const char *value)
{
  int depth = 0;

  for (const char *p = value; *p != '\0' && depth >= 0; p++)
    depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
  return depth == 0;
}

static void
append_escaped (GString *text, const char *value)
{
  gboolean balanced = is_balanced (value);

  for (const char *p = value; *p != '\0'; p++)
    switch (*p) {
    case '\\':
      g_string_append (text, "\\textbackslash{}");
      break;
    case '~':
      g_string_append (text, "\\textasciitilde{}");
      break;
    case '^':
      g_string_append (text, "\\textasciicircum{}");
      break;
    case '{':
      g_string_append (text, balanced ? "\\{" : "\\textbraceleft{}");
      break;
    case '}':
      g_string_append (text, balanced ? "\\}" : "\\textbraceright{}");
      break;
    case '$':
    case '&':
    case '%':
    case '#':
    case '_':
      g_string_append_printf (text, "\\%c", *p);
      break;
    case '\n':
    case '\r':
    case '\t':
      g_string_append_c (text, ' ');
      break;
    default:
      g_string_append_c (text, *p);
    }
}

static void
add_field (GString *text, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, ",\n  %s = {", name);
  append_escaped (text, value);
  g_string_append_c (text, '}');
}

/* Addresses are taken as they are; what could end the field is percent-encoded. */
static void
add_raw (GString *text, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, ",\n  %s = {", name);
  for (const char *p = value; *p != '\0'; p++)
    if (strchr ("{}\\ ", *p) != NULL || (guchar) *p < 32)
      g_string_append_printf (text, "%%%02X", (guchar) *p);
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '}');
}

static void
add_authors (GString *text, const GPtrArray *authors)
{
  if (authors->len == 0)
    return;
  g_string_append (text, ",\n  author = {");
  for (guint i = 0; i < authors->len; i++) {
    g_auto (BearingsAuthorName) name = { 0 };

    bearings_author_name_init (&name, g_ptr_array_index (authors, i));
    if (i > 0)
      g_string_append (text, " and ");
    if (name.literal != NULL) {
      g_string_append_c (text, '{');
      append_escaped (text, name.literal);
      g_string_append_c (text, '}');
      continue;
    }
    append_escaped (text, name.family);
    g_string_append (text, ", ");
    append_escaped (text, name.given);
  }
  g_string_append_c (text, '}');
}

/* A range of pages with the dash BibTeX knows. */
static void
add_pages (GString *text, const char *pages)
{
  g_autoptr (GString) range = NULL;

  if (pages == NULL)
    return;
  range = g_string_new (pages);
  g_string_replace (range, "–", "-", 0);
  g_string_replace (range, "--", "-", 0);
  g_string_replace (range, "-", "--", 0);
  add_field (text, "pages", range->str);
}

static void
add_date (GString *text, const char *date)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };
  int parts[3];
  guint n = bearings_citation_date_parts (date, parts);

  if (n > 0)
    g_string_append_printf (text, ",\n  year = {%d}", parts[0]);
  if (n > 1 && parts[1] >= 1 && parts[1] <= 12)
    g_string_append_printf (text, ",\n  month = %s", months[parts[1] - 1]);
}

static void
add_citation (GString *text, const BearingsCitation *citation)
{
  const BearingsSource *source = citation->source;
  const char *type = entry_type (source);
  g_autofree char *key = bearings_citation_key (citation);
  g_autofree char *note = bearings_citation_note (citation);

  g_string_append_printf (text, "%s@%s{%s", text->len > 0 ? "\n" : "", type, key);
  add_authors (text, source->authors);
  /* Twice in braces: the capitals stay. */
  g_string_append (text, ",\n  title = {{");
  append_escaped (text, source->title);
  g_string_append (text, "}}");
  add_field (text, g_str_equal (type, "article") ? "journal" : "booktitle",
             g_str_equal (type, "article") || g_str_equal (type, "inproceedings") ||
                 g_str_equal (type, "incollection")
               ? source->container
               : NULL);
  if (g_str_equal (type, "techreport"))
    add_field (text, "institution", source->publisher ? source->publisher : source->container);
  else if (g_str_equal (type, "phdthesis"))
    add_field (text, "school", source->publisher);
  else if (g_str_equal (type, "misc") || g_str_equal (type, "unpublished"))
    add_field (text, "howpublished", source->container ? source->container : source->publisher);
  else
    add_field (text, "publisher", source->publisher);
  add_field (text, "volume", source->volume);
  add_field (text, "number", source->issue);
  add_pages (text, source->pages);
  add_date (text, source->issued);
  add_raw (text, "doi", source->doi);
  add_raw (text, "url", source->url);
  add_field (text, "urldate", source->accessed);
  add_field (text, "note", note);
  g_string_append (text, "\n}\n");
}

char *
bearings_citation_text_bibtex (const GPtrArray *citations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    add_citation (text, g_ptr_array_index (citations, i));
  return g_string_free_and_steal (text);
}
