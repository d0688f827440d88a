/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations as CSL-JSON, which pandoc, Zotero and other citation processors read. */

#include "bearings-csl-json.h"

#include "bearings-json-text.h"

static void
add_authors (BearingsJsonText *json, const GPtrArray *authors)
{
  if (authors->len == 0)
    return;
  bearings_json_text_list (json, "author");
  for (guint i = 0; i < authors->len; i++) {
    g_auto (BearingsAuthorName) name = { 0 };

    bearings_author_name_init (&name, g_ptr_array_index (authors, i));
    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "family", name.family);
    bearings_json_text_string (json, "given", name.given);
    bearings_json_text_string (json, "literal", name.literal);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static void
add_date (BearingsJsonText *json, const char *name, const char *date)
{
  int parts[3];
  guint n = bearings_citation_date_parts (date, parts);

  if (n == 0)
    return;
  bearings_json_text_object (json, name);
  bearings_json_text_list (json, "date-parts");
  bearings_json_text_list (json, NULL);
  for (guint i = 0; i < n; i++)
    bearings_json_text_integer (json, NULL, parts[i]);
  bearings_json_text_end (json);
  bearings_json_text_end (json);
  bearings_json_text_end (json);
}

static void
add_citation (BearingsJsonText *json, const BearingsCitation *citation)
{
  const BearingsSource *source = citation->source;
  g_autofree char *key = bearings_citation_key (citation);
  g_autofree char *note = bearings_citation_note (citation);

  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "id", key);
  bearings_json_text_string (json, "type", source->csl_type);
  bearings_json_text_string (json, "title", source->title);
  add_authors (json, source->authors);
  bearings_json_text_string (json, "container-title", source->container);
  bearings_json_text_string (json, "publisher", source->publisher);
  bearings_json_text_string (json, "volume", source->volume);
  bearings_json_text_string (json, "issue", source->issue);
  bearings_json_text_string (json, "page", source->pages);
  add_date (json, "issued", source->issued);
  add_date (json, "accessed", source->accessed);
  bearings_json_text_string (json, "DOI", source->doi);
  bearings_json_text_string (json, "URL", source->url);
  bearings_json_text_string (json, "note", note);
  bearings_json_text_end (json);
}

char *
bearings_csl_json_citations_to (const GPtrArray *citations)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_list (&json, NULL);
  for (guint i = 0; i < citations->len; i++)
    add_citation (&json, g_ptr_array_index (citations, i));
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
