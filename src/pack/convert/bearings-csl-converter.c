/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources out of CSL-JSON. */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "bearings-bibliography.h"
#include "bearings-json-load.h"

typedef struct {
  const char *file;
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

/* Text or a number, as both occur ("volume": 12); NULL for anything else and for "". */
static char *
node_text (JsonNode *node)
{
  char *text = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strstrip (g_strdup (json_node_get_string (node)));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
member_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL ? node_text (node) : NULL;
}

static gboolean
read_authors (const Reader *reader, JsonNode *node, GPtrArray *authors, GError **error)
{
  JsonArray *list;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (reader, error, _ ("“author” is no list"));
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonNode *element = json_array_get_element (list, i);
    JsonObject *name;
    g_autofree char *literal = NULL;
    g_autofree char *family = NULL;
    g_autofree char *given = NULL;
    g_autofree char *particle = NULL;

    if (!JSON_NODE_HOLDS_OBJECT (element))
      return fail (reader, error, _ ("an author is no object with “family” or “literal”"));
    name = json_node_get_object (element);
    literal = member_text (name, "literal");
    family = member_text (name, "family");
    given = member_text (name, "given");
    particle = member_text (name, "non-dropping-particle");
    if (family == NULL && literal == NULL)
      return fail (reader, error, _ ("an author has neither “family” nor “literal”"));
    if (literal != NULL)
      g_ptr_array_add (authors, g_steal_pointer (&literal));
    else
      g_ptr_array_add (authors,
                       g_strdup_printf ("%s%s%s%s%s", particle != NULL ? particle : "",
                                        particle != NULL ? " " : "", family,
                                        given != NULL ? ", " : "", given != NULL ? given : ""));
  }
  return TRUE;
}

static int
part (JsonArray *parts, guint i)
{
  g_autofree char *text =
    i < json_array_get_length (parts) ? node_text (json_array_get_element (parts, i)) : NULL;

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

/* The first date of date-parts, or a date in "raw"; what is neither is an error, not a guess. */
static gboolean
read_date (const Reader *reader, const char *key, JsonNode *node, char **date, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *parts = object != NULL ? json_object_get_member (object, "date-parts") : NULL;
  g_autofree char *raw = object != NULL ? member_text (object, "raw") : NULL;

  if (parts != NULL && JSON_NODE_HOLDS_ARRAY (parts) &&
      json_array_get_length (json_node_get_array (parts)) > 0) {
    JsonNode *first = json_array_get_element (json_node_get_array (parts), 0);

    if (JSON_NODE_HOLDS_ARRAY (first)) {
      JsonArray *numbers = json_node_get_array (first);
      *date = bearings_bibliography_date (part (numbers, 0), part (numbers, 1), part (numbers, 2));
    }
  } else if (raw != NULL && bearings_bibliography_is_date (raw)) {
    *date = g_steal_pointer (&raw);
  }
  return *date != NULL || fail (reader, error, _ ("“%s” is no date that can be read"), key);
}

static gboolean
read_member (Reader *reader,
             BearingsSource *source,
             const char *key,
             JsonNode *node,
             GError **error)
{
  const struct {
    const char *key;
    char **member;
  } texts[] = {
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

  if (g_str_equal (key, "id") || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (key, texts[i].key)) {
      g_free (*texts[i].member);
      *texts[i].member = node_text (node);
      return TRUE;
    }
  if (g_str_equal (key, "author"))
    return read_authors (reader, node, source->authors, error);
  if (g_str_equal (key, "issued"))
    return read_date (reader, key, node, &source->issued, error);
  if (g_str_equal (key, "accessed"))
    return read_date (reader, key, node, &source->accessed, error);
  if (g_str_equal (key, "DOI")) {
    g_autofree char *text = node_text (node);
    source->doi = bearings_bibliography_doi (text);
    if (source->doi == NULL && text != NULL)
      return fail (reader, error, _ ("“%s” is no DOI"), text);
    return TRUE;
  }
  reader->counts->ignored++;
  return TRUE;
}

static gboolean
read_item (Reader *reader, JsonNode *node, GPtrArray *sources, GError **error)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  g_autofree char *key = NULL;
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_ptr_array_add (sources, source);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (reader, error, _ ("it is no object"));
  object = json_node_get_object (node);
  key = member_text (object, "id");
  source->record.id = key != NULL ? bearings_bibliography_id (key) : NULL;
  if (source->record.id == NULL)
    return fail (reader, error, _ ("it has no “id”"));
  if (!g_hash_table_add (reader->ids, source->record.id))
    return fail (reader, error, _ ("the id “%s” stands here twice"), source->record.id);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &value))
    if (!read_member (reader, source, name, value, error))
      return FALSE;
  if (source->title == NULL)
    return fail (reader, error, _ ("it has no title"));
  if (source->csl_type == NULL)
    return fail (reader, error, _ ("it has no type"));
  if (source->url != NULL && !g_str_has_prefix (source->url, "http://") &&
      !g_str_has_prefix (source->url, "https://"))
    return fail (reader, error, _ ("“%s” is no address of the web"), source->url);
  reader->counts->sources++;
  return TRUE;
}

gboolean
bearings_csl_convert (GFile *file,
                      const BearingsPackInfo *info,
                      GFile *out,
                      BearingsBibliographyCounts *counts,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = bearings_bibliography_load (file, cancellable, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .file = name, .ids = ids, .counts = counts };
  JsonNode *root;
  JsonArray *items;

  *counts = (BearingsBibliographyCounts) { 0 };
  if (text == NULL)
    return FALSE;
  root = bearings_json_load (parser, name, text, strlen (text), BEARINGS_PACK_ERROR_CONVERT, error);
  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (root)) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s:1: %s", name,
                 _ ("a list of items was expected, as CSL-JSON is"));
    return FALSE;
  }
  items = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (items); i++) {
    reader.item = i + 1;
    if (!read_item (&reader, json_array_get_element (items, i), sources, error))
      return FALSE;
  }
  return bearings_bibliography_write (sources, info, out, cancellable, error);
}
