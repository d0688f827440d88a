/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The occupations pack out of official files, on small files of the same layout. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "../kept-text.h"
#include "bearings-claims.h"
#include "bearings-occupation.h"
#include "bearings-onet-converter.h"
#include "bearings-pack-validator.h"
#include "bearings-soc-crosswalk.h"
#include "pack-fixture.h"

static const char *fixtures; /* folder */

static const char *const onet_files[] = {
  "Alternate Titles.txt", "Job Zones.txt", "Knowledge.txt",
  "Occupation Data.txt",  "Read Me.txt",   "Related Occupations.txt",
  "Scales Reference.txt", "Skills.txt",    "Technology Skills.txt",
};

typedef struct {
  char *dir; /* own copy of the fixtures */
  GFile *onet, *oews, *projections, *out;
  BearingsOnetInputs inputs;
  BearingsOnetCounts counts;
  GError *error;
} Conversion;

static void
copy (const char *from, const char *to)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
conversion_init (Conversion *conversion)
{
  g_autofree char *onet = NULL;

  conversion->dir = g_dir_make_tmp ("bearings-convert-XXXXXX", NULL);
  onet = g_build_filename (conversion->dir, "onet", NULL);
  g_mkdir (onet, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (onet_files); i++) {
    g_autofree char *from = g_build_filename (fixtures, "onet", onet_files[i], NULL);
    g_autofree char *to = g_build_filename (onet, onet_files[i], NULL);
    copy (from, to);
  }
  for (guint i = 0; i < 2; i++) {
    const char *name = i == 0 ? "national_M2025.csv" : "projections_1_2.csv";
    g_autofree char *from = g_build_filename (fixtures, name, NULL);
    g_autofree char *to = g_build_filename (conversion->dir, name, NULL);
    copy (from, to);
  }
  conversion->onet = g_file_new_for_path (onet);
  conversion->oews = g_file_new_build_filename (conversion->dir, "national_M2025.csv", NULL);
  conversion->projections =
    g_file_new_build_filename (conversion->dir, "projections_1_2.csv", NULL);
  conversion->out = g_file_new_build_filename (conversion->dir, "out.bearings.jsonl", NULL);
  conversion->inputs = (BearingsOnetInputs) {
    .onet = conversion->onet,
    .oews = conversion->oews,
    .projections = conversion->projections,
    .version = "1.0.0",
    .published = "2026-08-31",
    .publisher = "Tests",
  };
}

static void
conversion_clear (Conversion *conversion)
{
  for (guint i = 0; i < G_N_ELEMENTS (onet_files); i++) {
    g_autoptr (GFile) file = g_file_get_child (conversion->onet, onet_files[i]);
    g_file_delete (file, NULL, NULL);
  }
  g_file_delete (conversion->onet, NULL, NULL);
  g_file_delete (conversion->oews, NULL, NULL);
  g_file_delete (conversion->projections, NULL, NULL);
  g_file_delete (conversion->out, NULL, NULL);
  g_assert_cmpint (g_rmdir (conversion->dir), ==, 0); /* nothing else was left behind */
  g_free (conversion->dir);
  g_object_unref (conversion->onet);
  g_object_unref (conversion->oews);
  g_object_unref (conversion->projections);
  g_object_unref (conversion->out);
  g_clear_error (&conversion->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conversion, conversion_clear)

static gboolean
convert (Conversion *conversion)
{
  return bearings_onet_converter_convert (&conversion->inputs, conversion->out, &conversion->counts,
                                          NULL, &conversion->error);
}

/* Replaces @old, which is there once, by @new in a file of the copy. */
static void
edit (Conversion *conversion, const char *name, const char *old, const char *new)
{
  g_autofree char *path = g_build_filename (conversion->dir, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  text = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (text, old, new, 0), ==, 1);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static gboolean
keep_record (BearingsRecord *record,
             const BearingsPackPlace *place,
             gpointer user_data,
             GError **error)
{
  char *name = g_strdup_printf ("%s %s", record->type->name, record->id);

  g_hash_table_insert (user_data, name, record);
  return TRUE;
}

static GHashTable *
read_records (Conversion *conversion)
{
  static const BearingsPackHandler handler = { .record = keep_record };
  g_autoptr (GHashTable) records =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bearings_record_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autofree char *all = NULL;

  summary = bearings_pack_reader_read (conversion->out, &handler, records, problems, NULL,
                                       &conversion->error);
  all = all_problems (problems);
  g_assert_cmpstr (all, ==, "");
  g_assert_no_error (conversion->error);
  return g_steal_pointer (&records);
}

static void
test_counts (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();

  conversion_init (&conversion);
  convert (&conversion);
  g_assert_no_error (conversion.error);
  g_assert_cmpuint (conversion.counts.occupations, ==, 9);
  g_assert_cmpuint (conversion.counts.alternate_titles, ==, 21);
  g_assert_cmpuint (conversion.counts.skills, ==, 6 + 3 + 2);
  g_assert_cmpuint (conversion.counts.flags, ==, 23);
  g_assert_cmpuint (conversion.counts.ratings, ==, 7 * 5);
  g_assert_cmpuint (conversion.counts.suppressed, ==, 2);
  g_assert_cmpuint (conversion.counts.without_ratings, ==, 2);
  g_assert_cmpuint (conversion.counts.wages, ==, 7);
  g_assert_cmpuint (conversion.counts.projections, ==, 8);
  g_assert_cmpuint (conversion.counts.with_wage, ==, 7);
  g_assert_cmpuint (conversion.counts.with_projection, ==, 8);
  g_assert_true (bearings_pack_validator_validate_in (&conversion.out, 1, NULL, NULL, NULL,
                                                      problems, NULL, NULL, &conversion.error));
}

static void
test_occupations (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GHashTable) records = NULL;
  BearingsOccupation *occupation;
  BearingsRelatedOccupation *related;
  BearingsSkill *skill;
  BearingsOccupationSkill *row;

  conversion_init (&conversion);
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);

  occupation = g_hash_table_lookup (records, "occupation 15-2051.00");
  g_assert_cmpstr (occupation->title, ==, "Data Scientists");
  g_assert_cmpint (occupation->job_zone, ==, 4);
  g_assert_cmpstr (occupation->job_zone_basis, ==, "Analyst - Preliminary");
  g_assert_cmpint (occupation->ratings_missing, ==, BEARINGS_MISSING_NOT_PUBLISHED);
  g_assert_cmpuint (occupation->alternate_titles->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (occupation->alternate_titles, 2), ==,
                   "Machine Learning Engineer");
  related = g_ptr_array_index (occupation->related, 0);
  g_assert_cmpstr (related->occupation, ==, "15-1221.00");
  g_assert_cmpstr (related->tier, ==, "Primary-Long");
  g_assert_cmpint (related->position, ==, 8);
  occupation = g_hash_table_lookup (records, "occupation 15-1221.00");
  g_assert_cmpint (occupation->ratings_missing, ==, 0);
  occupation = g_hash_table_lookup (records, "occupation 55-3016.00");
  g_assert_false (bearings_record_integer_is_set (occupation->job_zone));

  skill = g_hash_table_lookup (records, "skill c-plus-plus");
  g_assert_cmpstr (skill->name, ==, "C++");
  g_assert_cmpint (skill->kind, ==, BEARINGS_SKILL_TECHNOLOGY);
  skill = g_hash_table_lookup (records, "skill atlassian-jira");
  g_assert_cmpstr (skill->category, ==, "Content workflow software"); /* given twice of three */
  skill = g_hash_table_lookup (records, "skill 2.C.3.a");
  g_assert_cmpint (skill->kind, ==, BEARINGS_SKILL_KNOWLEDGE);

  row = g_hash_table_lookup (records, "occupation-skill 15-1221.00/python");
  g_assert_cmpint (row->hot, ==, BEARINGS_YES);
  g_assert_cmpint (row->in_demand, ==, BEARINGS_YES);
  g_assert_cmpstr (row->source, ==, "onet-30-1");
  row = g_hash_table_lookup (records, "occupation-skill 15-1221.00/c-sharp");
  g_assert_cmpint (row->in_demand, ==, BEARINGS_NO);
}

static void
test_ratings (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GHashTable) records = NULL;
  BearingsOccupationSkill *row;

  conversion_init (&conversion);
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);

  row = g_hash_table_lookup (records, "occupation-skill 15-1221.00/2.B.3.e");
  g_assert_cmpfloat (row->importance.value, ==, 3.62);
  g_assert_cmpfloat (row->level.se, ==, 0.189);
  g_assert_cmpfloat (row->level.high, ==, 4.8704);
  g_assert_cmpint (row->level.n, ==, 8);
  g_assert_cmpint (row->level.not_relevant, ==, BEARINGS_NO);
  g_assert_cmpint (row->importance.not_relevant, ==, BEARINGS_UNKNOWN);
  g_assert_cmpstr (row->date, ==, "2019-08");
  g_assert_cmpstr (row->basis, ==, "Analyst");
  g_assert_cmpint (row->hot, ==, BEARINGS_UNKNOWN);

  /* What the release recommends to suppress has no value, and no error either. */
  row = g_hash_table_lookup (records, "occupation-skill 15-1221.00/2.C.2.b");
  g_assert_cmpfloat (row->importance.value, ==, 1.05);
  g_assert_true (isnan (row->level.value) && isnan (row->level.se) && isnan (row->level.low));
  g_assert_cmpint (row->level.missing, ==, BEARINGS_MISSING_SUPPRESSED);
  g_assert_cmpint (row->level.not_relevant, ==, BEARINGS_YES);

  /* Some panels publish no error at all. */
  row = g_hash_table_lookup (records, "occupation-skill 15-1299.08/2.C.3.a");
  g_assert_cmpfloat (row->importance.value, ==, 4.91);
  g_assert_true (isnan (row->importance.se) && isnan (row->importance.low));
  g_assert_null (g_hash_table_lookup (records, "occupation-skill 15-2051.00/2.B.3.e"));
}

/* Other releases write "n/a" where this one leaves a cell empty. */
static void
test_not_available (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GHashTable) records = NULL;
  BearingsOccupationSkill *row;

  conversion_init (&conversion);
  edit (&conversion, "onet/Skills.txt", "3.38\t8\t0.183\t3.0164\t3.7336\tN\t\t07/2013",
        "3.38\tn/a\tn/a\tn/a\tn/a\tN\tn/a\t07/2013");
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);
  row = g_hash_table_lookup (records, "occupation-skill 13-1021.00/2.A.1.a");
  g_assert_cmpfloat (row->importance.value, ==, 3.38);
  g_assert_false (bearings_record_integer_is_set (row->importance.n));
  g_assert_true (isnan (row->importance.se) && isnan (row->importance.low) &&
                 isnan (row->importance.high));
  g_assert_cmpint (row->importance.not_relevant, ==, BEARINGS_UNKNOWN);
  g_assert_cmpfloat (row->level.value, ==, 3.5);
}

static void
test_wages (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GHashTable) records = NULL;
  BearingsWage *wage;
  BearingsSource *source;

  conversion_init (&conversion);
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);

  wage = g_hash_table_lookup (records, "wage 15-2051/US/2025-05");
  g_assert_cmpfloat (wage->median.value, ==, 120230);
  g_assert_cmpfloat (wage->employment.value, ==, 262440); /* "262,440" */
  g_assert_cmpfloat (wage->mean_prse, ==, 0.7);
  g_assert_cmpstr (wage->unit, ==, "USD per year");
  wage = g_hash_table_lookup (records, "wage 27-2011/US/2025-05");
  g_assert_cmpstr (wage->unit, ==, "USD per hour");
  g_assert_cmpfloat (wage->median.value, ==, 29.05);

  /* "#" is not a number, only a limit. */
  wage = g_hash_table_lookup (records, "wage 29-1211/US/2025-05");
  g_assert_true (isnan (wage->median.value));
  g_assert_cmpint (wage->median.missing, ==, BEARINGS_MISSING_TOP_CODED);
  g_assert_cmpfloat (wage->median.limit, ==, 239200);
  g_assert_cmpfloat (wage->p25.value, ==, 207000);
  g_assert_cmpint (wage->employment.missing, ==, BEARINGS_MISSING_NOT_AVAILABLE);
  g_assert_true (isnan (wage->employment_prse));

  wage = g_hash_table_lookup (records, "wage 21-1018/US/2025-05");
  g_assert_cmpstr (wage->title, ==,
                   "Substance Abuse, Behavioral Disorder, and Mental Health Counselors");
  g_assert_null (g_hash_table_lookup (records, "wage 21-1010/US/2025-05"));
  source = g_hash_table_lookup (records, "source bls-oews-2025-05");
  g_assert_nonnull (source->attribution);
}

static void
test_projections (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GHashTable) records = NULL;
  BearingsProjection *projection;

  conversion_init (&conversion);
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);

  projection = g_hash_table_lookup (records, "projection 15-2051/2024-34");
  g_assert_cmpstr (projection->title, ==, "Data scientists");
  g_assert_cmpfloat (projection->employment_base, ==, 245.9);
  g_assert_cmpfloat (projection->employment_projected, ==, 328.3);
  g_assert_cmpfloat (projection->change_percent, ==, 33.5);
  g_assert_cmpfloat (projection->openings.value, ==, 23.4);
  g_assert_cmpstr (projection->education, ==, "Bachelor's degree");
  projection = g_hash_table_lookup (records, "projection 15-1299/2024-34");
  g_assert_cmpstr (projection->title, ==, "Computer occupations, all other");
  projection = g_hash_table_lookup (records, "projection 45-3031/2024-34");
  g_assert_cmpint (projection->openings.missing, ==, BEARINGS_MISSING_NOT_AVAILABLE);
  g_assert_cmpfloat (projection->change_percent, ==, -4.6);
  g_assert_null (g_hash_table_lookup (records, "projection 00-0000/2024-34"));
}

/* Occupations that have figures only together with others carry the code of the group. */
static void
test_codes (void)
{
  static const struct {
    const char *occupation, *soc;
  } cases[] = {
    { "occupation 13-1021.00", "13-1020" }, { "occupation 21-1014.00", "21-1018" },
    { "occupation 15-1299.08", "15-1299" }, { "occupation 29-1211.00", "29-1211" },
    { "occupation 45-3031.00", "45-3031" }, { "occupation 55-3016.00", "55-3016" },
  };
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GHashTable) records = NULL;

  conversion_init (&conversion);
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    BearingsOccupation *occupation = g_hash_table_lookup (records, cases[i].occupation);
    g_assert_cmpstr (occupation->soc, ==, cases[i].soc);
  }
}

static void
test_crosswalk (void)
{
  g_autoptr (GHashTable) published = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (published, "13-1020");
  g_hash_table_add (published, "21-1012");
  g_hash_table_add (published, "21-1018");
  g_hash_table_add (published, "29-1022");
  g_hash_table_add (published, "51-2028");
  g_hash_table_add (published, "51-2029");
  g_hash_table_add (own, "13-1022");
  g_hash_table_add (own, "21-1012");
  g_hash_table_add (own, "21-1014");
  g_hash_table_add (own, "29-1022");
  g_assert_cmpstr (bearings_soc_crosswalk_published ("29-1022", published, own), ==, "29-1022");
  g_assert_cmpstr (bearings_soc_crosswalk_published ("13-1022", published, own), ==, "13-1020");
  g_assert_cmpstr (bearings_soc_crosswalk_published ("21-1014", published, own), ==, "21-1018");
  /* Two codes that no occupation has: which one it is cannot be told. */
  g_assert_cmpstr (bearings_soc_crosswalk_published ("51-2022", published, own), ==, "51-2022");
  g_assert_cmpstr (bearings_soc_crosswalk_published ("55-3016", published, own), ==, "55-3016");
}

static void
test_skill_ids (void)
{
  static const struct {
    const char *name, *id;
  } cases[] = {
    { "Python", "python" },
    { "Apache Spark", "apache-spark" },
    { "C++", "c-plus-plus" },
    { "C#", "c-sharp" },
    { "Notepad++ editor", "notepad-plus-plus-editor" },
    { "  .NET (4.8)  ", "net-4-8" },
    { "IBM SPSS Statistics", "ibm-spss-statistics" },
    { "+", "plus" },
    { "…", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *id = bearings_onet_converter_skill_id (cases[i].name);
    g_assert_cmpstr (id, ==, cases[i].id);
  }
}

static void
test_same_skill_twice (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GHashTable) records = NULL;
  BearingsSkill *skill;
  BearingsOccupationSkill *row;

  conversion_init (&conversion);
  edit (&conversion, "onet/Technology Skills.txt",
        "21-1014.00\tMicrosoft Excel\t43232110\tSpreadsheet software\tY\tN",
        "21-1014.00\tMicrosoft Excel\t43232110\tSpreadsheet software\tY\tN\r\n"
        "21-1014.00\tMicrosoft-EXCEL\t43232110\tSpreadsheet software\tN\tY");
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);
  skill = g_hash_table_lookup (records, "skill microsoft-excel");
  g_assert_cmpuint (skill->aliases->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (skill->aliases, 0), ==, "Microsoft-EXCEL");
  row = g_hash_table_lookup (records, "occupation-skill 21-1014.00/microsoft-excel");
  g_assert_cmpint (row->hot, ==, BEARINGS_YES);
  g_assert_cmpint (row->in_demand, ==, BEARINGS_YES);
}

/* Equal inputs give equal bytes; without wages and outlook there is still a pack. */
static void
test_repeatable (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autofree char *first = NULL, *second = NULL;

  conversion_init (&conversion);
  g_assert_true (convert (&conversion));
  g_assert_true (
    g_file_load_contents (conversion.out, NULL, &first, NULL, NULL, &conversion.error));
  assert_kept_text (first, KEPT "/occupations.jsonl", "BEARINGS_WRITE_KEPT");
  g_assert_true (convert (&conversion));
  g_assert_true (
    g_file_load_contents (conversion.out, NULL, &second, NULL, NULL, &conversion.error));
  g_assert_cmpstr (first, ==, second);

  conversion.inputs.oews = conversion.inputs.projections = NULL;
  g_assert_true (convert (&conversion));
  g_assert_cmpuint (conversion.counts.wages, ==, 0);
  g_assert_cmpuint (conversion.counts.with_projection, ==, 0);
}

static void
test_bad_files (void)
{
  static const struct {
    const char *file, *old, *new, *message; /* a part of it */
  } cases[] = {
    { "onet/Read Me.txt", "O*NET 30.1 Database", "Something", "Read Me.txt:1: " },
    { "onet/Occupation Data.txt", "Title", "Titel", "Occupation Data.txt:1: " },
    { "onet/Occupation Data.txt", "27-2011.00", "27-2011", "Occupation Data.txt:7: " },
    { "onet/Occupation Data.txt", "27-2011.00", "15-2051.00", "Occupation Data.txt:7: " },
    { "onet/Occupation Data.txt", "Actors\t", "Actors", "Occupation Data.txt:7: " },
    { "onet/Alternate Titles.txt", "27-2011.00\tActor\t", "27-2012.00\tActor\t",
      "Alternate Titles.txt:15: " },
    { "onet/Job Zones.txt", "15-1221.00\t5", "15-1221.00\t6", "Job Zones.txt:3: " },
    { "onet/Related Occupations.txt", "Primary-Long\t6", "Primary-Long\tx",
      "Related Occupations.txt:3: index: " },
    { "onet/Related Occupations.txt", "15-2051.00\t15-1221.00", "15-2051.00\t15-9999.00",
      "Related Occupations.txt:4: " },
    /* A row that ends too soon, in each of the tables. */
    { "onet/Related Occupations.txt", "15-2051.00\t15-1221.00\tPrimary-Long\t8",
      "15-2051.00\t15-1221.00\tPrimary-Long", "Related Occupations.txt:4: " },
    { "onet/Technology Skills.txt", "Atlassian JIRA\t43231507\tProject management software\tY",
      "Atlassian JIRA\t43231507\tProject management software\t?",
      "Technology Skills.txt:2: hot technology: " },
    { "onet/Skills.txt", "3.38\t8", "3.38x\t8", "Skills.txt:2: data value: " },
    { "onet/Skills.txt", "LV\tLevel\t3.5\t", "XX\tLevel\t3.5\t", "Skills.txt:3: scale id: " },
    { "onet/Skills.txt", "LV\tLevel\t3.5\t", "IM\tImportance\t3.5\t", "Skills.txt:3: " },
    { "onet/Scales Reference.txt", "LV\tLevel\t0\t7", "LV\tLevel\t0\t9",
      "Scales Reference.txt:3: " },
    { "national_M2025.csv", "15-2051,Data Scientists", "15-2051,\"Data Scientists",
      "national_M2025.csv:7: " },
    { "national_M2025.csv", "85660", "many", "national_M2025.csv:7: a_pct25: " },
    { "national_M2025.csv", "Data Scientists,", "Data Scientists", "national_M2025.csv:7: " },
    { "projections_1_2.csv", "245.9", "x", "projections_1_2.csv:6: employment, 2024: " },
    { "projections_1_2.csv", "Occupation type", "Type", "projections_1_2.csv:1: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Conversion) conversion = { 0 };

    conversion_init (&conversion);
    edit (&conversion, cases[i].file, cases[i].old, cases[i].new);
    g_assert_false (convert (&conversion));
    g_assert_error (conversion.error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT);
    if (strstr (conversion.error->message, cases[i].message) == NULL)
      g_error ("case %u: “%s” is not in “%s”", i, cases[i].message, conversion.error->message);
    g_assert_false (g_file_query_exists (conversion.out, NULL));
  }
}

static void
test_missing_files (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GFile) skills = NULL;
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/nonexistent");

  conversion_init (&conversion);
  skills = g_file_get_child (conversion.onet, "Skills.txt");
  g_assert_true (g_file_delete (skills, NULL, NULL));
  g_assert_false (convert (&conversion));
  g_assert_nonnull (strstr (conversion.error->message, "Skills.txt"));
  g_clear_error (&conversion.error);

  conversion.inputs.onet = elsewhere;
  g_assert_false (convert (&conversion));
  g_assert_nonnull (strstr (conversion.error->message, "/nonexistent/Read Me.txt"));
  g_clear_error (&conversion.error);
}

/* The year of the wages is in the file's name, or is given. */
static void
test_period (void)
{
  g_auto (Conversion) conversion = { 0 };
  g_autoptr (GFile) renamed = NULL;
  g_autoptr (GHashTable) records = NULL;

  conversion_init (&conversion);
  renamed = g_file_get_child (conversion.onet, "wages.csv");
  g_assert_true (g_file_copy (conversion.oews, renamed, 0, NULL, NULL, NULL, NULL));
  conversion.inputs.oews = renamed;
  g_assert_false (convert (&conversion));
  g_assert_error (conversion.error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT);
  g_clear_error (&conversion.error);
  conversion.inputs.oews_period = "2024-05";
  g_assert_true (convert (&conversion));
  records = read_records (&conversion);
  g_assert_nonnull (g_hash_table_lookup (records, "wage 15-2051/US/2024-05"));
  g_file_delete (renamed, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixtures = argv[1];
  g_test_add_func ("/pack/converter/counts", test_counts);
  g_test_add_func ("/pack/converter/occupations", test_occupations);
  g_test_add_func ("/pack/converter/ratings", test_ratings);
  g_test_add_func ("/pack/converter/not-available", test_not_available);
  g_test_add_func ("/pack/converter/wages", test_wages);
  g_test_add_func ("/pack/converter/projections", test_projections);
  g_test_add_func ("/pack/converter/codes", test_codes);
  g_test_add_func ("/pack/converter/crosswalk", test_crosswalk);
  g_test_add_func ("/pack/converter/skill-ids", test_skill_ids);
  g_test_add_func ("/pack/converter/same-skill-twice", test_same_skill_twice);
  g_test_add_func ("/pack/converter/repeatable", test_repeatable);
  g_test_add_func ("/pack/converter/bad-files", test_bad_files);
  g_test_add_func ("/pack/converter/missing-files", test_missing_files);
  g_test_add_func ("/pack/converter/period", test_period);
  return g_test_run ();
}
