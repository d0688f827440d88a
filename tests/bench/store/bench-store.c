/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time and memory of imports and searches: bench-store [PACK...] */

#include <stdlib.h>
#include <sys/resource.h>

#include "bearings-catalogue.h"
#include "bearings-import.h"
#include "bearings-pack-reader.h"

static double
seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

/* Most memory the process ever had, in MB. */
static double
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static void
check (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

typedef struct {
  BearingsPackInfo *info;
  char *sha256;
  GPtrArray *records;
} Pack;

static void
pack_free (gpointer data)
{
  Pack *pack = data;

  bearings_pack_info_free (pack->info);
  g_ptr_array_unref (pack->records);
  g_free (pack->sha256);
  g_free (pack);
}

static Pack *
pack_new (const char *id)
{
  Pack *pack = g_new0 (Pack, 1);

  pack->info = bearings_pack_info_new ();
  pack->info->id = g_strdup (id);
  pack->info->version = g_strdup ("1");
  pack->records = g_ptr_array_new_with_free_func (bearings_record_unref);
  return pack;
}

static gboolean
keep (BearingsRecord *record, const BearingsPackPlace *place, gpointer data, GError **error)
{
  g_ptr_array_add (((Pack *) data)->records, record);
  return TRUE;
}

static Pack *
pack_read (const char *path)
{
  const BearingsPackHandler handler = { .record = keep };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary = NULL;
  GError *error = NULL;
  Pack *pack = pack_new ("");

  summary = bearings_pack_reader_read (file, &handler, pack, problems, NULL, &error);
  check (error);
  g_set_str (&pack->info->id, summary->info->id);
  return pack;
}

/* Occupations with 60 alternate titles and 90 skills each, as O*NET's are. */
static Pack *
pack_make (guint n_occupations)
{
  Pack *pack = pack_new ("generated");
  guint n_skills = n_occupations * 9;
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup ("s");
  source->csl_type = g_strdup ("dataset");
  source->title = g_strdup ("Source");
  g_ptr_array_add (pack->records, source);
  for (guint i = 0; i < n_skills; i++) {
    BearingsSkill *skill = bearings_record_new (BEARINGS_RECORD_SKILL);

    skill->record.id = g_strdup_printf ("skill-%u", i);
    skill->name = g_strdup_printf ("Skill with the number %u", i);
    skill->kind = BEARINGS_SKILL_TECHNOLOGY;
    g_ptr_array_add (pack->records, skill);
  }
  for (guint i = 0; i < n_occupations; i++) {
    BearingsOccupation *occupation = bearings_record_new (BEARINGS_RECORD_OCCUPATION);

    occupation->record.id = g_strdup_printf ("%02u-%04u.00", i / 10000, i % 10000);
    occupation->title = g_strdup_printf ("Occupation %u", i);
    occupation->soc = g_strndup (occupation->record.id, 7);
    occupation->source = g_strdup ("s");
    for (guint j = 0; j < 60; j++)
      g_ptr_array_add (occupation->alternate_titles, g_strdup_printf ("Title %u of %u", j, i));
    g_ptr_array_add (pack->records, occupation);
    for (guint j = 0; j < 90; j++) {
      BearingsOccupationSkill *row = bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);

      row->occupation = g_strdup (occupation->record.id);
      row->skill = g_strdup_printf ("skill-%u", (i * 7 + j * 11) % n_skills);
      row->hot = j % 3 == 0;
      row->importance.value = 1 + (j % 40) / 10.0;
      row->importance.n = 20 + j;
      row->source = g_strdup ("s");
      bearings_record_make_id (&row->record);
      g_ptr_array_add (pack->records, row);
    }
  }
  return pack;
}

/* Imports the packs in one transaction, as they may refer to each other. */
static double
import (BearingsCatalogue *catalogue, Pack *const *packs, guint n_packs)
{
  GError *error = NULL;
  double start = seconds ();
  g_autoptr (BearingsImport) job = bearings_import_begin (catalogue, &error);
  g_autoptr (GPtrArray) summaries = NULL;
  guint n_records = 0;

  check (error);
  for (guint i = 0; i < n_packs; i++) {
    n_records += packs[i]->records->len;
    bearings_import_pack (job, packs[i]->info, packs[i]->sha256, &error);
    check (error);
    for (guint j = 0; j < packs[i]->records->len; j++) {
      bearings_import_add (job, packs[i]->records->pdata[j], &error);
      check (error);
    }
  }
  bearings_import_commit (job, &error);
  check (error);
  start = seconds () - start;
  summaries = bearings_import_get_summaries (job);
  for (guint i = 0; i < summaries->len; i++) {
    BearingsImportSummary *summary = summaries->pdata[i];
    g_print ("  %s: %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " changed, %" G_GINT64_FORMAT
             " unchanged\n",
             summary->info->id, summary->added, summary->changed, summary->unchanged);
  }
  g_print ("  %u records in %.2f s, %.1f us a record\n", n_records, start, start * 1e6 / n_records);
  return start;
}

static goffset
file_size (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

static void
bench_growth (const char *folder)
{
  double first = 0;

  for (guint n = 250; n <= 4000; n *= 2) {
    g_autofree char *path = g_strdup_printf ("%s/generated-%u.db", folder, n);
    GError *error = NULL;
    Pack *pack = pack_make (n);
    double before = peak_memory (), time;
    g_autoptr (BearingsCatalogue) catalogue =
      bearings_catalogue_open (path, BEARINGS_CATALOGUE_CREATE, &error);

    check (error);
    time = import (catalogue, &pack, 1) / pack->records->len;
    first = first > 0 ? first : time;
    g_print ("  %u records, %.1f MB on disk, peak memory up by %.1f MB; time a record is %.2f of "
             "the first\n",
             pack->records->len, (double) file_size (path) / 1e6, peak_memory () - before,
             time / first);
    pack_free (pack);
  }
}

static void
bench_search (BearingsCatalogue *catalogue)
{
  static const char *const texts[] = { "machine learning", "m",     "c",   "c++",   "python",
                                       "software eng",     "nurse", "dat", "a b c", "15-2051",
                                       "project manager",  "zzzzzz" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    GError *error = NULL;
    double start = seconds ();
    g_autoptr (GPtrArray) hits =
      bearings_catalogue_search (catalogue, texts[i], NULL, 0, 20, 0, &error);

    check (error);
    g_print ("  search “%s”: %.1f ms\n", texts[i], (seconds () - start) * 1e3);
    for (guint j = 0; j < MIN (hits->len, 5); j++)
      g_print ("    %s %s “%s” (%s)\n",
               bearings_record_type (bearings_hit_get_kind (hits->pdata[j]))->name,
               bearings_hit_get_id (hits->pdata[j]), bearings_hit_get_title (hits->pdata[j]),
               bearings_hit_get_subtitle (hits->pdata[j]));
  }
}

static void
bench_packs (const char *folder, int n, char **paths)
{
  g_autofree char *path = g_build_filename (folder, "packs.db", NULL);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (pack_free);
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GError *error = NULL;
  double start = seconds ();

  for (int i = 0; i < n; i++)
    g_ptr_array_add (packs, pack_read (paths[i]));
  g_print ("  packs read in %.2f s\n", seconds () - start);
  catalogue = bearings_catalogue_open (path, BEARINGS_CATALOGUE_CREATE, &error);
  check (error);
  import (catalogue, (Pack *const *) packs->pdata, packs->len);
  g_print ("  %.1f MB on disk; again:\n", (double) file_size (path) / 1e6);
  import (catalogue, (Pack *const *) packs->pdata, packs->len);
  start = seconds ();
  rows = bearings_catalogue_list_titles (catalogue, BEARINGS_RECORD_OCCUPATION, &error);
  check (error);
  g_print ("  %u titles: %.1f ms\n", rows->len, (seconds () - start) * 1e3);
  g_clear_pointer (&rows, g_ptr_array_unref);
  start = seconds ();
  rows = bearings_catalogue_list_occupation_skills (catalogue, "15-2051.00", &error);
  check (error);
  g_print ("  %u skills of an occupation: %.1f ms\n", rows->len, (seconds () - start) * 1e3);
  g_clear_pointer (&rows, g_ptr_array_unref);
  start = seconds ();
  rows = bearings_catalogue_list (catalogue, BEARINGS_RECORD_OCCUPATION, NULL, NULL, &error);
  check (error);
  g_print ("  %u whole occupations: %.1f ms\n", rows->len, (seconds () - start) * 1e3);
  bench_search (catalogue);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bearings-bench-XXXXXX", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", folder);

  if (argc > 1) {
    g_print ("Packs\n");
    bench_packs (folder, argc - 1, argv + 1);
  }
  g_print ("Growth of imports with their size\n");
  bench_growth (folder);
  return system (remove);
}
