/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When claims were checked, and what state their sources are in. */

#include "bearings-catalogue-freshness.h"

#include "bearings-catalogue-private.h"
#include "bearings-statement.h"

static int
nick_value (const BearingsEnumType *type, const char *nick)
{
  return nick != NULL ? bearings_enums_value (type, nick) : 0;
}

GPtrArray *
bearings_catalogue_freshness_list (BearingsCatalogue *self, GError **error)
{
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_freshness_row_free);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    bearings_catalogue_get_database (self),
    "SELECT c.id, c.statement, c.source, s.title, s.doi, s.url, l.year, c.checked, s.state, "
    "s.state_date, l.certainty, c.confirmed, c.channel FROM claim c LEFT JOIN source s ON s.id = "
    "c.source "
    "LEFT JOIN library_row l ON l.id = c.id AND l.rowkey < (1 << 40) ORDER BY c.id",
    error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsFreshnessRow *row = bearings_freshness_row_new ();
    BearingsConfirmed confirmed;

    g_ptr_array_add (list, row);
    row->claim = bearings_statement_dup_text (rows, 0);
    row->statement = bearings_statement_dup_text (rows, 1);
    row->source = bearings_statement_dup_text (rows, 2);
    row->title = bearings_statement_dup_text (rows, 3);
    row->doi = bearings_statement_dup_text (rows, 4);
    row->url = bearings_statement_dup_text (rows, 5);
    if (!bearings_statement_is_null (rows, 6))
      row->year = (int) bearings_statement_get_integer (rows, 6);
    row->checked = bearings_statement_dup_text (rows, 7);
    row->state = nick_value (&bearings_source_state_type, bearings_statement_get_text (rows, 8));
    row->state_date = bearings_statement_dup_text (rows, 9);
    row->certainty = nick_value (&bearings_certainty_type, bearings_statement_get_text (rows, 10));
    confirmed = nick_value (&bearings_confirmed_type, bearings_statement_get_text (rows, 11));
    row->channel = nick_value (&bearings_channel_type, bearings_statement_get_text (rows, 12));
    row->read = confirmed == BEARINGS_CONFIRMED_PRIMARY || confirmed == BEARINGS_CONFIRMED_COMPUTED;
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
