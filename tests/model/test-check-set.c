/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only a look at a whole pack shows: duplicates in other words, numbers in prose. */

#include "bearings-check-set.h"
#include "bearings-claims.h"
#include "bearings-instrument.h"

typedef struct {
  BearingsSetCheck *check;
  guint line;
} Pack;

static void
add (Pack *pack, BearingsRecord *record)
{
  g_autofree char *path = g_strdup_printf ("$.records[%u]", pack->line);

  bearings_set_check_record (pack->check, record, "p.json", ++pack->line, path);
  bearings_record_unref (record);
}

static void
add_item (Pack *pack, const char *id, const char *prompt, const char *code)
{
  BearingsItem *item = bearings_record_new (BEARINGS_RECORD_ITEM);

  item->record.id = g_strdup (id);
  item->instrument = g_strdup ("i");
  item->prompt = g_strdup (prompt);
  item->code = g_strdup (code);
  add (pack, &item->record);
}

static void
add_source (Pack *pack, const char *id, const char *title, const char *issued, const char *doi)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup (id);
  source->title = g_strdup (title);
  source->issued = g_strdup (issued);
  source->doi = g_strdup (doi);
  g_ptr_array_add (source->authors, g_strdup ("A. Writer"));
  add (pack, &source->record);
}

static void
add_claim (Pack *pack, const char *id, const char *statement, double value)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup (id);
  claim->statement = g_strdup (statement);
  claim->finding.value = value;
  add (pack, &claim->record);
}

/* "code line path" of each finding, one a line. */
static char *
finish (Pack *pack, gboolean complete)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  GString *text = g_string_new (NULL);

  bearings_set_check_finish (pack->check, complete, problems, 100);
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];
    g_assert_cmpint (problem->severity, ==, BEARINGS_SEVERITY_WARNING);
    g_string_append_printf (text, "%s %u %s\n", problem->code, problem->line, problem->path);
  }
  bearings_set_check_free (pack->check);
  return g_string_free_and_steal (text);
}

static void
test_questions (void)
{
  Pack pack = { bearings_set_check_new (), 0 };
  g_autofree char *found = NULL;

  add_item (&pack, "a", "Which of these words names a number that cannot change?", NULL);
  add_item (&pack, "b", "Which of these words names a NUMBER, that cannot change", NULL);
  add_item (&pack, "c", "Which of these files holds the settings of the program?", NULL);
  add_item (&pack, "d", "What does it print?", "print(1)");
  add_item (&pack, "e", "What does it print?", "print(2)");
  add_item (&pack, "f", "What does it print?", "print(2)");
  found = finish (&pack, TRUE);
  g_assert_cmpstr (found, ==,
                   "duplicate-question 2 $.records[1]\n"
                   "duplicate-question 6 $.records[5]\n");
}

static void
test_sources (void)
{
  Pack pack = { bearings_set_check_new (), 0 };
  BearingsStudy *study = bearings_record_new (BEARINGS_RECORD_STUDY);
  g_autofree char *found = NULL;

  add_source (&pack, "a", "Skills and Pay", "2020-05", NULL);
  add_source (&pack, "b", "Skills and pay.", "2020", NULL);
  add_source (&pack, "c", "Skills and pay", "2021", NULL);
  add_source (&pack, "d", "One", "2021", "10.1000/X1");
  add_source (&pack, "e", "Two", "2022", "10.1000/x1");
  add_source (&pack, "f", "Preprint", "2022", "10.1000/x2");
  add_source (&pack, "g", "Article", "2022", "10.1000/x2");
  study->record.id = g_strdup ("s");
  g_ptr_array_add (study->sources, g_strdup ("f"));
  g_ptr_array_add (study->sources, g_strdup ("g"));
  add (&pack, &study->record);
  found = finish (&pack, TRUE);
  g_assert_cmpstr (found, ==,
                   "duplicate-source 2 $.records[1]\n"
                   "duplicate-source 5 $.records[4]\n");
}

static void
test_prose (void)
{
  Pack pack = { bearings_set_check_new (), 0 };
  g_autofree char *found = NULL;

  add_claim (&pack, "a", "Of those asked, 42 % use it.", 42);
  add_claim (&pack, "b", "Of those asked, 43 % use it.", 42);
  add_claim (&pack, "c", "The share rose above .", 1);
  add_claim (&pack, "d", "A 95 % interval in 2024, with n = 77.", 1);
  found = finish (&pack, TRUE);
  g_assert_nonnull (strstr (found, "unbacked-figure 2 $.records[1].statement\n"));
  g_assert_nonnull (strstr (found, "blank-number 3 $.records[2].statement\n"));
  g_assert_null (strstr (found, " 1 "));
  g_assert_null (strstr (found, " 4 "));
}

/* What people say without a source backs nothing. */
static void
test_popular_number (void)
{
  Pack pack = { bearings_set_check_new (), 0 };
  BearingsRegisterEntry *entry = bearings_record_new (BEARINGS_RECORD_REGISTER_ENTRY);
  g_autofree char *found = NULL;

  entry->record.id = g_strdup ("popular");
  entry->popular_wording = g_strdup ("Three quarters of them use it.");
  entry->number = 75;
  add (&pack, &entry->record);
  add_claim (&pack, "a", "Of those asked, 75 % use it.", 42);
  found = finish (&pack, TRUE);
  g_assert_cmpstr (found, ==, "unbacked-figure 2 $.records[1].statement\n");
}

/* A number may stand in a record that was not read again. */
static void
test_incomplete (void)
{
  Pack pack = { bearings_set_check_new (), 0 };
  g_autofree char *found = NULL;

  add_claim (&pack, "b", "Of those asked, 43 % use it.", 42);
  found = finish (&pack, FALSE);
  g_assert_cmpstr (found, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/check-set/questions", test_questions);
  g_test_add_func ("/model/check-set/sources", test_sources);
  g_test_add_func ("/model/check-set/prose", test_prose);
  g_test_add_func ("/model/check-set/popular-number", test_popular_number);
  g_test_add_func ("/model/check-set/incomplete", test_incomplete);
  return g_test_run ();
}
