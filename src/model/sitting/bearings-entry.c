/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sittings and log entries. */

#include "bearings-entry.h"

BearingsEntry *
bearings_entry_new (BearingsEntryKind kind,
                    const char *item_id,
                    const char *response,
                    gint64 duration_ms)
{
  BearingsEntry *entry = g_new0 (BearingsEntry, 1);

  entry->kind = kind;
  entry->item_id = g_strdup (item_id);
  entry->response = g_strdup (response);
  entry->duration_ms = duration_ms;
  entry->time = g_get_real_time ();
  return entry;
}

BearingsEntry *
bearings_entry_copy (const BearingsEntry *entry)
{
  BearingsEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->item_id = g_strdup (entry->item_id);
  copy->response = g_strdup (entry->response);
  return copy;
}

void
bearings_entry_free (BearingsEntry *entry)
{
  g_free (entry->item_id);
  g_free (entry->response);
  g_free (entry);
}

BearingsSittingInfo *
bearings_sitting_info_new (void)
{
  return g_new0 (BearingsSittingInfo, 1);
}

BearingsSittingInfo *
bearings_sitting_info_copy (const BearingsSittingInfo *info)
{
  BearingsSittingInfo *copy = g_memdup2 (info, sizeof *info);

  copy->id = g_strdup (info->id);
  copy->instrument = g_strdup (info->instrument);
  copy->instrument_version = g_strdup (info->instrument_version);
  copy->data_version = g_strdup (info->data_version);
  copy->skill = g_strdup (info->skill);
  copy->client = g_strdup (info->client);
  copy->locale = g_strdup (info->locale);
  return copy;
}

void
bearings_sitting_info_free (BearingsSittingInfo *info)
{
  g_free (info->id);
  g_free (info->instrument);
  g_free (info->instrument_version);
  g_free (info->data_version);
  g_free (info->skill);
  g_free (info->client);
  g_free (info->locale);
  g_free (info);
}
