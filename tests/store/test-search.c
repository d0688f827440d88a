/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the catalogue: what comes first, and that anything may be typed. */

#include "store-fixture.h"

static BearingsCatalogue *
catalogue_with_titles (const char *path)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_new (path);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (GError) error = NULL;
  BearingsOccupation *occupation;
  BearingsGlossaryTerm *term;
  BearingsSource *source;

  source = add_source (records, "s");
  source->container = g_strdup ("Journal of Zebras");
  g_ptr_array_add (source->authors, g_strdup ("Çelik, Ayşe"));
  occupation = add_occupation (records, "15-2051.00", "Data Scientists", "s");
  g_ptr_array_add (occupation->alternate_titles, g_strdup ("Machine Learning Engineer"));
  g_ptr_array_add (occupation->alternate_titles, g_strdup ("Applied Machine Learning Lead"));
  occupation = add_occupation (records, "15-1252.00", "Software Developers", "s");
  g_ptr_array_add (occupation->alternate_titles, g_strdup ("Software Engineer"));
  add_occupation (records, "27-2012.00", "Machine Learning", "s");
  add_role (records, "ml", "Machine Learning Engineer", "15-2051.00");
  add_role (records, "mlr", "Machine Learning", "15-2051.00");
  add_skill (records, "c", "C");
  add_skill (records, "c-plus-plus", "C++");
  add_skill (records, "c-sharp", "C#");
  add_skill (records, "cobol", "COBOL");
  g_ptr_array_add (add_skill (records, "apl", "APL")->aliases, g_strdup ("A Programming Language"));
  add_skill (records, "ecole", "École à deux");
  add_claim (records, "claim", "Machine learning pays “well” 100%", "s");
  term = add_record (records, BEARINGS_RECORD_GLOSSARY_TERM, "model");
  term->term = g_strdup ("Model");
  term->meaning = g_strdup ("What machine learning makes");
  bearings_import_summary_free (import_pack (catalogue, "p", "1", records, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&catalogue);
}

static char *
found (BearingsCatalogue *catalogue, const char *text, guint limit, guint offset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_catalogue_search (catalogue, text, NULL, 0, limit, offset, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", bearings_hit_get_id (hits->pdata[i]));
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

#define assert_found(text, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *ids = found (catalogue, text, 50, 0);                                         \
    g_assert_cmpstr (ids, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_titles (fixture->path);

  /* Exact titles, role first; title prefix; alternate titles; texts. */
  assert_found ("machine learning", "mlr 27-2012.00 ml 15-2051.00 claim model");
  assert_found ("  Machine   LEARNING engineer ", "ml 15-2051.00");
  assert_found ("learning mach", "mlr ml 27-2012.00 15-2051.00 claim model");
  assert_found ("software eng", "15-1252.00");
  assert_found ("15-2051", "15-2051.00");
  assert_found ("c", "c c-sharp c-plus-plus cobol s");
  assert_found ("c++", "c-plus-plus");
  assert_found ("C#", "c-sharp");
  assert_found ("ecole", "ecole");
  assert_found ("ÉCOLE A DEUX", "ecole");
  assert_found ("ayse celik", "s");
  assert_found ("zebras", "s");
  assert_found ("nothing of the kind", "");
}

static void
test_kinds_and_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_titles (fixture->path);
  const BearingsRecordKind kinds[] = { BEARINGS_RECORD_OCCUPATION, BEARINGS_RECORD_WAGE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_catalogue_search (catalogue, "machine", kinds, G_N_ELEMENTS (kinds), 10, 0, &error);
  g_autofree char *first = found (catalogue, "machine learning", 2, 0);
  g_autofree char *second = found (catalogue, "machine learning", 2, 2);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (bearings_hit_get_id (hits->pdata[0]), ==, "27-2012.00");
  g_assert_cmpstr (bearings_hit_get_subtitle (hits->pdata[0]), ==, "27-2012.00");
  g_assert_cmpstr (bearings_hit_get_id (hits->pdata[1]), ==, "15-2051.00");
  g_assert_cmpstr (bearings_hit_get_title (hits->pdata[1]), ==, "Data Scientists");
  g_assert_cmpstr (bearings_hit_get_subtitle (hits->pdata[1]), ==, "Machine Learning Engineer");
  g_assert_cmpstr (first, ==, "mlr 27-2012.00");
  g_assert_cmpstr (second, ==, "ml 15-2051.00");
}

/* Plurals, other forms of a word, a slip of the finger, and words that stand in no text together.
 */
static void
test_other_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_titles (fixture->path);

  assert_found ("data scientist", "15-2051.00");
  assert_found ("machine learning engineers", "ml 15-2051.00");
  assert_found ("software engineering", "15-1252.00");
  assert_found ("sofware develoepr", "15-1252.00");
  assert_found ("zebrsa", "s");
  assert_found ("qqqq", "");
  assert_found ("I want to work with zebras and robots", "s");
  assert_found ("I want to work", "");
}

/* No text that somebody could type or paste is an error or finds everything. */
static void
test_any_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsCatalogue) catalogue = catalogue_with_titles (fixture->path);
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autoptr (GString) many = g_string_new (NULL);
  static const char *const nothing[] = { "",     " ",  "\t\n", "😀",   "\"",   "\"\"\"", "*",
                                         "()",   "--", "'",    "^",    ":",    "-",      "…",
                                         "\xff", "%",  ";",    "\x01", "\\\\", "{}",     "&" };
  static const char *const something[] = { "machine\"",   "\"machine",      "mach*",
                                           "machine 😀",  "machine & (",    "text:machine",
                                           "NEAR",        "machine AND",    "machine OR cobol",
                                           "NOT machine", "machine -cobol", "^machine" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_found (nothing[i], "");
  for (guint i = 0; i < G_N_ELEMENTS (something); i++) {
    g_autofree char *ids = found (catalogue, something[i], 50, 0);
    g_assert_nonnull (ids);
  }
  assert_found ("mach* \"learning\"", "mlr ml 27-2012.00 15-2051.00 claim model");
  assert_found ("machine 😀 learning engineer", "ml 15-2051.00");
  assert_found ("text:machine", "");
  assert_found ("machine OR cobol", "mlr ml 27-2012.00 cobol 15-2051.00 claim model");
  assert_found (long_text, "");
  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "\"a ");
  {
    g_autofree char *ids = found (catalogue, many->str, 50, 0);
    g_assert_cmpstr (ids, ==, "apl ecole 15-2051.00 s"); /* as for one "a" */
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/store/search/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  TEST ("order", test_order);
  TEST ("kinds-and-pages", test_kinds_and_pages);
  TEST ("other-words", test_other_words);
  TEST ("any-text", test_any_text);
  return g_test_run ();
}
