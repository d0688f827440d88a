/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the catalogue. */

#include "bearings-catalogue-private.h"

#include <sqlite3.h>
#include <string.h>

#include "bearings-schema.h"
#include "bearings-store-sql.h"
#include "bearings-transaction.h"

struct _BearingsCatalogue {
  GObject parent_instance;

  BearingsDatabase *database;
  BearingsRecordTable *tables[BEARINGS_N_RECORD_KINDS]; /* made when first used */

  /* Claims that pages had, by rowkey: most are true of every page, and records never change. */
  GHashTable *claims;
  gint64 changes_outside, changes_here; /* as of which these are */
};

G_DEFINE_FINAL_TYPE (BearingsCatalogue, bearings_catalogue, G_TYPE_OBJECT)

static void
bearings_catalogue_finalize (GObject *object)
{
  BearingsCatalogue *self = BEARINGS_CATALOGUE (object);

  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    g_clear_pointer (&self->tables[i], bearings_record_table_free);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->database, bearings_database_close);
  G_OBJECT_CLASS (bearings_catalogue_parent_class)->finalize (object);
}

static void
bearings_catalogue_class_init (BearingsCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_catalogue_finalize;
}

static void
bearings_catalogue_init (BearingsCatalogue *self)
{
  self->claims = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, bearings_record_unref);
}

static const BearingsMigration migrations[BEARINGS_CATALOGUE_VERSION] = {
  { bearings_sql_catalogue_1 }, { bearings_sql_catalogue_2 }, { bearings_sql_catalogue_3 },
  { bearings_sql_catalogue_4 }, { bearings_sql_catalogue_5 }, { bearings_sql_catalogue_6 },
  { bearings_sql_catalogue_7 }, { bearings_sql_catalogue_8 }, { bearings_sql_catalogue_9 },
};

static const BearingsSchema schema = {
  .application_id = BEARINGS_CATALOGUE_APPLICATION_ID,
  .version = BEARINGS_CATALOGUE_VERSION,
  .migrations = migrations,
};

static const BearingsDatabaseMode modes[] = {
  [BEARINGS_CATALOGUE_READ] = BEARINGS_DATABASE_READ,
  [BEARINGS_CATALOGUE_WRITE] = BEARINGS_DATABASE_WRITE,
  [BEARINGS_CATALOGUE_CREATE] = BEARINGS_DATABASE_CREATE,
  [BEARINGS_CATALOGUE_TRY] = BEARINGS_DATABASE_WRITE,
};

/* A catalogue that comes from a version without the library has records but no rows in it. */
static gboolean
fill_library (BearingsCatalogue *self, GError **error)
{
  g_autoptr (BearingsTransaction) transaction = NULL;
  gint64 empty = 0;

  if (!bearings_database_query_integer (self->database,
                                        "SELECT NOT EXISTS (SELECT 1 FROM library_row) AND "
                                        "EXISTS (SELECT 1 FROM source)",
                                        &empty, error))
    return FALSE;
  if (!empty)
    return TRUE;
  transaction = bearings_transaction_begin (self->database, error);
  return transaction != NULL && bearings_catalogue_fill_search (self, error) &&
         bearings_transaction_commit (transaction, error);
}

/* In KiB, negative: the indexes that an import writes to here and there, of a large pack. */
#define WRITING_CACHE "-8192"

BearingsCatalogue *
bearings_catalogue_open (const char *path, BearingsCatalogueMode mode, GError **error)
{
  g_autoptr (BearingsCatalogue) self = NULL;
  g_autoptr (BearingsDatabase) database = bearings_schema_open (path, &schema, modes[mode], error);

  if (database == NULL || !bearings_catalogue_prepare_search (database, error) ||
      (mode == BEARINGS_CATALOGUE_TRY &&
       !bearings_database_run (database, "PRAGMA cache_spill = OFF", error)) ||
      (mode != BEARINGS_CATALOGUE_READ &&
       !bearings_database_run (database, "PRAGMA cache_size = " WRITING_CACHE, error)))
    return NULL;
  self = g_object_new (BEARINGS_TYPE_CATALOGUE, NULL);
  self->database = g_steal_pointer (&database);
  if (mode != BEARINGS_CATALOGUE_READ && !fill_library (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
bearings_catalogue_install (const char *from, const char *path, GError **error)
{
  g_autoptr (BearingsDatabase) source =
    bearings_schema_open (from, &schema, BEARINGS_DATABASE_READ, error);
  g_autoptr (BearingsDatabase) target =
    source != NULL ? bearings_schema_open (path, &schema, BEARINGS_DATABASE_CREATE, error) : NULL;

  return target != NULL && bearings_database_replace (target, source, error) &&
         bearings_database_checkpoint (target, error);
}

BearingsDatabase *
bearings_catalogue_get_database (BearingsCatalogue *self)
{
  return self->database;
}

const BearingsRecordTable *
bearings_catalogue_get_table (BearingsCatalogue *self, BearingsRecordKind kind)
{
  if (self->tables[kind] == NULL)
    self->tables[kind] = bearings_record_table_new (bearings_record_type (kind));
  return self->tables[kind];
}

/* Runs "SELECT @what FROM the kind's table t WHERE its id is @id". Sets @found. */
static BearingsStatement *
find (BearingsCatalogue *self,
      BearingsRecordKind kind,
      const char *what,
      const char *id,
      GStrv *parts,
      gboolean *found,
      GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  g_autofree char *match = bearings_record_table_match_id (table);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s t WHERE %s", what, table->name, match);
  g_autoptr (BearingsStatement) row = bearings_statement_new (self->database, sql, error);
  BearingsStep step;

  *found = FALSE;
  *parts = NULL;
  if (row == NULL)
    return NULL;
  if (!bearings_record_table_bind_id (table, row, id, parts))
    return g_steal_pointer (&row);
  step = bearings_statement_step (row, error);
  if (step == BEARINGS_STEP_ERROR)
    return NULL;
  *found = step == BEARINGS_STEP_ROW;
  return g_steal_pointer (&row);
}

gpointer
bearings_catalogue_get (BearingsCatalogue *self,
                        BearingsRecordKind kind,
                        const char *id,
                        GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  g_auto (GStrv) parts = NULL;
  gboolean found;
  g_autoptr (BearingsStatement) row = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  row = find (self, kind, table->select, id, &parts, &found, error);
  return row != NULL && found ? bearings_record_table_read (table, self->database, row, 0, error)
                              : NULL;
}

BearingsRecord *
bearings_catalogue_get_row (BearingsCatalogue *self,
                            BearingsRecordKind kind,
                            gint64 rowkey,
                            gint64 *pack,
                            gint64 *digest,
                            GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  g_autofree char *sql = g_strdup_printf ("SELECT t.pack, t.digest, %s FROM %s t WHERE rowkey = ?1",
                                          table->select, table->name);
  g_autoptr (BearingsStatement) row = bearings_statement_new (self->database, sql, error);

  if (row == NULL)
    return NULL;
  bearings_statement_bind_integer (row, 1, rowkey);
  switch (bearings_statement_step (row, error)) {
  case BEARINGS_STEP_ERROR:
    return NULL;
  case BEARINGS_STEP_DONE:
    g_set_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND,
                 "%s: no row %" G_GINT64_FORMAT " in %s",
                 bearings_database_get_path (self->database), rowkey, table->name);
    return NULL;
  case BEARINGS_STEP_ROW:
    break;
  }
  *pack = bearings_statement_get_integer (row, 0);
  *digest = bearings_statement_get_integer (row, 1);
  return bearings_record_table_read (table, self->database, row, 2, error);
}

char *
bearings_catalogue_get_owner (BearingsCatalogue *self,
                              BearingsRecordKind kind,
                              const char *id,
                              GError **error)
{
  g_auto (GStrv) parts = NULL;
  gboolean found;
  g_autoptr (BearingsStatement) row =
    find (self, kind, "(SELECT id FROM pack WHERE rowkey = t.pack)", id, &parts, &found, error);

  return row != NULL && found ? bearings_statement_dup_text (row, 0) : NULL;
}

/* All records a bound query of bearings_record_table_query() returns. */
static GPtrArray *
collect (BearingsCatalogue *self, BearingsRecordKind kind, BearingsStatement *rows, GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (bearings_record_unref);
  BearingsStep step;

  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gpointer record = bearings_record_table_read (table, self->database, rows, 0, error);
    if (record == NULL)
      return NULL;
    g_ptr_array_add (records, record);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
bearings_catalogue_list (BearingsCatalogue *self,
                         BearingsRecordKind kind,
                         const char *field,
                         const char *value,
                         GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, kind);
  g_autoptr (BearingsStatement) rows = NULL;
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;

  /* A name that is in the table of fields is safe to write into SQL; no other is. */
  g_return_val_if_fail (field == NULL || bearings_record_table_column (table, field) != NULL, NULL);
  where = field != NULL ? g_strdup_printf ("t.\"%s\" = ?1", field) : g_strdup ("TRUE");
  sql = bearings_record_table_query (table, where);
  rows = bearings_statement_new (self->database, sql, error);
  if (rows == NULL)
    return NULL;
  if (field != NULL)
    bearings_statement_bind_text (rows, 1, value);
  return collect (self, kind, rows, error);
}

/* Adds the claims of the lines of directness that name exactly these, NULL being a value: one step
 * in an index, however many other lines there are. */
static gboolean
add_lines (BearingsStatement *rows,
           const BearingsClaimDirectness *line,
           GHashTable *owners,
           GError **error)
{
  BearingsStep step;

  bearings_statement_bind_text (rows, 1, line->skill);
  bearings_statement_bind_text (rows, 2, line->family);
  bearings_statement_bind_text (rows, 3, line->role);
  bearings_statement_bind_text (rows, 4, line->occupation);
  bearings_statement_bind_text (rows, 5, line->group);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    gint64 owner = bearings_statement_get_integer (rows, 0);
    if (!g_hash_table_contains (owners, &owner))
      g_hash_table_add (owners, g_memdup2 (&owner, sizeof owner));
  }
  bearings_statement_reset (rows);
  return step == BEARINGS_STEP_DONE;
}

/* The lines of one career, or of none, with the skill, each of its families, and neither. */
static gboolean
add_lines_of_career (BearingsStatement *rows,
                     const BearingsReach *page,
                     BearingsClaimDirectness line,
                     GHashTable *owners,
                     GError **error)
{
  if (!add_lines (rows, &line, owners, error))
    return FALSE;
  for (guint i = 0; page->families != NULL && i < page->families->len; i++) {
    line.family = page->families->pdata[i];
    if (!add_lines (rows, &line, owners, error))
      return FALSE;
  }
  line.family = NULL;
  line.skill = (char *) page->skill;
  return page->skill == NULL || add_lines (rows, &line, owners, error);
}

static gboolean
add_lines_of_occupation (BearingsStatement *rows,
                         const BearingsReach *page,
                         const char *occupation,
                         GHashTable *owners,
                         GError **error)
{
  g_auto (GStrv) groups = bearings_reach_groups (occupation);
  BearingsClaimDirectness line = { .occupation = (char *) occupation };

  if (!add_lines_of_career (rows, page, line, owners, error))
    return FALSE;
  if (page->role != NULL) {
    line.role = (char *) page->role;
    if (!add_lines_of_career (rows, page, line, owners, error))
      return FALSE;
  }
  for (guint i = 0; groups[i] != NULL; i++)
    if (!add_lines_of_career (rows, page, (BearingsClaimDirectness) { .group = groups[i] }, owners,
                              error))
      return FALSE;
  return TRUE;
}

static gboolean
add_lines_of_page (BearingsStatement *rows,
                   const BearingsReach *page,
                   GHashTable *owners,
                   GError **error)
{
  if (!add_lines_of_career (rows, page, (BearingsClaimDirectness) { 0 }, owners, error))
    return FALSE;
  if (page->role != NULL &&
      !add_lines_of_career (rows, page, (BearingsClaimDirectness) { .role = (char *) page->role },
                            owners, error))
    return FALSE;
  for (guint i = 0; page->occupations != NULL && i < page->occupations->len; i++)
    if (!add_lines_of_occupation (rows, page, page->occupations->pdata[i], owners, error))
      return FALSE;
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const BearingsRecord *x = *(BearingsRecord *const *) a;
  const BearingsRecord *y = *(BearingsRecord *const *) b;

  return strcmp (x->id, y->id);
}

GPtrArray *
bearings_catalogue_list_families_of (BearingsCatalogue *self,
                                     const BearingsSkill *skill,
                                     GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    self->database,
    "SELECT id FROM skill_family WHERE rowkey IN"
    " (SELECT owner FROM skill_family_skills WHERE value = ?1"
    " UNION ALL SELECT owner FROM skill_family_categories WHERE value = ?2) ORDER BY id",
    error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  bearings_statement_bind_text (rows, 1, skill->record.id);
  bearings_statement_bind_text (rows, 2, skill->category);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    g_ptr_array_add (ids, bearings_statement_dup_text (rows, 0));
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
bearings_catalogue_count_listing (BearingsCatalogue *self,
                                  const char *skill,
                                  BearingsListing *listing,
                                  GError **error)
{
  g_autoptr (BearingsStatement) row = bearings_statement_new (
    self->database,
    "SELECT (SELECT count (*) FROM occupation_skill WHERE skill = ?1 AND hot IS NOT NULL),"
    " (SELECT count (*) FROM occupation o WHERE EXISTS (SELECT 1 FROM occupation_skill t"
    " WHERE t.occupation = o.id AND t.hot IS NOT NULL)),"
    " (SELECT source FROM occupation_skill WHERE skill = ?1 AND hot IS NOT NULL LIMIT 1)",
    error);

  *listing = (BearingsListing) { 0 };
  if (row == NULL)
    return FALSE;
  bearings_statement_bind_text (row, 1, skill);
  if (bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return FALSE;
  listing->n_listed = (guint) bearings_statement_get_integer (row, 0);
  listing->n_lists = (guint) bearings_statement_get_integer (row, 1);
  listing->source = bearings_statement_dup_text (row, 2);
  return TRUE;
}

/* Forgets the claims when somebody has written since: another connection, or this one. */
static gboolean
check_kept_claims (BearingsCatalogue *self, GError **error)
{
  g_autoptr (BearingsStatement) row =
    bearings_statement_new (self->database, "PRAGMA data_version", error);
  gint64 here = sqlite3_total_changes64 (bearings_database_get_handle (self->database));
  gint64 outside;

  if (row == NULL || bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return FALSE;
  outside = bearings_statement_get_integer (row, 0);
  if (outside != self->changes_outside || here != self->changes_here)
    g_hash_table_remove_all (self->claims);
  self->changes_outside = outside;
  self->changes_here = here;
  return TRUE;
}

static gpointer
read_claim (BearingsCatalogue *self, BearingsStatement *row, gint64 rowkey, GError **error)
{
  gpointer claim = g_hash_table_lookup (self->claims, &rowkey);

  if (claim != NULL)
    return bearings_record_ref (claim);
  bearings_statement_bind_integer (row, 1, rowkey);
  if (bearings_statement_step (row, error) != BEARINGS_STEP_ROW)
    return NULL;
  claim = bearings_record_table_read (bearings_catalogue_get_table (self, BEARINGS_RECORD_CLAIM),
                                      self->database, row, 0, error);
  bearings_statement_reset (row);
  if (claim != NULL)
    g_hash_table_insert (self->claims, g_memdup2 (&rowkey, sizeof rowkey),
                         bearings_record_ref (claim));
  return claim;
}

GPtrArray *
bearings_catalogue_list_claims_for (BearingsCatalogue *self,
                                    const BearingsReach *page,
                                    GError **error)
{
  const BearingsRecordTable *table = bearings_catalogue_get_table (self, BEARINGS_RECORD_CLAIM);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (BearingsStatement) lines = bearings_statement_new (
    self->database,
    "SELECT owner FROM claim_directness WHERE skill IS ?1 AND family IS ?2 AND role IS ?3"
    " AND occupation IS ?4 AND \"group\" IS ?5",
    error);
  g_autoptr (BearingsStatement) row = NULL;
  g_autofree char *sql = bearings_record_table_query (table, "t.rowkey = ?1");
  GHashTableIter iter;
  gpointer owner;

  if (lines == NULL || !check_kept_claims (self, error) ||
      !add_lines_of_page (lines, page, owners, error))
    return NULL;
  row = bearings_statement_new (self->database, sql, error);
  if (row == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &owner, NULL)) {
    gpointer claim = read_claim (self, row, *(gint64 *) owner, error);

    if (claim == NULL)
      return NULL;
    g_ptr_array_add (claims, claim);
  }
  g_ptr_array_sort (claims, compare_ids);
  return g_steal_pointer (&claims);
}

GPtrArray *
bearings_catalogue_list_trace (BearingsCatalogue *self,
                               BearingsRecordKind kind,
                               const char *id,
                               GError **error)
{
  g_return_val_if_fail (kind == BEARINGS_RECORD_CLAIM || kind == BEARINGS_RECORD_REGISTER_ENTRY,
                        NULL);
  return bearings_catalogue_list (self, BEARINGS_RECORD_TRACE_HOP,
                                  kind == BEARINGS_RECORD_CLAIM ? "claim" : "register_entry", id,
                                  error);
}

void
bearings_occupation_skill_row_free (BearingsOccupationSkillRow *row)
{
  g_clear_pointer (&row->skill, bearings_record_unref);
  g_clear_pointer (&row->row, bearings_record_unref);
  g_free (row);
}

GPtrArray *
bearings_catalogue_list_occupation_skills (BearingsCatalogue *self,
                                           const char *occupation,
                                           GError **error)
{
  const BearingsRecordTable *links =
    bearings_catalogue_get_table (self, BEARINGS_RECORD_OCCUPATION_SKILL);
  const BearingsRecordTable *skills = bearings_catalogue_get_table (self, BEARINGS_RECORD_SKILL);
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_occupation_skill_row_free);
  g_autofree char *link = bearings_record_table_selection (links, "t");
  g_autofree char *skill = bearings_record_table_selection (skills, "s");
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s, %s FROM occupation_skill t JOIN skill s ON s.id = t.skill "
                     "WHERE t.occupation = ?1 ORDER BY s.name COLLATE NOCASE, s.id",
                     link, skill);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (self->database, sql, error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  bearings_statement_bind_text (rows, 1, occupation);
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsOccupationSkillRow *row = g_new0 (BearingsOccupationSkillRow, 1);

    g_ptr_array_add (list, row);
    row->row = bearings_record_table_read (links, self->database, rows, 0, error);
    row->skill = row->row != NULL
                   ? bearings_record_table_read (skills, self->database, rows,
                                                 (int) bearings_record_table_width (links), error)
                   : NULL;
    if (row->skill == NULL)
      return NULL;
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
bearings_catalogue_title_columns (BearingsRecordKind kind,
                                  const char **title,
                                  const char **subtitle)
{
  *title = "t.title";
  *subtitle = "NULL";
  switch (kind) {
  case BEARINGS_RECORD_SOURCE:
    *subtitle = "coalesce (t.container, t.publisher)";
    return TRUE;
  case BEARINGS_RECORD_CLAIM:
    *title = "t.statement";
    return TRUE;
  case BEARINGS_RECORD_REGISTER_ENTRY:
    *title = "t.popular_wording";
    return TRUE;
  case BEARINGS_RECORD_OCCUPATION:
    *subtitle = "t.id";
    return TRUE;
  case BEARINGS_RECORD_SKILL_FAMILY:
    *title = "t.name";
    return TRUE;
  case BEARINGS_RECORD_SKILL:
    *title = "t.name";
    *subtitle = "t.category";
    return TRUE;
  case BEARINGS_RECORD_LITERATURE:
    *subtitle = "t.field";
    return TRUE;
  case BEARINGS_RECORD_GLOSSARY_TERM:
    *title = "t.term";
    return TRUE;
  case BEARINGS_RECORD_STUDY:
  case BEARINGS_RECORD_ROLE:
  case BEARINGS_RECORD_INSTRUMENT:
  case BEARINGS_RECORD_REFERENCE_SAMPLE:
    return TRUE;
  case BEARINGS_RECORD_TRACE_HOP:
  case BEARINGS_RECORD_EVIDENCE_SEARCH:
  case BEARINGS_RECORD_OCCUPATION_SKILL:
  case BEARINGS_RECORD_WAGE:
  case BEARINGS_RECORD_PROJECTION:
  case BEARINGS_RECORD_POSTING_SHARE:
  case BEARINGS_RECORD_VACANCY_SHARE:
  case BEARINGS_RECORD_USE_SHARE:
  case BEARINGS_RECORD_LADDER:
  case BEARINGS_RECORD_READING:
  case BEARINGS_RECORD_DEFINITION:
  case BEARINGS_RECORD_ITEM:
  case BEARINGS_RECORD_NORM_TABLE:
  case BEARINGS_RECORD_WORK_DESCRIPTION:
  case BEARINGS_N_RECORD_KINDS:
    break;
  }
  return FALSE;
}

/* Hits of rows of id, title, subtitle. */
static GPtrArray *
collect_hits (BearingsRecordKind kind, BearingsStatement *rows, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  BearingsStep step;

  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    g_ptr_array_add (hits, bearings_hit_new (kind, bearings_statement_get_text (rows, 0),
                                             bearings_statement_get_text (rows, 1),
                                             bearings_statement_get_text (rows, 2)));
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&hits) : NULL;
}

GPtrArray *
bearings_catalogue_list_titles (BearingsCatalogue *self, BearingsRecordKind kind, GError **error)
{
  const char *title, *subtitle;
  gboolean titled = bearings_catalogue_title_columns (kind, &title, &subtitle);
  g_autofree char *sql = NULL;
  g_autoptr (BearingsStatement) rows = NULL;

  g_return_val_if_fail (titled, NULL);
  sql = g_strdup_printf ("SELECT t.id, %s, %s FROM %s t ORDER BY 2 COLLATE NOCASE, 1", title,
                         subtitle, bearings_catalogue_get_table (self, kind)->name);
  rows = bearings_statement_new (self->database, sql, error);
  return rows != NULL ? collect_hits (kind, rows, error) : NULL;
}

GPtrArray *
bearings_catalogue_list_packs (BearingsCatalogue *self, GError **error)
{
  g_autoptr (GPtrArray) packs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_installed_pack_free);
  g_autoptr (BearingsStatement) rows =
    bearings_statement_new (self->database,
                            "SELECT id, title, version, published, publisher, licence, "
                            "attribution, note, sha256, imported, n_records, replaces, "
                            "signature_state, signature_key, signature_name, signature_comment "
                            "FROM pack ORDER BY rowkey",
                            error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW) {
    BearingsInstalledPack *pack = g_new0 (BearingsInstalledPack, 1);

    pack->info = bearings_pack_info_new ();
    pack->info->id = bearings_statement_dup_text (rows, 0);
    pack->info->title = bearings_statement_dup_text (rows, 1);
    pack->info->version = bearings_statement_dup_text (rows, 2);
    pack->info->published = bearings_statement_dup_text (rows, 3);
    pack->info->publisher = bearings_statement_dup_text (rows, 4);
    pack->info->licence = bearings_statement_dup_text (rows, 5);
    pack->info->attribution = bearings_statement_dup_text (rows, 6);
    pack->info->note = bearings_statement_dup_text (rows, 7);
    pack->sha256 = bearings_statement_dup_text (rows, 8);
    pack->imported = bearings_statement_dup_text (rows, 9);
    pack->n_records = bearings_statement_get_integer (rows, 10);
    pack->info->replaces = bearings_statement_dup_text (rows, 11);
    bearings_catalogue_signature_from_row (&pack->signature, rows, 12);
    g_ptr_array_add (packs, pack);
  }
  return step == BEARINGS_STEP_DONE ? g_steal_pointer (&packs) : NULL;
}

char *
bearings_catalogue_data_version (BearingsCatalogue *self, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (BearingsStatement) rows = bearings_statement_new (
    self->database, "SELECT id, version, coalesce (sha256, '') FROM pack ORDER BY id", error);
  BearingsStep step;

  if (rows == NULL)
    return NULL;
  while ((step = bearings_statement_step (rows, error)) == BEARINGS_STEP_ROW)
    for (int i = 0; i < 3; i++) {
      const char *text = bearings_statement_get_text (rows, i);
      g_checksum_update (checksum, (const guint8 *) text, (gssize) strlen (text) + 1);
    }
  return step == BEARINGS_STEP_DONE ? g_strndup (g_checksum_get_string (checksum), 16) : NULL;
}
