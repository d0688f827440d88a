/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may befall an adaptive sitting: a full disk, a clock set back, an instrument updated under
 * it, two windows. */

#include <signal.h>
#include <sys/resource.h>

#include "bearings-service-imports.h"
#include "bearings-service-freshness.h"
#include "bearings-service-sittings.h"
#include "service-fixture.h"

#define YEAR_US (G_GINT64_CONSTANT (365) * 24 * 60 * 60 * G_USEC_PER_SEC)

/* The wall clock of this program: that of the machine, moved. */
static gint64 clock_moved;

gint64
g_get_real_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 + clock_moved;
}

static void
bank_setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  clock_moved = 0;
  fixture->folder = g_dir_make_tmp ("bearings-faults-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->folder, shipped, &error);
  g_assert_no_error (error);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->service);
  fixture->service = bearings_service_new (fixture->folder, NULL, &error);
  g_assert_no_error (error);
}

static char *
begin (BearingsService *service)
{
  g_autoptr (GError) error = NULL;
  char *sitting_info = bearings_service_sittings_begin (
    service,
    &(BearingsSittingOrder) { .instrument = "python-skill",
                              .length = BEARINGS_LENGTH_SHORT,
                              .selection = BEARINGS_SELECTION_ADAPTIVE },
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

/* Every item so far and its answer. */
static char *
describe (const BearingsSitting *sitting)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *item = sitting->items->pdata[i];
    g_autofree char *answer =
      item->response != NULL ? bearings_response_to_string (item->response) : NULL;

    g_string_append_printf (text, "%s %s\n", item->item->record.id,
                            answer != NULL  ? answer
                            : item->skipped ? "skipped"
                                            : "-");
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The first item that was neither answered nor passed over; NULL at the end. */
static const BearingsItem *
next_item (const BearingsSitting *sitting)
{
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *item = sitting->items->pdata[i];
    if (item->response == NULL && !item->skipped)
      return item->item;
  }
  return NULL;
}

/* Answers the next item; FALSE when that could not be stored, and then @sitting is as it was. Every
 * second answer is right, so that the choice of items moves both ways. */
static gboolean
answer_next (BearingsService *service, const char *sitting_info, BearingsSitting **sitting)
{
  const BearingsItem *item = next_item (*sitting);
  guint n = (*sitting)->n_answered;
  g_autofree char *response = item->kind == BEARINGS_ITEM_RUBRIC        ? NULL
                              : item->kind == BEARINGS_ITEM_SELF_REPORT ? g_strdup ("anchor:2")
                              : n % 2 == 0 ? bearings_response_item_right_answer (item)
                                           : g_strdup ("dont-know");
  g_autoptr (BearingsEntry) entry =
    bearings_entry_new (response != NULL ? BEARINGS_ENTRY_ANSWERED : BEARINGS_ENTRY_SKIPPED,
                        item->record.id, response, 4000);
  BearingsSitting *next;

  if (!bearings_service_sittings_append (service, sitting_info, entry, NULL))
    return FALSE;
  next = bearings_sitting_apply (*sitting, entry, NULL);
  g_assert_nonnull (next);
  bearings_sitting_unref (*sitting);
  *sitting = next;
  return TRUE;
}

static void
finish (BearingsService *service, const char *sitting_info)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (BEARINGS_ENTRY_FINISHED, NULL, NULL, -1);
  g_autoptr (GError) error = NULL;

  bearings_service_sittings_append (service, sitting_info, entry, &error);
  g_assert_no_error (error);
}

static void
sit_to_end (BearingsService *service, const char *sitting_info)
{
  g_autoptr (BearingsSitting) sitting = resume (service, sitting_info);

  while (next_item (sitting) != NULL)
    g_assert_true (answer_next (service, sitting_info, &sitting));
  finish (service, sitting_info);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

/* The disk fills up somewhere in the sitting: what was said to be stored is there, what was not is
 * not, the next item is the same, and with room again the sitting goes on from there. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service);
  g_autofree char *journal = g_build_filename (fixture->folder, "people.db-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BearingsSitting) sitting = resume (fixture->service, sitting_info);
  g_autoptr (BearingsSitting) stored = NULL;
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  guint n = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (g_stat (journal, &info));
  limit_files ((rlim_t) info.st_size + 60000);
  while (next_item (sitting) != NULL && answer_next (fixture->service, sitting_info, &sitting))
    n++;
  g_assert_nonnull (next_item (sitting)); /* the disk was full before the end */
  g_assert_cmpuint (n, >, 3);
  g_assert_false (answer_next (fixture->service, sitting_info, &sitting));
  before = describe (sitting);
  stored = resume (fixture->service, sitting_info); /* reading needs no room */
  after = describe (stored);
  g_assert_cmpstr (before, ==, after);

  limit_files (RLIM_INFINITY);
  reopen (fixture);
  g_clear_pointer (&stored, bearings_sitting_unref);
  g_clear_pointer (&after, g_free);
  stored = resume (fixture->service, sitting_info);
  after = describe (stored);
  g_assert_cmpstr (before, ==, after);
  sit_to_end (fixture->service, sitting_info);
  result = bearings_service_sittings_get_result (fixture->service, sitting_info, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->sitting->n_answered, >, n);
}

/* Entries keep their order, the sitting its place, the time left its size. */
static void
test_clock_in_sitting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service);
  g_autoptr (BearingsSitting) sitting = resume (fixture->service, sitting_info);
  g_autofree char *before = NULL;

  while (next_item (sitting) != NULL) {
    double left = sitting->seconds_left;
    g_autoptr (BearingsSitting) stored = NULL;
    g_autofree char *after = NULL;

    clock_moved -= YEAR_US / 10;
    g_assert_true (answer_next (fixture->service, sitting_info, &sitting));
    g_assert_cmpfloat (sitting->seconds_left, >=, 0);
    /* Four seconds an item are less than expected: the time left only shrinks. */
    g_assert_cmpfloat (sitting->seconds_left, <=, left);
    stored = resume (fixture->service, sitting_info);
    g_assert_cmpfloat (stored->seconds_left, ==, sitting->seconds_left);
    g_free (before);
    before = describe (sitting);
    after = describe (stored);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
check_earlier (BearingsService *service, const char *sitting_info, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResult) earlier =
    bearings_service_sittings_get_earlier (service, sitting_info, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (earlier != NULL ? earlier->info->id : NULL, ==, expected);
}

/* Sittings follow each other as they were held, whatever the clock said. */
static void
test_clock_between_sittings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = begin (fixture->service);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (GPtrArray) sittings = NULL;
  g_autoptr (GError) error = NULL;

  sit_to_end (fixture->service, first);
  clock_moved = -YEAR_US;
  second = begin (fixture->service);
  sit_to_end (fixture->service, second);
  clock_moved = -2 * YEAR_US;
  third = begin (fixture->service);
  sit_to_end (fixture->service, third);
  check_earlier (fixture->service, first, NULL);
  check_earlier (fixture->service, second, first);
  check_earlier (fixture->service, third, second);
  sittings = bearings_service_sittings_list (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((BearingsSittingInfo *) sittings->pdata[0])->id, ==, third);
  g_assert_cmpstr (((BearingsSittingInfo *) sittings->pdata[2])->id, ==, first);
}

/* Before the day of the checks nothing is overdue, and nothing falls over. */
static void
test_clock_and_freshness (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    bearings_service_freshness_list (fixture->service, "1999-12-31", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (((BearingsFreshnessRow *) rows->pdata[i])->due & BEARINGS_DUE_CHECK, ==, 0);
}

/* The instrument as shipped, but a later version whose easy items have become hard ones. */
static void
update_instrument (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "later.bearings.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *harder = NULL;
  g_autoptr (GRegex) easy = g_regex_new ("(\"b\": \\[\\s+)-", 0, 0, NULL);
  g_autoptr (GRegex) version =
    g_regex_new ("\"version\": \"[0-9.]+\"", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (INSTRUMENT_PACK, &text, NULL, &error);
  g_assert_no_error (error);
  harder = g_regex_replace (easy, text, -1, 0, "\\1", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (harder, !=, text);
  g_free (text);
  text = g_regex_replace_literal (version, harder, -1, 0, "\"version\": \"9.0.0\"", 0, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  summary = bearings_service_imports_apply (fixture->service, file, BEARINGS_IMPORT_DEFAULT, NULL,
                                            NULL, NULL, problems, NULL, &error);
  for (guint i = 0; error != NULL && i < problems->len; i++)
    g_test_message ("%s", bearings_problem_to_string (problems->pdata[i]));
  g_assert_no_error (error);
}

/* The sitting ends on its own version: with the items it would have had, each step also after a
 * restart. A sitting begun afterwards is another one. */
static void
test_updated_instrument (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service);
  g_autofree char *version = NULL;
  g_autofree char *later = NULL;
  g_autoptr (BearingsSitting) sitting = resume (fixture->service, sitting_info);
  g_autoptr (BearingsForm) present = NULL;
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (BearingsSitting) anew = NULL;
  g_autoptr (GError) error = NULL;
  guint n_after = 0;

  version = g_strdup (sitting->form->instrument->version);
  while (next_item (sitting)->kind != BEARINGS_ITEM_KEYED || sitting->n_answered < 3)
    g_assert_true (answer_next (fixture->service, sitting_info, &sitting));
  update_instrument (fixture);
  present = bearings_service_sittings_get_form (fixture->service, "python-skill", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (present->instrument->version, ==, "9.0.0");
  reopen (fixture);
  /* @sitting has never seen the new version; what is stored has to go the same way. */
  while (next_item (sitting) != NULL) {
    g_autoptr (BearingsSitting) stored = resume (fixture->service, sitting_info);
    g_autofree char *expected = describe (sitting);
    g_autofree char *described = describe (stored);

    g_assert_cmpstr (described, ==, expected);
    g_assert_cmpstr (stored->form->instrument->version, ==, version);
    g_assert_true (answer_next (fixture->service, sitting_info, &sitting));
    n_after++;
  }
  g_assert_cmpuint (n_after, >, 3);
  finish (fixture->service, sitting_info);
  result = bearings_service_sittings_get_result (fixture->service, sitting_info, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->form->instrument->version, ==, version);
  later = begin (fixture->service);
  anew = resume (fixture->service, later);
  g_assert_cmpstr (anew->form->instrument->version, ==, "9.0.0");
}

/* Two windows take the sitting from each other; each answer is there once, in the order given, and
 * the window without the sitting is refused. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sitting_info = begin (fixture->service);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsService) other = bearings_service_new (fixture->folder, NULL, &error);
  g_autoptr (BearingsSitting) whole = resume (fixture->service, sitting_info);
  guint n = 0;

  g_assert_no_error (error);
  while (next_item (whole) != NULL) {
    BearingsService *holds = n % 2 == 0 ? other : fixture->service;
    BearingsService *without = n % 2 == 0 ? fixture->service : other;
    g_autoptr (BearingsSitting) held = resume (holds, sitting_info);
    g_autoptr (BearingsSitting) stale = bearings_sitting_ref (whole);
    g_autofree char *expected = describe (whole);
    g_autofree char *described = describe (held);

    g_assert_cmpstr (described, ==, expected);
    g_assert_false (answer_next (without, sitting_info, &stale));
    g_assert_true (answer_next (holds, sitting_info, &whole));
    n++;
  }
  {
    g_autoptr (BearingsSitting) stored = resume (fixture->service, sitting_info);
    g_autofree char *expected = describe (whole);
    g_autofree char *described = describe (stored);
    g_assert_cmpstr (described, ==, expected);
  }
}

#undef FIXTURE_ADD
#define FIXTURE_ADD(name, func)                                                                    \
  g_test_add ("/service/sitting-faults/" name, Fixture, NULL, bank_setup, func, fixture_teardown)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("full-disk", test_full_disk);
  FIXTURE_ADD ("clock-in-sitting", test_clock_in_sitting);
  FIXTURE_ADD ("clock-between-sittings", test_clock_between_sittings);
  FIXTURE_ADD ("clock-and-freshness", test_clock_and_freshness);
  FIXTURE_ADD ("updated-instrument", test_updated_instrument);
  FIXTURE_ADD ("two-windows", test_two_windows);
  return g_test_run ();
}
