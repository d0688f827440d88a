/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything of a plot stands: the same for the screen and for a picture. */

#include "bearings-plot-layout.h"

#include <math.h>

#include "bearings-format.h"

/* From this width on, in lines of text, labels stand beside the marks instead of above them. */
#define WIDE_EMS 34
#define LABEL_SHARE 0.44
#define SLOPE_EMS 11
#define CURVE_EMS 12

typedef struct {
  BearingsPlotLayout *layout;
  BearingsPlotMeasure measure;
  gpointer user_data;
  double em; /* height of a line of text: the unit of every distance */
  double y;
  int datum;
} Drafter;

static void
mark_free (gpointer data)
{
  BearingsPlotMark *mark = data;

  g_free (mark->text);
  g_free (mark);
}

static BearingsPlotMark *
add_mark (Drafter *self,
          BearingsPlotShape shape,
          BearingsPlotInk ink,
          double x,
          double y,
          double width,
          double height)
{
  BearingsPlotMark *mark = g_new0 (BearingsPlotMark, 1);

  mark->shape = shape;
  mark->ink = ink;
  mark->x = x;
  mark->y = y;
  mark->width = width;
  mark->height = height;
  mark->datum = self->datum;
  g_ptr_array_add (self->layout->marks, mark);
  return mark;
}

/* Text in a column; returns its height. */
static double
add_text (Drafter *self,
          const char *text,
          BearingsPlotFont font,
          BearingsPlotInk ink,
          double x,
          double y,
          double width)
{
  BearingsPlotMark *mark;
  double height;

  if (text == NULL || *text == '\0')
    return 0;
  self->measure (text, font, width, NULL, &height, self->user_data);
  mark = add_mark (self, BEARINGS_PLOT_SHAPE_TEXT, ink, x, y, width, height);
  mark->font = font;
  mark->text = g_strdup (text);
  return height;
}

static double
text_height (Drafter *self, const char *text, BearingsPlotFont font, double width)
{
  double height = 0;

  if (text != NULL && *text != '\0')
    self->measure (text, font, width, NULL, &height, self->user_data);
  return height;
}

static void
add_dot (Drafter *self, double x, double y, double radius, gboolean hollow)
{
  add_mark (self, hollow ? BEARINGS_PLOT_SHAPE_RING : BEARINGS_PLOT_SHAPE_DOT,
            BEARINGS_PLOT_INK_POINT, x - radius, y - radius, 2 * radius, 2 * radius);
}

static double
position (const BearingsPlotAxis *axis, double value, double start, double width)
{
  return start + bearings_plot_axis_position (axis, value) * width;
}

/* The marks of one datum, around @middle. */
static void
add_datum (Drafter *self,
           const BearingsPlotPanel *panel,
           const BearingsPlotDatum *datum,
           double start,
           double width,
           double middle)
{
  const BearingsPlotAxis *axis = &panel->axis;
  const double *points = datum->points;
  double thick = self->em * 0.75;
  double thin = self->em * 0.3;
  double at[5];

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    at[i] = isnan (points[i]) ? NAN : position (axis, points[i], start, width);
  switch (panel->kind) {
  case BEARINGS_PLOT_INTERVALS:
    if (!isnan (at[0]) && !isnan (at[2]))
      add_mark (self, BEARINGS_PLOT_SHAPE_PILL, BEARINGS_PLOT_INK_BAND, at[0], middle - thick / 2,
                MAX (at[2] - at[0], 2), thick);
    add_dot (self, at[1], middle, self->em * 0.3, isnan (at[0]) || isnan (at[2]));
    break;
  case BEARINGS_PLOT_SHARES: {
    double zero = position (axis, 0, start, width);
    double solid = isnan (at[0]) ? at[1] : at[0];

    add_mark (self, BEARINGS_PLOT_SHAPE_BAR, BEARINGS_PLOT_INK_POINT, zero, middle - thick / 2,
              MAX (solid - zero, 0), thick);
    if (!isnan (at[0]) && !isnan (at[2]))
      add_mark (self, BEARINGS_PLOT_SHAPE_BAR, BEARINGS_PLOT_INK_BAND, at[0], middle - thick / 2,
                at[2] - at[0], thick);
    add_mark (self, BEARINGS_PLOT_SHAPE_BAR, BEARINGS_PLOT_INK_POINT, at[1] - 1,
              middle - thick * 0.75, 2, thick * 1.5);
    break;
  }
  case BEARINGS_PLOT_RANGES:
    if (!isnan (at[0]) && !isnan (at[4]))
      add_mark (self, BEARINGS_PLOT_SHAPE_PILL, BEARINGS_PLOT_INK_BAND, at[0], middle - thin / 2,
                at[4] - at[0], thin);
    if (!isnan (at[1]) && !isnan (at[3]))
      add_mark (self, BEARINGS_PLOT_SHAPE_PILL, BEARINGS_PLOT_INK_BAND, at[1], middle - thick / 2,
                at[3] - at[1], thick);
    if (datum->open && !isnan (at[4]))
      add_mark (self, BEARINGS_PLOT_SHAPE_ARROW, BEARINGS_PLOT_INK_BAND, at[4], middle - thick / 2,
                self->em * 0.45, thick);
    if (!isnan (at[2]))
      add_mark (self, BEARINGS_PLOT_SHAPE_BAR, BEARINGS_PLOT_INK_POINT, at[2] - 1.5,
                middle - thick * 0.75, 3, thick * 1.5);
    break;
  case BEARINGS_PLOT_SLOPES:
  case BEARINGS_PLOT_CURVE:
    break;
  }
}

/* From right to left a minus would end up behind its number. */
static char *
tick_text (Drafter *self, const BearingsPlotAxis *axis, double tick, const char *unit)
{
  g_autofree char *text = bearings_plot_axis_tick_label (axis, tick, unit);

  return self->layout->rtl && g_str_has_prefix (text, "\xe2\x88\x92")
           ? g_strconcat ("\xe2\x80\x8e", text, NULL)
           : g_steal_pointer (&text);
}

static void
add_axis (Drafter *self, const BearingsPlotPanel *panel, double start, double width)
{
  const BearingsPlotAxis *axis = &panel->axis;
  double taken = -INFINITY;
  double height = 0;

  add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_LINE, start, self->y, width, 0);
  for (guint i = 0; i < axis->n_ticks; i++) {
    g_autofree char *text = tick_text (self, axis, axis->ticks[i], panel->unit);
    double x = position (axis, axis->ticks[i], start, width);
    double text_width, left;
    BearingsPlotMark *mark;

    add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_LINE, x, self->y, 0,
              self->em * 0.25);
    self->measure (text, BEARINGS_PLOT_FONT_SMALL, -1, &text_width, &height, self->user_data);
    left = CLAMP (x - text_width / 2, 0, MAX (0, self->layout->width - text_width));
    if (left < taken + self->em * 0.5)
      continue;
    mark = add_mark (self, BEARINGS_PLOT_SHAPE_TEXT, BEARINGS_PLOT_INK_DIM, left,
                     self->y + self->em * 0.3, text_width, height);
    mark->font = BEARINGS_PLOT_FONT_SMALL;
    mark->align = BEARINGS_PLOT_ALIGN_CENTER;
    mark->text = g_steal_pointer (&text);
    taken = left + text_width;
  }
  self->y += self->em * 0.3 + height;
  if (panel->unit != NULL && g_strcmp0 (panel->unit, "percent") != 0)
    self->y += add_text (self, panel->unit, BEARINGS_PLOT_FONT_SMALL, BEARINGS_PLOT_INK_DIM, start,
                         self->y, width);
}

static double
add_words (Drafter *self, const BearingsPlotDatum *datum, double x, double y, double width)
{
  double top = y;

  y += add_text (self, datum->label, BEARINGS_PLOT_FONT_TEXT, BEARINGS_PLOT_INK_TEXT, x, y, width);
  y += add_text (self, datum->value_text, BEARINGS_PLOT_FONT_STRONG, BEARINGS_PLOT_INK_TEXT, x, y,
                 width);
  y +=
    add_text (self, datum->caption, BEARINGS_PLOT_FONT_SMALL, BEARINGS_PLOT_INK_DIM, x, y, width);
  return y - top;
}

static void
add_grid (Drafter *self,
          const BearingsPlotAxis *axis,
          double start,
          double width,
          double top,
          double bottom)
{
  int datum = self->datum;

  self->datum = -1;
  for (guint i = 0; i < axis->n_ticks; i++) {
    gboolean zero = axis->zero && fabs (axis->ticks[i]) < 1e-12;

    add_mark (self, BEARINGS_PLOT_SHAPE_LINE,
              zero ? BEARINGS_PLOT_INK_LINE : BEARINGS_PLOT_INK_GRID,
              position (axis, axis->ticks[i], start, width), top, 0, bottom - top);
  }
  self->datum = datum;
}

static void
add_box (Drafter *self, double top, double bottom)
{
  BearingsPlotBox box = { 0, top, self->layout->width, bottom - top };

  g_array_append_val (self->layout->boxes, box);
}

static void
add_rows (Drafter *self, const BearingsPlotPanel *panel, int first)
{
  double total = self->layout->width;
  gboolean wide = total >= WIDE_EMS * self->em;
  double words = wide ? floor (total * LABEL_SHARE) : total;
  double start = (wide ? words + self->em : 0) + self->em * 0.6;
  double width = MAX (total - start - self->em * 0.6, 1);
  double strip = self->em * 1.5;

  for (guint i = 0; i < panel->data->len; i++) {
    const BearingsPlotDatum *datum = panel->data->pdata[i];
    double top = self->y;
    double words_height, bottom, middle;

    self->datum = first + (int) i;
    words_height = add_words (self, datum, 0, top, words);
    middle = wide ? top + MAX (words_height, strip) / 2 : top + words_height + strip / 2;
    bottom = wide ? top + MAX (words_height, strip) : top + words_height + strip;
    /* Beneath one another, the lines of the grid would run through the words. */
    add_grid (self, &panel->axis, start, width, wide ? top : bottom - strip,
              bottom + (wide ? self->em * 0.5 : 0));
    add_datum (self, panel, datum, start, width, middle);
    add_box (self, top, bottom);
    self->y = bottom + self->em * 0.5;
  }
  self->datum = -1;
  add_axis (self, panel, start, width);
}

typedef struct {
  const BearingsPlotDatum *datum;
  int index;
  double anchor; /* where its end of the line is */
  double top, height;
} Note;

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *first = a;
  const Note *second = b;

  return first->anchor < second->anchor ? -1 : first->anchor > second->anchor ? 1 : 0;
}

/* Puts each note beside its anchor, moved as far as it takes not to touch the next one. */
static void
spread_notes (GArray *notes, double top, double bottom, double gap)
{
  double floor_y = top;

  g_array_sort (notes, compare_notes);
  for (guint i = 0; i < notes->len; i++) {
    Note *note = &g_array_index (notes, Note, i);

    note->top = MAX (note->anchor - note->height / 2, floor_y);
    floor_y = note->top + note->height + gap;
  }
  for (guint i = notes->len; i > 0; i--) {
    Note *note = &g_array_index (notes, Note, i - 1);

    note->top = MIN (note->top, bottom - note->height);
    bottom = note->top - gap;
  }
}

/* The words of each end, and a thin line to it where they had to move. */
static void
add_slope_ends (Drafter *self, GArray *left, GArray *right, double x0, double x1, double words)
{
  for (guint i = 0; i < left->len; i++) {
    Note *note = &g_array_index (left, Note, i);
    g_autofree char *from = bearings_format_number (note->datum->points[0], 1);
    BearingsPlotMark *mark;

    self->datum = note->index;
    add_text (self, from, BEARINGS_PLOT_FONT_SMALL, BEARINGS_PLOT_INK_TEXT, 0, note->top,
              x0 - self->em * 0.8);
    mark = self->layout->marks->pdata[self->layout->marks->len - 1];
    mark->align = BEARINGS_PLOT_ALIGN_END;
    add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_GRID, x0 - self->em * 0.7,
              note->top + note->height / 2, self->em * 0.4,
              note->anchor - note->top - note->height / 2);
  }
  for (guint i = 0; i < right->len; i++) {
    Note *note = &g_array_index (right, Note, i);

    self->datum = note->index;
    add_words (self, note->datum, x1 + self->em * 1.1, note->top, words);
    add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_GRID, x1 + self->em * 0.3,
              note->anchor, self->em * 0.7, note->top + note->height / 2 - note->anchor);
  }
  self->datum = -1;
}

static void
add_year (Drafter *self, const char *year, double x, double y)
{
  double width, height;
  BearingsPlotMark *mark;

  self->measure (year, BEARINGS_PLOT_FONT_SMALL, -1, &width, &height, self->user_data);
  mark =
    add_mark (self, BEARINGS_PLOT_SHAPE_TEXT, BEARINGS_PLOT_INK_DIM,
              CLAMP (x - width / 2, 0, MAX (0, self->layout->width - width)), y, width, height);
  mark->font = BEARINGS_PLOT_FONT_SMALL;
  mark->align = BEARINGS_PLOT_ALIGN_CENTER;
  mark->text = g_strdup (year);
}

static double
notes_height (const GArray *notes, double gap)
{
  double height = 0;

  for (guint i = 0; i < notes->len; i++)
    height += g_array_index (notes, Note, i).height + gap;
  return height;
}

static void
add_slopes (Drafter *self, const BearingsPlotPanel *panel, int first)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (Note));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (Note));
  double total = self->layout->width;
  double gap = self->em * 0.4;
  double top = self->y;
  double column = 0;
  double x0, x1, words, height;

  for (guint i = 0; i < panel->data->len; i++) {
    const BearingsPlotDatum *datum = panel->data->pdata[i];
    g_autofree char *from = bearings_format_number (datum->points[0], 1);
    double width;

    self->measure (from, BEARINGS_PLOT_FONT_SMALL, -1, &width, NULL, self->user_data);
    column = MAX (column, width);
  }
  x0 = ceil (column) + 1 + self->em * 0.8;
  x1 = x0 + MAX ((total - x0) * 0.45, self->em);
  words = MAX (total - x1 - self->em * 1.1, 1);
  for (guint i = 0; i < panel->data->len; i++) {
    const BearingsPlotDatum *datum = panel->data->pdata[i];
    Note from = { .datum = datum, .index = first + (int) i };
    Note to = from;

    from.height = text_height (self, "0", BEARINGS_PLOT_FONT_SMALL, -1);
    to.height = text_height (self, datum->label, BEARINGS_PLOT_FONT_TEXT, words) +
                text_height (self, datum->value_text, BEARINGS_PLOT_FONT_STRONG, words) +
                text_height (self, datum->caption, BEARINGS_PLOT_FONT_SMALL, words);
    g_array_append_val (left, from);
    g_array_append_val (right, to);
  }
  height = MAX (SLOPE_EMS * self->em, MAX (notes_height (left, gap), notes_height (right, gap)));
  for (guint i = 0; i < panel->data->len; i++) {
    Note *from = &g_array_index (left, Note, i);
    Note *to = &g_array_index (right, Note, i);
    const BearingsPlotAxis *axis = &panel->axis;

    from->anchor = top + height * (1 - bearings_plot_axis_position (axis, from->datum->points[0]));
    to->anchor = top + height * (1 - bearings_plot_axis_position (axis, to->datum->points[1]));
    self->datum = from->index;
    add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_POINT, x0, from->anchor, x1 - x0,
              to->anchor - from->anchor);
    add_dot (self, x0, from->anchor, self->em * 0.25, FALSE);
    add_dot (self, x1, to->anchor, self->em * 0.25, TRUE);
  }
  self->datum = -1;
  spread_notes (left, top, top + height, gap);
  spread_notes (right, top, top + height, gap);
  add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_LINE, x0, top, 0, height);
  add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_LINE, x1, top, 0, height);
  add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_GRID, x0, top + height, x1 - x0, 0);
  add_slope_ends (self, left, right, x0, x1, words);
  /* A box for each datum, in the order of the data: the words at its end. */
  for (guint i = 0; i < panel->data->len; i++)
    for (guint j = 0; j < right->len; j++) {
      const Note *note = &g_array_index (right, Note, j);
      if (note->index == first + (int) i)
        add_box (self, note->top, note->top + note->height);
    }
  self->y = top + height + self->em * 0.3;
  add_year (self, panel->from_title, x0, self->y);
  add_year (self, panel->to_title, x1, self->y);
  self->y += text_height (self, "0", BEARINGS_PLOT_FONT_SMALL, -1);
  self->y += add_text (self, panel->unit, BEARINGS_PLOT_FONT_SMALL, BEARINGS_PLOT_INK_DIM, 0,
                       self->y, total);
}

/* Room for the labels of the upright axis. */
static double
label_column (Drafter *self, const BearingsPlotAxis *axis)
{
  double column = 0;

  for (guint i = 0; i < axis->n_ticks; i++) {
    g_autofree char *text = tick_text (self, axis, axis->ticks[i], NULL);
    double width;

    self->measure (text, BEARINGS_PLOT_FONT_SMALL, -1, &width, NULL, self->user_data);
    column = MAX (column, width);
  }
  return ceil (column) + self->em * 0.6;
}

static void
add_upright_axis (Drafter *self,
                  const BearingsPlotAxis *axis,
                  double start,
                  double width,
                  double top,
                  double height)
{
  for (guint i = 0; i < axis->n_ticks; i++) {
    g_autofree char *text = tick_text (self, axis, axis->ticks[i], NULL);
    double y = top + height * (1 - bearings_plot_axis_position (axis, axis->ticks[i]));
    double tall = text_height (self, text, BEARINGS_PLOT_FONT_SMALL, -1);
    BearingsPlotMark *mark;

    add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_GRID, start, y, width, 0);
    mark = add_mark (self, BEARINGS_PLOT_SHAPE_TEXT, BEARINGS_PLOT_INK_DIM, 0, y - tall / 2,
                     start - self->em * 0.6, tall);
    mark->font = BEARINGS_PLOT_FONT_SMALL;
    mark->align = BEARINGS_PLOT_ALIGN_END;
    mark->text = g_steal_pointer (&text);
  }
}

/* A line through the data, which rise along the axis; each has the strip around it. */
static void
add_curve (Drafter *self, const BearingsPlotPanel *panel, int first)
{
  BearingsPlotAxis upright;
  double most = 0, height = CURVE_EMS * self->em;
  double start, width, top, x = 0, y = 0, edge;

  for (guint i = 0; i < panel->data->len; i++)
    most = MAX (most, ((BearingsPlotDatum *) panel->data->pdata[i])->points[1]);
  bearings_plot_axis_init (&upright, 0, most);
  start = label_column (self, &upright);
  width = MAX (self->layout->width - start - self->em * 1.5, 1);
  self->y += add_text (self, panel->to_title, BEARINGS_PLOT_FONT_SMALL, BEARINGS_PLOT_INK_DIM, 0,
                       self->y, self->layout->width);
  top = self->y + self->em * 0.8;
  add_upright_axis (self, &upright, start, width, top, height);
  edge = start;
  for (guint i = 0; i < panel->data->len; i++) {
    const BearingsPlotDatum *datum = panel->data->pdata[i];
    double next_x = position (&panel->axis, datum->points[0], start, width);
    double next_y = top + height * (1 - bearings_plot_axis_position (&upright, datum->points[1]));
    double end = next_x;

    self->datum = first + (int) i;
    if (i > 0)
      add_mark (self, BEARINGS_PLOT_SHAPE_LINE, BEARINGS_PLOT_INK_POINT, x, y, next_x - x,
                next_y - y);
    add_dot (self, next_x, next_y, self->em * 0.25, FALSE);
    if (i + 1 < panel->data->len) {
      const BearingsPlotDatum *after = panel->data->pdata[i + 1];
      end = (next_x + position (&panel->axis, after->points[0], start, width)) / 2;
    } else {
      end = start + width + self->em * 0.5;
    }
    {
      BearingsPlotBox box = { edge, top, MAX (end - edge, 1), height };
      g_array_append_val (self->layout->boxes, box);
    }
    edge = end;
    x = next_x;
    y = next_y;
  }
  self->datum = -1;
  self->y = top + height;
  add_axis (self, panel, start, width);
  self->y += add_text (self, panel->from_title, BEARINGS_PLOT_FONT_SMALL, BEARINGS_PLOT_INK_DIM,
                       start, self->y, width);
}

static void
mirror (BearingsPlotLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++) {
    BearingsPlotBox *box = &g_array_index (layout->boxes, BearingsPlotBox, i);
    box->x = layout->width - box->x - box->width;
  }
  for (guint i = 0; i < layout->marks->len; i++) {
    BearingsPlotMark *mark = layout->marks->pdata[i];

    if (mark->shape == BEARINGS_PLOT_SHAPE_LINE || mark->shape == BEARINGS_PLOT_SHAPE_ARROW) {
      mark->x = layout->width - mark->x;
      mark->width = -mark->width;
    } else {
      mark->x = layout->width - mark->x - mark->width;
    }
  }
}

BearingsPlotLayout *
bearings_plot_layout_new (const BearingsPlot *plot,
                          double width,
                          gboolean rtl,
                          BearingsPlotMeasure measure,
                          gpointer user_data)
{
  BearingsPlotLayout *layout = g_new0 (BearingsPlotLayout, 1);
  Drafter self = { .layout = layout, .measure = measure, .user_data = user_data, .datum = -1 };
  int first = 0;

  layout->width = width;
  layout->rtl = rtl;
  layout->marks = g_ptr_array_new_with_free_func (mark_free);
  layout->boxes = g_array_new (FALSE, FALSE, sizeof (BearingsPlotBox));
  measure ("0", BEARINGS_PLOT_FONT_TEXT, -1, NULL, &self.em, user_data);

  self.y += add_text (&self, plot->title, BEARINGS_PLOT_FONT_TITLE, BEARINGS_PLOT_INK_TEXT, 0,
                      self.y, width);
  self.y += add_text (&self, plot->subtitle, BEARINGS_PLOT_FONT_SMALL, BEARINGS_PLOT_INK_DIM, 0,
                      self.y, width);
  for (guint i = 0; i < plot->panels->len; i++) {
    const BearingsPlotPanel *panel = plot->panels->pdata[i];

    self.y += self.em * 0.8;
    if (panel->kind == BEARINGS_PLOT_SLOPES)
      add_slopes (&self, panel, first);
    else if (panel->kind == BEARINGS_PLOT_CURVE)
      add_curve (&self, panel, first);
    else
      add_rows (&self, panel, first);
    first += (int) panel->data->len;
  }
  self.y += self.em * 0.8;
  for (guint i = 0; i < plot->notes->len; i++)
    self.y += add_text (&self, plot->notes->pdata[i], BEARINGS_PLOT_FONT_SMALL,
                        BEARINGS_PLOT_INK_DIM, 0, self.y, width);
  layout->height = ceil (self.y);
  if (rtl)
    mirror (layout);
  return layout;
}

void
bearings_plot_layout_free (BearingsPlotLayout *layout)
{
  g_ptr_array_unref (layout->marks);
  g_array_unref (layout->boxes);
  g_free (layout);
}
