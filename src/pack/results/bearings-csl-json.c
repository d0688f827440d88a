/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations as CSL-JSON, which pandoc, Zotero and other citation processors read. */

#include "bearings-csl-json.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

static void
add_authors (JsonBuilder *json, const GPtrArray *authors)
{
  if (authors->len == 0)
    return;
  json_builder_set_member_name (json, "author");
  json_builder_begin_array (json);
  for (guint i = 0; i < authors->len; i++) {
    g_auto (BearingsAuthorName) name = { 0 };

    bearings_author_name_init (&name, g_ptr_array_index (authors, i));
    json_builder_begin_object (json);
    add_text (json, "family", name.family);
    add_text (json, "given", name.given);
    add_text (json, "literal", name.literal);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_date (JsonBuilder *json, const char *name, const char *date)
{
  int parts[3];
  guint n = bearings_date_parts (date, parts);

  if (n == 0)
    return;
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "date-parts");
  json_builder_begin_array (json);
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    json_builder_add_int_value (json, parts[i]);
  json_builder_end_array (json);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_citation (JsonBuilder *json, const BearingsCitation *citation)
{
  const BearingsSource *source = citation->source;
  g_autofree char *key = bearings_citation_key (citation);
  g_autofree char *note = bearings_citation_note (citation);

  json_builder_begin_object (json);
  add_text (json, "id", key);
  add_text (json, "type", source->csl_type);
  add_text (json, "title", source->title);
  add_authors (json, source->authors);
  add_text (json, "container-title", source->container);
  add_text (json, "publisher", source->publisher);
  add_text (json, "volume", source->volume);
  add_text (json, "issue", source->issue);
  add_text (json, "page", source->pages);
  add_date (json, "issued", source->issued);
  add_date (json, "accessed", source->accessed);
  add_text (json, "DOI", source->doi);
  add_text (json, "URL", source->url);
  add_text (json, "note", note);
  json_builder_end_object (json);
}

char *
bearings_citations_to_csl_json (const GPtrArray *citations)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (json);
  for (guint i = 0; i < citations->len; i++)
    add_citation (json, g_ptr_array_index (citations, i));
  json_builder_end_array (json);
  root = json_builder_get_root (json);
  return json_to_string (root, TRUE);
}
