/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports that meet harm from outside: no room left, signatures that are no files, hostile words,
 * a hundred thousand questions alike. What is refused leaves nothing behind. */

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bearings-check-set.h"
#include "bearings-claims.h"
#include "bearings-instrument.h"
#include "bearings-service-claims.h"
#include "bearings-service-imports.h"
#include "bearings-service-packs.h"
#include "bearings-service-search.h"
#include "hostile-pack.h"
#include "service-fixture.h"

#define HEADER(id)                                                                                 \
  "{\"bearings_pack\":1,\"id\":\"" id "\",\"title\":\"T\",\"version\":\"1.0\",\"published\":"      \
  "\"2026-01-01\",\"publisher\":\"P\",\"licence\":\"CC0\"}\n"

static GFile *
write_pack (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static BearingsImportSummary *
import (Fixture *fixture, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();

  return bearings_service_imports_apply (fixture->service, file, BEARINGS_IMPORT_DEFAULT, NULL,
                                         NULL, NULL, problems, NULL, error);
}

/* Everything a failed import could have left. */
static char *
describe_state (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = bearings_service_packs_list (fixture->service, &error);
  g_autoptr (GPtrArray) imports = bearings_service_imports_list (fixture->service, NULL, &error);
  g_autoptr (GPtrArray) claims = bearings_service_claims_list (fixture->service, &error);
  g_autoptr (GPtrArray) hits =
    bearings_service_search (fixture->service, "skill", NULL, 0, 10, &error);
  g_autofree char *version = bearings_service_data_version (fixture->service, &error);

  g_assert_no_error (error);
  return g_strdup_printf ("%u packs, %u imports, %u claims, %u hits, %s", packs->len, imports->len,
                          claims->len, hits->len, version);
}

/* From almost no room to enough of it: all or nothing, at every size. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER ("big"));
  g_autoptr (GFile) file = NULL;
  g_autofree char *before = describe_state (fixture);
  struct rlimit usual, small;
  guint n_refused = 0;
  gboolean applied = FALSE;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text,
                            "{\"type\":\"skill\",\"id\":\"skill-%u\",\"name\":\"A skill of the "
                            "number %u\",\"kind\":\"technology\"}\n",
                            i, i);
  file = write_pack (fixture, "big.bearings.jsonl", text->str);
  signal (SIGXFSZ, SIG_IGN); /* a write fails, as on a full disk */
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &usual));
  for (rlim_t room = 4096; !applied; room *= 2) {
    g_autoptr (BearingsImportSummary) summary = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;

    small = (struct rlimit) { MIN (room, usual.rlim_max), usual.rlim_max };
    g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &small));
    summary = import (fixture, file, &error);
    g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &usual));
    applied = summary != NULL;
    after = describe_state (fixture);
    if (applied) {
      g_assert_cmpint (summary->added, ==, 3000);
      g_assert_cmpstr (after, !=, before);
    } else {
      n_refused++;
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_cmpstr (after, ==, before);
    }
    g_assert_cmpuint (room, <, (rlim_t) 1 << 30);
  }
  g_test_message ("refused %u times before there was room", n_refused);
  g_assert_cmpuint (n_refused, >, 3);
}

/* A signature that is no file is not waited for, not read for ever, and does not count as none. */
static void
test_signature_files (Fixture *fixture, gconstpointer data)
{
  static const char *const targets[] = { "/dev/zero", "signed.jsonl.minisig",
                                         "nowhere",   ".",
                                         "pipe",      NULL };
  g_autoptr (GFile) file =
    write_pack (fixture, "signed.jsonl",
                HEADER ("signed") "{\"type\":\"skill\",\"id\":\"a\",\"name\":\"A\",\"kind\":"
                                  "\"technology\"}\n");
  g_autofree char *beside = g_build_filename (fixture->folder, "signed.jsonl.minisig", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *before = describe_state (fixture);
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (GError) good = NULL;

  g_assert_no_errno (mkfifo (pipe, 0600));
  for (guint i = 0; targets[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;

    g_assert_no_errno (symlink (targets[i], beside));
    g_assert_null (import (fixture, file, &error));
    g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE);
    after = describe_state (fixture);
    g_assert_cmpstr (after, ==, before);
    g_unlink (beside);
  }
  summary = import (fixture, file, &good);
  g_assert_no_error (good);
  g_assert_cmpint (summary->signature.state, ==, BEARINGS_SIGNATURE_NONE);
}

/* SQL in every text: the tables stand, the words come back as they were, and are found. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = fixture_pack ();
  g_autoptr (GFile) file = hostile_pack_new (pack, fixture->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary = import (fixture, file, &error);
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (summary->changed, >, 20);
  claims = bearings_service_claims_list (fixture->service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (claims->len, ==, 3);
  for (guint i = 0; i < claims->len; i++) {
    const BearingsClaim *claim = claims->pdata[i];
    g_assert_true (g_str_has_prefix (claim->statement, HOSTILE));
  }
  hits = bearings_service_search (fixture->service, HOSTILE, NULL, 0, 50, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, >, 5);
}

/* Questions by the thousand, of hundreds of words, each pair to be compared. */
static void
test_many_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsSetCheck) check = bearings_set_check_new ();
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();

  for (guint i = 0; i < 3000; i++) {
    g_autoptr (BearingsItem) item = bearings_record_new (BEARINGS_RECORD_ITEM);
    g_autoptr (GString) prompt = g_string_new (NULL);

    for (guint j = 0; j < 300; j++) /* alike by half */
      g_string_append_printf (prompt, "word%u ", j % 2 == 0 ? j : i * 1000 + j);
    item->record.id = g_strdup_printf ("i%u", i);
    item->instrument = g_strdup ("i");
    item->prompt = g_strdup (prompt->str);
    bearings_set_check_record (check, &item->record, "many", i, "$");
  }
  bearings_set_check_finish (check, TRUE, problems, 100);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/service/hostile/no-room", test_no_room);
  FIXTURE_ADD ("/service/hostile/signature-files", test_signature_files);
  FIXTURE_ADD ("/service/hostile/words", test_words);
  FIXTURE_ADD ("/service/hostile/many-questions", test_many_questions);
  return g_test_run ();
}
