/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in words, in rows and in plots: what they open, what a screen reader hears. */

#include <math.h>

#include "bearings-certainty-mark.h"
#include "bearings-certainty-rules.h"
#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"
#include "bearings-figure-text.h"
#include "bearings-plot-area.h"
#include "bearings-plot-view.h"
#include "bearings-rows.h"
#include "bearings-source-state.h"
#include "widget-fixture.h"

static BearingsSource *
source_new (void)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup ("src");
  source->title = g_strdup ("Postings & more");
  source->publisher = g_strdup ("A Publisher");
  source->issued = g_strdup ("2023");
  return source;
}

static void
assert_hears (GtkWidget *widget, GtkAccessibleProperty property, const char *text)
{
  /* The test backend says how the value differs from what is expected. */
  g_autofree char *difference =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");

  g_assert_nonnull (difference);
  if (strstr (difference, text) == NULL)
    g_error ("“%s” is not heard in: %s", text, difference);
}

static GtkWidget *
window_new (GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  adw_window_set_content (ADW_WINDOW (window), content);
  bearings_figure_context_set_opener (window, bearings_figure_dialog_present);
  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  return window;
}

/* Words of the dialog on the window; closes it. */
static char *
dialog_text (GtkWidget *window)
{
  GtkWidget *dialog = GTK_WIDGET (wait_for_dialog (window));
  char *text;

  settle (dialog);
  text = read_text (dialog);
  close_dialog (window);
  return text;
}

static void
test_text (void)
{
  g_autoptr (BearingsSource) source = source_new ();
  GtkWidget *text = bearings_figure_text_new ("In 2023, 74.3 % of <571> postings & more");
  GtkWidget *label = find_any (text, GTK_TYPE_LABEL);
  GtkWidget *window;
  g_autofree char *none = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *shown = NULL;
  gboolean handled = FALSE;

  /* Markup in the words is words; the figures are links and the year is not. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==,
                   "In 2023, 74.3 % of <571> postings & more");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), ">74.3 %</a>"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), ">571</a>"));
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), ">2023</a>"));

  /* Nobody has said where it is from: then it does not pretend. */
  none = bearings_figure_holder_describe (BEARINGS_FIGURE_HOLDER (text));
  g_assert_null (none);
  bearings_figure_context_set_source (text, source);
  origin = bearings_figure_holder_describe (BEARINGS_FIGURE_HOLDER (text));
  g_assert_nonnull (strstr (origin, "A Publisher (2023)"));

  window = window_new (text);
  g_signal_emit_by_name (label, "activate-link", "figure:0", &handled);
  g_assert_true (handled);
  shown = dialog_text (window);
  g_assert_nonnull (strstr (shown, "74.3 %"));
  g_assert_nonnull (strstr (shown, "Postings & more"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_computation (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = bearings_figure_text_new ("2 direct, 7 adjacent");
  GtkWidget *window;
  g_autofree char *origin = NULL;
  g_autofree char *shown = NULL;

  gtk_box_append (GTK_BOX (box), text);
  /* The nearest ancestor that has said so. */
  bearings_figure_context_set_computation (box, "Counted on this page.");
  origin = bearings_figure_holder_describe (BEARINGS_FIGURE_HOLDER (text));
  g_assert_nonnull (strstr (origin, "Counted on this page."));
  window = window_new (box);
  g_assert_true (bearings_figure_context_open (text, "2 direct, 7 adjacent"));
  shown = dialog_text (window);
  g_assert_nonnull (strstr (shown, "Counted on this page."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_rows (void)
{
  g_autoptr (BearingsSource) source = source_new ();
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *with = bearings_rows_property_new ("Sample", "571 postings");
  GtkWidget *without = bearings_rows_property_new ("Where", "the United States, 2023");
  GtkWidget *link =
    bearings_rows_link_new ("A claim: 12 %", NULL, BEARINGS_RECORD_CLAIM, "c", NULL);
  GtkWidget *window;
  g_autofree char *shown = NULL;
  g_autofree char *described = NULL;
  g_autofree char *opens = NULL;

  gtk_list_box_append (GTK_LIST_BOX (list), with);
  gtk_list_box_append (GTK_LIST_BOX (list), without);
  gtk_list_box_append (GTK_LIST_BOX (list), link);
  bearings_figure_context_set_source (list, source);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (with)));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (without)));
  described = bearings_figure_holder_describe (BEARINGS_FIGURE_HOLDER (with));
  g_assert_nonnull (strstr (described, "A Publisher"));
  opens = bearings_figure_holder_describe (BEARINGS_FIGURE_HOLDER (link));
  g_assert_cmpstr (opens, ==, "win.open");
  window = window_new (list);
  adw_action_row_activate (ADW_ACTION_ROW (with));
  shown = dialog_text (window);
  g_assert_nonnull (strstr (shown, "Sample: 571 postings"));
  g_assert_nonnull (strstr (shown, "Postings & more"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static BearingsPlot *
plot_new (void)
{
  g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  g_autoptr (BearingsSource) source = source_new ();
  BearingsFigure *more = bearings_record_struct_new (&bearings_figure_type);

  claim->record.id = g_strdup ("c");
  claim->statement = g_strdup ("A count");
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->finding.metric = g_strdup ("share of postings");
  claim->finding.unit = g_strdup ("percent");
  claim->finding.value = 40;
  claim->finding.low = 30;
  claim->finding.high = 55;
  claim->finding.level = 95;
  more->metric = g_strdup ("median pay");
  more->unit = g_strdup ("USD per year");
  more->value = 101000;
  more->interval = BEARINGS_INTERVAL_NOT_PUBLISHED;
  g_ptr_array_add (claim->additional_findings, more);
  return bearings_plot_for_claim (claim, source, NULL);
}

/* A screen reader finds a list with an item for each datum; the arrows go from one to the next. */
static void
test_plot_is_heard (void)
{
  g_autoptr (BearingsPlot) plot = plot_new ();
  GtkWidget *area = bearings_plot_area_new (plot);
  GtkWidget *first = gtk_widget_get_first_child (area);
  GtkWidget *last = gtk_widget_get_last_child (area);
  GtkWidget *window = window_new (area);
  g_autofree char *shown = NULL;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (area)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_true (gtk_widget_get_next_sibling (first) == last);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (first)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  assert_hears (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "Share of postings");
  assert_hears (first, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "30 to 55");
  assert_hears (first, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "A Publisher (2023)");
  assert_hears (last, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "101");
  assert_hears (last, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "gives no error");

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (gtk_widget_child_focus (area, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == first);
  g_assert_true (gtk_widget_child_focus (area, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == last);
  g_assert_false (gtk_widget_child_focus (area, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_child_focus (area, GTK_DIR_UP));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == first);
  /* Tab leaves; it does not walk through every datum. */
  g_assert_false (gtk_widget_child_focus (area, GTK_DIR_TAB_FORWARD));

  gtk_widget_activate (last);
  g_signal_emit_by_name (last, "clicked");
  shown = dialog_text (window);
  g_assert_nonnull (strstr (shown, "Median pay") != NULL ? shown : strstr (shown, "median pay"));
  g_assert_nonnull (strstr (shown, "Postings & more"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The table says what the plot says. */
static void
test_plot_has_a_table (void)
{
  g_autoptr (BearingsPlot) plot = plot_new ();
  GtkWidget *view = bearings_plot_view_new (plot);
  GtkWidget *window = window_new (view);

  g_assert_false (bearings_plot_view_shows_table (BEARINGS_PLOT_VIEW (view)));
  bearings_plot_view_show_table (BEARINGS_PLOT_VIEW (view), TRUE);
  settle (window);
  for (guint i = 0; i < bearings_plot_n_data (plot); i++) {
    const BearingsPlotDatum *datum = bearings_plot_get (plot, i, NULL);

    g_assert_true (holds_text (view, datum->label));
    g_assert_true (holds_text (view, datum->value_text));
    g_assert_true (holds_text (view, datum->caption));
  }
  g_assert_null (bearings_plot_view_new (NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_state_mark (void)
{
  g_autoptr (BearingsSource) source = source_new ();
  GtkWidget *mark = g_object_ref_sink (bearings_source_state_mark_new (source));

  g_assert_false (gtk_widget_get_visible (mark));
  g_object_unref (mark);
  source->state = BEARINGS_SOURCE_RETRACTED;
  source->state_date = g_strdup ("2024-05-03");
  source->state_note = g_strdup ("Data could not be found.");
  mark = g_object_ref_sink (bearings_source_state_mark_new (source));
  g_assert_true (gtk_widget_get_visible (mark));
  g_assert_true (holds_text (mark, "Retracted, 3 May 2024. Data could not be found."));
  g_assert_finalize_object (mark);
}

/* The mark leads to every rule there is, and first to those that made it. */
static void
test_mark_opens_rules (void)
{
  g_autoptr (GArray) rules = bearings_certainty_rules ();
  g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
  GtkWidget *mark = bearings_certainty_mark_new (BEARINGS_CERTAINTY_LOW);
  GtkWidget *window;
  BearingsCertaintyReason *reason = bearings_record_struct_new (&bearings_certainty_reason_type);
  g_autofree char *shown = NULL;

  reason->domain = BEARINGS_REASON_IMPRECISION;
  reason->steps = 2;
  reason->note = g_strdup ("Only nine people.");
  claim->design = BEARINGS_DESIGN_RCT;
  g_ptr_array_add (claim->certainty_reasons, reason);
  bearings_certainty_mark_set_claim (BEARINGS_CERTAINTY_MARK (mark), claim);
  window = window_new (mark);
  g_signal_emit_by_name (mark, "clicked");
  shown = dialog_text (window);
  g_assert_nonnull (strstr (shown, "Only nine people."));
  g_assert_nonnull (strstr (shown, "Two steps down: Imprecision"));
  for (guint i = 0; i < rules->len; i++) {
    const BearingsCertaintyRule *rule = &g_array_index (rules, BearingsCertaintyRule, i);
    if (strstr (shown, rule->text) == NULL)
      g_error ("The rule %s is not shown", rule->id);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/figures/text", test_text);
  g_test_add_func ("/figures/computation", test_computation);
  g_test_add_func ("/figures/rows", test_rows);
  g_test_add_func ("/figures/plot-is-heard", test_plot_is_heard);
  g_test_add_func ("/figures/plot-has-a-table", test_plot_has_a_table);
  g_test_add_func ("/figures/state-mark", test_state_mark);
  g_test_add_func ("/figures/mark-opens-rules", test_mark_opens_rules);
  return g_test_run ();
}
