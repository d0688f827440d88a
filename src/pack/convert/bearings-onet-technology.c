/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Technology skills of an O*NET release, with their yes-or-no flags. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-onet-converter-private.h"
#include "bearings-table.h"

char *
bearings_onet_converter_skill_id (const char *name)
{
  g_autoptr (GString) id = g_string_new (NULL);
  gboolean hyphen = FALSE; /* owed before the next letter */

  for (const char *p = name; *p != '\0'; p++) {
    const char *word = *p == '+' ? "plus" : *p == '#' ? "sharp" : NULL;

    if (word == NULL && !g_ascii_isalnum (*p)) {
      hyphen = TRUE;
      continue;
    }
    if ((hyphen || word != NULL) && id->len > 0)
      g_string_append_c (id, '-');
    hyphen = word != NULL;
    if (word != NULL)
      g_string_append (id, word);
    else
      g_string_append_c (id, g_ascii_tolower (*p));
  }
  return id->len > 0 ? g_string_free_and_steal (g_steal_pointer (&id)) : NULL;
}

/* How often each category is given to each skill. */
typedef struct {
  GHashTable *counts; /* category -> count */
} Categories;

static void
categories_free (Categories *categories)
{
  g_hash_table_unref (categories->counts);
  g_free (categories);
}

static void
count_category (GHashTable *by_skill, BearingsSkill *skill, const char *category)
{
  Categories *categories = g_hash_table_lookup (by_skill, skill);
  gpointer key = NULL, count = NULL;

  if (categories == NULL) {
    categories = g_new0 (Categories, 1);
    categories->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (by_skill, skill, categories);
  }
  g_hash_table_lookup_extended (categories->counts, category, &key, &count);
  g_hash_table_insert (categories->counts, g_strdup (category),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
}

/* The category given most often; of two given equally often, the first in the alphabet. */
static const char *
main_category (const Categories *categories)
{
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;
  guint best_count = 0;

  g_hash_table_iter_init (&iter, categories->counts);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    guint count = GPOINTER_TO_UINT (value);

    if (count > best_count || (count == best_count && strcmp (key, best) < 0)) {
      best = key;
      best_count = count;
    }
  }
  return best;
}

/* The skill of that name; two names with one id are one skill, the later ones its aliases. */
static BearingsSkill *
take_skill (BearingsConversion *conversion, const char *name, const char *id)
{
  BearingsSkill *skill = g_hash_table_lookup (conversion->skill_by_id, id);

  if (skill == NULL) {
    skill = bearings_record_new (BEARINGS_RECORD_SKILL);
    skill->record.id = g_strdup (id);
    skill->name = g_strdup (name);
    skill->kind = BEARINGS_SKILL_TECHNOLOGY;
    skill->source = g_strdup (conversion->onet_source);
    g_ptr_array_add (conversion->skills, skill);
    g_hash_table_insert (conversion->skill_by_id, skill->record.id, skill);
  } else if (strcmp (skill->name, name) != 0 &&
             !g_ptr_array_find_with_equal_func (skill->aliases, name, g_str_equal, NULL)) {
    g_ptr_array_add (skill->aliases, g_strdup (name));
  }
  return skill;
}

static gboolean
read_flag (BearingsTable *table, guint column, int *flag, GError **error)
{
  const char *text = bearings_table_text (table, column);

  if (strcmp (text, "Y") == 0)
    *flag = BEARINGS_YES;
  else if (strcmp (text, "N") == 0)
    *flag = BEARINGS_NO;
  else
    return bearings_table_fail (table, column, error, _ ("“%s” is neither Y nor N"), text);
  return TRUE;
}

static int
compare_skills (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BearingsSkill **) a)->record.id, (*(BearingsSkill **) b)->record.id);
}

gboolean
bearings_onet_converter_read_technology (BearingsConversion *conversion, GError **error)
{
  /* Up to 30.2, and from 30.3 on, where the content model names the category. */
  static const char *const names[] = { "Technology Skills.txt", "Software Skills.txt", NULL };
  static const char *const columns[][6] = {
    { "O*NET-SOC Code", "Example", "Commodity Title", "Hot Technology", "In Demand", NULL },
    { "O*NET-SOC Code", "Workplace Example", "Element Name", "Hot Technology", "In Demand", NULL },
  };
  guint which;
  g_autoptr (GFile) file = bearings_onet_converter_file (conversion, names, &which);
  g_autoptr (BearingsTable) table =
    bearings_table_open (file, BEARINGS_TABLE_TSV, columns[which], conversion->cancellable, error);
  g_autoptr (GHashTable) categories =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) categories_free);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    const char *occupation = bearings_table_text (table, 0);
    const char *name = bearings_table_text (table, 1);
    g_autofree char *id = bearings_onet_converter_skill_id (name);
    BearingsOccupationSkill *row, *before;
    BearingsSkill *skill;

    if (!g_hash_table_contains (conversion->occupation_by_id, occupation))
      return bearings_table_fail (table, 0, error, _ ("there is no occupation “%s”"), occupation);
    if (id == NULL)
      return bearings_table_fail (table, 1, error, _ ("no id can be made from “%s”"), name);
    skill = take_skill (conversion, name, id);
    count_category (categories, skill, bearings_table_text (table, 2));

    row = bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);
    g_ptr_array_add (conversion->occupation_skills, row);
    row->occupation = g_strdup (occupation);
    row->skill = g_strdup (id);
    row->source = g_strdup (conversion->onet_source);
    bearings_record_make_id (&row->record);
    if (!read_flag (table, 3, &row->hot, error) || !read_flag (table, 4, &row->in_demand, error))
      return FALSE;
    before = g_hash_table_lookup (rows, row->record.id);
    if (before != NULL) { /* two names of one skill: either flag holds */
      before->hot |= row->hot;
      before->in_demand |= row->in_demand;
      g_ptr_array_remove_index (conversion->occupation_skills,
                                conversion->occupation_skills->len - 1);
    } else {
      g_hash_table_insert (rows, row->record.id, row);
      conversion->counts.flags++;
    }
  }
  if (bearings_table_failed (table))
    return FALSE;
  for (guint i = 0; i < conversion->skills->len; i++) {
    BearingsSkill *skill = g_ptr_array_index (conversion->skills, i);
    const char *category = main_category (g_hash_table_lookup (categories, skill));

    if (*category != '\0')
      skill->category = g_strdup (category);
  }
  g_ptr_array_sort (conversion->skills, compare_skills);
  return TRUE;
}
