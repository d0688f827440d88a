/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service: both databases, their connections and threads. */

#include "bearings-service-desk.h"
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

  BearingsDesk *desk;
  BearingsLanes *lanes;
};

enum {
  PROP_0,
  PROP_CLIENT,
  PROP_VISIT,
};

G_DEFINE_FINAL_TYPE (BearingsService, bearings_service, G_TYPE_OBJECT)
G_DEFINE_QUARK (bearings-service-error-quark, bearings_service_error)

static void
bearings_service_finalize (GObject *object)
{
  BearingsService *self = BEARINGS_SERVICE (object);

  g_clear_pointer (&self->idle_readers, g_ptr_array_unref);
  g_clear_object (&self->people);
  g_clear_object (&self->what_if);
  g_clear_pointer (&self->desk, bearings_desk_free);
  g_clear_pointer (&self->lanes, bearings_lanes_free);
  g_mutex_clear (&self->readers_lock);
  g_mutex_clear (&self->writer_lock);
  g_mutex_clear (&self->people_lock);
  g_free (self->catalogue_path);
  G_OBJECT_CLASS (bearings_service_parent_class)->finalize (object);
}

static void
bearings_service_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BearingsService *self = BEARINGS_SERVICE (object);

  switch (prop_id) {
  case PROP_CLIENT:
    g_value_take_string (value, bearings_service_desk_dup_client (self));
    break;
  case PROP_VISIT:
    g_value_set_uint (value, bearings_service_desk_get_visit (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bearings_service_class_init (BearingsServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bearings_service_finalize;
  object_class->get_property = bearings_service_get_property;
  g_object_class_install_property (
    object_class, PROP_CLIENT,
    g_param_spec_string ("client", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_VISIT,
                                   g_param_spec_uint ("visit", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
bearings_service_init (BearingsService *self)
{
  g_mutex_init (&self->readers_lock);
  g_mutex_init (&self->writer_lock);
  g_mutex_init (&self->people_lock);
  self->idle_readers = g_ptr_array_new_with_free_func (g_object_unref);
  self->desk = bearings_desk_new ();
  self->lanes = bearings_lanes_new ();
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
    int order =
      other ? bearings_pack_info_version_compare (other->info->version, pack->info->version) : -1;

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

BearingsKeeper *
bearings_service_borrow_people (BearingsService *self, GError **error)
{
  BearingsKeeper *keeper;

  if (self->people == NULL) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_PEOPLE,
                         _ ("The database of sittings is not open."));
    return NULL;
  }
  g_mutex_lock (&self->people_lock);
  keeper = g_new (BearingsKeeper, 1);
  *keeper = (BearingsKeeper) { self, self->people };
  return keeper;
}

void
bearings_keeper_release (BearingsKeeper *keeper)
{
  g_mutex_unlock (&keeper->service->people_lock);
  g_free (keeper);
}

BearingsDesk *
bearings_service_get_desk (BearingsService *self)
{
  return self->desk;
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

BearingsLanes *
bearings_service_get_lanes (BearingsService *self)
{
  return self->lanes;
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

gboolean
bearings_service_note_records (BearingsCatalogue *catalogue,
                               BearingsRecordKind kind,
                               const GPtrArray *ids,
                               GHashTable *records,
                               GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    const char *id = ids->pdata[i];
    BearingsRecord *record;

    if (id == NULL || g_hash_table_contains (records, id))
      continue;
    record = bearings_catalogue_get (catalogue, kind, id, error);
    if (record == NULL)
      return bearings_service_not_found (kind, id, error) != NULL;
    g_hash_table_insert (records, record->id, record);
  }
  return TRUE;
}

gboolean
bearings_service_note_literatures (BearingsCatalogue *catalogue,
                                   const GPtrArray *literatures,
                                   GHashTable *claims,
                                   GHashTable *sources,
                                   GError **error)
{
  for (guint i = 0; i < literatures->len; i++) {
    const BearingsLiterature *literature = literatures->pdata[i];

    if (!bearings_service_note_records (catalogue, BEARINGS_RECORD_CLAIM, literature->claims,
                                        claims, error) ||
        !bearings_service_note_records (catalogue, BEARINGS_RECORD_SOURCE, literature->sources,
                                        sources, error))
      return FALSE;
  }
  return TRUE;
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
