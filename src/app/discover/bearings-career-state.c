/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the career page says: amounts and ratings as figures, words. Pure; no display needed. */

#include "bearings-career-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-text-match.h"
#include "bearings-words.h"

const char *
bearings_pay_title (BearingsPay pay)
{
  static const char *const titles[BEARINGS_N_PAY] = {
    N_ ("10th percentile"), N_ ("25th percentile"), N_ ("Median"),
    N_ ("75th percentile"), N_ ("90th percentile"), N_ ("Mean"),
  };

  g_return_val_if_fail ((guint) pay < BEARINGS_N_PAY, "");
  return _ (titles[pay]);
}

const BearingsAmount *
bearings_pay_amount (const BearingsWage *wage, BearingsPay pay)
{
  const BearingsAmount *amounts[BEARINGS_N_PAY] = {
    &wage->p10, &wage->p25, &wage->median, &wage->p75, &wage->p90, &wage->mean,
  };

  g_return_val_if_fail ((guint) pay < BEARINGS_N_PAY, NULL);
  return amounts[pay];
}

/* A top-coded amount is known to be at or above its limit, which is a value with a qualifier. */
static void
set_amount (BearingsFigure *figure, const BearingsAmount *amount)
{
  if (!isnan (amount->value)) {
    figure->value = amount->value;
  } else if (!isnan (amount->limit)) {
    figure->value = amount->limit;
    figure->qualifier = BEARINGS_QUALIFIER_AT_LEAST;
  } else {
    figure->missing = amount->missing != 0 ? amount->missing : BEARINGS_MISSING_NOT_STATED;
  }
}

/* The publisher states the relative standard error in percent of the estimate. */
static void
set_relative_error (BearingsFigure *figure, double prse)
{
  if (!bearings_figure_has_value (figure) || isnan (prse)) {
    figure->interval = BEARINGS_INTERVAL_NOT_PUBLISHED;
    return;
  }
  figure->se = figure->value * prse / 100;
  figure->low = figure->value - 1.96 * figure->se;
  figure->high = figure->value + 1.96 * figure->se;
  figure->level = 95;
  figure->interval = BEARINGS_INTERVAL_FROM_SE;
}

static char *
wage_referent (const BearingsWage *wage)
{
  g_autofree char *period = bearings_format_date (wage->period);

  /* Translators: title of an occupational group, area such as "US", month. */
  return g_strdup_printf (_ ("employees, %s, %s, %s"), wage->title, wage->area, period);
}

BearingsFigure *
bearings_pay_figure (const BearingsWage *wage, BearingsPay pay)
{
  static const char *const metrics[BEARINGS_N_PAY] = {
    N_ ("10th percentile of pay"), N_ ("25th percentile of pay"), N_ ("median pay"),
    N_ ("75th percentile of pay"), N_ ("90th percentile of pay"), N_ ("mean pay"),
  };
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  set_amount (figure, bearings_pay_amount (wage, pay));
  figure->metric = g_strdup (_ (metrics[pay]));
  figure->unit = g_strdup (wage->unit);
  figure->referent = wage_referent (wage);
  if (pay == BEARINGS_PAY_MEAN)
    set_relative_error (figure, wage->mean_prse);
  else
    figure->interval = BEARINGS_INTERVAL_NOT_PUBLISHED;
  return figure;
}

static BearingsFigure *
projection_figure (const BearingsProjection *projection, const char *metric, const char *unit)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  figure->metric = g_strdup (metric);
  figure->unit = g_strdup (unit);
  /* Translators: title of an occupational group, then years such as "2024-34". */
  figure->referent =
    g_strdup_printf (_ ("%s, United States, projection %s"), projection->title, projection->round);
  figure->interval = BEARINGS_INTERVAL_EXPECTATION;
  return figure;
}

static void
set_value (BearingsFigure *figure, double value)
{
  figure->value = value;
  if (isnan (value))
    figure->missing = BEARINGS_MISSING_NOT_STATED;
}

BearingsFigure *
bearings_career_state_projected_change_figure (const BearingsProjection *projection)
{
  BearingsFigure *figure =
    projection_figure (projection, _ ("projected change in employment"), "percent");

  set_value (figure, projection->change_percent);
  return figure;
}

BearingsFigure *
bearings_career_state_projected_openings_figure (const BearingsProjection *projection)
{
  BearingsFigure *figure =
    projection_figure (projection, _ ("projected openings a year"), _ ("thousand a year"));

  set_amount (figure, &projection->openings);
  return figure;
}

BearingsFigure *
bearings_career_state_projected_employment_figure (const BearingsProjection *projection,
                                                   gboolean projected)
{
  BearingsFigure *figure = projection_figure (
    projection, projected ? _ ("employment projected") : _ ("employment at the start"),
    _ ("thousand jobs"));

  set_value (figure, projected ? projection->employment_projected : projection->employment_base);
  if (!projected)
    figure->interval = BEARINGS_INTERVAL_NOT_PUBLISHED;
  return figure;
}

BearingsFigure *
bearings_career_state_posting_share_figure (const BearingsPostingShare *share,
                                            const char *role_title)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);

  bearings_figure_set_share (figure, share->k, share->n, _ ("postings"));
  figure->metric = g_strdup (_ ("share of postings that name the skill"));
  figure->referent = bearings_posting_share_referent (share, role_title);
  return figure;
}

BearingsFigure *
bearings_career_state_importance_figure (const BearingsOccupationSkill *row)
{
  BearingsFigure *figure = bearings_record_struct_new (&bearings_figure_type);
  const BearingsRating *rating = &row->importance;

  figure->metric = g_strdup (_ ("mean rating of importance"));
  figure->unit = g_strdup (_ ("on a scale from 1 to 5"));
  set_value (figure, rating->value);
  if (isnan (rating->value) && rating->missing != 0)
    figure->missing = rating->missing;
  figure->se = rating->se;
  figure->low = rating->low;
  figure->high = rating->high;
  figure->total = rating->n;
  figure->total_unit = g_strdup (_ ("raters"));
  if (!isnan (rating->low) && !isnan (rating->high)) {
    figure->level = 95;
    figure->interval = BEARINGS_INTERVAL_SOURCE;
  } else {
    figure->interval = BEARINGS_INTERVAL_NOT_STATED;
  }
  if (row->basis != NULL && row->date != NULL) {
    g_autofree char *date = bearings_format_date (row->date);
    /* Translators: who rated, such as "Incumbent", and when. */
    figure->referent = g_strdup_printf (_ ("rated by: %s, %s"), row->basis, date);
  }
  return figure;
}

static const char *
preparation (gint64 zone)
{
  static const char *const titles[] = {
    N_ ("Little or no preparation"), N_ ("Some preparation"),      N_ ("Medium preparation"),
    N_ ("Considerable preparation"), N_ ("Extensive preparation"),
  };

  return zone >= 1 && zone <= 5 ? _ (titles[zone - 1]) : NULL;
}

char *
bearings_career_state_caption (const BearingsCareer *career)
{
  const BearingsOccupation *occupation = career->occupation;

  if (career->role != NULL)
    return g_strdup_printf (
      /* Translators: below the title of a role. */
      ngettext ("Role, mapped to %u occupation", "Role, mapped to %u occupations",
                career->occupations->len),
      career->occupations->len);
  if (bearings_record_integer_is_set (occupation->job_zone) &&
      preparation (occupation->job_zone) != NULL)
    /* Translators: code of an occupation; how much preparation; job zone from 1 to 5. */
    return g_strdup_printf (_ ("%s · %s (job zone %d of 5)"), occupation->record.id,
                            preparation (occupation->job_zone), (int) occupation->job_zone);
  return g_strdup (occupation->record.id);
}

char *
bearings_career_state_known_as (const GPtrArray *titles, guint shown)
{
  GString *text;

  if (titles->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (shown, titles->len); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) titles->pdata[i]);
  if (titles->len > shown)
    g_string_append_printf (text,
                            /* Translators: ends a list of titles. */
                            ngettext (" and %u more", " and %u more", titles->len - shown),
                            titles->len - shown);
  return g_string_free_and_steal (text);
}

char *
bearings_career_state_flags_text (const BearingsOccupationSkill *row)
{
  if (row == NULL)
    return NULL;
  if (row->hot == BEARINGS_YES && row->in_demand == BEARINGS_YES)
    /* Translators: two yes/no flags of O*NET. */
    return g_strdup (_ ("Hot technology · In demand"));
  if (row->hot == BEARINGS_YES)
    return g_strdup (_ ("Hot technology"));
  if (row->in_demand == BEARINGS_YES)
    return g_strdup (_ ("In demand"));
  return NULL;
}

GPtrArray *
bearings_career_state_filter_skills (GPtrArray *skills, const char *text)
{
  GPtrArray *kept = g_ptr_array_new ();
  g_auto (GStrv) words = bearings_text_match_search_words (text);

  for (guint i = 0; i < skills->len; i++) {
    BearingsCareerSkill *row = skills->pdata[i];
    g_autofree char *names = NULL;
    GString *joined = g_string_new (row->skill->name);

    if (row->skill->category != NULL)
      g_string_append_printf (joined, " %s", row->skill->category);
    for (guint j = 0; j < row->skill->aliases->len; j++)
      g_string_append_printf (joined, " %s", (char *) row->skill->aliases->pdata[j]);
    names = g_string_free_and_steal (joined);
    if (bearings_text_match_has_words (names, (const char *const *) words))
      g_ptr_array_add (kept, row);
  }
  return kept;
}

char *
bearings_career_state_ratings_missing (const BearingsCareer *career)
{
  if (career->ratings->len > 0)
    return NULL;
  if (career->occupation != NULL && career->occupation->ratings_missing != 0)
    /* Translators: title of an occupation, then why, such as "not published". */
    return g_strdup_printf (_ ("No ratings of skills and knowledge for %s: %s."),
                            career->occupation->title,
                            bearings_words_missing_title (career->occupation->ratings_missing));
  return g_strdup (_ ("The installed data holds no ratings of skills and knowledge here."));
}

char *
bearings_career_state_outlook_caption (const BearingsProjection *projection,
                                       const BearingsSource *source)
{
  /* Translators: years of a projection, such as "2024-34". */
  g_autofree char *text =
    g_strdup_printf (_ ("A projection for %s, not a measurement. The publisher gives no interval."),
                     projection->round);

  if (projection->note != NULL) {
    g_autofree char *marked = g_strdup_printf ("%s %s", text, projection->note);
    g_set_str (&text, marked);
  }
  if (source != NULL && source->state > BEARINGS_SOURCE_CURRENT) {
    const char *note = source->state_note != NULL
                         ? source->state_note
                         : bearings_words_source_state_title (source->state);
    return g_strdup_printf ("%s %s", text, note);
  }
  return g_steal_pointer (&text);
}
