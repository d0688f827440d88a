/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of packs: nothing but blanks, each of them told; filled in, they are packs. */

#include <string.h>

#include "bearings-pack-draft.h"
#include "bearings-pack-validator.h"
#include "pack-fixture.h"

static gboolean
validate (const char *text, GPtrArray *problems, GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("draft-XXXXXX.json", &stream, error);
  gboolean good;

  g_assert_nonnull (file);
  g_assert_true (
    g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, error));
  good =
    bearings_pack_validator_validate_in (&file, 1, NULL, NULL, NULL, problems, NULL, NULL, error);
  g_assert_true (g_file_delete (file, NULL, NULL));
  return good;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + strlen (what), what))
    n++;
  return n;
}

/* A blank that were not told would be imported as if it were a text. */
static void
test_every_blank_is_told (void)
{
  g_autoptr (BearingsPackInfo) info = bearings_pack_info_new ();

  info->published = g_strdup ("2026-11-23");
  info->version = g_strdup ("1.0.0");
  for (guint i = 0; bearings_pack_draft_names ()[i] != NULL; i++) {
    g_autofree char *draft = bearings_pack_draft_new (bearings_pack_draft_names ()[i], info);
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (GError) error = NULL;

    g_assert_nonnull (draft);
    g_assert_false (validate (draft, problems, &error));
    g_assert_nonnull (error);
    g_assert_cmpuint (problems->len, >, 10);
    g_assert_cmpuint (problems->len, ==, count (draft, "⟨"));
    for (guint j = 0; j < problems->len; j++)
      g_assert_cmpstr (((BearingsProblem *) problems->pdata[j])->code, ==, "to-fill-in");
  }
  g_assert_null (bearings_pack_draft_new ("nonsense", info));
}

/* No digit stands in a draft but those of the format, the header and the hints. */
static void
test_no_figures (void)
{
  for (guint i = 0; bearings_pack_draft_names ()[i] != NULL; i++) {
    g_autoptr (BearingsPackInfo) info = bearings_pack_info_new ();
    g_autofree char *draft = bearings_pack_draft_new (bearings_pack_draft_names ()[i], info);
    gboolean blank = FALSE;

    for (const char *p = strstr (draft, "\"records\""); *p != '\0'; p = g_utf8_next_char (p)) {
      if (g_utf8_get_char (p) == 0x27e8)
        blank = TRUE;
      else if (g_utf8_get_char (p) == 0x27e9)
        blank = FALSE;
      g_assert_true (blank || !g_ascii_isdigit (*p));
    }
  }
}

/* In JSON Lines, where good records are read by the quick way, a blank is told as well. */
static void
test_lines (void)
{
  static const char text[] =
    "{\"bearings_pack\":1,\"id\":\"own\",\"title\":\"t\",\"version\":\"1\",\"published\":\"2026-11-"
    "23\","
    "\"publisher\":\"p\",\"licence\":\"l\"}\n"
    "{\"type\":\"source\",\"id\":\"a\",\"csl_type\":\"report\",\"title\":\"⟨title⟩\"}\n"
    "{\"type\":\"source\",\"id\":\"b\",\"csl_type\":\"report\",\"title\":\"On ⟨x⟩ and ⟨y⟩ in "
    "it\"}\n"
    "{\"type\":\"glossary-term\",\"id\":\"c\",\"term\":\"t\",\"meaning\":\"m\","
    "\"see_also\":[\"⟨id⟩\"]}\n";
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (validate (text, problems, &error));
  g_assert_cmpuint (problems->len, ==, 2);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (((BearingsProblem *) problems->pdata[i])->code, ==, "to-fill-in");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/draft/every-blank-is-told", test_every_blank_is_told);
  g_test_add_func ("/pack/draft/no-figures", test_no_figures);
  g_test_add_func ("/pack/draft/lines", test_lines);
  return g_test_run ();
}
