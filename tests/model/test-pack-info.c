/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions and the packs that others replace. */

#include "bearings-pack-info.h"

static void
test_valid_versions (void)
{
  static const char *const valid[] = { "1", "1.2.0", "0.1", "2026.11.23", "1.1.0.1" };
  static const char *const invalid[] = {
    "", ".", "1.", ".1", "1..2", "1.2a", "v1", "1.2-rc1", " 1"
  };
  g_autofree char *longest = g_strnfill (100, '1');
  g_autofree char *longer = g_strnfill (101, '1');

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (bearings_pack_info_version_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (bearings_pack_info_version_is_valid (invalid[i]));
  g_assert_true (bearings_pack_info_version_is_valid (longest));
  g_assert_false (bearings_pack_info_version_is_valid (longer));
}

/* Each before all that follow; also those that nobody should write. */
static void
test_order_of_versions (void)
{
  static const char *const ascending[] = {
    "0.9",     "1.0.0-a",  "1.0.0-b", "1.0.1", "1.1.0", "1.1.0.1",
    "1.1.0.2", "1.1.0.10", "1.2",     "1.10",  "2",     "10",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++) {
    g_assert_cmpint (bearings_pack_info_version_compare (ascending[i], ascending[i]), ==, 0);
    for (guint j = i + 1; j < G_N_ELEMENTS (ascending); j++) {
      g_assert_cmpint (bearings_pack_info_version_compare (ascending[i], ascending[j]), <, 0);
      g_assert_cmpint (bearings_pack_info_version_compare (ascending[j], ascending[i]), >, 0);
    }
  }
  g_assert_cmpint (bearings_pack_info_version_compare ("1.0", "1"), ==, 0);
  g_assert_cmpint (bearings_pack_info_version_compare ("01.2", "1.02"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/pack-info/valid-versions", test_valid_versions);
  g_test_add_func ("/model/pack-info/order-of-versions", test_order_of_versions);
  return g_test_run ();
}
