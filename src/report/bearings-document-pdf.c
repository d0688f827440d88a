/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as PDF pages. */

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "bearings-document.h"

/* A4 in points. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 64.0

typedef struct {
  cairo_t *cr;
  PangoLayout *layout;
  double y;
  guint page;
  GOutputStream *stream;
  GError *error;
} Press;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Press *press = closure;

  if (press->error == NULL &&
      !g_output_stream_write_all (press->stream, data, length, NULL, NULL, &press->error))
    return CAIRO_STATUS_WRITE_ERROR;
  return press->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
set_font (Press *press, double size, gboolean bold)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (press->layout, font);
}

static void
finish_page (Press *press)
{
  g_autofree char *number = g_strdup_printf ("%u", ++press->page);
  int width;

  set_font (press, 8, FALSE);
  pango_layout_set_width (press->layout, -1);
  pango_layout_set_text (press->layout, number, -1);
  pango_layout_get_size (press->layout, &width, NULL);
  cairo_move_to (press->cr, (PAGE_WIDTH - (double) width / PANGO_SCALE) / 2,
                 PAGE_HEIGHT - MARGIN * 0.6);
  pango_cairo_show_layout (press->cr, press->layout);
  cairo_show_page (press->cr);
  press->y = MARGIN;
}

/* Sets a text line by line, so that a long paragraph may run over a page's end. */
static void
set_text (Press *press, const char *text, double indent, double size, gboolean bold, double after)
{
  PangoLayoutIter *iter;
  int width = (int) ((PAGE_WIDTH - 2 * MARGIN - indent) * PANGO_SCALE);

  set_font (press, size, bold);
  pango_layout_set_width (press->layout, width);
  pango_layout_set_wrap (press->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (press->layout, text, -1);
  {
    g_autoptr (PangoLayout) layout = pango_layout_copy (press->layout);

    iter = pango_layout_get_iter (layout);
    do {
      PangoRectangle line;
      double height, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      height = (double) line.height / PANGO_SCALE;
      baseline = (double) (pango_layout_iter_get_baseline (iter) - line.y) / PANGO_SCALE;
      if (press->y + height > PAGE_HEIGHT - MARGIN)
        finish_page (press);
      cairo_move_to (press->cr, MARGIN + indent + (double) line.x / PANGO_SCALE,
                     press->y + baseline);
      pango_cairo_show_layout_line (press->cr, pango_layout_iter_get_line_readonly (iter));
      press->y += height;
    } while (pango_layout_iter_next_line (iter));
    pango_layout_iter_free (iter);
  }
  press->y += after;
}

static void
set_table (Press *press, const BearingsBlock *block)
{
  guint n = g_strv_length (g_ptr_array_index (block->rows, 0));
  double column = (PAGE_WIDTH - 2 * MARGIN) / n;

  for (guint r = 0; r < block->rows->len; r++) {
    char **cells = g_ptr_array_index (block->rows, r);
    double height = 0;

    set_font (press, 9, r == 0);
    pango_layout_set_width (press->layout, (int) ((column - 8) * PANGO_SCALE));
    for (guint c = 0; c < n && cells[c] != NULL; c++) {
      int cell;
      pango_layout_set_text (press->layout, cells[c], -1);
      pango_layout_get_size (press->layout, NULL, &cell);
      height = MAX (height, (double) cell / PANGO_SCALE);
    }
    if (press->y + height > PAGE_HEIGHT - MARGIN) {
      finish_page (press);
      set_font (press, 9, r == 0);
      pango_layout_set_width (press->layout, (int) ((column - 8) * PANGO_SCALE));
    }
    for (guint c = 0; c < n && cells[c] != NULL; c++) {
      pango_layout_set_text (press->layout, cells[c], -1);
      cairo_move_to (press->cr, MARGIN + c * column, press->y);
      pango_cairo_show_layout (press->cr, press->layout);
    }
    press->y += height + 4;
  }
  press->y += 8;
}

static void
set_block (Press *press, const BearingsBlock *block)
{
  g_autofree char *text = NULL;
  const char *body = block->kind == BEARINGS_BLOCK_TERM ? block->second : block->text;

  text =
    block->reference > 0 ? g_strdup_printf ("%s [%u]", body, block->reference) : g_strdup (body);
  switch (block->kind) {
  case BEARINGS_BLOCK_TITLE:
    set_text (press, text, 0, 20, TRUE, 12);
    break;
  case BEARINGS_BLOCK_HEADING:
    press->y += 8;
    if (press->y > PAGE_HEIGHT - MARGIN - 60) /* no heading alone at the foot of a page */
      finish_page (press);
    set_text (press, text, 0, 13, TRUE, 6);
    break;
  case BEARINGS_BLOCK_PARAGRAPH:
    set_text (press, text, 0, 10, FALSE, 8);
    break;
  case BEARINGS_BLOCK_BULLET: {
    g_autofree char *bullet = g_strconcat ("\xe2\x80\xa2 ", text, NULL);
    set_text (press, bullet, 10, 10, FALSE, 4);
    break;
  }
  case BEARINGS_BLOCK_TERM:
    set_text (press, block->text, 0, 10, TRUE, 1);
    set_text (press, text, 14, 10, FALSE, 5);
    break;
  case BEARINGS_BLOCK_TABLE:
    set_table (press, block);
    break;
  }
}

gboolean
bearings_document_to_pdf (const BearingsDocument *self, GOutputStream *stream, GError **error)
{
  Press press = { .y = MARGIN, .stream = stream };
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (write_bytes, &press, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4); /* read everywhere */
  press.cr = cairo_create (surface);
  press.layout = pango_cairo_create_layout (press.cr);
  for (guint i = 0; i < bearings_document_n_blocks (self); i++)
    set_block (&press, bearings_document_get_block (self, i));
  if (bearings_document_n_references (self) > 0) {
    press.y += 8;
    set_text (&press, _ ("References"), 0, 13, TRUE, 6);
  }
  for (guint i = 1; i <= bearings_document_n_references (self); i++) {
    g_autofree char *text =
      g_strdup_printf ("[%u] %s", i, bearings_document_get_reference (self, i));
    set_text (&press, text, 0, 8.5, FALSE, 3);
  }
  finish_page (&press);
  g_object_unref (press.layout);
  cairo_destroy (press.cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (press.error != NULL) {
    g_propagate_error (error, press.error);
    return FALSE;
  }
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
    return FALSE;
  }
  return TRUE;
}
