/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Occupations, skills and their relations out of the ESCO classification. */

#include "bearings-esco-converter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-claims.h"
#include "bearings-occupation.h"
#include "bearings-pack-writer.h"
#include "bearings-table.h"

typedef struct {
  GFile *folder;
  const char *language;
  char *source;                     /* id */
  GHashTable *occupations, *skills; /* sets of ids */
  BearingsPackWriter *writer;
  BearingsEscoCounts *counts;
  GCancellable *cancellable;
} Conversion;

static BearingsTable *
open_table (Conversion *conversion, const char *name, const char *const *columns, GError **error)
{
  g_autofree char *full = g_strdup_printf ("%s_%s.csv", name, conversion->language);
  g_autoptr (GFile) file = g_file_get_child (conversion->folder, full);

  return bearings_table_open (file, BEARINGS_TABLE_CSV, columns, conversion->cancellable, error);
}

/* "esco-" and the last part of the address of a concept; NULL with an error. */
static char *
take_id (BearingsTable *table, guint column, GError **error)
{
  const char *address = bearings_table_text (table, column);
  const char *end = strrchr (address, '/');

  if (end == NULL || end[1] == '\0' ||
      strspn (end + 1, "0123456789abcdefghijklmnopqrstuvwxyz-") != strlen (end + 1)) {
    bearings_table_fail (table, column, error, _ ("“%s” is no address of a concept"), address);
    return NULL;
  }
  return g_strdup_printf ("esco-%s", end + 1);
}

/* Other names stand one a line. */
static void
add_names (GPtrArray *names, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_strstrip (lines[i]);
    if (*lines[i] != '\0' && !g_ptr_array_find_with_equal_func (names, lines[i], g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (lines[i]));
  }
}

static gboolean
is_new (BearingsTable *table, GHashTable *set, const char *id, GError **error)
{
  return g_hash_table_add (set, g_strdup (id)) ||
         bearings_table_fail (table, 0, error, _ ("“%s” stands here twice"), id);
}

static gboolean
read_skills (Conversion *conversion, GError **error)
{
  static const char *const columns[] = { "conceptUri",     "skillType", "reuseLevel",
                                         "preferredLabel", "altLabels", NULL };
  g_autoptr (BearingsTable) table = open_table (conversion, "skills", columns, error);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    g_autoptr (BearingsSkill) skill = bearings_record_new (BEARINGS_RECORD_SKILL);
    const char *type = bearings_table_text (table, 1);
    const char *reuse = bearings_table_text (table, 2);

    skill->record.id = take_id (table, 0, error);
    if (skill->record.id == NULL || !is_new (table, conversion->skills, skill->record.id, error))
      return FALSE;
    if (g_str_equal (type, "knowledge"))
      skill->kind = BEARINGS_SKILL_KNOWLEDGE;
    else if (g_str_equal (type, "skill/competence") || *type == '\0')
      skill->kind = BEARINGS_SKILL_SKILL;
    else
      return bearings_table_fail (table, 1, error,
                                  _ ("“%s” is neither knowledge nor skill/competence"), type);
    skill->name = g_strdup (bearings_table_text (table, 3));
    if (*skill->name == '\0')
      return bearings_table_fail (table, 3, error, _ ("the name is missing"));
    if (*reuse != '\0')
      skill->category = g_strdup (reuse);
    add_names (skill->aliases, bearings_table_text (table, 4));
    skill->source = g_strdup (conversion->source);
    conversion->counts->skills++;
    if (!bearings_pack_writer_sound (conversion->writer, skill, error))
      return FALSE;
  }
  return !bearings_table_failed (table);
}

static gboolean
read_occupations (Conversion *conversion, GError **error)
{
  static const char *const columns[] = { "conceptUri", "iscoGroup", "preferredLabel", "altLabels",
                                         NULL };
  g_autoptr (BearingsTable) table = open_table (conversion, "occupations", columns, error);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    g_autoptr (BearingsOccupation) occupation = bearings_record_new (BEARINGS_RECORD_OCCUPATION);
    const char *group = bearings_table_text (table, 1);

    occupation->record.id = take_id (table, 0, error);
    if (occupation->record.id == NULL ||
        !is_new (table, conversion->occupations, occupation->record.id, error))
      return FALSE;
    if (*group == '\0' || strspn (group, "0123456789") != strlen (group))
      return bearings_table_fail (table, 1, error, _ ("“%s” is no group such as 2512"), group);
    occupation->soc = g_strdup_printf ("ISCO-08 %s", group);
    occupation->title = g_strdup (bearings_table_text (table, 2));
    if (*occupation->title == '\0')
      return bearings_table_fail (table, 2, error, _ ("the name is missing"));
    add_names (occupation->alternate_titles, bearings_table_text (table, 3));
    occupation->ratings_missing = BEARINGS_MISSING_NOT_PUBLISHED;
    occupation->source = g_strdup (conversion->source);
    conversion->counts->occupations++;
    if (!bearings_pack_writer_sound (conversion->writer, occupation, error))
      return FALSE;
  }
  return !bearings_table_failed (table);
}

static gboolean
read_relations (Conversion *conversion, GError **error)
{
  static const char *const columns[] = { "occupationUri", "relationType", "skillUri", NULL };
  g_autoptr (BearingsTable) table =
    open_table (conversion, "occupationSkillRelations", columns, error);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    g_autoptr (BearingsOccupationSkill) row =
      bearings_record_new (BEARINGS_RECORD_OCCUPATION_SKILL);
    const char *relation = bearings_table_text (table, 1);

    row->occupation = take_id (table, 0, error);
    row->skill = row->occupation != NULL ? take_id (table, 2, error) : NULL;
    if (row->skill == NULL)
      return FALSE;
    if (!g_hash_table_contains (conversion->occupations, row->occupation))
      return bearings_table_fail (table, 0, error, _ ("there is no occupation “%s”"),
                                  row->occupation);
    if (!g_hash_table_contains (conversion->skills, row->skill))
      return bearings_table_fail (table, 2, error, _ ("there is no skill “%s”"), row->skill);
    if (!g_str_equal (relation, "essential") && !g_str_equal (relation, "optional"))
      return bearings_table_fail (table, 1, error, _ ("“%s” is neither essential nor optional"),
                                  relation);
    row->basis = g_strdup_printf ("ESCO (%s)", relation);
    row->importance.missing = BEARINGS_MISSING_QUALITATIVE;
    row->source = g_strdup (conversion->source);
    bearings_record_make_id (&row->record);
    if (!is_new (table, pairs, row->record.id, error))
      return FALSE;
    conversion->counts->relations++;
    if (!bearings_pack_writer_sound (conversion->writer, row, error))
      return FALSE;
  }
  return !bearings_table_failed (table);
}

static gboolean
write_source (Conversion *conversion,
              const BearingsPackInfo *info,
              const char *release,
              GError **error)
{
  g_autoptr (BearingsSource) source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup (conversion->source);
  source->csl_type = g_strdup ("dataset");
  g_ptr_array_add (source->authors, g_strdup ("European Commission"));
  source->title = g_strdup_printf ("ESCO classification, version %s", release);
  source->publisher = g_strdup ("European Commission");
  source->url = g_strdup ("https://esco.ec.europa.eu/");
  source->licence = g_strdup (info->licence);
  source->attribution = g_strdup_printf (
    "Occupations and skills: European Commission, ESCO classification, version %s. "
    "Bearings has selected from it and rearranged it.",
    release);
  source->note = g_strdup ("Taken: names, other names, kinds of skills, ISCO-08 groups, and which "
                           "skills are essential or optional for an occupation.");
  return bearings_pack_writer_sound (conversion->writer, source, error);
}

gboolean
bearings_esco_converter_convert (GFile *folder,
                                 const char *language,
                                 const char *release,
                                 const BearingsPackInfo *info,
                                 GFile *out,
                                 BearingsEscoCounts *counts,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (GHashTable) occupations =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) skills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = g_strdelimit (g_strdup_printf ("esco-%s", release), ".", '-');
  g_autoptr (BearingsPackWriter) writer = NULL;
  Conversion conversion = { folder, language, id, occupations, skills, NULL, counts, cancellable };

  *counts = (BearingsEscoCounts) { 0 };
  if (*release == '\0' || strspn (release, "0123456789.") != strlen (release)) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT,
                 _ ("“%s” is no release such as 1.2.0"), release);
    return FALSE;
  }
  writer = bearings_pack_writer_new_for_file (out, BEARINGS_PACK_LINES, cancellable, error);
  conversion.writer = writer;
  return writer != NULL && bearings_pack_writer_header (writer, info, error) &&
         write_source (&conversion, info, release, error) && read_skills (&conversion, error) &&
         read_occupations (&conversion, error) && read_relations (&conversion, error) &&
         bearings_pack_writer_finish (writer, error);
}
