/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importance and level of skills and knowledge in the occupations of an O*NET release. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-onet-converter-private.h"
#include "bearings-table.h"

enum {
  CODE,
  ELEMENT,
  ELEMENT_NAME,
  SCALE,
  VALUE,
  N,
  SE,
  LOW,
  HIGH,
  SUPPRESS,
  NOT_RELEVANT,
  DATE,
  DOMAIN_SOURCE,
};

static const char *const columns[] = {
  "O*NET-SOC Code", "Element ID",
  "Element Name",   "Scale ID",
  "Data Value",     "N",
  "Standard Error", "Lower CI Bound",
  "Upper CI Bound", "Recommend Suppress",
  "Not Relevant",   "Date",
  "Domain Source",  NULL,
};

static gboolean
is_empty (BearingsTable *table, guint column)
{
  const char *text = bearings_table_text (table, column);

  return *text == '\0' || strcmp (text, "n/a") == 0;
}

static gboolean
read_optional (BearingsTable *table, guint column, double *value, GError **error)
{
  return is_empty (table, column) || bearings_table_number (table, column, value, error);
}

/* "Y", "N", or empty where the release makes no statement. */
static gboolean
read_mark (BearingsTable *table, guint column, int *mark, GError **error)
{
  const char *text = bearings_table_text (table, column);

  *mark = strcmp (text, "Y") == 0   ? BEARINGS_YES
          : strcmp (text, "N") == 0 ? BEARINGS_NO
                                    : BEARINGS_UNKNOWN;
  if (*mark == BEARINGS_UNKNOWN && !is_empty (table, column))
    return bearings_table_fail (table, column, error, _ ("“%s” is neither Y nor N"), text);
  return TRUE;
}

static gboolean
read_rating (BearingsConversion *conversion,
             BearingsTable *table,
             BearingsRating *rating,
             GError **error)
{
  int suppress;
  double n = -1;

  if (bearings_record_struct_is_set (&bearings_rating_type, rating))
    return bearings_table_fail (table, ELEMENT, error, _ ("“%s” is rated twice on the scale %s"),
                                bearings_table_text (table, ELEMENT),
                                bearings_table_text (table, SCALE));
  if (!read_mark (table, SUPPRESS, &suppress, error) ||
      !read_mark (table, NOT_RELEVANT, &rating->not_relevant, error) ||
      !read_optional (table, N, &n, error))
    return FALSE;
  if (n >= 0)
    rating->n = (gint64) n;
  conversion->counts.not_relevant += rating->not_relevant == BEARINGS_YES;
  if (suppress == BEARINGS_YES) {
    rating->missing = BEARINGS_MISSING_SUPPRESSED;
    conversion->counts.suppressed++;
    return TRUE;
  }
  return bearings_table_number (table, VALUE, &rating->value, error) &&
         read_optional (table, SE, &rating->se, error) &&
         read_optional (table, LOW, &rating->low, error) &&
         read_optional (table, HIGH, &rating->high, error);
}

static gboolean
take_element (BearingsConversion *conversion,
              BearingsTable *table,
              BearingsSkillKind kind,
              GError **error)
{
  const char *id = bearings_table_text (table, ELEMENT);
  BearingsSkill *skill = g_hash_table_lookup (conversion->skill_by_id, id);

  if (skill != NULL)
    return skill->kind == (int) kind ||
           bearings_table_fail (table, ELEMENT, error, _ ("“%s” is an element of another table"),
                                id);
  skill = bearings_record_new (BEARINGS_RECORD_SKILL);
  skill->record.id = g_strdup (id);
  skill->name = g_strdup (bearings_table_text (table, ELEMENT_NAME));
  skill->kind = (int) kind;
  skill->source = g_strdup (conversion->onet_source);
  g_ptr_array_add (conversion->skills, skill);
  g_hash_table_insert (conversion->skill_by_id, skill->record.id, skill);
  return TRUE;
}

/* The row of the occupation and element at hand; the two scales stand on two lines. */
static BearingsOccupationSkill *
take_row (BearingsConversion *conversion, BearingsTable *table, GHashTable *rows, GError **error)
{
  const char *occupation = bearings_table_text (table, CODE);
  g_autofree char *id = g_strdup_printf ("%s/%s", occupation, bearings_table_text (table, ELEMENT));
  BearingsOccupationSkill *row = g_hash_table_lookup (rows, id);

  if (row != NULL)
    return row;
  if (!g_hash_table_contains (conversion->occupation_by_id, occupation)) {
    bearings_table_fail (table, CODE, error, _ ("there is no occupation “%s”"), occupation);
    return NULL;
  }
  row = bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);
  row->occupation = g_strdup (occupation);
  row->skill = g_strdup (bearings_table_text (table, ELEMENT));
  row->source = g_strdup (conversion->onet_source);
  if (!is_empty (table, DOMAIN_SOURCE))
    row->basis = g_strdup (bearings_table_text (table, DOMAIN_SOURCE));
  if (!is_empty (table, DATE)) {
    row->date = bearings_onet_converter_date (bearings_table_text (table, DATE));
    if (row->date == NULL) {
      bearings_table_fail (table, DATE, error, _ ("“%s” is not a month such as 08/2025"),
                           bearings_table_text (table, DATE));
      bearings_record_unref (row);
      return NULL;
    }
  }
  bearings_record_make_id (&row->record);
  g_ptr_array_add (conversion->occupation_skills, row);
  g_hash_table_insert (rows, row->record.id, row);
  conversion->counts.ratings++;
  return row;
}

static gboolean
read_ratings (BearingsConversion *conversion,
              const char *name,
              BearingsSkillKind kind,
              GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (conversion->inputs->onet, name);
  g_autoptr (BearingsTable) table =
    bearings_table_open (file, BEARINGS_TABLE_TSV, columns, conversion->cancellable, error);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    const char *scale = bearings_table_text (table, SCALE);
    gboolean importance = strcmp (scale, "IM") == 0;
    BearingsOccupationSkill *row;

    if (!importance && strcmp (scale, "LV") != 0)
      return bearings_table_fail (table, SCALE, error,
                                  _ ("“%s” is neither IM (importance) nor LV (level)"), scale);
    if (!take_element (conversion, table, kind, error))
      return FALSE;
    row = take_row (conversion, table, rows, error);
    if (row == NULL ||
        !read_rating (conversion, table, importance ? &row->importance : &row->level, error))
      return FALSE;
  }
  return !bearings_table_failed (table);
}

/* The ranges this program expects are those of the release. */
static gboolean
check_scales (BearingsConversion *conversion, GError **error)
{
  static const char *const scale_columns[] = { "Scale ID", "Minimum", "Maximum", NULL };
  static const struct {
    const char *id;
    double low, high;
  } expected[] = { { "IM", 1, 5 }, { "LV", 0, 7 } };
  g_autoptr (GFile) file = g_file_get_child (conversion->inputs->onet, "Scales Reference.txt");
  g_autoptr (BearingsTable) table =
    bearings_table_open (file, BEARINGS_TABLE_TSV, scale_columns, conversion->cancellable, error);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    double low, high;

    if (!bearings_table_number (table, 1, &low, error) ||
        !bearings_table_number (table, 2, &high, error))
      return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
      if (strcmp (bearings_table_text (table, 0), expected[i].id) == 0 &&
          (low != expected[i].low || high != expected[i].high))
        return bearings_table_fail (table, 0, error,
                                    _ ("the scale %s runs from %g to %g and not from %g to %g"),
                                    expected[i].id, low, high, expected[i].low, expected[i].high);
  }
  return !bearings_table_failed (table);
}

/* One table up to 30.2; from 30.3 on its two halves are tables of their own. */
static gboolean
read_skills (BearingsConversion *conversion, GError **error)
{
  static const char *const names[] = { "Skills.txt", "Essential Skills.txt", NULL };
  guint which;
  g_autoptr (GFile) file = bearings_onet_converter_file (conversion, names, &which);

  if (!read_ratings (conversion, names[which], BEARINGS_SKILL_SKILL, error))
    return FALSE;
  return which == 0 ||
         read_ratings (conversion, "Transferable Skills.txt", BEARINGS_SKILL_SKILL, error);
}

gboolean
bearings_onet_converter_read_ratings (BearingsConversion *conversion, GError **error)
{
  return check_scales (conversion, error) && read_skills (conversion, error) &&
         read_ratings (conversion, "Knowledge.txt", BEARINGS_SKILL_KNOWLEDGE, error);
}
