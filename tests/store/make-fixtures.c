/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the database files that are kept for each released version: make-fixtures FOLDER
 *
 * Run once for a new version; files of versions that were released are never made again. */

#include "bearings-people.h"
#include "store-fixture.h"

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
make_catalogue (const char *path)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (path);
  g_autoptr (GPtrArray) records = records_new ();
  BearingsClaim *claim;
  BearingsItem *item;
  BearingsInstrument *instrument;
  BearingsItemOption *option;
  double threshold = -0.5;
  GError *error = NULL;
  BearingsImportSummary *summary;

  add_source (records, "survey-2022");
  add_occupation (records, "15-2051.00", "Data Scientists", "survey-2022");
  add_skill (records, "python", "Python");
  add_role (records, "machine-learning-engineer", "Machine Learning Engineer", "15-2051.00");
  claim = add_claim (records, "claim-1", "Nearly all of them use it.", "survey-2022");
  claim->finding.missing = 0;
  claim->finding.metric = g_strdup ("use");
  bearings_figure_set_share (&claim->finding, 556, 563, "people");
  add_directness (claim, "python", "machine-learning-engineer", NULL);
  instrument = add_record (records, BEARINGS_RECORD_INSTRUMENT, "python-skill");
  instrument->version = g_strdup ("1.0.0");
  instrument->title = g_strdup ("Python");
  instrument->purpose = g_strdup ("To try a fixture");
  item = add_record (records, BEARINGS_RECORD_ITEM, "item-1");
  item->instrument = g_strdup ("python-skill");
  item->position = 1;
  item->scale = g_strdup ("reading");
  item->kind = BEARINGS_ITEM_KEYED;
  item->prompt = g_strdup ("What does it print?");
  item->seconds = 30;
  g_array_append_val (item->parameters.b, threshold);
  option = bearings_record_struct_new (&bearings_item_option_type);
  option->id = g_strdup ("a");
  option->text = g_strdup ("42");
  option->key = BEARINGS_YES;
  g_ptr_array_add (item->options, option);
  summary = import_pack (catalogue, "fixture", "1.0.0", records, &error);
  must (summary != NULL, error);
  bearings_import_summary_free (summary);
}

static void
make_people (const char *path)
{
  GError *error = NULL;
  g_autoptr (BearingsPeople) people = bearings_people_open (path, &error);
  g_autoptr (BearingsSittingInfo) start = bearings_sitting_info_new ();
  g_autoptr (BearingsEntry) shown = bearings_entry_new (BEARINGS_ENTRY_SHOWN, "item-1", NULL, -1);
  g_autoptr (BearingsEntry) answered =
    bearings_entry_new (BEARINGS_ENTRY_ANSWERED, "item-1", "a", 4200);
  g_autoptr (GBytes) basis = g_bytes_new_static ("basis", 5);
  g_autofree char *id = NULL;

  must (people != NULL, error);
  start->client = g_strdup ("blue-otter");
  start->instrument = g_strdup ("python-skill");
  start->instrument_version = g_strdup ("1.0.0");
  start->skill = g_strdup ("python");
  start->data_version = g_strdup ("0123456789abcdef");
  start->locale = g_strdup ("en_GB.UTF-8");
  start->started = answered->time = 1700000000000000;
  must (bearings_people_create_client (people, "blue-otter", &error), error);
  id = bearings_people_begin_sitting (people, start, basis, NULL, &error);
  must (id != NULL && bearings_people_append (people, id, shown, &error) &&
          bearings_people_append (people, id, answered, &error),
        error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *catalogue = g_build_filename (argv[1], "catalogue-9.db", NULL);
  g_autofree char *people = g_build_filename (argv[1], "people-5.db", NULL);
  g_autofree char *sittings = g_strconcat (people, "-sittings", NULL);

  make_catalogue (catalogue);
  make_people (people);
  return g_unlink (sittings);
}
