/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words somebody typed, looked for in a text. Pure; no display needed. */

#include "bearings-text-match.h"

#include <string.h>

char **
bearings_text_match_search_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0')
      continue;
    g_strv_builder_add (words, parts[i]);
    n++;
  }
  return n > 0 ? g_strv_builder_end (words) : NULL;
}

gboolean
bearings_text_match_has_words (const char *text, const char *const *words)
{
  g_autofree char *folded = NULL;

  if (words == NULL)
    return TRUE;
  if (text == NULL)
    return FALSE;
  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
