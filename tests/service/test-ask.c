/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use cases in a thread: their order, their end, and what must not block. */

#include "bearings-service-ask.h"
#include "bearings-service-desk.h"

#include "bearings-service-sittings.h"
#include "service-fixture.h"

#define N_JOBS 200

typedef struct {
  GMutex lock;
  GCond opened;
  gboolean open; /* jobs wait until it is */
  GString *done; /* a letter for each job, in the order they were done */
  guint n_answers;
  GError *error;
} World;

static World world;

static void
world_open (void)
{
  g_mutex_lock (&world.lock);
  world.open = TRUE;
  g_cond_broadcast (&world.opened);
  g_mutex_unlock (&world.lock);
}

static void
world_reset (gboolean open)
{
  g_clear_error (&world.error);
  g_string_truncate (world.done, 0);
  world.n_answers = 0;
  world.open = open;
}

static gpointer
note (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_mutex_lock (&world.lock);
  while (!world.open)
    g_cond_wait (&world.opened, &world.lock);
  g_string_append_c (world.done, *(const char *) data);
  g_mutex_unlock (&world.lock);
  return bearings_service_sittings_list (service, error);
}

static gpointer
fail (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, data);
  return g_ptr_array_new ();
}

static gpointer
nothing (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) answer =
    bearings_service_ask_finish (BEARINGS_SERVICE (source), result, &world.error);

  world.n_answers++;
}

static const BearingsJob reading = { note, g_free, (GDestroyNotify) g_ptr_array_unref,
                                     BEARINGS_LANE_READ };
static const BearingsJob keeping = { note, g_free, (GDestroyNotify) g_ptr_array_unref,
                                     BEARINGS_LANE_KEEP };
static const BearingsJob filing = { note, g_free, (GDestroyNotify) g_ptr_array_unref,
                                    BEARINGS_LANE_FILE };
static const BearingsJob failing = { fail, g_free, (GDestroyNotify) g_ptr_array_unref,
                                     BEARINGS_LANE_KEEP };
static const BearingsJob void_job = { nothing, NULL, NULL, BEARINGS_LANE_READ };

static void
wait_for (guint n_answers)
{
  while (world.n_answers < n_answers)
    g_main_context_iteration (NULL, TRUE);
}

/* What is kept is kept in the order it was asked for, however many threads read meanwhile. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) expected = g_string_new (NULL);

  world_reset (FALSE);
  for (guint i = 0; i < N_JOBS; i++) {
    char letter = (char) ('a' + g_test_rand_int_range (0, 26));

    g_string_append_c (expected, letter);
    bearings_service_ask (fixture->service, &keeping, g_strndup (&letter, 1), NULL, on_answer,
                          NULL);
  }
  world_open ();
  wait_for (N_JOBS);
  g_assert_no_error (world.error);
  g_assert_cmpstr (world.done->str, ==, expected->str);
}

/* A reader that is cancelled is not answered; what is kept or filed is done all the same. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  world_reset (TRUE);
  g_cancellable_cancel (cancellable);
  bearings_service_ask (fixture->service, &reading, g_strdup ("r"), cancellable, on_answer, NULL);
  wait_for (1);
  g_assert_error (world.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (world.done->str, ==, "");
  g_clear_error (&world.error);
  bearings_service_ask (fixture->service, &keeping, g_strdup ("k"), cancellable, on_answer, NULL);
  wait_for (2);
  bearings_service_ask (fixture->service, &filing, g_strdup ("f"), cancellable, on_answer, NULL);
  wait_for (3);
  g_assert_no_error (world.error);
  g_assert_cmpstr (world.done->str, ==, "kf");
}

/* The end of the program waits for what is kept and filed, without its main loop. */
static void
test_wait (Fixture *fixture, gconstpointer data)
{
  world_reset (FALSE);
  bearings_service_ask_wait (fixture->service); /* for nothing */
  for (guint i = 0; i < 10; i++)
    bearings_service_ask (fixture->service, &keeping, g_strdup ("k"), NULL, on_answer, NULL);
  bearings_service_ask (fixture->service, &filing, g_strdup ("k"), NULL, on_answer, NULL);
  world_open ();
  bearings_service_ask_wait (fixture->service);
  g_assert_cmpuint (world.done->len, ==, 11);
  wait_for (11);
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  world_reset (TRUE);
  bearings_service_ask (fixture->service, &void_job, NULL, NULL, on_answer, NULL);
  wait_for (1);
  g_assert_no_error (world.error);
  bearings_service_ask (fixture->service, &failing, g_strdup ("the reason"), NULL, on_answer, NULL);
  wait_for (2);
  g_assert_error (world.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (world.error->message, ==, "the reason");
}

/* The last job may be the last who knows the service, in whatever thread. */
static void
test_last (Fixture *fixture, gconstpointer data)
{
  gpointer weak = fixture->service;

  world_reset (FALSE);
  g_object_add_weak_pointer (weak, &weak);
  bearings_service_ask (fixture->service, &keeping, g_strdup ("k"), NULL, on_answer, NULL);
  bearings_service_ask (fixture->service, &reading, g_strdup ("r"), NULL, on_answer, NULL);
  g_clear_object (&fixture->service);
  world_open ();
  wait_for (2);
  while (g_atomic_pointer_get (&weak) != NULL)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (world.done->len, ==, 2);
}

/* A use case that blocks where the window is drawn ends the program, with the statement. */
static void
test_forbidden (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ()) {
    g_autoptr (GError) error = NULL;

    world_reset (TRUE);
    bearings_service_ask_forbid_blocking (TRUE);
    bearings_service_ask (fixture->service, &reading, g_strdup ("r"), NULL, on_answer, NULL);
    wait_for (1);
    g_assert_no_error (world.error);
    g_printerr ("in a thread all was well\n");
    g_free (bearings_service_get_record (fixture->service, BEARINGS_RECORD_SKILL, "any", &error));
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*in a thread all was well*must not wait for: *SELECT*");
}

/* Of all who opened a sitting the last one holds it. */
static void
test_holds (Fixture *fixture, gconstpointer data)
{
  guint first = bearings_service_desk_hold_sitting (fixture->service, "a");
  guint other = bearings_service_desk_hold_sitting (fixture->service, "b");
  guint second = bearings_service_desk_hold_sitting (fixture->service, "a");

  g_assert_false (bearings_service_desk_holds_sitting (fixture->service, "a", first));
  g_assert_true (bearings_service_desk_holds_sitting (fixture->service, "a", second));
  g_assert_true (bearings_service_desk_holds_sitting (fixture->service, "b", other));
  bearings_service_desk_release_sitting (fixture->service, "a", first);
  g_assert_true (bearings_service_desk_holds_sitting (fixture->service, "a", second));
  bearings_service_desk_release_sitting (fixture->service, "a", second);
  g_assert_false (bearings_service_desk_holds_sitting (fixture->service, "a", second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  world.done = g_string_new (NULL);
  FIXTURE_ADD ("/ask/order", test_order);
  FIXTURE_ADD ("/ask/cancelled", test_cancelled);
  FIXTURE_ADD ("/ask/wait", test_wait);
  FIXTURE_ADD ("/ask/answers", test_answers);
  FIXTURE_ADD ("/ask/last", test_last);
  FIXTURE_ADD ("/ask/forbidden", test_forbidden);
  FIXTURE_ADD ("/ask/holds", test_holds);
  {
    int status = g_test_run ();

    g_clear_error (&world.error);
    g_string_free (world.done, TRUE);
    return status;
  }
}
