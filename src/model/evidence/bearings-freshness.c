/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in the evidence is due for a look, and why. */

#include "bearings-freshness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-format.h"
#include "bearings-words.h"

#define CHECK_YEARS 1
#define DATA_YEARS 10

static const struct {
  BearingsDue reason;
  const char *name, *title, *task;
} reasons[BEARINGS_N_DUE] = {
  { BEARINGS_DUE_WITHDRAWN, "withdrawn", N_ ("Source withdrawn or retracted"),
    N_ ("Read the notice of the retraction, and decide whether the claim stays.") },
  { BEARINGS_DUE_REPLACED, "replaced", N_ ("Source corrected or superseded"),
    N_ ("Read the correction or the newer edition, and compare the figures.") },
  { BEARINGS_DUE_UNCHECKED, "unchecked", N_ ("No check on record"),
    N_ ("Compare the figures with the source, and note the day.") },
  { BEARINGS_DUE_CHECK, "check-due", N_ ("Last check over a year ago"),
    N_ ("Compare the figures with the source again, and note the day.") },
  { BEARINGS_DUE_NO_STATE, "no-state", N_ ("State of the source not on record"),
    N_ ("Look for a retraction, a correction or a newer edition of the source.") },
  { BEARINGS_DUE_AGE, "old-data", N_ ("Data over ten years old"),
    N_ ("Look for newer data on the same question.") },
};

static guint
index_of (BearingsDue reason)
{
  for (guint i = 0; i < BEARINGS_N_DUE; i++)
    if (reasons[i].reason == reason)
      return i;
  g_return_val_if_reached (0);
}

const char *
bearings_due_name (BearingsDue reason)
{
  return reasons[index_of (reason)].name;
}

BearingsDue
bearings_due_by_name (const char *name)
{
  for (guint i = 0; i < BEARINGS_N_DUE; i++)
    if (g_str_equal (reasons[i].name, name))
      return reasons[i].reason;
  return 0;
}

const char *
bearings_due_title (BearingsDue reason)
{
  return _ (reasons[index_of (reason)].title);
}

BearingsFreshnessRow *
bearings_freshness_row_new (void)
{
  return g_new0 (BearingsFreshnessRow, 1);
}

void
bearings_freshness_row_free (BearingsFreshnessRow *row)
{
  g_free (row->claim);
  g_free (row->statement);
  g_free (row->source);
  g_free (row->title);
  g_free (row->doi);
  g_free (row->url);
  g_free (row->checked);
  g_free (row->state_date);
  g_free (row);
}

/* @years before the day; a date that is less exact counts as the last day it can mean. */
static gboolean
is_before (const char *date, const char *today, int years)
{
  g_autofree char *limit =
    g_strdup_printf ("%04d%s", (int) g_ascii_strtoll (today, NULL, 10) - years, today + 4);

  return strncmp (date, limit, MIN (strlen (date), strlen (limit))) < 0;
}

void
bearings_freshness_judge (BearingsFreshnessRow *row, const char *today)
{
  int this_year = (int) g_ascii_strtoll (today, NULL, 10);

  row->due = 0;
  if (row->state == BEARINGS_SOURCE_WITHDRAWN || row->state == BEARINGS_SOURCE_RETRACTED)
    row->due |= BEARINGS_DUE_WITHDRAWN;
  if (row->state == BEARINGS_SOURCE_CORRECTED || row->state == BEARINGS_SOURCE_SUPERSEDED)
    row->due |= BEARINGS_DUE_REPLACED;
  if (row->checked == NULL)
    row->due |= BEARINGS_DUE_UNCHECKED;
  else if (is_before (row->checked, today, CHECK_YEARS))
    row->due |= BEARINGS_DUE_CHECK;
  if (row->state == 0 && !row->read)
    row->due |= BEARINGS_DUE_NO_STATE;
  /* How people learn or judge themselves ages slowly; a labour market does not wait. */
  if (row->channel <= BEARINGS_CHANNEL_PAGE_LAST &&
      row->channel != BEARINGS_CHANNEL_TIME_TO_PROFICIENCY && row->year > 0 &&
      row->year < this_year - DATA_YEARS)
    row->due |= BEARINGS_DUE_AGE;
}

BearingsDue
bearings_freshness_first (const BearingsFreshnessRow *row)
{
  return row->due & -row->due;
}

int
bearings_freshness_compare (gconstpointer a, gconstpointer b)
{
  const BearingsFreshnessRow *x = *(BearingsFreshnessRow *const *) a;
  const BearingsFreshnessRow *y = *(BearingsFreshnessRow *const *) b;
  guint first = bearings_freshness_first (x);
  guint second = bearings_freshness_first (y);

  if (first != second)
    return first == 0 ? 1 : second == 0 ? -1 : first < second ? -1 : 1;
  if (x->certainty != y->certainty)
    return (int) y->certainty - (int) x->certainty;
  if (x->year != y->year)
    return x->year < y->year ? -1 : 1;
  return g_strcmp0 (x->claim, y->claim);
}

static void
add_part (GString *text, const char *separator, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

char *
bearings_freshness_text (const BearingsFreshnessRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = row->checked != NULL ? bearings_format_date (row->checked) : NULL;
  g_autofree char *checked = NULL;
  g_autofree char *year = NULL;

  for (guint i = 0; i < BEARINGS_N_DUE; i++)
    if (row->due & reasons[i].reason && reasons[i].reason != BEARINGS_DUE_AGE)
      add_part (text, " · ", _ (reasons[i].title));
  if (date != NULL) {
    /* Translators: a date. */
    checked = g_strdup_printf (_ ("Checked %s"), date);
    add_part (text, " · ", checked);
  }
  /* Translators: a year. */
  year = row->year > 0 ? g_strdup_printf (_ ("Data of %d"), row->year)
                       : g_strdup (_ ("Year of the data not stated"));
  add_part (text, " · ", year);
  if (row->certainty != 0)
    add_part (text, " · ", bearings_words_certainty_title (row->certainty));
  return g_strdup (text->str);
}

char *
bearings_freshness_tasks (const BearingsFreshnessRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < BEARINGS_N_DUE; i++)
    if (row->due & reasons[i].reason)
      add_part (text, " ", _ (reasons[i].task));
  return g_strdup (text->str);
}

static void
add_cell (GString *csv, const char *text)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  g_string_append_c (csv, '"');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *p == '\n' || *p == '\r' ? ' ' : *p);
  }
  g_string_append_c (csv, '"');
}

char *
bearings_freshness_to_csv (GPtrArray *rows)
{
  GString *csv = g_string_new ("claim,source,what,statement,title,doi,url,last_checked,"
                               "checked,state,state_date,state_note\n");

  for (guint i = 0; i < rows->len; i++) {
    const BearingsFreshnessRow *row = rows->pdata[i];
    g_autofree char *tasks = bearings_freshness_tasks (row);
    const char *const cells[] = {
      row->claim, row->source, tasks,    row->statement,
      row->title, row->doi,    row->url, row->checked != NULL ? row->checked : "",
      "",         "",          "",       "",
    };

    for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
      add_cell (csv, cells[j]);
    g_string_append_c (csv, '\n');
  }
  return g_string_free_and_steal (csv);
}
