/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States of sources out of a snapshot of retractions. */

#include "bearings-retraction-converter.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "bearings-claims.h"
#include "bearings-pack-writer.h"
#include "bearings-table.h"

typedef enum {
  NATURE_OTHER,
  NATURE_CORRECTION,
  NATURE_CONCERN,
  NATURE_RETRACTION,
  NATURE_REINSTATEMENT,
} Nature;

typedef struct {
  Nature nature;
  char *date; /* ISO, or NULL */
  char *reason;
} Notice;

enum {
  COLUMN_DOI,
  COLUMN_DATE,
  COLUMN_NATURE,
  COLUMN_REASON,
};

static void
notice_free (Notice *notice)
{
  g_free (notice->date);
  g_free (notice->reason);
  g_free (notice);
}

/* "10.1000/xyz" of "https://doi.org/10.1000/XYZ"; NULL when it is none. */
static char *
normal_doi (const char *text)
{
  const char *start = text != NULL ? strstr (text, "10.") : NULL;
  g_autofree char *lower = start != NULL ? g_ascii_strdown (start, -1) : NULL;

  return lower != NULL && strchr (lower, '/') != NULL ? g_strdup (g_strstrip (lower)) : NULL;
}

/* "2024-03-09" of "3/9/2024 0:00" or of itself. */
static char *
iso_date (const char *text)
{
  int a, b, c;

  if (sscanf (text, "%4d-%2d-%2d", &a, &b, &c) == 3 && g_date_valid_dmy (c, b, a))
    return g_strdup_printf ("%04d-%02d-%02d", a, b, c);
  if (sscanf (text, "%2d/%2d/%4d", &a, &b, &c) == 3 && a >= 1 && a <= 12 &&
      g_date_valid_dmy (b, a, c))
    return g_strdup_printf ("%04d-%02d-%02d", c, a, b);
  return NULL;
}

static Nature
nature_of (const char *text)
{
  static const struct {
    const char *word;
    Nature nature;
  } natures[] = {
    { "retraction", NATURE_RETRACTION },
    { "correction", NATURE_CORRECTION },
    { "expression of concern", NATURE_CONCERN },
    { "reinstatement", NATURE_REINSTATEMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (natures); i++)
    if (g_ascii_strcasecmp (text, natures[i].word) == 0)
      return natures[i].nature;
  return NATURE_OTHER;
}

/* "+Error in Data;+Unreliable Results;" as words. */
static char *
reason_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "+;", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_strstrip (parts[i]);
    if (parts[i][0] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", parts[i]);
  }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* Whether the later notice takes the place of the one before. */
static gboolean
supersedes (const Notice *later, const Notice *before)
{
  int order = g_strcmp0 (later->date, before->date);

  if (before->nature == NATURE_RETRACTION)
    return later->nature == NATURE_REINSTATEMENT && order >= 0;
  if (later->nature == NATURE_RETRACTION)
    return before->nature != NATURE_REINSTATEMENT || order > 0;
  return order >= 0;
}

/* DOI -> Notice, of the papers in @wanted. */
static GHashTable *
read_notices (const BearingsRetractionInputs *inputs,
              GHashTable *wanted,
              BearingsRetractionCounts *counts,
              GCancellable *cancellable,
              GError **error)
{
  static const char *const columns[] = { "OriginalPaperDOI", "RetractionDate", "RetractionNature",
                                         "Reason", NULL };
  g_autoptr (BearingsTable) table =
    bearings_table_open (inputs->snapshot, BEARINGS_TABLE_CSV, columns, cancellable, error);
  g_autoptr (GHashTable) notices =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) notice_free);

  if (table == NULL)
    return NULL;
  while (bearings_table_next (table, error)) {
    g_autofree char *doi = normal_doi (bearings_table_text (table, COLUMN_DOI));
    Notice *notice, *before;

    counts->notices++;
    if (doi == NULL || !g_hash_table_contains (wanted, doi))
      continue;
    notice = g_new0 (Notice, 1);
    notice->nature = nature_of (bearings_table_text (table, COLUMN_NATURE));
    notice->date = iso_date (bearings_table_text (table, COLUMN_DATE));
    notice->reason = reason_words (bearings_table_text (table, COLUMN_REASON));
    before = g_hash_table_lookup (notices, doi);
    if (notice->nature == NATURE_OTHER || (before != NULL && !supersedes (notice, before)))
      notice_free (notice);
    else
      g_hash_table_insert (notices, g_steal_pointer (&doi), notice);
  }
  if (bearings_table_failed (table))
    return NULL;
  return g_steal_pointer (&notices);
}

static void
apply (BearingsSource *source,
       const Notice *notice,
       const char *snapshot,
       BearingsRetractionCounts *counts)
{
  const char *what = "Reinstated";

  switch (notice->nature) {
  case NATURE_RETRACTION:
    source->state = BEARINGS_SOURCE_RETRACTED;
    what = "Retracted";
    counts->retracted++;
    break;
  case NATURE_CORRECTION:
    source->state = BEARINGS_SOURCE_CORRECTED;
    what = "Corrected";
    counts->corrected++;
    break;
  case NATURE_CONCERN:
    what = "Expression of concern";
    counts->concern++;
    break;
  case NATURE_REINSTATEMENT:
  case NATURE_OTHER:
    source->state = BEARINGS_SOURCE_CURRENT;
    break;
  }
  g_set_str (&source->state_date, notice->date);
  g_free (source->state_note);
  source->state_note =
    g_strdup_printf ("%s, as the Retraction Watch snapshot of %s says%s%s.", what, snapshot,
                     notice->reason != NULL ? ". Reasons given: " : "",
                     notice->reason != NULL ? notice->reason : "");
}

static gboolean
write_pack (const BearingsRetractionInputs *inputs,
            GHashTable *notices,
            BearingsRetractionCounts *counts,
            GFile *out,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new_for_file (out, BEARINGS_PACK_DOCUMENT, cancellable, error);

  if (writer == NULL || !bearings_pack_writer_header (writer, inputs->info, error))
    return FALSE;
  for (guint i = 0; i < inputs->sources->len; i++) {
    BearingsSource *source = g_ptr_array_index (inputs->sources, i);
    g_autofree char *doi = normal_doi (source->doi);
    const Notice *notice = doi != NULL ? g_hash_table_lookup (notices, doi) : NULL;

    if (notice == NULL)
      continue;
    counts->concerned++;
    apply (source, notice, inputs->date, counts);
    if (!bearings_pack_writer_sound (writer, source, error))
      return FALSE;
  }
  return bearings_pack_writer_finish (writer, error);
}

gboolean
bearings_retraction_converter_convert (const BearingsRetractionInputs *inputs,
                                       GFile *out,
                                       BearingsRetractionCounts *counts,
                                       GCancellable *cancellable,
                                       GError **error)
{
  BearingsRetractionCounts own = { 0 };
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) notices = NULL;
  g_autofree char *date = iso_date (inputs->date);

  if (date == NULL) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT,
                 _ ("“%s” is no day such as 2026-08-31"), inputs->date);
    return FALSE;
  }
  for (guint i = 0; i < inputs->sources->len; i++) {
    const BearingsSource *source = g_ptr_array_index (inputs->sources, i);
    char *doi = normal_doi (source->doi);

    if (doi == NULL)
      continue;
    own.sources++;
    g_hash_table_add (wanted, doi);
  }
  notices = read_notices (inputs, wanted, &own, cancellable, error);
  if (notices == NULL || !write_pack (inputs, notices, &own, out, cancellable, error))
    return FALSE;
  if (counts != NULL)
    *counts = own;
  return TRUE;
}
