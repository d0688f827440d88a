/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer target: any bytes as a table or bibliography that is made into a pack. Nothing may
 * crash, hang or leak; what is made is a good pack; what is refused is refused in words and leaves
 * nothing behind. The first letter of the file says what it is taken for.
 *
 *   CC=clang meson setup build-fuzz -Dgui=false -Db_lundef=false \
 *     -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C build-fuzz tests/fuzz/fuzz-converters-libfuzzer
 *   build-fuzz/tests/fuzz/fuzz-converters-libfuzzer -max_len=8192 NEW-CORPUS \
 *     tests/fuzz/corpus/converters
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

#include "bearings-bibliography.h"
#include "bearings-check-converter.h"
#include "bearings-esco-converter.h"
#include "bearings-occupation.h"
#include "bearings-onet-converter.h"
#include "bearings-pack-reader.h"
#include "bearings-postings-converter.h"
#include "bearings-retraction-converter.h"

typedef struct {
  char *folder;
  GFile *in, *out, *esco;
  BearingsPackInfo *info;
  GPtrArray *claims, *roles, *skills, *sources;
} World;

static World world;

static GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func (bearings_record_unref);
}

static GFile *
inside (const char *name)
{
  g_autofree char *path = g_build_filename (world.folder, name, NULL);
  return g_file_new_for_path (path);
}

static void
add_skill (const char *id, const char *name)
{
  BearingsSkill *skill = bearings_record_new (BEARINGS_RECORD_SKILL);

  skill->record.id = g_strdup (id);
  skill->name = g_strdup (name);
  skill->kind = BEARINGS_SKILL_TECHNOLOGY;
  g_ptr_array_add (world.skills, skill);
}

static BearingsSource *
add_source (const char *id, const char *doi)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup (id);
  source->csl_type = g_strdup ("report");
  source->title = g_strdup ("A report");
  source->doi = g_strdup (doi);
  return source;
}

static BearingsClaim *
add_claim (const char *id)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup (id);
  claim->statement = g_strdup ("So it is.");
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = 1;
  claim->source = g_strdup ("a");
  claim->finding.missing = BEARINGS_MISSING_NOT_STATED;
  return claim;
}

/* Converters change some of the records they are given, so each run has its own. */
static void
fill_world (void)
{
  BearingsRole *role = bearings_record_new (BEARINGS_RECORD_ROLE);

  world.claims = records_new ();
  world.roles = records_new ();
  world.skills = records_new ();
  world.sources = records_new ();
  add_skill ("python", "Python");
  add_skill ("sql", "Structured query language SQL");
  add_skill ("c-plus-plus", "C++");
  add_skill ("r", "R");
  role->record.id = g_strdup ("engineer");
  role->title = g_strdup ("Data Engineer");
  g_ptr_array_add (world.roles, role);
  g_ptr_array_add (world.sources, add_source ("a", "10.1000/a"));
  g_ptr_array_add (world.sources, add_source ("b", "10.1000/B"));
  g_ptr_array_add (world.claims, add_claim ("c"));
}

static void
empty_world (void)
{
  g_clear_pointer (&world.claims, g_ptr_array_unref);
  g_clear_pointer (&world.roles, g_ptr_array_unref);
  g_clear_pointer (&world.skills, g_ptr_array_unref);
  g_clear_pointer (&world.sources, g_ptr_array_unref);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    remove_folder (child);
  }
  g_remove (path);
}

static void
close_world (void)
{
  remove_folder (world.folder);
  g_clear_pointer (&world.folder, g_free);
  g_clear_object (&world.in);
  g_clear_object (&world.out);
  g_clear_object (&world.esco);
  g_clear_pointer (&world.info, bearings_pack_info_free);
}

static void
open_world (void)
{
  g_autoptr (GError) error = NULL;

  world.folder = g_dir_make_tmp ("fuzz-converters-XXXXXX", &error);
  g_assert_no_error (error);
  world.in = inside ("in");
  world.out = inside ("out");
  world.esco = inside ("esco");
  g_assert_true (g_file_make_directory (world.esco, NULL, NULL));
  world.info = bearings_pack_info_new ();
  world.info->id = g_strdup ("here");
  world.info->title = g_strdup ("A collection");
  world.info->version = g_strdup ("1.0.0");
  world.info->published = g_strdup ("2026-01-31");
  world.info->publisher = g_strdup ("A centre");
  world.info->licence = g_strdup ("CC-BY-4.0");
  atexit (close_world);
}

static void
write_file (GFile *file, const char *data, gsize size)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), data, (gssize) size, NULL));
}

/* Three tables in one, with a form feed between them. */
static gboolean
convert_esco (const char *data, gsize size, GError **error)
{
  static const char *const names[] = { "occupations_en.csv", "skills_en.csv",
                                       "occupationSkillRelations_en.csv" };
  const char *end = data + size;
  BearingsEscoCounts counts;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GFile) file = g_file_get_child (world.esco, names[i]);
    const char *next =
      i + 1 < G_N_ELEMENTS (names) ? memchr (data, '\f', (gsize) (end - data)) : NULL;

    if (next == NULL)
      next = end;
    write_file (file, data, (gsize) (next - data));
    data = next < end ? next + 1 : end;
  }
  return bearings_esco_converter_convert (world.esco, "en", "1.2.0", world.info, world.out, &counts,
                                          NULL, error);
}

static gboolean
convert (char form, const char *data, gsize size, GError **error)
{
  const BearingsPostingsInputs postings = {
    .postings = world.in,
    .skills = world.skills,
    .roles = world.roles,
    .info = world.info,
    .place = "Here",
    .least = 1,
  };
  BearingsBibliographyCounts bibliography;
  BearingsChecksCounts checks;
  BearingsRetractionCounts retracted;
  guint n;
  const BearingsRetractionInputs retractions = {
    .snapshot = world.in, .sources = world.sources, .info = world.info, .date = "2026-11-01"
  };

  if (form != 'e')
    write_file (world.in, data, size);
  switch (form) {
  case 'b':
    return bearings_bibliography_bibtex_convert (world.in, world.info, world.out, &bibliography,
                                                 NULL, error);
  case 'c':
    return bearings_bibliography_csl_convert (world.in, world.info, world.out, &bibliography, NULL,
                                              error);
  case 'e':
    return convert_esco (data, size, error);
  case 'k':
    return bearings_check_converter_convert (world.in, world.claims, world.sources, world.info,
                                             "2026-11-23", world.out, &checks, NULL, error);
  case 'o':
    return bearings_onet_converter_oews_convert (world.in, "2025-05", world.info, world.out, &n,
                                                 NULL, error);
  case 'p':
    return bearings_onet_converter_projections_convert (world.in, world.info, world.out, &n, NULL,
                                                        error);
  case 'r':
    return bearings_retraction_converter_convert (&retractions, world.out, &retracted, NULL, error);
  default:
    return bearings_postings_converter_convert (&postings, world.out, NULL, NULL, error);
  }
}

static void
check_pack (void)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary =
    bearings_pack_reader_read (world.out, NULL, NULL, problems, NULL, NULL);

  for (guint i = 0; summary == NULL && i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];
    g_autofree char *text = bearings_problem_to_string (problem);

    if (problem->severity == BEARINGS_SEVERITY_ERROR && strcmp (problem->code, "no-records") != 0)
      g_error ("a pack that is none was made: %s", text);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;
  if (world.folder == NULL)
    open_world ();
  fill_world ();
  g_unlink (g_file_peek_path (world.out));
  if (convert ((char) data[0], (const char *) data + 1, size - 1, &error)) {
    g_assert_no_error (error);
    check_pack ();
  } else {
    g_assert_nonnull (error);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_false (g_file_query_exists (world.out, NULL));
  }
  empty_world ();
  return 0;
}
