/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as one self-contained HTML page. */

#include <glib/gi18n-lib.h>

#include "bearings-document.h"

static const char style[] =
  "body{font:1em/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
  "h1{font-size:1.7em;line-height:1.2}h2{font-size:1.25em;margin-top:2em}"
  "table{border-collapse:collapse}th,td{text-align:start;padding:.3em .8em .3em 0;"
  "border-bottom:1px solid #ccc}dt{font-weight:600}dd{margin:0 0 .6em 1.5em}"
  "sup a{text-decoration:none}";

static void
text (GString *out, const char *element, const char *content, guint reference)
{
  g_autofree char *escaped = g_markup_escape_text (content, -1);

  g_string_append_printf (out, "<%s>%s", element, escaped);
  if (reference > 0)
    g_string_append_printf (out, "<sup><a href=\"#ref-%u\">[%u]</a></sup>", reference, reference);
  g_string_append_printf (out, "</%s>\n", element);
}

static void
table (GString *out, const BearingsBlock *block)
{
  g_string_append (out, "<table>\n");
  for (guint r = 0; r < block->rows->len; r++) {
    char **cells = g_ptr_array_index (block->rows, r);

    g_string_append (out, "<tr>");
    for (guint c = 0; cells[c] != NULL; c++)
      text (out, r == 0 ? "th" : "td", cells[c], 0);
    g_string_append (out, "</tr>\n");
  }
  g_string_append (out, "</table>\n");
}

/* The list element that wraps runs of one kind of block. */
static const char *
list_of (BearingsBlockKind kind)
{
  return kind == BEARINGS_BLOCK_BULLET ? "ul" : kind == BEARINGS_BLOCK_TERM ? "dl" : NULL;
}

static void
switch_list (GString *out, const char **open, const char *wanted)
{
  if (*open == wanted)
    return;
  if (*open != NULL)
    g_string_append_printf (out, "</%s>\n", *open);
  if (wanted != NULL)
    g_string_append_printf (out, "<%s>\n", wanted);
  *open = wanted;
}

char *
bearings_document_to_html (const BearingsDocument *self)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n");
  const char *open = NULL;

  for (guint i = 0; i < bearings_document_n_blocks (self); i++) {
    const BearingsBlock *block = bearings_document_get_block (self, i);
    if (block->kind == BEARINGS_BLOCK_TITLE) {
      text (out, "title", block->text, 0);
      break;
    }
  }
  g_string_append_printf (out, "<style>%s</style></head><body>\n", style);
  for (guint i = 0; i < bearings_document_n_blocks (self); i++) {
    const BearingsBlock *block = bearings_document_get_block (self, i);

    switch_list (out, &open, list_of (block->kind));
    switch (block->kind) {
    case BEARINGS_BLOCK_TITLE:
      text (out, "h1", block->text, 0);
      break;
    case BEARINGS_BLOCK_HEADING:
      text (out, "h2", block->text, 0);
      break;
    case BEARINGS_BLOCK_PARAGRAPH:
      text (out, "p", block->text, block->reference);
      break;
    case BEARINGS_BLOCK_BULLET:
      text (out, "li", block->text, block->reference);
      break;
    case BEARINGS_BLOCK_TERM:
      text (out, "dt", block->text, 0);
      text (out, "dd", block->second, block->reference);
      break;
    case BEARINGS_BLOCK_TABLE:
      table (out, block);
      break;
    }
  }
  switch_list (out, &open, NULL);
  if (bearings_document_n_references (self) > 0) {
    text (out, "h2", _ ("References"), 0);
    g_string_append (out, "<ol>\n");
    for (guint i = 1; i <= bearings_document_n_references (self); i++) {
      g_autofree char *escaped =
        g_markup_escape_text (bearings_document_get_reference (self, i), -1);
      g_string_append_printf (out, "<li id=\"ref-%u\">%s</li>\n", i, escaped);
    }
    g_string_append (out, "</ol>\n");
  }
  g_string_append (out, "</body></html>\n");
  return g_string_free_and_steal (out);
}
