/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clients, sittings and their logs. */

#include "bearings-people-private.h"

#include <glib/gi18n-lib.h>

#include "bearings-entry-codec.h"
#include "bearings-sitting-lock.h"
#include "bearings-statement.h"
#include "bearings-schema.h"
#include "bearings-store-sql.h"
#include "bearings-transaction.h"

struct _BearingsPeople {
  GObject parent_instance;

  BearingsDatabase *database;
  BearingsSittingLock *lock;
  char *token; /* of this window, in the sittings it writes */
};

G_DEFINE_FINAL_TYPE (BearingsPeople, bearings_people, G_TYPE_OBJECT)

static void
bearings_people_finalize (GObject *object)
{
  BearingsPeople *self = BEARINGS_PEOPLE (object);

  g_clear_pointer (&self->lock, bearings_sitting_lock_free);
  g_clear_pointer (&self->database, bearings_database_close);
  g_free (self->token);
  G_OBJECT_CLASS (bearings_people_parent_class)->finalize (object);
}

static void
bearings_people_class_init (BearingsPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_people_finalize;
}

static void
bearings_people_init (BearingsPeople *self)
{
  self->token = g_uuid_string_random ();
}

static const BearingsMigration migrations[BEARINGS_PEOPLE_VERSION] = {
  { bearings_sql_people_1 }, { bearings_sql_people_2 }, { bearings_sql_people_3 },
  { bearings_sql_people_4 }, { bearings_sql_people_5 },
};

static const BearingsSchema schema = {
  .application_id = BEARINGS_PEOPLE_APPLICATION_ID,
  .version = BEARINGS_PEOPLE_VERSION,
  .migrations = migrations,
  .durable = TRUE,
  .secret = TRUE,
};

BearingsPeople *
bearings_people_open (const char *path, GError **error)
{
  g_autoptr (BearingsPeople) self = NULL;
  g_autoptr (BearingsDatabase) database =
    bearings_schema_open (path, &schema, BEARINGS_DATABASE_CREATE, error);

  if (database == NULL)
    return NULL;
  self = g_object_new (BEARINGS_TYPE_PEOPLE, NULL);
  self->database = g_steal_pointer (&database);
  self->lock = bearings_sitting_lock_new (path);
  return g_steal_pointer (&self);
}

BearingsDatabase *
bearings_people_get_database (BearingsPeople *self)
{
  return self->database;
}

static gboolean
no_sitting (const char *id, GError **error)
{
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND,
               _ ("There is no sitting with the id “%s”."), id);
  return FALSE;
}

static gboolean
no_client (const char *code, GError **error)
{
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND,
               _ ("There is no client with the code “%s”."), code);
  return FALSE;
}

/* Sets @rowkey to 0, without an error, when there is none. */
static gboolean
find_rowkey (BearingsPeople *self, const char *sql, const char *id, gint64 *rowkey, GError **error)
{
  g_autoptr (BearingsStatement) row = bearings_statement_new (self->database, sql, error);
  BearingsStep step;

  *rowkey = 0;
  if (row == NULL)
    return FALSE;
  bearings_statement_bind_text (row, 1, id);
  step = bearings_statement_step (row, error);
  if (step == BEARINGS_STEP_ROW)
    *rowkey = bearings_statement_get_integer (row, 0);
  return step != BEARINGS_STEP_ERROR;
}

static gboolean
find_sitting (BearingsPeople *self, const char *id, gint64 *rowkey, GError **error)
{
  return find_rowkey (self, "SELECT rowkey FROM session WHERE id = ?1", id, rowkey, error) &&
         (*rowkey != 0 || no_sitting (id, error));
}

static gboolean
find_client (BearingsPeople *self, const char *code, gint64 *rowkey, GError **error)
{
  return find_rowkey (self, "SELECT rowkey FROM client WHERE code = ?1", code, rowkey, error) &&
         (*rowkey != 0 || no_client (code, error));
}

static gboolean
insert_sitting (BearingsPeople *self,
                const char *id,
                const BearingsSittingInfo *start,
                gint64 client,
                const char *digest,
                GError **error)
{
  g_autoptr (BearingsStatement) insert = bearings_statement_new (
    self->database,
    "INSERT INTO session (id, client, instrument, instrument_version, data_version, locale, "
    "started, writer, skill, basis, passing) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
    "(SELECT rowkey FROM basis WHERE digest = ?10), ?11)",
    error);

  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_text (insert, 1, id);
  if (client != 0)
    bearings_statement_bind_integer (insert, 2, client);
  bearings_statement_bind_text (insert, 3, start->instrument);
  bearings_statement_bind_text (insert, 4, start->instrument_version);
  bearings_statement_bind_text (insert, 5, start->data_version);
  bearings_statement_bind_text (insert, 6, start->locale);
  bearings_statement_bind_integer (insert, 7, start->started);
  bearings_statement_bind_text (insert, 8, self->token);
  bearings_statement_bind_text (insert, 9, start->skill);
  bearings_statement_bind_text (insert, 10, digest);
  bearings_statement_bind_text (insert, 11, start->passing ? self->token : NULL);
  return bearings_statement_run (insert, error);
}

/* The next number of the log, given only to the window whose token stands in the sitting. */
static gboolean
take_number (BearingsPeople *self,
             const char *id,
             gboolean finishes,
             gint64 *rowkey,
             gint64 *seq,
             gboolean *finished,
             GError **error)
{
  g_autoptr (BearingsStatement) update =
    bearings_statement_new (self->database,
                            "UPDATE session SET last_seq = last_seq + 1, finished = finished OR ?3 "
                            "WHERE id = ?1 AND writer = ?2 RETURNING rowkey, last_seq, finished",
                            error);
  BearingsStep step;

  if (update == NULL)
    return FALSE;
  bearings_statement_bind_text (update, 1, id);
  bearings_statement_bind_text (update, 2, self->token);
  bearings_statement_bind_integer (update, 3, finishes);
  step = bearings_statement_step (update, error);
  if (step == BEARINGS_STEP_DONE) {
    if (find_sitting (self, id, rowkey, error))
      g_set_error_literal (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_STALE,
                           _ ("This sitting has been taken over by another window."));
    return FALSE;
  }
  if (step == BEARINGS_STEP_ERROR)
    return FALSE;
  *rowkey = bearings_statement_get_integer (update, 0);
  *seq = bearings_statement_get_integer (update, 1);
  *finished = bearings_statement_get_integer (update, 2) != 0;
  return bearings_statement_step (update, error) == BEARINGS_STEP_DONE;
}

/* The part of a transaction that stores one entry. */
static gboolean
append (BearingsPeople *self,
        const char *id,
        const BearingsEntry *entry,
        gint64 *rowkey,
        gboolean *finished,
        GError **error)
{
  gboolean finishes =
    entry->kind == BEARINGS_ENTRY_FINISHED || entry->kind == BEARINGS_ENTRY_ABANDONED;
  g_autoptr (GBytes) body = bearings_entry_codec_encode (entry);
  g_autoptr (BearingsStatement) insert = NULL;
  gint64 seq;
  gsize size;

  if (!take_number (self, id, finishes, rowkey, &seq, finished, error))
    return FALSE;
  insert = bearings_statement_new (
    self->database, "INSERT INTO entry (session, seq, seal, body) VALUES (?1, ?2, ?3, ?4)", error);
  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_integer (insert, 1, *rowkey);
  bearings_statement_bind_integer (insert, 2, seq);
  bearings_statement_bind_integer (insert, 3, BEARINGS_SEAL_PLAIN);
  bearings_statement_bind_blob (insert, 4, g_bytes_get_data (body, &size), g_bytes_get_size (body));
  return bearings_statement_run (insert, error);
}

/* What is said of a finished sitting needs no window of its own. */
static void
mark (BearingsPeople *self, gint64 rowkey, gboolean finished)
{
  if (finished)
    bearings_sitting_lock_unmark (self->lock, rowkey);
  else /* the window it was taken over from may have let go by now */
    bearings_sitting_lock_mark (self->lock, rowkey);
}

char *
bearings_people_begin_sitting (BearingsPeople *self,
                               const BearingsSittingInfo *start,
                               GBytes *basis,
                               const GPtrArray *entries,
                               GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *digest = NULL;
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (self->database, error);
  gint64 client = 0, rowkey = 0;
  gboolean finished = FALSE;

  if (transaction == NULL ||
      (start->client != NULL && !find_client (self, start->client, &client, error)))
    return NULL;
  digest = basis != NULL ? bearings_people_store_basis (self, basis, error) : NULL;
  if ((basis != NULL && digest == NULL) ||
      !insert_sitting (self, id, start, client, digest, error) ||
      !find_sitting (self, id, &rowkey, error))
    return NULL;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (!append (self, id, entries->pdata[i], &rowkey, &finished, error))
      return NULL;
  if (!bearings_transaction_commit (transaction, error))
    return NULL;
  mark (self, rowkey, finished);
  return g_steal_pointer (&id);
}

gboolean
bearings_people_append (BearingsPeople *self,
                        const char *sitting_id,
                        const BearingsEntry *entry,
                        GError **error)
{
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (self->database, error);
  gboolean finished;
  gint64 rowkey;

  if (transaction == NULL || !append (self, sitting_id, entry, &rowkey, &finished, error) ||
      !bearings_transaction_commit (transaction, error))
    return FALSE;
  mark (self, rowkey, finished);
  return TRUE;
}

static gboolean
take_over (BearingsPeople *self, const char *sql, const char *sitting_id, GError **error)
{
  g_autoptr (BearingsStatement) update = NULL;
  gint64 rowkey;

  if (!find_sitting (self, sitting_id, &rowkey, error))
    return FALSE;
  update = bearings_statement_new (self->database, sql, error);
  if (update == NULL)
    return FALSE;
  bearings_statement_bind_integer (update, 1, rowkey);
  bearings_statement_bind_text (update, 2, self->token);
  if (!bearings_statement_run (update, error))
    return FALSE;
  bearings_sitting_lock_mark (self->lock, rowkey);
  return TRUE;
}

gboolean
bearings_people_take_over (BearingsPeople *self, const char *sitting_id, GError **error)
{
  return take_over (self, "UPDATE session SET writer = ?2, passing = NULL WHERE rowkey = ?1",
                    sitting_id, error);
}

gboolean
bearings_people_take_over_passing (BearingsPeople *self, const char *sitting_id, GError **error)
{
  return take_over (self, "UPDATE session SET writer = ?2 WHERE rowkey = ?1", sitting_id, error);
}

gboolean
bearings_people_is_open_elsewhere (BearingsPeople *self,
                                   const char *sitting_id,
                                   gboolean *elsewhere,
                                   GError **error)
{
  gint64 rowkey;

  if (!find_sitting (self, sitting_id, &rowkey, error))
    return FALSE;
  *elsewhere = bearings_sitting_lock_is_elsewhere (self->lock, rowkey);
  return TRUE;
}

#define SITTING_COLUMNS                                                                            \
  "SELECT s.id, s.instrument, s.instrument_version, s.data_version, c.code, s.locale, s.started, " \
  "s.finished, s.last_seq, s.skill, s.passing IS NOT NULL FROM session s LEFT JOIN client c ON "   \
  "c.rowkey = s.client "
/* By the order they were begun in, which a clock set back does not change. */
#define SITTING_ORDER " ORDER BY s.finished, s.rowkey DESC"

static BearingsSittingInfo *
read_sitting (BearingsStatement *row)
{
  BearingsSittingInfo *info = bearings_sitting_info_new ();

  info->id = bearings_statement_dup_text (row, 0);
  info->instrument = bearings_statement_dup_text (row, 1);
  info->instrument_version = bearings_statement_dup_text (row, 2);
  info->data_version = bearings_statement_dup_text (row, 3);
  info->client = bearings_statement_dup_text (row, 4);
  info->locale = bearings_statement_dup_text (row, 5);
  info->started = bearings_statement_get_integer (row, 6);
  info->finished = bearings_statement_get_integer (row, 7) != 0;
  info->n_entries = bearings_statement_get_integer (row, 8);
  info->skill = bearings_statement_dup_text (row, 9);
  info->passing = bearings_statement_get_integer (row, 10) != 0;
  return info;
}

static GPtrArray *
list_sittings (BearingsPeople *self, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GPtrArray) sittings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_sitting_info_free);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (self->database, sql, error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  if (parameter != NULL)
    bearings_statement_bind_text (rows, 1, parameter);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    g_ptr_array_add (sittings, read_sitting (rows));
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&sittings) : NULL;
}

BearingsSittingInfo *
bearings_people_get_sitting (BearingsPeople *self, const char *sitting_id, GError **error)
{
  g_autoptr (GPtrArray) sittings =
    list_sittings (self, SITTING_COLUMNS "WHERE s.id = ?1", sitting_id, error);

  return sittings != NULL && sittings->len > 0 ? bearings_sitting_info_copy (sittings->pdata[0])
                                               : NULL;
}

GPtrArray *
bearings_people_list_sittings (BearingsPeople *self, GError **error)
{
  return list_sittings (self, SITTING_COLUMNS SITTING_ORDER, NULL, error);
}

GPtrArray *
bearings_people_list_sittings_of (BearingsPeople *self, const char *client, GError **error)
{
  return list_sittings (self, SITTING_COLUMNS "WHERE c.code = ?1" SITTING_ORDER, client, error);
}

static BearingsEntry *
read_entry (BearingsPeople *self, BearingsStatement *row, GError **error)
{
  gint64 seq = bearings_statement_get_integer (row, 0);
  BearingsEntry *entry = NULL;
  gconstpointer data;
  gsize size;

  data = bearings_statement_get_blob (row, 2, &size);
  if (bearings_statement_get_integer (row, 1) == BEARINGS_SEAL_PLAIN)
    entry = bearings_entry_codec_decode (seq, data, size);
  if (entry == NULL)
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT,
                 /* Translators: number of an entry of a log, path of the database. */
                 _ ("Entry %d of a sitting in %s cannot be read."), (int) seq,
                 bearings_database_get_path (self->database));
  return entry;
}

GPtrArray *
bearings_people_read_log (BearingsPeople *self, const char *sitting_id, GError **error)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autoptr (BearingsStatement) rows = NULL;
  gint64 rowkey;
  BearingsStep step;

  if (!find_sitting (self, sitting_id, &rowkey, error))
    return NULL;
  rows = bearings_statement_new (
    self->database, "SELECT seq, seal, body FROM entry WHERE session = ?1 ORDER BY seq", error);
  if (rows == NULL)
    return NULL;
  bearings_statement_bind_integer (rows, 1, rowkey);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsEntry *entry = read_entry (self, rows, error);
    if (entry == NULL)
      return NULL;
    g_ptr_array_add (log, entry);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&log) : NULL;
}

gboolean
bearings_people_forget (BearingsDatabase *database, GError **error)
{
  return bearings_database_checkpoint (database, error) &&
         bearings_migration_drop_copies (bearings_database_get_path (database), error);
}

/* Runs a deletion that returns the keys of what it deletes; @id and @token are parameters 1 and 2
 * where they are given. */
static gboolean
delete_sittings (BearingsPeople *self,
                 const char *sql,
                 const char *id,
                 const char *token,
                 guint *n,
                 GError **error)
{
  g_autoptr (BearingsStatement) deletion = bearings_statement_new (self->database, sql, error);
  BearingsStep step;

  *n = 0;
  if (deletion == NULL)
    return FALSE;
  if (id != NULL)
    bearings_statement_bind_text (deletion, 1, id);
  if (token != NULL)
    bearings_statement_bind_text (deletion, 2, token);
  while ((step = bearings_statement_step (deletion, error)) == BEARINGS_STEP_ROW) {
    bearings_sitting_lock_unmark (self->lock, bearings_statement_get_integer (deletion, 0));
    (*n)++;
  }
  return step == BEARINGS_STEP_DONE;
}

gboolean
bearings_people_leave_sitting (BearingsPeople *self,
                               const char *sitting_id,
                               gboolean *gone,
                               GError **error)
{
  gint64 rowkey;
  guint n;

  if (!delete_sittings (self,
                        "DELETE FROM session WHERE id = ?1 AND writer = ?2 AND client IS NULL "
                        "AND (passing = ?2 OR (passing IS NOT NULL AND finished)) "
                        "RETURNING rowkey",
                        sitting_id, self->token, &n, error))
    return FALSE;
  *gone = n > 0;
  if (n > 0)
    return bearings_people_forget (self->database, error);
  if (!find_rowkey (self, "SELECT rowkey FROM session WHERE id = ?1", sitting_id, &rowkey, error))
    return FALSE;
  *gone = rowkey == 0;
  if (rowkey != 0)
    bearings_sitting_lock_unmark (self->lock, rowkey);
  return TRUE;
}

gboolean
bearings_people_erase_sitting (BearingsPeople *self, const char *sitting_id, GError **error)
{
  guint n;

  return delete_sittings (self, "DELETE FROM session WHERE id = ?1 RETURNING rowkey", sitting_id,
                          NULL, &n, error) &&
         (n > 0 || no_sitting (sitting_id, error)) &&
         bearings_people_forget (self->database, error);
}

gboolean
bearings_people_delete_guests (BearingsPeople *self, GError **error)
{
  guint n;

  return delete_sittings (self, "DELETE FROM session WHERE client IS NULL RETURNING rowkey", NULL,
                          NULL, &n, error) &&
         bearings_people_forget (self->database, error);
}

gboolean
bearings_people_create_client (BearingsPeople *self, const char *code, GError **error)
{
  g_autoptr (BearingsStatement) insert = bearings_statement_new (
    self->database, "INSERT OR IGNORE INTO client (code, created) VALUES (?1, ?2) RETURNING rowkey",
    error);
  BearingsStep step;

  if (insert == NULL)
    return FALSE;
  bearings_statement_bind_text (insert, 1, code);
  bearings_statement_bind_integer (insert, 2, g_get_real_time ());
  step = bearings_statement_step (insert, error);
  if (step == BEARINGS_STEP_ROW)
    return bearings_statement_step (insert, error) == BEARINGS_STEP_DONE;
  if (step == BEARINGS_STEP_DONE)
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 _ ("There is a client with the code “%s” already."), code);
  return FALSE;
}

GPtrArray *
bearings_people_list_clients (BearingsPeople *self, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BearingsStatement) rows =
    bearings_statement_new (self->database, "SELECT code FROM client ORDER BY code", error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    g_ptr_array_add (codes, bearings_statement_dup_text (rows, 0));
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&codes) : NULL;
}

gboolean
bearings_people_rename_client (BearingsPeople *self,
                               const char *code,
                               const char *new_code,
                               GError **error)
{
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (self->database, error);
  g_autoptr (BearingsStatement) update = NULL;
  gint64 rowkey, other;

  if (transaction == NULL || !find_client (self, code, &rowkey, error) ||
      !find_rowkey (self, "SELECT rowkey FROM client WHERE code = ?1", new_code, &other, error))
    return FALSE;
  if (other != 0 && other != rowkey) {
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
                 _ ("There is a client with the code “%s” already."), new_code);
    return FALSE;
  }
  update =
    bearings_statement_new (self->database, "UPDATE client SET code = ?2 WHERE rowkey = ?1", error);
  if (update == NULL)
    return FALSE;
  bearings_statement_bind_integer (update, 1, rowkey);
  bearings_statement_bind_text (update, 2, new_code);
  if (!bearings_statement_run (update, error) || !bearings_transaction_commit (transaction, error))
    return FALSE;
  return bearings_people_forget (self->database, error);
}

static gboolean
delete_client (BearingsPeople *self, const char *code, GError **error)
{
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (self->database, error);
  g_autoptr (BearingsStatement) deletion = NULL;
  gint64 rowkey;
  guint n;

  if (transaction == NULL || !find_client (self, code, &rowkey, error) ||
      !delete_sittings (self,
                        "DELETE FROM session WHERE client = (SELECT rowkey FROM client WHERE "
                        "code = ?1) RETURNING rowkey",
                        code, NULL, &n, error))
    return FALSE;
  deletion = bearings_statement_new (self->database, "DELETE FROM client WHERE rowkey = ?1", error);
  if (deletion == NULL)
    return FALSE;
  bearings_statement_bind_integer (deletion, 1, rowkey);
  return bearings_statement_run (deletion, error) &&
         bearings_transaction_commit (transaction, error);
}

gboolean
bearings_people_delete_client (BearingsPeople *self, const char *code, GError **error)
{
  return delete_client (self, code, error) && bearings_people_forget (self->database, error);
}

int
bearings_people_give_to_client (BearingsPeople *self, const char *code, GError **error)
{
  g_autoptr (BearingsTransaction) transaction = bearings_transaction_begin (self->database, error);
  g_autoptr (BearingsStatement) update = NULL;
  gint64 rowkey;
  int n = 0;
  BearingsStep step;

  if (transaction == NULL || !find_client (self, code, &rowkey, error))
    return -1;
  update = bearings_statement_new (
    self->database, "UPDATE session SET client = ?1 WHERE client IS NULL RETURNING rowkey", error);
  if (update == NULL)
    return -1;
  bearings_statement_bind_integer (update, 1, rowkey);
  while ((step = bearings_statement_step (update, error)) == BEARINGS_STEP_ROW)
    n++;
  return step == BEARINGS_STEP_DONE && bearings_transaction_commit (transaction, error) ? n : -1;
}
