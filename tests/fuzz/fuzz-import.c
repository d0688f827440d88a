/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer target: any bytes as a new version of an installed pack. Nothing may crash, hang or
 * leak; a preview tells what an import does; what is refused changes nothing; what is applied can
 * be undone to the last record.
 *
 *   CC=clang meson setup build-fuzz -Dgui=false -Db_lundef=false \
 *     -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C build-fuzz tests/fuzz/fuzz-import-libfuzzer
 *   build-fuzz/tests/fuzz/fuzz-import-libfuzzer -max_len=16384 NEW-CORPUS tests/fuzz/corpus/import
 */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bearings-service-imports.h"
#include "bearings-service-preview.h"
#include "fuzz.h"

#include "bearings-service-packs.h"

typedef struct {
  char *folder;
  BearingsService *service;
  GFile *file;
  BearingsPreview *base; /* of the installed pack over itself */
} World;

#define FRESH_AFTER 300 /* imports: the history of what was undone grows */

static World world;
static guint n_imports;

static BearingsPreview *
preview (GFile *file, GPtrArray *problems)
{
  return bearings_service_preview (world.service, file, NULL, NULL, problems, NULL, NULL);
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
  if (world.folder == NULL)
    return;
  g_clear_pointer (&world.base, bearings_preview_unref);
  g_clear_object (&world.file);
  g_clear_object (&world.service);
  remove_folder (world.folder);
  g_clear_pointer (&world.folder, g_free);
  n_imports = 0;
}

static void
open_world (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autofree char *shipped = NULL;
  g_autofree char *data_dir = NULL;
  g_autofree char *pack = NULL;

  world.folder = g_dir_make_tmp ("fuzz-import-XXXXXX", &error);
  g_assert_no_error (error);
  shipped = g_build_filename (world.folder, "shipped.db", NULL);
  data_dir = g_build_filename (world.folder, "data", NULL);
  pack = g_build_filename (world.folder, "pack", NULL);
  g_ptr_array_add (files, g_file_new_for_path (INSTALLED_PACK));
  bearings_service_packs_build_catalogue (shipped, FALSE, files, problems, &error);
  g_assert_no_error (error);
  world.service = bearings_service_new (data_dir, shipped, &error);
  g_assert_no_error (error);
  world.file = g_file_new_for_path (pack);
  world.base = preview (files->pdata[0], problems);
  g_assert_nonnull (world.base);
  g_assert_cmpuint (world.base->entries->len, ==, 0);
}

static void
check_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *text = bearings_problem_to_string (problems->pdata[i]);
    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
}

/* The installed pack is as it was. */
static void
check_as_it_was (void)
{
  g_autoptr (GFile) installed = g_file_new_for_path (INSTALLED_PACK);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GPtrArray) packs = bearings_service_packs_list (world.service, NULL);
  g_autoptr (BearingsPreview) again = preview (installed, problems);

  g_assert_cmpuint (packs->len, ==, 1);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->entries->len, ==, 0);
  g_assert_cmpint (again->n_unchanged, ==, world.base->n_unchanged);
}

static void
check_fields (const BearingsPreview *preview)
{
  for (guint i = 0; i < preview->entries->len && i < 8; i++) {
    const BearingsDiffEntry *entry = preview->entries->pdata[i];
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) fields =
      bearings_service_preview_fields (world.service, world.file, entry, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (fields->len, >, 0);
    for (guint j = 0; j < fields->len; j++) {
      const BearingsFieldChange *field = fields->pdata[j];

      g_assert_cmpstr (field->before, !=, field->after);
      g_assert_true (field->before == NULL || g_utf8_validate (field->before, -1, NULL));
      g_assert_true (field->after == NULL || g_utf8_validate (field->after, -1, NULL));
    }
  }
}

/* What was foretold, and back again. */
static void
check_import (BearingsPreview *preview)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary =
    bearings_service_imports_apply (world.service, world.file, BEARINGS_IMPORT_ALLOW_DOWNGRADE,
                                    preview, NULL, NULL, problems, NULL, &error);
  g_autoptr (GPtrArray) imports = NULL;

  check_problems (problems);
  g_assert_no_error (error);
  g_assert_cmpint (summary->added, ==, preview->n_added);
  g_assert_cmpint (summary->changed, ==, preview->n_changed);
  g_assert_cmpint (summary->removed, ==, preview->n_removed);
  g_assert_cmpint (summary->unchanged, ==, preview->n_unchanged);
  imports = bearings_service_imports_list (world.service, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_service_imports_undo (
    world.service, ((BearingsImportEvent *) imports->pdata[0])->number, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GPtrArray) refused = bearings_problem_list_new ();
  g_autoptr (BearingsPreview) seen = NULL;
  g_autoptr (GError) error = NULL;

  if (n_imports >= FRESH_AFTER)
    close_world ();
  if (world.service == NULL) {
    static gboolean registered;

    open_world ();
    if (!registered)
      atexit (close_world);
    registered = TRUE;
  }
  g_assert_true (
    g_file_set_contents (g_file_peek_path (world.file), (const char *) data, (gssize) size, NULL));
  seen = preview (world.file, problems);
  check_problems (problems);
  if (seen == NULL) {
    g_assert_cmpuint (problems->len, >, 0);
    g_assert_null (bearings_service_imports_apply (world.service, world.file,
                                                   BEARINGS_IMPORT_ALLOW_DOWNGRADE, NULL, NULL,
                                                   NULL, refused, NULL, &error));
    g_assert_nonnull (error);
    return 0;
  }
  check_problems (seen->problems);
  check_fields (seen);
  n_imports++;
  check_import (seen);
  check_as_it_was ();
  return 0;
}
