/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killing adaptive sittings at random moments: every answer told to be stored is there, and the
 * sitting goes on at the exact item; one that was killed as it began is whole or not there. */

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bearings-service-sittings.h"
#include "bearings-service.h"
#include "service-fixture.h"

/* Rounds of the quick run; "-m slow" makes more of them. */
#define QUICK_ROUNDS 60
#define QUICK_BEGINNINGS 100
#define SLOW_ROUNDS 1000

static char *program;

/* Where a sitting stands, in words. */
static char *
place (const BearingsSitting *sitting)
{
  const BearingsSittingItem *item = bearings_sitting_current (sitting);

  return g_strdup_printf ("%u %u %s", sitting->n_answered, sitting->position,
                          item != NULL ? item->item->record.id : "-");
}

static gboolean
store (BearingsService *service,
       const char *info,
       BearingsSitting **sitting,
       BearingsEntryKind kind,
       const char *id,
       const char *response)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, id, response, 4000);
  BearingsSitting *next;

  if (!bearings_service_sittings_append (service, info, entry, NULL))
    return FALSE;
  next = bearings_sitting_apply (*sitting, entry, NULL);
  if (next == NULL)
    return FALSE;
  bearings_sitting_unref (*sitting);
  *sitting = next;
  return TRUE;
}

/* What comes next: the first item from where the sitting stands that was neither answered nor
 * passed over; NULL at the end. */
static BearingsItem *
next_item (const BearingsSitting *sitting)
{
  for (guint i = sitting->position; i < sitting->items->len; i++) {
    const BearingsSittingItem *item = g_ptr_array_index (sitting->items, i);
    if (item->response == NULL && !item->skipped)
      return bearings_record_ref (item->item);
  }
  return NULL;
}

static void
say (const char *line, gboolean stepping)
{
  printf ("%s\n", line);
  fflush (stdout);
  if (stepping)
    getchar ();
}

/* The killed program: says after every entry where the stored sitting stands. @stepping: and waits
 * for a character before it goes on. */
static int
sit (const char *data_dir, const char *info, gboolean stepping)
{
  g_autoptr (BearingsService) service = bearings_service_new (data_dir, NULL, NULL);
  g_autoptr (BearingsSitting) sitting =
    service != NULL ? bearings_service_sittings_resume (service, info, NULL) : NULL;

  while (sitting != NULL) {
    g_autoptr (BearingsItem) item = NULL;
    g_autofree char *id = NULL;
    g_autofree char *response = NULL;
    g_autofree char *shown = NULL;
    g_autofree char *answered = NULL;

    item = next_item (sitting);
    if (item == NULL)
      break;
    id = g_strdup (item->record.id);
    if (!store (service, info, &sitting, BEARINGS_ENTRY_SHOWN, id, NULL))
      return 1;
    shown = place (sitting);
    say (shown, stepping);
    response = item->kind == BEARINGS_ITEM_KEYED ? bearings_response_item_right_answer (item)
               : item->kind == BEARINGS_ITEM_SELF_REPORT ? g_strdup ("anchor:2")
                                                         : NULL;
    if (!store (service, info, &sitting,
                response != NULL ? BEARINGS_ENTRY_ANSWERED : BEARINGS_ENTRY_SKIPPED, id, response))
      return 1;
    answered = place (sitting);
    say (answered, stepping);
  }
  say ("end", FALSE);
  pause ();
  return 1;
}

static gboolean
is_stepping (guint round)
{
  return round % 4 == 1;
}

/* What a program has said so far, and where it hears. */
typedef struct {
  int in, fd;
  GString *text;
  guint n_lines;
} Said;

/* FALSE when it will say nothing more. */
static gboolean
hear (Said *said)
{
  char buffer[4096];
  ssize_t n = read (said->fd, buffer, sizeof buffer);

  if (n <= 0)
    return FALSE;
  for (ssize_t i = 0; i < n; i++)
    said->n_lines += buffer[i] == '\n';
  g_string_append_len (said->text, buffer, n);
  return TRUE;
}

/* A random moment: every fourth round while the program starts or wherever it has got by then; else
 * after it has said a random number of lines, and after some work of ours; or, where it steps,
 * while it waits. */
static void
wait_for_moment (Said *said, guint round)
{
  guint enough = round % 4 == 0 ? 0 : (guint) g_random_int_range (1, 12);

  while (said->n_lines < enough && !g_str_has_suffix (said->text->str, "end\n") && hear (said))
    if (is_stepping (round) && said->n_lines < enough)
      g_assert_cmpint (write (said->in, "\n", 1), ==, 1);
  for (volatile int work = g_random_int_range (0, round % 4 == 0 ? 20000000 : 1000000);
       work > 0 && !is_stepping (round); work--) {
  }
}

/* The last whole line; NULL when there is none. */
static char *
last_line (const Said *said)
{
  g_auto (GStrv) lines = g_strsplit (said->text->str, "\n", -1);

  return said->n_lines > 0 ? g_strdup (lines[said->n_lines - 1]) : NULL;
}

static char *
begin (BearingsService *service)
{
  g_autoptr (GError) error = NULL;
  char *info = bearings_service_sittings_begin (
    service,
    &(BearingsSittingOrder) { .instrument = "python-skill",
                              .length = BEARINGS_LENGTH_LONG,
                              .selection = BEARINGS_SELECTION_ADAPTIVE },
    &error);

  g_assert_no_error (error);
  return info;
}

static void
test_kill (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bearings-kill-XXXXXX", &error);
  g_autofree char *info = NULL;
  g_autofree char *stood = NULL; /* where the sitting stood after the last kill */
  guint rounds = g_test_slow () ? SLOW_ROUNDS : QUICK_ROUNDS;
  guint n_said = 0, n_exact = 0, n_ended = 0;

  for (guint round = 0; round < rounds; round++) {
    const char *argv[] = {
      program, "--sit", folder, NULL, is_stepping (round) ? "step" : NULL, NULL
    };
    g_autofree char *last = NULL;
    g_autofree char *now = NULL;
    g_autofree char *again = NULL;
    Said said = { .text = g_string_new (NULL) };
    guint n_lines;
    gboolean ended;
    GPid child;
    int status;

    if (info == NULL) {
      g_autofree char *shipped = bearings_service_shipped_catalogue ();
      g_autoptr (BearingsService) service = bearings_service_new (folder, shipped, &error);
      g_assert_no_error (error);
      info = begin (service);
      g_clear_pointer (&stood, g_free);
    }
    argv[3] = info;
    g_assert_true (g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                                             NULL, NULL, &child, &said.in, &said.fd, NULL, &error));
    wait_for_moment (&said, round);
    g_assert_cmpint (kill (child, SIGKILL), ==, 0);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status));
    while (hear (&said)) {
    }
    close (said.in);
    close (said.fd);
    n_lines = said.n_lines;
    last = last_line (&said);
    g_string_free (said.text, TRUE);
    n_said += n_lines;
    ended = g_strcmp0 (last, "end") == 0;
    {
      g_autoptr (BearingsService) service = bearings_service_new (folder, NULL, &error);
      g_autoptr (BearingsSitting) sitting = NULL;
      g_autoptr (BearingsSitting) twice = NULL;
      guint told = 0;

      g_assert_no_error (error);
      sitting = bearings_service_sittings_resume (service, info, &error);
      g_assert_no_error (error);
      now = place (sitting);
      twice = bearings_service_sittings_resume (service, info, &error);
      g_assert_no_error (error);
      again = place (twice);
      g_assert_cmpstr (now, ==, again);
      if (last == NULL)
        last = g_strdup (stood); /* it was killed before it said anything */
      if (last != NULL && !ended) {
        told = (guint) g_ascii_strtoull (last, NULL, 10);
        /* One more entry may be stored: it was killed before it could say so. */
        g_assert_cmpuint (sitting->n_answered, >=, told);
        g_assert_cmpuint (sitting->n_answered, <=, told + 1);
        n_exact += g_str_equal (now, last);
        if (sitting->n_answered == told && n_lines > 0) {
          g_auto (GStrv) words = g_strsplit (last, " ", 3);
          gint64 position = (gint64) g_ascii_strtoull (words[1], NULL, 10);

          /* At the place that was said: the exact item. */
          if (sitting->position == position)
            g_assert_cmpstr (now, ==, last);
          /* The item it last said was on the screen, or the one after a question passed over. */
          g_assert_cmpuint (sitting->position, >=, position);
          g_assert_cmpuint (sitting->position, <=, position + 1);
        }
      }
      if (ended || sitting->phase != BEARINGS_SITTING_ITEM) {
        g_assert_true (bearings_service_sittings_erase (service, info, &error));
        g_clear_pointer (&info, g_free);
        n_ended++;
      }
    }
    g_free (stood);
    stood = info != NULL ? g_steal_pointer (&now) : NULL;
  }
  g_test_message ("%u kills in %u sittings held to their end, %u entries said to be stored, all of "
                  "them there; %u times at the very place said last, else one entry on",
                  rounds, n_ended, n_said, n_exact);
  g_assert_cmpuint (n_ended, >, 0);
  g_assert_cmpuint (n_said, >, 0);
  g_assert_cmpuint (n_exact, >, 0);
  fixture_remove (folder);
}

/* The killed program: begins sittings, and says so after each. */
static int
begin_many (const char *data_dir)
{
  g_autoptr (BearingsService) service = bearings_service_new (data_dir, NULL, NULL);

  while (service != NULL) {
    g_autofree char *info = begin (service);

    printf ("%s\n", info);
    fflush (stdout);
  }
  return 1;
}

/* Every sitting that is stored can be resumed, and stands at its first item. Returns how many. */
static guint
check_beginnings (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsService) service = bearings_service_new (folder, NULL, &error);
  g_autoptr (GPtrArray) sittings = NULL;

  g_assert_no_error (error);
  sittings = bearings_service_sittings_list (service, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sittings->len; i++) {
    g_autoptr (BearingsSitting) sitting = bearings_service_sittings_resume (
      service, ((BearingsSittingInfo *) sittings->pdata[i])->id, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (sitting->position, ==, 0);
    g_assert_nonnull (bearings_sitting_current (sitting));
  }
  g_assert_true (bearings_service_sittings_end_guest (service, &error));
  return sittings->len;
}

static void
test_kill_beginning (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bearings-kill-XXXXXX", &error);
  g_autofree char *shipped = bearings_service_shipped_catalogue ();
  g_autoptr (BearingsService) first = bearings_service_new (folder, shipped, &error);
  const char *argv[] = { program, "--begin", folder, NULL };
  guint rounds = g_test_slow () ? SLOW_ROUNDS : QUICK_BEGINNINGS;
  guint n_said = 0, n_stored = 0;

  g_assert_no_error (error);
  g_clear_object (&first);
  for (guint round = 0; round < rounds; round++) {
    Said said = { .text = g_string_new (NULL) };
    guint enough = round % 3, n;
    GPid child;
    int status;

    g_assert_true (g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                                             NULL, NULL, &child, NULL, &said.fd, NULL, &error));
    while (said.n_lines < enough && hear (&said)) {
    }
    /* Some work of ours, more where the program has yet to start. */
    for (volatile int work = g_random_int_range (0, enough == 0 ? 20000000 : 3000000); work > 0;
         work--) {
    }
    g_assert_cmpint (kill (child, SIGKILL), ==, 0);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status));
    while (hear (&said)) {
    }
    close (said.fd);
    g_string_free (said.text, TRUE);
    n = check_beginnings (folder);
    g_assert_cmpuint (n, >=, said.n_lines);
    g_assert_cmpuint (n, <=, said.n_lines + 1);
    n_said += said.n_lines;
    n_stored += n;
  }
  g_test_message (
    "%u kills while sittings began, %u said to be stored, %u stored, all of them to be "
    "resumed",
    rounds, n_said, n_stored);
  g_assert_cmpuint (n_said, >, 0);
  fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && strcmp (argv[1], "--begin") == 0)
    return begin_many (argv[2]);
  if (argc >= 4 && strcmp (argv[1], "--sit") == 0)
    return sit (argv[2], argv[3], argc > 4);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/kill-sitting/adaptive", test_kill);
  g_test_add_func ("/service/kill-sitting/beginning", test_kill_beginning);
  return g_test_run ();
}
