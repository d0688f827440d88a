/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares of skills out of a file of job postings. */

#include "bearings-postings-converter.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-claims.h"
#include "bearings-occupation.h"
#include "bearings-pack-writer.h"
#include "bearings-skill-counter.h"
#include "bearings-table.h"

/* What was counted for one role, scope and year. */
typedef struct {
  const char *role; /* id, owned by the role */
  char *scope;
  char *year;
  gint64 n_postings, n;
  GHashTable *counts; /* skill id -> how many postings name it */
} Cell;

typedef struct {
  const BearingsPostingsInputs *inputs;
  BearingsPostingsCounts counts;
  BearingsSkillCounter *skills;
  BearingsSkillCounter *titles; /* of roles: their titles as if they were skills */
  GHashTable *countries;
  GHashTable *cells; /* "role\nscope\nyear" -> Cell */
} Count;

static void
cell_free (Cell *cell)
{
  g_free (cell->scope);
  g_free (cell->year);
  g_hash_table_unref (cell->counts);
  g_free (cell);
}

static void
count_clear (Count *count)
{
  g_clear_pointer (&count->skills, bearings_skill_counter_free);
  g_clear_pointer (&count->titles, bearings_skill_counter_free);
  g_clear_pointer (&count->cells, g_hash_table_unref);
  g_clear_pointer (&count->countries, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

/* Titles are looked for in titles as skills are in texts. */
static BearingsSkillCounter *
title_counter_new (GPtrArray *roles)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (bearings_record_unref);

  for (guint i = 0; i < roles->len; i++) {
    const BearingsRole *role = g_ptr_array_index (roles, i);
    BearingsSkill *title = bearings_record_new (BEARINGS_RECORD_SKILL);

    title->record.id = g_strdup (role->record.id);
    title->name = g_strdup (role->title);
    title->kind = BEARINGS_SKILL_TECHNOLOGY;
    for (guint j = 0; j < role->alternate_titles->len; j++)
      g_ptr_array_add (title->aliases, g_strdup (g_ptr_array_index (role->alternate_titles, j)));
    g_ptr_array_add (titles, title);
  }
  return bearings_skill_counter_new (titles);
}

/* The role of the longest title named; NULL when there is none or two. */
static const char *
find_role (Count *count, const char *title)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  bearings_skill_counter_find (count->titles, title, found);
  g_hash_table_iter_init (&iter, found);
  return g_hash_table_size (found) == 1 && g_hash_table_iter_next (&iter, &id, NULL) ? id : NULL;
}

static Cell *
find_cell (Count *count, const char *role, const char *scope, const char *year)
{
  g_autofree char *key = g_strjoin ("\n", role, scope, year, NULL);
  Cell *cell = g_hash_table_lookup (count->cells, key);

  if (cell == NULL) {
    cell = g_new0 (Cell, 1);
    cell->role = role;
    cell->scope = g_strdup (scope);
    cell->year = g_strdup (year);
    cell->counts = g_hash_table_new (g_str_hash, g_str_equal);
    g_hash_table_insert (count->cells, g_steal_pointer (&key), cell);
  }
  return cell;
}

static void
add_posting (Cell *cell, GHashTable *found)
{
  GHashTableIter iter;
  gpointer id;

  cell->n_postings++;
  cell->n += g_hash_table_size (found) > 0;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (
      cell->counts, id,
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (cell->counts, id)) + 1));
}

enum {
  COLUMN_TITLE,
  COLUMN_TEXT,
  COLUMN_DATE,
  COLUMN_COUNTRY,
};

static gboolean
is_year (const char *text)
{
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return text[4] == '\0' || text[4] == '-';
}

static gboolean
count_row (Count *count, BearingsTable *table, GError **error)
{
  const char *date = bearings_table_text (table, COLUMN_DATE);
  const char *country = bearings_table_text (table, COLUMN_COUNTRY);
  const char *role = find_role (count, bearings_table_text (table, COLUMN_TITLE));
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *year = NULL;

  if (!is_year (date))
    return bearings_table_fail (table, COLUMN_DATE, error,
                                _ ("“%s” is no date such as 2026-08-31 or 2026"), date);
  count->counts.postings++;
  if (role == NULL) {
    count->counts.skipped++;
    return TRUE;
  }
  year = g_strndup (date, 4);
  bearings_skill_counter_find (count->skills, bearings_table_text (table, COLUMN_TEXT), found);
  add_posting (find_cell (count, role, count->inputs->place, year), found);
  if (*country != '\0') {
    g_autofree char *scope = g_strdup_printf ("%s, %s", count->inputs->place, country);
    add_posting (find_cell (count, role, scope, year), found);
    g_hash_table_add (count->countries, g_strdup (country));
  }
  return TRUE;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const BearingsPostingShare *x = *(BearingsPostingShare *const *) a;
  const BearingsPostingShare *y = *(BearingsPostingShare *const *) b;
  int order = strcmp (x->role, y->role);

  if (order == 0)
    order = strcmp (x->scope, y->scope);
  if (order == 0)
    order = strcmp (x->year, y->year);
  if (order == 0)
    order = x->k > y->k ? -1 : x->k < y->k;
  return order != 0 ? order : strcmp (x->skill, y->skill);
}

static double
rounded (double percent)
{
  return round (percent * 1e4) / 1e4;
}

static BearingsPostingShare *
share_new (const Cell *cell,
           const char *skill,
           gint64 k,
           const char *population,
           const char *source)
{
  BearingsPostingShare *share = bearings_record_new (BEARINGS_RECORD_POSTING_SHARE);
  g_autofree BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  bearings_figure_set_share (figure, k, cell->n, "postings");
  share->role = g_strdup (cell->role);
  share->skill = g_strdup (skill);
  share->scope = g_strdup (cell->scope);
  share->year = g_strdup (cell->year);
  share->k = k;
  share->n = cell->n;
  share->n_postings = cell->n_postings;
  share->share = rounded (figure->value);
  share->low = rounded (figure->low);
  share->high = rounded (figure->high);
  share->population = g_strdup (population);
  share->source = g_strdup (source);
  bearings_record_make_id (&share->record);
  bearings_record_struct_free (&bearings_figure_type, g_steal_pointer (&figure));
  return share;
}

/* The shares of every cell that is large enough, in one order whatever the order of the rows. */
static GPtrArray *
make_shares (Count *count, const char *source)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (bearings_record_unref);
  g_autoptr (GHashTable) roles = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter cells;
  gpointer value;

  g_hash_table_iter_init (&cells, count->cells);
  while (g_hash_table_iter_next (&cells, NULL, &value)) {
    const Cell *cell = value;
    GHashTableIter skills;
    gpointer skill, k;

    /* One country is the place itself. */
    if (g_hash_table_size (count->countries) < 2 &&
        !g_str_equal (cell->scope, count->inputs->place))
      continue;
    if (cell->n < count->inputs->least) {
      count->counts.left_out++;
      continue;
    }
    g_hash_table_add (roles, (gpointer) cell->role);
    g_hash_table_iter_init (&skills, cell->counts);
    while (g_hash_table_iter_next (&skills, &skill, &k))
      g_ptr_array_add (
        shares, share_new (cell, skill, GPOINTER_TO_UINT (k), count->inputs->population, source));
  }
  g_ptr_array_sort (shares, compare_shares);
  count->counts.roles = g_hash_table_size (roles);
  count->counts.shares = shares->len;
  return shares;
}

static BearingsSource *
make_source (const BearingsPostingsInputs *inputs)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup (inputs->info->id);
  source->csl_type = g_strdup ("dataset");
  source->title = g_strdup (inputs->info->title);
  g_ptr_array_add (source->authors, g_strdup (inputs->info->publisher));
  source->issued = g_strdup (inputs->info->published);
  source->url = g_strdup (inputs->url);
  source->licence = g_strdup (inputs->info->licence);
  source->note = g_strdup (
    "Counted by Bearings: a posting belongs to the role its title names; a skill is named by its "
    "name or an alias, as a whole word. Shares are of the postings that name any skill.");
  return source;
}

static gboolean
write_pack (Count *count, GFile *out, GCancellable *cancellable, GError **error)
{
  const BearingsPostingsInputs *inputs = count->inputs;
  g_autoptr (BearingsSource) source = make_source (inputs);
  g_autoptr (GPtrArray) shares = make_shares (count, source->record.id);
  g_autoptr (BearingsPackWriter) writer = NULL;

  if (shares->len == 0) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID,
                 /* Translators: numbers of postings. */
                 _ ("No role has %u postings that name a skill; there is nothing to write."),
                 inputs->least);
    return FALSE;
  }
  writer = bearings_pack_writer_new_for_file (out, BEARINGS_PACK_LINES, cancellable, error);
  if (writer == NULL || !bearings_pack_writer_header (writer, inputs->info, error) ||
      !bearings_pack_writer_sound (writer, source, error))
    return FALSE;
  for (guint i = 0; i < shares->len; i++)
    if (!bearings_pack_writer_sound (writer, g_ptr_array_index (shares, i), error))
      return FALSE;
  return bearings_pack_writer_finish (writer, error);
}

gboolean
bearings_postings_converter_convert (const BearingsPostingsInputs *inputs,
                                     GFile *out,
                                     BearingsPostingsCounts *counts,
                                     GCancellable *cancellable,
                                     GError **error)
{
  static const char *const columns[] = { "title", "text", "date", "country", NULL };
  g_autoptr (BearingsTable) table =
    bearings_table_open (inputs->postings, BEARINGS_TABLE_CSV, columns, cancellable, error);
  g_auto (Count) count = { .inputs = inputs };

  if (table == NULL)
    return FALSE;
  count.skills = bearings_skill_counter_new (inputs->skills);
  count.titles = title_counter_new (inputs->roles);
  count.countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count.cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cell_free);
  while (bearings_table_next (table, error))
    if (!count_row (&count, table, error))
      return FALSE;
  if (bearings_table_failed (table))
    return FALSE;
  if (!write_pack (&count, out, cancellable, error))
    return FALSE;
  if (counts != NULL)
    *counts = count.counts;
  return TRUE;
}
