/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the widgets of assessment and result say to a screen reader. */

#include <adwaita.h>
#include <math.h>

#include "bearings-band-scale.h"
#include "bearings-choice-list.h"
#include "bearings-result-sections.h"
#include "bearings-task-view.h"
#include "form-fixture.h"

static GtkWidget *
nth_child (GtkWidget *widget, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
on_chosen (BearingsChoiceList *list, guint choice, guint *last)
{
  *last = choice;
}

static void
test_choices (void)
{
  static const char *const texts[] = { "One", "2 + 3", "I don’t know", NULL };
  GtkWidget *widget = g_object_ref_sink (bearings_choice_list_new ());
  BearingsChoiceList *list = BEARINGS_CHOICE_LIST (widget);
  guint last = G_MAXUINT;

  g_signal_connect (list, "chosen", G_CALLBACK (on_chosen), &last);
  bearings_choice_list_set_choices (list, texts, 1, FALSE);
  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  g_assert_cmpuint (bearings_choice_list_get_n_choices (list), ==, 3);
  g_assert_cmpuint (bearings_choice_list_get_chosen (list), ==, G_MAXUINT);
  for (guint i = 0; i < 3; i++) {
    gtk_test_accessible_assert_role (nth_child (widget, i), GTK_ACCESSIBLE_ROLE_RADIO);
    /* Marks of direction are for the eye; the name is the text as it is. */
    gtk_test_accessible_assert_property (nth_child (widget, i), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         texts[i]);
  }

  bearings_choice_list_set_chosen (list, 1);
  g_assert_cmpuint (last, ==, G_MAXUINT); /* the program chose */
  bearings_choice_list_choose (list, 2);
  g_assert_cmpuint (last, ==, 2);
  g_assert_cmpuint (bearings_choice_list_get_chosen (list), ==, 2);
  gtk_test_accessible_assert_state (nth_child (widget, 2), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (nth_child (widget, 1), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  bearings_choice_list_choose (list, 7);
  g_assert_cmpuint (bearings_choice_list_get_chosen (list), ==, 2);
  bearings_choice_list_set_chosen (list, G_MAXUINT);
  g_assert_cmpuint (bearings_choice_list_get_chosen (list), ==, G_MAXUINT);
  g_assert_finalize_object (widget);
}

static void
test_band_scale (void)
{
  static const double marks[] = { -1, 1 };
  static const char *const titles[] = { "Low", "Middle", "High", NULL };
  GtkWidget *scale = g_object_ref_sink (bearings_band_scale_new (-3, 3));
  int without, with, minimum;

  bearings_band_scale_set_zones (BEARINGS_BAND_SCALE (scale), marks, 2, titles);
  bearings_band_scale_set_band (BEARINGS_BAND_SCALE (scale), -0.5, 1.5, 0.5,
                                "Performance: Middle; with its error, from Middle to High");
  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Performance: Middle; with its error, from Middle to High");
  gtk_widget_measure (scale, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 280); /* a narrow window less its margins */
  gtk_widget_measure (scale, GTK_ORIENTATION_VERTICAL, 400, &with, NULL, NULL, NULL);
  bearings_band_scale_set_show_labels (BEARINGS_BAND_SCALE (scale), FALSE);
  gtk_widget_measure (scale, GTK_ORIENTATION_VERTICAL, 400, &without, NULL, NULL, NULL);
  g_assert_cmpint (without, <, with);
  g_assert_finalize_object (scale);
}

static void
on_answer_changed (BearingsTaskView *view, gboolean at_once, guint *count)
{
  (*count)++;
}

/* The answer comes out as it went in, and going in is not an answer. */
static void
test_task (void)
{
  static const char *const texts[] = { "rubric:c0=1,c1=2;free, text; here", "rubric:;only text",
                                       "rubric:c1=0;" };
  g_autoptr (BearingsForm) form = fixture_form ();
  GtkWidget *widget = g_object_ref_sink (g_object_new (BEARINGS_TYPE_TASK_VIEW, NULL));
  BearingsTaskView *view = BEARINGS_TASK_VIEW (widget);
  guint changes = 0;

  g_signal_connect (view, "answer-changed", G_CALLBACK (on_answer_changed), &changes);
  bearings_task_view_set_item (view, bearings_form_get_item (form, "task"), NULL);
  g_assert_null (bearings_task_view_get_response (view));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (BearingsResponse) response = bearings_response_parse (texts[i]);
    g_autofree char *text = NULL;

    bearings_task_view_set_item (view, bearings_form_get_item (form, "task"), response);
    text = bearings_task_view_get_response (view);
    g_assert_cmpstr (text, ==, texts[i]);
  }
  g_assert_cmpuint (changes, ==, 0);
  g_assert_finalize_object (widget);
}

/* Every part of a result can be made of a sitting without a single answer. */
static void
test_sections_of_an_empty_result (void)
{
  g_autoptr (BearingsForm) form = fixture_form ();
  g_autoptr (GPtrArray) log = fixture_log_new (form, BEARINGS_LENGTH_ALL);
  g_autoptr (BearingsSitting) sitting = bearings_sitting_replay (form, log, NULL);
  g_autoptr (BearingsSittingInfo) info = bearings_sitting_info_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BearingsResult) result = bearings_result_new (sitting, info, none, none);
  GtkWidget *parts[] = {
    bearings_result_sections_words_new (result),
    bearings_result_sections_level_new (result),
    bearings_result_sections_limits_new (result),
    bearings_result_sections_experience_new (result, "role"),
    bearings_result_sections_self_new (result, NULL),
    bearings_result_sections_profile_new (result),
    bearings_result_sections_checks_new (result),
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_assert_nonnull (parts[i]);
    g_object_ref_sink (parts[i]);
    g_assert_finalize_object (parts[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app-display/assessment-widgets/choices", test_choices);
  g_test_add_func ("/app-display/assessment-widgets/band-scale", test_band_scale);
  g_test_add_func ("/app-display/assessment-widgets/task", test_task);
  g_test_add_func ("/app-display/assessment-widgets/empty-result",
                   test_sections_of_an_empty_result);
  return g_test_run ();
}
