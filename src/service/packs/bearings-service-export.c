/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs out of what is installed. */

#include "bearings-service-export.h"

#include <glib/gi18n-lib.h>

#include "bearings-pack-draft.h"
#include "bearings-pack-records.h"
#include "bearings-pack-writer.h"
#include "bearings-problem.h"
#include "bearings-service-private.h"
#include "bearings-service-library.h"

typedef struct {
  BearingsRecordKind kind;
  char *id;
} Name;

struct _BearingsRecordSet {
  GPtrArray *names; /* Name */
  GHashTable *seen; /* the same, as a set */
};

static guint
name_hash (gconstpointer key)
{
  const Name *name = key;

  return g_str_hash (name->id) * 31 + (guint) name->kind;
}

static gboolean
name_equal (gconstpointer a, gconstpointer b)
{
  const Name *x = a, *y = b;

  return x->kind == y->kind && g_str_equal (x->id, y->id);
}

static void
name_free (gpointer data)
{
  g_free (((Name *) data)->id);
  g_free (data);
}

BearingsRecordSet *
bearings_record_set_new (void)
{
  BearingsRecordSet *selection = g_new (BearingsRecordSet, 1);

  selection->names = g_ptr_array_new_with_free_func (name_free);
  selection->seen = g_hash_table_new (name_hash, name_equal);
  return selection;
}

void
bearings_record_set_free (BearingsRecordSet *selection)
{
  g_hash_table_unref (selection->seen);
  g_ptr_array_unref (selection->names);
  g_free (selection);
}

guint
bearings_record_set_get_size (const BearingsRecordSet *selection)
{
  return selection->names->len;
}

static void
add_name (BearingsRecordSet *selection, BearingsRecordKind kind, const char *id)
{
  Name probe = { kind, (char *) id };
  Name *name;

  if (g_hash_table_contains (selection->seen, &probe))
    return;
  name = g_new (Name, 1);
  *name = (Name) { kind, g_strdup (id) };
  g_ptr_array_add (selection->names, name);
  g_hash_table_add (selection->seen, name);
}

gboolean
bearings_service_export_select (BearingsService *self,
                                BearingsRecordSet *selection,
                                BearingsRecordKind kind,
                                const char *id,
                                GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BearingsRecord) record = bearings_service_get_record (self, kind, id, &local);

  if (record == NULL) {
    bearings_service_set_not_found (kind, id, &local);
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  add_name (selection, kind, id);
  return TRUE;
}

static void
add_records (BearingsRecordSet *selection, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    const BearingsRecord *record = records->pdata[i];
    add_name (selection, record->type->kind, record->id);
  }
}

gboolean
bearings_service_export_select_kind (BearingsService *self,
                                     BearingsRecordSet *selection,
                                     BearingsRecordKind kind,
                                     GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) records =
    reader != NULL ? bearings_catalogue_list (reader->catalogue, kind, NULL, NULL, error) : NULL;

  if (records == NULL)
    return FALSE;
  add_records (selection, records);
  return TRUE;
}

gboolean
bearings_service_export_select_claims (BearingsService *self,
                                       BearingsRecordSet *selection,
                                       const char *words,
                                       GError **error)
{
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  query->text = g_strdup (words);
  keys = bearings_service_library_list (self, query, -1, NULL, error);
  if (keys == NULL)
    return FALSE;
  rows = bearings_service_library_get_rows (self, (const gint64 *) (gpointer) keys->data, keys->len,
                                            error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    add_name (selection, BEARINGS_RECORD_CLAIM, ((BearingsLibraryRow *) rows->pdata[i])->id);
  return TRUE;
}

/* Completing ---------------------------------------------------------------------------------- */

static void
on_reference (const BearingsRecord *record,
              BearingsRecordKind target,
              const char *id,
              const char *path,
              gpointer user_data)
{
  add_name (user_data, target, id);
}

/* What belongs to the record although it is the part that names the whole. */
static gboolean
add_parts (BearingsRecordSet *selection,
           BearingsCatalogue *catalogue,
           const BearingsRecord *record,
           GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;

  switch (record->type->kind) {
  case BEARINGS_RECORD_CLAIM:
  case BEARINGS_RECORD_REGISTER_ENTRY:
    parts = bearings_catalogue_list_trace (catalogue, record->type->kind, record->id, error);
    break;
  case BEARINGS_RECORD_INSTRUMENT:
    parts =
      bearings_catalogue_list (catalogue, BEARINGS_RECORD_ITEM, "instrument", record->id, error);
    break;
  case BEARINGS_RECORD_REFERENCE_SAMPLE:
    parts =
      bearings_catalogue_list (catalogue, BEARINGS_RECORD_NORM_TABLE, "sample", record->id, error);
    break;
  default:
    return TRUE;
  }
  if (parts == NULL)
    return FALSE;
  add_records (selection, parts);
  return TRUE;
}

/* Grows while it is walked, until everything referred to is in it. */
static gboolean
complete (BearingsRecordSet *selection, BearingsCatalogue *catalogue, GError **error)
{
  for (guint i = 0; i < selection->names->len; i++) {
    const Name *name = selection->names->pdata[i];
    g_autoptr (BearingsRecord) record = NULL;
    g_autoptr (GError) local = NULL;

    record = bearings_catalogue_get (catalogue, name->kind, name->id, &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (record == NULL)
      continue;
    bearings_problem_record_foreach_reference (record, "$", on_reference, selection);
    if (!add_parts (selection, catalogue, record, error))
      return FALSE;
  }
  return TRUE;
}

/* Writing ------------------------------------------------------------------------------------- */

static BearingsPackWriter *
begin (GFile *file, const BearingsPackInfo *info, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  BearingsPackForm form =
    g_str_has_suffix (name, "jsonl") ? BEARINGS_PACK_LINES : BEARINGS_PACK_DOCUMENT;
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new_for_file (file, form, NULL, error);

  if (writer == NULL || !bearings_pack_writer_header (writer, info, error))
    return NULL;
  return g_steal_pointer (&writer);
}

/* The attributions of the packs the records are from, each once. */
static gboolean
set_attribution (BearingsPackInfo *info,
                 BearingsCatalogue *catalogue,
                 const BearingsRecordSet *selection,
                 GError **error)
{
  g_autoptr (GHashTable) packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) installed = bearings_catalogue_list_packs (catalogue, error);
  g_autoptr (GString) words = g_string_new (NULL);

  if (installed == NULL)
    return FALSE;
  for (guint i = 0; i < selection->names->len; i++) {
    const Name *name = selection->names->pdata[i];
    g_autoptr (GError) local = NULL;
    char *pack = bearings_pack_records_get_pack_of (catalogue, name->kind, name->id, &local);

    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (pack != NULL)
      g_hash_table_add (packs, pack);
  }
  for (guint i = 0; i < installed->len; i++) {
    const BearingsPackInfo *from = ((BearingsInstalledPack *) installed->pdata[i])->info;
    if (g_hash_table_contains (packs, from->id) && from->attribution != NULL &&
        strstr (words->str, from->attribution) == NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", from->attribution);
  }
  if (words->len > 0)
    info->attribution = g_strdup (words->str);
  return TRUE;
}

static gboolean
write_names (BearingsPackWriter *writer,
             BearingsCatalogue *catalogue,
             const BearingsRecordSet *selection,
             guint64 *n_records,
             GError **error)
{
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < selection->names->len; i++) {
      const Name *name = selection->names->pdata[i];
      g_autoptr (BearingsRecord) record = NULL;

      if (name->kind != (BearingsRecordKind) kind)
        continue;
      record = bearings_catalogue_get (catalogue, name->kind, name->id, error);
      if (record == NULL) {
        if (error != NULL && *error == NULL)
          bearings_service_set_not_found (name->kind, name->id, error);
        return FALSE;
      }
      if (!bearings_pack_writer_record (writer, record, error))
        return FALSE;
      ++*n_records;
    }
  return TRUE;
}

gboolean
bearings_service_export_selection (BearingsService *self,
                                   const BearingsRecordSet *selection,
                                   const BearingsPackInfo *info,
                                   gboolean whole,
                                   GFile *file,
                                   guint64 *n_records,
                                   GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsRecordSet) all = bearings_record_set_new ();
  g_autoptr (BearingsPackInfo) header = bearings_pack_info_copy (info);
  g_autoptr (BearingsPackWriter) writer = NULL;
  g_autoptr (GError) local = NULL;

  *n_records = 0;
  if (reader == NULL)
    return FALSE;
  for (guint i = 0; i < selection->names->len; i++) {
    const Name *name = selection->names->pdata[i];
    add_name (all, name->kind, name->id);
  }
  if ((!whole || complete (all, reader->catalogue, &local)) &&
      (header->attribution != NULL || set_attribution (header, reader->catalogue, all, &local)) &&
      (writer = begin (file, header, &local)) != NULL &&
      write_names (writer, reader->catalogue, all, n_records, &local) &&
      bearings_pack_writer_finish (writer, &local))
    return TRUE;
  bearings_service_translate (local, error);
  return FALSE;
}

typedef struct {
  BearingsPackWriter *writer;
  guint64 n;
} Writing;

static gboolean
on_record (const BearingsRecord *record, gpointer user_data, GError **error)
{
  Writing *writing = user_data;

  writing->n++;
  return bearings_pack_writer_record (writing->writer, record, error);
}

static const BearingsPackInfo *
find_pack (const GPtrArray *packs, const char *id)
{
  for (guint i = 0; i < packs->len; i++) {
    const BearingsPackInfo *info = ((BearingsInstalledPack *) packs->pdata[i])->info;
    if (g_str_equal (info->id, id))
      return info;
  }
  return NULL;
}

gboolean
bearings_service_export_pack (BearingsService *self,
                              const char *pack,
                              GFile *file,
                              guint64 *n_records,
                              GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) packs =
    reader != NULL ? bearings_catalogue_list_packs (reader->catalogue, error) : NULL;
  const BearingsPackInfo *installed = packs != NULL ? find_pack (packs, pack) : NULL;
  g_autoptr (BearingsPackInfo) header = NULL;
  g_autoptr (BearingsPackWriter) writer = NULL;
  g_autoptr (GError) local = NULL;
  Writing writing = { NULL, 0 };
  gboolean written = TRUE;

  if (packs == NULL)
    return FALSE;
  if (installed == NULL) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 _ ("No pack “%s” is installed."), pack);
    return FALSE;
  }
  header = bearings_pack_info_copy (installed);
  g_clear_pointer (&header->signature, g_free);
  writer = writing.writer = begin (file, header, &local);
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS && written && writer != NULL; kind++)
    written =
      bearings_pack_records_foreach (reader->catalogue, kind, pack, on_record, &writing, &local);
  if (writer == NULL || !written || !bearings_pack_writer_finish (writer, &local)) {
    bearings_service_translate (local, error);
    return FALSE;
  }
  *n_records = writing.n;
  return TRUE;
}

char *
bearings_service_export_draft_pack (const char *name, const BearingsPackInfo *info)
{
  return bearings_pack_draft_new (name, info);
}

const char *const *
bearings_service_export_list_drafts (void)
{
  return bearings_pack_draft_names ();
}
