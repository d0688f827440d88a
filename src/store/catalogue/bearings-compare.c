/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack beside what is installed. */

#include "bearings-compare.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "bearings-catalogue-private.h"
#include "bearings-problem.h"
#include "bearings-record-digest.h"

/* A reference that is looked at once everything is known. */
typedef struct {
  BearingsRecordKind target;
  char *id;
} Reference;

struct _BearingsCompare {
  BearingsCatalogue *catalogue;
  BearingsDatabase *database;
  BearingsPackInfo *info;
  char *installed;
  gint64 pack; /* rowkey, 0: none */
  BearingsFingerprints *unseen;
  GByteArray *scratch;
  GHashTable *added;      /* Reference: records that are new */
  GHashTable *references; /* Reference: held by records that are new or changed */
  gint64 unchanged;
  guint32 removed;     /* kinds */
  GHashTable *gone;    /* Reference: records that would be removed */
  GHashTable *touched; /* likewise that would be changed */
};

static guint
reference_hash (gconstpointer data)
{
  const Reference *reference = data;

  return g_str_hash (reference->id) * 31 + reference->target;
}

static gboolean
reference_equal (gconstpointer a, gconstpointer b)
{
  const Reference *x = a;
  const Reference *y = b;

  return x->target == y->target && g_str_equal (x->id, y->id);
}

static void
reference_free (gpointer data)
{
  Reference *reference = data;

  g_free (reference->id);
  g_free (reference);
}

BearingsCompare *
bearings_compare_new (BearingsCatalogue *catalogue, const BearingsPackInfo *info, GError **error)
{
  g_autoptr (BearingsCompare) self = g_new0 (BearingsCompare, 1);
  g_autoptr (BearingsStatement) row = NULL;
  BearingsStep step;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  self->catalogue = g_object_ref (catalogue);
  self->database = bearings_catalogue_get_database (catalogue);
  self->info = bearings_pack_info_copy (info);
  self->scratch = g_byte_array_new ();
  self->added = g_hash_table_new_full (reference_hash, reference_equal, reference_free, NULL);
  self->gone = g_hash_table_new_full (reference_hash, reference_equal, reference_free, NULL);
  self->touched = g_hash_table_new_full (reference_hash, reference_equal, reference_free, NULL);
  self->references = g_hash_table_new_full (reference_hash, reference_equal, reference_free, NULL);
  row = bearings_statement_new (self->database, "SELECT rowkey, version FROM pack WHERE id = ?1",
                                error);
  if (row == NULL)
    return NULL;
  bearings_statement_bind_text (row, 1, info->id);
  step = bearings_statement_step (row, error);
  if (step == BEARINGS_STEP_ERROR)
    return NULL;
  if (step == BEARINGS_STEP_ROW) {
    self->pack = bearings_statement_get_integer (row, 0);
    self->installed = bearings_statement_dup_text (row, 1);
    self->unseen = bearings_catalogue_get_fingerprints (catalogue, info->id, error);
    if (self->unseen == NULL)
      return NULL;
  }
  return g_steal_pointer (&self);
}

void
bearings_compare_free (BearingsCompare *self)
{
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->info, bearings_pack_info_free);
  g_clear_pointer (&self->unseen, bearings_fingerprints_free);
  g_clear_pointer (&self->scratch, g_byte_array_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->references, g_hash_table_unref);
  g_free (self->installed);
  g_free (self);
}

const char *
bearings_compare_get_installed (BearingsCompare *self)
{
  return self->installed;
}

gint64
bearings_compare_get_unchanged (BearingsCompare *self)
{
  return self->unchanged;
}

gboolean
bearings_compare_take_text (BearingsCompare *self, guint64 text)
{
  BearingsRecordKind kind;
  gint64 rowkey;

  if (self->unseen == NULL || !bearings_fingerprints_take (self->unseen, text, &kind, &rowkey))
    return FALSE;
  self->unchanged++;
  return TRUE;
}

/* Where a record is, whose, and what its digest is; *@rowkey is 0 when there is none. */
static gboolean
find (BearingsCatalogue *catalogue,
      BearingsRecordKind kind,
      const char *id,
      gint64 *rowkey,
      gint64 *pack,
      gint64 *digest,
      GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (catalogue, kind);
  g_autofree char *match = bearings_record_table_match_id (table);
  g_autofree char *sql =
    g_strdup_printf ("SELECT rowkey, pack, digest FROM %s WHERE %s", table->name, match);
  g_auto (GStrv) parts = NULL;
  g_autoptr (BearingsStatement) row =
    bearings_statement_new (bearings_catalogue_get_database (catalogue), sql, error);
  BearingsStep step;

  *rowkey = *pack = *digest = 0;
  if (row == NULL)
    return FALSE;
  if (!bearings_record_table_bind_id (table, row, id, &parts))
    return TRUE;
  step = bearings_statement_step (row, error);
  if (step == BEARINGS_STEP_ROW) {
    *rowkey = bearings_statement_get_integer (row, 0);
    *pack = bearings_statement_get_integer (row, 1);
    *digest = bearings_statement_get_integer (row, 2);
  }
  return step != BEARINGS_STEP_ERROR;
}

static void
note_reference (const BearingsRecord *record,
                BearingsRecordKind target,
                const char *id,
                const char *path,
                gpointer user_data)
{
  BearingsCompare *self = user_data;
  const Reference key = { target, (char *) id };
  Reference *reference;

  if (g_hash_table_contains (self->references, &key))
    return;
  reference = g_new (Reference, 1);
  *reference = (Reference) { target, g_strdup (id) };
  g_hash_table_add (self->references, reference);
}

static gboolean
add_to (GHashTable *set, BearingsRecordKind kind, const char *id)
{
  Reference *reference = g_new (Reference, 1);

  *reference = (Reference) { kind, g_strdup (id) };
  return g_hash_table_add (set, reference);
}

static gboolean
is_in (GHashTable *set, BearingsRecordKind kind, const char *id)
{
  const Reference key = { kind, (char *) id };

  return g_hash_table_contains (set, &key);
}

/* Owner of a pack's row and what it declares to replace. */
static gboolean
find_pack (BearingsDatabase *database, gint64 pack, char **id, char **replaces, GError **error)
{
  g_autoptr (BearingsStatement) row =
    bearings_statement_new (database, "SELECT id, replaces FROM pack WHERE rowkey = ?1", error);

  if (row == NULL)
    return FALSE;
  bearings_statement_bind_integer (row, 1, pack);
  if (bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return FALSE;
  *id = bearings_statement_dup_text (row, 0);
  *replaces = bearings_statement_dup_text (row, 1);
  return TRUE;
}

/* What becomes of a record that another pack has. */
static BearingsRecordChange
settle_claim (BearingsCompare *self, const BearingsRecord *record, gint64 pack, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *replaces = NULL;

  if (!find_pack (self->database, pack, &id, &replaces, error))
    return 0;
  if (bearings_pack_info_list_replaces (replaces, self->info->id))
    return BEARINGS_RECORD_CHANGE_KEPT;
  if (bearings_pack_info_replaces (self->info, id))
    return BEARINGS_RECORD_CHANGE_TAKEN_OVER;
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
               _ ("The %s “%s” of pack “%s” belongs to pack “%s”."), record->type->name, record->id,
               self->info->id, id);
  return 0;
}

static BearingsRecord *
load (BearingsCompare *self, BearingsRecordKind kind, gint64 rowkey, GError **error)
{
  gint64 pack, digest;

  return bearings_catalogue_get_row (self->catalogue, kind, rowkey, &pack, &digest, error);
}

BearingsRecordChange
bearings_compare_add (BearingsCompare *self,
                      const BearingsRecord *record,
                      BearingsRecord **old,
                      GError **error)
{
  BearingsRecordKind kind = record->type->kind;
  BearingsRecordChange change = BEARINGS_RECORD_CHANGE_CHANGED;
  gint64 rowkey, pack, present;

  *old = NULL;
  if (!find (self->catalogue, kind, record->id, &rowkey, &pack, &present, error))
    return 0;
  if (rowkey == 0) {
    bearings_problem_record_foreach_reference (record, "", note_reference, self);
    if (add_to (self->added, kind, record->id))
      return BEARINGS_RECORD_CHANGE_ADDED;
  } else if (pack != self->pack) {
    change = settle_claim (self, record, pack, error);
    if (change == 0)
      return 0;
    if (add_to (self->added, kind, record->id)) {
      if (change != BEARINGS_RECORD_CHANGE_KEPT) {
        bearings_problem_record_foreach_reference (record, "", note_reference, self);
        add_to (self->touched, kind, record->id);
        *old = load (self, kind, rowkey, error);
        return *old != NULL ? change : 0;
      }
      return change;
    }
  } else if (bearings_fingerprints_take_row (self->unseen, kind, rowkey)) {
    if (present == bearings_record_digest (record, self->scratch)) {
      self->unchanged++;
      return BEARINGS_RECORD_CHANGE_NONE;
    }
    *old = load (self, kind, rowkey, error);
    if (*old == NULL)
      return 0;
    if (bearings_record_equal (record, *old)) { /* an older kind of digest */
      g_clear_pointer (old, bearings_record_unref);
      self->unchanged++;
      return BEARINGS_RECORD_CHANGE_NONE;
    }
    bearings_problem_record_foreach_reference (record, "", note_reference, self);
    add_to (self->touched, kind, record->id);
    return BEARINGS_RECORD_CHANGE_CHANGED;
  }
  g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT,
               _ ("The %s “%s” comes twice in pack “%s”."), record->type->name, record->id,
               self->info->id);
  return 0;
}

typedef struct {
  BearingsCompare *compare;
  BearingsRemovedFunc func;
  gpointer user_data;
} Removing;

static gboolean
tell_removed (BearingsRecordKind kind, gint64 rowkey, gpointer user_data, GError **error)
{
  Removing *removing = user_data;
  g_autoptr (BearingsRecord) old = load (removing->compare, kind, rowkey, error);

  if (old == NULL)
    return FALSE;
  removing->compare->removed |= (guint32) 1 << kind;
  add_to (removing->compare->gone, kind, old->id);
  removing->func (old, removing->user_data);
  return TRUE;
}

static void
check_outside (const char *from_kind,
               const char *from_id,
               const char *from_pack,
               const char *field,
               BearingsRecordKind target,
               const char *id,
               gpointer user_data)
{
  BearingsCompare *self = user_data;
  const BearingsRecordType *type = bearings_record_type_by_name (from_kind);

  /* What a record that changes refers to then is known already. */
  if (is_in (self->touched, type->kind, from_id) || is_in (self->gone, type->kind, from_id))
    return;
  /* Taken as one of its own, so that one place below says that it is missing. */
  if (is_in (self->gone, target, id))
    note_reference (NULL, target, id, NULL, self);
}

/* What stays as it is within the pack may refer to what goes, too. */
static gboolean
check_inside (BearingsCompare *self, GError **error)
{
  if (self->removed == 0)
    return TRUE;
  return bearings_compare_foreach_outside_reference (self->catalogue, NULL, self->removed,
                                                     check_outside, self, error);
}

static gboolean
check_references (BearingsCompare *self, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->references);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const Reference *reference = key;
    gint64 rowkey, pack, digest;

    if (is_in (self->added, reference->target, reference->id))
      continue;
    if (!find (self->catalogue, reference->target, reference->id, &rowkey, &pack, &digest, error))
      return FALSE;
    if (rowkey != 0 && !is_in (self->gone, reference->target, reference->id))
      continue;
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_REFERENCE,
                 _ ("There is no %s “%s”."), bearings_record_type (reference->target)->name,
                 reference->id);
    return FALSE;
  }
  return TRUE;
}

gboolean
bearings_compare_finish (BearingsCompare *self,
                         BearingsRemovedFunc removed,
                         gpointer user_data,
                         GError **error)
{
  Removing removing = { self, removed, user_data };

  return (self->unseen == NULL ||
          bearings_fingerprints_foreach_left (self->unseen, tell_removed, &removing, error)) &&
         check_inside (self, error) && check_references (self, error);
}

char *
bearings_compare_refuses_claim (BearingsCatalogue *self,
                                const BearingsPackInfo *info,
                                BearingsRecordKind kind,
                                const char *id,
                                GError **error)
{
  gint64 rowkey, pack, digest;
  g_autofree char *owner = NULL;
  g_autofree char *replaces = NULL;

  if (!find (self, kind, id, &rowkey, &pack, &digest, error) || rowkey == 0 ||
      !find_pack (bearings_catalogue_get_database (self), pack, &owner, &replaces, error) ||
      g_str_equal (owner, info->id) || bearings_pack_info_replaces (info, owner) ||
      bearings_pack_info_list_replaces (replaces, info->id))
    return NULL;
  return g_steal_pointer (&owner);
}
