/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose definition holds where, and what is found when a claim crosses without a note. */

#include <math.h>
#include <string.h>

#include "bearings-boundary.h"
#include "bearings-problem.h"

static BearingsClaim *
claim_new (BearingsBoundary boundary)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup ("claim");
  claim->statement = g_strdup ("It was measured.");
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = BEARINGS_DESIGN_RCT;
  claim->source = g_strdup ("src");
  claim->finding.missing = BEARINGS_MISSING_QUALITATIVE;
  claim->boundary = boundary;
  return claim;
}

static void
place (BearingsClaim *claim, const char *skill, const char *role, const char *occupation)
{
  BearingsClaimDirectness *row = bearings_record_struct_new (&bearings_claim_directness_type);

  row->skill = g_strdup (skill);
  row->role = g_strdup (role);
  row->occupation = g_strdup (occupation);
  row->level = BEARINGS_DIRECTNESS_CONTEXT;
  row->reason = g_strdup ("reason");
  g_ptr_array_add (claim->directness, row);
}

#define BIT(name) BEARINGS_BOUNDARY_BIT (BEARINGS_BOUNDARY_##name)

static void
test_crossings (void)
{
  g_autoptr (BearingsClaim) academic = claim_new (BEARINGS_BOUNDARY_ACADEMIC);
  g_autoptr (BearingsClaim) employer = claim_new (BEARINGS_BOUNDARY_EMPLOYER);
  g_autoptr (BearingsClaim) regulatory = claim_new (BEARINGS_BOUNDARY_REGULATORY);
  g_autoptr (BearingsClaim) unknown = claim_new (0);

  g_assert_cmpuint (bearings_boundary_claim_crossings (academic), ==, 0); /* it is shown nowhere */
  place (academic, "python", NULL, NULL);
  g_assert_cmpuint (bearings_boundary_claim_crossings (academic), ==,
                    BIT (EMPLOYER) | BIT (REGULATORY));
  place (employer, "python", "engineer", NULL);
  g_assert_cmpuint (bearings_boundary_claim_crossings (employer), ==, 0);
  place (employer, NULL, NULL, "15-2051.00");
  g_assert_cmpuint (bearings_boundary_claim_crossings (employer), ==, BIT (REGULATORY));
  place (regulatory, NULL, NULL, "15-2051.00");
  g_assert_cmpuint (bearings_boundary_claim_crossings (regulatory), ==, 0);
  place (unknown, "python", NULL, NULL);
  g_assert_cmpuint (bearings_boundary_claim_crossings (unknown), ==, 0);

  g_assert_true (bearings_boundary_claim_crosses (academic, BEARINGS_BOUNDARY_EMPLOYER));
  g_assert_false (bearings_boundary_claim_crosses (employer, BEARINGS_BOUNDARY_EMPLOYER));
  g_assert_false (bearings_boundary_claim_crosses (unknown, BEARINGS_BOUNDARY_EMPLOYER));
}

static void
test_note (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_BOUNDARY_ACADEMIC);
  g_autofree char *missing =
    bearings_boundary_claim_crossing_text (claim, BEARINGS_BOUNDARY_EMPLOYER);
  g_autofree char *noted = NULL;

  g_assert_nonnull (strstr (missing, "not on record"));
  claim->boundary_note = g_strdup ("A test is not a job.");
  noted = bearings_boundary_claim_crossing_text (claim, BEARINGS_BOUNDARY_EMPLOYER);
  g_assert_cmpstr (noted, ==, "Academic definition → Employers' definition: A test is not a job.");
  g_assert_null (bearings_boundary_claim_crossing_text (claim, BEARINGS_BOUNDARY_ACADEMIC));
}

static void
test_finding (void)
{
  g_autoptr (BearingsClaim) claim = claim_new (BEARINGS_BOUNDARY_ACADEMIC);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  const BearingsProblem *problem;

  place (claim, "python", NULL, NULL);
  g_assert_true (bearings_problem_record_check (&claim->record, "file", 1, "$", problems));
  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpint (problem->severity, ==, BEARINGS_SEVERITY_WARNING);
  g_assert_cmpstr (problem->code, ==, "crossing-without-note");
  g_assert_cmpstr (problem->path, ==, "$.boundary_note");

  g_ptr_array_set_size (problems, 0);
  claim->boundary_note = g_strdup ("A test is not a job.");
  g_assert_true (bearings_problem_record_check (&claim->record, "file", 1, "$", problems));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
add_definition (GPtrArray *list, const char *id, int boundary, const char *role, const char *date)
{
  BearingsDefinition *definition = bearings_record_new (BEARINGS_RECORD_DEFINITION);

  definition->record.id = g_strdup (id);
  definition->boundary = boundary;
  definition->role = g_strdup (role);
  definition->date = g_strdup (date);
  g_ptr_array_add (list, definition);
}

static void
test_shelves (void)
{
  g_autoptr (GPtrArray) definitions = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GPtrArray) shelves = NULL;
  const BearingsBoundaryShelf *shelf;

  add_definition (definitions, "old", BEARINGS_BOUNDARY_EMPLOYER, "engineer", "2020");
  add_definition (definitions, "new", BEARINGS_BOUNDARY_EMPLOYER, "engineer", "2023-05");
  add_definition (definitions, "other", BEARINGS_BOUNDARY_ACADEMIC, NULL, "2023");
  shelves = bearings_boundary_shelves (definitions, BEARINGS_DEFINED_ROLE);
  g_assert_cmpuint (shelves->len, ==, 3);
  shelf = shelves->pdata[0];
  g_assert_cmpint (shelf->boundary, ==, BEARINGS_BOUNDARY_REGULATORY);
  g_assert_cmpuint (shelf->definitions->len, ==, 0);
  shelf = shelves->pdata[1];
  g_assert_cmpuint (shelf->definitions->len, ==, 2);
  g_assert_cmpstr (((BearingsRecord *) shelf->definitions->pdata[0])->id, ==, "new");
  /* What is no definition of the role does not fill the role's shelf. */
  shelf = shelves->pdata[2];
  g_assert_cmpuint (shelf->definitions->len, ==, 0);
}

static void
test_register_finding (void)
{
  g_autoptr (BearingsRegisterEntry) entry = bearings_record_new (BEARINGS_RECORD_REGISTER_ENTRY);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  BearingsMeetingPlace *nowhere = bearings_record_struct_new (&bearings_meeting_place_type);

  entry->record.id = g_strdup ("entry");
  entry->popular_wording = g_strdup ("All of it.");
  entry->verdict = BEARINGS_VERDICT_UNTRACEABLE;
  entry->primary_found = BEARINGS_NO;
  entry->hedge = BEARINGS_HEDGE_STATED;
  g_assert_true (bearings_problem_record_check (&entry->record, "file", 1, "$", problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((BearingsProblem *) problems->pdata[0])->code, ==, "search-not-dated");
  g_ptr_array_set_size (problems, 0);
  entry->searched = g_strdup ("2026-09");
  g_assert_true (bearings_problem_record_check (&entry->record, "file", 1, "$", problems));
  g_assert_cmpuint (problems->len, ==, 0);
  g_ptr_array_add (entry->met, nowhere);
  g_assert_false (bearings_problem_record_check (&entry->record, "file", 1, "$", problems));
}

static void
test_hop_findings (void)
{
  g_autoptr (BearingsTraceHop) hop = bearings_record_new (BEARINGS_RECORD_TRACE_HOP);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();

  hop->record.id = g_strdup ("hop");
  hop->claim = g_strdup ("claim");
  hop->position = 2;
  hop->who = g_strdup ("somebody");
  hop->wording = g_strdup ("says it");
  hop->rests_on = 1;
  hop->number = 20;
  hop->number_high = 60;
  g_assert_true (bearings_problem_record_check (&hop->record, "file", 1, "$", problems));
  hop->rests_on = 2;
  g_assert_false (bearings_problem_record_check (&hop->record, "file", 1, "$", problems));
  hop->rests_on = 1;
  hop->number_high = 20;
  g_assert_false (bearings_problem_record_check (&hop->record, "file", 1, "$", problems));
  hop->number_high = NAN;
  hop->n_unit = g_strdup ("people");
  g_assert_false (bearings_problem_record_check (&hop->record, "file", 1, "$", problems));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boundary/crossings", test_crossings);
  g_test_add_func ("/boundary/note", test_note);
  g_test_add_func ("/boundary/finding", test_finding);
  g_test_add_func ("/boundary/shelves", test_shelves);
  g_test_add_func ("/boundary/register-finding", test_register_finding);
  g_test_add_func ("/boundary/hop-findings", test_hop_findings);
  return g_test_run ();
}
