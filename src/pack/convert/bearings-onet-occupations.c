/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Occupations of an O*NET release: titles, job zones, related occupations. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-onet-converter-private.h"
#include "bearings-file-load.h"
#include "bearings-table.h"

#define LARGEST_README (1024 * 1024)

#define SOC_LENGTH 7

char *
bearings_onet_converter_date (const char *text)
{
  if (strlen (text) != 7 || text[2] != '/' || strspn (text, "0123456789/") != 7)
    return NULL;
  return g_strdup_printf ("%s-%.2s", text + 3, text);
}

GFile *
bearings_onet_converter_file (BearingsConversion *conversion,
                              const char *const *names,
                              guint *which)
{
  GFile *file = NULL;

  for (guint i = 0; names[i] != NULL; i++) {
    g_clear_object (&file);
    file = g_file_get_child (conversion->inputs->onet, names[i]);
    *which = i;
    if (g_file_query_exists (file, conversion->cancellable))
      return file;
  }
  /* The one of today is named in the error that opening it gives. */
  *which = 0;
  g_clear_object (&file);
  return g_file_get_child (conversion->inputs->onet, names[0]);
}

/* "2025-12" from "December 2025 Release"; NULL when it is none. */
static char *
read_release_date (const char *text)
{
  static const char *const months[] = { "January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++) {
    const char *rest = text + strlen (months[i]);

    if (g_str_has_prefix (text, months[i]) && *rest == ' ')
      return g_strdup_printf ("%.4s-%02u", rest + 1, i + 1);
  }
  return NULL;
}

/* What release it is stands on the first two lines of its Read Me.txt. */
static gboolean
read_release (BearingsConversion *conversion, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (conversion->inputs->onet, "Read Me.txt");
  g_autofree char *name = g_file_get_parse_name (file);
  gsize length;
  g_autofree char *contents =
    bearings_file_load (file, LARGEST_README, &length, conversion->cancellable, error);
  g_auto (GStrv) lines = NULL;
  g_autofree char *number = NULL;
  g_autofree char *dashed = NULL;
  BearingsSource *source;

  if (contents == NULL)
    return FALSE;
  lines = g_strsplit (contents, "\n", 3);
  if (lines[0] != NULL && g_str_has_prefix (lines[0], "O*NET ") &&
      strstr (lines[0], " Database") != NULL)
    number = g_strndup (lines[0] + strlen ("O*NET "),
                        (gsize) (strstr (lines[0], " Database") - lines[0]) - strlen ("O*NET "));
  if (number == NULL || *number == '\0' || strspn (number, "0123456789.") != strlen (number)) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT,
                 _ ("%s:1: the release was expected here, as in “O*NET 30.1 Database”"), name);
    return FALSE;
  }
  dashed = g_strdelimit (g_strdup (number), ".", '-');
  conversion->onet_source = g_strdup_printf ("onet-%s", dashed);

  g_ptr_array_add (conversion->parts, g_strdup_printf ("O*NET %s", number));

  source = bearings_record_new (BEARINGS_RECORD_SOURCE);
  source->record.id = g_strdup (conversion->onet_source);
  source->csl_type = g_strdup ("dataset");
  g_ptr_array_add (source->authors,
                   g_strdup ("U.S. Department of Labor, Employment and Training Administration"));
  source->title = g_strdup_printf ("O*NET %s Database", number);
  source->publisher = g_strdup ("O*NET Resource Center");
  source->issued = lines[1] != NULL ? read_release_date (g_strstrip (lines[1])) : NULL;
  source->url = g_strdup ("https://www.onetcenter.org/database.html");
  source->licence = g_strdup ("CC BY 4.0");
  source->attribution = g_strdup_printf (
    "This product includes information from the O*NET %s Database by the U.S. Department of "
    "Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. "
    "O*NET® is a trademark of USDOL/ETA. Bearings has selected from this information and "
    "rearranged it.",
    number);
  if (conversion->inputs->superseded != NULL) {
    source->state = BEARINGS_SOURCE_SUPERSEDED;
    source->state_note = g_strdup (conversion->inputs->superseded);
  }
  source->note = g_strdup (
    "Taken: titles, alternate titles, job zones, related occupations, technology skills with "
    "their flags, and skill and knowledge ratings. Values the release recommends to suppress are "
    "left out; a level may be marked as not relevant to the occupation.");
  g_ptr_array_add (conversion->sources, source);
  return TRUE;
}

static BearingsTable *
open_table (BearingsConversion *conversion,
            const char *name,
            const char *const *columns,
            GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (conversion->inputs->onet, name);

  return bearings_table_open (file, BEARINGS_TABLE_TSV, columns, conversion->cancellable, error);
}

static BearingsOccupation *
find_occupation (BearingsConversion *conversion, BearingsTable *table, guint column, GError **error)
{
  const char *id = bearings_table_text (table, column);
  BearingsOccupation *occupation = g_hash_table_lookup (conversion->occupation_by_id, id);

  if (occupation == NULL)
    bearings_table_fail (table, column, error, _ ("there is no occupation “%s”"), id);
  return occupation;
}

static gboolean
is_onet_code (const char *text)
{
  static const char shape[] = "dd-dddd.dd";

  for (gsize i = 0; i < sizeof shape; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;
  return TRUE;
}

static gboolean
read_titles (BearingsConversion *conversion, GError **error)
{
  static const char *const columns[] = { "O*NET-SOC Code", "Title", NULL };
  g_autoptr (BearingsTable) table = open_table (conversion, "Occupation Data.txt", columns, error);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    const char *id = bearings_table_text (table, 0);
    BearingsOccupation *occupation;

    if (!is_onet_code (id))
      return bearings_table_fail (table, 0, error, _ ("“%s” is not a code such as 15-1252.00"), id);
    if (g_hash_table_contains (conversion->occupation_by_id, id))
      return bearings_table_fail (table, 0, error, _ ("“%s” stands here twice"), id);
    occupation = bearings_record_new (BEARINGS_RECORD_OCCUPATION);
    occupation->record.id = g_strdup (id);
    occupation->title = g_strdup (bearings_table_text (table, 1));
    occupation->soc = g_strndup (id, SOC_LENGTH);
    occupation->source = g_strdup (conversion->onet_source);
    g_ptr_array_add (conversion->occupations, occupation);
    g_hash_table_insert (conversion->occupation_by_id, occupation->record.id, occupation);
  }
  return !bearings_table_failed (table);
}

static gboolean
read_alternate_titles (BearingsConversion *conversion, GError **error)
{
  static const char *const names[] = { "Alternate Titles.txt", "Job Titles.txt", NULL };
  static const char *const columns[][3] = { { "O*NET-SOC Code", "Alternate Title", NULL },
                                            { "O*NET-SOC Code", "Job Title", NULL } };
  guint which;
  g_autoptr (GFile) file = bearings_onet_converter_file (conversion, names, &which);
  g_autoptr (BearingsTable) table =
    bearings_table_open (file, BEARINGS_TABLE_TSV, columns[which], conversion->cancellable, error);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    BearingsOccupation *occupation = find_occupation (conversion, table, 0, error);

    if (occupation == NULL)
      return FALSE;
    g_ptr_array_add (occupation->alternate_titles, g_strdup (bearings_table_text (table, 1)));
    conversion->counts.alternate_titles++;
  }
  return !bearings_table_failed (table);
}

static gboolean
read_job_zones (BearingsConversion *conversion, GError **error)
{
  static const char *const columns[] = { "O*NET-SOC Code", "Job Zone", "Domain Source", NULL };
  g_autoptr (BearingsTable) table = open_table (conversion, "Job Zones.txt", columns, error);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    BearingsOccupation *occupation = find_occupation (conversion, table, 0, error);
    double zone;

    if (occupation == NULL || !bearings_table_number (table, 1, &zone, error))
      return FALSE;
    if (zone != 1 && zone != 2 && zone != 3 && zone != 4 && zone != 5)
      return bearings_table_fail (table, 1, error, _ ("there are five job zones"));
    occupation->job_zone = (gint64) zone;
    occupation->job_zone_basis = g_strdup (bearings_table_text (table, 2));
  }
  return !bearings_table_failed (table);
}

static gboolean
read_related (BearingsConversion *conversion, GError **error)
{
  static const char *const columns[] = { "O*NET-SOC Code", "Related O*NET-SOC Code",
                                         "Relatedness Tier", "Index", NULL };
  g_autoptr (BearingsTable) table =
    open_table (conversion, "Related Occupations.txt", columns, error);

  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    BearingsOccupation *occupation = find_occupation (conversion, table, 0, error);
    BearingsRelatedOccupation *related;
    double position;

    if (occupation == NULL || find_occupation (conversion, table, 1, error) == NULL ||
        !bearings_table_number (table, 3, &position, error))
      return FALSE;
    related = bearings_record_struct_new (&bearings_related_occupation_type);
    related->occupation = g_strdup (bearings_table_text (table, 1));
    related->tier = g_strdup (bearings_table_text (table, 2));
    related->position = (gint64) position;
    g_ptr_array_add (occupation->related, related);
  }
  return !bearings_table_failed (table);
}

gboolean
bearings_onet_converter_read_occupations (BearingsConversion *conversion, GError **error)
{
  return read_release (conversion, error) && read_titles (conversion, error) &&
         read_alternate_titles (conversion, error) && read_job_zones (conversion, error) &&
         read_related (conversion, error);
}
