/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A centre's anonymous sample as a file, for other centres. */

#include "bearings-sample-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "bearings-json-load.h"
#include "bearings-json-text.h"
#include "bearings-pack-error.h"

#define SAMPLE_FORMAT 1

static void
add_text (BearingsJsonText *json, const char *key, const char *value)
{
  if (value == NULL)
    return;
  bearings_json_member (json, key);
  bearings_json_string (json, value);
}

static void
add_real (BearingsJsonText *json, const char *key, double value)
{
  if (!isfinite (value))
    return;
  bearings_json_member (json, key);
  bearings_json_real (json, value);
}

static void
add_contribution (BearingsJsonText *json, const BearingsContribution *one)
{
  bearings_json_member (json, NULL);
  bearings_json_open (json, '{');
  add_text (json, "id", one->id);
  add_text (json, "instrument", one->instrument);
  add_text (json, "instrument_version", one->instrument_version);
  add_text (json, "month", one->month);
  bearings_json_member (json, "answers");
  bearings_json_open (json, '[');
  for (guint i = 0; i < one->answers->len; i++) {
    const BearingsContributionAnswer *answer = one->answers->pdata[i];

    bearings_json_member (json, NULL);
    bearings_json_open (json, '{');
    add_text (json, "item", answer->item);
    add_text (json, "response", answer->response);
    add_real (json, "score", answer->score);
    add_text (json, "second", answer->second);
    bearings_json_close (json, '}');
  }
  bearings_json_close (json, ']');
  bearings_json_member (json, "scores");
  bearings_json_open (json, '[');
  for (guint i = 0; i < one->scores->len; i++) {
    const BearingsContributionScore *score = one->scores->pdata[i];

    bearings_json_member (json, NULL);
    bearings_json_open (json, '{');
    add_text (json, "scale", score->scale);
    add_real (json, "theta", score->theta);
    add_real (json, "se", score->se);
    add_real (json, "self_mean", score->self_mean);
    bearings_json_close (json, '}');
  }
  bearings_json_close (json, ']');
  bearings_json_close (json, '}');
}

char *
bearings_sample_to_json (GPtrArray *contributions)
{
  BearingsJsonText json = { .text = g_string_new (NULL), .pretty = TRUE };

  bearings_json_open (&json, '{');
  bearings_json_member (&json, "bearings_sample");
  bearings_json_integer (&json, SAMPLE_FORMAT);
  bearings_json_member (&json, "records");
  bearings_json_open (&json, '[');
  for (guint i = 0; i < contributions->len; i++)
    add_contribution (&json, contributions->pdata[i]);
  bearings_json_close (&json, ']');
  bearings_json_close (&json, '}');
  g_string_append_c (json.text, '\n');
  return g_string_free_and_steal (json.text);
}

static gboolean
refuse (guint number, const char *member, GError **error)
{
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID,
               /* Translators: number of a record in a file, and the name of its member. */
               _ ("Record %u of the sample: “%s” is missing or not as it should be. Nothing of the "
                  "file is taken."),
               number, member);
  return FALSE;
}

/* A short text without control characters; NULL when it is not there or not one. */
static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  if (strlen (text) > 1000)
    return NULL;
  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      return NULL;
  return text;
}

/* FALSE when it is there and no number; NaN when it is not there. */
static gboolean
get_real (JsonObject *object, const char *member, double *value)
{
  JsonNode *node = json_object_get_member (object, member);

  *value = NAN;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
                                        json_node_get_value_type (node) != G_TYPE_INT64))
    return FALSE;
  *value = json_node_get_double (node);
  return isfinite (*value);
}

static JsonArray *
get_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_answers (JsonArray *array, BearingsContribution *one, guint number, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *object = get_element (array, i);
    const char *item = object != NULL ? get_text (object, "item") : NULL;
    const char *response = item != NULL ? get_text (object, "response") : NULL;
    double score;

    if (item == NULL || *item == '\0' || !g_hash_table_add (seen, (char *) item))
      return refuse (number, "item", error);
    /* What somebody wrote in words has no place in a sample. */
    if (json_object_has_member (object, "response") &&
        (response == NULL || !bearings_contribution_is_plain (response)))
      return refuse (number, "response", error);
    if (!get_real (object, "score", &score) || score < 0)
      return refuse (number, "score", error);
    bearings_contribution_add_answer (one, item, response, score);
    if (!json_object_has_member (object, "second"))
      continue;
    response = get_text (object, "second");
    if (response == NULL || !bearings_contribution_is_plain (response))
      return refuse (number, "second", error);
    bearings_contribution_set_second (one, item, response);
  }
  return TRUE;
}

static gboolean
read_scores (JsonArray *array, BearingsContribution *one, guint number, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *object = get_element (array, i);
    const char *scale = object != NULL ? get_text (object, "scale") : NULL;
    double theta, se, self_mean;

    if (scale == NULL || !g_hash_table_add (seen, (char *) scale))
      return refuse (number, "scale", error);
    if (!get_real (object, "theta", &theta))
      return refuse (number, "theta", error);
    if (!get_real (object, "se", &se) || se < 0)
      return refuse (number, "se", error);
    if (!get_real (object, "self_mean", &self_mean))
      return refuse (number, "self_mean", error);
    bearings_contribution_add_score (one, scale, theta, se, self_mean);
  }
  return TRUE;
}

static BearingsContribution *
read_contribution (JsonObject *object, guint number, GError **error)
{
  g_autoptr (BearingsContribution) one = bearings_contribution_new ();
  const char *id = get_text (object, "id");
  const char *instrument = get_text (object, "instrument");
  const char *version = get_text (object, "instrument_version");
  const char *month = get_text (object, "month");
  JsonArray *answers = get_array (object, "answers");
  JsonArray *scores = get_array (object, "scores");
  const char *wrong = NULL;

  if (id == NULL || !g_uuid_string_is_valid (id))
    wrong = "id";
  else if (instrument == NULL || *instrument == '\0')
    wrong = "instrument";
  else if (version == NULL || *version == '\0')
    wrong = "instrument_version";
  else if (month == NULL || !bearings_contribution_is_month (month))
    wrong = "month";
  else if (answers == NULL)
    wrong = "answers";
  else if (scores == NULL)
    wrong = "scores";
  if (wrong != NULL) {
    refuse (number, wrong, error);
    return NULL;
  }
  one->id = g_ascii_strdown (id, -1);
  one->instrument = g_strdup (instrument);
  one->instrument_version = g_strdup (version);
  one->month = g_strdup (month);
  one->origin = g_strdup ("");
  return read_answers (answers, one, number, error) && read_scores (scores, one, number, error)
           ? g_steal_pointer (&one)
           : NULL;
}

GPtrArray *
bearings_sample_from_json (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) list = bearings_contributions_new ();
  JsonNode *root;
  JsonObject *object = NULL;
  JsonArray *records;
  double format;

  root =
    bearings_json_load (parser, _ ("the file"), text, length < 0 ? strlen (text) : (gsize) length,
                        BEARINGS_PACK_ERROR_INVALID, error);
  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (root))
    object = json_node_get_object (root);
  records = object != NULL ? get_array (object, "records") : NULL;
  if (records == NULL || !get_real (object, "bearings_sample", &format) ||
      format != SAMPLE_FORMAT) {
    g_set_error_literal (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID,
                         _ ("The file is not a sample of Bearings of a version known here."));
    return NULL;
  }
  for (guint i = 0; i < json_array_get_length (records); i++) {
    JsonObject *record = get_element (records, i);
    BearingsContribution *one;

    if (record == NULL) {
      refuse (i + 1, "records", error);
      return NULL;
    }
    one = read_contribution (record, i + 1, error);
    if (one == NULL)
      return NULL;
    g_ptr_array_add (list, one);
  }
  return g_steal_pointer (&list);
}
