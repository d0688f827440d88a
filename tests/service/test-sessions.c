/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sittings from begin to result, through restarts and two windows. */

#include "bearings-service-imports.h"
#include "bearings-service-sittings.h"
#include "service-fixture.h"

static void
append (BearingsService *service,
        const char *info,
        BearingsEntryKind kind,
        const char *item,
        const char *response)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, response, 5000);
  g_autoptr (GError) error = NULL;

  bearings_service_sittings_append (service, info, entry, &error);
  g_assert_no_error (error);
}

static char *
begin (BearingsService *service)
{
  g_autoptr (GError) error = NULL;
  char *info = bearings_service_sittings_begin (
    service, &(BearingsSittingOrder) { .instrument = "mini", .length = BEARINGS_LENGTH_SHORT },
    &error);

  g_assert_no_error (error);
  return info;
}

static void
test_whole_sitting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = begin (fixture->service);
  g_autoptr (BearingsSitting) sitting =
    bearings_service_sittings_resume (fixture->service, info, &error);
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (GPtrArray) sittings = NULL;

  g_assert_no_error (error);
  append (fixture->service, info, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "1");
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    append (fixture->service, info, BEARINGS_ENTRY_SHOWN, item->record.id, NULL);
    append (fixture->service, info, BEARINGS_ENTRY_ANSWERED, item->record.id,
            item->kind == BEARINGS_ITEM_KEYED ? "option:b" : "anchor:4");
  }
  append (fixture->service, info, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  result = bearings_service_sittings_get_result (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_keyed_right, ==, result->n_keyed);
  g_assert_cmpstr (result->level->id, ==, "high");
  g_assert_cmpuint (result->placements->len, ==, 1);
  g_assert_cmpint (((BearingsPlacement *) result->placements->pdata[0])->percentile, ==, 20);

  sittings = bearings_service_sittings_list (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sittings->len, ==, 1);
  g_assert_true (((BearingsSittingInfo *) sittings->pdata[0])->finished);
  /* A guest leaves nothing, not even a sitting only begun. */
  g_clear_pointer (&info, g_free);
  info = begin (fixture->service);
  g_assert_true (bearings_service_sittings_end_guest (fixture->service, &error));
  g_clear_pointer (&sittings, g_ptr_array_unref);
  sittings = bearings_service_sittings_list (fixture->service, &error);
  g_assert_cmpuint (sittings->len, ==, 0);
}

static void
test_resume_after_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = begin (fixture->service);
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (BearingsSitting) before =
    bearings_service_sittings_resume (fixture->service, info, &error);
  g_autoptr (BearingsSitting) after = NULL;
  const char *first = ((BearingsSittingItem *) before->items->pdata[0])->item->record.id;
  const char *second = ((BearingsSittingItem *) before->items->pdata[1])->item->record.id;

  append (fixture->service, info, BEARINGS_ENTRY_SHOWN, first, NULL);
  append (fixture->service, info, BEARINGS_ENTRY_ANSWERED, first, "anchor:1");
  append (fixture->service, info, BEARINGS_ENTRY_SHOWN, second, NULL);
  g_clear_object (&fixture->service);
  fixture->service = bearings_service_new (data_dir, NULL, &error);
  g_assert_no_error (error);
  after = bearings_service_sittings_resume (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->position, ==, 1);
  g_assert_cmpint (((BearingsSittingItem *) after->items->pdata[0])->response->anchor, ==, 1);
}

/* The window that resumed last owns the sitting; the other one is told. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = begin (fixture->service);
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (BearingsService) other = bearings_service_new (data_dir, NULL, &error);
  g_autoptr (BearingsSitting) there = NULL;
  g_autoptr (BearingsEntry) entry = bearings_entry_new (BEARINGS_ENTRY_PAUSED, NULL, NULL, -1);

  g_assert_no_error (error);
  there = bearings_service_sittings_resume (other, info, &error);
  g_assert_no_error (error);
  append (other, info, BEARINGS_ENTRY_PAUSED, NULL, NULL);
  g_assert_false (bearings_service_sittings_append (fixture->service, info, entry, &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE);
}

/* A later version of the small world: one item reworded and made harder, one replaced, other norms.
 */
static void
update_instrument (Fixture *fixture)
{
  static const char *const changes[][2] = {
    { "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"" },
    { "Item 0?", "Item nought?" },
    { "-0.7", "1.9" },
    { "mini/k7", "mini/k9" },
    { "\"n\": 400", "\"n\": 500" },
  };
  g_autofree char *pack = fixture_pack ();
  g_autofree char *path = g_build_filename (fixture->folder, "later.bearings.json", NULL);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GString) text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary = NULL;
  char *contents;

  g_file_get_contents (pack, &contents, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new_take (contents);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpuint (g_string_replace (text, changes[i][0], changes[i][1], 0), >, 0);
  g_file_set_contents (path, text->str, -1, &error);
  summary = bearings_service_imports_apply (fixture->service, file, BEARINGS_IMPORT_DEFAULT, NULL,
                                            NULL, NULL, problems, NULL, &error);
  g_assert_no_error (error);
}

static void
answer_all (BearingsService *service, const char *info, const BearingsSitting *sitting)
{
  for (guint i = sitting->n_answered; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    append (service, info, BEARINGS_ENTRY_SHOWN, item->record.id, NULL);
    append (service, info, BEARINGS_ENTRY_ANSWERED, item->record.id,
            item->kind == BEARINGS_ITEM_KEYED ? "option:b" : "anchor:4");
  }
  append (service, info, BEARINGS_ENTRY_FINISHED, NULL, NULL);
}

static gboolean
is_told (const BearingsRescore *rescore, const char *words)
{
  for (guint i = 0; i < rescore->differences->len; i++)
    if (strstr (rescore->differences->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

/* An instrument updated in the middle: the sitting ends, and its result opens, on its own version;
 * beside it stands what today's data make of the same answers. */
static void
test_own_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) { .instrument = "mini", .length = BEARINGS_LENGTH_ALL }, &error);
  g_autoptr (BearingsSitting) before =
    bearings_service_sittings_resume (fixture->service, info, &error);
  g_autoptr (BearingsSitting) after = NULL;
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (BearingsRescore) rescore = NULL;
  g_autoptr (BearingsForm) present = NULL;
  const char *first = ((BearingsSittingItem *) before->items->pdata[0])->item->record.id;

  append (fixture->service, info, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "1");
  append (fixture->service, info, BEARINGS_ENTRY_SHOWN, first, NULL);
  append (fixture->service, info, BEARINGS_ENTRY_ANSWERED, first, "anchor:1");
  update_instrument (fixture);
  present = bearings_service_sittings_get_form (fixture->service, "mini", &error);
  g_assert_cmpstr (present->instrument->version, ==, "2.0.0");
  after = bearings_service_sittings_resume (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->form->instrument->version, ==, "1.0.0");
  g_assert_cmpuint (after->items->len, ==, before->items->len);
  g_assert_nonnull (bearings_form_get_item (after->form, "mini/k7"));
  answer_all (fixture->service, info, after);

  result = bearings_service_sittings_get_result (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->form->instrument->version, ==, "1.0.0");
  g_assert_cmpuint (result->n_keyed, ==, 8);
  g_assert_cmpint (((BearingsPlacement *) result->placements->pdata[0])->percentile, ==, 20);
  rescore = bearings_service_sittings_rescore (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (rescore->then->theta, ==, result->theta);
  g_assert_cmpuint (rescore->now->n_keyed, ==, 7);
  g_assert_cmpint (((BearingsPlacement *) rescore->now->placements->pdata[0])->percentile, ==, 18);
  g_assert_true (is_told (rescore, "1.0.0"));
  g_assert_true (is_told (rescore, "1 item answered then is no longer part"));
  g_assert_true (is_told (rescore, "wording of 1 item"));
  g_assert_true (is_told (rescore, "difficulty of 1 item"));
  g_assert_true (is_told (rescore, "“Respondents who use Python” was updated"));
  g_assert_false (is_told (rescore, "cut scores"));
}

/* The one before of the same instrument; the first has none. */
static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = begin (fixture->service);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (BearingsSitting) sitting =
    bearings_service_sittings_resume (fixture->service, first, &error);
  g_autoptr (BearingsResult) before_first = NULL;
  g_autoptr (BearingsResult) before_third = NULL;

  answer_all (fixture->service, first, sitting);
  second = begin (fixture->service); /* never finished */
  third = begin (fixture->service);
  g_clear_pointer (&sitting, bearings_sitting_unref);
  sitting = bearings_service_sittings_resume (fixture->service, third, &error);
  answer_all (fixture->service, third, sitting);
  before_third = bearings_service_sittings_get_earlier (fixture->service, third, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before_third->info->id, ==, first);
  before_first = bearings_service_sittings_get_earlier (fixture->service, first, &error);
  g_assert_no_error (error);
  g_assert_null (before_first);
}

static void
test_rescore_without_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = begin (fixture->service);
  g_autoptr (BearingsSitting) sitting =
    bearings_service_sittings_resume (fixture->service, info, &error);
  g_autoptr (BearingsRescore) rescore = NULL;

  answer_all (fixture->service, info, sitting);
  rescore = bearings_service_sittings_rescore (fixture->service, info, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rescore->differences->len, ==, 0);
  g_assert_cmpfloat (rescore->then->theta, ==, rescore->now->theta);
}

static void
test_unknown_sitting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_service_sittings_resume (fixture->service, "no-such-session", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_ADD ("/service/sessions/whole", test_whole_sitting);
  FIXTURE_ADD ("/service/sessions/resume-after-restart", test_resume_after_restart);
  FIXTURE_ADD ("/service/sessions/two-windows", test_two_windows);
  FIXTURE_ADD ("/service/sessions/own-version", test_own_version);
  FIXTURE_ADD ("/service/sessions/rescore-without-changes", test_rescore_without_changes);
  FIXTURE_ADD ("/service/sessions/earlier", test_earlier);
  FIXTURE_ADD ("/service/sessions/unknown", test_unknown_sitting);
  return g_test_run ();
}
