/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stored result keeps the data it was scored with, whatever is imported, undone or removed. */

#include <string.h>

#include "bearings-service-imports.h"
#include "bearings-service-preview.h"
#include "bearings-service-sittings.h"
#include "service-fixture.h"

static void
append (BearingsService *service,
        const char *info,
        BearingsEntryKind kind,
        const char *item,
        const char *response)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, response, 5000);
  g_autoptr (GError) error = NULL;

  bearings_service_sittings_append (service, info, entry, &error);
  g_assert_no_error (error);
}

/* A finished sitting of all items. */
static char *
sit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *info = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) { .instrument = "mini", .length = BEARINGS_LENGTH_ALL }, &error);
  g_autoptr (BearingsSitting) sitting =
    bearings_service_sittings_resume (fixture->service, info, &error);

  g_assert_no_error (error);
  append (fixture->service, info, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "1");
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;
    append (fixture->service, info, BEARINGS_ENTRY_SHOWN, item->record.id, NULL);
    append (fixture->service, info, BEARINGS_ENTRY_ANSWERED, item->record.id,
            item->kind == BEARINGS_ITEM_KEYED ? "option:b" : "anchor:4");
  }
  append (fixture->service, info, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  return info;
}

/* Version 2 of the small world: an item made harder, the cut scores moved, other norms. */
static GFile *
write_later (Fixture *fixture)
{
  static const char *const changes[][2] = {
    { "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"" },
    { "-0.7", "1.9" },
    { "\"n\": 400", "\"n\": 500" },
  };
  g_autofree char *pack = fixture_pack ();
  g_autofree char *path = g_build_filename (fixture->folder, "later.bearings.json", NULL);
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (pack, &contents, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new_take (contents);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpuint (g_string_replace (text, changes[i][0], changes[i][1], 0), >, 0);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static gint64
import (Fixture *fixture, GFile *file)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary = bearings_service_imports_apply (
    fixture->service, file, BEARINGS_IMPORT_DEFAULT, NULL, NULL, NULL, problems, NULL, &error);

  g_assert_no_error (error);
  return summary->number;
}

typedef struct {
  double theta, se;
  int percentile;
  char *version, *data;
} Ground;

static void
ground_clear (Ground *ground)
{
  g_free (ground->version);
  g_free (ground->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, ground_clear)

static Ground
read_ground (Fixture *fixture, const char *info)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResult) result =
    bearings_service_sittings_get_result (fixture->service, info, &error);

  g_assert_no_error (error);
  return (Ground) { result->theta, result->se,
                    ((BearingsPlacement *) result->placements->pdata[0])->percentile,
                    g_strdup (result->form->instrument->version),
                    g_strdup (result->info->data_version) };
}

static void
assert_same (Fixture *fixture, const char *info, const Ground *before)
{
  g_auto (Ground) now = read_ground (fixture, info);

  g_assert_cmpfloat (now.theta, ==, before->theta);
  g_assert_cmpfloat (now.se, ==, before->se);
  g_assert_cmpint (now.percentile, ==, before->percentile);
  g_assert_cmpstr (now.version, ==, before->version);
  g_assert_cmpstr (now.data, ==, before->data);
}

/* Through an import and its undoing: each result stands on its own data, both ways. */
static void
test_import_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) later = write_later (fixture);
  g_autofree char *first = sit (fixture);
  g_autofree char *second = NULL;
  g_auto (Ground) first_ground = read_ground (fixture, first);
  g_auto (Ground) second_ground = { 0 };
  g_autofree char *present = NULL;
  g_autoptr (BearingsRescore) rescore = NULL;
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;
  gint64 number = import (fixture, later);

  assert_same (fixture, first, &first_ground);
  second = sit (fixture);
  second_ground = read_ground (fixture, second);
  g_assert_cmpstr (second_ground.version, ==, "2.0.0");
  g_assert_cmpstr (second_ground.data, !=, first_ground.data);
  g_assert_cmpfloat (second_ground.theta, !=, first_ground.theta);

  g_assert_true (
    bearings_service_imports_undo (fixture->service, number, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  present = bearings_service_data_version (fixture->service, &error);
  g_assert_cmpstr (present, ==, first_ground.data);
  assert_same (fixture, first, &first_ground);
  /* Its data are no longer installed anywhere but with the sitting itself. */
  assert_same (fixture, second, &second_ground);
  rescore = bearings_service_sittings_rescore (fixture->service, second, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (rescore->then->theta, ==, second_ground.theta);
  g_assert_cmpfloat (rescore->now->theta, ==, first_ground.theta);
  for (guint i = 0; i < rescore->differences->len; i++)
    told |= strstr (rescore->differences->pdata[i], "version 2.0.0 then and is 1.0.0 now") != NULL;
  g_assert_true (told);
}

/* The instrument is gone: the result opens all the same, and says that it cannot be scored anew. */
static void
test_instrument_removed (Fixture *fixture, gconstpointer data)
{
  static const char nothing[] =
    "{\"bearings_pack\":1,\"id\":\"small\",\"title\":\"Little\",\"version\":\"3.0.0\","
    "\"published\":"
    "\"2026-02-01\",\"publisher\":\"Tests\",\"licence\":\"CC0\",\"records\":[{\"type\":\"source\","
    "\"id\":\"src-alone\",\"csl_type\":\"report\",\"title\":\"Alone\"}]}";
  g_autofree char *path = g_build_filename (fixture->folder, "nothing.bearings.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *info = sit (fixture);
  g_auto (Ground) before = read_ground (fixture, info);
  g_autoptr (BearingsRescore) rescore = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, nothing, -1, &error);
  g_assert_no_error (error);
  import (fixture, file);
  g_assert_null (bearings_service_sittings_get_form (fixture->service, "mini", NULL));
  assert_same (fixture, info, &before);
  rescore = bearings_service_sittings_rescore (fixture->service, info, &error);
  g_assert_null (rescore);
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
}

/* The preview names the results that used what would change, and only finished ones. */
static void
test_preview_names_results (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) later = write_later (fixture);
  g_autofree char *finished = sit (fixture);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *begun = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) { .instrument = "mini", .length = BEARINGS_LENGTH_ALL }, &error);
  g_autoptr (BearingsPreview) preview =
    bearings_service_preview (fixture->service, later, NULL, NULL, problems, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_results, ==, 1);
  g_assert_cmpuint (preview->results->len, ==, 1);
  g_assert_cmpstr (((BearingsPreviewResult *) preview->results->pdata[0])->info->id, ==, finished);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  FIXTURE_ADD ("/service/result-ground/import-and-undo", test_import_and_undo);
  FIXTURE_ADD ("/service/result-ground/instrument-removed", test_instrument_removed);
  FIXTURE_ADD ("/service/result-ground/preview-names-results", test_preview_names_results);
  return g_test_run ();
}
