/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outlook out of table 1.2 of the employment projections. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-onet-converter-private.h"
#include "bearings-table.h"

enum {
  TITLE,
  CODE,
  TYPE,
  BASE,
  PROJECTED,
  CHANGE,
  OPENINGS,
  EDUCATION,
  EXPERIENCE,
  TRAINING,
};

static const char *const columns[] = {
  "* National Employment Matrix title",
  "* National Employment Matrix code",
  "Occupation type",
  "Employment, ????",
  "Employment, ????",
  "Employment change, percent, *",
  "Occupational openings, * annual average",
  "Typical education needed for entry",
  "Work experience in a related occupation",
  "Typical on-the-job training needed to attain competency in the occupation",
  NULL,
};

/* A dash of any length stands for "not available". */
static gboolean
is_dash (const char *text)
{
  return strcmp (text, "\xe2\x80\x94") == 0 || strcmp (text, "\xe2\x80\x93") == 0 ||
         strcmp (text, "-") == 0 || *text == '\0';
}

static gboolean
read_number (BearingsTable *table, guint column, double *value, GError **error)
{
  return is_dash (bearings_table_text (table, column)) ||
         bearings_table_number (table, column, value, error);
}

static char *
read_words (BearingsTable *table, guint column)
{
  const char *text = bearings_table_text (table, column);

  return is_dash (text) ? NULL : g_strdup (text);
}

/* Titles are indented, and some end in a footnote mark. */
static char *
read_title (BearingsTable *table)
{
  char *title = g_strdup (bearings_table_text (table, TITLE));
  char *mark = strchr (title, '[');

  if (mark != NULL)
    *mark = '\0';
  return g_strstrip (title);
}

static BearingsSource *
make_source (const char *round, const BearingsOnetInputs *inputs)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup_printf ("bls-projections-%s", round);
  source->csl_type = g_strdup ("dataset");
  g_ptr_array_add (source->authors, g_strdup ("U.S. Bureau of Labor Statistics"));
  source->title = g_strdup_printf ("Employment Projections, %s, table 1.2", round);
  source->publisher = g_strdup ("U.S. Bureau of Labor Statistics");
  source->issued = g_strdup (inputs->projections_issued);
  source->url = g_strdup ("https://www.bls.gov/emp/");
  if (inputs->projections_superseded != NULL) {
    source->state = BEARINGS_SOURCE_SUPERSEDED;
    source->state_note = g_strdup (inputs->projections_superseded);
  }
  source->licence = g_strdup ("Public domain (work of the United States government)");
  source->attribution = g_strdup_printf (
    "Outlook: U.S. Bureau of Labor Statistics, Employment Projections, %s.", round);
  source->note =
    g_strdup ("Projections, not measurements; no error is published. Employment and openings "
              "are in thousands; openings are a mean per year over the decade.");
  return source;
}

static gboolean
read_projection (BearingsTable *table, BearingsProjection *projection, GError **error)
{
  projection->soc = g_strdup (bearings_table_text (table, CODE));
  projection->title = read_title (table);
  projection->education = read_words (table, EDUCATION);
  projection->experience = read_words (table, EXPERIENCE);
  projection->training = read_words (table, TRAINING);
  if (is_dash (bearings_table_text (table, OPENINGS)))
    projection->openings.missing = BEARINGS_MISSING_NOT_AVAILABLE;
  return read_number (table, BASE, &projection->employment_base, error) &&
         read_number (table, PROJECTED, &projection->employment_projected, error) &&
         read_number (table, CHANGE, &projection->change_percent, error) &&
         read_number (table, OPENINGS, &projection->openings.value, error);
}

gboolean
bearings_onet_converter_projections_read (BearingsConversion *conversion, GError **error)
{
  g_autoptr (BearingsTable) table = bearings_table_open (
    conversion->inputs->projections, BEARINGS_TABLE_CSV, columns, conversion->cancellable, error);
  BearingsSource *source;
  const char *round;

  if (table == NULL)
    return FALSE;
  /* "Employment change, percent, 2024-34" */
  round = strrchr (bearings_table_heading (table, CHANGE), ' ') + 1;
  source = make_source (round, conversion->inputs);
  g_ptr_array_add (conversion->sources, source);
  g_ptr_array_add (conversion->parts, g_strdup_printf ("outlook %s", round));
  while (bearings_table_next (table, error)) {
    BearingsProjection *projection;

    if (strcmp (bearings_table_text (table, TYPE), "Line item") != 0)
      continue;
    if (g_hash_table_contains (conversion->projection_codes, bearings_table_text (table, CODE)))
      return bearings_table_fail (table, CODE, error, _ ("“%s” stands here twice"),
                                  bearings_table_text (table, CODE));
    projection = bearings_record_new (BEARINGS_RECORD_PROJECTION);
    g_ptr_array_add (conversion->projections, projection);
    projection->round = g_strdup (round);
    projection->source = g_strdup (source->record.id);
    if (!read_projection (table, projection, error))
      return FALSE;
    bearings_record_make_id (&projection->record);
    g_hash_table_add (conversion->projection_codes, projection->soc);
  }
  return !bearings_table_failed (table);
}
