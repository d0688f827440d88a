/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which digits of a sentence are figures. */

#include "bearings-figure-spans.h"

/* The figures of a text, joined by "|". */
static char *
figures (const char *text)
{
  g_autoptr (GArray) spans = bearings_figure_spans (text);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++) {
    const BearingsSpan *span = &g_array_index (spans, BearingsSpan, i);

    if (i > 0)
      g_string_append_c (joined, '|');
    g_string_append_len (joined, text + span->start, (gssize) (span->end - span->start));
  }
  return g_string_free_and_steal (joined);
}

static void
test_spans (void)
{
  static const struct {
    const char *text;
    const char *figures;
  } cases[] = {
    { "Nothing here", "" },
    { "In 2023, 74.3 % of 571 postings", "74.3 %|571" },
    { "about +11 % in 2010-2019 and 2022/23", "+11 %" },
    { "a change of \xe2\x88\x92"
      "20,188 to +43,250 USD",
      "\xe2\x88\x92"
      "20,188|+43,250" },
    { "453 people, $1,234.50 each", "453|$1,234.50" },
    { "O*NET 30.1 lists 15-2051.00 and 2.A.1.a", "" },
    { "ISO/IEC 42001, NIST AI 600-1, LL144 and Article 22", "" },
    { "Regulation (EU) 2024/1689 of 13 June 2024, Annex III(4)", "" },
    { "between P10 and P90, the 10th percentile, C++17, 3D", "" },
    { "from 3 to 5 minutes since the 1990s", "3|5" },
    { "23 November 2026, 11:23; 9:05:30", "" },
    { "2.5 times; 12 of 40.", "2.5|12|40" },
    { "1998-2007 (n = 85)", "85" },
    { "2,000 people and 2000 in the year 2000", "2,000" },
    { "https://example.org/2/17 and 10.1000/182", "" },
    { "95\xc2\xa0% CI 70.5 to 77.7", "95\xc2\xa0%|70.5|77.7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = figures (cases[i].text);

    g_assert_cmpstr (found, ==, cases[i].figures);
    g_assert_cmpint (bearings_figure_spans_text_has (cases[i].text), ==, *cases[i].figures != '\0');
  }
  g_assert_false (bearings_figure_spans_text_has (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/figure-spans/spans", test_spans);
  return g_test_run ();
}
