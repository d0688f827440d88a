/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finished sitting as an anonymous record of a centre's own sample. */

#include "bearings-contribution.h"

#include <math.h>

static void
answer_free (BearingsContributionAnswer *answer)
{
  g_free (answer->item);
  g_free (answer->response);
  g_free (answer->second);
  g_free (answer);
}

static void
score_free (BearingsContributionScore *score)
{
  g_free (score->scale);
  g_free (score);
}

BearingsContribution *
bearings_contribution_new (void)
{
  BearingsContribution *self = g_new0 (BearingsContribution, 1);

  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) score_free);
  return self;
}

void
bearings_contribution_free (BearingsContribution *self)
{
  g_free (self->id);
  g_free (self->instrument);
  g_free (self->instrument_version);
  g_free (self->month);
  g_free (self->origin);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->scores);
  g_free (self);
}

GPtrArray *
bearings_contribution_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_contribution_free);
}

void
bearings_contribution_add_answer (BearingsContribution *self,
                                  const char *item,
                                  const char *response,
                                  double score)
{
  BearingsContributionAnswer *answer = g_new0 (BearingsContributionAnswer, 1);

  answer->item = g_strdup (item);
  answer->response = g_strdup (response);
  answer->score = score;
  g_ptr_array_add (self->answers, answer);
}

void
bearings_contribution_set_second (BearingsContribution *self, const char *item, const char *second)
{
  for (guint i = 0; i < self->answers->len; i++) {
    BearingsContributionAnswer *answer = g_ptr_array_index (self->answers, i);
    if (g_str_equal (answer->item, item))
      g_set_str (&answer->second, second);
  }
}

void
bearings_contribution_add_score (BearingsContribution *self,
                                 const char *scale,
                                 double theta,
                                 double se,
                                 double self_mean)
{
  BearingsContributionScore *score = g_new0 (BearingsContributionScore, 1);

  score->scale = g_strdup (scale);
  score->theta = theta;
  score->se = se;
  score->self_mean = self_mean;
  g_ptr_array_add (self->scores, score);
}

gboolean
bearings_contribution_is_month (const char *text)
{
  if (strlen (text) != 7 || text[4] != '-')
    return FALSE;
  for (guint i = 0; i < 7; i++)
    if (i != 4 && !g_ascii_isdigit (text[i]))
      return FALSE;
  return g_strcmp0 (text + 5, "01") >= 0 && g_strcmp0 (text + 5, "12") <= 0;
}

gboolean
bearings_contribution_is_plain (const char *response)
{
  static const char *const kinds[] = { "option:", "options:", "order:", "anchor:", "rubric:" };

  if (g_str_equal (response, "dont-know"))
    return TRUE;
  if (strlen (response) > 1000 || strchr (response, ';') != NULL)
    return FALSE;
  /* Ids and numbers only: words have spaces. */
  for (const char *c = response; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_.:,=", *c) == NULL)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (response, kinds[i]))
      return TRUE;
  return FALSE;
}

/* The answer in words of the log, cut before what the person wrote; NULL when that is all. */
static char *
without_words (const BearingsResponse *response)
{
  g_autofree char *text = bearings_response_to_string (response);
  char *words = strchr (text, ';');

  if (words != NULL)
    *words = '\0';
  return bearings_contribution_is_plain (text) ? g_steal_pointer (&text) : NULL;
}

BearingsContribution *
bearings_contribution_from_result (const BearingsResult *result)
{
  BearingsContribution *self = bearings_contribution_new ();
  g_autoptr (GDateTime) started =
    g_date_time_new_from_unix_utc (result->info->started / G_USEC_PER_SEC);

  self->id = g_uuid_string_random ();
  self->instrument = g_strdup (result->info->instrument);
  self->instrument_version = g_strdup (result->info->instrument_version);
  self->month = started != NULL ? g_date_time_format (started, "%Y-%m") : g_strdup ("1970-01");
  self->origin = g_strdup ("");
  for (guint i = 0; i < result->sitting->items->len; i++) {
    const BearingsSittingItem *row = result->sitting->items->pdata[i];
    g_autofree char *response = NULL;

    if (row->response == NULL)
      continue;
    response = without_words (row->response);
    bearings_contribution_add_answer (self, row->item->record.id, response,
                                      bearings_response_score (row->response, row->item));
    if (row->second != NULL) {
      g_autofree char *second = without_words (row->second);
      bearings_contribution_set_second (self, row->item->record.id, second);
    }
  }
  bearings_contribution_add_score (self, "", result->theta, result->se, result->self_mean);
  for (guint i = 0; i < result->scales->len; i++) {
    const BearingsScaleResult *scale = result->scales->pdata[i];
    bearings_contribution_add_score (self, scale->scale->id, scale->theta, scale->se,
                                     scale->self_mean);
  }
  return self;
}

void
bearings_sample_part_free (BearingsSamplePart *part)
{
  g_free (part->instrument);
  g_free (part->instrument_version);
  g_free (part->origin);
  g_free (part->first_month);
  g_free (part->last_month);
  g_free (part);
}

static BearingsSamplePart *
find_part (GPtrArray *parts, const BearingsContribution *one)
{
  BearingsSamplePart *part;

  for (guint i = 0; i < parts->len; i++) {
    part = parts->pdata[i];
    if (g_str_equal (part->instrument, one->instrument) &&
        g_str_equal (part->instrument_version, one->instrument_version) &&
        g_str_equal (part->origin, one->origin))
      return part;
  }
  part = g_new0 (BearingsSamplePart, 1);
  part->instrument = g_strdup (one->instrument);
  part->instrument_version = g_strdup (one->instrument_version);
  part->origin = g_strdup (one->origin);
  part->first_month = g_strdup (one->month);
  part->last_month = g_strdup (one->month);
  g_ptr_array_add (parts, part);
  return part;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const BearingsSamplePart *x = *(BearingsSamplePart *const *) a;
  const BearingsSamplePart *y = *(BearingsSamplePart *const *) b;
  int order = g_strcmp0 (x->instrument, y->instrument);

  if (order == 0)
    order = g_strcmp0 (x->instrument_version, y->instrument_version);
  return order != 0 ? order : g_strcmp0 (x->origin, y->origin);
}

GPtrArray *
bearings_contribution_parts_new (GPtrArray *contributions)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_sample_part_free);

  for (guint i = 0; i < contributions->len; i++) {
    const BearingsContribution *one = contributions->pdata[i];
    BearingsSamplePart *part = find_part (parts, one);

    part->n++;
    if (g_strcmp0 (one->month, part->first_month) < 0)
      g_set_str (&part->first_month, one->month);
    if (g_strcmp0 (one->month, part->last_month) > 0)
      g_set_str (&part->last_month, one->month);
  }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}

int
bearings_contribution_sample_missing (const GPtrArray *parts,
                                      const BearingsSamplePart *part,
                                      const BearingsInstrument *instrument)
{
  gint64 n = 0;

  if (instrument == NULL)
    return -1;
  for (guint i = 0; i < parts->len; i++) {
    const BearingsSamplePart *other = parts->pdata[i];
    if (g_str_equal (other->instrument, part->instrument) &&
        g_str_equal (other->instrument_version, part->instrument_version))
      n += other->n;
  }
  return n >= instrument->policy.n_words ? 0 : (int) (instrument->policy.n_words - n);
}
