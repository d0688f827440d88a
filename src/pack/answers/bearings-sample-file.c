/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A centre's anonymous sample as a file, for other centres. */

#include "bearings-sample-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-json-reader.h"
#include "bearings-json-text.h"
#include "bearings-pack-error.h"

#define SAMPLE_FORMAT 1
#define LONGEST_TEXT 1000

static void
add_contribution (BearingsJsonText *json, const BearingsContribution *one)
{
  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "id", one->id);
  bearings_json_text_string (json, "instrument", one->instrument);
  bearings_json_text_string (json, "instrument_version", one->instrument_version);
  bearings_json_text_string (json, "month", one->month);
  bearings_json_text_list (json, "answers");
  for (guint i = 0; i < one->answers->len; i++) {
    const BearingsContributionAnswer *answer = one->answers->pdata[i];

    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "item", answer->item);
    bearings_json_text_string (json, "response", answer->response);
    bearings_json_text_real (json, "score", answer->score);
    bearings_json_text_string (json, "second", answer->second);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
  bearings_json_text_list (json, "scores");
  for (guint i = 0; i < one->scores->len; i++) {
    const BearingsContributionScore *score = one->scores->pdata[i];

    bearings_json_text_object (json, NULL);
    bearings_json_text_string (json, "scale", score->scale);
    bearings_json_text_real (json, "theta", score->theta);
    bearings_json_text_real (json, "se", score->se);
    bearings_json_text_real (json, "self_mean", score->self_mean);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
  bearings_json_text_end (json);
}

char *
bearings_sample_file_to_json (GPtrArray *contributions)
{
  BearingsJsonText json = { .text = g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_integer (&json, "bearings_sample", SAMPLE_FORMAT);
  bearings_json_text_list (&json, "records");
  for (guint i = 0; i < contributions->len; i++)
    add_contribution (&json, contributions->pdata[i]);
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  g_string_append_c (json.text, '\n');
  return g_string_free_and_steal (json.text);
}

typedef struct {
  BearingsJsonReader *json;
  const char *wrong; /* the first member of a record that is missing or not as it should be */
} Reader;

static void
refuse (Reader *reader, const char *member)
{
  if (reader->wrong == NULL)
    reader->wrong = member;
}

/* To what comes next, as long as all was well. */
static gboolean
next (Reader *reader)
{
  return reader->wrong == NULL && bearings_json_reader_next (reader->json);
}

/* Into the list or object of that name. */
static gboolean
enter (Reader *reader, BearingsJsonKind kind, const char *member)
{
  if (bearings_json_reader_peek (reader->json) == kind)
    return bearings_json_reader_enter (reader->json);
  refuse (reader, member);
  return FALSE;
}

static gboolean
is_key (Reader *reader, const char *name)
{
  return bearings_json_reader_is_key (reader->json, name);
}

/* A short text without control characters. */
static char *
read_text (Reader *reader, const char *member)
{
  g_autofree char *text = bearings_json_reader_dup_text (reader->json);

  if (text == NULL || strlen (text) > LONGEST_TEXT) {
    refuse (reader, member);
    return NULL;
  }
  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      refuse (reader, member);
  return g_steal_pointer (&text);
}

/* What somebody wrote in words has no place in a sample. */
static char *
read_response (Reader *reader, const char *member)
{
  char *text = read_text (reader, member);

  if (text != NULL && !bearings_contribution_is_plain (text))
    refuse (reader, member);
  return text;
}

static double
read_real (Reader *reader, const char *member, double least)
{
  double value = bearings_json_reader_real (reader->json);

  if (!isfinite (value) || value < least)
    refuse (reader, member);
  return value;
}

static void
read_answer (Reader *reader, BearingsContribution *one, GHashTable *seen)
{
  g_autofree char *item = NULL;
  g_autofree char *response = NULL;
  g_autofree char *second = NULL;
  double score = NAN;

  if (!enter (reader, BEARINGS_JSON_OBJECT, "item"))
    return;
  while (next (reader)) {
    if (is_key (reader, "item"))
      item = read_text (reader, "item");
    else if (is_key (reader, "response"))
      response = read_response (reader, "response");
    else if (is_key (reader, "score"))
      score = read_real (reader, "score", 0);
    else if (is_key (reader, "second"))
      second = read_response (reader, "second");
    else
      bearings_json_reader_skip (reader->json);
  }
  if (item == NULL || *item == '\0' || !g_hash_table_add (seen, g_strdup (item))) {
    refuse (reader, "item");
    return;
  }
  bearings_contribution_add_answer (one, item, response, score);
  if (second != NULL)
    bearings_contribution_set_second (one, item, second);
}

static void
read_score (Reader *reader, BearingsContribution *one, GHashTable *seen)
{
  g_autofree char *scale = NULL;
  double theta = NAN, se = NAN, self_mean = NAN;

  if (!enter (reader, BEARINGS_JSON_OBJECT, "scale"))
    return;
  while (next (reader)) {
    if (is_key (reader, "scale"))
      scale = read_text (reader, "scale");
    else if (is_key (reader, "theta"))
      theta = read_real (reader, "theta", -INFINITY);
    else if (is_key (reader, "se"))
      se = read_real (reader, "se", 0);
    else if (is_key (reader, "self_mean"))
      self_mean = read_real (reader, "self_mean", -INFINITY);
    else
      bearings_json_reader_skip (reader->json);
  }
  if (scale == NULL || !g_hash_table_add (seen, g_strdup (scale)))
    refuse (reader, "scale");
  else
    bearings_contribution_add_score (one, scale, theta, se, self_mean);
}

/* Whether the list is there, and good. */
static gboolean
read_list (Reader *reader,
           const char *member,
           void (*read) (Reader *reader, BearingsContribution *one, GHashTable *seen),
           BearingsContribution *one)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!enter (reader, BEARINGS_JSON_LIST, member))
    return FALSE;
  while (next (reader))
    read (reader, one, seen);
  return TRUE;
}

static BearingsContribution *
read_contribution (Reader *reader)
{
  g_autoptr (BearingsContribution) one = bearings_contribution_new ();
  gboolean answers = FALSE, scores = FALSE;

  one->origin = g_strdup ("");
  if (enter (reader, BEARINGS_JSON_OBJECT, "records"))
    while (next (reader)) {
      if (is_key (reader, "id"))
        one->id = read_text (reader, "id");
      else if (is_key (reader, "instrument"))
        one->instrument = read_text (reader, "instrument");
      else if (is_key (reader, "instrument_version"))
        one->instrument_version = read_text (reader, "instrument_version");
      else if (is_key (reader, "month"))
        one->month = read_text (reader, "month");
      else if (is_key (reader, "answers"))
        answers = read_list (reader, "answers", read_answer, one);
      else if (is_key (reader, "scores"))
        scores = read_list (reader, "scores", read_score, one);
      else
        bearings_json_reader_skip (reader->json);
    }
  if (one->id == NULL || !g_uuid_string_is_valid (one->id))
    refuse (reader, "id");
  else if (one->instrument == NULL || *one->instrument == '\0')
    refuse (reader, "instrument");
  else if (one->instrument_version == NULL || *one->instrument_version == '\0')
    refuse (reader, "instrument_version");
  else if (one->month == NULL || !bearings_contribution_is_month (one->month))
    refuse (reader, "month");
  else if (!answers)
    refuse (reader, "answers");
  else if (!scores)
    refuse (reader, "scores");
  if (reader->wrong != NULL)
    return NULL;
  for (char *c = one->id; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  return g_steal_pointer (&one);
}

/* Whether there is a list of records, of a format known here. */
static gboolean
find_records (BearingsJsonReader *json, const char *text, gsize length)
{
  if (!bearings_json_reader_find (json, "bearings_sample") ||
      bearings_json_reader_real (json) != SAMPLE_FORMAT)
    return FALSE;
  bearings_json_reader_begin (json, text, length, 1);
  return bearings_json_reader_find (json, "records") &&
         bearings_json_reader_peek (json) == BEARINGS_JSON_LIST;
}

GPtrArray *
bearings_sample_file_from_json (const char *text, gssize length, GError **error)
{
  g_autoptr (GPtrArray) list = bearings_contribution_list_new ();
  g_auto (BearingsJsonReader) json = { 0 };
  Reader reader = { .json = &json };
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (!bearings_json_reader_begin_file (&json, _ ("the file"), text, size,
                                        BEARINGS_PACK_ERROR_INVALID, error))
    return NULL;
  if (!find_records (&json, text, size)) {
    g_set_error_literal (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID,
                         _ ("The file is not a sample of Bearings of a version known here."));
    return NULL;
  }
  bearings_json_reader_enter (&json);
  while (next (&reader)) {
    BearingsContribution *one = read_contribution (&reader);

    if (one != NULL)
      g_ptr_array_add (list, one);
  }
  if (reader.wrong == NULL)
    return g_steal_pointer (&list);
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID,
               /* Translators: number of a record in a file, and the name of its member. */
               _ ("Record %u of the sample: “%s” is missing or not as it should be. Nothing of the "
                  "file is taken."),
               list->len + 1, reader.wrong);
  return NULL;
}
