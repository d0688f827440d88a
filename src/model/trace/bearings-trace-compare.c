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
const BearingsEnumType bearings_change_type = { "change", change_nicks };

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
     BearingsChange change,
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
hedge_text (const BearingsTraceReading *reading)
{
  if (reading->hedge_words != NULL)
    /* Translators: words of a source, in quotation marks. */
    return g_strdup_printf (_ ("“%s”"), reading->hedge_words);
  if (reading->whole && reading->hedge == BEARINGS_HEDGE_STATED)
    return g_strdup (_ ("no hedge"));
  return g_strdup (bearings_hedge_title (reading->hedge));
}

static void
compare_hedge (GPtrArray *differences,
               const BearingsTraceReading *before,
               const BearingsTraceReading *after)
{
  if (before->hedge == 0 || after->hedge == 0 || before->hedge == after->hedge)
    return;
  add (differences, BEARINGS_ASPECT_HEDGE,
       after->hedge > before->hedge ? BEARINGS_CHANGE_STRENGTHENED : BEARINGS_CHANGE_WEAKENED,
       hedge_text (before), hedge_text (after));
}

/* Numbers and units -------------------------------------------------------------------------- */

static char *
number_text (const BearingsTraceNumber *number)
{
  g_autofree char *low = bearings_format_number (number->value, 2);
  g_autofree char *high = isnan (number->high) ? NULL : bearings_format_number (number->high, 2);
  /* Translators: the two ends of a range. */
  g_autofree char *range = high != NULL ? g_strdup_printf (_ ("%s to %s"), low, high) : NULL;
  const char *value = range != NULL ? range : low;

  if (g_str_equal (number->unit, "percent") || g_str_has_prefix (number->unit, "percent "))
    return g_strdup_printf ("%s\u00a0%%%s", value, number->unit + strlen ("percent"));
  return number->unit[0] != '\0' ? g_strdup_printf ("%s %s", value, number->unit)
                                 : g_strdup (value);
}

/* The numbers that matter; @numbers without those that are only mentioned. */
static GPtrArray *
main_numbers (const GPtrArray *numbers)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < numbers->len; i++)
    if (!((BearingsTraceNumber *) numbers->pdata[i])->mentioned)
      g_ptr_array_add (kept, numbers->pdata[i]);
  return kept;
}

static char *
numbers_text (const GPtrArray *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++) {
    g_autofree char *one = number_text (numbers->pdata[i]);
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", one);
  }
  return g_string_free_and_steal (text);
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
same_unit_class (const BearingsTraceNumber *a, const BearingsTraceNumber *b)
{
  gsize length = unit_class_length (a->unit);

  return a->unit[0] == '\0' || b->unit[0] == '\0' ||
         (length == unit_class_length (b->unit) && strncmp (a->unit, b->unit, length) == 0);
}

static gboolean
same_value (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return fabs (fabs (a) - fabs (b)) < 1e-9 * fmax (1, fabs (a));
}

static const BearingsTraceNumber *
find_equal (const GPtrArray *numbers, const BearingsTraceNumber *wanted)
{
  for (guint i = 0; i < numbers->len; i++) {
    const BearingsTraceNumber *number = numbers->pdata[i];
    if (same_value (number->value, wanted->value) && same_value (number->high, wanted->high) &&
        same_unit_class (number, wanted))
      return number;
  }
  return NULL;
}

static gboolean
is_percent (const BearingsTraceNumber *number)
{
  return g_str_equal (number->unit, "percent") || g_str_has_prefix (number->unit, "percent ");
}

/* "23 of 25" told as "92 percent"; "13 percent do" told as "87 percent do not". */
static BearingsChange
kind_of_change (const BearingsTraceReading *before, const BearingsTraceNumber *number)
{
  if (!is_percent (number) || !isnan (number->high))
    return BEARINGS_CHANGE_CHANGED;
  for (guint i = 0; i < before->numbers->len; i++) {
    const BearingsTraceNumber *old = before->numbers->pdata[i];
    if (!isnan (old->high) || old->mentioned)
      continue;
    if (is_percent (old) && fabs (old->value + number->value - 100) < 1e-9)
      return BEARINGS_CHANGE_COMPLEMENT;
    if (!is_percent (old) && bearings_integer_is_set (before->n) && before->n > 0 &&
        fabs (100 * old->value / (double) before->n - number->value) < 0.5)
      return BEARINGS_CHANGE_RESTATED;
  }
  return BEARINGS_CHANGE_CHANGED;
}

static void
compare_units (GPtrArray *differences,
               const BearingsTraceNumber *before,
               const BearingsTraceNumber *after)
{
  /* A bare "percent" does not say of what, so it contradicts nothing. */
  if (strlen (before->unit) <= unit_class_length (before->unit) ||
      strlen (after->unit) <= unit_class_length (after->unit) ||
      g_ascii_strcasecmp (before->unit, after->unit) == 0)
    return;
  add (differences, BEARINGS_ASPECT_UNIT, BEARINGS_CHANGE_CHANGED, g_strdup (before->unit),
       g_strdup (after->unit));
}

static void
compare_numbers (GPtrArray *differences,
                 const BearingsTraceReading *before,
                 const BearingsTraceReading *after)
{
  g_autoptr (GPtrArray) old_numbers = main_numbers (before->numbers);
  g_autoptr (GPtrArray) numbers = main_numbers (after->numbers);
  const BearingsTraceNumber *new_one = NULL;

  if (numbers->len == 0) {
    if (after->whole && old_numbers->len > 0)
      add (differences, BEARINGS_ASPECT_NUMBER, BEARINGS_CHANGE_DROPPED, numbers_text (old_numbers),
           NULL);
    return;
  }
  for (guint i = 0; i < numbers->len && new_one == NULL; i++)
    if (find_equal (before->numbers, numbers->pdata[i]) == NULL)
      new_one = numbers->pdata[i];
  if (new_one != NULL && old_numbers->len == 0)
    add (differences, BEARINGS_ASPECT_NUMBER, BEARINGS_CHANGE_APPEARED, NULL,
         numbers_text (numbers));
  else if (new_one != NULL)
    add (differences, BEARINGS_ASPECT_NUMBER, kind_of_change (before, new_one),
         numbers_text (old_numbers), numbers_text (numbers));
  for (guint i = 0; i < numbers->len; i++) {
    const BearingsTraceNumber *number = numbers->pdata[i];
    const BearingsTraceNumber *old = find_equal (before->numbers, number);
    if (old != NULL)
      compare_units (differences, old, number);
  }
}

/* Years -------------------------------------------------------------------------------------- */

static gboolean
names_year (const BearingsTraceReading *reading, int year)
{
  for (guint i = 0; i < reading->years->len; i++)
    if (g_array_index (reading->years, int, i) == year)
      return TRUE;
  return reading->year == year;
}

static char *
years_text (const BearingsTraceReading *reading)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reading->years->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? ", " : "",
                            g_array_index (reading->years, int, i));
  if (text->len == 0)
    g_string_append_printf (text, "%d", reading->year);
  return g_string_free_and_steal (text);
}

static void
compare_years (GPtrArray *differences,
               const BearingsTraceReading *before,
               const BearingsTraceReading *after)
{
  GString *added = g_string_new (NULL);

  for (guint i = 0; i < after->years->len; i++) {
    int year = g_array_index (after->years, int, i);
    if (!names_year (before, year) && year != after->year)
      g_string_append_printf (added, "%s%d", added->len > 0 ? ", " : "", year);
  }
  if (added->len == 0) {
    g_string_free (added, TRUE);
    return;
  }
  if (before->years->len == 0 && before->year == 0)
    add (differences, BEARINGS_ASPECT_YEAR, BEARINGS_CHANGE_APPEARED, NULL,
         g_string_free_and_steal (added));
  else
    add (differences, BEARINGS_ASPECT_YEAR, BEARINGS_CHANGE_CHANGED, years_text (before),
         g_string_free_and_steal (added));
}

/* Sample ------------------------------------------------------------------------------------- */

static char *
sample_text (const BearingsTraceReading *reading)
{
  g_autofree char *n = bearings_format_integer (reading->n);

  /* Translators: a sample size whose unit is not on record. */
  return reading->n_unit != NULL ? g_strdup_printf ("%s %s", n, reading->n_unit)
                                 : g_strdup_printf (_ ("n = %s"), n);
}

static void
compare_samples (GPtrArray *differences,
                 const BearingsTraceReading *before,
                 const BearingsTraceReading *after)
{
  gboolean has_before = bearings_integer_is_set (before->n);
  gboolean has_after = bearings_integer_is_set (after->n);

  if (has_before && has_after) {
    if (before->n != after->n || (before->n_unit != NULL && after->n_unit != NULL &&
                                  g_ascii_strcasecmp (before->n_unit, after->n_unit) != 0))
      add (differences, BEARINGS_ASPECT_SAMPLE, BEARINGS_CHANGE_CHANGED, sample_text (before),
           sample_text (after));
  } else if (has_before && after->whole)
    add (differences, BEARINGS_ASPECT_SAMPLE, BEARINGS_CHANGE_DROPPED, sample_text (before), NULL);
  else if (has_after && !has_before)
    add (differences, BEARINGS_ASPECT_SAMPLE, BEARINGS_CHANGE_APPEARED, NULL, sample_text (after));
}

/* Words -------------------------------------------------------------------------------------- */

/* One and many of a thing are one word: "skill", "skills". */
static gboolean
same_word (gconstpointer a, gconstpointer b)
{
  gsize length_a = strlen (a), length_b = strlen (b);

  length_a -= length_a > 3 && ((const char *) a)[length_a - 1] == 's';
  length_b -= length_b > 3 && ((const char *) b)[length_b - 1] == 's';
  return length_a == length_b && strncmp (a, b, length_a) == 0;
}

static gboolean
has_word (const GPtrArray *words, const char *word)
{
  return words != NULL &&
         g_ptr_array_find_with_equal_func ((GPtrArray *) words, word, same_word, NULL);
}

/* The quoted words of @a that stand neither in the words of @b nor around them; NULL: none. */
static char *
words_without (const BearingsTraceReading *a, const BearingsTraceReading *b)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < a->words->len; i++)
    if (!has_word (b->words, a->words->pdata[i]) && !has_word (b->around, a->words->pdata[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", (char *) a->words->pdata[i]);
  return text->len > 0 ? g_string_free_and_steal (text) : (g_string_free (text, TRUE), NULL);
}

static void
compare_words (GPtrArray *differences,
               const BearingsTraceReading *before,
               const BearingsTraceReading *after)
{
  g_autofree char *gone = NULL;
  g_autofree char *added = NULL;

  if (before->words == NULL || after->words == NULL || before->words->len == 0 ||
      after->words->len == 0)
    return;
  gone = words_without (before, after);
  added = words_without (after, before);
  if (gone != NULL && added != NULL)
    add (differences, BEARINGS_ASPECT_WORDS, BEARINGS_CHANGE_CHANGED, g_steal_pointer (&gone),
         g_steal_pointer (&added));
  else if (gone != NULL && (after->whole || after->statement))
    add (differences, BEARINGS_ASPECT_WORDS, BEARINGS_CHANGE_DROPPED, g_steal_pointer (&gone),
         NULL);
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
                const BearingsTraceReading *before,
                const BearingsTraceReading *after)
{
  if (after->credits == NULL || before->names->len == 0)
    return;
  for (guint i = 0; i < before->names->len; i++)
    if (same_name (before->names->pdata[i], after->credits))
      return;
  add (differences, BEARINGS_ASPECT_CREDIT, BEARINGS_CHANGE_CHANGED,
       g_strdup (before->names->pdata[0]), g_strdup (after->credits));
}

GPtrArray *
bearings_trace_compare (const BearingsTraceReading *before, const BearingsTraceReading *after)
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
bearings_trace_comparable (const BearingsTraceReading *before, const BearingsTraceReading *after)
{
  g_autoptr (GPtrArray) old_numbers = main_numbers (before->numbers);
  g_autoptr (GPtrArray) numbers = main_numbers (after->numbers);

  return (before->hedge != 0 && after->hedge != 0) || (old_numbers->len > 0 && numbers->len > 0) ||
         (bearings_integer_is_set (before->n) && bearings_integer_is_set (after->n)) ||
         (before->words != NULL && after->words != NULL) || after->years->len > 0 ||
         after->credits != NULL;
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
  case BEARINGS_CHANGE_STRENGTHENED:
    return _ ("Hedge strengthened");
  case BEARINGS_CHANGE_WEAKENED:
    return _ ("Hedge weakened");
  case BEARINGS_CHANGE_RESTATED:
    /* Translators: "23 of 25" became "92 percent". */
    return _ ("Count told as a share");
  case BEARINGS_CHANGE_COMPLEMENT:
    /* Translators: "13 percent do" became "87 percent do not". */
    return _ ("Share turned round");
  case BEARINGS_CHANGE_DROPPED:
    switch (difference->aspect) {
    case BEARINGS_ASPECT_SAMPLE:
      return _ ("Sample left out");
    case BEARINGS_ASPECT_NUMBER:
      return _ ("Number left out");
    default:
      return _ ("Words left out");
    }
  case BEARINGS_CHANGE_CHANGED:
  case BEARINGS_CHANGE_APPEARED:
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
  if (difference->change == BEARINGS_CHANGE_APPEARED)
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
