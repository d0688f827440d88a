/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Discover and the career page say. */

#include "bearings-career-state.h"

#include <math.h>
#include <string.h>

#include "bearings-discover-state.h"

static void
figure_free (BearingsFigure *made)
{
  bearings_record_struct_free (&bearings_figure_type, made);
}

static BearingsWage *
wage_new (void)
{
  BearingsWage *wage = bearings_record_new (BEARINGS_RECORD_WAGE);

  wage->title = g_strdup ("Data Scientists");
  wage->area = g_strdup ("US");
  wage->period = g_strdup ("2025-05");
  wage->unit = g_strdup ("USD per year");
  wage->median.value = 120230;
  wage->mean.value = 126800;
  wage->mean_prse = 0.6;
  wage->p25.missing = BEARINGS_MISSING_NOT_AVAILABLE;
  wage->p90.missing = BEARINGS_MISSING_TOP_CODED;
  wage->p90.limit = 239200;
  return wage;
}

static void
test_pay_figures (void)
{
  g_autoptr (BearingsWage) wage = wage_new ();
  BearingsFigure *median = bearings_pay_figure (wage, BEARINGS_PAY_MEDIAN);
  BearingsFigure *missing = bearings_pay_figure (wage, BEARINGS_PAY_P25);
  BearingsFigure *open = bearings_pay_figure (wage, BEARINGS_PAY_P90);
  BearingsFigure *mean = bearings_pay_figure (wage, BEARINGS_PAY_MEAN);

  g_assert_cmpfloat (median->value, ==, 120230);
  g_assert_false (bearings_figure_has_interval (median));
  g_assert_cmpint (median->interval, ==, BEARINGS_INTERVAL_NOT_PUBLISHED);
  g_assert_nonnull (strstr (median->referent, "Data Scientists"));

  g_assert_false (bearings_figure_has_value (missing));
  g_assert_cmpint (missing->missing, ==, BEARINGS_MISSING_NOT_AVAILABLE);

  /* A top-coded wage is never shown as if it were the wage. */
  g_assert_cmpfloat (open->value, ==, 239200);
  g_assert_cmpint (open->qualifier, ==, BEARINGS_QUALIFIER_AT_LEAST);

  /* Only the mean has a published error. */
  g_assert_true (bearings_figure_has_interval (mean));
  g_assert_cmpfloat_with_epsilon (mean->se, 760.8, 1e-6);
  g_assert_cmpfloat_with_epsilon (mean->low, 126800 - 1.96 * 760.8, 1e-6);

  figure_free (median);
  figure_free (missing);
  figure_free (open);
  figure_free (mean);
}

static void
test_projection (void)
{
  g_autoptr (BearingsProjection) projection = bearings_record_new (BEARINGS_RECORD_PROJECTION);
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  g_autofree char *current = NULL;
  g_autofree char *old = NULL;
  BearingsFigure *change;
  BearingsFigure *openings;

  projection->title = g_strdup ("Data scientists");
  projection->round = g_strdup ("2024-34");
  projection->change_percent = 33.5;
  projection->openings.missing = BEARINGS_MISSING_NOT_STATED;
  change = bearings_career_state_projected_change_figure (projection);
  openings = bearings_career_state_projected_openings_figure (projection);
  /* A projection carries its label wherever its figure goes. */
  g_assert_cmpint (change->interval, ==, BEARINGS_INTERVAL_EXPECTATION);
  g_assert_nonnull (strstr (change->metric, "projected"));
  g_assert_nonnull (strstr (change->referent, "2024-34"));
  g_assert_false (bearings_figure_has_value (openings));
  figure_free (change);
  figure_free (openings);

  current = bearings_career_state_outlook_caption (projection, source);
  source->state = BEARINGS_SOURCE_SUPERSEDED;
  source->state_note = g_strdup ("A newer round exists.");
  old = bearings_career_state_outlook_caption (projection, source);
  g_assert_null (strstr (current, "newer"));
  g_assert_nonnull (strstr (old, "A newer round exists."));
}

static void
test_importance (void)
{
  g_autoptr (BearingsOccupationSkill) row = bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);
  BearingsFigure *rated;
  BearingsFigure *suppressed;

  row->importance.value = 4.12;
  row->importance.low = 3.9;
  row->importance.high = 4.3;
  row->importance.n = 26;
  rated = bearings_career_state_importance_figure (row);
  g_assert_true (bearings_figure_has_interval (rated));
  g_assert_cmpint (rated->total, ==, 26);

  row->importance.value = NAN;
  row->importance.low = row->importance.high = NAN;
  row->importance.missing = BEARINGS_MISSING_SUPPRESSED;
  suppressed = bearings_career_state_importance_figure (row);
  g_assert_false (bearings_figure_has_value (suppressed));
  g_assert_cmpint (suppressed->missing, ==, BEARINGS_MISSING_SUPPRESSED);
  figure_free (rated);
  figure_free (suppressed);
}

static void
test_flags (void)
{
  g_autoptr (BearingsOccupationSkill) row = bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;

  g_assert_null (bearings_career_state_flags_text (NULL));
  row->hot = row->in_demand = BEARINGS_NO;
  none = bearings_career_state_flags_text (row);
  g_assert_null (none);
  row->hot = row->in_demand = BEARINGS_YES;
  both = bearings_career_state_flags_text (row);
  g_assert_nonnull (strstr (both, "Hot technology"));
  g_assert_nonnull (strstr (both, "In demand"));
  /* Flags are words. */
  g_assert_null (strchr (both, '%'));
}

static void
test_known_as (void)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;

  g_assert_null (bearings_career_state_known_as (titles, 3));
  g_ptr_array_add (titles, (char *) "ML Engineer");
  g_ptr_array_add (titles, (char *) "MLOps Engineer");
  few = bearings_career_state_known_as (titles, 3);
  g_assert_cmpstr (few, ==, "ML Engineer, MLOps Engineer");
  many = bearings_career_state_known_as (titles, 1);
  g_assert_cmpstr (many, ==, "ML Engineer and 1 more");
}

static void
test_filter_skills (void)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();
  g_autoptr (BearingsSkill) sql = bearings_record_new (BEARINGS_RECORD_SKILL);
  g_autoptr (BearingsSkill) python = bearings_record_new (BEARINGS_RECORD_SKILL);
  BearingsCareerSkill rows[] = { { .skill = sql }, { .skill = python } };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) alias = NULL;
  g_autoptr (GPtrArray) none = NULL;

  sql->name = g_strdup ("Structured query language");
  sql->category = g_strdup ("Data base user interface and query software");
  g_ptr_array_add (sql->aliases, g_strdup ("SQL"));
  python->name = g_strdup ("Python");
  g_ptr_array_add (skills, &rows[0]);
  g_ptr_array_add (skills, &rows[1]);
  all = bearings_career_state_filter_skills (skills, "  ");
  one = bearings_career_state_filter_skills (skills, "PYTH");
  alias = bearings_career_state_filter_skills (skills, "sql data");
  none = bearings_career_state_filter_skills (skills, "python sql");
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (one->pdata[0] == &rows[1]);
  g_assert_cmpuint (alias->len, ==, 1);
  g_assert_true (alias->pdata[0] == &rows[0]);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_discover_words (void)
{
  g_autofree char *trimmed = bearings_discover_state_words ("  machine learning ");

  g_assert_cmpstr (trimmed, ==, "machine learning");
  g_assert_null (bearings_discover_state_words ("   "));
  g_assert_null (bearings_discover_state_words (NULL));
}

static void
test_discover_view (void)
{
  g_assert_cmpint (bearings_discover_view (NULL, 12), ==, BEARINGS_DISCOVER_LIST);
  g_assert_cmpint (bearings_discover_view ("welder", 1), ==, BEARINGS_DISCOVER_LIST);
  g_assert_cmpint (bearings_discover_view ("xyzzy", 0), ==, BEARINGS_DISCOVER_NOTHING);
  g_assert_cmpint (bearings_discover_view (NULL, 0), ==, BEARINGS_DISCOVER_EMPTY);
}

static void
test_discover_subtitle (void)
{
  g_autoptr (BearingsHit) code =
    bearings_hit_new (BEARINGS_RECORD_OCCUPATION, "15-2051.00", "Data Scientists", "15-2051.00");
  g_autoptr (BearingsHit) other =
    bearings_hit_new (BEARINGS_RECORD_OCCUPATION, "15-2051.00", "Data Scientists", "Data Miner");
  g_autoptr (BearingsHit) role =
    bearings_hit_new (BEARINGS_RECORD_ROLE, "data-scientist", "Data Scientist", NULL);
  g_autofree char *first = bearings_discover_state_subtitle (code);
  g_autofree char *second = bearings_discover_state_subtitle (other);

  g_assert_cmpstr (first, ==, "15-2051.00");
  g_assert_cmpstr (second, ==, "Also called Data Miner");
  g_assert_null (bearings_discover_state_subtitle (role));
}

static void
test_discover_of_kind (void)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) roles = NULL;
  g_autofree char *count = NULL;

  g_ptr_array_add (hits, bearings_hit_new (BEARINGS_RECORD_OCCUPATION, "a", "A", NULL));
  g_ptr_array_add (hits, bearings_hit_new (BEARINGS_RECORD_ROLE, "b", "B", NULL));
  g_ptr_array_add (hits, bearings_hit_new (BEARINGS_RECORD_ROLE, "c", "C", NULL));
  roles = bearings_discover_state_of_kind (hits, BEARINGS_RECORD_ROLE);
  g_assert_cmpuint (roles->len, ==, 2);
  g_assert_cmpstr (bearings_hit_get_id (roles->pdata[0]), ==, "b");
  count = bearings_discover_state_count ("b", 1);
  g_assert_cmpstr (count, ==, "1 career found for “b”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/career-state/pay-figures", test_pay_figures);
  g_test_add_func ("/career-state/projection", test_projection);
  g_test_add_func ("/career-state/importance", test_importance);
  g_test_add_func ("/career-state/flags", test_flags);
  g_test_add_func ("/career-state/known-as", test_known_as);
  g_test_add_func ("/career-state/filter-skills", test_filter_skills);
  g_test_add_func ("/discover-state/words", test_discover_words);
  g_test_add_func ("/discover-state/view", test_discover_view);
  g_test_add_func ("/discover-state/subtitle", test_discover_subtitle);
  g_test_add_func ("/discover-state/of-kind", test_discover_of_kind);
  return g_test_run ();
}
