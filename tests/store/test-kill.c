/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killing a program at random moments: every answer it was told is stored is there. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include "people-fixture.h"

/* Rounds of the quick run; "-m slow" makes more of them. */
#define QUICK_ROUNDS 200
#define SLOW_ROUNDS 1000

/* Lets a child run for a while before it is killed: in every second round until it says that it has
 * stored something, and as long as a random amount of work takes. */
static gboolean
wait_before_kill (GRand *rand, guint round, int acknowledge, int most_work, gint64 *n)
{
  gboolean said = round % 2 == 0 && read (acknowledge, n, sizeof *n) == sizeof *n;

  for (volatile int work = g_rand_int_range (rand, 0, most_work); work > 0; work--) {
  }
  return said;
}

/* Answers until it is killed, and says after each that it was stored. */
static void
answer (const char *path, const char *id, gint64 begin, int acknowledge)
{
  BearingsPeople *people = bearings_people_open (path, NULL);

  if (people == NULL || !bearings_people_take_over (people, id, NULL))
    _exit (1);
  for (gint64 n = begin;; n++) {
    g_autofree char *response = g_strdup_printf ("answer %" G_GINT64_FORMAT, n);

    if (!append_entry (people, id, BEARINGS_ENTRY_ANSWERED, response, n, NULL) ||
        write (acknowledge, &n, sizeof n) != sizeof n)
      _exit (1);
  }
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new ();
  g_autofree char *id = NULL;
  guint rounds = g_test_slow () ? SLOW_ROUNDS : QUICK_ROUNDS;
  gint64 stored = 0, n_acknowledged = 0;

  for (guint round = 0; round < rounds; round++) {
    gint64 acknowledged, n;
    int pipes[2], status;
    pid_t child;

    if (round % 20 == 0) { /* a new sitting before the log grows too long to read each time */
      g_autoptr (BearingsPeople) people = people_new (fixture->path);
      g_free (id);
      id = begin_sitting (people, NULL);
      stored = 0;
    }
    acknowledged = stored;
    g_assert_cmpint (pipe2 (pipes, O_CLOEXEC), ==, 0);
    child = fork ();
    g_assert_cmpint (child, >=, 0);
    if (child == 0)
      answer (fixture->path, id, stored + 1, pipes[1]);
    close (pipes[1]);
    if (wait_before_kill (rand, round, pipes[0], 20000000, &n)) {
      acknowledged = n;
      n_acknowledged++;
    }
    g_assert_cmpint (kill (child, SIGKILL), ==, 0);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
    while (read (pipes[0], &n, sizeof n) == sizeof n) {
      acknowledged = n;
      n_acknowledged++;
    }
    close (pipes[0]);
    {
      g_autoptr (BearingsPeople) people = people_new (fixture->path);
      g_autoptr (GPtrArray) log = read_log (people, id);
      gboolean elsewhere;

      /* One more may be stored: it was killed before it could say so. */
      g_assert_cmpint (log->len, >=, acknowledged);
      g_assert_cmpint (log->len, <=, acknowledged + 1);
      for (gint64 i = stored; i < log->len; i++) {
        g_autofree char *response = g_strdup_printf ("answer %" G_GINT64_FORMAT, i + 1);
        g_assert_cmpstr (((BearingsEntry *) log->pdata[i])->response, ==, response);
      }
      stored = log->len;
      /* The dead program does not stand in the way. */
      g_assert_true (bearings_people_is_open_elsewhere (people, id, &elsewhere, NULL));
      g_assert_false (elsewhere);
    }
  }
  g_test_message ("%u kills, %" G_GINT64_FORMAT " entries acknowledged, all of them stored", rounds,
                  n_acknowledged);
  g_assert_cmpint (n_acknowledged, >, 0);
}

/* Killed in an import: the catalogue is the one before or the one after. */
static void
import_until_killed (const char *path, int acknowledge)
{
  for (gint64 version = 1;; version++) {
    g_autoptr (GPtrArray) records = records_new ();
    g_autoptr (BearingsCatalogue) catalogue =
      bearings_catalogue_open (path, BEARINGS_CATALOGUE_CREATE, NULL);
    g_autoptr (BearingsImportSummary) summary = NULL;
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, version);

    if (catalogue == NULL)
      _exit (1);
    for (guint i = 0; i < 300; i++) {
      g_autofree char *id = g_strdup_printf ("source-%u", i);
      g_set_str (&add_source (records, id)->note, text);
    }
    summary = import_pack (catalogue, "p", text, records, NULL);
    if (summary == NULL || write (acknowledge, &version, sizeof version) != sizeof version)
      _exit (1);
  }
}

static void
test_kill_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new ();
  guint n_whole = 0;

  for (guint round = 0; round < 60; round++) {
    g_autoptr (BearingsCatalogue) catalogue = NULL;
    g_autoptr (GPtrArray) packs = NULL;
    g_autoptr (GPtrArray) sources = NULL;
    g_autoptr (GError) error = NULL;
    gboolean applied;
    gint64 version;
    int pipes[2], status;
    pid_t child;

    g_assert_cmpint (pipe2 (pipes, O_CLOEXEC), ==, 0);
    child = fork ();
    g_assert_cmpint (child, >=, 0);
    if (child == 0)
      import_until_killed (fixture->path, pipes[1]);
    close (pipes[1]);
    applied = wait_before_kill (rand, round, pipes[0], 40000000, &version);
    kill (child, SIGKILL);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
    close (pipes[0]);
    if (!g_file_test (fixture->path, G_FILE_TEST_EXISTS)) {
      g_assert_false (applied);
      continue; /* killed before it was made */
    }
    catalogue = bearings_catalogue_open (fixture->path, BEARINGS_CATALOGUE_READ, &error);
    g_assert_no_error (error);
    packs = bearings_catalogue_list_packs (catalogue, &error);
    sources = bearings_catalogue_list (catalogue, BEARINGS_RECORD_SOURCE, NULL, NULL, &error);
    g_assert_no_error (error);
    if (packs->len == 0) {
      g_assert_false (applied);
      g_assert_cmpuint (sources->len, ==, 0);
      continue;
    }
    n_whole++;
    g_assert_cmpuint (sources->len, ==, 300);
    for (guint i = 0; i < sources->len; i++)
      g_assert_cmpstr (((BearingsSource *) sources->pdata[i])->note, ==,
                       ((BearingsInstalledPack *) packs->pdata[0])->info->version);
  }
  g_assert_cmpuint (n_whole, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill/answers", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  g_test_add ("/store/kill/import", Fixture, NULL, fixture_set_up, test_kill_import,
              fixture_tear_down);
  return g_test_run ();
}
