/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre's own sample as groups a result is compared with. */

#include "bearings-service-groups.h"

#include "bearings-people-sample.h"
#include "bearings-service-private.h"

GPtrArray *
bearings_service_groups_list_local (BearingsService *self,
                                    const BearingsResult *result,
                                    GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *month = g_date_time_format (now, "%Y-%m");
  g_autoptr (GPtrArray) contributions = NULL;
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self, error);

  if (keeper != NULL)
    contributions = bearings_people_sample_list_contributions (
      keeper->people, result->form->instrument->record.id, error);
  g_clear_pointer (&keeper, bearings_keeper_release);
  return contributions != NULL ? bearings_local_group_list (contributions, result, month) : NULL;
}

gboolean
bearings_service_groups_add_local (BearingsService *self, BearingsResult *result, GError **error)
{
  GPtrArray *groups = bearings_service_groups_list_local (self, result, error);

  if (groups != NULL)
    bearings_result_take_groups (result, groups);
  return groups != NULL;
}
