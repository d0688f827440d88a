/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting under way: every answer is on disk before anything moves on. */

#include <signal.h>
#include <sys/resource.h>

#include "app-fixture.h"
#include "bearings-service-sittings.h"
#include "bearings-sitting-model.h"

static BearingsSittingModel *
open_model (BearingsService *service, const char *info)
{
  g_autoptr (GError) error = NULL;
  BearingsSittingModel *model = bearings_sitting_model_new (service, info, &error);

  g_assert_no_error (error);
  return model;
}

/* Waits until nothing is under way; whether everything given so far is on disk. */
static gboolean
settled (BearingsSittingModel *model)
{
  while (bearings_sitting_model_is_busy (model))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (bearings_sitting_model_is_stepping (model));
  return bearings_sitting_model_get_store_state (model) == BEARINGS_STORED;
}

static const char *
current_id (BearingsSittingModel *model)
{
  return bearings_sitting_current (bearings_sitting_model_get_sitting (model))->item->record.id;
}

static char *
current_answer (BearingsSittingModel *model)
{
  const BearingsResponse *response =
    bearings_sitting_current (bearings_sitting_model_get_sitting (model))->response;

  return response != NULL ? bearings_response_to_string (response) : NULL;
}

static const char *
some_answer (BearingsSittingModel *model)
{
  const BearingsItem *item =
    bearings_sitting_current (bearings_sitting_model_get_sitting (model))->item;

  return item->kind == BEARINGS_ITEM_SELF_REPORT ? "anchor:2"
         : item->kind == BEARINGS_ITEM_RUBRIC    ? "rubric:cause=1,remedy=2;because"
                                                 : "option:b";
}

/* At every point of the sitting another process would find all that was given. */
static void
test_everything_is_stored_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSittingModel) model = open_model (fixture->service, info);
  guint n = bearings_sitting_model_get_sitting (model)->items->len;

  g_assert_cmpuint (n, ==, 8);
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BearingsResult) stored = NULL;
    g_autofree char *answer = NULL;
    const char *given = some_answer (model);

    bearings_sitting_model_answer (model, given);
    g_assert_true (settled (model));
    answer = current_answer (model);
    g_assert_cmpstr (answer, ==, given);
    stored = bearings_service_sittings_get_result (fixture->service, info, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (stored->sitting->position, ==,
                      bearings_sitting_model_get_sitting (model)->position);
    g_assert_cmpuint (stored->sitting->n_answered, ==, i); /* practice does not count */
    bearings_sitting_model_next (model);
    g_assert_true (settled (model));
  }
  g_assert_cmpint (bearings_sitting_model_get_sitting (model)->phase, ==, BEARINGS_SITTING_REVIEW);
  bearings_sitting_model_finish (model);
  g_assert_true (settled (model));
  g_assert_cmpint (bearings_sitting_model_get_sitting (model)->phase, ==,
                   BEARINGS_SITTING_FINISHED);
}

static void
test_back_skip_mark_and_jump (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSittingModel) model = open_model (fixture->service, info);
  g_autofree char *first = g_strdup (current_id (model));
  g_autofree char *second = NULL;

  g_assert_false (bearings_sitting_model_back (model));
  bearings_sitting_model_answer (model, "option:c");
  g_assert_true (settled (model));
  bearings_sitting_model_next (model);
  g_assert_true (settled (model));
  second = g_strdup (current_id (model));
  bearings_sitting_model_flag (model, TRUE);
  g_assert_true (settled (model));
  bearings_sitting_model_skip (model);
  g_assert_true (settled (model));
  g_assert_true (bearings_sitting_model_back (model));
  g_assert_true (settled (model));
  g_assert_cmpstr (current_id (model), ==, second);
  g_assert_true (bearings_sitting_current (bearings_sitting_model_get_sitting (model))->skipped);
  g_assert_true (bearings_sitting_current (bearings_sitting_model_get_sitting (model))->flagged);
  g_assert_true (bearings_sitting_model_back (model));
  g_assert_true (settled (model));
  g_assert_cmpstr (current_id (model), ==, first);

  /* From the review to an item, and the next step leads back to the review. */
  bearings_sitting_model_review (model);
  g_assert_true (settled (model));
  bearings_sitting_model_jump (model, second);
  g_assert_true (settled (model));
  g_assert_true (bearings_sitting_model_get_from_review (model));
  bearings_sitting_model_answer (model, "anchor:1");
  g_assert_true (settled (model));
  bearings_sitting_model_next (model);
  g_assert_true (settled (model));
  g_assert_cmpint (bearings_sitting_model_get_sitting (model)->phase, ==, BEARINGS_SITTING_REVIEW);
  g_assert_false (bearings_sitting_model_get_from_review (model));
}

static void
test_resume_at_the_exact_item (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = fixture_begin (fixture);
  g_autofree char *id = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (BearingsSittingModel) model = open_model (fixture->service, info);

    for (guint i = 0; i < 3; i++) {
      bearings_sitting_model_answer (model, some_answer (model));
      bearings_sitting_model_next (model);
      g_assert_true (settled (model));
    }
    bearings_sitting_model_answer (model, "option:a");
    g_assert_true (settled (model));
    id = g_strdup (current_id (model));
  }
  /* No word of goodbye: as after kill -9. */
  g_clear_object (&fixture->service);
  fixture->service = bearings_service_new (fixture->data_dir, NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (BearingsSittingModel) model = open_model (fixture->service, info);

    g_assert_cmpstr (current_id (model), ==, id);
    answer = current_answer (model);
    g_assert_cmpstr (answer, ==, "option:a");
    g_assert_cmpuint (bearings_sitting_model_get_sitting (model)->n_answered, ==, 3);
  }
}

/* What is given while a step is under way is not lost, and stands in the log where it stands in
 * memory: after the step. A second step is the same press again. */
static void
test_while_a_step_is_under_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSittingModel) model = open_model (fixture->service, info);
  g_autoptr (BearingsSittingModel) again = NULL;
  g_autofree char *first = g_strdup (current_id (model));
  g_autofree char *answer = NULL;
  guint position = bearings_sitting_model_get_sitting (model)->position;

  bearings_sitting_model_answer (model, "option:b");
  bearings_sitting_model_next (model);
  bearings_sitting_model_next (model);
  g_assert_true (settled (model));
  g_assert_cmpuint (bearings_sitting_model_get_sitting (model)->position, ==, position + 1);

  g_assert_true (bearings_sitting_model_back (model));
  g_assert_true (settled (model));
  bearings_sitting_model_next (model);
  g_assert_true (bearings_sitting_model_is_stepping (model));
  bearings_sitting_model_answer (model, "option:c");
  g_assert_true (settled (model));
  again = open_model (fixture->service, info);
  for (guint i = 0; i < 2; i++) {
    BearingsSittingModel *one = i == 0 ? model : again;

    g_clear_pointer (&answer, g_free);
    answer = current_answer (one);
    g_assert_cmpstr (current_id (one), ==, first);
    g_assert_cmpstr (answer, ==, "option:c");
  }
}

/* The window goes before the disk has heard of the answer. */
static void
test_goes_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = fixture_begin (fixture);
  BearingsSittingModel *model = open_model (fixture->service, info);
  g_autoptr (BearingsSittingModel) again = NULL;
  g_autofree char *answer = NULL;

  bearings_sitting_model_answer (model, "option:c");
  bearings_sitting_model_flag (model, TRUE);
  bearings_sitting_model_answer (model, "option:b");
  g_object_add_weak_pointer (G_OBJECT (model), (gpointer *) &model);
  g_object_unref (model);
  while (model != NULL)
    g_main_context_iteration (NULL, TRUE);
  again = open_model (fixture->service, info);
  answer = current_answer (again);
  g_assert_cmpstr (answer, ==, "option:b");
  g_assert_true (bearings_sitting_current (bearings_sitting_model_get_sitting (again))->flagged);
}

static void
on_changed (BearingsSittingModel *model, guint *count)
{
  (*count)++;
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSittingModel) model = open_model (fixture->service, info);
  guint changes = 0;

  g_signal_connect (model, "changed", G_CALLBACK (on_changed), &changes);
  bearings_sitting_model_start_clock (model);
  bearings_sitting_model_pause (model);
  g_assert_true (settled (model));
  g_assert_cmpint (bearings_sitting_model_get_sitting (model)->phase, ==, BEARINGS_SITTING_PAUSED);
  bearings_sitting_model_resume (model);
  g_assert_true (settled (model));
  g_assert_cmpint (bearings_sitting_model_get_sitting (model)->phase, ==, BEARINGS_SITTING_ITEM);
  g_assert_cmpuint (changes, ==, 4); /* each began and ended */
  /* Time does not run while nobody has started the clock again. */
  bearings_sitting_model_answer (model, "option:b");
  g_assert_true (settled (model));
  g_assert_cmpint (
    bearings_sitting_current (bearings_sitting_model_get_sitting (model))->duration_ms, ==, 0);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    bearings_sitting_model_take_back_finish (BEARINGS_SITTING_MODEL (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* The second window takes over; the first is told, and nothing it says is mixed in. */
static void
take_over (Fixture *fixture, BearingsService *other)
{
  g_autofree char *info = fixture_begin (fixture);
  gboolean taken_back = FALSE;
  g_autoptr (BearingsSittingModel) first = open_model (fixture->service, info);
  g_autoptr (BearingsSittingModel) second = NULL;
  g_autofree char *answer = NULL;

  bearings_sitting_model_answer (first, "option:a");
  g_assert_true (settled (first));
  second = open_model (other, info);
  bearings_sitting_model_answer (second, "option:b");
  g_assert_true (settled (second));
  bearings_sitting_model_answer (first, "option:c");
  g_assert_false (settled (first));
  g_assert_cmpint (bearings_sitting_model_get_store_state (first), ==, BEARINGS_TAKEN_OVER);
  g_assert_nonnull (bearings_sitting_model_get_message (first));
  bearings_sitting_model_next (first);
  g_assert_false (settled (first));

  bearings_sitting_model_take_back (first, on_taken_back, &taken_back);
  while (!taken_back)
    g_main_context_iteration (NULL, TRUE);
  answer = current_answer (first);
  g_assert_cmpstr (answer, ==, "option:b");
  g_assert_cmpint (bearings_sitting_model_get_store_state (first), ==, BEARINGS_STORED);
  bearings_sitting_model_next (second);
  g_assert_false (settled (second));
  g_assert_cmpint (bearings_sitting_model_get_store_state (second), ==, BEARINGS_TAKEN_OVER);
}

static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  take_over (fixture, fixture->service);
}

static void
test_two_programs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsService) other = bearings_service_new (fixture->data_dir, NULL, &error);

  g_assert_no_error (error);
  take_over (fixture, other);
}

/* A full disk: no file may grow any more. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* What cannot be stored stays, blocks the way, and is stored when that becomes possible. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = fixture_begin (fixture);
  g_autoptr (BearingsSittingModel) model = open_model (fixture->service, info);
  g_autofree char *id = g_strdup (current_id (model));
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResult) stored = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (0);
  bearings_sitting_model_answer (model, "option:b");
  g_assert_false (settled (model));
  g_assert_cmpint (bearings_sitting_model_get_store_state (model), ==, BEARINGS_NOT_STORED);
  g_assert_nonnull (bearings_sitting_model_get_message (model));
  answer = current_answer (model);
  g_assert_cmpstr (answer, ==, "option:b");
  bearings_sitting_model_next (model);
  g_assert_false (settled (model));
  g_assert_cmpstr (current_id (model), ==, id);
  bearings_sitting_model_retry (model);
  g_assert_false (settled (model));

  limit_files (RLIM_INFINITY);
  bearings_sitting_model_retry (model);
  g_assert_true (settled (model));
  g_assert_cmpint (bearings_sitting_model_get_store_state (model), ==, BEARINGS_STORED);
  g_assert_null (bearings_sitting_model_get_message (model));
  stored = bearings_service_sittings_get_result (fixture->service, info, &error);
  g_assert_no_error (error);
  g_clear_pointer (&answer, g_free);
  answer = bearings_response_to_string (bearings_sitting_current (stored->sitting)->response);
  g_assert_cmpstr (answer, ==, "option:b");
  bearings_sitting_model_next (model);
  g_assert_true (settled (model));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/app-logic/sitting-model/stored-at-once", test_everything_is_stored_at_once);
  FIXTURE_ADD ("/app-logic/sitting-model/moves", test_back_skip_mark_and_jump);
  FIXTURE_ADD ("/app-logic/sitting-model/resume", test_resume_at_the_exact_item);
  FIXTURE_ADD ("/app-logic/sitting-model/while-a-step", test_while_a_step_is_under_way);
  FIXTURE_ADD ("/app-logic/sitting-model/goes-at-once", test_goes_at_once);
  FIXTURE_ADD ("/app-logic/sitting-model/pause", test_pause);
  FIXTURE_ADD ("/app-logic/sitting-model/two-windows", test_two_windows);
  FIXTURE_ADD ("/app-logic/sitting-model/two-programs", test_two_programs);
  FIXTURE_ADD ("/app-logic/sitting-model/full-disk", test_full_disk);
  return g_test_run ();
}
