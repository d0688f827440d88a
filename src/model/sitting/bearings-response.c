/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers in the words of the log, and their scores. */

#include "bearings-response.h"

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
  g_strfreev (response->options);
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

/* "a,c" */
static BearingsResponse *
parse_options (BearingsResponseKind kind, const char *ids)
{
  BearingsResponse *response = bearings_response_new (kind);

  response->options = g_strsplit (ids, ",", -1);
  return response;
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
  if (g_str_has_prefix (text, "options:"))
    return parse_options (BEARINGS_RESPONSE_OPTIONS, text + strlen ("options:"));
  if (g_str_has_prefix (text, "order:"))
    return parse_options (BEARINGS_RESPONSE_ORDER, text + strlen ("order:"));
  if (g_str_has_prefix (text, "typed:")) {
    response = bearings_response_new (BEARINGS_RESPONSE_TYPED);
    response->text = g_strdup (text + strlen ("typed:"));
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
  case BEARINGS_RESPONSE_OPTIONS:
  case BEARINGS_RESPONSE_ORDER: {
    g_autofree char *ids = g_strjoinv (",", response->options);
    return g_strconcat (response->kind == BEARINGS_RESPONSE_ORDER ? "order:" : "options:", ids,
                        NULL);
  }
  case BEARINGS_RESPONSE_TYPED:
    return g_strconcat ("typed:", response->text, NULL);
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

char *
bearings_response_item_right_answer (const BearingsItem *item)
{
  static const char *const words[] = {
    [BEARINGS_ANSWER_SINGLE] = "option:",
    [BEARINGS_ANSWER_MULTIPLE] = "options:",
    [BEARINGS_ANSWER_ORDERING] = "order:",
    [BEARINGS_ANSWER_TYPED] = "typed:",
  };
  BearingsItemAnswer answer = bearings_item_get_answer (item);
  GString *text = g_string_new (words[answer]);
  const char *separator = "";

  for (guint i = 0; i < item->options->len; i++) {
    const BearingsItemOption *option = g_ptr_array_index (item->options, i);
    if (option->key != BEARINGS_YES && answer != BEARINGS_ANSWER_ORDERING)
      continue;
    g_string_append_printf (text, "%s%s", separator,
                            answer == BEARINGS_ANSWER_TYPED ? option->text : option->id);
    separator = ",";
    if (answer == BEARINGS_ANSWER_TYPED)
      break;
  }
  return g_string_free_and_steal (text);
}

GPtrArray *
bearings_response_item_shown_options (const BearingsItem *item)
{
  GPtrArray *options = g_ptr_array_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (item->record.id));
  gboolean right = TRUE;

  for (guint i = 0; i < item->options->len; i++)
    g_ptr_array_add (options, g_ptr_array_index (item->options, i));
  if (bearings_item_get_answer (item) != BEARINGS_ANSWER_ORDERING || options->len < 2)
    return options;
  for (guint i = options->len - 1; i > 0; i--) {
    guint j = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
    gpointer swapped = options->pdata[i];
    options->pdata[i] = options->pdata[j];
    options->pdata[j] = swapped;
  }
  for (guint i = 0; i < options->len; i++)
    right &= options->pdata[i] == item->options->pdata[i];
  if (right)
    g_ptr_array_add (options, g_ptr_array_steal_index (options, 0));
  return options;
}

char *
bearings_response_normalise (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : "", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (!g_unichar_isspace (c))
      g_string_append_unichar (out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (g_regex_match_simple ("^[-+]?[0-9]+,[0-9]+$", out->str, 0, 0))
    *strchr (out->str, ',') = '.';
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static const BearingsItemOption *
find_option (const BearingsItem *item, const char *id)
{
  for (guint i = 0; i < item->options->len; i++) {
    const BearingsItemOption *option = g_ptr_array_index (item->options, i);
    if (g_str_equal (option->id, id))
      return option;
  }
  return NULL;
}

static gboolean
is_keyed_complete (const BearingsResponse *response, const BearingsItem *item)
{
  if (response->kind == BEARINGS_RESPONSE_DONT_KNOW)
    return TRUE;
  switch (bearings_item_get_answer (item)) {
  case BEARINGS_ANSWER_SINGLE:
    return response->kind == BEARINGS_RESPONSE_OPTION;
  case BEARINGS_ANSWER_MULTIPLE:
    return response->kind == BEARINGS_RESPONSE_OPTIONS && response->options[0] != NULL &&
           response->options[0][0] != '\0';
  case BEARINGS_ANSWER_ORDERING:
    return response->kind == BEARINGS_RESPONSE_ORDER &&
           g_strv_length (response->options) == item->options->len;
  case BEARINGS_ANSWER_TYPED: {
    g_autofree char *text = NULL;
    if (response->kind != BEARINGS_RESPONSE_TYPED)
      return FALSE;
    text = bearings_response_normalise (response->text);
    return text[0] != '\0';
  }
  }
  return FALSE;
}

/* 1 or 0; NaN for an option the item does not have. */
static double
score_keyed (const BearingsResponse *response, const BearingsItem *item)
{
  guint n = item->options->len;

  if (response->kind == BEARINGS_RESPONSE_DONT_KNOW)
    return 0;
  switch (bearings_item_get_answer (item)) {
  case BEARINGS_ANSWER_SINGLE: {
    const BearingsItemOption *option = find_option (item, response->option);
    return option == NULL ? NAN : option->key == BEARINGS_YES;
  }
  case BEARINGS_ANSWER_MULTIPLE:
    for (guint i = 0; response->options[i] != NULL; i++)
      if (find_option (item, response->options[i]) == NULL)
        return NAN;
    for (guint i = 0; i < n; i++) {
      const BearingsItemOption *option = g_ptr_array_index (item->options, i);
      if ((option->key == BEARINGS_YES) !=
          g_strv_contains ((const char *const *) response->options, option->id))
        return 0;
    }
    return 1;
  case BEARINGS_ANSWER_ORDERING:
    for (guint i = 0; i < n; i++)
      if (find_option (item, response->options[i]) == NULL)
        return NAN;
    for (guint i = 0; i < n; i++)
      if (!g_str_equal (((BearingsItemOption *) item->options->pdata[i])->id, response->options[i]))
        return 0;
    return 1;
  case BEARINGS_ANSWER_TYPED: {
    g_autofree char *given = bearings_response_normalise (response->text);
    for (guint i = 0; i < n; i++) {
      const BearingsItemOption *option = g_ptr_array_index (item->options, i);
      g_autofree char *accepted = bearings_response_normalise (option->text);
      if (option->key == BEARINGS_YES && g_str_equal (given, accepted))
        return 1;
    }
    return 0;
  }
  }
  return NAN;
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
    return is_keyed_complete (response, item);
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
    return score_keyed (response, item);
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
bearings_response_item_max_score (const BearingsItem *item)
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
