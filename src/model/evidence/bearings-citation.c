/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source as other programs cite it: names, dates and notes taken apart. */

#include "bearings-citation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-words.h"

static const char *const form_nicks[] = { "csl-json", "bibtex", "ris", "text", NULL };
const BearingsEnumType bearings_cite_form_type = { "citation format", form_nicks };

const char *
bearings_cite_form_title (BearingsCiteForm form)
{
  switch (form) {
  case BEARINGS_CITE_CSL_JSON:
    return "CSL-JSON";
  case BEARINGS_CITE_BIBTEX:
    return "BibTeX";
  case BEARINGS_CITE_RIS:
    return "RIS";
  case BEARINGS_CITE_TEXT:
    /* Translators: a reference as plain text, beside formats for programs. */
    return _ ("Text");
  }
  return "";
}

const char *
bearings_cite_form_extension (BearingsCiteForm form)
{
  switch (form) {
  case BEARINGS_CITE_CSL_JSON:
    return "json";
  case BEARINGS_CITE_BIBTEX:
    return "bib";
  case BEARINGS_CITE_RIS:
    return "ris";
  case BEARINGS_CITE_TEXT:
    break;
  }
  return "txt";
}

BearingsCitation *
bearings_citation_new (BearingsSource *source)
{
  BearingsCitation *citation = g_new0 (BearingsCitation, 1);

  citation->source = bearings_record_ref (source);
  citation->notes = g_ptr_array_new_with_free_func (g_free);
  return citation;
}

void
bearings_citation_free (BearingsCitation *citation)
{
  g_ptr_array_unref (citation->notes);
  bearings_record_unref (citation->source);
  g_free (citation);
}

char *
bearings_citation_note (const BearingsCitation *citation)
{
  const BearingsSource *source = citation->source;
  GString *text = g_string_new (NULL);

  if (source->state > BEARINGS_SOURCE_CURRENT) {
    g_string_append (text, bearings_words_source_state_title (source->state));
    if (source->state_date != NULL)
      g_string_append_printf (text, " (%s)", source->state_date);
    g_string_append_c (text, '.');
    if (source->state_note != NULL)
      g_string_append_printf (text, " %s", source->state_note);
  }
  for (guint i = 0; i < citation->notes->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            (char *) g_ptr_array_index (citation->notes, i));
  if (text->len == 0) {
    g_string_free (text, TRUE);
    return NULL;
  }
  return g_string_free_and_steal (text);
}

static gboolean
is_institution (const char *author)
{
  static const char *const words[] = { " of ", " and ", " for ", " the ", " on ", "&" };

  if (strchr (author, ',') == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (author, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
bearings_author_name_init (BearingsAuthorName *name, const char *author)
{
  const char *comma = strchr (author, ',');

  *name = (BearingsAuthorName) { 0 };
  if (is_institution (author)) {
    name->literal = g_strstrip (g_strdup (author));
    return;
  }
  name->family = g_strstrip (g_strndup (author, (gsize) (comma - author)));
  name->given = g_strstrip (g_strdup (comma + 1));
  if (*name->given == '\0') {
    g_clear_pointer (&name->given, g_free);
    name->literal = g_steal_pointer (&name->family);
  }
}

void
bearings_author_name_clear (BearingsAuthorName *name)
{
  g_clear_pointer (&name->family, g_free);
  g_clear_pointer (&name->given, g_free);
  g_clear_pointer (&name->literal, g_free);
}

guint
bearings_citation_date_parts (const char *date, int parts[3])
{
  static const gsize lengths[] = { 4, 2, 2 };
  guint n = 0;

  parts[0] = parts[1] = parts[2] = 0;
  for (; date != NULL && n < 3 && strspn (date, "0123456789") == lengths[n]; n++) {
    parts[n] = (int) g_ascii_strtoll (date, NULL, 10);
    date += lengths[n];
    if (*date != '-') {
      n++;
      break;
    }
    date++;
  }
  return n;
}

char *
bearings_citation_key (const BearingsCitation *citation)
{
  char *key = g_strdup (citation->source->record.id);

  for (char *p = key; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '.')
      *p = '-';
  return key;
}
