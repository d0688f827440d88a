/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two records, field by field, and the list of a preview. */

#include "bearings-diff.h"

#include "bearings-claims.h"
#include "bearings-instrument.h"

static void
assert_changes (BearingsRecord *before, BearingsRecord *after, const char *const *expected)
{
  g_autoptr (GPtrArray) changes = bearings_diff_records (before, after);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *joined = g_strjoinv ("\n", (char **) expected);

  for (guint i = 0; i < changes->len; i++) {
    const BearingsFieldChange *change = changes->pdata[i];

    g_string_append_printf (told, "%s%s: %s > %s", i > 0 ? "\n" : "", change->path,
                            change->before != NULL ? change->before : "-",
                            change->after != NULL ? change->after : "-");
  }
  g_assert_cmpstr (told->str, ==, joined);
}

static BearingsClaim *
claim_new (void)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  BearingsCertaintyReason *reason = bearings_record_struct_new (&bearings_certainty_reason_type);

  claim->record.id = g_strdup ("claim");
  claim->statement = g_strdup ("Pay differs");
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = BEARINGS_DESIGN_RCT;
  claim->finding.metric = g_strdup ("share");
  claim->finding.value = 0.1;
  claim->sample.n = 100;
  claim->peer_reviewed = BEARINGS_YES;
  reason->domain = BEARINGS_REASON_IMPRECISION;
  reason->steps = 1;
  reason->note = g_strdup ("Few.");
  g_ptr_array_add (claim->certainty_reasons, reason);
  g_ptr_array_add (claim->quotes, g_strdup ("as said"));
  return claim;
}

static void
test_equal (void)
{
  g_autoptr (BearingsClaim) a = claim_new ();
  g_autoptr (BearingsClaim) b = claim_new ();

  assert_changes (&a->record, &b->record, (const char *const[]) { NULL });
}

static void
test_fields (void)
{
  g_autoptr (BearingsClaim) a = claim_new ();
  g_autoptr (BearingsClaim) b = claim_new ();
  BearingsCertaintyReason *reason = bearings_record_struct_new (&bearings_certainty_reason_type);

  g_set_str (&b->statement, "Pay does not differ");
  b->channel = BEARINGS_CHANNEL_DEMAND;
  b->finding.value = 1.0 / 3;
  b->finding.low = 0.25;
  b->sample.n = 99;
  b->peer_reviewed = BEARINGS_NO;
  g_ptr_array_add (b->quotes, g_strdup ("and more"));
  ((BearingsCertaintyReason *) b->certainty_reasons->pdata[0])->steps = 2;
  reason->domain = BEARINGS_REASON_INDIRECTNESS;
  g_ptr_array_add (b->certainty_reasons, reason);
  assert_changes (&a->record, &b->record,
                  (const char *const[]) {
                    "statement: Pay differs > Pay does not differ",
                    "quotes[1]: - > and more",
                    "channel: pay > demand",
                    "finding.value: 0.1 > 0.33333333333333331",
                    "finding.low: - > 0.25",
                    "sample.n: 100 > 99",
                    "certainty_reasons[0].steps: 1 > 2",
                    "certainty_reasons[1].domain: - > indirectness",
                    "peer_reviewed: true > false",
                    NULL,
                  });
}

static void
test_numbers_of_a_list (void)
{
  g_autoptr (BearingsItem) a = bearings_record_new (BEARINGS_RECORD_ITEM);
  g_autoptr (BearingsItem) b = bearings_record_new (BEARINGS_RECORD_ITEM);

  g_array_append_vals (a->parameters.b, (const double[]) { -1, 0.5, 2 }, 3);
  g_array_append_vals (b->parameters.b, (const double[]) { -1, 0.25 }, 2);
  assert_changes (&a->record, &b->record,
                  (const char *const[]) {
                    "parameters.b[1]: 0.5 > 0.25",
                    "parameters.b[2]: 2 > -",
                    NULL,
                  });
  assert_changes (&b->record, &a->record,
                  (const char *const[]) {
                    "parameters.b[1]: 0.25 > 0.5",
                    "parameters.b[2]: - > 2",
                    NULL,
                  });
}

/* A record that comes or goes differs in every field it has. */
static void
test_one_side (void)
{
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup ("src");
  source->title = g_strdup ("A title");
  g_ptr_array_add (source->authors, g_strdup ("Noy, Ann"));
  assert_changes (NULL, &source->record,
                  (const char *const[]) {
                    "id: - > src",
                    "authors[0]: - > Noy, Ann",
                    "title: - > A title",
                    NULL,
                  });
  assert_changes (&source->record, NULL,
                  (const char *const[]) {
                    "id: src > -",
                    "authors[0]: Noy, Ann > -",
                    "title: A title > -",
                    NULL,
                  });
}

static void
test_titles (void)
{
  g_autoptr (BearingsClaim) claim = claim_new ();
  g_autoptr (BearingsSource) untitled = bearings_record_new (BEARINGS_RECORD_SOURCE);

  g_assert_cmpstr (bearings_diff_record_title (&claim->record), ==, "Pay differs");
  untitled->record.id = g_strdup ("src");
  g_assert_cmpstr (bearings_diff_record_title (&untitled->record), ==, "src");
}

static guint
count (const BearingsPreview *preview,
       BearingsRecordChange change,
       gboolean regraded,
       const char *text)
{
  g_autoptr (GArray) found = bearings_preview_filter (preview, change, regraded, text);

  for (guint i = 1; i < found->len; i++)
    g_assert_cmpuint (g_array_index (found, guint32, i - 1), <, g_array_index (found, guint32, i));
  return found->len;
}

/* Counted and found by what happens to them, by a change of certainty, and by words. */
static void
test_preview (void)
{
  g_autoptr (BearingsPreview) preview = bearings_preview_new ();
  g_autoptr (BearingsClaim) before = claim_new ();
  g_autoptr (BearingsClaim) after = claim_new ();
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup ("Src-Ümlaut");
  source->title = g_strdup ("Straße");
  ((BearingsCertaintyReason *) after->certainty_reasons->pdata[0])->steps = 2;
  bearings_preview_add (preview, bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_CHANGED,
                                                          &before->record, &after->record));
  bearings_preview_add (preview, bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_CHANGED,
                                                          &before->record, &before->record));
  bearings_preview_add (
    preview, bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_ADDED, NULL, &source->record));
  bearings_preview_add (
    preview, bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_REMOVED, &before->record, NULL));
  bearings_preview_add (preview, bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_TAKEN_OVER,
                                                          &source->record, &source->record));
  bearings_preview_add (preview, bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_KEPT,
                                                          &source->record, &source->record));
  g_assert_cmpuint (preview->n_added, ==, 1);
  g_assert_cmpuint (preview->n_changed, ==, 3);
  g_assert_cmpuint (preview->n_removed, ==, 1);
  g_assert_cmpuint (preview->n_kept, ==, 1);
  g_assert_cmpuint (preview->n_regraded, ==, 1);

  g_assert_cmpuint (count (preview, 0, FALSE, NULL), ==, 6);
  g_assert_cmpuint (count (preview, 0, FALSE, ""), ==, 6);
  g_assert_cmpuint (count (preview, BEARINGS_RECORD_CHANGE_CHANGED, FALSE, NULL), ==, 3);
  g_assert_cmpuint (count (preview, BEARINGS_RECORD_CHANGE_KEPT, FALSE, NULL), ==, 1);
  g_assert_cmpuint (count (preview, 0, TRUE, NULL), ==, 1);
  g_assert_cmpuint (count (preview, BEARINGS_RECORD_CHANGE_ADDED, TRUE, NULL), ==, 0);
  g_assert_cmpuint (count (preview, 0, FALSE, "PAY"), ==, 3);
  g_assert_cmpuint (count (preview, 0, FALSE, "strasse ümlaut"), ==, 3);
  g_assert_cmpuint (count (preview, 0, FALSE, "  differs  pay "), ==, 3);
  g_assert_cmpuint (count (preview, 0, FALSE, "pay ümlaut"), ==, 0);
  g_assert_cmpuint (count (preview, BEARINGS_RECORD_CHANGE_REMOVED, FALSE, "claim"), ==, 1);
}

static void
test_words (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (BearingsRecordChange change = BEARINGS_RECORD_CHANGE_NONE;
       change <= BEARINGS_RECORD_CHANGE_KEPT; change++)
    g_assert_true (g_hash_table_add (words, (gpointer) bearings_record_change_title (change)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/diff/equal", test_equal);
  g_test_add_func ("/model/diff/fields", test_fields);
  g_test_add_func ("/model/diff/numbers-of-a-list", test_numbers_of_a_list);
  g_test_add_func ("/model/diff/one-side", test_one_side);
  g_test_add_func ("/model/diff/titles", test_titles);
  g_test_add_func ("/model/diff/preview", test_preview);
  g_test_add_func ("/model/diff/words", test_words);
  return g_test_run ();
}
