/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quality of an instrument as a document. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-quality-words.h"
#include "bearings-report.h"

static void
add_parts (BearingsDocument *document, const BearingsQuality *quality, guint reference)
{
  for (guint i = 0; i < quality->parts->len; i++) {
    const BearingsQualityPart *part = quality->parts->pdata[i];
    g_autoptr (GPtrArray) lines = bearings_quality_words_part_lines (part);

    bearings_document_add_heading (document, bearings_quality_words_part_title (part));
    for (guint j = 0; j < lines->len; j++)
      bearings_document_add_paragraph (document, lines->pdata[j], 0);
    if (isnan (part->alpha.value))
      continue;
    for (guint which = 0; which < 2; which++) {
      g_autofree char *text = bearings_quality_words_threshold_text (part, which);
      bearings_document_add_term (document, bearings_quality_words_threshold_title (which), text,
                                  reference);
    }
  }
}

static void
add_curve (BearingsDocument *document, const BearingsQuality *quality)
{
  const char *const header[] = { _ ("Place on the scale"), _ ("Information"), _ ("Standard error"),
                                 NULL };
  g_autofree char *text = bearings_quality_words_curve_text (quality);
  BearingsBlock *table;

  if (text == NULL)
    return;
  bearings_document_add_heading (document, _ ("Standard error over the scale"));
  bearings_document_add_paragraph (document, text, 0);
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < quality->curve->len; i++) {
    const BearingsQualityPoint *point = &g_array_index (quality->curve, BearingsQualityPoint, i);
    g_autofree char *place = bearings_quality_words_place_text (point->theta);
    g_autofree char *information = bearings_quality_words_number (point->information, 2);
    g_autofree char *se = bearings_quality_words_number (point->se, 2);
    const char *const row[] = { place, information, se, NULL };
    bearings_block_add_row (table, row);
  }
}

static void
add_raters (BearingsDocument *document, const BearingsQuality *quality)
{
  const char *const header[] = { _ ("Rated"),          _ ("n"), _ ("Same"), _ ("ICC(2,1)"),
                                 _ ("Weighted kappa"), NULL };
  g_autofree char *text = bearings_quality_words_raters_text (quality);
  BearingsBlock *table;

  bearings_document_add_heading (document, _ ("Second raters"));
  bearings_document_add_paragraph (document, text, 0);
  if (quality->raters->len == 0)
    return;
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < quality->raters->len; i++) {
    const BearingsRaterAgreement *row = quality->raters->pdata[i];
    g_autofree char *title = bearings_quality_words_rater_agreement_title (row);
    g_autofree char *n = bearings_quality_words_count_text (row->n);
    g_autofree char *same = bearings_quality_words_number (row->same, 2);
    g_autofree char *icc = bearings_quality_words_interval_text (&row->icc);
    g_autofree char *kappa = bearings_quality_words_interval_text (&row->kappa);
    const char *const cells[] = { title, n, same, icc, kappa, NULL };
    bearings_block_add_row (table, cells);
  }
}

static void
add_outside (BearingsDocument *document, const BearingsQuality *quality)
{
  g_autofree char *text = bearings_quality_words_outside_text (quality);

  bearings_document_add_heading (document, _ ("Measures from outside"));
  bearings_document_add_paragraph (document, text, 0);
  for (guint i = 0; i < quality->outside->len; i++) {
    const BearingsQualityOutside *row = quality->outside->pdata[i];
    g_autofree char *lines = bearings_quality_words_outside_row_text (row);
    bearings_document_add_term (document, row->name, lines, 0);
  }
}

static void
add_items (BearingsDocument *document, const BearingsQuality *quality)
{
  gboolean groups = quality->reference != NULL;
  const char *const header[] = { _ ("Item"),
                                 _ ("n"),
                                 _ ("Difficulty"),
                                 _ ("Item-rest r"),
                                 _ ("Most information"),
                                 _ ("at"),
                                 groups ? _ ("Delta") : NULL,
                                 groups ? _ ("Class") : NULL,
                                 NULL };
  g_autofree char *fairness = bearings_quality_words_groups_text (quality);
  BearingsBlock *table;

  bearings_document_add_heading (document, _ ("Items"));
  bearings_document_add_paragraph (document, bearings_quality_words_items_explanation (), 0);
  bearings_document_add_paragraph (document, fairness, 0);
  table = bearings_document_add_table (document, header);
  for (guint i = 0; i < quality->items->len; i++) {
    const BearingsQualityItem *item = quality->items->pdata[i];
    const char letter[] = { item->dif.ets != '\0' ? item->dif.ets : ' ', '\0' };
    g_autofree char *n = bearings_quality_words_count_text (item->n);
    g_autofree char *difficulty = bearings_quality_words_number (item->difficulty, 2);
    g_autofree char *rest = bearings_quality_words_interval_text (&item->rest);
    g_autofree char *information = bearings_quality_words_number (item->information, 2);
    g_autofree char *at =
      isnan (item->at) ? g_strdup ("–") : bearings_quality_words_place_text (item->at);
    g_autofree char *delta = bearings_quality_words_number (item->dif.delta, 2);
    const char *const cells[] = {
      item->item->record.id,  n,   difficulty, rest, information, at, groups ? delta : NULL,
      groups ? letter : NULL, NULL
    };
    bearings_block_add_row (table, cells);
  }
}

/* 0 for a source that is not known. */
static guint
cite (BearingsDocument *document, GHashTable *sources, const char *id)
{
  const BearingsSource *source = id != NULL ? g_hash_table_lookup (sources, id) : NULL;

  return source != NULL ? bearings_document_cite (document, source) : 0;
}

static void
add_stated (BearingsDocument *document, const BearingsQuality *quality, GHashTable *sources)
{
  if (quality->stated->len == 0)
    return;
  bearings_document_add_heading (document, _ ("Stated of reference samples"));
  for (guint i = 0; i < quality->stated->len; i++) {
    const BearingsReferenceSample *sample = quality->stated->pdata[i];
    g_autofree char *figure = bearings_format_figure (&sample->reliability);
    bearings_document_add_term (document, sample->title, figure,
                                cite (document, sources, sample->source));
  }
}

BearingsDocument *
bearings_report_quality (const BearingsQuality *quality,
                         const BearingsClaim *claim,
                         GHashTable *sources)
{
  BearingsDocument *document = bearings_document_new ();
  g_autofree char *basis = bearings_quality_words_basis_text (quality);
  g_autofree char *retest = bearings_quality_words_retest_text (quality);
  /* Translators: title of an instrument. */
  g_autofree char *title = g_strdup_printf (_ ("Quality: %s"), quality->form->instrument->title);
  guint reference = claim != NULL ? cite (document, sources, claim->source) : 0;

  bearings_document_add_title (document, title);
  bearings_document_add_paragraph (document, basis, 0);
  if (claim != NULL)
    bearings_document_add_paragraph (document, claim->statement, reference);
  add_parts (document, quality, reference);
  add_curve (document, quality);
  bearings_document_add_heading (document, _ ("Two sittings"));
  bearings_document_add_paragraph (document, retest, 0);
  add_raters (document, quality);
  add_outside (document, quality);
  add_items (document, quality);
  add_stated (document, quality, sources);
  return document;
}
