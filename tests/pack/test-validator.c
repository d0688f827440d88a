/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several packs as one set: ids and references. */

#include <glib/gstdio.h>
#include <string.h>

#include "bearings-pack-validator.h"
#include "pack-fixture.h"

#define PACK(id)                                                                                   \
  "{\"bearings_pack\":1,\"id\":\"" id "\",\"title\":\"T\",\"version\":\"1\","                      \
  "\"published\":\"2026-08-31\",\"publisher\":\"T\",\"licence\":\"CC0\"}\n"
#define MISSING CLAIM ("{\"missing\":\"not-stated\"}")
#define INSTRUMENT                                                                                 \
  "{\"type\":\"instrument\",\"id\":\"i\",\"version\":\"1\",\"title\":\"T\",\"purpose\":\"P\","     \
  "\"scales\":[{\"id\":\"one\",\"title\":\"One\"}],"                                               \
  "\"levels\":[{\"id\":\"l\",\"title\":\"L\",\"summary\":\"S\"}]}\n"
#define ITEM(id, scale)                                                                            \
  "{\"type\":\"item\",\"id\":\"" id "\",\"instrument\":\"i\",\"position\":1,\"scale\":\"" scale    \
  "\",\"kind\":\"self-report\",\"prompt\":\"P " id "\",\"seconds\":10,\"anchors\":["               \
  "{\"value\":0,\"text\":\"No\"},{\"value\":1,\"text\":\"Yes\"}]}\n"

typedef struct {
  char *dir;
  GPtrArray *files; /* GFile */
  GPtrArray *problems;
  GPtrArray *summaries;
  GError *error;
} Set;

static void
set_clear (Set *set)
{
  for (guint i = 0; i < set->files->len; i++)
    g_file_delete (g_ptr_array_index (set->files, i), NULL, NULL);
  g_rmdir (set->dir);
  g_free (set->dir);
  g_ptr_array_unref (set->files);
  g_ptr_array_unref (set->problems);
  g_clear_pointer (&set->summaries, g_ptr_array_unref);
  g_clear_error (&set->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, set_clear)

static gboolean
validate (Set *set, const char *const *packs, BearingsKnownFunc known, gpointer known_data)
{
  const BearingsPackWorld world = { .known = known, .user_data = known_data };

  set->dir = g_dir_make_tmp ("bearings-set-XXXXXX", NULL);
  set->files = g_ptr_array_new_with_free_func (g_object_unref);
  set->problems = bearings_problem_list_new ();
  for (guint i = 0; packs[i] != NULL; i++) {
    g_autofree char *name = g_strdup_printf ("%u.jsonl", i);
    g_autofree char *path = g_build_filename (set->dir, name, NULL);

    g_assert_true (g_file_set_contents (path, packs[i], -1, NULL));
    g_ptr_array_add (set->files, g_file_new_for_path (path));
  }
  return bearings_pack_validator_validate_in ((GFile *const *) set->files->pdata, set->files->len,
                                              &world, NULL, NULL, set->problems, &set->summaries,
                                              NULL, &set->error);
}

static void
assert_one_problem (const char *const *packs,
                    const char *code,
                    guint file,
                    guint line,
                    const char *path)
{
  g_auto (Set) set = { 0 };
  const BearingsProblem *problem;
  g_autofree char *name = g_strdup_printf ("%u.jsonl", file);
  g_autofree char *all = NULL;

  g_assert_false (validate (&set, packs, NULL, NULL));
  g_assert_error (set.error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID);
  all = all_problems (set.problems);
  if (set.problems->len != 1)
    g_error ("not one problem:\n%s", all);
  problem = g_ptr_array_index (set.problems, 0);
  g_assert_cmpstr (problem->code, ==, code);
  g_assert_true (g_str_has_suffix (problem->file, name));
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpstr (problem->path, ==, path);
}

static void
test_good (void)
{
  /* A reference may go to a later record, and to another file. */
  const char *packs[] = { PACK ("a") MISSING "\n", PACK ("b") SKILL "\n" SOURCE "\n", NULL };
  g_auto (Set) set = { 0 };
  const BearingsPackSummary *second;

  g_assert_true (validate (&set, packs, NULL, NULL));
  g_assert_no_error (set.error);
  g_assert_cmpuint (set.problems->len, ==, 0);
  g_assert_cmpuint (set.summaries->len, ==, 2);
  second = g_ptr_array_index (set.summaries, 1);
  g_assert_cmpstr (second->info->id, ==, "b");
  g_assert_cmpint (second->n_records, ==, 2);
}

static void
test_missing_reference (void)
{
  const char *packs[] = { PACK ("a") SKILL "\n" MISSING "\n", NULL };

  assert_one_problem (packs, "missing-reference", 0, 3, "$.source");
}

/* What is told at the end counts what each file has by itself and what they lack together. */
static void
test_count (void)
{
  const char *packs[] = { PACK ("a") SOURCE "\n{\"type\":\"skill\",\"id\":\"x\"}\n",
                          PACK ("b") SOURCE "\n", NULL };
  g_auto (Set) set = { 0 };
  guint n = 0;
  g_autofree char *expected = NULL;

  g_assert_false (validate (&set, packs, NULL, NULL));
  g_assert_error (set.error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID);
  for (guint i = 0; i < set.problems->len; i++)
    n += ((const BearingsProblem *) set.problems->pdata[i])->severity == BEARINGS_SEVERITY_ERROR;
  g_assert_cmpuint (n, >=, 2);
  expected = g_strdup_printf ("the packs are refused: %u errors were found", n);
  g_assert_cmpstr (set.error->message, ==, expected);
}

/* Every place that refers to a record that is not there is said, in the order of the file. */
static void
test_missing_everywhere (void)
{
  const char *packs[] = { PACK ("a") ITEM ("x", "one") ITEM ("y", "one") ITEM ("z", "one"), NULL };
  g_auto (Set) set = { 0 };

  g_assert_false (validate (&set, packs, NULL, NULL));
  g_assert_cmpuint (set.problems->len, ==, 3);
  for (guint i = 0; i < 3; i++) {
    const BearingsProblem *problem = g_ptr_array_index (set.problems, i);

    g_assert_cmpstr (problem->code, ==, "missing-reference");
    g_assert_cmpuint (problem->line, ==, 2 + i);
    g_assert_cmpstr (problem->path, ==, "$.instrument");
  }
}

static gboolean
knows_source (BearingsRecordKind kind, const char *id, gpointer user_data)
{
  ++*(guint *) user_data;
  return kind == BEARINGS_RECORD_SOURCE && strcmp (id, "s") == 0;
}

static void
test_known (void)
{
  const char *packs[] = { PACK ("a") MISSING "\n", NULL };
  g_auto (Set) set = { 0 };
  guint n = 0;

  g_assert_true (validate (&set, packs, knows_source, &n));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_duplicates (void)
{
  const char *one[] = { PACK ("a") SOURCE "\n" SKILL "\n" SOURCE "\n", NULL };
  const char *two[] = { PACK ("a") SOURCE "\n", PACK ("b") SOURCE "\n", NULL };
  const char *same[] = { PACK ("a") SOURCE "\n", PACK ("a") SKILL "\n", NULL };

  assert_one_problem (one, "duplicate-id", 0, 4, "$");
  assert_one_problem (two, "duplicate-id", 1, 2, "$");
  assert_one_problem (same, "duplicate-pack", 1, 1, "$.id");
}

/* Ids are unique within a kind: a source and a skill may have the same. */
static void
test_kinds_apart (void)
{
  const char *packs[] = { PACK ("a") SKILL
                          "\n{\"type\":\"source\",\"id\":\"python\",\"csl_type\":\"webpage\","
                          "\"title\":\"T\"}\n",
                          NULL };
  g_auto (Set) set = { 0 };

  g_assert_true (validate (&set, packs, NULL, NULL));
}

static void
test_scales (void)
{
  const char *good[] = { PACK ("a") ITEM ("x", "one") INSTRUMENT, NULL };
  const char *bad[] = { PACK ("a") INSTRUMENT ITEM ("x", "two"), NULL };
  g_auto (Set) set = { 0 };

  g_assert_true (validate (&set, good, NULL, NULL));
  assert_one_problem (bad, "missing-reference", 0, 3, "$.scale");
}

/* Eight items with the same bad scale are eight findings. */
static void
test_scales_everywhere (void)
{
  g_autoptr (GString) text = g_string_new (PACK ("a") INSTRUMENT);
  const char *packs[] = { NULL, NULL };
  g_auto (Set) set = { 0 };

  for (char id = 'a'; id < 'i'; id++)
    g_string_append_printf (text,
                            "{\"type\":\"item\",\"id\":\"%c\",\"instrument\":\"i\",\"position\":1,"
                            "\"scale\":\"two\",\"kind\":\"self-report\",\"prompt\":\"P %c\","
                            "\"seconds\":10,\"anchors\":[{\"value\":0,\"text\":\"No\"},"
                            "{\"value\":1,\"text\":\"Yes\"}]}\n",
                            id, id);
  packs[0] = text->str;
  g_assert_false (validate (&set, packs, NULL, NULL));
  g_assert_cmpuint (bearings_problem_list_count (set.problems, BEARINGS_SEVERITY_ERROR), ==, 8);
}

/* A record that is refused for itself is not also said to be missing. */
static void
test_flawed_is_not_missing (void)
{
  const char *packs[] = { PACK ("a") "{\"type\":\"source\",\"id\":\"s\",\"csl_type\":\"report\","
                                     "\"title\":7}\n" MISSING "\n",
                          NULL };
  const char *unreadable[] = { PACK ("a") "{\"type\":\"sour\n" MISSING "\n", NULL };

  assert_one_problem (packs, "wrong-type", 0, 2, "$.title");
  assert_one_problem (unreadable, "truncated", 0, 2, "$.type");
}

static void
test_unreadable_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/pack");
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
    bearings_pack_validator_validate_in (&file, 1, NULL, NULL, NULL, problems, NULL, NULL, &error));
  g_assert_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE);
  g_assert_nonnull (find_problem (problems, "not-found"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/validator/count", test_count);
  g_test_add_func ("/pack/validator/good", test_good);
  g_test_add_func ("/pack/validator/missing-reference", test_missing_reference);
  g_test_add_func ("/pack/validator/missing-everywhere", test_missing_everywhere);
  g_test_add_func ("/pack/validator/known", test_known);
  g_test_add_func ("/pack/validator/duplicates", test_duplicates);
  g_test_add_func ("/pack/validator/kinds-apart", test_kinds_apart);
  g_test_add_func ("/pack/validator/scales", test_scales);
  g_test_add_func ("/pack/validator/scales-everywhere", test_scales_everywhere);
  g_test_add_func ("/pack/validator/flawed-is-not-missing", test_flawed_is_not_missing);
  g_test_add_func ("/pack/validator/unreadable-file", test_unreadable_file);
  return g_test_run ();
}
