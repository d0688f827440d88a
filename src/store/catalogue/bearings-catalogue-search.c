/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the catalogue. */

#include "bearings-catalogue-private.h"
#include "bearings-catalogue-spelling.h"

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

/* What is looked for: every word as the beginning of a word, every word by its stem, or any. */
typedef enum {
  MATCH_PREFIX,
  MATCH_STEM,
  MATCH_ANY_STEM,
} Match;

/* Each word is quoted, so that nothing of what was typed is taken for the language of FTS5. NULL
 * when there is nothing to look for. */
static char *
match_expression (const char *folded, Match match)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GString) expression = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < MAX_WORDS; i++) {
    g_auto (GStrv) pieces = NULL;
    g_autofree char *quoted = NULL;

    if (!is_searchable (words[i]) ||
        (match == MATCH_ANY_STEM && !bearings_catalogue_spelling_says_much (words[i])))
      continue;
    pieces = g_strsplit (words[i], "\"", -1);
    quoted = g_strjoinv ("\"\"", pieces);
    g_string_append_printf (expression, "%s\"%s\"%s",
                            n == 0                    ? ""
                            : match == MATCH_ANY_STEM ? " OR "
                                                      : " ",
                            quoted, match == MATCH_PREFIX ? " *" : "");
    n++;
  }
  return n > 0 ? g_string_free_and_steal (g_steal_pointer (&expression)) : NULL;
}

char *
bearings_catalogue_match_expression (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_TEXT));
  g_autofree char *folded = bearings_library_fold_text (valid);

  return match_expression (folded, MATCH_PREFIX);
}

/* bm25() works in the query of its index only. How well a text fits, best first; then the kind;
 * then the occupation in which more people work, and what is special of a group after the group;
 * then the shorter title. Of the texts of one record the best counts, and SQLite takes the other
 * columns of a min() from its row. */
static const char search_sql[] =
  "WITH hit (row, fit) AS MATERIALIZED ("
  "  SELECT rowid, bm25 (search_index) FROM search_index WHERE search_index MATCH ?1"
  "  UNION ALL"
  "  SELECT rowid, bm25 (search_stems) FROM search_stems WHERE search_stems MATCH ?6"
  "), found AS MATERIALIZED ("
  "  SELECT s.kind, s.record, s.part, s.text,"
  "    CASE"
  "      WHEN s.part = 2 THEN 6"
  "      WHEN bearings_fold (s.text) IN (?2, ?2 || 's') OR bearings_fold (s.text) || 's' = ?2"
  "        THEN s.part"
  "      WHEN substr (bearings_fold (s.text), 1, length (?2)) = ?2 THEN iif (s.part = 0, 2, 3)"
  "      ELSE iif (s.part = 0, 4, 5)"
  "    END AS tier,"
  "    CASE WHEN s.part = 2 OR ?7 THEN hit.fit ELSE length (s.text) END AS fit"
  "  FROM hit JOIN search_text s ON s.rowkey = hit.row"
  "  WHERE (?3 >> s.kind) & 1"
  "), best AS ("
  "  SELECT kind, record, part, text, min (tier * 1000000.0 + fit) AS score, tier"
  "  FROM found GROUP BY kind, record"
  ") "
  "SELECT kind, record, part, text FROM best "
  "ORDER BY tier, kind, iif (?7, score, 0), iif (kind = 1, (SELECT -max (employment_value)"
  "  FROM occupation JOIN wage USING (soc) WHERE occupation.rowkey = best.record), 0) NULLS LAST,"
  "  iif (kind = 1, (SELECT id NOT LIKE '%.00' FROM occupation WHERE rowkey = best.record), 0),"
  "  score, text, record LIMIT ?4 OFFSET ?5";

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

/* Nothing is found by an empty phrase. */
#define NOTHING "\"\""

typedef struct {
  const char *folded;
  const char *prefixes; /* expressions of the two indexes */
  const char *stems;
  gboolean any; /* some of the words are enough: the more and the rarer, the better */
  gint64 mask;
  const int *by_rank;
  guint limit, offset;
} Query;

static gboolean
run_query (BearingsCatalogue *self, const Query *query, GPtrArray *hits, GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (database, search_sql, error);
  BearingsStep step;

  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_text (rows, 1, query->prefixes);
  bearings_statement_bind_text (rows, 2, query->folded);
  bearings_statement_bind_integer (rows, 3, query->mask);
  bearings_statement_bind_integer (rows, 4, query->limit);
  bearings_statement_bind_integer (rows, 5, query->offset);
  bearings_statement_bind_text (rows, 6, query->stems);
  bearings_statement_bind_integer (rows, 7, query->any);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gint64 rank = bearings_statement_get_integer (rows, 0);
    gboolean alternate = bearings_statement_get_integer (rows, 2) == 1;
    BearingsHit *hit = NULL;

    if (rank < 0 || rank >= N_RANKS || (query->mask >> rank & 1) == 0)
      bearings_database_fail_damaged (database, _ ("its search index names what is not there"),
                                      error);
    else
      hit = make_hit (self, query->by_rank[rank], bearings_statement_get_integer (rows, 1),
                      alternate ? bearings_statement_get_text (rows, 3) : NULL, error);
    if (hit == NULL)
      return FALSE;
    g_ptr_array_add (hits, hit);
  }
  return step == BEARINGS_STEP_DONE;
}

/* Looks for all the words, or for @any of them. @found: whether there is anything, be it not on
 * this page. */
static gboolean
look_for (BearingsCatalogue *self,
          const Query *page,
          const char *words,
          gboolean any,
          GPtrArray *hits,
          gboolean *found,
          GError **error)
{
  g_autofree char *prefixes = match_expression (words, MATCH_PREFIX);
  g_autofree char *stems = match_expression (words, any ? MATCH_ANY_STEM : MATCH_STEM);
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_object_unref);
  Query query = *page;

  *found = FALSE;
  if (prefixes == NULL || stems == NULL)
    return TRUE;
  query.folded = words;
  query.prefixes = any ? NOTHING : prefixes;
  query.stems = stems;
  query.any = any;
  if (!run_query (self, &query, hits, error))
    return FALSE;
  *found = hits->len > 0;
  if (*found || query.offset == 0)
    return TRUE;
  query.limit = 1;
  query.offset = 0;
  if (!run_query (self, &query, first, error))
    return FALSE;
  *found = first->len > 0;
  return TRUE;
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
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_TEXT));
  g_autofree char *folded = bearings_library_fold_text (valid);
  g_autofree char *spelt = NULL;
  int by_rank[N_RANKS];
  Query page = { .by_rank = by_rank, .limit = limit, .offset = offset };
  gboolean found;

  if (!map_kinds (self, kinds, n_kinds, &page.mask, by_rank, error) ||
      !look_for (self, &page, folded, FALSE, hits, &found, error))
    return NULL;
  if (found)
    return g_steal_pointer (&hits);
  spelt =
    bearings_catalogue_spelling_correct (bearings_catalogue_get_database (self), folded, error);
  if (spelt == NULL || !look_for (self, &page, spelt, FALSE, hits, &found, error) ||
      (!found && !look_for (self, &page, spelt, TRUE, hits, &found, error)))
    return NULL;
  return g_steal_pointer (&hits);
}
