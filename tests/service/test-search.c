/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type finds the career they mean: the common one first. */

#include "bearings-service-search.h"
#include "service-fixture.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shipped = bearings_service_shipped_catalogue ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bearings-search-XXXXXX", NULL);
  fixture->service = bearings_service_new (fixture->folder, shipped, &error);
  g_assert_no_error (error);
}

/* Where the occupation stands among those found: 1 is first, 0 is not found. */
static guint
place_of (Fixture *fixture, const char *text, const char *code)
{
  static const BearingsRecordKind kinds[] = { BEARINGS_RECORD_OCCUPATION };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_service_search (fixture->service, text, kinds, G_N_ELEMENTS (kinds), 50, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (bearings_hit_get_id (hits->pdata[i]), code))
      return i + 1;
  return 0;
}

static void
test_careers (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *code;
    guint among; /* the first so many */
  } cases[] = {
    { "nurse", "29-1141.00", 1 },
    { "nurses", "29-1141.00", 1 },
    { "truck driver", "53-3032.00", 1 },
    { "truck drivers", "53-3032.00", 1 },
    { "electrician", "47-2111.00", 1 },
    { "plumber", "47-2152.00", 1 },
    { "chef", "35-1011.00", 1 },
    { "carpenter", "47-2031.00", 1 },
    { "data scientist", "15-2051.00", 1 },
    { "primary teacher", "25-2021.00", 3 },
    { "teacher", "25-2021.00", 3 },
    { "nurce", "29-1141.00", 3 },
    { "electritian", "47-2111.00", 3 },
    { "plumers", "47-2152.00", 3 },
    { "I want to work with animals", "39-2021.00", 10 },
  };
  guint wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint place = place_of (fixture, cases[i].text, cases[i].code);

    if (place == 0 || place > cases[i].among) {
      g_test_message ("%s: %s comes at %u", cases[i].text, cases[i].code, place);
      wrong++;
    }
  }
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/service/search/careers", Fixture, NULL, set_up, test_careers, fixture_teardown);
  return g_test_run ();
}
