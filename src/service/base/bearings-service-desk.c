/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at the desk, and what is known of the sittings of this run: in memory alone. */

#include "bearings-service-desk.h"

#include "bearings-service-private.h"

struct _BearingsDesk {
  GMutex lock;
  GMainContext *context;
  char *client;
  guint visit;
  GHashTable *contributions; /* id of a sitting -> id of its record of the sample */
  GHashTable *holds;         /* id of a sitting -> number of the last hold */
  guint last_hold;
};

BearingsDesk *
bearings_desk_new (void)
{
  BearingsDesk *desk = g_new0 (BearingsDesk, 1);

  g_mutex_init (&desk->lock);
  desk->context = g_main_context_ref_thread_default ();
  desk->contributions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  desk->holds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return desk;
}

void
bearings_desk_free (BearingsDesk *desk)
{
  g_mutex_clear (&desk->lock);
  g_main_context_unref (desk->context);
  g_free (desk->client);
  g_hash_table_unref (desk->contributions);
  g_hash_table_unref (desk->holds);
  g_free (desk);
}

static gboolean
tell (gpointer data)
{
  g_object_notify (data, "client");
  return G_SOURCE_REMOVE;
}

static gboolean
tell_of_visit (gpointer data)
{
  g_object_freeze_notify (data);
  g_object_notify (data, "client");
  g_object_notify (data, "visit");
  g_object_thaw_notify (data);
  return G_SOURCE_REMOVE;
}

void
bearings_service_change_client (BearingsService *self, const char *code, gboolean left)
{
  BearingsDesk *desk = bearings_service_get_desk (self);

  g_mutex_lock (&desk->lock);
  g_set_str (&desk->client, code);
  if (left)
    desk->visit++;
  g_mutex_unlock (&desk->lock);
  g_main_context_invoke_full (desk->context, G_PRIORITY_DEFAULT, left ? tell_of_visit : tell,
                              g_object_ref (self), g_object_unref);
}

void
bearings_service_note_contribution (BearingsService *self,
                                    const char *sitting_id,
                                    const char *contribution_id)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  g_hash_table_insert (desk->contributions, g_strdup (sitting_id), g_strdup (contribution_id));
}

void
bearings_service_forget_contribution (BearingsService *self, const char *sitting_id)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  if (sitting_id != NULL)
    g_hash_table_remove (desk->contributions, sitting_id);
  else
    g_hash_table_remove_all (desk->contributions);
}

char *
bearings_service_desk_dup_contribution (BearingsService *self, const char *sitting_id)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  return g_strdup (g_hash_table_lookup (desk->contributions, sitting_id));
}

char *
bearings_service_desk_dup_client (BearingsService *self)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  return g_strdup (desk->client);
}

guint
bearings_service_desk_get_visit (BearingsService *self)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  return desk->visit;
}

guint
bearings_service_desk_hold_sitting (BearingsService *self, const char *sitting_id)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  g_hash_table_insert (desk->holds, g_strdup (sitting_id), GUINT_TO_POINTER (++desk->last_hold));
  return desk->last_hold;
}

gboolean
bearings_service_desk_holds_sitting (BearingsService *self, const char *sitting_id, guint hold)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  return GPOINTER_TO_UINT (g_hash_table_lookup (desk->holds, sitting_id)) == hold;
}

void
bearings_service_desk_release_sitting (BearingsService *self, const char *sitting_id, guint hold)
{
  BearingsDesk *desk = bearings_service_get_desk (self);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&desk->lock);

  if (GPOINTER_TO_UINT (g_hash_table_lookup (desk->holds, sitting_id)) == hold)
    g_hash_table_remove (desk->holds, sitting_id);
}
