/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of claims to be checked as JSON, and its answers made into a pack. */

#include "bearings-check-converter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-bibliography.h"
#include "bearings-json-text.h"
#include "bearings-pack-writer.h"
#include "bearings-table.h"

static void
add_row (BearingsJsonText *json, const BearingsFreshnessRow *row)
{
  bearings_json_text_object (json, NULL);
  bearings_json_text_string (json, "claim", row->claim);
  bearings_json_text_string (json, "statement", row->statement);
  bearings_json_text_string (json, "source", row->source);
  bearings_json_text_string (json, "title", row->title);
  bearings_json_text_string (json, "doi", row->doi);
  bearings_json_text_string (json, "url", row->url);
  if (row->year > 0)
    bearings_json_text_integer (json, "year", row->year);
  bearings_json_text_string (json, "checked", row->checked);
  bearings_json_text_enum (json, "state", &bearings_source_state_type, (int) row->state);
  bearings_json_text_string (json, "state_date", row->state_date);
  bearings_json_text_enum (json, "certainty", &bearings_certainty_type, (int) row->certainty);
  bearings_json_text_list (json, "due");
  for (guint i = 0; i < BEARINGS_N_DUE; i++)
    if (row->due & 1u << i)
      bearings_json_text_string (json, NULL, bearings_due_name (1u << i));
  bearings_json_text_end (json);
  bearings_json_text_end (json);
}

char *
bearings_check_converter_freshness_to_json (GPtrArray *rows)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_list (&json, NULL);
  for (guint i = 0; i < rows->len; i++)
    add_row (&json, rows->pdata[i]);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}

enum {
  CLAIM,
  SOURCE,
  CHECKED,
  STATE,
  STATE_DATE,
  STATE_NOTE,
};

static const char *const columns[] = { "claim",      "source",     "checked", "state",
                                       "state_date", "state_note", NULL };

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (index, ((BearingsRecord *) records->pdata[i])->id, records->pdata[i]);
  return index;
}

static gboolean
read_day (BearingsTable *table, guint column, const char *today, GError **error)
{
  const char *text = bearings_table_text (table, column);

  if (!bearings_bibliography_is_date (text) || (column == CHECKED && strlen (text) != 10))
    return bearings_table_fail (table, column, error, _ ("“%s” is no day such as 2026-08-31"),
                                text);
  return strncmp (text, today, strlen (text)) <= 0 ||
         bearings_table_fail (table, column, error, _ ("“%s” is in the future"), text);
}

/* The state of the source, where the row says one. */
static gboolean
read_state (BearingsTable *table,
            BearingsSource *source,
            GHashTable *answered,
            const char *today,
            GError **error)
{
  const char *nick = bearings_table_text (table, STATE);
  const char *date = bearings_table_text (table, STATE_DATE);
  const char *note = bearings_table_text (table, STATE_NOTE);
  int state = bearings_enums_value (&bearings_source_state_type, nick);

  if (*nick == '\0')
    return (*date == '\0' && *note == '\0') ||
           bearings_table_fail (table, STATE, error, _ ("a date or a note of the state, but none"));
  if (state == 0)
    return bearings_table_fail (
      table, STATE, error,
      _ ("“%s” is none of current, corrected, superseded, withdrawn, retracted"), nick);
  if (*date != '\0' && !read_day (table, STATE_DATE, today, error))
    return FALSE;
  if (g_hash_table_contains (answered, source) && source->state != state)
    return bearings_table_fail (table, STATE, error, _ ("another row gives “%s” another state"),
                                source->record.id);
  source->state = state;
  if (*date != '\0')
    g_set_str (&source->state_date, date);
  if (*note != '\0')
    g_set_str (&source->state_note, note);
  g_hash_table_add (answered, source);
  return TRUE;
}

static gboolean
read_answer (BearingsTable *table,
             GHashTable *claims,
             GHashTable *sources,
             GHashTable *answered_claims,
             GHashTable *answered_sources,
             const char *today,
             GError **error)
{
  const char *id = bearings_table_text (table, CLAIM);
  BearingsClaim *claim = g_hash_table_lookup (claims, id);
  BearingsSource *source;

  if (claim == NULL)
    return bearings_table_fail (table, CLAIM, error, _ ("there is no claim “%s”"), id);
  if (g_strcmp0 (claim->source, bearings_table_text (table, SOURCE)) != 0)
    return bearings_table_fail (table, SOURCE, error, _ ("“%s” rests on another source: %s"), id,
                                claim->source);
  if (!g_hash_table_add (answered_claims, claim))
    return bearings_table_fail (table, CLAIM, error, _ ("“%s” stands here twice"), id);
  if (!read_day (table, CHECKED, today, error))
    return FALSE;
  g_set_str (&claim->checked, bearings_table_text (table, CHECKED));
  source = g_hash_table_lookup (sources, claim->source);
  return source == NULL || read_state (table, source, answered_sources, today, error);
}

static gboolean
write_answered (BearingsPackWriter *writer,
                GPtrArray *records,
                GHashTable *answered,
                GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (g_hash_table_contains (answered, records->pdata[i]) &&
        !bearings_pack_writer_sound (writer, records->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
bearings_check_converter_convert (GFile *answers,
                                  GPtrArray *claims,
                                  GPtrArray *sources,
                                  const BearingsPackInfo *info,
                                  const char *today,
                                  GFile *out,
                                  BearingsChecksCounts *counts,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (BearingsTable) table =
    bearings_table_open (answers, BEARINGS_TABLE_CSV, columns, cancellable, error);
  g_autoptr (GHashTable) claim_by_id = index_records (claims);
  g_autoptr (GHashTable) source_by_id = index_records (sources);
  g_autoptr (GHashTable) answered_claims = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) answered_sources = g_hash_table_new (NULL, NULL);
  g_autoptr (BearingsPackWriter) writer = NULL;

  *counts = (BearingsChecksCounts) { 0 };
  if (table == NULL)
    return FALSE;
  while (bearings_table_next (table, error)) {
    if (*bearings_table_text (table, CHECKED) == '\0') {
      if (*bearings_table_text (table, STATE) != '\0')
        return bearings_table_fail (table, CHECKED, error, _ ("the day of the check is missing"));
      counts->open++;
      continue;
    }
    if (!read_answer (table, claim_by_id, source_by_id, answered_claims, answered_sources, today,
                      error))
      return FALSE;
    counts->answered++;
  }
  if (bearings_table_failed (table))
    return FALSE;
  counts->claims = g_hash_table_size (answered_claims);
  counts->sources = g_hash_table_size (answered_sources);
  if (counts->answered == 0) {
    g_autofree char *name = g_file_get_parse_name (answers);

    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s: %s", name,
                 _ ("no row has a day in the column “checked”"));
    return FALSE;
  }
  writer = bearings_pack_writer_new_for_file (out, BEARINGS_PACK_DOCUMENT, cancellable, error);
  return writer != NULL && bearings_pack_writer_header (writer, info, error) &&
         write_answered (writer, sources, answered_sources, error) &&
         write_answered (writer, claims, answered_claims, error) &&
         bearings_pack_writer_finish (writer, error);
}
