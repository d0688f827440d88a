/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quality of an instrument in words: one wording for every face. */

#include "bearings-quality-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"

static const double thresholds[] = { BEARINGS_QUALITY_EARLY, BEARINGS_QUALITY_DECISION };

char *
bearings_quality_words_number (double value, int decimals)
{
  return isfinite (value) ? bearings_format_fixed (value, decimals) : g_strdup ("–");
}

char *
bearings_quality_words_coefficient_text (const BearingsCoefficient *coefficient)
{
  g_autofree char *n = bearings_format_integer ((gint64) coefficient->n);
  g_autofree char *value = bearings_quality_words_number (coefficient->value, 2);
  g_autofree char *low = bearings_quality_words_number (coefficient->low, 2);
  g_autofree char *high = bearings_quality_words_number (coefficient->high, 2);

  if (isnan (coefficient->value)) {
    if (coefficient->n < BEARINGS_QUALITY_LEAST)
      /* Translators: number of persons or pairs there are, and the least number shown. */
      return g_strdup_printf (_ ("not yet: n = %s, and nothing is shown of fewer than %d"), n,
                              BEARINGS_QUALITY_LEAST);
    /* Translators: number of persons or pairs. */
    return g_strdup_printf (_ ("not defined for these answers (n = %s)"), n);
  }
  if (isnan (coefficient->low))
    /* Translators: a coefficient, number of persons or pairs. */
    return g_strdup_printf (_ ("%s (no interval can be computed; n = %s)"), value, n);
  /* Translators: a coefficient, limits of its interval, number of persons or pairs. */
  return g_strdup_printf (_ ("%s (95 %% interval %s to %s; n = %s)"), value, low, high, n);
}

char *
bearings_quality_words_interval_text (const BearingsCoefficient *coefficient)
{
  g_autofree char *value = bearings_quality_words_number (coefficient->value, 2);
  g_autofree char *low = bearings_quality_words_number (coefficient->low, 2);
  g_autofree char *high = bearings_quality_words_number (coefficient->high, 2);

  if (isnan (coefficient->value) || isnan (coefficient->low))
    return g_steal_pointer (&value);
  /* Translators: a coefficient, limits of its interval. */
  return g_strdup_printf (_ ("%s (%s to %s)"), value, low, high);
}

char *
bearings_quality_words_count_text (gsize n)
{
  if (n > 0 && n < BEARINGS_QUALITY_LEAST)
    /* Translators: a number too small to be told: fewer than this. */
    return g_strdup_printf (_ ("< %d"), BEARINGS_QUALITY_LEAST);
  return bearings_format_integer ((gint64) n);
}

const char *
bearings_quality_words_threshold_title (guint which)
{
  return which == 0 ? _ ("0.70, for early research") : _ ("0.90, for decisions about a person");
}

const char *
bearings_quality_words_items_explanation (void)
{
  return _ ("n: who answered. Difficulty: mean share of the points, 1 is easy. Item-rest r: "
            "correlation with the share of points on the other items, with its 95 % interval. Most "
            "information: how much the item tells at best, by its parameters, and at which place "
            "of the scale.");
}

const char *
bearings_quality_words_standing (BearingsStanding standing)
{
  switch (standing) {
  case BEARINGS_STANDING_UNKNOWN:
    return _ ("not known yet");
  case BEARINGS_STANDING_BELOW:
    return _ ("not reached");
  case BEARINGS_STANDING_UNSURE:
    return _ ("reached by the value, not by its interval");
  case BEARINGS_STANDING_REACHED:
    return _ ("reached");
  }
  g_return_val_if_reached ("");
}

const char *
bearings_quality_words_part_title (const BearingsQualityPart *part)
{
  return part->self_rating ? _ ("Self-ratings") : _ ("Questions and tasks");
}

/* The part that stands lower decides: nobody sees two results apart. */
char *
bearings_quality_words_summary (const BearingsQuality *quality)
{
  BearingsStanding early = BEARINGS_STANDING_REACHED, decision = BEARINGS_STANDING_REACHED;

  if (quality->n < BEARINGS_QUALITY_LEAST)
    return g_strdup (
      _ ("Too few people have answered here to say how well it measures. What stands "
         "below is what its authors expect."));
  for (guint i = 0; i < quality->parts->len; i++) {
    const BearingsQualityPart *part = quality->parts->pdata[i];
    early = MIN (early, bearings_coefficient_standing (&part->alpha, BEARINGS_QUALITY_EARLY));
    decision =
      MIN (decision, bearings_coefficient_standing (&part->alpha, BEARINGS_QUALITY_DECISION));
  }
  if (decision == BEARINGS_STANDING_REACHED)
    return g_strdup (_ ("In this sample its answers hang together well enough for decisions about "
                        "one person, by that measure alone."));
  if (early == BEARINGS_STANDING_REACHED)
    return g_strdup (_ ("In this sample its answers hang together well enough for research, not "
                        "for decisions about one person."));
  if (early == BEARINGS_STANDING_UNKNOWN)
    return g_strdup (_ ("The answers do not yet say for all of its parts how well it measures."));
  return g_strdup (_ ("In this sample it is not shown that its answers hang together well enough "
                      "even for research."));
}

char *
bearings_quality_words_basis_text (const BearingsQuality *quality)
{
  GString *text = g_string_new (NULL);
  const char *version = quality->form->instrument->version;

  if (quality->n == 0)
    /* Translators: version of an instrument. */
    g_string_append_printf (text,
                            _ ("Nobody’s answers to version %s are in this centre’s sample yet, so "
                               "nothing can be said from data. Finished sittings join it with the "
                               "person’s consent, on the result page."),
                            version);
  else {
    g_autofree char *n = bearings_format_integer ((gint64) quality->n);
    g_autofree char *first = bearings_format_date (quality->first_month);
    g_autofree char *last = bearings_format_date (quality->last_month);

    g_string_append_printf (
      text,
      /* Translators: number of sittings, version of the instrument, first and last month. */
      ngettext ("From %s sitting of version %s in this centre’s sample, %s to %s.",
                "From %s sittings of version %s in this centre’s sample, %s to %s.", quality->n),
      n, version, first, last);
    g_string_append_c (text, ' ');
    g_string_append (text, _ ("A person who sat twice counts twice: records have no names."));
  }
  if (quality->n_other > 0) {
    g_autofree char *n = bearings_format_integer ((gint64) quality->n_other);

    g_string_append_c (text, ' ');
    g_string_append_printf (text,
                            /* Translators: number of sittings. */
                            ngettext ("%s sitting of other versions is left out.",
                                      "%s sittings of other versions are left out.",
                                      quality->n_other),
                            n);
  }
  return g_string_free_and_steal (text);
}

static void
add_alpha (GPtrArray *lines, const BearingsQualityPart *part)
{
  g_autofree char *alpha = bearings_quality_words_coefficient_text (&part->alpha);

  /* Translators: a coefficient with its interval. */
  g_ptr_array_add (lines, g_strdup_printf (_ ("Cronbach’s alpha: %s."), alpha));
}

static void
add_omega (GPtrArray *lines, const BearingsQualityPart *part)
{
  g_autofree char *omega = bearings_quality_words_coefficient_text (&part->omega);
  g_autofree char *rmsea = bearings_quality_words_number (part->rmsea, 3);
  g_autofree char *cfi = bearings_quality_words_number (part->cfi, 3);

  if (isnan (part->omega.value))
    g_ptr_array_add (lines, g_strdup (_ ("McDonald’s omega: one common factor cannot be fitted to "
                                         "these answers.")));
  else
    g_ptr_array_add (lines,
                     /* Translators: a coefficient with its interval, two indices of fit. */
                     g_strdup_printf (_ ("McDonald’s omega: %s. Fit of one factor: RMSEA %s, CFI "
                                         "%s; omega of a bad fit means little."),
                                      omega, rmsea, cfi));
}

static void
add_usual (GPtrArray *lines, const BearingsQualityPart *part)
{
  g_autofree char *items = bearings_format_number (part->mean_items, 1);
  g_autofree char *usual = bearings_quality_words_number (part->usual, 2);
  g_autofree char *sem = bearings_quality_words_number (part->sem, 2);
  g_autofree char *sd = bearings_quality_words_number (part->sd, 2);

  g_ptr_array_add (lines,
                   /* Translators: standard error and standard deviation of a sum, in points. */
                   g_strdup_printf (_ ("Standard error of measurement of the sum: %s points, where "
                                       "persons differ by a standard deviation of %s."),
                                    sem, sd));
  if (part->n_draws > 0) {
    g_autofree char *draws = bearings_format_integer ((gint64) part->n_draws);
    g_ptr_array_add (
      lines,
      /* Translators: number of random samples. */
      g_strdup_printf (_ ("The interval of alpha is by the bootstrap, bias-corrected "
                          "and accelerated, %s draws."),
                       draws));
  } else {
    g_ptr_array_add (lines, g_strdup (_ ("The interval of alpha is Feldt’s, which is too narrow "
                                         "where answers are skewed.")));
  }
  if (isfinite (part->usual) && part->mean_items < part->n_used)
    g_ptr_array_add (lines,
                     /* Translators: mean number of items answered, a coefficient. */
                     g_strdup_printf (_ ("A sitting here has %s of them on average; of so many, by "
                                         "Spearman and Brown, alpha would be %s."),
                                      items, usual));
}

static void
add_pairwise (GPtrArray *lines, const BearingsQualityPart *part)
{
  if (part->n_used < part->n_items)
    g_ptr_array_add (
      lines,
      g_strdup_printf (
        /* Translators: numbers of items. */
        _ ("Of %u items %u are used: the others were answered by too few persons together with "
           "each other, or everybody answered alike."),
        part->n_items, part->n_used));
  if (part->pairwise)
    g_ptr_array_add (lines,
                     g_strdup (_ ("Persons answered different items, so covariances are of those "
                                  "who answered both of a pair; n is the smallest of these. Where "
                                  "items were chosen by the answers before, this is rough.")));
}

GPtrArray *
bearings_quality_words_part_notes (const BearingsQualityPart *part)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (part->n_missing > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (
                       /* Translators: number of persons missing, least number. */
                       ngettext ("%d more person is missing: nothing is shown of fewer than %d.",
                                 "%d more persons are missing: nothing is shown of fewer than %d.",
                                 part->n_missing),
                       (int) part->n_missing, BEARINGS_QUALITY_LEAST));
  else if (isnan (part->alpha.value))
    g_ptr_array_add (lines,
                     /* Translators: least number of persons. */
                     g_strdup_printf (_ ("There are not yet two items that the same %d persons "
                                         "answered differently."),
                                      BEARINGS_QUALITY_LEAST));
  else {
    add_usual (lines, part);
    add_pairwise (lines, part);
  }
  return lines;
}

GPtrArray *
bearings_quality_words_part_lines (const BearingsQualityPart *part)
{
  GPtrArray *lines;
  g_autoptr (GPtrArray) notes = bearings_quality_words_part_notes (part);

  if (isnan (part->alpha.value))
    return g_steal_pointer (&notes);
  lines = g_ptr_array_new_with_free_func (g_free);
  add_alpha (lines, part);
  add_omega (lines, part);
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&notes));
  return lines;
}

/* "2.3 times as many items as now" */
static char *
length_text (const BearingsQualityPart *part, guint which)
{
  g_autofree char *factor = bearings_format_number (part->factor[which], 1);

  if (!isfinite (part->factor[which]))
    return g_strdup (_ ("What is missing is better items: more of these would not bring it."));
  if (part->factor[which] <= 1)
    return g_strdup (_ ("A sitting of the usual length has enough items for it."));
  /* Translators: how many times as many items. */
  return g_strdup_printf (
    _ ("A sitting would need %s times as many items of the same kind as now."), factor);
}

/* Two digits say enough of a number that is foretold. */
static char *
rounded_text (gsize n)
{
  double unit = n > 0 ? pow (10, MAX (floor (log10 ((double) n)) - 1, 0)) : 1;

  return bearings_format_integer ((gint64) (round ((double) n / unit) * unit));
}

char *
bearings_quality_words_threshold_text (const BearingsQualityPart *part, guint which)
{
  BearingsStanding standing = bearings_coefficient_standing (&part->alpha, thresholds[which]);
  g_autofree char *length = length_text (part, which);
  g_autofree char *persons = rounded_text (part->persons[which]);

  switch (standing) {
  case BEARINGS_STANDING_UNKNOWN:
    return g_strdup (_ ("Not known yet."));
  case BEARINGS_STANDING_BELOW:
    /* Translators: what a longer sitting would bring. */
    return g_strdup_printf (_ ("Not reached, and more persons would not change that. %s"), length);
  case BEARINGS_STANDING_UNSURE:
    if (part->persons[which] == 0)
      return g_strdup (_ ("Reached by the value, not by its interval."));
    return g_strdup_printf (
      /* Translators: number of persons, what a longer sitting would bring. */
      _ ("Reached by the value, not by its interval: if alpha stays as it is, about %s persons "
         "show it. %s"),
      persons, length);
  case BEARINGS_STANDING_REACHED:
    /* Translators: what a sitting of the usual length has. */
    return g_strdup_printf (_ ("Reached, by its interval, too. %s"), length);
  }
  g_return_val_if_reached (NULL);
}

char *
bearings_quality_words_place_text (double theta)
{
  g_autofree char *value = bearings_format_number (theta, 1);

  /* Translators: a place on the scale of a result: "+1.5 SD". */
  return g_strdup_printf (_ ("%s%s SD"), theta > 0 ? "+" : "", value);
}

char *
bearings_quality_words_curve_text (const BearingsQuality *quality)
{
  g_autofree char *marginal = bearings_quality_words_number (quality->marginal, 2);
  GString *text;

  if (quality->curve->len == 0)
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (
    text,
    /* Translators: number of items, a reliability. */
    ngettext ("If a person answered %u item: reliability to be expected where people spread like a "
              "standard normal distribution %s.",
              "If a person answered all %u items: reliability to be expected where people spread "
              "like a standard normal distribution %s.",
              quality->n_curve),
    quality->n_curve, marginal);
  if (quality->n_judged > 0) {
    g_string_append_c (text, ' ');
    g_string_append_printf (
      text,
      /* Translators: number of items, of how many. */
      _ (
        "It rests on the parameters of the items, of which %u of %u are judgements of the authors, "
        "not estimates from answers: an expectation, not a measurement."),
      quality->n_judged, quality->n_curve);
  }
  if (isfinite (quality->empirical.value)) {
    g_autofree char *value = bearings_quality_words_number (quality->empirical.value, 2);
    g_autofree char *n = bearings_format_integer ((gint64) quality->empirical.n);

    g_string_append_c (text, ' ');
    g_string_append_printf (text,
                            /* Translators: a reliability, number of sittings. */
                            _ ("Of the sittings here, by their estimates and errors: %s (n = %s; "
                               "without an interval, since "
                               "none is in common use for it)."),
                            value, n);
  }
  return g_string_free_and_steal (text);
}

char *
bearings_quality_words_retest_text (const BearingsQuality *quality)
{
  g_autofree char *icc = bearings_quality_words_coefficient_text (&quality->retest);
  g_autofree char *r = bearings_quality_words_coefficient_text (&quality->retest_r);
  g_autofree char *sem = bearings_quality_words_number (quality->retest_sem, 2);
  g_autofree char *days = bearings_format_number (quality->retest_days, 0);

  if (quality->retest.n == 0)
    return g_strdup (_ ("Nobody known by a client code has sat this version twice and let both "
                        "sittings join the sample."));
  if (isnan (quality->retest.value))
    /* Translators: why there is no coefficient. */
    return g_strdup_printf (_ ("Agreement of two sittings: %s."), icc);
  return g_strdup_printf (
    /* Translators: two coefficients with intervals, a standard error, number of days. */
    _ ("ICC(2,1): %s. Correlation: %s. Standard error of one sitting: %s. Median time between: %s "
       "days. What people learnt in between counts as error here."),
    icc, r, sem, days);
}

char *
bearings_quality_words_raters_text (const BearingsQuality *quality)
{
  for (guint i = 0; i < quality->form->items->len; i++) {
    const BearingsItem *item = quality->form->items->pdata[i];

    if (item->kind != BEARINGS_ITEM_RUBRIC)
      continue;
    if (quality->n_rated == 0)
      return g_strdup (_ ("No task of a sitting in the sample has been rated by a second person "
                          "yet. A second rating is entered on the result page."));
    return g_strdup (_ ("Between the person’s own rating and that of a second rater. Several tasks "
                        "of one sitting are not independent of each other."));
  }
  return g_strdup (_ ("This instrument has no tasks that somebody rates."));
}

char *
bearings_quality_words_groups_text (const BearingsQuality *quality)
{
  if (quality->reference == NULL)
    /* Translators: why two groups of persons were not compared. */
    return g_strdup_printf (_ ("Groups were not compared: %s."),
                            quality->dif_note != NULL ? quality->dif_note
                                                      : _ ("there are not two groups"));
  return g_strdup_printf (
    /* Translators: names of two groups, each with its number of persons. */
    _ ("Does an item treat persons of the same score alike? “%s” (%u) against “%s” (%u), "
       "Mantel-Haenszel with purified score. Class A is negligible, B moderate, C large; negative "
       "delta: harder for “%s”. Small groups show large differences only."),
    quality->reference, (guint) quality->n_reference, quality->focal, (guint) quality->n_focal,
    quality->focal);
}

char *
bearings_quality_words_outside_text (const BearingsQuality *quality)
{
  if (quality->outside->len == 0)
    return g_strdup (_ ("No measure from outside has been entered: a grade, a work sample, a "
                        "supervisor’s rating. Without one nothing is known of what the result has "
                        "to do with work."));
  return g_strdup (_ ("Pearson’s correlation with Fisher’s interval. People of one centre differ "
                      "less than people at large, which lowers it."));
}

char *
bearings_quality_words_outside_row_text (const BearingsQualityOutside *row)
{
  g_autofree char *performance = bearings_quality_words_coefficient_text (&row->performance);
  g_autofree char *self_rating = bearings_quality_words_coefficient_text (&row->self_rating);

  if (row->note != NULL && *row->note != '\0')
    /* Translators: how something was measured, two coefficients with intervals. */
    return g_strdup_printf (_ ("%s. With the performance: %s. With the self-rating: %s."),
                            row->note, performance, self_rating);
  /* Translators: two coefficients with intervals. */
  return g_strdup_printf (_ ("With the performance: %s. With the self-rating: %s."), performance,
                          self_rating);
}

char *
bearings_quality_words_rater_agreement_title (const BearingsRaterAgreement *row)
{
  if (row->item == NULL)
    return g_strdup (_ ("All tasks together, share of the points"));
  if (row->criterion == NULL)
    /* Translators: id of a task. */
    return g_strdup_printf (_ ("%s: all points"), row->item->record.id);
  /* Translators: id of a task, one of its criteria. */
  return g_strdup_printf (_ ("%s: %s"), row->item->record.id, row->criterion->title);
}

char *
bearings_quality_words_rater_agreement_text (const BearingsRaterAgreement *row)
{
  g_autofree char *n = bearings_quality_words_count_text (row->n);
  g_autofree char *same = bearings_quality_words_number (row->same, 2);
  const BearingsCoefficient *coefficient = row->criterion != NULL ? &row->kappa : &row->icc;
  g_autofree char *value = bearings_quality_words_interval_text (coefficient);

  if (row->n < BEARINGS_QUALITY_LEAST)
    /* Translators: number of ratings, the least number shown. */
    return g_strdup_printf (_ ("n %s: nothing is shown of fewer than %d"), n,
                            BEARINGS_QUALITY_LEAST);
  if (row->criterion != NULL)
    /* Translators: number of ratings, share of equal ones, a coefficient with its interval. */
    return g_strdup_printf (_ ("n = %s · the same %s · weighted kappa %s"), n, same, value);
  /* Translators: number of ratings, share of equal ones, a coefficient with its interval. */
  return g_strdup_printf (_ ("n = %s · the same %s · ICC(2,1) %s"), n, same, value);
}

char *
bearings_quality_words_fit_text (const BearingsQualityPart *part)
{
  g_autofree char *rmsea = bearings_quality_words_number (part->rmsea, 3);
  g_autofree char *cfi = bearings_quality_words_number (part->cfi, 3);

  /* Translators: two indices of fit. */
  return g_strdup_printf (_ ("RMSEA %s, CFI %s; omega of a bad fit means little"), rmsea, cfi);
}

static void
add_difference (GString *text, const BearingsDif *dif)
{
  g_autofree char *delta = bearings_quality_words_number (dif->delta, 2);
  g_autofree char *standardised = bearings_quality_words_number (dif->standardised, 2);

  if (dif->ets != '\0') {
    g_string_append (text, " · ");
    /* Translators: a difference between two groups, and its class A, B or C. */
    g_string_append_printf (text, _ ("group difference %s (class %c)"), delta, dif->ets);
  } else if (isfinite (dif->standardised)) {
    g_string_append (text, " · ");
    /* Translators: a difference between two groups, in points. */
    g_string_append_printf (text, _ ("group difference %s points"), standardised);
  }
}

char *
bearings_quality_words_item_text (const BearingsQualityItem *item)
{
  GString *text = g_string_new (NULL);
  g_autofree char *n = bearings_quality_words_count_text (item->n);
  g_autofree char *difficulty = bearings_quality_words_number (item->difficulty, 2);
  g_autofree char *rest = bearings_quality_words_interval_text (&item->rest);

  /* Translators: how many answered an item. */
  g_string_append_printf (
    text, item->n > 0 && item->n < BEARINGS_QUALITY_LEAST ? _ ("n %s") : _ ("n = %s"), n);
  if (item->n >= BEARINGS_QUALITY_LEAST)
    /* Translators: difficulty of an item, a correlation with its interval. */
    g_string_append_printf (text, _ (" · difficulty %s · item-rest r %s"), difficulty, rest);
  if (isfinite (item->information)) {
    g_autofree char *information = bearings_quality_words_number (item->information, 2);
    g_autofree char *at = bearings_quality_words_place_text (item->at);

    g_string_append (text, " · ");
    g_string_append_printf (text,
                            /* Translators: information of an item, a place of the scale. */
                            item->judged ? _ ("judged to tell %s at %s") : _ ("tells %s at %s"),
                            information, at);
  }
  add_difference (text, &item->dif);
  return g_string_free_and_steal (text);
}
