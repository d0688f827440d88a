/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result as a document a person takes home. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-report-beside.h"
#include "bearings-report.h"

static void
add_levels (BearingsDocument *document, const BearingsResult *result)
{
  const char *const header[] = { _ ("Level"), _ ("Chance"), NULL };
  BearingsBlock *table = bearings_document_add_table (document, header);

  for (guint i = 0; i < result->level_chance->len; i++) {
    const BearingsLevel *level = g_ptr_array_index (result->form->instrument->levels, i);
    double chance = g_array_index (result->level_chance, double, i);
    g_autofree char *percent = bearings_format_number (100 * chance, 0);
    /* Translators: a chance in percent. */
    g_autofree char *text = g_strdup_printf (_ ("%s %%"), percent);
    const char *const row[] = { level->title, text, NULL };
    bearings_block_add_row (table, row);
  }
}

static void
add_estimate (BearingsDocument *document, const BearingsResult *result)
{
  g_autofree char *theta = bearings_format_fixed (result->theta, 2);
  g_autofree char *se = bearings_format_fixed (result->se, 2);
  g_autofree char *low = bearings_format_fixed (result->theta_low, 2);
  g_autofree char *high = bearings_format_fixed (result->theta_high, 2);
  g_autofree char *text = g_strdup_printf (
    /* Translators: band from, to; estimate; its standard error. */
    _ ("95 %% band from %s to %s; estimate %s, standard error %s, on the instrument's own scale "
       "(mean 0, standard deviation 1 assumed)."),
    low, high, theta, se);

  bearings_document_add_paragraph (document, text, 0);
  bearings_document_add_paragraph (document, result->display_why, 0);
}

static void
add_profile (BearingsDocument *document, const BearingsResult *result)
{
  const char *const header[] = { _ ("Scale"), _ ("Estimate (95 % band)"), _ ("Items"),
                                 _ ("Self-rating, 0 to 4"), NULL };
  BearingsBlock *table = bearings_document_add_table (document, header);

  for (guint i = 0; i < result->scales->len; i++) {
    const BearingsScaleResult *scale = g_ptr_array_index (result->scales, i);
    g_autofree char *estimate = NULL;
    g_autofree char *n = g_strdup_printf ("%u", scale->n_items);
    g_autofree char *self = isnan (scale->self_mean) ? g_strdup (_ ("not answered"))
                                                     : bearings_format_fixed (scale->self_mean, 1);

    if (isnan (scale->theta)) {
      estimate = g_strdup (result->steps ? _ ("not measured") : _ ("not answered"));
    } else {
      g_autofree char *theta = bearings_format_fixed (scale->theta, 1);
      g_autofree char *low = bearings_format_fixed (scale->theta - 1.96 * scale->se, 1);
      g_autofree char *high = bearings_format_fixed (scale->theta + 1.96 * scale->se, 1);
      /* Translators: estimate, band from, to. */
      estimate = g_strdup_printf (_ ("%s (%s to %s)"), theta, low, high);
    }
    {
      const char *const row[] = { scale->scale->title, estimate, n, self, NULL };
      bearings_block_add_row (table, row);
    }
  }
}

static void
add_placements (BearingsDocument *document, const GPtrArray *placements, const char *heading)
{
  if (placements->len > 0)
    bearings_document_add_heading (document, heading);
  for (guint i = 0; i < placements->len; i++) {
    const BearingsPlacement *placement = g_ptr_array_index (placements, i);
    g_autofree char *place = bearings_placement_text (placement);
    g_autofree char *text = g_strdup_printf ("%s. %s", place, placement->why);

    bearings_document_add_term (document, placement->sample->measure, text, 0);
  }
}

BearingsDocument *
bearings_report_result (const BearingsResult *result, const BearingsSkillPage *page)
{
  BearingsDocument *document = bearings_document_new ();
  g_autofree char *title = bearings_result_title (result);
  g_autofree char *summary = bearings_result_summary (result);
  g_autoptr (GPtrArray) limits = bearings_result_limits (result);

  bearings_document_add_title (document, title);
  bearings_document_add_paragraph (document, summary, 0);
  if (result->level != NULL)
    bearings_document_add_paragraph (document, result->level->summary, 0);
  if (!isnan (result->theta)) {
    add_levels (document, result);
    add_estimate (document, result);
  } else if (result->steps) {
    bearings_document_add_paragraph (document, result->display_why, 0);
  }
  bearings_document_add_heading (document, _ ("What this does not mean"));
  for (guint i = 0; i < limits->len; i++)
    bearings_document_add_bullet (document, g_ptr_array_index (limits, i), 0);
  bearings_document_add_heading (document, _ ("Profile"));
  add_profile (document, result);
  add_placements (document, result->groups, _ ("Compared with this centre’s sample"));
  add_placements (document, result->placements, _ ("Experience"));
  bearings_report_beside_add (document, result);
  if (result->checks->len > 0) {
    bearings_document_add_heading (document, _ ("Remarks on the answers"));
    for (guint i = 0; i < result->checks->len; i++)
      bearings_document_add_bullet (document, g_ptr_array_index (result->checks, i), 0);
  }
  if (page != NULL) {
    g_autofree char *question = bearings_skill_page_question (page);
    g_autofree char *answer = bearings_answer_text (page->answers, page->skill->name,
                                                    bearings_skill_page_career_title (page));
    bearings_document_add_heading (document, question);
    bearings_document_add_paragraph (document, answer, 0);
  }
  return document;
}
