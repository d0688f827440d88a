/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the page of a centre's own sample. */

#include "bearings-sample-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-format.h"

guint
bearings_sample_state_same_instrument (const GPtrArray *parts, guint first)
{
  const BearingsSamplePart *part = parts->pdata[first];
  guint n = 1;

  while (
    first + n < parts->len &&
    g_str_equal (((BearingsSamplePart *) parts->pdata[first + n])->instrument, part->instrument))
    n++;
  return n;
}

guint
bearings_sample_state_same_version (const GPtrArray *parts, guint first)
{
  const BearingsSamplePart *part = parts->pdata[first];
  guint most = bearings_sample_state_same_instrument (parts, first);
  guint n = 1;

  while (n < most &&
         g_str_equal (((BearingsSamplePart *) parts->pdata[first + n])->instrument_version,
                      part->instrument_version))
    n++;
  return n;
}

guint
bearings_sample_state_count (const GPtrArray *parts, guint first, guint n)
{
  guint count = 0;

  for (guint i = first; i < first + n; i++)
    count += ((BearingsSamplePart *) parts->pdata[i])->n;
  return count;
}

guint
bearings_sample_state_count_of_origin (const GPtrArray *parts, const char *origin)
{
  guint count = 0;

  for (guint i = 0; i < parts->len; i++) {
    const BearingsSamplePart *part = parts->pdata[i];
    if (g_str_equal (part->origin, origin))
      count += part->n;
  }
  return count;
}

static char *
records_text (guint n)
{
  g_autofree char *number = bearings_format_integer (n);

  /* Translators: a number, grouped: answers of so many people, each without who it is of. */
  return g_strdup_printf (ngettext ("%s record", "%s records", n), number);
}

char *
bearings_sample_state_version_text (guint n, int missing)
{
  g_autofree char *records = records_text (n);
  g_autofree char *more = missing > 0 ? bearings_format_integer (missing) : NULL;

  if (missing < 0)
    return g_steal_pointer (&records);
  if (missing == 0)
    /* Translators: "240 records". */
    return g_strdup_printf (_ ("%s · enough to compare results with"), records);
  /* Translators: "12 records", how many more are needed. */
  return g_strdup_printf (ngettext ("%s · %s more is needed to compare results with them",
                                    "%s · %s more are needed to compare results with them",
                                    missing),
                          records, more);
}

char *
bearings_sample_state_part_text (const BearingsSamplePart *part)
{
  g_autofree char *records = records_text (part->n);
  g_autofree char *first = bearings_format_date (part->first_month);
  g_autofree char *last = bearings_format_date (part->last_month);

  if (g_str_equal (part->first_month, part->last_month))
    /* Translators: "200 records", a month. */
    return g_strdup_printf (_ ("%s · %s"), records, first);
  /* Translators: "200 records", the first and the last month. */
  return g_strdup_printf (_ ("%s · %s to %s"), records, first, last);
}

char *
bearings_sample_state_added_text (guint added, guint known)
{
  g_autofree char *n_added = bearings_format_integer (added);
  g_autofree char *n_known = bearings_format_integer (known);
  g_autofree char *first =
    g_strdup_printf (ngettext ("%s record added.", "%s records added.", added), n_added);
  g_autofree char *second =
    g_strdup_printf (ngettext ("%s was here already.", "%s were here already.", known), n_known);

  if (added == 0 && known == 0)
    return g_strdup (_ ("The file holds no records. Nothing was added."));
  if (known == 0)
    return g_steal_pointer (&first);
  if (added == 0)
    return g_strdup (_ ("All its records were here already. Nothing was added."));
  /* Translators: two sentences: "12 records added." "3 were here already." */
  return g_strdup_printf (_ ("%s %s"), first, second);
}

char *
bearings_sample_state_left_out_text (const GPtrArray *unknown)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (unknown->len == 0)
    return NULL;
  for (guint i = 0; i < unknown->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) unknown->pdata[i]);
  /* Translators: names of items, separated by commas. */
  return g_strdup_printf (ngettext ("Left out, for it is no item of the assessment: %s",
                                    "Left out, for they are no items of the assessment: %s",
                                    unknown->len),
                          names->str);
}

char *
bearings_sample_state_remove_text (const char *origin, guint n)
{
  g_autofree char *number = bearings_format_integer (n);

  return g_strdup_printf (
    /* Translators: a number, grouped, and the name of a file. */
    ngettext ("%1$s record of “%2$s” leaves the sample. The file itself stays where it is and can "
              "be added again.",
              "%1$s records of “%2$s” leave the sample. The file itself stays where it is and can "
              "be added again.",
              n),
    number, origin);
}

gboolean
bearings_sample_state_is_exported (const char *text, gsize length)
{
  static const char mark[] = "\xef\xbb\xbf";
  const char *end = text + length;

  if (length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    text += strlen (mark);
  while (text < end && g_ascii_isspace (*text))
    text++;
  return text < end && *text == '{';
}
