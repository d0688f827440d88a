/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of the catalogue: claims and sources, searched, filtered and sorted by SQLite. */

#include "bearings-catalogue-library.h"

#include <sqlite3.h>
#include <string.h>

#include "bearings-catalogue-private.h"
#include "bearings-watch.h"

#define FIRST_SOURCE "(1 << 40)"
/* A column for each facet; freshness is judged by the state of the source and a year back from ?2.
 */
static const char *const facet_columns[BEARINGS_N_FACETS] = {
  [BEARINGS_FACET_CHANNEL] = "coalesce (l.channel, '')",
  [BEARINGS_FACET_CERTAINTY] = "coalesce (l.certainty, '')",
  [BEARINGS_FACET_DESIGN] = "coalesce (l.design, '')",
  [BEARINGS_FACET_DIRECTION] = "coalesce (l.direction, '')",
  [BEARINGS_FACET_BOUNDARY] = "coalesce (l.boundary, '')",
  [BEARINGS_FACET_TOPIC] = "coalesce (l.topic, '')",
  [BEARINGS_FACET_FRESHNESS] =
    "CASE WHEN l.state IN ('withdrawn', 'retracted') THEN 'withdrawn'"
    " WHEN l.state IN ('corrected', 'superseded') THEN 'replaced'"
    " WHEN l.checked IS NULL THEN 'undated'"
    " WHEN l.checked >= substr (date (?2, '-1 year'), 1, length (l.checked)) THEN 'recent'"
    " ELSE 'due' END",
};

/* The functions that library-fill.sql calls --------------------------------------------------- */

static int
nick_value (const BearingsEnumType *type, sqlite3_value *value)
{
  const char *nick = (const char *) sqlite3_value_text (value);

  return nick != NULL ? bearings_enums_value (type, nick) : 0;
}

static int
yes_no (sqlite3_value *value)
{
  if (sqlite3_value_type (value) == SQLITE_NULL)
    return BEARINGS_UNKNOWN;
  return sqlite3_value_int (value) ? BEARINGS_YES : BEARINGS_NO;
}

/* The rules of certainty over the fields they read. */
static void
rank_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  BearingsCertaintyReason reason = { .steps = sqlite3_value_int64 (values[1]) };
  gpointer reasons[] = { &reason };
  GPtrArray list = { reasons, reason.steps > 0 ? 1 : 0 };
  BearingsClaim claim = { 0 };

  claim.design = nick_value (&bearings_design_type, values[0]);
  claim.certainty_reasons = &list;
  claim.hedge = nick_value (&bearings_hedge_type, values[2]);
  claim.finding.interval = nick_value (&bearings_interval_type, values[3]);
  claim.finding.missing = nick_value (&bearings_missing_type, values[4]);
  claim.peer_reviewed = yes_no (values[5]);
  claim.single_study = yes_no (values[6]);
  claim.underpowered = yes_no (values[7]);
  sqlite3_result_int (context, (int) bearings_certainty_of_claim (&claim));
}

static void
certainty_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *nick = bearings_enums_nick (&bearings_certainty_type, sqlite3_value_int (values[0]));

  if (nick != NULL)
    sqlite3_result_text (context, nick, -1, SQLITE_TRANSIENT);
}

static void
year_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  int year = bearings_library_last_year ((const char *) sqlite3_value_text (values[0]));

  if (year != 0)
    sqlite3_result_int (context, year);
}

gboolean
bearings_catalogue_prepare_library (BearingsDatabase *database, GError **error)
{
  static const struct {
    const char *name;
    int n;
    void (*function) (sqlite3_context *context, int n, sqlite3_value **values);
  } functions[] = {
    { "bearings_certainty_rank", 8, rank_function },
    { "bearings_certainty", 1, certainty_function },
    { "bearings_year", 1, year_function },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++) {
    int code = sqlite3_create_function (bearings_database_get_handle (database), functions[i].name,
                                        functions[i].n,
                                        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                        NULL, functions[i].function, NULL, NULL);
    if (code != SQLITE_OK)
      return bearings_database_fail (database, code, error);
  }
  return TRUE;
}

/* Queries ------------------------------------------------------------------------------------- */

/* ?1 the words, ?2 today, from ?3 on the values of the facets. */
static void
add_where (GString *sql, const BearingsLibraryQuery *query, gboolean words, gboolean filters)
{
  const char *key = words ? "library_index.rowid" : "l.rowkey";
  int parameter = 3;

  /* A parameter has to stand somewhere to be bound. */
  g_string_append_printf (sql, " WHERE ?2 IS NOT NULL AND %s %s " FIRST_SOURCE, key,
                          query->sources ? ">" : "<");
  if (words)
    g_string_append (sql, " AND library_index MATCH ?1");
  if (query->year_from != 0)
    g_string_append_printf (sql, " AND l.year >= %d", query->year_from);
  if (query->year_to != 0)
    g_string_append_printf (sql, " AND l.year <= %d", query->year_to);
  for (int i = 0; filters && i < BEARINGS_N_FACETS; i++) {
    if (query->values[i]->len == 0 || !bearings_library_query_applies (query, i))
      continue;
    g_string_append_printf (sql, " AND %s IN (", facet_columns[i]);
    for (guint j = 0; j < query->values[i]->len; j++)
      g_string_append_printf (sql, "%s?%d", j > 0 ? ", " : "", parameter++);
    g_string_append_c (sql, ')');
  }
}

static void
bind_query (BearingsStatement *rows,
            const BearingsLibraryQuery *query,
            const char *expression,
            const char *today,
            gboolean filters)
{
  int parameter = 3;

  if (expression != NULL)
    bearings_statement_bind_text (rows, 1, expression);
  bearings_statement_bind_text (rows, 2, today);
  for (int i = 0; filters && i < BEARINGS_N_FACETS; i++)
    for (guint j = 0; bearings_library_query_applies (query, i) && j < query->values[i]->len; j++)
      bearings_statement_bind_text (rows, parameter++, g_ptr_array_index (query->values[i], j));
}

static const char *
sort_order (const BearingsLibraryQuery *query, gboolean words)
{
  switch (query->sort) {
  case BEARINGS_LIBRARY_SORT_NEWEST:
    return "l.year DESC, l.rowkey";
  case BEARINGS_LIBRARY_SORT_OLDEST:
    return "l.year IS NULL, l.year, l.rowkey";
  case BEARINGS_LIBRARY_SORT_CERTAINTY:
    return "l.certainty_rank DESC, l.rowkey";
  case BEARINGS_LIBRARY_SORT_TITLE:
    return words ? "library_index.rowid" : "l.rowkey";
  case BEARINGS_LIBRARY_SORT_BEST:
    break;
  }
  return words ? "library_index.rank" : "l.rowkey";
}

/* Whether the index of words alone answers the query. */
static gboolean
needs_rows (const BearingsLibraryQuery *query)
{
  return bearings_library_query_n_filters (query) > 0 ||
         (query->sort != BEARINGS_LIBRARY_SORT_BEST && query->sort != BEARINGS_LIBRARY_SORT_TITLE);
}

/* NULL text, or text without a word, is no search. */
static char *
words_of (const BearingsLibraryQuery *query, gboolean *hopeless)
{
  g_autofree char *expression =
    query->text != NULL ? bearings_catalogue_match_expression (query->text) : NULL;
  g_autofree char *typed = query->text != NULL ? bearings_library_fold_text (query->text) : NULL;

  /* What was typed and cannot be looked for finds nothing, not everything. */
  *hopeless = expression == NULL && typed != NULL && *typed != '\0';
  return g_steal_pointer (&expression);
}

GArray *
bearings_catalogue_library_list (BearingsCatalogue *self,
                                 const BearingsLibraryQuery *query,
                                 const char *today,
                                 gint64 limit,
                                 BearingsStopFunc stop,
                                 gpointer stop_data,
                                 GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean hopeless;
  g_autofree char *expression = words_of (query, &hopeless);
  gboolean words = expression != NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (BearingsStatement) rows = NULL;
  g_auto (BearingsWatch) watch = { database, stop, stop_data };
  BearingsStep step;

  if (hopeless)
    return g_steal_pointer (&keys);
  if (!words)
    g_string_append (sql, "SELECT l.rowkey FROM library_row l");
  else if (needs_rows (query))
    g_string_append (sql, "SELECT library_index.rowid FROM library_index "
                          "JOIN library_row l ON l.rowkey = library_index.rowid");
  else
    g_string_append (sql, "SELECT library_index.rowid FROM library_index");
  add_where (sql, query, words, TRUE);
  g_string_append_printf (sql, " ORDER BY %s LIMIT %" G_GINT64_FORMAT, sort_order (query, words),
                          limit);
  rows = bearings_statement_new (database, sql->str, error);
  if (rows == NULL)
    return NULL;
  bind_query (rows, query, expression, today, TRUE);
  bearings_watch_begin (&watch);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gint64 key = bearings_statement_get_integer (rows, 0);
    g_array_append_val (keys, key);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static BearingsLibraryRow *
read_row (BearingsStatement *rows)
{
  BearingsLibraryRow *row = bearings_library_row_new ();
  const struct {
    const BearingsEnumType *type;
    int value;
  } nicks[] = { { &bearings_channel_type, 0 },
                { &bearings_certainty_type, 0 },
                { &bearings_design_type, 0 },
                { &bearings_source_state_type, 0 } };
  int values[G_N_ELEMENTS (nicks)];

  row->kind =
    bearings_statement_get_integer (rows, 0) ? BEARINGS_RECORD_SOURCE : BEARINGS_RECORD_CLAIM;
  row->id = bearings_statement_dup_text (rows, 1);
  row->title = bearings_statement_dup_text (rows, 2);
  row->credit = bearings_statement_dup_text (rows, 3);
  row->n_authors = (int) bearings_statement_get_integer (rows, 4);
  row->year =
    bearings_statement_is_null (rows, 5) ? 0 : (int) bearings_statement_get_integer (rows, 5);
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++) {
    const char *nick = bearings_statement_get_text (rows, 6 + (int) i);
    values[i] = nick != NULL ? bearings_enums_value (nicks[i].type, nick) : 0;
  }
  row->channel = values[0];
  row->certainty = values[1];
  row->design = values[2];
  row->state = values[3];
  row->body = bearings_statement_dup_text (rows, 10);
  return row;
}

GPtrArray *
bearings_catalogue_library_get_rows (BearingsCatalogue *self,
                                     const gint64 *keys,
                                     guint n_keys,
                                     GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    bearings_catalogue_get_database (self),
    "SELECT rowkey > " FIRST_SOURCE ", id, title, credit, n_authors, year, channel, certainty, "
    "design, state, body FROM library_row WHERE rowkey = ?1",
    error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < n_keys; i++) {
    bearings_statement_bind_integer (rows, 1, keys[i]);
    switch (bearings_statement_step (rows, error)) {
    case BEARINGS_STEP_ROW:
      g_ptr_array_add (list, read_row (rows));
      break;
    case BEARINGS_STEP_DONE:
      g_ptr_array_add (list, bearings_library_row_new ());
      break;
    case BEARINGS_STEP_ERROR:
      return NULL;
    }
    bearings_statement_reset (rows);
  }
  return g_steal_pointer (&list);
}

GPtrArray *
bearings_catalogue_library_count (BearingsCatalogue *self,
                                  const BearingsLibraryQuery *query,
                                  const char *today,
                                  BearingsStopFunc stop,
                                  gpointer stop_data,
                                  GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);
  g_autoptr (GPtrArray) combinations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_library_combination_free);
  gboolean hopeless;
  g_autofree char *expression = words_of (query, &hopeless);
  gboolean words = expression != NULL;
  g_autoptr (GString) sql = g_string_new ("SELECT count (*)");
  g_autoptr (BearingsStatement) rows = NULL;
  g_auto (BearingsWatch) watch = { database, stop, stop_data };
  BearingsStep step;

  if (hopeless)
    return g_steal_pointer (&combinations);
  for (int i = 0; i < BEARINGS_N_FACETS; i++)
    g_string_append_printf (sql, ", %s",
                            bearings_library_query_applies (query, i) ? facet_columns[i] : "''");
  g_string_append (sql, words ? " FROM library_index JOIN library_row l "
                                "ON l.rowkey = library_index.rowid"
                              : " FROM library_row l");
  add_where (sql, query, words, FALSE);
  g_string_append (sql, " GROUP BY 2, 3, 4, 5, 6, 7, 8");
  rows = bearings_statement_new (database, sql->str, error);
  if (rows == NULL)
    return NULL;
  bind_query (rows, query, expression, today, FALSE);
  bearings_watch_begin (&watch);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsLibraryCombination *combination = g_new0 (BearingsLibraryCombination, 1);

    combination->count = (guint64) bearings_statement_get_integer (rows, 0);
    for (int i = 0; i < BEARINGS_N_FACETS; i++)
      combination->values[i] = bearings_statement_dup_text (rows, i + 1);
    g_ptr_array_add (combinations, combination);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&combinations) : NULL;
}
