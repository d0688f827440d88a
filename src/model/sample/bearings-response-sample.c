/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of many persons from elsewhere, as records of a centre's own sample. */

#include "bearings-response-sample.h"

#include <math.h>

#include "bearings-scoring.h"

/* One person: points of each item of the form, NaN where there are none. */
typedef struct {
  const BearingsForm *form;
  double *points;
} Person;

static double
self_mean (const Person *person, const char *scale)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < person->form->items->len; i++) {
    const BearingsItem *item = person->form->items->pdata[i];

    if (item->kind != BEARINGS_ITEM_SELF_REPORT || item->practice == BEARINGS_YES ||
        isnan (person->points[i]) || (scale != NULL && !g_str_equal (scale, item->scale)))
      continue;
    sum += person->points[i];
    n++;
  }
  return n > 0 ? sum / n : NAN;
}

static void
add_score (BearingsContribution *record, const Person *person, const char *scale)
{
  BearingsEstimate estimate =
    bearings_scoring_estimate_points (person->form->items, person->points, scale);

  bearings_contribution_add_score (record, scale != NULL ? scale : "", estimate.theta, estimate.se,
                                   self_mean (person, scale));
}

/* As g_uuid_string_random() writes them, of 128 bits of a digest. */
static char *
make_id (const BearingsContribution *record, GHashTable *seen)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *digest = NULL;
  char *said;
  guint before;

  g_string_append_printf (text, "%s\n%s\n%s", record->instrument, record->instrument_version,
                          record->month);
  for (guint i = 0; i < record->answers->len; i++) {
    const BearingsContributionAnswer *answer = record->answers->pdata[i];
    g_string_append_printf (text, "\n%s=%d", answer->item, (int) answer->score);
  }
  said = g_strdup (text->str);
  before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, said));
  g_hash_table_insert (seen, said, GUINT_TO_POINTER (before + 1));
  g_string_append_printf (text, "\n#%u", before);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", digest, digest + 8, digest + 12,
                          digest + 15, digest + 18);
}

static BearingsContribution *
make_record (const Person *person, const char *month, GHashTable *seen)
{
  BearingsContribution *record = bearings_contribution_new ();
  const BearingsInstrument *instrument = person->form->instrument;

  record->instrument = g_strdup (instrument->record.id);
  record->instrument_version = g_strdup (instrument->version);
  record->month = g_strdup (month);
  record->origin = g_strdup ("");
  for (guint i = 0; i < person->form->items->len; i++) {
    const BearingsItem *item = person->form->items->pdata[i];
    if (!isnan (person->points[i]))
      bearings_contribution_add_answer (record, item->record.id, NULL, person->points[i]);
  }
  add_score (record, person, NULL);
  for (guint i = 0; i < instrument->scales->len; i++)
    add_score (record, person, ((BearingsScale *) instrument->scales->pdata[i])->id);
  record->id = make_id (record, seen);
  return record;
}

/* Where the items of the form stand in the matrix; -1: nowhere. */
static int *
find_columns (const BearingsForm *form, const BearingsResponseMatrix *matrix)
{
  int *columns = g_new (int, MAX (form->items->len, 1));

  for (guint i = 0; i < form->items->len; i++) {
    const BearingsItem *item = form->items->pdata[i];
    guint at;

    columns[i] =
      item->practice != BEARINGS_YES &&
          g_ptr_array_find_with_equal_func (matrix->items, item->record.id, g_str_equal, &at)
        ? (int) at
        : -1;
  }
  return columns;
}

GPtrArray *
bearings_response_sample_contributions_from_matrix (const BearingsForm *form,
                                                    const BearingsResponseMatrix *matrix,
                                                    const char *month)
{
  GPtrArray *records = bearings_contribution_list_new ();
  g_autofree int *columns = find_columns (form, matrix);
  g_autofree double *points = g_new (double, MAX (form->items->len, 1));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const Person person = { form, points };

  for (guint p = 0; p < matrix->persons->len; p++) {
    const gint8 *row = matrix->data + (gsize) p * matrix->items->len;
    const char *own = matrix->months != NULL ? matrix->months->pdata[p] : "";
    guint n = 0;

    for (guint i = 0; i < form->items->len; i++) {
      gint8 score = columns[i] >= 0 ? row[columns[i]] : BEARINGS_RESPONSE_MISSING;

      points[i] = score != BEARINGS_RESPONSE_MISSING ? score + matrix->lowest : NAN;
      n += !isnan (points[i]);
    }
    if (n > 0)
      g_ptr_array_add (records, make_record (&person, *own != '\0' ? own : month, seen));
  }
  return records;
}
