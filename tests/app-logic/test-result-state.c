/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the result page says and draws. */

#include <math.h>

#include "bearings-report-state.h"
#include "bearings-result-state.h"
#include "form-fixture.h"

/* A result of the small form: @keyed to every key question, @anchor to every self-rating. */
static BearingsResult *
result_new (const char *keyed, const char *const anchors[4], BearingsLength length)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, length);
  g_autoptr (BearingsSitting) plan = bearings_sitting_replay (form, log, NULL);
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (GError) error = NULL;
  guint n_self = 0;

  for (guint i = 0; i < plan->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) plan->items->pdata[i])->item;

    if (item->kind == BEARINGS_ITEM_KEYED && keyed != NULL)
      fixture_log (log, BEARINGS_ENTRY_ANSWERED, item->record.id, keyed);
    else if (item->kind == BEARINGS_ITEM_SELF_REPORT && anchors != NULL && n_self < 4)
      fixture_log (log, BEARINGS_ENTRY_ANSWERED, item->record.id, anchors[n_self++]);
  }
  sitting = bearings_sitting_replay (form, log, &error);
  g_assert_no_error (error);
  return bearings_result_new (sitting, info, none, none);
}

static void
test_axis (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (BearingsLevelAxis) axis = bearings_level_axis_new (form->instrument);

  g_assert_cmpuint (axis->cuts->len, ==, 2);
  g_assert_cmpuint (g_strv_length (axis->titles), ==, axis->cuts->len + 1);
  g_assert_cmpfloat (axis->low, <, g_array_index (axis->cuts, double, 0));
  g_assert_cmpfloat (axis->high, >, g_array_index (axis->cuts, double, 1));
}

static void
test_band_text (void)
{
  g_autoptr (BearingsForm) form = fixture_form (); /* cuts at -1 and 1 */
  static const struct {
    double theta, se;
    const char *text;
  } rows[] = {
    { 0, 0.1, "level-1, with its error as well" },
    { 0, 0.6, "level-1; with its error, from level-0 to level-2" },
    { 1, 0.1, "level-2; with its error, from level-1 to level-2" }, /* a cut belongs above */
    { NAN, NAN, "No estimate: no question was answered" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
      bearings_result_state_band_text (form->instrument, rows[i].theta, rows[i].se);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* A chance that is not 0 or 1 is never printed as 0 % or 100 %. */
static void
test_chances (void)
{
  static const struct {
    double chance;
    const char *percent;
  } rows[] = {
    { 0, "0 %" },      { 0.001, "under 1 %" }, { 0.006, "1 %" }, { 0.456, "46 %" },
    { 0.994, "99 %" }, { 0.999, "over 99 %" }, { 1, "100 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = bearings_result_state_chance_percent (rows[i].chance);
    g_assert_cmpstr (text, ==, rows[i].percent);
    g_assert_nonnull (bearings_result_chance_words (rows[i].chance));
  }
  g_assert_cmpstr (bearings_result_chance_words (0.97), ==, "almost certain");
  g_assert_cmpstr (bearings_result_chance_words (0.05), ==, "very unlikely");
}

/* The small form has three levels and five steps, so no gap is claimed; with five of each it is. */
static void
add_levels (BearingsForm *form)
{
  for (guint i = 3; i < 5; i++) {
    BearingsLevel *level = bearings_record_struct_new (&bearings_level_type);
    level->id = g_strdup_printf ("level-%u", i);
    level->title = g_strdup (level->id);
    level->theta_low = i - 1.0;
    g_ptr_array_add (form->instrument->levels, level);
  }
}

static void
test_gap (void)
{
  static const char *const high[] = { "anchor:4", "anchor:4", "anchor:4", "anchor:3" };
  static const char *const low[] = { "anchor:0", "anchor:0", "anchor:0", "anchor:1" };
  static const char *const spread[] = { "anchor:0", "anchor:4", "anchor:2", "anchor:2" };
  static const struct {
    const char *keyed;
    const char *const *anchors;
    BearingsSelfGap gap;
  } rows[] = {
    { "option:a", high, BEARINGS_GAP_HIGHER },   { "option:a", low, BEARINGS_GAP_WITHIN },
    { "option:b", spread, BEARINGS_GAP_WITHIN }, { "option:b", low, BEARINGS_GAP_LOWER },
    { NULL, high, BEARINGS_GAP_UNKNOWN },        { "option:b", NULL, BEARINGS_GAP_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BearingsResult) result =
      result_new (rows[i].keyed, rows[i].anchors, BEARINGS_LENGTH_ALL);

    g_assert_cmpint (bearings_result_state_self_gap (result), ==, BEARINGS_GAP_UNKNOWN);
    add_levels (result->form);
    g_assert_cmpint (bearings_result_state_self_gap (result), ==, rows[i].gap);
    g_assert_nonnull (bearings_result_state_gap_text (rows[i].gap));
  }
}

static void
test_next_step (void)
{
  g_autoptr (BearingsResult) none = result_new (NULL, NULL, BEARINGS_LENGTH_SHORT);
  g_autoptr (BearingsResult) all = result_new ("option:b", NULL, BEARINGS_LENGTH_ALL);
  g_autofree char *reason = bearings_next_step_reason (none, BEARINGS_NEXT_STEP_ASSESS);

  g_assert_cmpint (bearings_result_state_next_step (none), ==, BEARINGS_NEXT_STEP_ASSESS);
  g_assert_nonnull (reason);
  /* However wide the band is, nobody is sent to a longer sitting where there is none. */
  g_assert_cmpint (bearings_result_state_next_step (all), ==, BEARINGS_NEXT_STEP_LADDER);
}

static BearingsPlacement *
placement_new (const char *id, gint64 n)
{
  g_autoptr (BearingsReferenceSample) sample =
    bearings_record_new (BEARINGS_RECORD_REFERENCE_SAMPLE);
  g_autoptr (BearingsNormTable) table = bearings_record_new (BEARINGS_RECORD_NORM_TABLE);
  BearingsDisplayPolicy policy = { NAN, BEARINGS_INTEGER_ABSENT, NAN, BEARINGS_INTEGER_ABSENT,
                                   NULL };

  sample->record.id = g_strdup (id);
  sample->title = g_strdup (id);
  sample->factual = BEARINGS_YES;
  for (guint i = 0; i < 4; i++) {
    BearingsNormRow *row = bearings_record_struct_new (&bearings_norm_row_type);
    row->low = i;
    row->high = i + 1;
    row->n = n / 4;
    g_ptr_array_add (table->rows, row);
  }
  return bearings_placement_new (&policy, sample, table, 2);
}

/* The band, the point and the group stand in one sentence; small groups get less. */
static void
test_placements (void)
{
  g_autoptr (GPtrArray) placements =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_placement_free);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *large = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *small = NULL;

  g_ptr_array_add (placements, placement_new ("survey-data-analyst", 400));
  g_ptr_array_add (placements, placement_new ("survey-engineer", 100));
  g_ptr_array_add (placements, placement_new ("other-data-analyst", 40));
  ((BearingsPlacement *) placements->pdata[2])->sample->collected = g_strdup ("2024-05");
  large = bearings_placement_text (placements->pdata[0]);
  middle = bearings_placement_text (placements->pdata[1]);
  small = bearings_placement_text (placements->pdata[2]);
  g_assert_true (g_str_has_prefix (large, "Percentile "));
  g_assert_nonnull (strstr (large, "middle 63"));
  g_assert_nonnull (strstr (large, "survey-data-analyst (n = 400)"));
  g_assert_null (strstr (middle, "ercentile"));
  g_assert_nonnull (strstr (middle, "Above the middle: "));
  g_assert_true (g_str_has_prefix (small, "No place is shown"));

  first = bearings_result_state_placements_for_role (placements, "data-analyst", TRUE);
  others = bearings_result_state_placements_for_role (placements, "data-analyst", FALSE);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_true (first->pdata[0] == placements->pdata[2]); /* the latest first */
  g_assert_cmpuint (others->len, ==, 1);
}

static void
test_file_form (void)
{
  g_assert_cmpint (bearings_report_state_of_name ("a.pdf"), ==, BEARINGS_REPORT_STATE_PDF);
  g_assert_cmpint (bearings_report_state_of_name ("a.b"), ==, BEARINGS_REPORT_STATE_PDF);
  g_assert_cmpint (bearings_report_state_of_name ("a.HTML"), ==, BEARINGS_REPORT_STATE_HTML);
  g_assert_cmpint (bearings_report_state_of_name ("html.txt"), ==, BEARINGS_REPORT_STATE_TEXT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-logic/result/axis", test_axis);
  g_test_add_func ("/app-logic/result/band-text", test_band_text);
  g_test_add_func ("/app-logic/result/chances", test_chances);
  g_test_add_func ("/app-logic/result/gap", test_gap);
  g_test_add_func ("/app-logic/result/next-step", test_next_step);
  g_test_add_func ("/app-logic/result/placements", test_placements);
  g_test_add_func ("/app-logic/result/file-form", test_file_form);
  return g_test_run ();
}
