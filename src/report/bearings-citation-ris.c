/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations as RIS, and as text. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-citation-text.h"
#include "bearings-format.h"

static const struct {
  const char *csl;
  const char *ris;
} types[] = {
  { "article-journal", "JOUR" },
  { "article-magazine", "MGZN" },
  { "article-newspaper", "NEWS" },
  { "book", "BOOK" },
  { "chapter", "CHAP" },
  { "paper-conference", "CONF" },
  { "report", "RPRT" },
  { "thesis", "THES" },
  { "manuscript", "UNPB" },
  { "dataset", "DATA" },
  { "webpage", "ELEC" },
  { "post-weblog", "BLOG" },
  { "legislation", "STAT" },
  { "legal_case", "CASE" },
  { "standard", "STAND" },
};

static const char *
reference_type (const BearingsSource *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (source->csl_type, types[i].csl) == 0)
      return types[i].ris;
  return "GEN";
}

/* A value is one line: the format has no way to say more. */
static void
add_line (GString *text, const char *tag, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, "%s  - ", tag);
  for (const char *p = value; *p != '\0'; p++)
    g_string_append_c (text, (guchar) *p < 32 ? ' ' : *p);
  g_string_append (text, "\r\n");
}

static void
add_author (GString *text, const char *author)
{
  g_auto (BearingsAuthorName) name = { 0 };
  g_autofree char *person = NULL;
  g_autoptr (GString) institution = NULL;

  bearings_author_name_init (&name, author);
  if (name.family != NULL) {
    person = g_strdup_printf ("%s, %s", name.family, name.given);
    add_line (text, "AU", person);
    return;
  }
  /* A comma would make an institution a person. */
  institution = g_string_new (name.literal);
  g_string_replace (institution, ", ", ": ", 0);
  add_line (text, "AU", institution->str);
}

/* "2022/08/31/", its parts from left to right as far as they are known. */
static void
add_date (GString *text, const char *tag, const char *date)
{
  int parts[3];
  guint n = bearings_citation_date_parts (date, parts);
  g_autoptr (GString) value = g_string_new (NULL);

  if (n == 0)
    return;
  g_string_append_printf (value, "%d/", parts[0]);
  g_string_append_printf (value, n > 1 ? "%02d/" : "/", parts[1]);
  g_string_append_printf (value, n > 2 ? "%02d/" : "/", parts[2]);
  add_line (text, tag, value->str);
}

static void
add_pages (GString *text, const char *pages)
{
  g_auto (GStrv) ends = NULL;
  g_autoptr (GString) range = NULL;

  if (pages == NULL)
    return;
  range = g_string_new (pages);
  g_string_replace (range, "–", "-", 0);
  ends = g_strsplit (range->str, "-", 2);
  add_line (text, "SP", g_strstrip (ends[0]));
  if (ends[1] != NULL)
    add_line (text, "EP", g_strstrip (ends[1]));
}

static void
add_citation (GString *text, const BearingsCitation *citation)
{
  const BearingsSource *source = citation->source;
  g_autofree char *key = bearings_citation_key (citation);
  g_autofree char *note = bearings_citation_note (citation);
  int parts[3];

  add_line (text, "TY", reference_type (source));
  add_line (text, "ID", key);
  for (guint i = 0; i < source->authors->len; i++)
    add_author (text, g_ptr_array_index (source->authors, i));
  add_line (text, "TI", source->title);
  add_line (text, g_strcmp0 (source->csl_type, "article-journal") == 0 ? "JO" : "T2",
            source->container);
  add_line (text, "PB", source->publisher);
  if (bearings_citation_date_parts (source->issued, parts) > 0) {
    g_autofree char *year = g_strdup_printf ("%d", parts[0]);
    add_line (text, "PY", year);
  }
  add_date (text, "DA", source->issued);
  add_line (text, "VL", source->volume);
  add_line (text, "IS", source->issue);
  add_pages (text, source->pages);
  add_line (text, "DO", source->doi);
  add_line (text, "UR", source->url);
  add_date (text, "Y2", source->accessed);
  add_line (text, "N1", note);
  g_string_append (text, "ER  - \r\n\r\n");
}

char *
bearings_citation_text_ris (const GPtrArray *citations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    add_citation (text, g_ptr_array_index (citations, i));
  return g_string_free_and_steal (text);
}

char *
bearings_citation_text_plain (const GPtrArray *citations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++) {
    const BearingsCitation *citation = g_ptr_array_index (citations, i);
    g_autofree char *reference = bearings_format_source (citation->source);
    g_autofree char *note = bearings_citation_note (citation);

    g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", reference);
    /* Of an address that may change people want to know when it was read. */
    if (citation->source->accessed != NULL) {
      g_autofree char *date = bearings_format_date (citation->source->accessed);
      /* Translators: the date somebody read a source at its address. */
      g_string_append_printf (text, _ ("Accessed %s."), date);
      g_string_append_c (text, '\n');
    }
    if (note != NULL)
      g_string_append_printf (text, "%s\n", note);
  }
  return g_string_free_and_steal (text);
}
