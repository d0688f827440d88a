/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: their tables, their ids, their comparison. */

#include "bearings-claims.h"
#include "bearings-instrument.h"
#include "bearings-occupation.h"
#include "bearings-problem.h"

#include <string.h>

/* What the generic walks rely on. */
static void
check_struct (const BearingsStructType *type, guint depth)
{
  g_assert_cmpuint (depth, <, 8);
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];

    g_assert_true (bearings_record_struct_field (type, field->name) == field); /* no name twice */
    g_assert_cmpuint (field->offset, <, type->size);
    g_assert_cmpint (field->kind == BEARINGS_FIELD_ENUM, ==, field->enumeration != NULL);
    g_assert_cmpint (field->kind == BEARINGS_FIELD_STRUCT || field->kind == BEARINGS_FIELD_STRUCTS,
                     ==, field->structure != NULL);
    if (field->min != field->max)
      g_assert_cmpfloat (field->min, <, field->max);
    if (field->structure != NULL)
      check_struct (field->structure, depth + 1);
  }
}

static void
test_tables (void)
{
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
    const BearingsRecordType *type = bearings_record_type (kind);

    g_assert_cmpint (type->kind, ==, kind);
    g_assert_true (bearings_record_type_by_name (type->name) == type);
    check_struct (&type->structure, 0);
    if (type->key == NULL) {
      g_assert_nonnull (bearings_record_struct_field (&type->structure, "id"));
    } else {
      g_assert_null (bearings_record_struct_field (&type->structure, "id"));
      for (guint i = 0; type->key[i] != NULL; i++) {
        const BearingsField *field = bearings_record_struct_field (&type->structure, type->key[i]);

        g_assert_nonnull (field);
        g_assert_true (field->required);
      }
    }
  }
  g_assert_null (bearings_record_type_by_name ("clam"));
}

static void
test_absent (void)
{
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
    g_autoptr (BearingsRecord) record = bearings_record_new (kind);
    g_autoptr (BearingsRecord) other = bearings_record_new (kind);

    g_assert_false (bearings_record_struct_is_set (&record->type->structure, record));
    g_assert_true (bearings_record_equal (record, other));
  }
}

static void
test_made_id (void)
{
  g_autoptr (BearingsWage) wage = bearings_record_new (BEARINGS_RECORD_WAGE);
  g_autoptr (BearingsReading) reading = bearings_record_new (BEARINGS_RECORD_READING);

  wage->soc = g_strdup ("15-2051");
  wage->area = g_strdup ("US");
  g_assert_false (bearings_record_make_id (&wage->record));
  wage->period = g_strdup ("2025-05");
  g_assert_true (bearings_record_make_id (&wage->record));
  g_assert_cmpstr (wage->record.id, ==, "15-2051/US/2025-05");

  reading->role = g_strdup ("r");
  reading->skill = g_strdup ("s");
  reading->band = BEARINGS_BAND_SENIOR;
  g_assert_true (bearings_record_make_id (&reading->record));
  g_assert_cmpstr (reading->record.id, ==, "r/s/senior");
}

static void
test_equal (void)
{
  g_autoptr (BearingsClaim) a = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autoptr (BearingsClaim) b = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autoptr (BearingsSkill) skill = bearings_record_new (BEARINGS_RECORD_SKILL);
  BearingsClaimDirectness *row;

  g_assert_false (bearings_record_equal (a, skill));
  row = bearings_record_struct_new (&bearings_claim_directness_type);
  row->skill = g_strdup ("python");
  g_ptr_array_add (a->directness, row);
  g_assert_false (bearings_record_equal (a, b));
  row = bearings_record_struct_new (&bearings_claim_directness_type);
  row->skill = g_strdup ("sql");
  g_ptr_array_add (b->directness, row);
  g_assert_false (bearings_record_equal (a, b));
  g_set_str (&row->skill, "python");
  g_assert_true (bearings_record_equal (a, b));
  a->finding.low = 0;
  g_assert_false (bearings_record_equal (a, b));
}

static void
note_reference (const BearingsRecord *record,
                BearingsRecordKind target,
                const char *id,
                const char *path,
                gpointer user_data)
{
  g_string_append_printf (user_data, "%s %s %s\n", bearings_record_type (target)->name, id, path);
}

static void
test_references (void)
{
  g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autoptr (GString) found = g_string_new (NULL);
  BearingsClaimDirectness *row = bearings_record_struct_new (&bearings_claim_directness_type);

  row->role = g_strdup ("mle");
  g_ptr_array_add (claim->directness, row);
  g_ptr_array_add (claim->replication.claims, g_strdup ("c1"));
  g_ptr_array_add (claim->replication.claims, g_strdup ("c2"));
  claim->source = g_strdup ("s");
  bearings_problem_record_foreach_reference (&claim->record, "$.records[3]", note_reference, found);
  g_assert_cmpstr (found->str, ==,
                   "source s $.records[3].source\n"
                   "role mle $.records[3].directness[0].role\n"
                   "claim c1 $.records[3].replication.claims[0]\n"
                   "claim c2 $.records[3].replication.claims[1]\n");
}

static void
test_problem_text (void)
{
  g_autoptr (BearingsProblem) problem = bearings_problem_new (
    BEARINGS_SEVERITY_ERROR, "a.json", 3, "$.x", "bad-date", "“%s” is no date", "y");
  g_autoptr (BearingsProblem) bare =
    bearings_problem_new (BEARINGS_SEVERITY_WARNING, NULL, 0, NULL, "odd", "odd");
  g_autofree char *huge = g_strnfill (100000, 'a');
  g_autoptr (BearingsProblem) cut =
    bearings_problem_new (BEARINGS_SEVERITY_ERROR, NULL, 0, NULL, "long", "é%sé", huge);
  g_autofree char *text = bearings_problem_to_string (problem);
  g_autofree char *bare_text = bearings_problem_to_string (bare);

  g_assert_cmpstr (text, ==, "a.json:3: $.x: “y” is no date [bad-date]");
  g_assert_cmpstr (bare_text, ==, "odd [odd]");
  g_assert_cmpuint (strlen (cut->message), <, 2100);
  g_assert_true (g_utf8_validate (cut->message, -1, NULL));
  g_assert_true (g_str_has_suffix (cut->message, "…"));
}

/* Levels without a place on the scale are the steps of the answers; one alone is no step. */
static void
test_levels_as_steps (void)
{
  g_autoptr (BearingsInstrument) instrument = bearings_record_new (BEARINGS_RECORD_INSTRUMENT);

  g_assert_false (bearings_instrument_levels_are_steps (instrument));
  g_ptr_array_add (instrument->levels, bearings_record_struct_new (&bearings_level_type));
  g_assert_false (bearings_instrument_levels_are_steps (instrument));
  g_ptr_array_add (instrument->levels, bearings_record_struct_new (&bearings_level_type));
  g_assert_true (bearings_instrument_levels_are_steps (instrument));
  ((BearingsLevel *) instrument->levels->pdata[1])->theta_low = 0.5;
  g_assert_false (bearings_instrument_levels_are_steps (instrument));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record/tables", test_tables);
  g_test_add_func ("/model/record/absent", test_absent);
  g_test_add_func ("/model/record/made-id", test_made_id);
  g_test_add_func ("/model/record/equal", test_equal);
  g_test_add_func ("/model/record/references", test_references);
  g_test_add_func ("/model/record/levels-as-steps", test_levels_as_steps);
  g_test_add_func ("/model/record/problem-text", test_problem_text);
  return g_test_run ();
}
