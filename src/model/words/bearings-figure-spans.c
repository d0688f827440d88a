/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which digits of a sentence are figures. */

#include "bearings-figure-spans.h"

#include <string.h>

#define MONTHS                                                                                     \
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)"

/* Digits that are no figures. The tests of screens keep the same list with a reason for each. */
static const char *const exempt[] = {
  /* Addresses, DOIs and ids. */
  "(?:https?://|doi:|10\\.\\d{4,}/)\\S+",
  /* Codes: occupations, elements, laws with a year, editions. */
  "\\b\\d{2}-\\d{4}(?:\\.\\d{2})?\\b",
  "\\b\\d\\.[A-C]\\.\\d[\\w.]*",
  "\\b\\d{4}/\\d{2,4}\\b",
  /* Times of day, dates, years, spans of years, decades. */
  "\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b",
  "\\b\\d{1,2} " MONTHS "(?: \\d{4})?\\b",
  MONTHS " \\d{1,2}(?:, \\d{4})?\\b",
  "\\b(?:1[89]|20)\\d{2}(?:\\s?[-\xe2\x80\x93/"
  "]\\s?(?:(?:1[89]|20)\\d{2}|\\d{2}))*(?:-\\d{2}){0,2}s?\\b(?! ?%|[.,]\\d)",
  /* Names with a number in them. */
  "O\\*NET \\d+(?:\\.\\d+)?(?: \\([^)]*\\))?(?:(?:,| and) \\d+\\.\\d+(?: \\([^)]*\\))?)*",
  "\\b[Vv]ersion \\d+(?:\\.\\d+)*",
  "CC[ -]BY(?:-SA)?[ -]\\d\\.\\d",
  "\\bGPT-\\d[\\w.-]*",
  "(?:ISO(?:/IEC)?|IEC|IEEE|NIST(?: AI)?|LL|Local Law|SP|RFC) ?\\d+(?:-\\d+)*",
  "(?:Python|Windows|GPT|Web|Office|Microsoft|Java|C\\+\\+|HTML|CSS|GPT-|Claude|Copilot) "
  "?-?\\d+(?:\\.\\d+)*",
  "(?:Article|Articles|Art\\.|section|Section|sections|Annex|Recital|Title|Table|Figure|Part|"
  "Chapter|"
  "chapter|\xc2\xa7+) ?\\d+[\\w().-]*(?:(?:,| and| to| or) \\d+[\\w().-]*)*",
  "(?:Annex|Title|Part|Chapter) [IVXLC]+[\\w().-]*",
  /* Digits inside words: P90, n8n, 3D, B2B, 1st is a figure no more than "first". */
  "\\b[[:alpha:]][\\w+#-]*\\d[\\w.+#/-]*",
  "\\b\\d+(?:st|nd|rd|th)\\b(?: percentile)?",
  "\\b\\d+[A-Za-z][\\w-]*",
  NULL,
};

/* A number, its sign before it, its per cent after it; groups are parted by commas or thin blanks.
 */
#define NUMBER                                                                                     \
  "(?:[+$\xe2\x82\xac\xe2\x88\x92]|(?<![\\w)])-)*\\d+(?:[,\xe2\x80\xaf\xc2\xa0]\\d{3})*(?:\\.\\d+" \
  ")?(?:[ \xc2\xa0\xe2\x80\xaf]?%)?"

static GRegex *
exempt_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter_pointer (&regex)) {
    g_autofree char *joined = g_strjoinv ("|", (char **) exempt);
    /* Part of the program: it is right, or the tests end. */
    g_once_init_leave_pointer (&regex, g_regex_new (joined, G_REGEX_OPTIMIZE, 0, NULL));
  }
  return regex;
}

static GRegex *
number_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter_pointer (&regex)) /* part of the program, like the one above */
    g_once_init_leave_pointer (&regex, g_regex_new (NUMBER, G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

GArray *
bearings_figure_spans (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BearingsSpan));
  g_autofree char *masked = g_strdup (text);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GMatchInfo) number = NULL;
  int start, end;

  /* What is no figure is blotted out, byte by byte, so that places stay the same. */
  for (g_regex_match (exempt_regex (), text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    if (g_match_info_fetch_pos (match, 0, &start, &end))
      memset (masked + start, 'x', (gsize) (end - start));
  for (g_regex_match (number_regex (), masked, 0, &number); g_match_info_matches (number);
       g_match_info_next (number, NULL))
    if (g_match_info_fetch_pos (number, 0, &start, &end)) {
      BearingsSpan span = { (gsize) start, (gsize) end };
      g_array_append_val (spans, span);
    }
  return spans;
}

gboolean
bearings_figure_spans_text_has (const char *text)
{
  g_autoptr (GArray) spans = NULL;

  if (text == NULL || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  spans = bearings_figure_spans (text);
  return spans->len > 0;
}
