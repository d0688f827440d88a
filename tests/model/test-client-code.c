/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is a code of a client, and codes that are made up. */

#include <string.h>

#include "bearings-client-code.h"

static void
test_normalise (void)
{
  static const struct {
    const char *text, *code;
  } rows[] = {
    { "blue-otter", "BLUE-OTTER" },
    { "  k7mq-42xp\t", "K7MQ-42XP" },
    { "1234", "1234" },
    { "123", NULL },
    { "", NULL },
    { "Jane Doe", NULL },
    { "a_b_c", NULL },
    { "a/../b", NULL },
    { "O'Neill", NULL },
    { "zürich", "ZÜRICH" },
    { "zu\xcc\x88rich", "ZÜRICH" }, /* the same letters, composed otherwise */
    { "έλικας", "ΈΛΙΚΑΣ" },
    { "abcd\xff", NULL },
    { "12345678901234567890123456789012", "12345678901234567890123456789012" },
    { "123456789012345678901234567890123", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *code = bearings_client_code_normalise (rows[i].text);
    g_autofree char *problem = bearings_client_code_problem (rows[i].text);

    g_assert_cmpstr (code, ==, rows[i].code);
    g_assert_cmpint (problem == NULL, ==, rows[i].code != NULL);
  }
}

static void
test_suggest (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++) {
    char *code = bearings_client_code_suggest (random);
    g_autofree char *same = bearings_client_code_normalise (code);

    g_assert_cmpstr (same, ==, code);
    g_assert_cmpuint (strlen (code), ==, 9);
    g_assert_null (strpbrk (code, "01OIAEUY"));
    g_assert_true (g_hash_table_add (seen, code));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client-code/normalise", test_normalise);
  g_test_add_func ("/client-code/suggest", test_suggest);
  return g_test_run ();
}
