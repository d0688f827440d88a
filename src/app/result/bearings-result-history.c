/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a result page that look back. */

#include "bearings-result-history.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-influence.h"
#include "bearings-result-state.h"
#include "bearings-rows.h"
#include "bearings-section.h"

/* Answers shown on each side. */
#define SHOWN 3

static GtkWidget *
text_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* The first line of a question. */
static char *
first_line (const char *prompt)
{
  const char *end = strchr (prompt, '\n');

  return end != NULL ? g_strndup (prompt, end - prompt) : g_strdup (prompt);
}

static const char *
answer_words (const BearingsInfluence *influence)
{
  if (influence->max_points == 1)
    return influence->points > 0 ? _ ("Answered right") : _ ("Not answered right");
  if (influence->points >= influence->max_points)
    return _ ("Task with all points");
  return influence->points > 0 ? _ ("Task with some of the points") : _ ("Task without points");
}

static GtkWidget *
influences_row_new (GPtrArray *influences, gboolean raised)
{
  GtkWidget *expander = bearings_rows_plain_new (
    ADW_TYPE_EXPANDER_ROW, raised ? _ ("What raised it most") : _ ("What lowered it most"), NULL);
  guint n = 0;

  for (guint i = 0; i < influences->len && n < SHOWN; i++) {
    const BearingsInfluence *influence = g_ptr_array_index (influences, i);
    g_autofree char *prompt = NULL;

    if ((influence->moved > 0) != raised || influence->moved == 0)
      continue;
    prompt = first_line (influence->item->prompt);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              text_row_new (prompt, answer_words (influence)));
    n++;
  }
  gtk_widget_set_visible (expander, n > 0);
  return expander;
}

GtkWidget *
bearings_result_history_influence_section_new (const BearingsResult *result)
{
  g_autoptr (GPtrArray) influences = bearings_influence_list (result);
  GtkWidget *section, *list;

  if (influences->len == 0)
    return NULL;
  section = bearings_section_new (
    _ ("What Moved the Estimate"),
    _ ("Each answer was left out in turn, to see how far the estimate moves without it."));
  list = bearings_rows_boxed_list_new ();
  gtk_list_box_append (GTK_LIST_BOX (list), influences_row_new (influences, TRUE));
  gtk_list_box_append (GTK_LIST_BOX (list), influences_row_new (influences, FALSE));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static void
append_band (GtkListBox *list, const char *title, const BearingsResult *result)
{
  g_autofree char *band =
    isnan (result->theta)
      ? g_strdup (_ ("Nothing was scored"))
      : bearings_result_state_band_text (result->form->instrument, result->theta, result->se);

  gtk_list_box_append (list, text_row_new (title, band));
}

GtkWidget *
bearings_result_history_change_section_new (const BearingsResult *earlier,
                                            const BearingsResult *result)
{
  GtkWidget *section, *list;
  BearingsReliableChange change;
  g_autofree char *text = NULL;
  g_autofree char *then = NULL;

  if (!bearings_influence_change (earlier, result, &change))
    return NULL;
  text = bearings_reliable_change_text (&change);
  then = bearings_result_state_when (earlier->info);
  section = bearings_section_new (_ ("Compared with the Sitting Before"), text);
  list = bearings_rows_boxed_list_new ();
  append_band (GTK_LIST_BOX (list), then, earlier);
  append_band (GTK_LIST_BOX (list), _ ("This sitting"), result);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

GtkWidget *
bearings_result_history_rescore_section_new (const BearingsRescore *rescore)
{
  GtkWidget *section, *list, *expander;

  if (rescore->differences->len == 0)
    return NULL;
  section = bearings_section_new (
    _ ("Scored with Today’s Data"),
    _ ("This result was and stays scored with the data of its own day. Beside it the same answers "
       "with what is installed now."));
  list = bearings_rows_boxed_list_new ();
  append_band (GTK_LIST_BOX (list), _ ("As it was scored"), rescore->then);
  append_band (GTK_LIST_BOX (list), _ ("With today’s data"), rescore->now);
  expander = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, _ ("What differs"), NULL);
  for (guint i = 0; i < rescore->differences->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              text_row_new (rescore->differences->pdata[i], NULL));
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}
