/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of imports: written with each import, read backwards to undo one. */

#include "bearings-import-journal.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "bearings-record-digest.h"
#include "bearings-record-image.h"
#include "bearings-transaction.h"
#include "bearings-watch.h"

/* Rows taken away by one statement, so that somebody hears of it. */
#define ROWS_AT_ONCE 2000
#define LAST_ROW (((gint64) 1 << 56) - 1) /* see bearings-fingerprints.h */

/* What of a row of pack comes back when an import is undone. */
#define PACK_COLUMNS                                                                               \
  "title, version, published, publisher, licence, attribution, note, sha256, imported, "           \
  "n_records, replaces, signature_state, signature_key, signature_name, signature_comment"
#define N_PACK_COLUMNS 15

typedef struct {
  gint64 first, last;
} Range;

struct _BearingsJournal {
  BearingsCatalogue *catalogue;
  BearingsDatabase *database;
  gboolean final;
  gint64 event;
  gint64 n_changes;
  Range added[BEARINGS_N_RECORD_KINDS]; /* that are not yet written down; 0: none */
  BearingsStatement *write;
};

/* The row of the pack as an array of texts that may be absent; NULL when there is none. */
static gboolean
read_pack_row (BearingsDatabase *database, const char *id, GBytes **image, GError **error)
{
  g_autoptr (BearingsStatement) row =
    bearings_statement_new (database, "SELECT " PACK_COLUMNS " FROM pack WHERE id = ?1", error);
  BearingsStep step;

  *image = NULL;
  if (row == NULL)
    return FALSE;
  bearings_statement_bind_text (row, 1, id);
  step = bearings_statement_step (row, error);
  if (step == BEARINGS_STEP_ROW) {
    GVariantBuilder builder;
    g_autoptr (GVariant) variant = NULL;

    g_variant_builder_init_static (&builder, G_VARIANT_TYPE ("ams"));
    for (int i = 0; i < N_PACK_COLUMNS; i++)
      g_variant_builder_add (&builder, "ms", bearings_statement_get_text (row, i));
    variant = g_variant_ref_sink (g_variant_builder_end (&builder));
    *image = g_variant_get_data_as_bytes (variant);
  }
  return step != BEARINGS_STEP_ERROR;
}

BearingsJournal *
bearings_journal_new (BearingsCatalogue *catalogue,
                      const BearingsPackInfo *info,
                      gboolean final,
                      GError **error)
{
  g_autoptr (BearingsJournal) self = g_new0 (BearingsJournal, 1);
  g_autoptr (BearingsStatement) begin = NULL;
  g_autoptr (GBytes) before = NULL;

  self->catalogue = catalogue;
  self->database = bearings_catalogue_get_database (catalogue);
  self->final = final;
  if (!read_pack_row (self->database, info->id, &before, error))
    return NULL;
  begin = bearings_statement_new (
    self->database,
    "INSERT INTO import_event (pack, title, version, published, publisher, licence, imported, "
    "added, changed, removed, unchanged, kept, undoable, before) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', 0, 0, 0, 0, 0, ?7, ?8) RETURNING rowkey",
    error);
  if (begin == NULL)
    return NULL;
  bearings_statement_bind_text (begin, 1, info->id);
  bearings_statement_bind_text (begin, 2, info->title);
  bearings_statement_bind_text (begin, 3, info->version);
  bearings_statement_bind_text (begin, 4, info->published);
  bearings_statement_bind_text (begin, 5, info->publisher);
  bearings_statement_bind_text (begin, 6, info->licence);
  bearings_statement_bind_integer (begin, 7, !final);
  if (before != NULL && !final) {
    gsize size;
    gconstpointer data = g_bytes_get_data (before, &size);
    bearings_statement_bind_blob (begin, 8, data, size);
  }
  if (bearings_statement_step (begin, error) != BEARINGS_STEP_ROW)
    return NULL;
  self->event = bearings_statement_get_integer (begin, 0);
  self->write = bearings_statement_new (
    self->database,
    "INSERT INTO import_change (event, ordinal, kind, first, last, pack, digest, record) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    error);
  return self->write != NULL ? g_steal_pointer (&self) : NULL;
}

void
bearings_journal_free (BearingsJournal *self)
{
  g_clear_pointer (&self->write, bearings_statement_release);
  g_free (self);
}

/* @pack: BEARINGS_INTEGER_ABSENT for records that were not there. */
static gboolean
write_change (BearingsJournal *self,
              BearingsRecordKind kind,
              Range range,
              gint64 pack,
              gint64 digest,
              GBytes *image,
              GError **error)
{
  bearings_statement_bind_integer (self->write, 1, self->event);
  bearings_statement_bind_integer (self->write, 2, self->n_changes++);
  bearings_statement_bind_text (self->write, 3, bearings_record_type (kind)->name);
  bearings_statement_bind_integer (self->write, 4, range.first);
  bearings_statement_bind_integer (self->write, 5, range.last);
  bearings_statement_bind_integer (self->write, 6, pack);
  bearings_statement_bind_integer (self->write, 7, digest);
  if (image != NULL) {
    gsize size;
    gconstpointer data = g_bytes_get_data (image, &size);
    bearings_statement_bind_blob (self->write, 8, data, size);
  } else {
    bearings_statement_bind_null (self->write, 8);
  }
  return bearings_statement_run (self->write, error);
}

static gboolean
write_added (BearingsJournal *self, BearingsRecordKind kind, GError **error)
{
  Range range = self->added[kind];

  self->added[kind] = (Range) { 0, 0 };
  return range.first == 0 || self->final ||
         write_change (self, kind, range, BEARINGS_INTEGER_ABSENT, BEARINGS_INTEGER_ABSENT, NULL,
                       error);
}

gboolean
bearings_journal_added (BearingsJournal *self,
                        BearingsRecordKind kind,
                        gint64 rowkey,
                        GError **error)
{
  Range *range = &self->added[kind];

  if (range->first != 0 && range->last + 1 == rowkey) {
    range->last = rowkey;
    return TRUE;
  }
  if (!write_added (self, kind, error))
    return FALSE;
  *range = (Range) { rowkey, rowkey };
  return TRUE;
}

gboolean
bearings_journal_leaving (BearingsJournal *self,
                          BearingsRecordKind kind,
                          gint64 rowkey,
                          GError **error)
{
  gint64 pack, digest;
  g_autoptr (BearingsRecord) record = NULL;
  g_autoptr (GBytes) image = NULL;

  if (self->final)
    return TRUE;
  record = bearings_catalogue_get_row (self->catalogue, kind, rowkey, &pack, &digest, error);
  if (record == NULL)
    return FALSE;
  image = bearings_record_image (record);
  return write_change (self, kind, (Range) { rowkey, rowkey }, pack, digest, image, error);
}

gboolean
bearings_journal_finish (BearingsJournal *self,
                         BearingsImportSummary *summary,
                         const char *sha256,
                         GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *imported = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  const BearingsSignature *signature = &summary->signature;
  g_autoptr (BearingsStatement) end = NULL;

  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++)
    if (!write_added (self, kind, error))
      return FALSE;
  end = bearings_statement_new (
    self->database,
    "UPDATE import_event SET sha256 = ?2, imported = ?3, replaced_version = ?4, added = ?5, "
    "changed = ?6, removed = ?7, unchanged = ?8, kept = ?9, signature_state = ?10, "
    "signature_key = ?11, signature_name = ?12, signature_comment = ?13 WHERE rowkey = ?1",
    error);
  if (end == NULL)
    return FALSE;
  summary->number = self->event;
  bearings_statement_bind_integer (end, 1, self->event);
  bearings_statement_bind_text (end, 2, sha256);
  bearings_statement_bind_text (end, 3, imported);
  bearings_statement_bind_text (end, 4, summary->replaced_version);
  bearings_statement_bind_integer (end, 5, summary->added);
  bearings_statement_bind_integer (end, 6, summary->changed);
  bearings_statement_bind_integer (end, 7, summary->removed);
  bearings_statement_bind_integer (end, 8, summary->unchanged);
  bearings_statement_bind_integer (end, 9, summary->kept);
  bearings_statement_bind_text (
    end, 10, bearings_enums_nick (&bearings_signature_state_type, signature->state));
  bearings_statement_bind_text (end, 11, signature->key);
  bearings_statement_bind_text (end, 12, signature->name);
  bearings_statement_bind_text (end, 13, signature->comment);
  return bearings_statement_run (end, error);
}

void
bearings_catalogue_signature_from_row (BearingsSignature *signature,
                                       BearingsStatement *row,
                                       int column)
{
  const char *state = bearings_statement_get_text (row, column);

  signature->state =
    state != NULL ? bearings_enums_value (&bearings_signature_state_type, state) : 0;
  if (signature->state == 0)
    signature->state = BEARINGS_SIGNATURE_NONE;
  signature->key = bearings_statement_dup_text (row, column + 1);
  signature->name = bearings_statement_dup_text (row, column + 2);
  signature->comment = bearings_statement_dup_text (row, column + 3);
}

GPtrArray *
bearings_import_list (BearingsCatalogue *self, const char *pack, GError **error)
{
  g_autoptr (GPtrArray) events =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_import_event_free);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    bearings_catalogue_get_database (self),
    "SELECT rowkey, pack, title, version, published, publisher, licence, sha256, imported, undone, "
    "replaced_version, added, changed, removed, unchanged, kept, undoable, undone IS NULL AND "
    "rowkey = (SELECT max (rowkey) FROM import_event WHERE undone IS NULL), signature_state, "
    "signature_key, signature_name, signature_comment FROM import_event "
    "WHERE ?1 IS NULL OR pack = ?1 ORDER BY rowkey DESC",
    error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  bearings_statement_bind_text (rows, 1, pack);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsImportEvent *event = bearings_import_event_new ();

    event->number = bearings_statement_get_integer (rows, 0);
    event->info = bearings_pack_info_new ();
    event->info->id = bearings_statement_dup_text (rows, 1);
    event->info->title = bearings_statement_dup_text (rows, 2);
    event->info->version = bearings_statement_dup_text (rows, 3);
    event->info->published = bearings_statement_dup_text (rows, 4);
    event->info->publisher = bearings_statement_dup_text (rows, 5);
    event->info->licence = bearings_statement_dup_text (rows, 6);
    event->sha256 = bearings_statement_dup_text (rows, 7);
    event->imported = bearings_statement_dup_text (rows, 8);
    event->undone = bearings_statement_dup_text (rows, 9);
    event->replaced_version = bearings_statement_dup_text (rows, 10);
    event->added = bearings_statement_get_integer (rows, 11);
    event->changed = bearings_statement_get_integer (rows, 12);
    event->removed = bearings_statement_get_integer (rows, 13);
    event->unchanged = bearings_statement_get_integer (rows, 14);
    event->kept = bearings_statement_get_integer (rows, 15);
    event->undoable = bearings_statement_get_integer (rows, 16) != 0;
    event->latest = bearings_statement_get_integer (rows, 17) != 0;
    bearings_catalogue_signature_from_row (&event->signature, rows, 18);
    g_ptr_array_add (events, event);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&events) : NULL;
}

/* Undoing ----------------------------------------------------------------------------------- */

typedef struct {
  BearingsCatalogue *catalogue;
  BearingsDatabase *database;
  gint64 event;
  guint32 touched; /* kinds, as bits */
  gint64 done, total;
  BearingsUndoFunc func; /* (nullable) */
  gpointer data;
} Undoing;

static gboolean
must_stop (gpointer data)
{
  const Undoing *it = data;

  return it->func (it->done, it->total, it->data);
}

/* So many more rows are done. */
static gboolean
tell (Undoing *it, gint64 n, GError **error)
{
  it->done += n;
  if (it->func == NULL || !must_stop (it))
    return TRUE;
  g_set_error_literal (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FAILED,
                       _ ("The import was not undone."));
  return FALSE;
}

static gboolean
delete_rows (Undoing *it, BearingsRecordKind kind, gint64 first, gint64 last, GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (it->catalogue, kind);
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM %s WHERE rowkey BETWEEN ?1 AND ?2", table->name);

  for (gint64 from = first; from <= last; from += ROWS_AT_ONCE) {
    gint64 to = MIN (from + ROWS_AT_ONCE - 1, last);
    g_autoptr (BearingsStatement) remove = bearings_statement_new (it->database, sql, error);

    if (remove == NULL)
      return FALSE;
    bearings_statement_bind_integer (remove, 1, from);
    bearings_statement_bind_integer (remove, 2, to);
    if (!bearings_statement_run (remove, error) || !tell (it, to - from + 1, error))
      return FALSE;
  }
  return TRUE;
}

/* How many records the packs have now: an import may have taken some over from another pack. */
static gboolean
count_back (Undoing *it, gint64 pack, GError **error)
{
  g_autoptr (BearingsStatement) count = bearings_statement_new (
    it->database, "UPDATE pack SET n_records = n_records + 1 WHERE rowkey = ?1", error);

  if (count == NULL)
    return FALSE;
  bearings_statement_bind_integer (count, 1, pack);
  return bearings_statement_run (count, error);
}

static gboolean
refuse_damaged (Undoing *it, GError **error)
{
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
               _ ("%s holds an import that cannot be undone here."),
               bearings_database_get_path (it->database));
  return FALSE;
}

/* Puts back what the row of import_change says. */
static gboolean
put_back (Undoing *it, BearingsStatement *row, gint64 own_pack, GError **error)
{
  const char *kind = bearings_statement_get_text (row, 0);
  const BearingsRecordType *type = kind != NULL ? bearings_record_type_by_name (kind) : NULL;
  gint64 first = bearings_statement_get_integer (row, 1);
  gint64 last = bearings_statement_get_integer (row, 2);
  gint64 pack = bearings_statement_get_integer (row, 3);
  gint64 digest = bearings_statement_get_integer (row, 4);
  g_autoptr (BearingsRecord) record = NULL;
  gconstpointer data;
  gsize size;

  if (type == NULL || first < 1 || last < first || last > LAST_ROW ||
      (bearings_record_integer_is_set (pack) && first != last))
    return refuse_damaged (it, error);
  it->touched |= (guint32) 1 << type->kind;
  if (!delete_rows (it, type->kind, first, last, error))
    return FALSE;
  if (!bearings_record_integer_is_set (pack))
    return TRUE;
  data = bearings_statement_get_blob (row, 5, &size);
  record = bearings_record_image_to_record (type->kind, data, size);
  if (record == NULL)
    return refuse_damaged (it, error);
  return bearings_record_table_write (bearings_catalogue_get_table (it->catalogue, type->kind),
                                      it->database, record, first, pack, digest, error) &&
         (pack == own_pack || count_back (it, pack, error));
}

static gboolean
count_rows (Undoing *it, GError **error)
{
  g_autoptr (BearingsStatement) count = bearings_statement_new (
    it->database, "SELECT total (last - first + 1) FROM import_change WHERE event = ?1", error);

  if (count == NULL)
    return FALSE;
  bearings_statement_bind_integer (count, 1, it->event);
  if (bearings_statement_step (count, error) != BEARINGS_STEP_ROW)
    return FALSE;
  it->total = bearings_statement_get_integer (count, 0);
  return TRUE;
}

static gboolean
put_all_back (Undoing *it, gint64 own_pack, GError **error)
{
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    it->database,
    "SELECT kind, first, last, pack, digest, record FROM import_change WHERE event = ?1 "
    "ORDER BY ordinal DESC",
    error);
  BearingsStep step;

  if (rows == NULL)
    return FALSE;
  bearings_statement_bind_integer (rows, 1, it->event);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    if (!put_back (it, rows, own_pack, error))
      return FALSE;
  return step == BEARINGS_STEP_DONE;
}

static gboolean
run_with (BearingsDatabase *database, const char *sql, gint64 value, GError **error)
{
  g_autoptr (BearingsStatement) statement = bearings_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;
  bearings_statement_bind_integer (statement, 1, value);
  return bearings_statement_run (statement, error);
}

/* The pack as it was: its row, or none. The digests of its texts are of the undone version. */
static gboolean
restore_pack (Undoing *it, gint64 pack, GVariant *before, GError **error)
{
  g_autoptr (BearingsStatement) update = NULL;

  if (!run_with (it->database, "DELETE FROM pack_line WHERE pack = ?1", pack, error))
    return FALSE;
  if (before == NULL)
    return run_with (it->database, "DELETE FROM pack WHERE rowkey = ?1", pack, error);
  update = bearings_statement_new (it->database,
                                   "UPDATE pack SET (" PACK_COLUMNS ") = (?2, ?3, ?4, ?5, ?6, ?7, "
                                   "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) WHERE rowkey = ?1",
                                   error);
  if (update == NULL)
    return FALSE;
  bearings_statement_bind_integer (update, 1, pack);
  for (int i = 0; i < N_PACK_COLUMNS; i++) {
    const char *text;

    g_variant_get_child (before, (gsize) i, "m&s", &text);
    bearings_statement_bind_text (update, i + 2, text);
  }
  return bearings_statement_run (update, error);
}

/* Finds the event; refuses any but the latest that stands. */
static gboolean
find_event (Undoing *it, gint64 *pack, GVariant **before, GError **error)
{
  g_autoptr (BearingsStatement) row = bearings_statement_new (
    it->database,
    "SELECT e.undone IS NOT NULL, e.undoable, e.rowkey < (SELECT max (rowkey) FROM import_event "
    "WHERE undone IS NULL), pack.rowkey, e.before, e.title, e.version FROM import_event e "
    "LEFT JOIN pack ON pack.id = e.pack WHERE e.rowkey = ?1",
    error);
  gconstpointer data;
  gsize size;

  if (row == NULL)
    return FALSE;
  bearings_statement_bind_integer (row, 1, it->event);
  switch (bearings_statement_step (row, error)) {
  case BEARINGS_STEP_ERROR:
    return FALSE;
  case BEARINGS_STEP_DONE:
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND,
                 _ ("There is no import number %" G_GINT64_FORMAT "."), it->event);
    return FALSE;
  case BEARINGS_STEP_ROW:
    break;
  }
  if (bearings_statement_get_integer (row, 0) != 0) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 /* Translators: title and version of a pack. */
                 _ ("The import of “%s” %s was undone before."),
                 bearings_statement_get_text (row, 5), bearings_statement_get_text (row, 6));
    return FALSE;
  }
  if (bearings_statement_get_integer (row, 1) == 0) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 _ ("“%s” %s came with Bearings and cannot be undone."),
                 bearings_statement_get_text (row, 5), bearings_statement_get_text (row, 6));
    return FALSE;
  }
  if (bearings_statement_get_integer (row, 2) != 0) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 _ ("Imports are undone in reverse order: undo the later ones first."));
    return FALSE;
  }
  *pack = bearings_statement_get_integer (row, 3);
  *before = NULL;
  if (!bearings_statement_is_null (row, 4)) {
    g_autoptr (GBytes) bytes = NULL;

    data = bearings_statement_get_blob (row, 4, &size);
    bytes = g_bytes_new (data, size);
    *before = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("ams"), bytes, FALSE));
    if (g_variant_n_children (*before) != N_PACK_COLUMNS) {
      g_clear_pointer (before, g_variant_unref);
      return refuse_damaged (it, error);
    }
  }
  return TRUE;
}

static gboolean
undo (Undoing *it, GError **error)
{
  g_auto (BearingsWatch) watch = { it->database, it->func != NULL ? must_stop : NULL, it };
  g_autoptr (GVariant) before = NULL;
  gint64 pack;

  bearings_watch_begin (&watch);
  return find_event (it, &pack, &before, error) && count_rows (it, error) &&
         put_all_back (it, pack, error) && restore_pack (it, pack, before, error) &&
         run_with (it->database, "DELETE FROM import_change WHERE event = ?1", it->event, error) &&
         run_with (it->database,
                   "UPDATE import_event SET undone = strftime ('%Y-%m-%dT%H:%M:%SZ', 'now') "
                   "WHERE rowkey = ?1",
                   it->event, error) &&
         bearings_catalogue_check_references (it->catalogue, it->touched, it->touched, error) &&
         bearings_catalogue_fill_search (it->catalogue, error);
}

gboolean
bearings_import_undo (BearingsCatalogue *self,
                      gint64 number,
                      BearingsUndoFunc func,
                      gpointer data,
                      GError **error)
{
  BearingsDatabase *database = bearings_catalogue_get_database (self);
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (database, error);
  Undoing it = {
    .catalogue = self, .database = database, .event = number, .func = func, .data = data
  };

  if (transaction == NULL || !undo (&it, error) ||
      !bearings_transaction_commit (transaction, error))
    return FALSE;
  bearings_database_checkpoint (database, NULL); /* the import is undone, in the journal or not */
  return TRUE;
}
