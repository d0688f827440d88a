/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every number has a source: no digit on any screen is a figure that opens nothing. */

#include <string.h>

#include "bearings-figure-context.h"
#include "bearings-figure-text.h"
#include "bearings-sample-page.h"
#include "bearings-section.h"
#include "bearings-service-claims.h"
#include "digits-walk.h"
#include "sample-fixture.h"

static void
test_sections (DigitsFixture *fixture, gconstpointer data)
{
  static const char *const sections[] = { "discover", "evidence", "register",
                                          "assess",   "results",  "data" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    bearings_window_show_section (fixture->window, sections[i]);
    digits_look (fixture, sections[i]);
  }
  digits_assert_none (fixture);
}

static void
test_careers (DigitsFixture *fixture, gconstpointer data)
{
  digits_open_page (fixture, BEARINGS_RECORD_ROLE, "machine-learning-engineer", NULL);
  digits_open_page (fixture, BEARINGS_RECORD_OCCUPATION, "15-2051.00", NULL);
  /* Top-coded pay; no projection; suppressed ratings. */
  digits_open_page (fixture, BEARINGS_RECORD_OCCUPATION, "29-1242.00", NULL);
  digits_open_page (fixture, BEARINGS_RECORD_OCCUPATION, "55-1011.00", NULL);
  digits_assert_none (fixture);
}

static void
test_skills (DigitsFixture *fixture, gconstpointer data)
{
  digits_open_page (fixture, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python");
  digits_open_page (fixture, BEARINGS_RECORD_ROLE, "data-scientist",
                    "structured-query-language-sql");
  digits_open_page (fixture, BEARINGS_RECORD_OCCUPATION, "29-1141.00", "python");
  digits_open_page (fixture, BEARINGS_RECORD_OCCUPATION, "15-2051.00", "2.A.1.a");
  digits_assert_none (fixture);
}

static void
test_claims (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = bearings_service_claims_list (fixture->service, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (claims->len, >, 100);
  for (guint i = 0; i < claims->len; i++) {
    const BearingsClaim *claim = claims->pdata[i];
    digits_open_page (fixture, BEARINGS_RECORD_CLAIM, claim->record.id, NULL);
  }
  digits_assert_none (fixture);
}

static void
test_register (DigitsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = bearings_service_claims_list_register (fixture->service, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++) {
    const BearingsRegisterEntry *entry = entries->pdata[i];
    digits_open_page (fixture, BEARINGS_RECORD_REGISTER_ENTRY, entry->record.id, NULL);
  }
  digits_assert_none (fixture);
}

static void
test_dialogs (DigitsFixture *fixture, gconstpointer data)
{
  static const char *const sources[] = { "onet-30-1", "bls-oews-2025-05", "kaggle-2022" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++) {
    bearings_window_open (fixture->window, BEARINGS_RECORD_SOURCE, sources[i], NULL);
    digits_look_at_dialog (fixture, sources[i]);
  }
  digits_assert_none (fixture);
}

/* From the purpose to the result. */
static void
sit (DigitsFixture *fixture, const char *instrument, const char *skill)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_INSTRUMENT, instrument, skill);
  digits_look (fixture, "purpose");
  g_assert_true (digits_click (fixture, "_Begin"));
  for (guint i = 0; i < 80; i++) {
    digits_look (fixture, "sitting");
    digits_choose (fixture);
    g_assert_true (digits_click (fixture, "_Next") || digits_click (fixture, "_Review") ||
                   digits_click (fixture, "_Skip"));
    if (find_button (GTK_WIDGET (fixture->window), "_Finish") != NULL)
      break;
  }
  digits_look (fixture, "review");
  g_assert_true (digits_click (fixture, "_Finish"));
  digits_look (fixture, "result");
}

/* The person's own figures say what they are computed from: the first result, one beside an
 * earlier one, and one of an instrument that measures nothing. */
static void
test_sitting (DigitsFixture *fixture, gconstpointer data)
{
  sit (fixture, "python-skill", NULL);
  bearings_window_show_section (fixture->window, "results");
  digits_look (fixture, "results");
  sit (fixture, "sql-skill", NULL);
  sit (fixture, "sql-skill", NULL);
  sit (fixture, "generic-skill", "python");
  bearings_window_show_section (fixture->window, "assess");
  digits_look (fixture, "assess");
  digits_assert_none (fixture);
}

/* What is due for a look: years and dates lead to their claim. */
static void
test_freshness (DigitsFixture *fixture, gconstpointer data)
{
  bearings_window_show_section (fixture->window, "data");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.freshness", NULL);
  digits_look (fixture, "freshness");
  g_assert_cmpuint (fixture->n_texts, >, 20);
  digits_assert_none (fixture);
}

/* A preview, all that it unfolds to, and the history it leaves: every count says who counted. */
static void
test_import (DigitsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "own.bearings.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (
    path,
    "{\"bearings_pack\":1,\"id\":\"own\",\"title\":\"Own\",\"version\":\"1.0\",\"published\":"
    "\"2026-02-01\",\"publisher\":\"P\",\"licence\":\"CC0\",\"note\":\"With 12 records\","
    "\"records\":[{\"type\":\"source\",\"id\":\"a\",\"csl_type\":\"report\",\"title\":\"A\"}]}",
    -1, &error);
  g_assert_no_error (error);
  bearings_window_import (fixture->window, file);
  digits_look (fixture, "import");
  g_assert_true (digits_click (fixture, "_Apply"));
  digits_look (fixture, "applied");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.history", NULL);
  digits_look (fixture, "history");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.publishers", NULL);
  digits_look (fixture, "publishers");
  g_assert_cmpuint (fixture->n_held, >, 2);
  digits_assert_none (fixture);
}

/* How well an instrument measures, with and without data. */
static void
test_quality (DigitsFixture *fixture, gconstpointer data)
{
  guint before;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.quality", "s", "python-skill");
  digits_look (fixture, "quality without data");
  before = fixture->n_held;
  sample_merge (fixture->service, "python-skill", fixture->directory, 60);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.quality", "s", "python-skill");
  digits_look (fixture, "quality");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.recalibrate", "s", "python-skill");
  digits_look (fixture, "recalibration");
  g_assert_cmpuint (fixture->n_held, >, before + 20);
  digits_assert_none (fixture);
}

/* The sample itself, and what is asked when files join it and leave it. */
static void
test_sample (DigitsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "sample.json", NULL);
  g_autofree char *answers = g_build_filename (fixture->directory, "class-12.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) table = g_file_new_for_path (answers);
  g_autoptr (GError) error = NULL;
  BearingsSamplePage *page;
  GtkWidget *button;

  g_file_set_contents (answers, "person,item,response\n1,rc-99,a\n1,rc-01,a\n", -1, &error);
  g_assert_no_error (error);
  sample_merge (fixture->service, "python-skill", fixture->directory, 60);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sample", NULL);
  settle (GTK_WIDGET (fixture->window));
  page = BEARINGS_SAMPLE_PAGE (bearings_window_get_visible_page (fixture->window));
  bearings_sample_page_add (page, file);
  digits_look (fixture, "sample");
  bearings_sample_page_add (page, table);
  g_assert_true (digits_click (fixture, "_Add Answers"));
  digits_look (fixture, "answers added");
  button = find_button (GTK_WIDGET (page), "Remove “sample.json”");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  digits_look_at_dialog (fixture, "remove");
  digits_assert_none (fixture);
}

/* The walk itself finds what it is for. */
static void
test_finds_mistakes (DigitsFixture *fixture, gconstpointer data)
{
  GtkWidget *bare = g_object_ref_sink (gtk_label_new ("74.3 % of postings"));
  GtkWidget *dated = g_object_ref_sink (gtk_label_new ("since 3 May 2024, O*NET 30.1"));
  GtkWidget *lost = g_object_ref_sink (bearings_figure_text_new ("74.3 % of postings"));
  GtkWidget *counted = g_object_ref_sink (bearings_figure_text_new ("74.3 % of postings"));

  bearings_figure_context_set_computation (counted, "Counted.");
  digits_walk (fixture, dated, "test");
  digits_walk (fixture, counted, "test");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, 0);
  digits_walk (fixture, bare, "test");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, 1);
  digits_walk (fixture, lost, "test");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, 2);
  g_object_unref (bare);
  g_object_unref (dated);
  g_object_unref (lost);
  g_object_unref (counted);
}

/* A digit planted anywhere on a real page is found, wherever a page can show one. */
static void
test_planted (DigitsFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *section, *plain;
  guint n = 0;

  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "machine-learning-engineer",
                        "python");
  digits_look (fixture, "planted");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, 0);
  page = GTK_WIDGET (bearings_window_get_visible_page (fixture->window));
  section = find_type (page, BEARINGS_TYPE_SECTION);
  g_assert_nonnull (section);

  bearings_section_append (BEARINGS_SECTION (section), gtk_label_new ("Seen 731 times"));
  digits_look (fixture, "planted");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, ++n);
  bearings_section_append (BEARINGS_SECTION (section), gtk_inscription_new ("Seen 732 times"));
  digits_look (fixture, "planted");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, ++n);
  plain = gtk_label_new ("Seen often");
  gtk_widget_set_tooltip_text (plain, "Seen 733 times");
  bearings_section_append (BEARINGS_SECTION (section), plain);
  digits_look (fixture, "planted");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, ++n);
  plain = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (plain), "Seen 734 times");
  bearings_section_append (BEARINGS_SECTION (section), plain);
  digits_look (fixture, "planted");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, ++n);
  /* What a screen reader alone says is read, too. */
  g_assert_cmpuint (fixture->n_accessible, >, 20);
  plain = gtk_label_new ("Seen often");
  gtk_accessible_update_property (GTK_ACCESSIBLE (plain), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  "Seen 736 times", -1);
  bearings_section_append (BEARINGS_SECTION (section), plain);
  digits_look (fixture, "planted");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, ++n);
  /* A row that unfolds is looked into. */
  plain = adw_expander_row_new ();
  adw_expander_row_add_row (ADW_EXPANDER_ROW (plain),
                            g_object_new (ADW_TYPE_ACTION_ROW, "title", "Seen 735 times", NULL));
  bearings_section_append (BEARINGS_SECTION (section), plain);
  digits_look (fixture, "planted");
  g_assert_cmpuint (g_hash_table_size (fixture->findings), ==, ++n);
}

#define ADD(path, func) g_test_add (path, DigitsFixture, NULL, digits_setup, func, digits_teardown)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/digits/finds-mistakes", test_finds_mistakes);
  ADD ("/digits/planted", test_planted);
  ADD ("/digits/sections", test_sections);
  ADD ("/digits/careers", test_careers);
  ADD ("/digits/skills", test_skills);
  ADD ("/digits/claims", test_claims);
  ADD ("/digits/register", test_register);
  ADD ("/digits/dialogs", test_dialogs);
  ADD ("/digits/sitting", test_sitting);
  ADD ("/digits/freshness", test_freshness);
  ADD ("/digits/import", test_import);
  ADD ("/digits/quality", test_quality);
  ADD ("/digits/sample", test_sample);
  digits_add_dialogs ();
  return g_test_run ();
}
