/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing packs in one transaction. */

#include "bearings-import.h"

#include <glib/gi18n-lib.h>

#include "bearings-catalogue-private.h"
#include "bearings-record-digest.h"
#include "bearings-transaction.h"

/* The statements of one kind. */
typedef struct {
  const BearingsRecordTable *table;
  BearingsStatement *find;   /* rowkey, pack, digest of an id */
  BearingsStatement *remove; /* a rowkey */
  GHashTable *unseen;        /* rowkeys of the pack's earlier version that have not come again */
} Kind;

struct _BearingsImport {
  BearingsCatalogue *catalogue;
  BearingsDatabase *database;
  BearingsTransaction *transaction;
  Kind kinds[BEARINGS_N_RECORD_KINDS];
  GPtrArray *summaries; /* BearingsImportSummary */
  BearingsImportSummary *summary;
  gint64 pack; /* rowkey */
  gboolean changed;
  gboolean failed;
  GByteArray *scratch;
};

BearingsImport *
bearings_import_begin (BearingsCatalogue *catalogue, GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (catalogue);
  BearingsTransaction *transaction = bearings_transaction_begin (database, error);
  BearingsImport *self;

  if (transaction == NULL)
    return NULL;
  self = g_new0 (BearingsImport, 1);
  self->catalogue = g_object_ref (catalogue);
  self->database = database;
  self->transaction = transaction;
  self->summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_import_summary_free);
  self->scratch = g_byte_array_new ();
  return self;
}

static void
clear_kind (Kind *kind)
{
  g_clear_pointer (&kind->find, bearings_statement_release);
  g_clear_pointer (&kind->remove, bearings_statement_release);
  g_clear_pointer (&kind->unseen, g_hash_table_unref);
}

void
bearings_import_free (BearingsImport *self)
{
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    clear_kind (&self->kinds[i]);
  g_clear_pointer (&self->transaction, bearings_transaction_end);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
  g_clear_pointer (&self->scratch, g_byte_array_unref);
  g_clear_object (&self->catalogue);
  g_free (self);
}

static gboolean
prepare_kind (BearingsImport *self, Kind *kind, guint number, GError **error)
{
  g_autofree char *match = NULL;
  g_autofree char *find = NULL;
  g_autofree char *remove = NULL;

  if (kind->table != NULL)
    return TRUE;
  kind->table = bearings_catalogue_get_table (self->catalogue, number);
  match = bearings_record_table_match_id (kind->table);
  find = g_strdup_printf ("SELECT rowkey, pack, digest FROM %s WHERE %s", kind->table->name, match);
  remove = g_strdup_printf ("DELETE FROM %s WHERE rowkey = ?1", kind->table->name);
  kind->find = bearings_statement_new (self->database, find, error);
  kind->remove = kind->find ? bearings_statement_new (self->database, remove, error) : NULL;
  kind->unseen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return kind->remove != NULL;
}

/* Notes what the pack has now. */
static gboolean
note_present (BearingsImport *self, Kind *kind, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT rowkey FROM %s WHERE pack = ?1", kind->table->name);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (self->database, sql, error);
  BearingsStep step;

  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_integer (rows, 1, self->pack);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gint64 rowkey = bearings_statement_get_integer (rows, 0);
    g_hash_table_add (kind->unseen, g_memdup2 (&rowkey, sizeof rowkey));
  }
  return step == BEARINGS_STEP_DONE;
}

static gboolean
remove_row (BearingsImport *self, Kind *kind, gint64 rowkey, GError **error)
{
  self->changed = TRUE;
  bearings_statement_bind_integer (kind->remove, 1, rowkey);
  return bearings_statement_run (kind->remove, error);
}

/* What did not come again goes. */
static gboolean
finish_pack (BearingsImport *self, GError **error)
{
  g_autoptr (BearingsStatement) count = NULL;
  BearingsImportSummary *summary = self->summary;

  if (summary == NULL)
    return TRUE;
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++) {
    Kind *kind = &self->kinds[i];
    GHashTableIter iter;
    gpointer rowkey;

    if (kind->table == NULL)
      continue;
    g_hash_table_iter_init (&iter, kind->unseen);
    while (g_hash_table_iter_next (&iter, &rowkey, NULL)) {
      if (!remove_row (self, kind, *(gint64 *) rowkey, error))
        return FALSE;
      summary->removed++;
    }
    g_hash_table_remove_all (kind->unseen);
  }
  self->summary = NULL;
  count = bearings_statement_new (self->database,
                                  "UPDATE pack SET n_records = ?2 WHERE rowkey = ?1", error);
  if (count == NULL)
    return FALSE;
  bearings_statement_bind_integer (count, 1, self->pack);
  bearings_statement_bind_integer (count, 2,
                                   summary->added + summary->changed + summary->unchanged);
  return bearings_statement_run (count, error);
}

/* Writes the row of the pack; its rowkey stays when there was one. */
static gboolean
write_pack (BearingsImport *self, const BearingsPackInfo *info, const char *sha256, GError **error)
{
  g_autoptr (BearingsStatement) write = bearings_statement_new (
    self->database,
    "INSERT INTO pack (id, title, version, published, publisher, licence, attribution, note, "
    "sha256, imported, n_records) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0) "
    "ON CONFLICT (id) DO UPDATE SET title = ?2, version = ?3, published = ?4, publisher = ?5, "
    "licence = ?6, attribution = ?7, note = ?8, sha256 = ?9, imported = ?10 RETURNING rowkey",
    error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *imported = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (write == NULL)
    return FALSE;
  bearings_statement_bind_text (write, 1, info->id);
  bearings_statement_bind_text (write, 2, info->title);
  bearings_statement_bind_text (write, 3, info->version);
  bearings_statement_bind_text (write, 4, info->published);
  bearings_statement_bind_text (write, 5, info->publisher);
  bearings_statement_bind_text (write, 6, info->licence);
  bearings_statement_bind_text (write, 7, info->attribution);
  bearings_statement_bind_text (write, 8, info->note);
  bearings_statement_bind_text (write, 9, sha256);
  bearings_statement_bind_text (write, 10, imported);
  if (bearings_statement_step (write, error) != BEARINGS_STEP_ROW)
    return FALSE;
  self->pack = bearings_statement_get_integer (write, 0);
  return bearings_statement_step (write, error) == BEARINGS_STEP_DONE;
}

static gboolean
find_version (BearingsImport *self, const char *id, char **version, GError **error)
{
  g_autoptr (BearingsStatement) row =
    bearings_statement_new (self->database, "SELECT version FROM pack WHERE id = ?1", error);
  BearingsStep step;

  if (row == NULL)
    return FALSE;
  bearings_statement_bind_text (row, 1, id);
  step = bearings_statement_step (row, error);
  *version = step == BEARINGS_STEP_ROW ? bearings_statement_dup_text (row, 0) : NULL;
  return step != BEARINGS_STEP_ERROR;
}

static gboolean
begin_pack (BearingsImport *self, const BearingsPackInfo *info, const char *sha256, GError **error)
{
  BearingsImportSummary *summary;

  for (guint i = 0; i < self->summaries->len; i++) {
    summary = self->summaries->pdata[i];
    if (g_strcmp0 (summary->info->id, info->id) == 0) {
      g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                   _ ("The pack “%s” comes twice."), info->id);
      return FALSE;
    }
  }
  summary = g_new0 (BearingsImportSummary, 1);
  summary->info = bearings_pack_info_copy (info);
  g_ptr_array_add (self->summaries, summary);
  self->summary = summary;
  if (!find_version (self, info->id, &summary->replaced_version, error) ||
      !write_pack (self, info, sha256, error))
    return FALSE;
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    if (!prepare_kind (self, &self->kinds[i], i, error) ||
        (summary->replaced_version != NULL && !note_present (self, &self->kinds[i], error)))
      return FALSE;
  return TRUE;
}

gboolean
bearings_import_pack (BearingsImport *self,
                      const BearingsPackInfo *info,
                      const char *sha256,
                      GError **error)
{
  g_return_val_if_fail (self->transaction != NULL && !self->failed, FALSE);
  self->failed = !finish_pack (self, error) || !begin_pack (self, info, sha256, error);
  return !self->failed;
}

static gboolean
refuse_conflict (BearingsImport *self, const BearingsRecord *record, gint64 pack, GError **error)
{
  g_autoptr (BearingsStatement) row = NULL;

  if (pack == self->pack) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 /* Translators: kind and id of a record, id of a pack. */
                 _ ("The %s “%s” comes twice in pack “%s”."), record->type->name, record->id,
                 self->summary->info->id);
    return FALSE;
  }
  row = bearings_statement_new (self->database, "SELECT id FROM pack WHERE rowkey = ?1", error);
  if (row == NULL)
    return FALSE;
  bearings_statement_bind_integer (row, 1, pack);
  if (bearings_statement_step (row, error) == BEARINGS_STEP_ROW)
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 /* Translators: kind and id of a record, ids of two packs. */
                 _ ("The %s “%s” of pack “%s” belongs to pack “%s”."), record->type->name,
                 record->id, self->summary->info->id, bearings_statement_get_text (row, 0));
  return FALSE;
}

/* What an id stands for now. @rowkey is 0 when nothing does. */
static gboolean
find_present (BearingsImport *self,
              Kind *kind,
              const BearingsRecord *record,
              gint64 *rowkey,
              gint64 *pack,
              gint64 *digest,
              GError **error)
{
  g_auto (GStrv) parts = NULL;
  BearingsStep step;

  *rowkey = *pack = *digest = 0;
  if (!bearings_record_table_bind_id (kind->table, kind->find, record->id, &parts)) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID,
                 _ ("“%s” cannot be the id of a %s."), record->id, record->type->name);
    return FALSE;
  }
  step = bearings_statement_step (kind->find, error);
  if (step == BEARINGS_STEP_ROW) {
    *rowkey = bearings_statement_get_integer (kind->find, 0);
    *pack = bearings_statement_get_integer (kind->find, 1);
    *digest = bearings_statement_get_integer (kind->find, 2);
  }
  bearings_statement_reset (kind->find);
  return step != BEARINGS_STEP_ERROR;
}

static gboolean
add_record (BearingsImport *self, const BearingsRecord *record, GError **error)
{
  Kind *kind = &self->kinds[record->type->kind];
  gint64 digest = bearings_record_digest (record, self->scratch);
  gint64 rowkey, pack, present;

  if (!find_present (self, kind, record, &rowkey, &pack, &present, error))
    return FALSE;
  if (rowkey != 0 && (pack != self->pack || !g_hash_table_remove (kind->unseen, &rowkey)))
    return refuse_conflict (self, record, pack, error);
  if (rowkey != 0 && present == digest) {
    self->summary->unchanged++;
    return TRUE;
  }
  if (rowkey != 0 && !remove_row (self, kind, rowkey, error))
    return FALSE;
  if (rowkey != 0)
    self->summary->changed++;
  else
    self->summary->added++;
  self->changed = TRUE;
  return bearings_record_table_write (kind->table, self->database, record, rowkey, self->pack,
                                      digest, error);
}

gboolean
bearings_import_add (BearingsImport *self, const BearingsRecord *record, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self->summary != NULL && !self->failed, FALSE);
  if (record->id == NULL) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID, _ ("A %s has no id."),
                 record->type->name);
    self->failed = TRUE;
    return FALSE;
  }
  if (add_record (self, record, &local))
    return TRUE;
  self->failed = TRUE;
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID))
    g_prefix_error (&local, "%s “%s”: ", record->type->name, record->id);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
bearings_import_commit (BearingsImport *self, GError **error)
{
  gboolean committed;

  g_return_val_if_fail (self->transaction != NULL && !self->failed, FALSE);
  committed = finish_pack (self, error) &&
              (!self->changed || (bearings_catalogue_check_references (self->catalogue, error) &&
                                  bearings_catalogue_fill_search (self->catalogue, error)));
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    clear_kind (&self->kinds[i]); /* no statement may stay open over the commit */
  committed = committed && bearings_transaction_commit (self->transaction, error);
  g_clear_pointer (&self->transaction, bearings_transaction_end);
  self->failed = TRUE; /* used up */
  /* A large import leaves a large journal; that it stays a while longer is no failure. */
  if (committed)
    bearings_database_checkpoint (self->database, NULL);
  return committed;
}

GPtrArray *
bearings_import_get_summaries (BearingsImport *self)
{
  return g_ptr_array_ref (self->summaries);
}
