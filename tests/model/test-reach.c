/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the rule by which a claim reaches a page. */

#include "bearings-enums.h"
#include "bearings-reach.h"

typedef struct {
  const char *skill, *family, *role, *occupation, *group;
  BearingsDirectness level;
} Line;

static BearingsClaim *
claim_with (const Line *lines, guint n)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  for (guint i = 0; i < n; i++) {
    BearingsClaimDirectness *line = bearings_record_struct_new (&bearings_claim_directness_type);

    line->skill = g_strdup (lines[i].skill);
    line->family = g_strdup (lines[i].family);
    line->role = g_strdup (lines[i].role);
    line->occupation = g_strdup (lines[i].occupation);
    line->group = g_strdup (lines[i].group);
    line->level = lines[i].level;
    line->reason = g_strdup_printf ("%u", i);
    g_ptr_array_add (claim->directness, line);
  }
  return claim;
}

/* The number of the line that speaks on a page, "" when none does. */
static char *
chosen (const Line *lines,
        guint n,
        const char *skill,
        const char *family,
        const char *role,
        const char *occupation)
{
  g_autoptr (BearingsClaim) claim = claim_with (lines, n);
  g_autoptr (GPtrArray) families = g_ptr_array_new ();
  g_autoptr (GPtrArray) occupations = g_ptr_array_new ();
  const BearingsReach page = { skill, families, role, occupations };
  const BearingsClaimDirectness *line;

  if (family != NULL)
    g_ptr_array_add (families, (gpointer) family);
  if (occupation != NULL)
    g_ptr_array_add (occupations, (gpointer) occupation);
  line = bearings_reach_choose (claim, &page);
  return g_strdup (line != NULL ? line->reason : "");
}

#define ASSERT_CHOSEN(lines, expected, ...)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *line = chosen (lines, G_N_ELEMENTS (lines), __VA_ARGS__);                     \
    g_assert_cmpstr (line, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

/* What names nothing is true of every page, and gives way to whatever names something. */
static void
test_every_page (void)
{
  static const Line lines[] = {
    { .level = BEARINGS_DIRECTNESS_CONTEXT },
    { .family = "programming", .level = BEARINGS_DIRECTNESS_ADJACENT },
    { .group = "29-0000", .level = BEARINGS_DIRECTNESS_ADJACENT },
  };

  ASSERT_CHOSEN (lines, "0", "2.A.1.b", "social", NULL, "35-1011.00");
  ASSERT_CHOSEN (lines, "0", "sewing", NULL, NULL, NULL);
  ASSERT_CHOSEN (lines, "1", "sql", "programming", "data-engineer", "15-1243.00");
  ASSERT_CHOSEN (lines, "2", "2.A.1.b", "social", NULL, "29-1141.00");
  ASSERT_CHOSEN (lines, "2", "python", "programming", NULL, "29-1141.00");
}

/* Everything that a line names has to fit. */
static void
test_pairs (void)
{
  static const Line lines[] = {
    { .skill = "python", .role = "engineer", .level = BEARINGS_DIRECTNESS_DIRECT },
    { .family = "programming", .occupation = "15-1252.00", .level = BEARINGS_DIRECTNESS_ADJACENT },
    { .family = "programming", .group = "15-0000", .level = BEARINGS_DIRECTNESS_CONTEXT },
  };

  ASSERT_CHOSEN (lines, "0", "python", "programming", "engineer", "15-1252.00");
  ASSERT_CHOSEN (lines, "1", "sql", "programming", "engineer", "15-1252.00");
  ASSERT_CHOSEN (lines, "1", "sql", "programming", NULL, "15-1252.00");
  ASSERT_CHOSEN (lines, "2", "sql", "programming", NULL, "15-2051.00");
  ASSERT_CHOSEN (lines, "", "2.A.1.b", "social", "engineer", "15-1252.00");
  ASSERT_CHOSEN (lines, "", "sql", "programming", NULL, "35-1011.00");
}

/* Of two equally exact lines the nearer speaks; the smaller of two groups is more exact. */
static void
test_order (void)
{
  static const Line equal[] = {
    { .occupation = "15-2051.00", .level = BEARINGS_DIRECTNESS_CONTEXT },
    { .occupation = "15-2051.00", .level = BEARINGS_DIRECTNESS_ADJACENT },
  };
  static const Line groups[] = {
    { .group = "29-0000", .level = BEARINGS_DIRECTNESS_CONTEXT },
    { .group = "29-1140", .level = BEARINGS_DIRECTNESS_ADJACENT },
    { .group = "29-1000", .level = BEARINGS_DIRECTNESS_CONTEXT },
  };

  ASSERT_CHOSEN (equal, "1", "sql", NULL, NULL, "15-2051.00");
  ASSERT_CHOSEN (groups, "1", "sql", NULL, NULL, "29-1141.00");
  ASSERT_CHOSEN (groups, "2", "sql", NULL, NULL, "29-1051.00");
  ASSERT_CHOSEN (groups, "0", "sql", NULL, NULL, "29-2061.00");
}

static void
test_groups (void)
{
  g_auto (GStrv) nurse = bearings_reach_groups ("29-1141.00");
  g_auto (GStrv) scientist = bearings_reach_groups ("15-2051.00");
  g_auto (GStrv) foreign = bearings_reach_groups ("C1");
  g_autofree char *of_nurse = g_strjoinv (" ", nurse);
  g_autofree char *of_scientist = g_strjoinv (" ", scientist);

  g_assert_cmpstr (of_nurse, ==, "29-1141 29-1140 29-1100 29-1000 29-0000");
  g_assert_cmpstr (of_scientist, ==, "15-2051 15-2050 15-2000 15-0000");
  g_assert_cmpuint (g_strv_length (foreign), ==, 0);
  for (guint i = 0; nurse[i] != NULL; i++)
    g_assert_true (bearings_reach_covers (nurse[i], "29-1141.00"));
  g_assert_false (bearings_reach_covers ("29-1140", "29-1151.00"));
  g_assert_false (bearings_reach_covers ("31-0000", "29-1141.00"));
}

static void
test_belongs (void)
{
  g_autoptr (BearingsSkillFamily) family = bearings_record_new (BEARINGS_RECORD_SKILL_FAMILY);
  g_autoptr (BearingsSkill) skill = bearings_record_new (BEARINGS_RECORD_SKILL);

  skill->record.id = g_strdup ("sql");
  g_ptr_array_add (family->skills, g_strdup ("python"));
  g_ptr_array_add (family->categories, g_strdup ("Query software"));
  g_assert_false (bearings_reach_belongs (family, skill));
  skill->category = g_strdup ("Query software");
  g_assert_true (bearings_reach_belongs (family, skill));
  g_set_str (&skill->category, "Other");
  g_set_str (&skill->record.id, "python");
  g_assert_true (bearings_reach_belongs (family, skill));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/reach/every-page", test_every_page);
  g_test_add_func ("/model/reach/pairs", test_pairs);
  g_test_add_func ("/model/reach/order", test_order);
  g_test_add_func ("/model/reach/groups", test_groups);
  g_test_add_func ("/model/reach/belongs", test_belongs);
  return g_test_run ();
}
