/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A centre's own files made into packs: job postings, a snapshot of retractions. */

#include <glib/gstdio.h>
#include <string.h>

#include "../kept-text.h"
#include "bearings-claims.h"
#include "bearings-occupation.h"
#include "bearings-pack-reader.h"
#include "bearings-postings-converter.h"
#include "bearings-retraction-converter.h"
#include "bearings-skill-counter.h"

typedef struct {
  char *dir;
  GFile *in, *out;
  GPtrArray *skills, *roles, *sources, *read;
  BearingsPackInfo *info;
} Fixture;

static void
add_skill (Fixture *fixture, const char *id, const char *name, const char *alias)
{
  BearingsSkill *skill = bearings_record_new (BEARINGS_RECORD_SKILL);

  skill->record.id = g_strdup (id);
  skill->name = g_strdup (name);
  skill->kind = BEARINGS_SKILL_TECHNOLOGY;
  if (alias != NULL)
    g_ptr_array_add (skill->aliases, g_strdup (alias));
  g_ptr_array_add (fixture->skills, skill);
}

static void
add_role (Fixture *fixture, const char *id, const char *title, const char *other)
{
  BearingsRole *role = bearings_record_new (BEARINGS_RECORD_ROLE);

  role->record.id = g_strdup (id);
  role->title = g_strdup (title);
  if (other != NULL)
    g_ptr_array_add (role->alternate_titles, g_strdup (other));
  g_ptr_array_add (fixture->roles, role);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;

  fixture->dir = g_dir_make_tmp ("bearings-local-XXXXXX", NULL);
  in = g_build_filename (fixture->dir, "in.csv", NULL);
  out = g_build_filename (fixture->dir, "out.bearings.jsonl", NULL);
  fixture->in = g_file_new_for_path (in);
  fixture->out = g_file_new_for_path (out);
  fixture->skills = g_ptr_array_new_with_free_func (bearings_record_unref);
  fixture->roles = g_ptr_array_new_with_free_func (bearings_record_unref);
  fixture->sources = g_ptr_array_new_with_free_func (bearings_record_unref);
  fixture->read = g_ptr_array_new_with_free_func (bearings_record_unref);
  fixture->info = bearings_pack_info_new ();
  fixture->info->id = g_strdup ("here");
  fixture->info->title = g_strdup ("Postings of this town");
  fixture->info->version = g_strdup ("1.0.0");
  fixture->info->published = g_strdup ("2026-01-31");
  fixture->info->publisher = g_strdup ("A centre");
  fixture->info->licence = g_strdup ("CC-BY-4.0");
  add_skill (fixture, "python", "Python", NULL);
  add_skill (fixture, "sql", "Structured query language SQL", NULL);
  add_skill (fixture, "transact-sql", "Transact-SQL T-SQL", NULL);
  add_skill (fixture, "pl-sql", "Procedural SQL", NULL);
  add_skill (fixture, "aws", "Amazon Web Services AWS software", NULL);
  add_skill (fixture, "c", "C", NULL);
  add_skill (fixture, "c-plus-plus", "C++", NULL);
  add_skill (fixture, "c-sharp", "C#", NULL);
  add_skill (fixture, "node-js", "Node.js", NULL);
  add_skill (fixture, "microsoft-excel", "Microsoft Excel", "Excel");
  add_skill (fixture, "r", "R", NULL);
  add_skill (fixture, "sql-server", "Microsoft SQL Server", "SQL Server");
  add_role (fixture, "engineer", "Data Engineer", "ETL Developer");
  add_role (fixture, "senior-engineer", "Senior Data Engineer", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_file_delete (fixture->in, NULL, NULL);
  g_file_delete (fixture->out, NULL, NULL);
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
  g_object_unref (fixture->in);
  g_object_unref (fixture->out);
  g_ptr_array_unref (fixture->skills);
  g_ptr_array_unref (fixture->roles);
  g_ptr_array_unref (fixture->sources);
  g_ptr_array_unref (fixture->read);
  bearings_pack_info_free (fixture->info);
}

static void
test_skills_in_text (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *skills; /* ids, sorted */
  } rows[] = {
    { "Python, SQL and C++.", "c-plus-plus python sql" },
    { "pythonic; mysql; CC", "" },
    { "You know C# or C.", "c c-sharp" },
    { "vitamin c, group r", "" },
    { "Experience with R and node.js", "node-js r" },
    { "R is where a sentence begins", "" },
    { "We excel at service. You know Excel.", "microsoft-excel" },
    { "Excel in your career", "" },
    { "microsoft excel", "microsoft-excel" },
    { "SQL Server", "sql-server" }, /* the longer name, not both */
    { "SQL; SQL Server", "sql sql-server" },
    { "structured  query\nlanguage sql", "sql" },
    { "AWS, Amazon Web Services", "aws" },
    { "Amazon", "" },
    { "(Python)/[SQL]", "python sql" },
    { "", "" },
  };
  g_autoptr (BearingsSkillCounter) counter = bearings_skill_counter_new (fixture->skills);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GList) ids = NULL;
    g_autoptr (GString) text = g_string_new (NULL);

    bearings_skill_counter_find (counter, rows[i].text, found);
    ids = g_list_sort (g_hash_table_get_keys (found), (GCompareFunc) strcmp);
    for (GList *at = ids; at != NULL; at = at->next)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (char *) at->data);
    if (!g_str_equal (text->str, rows[i].skills))
      g_error ("“%s” names “%s”, not “%s”", rows[i].text, text->str, rows[i].skills);
  }
}

/* A name two skills have counts for neither. */
static void
test_ambiguous (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsSkillCounter) counter = NULL;
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  add_skill (fixture, "snake", "Snake", "Python");
  counter = bearings_skill_counter_new (fixture->skills);
  bearings_skill_counter_find (counter, "Python and snake", found);
  g_assert_cmpuint (g_hash_table_size (found), ==, 1);
  g_assert_true (g_hash_table_contains (found, "snake"));
}

static gboolean
on_record (BearingsRecord *record, const BearingsPackPlace *place, gpointer data, GError **error)
{
  g_ptr_array_add (data, record);
  return TRUE;
}

static void
read_back (Fixture *fixture)
{
  static const BearingsPackHandler handler = { .record = on_record };
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsPackSummary) summary =
    bearings_pack_reader_read (fixture->out, &handler, fixture->read, problems, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (summary);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Every word of the pack that was made. */
static void
assert_kept (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (KEPT, name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_load_contents (fixture->out, NULL, &text, NULL, NULL, NULL));
  assert_kept_text (text, path, "BEARINGS_WRITE_KEPT");
}

static void
write_postings (Fixture *fixture, guint n)
{
  g_autoptr (GString) csv = g_string_new ("Date,Title,Country,Text\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "2025-%02u-01,\"Data Engineer, m/f\",%s,\"%s\"\n", i % 12 + 1,
                            i % 2 == 0 ? "DE" : "", i % 4 == 0 ? "Python and SQL" : "SQL only");
  g_string_append (csv, "2025-01-01,Baker,DE,Python\n");
  g_string_append (csv, "2025-01-01,Senior Data Engineer,DE,Python\n");
  g_string_append (csv, "2025-01-01,Data Engineer,DE,Nothing of that kind\n");
  g_file_replace_contents (fixture->in, csv->str, csv->len, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_postings (Fixture *fixture, gconstpointer data)
{
  BearingsPostingsInputs inputs = {
    .postings = fixture->in,
    .skills = fixture->skills,
    .roles = fixture->roles,
    .info = fixture->info,
    .place = "Leipzig",
    .population = "only postings of one site",
    .least = 30,
  };
  BearingsPostingsCounts counts;
  const BearingsPostingShare *all = NULL;
  g_autoptr (GError) error = NULL;

  write_postings (fixture, 60);
  g_assert_true (
    bearings_postings_converter_convert (&inputs, fixture->out, &counts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.postings, ==, 63);
  g_assert_cmpuint (counts.skipped, ==, 1);
  g_assert_cmpuint (counts.roles, ==, 1);
  g_assert_cmpuint (counts.left_out, ==, 1); /* the senior's */
  assert_kept (fixture, "postings.jsonl");
  read_back (fixture);
  g_assert_cmpuint (fixture->read->len, ==, 1 + counts.shares);
  for (guint i = 1; i < fixture->read->len; i++) {
    const BearingsPostingShare *share = g_ptr_array_index (fixture->read, i);
    if (g_str_equal (share->skill, "python") && g_str_equal (share->scope, "Leipzig"))
      all = share;
    g_assert_cmpstr (share->source, ==, "here");
    g_assert_cmpstr (share->year, ==, "2025");
  }
  g_assert_nonnull (all);
  g_assert_cmpstr (all->population, ==, "only postings of one site");
  g_assert_cmpint (all->k, ==, 15);
  g_assert_cmpint (all->n, ==, 60);
  g_assert_cmpint (all->n_postings, ==, 61);
  g_assert_cmpfloat_with_epsilon (all->share, 25, 1e-9);
  /* Wilson (1927) by hand for 15 of 60. */
  g_assert_cmpfloat_with_epsilon (all->low, 15.7765, 1e-3);
  g_assert_cmpfloat_with_epsilon (all->high, 37.2321, 1e-3);
}

static void
test_postings_refused (Fixture *fixture, gconstpointer data)
{
  BearingsPostingsInputs inputs = {
    .postings = fixture->in,
    .skills = fixture->skills,
    .roles = fixture->roles,
    .info = fixture->info,
    .place = "Leipzig",
    .population = "only postings of one site",
    .least = 30,
  };
  g_autoptr (GError) few = NULL;
  g_autoptr (GError) date = NULL;
  g_autoptr (GError) column = NULL;
  const char *bad = "title,text,date,country\nData Engineer,SQL,last week,DE\n";
  const char *other = "title,text,country\nData Engineer,SQL,DE\n";

  write_postings (fixture, 20);
  g_assert_false (bearings_postings_converter_convert (&inputs, fixture->out, NULL, NULL, &few));
  g_assert_error (few, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID);
  g_file_replace_contents (fixture->in, bad, strlen (bad), NULL, FALSE, 0, NULL, NULL, NULL);
  g_assert_false (bearings_postings_converter_convert (&inputs, fixture->out, NULL, NULL, &date));
  g_assert_nonnull (strstr (date->message, ":2:"));
  g_assert_nonnull (strstr (date->message, "last week"));
  g_file_replace_contents (fixture->in, other, strlen (other), NULL, FALSE, 0, NULL, NULL, NULL);
  g_assert_false (bearings_postings_converter_convert (&inputs, fixture->out, NULL, NULL, &column));
  g_assert_nonnull (strstr (column->message, "date"));
  g_assert_false (g_file_query_exists (fixture->out, NULL));
}

static void
add_source (Fixture *fixture, const char *id, const char *doi)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup (id);
  source->csl_type = g_strdup ("article-journal");
  source->title = g_strdup (id);
  source->doi = g_strdup (doi);
  g_ptr_array_add (fixture->sources, source);
}

static const BearingsSource *
find_source (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->read->len; i++)
    if (g_str_equal (((BearingsRecord *) fixture->read->pdata[i])->id, id))
      return g_ptr_array_index (fixture->read, i);
  return NULL;
}

static void
test_retractions (Fixture *fixture, gconstpointer data)
{
  static const char csv[] =
    "Record ID,Title,OriginalPaperDOI,RetractionDate,RetractionNature,Reason\n"
    "1,A,10.1000/A,3/9/2024 0:00,Retraction,+Error in Data;+Unreliable Results;\n"
    "2,A,10.1000/a,1/1/2023 0:00,Correction,+Error in Text;\n"
    "3,B,https://doi.org/10.1000/b,2020-05-01,Correction,\n"
    "4,C,10.1000/c,6/30/2021 0:00,Expression of concern,+Concerns about Image;\n"
    "5,D,10.1000/d,1/1/2020 0:00,Retraction,+Fraud;\n"
    "6,D,10.1000/d,1/1/2021 0:00,Reinstatement,\n"
    "7,Z,10.1000/elsewhere,1/1/2020 0:00,Retraction,+Fraud;\n";
  BearingsRetractionInputs inputs = {
    .snapshot = fixture->in,
    .sources = fixture->sources,
    .info = fixture->info,
    .date = "2026-11-01",
  };
  BearingsRetractionCounts counts;
  g_autoptr (GError) error = NULL;
  const BearingsSource *source;

  add_source (fixture, "a", "10.1000/A");
  add_source (fixture, "b", "10.1000/b");
  add_source (fixture, "c", "10.1000/c");
  add_source (fixture, "d", "10.1000/d");
  add_source (fixture, "e", "10.1000/e");
  add_source (fixture, "no-doi", NULL);
  g_file_replace_contents (fixture->in, csv, strlen (csv), NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_true (
    bearings_retraction_converter_convert (&inputs, fixture->out, &counts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.notices, ==, 7);
  g_assert_cmpuint (counts.sources, ==, 5);
  g_assert_cmpuint (counts.concerned, ==, 4);
  g_assert_cmpuint (counts.retracted, ==, 1);
  g_assert_cmpuint (counts.corrected, ==, 1);
  g_assert_cmpuint (counts.concern, ==, 1);
  assert_kept (fixture, "retractions.jsonl");
  read_back (fixture);
  g_assert_cmpuint (fixture->read->len, ==, 4);
  source = find_source (fixture, "a");
  g_assert_cmpint (source->state, ==, BEARINGS_SOURCE_RETRACTED);
  g_assert_cmpstr (source->state_date, ==, "2024-03-09");
  g_assert_nonnull (strstr (source->state_note, "2026-11-01"));
  g_assert_nonnull (strstr (source->state_note, "Error in Data; Unreliable Results"));
  g_assert_cmpint (find_source (fixture, "b")->state, ==, BEARINGS_SOURCE_CORRECTED);
  g_assert_cmpint (find_source (fixture, "c")->state, ==, 0);
  g_assert_nonnull (strstr (find_source (fixture, "c")->state_note, "Expression of concern"));
  g_assert_cmpint (find_source (fixture, "d")->state, ==, BEARINGS_SOURCE_CURRENT);
  g_assert_null (find_source (fixture, "e"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/local-converters/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("skills-in-text", test_skills_in_text);
  TEST ("ambiguous", test_ambiguous);
  TEST ("postings", test_postings);
  TEST ("postings-refused", test_postings_refused);
  TEST ("retractions", test_retractions);
  return g_test_run ();
}
