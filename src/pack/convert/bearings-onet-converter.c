/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The occupations pack out of official files. */

#include "bearings-onet-converter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-onet-converter-private.h"
#include "bearings-pack-writer.h"
#include "bearings-soc-crosswalk.h"

static void
conversion_clear (BearingsConversion *conversion)
{
  g_clear_pointer (&conversion->sources, g_ptr_array_unref);
  g_clear_pointer (&conversion->occupations, g_ptr_array_unref);
  g_clear_pointer (&conversion->occupation_by_id, g_hash_table_unref);
  g_clear_pointer (&conversion->skills, g_ptr_array_unref);
  g_clear_pointer (&conversion->skill_by_id, g_hash_table_unref);
  g_clear_pointer (&conversion->occupation_skills, g_ptr_array_unref);
  g_clear_pointer (&conversion->wages, g_ptr_array_unref);
  g_clear_pointer (&conversion->projections, g_ptr_array_unref);
  g_clear_pointer (&conversion->wage_codes, g_hash_table_unref);
  g_clear_pointer (&conversion->projection_codes, g_hash_table_unref);
  g_clear_pointer (&conversion->parts, g_ptr_array_unref);
  g_clear_pointer (&conversion->onet_source, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BearingsConversion, conversion_clear)

static void
conversion_init (BearingsConversion *conversion,
                 const BearingsOnetInputs *inputs,
                 GCancellable *cancellable)
{
  conversion->inputs = inputs;
  conversion->cancellable = cancellable;
  conversion->parts = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  conversion->sources = g_ptr_array_new_with_free_func (bearings_record_unref);
  conversion->occupations = g_ptr_array_new_with_free_func (bearings_record_unref);
  conversion->occupation_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  conversion->skills = g_ptr_array_new_with_free_func (bearings_record_unref);
  conversion->skill_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  conversion->occupation_skills = g_ptr_array_new_with_free_func (bearings_record_unref);
  conversion->wages = g_ptr_array_new_with_free_func (bearings_record_unref);
  conversion->projections = g_ptr_array_new_with_free_func (bearings_record_unref);
  conversion->wage_codes = g_hash_table_new (g_str_hash, g_str_equal);
  conversion->projection_codes = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
add_all (GHashTable *set, GHashTable *members)
{
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_hash_table_add (set, code);
}

/* Gives each occupation the code its wages and projections are published under. */
static void
map_codes (BearingsConversion *conversion)
{
  g_autoptr (GHashTable) published = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_all (published, conversion->wage_codes);
  add_all (published, conversion->projection_codes);
  for (guint i = 0; i < conversion->occupations->len; i++) {
    BearingsOccupation *occupation = g_ptr_array_index (conversion->occupations, i);
    g_hash_table_add (own, g_strdup (occupation->soc));
  }
  for (guint i = 0; i < conversion->occupations->len; i++) {
    BearingsOccupation *occupation = g_ptr_array_index (conversion->occupations, i);

    g_set_str (&occupation->soc,
               bearings_soc_crosswalk_published (occupation->soc, published, own));
    conversion->counts.with_wage += g_hash_table_contains (conversion->wage_codes, occupation->soc);
    conversion->counts.with_projection +=
      g_hash_table_contains (conversion->projection_codes, occupation->soc);
  }
}

/* An occupation the release rates in nothing has its ratings missing, and says so. */
static void
mark_unrated (BearingsConversion *conversion)
{
  g_autoptr (GHashTable) rated = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < conversion->occupation_skills->len; i++) {
    BearingsOccupationSkill *row = g_ptr_array_index (conversion->occupation_skills, i);

    if (bearings_record_struct_is_set (&bearings_rating_type, &row->importance) ||
        bearings_record_struct_is_set (&bearings_rating_type, &row->level))
      g_hash_table_add (rated, row->occupation);
  }
  for (guint i = 0; i < conversion->occupations->len; i++) {
    BearingsOccupation *occupation = g_ptr_array_index (conversion->occupations, i);

    if (g_hash_table_contains (rated, occupation->record.id))
      continue;
    occupation->ratings_missing = BEARINGS_MISSING_NOT_PUBLISHED;
    conversion->counts.without_ratings++;
  }
}

static BearingsPackInfo *
make_info (BearingsConversion *conversion)
{
  const BearingsOnetInputs *inputs = conversion->inputs;
  g_autoptr (GDateTime) today = g_date_time_new_now_utc ();
  BearingsPackInfo *info = bearings_pack_info_new ();
  g_autofree char *parts = g_strjoinv (", ", (char **) conversion->parts->pdata);
  g_autoptr (GString) attribution = g_string_new (NULL);

  for (guint i = 0; i < conversion->sources->len; i++) {
    const BearingsSource *source = g_ptr_array_index (conversion->sources, i);

    g_string_append_printf (attribution, "%s%s", i > 0 ? " " : "", source->attribution);
  }
  info->id = g_strdup ("occupations");
  info->title = g_strdup_printf ("Occupations: %s", parts);
  info->version = g_strdup (inputs->version != NULL ? inputs->version : "1.0.0");
  info->published = inputs->published != NULL ? g_strdup (inputs->published)
                                              : g_date_time_format (today, "%Y-%m-%d");
  info->publisher = g_strdup (inputs->publisher != NULL ? inputs->publisher : "Bearings");
  info->licence = g_strdup ("CC BY 4.0");
  info->attribution = g_strdup (attribution->str);
  info->note = g_strdup (inputs->note);
  return info;
}

static gboolean
write_pack (BearingsConversion *conversion,
            const BearingsPackInfo *info,
            GFile *out,
            GError **error)
{
  GPtrArray *lists[] = {
    conversion->sources,           conversion->skills, conversion->occupations,
    conversion->occupation_skills, conversion->wages,  conversion->projections,
  };
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new_for_file (out, BEARINGS_PACK_LINES, conversion->cancellable, error);

  if (writer == NULL || !bearings_pack_writer_header (writer, info, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (!bearings_pack_writer_sound (writer, g_ptr_array_index (lists[i], j), error))
        return FALSE;
  return bearings_pack_writer_finish (writer, error);
}

gboolean
bearings_onet_converter_convert (const BearingsOnetInputs *inputs,
                                 GFile *out,
                                 BearingsOnetCounts *counts,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_auto (BearingsConversion) conversion = { 0 };
  g_autoptr (BearingsPackInfo) info = NULL;

  g_return_val_if_fail (inputs->onet != NULL, FALSE);

  conversion_init (&conversion, inputs, cancellable);
  if (!bearings_onet_converter_read_occupations (&conversion, error) ||
      !bearings_onet_converter_read_technology (&conversion, error) ||
      !bearings_onet_converter_read_ratings (&conversion, error) ||
      (inputs->oews != NULL && !bearings_onet_converter_oews_read (&conversion, error)) ||
      (inputs->projections != NULL &&
       !bearings_onet_converter_projections_read (&conversion, error)))
    return FALSE;
  map_codes (&conversion);
  mark_unrated (&conversion);
  conversion.counts.occupations = conversion.occupations->len;
  conversion.counts.skills = conversion.skills->len;
  conversion.counts.wages = conversion.wages->len;
  conversion.counts.projections = conversion.projections->len;
  info = make_info (&conversion);
  if (!write_pack (&conversion, info, out, error))
    return FALSE;
  if (counts != NULL)
    *counts = conversion.counts;
  return TRUE;
}

static gboolean
convert_table (const BearingsOnetInputs *inputs,
               const BearingsPackInfo *info,
               GFile *out,
               guint *n_records,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (BearingsConversion) conversion = { 0 };
  g_autoptr (BearingsPackInfo) header = bearings_pack_info_copy (info);

  conversion_init (&conversion, inputs, cancellable);
  if ((inputs->oews != NULL && !bearings_onet_converter_oews_read (&conversion, error)) ||
      (inputs->projections != NULL &&
       !bearings_onet_converter_projections_read (&conversion, error)))
    return FALSE;
  *n_records = conversion.wages->len + conversion.projections->len;
  if (*n_records == 0) {
    g_autofree char *name =
      g_file_get_parse_name (inputs->oews != NULL ? inputs->oews : inputs->projections);

    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT,
                 _ ("%s: there is no row of the nation for a detailed occupation"), name);
    return FALSE;
  }
  if (header->attribution == NULL)
    header->attribution = g_strdup (((BearingsSource *) conversion.sources->pdata[0])->attribution);
  return write_pack (&conversion, header, out, error);
}

gboolean
bearings_onet_converter_oews_convert (GFile *table,
                                      const char *period,
                                      const BearingsPackInfo *info,
                                      GFile *out,
                                      guint *n_wages,
                                      GCancellable *cancellable,
                                      GError **error)
{
  const BearingsOnetInputs inputs = { .oews = table, .oews_period = period };

  return convert_table (&inputs, info, out, n_wages, cancellable, error);
}

gboolean
bearings_onet_converter_projections_convert (GFile *table,
                                             const BearingsPackInfo *info,
                                             GFile *out,
                                             guint *n_projections,
                                             GCancellable *cancellable,
                                             GError **error)
{
  const BearingsOnetInputs inputs = { .projections = table };

  return convert_table (&inputs, info, out, n_projections, cancellable, error);
}
