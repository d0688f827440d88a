/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wages out of the national OEWS table. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-onet-converter-private.h"
#include "bearings-table.h"

/* Wages at or above these are published as "#". */
#define ANNUAL_LIMIT 239200.0
#define HOURLY_LIMIT 115.0

enum {
  AREA_TYPE,
  STATE,
  INDUSTRY_GROUP,
  CODE,
  TITLE,
  GROUP,
  EMPLOYMENT,
  EMPLOYMENT_PRSE,
  MEAN_PRSE,
  ANNUAL, /* mean, p10, p25, median, p75, p90 */
  HOURLY = ANNUAL + 6,
};

static const char *const columns[] = {
  "AREA_TYPE", "PRIM_STATE", "I_GROUP",  "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE",
  "MEAN_PRSE", "A_MEAN",     "A_PCT10",  "A_PCT25",  "A_MEDIAN",  "A_PCT75", "A_PCT90", "H_MEAN",
  "H_PCT10",   "H_PCT25",    "H_MEDIAN", "H_PCT75",  "H_PCT90",   NULL,
};

static gboolean
read_amount (BearingsTable *table,
             guint column,
             double limit,
             BearingsAmount *amount,
             GError **error)
{
  const char *text = bearings_table_text (table, column);

  if (strcmp (text, "*") == 0 || strcmp (text, "**") == 0) {
    amount->missing = BEARINGS_MISSING_NOT_AVAILABLE;
  } else if (strcmp (text, "#") == 0 && !isnan (limit)) {
    amount->missing = BEARINGS_MISSING_TOP_CODED;
    amount->limit = limit;
  } else if (*text == '\0') {
    amount->missing = BEARINGS_MISSING_NOT_STATED;
  } else {
    return bearings_table_number (table, column, &amount->value, error);
  }
  return TRUE;
}

static gboolean
read_error_size (BearingsTable *table, guint column, double *value, GError **error)
{
  const char *text = bearings_table_text (table, column);

  if (*text == '\0' || strcmp (text, "*") == 0 || strcmp (text, "**") == 0)
    return TRUE;
  return bearings_table_number (table, column, value, error);
}

/* Some occupations have hourly wages only, because they do not work full years. */
static gboolean
is_hourly_only (BearingsTable *table)
{
  for (guint i = 0; i < 6; i++)
    if (strcmp (bearings_table_text (table, ANNUAL + i), "*") != 0)
      return FALSE;
  for (guint i = 0; i < 6; i++)
    if (strcmp (bearings_table_text (table, HOURLY + i), "*") != 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_wage (BearingsTable *table, BearingsWage *wage, GError **error)
{
  gboolean hourly = is_hourly_only (table);
  BearingsAmount *amounts[] = { &wage->mean,   &wage->p10, &wage->p25,
                                &wage->median, &wage->p75, &wage->p90 };

  wage->soc = g_strdup (bearings_table_text (table, CODE));
  wage->title = g_strdup (bearings_table_text (table, TITLE));
  wage->area = g_strdup (bearings_table_text (table, STATE));
  wage->unit = g_strdup (hourly ? "USD per hour" : "USD per year");
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (!read_amount (table, (hourly ? HOURLY : ANNUAL) + i, hourly ? HOURLY_LIMIT : ANNUAL_LIMIT,
                      amounts[i], error))
      return FALSE;
  return read_amount (table, EMPLOYMENT, NAN, &wage->employment, error) &&
         read_error_size (table, EMPLOYMENT_PRSE, &wage->employment_prse, error) &&
         read_error_size (table, MEAN_PRSE, &wage->mean_prse, error);
}

/* "2025-05" from a file name with M2025 in it: the reference month is May. */
static char *
find_period (BearingsConversion *conversion, GError **error)
{
  g_autofree char *name = g_file_get_basename (conversion->inputs->oews);
  const char *mark;

  if (conversion->inputs->oews_period != NULL)
    return g_strdup (conversion->inputs->oews_period);
  for (mark = strchr (name, 'M'); mark != NULL; mark = strchr (mark + 1, 'M'))
    if (strspn (mark + 1, "0123456789") == 4)
      return g_strdup_printf ("%.4s-05", mark + 1);
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT,
               _ ("“%s” does not say which year its wages are for; give the period"), name);
  return NULL;
}

static BearingsSource *
make_source (const char *period, const char *issued)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup_printf ("bls-oews-%s", period);
  source->csl_type = g_strdup ("dataset");
  g_ptr_array_add (source->authors, g_strdup ("U.S. Bureau of Labor Statistics"));
  source->title =
    g_strdup_printf ("Occupational Employment and Wage Statistics, national estimates, %s", period);
  source->publisher = g_strdup ("U.S. Bureau of Labor Statistics");
  source->issued = g_strdup (issued);
  source->url = g_strdup ("https://www.bls.gov/oes/tables.htm");
  source->licence = g_strdup ("Public domain (work of the United States government)");
  source->attribution = g_strdup_printf (
    "Wages: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, %s.",
    period);
  source->note = g_strdup (
    "Employees only; the self-employed are not counted. A relative standard error is published "
    "for the mean and for employment, and none for the percentiles.");
  return source;
}

gboolean
bearings_onet_converter_oews_read (BearingsConversion *conversion, GError **error)
{
  g_autoptr (BearingsTable) table = bearings_table_open (
    conversion->inputs->oews, BEARINGS_TABLE_CSV, columns, conversion->cancellable, error);
  g_autofree char *period = NULL;
  BearingsSource *source;

  if (table == NULL)
    return FALSE;
  period = find_period (conversion, error);
  if (period == NULL)
    return FALSE;
  source = make_source (period, conversion->inputs->oews_issued);
  g_ptr_array_add (conversion->sources, source);
  g_ptr_array_add (conversion->parts, g_strdup_printf ("wages %s", period));
  while (bearings_table_next (table, error)) {
    BearingsWage *wage;

    /* The nation, all industries, and the most detailed occupations. */
    if (strcmp (bearings_table_text (table, AREA_TYPE), "1") != 0 ||
        strcmp (bearings_table_text (table, INDUSTRY_GROUP), "cross-industry") != 0 ||
        strcmp (bearings_table_text (table, GROUP), "detailed") != 0)
      continue;
    if (g_hash_table_contains (conversion->wage_codes, bearings_table_text (table, CODE)))
      return bearings_table_fail (table, CODE, error, _ ("“%s” stands here twice"),
                                  bearings_table_text (table, CODE));
    wage = bearings_record_new (BEARINGS_RECORD_WAGE);
    g_ptr_array_add (conversion->wages, wage);
    wage->period = g_strdup (period);
    wage->source = g_strdup (source->record.id);
    if (!read_wage (table, wage, error))
      return FALSE;
    bearings_record_make_id (&wage->record);
    g_hash_table_add (conversion->wage_codes, wage->soc);
  }
  return !bearings_table_failed (table);
}
