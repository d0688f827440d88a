/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plot shows: findings on common axes, with their sources and words. */

#include "bearings-format.h"
#include "bearings-plot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-words.h"

#define FEW_SOURCES 2

static void
datum_free (gpointer data)
{
  BearingsPlotDatum *datum = data;

  g_free (datum->label);
  g_free (datum->caption);
  g_free (datum->value_text);
  g_free (datum->id);
  g_free (datum->pack);
  bearings_record_struct_free (&bearings_figure_type, datum->figure);
  g_clear_pointer (&datum->source, bearings_record_unref);
  g_free (datum);
}

static void
panel_free (gpointer data)
{
  BearingsPlotPanel *panel = data;

  g_free (panel->unit);
  g_free (panel->from_title);
  g_free (panel->to_title);
  g_ptr_array_unref (panel->data);
  g_free (panel);
}

BearingsPlot *
bearings_plot_new (const char *title, const char *subtitle)
{
  BearingsPlot *plot = g_new0 (BearingsPlot, 1);

  g_atomic_ref_count_init (&plot->ref_count);
  plot->title = g_strdup (title);
  plot->subtitle = g_strdup (subtitle);
  plot->panels = g_ptr_array_new_with_free_func (panel_free);
  plot->notes = g_ptr_array_new_with_free_func (g_free);
  return plot;
}

BearingsPlot *
bearings_plot_ref (BearingsPlot *plot)
{
  g_atomic_ref_count_inc (&plot->ref_count);
  return plot;
}

void
bearings_plot_unref (BearingsPlot *plot)
{
  if (!g_atomic_ref_count_dec (&plot->ref_count))
    return;
  g_free (plot->title);
  g_free (plot->subtitle);
  g_ptr_array_unref (plot->panels);
  g_ptr_array_unref (plot->notes);
  g_free (plot);
}

BearingsPlotPanel *
bearings_plot_panel (BearingsPlot *plot, BearingsPlotKind kind, const char *unit)
{
  BearingsPlotPanel *panel;

  for (guint i = 0; i < plot->panels->len; i++) {
    panel = plot->panels->pdata[i];
    if (panel->kind == kind && g_strcmp0 (panel->unit, unit) == 0)
      return panel;
  }
  panel = g_new0 (BearingsPlotPanel, 1);
  panel->kind = kind;
  panel->unit = g_strdup (unit);
  panel->data = g_ptr_array_new_with_free_func (datum_free);
  g_ptr_array_add (plot->panels, panel);
  return panel;
}

BearingsPlotDatum *
bearings_plot_add (BearingsPlotPanel *panel,
                   const BearingsFigure *figure,
                   BearingsSource *source,
                   const BearingsRecord *record)
{
  BearingsPlotDatum *datum = g_new0 (BearingsPlotDatum, 1);
  g_autofree char *value = bearings_format_figure_value (figure);
  g_autofree char *interval = bearings_format_figure_interval (figure);

  datum->figure = bearings_figure_copy (figure);
  datum->source = source != NULL ? bearings_record_ref (source) : NULL;
  datum->kind = record->type->kind;
  datum->id = g_strdup (record->id);
  datum->pack = g_strdup (record->pack);
  datum->value_text =
    interval != NULL ? g_strdup_printf ("%s (%s)", value, interval) : g_strdup (value);
  for (guint i = 0; i < G_N_ELEMENTS (datum->points); i++)
    datum->points[i] = NAN;
  if (panel->kind == BEARINGS_PLOT_INTERVALS || panel->kind == BEARINGS_PLOT_SHARES) {
    datum->points[0] = bearings_figure_has_interval (figure) ? figure->low : NAN;
    datum->points[1] = figure->value;
    datum->points[2] = bearings_figure_has_interval (figure) ? figure->high : NAN;
  }
  g_ptr_array_add (panel->data, datum);
  return datum;
}

/* One axis that holds every datum of the panel: a length means something only from zero. */
static void
fit_axis (BearingsPlotPanel *panel)
{
  double min = 0;
  double max = 0;
  gboolean difference = FALSE;
  gboolean share = panel->kind == BEARINGS_PLOT_SHARES;

  for (guint i = 0; i < panel->data->len; i++) {
    const BearingsPlotDatum *datum = panel->data->pdata[i];

    for (guint j = 0; j < G_N_ELEMENTS (datum->points); j++)
      if (!isnan (datum->points[j])) {
        min = MIN (min, datum->points[j]);
        max = MAX (max, datum->points[j]);
      }
    difference = difference || bearings_plot_axis_figure_is_signed (datum->figure);
  }
  if (panel->data->len == 1 && panel->kind == BEARINGS_PLOT_INTERVALS) {
    const BearingsPlotDatum *only = panel->data->pdata[0];
    if (bearings_plot_axis_for_figure (&panel->axis, only->figure))
      return;
  }
  if (share || (g_strcmp0 (panel->unit, "percent") == 0 && !difference && max <= 100))
    bearings_plot_axis_init (&panel->axis, 0, 100);
  else
    bearings_plot_axis_init (&panel->axis, min * 1.05, max * 1.05);
  panel->axis.zero = panel->kind == BEARINGS_PLOT_INTERVALS && difference;
}

static void
add_reading_note (BearingsPlot *plot)
{
  guint kinds = 0;
  gboolean without = FALSE;

  for (guint i = 0; i < plot->panels->len; i++) {
    const BearingsPlotPanel *panel = plot->panels->pdata[i];

    kinds |= 1u << panel->kind;
    if (panel->kind == BEARINGS_PLOT_INTERVALS || panel->kind == BEARINGS_PLOT_SHARES)
      for (guint j = 0; j < panel->data->len; j++)
        without = without || isnan (((BearingsPlotDatum *) panel->data->pdata[j])->points[0]);
  }
  if (kinds & (1u << BEARINGS_PLOT_INTERVALS))
    g_ptr_array_add (plot->notes, g_strdup (_ ("Dot: the finding. Band: its interval, at the level "
                                               "stated beside it.")));
  if (kinds & (1u << BEARINGS_PLOT_SHARES))
    g_ptr_array_add (plot->notes, g_strdup (_ ("Bar: the share. Pale end: its interval, at the "
                                               "level stated beside it.")));
  if (without)
    g_ptr_array_add (plot->notes,
                     g_strdup (_ ("A hollow dot has no interval; the words say why.")));
  if (kinds & (1u << BEARINGS_PLOT_RANGES))
    g_ptr_array_add (plot->notes,
                     g_strdup (_ ("Thin bar: 10th to 90th percentile. Thick bar: 25th to 75th. "
                                  "Mark: median. Arrow: only a lower limit is published. The "
                                  "publisher gives no error for percentiles.")));
  if (kinds & (1u << BEARINGS_PLOT_SLOPES))
    g_ptr_array_add (plot->notes, g_strdup (_ ("A projection, not a measurement; the publisher "
                                               "gives no interval.")));
}

/* Each source once; with its title while there are few. */
static void
add_source_note (BearingsPlot *plot)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean unsourced = FALSE;

  for (guint i = 0; i < bearings_plot_n_data (plot); i++) {
    const BearingsPlotDatum *datum = bearings_plot_get (plot, i, NULL);

    if (datum->source == NULL)
      unsourced = TRUE;
    else if (!g_ptr_array_find (sources, datum->source, NULL))
      g_ptr_array_add (sources, datum->source);
  }
  for (guint i = 0; i < sources->len; i++) {
    const BearingsSource *source = sources->pdata[i];
    g_autofree char *reference = bearings_format_source_short (source);

    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", reference);
    if (sources->len <= FEW_SOURCES && source->title != NULL)
      g_string_append_printf (text, ", %s", source->title);
    if (source->state > BEARINGS_SOURCE_CURRENT)
      g_string_append_printf (text, " [%s]", bearings_words_source_state_title (source->state));
  }
  if (text->len > 0)
    /* Translators: %s is one reference or several. */
    g_ptr_array_add (plot->notes, g_strdup_printf (_ ("Source: %s"), text->str));
  if (unsourced)
    g_ptr_array_add (plot->notes, g_strdup (_ ("Some figures were stated without a source.")));
}

static gboolean
came_with (const BearingsPlot *plot, const char *pack)
{
  for (guint i = 0; i < bearings_plot_n_data (plot); i++)
    if (g_strcmp0 (bearings_plot_get (plot, i, NULL)->pack, pack) == 0)
      return TRUE;
  return FALSE;
}

/* "evidence 1.0.0, roles 1.0.0": the packs that the data came with. */
static void
add_version_note (BearingsPlot *plot, const GPtrArray *packs)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < packs->len; i++) {
    const BearingsInstalledPack *pack = g_ptr_array_index (packs, i);

    if (!came_with (plot, pack->info->id))
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", pack->info->id);
    if (pack->info->version != NULL)
      g_string_append_printf (text, " %s", pack->info->version);
  }
  if (text->len > 0)
    /* Translators: names and versions of the packs of data. */
    g_ptr_array_add (plot->notes, g_strdup_printf (_ ("Data of Bearings: %s"), text->str));
}

BearingsPlot *
bearings_plot_finish (BearingsPlot *plot, const GPtrArray *packs)
{
  if (bearings_plot_n_data (plot) == 0) {
    bearings_plot_unref (plot);
    return NULL;
  }
  for (guint i = 0; i < plot->panels->len; i++)
    fit_axis (plot->panels->pdata[i]);
  add_reading_note (plot);
  add_source_note (plot);
  if (packs != NULL)
    add_version_note (plot, packs);
  return plot;
}

guint
bearings_plot_n_data (const BearingsPlot *plot)
{
  guint n = 0;

  for (guint i = 0; i < plot->panels->len; i++)
    n += ((BearingsPlotPanel *) plot->panels->pdata[i])->data->len;
  return n;
}

const BearingsPlotDatum *
bearings_plot_get (const BearingsPlot *plot, guint index, const BearingsPlotPanel **panel)
{
  for (guint i = 0; i < plot->panels->len; i++) {
    const BearingsPlotPanel *each = plot->panels->pdata[i];

    if (index < each->data->len) {
      if (panel != NULL)
        *panel = each;
      return each->data->pdata[index];
    }
    index -= each->data->len;
  }
  g_return_val_if_reached (NULL);
}

char *
bearings_plot_datum_text (const BearingsPlotDatum *datum)
{
  if (datum->caption == NULL)
    /* Translators: what was measured, then the figure with its error. */
    return g_strdup_printf (_ ("%s: %s"), datum->label, datum->value_text);
  /* Translators: what was measured, the figure with its error, where it is from. */
  return g_strdup_printf (_ ("%s: %s. %s"), datum->label, datum->value_text, datum->caption);
}

char *
bearings_plot_to_text (const BearingsPlot *plot)
{
  GString *text = g_string_new (plot->title);

  g_string_append_c (text, '\n');
  if (plot->subtitle != NULL)
    g_string_append_printf (text, "%s\n", plot->subtitle);
  for (guint i = 0; i < bearings_plot_n_data (plot); i++) {
    g_autofree char *line = bearings_plot_datum_text (bearings_plot_get (plot, i, NULL));
    g_string_append_printf (text, "- %s\n", line);
  }
  for (guint i = 0; i < plot->notes->len; i++)
    g_string_append_printf (text, "%s\n", (char *) plot->notes->pdata[i]);
  return g_string_free_and_steal (text);
}
