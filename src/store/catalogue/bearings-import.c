/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing packs in one transaction. */

#include "bearings-import.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "bearings-catalogue-private.h"
#include "bearings-fingerprints.h"
#include "bearings-import-journal.h"
#include "bearings-record-digest.h"
#include "bearings-transaction.h"

#define LINES_AT_ONCE 4096 /* fingerprints in one row of pack_line */

/* The statements of one kind. */
typedef struct {
  const BearingsRecordTable *table;
  BearingsStatement *find;   /* rowkey, pack, digest of an id */
  BearingsStatement *remove; /* a rowkey */
  gint64 next;               /* rowkey of the next record that is added */
} Kind;

/* A pack that owns a record that another one brings. */
typedef struct {
  char *id;
  char *replaces;
  gboolean forgotten; /* its fingerprints, since they no longer fit */
} Owner;

struct _BearingsImport {
  BearingsCatalogue *catalogue;
  BearingsDatabase *database;
  BearingsTransaction *transaction;
  gboolean final;
  gboolean partial;
  Kind kinds[BEARINGS_N_RECORD_KINDS];
  GPtrArray *summaries; /* BearingsImportSummary */
  GByteArray *scratch;
  gboolean failed;
  guint32 written; /* kinds, as bits */
  guint32 removed;

  /* The pack at hand. */
  BearingsImportSummary *summary;
  gint64 pack; /* rowkey */
  char *sha256;
  BearingsJournal *journal;
  BearingsFingerprints *unseen; /* of its earlier version, what has not come again; NULL: none */
  GHashTable *owners;           /* rowkey of a pack -> Owner */
  GByteArray *lines;            /* fingerprints not yet written */
  gint64 n_chunks;
};

static void
owner_free (gpointer data)
{
  Owner *owner = data;

  g_free (owner->id);
  g_free (owner->replaces);
  g_free (owner);
}

BearingsImport *
bearings_import_begin (BearingsCatalogue *catalogue, GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (catalogue);
  BearingsTransaction *transaction = NULL;
  BearingsImport *self;

  if (sodium_init () < 0) {
    g_set_error_literal (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FAILED,
                         "libsodium cannot be used");
    return NULL;
  }
  transaction = bearings_transaction_begin (database, error);
  if (transaction == NULL)
    return NULL;
  self = g_new0 (BearingsImport, 1);
  self->catalogue = g_object_ref (catalogue);
  self->database = database;
  self->transaction = transaction;
  self->summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_import_summary_free);
  self->scratch = g_byte_array_new ();
  self->lines = g_byte_array_new ();
  self->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, owner_free);
  return self;
}

void
bearings_import_set_final (BearingsImport *self)
{
  g_return_if_fail (self->summaries->len == 0);
  self->final = TRUE;
}

void
bearings_import_set_partial (BearingsImport *self)
{
  g_return_if_fail (self->summaries->len == 0);
  self->partial = self->final = TRUE;
}

static void
clear_kind (Kind *kind)
{
  g_clear_pointer (&kind->find, bearings_statement_release);
  g_clear_pointer (&kind->remove, bearings_statement_release);
}

/* No statement may stay open over the end of the transaction. */
static void
close_statements (BearingsImport *self)
{
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    clear_kind (&self->kinds[i]);
  g_clear_pointer (&self->journal, bearings_journal_free);
}

void
bearings_import_free (BearingsImport *self)
{
  close_statements (self);
  g_clear_pointer (&self->transaction, bearings_transaction_end);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
  g_clear_pointer (&self->scratch, g_byte_array_unref);
  g_clear_pointer (&self->lines, g_byte_array_unref);
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->unseen, bearings_fingerprints_free);
  g_clear_object (&self->catalogue);
  g_free (self->sha256);
  g_free (self);
}

static gboolean
prepare_kind (BearingsImport *self, Kind *kind, guint number, GError **error)
{
  g_autofree char *match = NULL;
  g_autofree char *find = NULL;
  g_autofree char *remove = NULL;
  g_autofree char *last = NULL;

  if (kind->table != NULL)
    return TRUE;
  kind->table = bearings_catalogue_get_table (self->catalogue, number);
  match = bearings_record_table_match_id (kind->table);
  find = g_strdup_printf ("SELECT rowkey, pack, digest FROM %s WHERE %s", kind->table->name, match);
  remove = g_strdup_printf ("DELETE FROM %s WHERE rowkey = ?1", kind->table->name);
  last = g_strdup_printf ("SELECT coalesce (max (rowkey), 0) + 1 FROM %s", kind->table->name);
  kind->find = bearings_statement_new (self->database, find, error);
  kind->remove = kind->find ? bearings_statement_new (self->database, remove, error) : NULL;
  return kind->remove != NULL &&
         bearings_database_query_integer (self->database, last, &kind->next, error);
}

/* Runs a statement of one parameter, a pack. */
static gboolean
run_for_pack (BearingsImport *self, const char *sql, gint64 pack, GError **error)
{
  g_autoptr (BearingsStatement) statement = bearings_statement_new (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  bearings_statement_bind_integer (statement, 1, pack);
  return bearings_statement_run (statement, error);
}

static gboolean
flush_lines (BearingsImport *self, GError **error)
{
  g_autoptr (BearingsStatement) write = NULL;

  if (self->lines->len == 0)
    return TRUE;
  write = bearings_statement_new (
    self->database, "INSERT INTO pack_line (pack, chunk, lines) VALUES (?1, ?2, ?3)", error);
  if (write == NULL)
    return FALSE;
  bearings_statement_bind_integer (write, 1, self->pack);
  bearings_statement_bind_integer (write, 2, self->n_chunks++);
  bearings_statement_bind_blob (write, 3, self->lines->data, self->lines->len);
  if (!bearings_statement_run (write, error))
    return FALSE;
  g_byte_array_set_size (self->lines, 0);
  return TRUE;
}

static gboolean
add_line (BearingsImport *self,
          guint64 text,
          BearingsRecordKind kind,
          gint64 rowkey,
          GError **error)
{
  guint8 bytes[BEARINGS_FINGERPRINT_SIZE];

  bearings_fingerprints_pack (bytes, text, kind, rowkey);
  g_byte_array_append (self->lines, bytes, sizeof bytes);
  return self->lines->len < LINES_AT_ONCE * BEARINGS_FINGERPRINT_SIZE || flush_lines (self, error);
}

static gboolean
remove_row (BearingsImport *self, BearingsRecordKind number, gint64 rowkey, GError **error)
{
  Kind *kind = &self->kinds[number];

  if (!bearings_journal_leaving (self->journal, number, rowkey, error))
    return FALSE;
  bearings_statement_bind_integer (kind->remove, 1, rowkey);
  return bearings_statement_run (kind->remove, error);
}

static gboolean
remove_unseen (BearingsRecordKind kind, gint64 rowkey, gpointer user_data, GError **error)
{
  BearingsImport *self = user_data;

  self->removed |= (guint32) 1 << kind;
  self->summary->removed++;
  return remove_row (self, kind, rowkey, error);
}

/* Writes what is known of the pack only at its end. */
static gboolean
finish_row (BearingsImport *self, GError **error)
{
  const BearingsImportSummary *summary = self->summary;
  const BearingsSignature *signature = &summary->signature;
  g_autoptr (BearingsStatement) row = bearings_statement_new (
    self->database,
    "UPDATE pack SET n_records = ?2, sha256 = ?3, signature_state = ?4, signature_key = ?5, "
    "signature_name = ?6, signature_comment = ?7 WHERE rowkey = ?1",
    error);

  if (row == NULL)
    return FALSE;
  bearings_statement_bind_integer (row, 1, self->pack);
  bearings_statement_bind_integer (row, 2, summary->added + summary->changed + summary->unchanged);
  bearings_statement_bind_text (row, 3, self->sha256);
  bearings_statement_bind_text (
    row, 4, bearings_enums_nick (&bearings_signature_state_type, signature->state));
  bearings_statement_bind_text (row, 5, signature->key);
  bearings_statement_bind_text (row, 6, signature->name);
  bearings_statement_bind_text (row, 7, signature->comment);
  return bearings_statement_run (row, error);
}

static gboolean
finish_pack (BearingsImport *self, GError **error)
{
  if (self->summary == NULL)
    return TRUE;
  if (self->unseen != NULL &&
      !bearings_fingerprints_foreach_left (self->unseen, remove_unseen, self, error))
    return FALSE;
  if (!flush_lines (self, error) || !finish_row (self, error) ||
      !bearings_journal_finish (self->journal, self->summary, self->sha256, error))
    return FALSE;
  g_clear_pointer (&self->unseen, bearings_fingerprints_free);
  g_clear_pointer (&self->journal, bearings_journal_free);
  g_clear_pointer (&self->sha256, g_free);
  self->summary = NULL;
  return TRUE;
}

/* Writes the row of the pack; its rowkey stays when there was one. */
static gboolean
write_pack (BearingsImport *self, const BearingsPackInfo *info, GError **error)
{
  g_autoptr (BearingsStatement) write = bearings_statement_new (
    self->database,
    "INSERT INTO pack (id, title, version, published, publisher, licence, attribution, note, "
    "replaces, imported, n_records) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0) "
    "ON CONFLICT (id) DO UPDATE SET title = ?2, version = ?3, published = ?4, publisher = ?5, "
    "licence = ?6, attribution = ?7, note = ?8, replaces = ?9, imported = ?10 RETURNING rowkey",
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
  bearings_statement_bind_text (write, 9, info->replaces);
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

/* An interrupted import is rolled back, so what a kept statement found is always whole. */
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
  summary->signature.state = BEARINGS_SIGNATURE_NONE;
  g_ptr_array_add (self->summaries, summary);
  self->summary = summary;
  self->sha256 = g_strdup (sha256);
  self->n_chunks = 0;
  g_byte_array_set_size (self->lines, 0);
  if (!find_version (self, info->id, &summary->replaced_version, error))
    return FALSE;
  self->journal = bearings_journal_new (self->catalogue, info, self->final, error);
  if (self->journal == NULL || !write_pack (self, info, error))
    return FALSE;
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    if (!prepare_kind (self, &self->kinds[i], i, error))
      return FALSE;
  if (summary->replaced_version == NULL)
    return TRUE;
  self->unseen = bearings_catalogue_get_fingerprints (self->catalogue, info->id, error);
  return self->unseen != NULL &&
         run_for_pack (self, "DELETE FROM pack_line WHERE pack = ?1", self->pack, error);
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

void
bearings_import_set_origin (BearingsImport *self,
                            const char *sha256,
                            const BearingsSignature *signature)
{
  g_return_if_fail (self->summary != NULL);
  g_set_str (&self->sha256, sha256);
  if (signature != NULL)
    bearings_signature_copy (&self->summary->signature, signature);
}

gboolean
bearings_import_take_text (BearingsImport *self, guint64 text)
{
  BearingsRecordKind kind;
  gint64 rowkey;

  if (self->unseen == NULL || !bearings_fingerprints_take (self->unseen, text, &kind, &rowkey))
    return FALSE;
  self->summary->unchanged++;
  /* Cannot fail but for a full disk, which the end of the pack then finds as well. */
  return add_line (self, text, kind, rowkey, NULL);
}

static Owner *
find_owner (BearingsImport *self, gint64 pack, GError **error)
{
  Owner *owner = g_hash_table_lookup (self->owners, &pack);
  g_autoptr (BearingsStatement) row = NULL;

  if (owner != NULL)
    return owner;
  row = bearings_statement_new (self->database, "SELECT id, replaces FROM pack WHERE rowkey = ?1",
                                error);
  if (row == NULL)
    return NULL;
  bearings_statement_bind_integer (row, 1, pack);
  if (bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return NULL;
  owner = g_new0 (Owner, 1);
  owner->id = bearings_statement_dup_text (row, 0);
  owner->replaces = bearings_statement_dup_text (row, 1);
  g_hash_table_insert (self->owners, g_memdup2 (&pack, sizeof pack), owner);
  return owner;
}

static gboolean
refuse_twice (BearingsImport *self, const BearingsRecord *record, GError **error)
{
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
               /* Translators: kind and id of a record, id of a pack. */
               _ ("The %s “%s” comes twice in pack “%s”."), record->type->name, record->id,
               self->summary->info->id);
  return FALSE;
}

/* Whether a record of another pack is left alone (*@keep), or may be taken over. */
static gboolean
settle_claim (BearingsImport *self,
              const BearingsRecord *record,
              gint64 pack,
              gboolean *keep,
              GError **error)
{
  Owner *owner = find_owner (self, pack, error);
  const BearingsPackInfo *info = self->summary->info;

  if (owner == NULL)
    return FALSE;
  *keep = bearings_pack_info_list_replaces (owner->replaces, info->id);
  if (*keep)
    return TRUE;
  if (!bearings_pack_info_replaces (info, owner->id)) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 /* Translators: kind and id of a record, ids of two packs. */
                 _ ("The %s “%s” of pack “%s” belongs to pack “%s”."), record->type->name,
                 record->id, info->id, owner->id);
    return FALSE;
  }
  if (!owner->forgotten &&
      !run_for_pack (self, "DELETE FROM pack_line WHERE pack = ?1", pack, error))
    return FALSE;
  owner->forgotten = TRUE;
  return run_for_pack (self, "UPDATE pack SET n_records = n_records - 1 WHERE rowkey = ?1", pack,
                       error);
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
add_new (BearingsImport *self,
         const BearingsRecord *record,
         guint64 text,
         gint64 digest,
         GError **error)
{
  Kind *kind = &self->kinds[record->type->kind];
  gint64 rowkey = kind->next;

  if (!bearings_record_table_write (kind->table, self->database, record, rowkey, self->pack, digest,
                                    error))
    return FALSE;
  kind->next++;
  self->written |= (guint32) 1 << record->type->kind;
  self->summary->added++;
  return bearings_journal_added (self->journal, record->type->kind, rowkey, error) &&
         add_line (self, text, record->type->kind, rowkey, error);
}

static gboolean
change (BearingsImport *self,
        const BearingsRecord *record,
        guint64 text,
        gint64 rowkey,
        gint64 digest,
        GError **error)
{
  Kind *kind = &self->kinds[record->type->kind];

  self->written |= (guint32) 1 << record->type->kind;
  self->summary->changed++;
  return remove_row (self, record->type->kind, rowkey, error) &&
         bearings_record_table_write (kind->table, self->database, record, rowkey, self->pack,
                                      digest, error) &&
         add_line (self, text, record->type->kind, rowkey, error);
}

static gboolean
add_record (BearingsImport *self, const BearingsRecord *record, guint64 text, GError **error)
{
  BearingsRecordKind number = record->type->kind;
  Kind *kind = &self->kinds[number];
  gint64 digest = bearings_record_digest (record, self->scratch);
  gint64 rowkey, pack, present;
  gboolean keep = FALSE;

  /* In a new pack nearly every record is new: to try is quicker than to look first. */
  if (self->unseen == NULL) {
    g_autoptr (GError) local = NULL;

    if (add_new (self, record, text, digest, &local))
      return TRUE;
    if (!g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID) ||
        !find_present (self, kind, record, &rowkey, &pack, &present, error) || rowkey == 0) {
      if (error == NULL || *error == NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  } else if (!find_present (self, kind, record, &rowkey, &pack, &present, error)) {
    return FALSE;
  }
  if (rowkey == 0)
    return add_new (self, record, text, digest, error);
  if (pack != self->pack) {
    if (!settle_claim (self, record, pack, &keep, error))
      return FALSE;
    if (keep) {
      self->summary->kept++;
      return TRUE;
    }
    return change (self, record, text, rowkey, digest, error);
  }
  if (self->unseen == NULL || !bearings_fingerprints_take_row (self->unseen, number, rowkey))
    return refuse_twice (self, record, error);
  if (present != digest)
    return change (self, record, text, rowkey, digest, error);
  self->summary->unchanged++;
  return add_line (self, text, number, rowkey, error);
}

gboolean
bearings_import_add_text (BearingsImport *self,
                          const BearingsRecord *record,
                          guint64 text,
                          GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self->summary != NULL && !self->failed, FALSE);
  if (record->id == NULL) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID, _ ("A %s has no id."),
                 record->type->name);
    self->failed = TRUE;
    return FALSE;
  }
  if (add_record (self, record, text, &local))
    return TRUE;
  self->failed = TRUE;
  if (g_error_matches (local, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID))
    g_prefix_error (&local, "%s “%s”: ", record->type->name, record->id);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
bearings_import_add (BearingsImport *self, const BearingsRecord *record, GError **error)
{
  return bearings_import_add_text (self, record, 0, error);
}

gboolean
bearings_import_drop (BearingsImport *self, BearingsRecordKind kind, const char *id, GError **error)
{
  g_autoptr (BearingsRecord) key = NULL;
  gint64 rowkey, pack, digest;

  g_return_val_if_fail (self->partial && self->summary != NULL, FALSE);
  key = bearings_record_new (kind);
  g_set_str (&key->id, id);
  if (!find_present (self, &self->kinds[kind], key, &rowkey, &pack, &digest, error))
    return FALSE;
  return rowkey == 0 || remove_row (self, kind, rowkey, error);
}

gboolean
bearings_import_commit (BearingsImport *self, GError **error)
{
  gboolean committed;

  g_return_val_if_fail (self->transaction != NULL && !self->failed && !self->partial, FALSE);
  committed = finish_pack (self, error) &&
              (self->written == 0 && self->removed == 0
                 ? TRUE
                 : bearings_catalogue_check_references (self->catalogue, self->written,
                                                        self->removed, error) &&
                     bearings_catalogue_fill_search (self->catalogue, error));
  close_statements (self);
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
