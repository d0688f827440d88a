/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan as a document a person takes home. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-report.h"

static char *
percent (double value)
{
  g_autofree char *number = bearings_format_number (100 * value, 0);

  /* Translators: a share in percent. */
  return g_strdup_printf (_ ("%s %%"), number);
}

static char *
share_text (double share, double low, double high)
{
  g_autofree char *value = bearings_format_fixed (share, 1);
  g_autofree char *from = bearings_format_fixed (low, 1);
  g_autofree char *to = bearings_format_fixed (high, 1);

  /* Translators: a share and its 95 % interval, all in percent. */
  return g_strdup_printf (_ ("%s %% (%s to %s)"), value, from, to);
}

static char *
level_text (const BearingsPlan *plan, const BearingsPlanSkill *skill)
{
  const BearingsLevel *aim = bearings_plan_aim (plan, skill);

  if (skill->result == NULL || skill->result->level == NULL)
    return g_strdup (skill->instrument != NULL ? _ ("not assessed yet") : _ ("no assessment"));
  if (bearings_plan_levels_missing (plan, skill) > 0)
    /* Translators: own level, level aimed for. */
    return g_strdup_printf (_ ("%s; aiming for %s"), skill->result->level->title, aim->title);
  return g_strdup (skill->result->level->title);
}

static void
add_rows (BearingsDocument *document, const BearingsPlan *plan, const BearingsPlanOrder *order)
{
  const char *const header[] = { _ ("Skill"),    _ ("Named in postings"), _ ("Used at work"),
                                 _ ("My level"), _ ("Stays first"),       NULL };
  BearingsBlock *table = bearings_document_add_table (document, header);

  for (guint i = 0; i < order->rows->len; i++) {
    const BearingsPlanRow *row = g_ptr_array_index (order->rows, i);
    const BearingsPlanSkill *skill = row->skill;
    g_autofree char *posting =
      skill->posting != NULL
        ? share_text (skill->posting->share, skill->posting->low, skill->posting->high)
        : g_strdup (_ ("not counted"));
    g_autofree char *use = skill->use != NULL
                             ? share_text (skill->use->share, skill->use->low, skill->use->high)
                             : g_strdup (_ ("not asked"));
    g_autofree char *level = level_text (plan, skill);
    g_autofree char *first = percent (row->first);
    const char *const cells[] = { skill->skill->name, posting, use, level, first, NULL };

    bearings_block_add_row (table, cells);
  }
}

static void
add_products (BearingsDocument *document, const BearingsPlan *plan, const BearingsPlanOrder *order)
{
  static const BearingsPlanInput products[] = { BEARINGS_PLAN_POSTINGS_GAP, BEARINGS_PLAN_USE_GAP };
  gboolean headed = FALSE;

  for (guint i = 0; i < order->rows->len; i++) {
    const BearingsPlanRow *row = g_ptr_array_index (order->rows, i);
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint j = 0; j < G_N_ELEMENTS (products); j++) {
      g_autofree char *product = bearings_plan_product_text (plan, row->skill, products[j]);

      if (isnan (bearings_plan_value (plan, row->skill, products[j])))
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ". " : "",
                              bearings_plan_input_title (products[j]), product);
    }
    if (text->len == 0)
      continue;
    if (!headed)
      bearings_document_add_heading (document, _ ("Importance times my gap"));
    headed = TRUE;
    bearings_document_add_term (document, row->skill->skill->name, text->str, 0);
  }
}

static void
add_strengths (BearingsDocument *document, const BearingsPlanOrder *order)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < order->rows->len; i++) {
    const BearingsPlanRow *row = g_ptr_array_index (order->rows, i);
    g_autofree char *text = NULL;

    if (!row->strength)
      continue;
    if (!headed)
      bearings_document_add_heading (document, _ ("Strengths"));
    headed = TRUE;
    /* Translators: skill, level. */
    text = g_strdup_printf (_ ("%s: the level aimed for is reached (%s)."), row->skill->skill->name,
                            row->skill->result->level->title);
    bearings_document_add_bullet (document, text, 0);
  }
}

static guint
cite (BearingsDocument *document, GHashTable *sources, const char *id)
{
  const BearingsSource *source = id != NULL ? g_hash_table_lookup (sources, id) : NULL;

  return source != NULL ? bearings_document_cite (document, source) : 0;
}

/* Where the shares of the table are from, each source once. */
static void
add_counted (BearingsDocument *document, const BearingsPlan *plan, GHashTable *sources)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean headed = FALSE;

  for (guint i = 0; i < plan->skills->len; i++) {
    const BearingsPlanSkill *skill = g_ptr_array_index (plan->skills, i);
    const char *ids[] = { skill->posting != NULL ? skill->posting->source : NULL,
                          skill->use != NULL ? skill->use->source : NULL };

    for (guint j = 0; j < G_N_ELEMENTS (ids); j++) {
      const BearingsSource *source = ids[j] != NULL ? g_hash_table_lookup (sources, ids[j]) : NULL;

      if (source == NULL || !g_hash_table_add (told, (gpointer) ids[j]))
        continue;
      if (!headed)
        bearings_document_add_heading (document, _ ("Where the shares are from"));
      headed = TRUE;
      bearings_document_add_bullet (document, source->title,
                                    bearings_document_cite (document, source));
    }
  }
}

static void
add_learning (BearingsDocument *document, GPtrArray *learning, GHashTable *sources)
{
  if (learning->len == 0)
    return;
  bearings_document_add_heading (document, _ ("How to learn it"));
  bearings_document_add_paragraph (
    document,
    _ ("From experiments on learning in general, put together. None of them is about these skills "
       "or about this person."),
    0);
  for (guint i = 0; i < learning->len; i++) {
    const BearingsClaim *claim = g_ptr_array_index (learning, i);

    bearings_document_add_bullet (document, claim->statement,
                                  cite (document, sources, claim->source));
  }
}

BearingsDocument *
bearings_report_plan (const BearingsPlan *plan,
                      const BearingsPlanOrder *order,
                      GPtrArray *learning,
                      GHashTable *sources)
{
  BearingsDocument *document = bearings_document_new ();
  /* Translators: title of a role. */
  g_autofree char *title = g_strdup_printf (_ ("What to learn next for %s"), plan->role->title);
  g_autofree char *summary = bearings_plan_order_summary (order);

  bearings_document_add_title (document, title);
  bearings_document_add_paragraph (document, summary, 0);
  add_rows (document, plan, order);
  add_products (document, plan, order);
  add_strengths (document, order);
  add_learning (document, learning, sources);
  bearings_document_add_heading (document, _ ("What weighs"));
  for (BearingsPlanInput i = 0; i < BEARINGS_N_PLAN_INPUTS; i++)
    bearings_document_add_term (document, bearings_plan_input_title (i),
                                bearings_plan_input_summary (i), 0);
  bearings_document_add_paragraph (
    document,
    _ ("The order is a weighted mean of what is known, in the weights that were chosen. It is one "
       "input among several, for planning and talking; it does not tell what will get somebody "
       "a job."),
    0);
  add_counted (document, plan, sources);
  return document;
}
