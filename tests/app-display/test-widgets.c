/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of common/: what they show, what a screen reader hears, that they are freed. */

#include <adwaita.h>
#include <math.h>

#include "bearings-certainty-mark.h"
#include "bearings-figure-label.h"
#include "bearings-interval-plot.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-share-bar.h"

static BearingsFigure *
share_new (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  figure->metric = g_strdup ("share of postings");
  figure->referent = g_strdup ("of postings, 2023");
  bearings_figure_set_share (figure, 424, 571, "postings");
  return figure;
}

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
finalize (gpointer widget)
{
  g_object_ref_sink (widget);
  g_assert_finalize_object (G_OBJECT (widget));
}

static char *
accessible_text (GtkWidget *widget, GtkAccessibleProperty property)
{
  /* The test backend keeps what was set; it says how the value differs from what is expected. */
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");
}

static void
assert_hears (GtkWidget *widget, GtkAccessibleProperty property, const char *text)
{
  g_autofree char *difference = accessible_text (widget, property);

  g_assert_nonnull (difference);
  if (strstr (difference, text) == NULL)
    g_error ("“%s” is not heard in: %s", text, difference);
}

static void
test_figure (void)
{
  BearingsFigure *figure = share_new ();
  g_autoptr (BearingsSource) source = source_new ();
  GtkWidget *label = bearings_figure_label_new (BEARINGS_FIGURE_CELL, figure, source);

  g_assert_true (gtk_widget_has_css_class (label, "sourced"));
  g_assert_false (gtk_widget_has_css_class (label, "missing"));
  /* Even where only the value is drawn, everything is heard. */
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "74.3");
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "70.5");
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "424 of 571 postings");
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "of postings, 2023");
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "A Publisher");
  g_assert_true (gtk_widget_get_focusable (label));
  g_assert_true (bearings_figure_label_get_source (BEARINGS_FIGURE_LABEL (label)) == source);

  /* The label keeps a copy. */
  bearings_record_struct_free (&bearings_figure_type, figure);
  g_assert_cmpint (bearings_figure_label_get_figure (BEARINGS_FIGURE_LABEL (label))->count, ==,
                   424);
  bearings_figure_label_set_text (BEARINGS_FIGURE_LABEL (label), "three in four");
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "74.3");
  finalize (label);
}

static void
test_missing_figure (void)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  GtkWidget *label;

  figure->missing = BEARINGS_MISSING_SUPPRESSED;
  label = bearings_figure_label_new (BEARINGS_FIGURE_INLINE, figure, NULL);
  g_assert_true (gtk_widget_has_css_class (label, "missing"));
  g_assert_true (gtk_widget_has_css_class (label, "unsourced"));
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "suppressed by the publisher");
  assert_hears (label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "without a source");
  bearings_record_struct_free (&bearings_figure_type, figure);
  finalize (label);
}

static void
test_figure_opens_its_source (void)
{
  BearingsFigure *figure = share_new ();
  g_autoptr (BearingsSource) source = source_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *label = bearings_figure_label_new (BEARINGS_FIGURE_HEADLINE, figure, source);
  AdwDialog *dialog;

  adw_window_set_content (ADW_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  gtk_widget_activate (label);
  g_signal_emit_by_name (label, "clicked");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Figure");
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  bearings_record_struct_free (&bearings_figure_type, figure);
}

static void
test_interval_plot (void)
{
  BearingsFigure *figure = share_new ();
  GtkWidget *plot = bearings_interval_plot_new (figure);
  int minimum;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (plot)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_widget_get_visible (plot));
  assert_hears (plot, GTK_ACCESSIBLE_PROPERTY_LABEL, "70.5 to 77.7");
  gtk_widget_measure (plot, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 300);

  figure->value = NAN;
  figure->missing = BEARINGS_MISSING_NOT_STATED;
  bearings_interval_plot_set_figure (BEARINGS_INTERVAL_PLOT (plot), figure);
  g_assert_false (gtk_widget_get_visible (plot));
  bearings_record_struct_free (&bearings_figure_type, figure);
  finalize (plot);
}

static void
test_certainty (void)
{
  GtkWidget *mark = bearings_certainty_mark_new (BEARINGS_CERTAINTY_MODERATE);

  assert_hears (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "Moderate certainty");
  bearings_certainty_mark_set (BEARINGS_CERTAINTY_MARK (mark), 0);
  g_assert_false (gtk_widget_get_visible (mark));
  finalize (mark);
}

static void
test_section (void)
{
  GtkWidget *section = bearings_section_new ("Pay & outlook", NULL);
  GtkWidget *heading;

  bearings_section_append (BEARINGS_SECTION (section), gtk_label_new ("a"));
  bearings_section_append (BEARINGS_SECTION (section), gtk_label_new ("b"));
  heading = gtk_widget_get_first_child (section);
  g_assert_nonnull (gtk_widget_get_next_sibling (heading));
  bearings_section_clear (BEARINGS_SECTION (section));
  g_assert_true (gtk_widget_get_first_child (section) == heading);
  g_assert_null (gtk_widget_get_next_sibling (heading));
  finalize (section);
}

static GtkWidget *
row_of (gpointer item, gpointer user_data)
{
  (*(guint *) user_data)++;
  return bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, item, "R & D");
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

static void
test_long_list (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GtkWidget *list = bearings_rows_boxed_list_new ();
  guint made = 0;
  GtkListBoxRow *more;

  for (guint i = 0; i < 300; i++)
    g_ptr_array_add (items, (char *) "C & C++");
  bearings_rows_fill_list (GTK_LIST_BOX (list), items, 12, row_of, &made, NULL);
  /* Only what is seen is built. */
  g_assert_cmpuint (made, ==, 12);
  g_assert_cmpuint (count_rows (list), ==, 13);
  more = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 12);
  g_assert_true (ADW_IS_BUTTON_ROW (more));
  g_signal_emit_by_name (more, "activated");
  g_assert_cmpuint (made, ==, 300);
  g_assert_cmpuint (count_rows (list), ==, 300);
  finalize (list);
}

static void
test_short_list (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GtkWidget *list = bearings_rows_boxed_list_new ();
  guint made = 0;

  for (guint i = 0; i < 13; i++)
    g_ptr_array_add (items, (char *) "row");
  /* A button that shows one more row would be as tall as the row. */
  bearings_rows_fill_list (GTK_LIST_BOX (list), items, 12, row_of, &made, NULL);
  g_assert_cmpuint (count_rows (list), ==, 13);
  g_assert_cmpuint (made, ==, 13);
  finalize (list);
}

static void
test_share_bar (void)
{
  GtkWidget *bar = g_object_new (BEARINGS_TYPE_SHARE_BAR, NULL);

  bearings_share_bar_set (BEARINGS_SHARE_BAR (bar), 74.3, 70.5, 77.7);
  bearings_share_bar_set (BEARINGS_SHARE_BAR (bar), NAN, NAN, NAN);
  finalize (bar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/figure", test_figure);
  g_test_add_func ("/widgets/missing-figure", test_missing_figure);
  g_test_add_func ("/widgets/figure-opens-its-source", test_figure_opens_its_source);
  g_test_add_func ("/widgets/interval-plot", test_interval_plot);
  g_test_add_func ("/widgets/certainty", test_certainty);
  g_test_add_func ("/widgets/section", test_section);
  g_test_add_func ("/widgets/long-list", test_long_list);
  g_test_add_func ("/widgets/short-list", test_short_list);
  g_test_add_func ("/widgets/share-bar", test_share_bar);
  return g_test_run ();
}
