/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sittings from begin to result, through restarts and two windows. */

#include "service-fixture.h"

static void
append (BearingsService *service,
        const char *session,
        BearingsEntryKind kind,
        const char *item,
        const char *response)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, response, 5000);
  g_autoptr (GError) error = NULL;

  bearings_service_append (service, session, entry, &error);
  g_assert_no_error (error);
}

static char *
begin (BearingsService *service)
{
  g_autoptr (GError) error = NULL;
  char *session = bearings_service_begin_session (
    service, &(BearingsSittingOrder) { .instrument = "mini", .length = BEARINGS_LENGTH_SHORT },
    &error);

  g_assert_no_error (error);
  return session;
}

static void
test_whole_sitting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *session = begin (fixture->service);
  g_autoptr (BearingsSitting) sitting = bearings_service_resume (fixture->service, session, &error);
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  g_assert_no_error (error);
  append (fixture->service, session, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "1");
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    append (fixture->service, session, BEARINGS_ENTRY_SHOWN, item->record.id, NULL);
    append (fixture->service, session, BEARINGS_ENTRY_ANSWERED, item->record.id,
            item->kind == BEARINGS_ITEM_KEYED ? "option:b" : "anchor:4");
  }
  append (fixture->service, session, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  result = bearings_service_get_result (fixture->service, session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_keyed_right, ==, result->n_keyed);
  g_assert_cmpstr (result->level->id, ==, "high");
  g_assert_cmpuint (result->placements->len, ==, 1);
  g_assert_cmpint (((BearingsPlacement *) result->placements->pdata[0])->percentile, ==, 20);

  sessions = bearings_service_list_sessions (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_true (((BearingsSessionInfo *) sessions->pdata[0])->finished);
  /* A guest leaves nothing. */
  g_assert_true (bearings_service_end_guest (fixture->service, &error));
  g_clear_pointer (&sessions, g_ptr_array_unref);
  sessions = bearings_service_list_sessions (fixture->service, &error);
  g_assert_cmpuint (sessions->len, ==, 0);
}

static void
test_resume_after_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *session = begin (fixture->service);
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (BearingsSitting) before = bearings_service_resume (fixture->service, session, &error);
  g_autoptr (BearingsSitting) after = NULL;
  const char *first = ((BearingsSittingItem *) before->items->pdata[0])->item->record.id;
  const char *second = ((BearingsSittingItem *) before->items->pdata[1])->item->record.id;

  append (fixture->service, session, BEARINGS_ENTRY_SHOWN, first, NULL);
  append (fixture->service, session, BEARINGS_ENTRY_ANSWERED, first, "anchor:1");
  append (fixture->service, session, BEARINGS_ENTRY_SHOWN, second, NULL);
  g_clear_object (&fixture->service);
  fixture->service = bearings_service_new (data_dir, NULL, &error);
  g_assert_no_error (error);
  after = bearings_service_resume (fixture->service, session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->position, ==, 1);
  g_assert_cmpint (((BearingsSittingItem *) after->items->pdata[0])->response->anchor, ==, 1);
}

/* The window that resumed last owns the sitting; the other one is told. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *session = begin (fixture->service);
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (BearingsService) other = bearings_service_new (data_dir, NULL, &error);
  g_autoptr (BearingsSitting) there = NULL;
  g_autoptr (BearingsEntry) entry = bearings_entry_new (BEARINGS_ENTRY_PAUSED, NULL, NULL, -1);

  g_assert_no_error (error);
  there = bearings_service_resume (other, session, &error);
  g_assert_no_error (error);
  append (other, session, BEARINGS_ENTRY_PAUSED, NULL, NULL);
  g_assert_false (bearings_service_append (fixture->service, session, entry, &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE);
}

static void
test_unknown_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_service_resume (fixture->service, "no-such-session", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_ADD ("/service/sessions/whole", test_whole_sitting);
  FIXTURE_ADD ("/service/sessions/resume-after-restart", test_resume_after_restart);
  FIXTURE_ADD ("/service/sessions/two-windows", test_two_windows);
  FIXTURE_ADD ("/service/sessions/unknown", test_unknown_session);
  return g_test_run ();
}
