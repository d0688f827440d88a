/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as other programs read it, each member against a list that is kept. */

#include "bearings-trace-json.h"
#include "kept-output.h"

static void
test_as_kept (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (BearingsClaim) claim = claim_new ("first", 5);
  g_autoptr (BearingsSource) source = source_new ();
  g_autoptr (BearingsEvidence) evidence =
    bearings_evidence_new_claim (claim, BEARINGS_DIRECTNESS_DIRECT, "about this career");
  g_autoptr (BearingsTrace) trace = bearings_trace_new_for_evidence (evidence, source);
  BearingsTraceStep *step = trace->steps->pdata[0];
  BearingsTraceDifference *difference = g_new0 (BearingsTraceDifference, 1);

  step->hop = bearings_record_new (BEARINGS_RECORD_TRACE_HOP);
  step->hop->hedge = BEARINGS_HEDGE_ESTIMATED;
  step->hop->number = 87;
  step->hop->number_high = 92;
  step->hop->unit = g_strdup ("percent");
  step->hop->n = 25;
  step->hop->n_unit = g_strdup ("people");
  step->rests_on = g_strdup ("An earlier page");
  step->comparable = TRUE;
  difference->aspect = BEARINGS_ASPECT_NUMBER;
  difference->change = BEARINGS_TRACE_CHANGE_CHANGED;
  difference->before = g_strdup ("13");
  difference->after = g_strdup ("87");
  g_ptr_array_add (step->differences, difference);
  g_ptr_array_add (step->quotes, g_strdup ("as it was said"));
  step->evidence = g_object_ref (evidence);
  trace->n_differences = 1;
  keep_output (out, "A trace", bearings_trace_json_to (trace));
  assert_kept_text (out->str, OUTPUTS, "BEARINGS_WRITE_KEPT");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/trace-output/as-kept", test_as_kept);
  return g_test_run ();
}
