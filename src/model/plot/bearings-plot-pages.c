/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plots of each page. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-format.h"
#include "bearings-plot-private.h"
#include "bearings-words.h"

/* More would be a wall; the list below the plot has them all. */
#define DATA_SHOWN 12

/* "Share of postings that name the skill; of …, 2023" */
static char *
label_for (const BearingsFigure *figure)
{
  const char *metric = figure->metric != NULL ? figure->metric : figure->referent;
  g_autofree char *first = NULL;
  const char *rest;

  if (metric == NULL)
    return g_strdup ("");
  first = g_utf8_substring (metric, 0, 1);
  rest = g_utf8_next_char (metric);
  {
    g_autofree char *upper = g_utf8_strup (first, -1);

    if (figure->metric == NULL || figure->referent == NULL)
      return g_strconcat (upper, rest, NULL);
    return g_strdup_printf ("%s%s; %s", upper, rest, figure->referent);
  }
}

static char *
caption_for (const BearingsSource *source, const char *more)
{
  g_autofree char *reference = source != NULL ? bearings_format_source_short (source)
                                              : g_strdup (_ ("Stated without a source"));
  g_autoptr (GString) text = g_string_new (reference);

  if (source != NULL && source->state > BEARINGS_SOURCE_CURRENT)
    g_string_append_printf (text, " [%s]", bearings_words_source_state_title (source->state));
  if (more != NULL)
    g_string_append_printf (text, " · %s", more);
  return g_strdup (text->str);
}

/* Level figures and differences of the same unit do not stand on the same axis. */
static BearingsPlotPanel *
panel_for (BearingsPlot *plot, const BearingsFigure *figure)
{
  g_autofree char *unit = NULL;

  if (g_strcmp0 (figure->unit, "percent") == 0 && bearings_plot_axis_figure_is_signed (figure))
    /* Translators: unit of an axis for changes and differences in percent. */
    unit = g_strdup (_ ("percent change or difference"));
  return bearings_plot_panel (plot, BEARINGS_PLOT_INTERVALS, unit != NULL ? unit : figure->unit);
}

static BearingsPlotDatum *
add_figure (BearingsPlotPanel *panel,
            const BearingsFigure *figure,
            BearingsSource *source,
            const BearingsRecord *record,
            const char *more)
{
  BearingsPlotDatum *datum = bearings_plot_add (panel, figure, source, record);

  datum->label = label_for (figure);
  datum->caption = caption_for (source, more);
  return datum;
}

BearingsPlot *
bearings_plot_for_channel (const BearingsSkillPage *page,
                           BearingsChannel channel,
                           const GPtrArray *packs)
{
  g_autofree char *question = bearings_skill_page_question (page);
  BearingsPlot *plot = bearings_plot_new (bearings_words_channel_title (channel), question);
  guint n = 0;
  guint left = 0;

  for (guint i = 0; i < page->evidence->len; i++) {
    BearingsEvidence *evidence = page->evidence->pdata[i];
    const BearingsFigure *figure = bearings_evidence_get_figure (evidence);
    const char *source_id = bearings_evidence_get_source_id (evidence);
    BearingsSource *source =
      source_id != NULL ? g_hash_table_lookup (page->sources, source_id) : NULL;
    g_autofree char *more = NULL;

    if (bearings_evidence_get_channel (evidence) != channel || !bearings_figure_has_value (figure))
      continue;
    if (n++ >= DATA_SHOWN) {
      left++;
      continue;
    }
    /* Translators: "Direct · Moderate certainty". */
    more = g_strdup_printf (
      _ ("%s · %s"), bearings_words_directness_title (bearings_evidence_get_directness (evidence)),
      bearings_words_certainty_title (bearings_evidence_get_certainty (evidence)));
    add_figure (panel_for (plot, figure), figure, source, bearings_evidence_get_record (evidence),
                more);
  }
  if (left > 0)
    g_ptr_array_add (plot->notes,
                     g_strdup_printf (ngettext ("%u finding further away is not drawn.",
                                                "%u findings further away are not "
                                                "drawn.",
                                                left),
                                      left));
  return bearings_plot_finish (plot, packs);
}

BearingsPlot *
bearings_plot_for_claim (const BearingsClaim *claim, BearingsSource *source, const GPtrArray *packs)
{
  BearingsPlot *plot = bearings_plot_new (claim->statement, NULL);

  for (guint i = 0; i < claim->additional_findings->len + 1; i++) {
    const BearingsFigure *figure =
      i == 0 ? &claim->finding : claim->additional_findings->pdata[i - 1];

    if (bearings_figure_has_value (figure))
      add_figure (panel_for (plot, figure), figure, source, &claim->record,
                  i == 0 ? bearings_words_certainty_title (bearings_certainty_of_claim (claim))
                         : NULL);
  }
  return bearings_plot_finish (plot, packs);
}

BearingsPlot *
bearings_plot_for_postings (const BearingsCareer *career, const GPtrArray *packs)
{
  const char *career_title = bearings_career_title (career);
  /* Translators: title of a chart; %s is a career. */
  g_autofree char *title = g_strdup_printf (_ ("Skills that postings for %s name"), career_title);
  BearingsPlot *plot = bearings_plot_new (title, NULL);
  guint n = 0;

  for (guint i = 0; i < career->technologies->len && n < DATA_SHOWN; i++) {
    const BearingsCareerSkill *row = career->technologies->pdata[i];
    BearingsFigure *figure;
    BearingsSource *source;
    BearingsPlotDatum *datum;
    g_autofree char *count = NULL;

    if (row->posting == NULL)
      continue;
    figure = bearings_record_struct_new (&bearings_figure_type);
    figure->metric = g_strdup (_ ("share of postings that name the skill"));
    bearings_figure_set_share (figure, row->posting->k, row->posting->n, _ ("postings"));
    figure->referent = bearings_posting_share_referent (row->posting, career_title);
    source = row->posting->source != NULL
               ? g_hash_table_lookup (career->sources, row->posting->source)
               : NULL;
    datum = bearings_plot_add (bearings_plot_panel (plot, BEARINGS_PLOT_SHARES, "percent"), figure,
                               source, &row->posting->record);
    datum->label = g_strdup (row->skill->name);
    count = bearings_format_figure_count (figure);
    datum->caption = g_strdup (count);
    if (n++ == 0) {
      g_free (plot->subtitle);
      plot->subtitle = g_strdup (figure->referent);
    }
    bearings_record_struct_free (&bearings_figure_type, figure);
  }
  return bearings_plot_finish (plot, packs);
}

static BearingsFigure *
median_of (const BearingsWage *wage)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  figure->metric = g_strdup (_ ("median pay"));
  figure->value = wage->median.value;
  figure->missing = isnan (wage->median.value) && wage->median.missing == 0
                      ? BEARINGS_MISSING_NOT_PUBLISHED
                      : wage->median.missing;
  figure->unit = g_strdup (wage->unit);
  figure->interval = BEARINGS_INTERVAL_NOT_PUBLISHED;
  figure->referent = g_strdup_printf ("%s, %s, %s", wage->title, wage->area, wage->period);
  return figure;
}

static gboolean
has_amount (const BearingsAmount *const *amounts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!isnan (amounts[i]->value) || !isnan (amounts[i]->limit))
      return TRUE;
  return FALSE;
}

BearingsPlot *
bearings_plot_for_pay (const BearingsCareer *career, const GPtrArray *packs)
{
  /* Translators: title of a chart; %s is a career. */
  g_autofree char *title =
    g_strdup_printf (_ ("Pay of the occupations of %s"), bearings_career_title (career));
  BearingsPlot *plot = bearings_plot_new (title, NULL);

  for (guint i = 0; i < career->wages->len; i++) {
    const BearingsWage *wage = career->wages->pdata[i];
    const BearingsAmount *amounts[] = { &wage->p10, &wage->p25, &wage->median, &wage->p75,
                                        &wage->p90 };
    BearingsFigure *figure;
    BearingsSource *source =
      wage->source != NULL ? g_hash_table_lookup (career->sources, wage->source) : NULL;
    BearingsPlotDatum *datum;
    g_autofree char *low = bearings_format_amount (&wage->p10, wage->unit);
    g_autofree char *median = bearings_format_amount (&wage->median, wage->unit);
    g_autofree char *high = bearings_format_amount (&wage->p90, wage->unit);
    g_autofree char *period = bearings_format_date (wage->period);
    g_autofree char *more = g_strdup_printf ("%s, %s", wage->area, period);

    if (!has_amount (amounts, G_N_ELEMENTS (amounts)))
      continue;
    figure = median_of (wage);
    datum = bearings_plot_add (bearings_plot_panel (plot, BEARINGS_PLOT_RANGES, wage->unit), figure,
                               source, &wage->record);
    for (guint j = 0; j < G_N_ELEMENTS (amounts); j++)
      datum->points[j] = bearings_plot_axis_amount_drawn (amounts[j], &datum->open);
    datum->label = g_strdup (wage->title);
    datum->caption = caption_for (source, more);
    g_free (datum->value_text);
    /* Translators: three amounts of pay: 10th percentile, median, 90th percentile. */
    datum->value_text = g_strdup_printf (_ ("P10 %s, median %s, P90 %s"), low, median, high);
    bearings_record_struct_free (&bearings_figure_type, figure);
  }
  return bearings_plot_finish (plot, packs);
}

/* "2024-34" -> "2024" and "2034". */
static void
years_of (const char *round, char **from, char **to)
{
  const char *dash = round != NULL ? strchr (round, '-') : NULL;

  if (dash == NULL || dash - round != 4) {
    *from = g_strdup (_ ("base year"));
    *to = g_strdup (_ ("projected"));
    return;
  }
  *from = g_strndup (round, 4);
  *to = strlen (dash + 1) == 2 ? g_strdup_printf ("%.2s%s", round, dash + 1) : g_strdup (dash + 1);
}

BearingsPlot *
bearings_plot_for_outlook (const BearingsCareer *career, const GPtrArray *packs)
{
  /* Translators: title of a chart; %s is a career. */
  g_autofree char *title = g_strdup_printf (_ ("Projected employment in the occupations of %s"),
                                            bearings_career_title (career));
  BearingsPlot *plot = bearings_plot_new (title, NULL);

  for (guint i = 0; i < career->projections->len; i++) {
    const BearingsProjection *projection = career->projections->pdata[i];
    BearingsFigure *figure;
    BearingsPlotPanel *panel;
    BearingsPlotDatum *datum;
    BearingsSource *source =
      projection->source != NULL ? g_hash_table_lookup (career->sources, projection->source) : NULL;
    g_autofree char *from = NULL;
    g_autofree char *to = NULL;
    g_autofree char *change = NULL;

    if (isnan (projection->employment_base) || isnan (projection->employment_projected))
      continue;
    /* Translators: unit of employment. */
    panel = bearings_plot_panel (plot, BEARINGS_PLOT_SLOPES, _ ("thousand jobs"));
    if (panel->from_title == NULL)
      years_of (projection->round, &panel->from_title, &panel->to_title);
    figure = bearings_record_struct_new (&bearings_figure_type);
    figure->metric = g_strdup (_ ("projected change of employment"));
    figure->value = projection->change_percent;
    if (isnan (figure->value))
      figure->missing = BEARINGS_MISSING_NOT_PUBLISHED;
    figure->unit = g_strdup ("percent");
    figure->interval = BEARINGS_INTERVAL_EXPECTATION;
    figure->referent = g_strdup_printf ("%s, %s", projection->title, projection->round);
    datum = bearings_plot_add (panel, figure, source, &projection->record);
    datum->points[0] = projection->employment_base;
    datum->points[1] = projection->employment_projected;
    datum->label = g_strdup (projection->title);
    datum->caption = caption_for (source, projection->note);
    from = bearings_format_number (projection->employment_base, 1);
    to = bearings_format_number (projection->employment_projected, 1);
    change = bearings_format_figure_value (figure);
    g_free (datum->value_text);
    datum->value_text =
      /* Translators: thousands of jobs at the start, in the end, and the change in percent. */
      g_strdup_printf (_ ("%s to %s thousand jobs (%s), a projection"), from, to, change);
    bearings_record_struct_free (&bearings_figure_type, figure);
  }
  return bearings_plot_finish (plot, packs);
}
