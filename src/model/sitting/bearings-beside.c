/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the answers of a sitting: notes on self-ratings, second ratings of tasks. */

#include "bearings-beside.h"

#include <glib/gi18n-lib.h>

GPtrArray *
bearings_beside_list_noted (const BearingsSitting *sitting)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < sitting->items->len; i++) {
    BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
    if (row->note != NULL && row->response != NULL)
      g_ptr_array_add (list, row);
  }
  return list;
}

GPtrArray *
bearings_beside_list_tasks (const BearingsSitting *sitting)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < sitting->items->len; i++) {
    BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
    if (row->item->kind == BEARINGS_ITEM_RUBRIC && row->response != NULL &&
        row->response->kind == BEARINGS_RESPONSE_RUBRIC)
      g_ptr_array_add (list, row);
  }
  return list;
}

static gint64
most_points (const BearingsCriterion *criterion)
{
  gint64 most = 0;

  for (guint i = 0; i < criterion->points->len; i++)
    most = MAX (most, ((BearingsCriterionPoint *) g_ptr_array_index (criterion->points, i))->score);
  return most;
}

char *
bearings_beside_second_rating_text (const BearingsSittingItem *row)
{
  GString *text;

  if (row->response == NULL || row->response->scores == NULL || row->second == NULL ||
      row->second->scores == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < row->item->criteria->len; i++) {
    const BearingsCriterion *criterion = g_ptr_array_index (row->item->criteria, i);
    gpointer own, second;

    if (!g_hash_table_lookup_extended (row->response->scores, criterion->id, NULL, &own) ||
        !g_hash_table_lookup_extended (row->second->scores, criterion->id, NULL, &second))
      continue;
    if (text->len > 0)
      g_string_append (text, " · ");
    g_string_append_printf (text,
                            /* Translators: criterion of a task; points by the person, by a second
                               rater; the most there are. */
                            _ ("%s: %d by yourself, %d by the second rater, of %d"),
                            criterion->title, GPOINTER_TO_INT (own), GPOINTER_TO_INT (second),
                            (int) most_points (criterion));
  }
  return g_string_free_and_steal (text);
}
