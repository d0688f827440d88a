/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the catalogue. */

#include "bearings-catalogue-private.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

#include "bearings-library.h"
#include "bearings-store-sql.h"

#define MAX_WORDS 12
#define MAX_TEXT 400

static void
fold_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, bearings_library_fold_text (text), -1, g_free);
}

gboolean
bearings_catalogue_prepare_search (BearingsDatabase *database, GError **error)
{
  int code = sqlite3_create_function (bearings_database_get_handle (database), "bearings_fold", 1,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                      fold_function, NULL, NULL);

  if (code != SQLITE_OK)
    return bearings_database_fail (database, code, error);
  return bearings_catalogue_prepare_library (database, error);
}

gboolean
bearings_catalogue_fill_search (BearingsCatalogue *self, GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);

  return bearings_database_run (database, bearings_sql_search_fill, error) &&
         bearings_database_run (database, bearings_sql_library_fill, error);
}

static gboolean
is_searchable (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isalnum (c) || c == '+' || c == '#')
      return TRUE;
  }
  return FALSE;
}

/* Every word of the text as the beginning of a word, each quoted, so that nothing of what was typed
 * is taken for the language of FTS5. NULL when there is nothing to look for. */
static char *
match_expression (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GString) expression = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < MAX_WORDS; i++) {
    g_auto (GStrv) pieces = NULL;
    g_autofree char *quoted = NULL;

    if (!is_searchable (words[i]))
      continue;
    pieces = g_strsplit (words[i], "\"", -1);
    quoted = g_strjoinv ("\"\"", pieces);
    g_string_append_printf (expression, "%s\"%s\" *", n > 0 ? " " : "", quoted);
    n++;
  }
  return n > 0 ? g_string_free_and_steal (g_steal_pointer (&expression)) : NULL;
}

char *
bearings_catalogue_match_expression (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_TEXT));
  g_autofree char *folded = bearings_library_fold_text (valid);

  return match_expression (folded);
}

/* MATERIALIZED: bm25() works in the query of the index only.
 * How well a text fits, best first; then the kind, then the shorter title. Of the texts of one
 * record the best counts, and SQLite takes the other columns of a min() from its row. */
static const char search_sql[] =
  "WITH found AS MATERIALIZED ("
  "  SELECT s.kind, s.record, s.part, s.text,"
  "    CASE"
  "      WHEN s.part = 2 THEN 6"
  "      WHEN bearings_fold (s.text) = ?2 THEN iif (s.part = 0, 0, 2)"
  "      WHEN substr (bearings_fold (s.text), 1, length (?2)) = ?2 THEN iif (s.part = 0, 1, 3)"
  "      ELSE iif (s.part = 0, 4, 5)"
  "    END AS tier,"
  "    CASE WHEN s.part = 2 THEN bm25 (search_index) ELSE length (s.text) END AS fit"
  "  FROM search_index JOIN search_text s ON s.rowkey = search_index.rowid"
  "  WHERE search_index MATCH ?1 AND (?3 >> s.kind) & 1"
  ") "
  "SELECT kind, record, part, text, min (tier * 1000000.0 + fit) AS score, tier "
  "FROM found GROUP BY kind, record ORDER BY tier, kind, score, text, record LIMIT ?4 OFFSET ?5";

#define N_RANKS 63 /* bits of a mask that SQLite takes for a positive number */

/* The kinds as bits of the ranks they have in the database; @by_rank maps back. */
static gboolean
map_kinds (BearingsCatalogue *self,
           const BearingsRecordKind *kinds,
           guint n_kinds,
           gint64 *mask,
           int by_rank[N_RANKS],
           GError **error)
{
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    bearings_catalogue_get_database (self), "SELECT rank, name FROM search_kind", error);
  BearingsStep step;

  *mask = 0;
  if (rows == NULL)
    return FALSE;
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gint64 rank = bearings_statement_get_integer (rows, 0);
    const char *name = bearings_statement_get_text (rows, 1);
    const BearingsRecordType *type = name != NULL ? bearings_record_type_by_name (name) : NULL;
    gboolean wanted = kinds == NULL;
    const char *title, *subtitle;

    for (guint i = 0; type != NULL && i < n_kinds; i++)
      wanted |= kinds != NULL && kinds[i] == type->kind;
    if (type == NULL || !wanted || rank < 0 || rank >= N_RANKS ||
        !bearings_catalogue_title_columns (type->kind, &title, &subtitle))
      continue;
    by_rank[rank] = (int) type->kind;
    *mask |= (gint64) 1 << rank;
  }
  return step == BEARINGS_STEP_DONE;
}

static BearingsHit *
make_hit (BearingsCatalogue *self,
          BearingsRecordKind kind,
          gint64 record,
          const char *matched,
          GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  const char *title, *subtitle;
  g_autofree char *sql = NULL;
  g_autoptr (BearingsStatement) row = NULL;
  BearingsStep step;

  bearings_catalogue_title_columns (kind, &title, &subtitle);
  sql =
    g_strdup_printf ("SELECT id, %s, %s FROM %s t WHERE rowkey = ?1", title, subtitle, table->name);
  row = bearings_statement_new (database, sql, error);
  if (row == NULL)
    return NULL;
  bearings_statement_bind_integer (row, 1, record);
  step = bearings_statement_step (row, error);
  if (step == BEARINGS_STEP_ERROR)
    return NULL;
  if (step == BEARINGS_STEP_DONE || bearings_statement_is_null (row, 0) ||
      bearings_statement_is_null (row, 1)) {
    bearings_database_fail_damaged (database, _ ("its search index names what is not there"),
                                    error);
    return NULL;
  }
  return bearings_hit_new (kind, bearings_statement_get_text (row, 0),
                           bearings_statement_get_text (row, 1),
                           matched != NULL ? matched : bearings_statement_get_text (row, 2));
}

GPtrArray *
bearings_catalogue_search (BearingsCatalogue *self,
                           const char *text,
                           const BearingsRecordKind *kinds,
                           guint n_kinds,
                           guint limit,
                           guint offset,
                           GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_TEXT));
  g_autofree char *folded = bearings_library_fold_text (valid);
  g_autofree char *expression = match_expression (folded);
  g_autoptr (BearingsStatement) rows = NULL;
  int by_rank[N_RANKS];
  gint64 mask;
  BearingsStep step;

  if (expression == NULL)
    return g_steal_pointer (&hits);
  if (!map_kinds (self, kinds, n_kinds, &mask, by_rank, error))
    return NULL;
  rows = bearings_statement_new (database, search_sql, error);
  if (rows == NULL)
    return NULL;
  bearings_statement_bind_text (rows, 1, expression);
  bearings_statement_bind_text (rows, 2, folded);
  bearings_statement_bind_integer (rows, 3, mask);
  bearings_statement_bind_integer (rows, 4, limit);
  bearings_statement_bind_integer (rows, 5, offset);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gint64 rank = bearings_statement_get_integer (rows, 0);
    gboolean alternate = bearings_statement_get_integer (rows, 2) == 1;
    BearingsHit *hit = NULL;

    if (rank < 0 || rank >= N_RANKS || (mask >> rank & 1) == 0)
      bearings_database_fail_damaged (database, _ ("its search index names what is not there"),
                                      error);
    else
      hit = make_hit (self, by_rank[rank], bearings_statement_get_integer (rows, 1),
                      alternate ? bearings_statement_get_text (rows, 3) : NULL, error);
    if (hit == NULL)
      return NULL;
    g_ptr_array_add (hits, hit);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&hits) : NULL;
}
