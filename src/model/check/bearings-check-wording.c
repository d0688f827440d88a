/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the fields of a hop, of a popular claim and of a claim say what its words say. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-check-private.h"
#include "bearings-check-prose.h"
#include "bearings-claims.h"
#include "bearings-format.h"

#define MOST_TEXTS 100 /* of a record that are read; a list may have a million entries */
#define MOST_FIGURES 20

/**
 * Wording:
 * @exact: the exact words, char *
 * @summary: what is said of them in other words; or %NULL
 * @folded: all of these without case, to find words in
 */
typedef struct {
  GPtrArray *exact;
  const char *summary;
  GPtrArray *folded;
  BearingsHedge hedge;
  const char *hedge_words;
  double number, number_high;
  const char *unit;
  gint64 n;
  const GPtrArray *about_years;
  const char *year;
} Wording;

static void
wording_add (Wording *wording, const char *text, gboolean exact)
{
  if (exact)
    g_ptr_array_add (wording->exact, (gpointer) text);
  else
    wording->summary = text;
  g_ptr_array_add (wording->folded, g_utf8_casefold (text, -1));
}

static void
wording_begin (Wording *wording)
{
  wording->exact = g_ptr_array_new ();
  wording->folded = g_ptr_array_new_with_free_func (g_free);
}

static void
wording_clear (Wording *wording)
{
  g_ptr_array_unref (wording->exact);
  g_ptr_array_unref (wording->folded);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wording, wording_clear)

/* Whether the words stand in one of the texts, whatever their case. */
static gboolean
stands (const Wording *wording, const char *words)
{
  g_autofree char *wanted = g_utf8_casefold (words, -1);

  for (guint i = 0; i < wording->folded->len; i++)
    if (strstr (wording->folded->pdata[i], wanted) != NULL)
      return TRUE;
  return FALSE;
}

/* Each of @list has to. */
static void
check_list (BearingsCheck *check, const Wording *wording, const char *member, const GPtrArray *list)
{
  for (guint i = 0; i < MIN (list->len, MOST_TEXTS); i++)
    if (!stands (wording, list->pdata[i]))
      bearings_check_warning (check, member, "not-in-wording",
                              _ ("“%s” does not stand in the wording; give what stands there"),
                              (char *) list->pdata[i]);
}

/* Hedges ------------------------------------------------------------------------------------- */

/* The weakest hedge of the exact words. */
static BearingsHedge
find_hedge (const GPtrArray *exact, char **words)
{
  BearingsHedge weakest = 0;

  *words = NULL;
  for (guint i = 0; i < MIN (exact->len, MOST_TEXTS); i++) {
    g_autofree char *found = NULL;
    BearingsHedge hedge = bearings_check_prose_find_hedge (exact->pdata[i], &found);

    if (hedge != 0 && (weakest == 0 || hedge < weakest)) {
      weakest = hedge;
      g_set_str (words, found);
    }
  }
  return weakest;
}

static void
tell_hedge (BearingsCheck *check, const char *words, BearingsHedge found, BearingsHedge given)
{
  bearings_check_warning (check, "hedge", "hedge-differs",
                          /* Translators: words of a sentence; two grades of a hedge. */
                          _ ("“%s” is “%s”, and “hedge” says “%s”; put right what is wrong"), words,
                          bearings_enums_nick (&bearings_hedge_type, found),
                          bearings_enums_nick (&bearings_hedge_type, given));
}

static void
check_hedge (BearingsCheck *check, const Wording *wording)
{
  g_autofree char *words = NULL;
  BearingsHedge found = find_hedge (wording->exact, &words);

  if (wording->hedge_words != NULL && !stands (wording, wording->hedge_words))
    bearings_check_warning (check, "hedge_words", "not-in-wording",
                            _ ("“%s” does not stand in the wording; give what stands there"),
                            wording->hedge_words);
  if (found == 0)
    return;
  if (wording->hedge == 0)
    bearings_check_warning (check, "hedge", "unread-wording",
                            /* Translators: words of a sentence; a grade of a hedge. */
                            _ ("the wording says “%s”; give its “hedge”, which seems “%s”"), words,
                            bearings_enums_nick (&bearings_hedge_type, found));
  else if (found != wording->hedge)
    tell_hedge (check, words, found, wording->hedge);
  else if (wording->hedge_words == NULL && found < BEARINGS_HEDGE_STATED)
    bearings_check_warning (check, "hedge_words", "unread-wording",
                            _ ("the wording hedges by “%s”; say so in “hedge_words”"), words);
}

/* Figures ------------------------------------------------------------------------------------- */

static gboolean
same_value (double a, double b)
{
  return isnan (a) ? isnan (b) : fabs (fabs (a) - fabs (b)) < 1e-9 * fmax (1, fabs (a));
}

/* "percent of postings" is a kind of "percent", "percentage points" is not. */
static gboolean
is_unit (const char *unit, const char *of_text)
{
  gsize length = strlen (of_text);

  return unit == NULL || (g_str_has_prefix (unit, of_text) && strchr (" ", unit[length]) != NULL);
}

static gboolean
gives (const GArray *figures, double value, double high, const char *unit)
{
  for (guint i = 0; i < figures->len; i++) {
    const BearingsProseFigure *figure = &g_array_index (figures, BearingsProseFigure, i);
    if (same_value (figure->value, value) && same_value (figure->high, high) &&
        (figure->unit == NULL || is_unit (unit, figure->unit)))
      return TRUE;
  }
  return FALSE;
}

static void
add_figures (GArray *to, const char *text, BearingsProseKind kind)
{
  g_autoptr (GArray) found = bearings_check_prose_find_figures (text);

  for (guint i = 0; i < found->len && to->len < MOST_FIGURES; i++) {
    const BearingsProseFigure *figure = &g_array_index (found, BearingsProseFigure, i);
    if (figure->kind == kind && !gives (to, figure->value, figure->high, figure->unit))
      g_array_append_val (to, *figure);
  }
}

/* The figures of a kind, of the exact words and (@in_summary) of the summary. */
static GArray *
find_figures (const Wording *wording, BearingsProseKind kind, gboolean in_summary)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (BearingsProseFigure));

  for (guint i = 0; i < wording->exact->len; i++)
    add_figures (figures, wording->exact->pdata[i], kind);
  if (in_summary && wording->summary != NULL)
    add_figures (figures, wording->summary, kind);
  return figures;
}

static char *
figures_text (const GArray *figures)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++) {
    const BearingsProseFigure *figure = &g_array_index (figures, BearingsProseFigure, i);
    g_autofree char *value = bearings_format_number (figure->value, 2);
    g_autofree char *high = isnan (figure->high) ? NULL : bearings_format_number (figure->high, 2);

    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", value);
    if (high != NULL)
      g_string_append_printf (text, "-%s", high);
    if (figure->unit != NULL)
      g_string_append_printf (text, " %s", figure->unit);
  }
  return g_string_free_and_steal (text);
}

/* The number; of a range both ends, together or each for itself. */
static gboolean
gives_number (const GArray *figures, const Wording *wording)
{
  return gives (figures, wording->number, wording->number_high, wording->unit) ||
         (!isnan (wording->number_high) && gives (figures, wording->number, NAN, wording->unit) &&
          gives (figures, wording->number_high, NAN, wording->unit));
}

static void
check_number (BearingsCheck *check, const Wording *wording)
{
  gboolean given = !isnan (wording->number);
  g_autoptr (GArray) figures = find_figures (wording, BEARINGS_PROSE_NUMBER, given);
  g_autofree char *text = figures_text (figures);

  if (figures->len == 0 || (given && gives_number (figures, wording)))
    return;
  if (given)
    bearings_check_warning (check, "number", "not-in-wording",
                            /* Translators: figures of a sentence. */
                            _ ("the wording gives %s, and not what “number” and “unit” say"), text);
  else
    bearings_check_warning (check, "number", "unread-wording",
                            /* Translators: figures of a sentence. */
                            _ ("the wording gives %s; give the one that matters in “number”"),
                            text);
}

static void
check_sample (BearingsCheck *check, const Wording *wording)
{
  gboolean given = bearings_record_integer_is_set (wording->n);
  g_autoptr (GArray) figures = find_figures (wording, BEARINGS_PROSE_SAMPLE, given);
  g_autofree char *text = figures_text (figures);

  if (figures->len == 0 || (given && gives (figures, (double) wording->n, NAN, NULL)))
    return;
  if (given)
    bearings_check_warning (check, "n", "not-in-wording",
                            /* Translators: sizes of samples in a sentence. */
                            _ ("the wording counts %s, and not what “n” says"), text);
  else
    bearings_check_warning (check, "n", "unread-wording",
                            /* Translators: sizes of samples in a sentence. */
                            _ ("the wording counts %s; give the size of the sample in “n”"), text);
}

static void
check_years (BearingsCheck *check, const Wording *wording)
{
  g_autoptr (GArray) figures = find_figures (wording, BEARINGS_PROSE_YEAR, TRUE);

  check_list (check, wording, "about_years", wording->about_years);
  for (guint i = 0; i < figures->len; i++) {
    g_autofree char *year =
      g_strdup_printf ("%.0f", g_array_index (figures, BearingsProseFigure, i).value);

    if (g_strcmp0 (year, wording->year) != 0 &&
        !g_ptr_array_find_with_equal_func ((GPtrArray *) wording->about_years, year, g_str_equal,
                                           NULL))
      bearings_check_warning (check, "about_years", "unread-wording",
                              _ ("the wording speaks of %s; say so in “about_years”"), year);
  }
}

static void
check_wording (BearingsCheck *check, const Wording *wording)
{
  check_hedge (check, wording);
  check_number (check, wording);
  check_sample (check, wording);
  check_years (check, wording);
}

void
bearings_check_hop_wording (BearingsCheck *check, const BearingsTraceHop *hop)
{
  g_auto (Wording) wording = {
    .hedge = hop->hedge,
    .hedge_words = hop->hedge_words,
    .number = hop->number,
    .number_high = hop->number_high,
    .unit = hop->unit,
    .n = hop->n,
    .about_years = hop->about_years,
    .year = hop->year,
  };

  wording_begin (&wording);
  if (check->n_errors > 0) /* what is broken is not read */
    return;
  for (guint i = 0; i < MIN (hop->quotes->len, MOST_TEXTS); i++)
    wording_add (&wording, hop->quotes->pdata[i], TRUE);
  wording_add (&wording, hop->wording, FALSE);
  check_wording (check, &wording);
  check_list (check, &wording, "key_words", hop->key_words);
}

void
bearings_check_entry_wording (BearingsCheck *check, const BearingsRegisterEntry *entry)
{
  g_auto (Wording) wording = {
    .hedge = entry->hedge,
    .hedge_words = entry->hedge_words,
    .number = entry->number,
    .number_high = entry->number_high,
    .unit = entry->unit,
    .n = entry->n,
    .about_years = entry->about_years,
  };

  wording_begin (&wording);
  if (check->n_errors > 0)
    return;
  wording_add (&wording, entry->popular_wording, TRUE);
  check_wording (check, &wording);
  if (entry->hedge == 0 && bearings_check_prose_find_hedge (entry->popular_wording, NULL) == 0)
    bearings_check_warning (check, "hedge", "missing-field",
                            _ ("“hedge” does not say what the wording commits to, so that it is "
                               "not compared; without a hedge in it, it is “stated”"));
}

void
bearings_check_claim_wording (BearingsCheck *check, const BearingsClaim *claim)
{
  g_autofree char *words = NULL;
  BearingsHedge found;

  if (check->n_errors > 0)
    return;
  found = find_hedge (claim->quotes, &words);
  if (found != 0 && found != (BearingsHedge) claim->hedge)
    tell_hedge (check, words, found, claim->hedge);
}
