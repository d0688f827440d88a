/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as plain text. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-document.h"

/* Columns a text takes in a terminal. */
static guint
columns (const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  guint width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

static void
wrap (GString *out, const char *text, const char *first, const char *rest, guint width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint l = 0; lines[l] != NULL; l++) {
    g_auto (GStrv) words = g_strsplit (lines[l], " ", -1);
    guint column = columns (l == 0 ? first : rest, -1);

    g_string_append (out, l == 0 ? first : rest);
    for (guint i = 0; words[i] != NULL; i++) {
      guint word = columns (words[i], -1);

      if (i > 0 && column + 1 + word > width) {
        g_string_append_c (out, '\n');
        g_string_append (out, rest);
        column = columns (rest, -1);
      } else if (i > 0) {
        g_string_append_c (out, ' ');
        column++;
      }
      g_string_append (out, words[i]);
      column += word;
    }
    g_string_append_c (out, '\n');
  }
}

static void
underline (GString *out, const char *text, char with)
{
  guint width = columns (text, -1);

  g_string_append_printf (out, "%s\n", text);
  for (guint i = 0; i < width; i++)
    g_string_append_c (out, with);
  g_string_append (out, "\n\n");
}

static void
table (GString *out, const BearingsBlock *block)
{
  guint n = g_strv_length (g_ptr_array_index (block->rows, 0));
  g_autofree guint *widths = g_new0 (guint, n);

  for (guint r = 0; r < block->rows->len; r++) {
    char **cells = g_ptr_array_index (block->rows, r);
    for (guint c = 0; c < n && cells[c] != NULL; c++)
      widths[c] = MAX (widths[c], columns (cells[c], -1));
  }
  for (guint r = 0; r < block->rows->len; r++) {
    char **cells = g_ptr_array_index (block->rows, r);

    for (guint c = 0; c < n && cells[c] != NULL; c++) {
      g_string_append (out, "  ");
      g_string_append (out, cells[c]);
      for (guint pad = columns (cells[c], -1); c + 1 < n && pad < widths[c]; pad++)
        g_string_append_c (out, ' ');
    }
    g_string_append_c (out, '\n');
    for (guint c = 0; r == 0 && c < n; c++) {
      g_string_append (out, "  ");
      for (guint i = 0; i < widths[c]; i++)
        g_string_append_c (out, '-');
    }
    if (r == 0)
      g_string_append_c (out, '\n');
  }
  g_string_append_c (out, '\n');
}

static char *
with_reference (const char *text, guint reference)
{
  return reference > 0 ? g_strdup_printf ("%s [%u]", text, reference) : g_strdup (text);
}

char *
bearings_document_to_text (const BearingsDocument *self, guint width)
{
  GString *out = g_string_new (NULL);
  BearingsBlockKind last = BEARINGS_BLOCK_TITLE;

  for (guint i = 0; i < bearings_document_n_blocks (self); i++) {
    const BearingsBlock *block = bearings_document_get_block (self, i);
    g_autofree char *text = NULL;

    if ((last == BEARINGS_BLOCK_BULLET || last == BEARINGS_BLOCK_TERM) && block->kind != last)
      g_string_append_c (out, '\n');
    last = block->kind;
    switch (block->kind) {
    case BEARINGS_BLOCK_TITLE:
      underline (out, block->text, '=');
      break;
    case BEARINGS_BLOCK_HEADING:
      underline (out, block->text, '-');
      break;
    case BEARINGS_BLOCK_PARAGRAPH:
      text = with_reference (block->text, block->reference);
      wrap (out, text, "", "", width);
      g_string_append_c (out, '\n');
      break;
    case BEARINGS_BLOCK_BULLET:
      text = with_reference (block->text, block->reference);
      wrap (out, text, "  - ", "    ", width);
      break;
    case BEARINGS_BLOCK_TERM:
      text = with_reference (block->second, block->reference);
      wrap (out, block->text, "  ", "  ", width);
      wrap (out, text, "      ", "      ", width);
      break;
    case BEARINGS_BLOCK_TABLE:
      table (out, block);
      break;
    }
  }
  if (last == BEARINGS_BLOCK_BULLET || last == BEARINGS_BLOCK_TERM)
    g_string_append_c (out, '\n');
  if (bearings_document_n_references (self) > 0)
    underline (out, _ ("References"), '-');
  for (guint i = 1; i <= bearings_document_n_references (self); i++) {
    g_autofree char *mark = g_strdup_printf ("  [%u] ", i);
    wrap (out, bearings_document_get_reference (self, i), mark, "      ", width);
  }
  return g_string_free_and_steal (out);
}
