/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people.db: measures from outside, entered for records of the centre's sample. */

#include "bearings-people-outside.h"

#include <glib/gi18n-lib.h>

#include "bearings-people-private.h"
#include "bearings-statement.h"
#include "bearings-transaction.h"

void
bearings_outside_measure_free (gpointer data)
{
  BearingsOutsideMeasure *measure = data;

  g_free (measure->name);
  g_free (measure->note);
  g_free (measure);
}

void
bearings_outside_value_free (gpointer data)
{
  BearingsOutsideValue *value = data;

  g_free (value->contribution);
  g_free (value);
}

GPtrArray *
bearings_people_outside_list (BearingsPeople *self, const char *instrument, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (bearings_outside_measure_free);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    bearings_people_get_database (self),
    "SELECT name, note FROM outside_measure WHERE instrument = ?1 ORDER BY name", error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  bearings_statement_bind_text (rows, 1, instrument);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsOutsideMeasure *measure = g_new0 (BearingsOutsideMeasure, 1);

    measure->name = bearings_statement_dup_text (rows, 0);
    measure->note = bearings_statement_dup_text (rows, 1);
    g_ptr_array_add (list, measure);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
bearings_people_outside_add (BearingsPeople *self,
                             const char *instrument,
                             const char *name,
                             const char *note,
                             GError **error)
{
  g_autoptr (BearingsStatement) insert = bearings_statement_new (
    bearings_people_get_database (self),
    "INSERT INTO outside_measure (instrument, name, note) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (instrument, name) DO UPDATE SET note = coalesce (excluded.note, note)",
    error);

  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_text (insert, 1, instrument);
  bearings_statement_bind_text (insert, 2, name);
  bearings_statement_bind_text (insert, 3, note);
  return bearings_statement_run (insert, error);
}

static gboolean
insert_value (BearingsDatabase *database,
              const char *instrument,
              const char *name,
              const BearingsOutsideValue *value,
              guint *unknown,
              GError **error)
{
  g_autoptr (BearingsStatement) insert = bearings_statement_new (
    database,
    "INSERT INTO outside_value (measure, contribution, value) "
    "SELECT m.rowkey, c.id, ?4 FROM outside_measure m JOIN contribution c "
    "ON c.instrument = m.instrument WHERE m.instrument = ?1 AND m.name = ?2 AND c.id = ?3 "
    "ON CONFLICT (measure, contribution) DO UPDATE SET value = excluded.value "
    "RETURNING 1",
    error);
  BearingsStep step;

  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_text (insert, 1, instrument);
  bearings_statement_bind_text (insert, 2, name);
  bearings_statement_bind_text (insert, 3, value->contribution);
  bearings_statement_bind_real (insert, 4, value->value);
  step = bearings_statement_step (insert, error);
  if (step == BEARINGS_STEP_ROW)
    return bearings_statement_step (insert, error) == BEARINGS_STEP_DONE;
  (*unknown)++;
  return step == BEARINGS_STEP_DONE;
}

gboolean
bearings_people_outside_set_values (BearingsPeople *self,
                                    const char *instrument,
                                    const char *name,
                                    GPtrArray *values,
                                    guint *unknown,
                                    GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);

  *unknown = 0;
  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    if (!insert_value (database, instrument, name, values->pdata[i], unknown, error))
      return FALSE;
  return bearings_transaction_commit (transaction, error);
}

GPtrArray *
bearings_people_outside_list_values (BearingsPeople *self,
                                     const char *instrument,
                                     const char *name,
                                     GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (bearings_outside_value_free);
  g_autoptr (BearingsStatement) rows =
    bearings_statement_new (bearings_people_get_database (self),
                            "SELECT v.contribution, v.value FROM outside_value v "
                            "JOIN outside_measure m ON m.rowkey = v.measure "
                            "WHERE m.instrument = ?1 AND m.name = ?2 ORDER BY v.contribution",
                            error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  bearings_statement_bind_text (rows, 1, instrument);
  bearings_statement_bind_text (rows, 2, name);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsOutsideValue *value = g_new0 (BearingsOutsideValue, 1);

    value->contribution = bearings_statement_dup_text (rows, 0);
    value->value = bearings_statement_get_real (rows, 1);
    g_ptr_array_add (list, value);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
bearings_people_outside_remove (BearingsPeople *self,
                                const char *instrument,
                                const char *name,
                                GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);

  {
    g_autoptr (BearingsStatement) deletion = bearings_statement_new (
      database, "DELETE FROM outside_measure WHERE instrument = ?1 AND name = ?2 RETURNING 1",
      error);
    BearingsStep step;

    if (deletion == NULL)
      return FALSE;
    bearings_statement_bind_text (deletion, 1, instrument);
    bearings_statement_bind_text (deletion, 2, name);
    step = bearings_statement_step (deletion, error);
    if (step == BEARINGS_STEP_DONE)
      g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND,
                   /* Translators: name of a measure. */
                   _ ("There is no measure “%s”."), name);
    if (step != BEARINGS_STEP_ROW ||
        bearings_statement_step (deletion, error) == BEARINGS_STEP_ERROR)
      return FALSE;
  }
  return bearings_people_forget (database, error);
}
