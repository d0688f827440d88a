/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of plots: they cite, they are well formed, and they show what they should. */

#include "bearings-plot-painter.h"

#include <math.h>
#include <string.h>

static BearingsPlot *
plot_new (double value, double low, double high)
{
  g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  claim->record.id = g_strdup ("c");
  claim->statement = g_strdup ("Counts & <shares>");
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->finding.metric = g_strdup ("share");
  claim->finding.unit = g_strdup ("percent");
  claim->finding.value = value;
  claim->finding.low = low;
  claim->finding.high = high;
  claim->finding.level = 95;
  source->record.id = g_strdup ("s");
  source->title = g_strdup ("A count of postings");
  source->issued = g_strdup ("2023");
  g_ptr_array_add (source->authors, g_strdup ("Counter, Ann"));
  return bearings_plot_for_claim (claim, source, NULL);
}

typedef struct {
  GString *desc;
  gboolean inside;
} Reading;

static void
start (GMarkupParseContext *context,
       const char *name,
       const char **names,
       const char **values,
       gpointer data,
       GError **error)
{
  ((Reading *) data)->inside = g_str_equal (name, "desc") || g_str_equal (name, "title");
}

static void
text (GMarkupParseContext *context, const char *part, gsize size, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->inside)
    g_string_append_len (reading->desc, part, (gssize) size);
}

static void
test_svg (void)
{
  const GMarkupParser parser = { .start_element = start, .text = text };
  g_autoptr (BearingsPlot) plot = plot_new (40, 30, 55);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = bearings_plot_painter_to_svg (plot, 600, FALSE, &error);
  Reading reading = { g_string_new (NULL), FALSE };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (svg, &size);
  g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
  g_assert_nonnull (strstr (reading.desc->str, "Counts & <shares>"));
  g_assert_nonnull (strstr (reading.desc->str, "30 to 55"));
  g_assert_nonnull (strstr (reading.desc->str, "Counter (2023), A count of postings"));
  g_markup_parse_context_free (context);
  g_string_free (reading.desc, TRUE);
}

typedef struct {
  const guint8 *data;
  gsize size, at;
} Reader;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (reader->at + length > reader->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Columns of the picture in which something has the hue of marks: bluer than red. */
static void
mark_columns (GBytes *png, int *first, int *last, int *width)
{
  Reader reader = { 0 };
  cairo_surface_t *surface;
  const guint8 *pixels;

  reader.data = g_bytes_get_data (png, &reader.size);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  pixels = cairo_image_surface_get_data (surface);
  *width = cairo_image_surface_get_width (surface);
  *first = *width;
  *last = -1;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < *width; x++) {
      const guint32 *row =
        (const guint32 *) (pixels + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));
      int blue = (int) (row[x] & 0xff);
      int red = (int) ((row[x] >> 16) & 0xff);

      if (blue - red > 40) {
        *first = MIN (*first, x);
        *last = MAX (*last, x);
      }
    }
  cairo_surface_destroy (surface);
}

/* The marks lie where the axis says: the band of 30 to 55 on an axis of 0 to 100, and mirrored. */
static void
test_png (void)
{
  g_autoptr (BearingsPlot) narrow = plot_new (40, 30, 55);
  g_autoptr (BearingsPlot) wide = plot_new (40, 10, 90);
  int first, last, first_wide, last_wide, width;

  for (int rtl = 0; rtl < 2; rtl++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) a = bearings_plot_painter_to_png (narrow, 400, 1, rtl, &error);
    g_autoptr (GBytes) b = bearings_plot_painter_to_png (wide, 400, 1, rtl, &error);

    g_assert_no_error (error);
    mark_columns (a, &first, &last, &width);
    g_assert_cmpint (width, ==, 400);
    mark_columns (b, &first_wide, &last_wide, &width);
    /* 80 to 25 in length. */
    g_assert_cmpfloat_with_epsilon ((last_wide - first_wide) / (double) (last - first), 3.2, 0.15);
    g_assert_cmpint (first_wide, <, first);
    g_assert_cmpint (last_wide, >, last);
    if (rtl)
      g_assert_cmpint (last - 200, >, 200 - first - 40);
  }
}

/* What cannot be made is an error, not a crash. */
static void
test_impossible (void)
{
  g_autoptr (BearingsPlot) plot = plot_new (40, 30, 55);
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_plot_painter_to_png (plot, 400, 1e6, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/plot-painter/svg", test_svg);
  g_test_add_func ("/report/plot-painter/png", test_png);
  g_test_add_func ("/report/plot-painter/impossible", test_impossible);
  return g_test_run ();
}
