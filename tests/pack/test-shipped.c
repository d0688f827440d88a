/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped packs are one good set, and the occupations pack holds what its releases hold.
 * Arguments: the packs, the occupations pack first, and the examples of the documentation. */

#include <math.h>
#include <string.h>

#include "bearings-occupation.h"
#include "bearings-pack-validator.h"
#include "bearings-pack-writer.h"
#include "pack-fixture.h"

static GPtrArray *files; /* GFile */

static void
test_set (void)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;
  gboolean good =
    bearings_pack_validator_validate_in ((GFile *const *) files->pdata, files->len, NULL, NULL,
                                         NULL, problems, &summaries, NULL, &error);

  all = all_problems (problems);
  g_assert_cmpstr (all, ==, "");
  g_assert_no_error (error);
  g_assert_true (good);
  g_assert_cmpuint (summaries->len, ==, files->len);
}

typedef struct {
  guint alternate_titles, hot, in_demand, rated_data_scientist, unrated, suppressed, top_coded;
  guint with_wage, with_projection;
  GHashTable *wages, *projections;
  GPtrArray *socs;
  GString *python; /* occupations that have Python flagged hot and in demand */
} Facts;

static void
count_rating (Facts *facts, const BearingsRating *rating)
{
  if (rating->missing == BEARINGS_MISSING_SUPPRESSED) {
    g_assert_true (isnan (rating->value) && isnan (rating->se));
    facts->suppressed++;
  }
}

static gboolean
take_fact (BearingsRecord *owned,
           const BearingsPackPlace *place,
           gpointer user_data,
           GError **error)
{
  g_autoptr (BearingsRecord) record = owned;
  Facts *facts = user_data;

  switch (record->type->kind) {
  case BEARINGS_RECORD_OCCUPATION: {
    BearingsOccupation *occupation = (BearingsOccupation *) record;
    facts->alternate_titles += occupation->alternate_titles->len;
    facts->unrated += occupation->ratings_missing == BEARINGS_MISSING_NOT_PUBLISHED;
    g_ptr_array_add (facts->socs, g_strdup (occupation->soc));
    break;
  }
  case BEARINGS_RECORD_OCCUPATION_SKILL: {
    BearingsOccupationSkill *row = (BearingsOccupationSkill *) record;
    gboolean rated = row->hot == BEARINGS_UNKNOWN;
    facts->hot += row->hot == BEARINGS_YES;
    facts->in_demand += row->in_demand == BEARINGS_YES;
    facts->rated_data_scientist += rated && strcmp (row->occupation, "15-2051.00") == 0;
    count_rating (facts, &row->importance);
    count_rating (facts, &row->level);
    if (strcmp (row->skill, "python") == 0 && row->hot == BEARINGS_YES &&
        row->in_demand == BEARINGS_YES)
      g_string_append_printf (facts->python, "%s ", row->occupation);
    break;
  }
  case BEARINGS_RECORD_WAGE:
    g_hash_table_add (facts->wages, g_strdup (((BearingsWage *) record)->soc));
    break;
  case BEARINGS_RECORD_PROJECTION:
    g_hash_table_add (facts->projections, g_strdup (((BearingsProjection *) record)->soc));
    break;
  default:
    break;
  }
  return TRUE;
}

static void
test_occupations (void)
{
  static const BearingsPackHandler handler = { .record = take_fact };
  g_autoptr (GHashTable) wages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) projections =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) socs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) python = g_string_new (NULL);
  Facts facts = { .wages = wages, .projections = projections, .socs = socs, .python = python };
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rows;

  summary = bearings_pack_reader_read (g_ptr_array_index (files, 0), &handler, &facts, problems,
                                       NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (summary->info->id, ==, "occupations");
  g_assert_cmpint (summary->n_of_kind[BEARINGS_RECORD_OCCUPATION], ==, 1016);
  g_assert_cmpint (summary->n_of_kind[BEARINGS_RECORD_WAGE], ==, 830);
  g_assert_cmpint (summary->n_of_kind[BEARINGS_RECORD_PROJECTION], ==, 832);
  g_assert_cmpint (summary->n_of_kind[BEARINGS_RECORD_SKILL], ==, 8785 + 35 + 33);
  /* Flags of 32,773 pairs; ratings of 62,580 and 59,004 lines, two to a pair. */
  rows = summary->n_of_kind[BEARINGS_RECORD_OCCUPATION_SKILL];
  g_assert_cmpint (rows, ==, 32773 + (62580 + 59004) / 2);
  g_assert_cmpuint (facts.alternate_titles, ==, 56505);
  g_assert_cmpuint (facts.hot, ==, 11526);
  g_assert_cmpuint (facts.in_demand, ==, 2493);
  g_assert_cmpuint (facts.suppressed, ==, 147 + 4880);
  g_assert_cmpuint (facts.unrated, ==, 1016 - 894);
  g_assert_cmpuint (facts.rated_data_scientist, ==, 0);
  g_assert_nonnull (strstr (python->str, "15-2051.00 "));
  g_assert_nonnull (strstr (python->str, "15-1221.00 "));
  g_assert_nonnull (strstr (python->str, "15-1299.08 "));

  for (guint i = 0; i < socs->len; i++) {
    facts.with_wage += g_hash_table_contains (wages, g_ptr_array_index (socs, i));
    facts.with_projection += g_hash_table_contains (projections, g_ptr_array_index (socs, i));
  }
  /* Without wages: 19 military occupations, legislators, fishing and hunting workers. */
  g_assert_cmpuint (facts.with_wage, ==, 1016 - 21);
  g_assert_cmpuint (facts.with_projection, ==, 1016 - 19);
}

static gboolean
write_record (BearingsRecord *owned,
              const BearingsPackPlace *place,
              gpointer user_data,
              GError **error)
{
  g_autoptr (BearingsRecord) record = owned;
  return bearings_pack_writer_record (user_data, record, error);
}

static gboolean
write_header (const BearingsPackInfo *info, gpointer user_data, GError **error)
{
  return bearings_pack_writer_header (user_data, info, error);
}

/* Every shipped pack in JSON Lines is, byte for byte, what reading and writing it gives. */
static void
test_identity (void)
{
  static const BearingsPackHandler handler = { .header = write_header, .record = write_record };
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new (stream, BEARINGS_PACK_LINES, NULL);
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;

  summary = bearings_pack_reader_read (g_ptr_array_index (files, 0), &handler, writer, problems,
                                       NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_pack_writer_finish (writer, &error));
  sha256 = g_compute_checksum_for_data (
    G_CHECKSUM_SHA256, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpstr (sha256, ==, summary->sha256);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_path (argv[i]));
  g_test_add_func ("/pack/shipped/set", test_set);
  g_test_add_func ("/pack/shipped/occupations", test_occupations);
  g_test_add_func ("/pack/shipped/identity", test_identity);
  return g_test_run ();
}
