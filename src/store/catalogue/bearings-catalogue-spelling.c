/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nearest word that the catalogue has. */

#include "bearings-catalogue-spelling.h"

#include <string.h>

#include "bearings-statement.h"

#define SHORTEST 4 /* letters of a word that may be misspelt */
#define LONGEST 40

gboolean
bearings_catalogue_spelling_says_much (const char *word)
{
  static const char *const little[] = {
    "about", "career", "careers", "from", "have", "into", "job",   "jobs",  "like",    "love",
    "need",  "some",   "that",    "the",  "them", "this", "want",  "with",  "work",    "working",
    "would", "your",   "what",    "and",  "for",  "who",  "where", "which", "someone", NULL,
  };

  return g_utf8_strlen (word, -1) >= 3 && !g_strv_contains (little, word);
}

/* The optimal string alignment distance of two words in bytes; at most @limit + 1. */
static guint
distance (const char *a, gsize n, const char *b, gsize m, guint limit)
{
  guint rows[3][LONGEST + 1];
  guint *before = rows[0], *last = rows[1], *row = rows[2];

  for (gsize j = 0; j <= m; j++)
    last[j] = (guint) j;
  for (gsize i = 1; i <= n; i++) {
    guint least = row[0] = (guint) i;
    guint *spare = before;

    for (gsize j = 1; j <= m; j++) {
      row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before[j - 2] + 1);
      least = MIN (least, row[j]);
    }
    if (least > limit)
      return limit + 1;
    before = last;
    last = row;
    row = spare;
  }
  return last[m];
}

static gboolean
is_known (BearingsStatement *prefixes, const char *word, gboolean *known, GError **error)
{
  g_autofree char *end = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL); /* after all that begin so */
  BearingsStep step;

  bearings_statement_reset (prefixes);
  bearings_statement_bind_text (prefixes, 1, word);
  bearings_statement_bind_text (prefixes, 2, end);
  step = bearings_statement_step (prefixes, error);
  *known = step == BEARINGS_STEP_ROW;
  return step != BEARINGS_STEP_ERROR;
}

/* NULL without an error when no word is near. */
static char *
find_nearest (BearingsDatabase *database, const char *word, GError **error)
{
  g_autoptr (BearingsStatement) terms = bearings_statement_new (
    database, "SELECT term, doc FROM search_vocabulary ORDER BY term", error);
  gsize length = strlen (word);
  guint limit = length < 6 ? 1 : 2;
  g_autofree char *best = NULL;
  guint best_distance = limit + 1;
  gint64 best_count = 0;
  gboolean best_same = FALSE;
  BearingsStep step;

  if (terms == NULL)
    return NULL;
  while ((step = bearings_statement_step (terms, error)) == BEARINGS_STEP_ROW) {
    const char *term = bearings_statement_get_text (terms, 0);
    gint64 count = bearings_statement_get_integer (terms, 1);
    gsize n = term != NULL ? strlen (term) : 0;
    gboolean same = n > 0 && term[0] == word[0];
    guint d;

    if (n < SHORTEST || n > LONGEST || n + limit < length || length + limit < n)
      continue;
    d = distance (word, length, term, n, limit);
    if (d < best_distance || (d == best_distance && d <= limit &&
                              (same > best_same || (same == best_same && count > best_count)))) {
      g_free (best);
      best = g_strdup (term);
      best_distance = d;
      best_count = count;
      best_same = same;
    }
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&best) : NULL;
}

char *
bearings_catalogue_spelling_correct (BearingsDatabase *database, const char *folded, GError **error)
{
  g_autoptr (BearingsStatement) prefixes = bearings_statement_new (
    database, "SELECT 1 FROM search_vocabulary WHERE term >= ?1 AND term < ?2 LIMIT 1", error);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  if (prefixes == NULL)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++) {
    gsize length = strlen (words[i]);
    g_autoptr (GError) local = NULL;
    gboolean known = TRUE;
    char *nearest;

    if (length < SHORTEST || length > LONGEST)
      continue;
    if (!is_known (prefixes, words[i], &known, error))
      return NULL;
    if (known)
      continue;
    nearest = find_nearest (database, words[i], &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (nearest == NULL)
      continue;
    g_free (words[i]);
    words[i] = nearest;
  }
  return g_strjoinv (" ", words);
}
