/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service: both databases, their connections and threads. */

#include "bearings-service-private.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <glib/gstdio.h>

struct _BearingsService {
  GObject parent_instance;

  char *catalogue_path;
  GMutex readers_lock;
  GPtrArray *idle_readers; /* BearingsCatalogue */

  BearingsCatalogue *what_if; /* the only connection, when there is one */

  GMutex writer_lock;
  GMutex people_lock;
  BearingsPeople *people;
};

G_DEFINE_FINAL_TYPE (BearingsService, bearings_service, G_TYPE_OBJECT)
G_DEFINE_QUARK (bearings - service - error - quark, bearings_service_error)

static void
bearings_service_finalize (GObject *object)
{
  BearingsService *self = BEARINGS_SERVICE (object);

  g_clear_pointer (&self->idle_readers, g_ptr_array_unref);
  g_clear_object (&self->people);
  g_clear_object (&self->what_if);
  g_mutex_clear (&self->readers_lock);
  g_mutex_clear (&self->writer_lock);
  g_mutex_clear (&self->people_lock);
  g_free (self->catalogue_path);
  G_OBJECT_CLASS (bearings_service_parent_class)->finalize (object);
}

static void
bearings_service_class_init (BearingsServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_service_finalize;
  g_signal_new (BEARINGS_CLIENT_CHANGED, BEARINGS_TYPE_SERVICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
bearings_service_init (BearingsService *self)
{
  g_mutex_init (&self->readers_lock);
  g_mutex_init (&self->writer_lock);
  g_mutex_init (&self->people_lock);
  self->idle_readers = g_ptr_array_new_with_free_func (g_object_unref);
}

char *
bearings_service_shipped_catalogue (void)
{
  const char *path = g_getenv ("BEARINGS_CATALOGUE");

  return path != NULL ? g_strdup (path) : g_build_filename (PKGDATADIR, "catalogue.db", NULL);
}

char *
bearings_service_default_data_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), "bearings", NULL);
}

static GHashTable *
packs_by_id (GPtrArray *packs)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < packs->len; i++) {
    BearingsInstalledPack *pack = g_ptr_array_index (packs, i);
    g_hash_table_insert (table, pack->info->id, pack);
  }
  return table;
}

/* The shipped catalogue replaces the user's copy when it is newer in some pack and the copy holds
 * nothing that the shipped one lacks: no pack of the centre's own, none in a later version. */
static gboolean
shipped_is_newer (BearingsCatalogue *shipped, BearingsCatalogue *own, GError **error)
{
  g_autoptr (GPtrArray) theirs = bearings_catalogue_list_packs (shipped, error);
  g_autoptr (GPtrArray) ours = theirs ? bearings_catalogue_list_packs (own, error) : NULL;
  g_autoptr (GHashTable) index = NULL;
  gboolean newer = FALSE;

  if (ours == NULL)
    return FALSE;
  index = packs_by_id (theirs);
  for (guint i = 0; i < ours->len; i++) {
    BearingsInstalledPack *pack = g_ptr_array_index (ours, i);
    BearingsInstalledPack *other = g_hash_table_lookup (index, pack->info->id);
    int order = other ? bearings_version_compare (other->info->version, pack->info->version) : -1;

    if (order < 0 || (order == 0 && g_strcmp0 (other->sha256, pack->sha256) != 0))
      return FALSE;
    newer |= order > 0;
  }
  return newer || theirs->len > ours->len;
}

static gboolean
prepare_catalogue (BearingsService *self, const char *shipped, GError **error)
{
  g_autoptr (BearingsCatalogue) own = NULL;
  g_autoptr (BearingsCatalogue) other = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_test (self->catalogue_path, G_FILE_TEST_EXISTS)) {
    if (shipped != NULL && g_file_test (shipped, G_FILE_TEST_EXISTS))
      return bearings_catalogue_install (shipped, self->catalogue_path, error);
    own = bearings_catalogue_open (self->catalogue_path, BEARINGS_CATALOGUE_CREATE, error);
    return own != NULL;
  }
  own = bearings_catalogue_open (self->catalogue_path, BEARINGS_CATALOGUE_READ, error);
  if (own == NULL)
    return FALSE;
  if (shipped == NULL || !g_file_test (shipped, G_FILE_TEST_EXISTS))
    return TRUE;
  other = bearings_catalogue_open (shipped, BEARINGS_CATALOGUE_READ, error);
  if (other == NULL)
    return FALSE;
  if (shipped_is_newer (other, own, &local)) {
    g_clear_object (&own);
    return bearings_catalogue_install (shipped, self->catalogue_path, error);
  }
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return TRUE;
}

BearingsService *
bearings_service_new (const char *data_dir, const char *shipped_catalogue, GError **error)
{
  g_autoptr (BearingsService) self = g_object_new (BEARINGS_TYPE_SERVICE, NULL);
  g_autofree char *people = g_build_filename (data_dir, "people.db", NULL);

  self->catalogue_path = g_build_filename (data_dir, "catalogue.db", NULL);
  if (g_mkdir_with_parents (data_dir, 0700) != 0) {
    int saved = errno;
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_CATALOGUE,
                 _ ("The folder %s cannot be made: %s."), data_dir, g_strerror (saved));
    return NULL;
  }
  if (!prepare_catalogue (self, shipped_catalogue, error))
    return NULL;
  self->people = bearings_people_open (people, error);
  if (self->people == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

BearingsService *
bearings_service_new_what_if (BearingsCatalogue *catalogue)
{
  BearingsService *self = g_object_new (BEARINGS_TYPE_SERVICE, NULL);

  self->what_if = g_object_ref (catalogue);
  return self;
}

BearingsReader *
bearings_service_borrow (BearingsService *self, GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  BearingsReader *reader;

  if (self->what_if != NULL) {
    reader = g_new0 (BearingsReader, 1);
    reader->service = self;
    reader->catalogue = g_object_ref (self->what_if);
    return reader;
  }
  g_mutex_lock (&self->readers_lock);
  if (self->idle_readers->len > 0)
    catalogue = g_ptr_array_steal_index_fast (self->idle_readers, self->idle_readers->len - 1);
  g_mutex_unlock (&self->readers_lock);
  if (catalogue == NULL)
    catalogue = bearings_catalogue_open (self->catalogue_path, BEARINGS_CATALOGUE_READ, error);
  if (catalogue == NULL)
    return NULL;
  reader = g_new0 (BearingsReader, 1);
  reader->service = self;
  reader->catalogue = g_steal_pointer (&catalogue);
  return reader;
}

void
bearings_reader_release (BearingsReader *reader)
{
  BearingsService *self = reader->service;

  g_mutex_lock (&self->readers_lock);
  if (self->what_if == NULL && self->idle_readers->len < 4)
    g_ptr_array_add (self->idle_readers, g_steal_pointer (&reader->catalogue));
  g_mutex_unlock (&self->readers_lock);
  g_clear_object (&reader->catalogue);
  g_free (reader);
}

BearingsPeople *
bearings_service_lock_people (BearingsService *self)
{
  g_mutex_lock (&self->people_lock);
  return self->people;
}

void
bearings_service_unlock_people (BearingsService *self)
{
  g_mutex_unlock (&self->people_lock);
}

const char *
bearings_service_get_catalogue_path (BearingsService *self)
{
  return self->catalogue_path;
}

void
bearings_service_lock_writer (BearingsService *self)
{
  g_mutex_lock (&self->writer_lock);
}

void
bearings_service_unlock_writer (BearingsService *self)
{
  g_mutex_lock (&self->readers_lock);
  g_ptr_array_set_size (self->idle_readers, 0);
  g_mutex_unlock (&self->readers_lock);
  g_mutex_unlock (&self->writer_lock);
}

void
bearings_service_run (BearingsService *self,
                      gpointer tag,
                      GTaskThreadFunc func,
                      gpointer data,
                      GDestroyNotify free_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, data, free_data);
  g_task_run_in_thread (task, func);
}

void
bearings_service_return (GTask *task, gpointer value, GDestroyNotify free_value, GError *error)
{
  if (value != NULL)
    g_task_return_pointer (task, value, free_value);
  else
    g_task_return_error (task, error);
}

GHashTable *
bearings_service_sources_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref);
}

GPtrArray *
bearings_service_records_new (void)
{
  return g_ptr_array_new_with_free_func (bearings_record_unref);
}

BearingsSource *
bearings_service_note_source (BearingsCatalogue *catalogue,
                              GHashTable *sources,
                              const char *id,
                              GError **error)
{
  BearingsSource *source;

  if (id == NULL)
    return NULL;
  source = g_hash_table_lookup (sources, id);
  if (source != NULL)
    return source;
  source = bearings_catalogue_get (catalogue, BEARINGS_RECORD_SOURCE, id, error);
  if (source != NULL)
    g_hash_table_insert (sources, source->record.id, source);
  return source;
}

void
bearings_service_set_not_found (BearingsRecordKind kind, const char *id, GError **error)
{
  if (error != NULL && *error == NULL)
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 /* Translators: kind of record ("occupation"), then its id. */
                 _ ("There is no %s with the id “%s” in the installed data."),
                 bearings_record_type (kind)->name, id);
}

gpointer
bearings_service_not_found (BearingsRecordKind kind, const char *id, GError **error)
{
  bearings_service_set_not_found (kind, id, error);
  return NULL;
}

char *
bearings_service_data_version (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_catalogue_data_version (reader->catalogue, error) : NULL;
}

gpointer
bearings_service_get_record (BearingsService *self,
                             BearingsRecordKind kind,
                             const char *id,
                             GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_catalogue_get (reader->catalogue, kind, id, error) : NULL;
}
