/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The word that was probably meant, by edit distance. */

#include "bearings-suggest.h"

#include <string.h>

#define LONGEST 40

static guint
edit_distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint row[LONGEST + 1];

  for (guint j = 0; j <= b_length; j++)
    row[j] = j;
  for (guint i = 1; i <= a_length; i++) {
    guint diagonal = row[0];

    row[0] = i;
    for (guint j = 1; j <= b_length; j++) {
      guint substituted = diagonal + (a[i - 1] != b[j - 1]);

      diagonal = row[j];
      row[j] = MIN (MIN (row[j], row[j - 1]) + 1, substituted);
    }
  }
  return row[b_length];
}

const char *
bearings_suggest (const char *word, const char *const *candidates)
{
  gsize length = strlen (word);
  const char *best = NULL;
  guint best_distance = G_MAXUINT;

  if (length == 0 || length > LONGEST)
    return NULL;
  for (guint i = 0; candidates[i] != NULL; i++) {
    gsize candidate_length = strlen (candidates[i]);
    guint distance;

    if (candidate_length > LONGEST)
      continue;
    distance = edit_distance (word, length, candidates[i], candidate_length);
    /* Up to a third of the letters may be wrong. */
    if (distance < best_distance && distance * 3 <= MAX (length, candidate_length)) {
      best = candidates[i];
      best_distance = distance;
    }
  }
  return best;
}
