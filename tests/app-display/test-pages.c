/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window on the catalogue as it is shipped. */

#include "window-fixture.h"

static void
test_discover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  assert_says (fixture, "Roles");
  assert_says (fixture, "Machine Learning Engineer");
  entry = find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (
    bearings_page_search (BEARINGS_PAGE (bearings_window_get_visible_page (fixture->window))));

  /* The latest search wins over those under way. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "nurse");
  g_signal_emit_by_name (entry, "search-changed");
  gtk_editable_set_text (GTK_EDITABLE (entry), "machine learning");
  g_signal_emit_by_name (entry, "search-changed");
  assert_says (fixture, "found for “machine learning”");
  assert_says (fixture, "Machine Learning Engineer");
  assert_does_not_say (fixture, "Nurse");

  gtk_editable_set_text (GTK_EDITABLE (entry), "zzzqqq");
  assert_says (fixture, "No Career Found for “zzzqqq”");
  /* Markup in what is searched for is text. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "<b>zzzqqq & co");
  assert_says (fixture, "No Career Found for “<b>zzzqqq & co”");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  assert_says (fixture, "Occupations");
}

/* Every word of the glossary is there, is found by search and leads to others. */
static void
test_glossary (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry, *button;

  /* The row takes the focus when the page has come in, as it does for most people. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  bearings_window_open (fixture->window, BEARINGS_RECORD_GLOSSARY_TERM, "adjacent", NULL);
  assert_says (fixture, "A finding that comes near");
  WAIT_UNTIL (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  entry = find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Audit study matched");
  g_signal_emit_by_name (entry, "search-changed");
  assert_says (fixture, "Matched applications are sent");
  assert_does_not_say (fixture, "A finding that comes near");
  button = find_type (find_type (page (fixture), ADW_TYPE_WRAP_BOX), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  assert_says (fixture, "A finding that comes near");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzzqqq");
  g_signal_emit_by_name (entry, "search-changed");
  assert_says (fixture, "No term of the glossary has these words.");
}

static void
test_career (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_OCCUPATION, "15-2051.00", NULL);
  assert_says (fixture, "Data Scientists");
  assert_says (fixture, "15-2051.00");
  assert_says (fixture, "Median");
  /* A projection is called one. */
  assert_says (fixture, "not a measurement");
  /* Ratings that the release does not have are said to be missing. */
  assert_says (fixture, "No ratings of skills and knowledge for Data Scientists");
}

static void
test_skill_page (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "machine-learning-engineer",
                        "python");
  assert_says (fixture, "Python for Machine Learning Engineer");
  assert_says (fixture, "424 of 571 postings");
  assert_says (fixture, "70.5 to 77.7");
  assert_says (fixture, "556 of 563 people");
  assert_says (fixture, "97.5 to 99.4");
  assert_says (fixture, "No evidence found");
  assert_says (fixture, "Measured directly, not established");
  assert_says (fixture, "Take the Matching Assessment");
}

static void
test_thin_skill_page (Fixture *fixture, gconstpointer data)
{
  /* Any pair has a page; most say that they know little. */
  bearings_window_open (fixture->window, BEARINGS_RECORD_OCCUPATION, "35-1011.00", "python");
  assert_says (fixture, "Python for Chefs and Head Cooks");
  settle (page (fixture));
  assert_does_not_say (fixture, "Measured directly\n");
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "noy-zhang-time", NULL);
  assert_says (fixture, "How sure this is");
  assert_says (fixture, "453 people");
  assert_says (fixture, "no interval stated by the source");
  assert_says (fixture, "Trace to the primary source");
  assert_says (fixture, "Where it is used");
}

static void
test_register (Fixture *fixture, gconstpointer data)
{
  bearings_window_show_section (fixture->window, "register");
  assert_says (fixture, "Three quarters of CVs");
  bearings_window_open (fixture->window, BEARINGS_RECORD_REGISTER_ENTRY, "ats-75-percent", NULL);
  assert_says (fixture, "Origin not found");
  assert_says (fixture, "Where it comes from, hop by hop");
  assert_says (fixture, "Count told as a share: 23 recruiters → 92 % of US recruiters");
  assert_says (fixture, "Last searched");
  assert_says (fixture, "September 2026");
  bearings_window_open (fixture->window, BEARINGS_RECORD_REGISTER_ENTRY, "lightcast-56", NULL);
  assert_says (fixture, "Credited to somebody else: PwC → Lightcast");
}

/* Every claim leads hop by hop to its source; what was strengthened on the way is marked. */
static void
test_trace (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "indeed-26-jobs-highly", NULL);
  assert_says (fixture, "Our sentence");
  assert_says (fixture, "“could be”");
  assert_says (fixture, "Hedge strengthened: “could be” → “likely to be”");
  assert_says (fixture, "Primary source");
  assert_says (fixture, "popular figures about this do not survive tracing");
  assert_says (fixture, "Carried over to pages of occupations");
  assert_says (fixture, "What changes on the way");

  /* A claim whose source's words are not on record says so. */
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "deming-social-skills", NULL);
  assert_says (fixture, "Its own words are not on record here.");
  assert_says (fixture, "Deming (2017)");

  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "nist-ai-rmf", NULL);
  assert_says (fixture, "NIST AI Risk Management Framework");
}

/* From the sentence of a row to its source by one press. */
static void
test_trace_dialog (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *button;

  bearings_window_open (fixture->window, BEARINGS_RECORD_OCCUPATION, "35-1011.00", "python");
  assert_says (fixture, "Python for Chefs and Head Cooks");
  assert_says (fixture, "Academic definition → Regulatory definition:");
  button = find_action (page (fixture), "win.trace");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  dialog = wait_for_dialog (fixture->window);
  wait_for_words (GTK_WIDGET (dialog), "Our sentence");
  g_assert_nonnull (find_action (GTK_WIDGET (dialog), "win.open"));
  close_dialog (fixture->window);
}

static gboolean
expand_popular (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget) &&
      strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), "popular figures")) {
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
    return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (expand_popular (child))
      return TRUE;
  return FALSE;
}

static void
assert_popular (Fixture *fixture, BearingsRecordKind kind, const char *id, const char *skill)
{
  bearings_window_open (fixture->window, kind, id, skill);
  assert_says (fixture, "popular figures about this do not survive tracing");
  g_assert_true (expand_popular (page (fixture)));
}

/* A popular figure is told of where it is usually met. */
static void
test_register_is_met (Fixture *fixture, gconstpointer data)
{
  assert_popular (fixture, BEARINGS_RECORD_ROLE, "machine-learning-engineer", NULL);
  assert_says (fixture, "87 per cent of data-science projects never reach production");
  assert_popular (fixture, BEARINGS_RECORD_OCCUPATION, "29-1141.00", NULL);
  assert_says (fixture, "Lightcast finds a 56 per cent AI pay premium");
  assert_does_not_say (fixture, "87 per cent of data-science projects");
  /* A skill that no claim names: by the channels of its page. */
  assert_popular (fixture, BEARINGS_RECORD_OCCUPATION, "29-1141.00", "2.A.1.a");
  assert_says (fixture, "Ten thousand hours of practice make anyone an expert");
  assert_says (fixture, "None on record");
}

static void
test_library (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  bearings_window_show_section (fixture->window, "evidence");
  assert_says (fixture, "claims");
  entry = find_type (page (fixture), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzzqqq");
  assert_says (fixture, "No Claim Found");
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  bearings_window_open (fixture->window, BEARINGS_RECORD_CLAIM, "no-such-claim", NULL);
  assert_says (fixture, "Not in the Installed Data");
  assert_says (fixture, "no-such-claim");
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "no-such-role", NULL);
  assert_says (fixture, "no-such-role");
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "data-scientist", "no-such-skill");
  assert_says (fixture, "no-such-skill");
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *root;
  AdwNavigationPage *career;

  assert_says (fixture, "Roles");
  root = bearings_window_get_visible_page (fixture->window);
  bearings_window_open (fixture->window, BEARINGS_RECORD_ROLE, "data-engineer", NULL);
  assert_says (fixture, "Outlook");
  career = bearings_window_get_visible_page (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  WAIT_UNTIL (bearings_window_get_visible_page (fixture->window) == root);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forward", NULL);
  WAIT_UNTIL (bearings_window_get_visible_page (fixture->window) == career);

  /* Each section keeps its place. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.section", "s", "register");
  g_assert_cmpstr (bearings_window_get_section (fixture->window), ==, "register");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.section", "s", "discover");
  g_assert_true (bearings_window_get_visible_page (fixture->window) == career);
}

static void
test_source_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open", "(sss)", "source",
                              "onet-30-1", "");
  dialog = GTK_WIDGET (wait_for_dialog (fixture->window));
  wait_for_words (dialog, "O*NET 30.1 Database");
  wait_for_words (dialog, "CC BY 4.0");
  wait_for_words (dialog, "Superseded");
  close_dialog (fixture->window);
}

static void
test_every_section (Fixture *fixture, gconstpointer data)
{
  static const char *const sections[] = { "discover", "evidence", "register",
                                          "assess",   "results",  "data" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    bearings_window_show_section (fixture->window, sections[i]);
    g_assert_true (BEARINGS_IS_PAGE (bearings_window_get_visible_page (fixture->window)));
  }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.data-changed", NULL);
  bearings_window_show_section (fixture->window, "discover");
  assert_says (fixture, "Roles");
}

static void
assert_narrow (Fixture *fixture, const char *what)
{
  int minimum;

  gtk_widget_measure (page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > 360)
    g_error ("The page of %s needs %d px", what, minimum);
}

static void
look_at_every_page (Fixture *fixture)
{
  static const char *const sections[] = { "discover", "evidence", "register" };
  static const struct {
    BearingsRecordKind kind;
    const char *id, *second_id, *words;
  } pages[] = {
    { BEARINGS_RECORD_ROLE, "machine-learning-engineer", NULL, "Related careers" },
    { BEARINGS_RECORD_OCCUPATION, "15-2051.00", NULL, "Related careers" },
    { BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", "References" },
    { BEARINGS_RECORD_CLAIM, "noy-zhang-time", NULL, "Source" },
    { BEARINGS_RECORD_REGISTER_ENTRY, "cornell-20-60", NULL, "Garbled" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    bearings_window_show_section (fixture->window, sections[i]);
    settle (page (fixture));
    assert_narrow (fixture, sections[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    bearings_window_open (fixture->window, pages[i].kind, pages[i].id, pages[i].second_id);
    assert_says (fixture, pages[i].words);
    settle (page (fixture));
    assert_narrow (fixture, pages[i].id);
  }
}

static void
test_fits_a_phone (Fixture *fixture, gconstpointer data)
{
  look_at_every_page (fixture);
}

static void
test_reads_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  look_at_every_page (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  BearingsWindow *window = bearings_window_new (GTK_APPLICATION (fixture->application));
  g_autoptr (GError) error = g_error_new (BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_PEOPLE,
                                          "people.db <is> newer & kept");

  bearings_window_show_failure (window, error);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_words (GTK_WIDGET (window), "people.db <is> newer & kept");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)
  ADD ("/pages/discover", test_discover);
  ADD ("/pages/career", test_career);
  ADD ("/pages/glossary", test_glossary);
  ADD ("/pages/skill", test_skill_page);
  ADD ("/pages/thin-skill", test_thin_skill_page);
  ADD ("/pages/claim", test_claim);
  ADD ("/pages/register", test_register);
  ADD ("/pages/trace", test_trace);
  ADD ("/pages/trace-dialog", test_trace_dialog);
  ADD ("/pages/register-is-met", test_register_is_met);
  ADD ("/pages/library", test_library);
  ADD ("/pages/not-found", test_not_found);
  ADD ("/pages/history", test_history);
  ADD ("/pages/source-dialog", test_source_dialog);
  ADD ("/pages/every-section", test_every_section);
  ADD ("/pages/fits-a-phone", test_fits_a_phone);
  g_test_add ("/pages/fits-with-large-text", Fixture, GINT_TO_POINTER (2), setup, test_fits_a_phone,
              teardown);
  ADD ("/pages/reads-right-to-left", test_reads_right_to_left);
  ADD ("/pages/failure", test_failure);
  return g_test_run ();
}
