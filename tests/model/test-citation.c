/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, dates, notes and keys of a source that is cited. */

#include "bearings-citation.h"

static void
assert_name (const char *author, const char *family, const char *given, const char *literal)
{
  g_auto (BearingsAuthorName) name = { 0 };

  bearings_author_name_init (&name, author);
  g_assert_cmpstr (name.family, ==, family);
  g_assert_cmpstr (name.given, ==, given);
  g_assert_cmpstr (name.literal, ==, literal);
}

static void
test_person (void)
{
  assert_name ("Noy, Shakked", "Noy", "Shakked", NULL);
  assert_name (" van der Berg , A. B. ", "van der Berg", "A. B.", NULL);
  assert_name ("Officer, Andrew", "Officer", "Andrew", NULL);
}

/* A comma alone does not make a person of an office. */
static void
test_institution_as_author_is_not_a_person (void)
{
  static const char *const names[] = {
    "Bureau of Labor Statistics, U.S. Department",
    "Bureau of Labor Statistics",
    "Education and Training, Administration",
    "Centre for Work, North",
    "Bringing the Data, Inc.",
    "Council on Skills, National",
    "Smith&Jones, Ltd.",
    "Eurostat",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_name (names[i], NULL, NULL, names[i]);
  assert_name ("  Eurostat ", NULL, NULL, "Eurostat");
}

static void
test_name_of_one_part (void)
{
  assert_name ("Plato,", NULL, NULL, "Plato");
}

static void
test_dates (void)
{
  static const struct {
    const char *date;
    guint n;
    int parts[3];
  } cases[] = {
    { "2022-08-31", 3, { 2022, 8, 31 } }, { "2022-08", 2, { 2022, 8, 0 } },
    { "2022", 1, { 2022, 0, 0 } },        { "2022-08-31T10:00", 3, { 2022, 8, 31 } },
    { "2022-8", 1, { 2022, 0, 0 } },      { "22", 0, { 0, 0, 0 } },
    { "n.d.", 0, { 0, 0, 0 } },           { NULL, 0, { 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int parts[3] = { -1, -1, -1 };

    g_assert_cmpuint (bearings_citation_date_parts (cases[i].date, parts), ==, cases[i].n);
    g_assert_cmpmem (parts, sizeof parts, cases[i].parts, sizeof parts);
  }
}

/* That a source was retracted stands before what it is cited for. */
static void
test_note (void)
{
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  g_autoptr (BearingsCitation) citation = bearings_citation_new (source);
  g_autofree char *none = bearings_citation_note (citation);
  g_autofree char *one = NULL;
  g_autofree char *whole = NULL;

  g_assert_null (none);
  source->state = BEARINGS_SOURCE_CURRENT;
  g_ptr_array_add (citation->notes, g_strdup ("First claim."));
  g_ptr_array_add (citation->notes, g_strdup ("Second claim."));
  one = bearings_citation_note (citation);
  g_assert_cmpstr (one, ==, "First claim. Second claim.");
  source->state = BEARINGS_SOURCE_RETRACTED;
  source->state_date = g_strdup ("2024-05-02");
  source->state_note = g_strdup ("Data could not be shown.");
  whole = bearings_citation_note (citation);
  g_assert_cmpstr (whole, ==,
                   "Retracted (2024-05-02). Data could not be shown. First claim. Second claim.");
}

/* Every form has a name, and an ending of its own. */
static void
test_forms (void)
{
  g_autoptr (GHashTable) endings = g_hash_table_new (g_str_hash, g_str_equal);

  for (BearingsCiteForm form = BEARINGS_CITE_CSL_JSON; form <= BEARINGS_CITE_TEXT; form++) {
    g_assert_cmpstr (bearings_cite_form_title (form), !=, "");
    g_assert_nonnull (bearings_enums_nick (&bearings_cite_form_type, form));
    g_assert_true (g_hash_table_add (endings, (gpointer) bearings_cite_form_extension (form)));
  }
  g_assert_cmpstr (bearings_cite_form_extension (BEARINGS_CITE_BIBTEX), ==, "bib");
  g_assert_cmpstr (bearings_cite_form_title (BEARINGS_CITE_BIBTEX), ==, "BibTeX");
}

static void
test_key (void)
{
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  g_autoptr (BearingsCitation) citation = bearings_citation_new (source);
  g_autofree char *key = NULL;

  source->record.id = g_strdup ("src/a_b,{c} 1.2-é");
  key = bearings_citation_key (citation);
  g_assert_cmpstr (key, ==, "src-a-b--c--1.2---");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/citation/person", test_person);
  g_test_add_func ("/model/citation/institution-as-author",
                   test_institution_as_author_is_not_a_person);
  g_test_add_func ("/model/citation/name-of-one-part", test_name_of_one_part);
  g_test_add_func ("/model/citation/dates", test_dates);
  g_test_add_func ("/model/citation/note", test_note);
  g_test_add_func ("/model/citation/forms", test_forms);
  g_test_add_func ("/model/citation/key", test_key);
  return g_test_run ();
}
