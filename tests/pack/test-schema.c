/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema in data/schema is the one the tables of fields give.
 * After a change of the tables: BEARINGS_WRITE_SCHEMA=1 sh tests/run pack-schema, and commit it. */

#include <glib.h>

#include "pack-schema.h"

static const char *path; /* of the committed schema */

static void
test_committed (void)
{
  g_autofree char *made = pack_schema_new ();
  g_autofree char *committed = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("BEARINGS_WRITE_SCHEMA") != NULL)
    g_file_set_contents (path, made, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &committed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (committed, ==, made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  path = argv[1];
  g_test_add_func ("/pack/schema/committed", test_committed);
  return g_test_run ();
}
