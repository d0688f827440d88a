/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a sentence differs from the one it rests on: hedge, number, unit, year, sample, words,
 * credit. */

#include "bearings-trace-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-format.h"
#include "bearings-words.h"

static const char *const aspect_nicks[] = {
  "hedge", "number", "unit", "year", "sample", "words", "credit", NULL,
};
const BearingsEnumType bearings_aspect_type = { "aspect", aspect_nicks };

static const char *const change_nicks[] = { "strengthened", "weakened", "changed",    "appeared",
                                            "dropped",      "restated", "complement", NULL };
const BearingsEnumType bearings_trace_change_type = { "change", change_nicks };

void
bearings_trace_difference_free (BearingsTraceDifference *difference)
{
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

/* Takes both texts. */
static void
add (GPtrArray *differences,
     BearingsAspect aspect,
     BearingsTraceChange change,
     char *before,
     char *after)
{
  BearingsTraceDifference *difference = g_new0 (BearingsTraceDifference, 1);

  difference->aspect = aspect;
  difference->change = change;
  difference->before = before;
  difference->after = after;
  g_ptr_array_add (differences, difference);
}

/* Hedge -------------------------------------------------------------------------------------- */

static char *
hedge_text (const BearingsTraceStatement *statement)
{
  if (statement->hedge_words != NULL)
    /* Translators: words of a source, in quotation marks. */
    return g_strdup_printf (_ ("“%s”"), statement->hedge_words);
  if (statement->whole && statement->hedge == BEARINGS_HEDGE_STATED)
    return g_strdup (_ ("no hedge"));
  return g_strdup (bearings_words_hedge_title (statement->hedge));
}

static void
compare_hedge (GPtrArray *differences,
               const BearingsTraceStatement *before,
               const BearingsTraceStatement *after)
{
  if (before->hedge == 0 || after->hedge == 0 || before->hedge == after->hedge)
    return;
  add (differences, BEARINGS_ASPECT_HEDGE,
       after->hedge > before->hedge ? BEARINGS_TRACE_CHANGE_STRENGTHENED
                                    : BEARINGS_TRACE_CHANGE_WEAKENED,
       hedge_text (before), hedge_text (after));
}

/* Numbers and units -------------------------------------------------------------------------- */

static gboolean
is_percent (const char *unit)
{
  return unit != NULL && (g_str_equal (unit, "percent") || g_str_has_prefix (unit, "percent "));
}

static char *
number_text (const BearingsTraceStatement *statement)
{
  g_autofree char *low = bearings_format_number (statement->number, 2);
  g_autofree char *high =
    isnan (statement->number_high) ? NULL : bearings_format_number (statement->number_high, 2);
  /* Translators: the two ends of a range. */
  g_autofree char *range = high != NULL ? g_strdup_printf (_ ("%s to %s"), low, high) : NULL;
  const char *value = range != NULL ? range : low;

  if (is_percent (statement->unit))
    return g_strdup_printf ("%s\u00a0%%%s", value, statement->unit + strlen ("percent"));
  return statement->unit != NULL ? g_strdup_printf ("%s %s", value, statement->unit)
                                 : g_strdup (value);
}

/* "percent" of "percent of a worker's skill set". */
static gsize
unit_class_length (const char *unit)
{
  const char *blank = strchr (unit, ' ');

  if (g_str_has_prefix (unit, "percentage points"))
    return strlen ("percentage points");
  if (g_str_has_prefix (unit, "standard deviations"))
    return strlen ("standard deviations");
  return blank != NULL ? (gsize) (blank - unit) : strlen (unit);
}

static gboolean
same_unit_class (const char *a, const char *b)
{
  gsize length = a != NULL ? unit_class_length (a) : 0;

  return a == NULL || b == NULL || (length == unit_class_length (b) && strncmp (a, b, length) == 0);
}

static gboolean
same_value (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return fabs (fabs (a) - fabs (b)) < 1e-9 * fmax (1, fabs (a));
}

/* "23 of 25" told as "92 percent"; "13 percent do" told as "87 percent do not". */
static BearingsTraceChange
kind_of_change (const BearingsTraceStatement *before, const BearingsTraceStatement *after)
{
  if (!is_percent (after->unit) || !isnan (before->number_high) || !isnan (after->number_high))
    return BEARINGS_TRACE_CHANGE_CHANGED;
  if (is_percent (before->unit) && fabs (before->number + after->number - 100) < 1e-9)
    return BEARINGS_TRACE_CHANGE_COMPLEMENT;
  if (!is_percent (before->unit) && bearings_record_integer_is_set (before->n) && before->n > 0 &&
      fabs (100 * before->number / (double) before->n - after->number) < 0.5)
    return BEARINGS_TRACE_CHANGE_RESTATED;
  return BEARINGS_TRACE_CHANGE_CHANGED;
}

/* A bare "percent" does not say of what, so it contradicts nothing. */
static gboolean
says_of_what (const char *unit)
{
  return unit != NULL && strlen (unit) > unit_class_length (unit);
}

static void
compare_numbers (GPtrArray *differences,
                 const BearingsTraceStatement *before,
                 const BearingsTraceStatement *after)
{
  if (isnan (after->number)) {
    if (after->whole && !isnan (before->number))
      add (differences, BEARINGS_ASPECT_NUMBER, BEARINGS_TRACE_CHANGE_DROPPED, number_text (before),
           NULL);
  } else if (isnan (before->number)) {
    add (differences, BEARINGS_ASPECT_NUMBER, BEARINGS_TRACE_CHANGE_APPEARED, NULL,
         number_text (after));
  } else if (!same_value (before->number, after->number) ||
             !same_value (before->number_high, after->number_high) ||
             !same_unit_class (before->unit, after->unit)) {
    add (differences, BEARINGS_ASPECT_NUMBER, kind_of_change (before, after), number_text (before),
         number_text (after));
  } else if (says_of_what (before->unit) && says_of_what (after->unit) &&
             g_ascii_strcasecmp (before->unit, after->unit) != 0) {
    add (differences, BEARINGS_ASPECT_UNIT, BEARINGS_TRACE_CHANGE_CHANGED, g_strdup (before->unit),
         g_strdup (after->unit));
  }
}

/* Years -------------------------------------------------------------------------------------- */

static gboolean
names_year (const BearingsTraceStatement *statement, const char *year)
{
  return g_strcmp0 (statement->year, year) == 0 ||
         (statement->years != NULL && g_ptr_array_find_with_equal_func (
                                        (GPtrArray *) statement->years, year, g_str_equal, NULL));
}

static void
append (GString *list, const char *text)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", text);
}

static char *
years_text (const BearingsTraceStatement *statement)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; statement->years != NULL && i < statement->years->len; i++)
    append (text, statement->years->pdata[i]);
  if (text->len == 0 && statement->year != NULL)
    append (text, statement->year);
  return g_string_free_and_steal (text);
}

static void
compare_years (GPtrArray *differences,
               const BearingsTraceStatement *before,
               const BearingsTraceStatement *after)
{
  g_autoptr (GString) added = g_string_new (NULL);
  g_autofree char *known = years_text (before);

  for (guint i = 0; after->years != NULL && i < after->years->len; i++) {
    const char *year = after->years->pdata[i];
    if (!names_year (before, year) && g_strcmp0 (year, after->year) != 0)
      append (added, year);
  }
  if (added->len == 0)
    return;
  if (*known == '\0')
    add (differences, BEARINGS_ASPECT_YEAR, BEARINGS_TRACE_CHANGE_APPEARED, NULL,
         g_strdup (added->str));
  else
    add (differences, BEARINGS_ASPECT_YEAR, BEARINGS_TRACE_CHANGE_CHANGED, g_steal_pointer (&known),
         g_strdup (added->str));
}

/* Sample ------------------------------------------------------------------------------------- */

static char *
sample_text (const BearingsTraceStatement *statement)
{
  g_autofree char *n = bearings_format_integer (statement->n);

  /* Translators: a sample size whose unit is not on record. */
  return statement->n_unit != NULL ? g_strdup_printf ("%s %s", n, statement->n_unit)
                                   : g_strdup_printf (_ ("n = %s"), n);
}

static void
compare_samples (GPtrArray *differences,
                 const BearingsTraceStatement *before,
                 const BearingsTraceStatement *after)
{
  gboolean has_before = bearings_record_integer_is_set (before->n);
  gboolean has_after = bearings_record_integer_is_set (after->n);

  if (has_before && has_after) {
    if (before->n != after->n || (before->n_unit != NULL && after->n_unit != NULL &&
                                  g_ascii_strcasecmp (before->n_unit, after->n_unit) != 0))
      add (differences, BEARINGS_ASPECT_SAMPLE, BEARINGS_TRACE_CHANGE_CHANGED, sample_text (before),
           sample_text (after));
  } else if (has_before && after->whole)
    add (differences, BEARINGS_ASPECT_SAMPLE, BEARINGS_TRACE_CHANGE_DROPPED, sample_text (before),
         NULL);
  else if (has_after && !has_before)
    add (differences, BEARINGS_ASPECT_SAMPLE, BEARINGS_TRACE_CHANGE_APPEARED, NULL,
         sample_text (after));
}

/* Words -------------------------------------------------------------------------------------- */

static gboolean
same_word (gconstpointer a, gconstpointer b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return g_str_equal (x, y);
}

/* The words of @a that @b does not have; NULL: none. */
static char *
words_without (const GPtrArray *a, const GPtrArray *b)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find_with_equal_func ((GPtrArray *) b, a->pdata[i], same_word, NULL))
      append (text, a->pdata[i]);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static gboolean
has_words (const BearingsTraceStatement *statement)
{
  return statement->words != NULL && statement->words->len > 0;
}

static void
compare_words (GPtrArray *differences,
               const BearingsTraceStatement *before,
               const BearingsTraceStatement *after)
{
  char *gone, *added;

  if (!has_words (before) || !has_words (after))
    return;
  gone = words_without (before->words, after->words);
  added = words_without (after->words, before->words);
  if (gone != NULL || added != NULL)
    add (differences, BEARINGS_ASPECT_WORDS,
         gone == NULL    ? BEARINGS_TRACE_CHANGE_APPEARED
         : added == NULL ? BEARINGS_TRACE_CHANGE_DROPPED
                         : BEARINGS_TRACE_CHANGE_CHANGED,
         gone, added);
}

/* Credit ------------------------------------------------------------------------------------- */

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return strstr (x, y) != NULL || strstr (y, x) != NULL;
}

static void
compare_credit (GPtrArray *differences,
                const BearingsTraceStatement *before,
                const BearingsTraceStatement *after)
{
  if (after->credits == NULL || before->names == NULL || before->names->len == 0)
    return;
  for (guint i = 0; i < before->names->len; i++)
    if (same_name (before->names->pdata[i], after->credits))
      return;
  add (differences, BEARINGS_ASPECT_CREDIT, BEARINGS_TRACE_CHANGE_CHANGED,
       g_strdup (before->names->pdata[0]), g_strdup (after->credits));
}

GPtrArray *
bearings_trace_compare (const BearingsTraceStatement *before, const BearingsTraceStatement *after)
{
  GPtrArray *differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_trace_difference_free);

  compare_hedge (differences, before, after);
  compare_numbers (differences, before, after);
  compare_years (differences, before, after);
  compare_samples (differences, before, after);
  compare_words (differences, before, after);
  compare_credit (differences, before, after);
  return differences;
}

gboolean
bearings_trace_compare_comparable (const BearingsTraceStatement *before,
                                   const BearingsTraceStatement *after)
{
  return (before->hedge != 0 && after->hedge != 0) ||
         (!isnan (before->number) && !isnan (after->number)) ||
         (bearings_record_integer_is_set (before->n) &&
          bearings_record_integer_is_set (after->n)) ||
         (has_words (before) && has_words (after)) ||
         (after->years != NULL && after->years->len > 0) || after->credits != NULL;
}

/* Words for people --------------------------------------------------------------------------- */

const char *
bearings_aspect_title (BearingsAspect aspect)
{
  switch (aspect) {
  case BEARINGS_ASPECT_HEDGE:
    return _ ("Hedge");
  case BEARINGS_ASPECT_NUMBER:
    return _ ("Number");
  case BEARINGS_ASPECT_UNIT:
    return _ ("Unit");
  case BEARINGS_ASPECT_YEAR:
    return _ ("Year");
  case BEARINGS_ASPECT_SAMPLE:
    return _ ("Sample");
  case BEARINGS_ASPECT_WORDS:
    return _ ("Words");
  case BEARINGS_ASPECT_CREDIT:
    return _ ("Credit");
  }
  return "";
}

static const char *
change_title (const BearingsTraceDifference *difference)
{
  switch (difference->change) {
  case BEARINGS_TRACE_CHANGE_STRENGTHENED:
    return _ ("Hedge strengthened");
  case BEARINGS_TRACE_CHANGE_WEAKENED:
    return _ ("Hedge weakened");
  case BEARINGS_TRACE_CHANGE_RESTATED:
    /* Translators: "23 of 25" became "92 percent". */
    return _ ("Count told as a share");
  case BEARINGS_TRACE_CHANGE_COMPLEMENT:
    /* Translators: "13 percent do" became "87 percent do not". */
    return _ ("Share turned round");
  case BEARINGS_TRACE_CHANGE_DROPPED:
    switch (difference->aspect) {
    case BEARINGS_ASPECT_SAMPLE:
      return _ ("Sample left out");
    case BEARINGS_ASPECT_NUMBER:
      return _ ("Number left out");
    default:
      return _ ("Words left out");
    }
  case BEARINGS_TRACE_CHANGE_CHANGED:
  case BEARINGS_TRACE_CHANGE_APPEARED:
    break;
  }
  switch (difference->aspect) {
  case BEARINGS_ASPECT_NUMBER:
    return _ ("Number changed");
  case BEARINGS_ASPECT_UNIT:
    return _ ("Unit changed");
  case BEARINGS_ASPECT_YEAR:
    return _ ("Year changed");
  case BEARINGS_ASPECT_SAMPLE:
    return _ ("Sample changed");
  case BEARINGS_ASPECT_CREDIT:
    return _ ("Credited to somebody else");
  default:
    return _ ("Words changed");
  }
}

char *
bearings_trace_difference_text (const BearingsTraceDifference *difference)
{
  if (difference->change == BEARINGS_TRACE_CHANGE_APPEARED)
    /* Translators: an aspect of a sentence ("Number"), then what it is now. */
    return g_strdup_printf (_ ("%s not on record before: %s"),
                            bearings_aspect_title (difference->aspect), difference->after);
  if (difference->after == NULL)
    /* Translators: what happened ("Sample left out"), then to what. */
    return g_strdup_printf (_ ("%s: %s"), change_title (difference), difference->before);
  /* Translators: what happened ("Number changed"), then from what to what. */
  return g_strdup_printf (_ ("%s: %s → %s"), change_title (difference), difference->before,
                          difference->after);
}
