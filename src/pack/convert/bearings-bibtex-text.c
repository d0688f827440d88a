/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LaTeX for letters, as fields of BibTeX have it. */

#include "bearings-bibtex-text.h"

#include <string.h>

typedef struct {
  const char *command;
  const char *text;
} Word;

/* Accents, as combining marks behind the letter. */
static const Word accents[] = {
  { "`", "\xcc\x80" }, { "'", "\xcc\x81" }, { "^", "\xcc\x82" }, { "~", "\xcc\x83" },
  { "=", "\xcc\x84" }, { "u", "\xcc\x86" }, { ".", "\xcc\x87" }, { "\"", "\xcc\x88" },
  { "r", "\xcc\x8a" }, { "H", "\xcc\x8b" }, { "v", "\xcc\x8c" }, { "d", "\xcc\xa3" },
  { "c", "\xcc\xa7" }, { "k", "\xcc\xa8" },
};

static const Word words[] = {
  { "textbackslash", "\\" },
  { "textasciitilde", "~" },
  { "textasciicircum", "^" },
  { "textbraceleft", "{" },
  { "textbraceright", "}" },
  { "textendash", "–" },
  { "textemdash", "—" },
  { "textquoteright", "’" },
  { "textquoteleft", "‘" },
  { "ss", "ß" },
  { "o", "ø" },
  { "O", "Ø" },
  { "l", "ł" },
  { "L", "Ł" },
  { "ae", "æ" },
  { "AE", "Æ" },
  { "oe", "œ" },
  { "OE", "Œ" },
  { "aa", "å" },
  { "AA", "Å" },
  { "i", "i" },
  { "j", "j" },
  /* Type faces have no place in a title. */
  { "emph", "" },
  { "textit", "" },
  { "textbf", "" },
  { "textsc", "" },
  { "texttt", "" },
  { "textrm", "" },
  { "mbox", "" },
  { "url", "" },
};

static const char *
find_word (const Word *list, gsize n, const char *command)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (list[i].command, command) == 0)
      return list[i].text;
  return NULL;
}

/* After an accent: the letter it stands on, in braces or not, or \i. */
static const char *
take_accented (GString *text, const char *p, const char *mark)
{
  gboolean braced;

  while (*p == ' ')
    p++;
  braced = *p == '{';
  if (braced)
    p++;
  if (*p == '\\' && (p[1] == 'i' || p[1] == 'j') && !g_ascii_isalpha (p[2]))
    p++;
  if (*p != '\0' && *p != '}') {
    const char *next = g_utf8_next_char (p);

    g_string_append_len (text, p, next - p);
    p = next;
  }
  g_string_append (text, mark);
  if (braced && *p == '}')
    p++;
  return p;
}

static const char *
take_command (GString *text, const char *p, char **unknown)
{
  g_autofree char *command = NULL;
  const char *end = p + 1;
  const char *mark, *word;

  if (g_ascii_isalpha (*end))
    while (g_ascii_isalpha (*end))
      end++;
  else if (*end != '\0')
    end = g_utf8_next_char (end);
  command = g_strndup (p + 1, (gsize) (end - p - 1));
  if (strlen (command) == 1 && strchr ("%&#_${}", *command) != NULL) {
    g_string_append (text, command);
    return end;
  }
  if (strlen (command) == 1 && strchr (" ,;/!-", *command) != NULL) {
    if (strchr (" ,;", *command) != NULL)
      g_string_append_c (text, ' ');
    return end;
  }
  mark = find_word (accents, G_N_ELEMENTS (accents), command);
  if (mark != NULL)
    return take_accented (text, end, mark);
  word = find_word (words, G_N_ELEMENTS (words), command);
  if (word == NULL) {
    *unknown = g_strdup_printf ("\\%s", command);
    return NULL;
  }
  g_string_append (text, word);
  /* A command of letters eats the blanks behind it. */
  while (*end == ' ')
    end++;
  return end;
}

static char *
fold_spaces (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", parts[i]);
  return g_utf8_normalize (folded->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

char *
bearings_bibtex_text_plain (const char *value, char **unknown)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = value; *p != '\0';) {
    if (*p == '\\') {
      p = take_command (text, p, unknown);
      if (p == NULL)
        return NULL;
    } else if (*p == '{' || *p == '}' || *p == '$') {
      p++;
    } else if (*p == '~') {
      g_string_append_c (text, ' ');
      p++;
    } else if (g_str_has_prefix (p, "---")) {
      g_string_append (text, "—");
      p += 3;
    } else if (g_str_has_prefix (p, "--")) {
      g_string_append (text, "–");
      p += 2;
    } else {
      g_string_append_c (text, *p++);
    }
  }
  return fold_spaces (text->str);
}
