/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds a sitting: a window's service beside commands, what passes, and what cannot be resumed.
 */

#include <sys/wait.h>

#include "bearings-interview.h"
#include "bearings-people.h"
#include "bearings-service-clients.h"
#include "bearings-service-sittings.h"
#include "service-fixture.h"

enum {
  REFUSED = 1,
  DATA = 4,
};

static char *
begin (BearingsService *service, gboolean passing)
{
  g_autoptr (GError) error = NULL;
  char *sitting_info = bearings_service_sittings_begin (
    service,
    &(BearingsSittingOrder) {
      .instrument = "mini", .length = BEARINGS_LENGTH_SHORT, .passing = passing },
    &error);

  g_assert_no_error (error);
  return sitting_info;
}

static BearingsSitting *
resume (BearingsService *service, const char *sitting_info)
{
  g_autoptr (GError) error = NULL;
  BearingsSitting *sitting = bearings_service_sittings_resume (service, sitting_info, &error);

  g_assert_no_error (error);
  return sitting;
}

/* Answers the item at @position; FALSE when another window has the sitting. */
static gboolean
answer (BearingsService *service, const char *sitting_info, guint position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResult) stored =
    bearings_service_sittings_get_result (service, sitting_info, &error);
  g_autoptr (BearingsEntry) entry = NULL;
  const BearingsItem *item;

  g_assert_no_error (error);
  item = ((BearingsSittingItem *) stored->sitting->items->pdata[position])->item;
  entry = bearings_entry_new (BEARINGS_ENTRY_ANSWERED, item->record.id,
                              item->kind == BEARINGS_ITEM_KEYED ? "option:b" : "anchor:4", 5000);
  if (bearings_service_sittings_append (service, sitting_info, entry, &error))
    return TRUE;
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE);
  return FALSE;
}

static void
finish (BearingsService *service, const char *sitting_info)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (BEARINGS_ENTRY_FINISHED, NULL, NULL, -1);
  g_autoptr (GError) error = NULL;

  bearings_service_sittings_append (service, sitting_info, entry, &error);
  g_assert_no_error (error);
}

static BearingsSittingInfo *
find (BearingsService *service, const char *sitting_info)
{
  g_autoptr (GError) error = NULL;
  BearingsSittingInfo *info = bearings_service_sittings_get (service, sitting_info, &error);

  g_assert_no_error (error);
  return info;
}

static guint
count_answers (BearingsService *service, const char *sitting_info)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResult) stored =
    bearings_service_sittings_get_result (service, sitting_info, &error);

  g_assert_no_error (error);
  return stored->sitting->n_answered;
}

static gboolean
leave (BearingsService *service, const char *sitting_info)
{
  g_autoptr (GError) error = NULL;
  gboolean gone;

  bearings_service_sittings_leave (service, sitting_info, &gone, &error);
  g_assert_no_error (error);
  return gone;
}

/* A command of its own process, with somebody at its keyboard. */
typedef struct {
  GPid process;
  int keyboard, screen;
} Terminal;

static Terminal
terminal_open (Fixture *fixture, const char *const *arguments)
{
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autofree char *shipped = g_build_filename (fixture->folder, "shipped.db", NULL);
  g_auto (GStrv) environment =
    g_environ_setenv (g_get_environ (), "BEARINGS_CATALOGUE", shipped, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  Terminal it;

  g_strv_builder_add_many (builder, BEARINGS_CLI, "--data-dir", data_dir, "assess", NULL);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  g_spawn_async_with_pipes (NULL, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &it.process, &it.keyboard, &it.screen, NULL, &error);
  g_assert_no_error (error);
  return it;
}

/* Waits until the command has asked: its prompt ends with a colon and a blank. */
static void
terminal_wait (Terminal *it)
{
  char last[2] = { 0, 0 };

  while (last[0] != ':' || last[1] != ' ') {
    last[0] = last[1];
    g_assert_cmpint (read (it->screen, &last[1], 1), ==, 1);
  }
}

static void
terminal_say (Terminal *it, const char *line)
{
  g_assert_cmpint (write (it->keyboard, line, strlen (line)), ==, strlen (line));
}

/* Ends the input; returns the exit status. */
static int
terminal_close (Terminal *it)
{
  char buffer[4096];
  int status;

  close (it->keyboard);
  while (read (it->screen, buffer, sizeof buffer) > 0) {
  }
  close (it->screen);
  g_assert_cmpint (waitpid (it->process, &status, 0), ==, it->process);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static const char *const resume_last[] = { "--resume", "last", NULL };
static const char *const sit_at_mini[] = { "--instrument", "mini", "--length", "short", NULL };

/* A command without anybody at its keyboard looks at what is open in a window: nothing is lost, and
 * the window takes its sitting back. */
static void
test_a_look_beside_a_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service, FALSE);
  g_autoptr (BearingsSitting) sitting = resume (fixture->service, sitting_info);
  g_autoptr (BearingsSitting) again = NULL;
  Terminal terminal;

  g_assert_true (answer (fixture->service, sitting_info, 0));
  g_assert_true (answer (fixture->service, sitting_info, 1));
  terminal = terminal_open (fixture, resume_last);
  g_assert_cmpint (terminal_close (&terminal), ==, REFUSED);
  g_assert_cmpuint (count_answers (fixture->service, sitting_info), ==, 2);
  g_assert_false (answer (fixture->service, sitting_info, 2));
  again = resume (fixture->service, sitting_info);
  g_assert_cmpuint (again->n_answered, ==, 2);
  g_assert_true (answer (fixture->service, sitting_info, 2));
}

/* The command goes on with the window's sitting until the window takes it back. */
static void
test_back_to_the_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service, FALSE);
  g_autoptr (BearingsSitting) sitting = resume (fixture->service, sitting_info);
  g_autoptr (BearingsSitting) again = NULL;
  g_autoptr (BearingsSittingInfo) info = NULL;
  Terminal terminal;

  g_assert_true (answer (fixture->service, sitting_info, 0));
  terminal = terminal_open (fixture, resume_last);
  terminal_wait (&terminal);
  terminal_say (&terminal, "1\n");
  terminal_wait (&terminal);
  g_assert_false (answer (fixture->service, sitting_info, 2));
  again = resume (fixture->service, sitting_info);
  g_assert_cmpuint (again->n_answered, ==, 2);
  g_assert_true (answer (fixture->service, sitting_info, 2));
  terminal_say (&terminal, "1\n");
  g_assert_cmpint (terminal_close (&terminal), ==, DATA);
  g_assert_cmpuint (count_answers (fixture->service, sitting_info), ==, 3);
  finish (fixture->service, sitting_info);
  info = find (fixture->service, sitting_info);
  g_assert_true (info->finished);
}

/* A guest's in the terminal that a window goes on with is the window's: it stays. */
static void
test_from_the_terminal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sittings = NULL;
  g_autoptr (BearingsSitting) sitting = NULL;
  g_autoptr (BearingsSittingInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sitting_info = NULL;
  Terminal terminal = terminal_open (fixture, sit_at_mini);

  terminal_wait (&terminal);
  terminal_say (&terminal, "1\n");
  terminal_wait (&terminal);
  sittings = bearings_service_sittings_list (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sittings->len, ==, 1);
  sitting_info = g_strdup (((BearingsSittingInfo *) sittings->pdata[0])->id);
  g_assert_true (((BearingsSittingInfo *) sittings->pdata[0])->passing);
  sitting = resume (fixture->service, sitting_info);
  g_assert_true (answer (fixture->service, sitting_info, 1));
  terminal_say (&terminal, "1\n");
  g_assert_cmpint (terminal_close (&terminal), ==, DATA);
  g_assert_cmpuint (count_answers (fixture->service, sitting_info), ==, 2);
  finish (fixture->service, sitting_info);
  terminal = terminal_open (fixture, (const char *const[]) { "--resume", sitting_info, NULL });
  g_assert_cmpint (terminal_close (&terminal), ==, REFUSED);
  g_assert_false (leave (fixture->service, sitting_info));
  info = find (fixture->service, sitting_info);
  g_assert_nonnull (info);
}

/* Nobody is beside it: it goes with the command. */
static void
test_alone_in_the_terminal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sittings = NULL;
  g_autoptr (GError) error = NULL;
  Terminal terminal = terminal_open (fixture, sit_at_mini);

  terminal_wait (&terminal);
  terminal_say (&terminal, "1\n");
  terminal_wait (&terminal);
  g_assert_cmpint (terminal_close (&terminal), ==, REFUSED);
  sittings = bearings_service_sittings_list (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sittings->len, ==, 0);
}

/* What is told before the first question is stored with it. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sitting_info =
    bearings_service_sittings_begin (fixture->service,
                                     &(BearingsSittingOrder) { .instrument = "mini",
                                                               .length = BEARINGS_LENGTH_SHORT,
                                                               .interview = TRUE,
                                                               .years = "3.5",
                                                               .passing = TRUE },
                                     &error);
  g_autofree char *bare = begin (fixture->service, FALSE);
  g_autoptr (BearingsSittingInfo) info = find (fixture->service, sitting_info);
  g_autoptr (BearingsSittingInfo) bare_info = find (fixture->service, bare);
  g_autoptr (BearingsSitting) sitting = NULL;

  g_assert_no_error (error);
  g_assert_true (info->passing);
  g_assert_cmpint (info->n_entries, ==, 3);
  g_assert_false (bare_info->passing);
  g_assert_cmpint (bare_info->n_entries, ==, 1);
  sitting = bearings_service_sittings_resume_passing (fixture->service, sitting_info, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_interview_is (sitting));
  g_assert_cmpstr (g_hash_table_lookup (sitting->facts, BEARINGS_FACT_YEARS), ==, "3.5");
  g_assert_true (leave (fixture->service, sitting_info));
  g_assert_false (leave (fixture->service, bare));
}

/* A guest who ends the sitting takes nothing of a client's along. */
static void
test_end_of_guest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *guest = begin (fixture->service, FALSE);
  g_autofree char *passing = begin (fixture->service, TRUE);
  g_autofree char *client = NULL;
  g_autoptr (GPtrArray) sittings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_service_clients_create (fixture->service, "BLUE-OTTER", &error));
  client = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) {
      .instrument = "mini", .length = BEARINGS_LENGTH_SHORT, .client = "BLUE-OTTER" },
    &error);
  g_assert_no_error (error);
  g_assert_true (bearings_service_sittings_end_guest (fixture->service, &error));
  sittings = bearings_service_sittings_list (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sittings->len, ==, 1);
  g_assert_cmpstr (((BearingsSittingInfo *) sittings->pdata[0])->id, ==, client);
}

static BearingsPeople *
open_people (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "data", "people.db", NULL);
  g_autoptr (GError) error = NULL;
  BearingsPeople *people = bearings_people_open (path, &error);

  g_assert_no_error (error);
  return people;
}

static char *
begin_in_store (BearingsPeople *people, const char *version, GBytes *basis, const char *plan)
{
  g_autoptr (BearingsSittingInfo) start = bearings_sitting_info_new ();
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autoptr (GError) error = NULL;
  char *id;

  start->instrument = g_strdup ("mini");
  start->instrument_version = g_strdup (version);
  start->data_version = g_strdup ("0123456789abcdef");
  start->started = 1700000000000000;
  if (plan != NULL)
    g_ptr_array_add (entries, bearings_entry_new (BEARINGS_ENTRY_STARTED, NULL, plan, -1));
  id = bearings_people_begin_sitting (people, start, basis, entries, &error);
  g_assert_no_error (error);
  return id;
}

/* What cannot be resumed says why, and stays with whoever holds it. */
static void
test_beyond_resuming (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *version;
    const char *basis;
    const char *plan;
    BearingsServiceError code;
    const char *words;
    const char *no_words;
  } cases[] = {
    { "1.0.0", NULL, NULL, BEARINGS_SERVICE_ERROR_BROKEN, "Nothing of this sitting was stored",
      "version" },
    { "1.0.0", "not a pack", "plan", BEARINGS_SERVICE_ERROR_BROKEN,
      "What this sitting is scored with is damaged", "version" },
    { "0.9.0", NULL, "items:mini/gone", BEARINGS_SERVICE_ERROR_VERSION,
      "begun with version 0.9.0 of the instrument and does not fit the installed version 1.0.0",
      "although" },
    { "1.0.0", NULL, "items:mini/gone", BEARINGS_SERVICE_ERROR_VERSION,
      "although its version is 1.0.0, too", "begun with" },
  };
  g_autoptr (BearingsPeople) people = open_people (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) basis =
      cases[i].basis != NULL ? g_bytes_new_static (cases[i].basis, strlen (cases[i].basis)) : NULL;
    g_autofree char *id = begin_in_store (people, cases[i].version, basis, cases[i].plan);
    g_autoptr (BearingsEntry) entry = bearings_entry_new (BEARINGS_ENTRY_PAUSED, NULL, NULL, -1);
    g_autoptr (GError) error = NULL;

    g_assert_false (bearings_service_sittings_check_resume (fixture->service, id, &error));
    g_assert_error (error, BEARINGS_SERVICE_ERROR, (int) cases[i].code);
    g_clear_error (&error);
    g_assert_null (bearings_service_sittings_resume (fixture->service, id, &error));
    g_assert_error (error, BEARINGS_SERVICE_ERROR, (int) cases[i].code);
    g_assert_nonnull (strstr (error->message, cases[i].words));
    g_assert_null (strstr (error->message, cases[i].no_words));
    g_clear_error (&error);
    g_assert_true (bearings_people_append (people, id, entry, &error));
    g_assert_no_error (error);
  }
}

/* A log that does not fit what is stored with it is damaged, not of another version. */
static void
test_damaged_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service, FALSE);
  g_autoptr (BearingsEntry) entry =
    bearings_entry_new (BEARINGS_ENTRY_ANSWERED, "mini/gone", "option:b", -1);
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_service_sittings_check_resume (fixture->service, sitting_info, &error));
  g_assert_true (bearings_service_sittings_append (fixture->service, sitting_info, entry, &error));
  g_assert_false (bearings_service_sittings_check_resume (fixture->service, sitting_info, &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_BROKEN);
  g_assert_nonnull (strstr (error->message, "What is stored of this sitting is damaged"));
}

/* Looking at a sitting leaves it to whoever holds it. */
static void
test_check_takes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service, TRUE);
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsService) other = bearings_service_new (data_dir, NULL, &error);
  g_autoptr (BearingsSittingInfo) info = NULL;

  g_assert_no_error (error);
  g_assert_true (bearings_service_sittings_check_resume (other, sitting_info, &error));
  g_assert_true (answer (fixture->service, sitting_info, 0));
  g_assert_false (leave (other, sitting_info));
  info = find (other, sitting_info);
  g_assert_true (info->passing);
  g_assert_true (leave (fixture->service, sitting_info));
}

/* A window that goes on until its sitting is taken from it. */
typedef struct {
  BearingsService *service;
  const char *sitting_id;
  int stored; /* the last number that was stored; for both threads */
} Counting;

static gpointer
count_until_taken (gpointer data)
{
  Counting *counting = data;

  for (int n = 1;; n++) {
    g_autofree char *text = g_strdup_printf ("%d", n);
    g_autoptr (BearingsEntry) entry = bearings_entry_new (BEARINGS_ENTRY_FACT, "count", text, -1);
    g_autoptr (GError) error = NULL;

    if (!bearings_service_sittings_append (counting->service, counting->sitting_id, entry,
                                           &error)) {
      g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE);
      return NULL;
    }
    g_atomic_int_set (&counting->stored, n);
  }
}

/* Whoever takes a sitting over has all that was stored before. */
static void
test_resume_while_answering (Fixture *fixture, gconstpointer data)
{
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsService) other = bearings_service_new (data_dir, NULL, &error);

  g_assert_no_error (error);
  for (guint round = 0; round < 3; round++) {
    g_autofree char *sitting_info = begin (fixture->service, FALSE);
    g_autoptr (BearingsSitting) held = resume (fixture->service, sitting_info);
    g_autoptr (BearingsSitting) sitting = NULL;
    g_autofree char *stored = NULL;
    Counting counting = { .service = fixture->service, .sitting_id = sitting_info };
    GThread *thread = g_thread_new ("count", count_until_taken, &counting);

    while (g_atomic_int_get (&counting.stored) == 0)
      g_thread_yield ();
    sitting = resume (other, sitting_info);
    g_thread_join (thread);
    stored = g_strdup_printf ("%d", counting.stored);
    g_assert_cmpstr (g_hash_table_lookup (sitting->facts, "count"), ==, stored);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_ADD ("/service/sitting-holders/look-beside-a-window", test_a_look_beside_a_window);
  FIXTURE_ADD ("/service/sitting-holders/back-to-the-window", test_back_to_the_window);
  FIXTURE_ADD ("/service/sitting-holders/from-the-terminal", test_from_the_terminal);
  FIXTURE_ADD ("/service/sitting-holders/alone-in-the-terminal", test_alone_in_the_terminal);
  FIXTURE_ADD ("/service/sitting-holders/order", test_order);
  FIXTURE_ADD ("/service/sitting-holders/end-of-guest", test_end_of_guest);
  FIXTURE_ADD ("/service/sitting-holders/beyond-resuming", test_beyond_resuming);
  FIXTURE_ADD ("/service/sitting-holders/damaged-log", test_damaged_log);
  FIXTURE_ADD ("/service/sitting-holders/resume-while-answering", test_resume_while_answering);
  FIXTURE_ADD ("/service/sitting-holders/check-takes-nothing", test_check_takes_nothing);
  return g_test_run ();
}
