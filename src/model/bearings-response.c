/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers in the words of the log, and their scores. */

#include "bearings-sitting.h"

#include <math.h>
#include <string.h>

BearingsResponse *
bearings_response_new (BearingsResponseKind kind)
{
  BearingsResponse *response = g_new0 (BearingsResponse, 1);

  response->kind = kind;
  if (kind == BEARINGS_RESPONSE_RUBRIC)
    response->scores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return response;
}

void
bearings_response_free (BearingsResponse *response)
{
  g_free (response->option);
  g_free (response->text);
  g_clear_pointer (&response->scores, g_hash_table_unref);
  g_free (response);
}

/* "rubric:clarity=2,correct=1;text", the text free of form. */
static BearingsResponse *
parse_rubric (const char *text)
{
  const char *semicolon = strchr (text, ';');
  g_autoptr (BearingsResponse) response = NULL;
  g_autofree char *scores = NULL;
  g_auto (GStrv) parts = NULL;

  if (semicolon == NULL)
    return NULL;
  response = bearings_response_new (BEARINGS_RESPONSE_RUBRIC);
  response->text = g_strdup (semicolon + 1);
  scores = g_strndup (text, semicolon - text);
  parts = g_strsplit (scores, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    char *equals = strchr (parts[i], '=');
    guint64 score;

    if (parts[i][0] == '\0')
      continue;
    if (equals == NULL || !g_ascii_string_to_unsigned (equals + 1, 10, 0, 100, &score, NULL))
      return NULL;
    g_hash_table_insert (response->scores, g_strndup (parts[i], equals - parts[i]),
                         GINT_TO_POINTER ((int) score));
  }
  return g_steal_pointer (&response);
}

BearingsResponse *
bearings_response_parse (const char *text)
{
  BearingsResponse *response;

  if (text == NULL)
    return NULL;
  if (g_str_has_prefix (text, "option:")) {
    response = bearings_response_new (BEARINGS_RESPONSE_OPTION);
    response->option = g_strdup (text + strlen ("option:"));
    return response;
  }
  if (g_str_equal (text, "dont-know"))
    return bearings_response_new (BEARINGS_RESPONSE_DONT_KNOW);
  if (g_str_has_prefix (text, "anchor:")) {
    gint64 anchor;
    if (!g_ascii_string_to_signed (text + strlen ("anchor:"), 10, 0, 100, &anchor, NULL))
      return NULL;
    response = bearings_response_new (BEARINGS_RESPONSE_ANCHOR);
    response->anchor = anchor;
    return response;
  }
  if (g_str_has_prefix (text, "rubric:"))
    return parse_rubric (text + strlen ("rubric:"));
  return NULL;
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
bearings_response_to_string (const BearingsResponse *response)
{
  switch (response->kind) {
  case BEARINGS_RESPONSE_OPTION:
    return g_strconcat ("option:", response->option, NULL);
  case BEARINGS_RESPONSE_DONT_KNOW:
    return g_strdup ("dont-know");
  case BEARINGS_RESPONSE_ANCHOR:
    return g_strdup_printf ("anchor:%" G_GINT64_FORMAT, response->anchor);
  case BEARINGS_RESPONSE_RUBRIC: {
    GString *text = g_string_new ("rubric:");
    g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (response->scores);

    g_ptr_array_sort (keys, compare_text); /* the same answer is the same text */
    for (guint i = 0; i < keys->len; i++) {
      const char *key = g_ptr_array_index (keys, i);
      g_string_append_printf (text, "%s%s=%d", i > 0 ? "," : "", key,
                              GPOINTER_TO_INT (g_hash_table_lookup (response->scores, key)));
    }
    g_string_append_printf (text, ";%s", response->text != NULL ? response->text : "");
    return g_string_free_and_steal (text);
  }
  case BEARINGS_RESPONSE_NONE:
    break;
  }
  return NULL;
}

gboolean
bearings_response_is_complete (const BearingsResponse *response, const BearingsItem *item)
{
  if (response == NULL)
    return FALSE;
  switch ((BearingsItemKind) item->kind) {
  case BEARINGS_ITEM_SELF_REPORT:
    return response->kind == BEARINGS_RESPONSE_ANCHOR;
  case BEARINGS_ITEM_KEYED:
    return response->kind == BEARINGS_RESPONSE_OPTION ||
           response->kind == BEARINGS_RESPONSE_DONT_KNOW;
  case BEARINGS_ITEM_RUBRIC:
    if (response->kind != BEARINGS_RESPONSE_RUBRIC)
      return response->kind == BEARINGS_RESPONSE_DONT_KNOW;
    for (guint i = 0; i < item->criteria->len; i++) {
      BearingsCriterion *criterion = g_ptr_array_index (item->criteria, i);
      if (!g_hash_table_contains (response->scores, criterion->id))
        return FALSE;
    }
    return TRUE;
  }
  return FALSE;
}

double
bearings_response_score (const BearingsResponse *response, const BearingsItem *item)
{
  if (!bearings_response_is_complete (response, item))
    return NAN;
  switch ((BearingsItemKind) item->kind) {
  case BEARINGS_ITEM_SELF_REPORT:
    return (double) response->anchor;
  case BEARINGS_ITEM_KEYED:
    if (response->kind == BEARINGS_RESPONSE_DONT_KNOW)
      return 0;
    for (guint i = 0; i < item->options->len; i++) {
      BearingsItemOption *option = g_ptr_array_index (item->options, i);
      if (g_str_equal (option->id, response->option))
        return option->key == BEARINGS_YES ? 1 : 0;
    }
    return NAN;
  case BEARINGS_ITEM_RUBRIC: {
    double sum = 0;

    if (response->kind == BEARINGS_RESPONSE_DONT_KNOW)
      return 0;
    for (guint i = 0; i < item->criteria->len; i++) {
      BearingsCriterion *criterion = g_ptr_array_index (item->criteria, i);
      sum += GPOINTER_TO_INT (g_hash_table_lookup (response->scores, criterion->id));
    }
    return sum;
  }
  }
  return NAN;
}

double
bearings_item_max_score (const BearingsItem *item)
{
  double sum = 0;

  switch ((BearingsItemKind) item->kind) {
  case BEARINGS_ITEM_KEYED:
    return 1;
  case BEARINGS_ITEM_SELF_REPORT:
    for (guint i = 0; i < item->anchors->len; i++)
      sum =
        MAX (sum, (double) ((BearingsItemAnchor *) g_ptr_array_index (item->anchors, i))->value);
    return sum;
  case BEARINGS_ITEM_RUBRIC:
    for (guint i = 0; i < item->criteria->len; i++) {
      BearingsCriterion *criterion = g_ptr_array_index (item->criteria, i);
      gint64 most = 0;
      for (guint j = 0; j < criterion->points->len; j++)
        most =
          MAX (most, ((BearingsCriterionPoint *) g_ptr_array_index (criterion->points, j))->score);
      sum += (double) most;
    }
    return sum;
  }
  return NAN;
}
