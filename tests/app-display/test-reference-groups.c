/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample and the shipped ones as groups to choose from, two side by side. */

#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"
#include "bearings-reference-groups.h"
#include "bearings-service-result.h"
#include "bearings-service-sittings.h"
#include "sample-fixture.h"
#include "window-fixture.h"

static void
append (Fixture *fixture,
        const char *info,
        BearingsEntryKind kind,
        const char *item,
        const char *response)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, response, 4000);
  g_autoptr (GError) error = NULL;

  entry->time = g_get_real_time ();
  g_assert_true (bearings_service_sittings_append (fixture->service, info, entry, &error));
  g_assert_no_error (error);
}

/* A long sitting in which every second keyed item is right, of somebody with four years. */
static BearingsResult *
sit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) { .instrument = "python-skill", .length = BEARINGS_LENGTH_LONG },
    &error);
  g_autoptr (BearingsSitting) sitting = NULL;
  BearingsResult *result;

  g_assert_no_error (error);
  sitting = bearings_service_sittings_resume (fixture->service, info, &error);
  g_assert_no_error (error);
  append (fixture, info, BEARINGS_ENTRY_FACT, BEARINGS_FACT_YEARS, "4");
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsItem *item = ((BearingsSittingItem *) sitting->items->pdata[i])->item;

    if (item->kind != BEARINGS_ITEM_KEYED ||
        bearings_item_get_answer (item) != BEARINGS_ANSWER_SINGLE)
      continue;
    for (guint j = 0; j < item->options->len; j++) {
      const BearingsItemOption *option = item->options->pdata[j];
      if ((option->key == BEARINGS_YES) == (i % 2 == 0)) {
        g_autofree char *response = g_strconcat ("option:", option->id, NULL);
        append (fixture, info, BEARINGS_ENTRY_ANSWERED, item->record.id, response);
        break;
      }
    }
  }
  append (fixture, info, BEARINGS_ENTRY_FINISHED, NULL, NULL);
  result = bearings_service_sittings_get_result (fixture->service, info, &error);
  g_assert_no_error (error);
  return result;
}

/* Waits until it is so. */
static void
assert_in (GtkWidget *widget, const char *words, gboolean there)
{
  Waiting waiting = { 0 };
  g_autofree char *text = NULL;

  while (wait_a_step (&waiting))
    if (widget_says (widget, words) == there)
      return;
  text = read_text (widget);
  g_error ("“%s” is %s:\n%s", words, there ? "not said" : "said", text);
}

static GtkWidget *
present (GtkWidget *groups)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), groups);
  bearings_figure_context_set_opener (window, bearings_figure_dialog_present);
  gtk_window_set_child (GTK_WINDOW (window), scroll);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 900);
  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  return window;
}

/* The @n-th combo row under a widget. */
static GtkWidget *
combo (GtkWidget *widget, guint *n)
{
  if (ADW_IS_COMBO_ROW (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = combo (child, n);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
nth_combo (GtkWidget *widget, guint n)
{
  return combo (widget, &n);
}

static BearingsResultScreen *
read_screen (Fixture *fixture, BearingsResult *result)
{
  g_autoptr (GError) error = NULL;
  BearingsResultScreen *screen = bearings_service_result_get_screen (
    fixture->service, result->info->id, "mabe-west-self-eval", &error);

  g_assert_no_error (error);
  return screen;
}

static void
test_local_and_shipped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (BearingsResultScreen) screen = NULL;
  GtkWidget *groups, *window;

  sample_merge (fixture->service, "python-skill", fixture->directory, 210);
  result = sit (fixture);
  screen = read_screen (fixture, result);
  g_assert_cmpuint (screen->groups->len, ==, 1);
  groups = bearings_reference_groups_new (result, screen->groups, screen->sources,
                                          "machine-learning-engineer");
  g_assert_nonnull (groups);
  window = present (groups);
  /* The centre's own first, described in full. */
  assert_in (groups, "This centre's own sample", TRUE);
  assert_in (groups, "210 sittings", TRUE);
  assert_in (groups, "not a probability sample", TRUE);
  assert_in (groups, "share of the variance", FALSE); /* the figure says it, not a bare number */
  assert_in (groups, "Kaggle", FALSE);
  /* A shipped one beside it: who, when, how found, licence. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (nth_combo (groups, 1)), 2);
  settle (window);
  assert_in (groups, "210 sittings", TRUE);
  assert_in (groups, "Kaggle", TRUE);
  assert_in (groups, "Self-selected users of one site", TRUE);
  assert_in (groups, "CC BY 2.0", TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (nth_combo (groups, 1)), 0);
  settle (window);
  assert_in (groups, "Self-selected users of one site", FALSE);
  /* The first can be another, too. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (nth_combo (groups, 0)), 1);
  settle (window);
  assert_in (groups, "210 sittings", FALSE);
  assert_in (groups, "CC BY 2.0", TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without a sample of its own the centre has the shipped groups alone. */
static void
test_without_sample (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsResult) result = sit (fixture);
  g_autoptr (BearingsResultScreen) screen = read_screen (fixture, result);
  GtkWidget *groups = bearings_reference_groups_new (result, screen->groups, screen->sources, NULL);
  GtkWidget *window = present (groups);

  assert_in (groups, "This centre's own sample", FALSE);
  assert_in (groups, "CC BY 2", TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/reference-groups/local-and-shipped", Fixture, NULL, setup, test_local_and_shipped,
              teardown);
  g_test_add ("/reference-groups/without-sample", Fixture, NULL, setup, test_without_sample,
              teardown);
  return g_test_run ();
}
