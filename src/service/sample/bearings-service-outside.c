/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second ratings, and measures from outside. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-pair-file.h"
#include "bearings-people-outside.h"
#include "bearings-service-outside.h"
#include "bearings-service-private.h"
#include "bearings-service-quality.h"
#include "bearings-service-sittings.h"

#define MAX_NAME 100

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID, message);
  return FALSE;
}

/* Says something of a sitting that is over; nobody sits at it any more. */
static gboolean
say_beside (BearingsService *self,
            const char *sitting_id,
            BearingsEntryKind kind,
            const char *item_id,
            const char *response,
            GError **error)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item_id, response, -1);
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);
  gboolean elsewhere = FALSE;

  if (keeper == NULL ||
      !bearings_people_is_open_elsewhere (keeper->people, sitting_id, &elsewhere, error))
    return FALSE;
  if (elsewhere) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_STALE,
                         _ ("This sitting is open in another window."));
    return FALSE;
  }
  return bearings_people_take_over (keeper->people, sitting_id, error) &&
         bearings_people_append (keeper->people, sitting_id, entry, error);
}

static gboolean
is_finished (BearingsService *self, const char *sitting_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BearingsSittingInfo) info = bearings_service_sittings_get (self, sitting_id, &local);

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (info == NULL) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no sitting with the id “%s”."), sitting_id);
    return FALSE;
  }
  return info->finished || refuse (error, _ ("The sitting is not finished."));
}

gboolean
bearings_service_quality_rate_task (BearingsService *self,
                                    const char *sitting_id,
                                    const char *item_id,
                                    const char *response,
                                    GError **error)
{
  g_autoptr (BearingsResponse) parsed = bearings_response_parse (response);
  g_autoptr (BearingsResult) result = NULL;
  g_autofree char *points = NULL;

  if (!is_finished (self, sitting_id, error))
    return FALSE;
  result = bearings_service_sittings_get_result (self, sitting_id, error);
  if (result == NULL)
    return FALSE;
  for (guint i = 0; i < result->sitting->items->len; i++) {
    const BearingsSittingItem *row = result->sitting->items->pdata[i];

    if (!g_str_equal (row->item->record.id, item_id))
      continue;
    if (row->item->kind != BEARINGS_ITEM_RUBRIC || row->response == NULL)
      return refuse (error, _ ("Only a task that was answered can be rated."));
    if (parsed == NULL || parsed->kind != BEARINGS_RESPONSE_RUBRIC ||
        !bearings_response_is_complete (parsed, row->item))
      return refuse (error, _ ("Every criterion of the task needs points."));
    g_clear_pointer (&parsed->text, g_free);
    points = bearings_response_to_string (parsed);
    return say_beside (self, sitting_id, BEARINGS_ENTRY_RATED, item_id, points, error);
  }
  return refuse (error, _ ("The sitting does not have this task."));
}

static gboolean
check_name (const char *name, GError **error)
{
  if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_NAME || strpbrk (name, "\n\r\t") != NULL)
    return refuse (error, _ ("A measure needs a name of one line."));
  return TRUE;
}

gboolean
bearings_service_outside_set (BearingsService *self,
                              const char *sitting_id,
                              const char *name,
                              double value,
                              GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (!check_name (name, error) || !is_finished (self, sitting_id, error))
    return FALSE;
  if (isinf (value))
    return refuse (error, _ ("A measure is a number."));
  if (!isnan (value))
    g_ascii_dtostr (text, sizeof text, value);
  return say_beside (self, sitting_id, BEARINGS_ENTRY_OUTSIDE, name, text, error);
}

/* The latest finished sitting: by its own id, or of the client of that code. NULL: none. */
static char *
find_sitting (GPtrArray *infos, const char *instrument_id, const char *person)
{
  for (guint i = 0; i < infos->len; i++) {
    const BearingsSittingInfo *info = infos->pdata[i];

    if (info->finished && g_str_equal (info->instrument, instrument_id) &&
        (g_str_equal (info->id, person) || g_strcmp0 (info->client, person) == 0))
      return g_strdup (info->id);
  }
  return NULL;
}

gboolean
bearings_service_outside_import (BearingsService *self,
                                 const char *instrument_id,
                                 const char *name,
                                 const char *note,
                                 GFile *file,
                                 BearingsOutsideSummary *summary,
                                 GError **error)
{
  g_autoptr (GPtrArray) pairs =
    check_name (name, error) ? bearings_pair_file_read (file, "value", error) : NULL;
  g_autoptr (GPtrArray) infos = pairs ? bearings_service_sittings_list (self, error) : NULL;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (bearings_outside_value_free);
  g_autoptr (BearingsKeeper) keeper = NULL;
  guint unknown = 0;

  *summary = (BearingsOutsideSummary) { 0 };
  if (infos == NULL)
    return FALSE;
  for (guint i = 0; i < pairs->len; i++) {
    const BearingsPersonPair *pair = pairs->pdata[i];
    g_autofree char *sitting = find_sitting (infos, instrument_id, pair->person);
    BearingsOutsideValue *value;

    if (sitting != NULL) {
      if (!bearings_service_outside_set (self, sitting, name, pair->number, error))
        return FALSE;
      summary->n_sittings++;
      continue;
    }
    value = g_new0 (BearingsOutsideValue, 1);
    value->contribution = g_ascii_strdown (pair->person, -1);
    value->value = pair->number;
    g_ptr_array_add (values, value);
  }
  keeper = bearings_service_borrow_people (self, error);
  if (keeper == NULL ||
      !bearings_people_outside_add (keeper->people, instrument_id, name, note, error) ||
      !bearings_people_outside_set_values (keeper->people, instrument_id, name, values, &unknown,
                                           error))
    return FALSE;
  summary->n_unknown = unknown;
  summary->n_records = values->len - unknown;
  return TRUE;
}

/* Sittings of the instrument whose log holds the measure; @names: every name found, or NULL. */
static GPtrArray *
find_holders (BearingsService *self,
              const char *instrument_id,
              const char *name,
              GHashTable *names,
              GError **error)
{
  g_autoptr (GPtrArray) infos = bearings_service_sittings_list (self, error);
  GPtrArray *found;

  if (infos == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < infos->len; i++) {
    const BearingsSittingInfo *info = infos->pdata[i];
    g_autoptr (BearingsResult) result = NULL;
    GHashTableIter iter;
    gpointer key;

    if (!info->finished || !g_str_equal (info->instrument, instrument_id))
      continue;
    /* One that cannot be read any more holds nothing that is shown. */
    result = bearings_service_sittings_get_result (self, info->id, NULL);
    if (result == NULL)
      continue;
    if (name != NULL && g_hash_table_contains (result->sitting->outside, name))
      g_ptr_array_add (found, g_strdup (info->id));
    g_hash_table_iter_init (&iter, result->sitting->outside);
    while (names != NULL && g_hash_table_iter_next (&iter, &key, NULL))
      g_hash_table_add (names, g_strdup (key));
  }
  return found;
}

gboolean
bearings_service_outside_remove (BearingsService *self,
                                 const char *instrument_id,
                                 const char *name,
                                 GError **error)
{
  g_autoptr (GPtrArray) sittings = find_holders (self, instrument_id, name, NULL, error);
  g_autoptr (BearingsKeeper) keeper = NULL;
  g_autoptr (GError) local = NULL;

  if (sittings == NULL)
    return FALSE;
  for (guint i = 0; i < sittings->len; i++)
    if (!bearings_service_outside_set (self, sittings->pdata[i], name, NAN, error))
      return FALSE;
  keeper = bearings_service_borrow_people (self, error);
  if (keeper == NULL)
    return FALSE;
  if (bearings_people_outside_remove (keeper->people, instrument_id, name, &local) ||
      (sittings->len > 0 &&
       g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND)))
    return TRUE;
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                         local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
bearings_service_outside_list (BearingsService *self, const char *instrument_id, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sittings = find_holders (self, instrument_id, NULL, names, error);
  g_autoptr (BearingsKeeper) keeper = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  GPtrArray *list;
  GHashTableIter iter;
  gpointer name;

  if (sittings == NULL)
    return NULL;
  keeper = bearings_service_borrow_people (self, error);
  if (keeper == NULL)
    return NULL;
  measures = bearings_people_outside_list (keeper->people, instrument_id, error);
  if (measures == NULL)
    return NULL;
  for (guint i = 0; i < measures->len; i++)
    g_hash_table_add (names, g_strdup (((BearingsOutsideMeasure *) measures->pdata[i])->name));
  list = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (list, g_strdup (name));
  g_ptr_array_sort (list, compare_names);
  return list;
}
