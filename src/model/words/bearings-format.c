/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures, amounts, dates and references in the form of the locale. */

#include "bearings-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bearings-words.h"

#define MINUS "\xe2\x88\x92" /* U+2212 */

static double
round_to (double value, int decimals)
{
  double scale = pow (10, decimals);

  return round (value * scale) / scale;
}

char *
bearings_format_fixed (double value, int decimals)
{
  double rounded = round_to (value, decimals);
  g_autofree char *digits = g_strdup_printf ("%'.*f", decimals, fabs (rounded));

  return g_strconcat (rounded < 0 ? MINUS : "", digits, NULL);
}

char *
bearings_format_number (double value, int decimals)
{
  double rounded = round_to (value, decimals);

  while (decimals > 0 && fabs (rounded - round_to (rounded, decimals - 1)) < 1e-9)
    decimals--;
  return bearings_format_fixed (rounded, decimals);
}

char *
bearings_format_integer (gint64 value)
{
  return bearings_format_number ((double) value, 0);
}

typedef enum {
  UNIT_PERCENT,
  UNIT_POINTS,
  UNIT_MONEY,
  UNIT_PLAIN, /* no unit, or one that explains itself after the number */
} UnitForm;

static UnitForm
unit_form (const char *unit)
{
  if (unit == NULL)
    return UNIT_PLAIN;
  if (g_str_has_prefix (unit, "percentage point"))
    return UNIT_POINTS;
  if (g_str_equal (unit, "percent") || g_str_has_prefix (unit, "percent "))
    return UNIT_PERCENT;
  if (g_str_has_prefix (unit, "USD"))
    return UNIT_MONEY;
  return UNIT_PLAIN;
}

/* A change carries its sign, so that a rise and a level are not taken for one another. */
static gboolean
is_change (const BearingsFigure *figure)
{
  static const char *const words[] = { "change", "difference", "gain", "effect", "growth", "rise" };
  g_autofree char *metric = NULL;

  if (figure->metric == NULL)
    return FALSE;
  metric = g_ascii_strdown (figure->metric, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (metric, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static int
decimals_for (const BearingsFigure *figure, double value)
{
  switch (unit_form (figure->unit)) {
  case UNIT_PERCENT:
  case UNIT_POINTS:
    return 1;
  case UNIT_MONEY:
    return fabs (value) < 100 ? 2 : 0;
  case UNIT_PLAIN:
    break;
  }
  return fabs (value) < 10 ? 3 : fabs (value) < 1000 ? 1 : 0;
}

static char *
number_of (const BearingsFigure *figure, double value, gboolean sign)
{
  g_autofree char *number = bearings_format_number (value, decimals_for (figure, value));

  return g_strconcat (sign && value > 0 ? "+" : "", number, NULL);
}

static char *
with_unit (const BearingsFigure *figure, const char *number)
{
  switch (unit_form (figure->unit)) {
  case UNIT_PERCENT:
    /* Translators: a percentage, %s is a number; keep the no-break space. */
    if (g_str_equal (figure->unit, "percent"))
      return g_strdup_printf (_ ("%s %%"), number);
    return g_strdup_printf (_ ("%s %% %s"), number, figure->unit + strlen ("percent "));
  case UNIT_MONEY:
    /* Translators: an amount of money: number, then "USD" or "USD per year". */
    return g_strdup_printf (_ ("%s %s"), number, figure->unit);
  case UNIT_POINTS:
  case UNIT_PLAIN:
    break;
  }
  if (figure->unit == NULL)
    return g_strdup (number);
  if (g_str_equal (figure->unit, "ratio"))
    return g_strdup (number);
  return g_strdup_printf ("%s %s", number, figure->unit);
}

char *
bearings_format_figure_value (const BearingsFigure *figure)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!bearings_figure_has_value (figure)) {
    /* What the source says in words, or why there is no number, before the bare kind. */
    if (figure->missing_note != NULL && (figure->missing == BEARINGS_MISSING_QUALITATIVE ||
                                         figure->missing == BEARINGS_MISSING_NOT_APPLICABLE))
      return g_strdup (figure->missing_note);
    return g_strdup (bearings_words_missing_title (figure->missing ? figure->missing
                                                                   : BEARINGS_MISSING_NOT_STATED));
  }
  number = number_of (figure, figure->value, is_change (figure));
  text = with_unit (figure, number);
  switch ((BearingsQualifier) figure->qualifier) {
  case BEARINGS_QUALIFIER_ABOUT:
    /* Translators: these qualify a figure, as in "about 40 %". */
    return g_strdup_printf (_ ("about %s"), text);
  case BEARINGS_QUALIFIER_NEARLY:
    return g_strdup_printf (_ ("nearly %s"), text);
  case BEARINGS_QUALIFIER_MORE_THAN:
    return g_strdup_printf (_ ("more than %s"), text);
  case BEARINGS_QUALIFIER_LESS_THAN:
    return g_strdup_printf (_ ("less than %s"), text);
  case BEARINGS_QUALIFIER_AT_LEAST:
    return g_strdup_printf (_ ("at least %s"), text);
  case BEARINGS_QUALIFIER_AT_MOST:
    return g_strdup_printf (_ ("at most %s"), text);
  case BEARINGS_QUALIFIER_EXACT:
    break;
  }
  return g_steal_pointer (&text);
}

char *
bearings_format_figure_interval (const BearingsFigure *figure)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  gboolean sign;

  if (!bearings_figure_has_value (figure))
    return NULL;
  if (!bearings_figure_has_interval (figure)) {
    if (!isnan (figure->se)) {
      g_autofree char *se = bearings_format_number (figure->se, 3);
      /* Translators: SE is the standard error. */
      return g_strdup_printf (_ ("SE %s"), se);
    }
    return g_strdup (bearings_words_interval_title (
      figure->interval ? figure->interval : BEARINGS_INTERVAL_NOT_STATED));
  }
  sign = is_change (figure);
  low = number_of (figure, figure->low, sign);
  high = number_of (figure, figure->high, sign);
  if (isnan (figure->level))
    /* Translators: limits of an interval. */
    return g_strdup_printf (_ ("interval %s to %s, level not stated"), low, high);
  {
    g_autofree char *level = bearings_format_number (figure->level, 1);
    /* Translators: level of a confidence interval (CI), its lower and its upper limit. */
    return g_strdup_printf (_ ("%s %% CI %s to %s"), level, low, high);
  }
}

char *
bearings_format_figure_count (const BearingsFigure *figure)
{
  g_autofree char *count = NULL;
  g_autofree char *total = NULL;

  if (!bearings_record_integer_is_set (figure->total))
    return NULL;
  total = bearings_format_integer (figure->total);
  if (!bearings_record_integer_is_set (figure->count))
    return g_strdup_printf ("n = %s%s%s", total, figure->total_unit ? " " : "",
                            figure->total_unit ? figure->total_unit : "");
  count = bearings_format_integer (figure->count);
  if (figure->total_unit == NULL)
    return g_strdup_printf (_ ("%s of %s"), count, total);
  /* Translators: "424 of 571 postings". */
  return g_strdup_printf (_ ("%s of %s %s"), count, total, figure->total_unit);
}

char *
bearings_format_figure (const BearingsFigure *figure)
{
  g_autofree char *value = bearings_format_figure_value (figure);
  g_autofree char *interval = bearings_format_figure_interval (figure);
  g_autofree char *count = bearings_format_figure_count (figure);
  GString *text = g_string_new (value);

  if (interval != NULL)
    g_string_append_printf (text, " (%s)", interval);
  if (count != NULL)
    g_string_append_printf (text, "; %s", count);
  if (figure->referent != NULL)
    g_string_append_printf (text, "; %s", figure->referent);
  return g_string_free_and_steal (text);
}

char *
bearings_format_sample (const BearingsSampleSize *sample)
{
  g_autofree char *n = NULL;

  if (!bearings_record_integer_is_set (sample->n))
    return g_strdup (bearings_words_missing_title (sample->missing ? sample->missing
                                                                   : BEARINGS_MISSING_NOT_STATED));
  n = bearings_format_integer (sample->n);
  return sample->unit != NULL ? g_strdup_printf ("%s %s", n, sample->unit) : g_steal_pointer (&n);
}

char *
bearings_format_amount (const BearingsAmount *amount, const char *unit)
{
  gboolean dollars = unit != NULL && g_str_has_prefix (unit, "USD");
  double value = isnan (amount->value) ? amount->limit : amount->value;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (isnan (value))
    return g_strdup (bearings_words_missing_title (amount->missing ? amount->missing
                                                                   : BEARINGS_MISSING_NOT_STATED));
  number = bearings_format_number (value, dollars && value < 1000 ? 2 : 1);
  /* Translators: an amount in US dollars. */
  text = dollars ? g_strdup_printf (_ ("$%s"), number) : g_steal_pointer (&number);
  if (isnan (amount->value))
    return g_strdup_printf (_ ("at least %s"), text);
  return g_steal_pointer (&text);
}

char *
bearings_format_date (const char *date)
{
  int year = 0, month = 1, day = 1;
  int parts;
  g_autoptr (GDateTime) time = NULL;

  if (date == NULL)
    return g_strdup (bearings_words_missing_title (BEARINGS_MISSING_NOT_STATED));
  parts = sscanf (date, "%4d-%2d-%2d", &year, &month, &day);
  if (parts >= 1)
    time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (time == NULL || parts == 1)
    return g_strdup (date);
  /* Translators: a month of a year, and a full date, as for strftime. */
  return g_date_time_format (time, parts == 2 ? _ ("%B %Y") : _ ("%-d %B %Y"));
}

/* "Noy, Shakked" -> "Noy"; an institution stays whole. */
static char *
family_name (const char *author)
{
  const char *comma = strstr (author, ", ");

  return comma != NULL ? g_strndup (author, comma - author) : g_strdup (author);
}

static char *
year_of (const BearingsSource *source)
{
  if (source->issued == NULL)
    /* Translators: no date. */
    return g_strdup (_ ("n.d."));
  return g_strndup (source->issued, MIN (strlen (source->issued), 4));
}

char *
bearings_format_source_state (const BearingsSource *source)
{
  g_autofree char *date =
    source->state_date != NULL ? bearings_format_date (source->state_date) : NULL;

  if (date == NULL)
    return g_strdup (bearings_words_source_state_title (source->state));
  /* Translators: a state of a source ("Retracted"), then the date it is known of. */
  return g_strdup_printf (_ ("%s, %s"), bearings_words_source_state_title (source->state), date);
}

char *
bearings_format_source_state_why (const BearingsSource *source)
{
  g_autofree char *state = bearings_format_source_state (source);

  return source->state_note != NULL ? g_strdup_printf ("%s. %s", state, source->state_note)
                                    : g_steal_pointer (&state);
}

char *
bearings_format_source_short (const BearingsSource *source)
{
  g_autofree char *year = year_of (source);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (source->authors->len == 0)
    return g_strdup_printf ("%s (%s)", source->publisher ? source->publisher : source->title, year);
  first = family_name (g_ptr_array_index (source->authors, 0));
  if (source->authors->len == 1)
    return g_strdup_printf ("%s (%s)", first, year);
  if (source->authors->len > 2)
    /* Translators: first author and others, year. */
    return g_strdup_printf (_ ("%s et al. (%s)"), first, year);
  second = family_name (g_ptr_array_index (source->authors, 1));
  /* Translators: two authors and the year. */
  return g_strdup_printf (_ ("%s and %s (%s)"), first, second, year);
}

char *
bearings_format_source (const BearingsSource *source)
{
  g_autofree char *year = year_of (source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < source->authors->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            (char *) g_ptr_array_index (source->authors, i));
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "(%s). %s.", year, source->title);
  if (source->container != NULL) {
    g_string_append_printf (text, " %s", source->container);
    if (source->volume != NULL)
      g_string_append_printf (text, " %s", source->volume);
    if (source->issue != NULL)
      g_string_append_printf (text, "(%s)", source->issue);
    if (source->pages != NULL)
      g_string_append_printf (text, ", %s", source->pages);
    g_string_append_c (text, '.');
  }
  if (source->publisher != NULL)
    g_string_append_printf (text, " %s.", source->publisher);
  if (source->doi != NULL)
    g_string_append_printf (text, " doi:%s", source->doi);
  else if (source->url != NULL)
    g_string_append_printf (text, " %s", source->url);
  if (source->state > BEARINGS_SOURCE_CURRENT) {
    g_autofree char *state = bearings_format_source_state (source);
    g_string_append_printf (text, " [%s]", state);
  }
  return g_string_free_and_steal (text);
}
