/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recalibration in words. */

#include "bearings-recalibration-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-quality-words.h"

static char *
signed_number (double value, int decimals)
{
  g_autofree char *number = bearings_format_fixed (value, decimals);

  return g_strconcat (value > 0 ? "+" : "", number, NULL);
}

char *
bearings_recalibration_words_summary (const BearingsRecalibration *self)
{
  g_autofree char *persons = bearings_format_integer ((gint64) self->n_persons);
  g_autofree char *calibrated = bearings_format_integer ((gint64) self->n_calibrated);
  g_autofree char *all = bearings_format_integer (self->items->len);

  /* Translators: items with new parameters, all scored items, persons, a version. */
  return g_strdup_printf (
    _ ("%s of %s scored items get parameters estimated from the answers of %s "
       "persons to version %s; the others keep theirs."),
    calibrated, all, persons, self->form->instrument->version);
}

GPtrArray *
bearings_recalibration_words_method_lines (const BearingsRecalibration *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *likelihood = bearings_format_fixed (self->log_likelihood, 2);
  g_autofree char *parameters = bearings_format_integer ((gint64) self->n_parameters);
  g_autofree char *steps = bearings_format_integer (self->iterations);
  g_autofree char *anchors = bearings_format_integer ((gint64) self->anchors);
  g_autofree char *slope = bearings_format_fixed (self->slope, 3);
  g_autofree char *intercept = bearings_format_fixed (self->intercept, 3);

  /* Translators: log-likelihood, number of parameters, number of steps. */
  g_ptr_array_add (lines,
                   g_strdup_printf (_ ("Marginal maximum likelihood, with the model each item "
                                       "has: log-likelihood %s with %s parameters after %s "
                                       "steps."),
                                    likelihood, parameters, steps));
  if (!self->converged)
    g_ptr_array_add (lines, g_strdup (_ ("The estimation did not converge: do not use it before "
                                         "you have looked at the items.")));
  g_ptr_array_add (
    lines,
    /* Translators: number of items, A and B of a linear equation. */
    g_strdup_printf (_ ("The mean difficulty of %s items is held where it was (mean/mean method, "
                        "A = %s, B = %s), so that the cut scores of the levels keep their meaning: "
                        "what changes are the differences between items. Standard errors are those "
                        "of the estimation; holding the mean adds some that is not counted."),
                     anchors, slope, intercept));
  for (guint i = 0; i < self->unknown->len; i++)
    /* Translators: name of a column in a file. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("“%s” is no scored item of the instrument; its "
                                                "answers were left out."),
                                             (char *) self->unknown->pdata[i]));
  return lines;
}

static void
add_levels (GPtrArray *lines, const BearingsRecalibration *self)
{
  g_autofree char *all = bearings_format_integer ((gint64) self->n_scored);
  g_autofree char *up = bearings_quality_words_count_text (self->n_up);
  g_autofree char *down = bearings_quality_words_count_text (self->n_down);

  if (self->n_up + self->n_down == 0)
    g_ptr_array_add (lines, g_strdup (_ ("Nobody would be at another level.")));
  else
    /* Translators: number of persons, of those at a higher and at a lower level than before. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("Of %s persons, at a higher level: %s; at a lower "
                                                "level: %s."),
                                             all, up, down));
}

/* A correlation that is not perfect is not told as 1. */
static char *
correlation_text (double r)
{
  g_autofree char *most = bearings_format_fixed (0.999, 3);

  return r < 1 && r > 0.9995 ? g_strdup_printf ("> %s", most)
                             : bearings_quality_words_number (r, 3);
}

GPtrArray *
bearings_recalibration_words_effect_lines (const BearingsRecalibration *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *r = correlation_text (self->correlation);
  g_autofree char *mean = signed_number (self->mean_shift, 2);
  g_autofree char *spread = bearings_format_fixed (self->sd_shift, 2);
  g_autofree char *before = bearings_format_fixed (self->sem_before, 2);
  g_autofree char *after = bearings_format_fixed (self->sem_after, 2);

  g_ptr_array_add (lines,
                   /* Translators: mean and standard deviation of shifts, a correlation. */
                   g_strdup_printf (_ ("Estimates shift by %s SD on average (SD of the shifts %s); "
                                       "before and after they correlate at %s."),
                                    mean, spread, r));
  /* Translators: two standard errors. */
  g_ptr_array_add (lines, g_strdup_printf (_ ("Standard error of measurement: %s SD before, %s SD "
                                              "after."),
                                           before, after));
  add_levels (lines, self);
  if (self->n_large > 0)
    g_ptr_array_add (
      lines,
      /* Translators: number of items, number of standard errors. */
      g_strdup_printf (
        ngettext ("%u item moves by more than %d of its standard errors: read it "
                  "again before you trust its new place.",
                  "%u items move by more than %d of their standard errors: read them "
                  "again before you trust their new places.",
                  (gulong) self->n_large),
        (guint) self->n_large, BEARINGS_RECALIBRATION_LARGE));
  return lines;
}

char *
bearings_recalibration_words_next_text (const BearingsRecalibration *self)
{
  /* Translators: two versions. */
  return g_strdup_printf (
    _ ("Nothing has changed yet. The new parameters are version %s, in a pack "
       "that is imported like any other: with a preview, and it can be undone. "
       "Results keep version %s, which they were scored with, and can be "
       "scored again beside it."),
    self->version, self->form->instrument->version);
}

/* Difficulties, thresholds or steps, with the slope where it is not 1 by definition. */
static char *
parameters_text (BearingsItemModel model, double a, const GArray *b)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (model != BEARINGS_ITEM_MODEL_RASCH) {
    g_autofree char *slope = bearings_format_fixed (a, 2);
    g_string_append_printf (text, "a %s; ", slope);
  }
  for (guint k = 0; k < b->len; k++) {
    g_autofree char *value = bearings_format_fixed (g_array_index (b, double, k), 2);
    g_string_append_printf (text, "%s%s", k > 0 ? " / " : "", value);
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
bearings_recalibration_words_recalibrated_item_before (const BearingsRecalibratedItem *item)
{
  const BearingsItemParameters *parameters = &item->item->parameters;

  return parameters_text ((BearingsItemModel) parameters->model, parameters->a, parameters->b);
}

static char *
kept_text (const BearingsRecalibratedItem *item)
{
  g_autofree char *needed = bearings_format_integer ((gint64) item->needed);

  switch (item->kept) {
  case BEARINGS_KEPT_PERSONS:
    /* Translators: a number of persons. */
    return g_strdup_printf (_ ("kept: its model needs %s persons"), needed);
  case BEARINGS_KEPT_ANSWERS:
    /* Translators: a number of answers. */
    return g_strdup_printf (_ ("kept: %s answers are needed"), needed);
  case BEARINGS_KEPT_ALL_SAME:
    return g_strdup (_ ("kept: everybody has the same points"));
  case BEARINGS_KEPT_EMPTY_CATEGORY:
    return g_strdup (_ ("kept: some number of points was given to nobody"));
  case BEARINGS_KEPT_UNBOUNDED:
    return g_strdup (_ ("kept: its answers follow from those to other items"));
  case BEARINGS_KEPT_NO:
    break;
  }
  return g_strdup ("–");
}

char *
bearings_recalibration_words_recalibrated_item_after (const BearingsRecalibratedItem *item)
{
  g_autofree char *values = NULL;
  g_autofree char *errors = NULL;

  if (item->after == NULL)
    return kept_text (item);
  values = parameters_text (item->after->model, item->after->a, item->after->b);
  errors = parameters_text (item->after->model, item->after->a_se, item->after->b_se);
  /* Translators: parameters of an item, their standard errors. */
  return g_strdup_printf (_ ("%s (SE %s)"), values, errors);
}

char *
bearings_recalibration_words_recalibrated_item_shift (const BearingsRecalibratedItem *item)
{
  g_autofree char *shift = NULL;
  g_autofree char *errors = NULL;

  if (item->after == NULL)
    return g_strdup ("–");
  shift = signed_number (item->shift, 2);
  errors = bearings_format_fixed (fabs (item->shift_errors), 1);
  /* Translators: a change, and by how many standard errors. */
  return g_strdup_printf (_ ("%s (%s SE)"), shift, errors);
}

gboolean
bearings_recalibration_words_recalibrated_item_is_large (const BearingsRecalibratedItem *item)
{
  return item->after != NULL && fabs (item->shift_errors) > BEARINGS_RECALIBRATION_LARGE;
}
