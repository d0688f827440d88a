/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own anonymous sample. */

#include "bearings-people-sample.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-people-private.h"
#include "bearings-statement.h"
#include "bearings-transaction.h"

static void
bind_real (BearingsStatement *statement, int parameter, double value)
{
  if (isfinite (value))
    bearings_statement_bind_real (statement, parameter, value);
  else
    bearings_statement_bind_null (statement, parameter);
}

static gboolean
insert_answer (BearingsDatabase *database,
               const char *id,
               const BearingsContributionAnswer *answer,
               GError **error)
{
  g_autoptr (BearingsStatement) insert =
    bearings_statement_new (database,
                            "INSERT INTO contribution_answer "
                            "(contribution, item, response, score, second) "
                            "VALUES (?1, ?2, ?3, ?4, ?5)",
                            error);

  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_text (insert, 1, id);
  bearings_statement_bind_text (insert, 2, answer->item);
  bearings_statement_bind_text (insert, 3, answer->response);
  bind_real (insert, 4, answer->score);
  bearings_statement_bind_text (insert, 5, answer->second);
  return bearings_statement_run (insert, error);
}

static gboolean
insert_score (BearingsDatabase *database,
              const char *id,
              const BearingsContributionScore *score,
              GError **error)
{
  g_autoptr (BearingsStatement) insert = bearings_statement_new (
    database,
    "INSERT INTO contribution_score (contribution, scale, theta, se, self_mean) "
    "VALUES (?1, ?2, ?3, ?4, ?5)",
    error);

  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_text (insert, 1, id);
  bearings_statement_bind_text (insert, 2, score->scale);
  bind_real (insert, 3, score->theta);
  bind_real (insert, 4, score->se);
  bind_real (insert, 5, score->self_mean);
  return bearings_statement_run (insert, error);
}

/* The number in the first column of the first row, 0 without a row. */
static gboolean
ask (BearingsDatabase *database, const char *sql, const char *text, gint64 *value, GError **error)
{
  g_autoptr (BearingsStatement) row = bearings_statement_new (database, sql, error);
  BearingsStep step;

  *value = 0;
  if (row == NULL)
    return FALSE;
  bearings_statement_bind_text (row, 1, text);
  step = bearings_statement_step (row, error);
  if (step == BEARINGS_STEP_ROW)
    *value = bearings_statement_get_integer (row, 0);
  return step != BEARINGS_STEP_ERROR;
}

static gboolean
run (BearingsDatabase *database, const char *sql, const char *text, GError **error)
{
  g_autoptr (BearingsStatement) statement = bearings_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  bearings_statement_bind_text (statement, 1, text);
  return bearings_statement_run (statement, error);
}

static gboolean
insert_contribution (BearingsDatabase *database,
                     const BearingsContribution *one,
                     const char *origin,
                     GError **error)
{
  {
    g_autoptr (BearingsStatement) insert = bearings_statement_new (
      database,
      "INSERT INTO contribution (id, instrument, instrument_version, month, origin) "
      "VALUES (?1, ?2, ?3, ?4, ?5)",
      error);

    if (insert == NULL)
      return FALSE;
    bearings_statement_bind_text (insert, 1, one->id);
    bearings_statement_bind_text (insert, 2, one->instrument);
    bearings_statement_bind_text (insert, 3, one->instrument_version);
    bearings_statement_bind_text (insert, 4, one->month);
    bearings_statement_bind_text (insert, 5, origin);
    if (!bearings_statement_run (insert, error))
      return FALSE;
  }
  for (guint i = 0; i < one->answers->len; i++)
    if (!insert_answer (database, one->id, one->answers->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < one->scores->len; i++)
    if (!insert_score (database, one->id, one->scores->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
bearings_people_sample_contribute (BearingsPeople *self,
                                   const char *sitting_id,
                                   const BearingsContribution *contribution,
                                   GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);
  gint64 free_to_join;

  if (transaction == NULL ||
      !ask (database, "SELECT count(*) FROM session WHERE id = ?1 AND finished AND NOT contributed",
            sitting_id, &free_to_join, error))
    return FALSE;
  if (free_to_join == 0) {
    g_set_error_literal (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                         _ ("Only a finished sitting can join the sample, and only once."));
    return FALSE;
  }
  return run (database, "UPDATE session SET contributed = 1, joined_seq = last_seq WHERE id = ?1",
              sitting_id, error) &&
         insert_contribution (database, contribution, "", error) &&
         bearings_transaction_commit (transaction, error);
}

gboolean
bearings_people_sample_withdraw (BearingsPeople *self,
                                 const char *sitting_id,
                                 const char *contribution_id,
                                 GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);

  {
    g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);
    gint64 there;

    if (transaction == NULL ||
        !ask (database, "SELECT count(*) FROM contribution WHERE id = ?1 AND origin = ''",
              contribution_id, &there, error))
      return FALSE;
    if (there == 0) {
      g_set_error_literal (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND,
                           _ ("These answers are not in the sample."));
      return FALSE;
    }
    if (!run (database, "DELETE FROM contribution WHERE id = ?1", contribution_id, error) ||
        !run (database, "UPDATE session SET contributed = 0 WHERE id = ?1", sitting_id, error) ||
        !bearings_transaction_commit (transaction, error))
      return FALSE;
  }
  return bearings_people_forget (database, error);
}

gboolean
bearings_people_sample_has_contributed (BearingsPeople *self,
                                        const char *sitting_id,
                                        gboolean *contributed,
                                        GError **error)
{
  gint64 value;

  if (!ask (bearings_people_get_database (self), "SELECT contributed FROM session WHERE id = ?1",
            sitting_id, &value, error))
    return FALSE;
  *contributed = value != 0;
  return TRUE;
}

gboolean
bearings_people_sample_get_joined_seq (BearingsPeople *self,
                                       const char *sitting_id,
                                       gint64 *seq,
                                       GError **error)
{
  return ask (bearings_people_get_database (self), "SELECT joined_seq FROM session WHERE id = ?1",
              sitting_id, seq, error);
}

static double
get_real (BearingsStatement *row, int column)
{
  return bearings_statement_is_null (row, column) ? NAN : bearings_statement_get_real (row, column);
}

static gboolean
read_parts (BearingsDatabase *database, BearingsContribution *one, GError **error)
{
  g_autoptr (BearingsStatement) answers = bearings_statement_new (
    database,
    "SELECT item, response, score, second FROM contribution_answer WHERE contribution = ?1 "
    "ORDER BY item",
    error);
  g_autoptr (BearingsStatement) scores =
    bearings_statement_new (database,
                            "SELECT scale, theta, se, self_mean FROM contribution_score "
                            "WHERE contribution = ?1 ORDER BY scale",
                            error);
  BearingsStep step;

  if (answers == NULL || scores == NULL)
    return FALSE;
  bearings_statement_bind_text (answers, 1, one->id);
  while ((step = bearings_statement_step (answers, error)) == BEARINGS_STEP_ROW) {
    bearings_contribution_add_answer (
      one, bearings_statement_get_text (answers, 0),
      bearings_statement_is_null (answers, 1) ? NULL : bearings_statement_get_text (answers, 1),
      get_real (answers, 2));
    if (!bearings_statement_is_null (answers, 3))
      bearings_contribution_set_second (one, bearings_statement_get_text (answers, 0),
                                        bearings_statement_get_text (answers, 3));
  }
  if (step == BEARINGS_STEP_ERROR)
    return FALSE;
  bearings_statement_bind_text (scores, 1, one->id);
  while ((step = bearings_statement_step (scores, error)) == BEARINGS_STEP_ROW)
    bearings_contribution_add_score (one, bearings_statement_get_text (scores, 0),
                                     get_real (scores, 1), get_real (scores, 2),
                                     get_real (scores, 3));
  return step != BEARINGS_STEP_ERROR;
}

GPtrArray *
bearings_people_sample_list_contributions (BearingsPeople *self,
                                           const char *instrument,
                                           GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);
  g_autoptr (GPtrArray) list = bearings_contribution_list_new ();
  g_autoptr (BearingsStatement) rows =
    bearings_statement_new (database,
                            "SELECT id, instrument, instrument_version, month, origin FROM "
                            "contribution WHERE ?1 IS NULL OR instrument = ?1 ORDER BY id",
                            error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  bearings_statement_bind_text (rows, 1, instrument);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsContribution *one = bearings_contribution_new ();

    g_ptr_array_add (list, one);
    one->id = bearings_statement_dup_text (rows, 0);
    one->instrument = bearings_statement_dup_text (rows, 1);
    one->instrument_version = bearings_statement_dup_text (rows, 2);
    one->month = bearings_statement_dup_text (rows, 3);
    one->origin = g_strdup (bearings_statement_get_text (rows, 4));
    if (!read_parts (database, one, error))
      return NULL;
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
bearings_people_sample_merge_contributions (BearingsPeople *self,
                                            GPtrArray *contributions,
                                            const char *origin,
                                            guint *added,
                                            GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);
  guint n = 0;

  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < contributions->len; i++) {
    const BearingsContribution *one = contributions->pdata[i];
    gint64 there;

    if (!ask (database, "SELECT count(*) FROM contribution WHERE id = ?1", one->id, &there, error))
      return FALSE;
    if (there != 0)
      continue;
    if (!insert_contribution (database, one, origin, error))
      return FALSE;
    n++;
  }
  if (!bearings_transaction_commit (transaction, error))
    return FALSE;
  *added = n;
  return TRUE;
}

gboolean
bearings_people_sample_remove_contributions (BearingsPeople *self,
                                             const char *origin,
                                             guint *removed,
                                             GError **error)
{
  BearingsDatabase *database = bearings_people_get_database (self);

  {
    g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);
    gint64 n;

    if (transaction == NULL ||
        !ask (database, "SELECT count(*) FROM contribution WHERE origin = ?1 AND origin <> ''",
              origin, &n, error))
      return FALSE;
    if (n == 0) {
      g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND,
                   /* Translators: name of a file. */
                   _ ("Nothing was merged from “%s”."), origin);
      return FALSE;
    }
    if (!run (database, "DELETE FROM contribution WHERE origin = ?1", origin, error) ||
        !bearings_transaction_commit (transaction, error))
      return FALSE;
    *removed = n;
  }
  return bearings_people_forget (database, error);
}
