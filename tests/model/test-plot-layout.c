/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every mark of a plot of each kind, narrow and wide, both ways, against a list that somebody has
 * looked at. After a change that is meant: BEARINGS_WRITE_KEPT=1 with this test writes the list
 * anew; look at what changed in it, and at the pictures. */

#include "bearings-plot-layout.h"

#include <math.h>
#include <string.h>

#include "../kept-text.h"

#define LINE 16.0

/* A letter is half as wide as it is high. */
static void
measure (const char *text,
         BearingsPlotFont font,
         double limit,
         double *width,
         double *height,
         gpointer user_data)
{
  static const double sizes[BEARINGS_N_PLOT_FONTS] = { 1.3, 1, 1, 0.8 };
  double line = LINE * sizes[font];
  double natural = (double) g_utf8_strlen (text, -1) * line / 2;

  if (width != NULL)
    *width = limit < 0 ? natural : MIN (natural, limit);
  if (height != NULL)
    *height = limit < 0 ? line : line * MAX (ceil (natural / limit), 1);
}

static BearingsPlotDatum
datum (const char *label, const double *points)
{
  BearingsPlotDatum made = {
    .label = (char *) label,
    .caption = (char *) "A count, 2023",
    .value_text = (char *) "its value, in words",
  };

  memcpy (made.points, points, sizeof made.points);
  return made;
}

static void
write_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* No minus before a nought. */
  g_string_append_printf (
    out, " %s", g_ascii_formatd (text, sizeof text, "%.1f", round (value * 10) / 10 + 0.0));
}

static void
write_layout (GString *out, const BearingsPlot *plot, double width, gboolean rtl)
{
  static const char *const shapes[] = { "bar", "pill", "dot", "ring", "line", "arrow", "text" };
  static const char *const inks[] = { "text", "dim", "line", "grid", "band", "point" };
  static const char *const fonts[] = { "title", "strong", "text", "small" };
  static const char *const aligns[] = { "start", "center", "end" };
  g_autoptr (BearingsPlotLayout) layout =
    bearings_plot_layout_new (plot, width, rtl, measure, NULL);

  g_string_append_printf (out, "%s, %g wide%s, %g high\n", plot->title, width,
                          rtl ? ", right to left" : "", layout->height);
  for (guint i = 0; i < layout->marks->len; i++) {
    const BearingsPlotMark *mark = layout->marks->pdata[i];

    g_string_append_printf (out, "  %s %s", shapes[mark->shape], inks[mark->ink]);
    write_number (out, mark->x);
    write_number (out, mark->y);
    write_number (out, mark->width);
    write_number (out, mark->height);
    if (mark->datum >= 0)
      g_string_append_printf (out, " of %d", mark->datum);
    if (mark->text != NULL)
      g_string_append_printf (out, " %s %s “%s”", fonts[mark->font], aligns[mark->align],
                              mark->text);
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < layout->boxes->len; i++) {
    const BearingsPlotBox *box = &g_array_index (layout->boxes, BearingsPlotBox, i);

    g_string_append_printf (out, "  box %u", i);
    write_number (out, box->x);
    write_number (out, box->y);
    write_number (out, box->width);
    write_number (out, box->height);
    g_string_append_c (out, '\n');
  }
}

/* One panel of a kind, after a panel of another, so that data are counted on. */
static void
write_kind (GString *out,
            BearingsPlotKind kind,
            const char *title,
            const double points[][5],
            guint n)
{
  static const double other[] = { NAN, 3, NAN, NAN, NAN };
  g_autoptr (GPtrArray) panels = g_ptr_array_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) data = g_ptr_array_new ();
  BearingsPlotDatum first = datum ("Another", other);
  BearingsPlotDatum own[4];
  BearingsPlotPanel small = { .kind = BEARINGS_PLOT_INTERVALS, .data = before };
  BearingsPlotPanel panel = {
    .kind = kind,
    .unit = (char *) (kind == BEARINGS_PLOT_SHARES ? "percent" : "points"),
    .from_title = (char *) "2024",
    .to_title = (char *) "2034",
    .data = data,
  };
  BearingsPlot plot = {
    .title = (char *) title,
    .subtitle = (char *) "Of whom, and when",
    .panels = panels,
    .notes = notes,
  };
  double low = 0, high = 0;

  g_ptr_array_add (before, &first);
  bearings_plot_axis_init (&small.axis, 0, 4);
  for (guint i = 0; i < n; i++) {
    own[i] = datum (i == 0 ? "The first" : "One more, with a longer name", points[i]);
    own[i].open = kind == BEARINGS_PLOT_RANGES && i == 1;
    g_ptr_array_add (data, &own[i]);
    for (guint k = 0; k < 5; k++) {
      low = fmin (low, points[i][k]);
      high = fmax (high, points[i][k]);
    }
  }
  bearings_plot_axis_init (&panel.axis, low, high);
  g_ptr_array_add (panels, &small);
  g_ptr_array_add (panels, &panel);
  g_ptr_array_add (notes, (gpointer) "How to read it");
  g_ptr_array_add (notes, (gpointer) "Where it is from");
  write_layout (out, &plot, 360, FALSE);
  write_layout (out, &plot, 543, TRUE);
  /* The width from which words stand beside the marks. */
  write_layout (out, &plot, 544, FALSE);
}

static void
test_as_looked_at (void)
{
  static const double intervals[][5] = {
    { -20, 11, 43, NAN, NAN },
    { NAN, -5, NAN, NAN, NAN },
    { 3, 4, NAN, NAN, NAN },
    { 7, 7, 7, NAN, NAN },
  };
  static const double shares[][5] = {
    { 70, 74, 78, NAN, NAN },
    { NAN, 40, NAN, NAN, NAN },
    { 0, 1, 5, NAN, NAN },
  };
  static const double ranges[][5] = {
    { 20, 30, 42, 55, 80 },
    { 25, 35, 50, 70, 100 },
    { NAN, 30, NAN, 40, NAN },
    { 20, NAN, 31, NAN, 60 },
  };
  static const double slopes[][5] = {
    { 100, 120, NAN, NAN, NAN },
    { 101, 119, NAN, NAN, NAN },
    { 90, 40, NAN, NAN, NAN },
  };
  static const double curve[][5] = {
    { -2, 0.9, NAN, NAN, NAN },
    { 0, 0.3, NAN, NAN, NAN },
    { 2, 0.5, NAN, NAN, NAN },
  };
  g_autoptr (GString) out = g_string_new (NULL);

  write_kind (out, BEARINGS_PLOT_INTERVALS, "Intervals", intervals, G_N_ELEMENTS (intervals));
  write_kind (out, BEARINGS_PLOT_SHARES, "Shares", shares, G_N_ELEMENTS (shares));
  write_kind (out, BEARINGS_PLOT_RANGES, "Ranges", ranges, G_N_ELEMENTS (ranges));
  write_kind (out, BEARINGS_PLOT_SLOPES, "Slopes", slopes, G_N_ELEMENTS (slopes));
  write_kind (out, BEARINGS_PLOT_CURVE, "Curve", curve, G_N_ELEMENTS (curve));
  assert_kept_text (out->str, LAYOUTS, "BEARINGS_WRITE_KEPT");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/plot-layout/as-looked-at", test_as_looked_at);
  return g_test_run ();
}
