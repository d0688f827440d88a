/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well an instrument measures, from the answers the centre holds. */

#include "bearings-service-quality.h"

#include <math.h>

#include "bearings-pair-file.h"
#include "bearings-people-outside.h"
#include "bearings-people-sample.h"
#include "bearings-quality-json.h"
#include "bearings-report.h"
#include "bearings-scoring-basis.h"
#include "bearings-service-ask.h"
#include "bearings-service-private.h"
#include "bearings-service-sample.h"
#include "bearings-service-sittings.h"

/* Everything the sittings of an instrument say, gathered. */
typedef struct {
  BearingsService *service;
  BearingsScoringBasis *basis;
  BearingsQualityData data;
} Gathering;

static void
gathering_free (Gathering *self)
{
  g_clear_pointer (&self->basis, bearings_scoring_basis_free);
  g_clear_pointer (&self->data.contributions, g_ptr_array_unref);
  g_clear_pointer (&self->data.retest, g_array_unref);
  g_clear_pointer (&self->data.groups, g_hash_table_unref);
  g_clear_pointer (&self->data.ratings, g_ptr_array_unref);
  g_clear_pointer (&self->data.outside, g_ptr_array_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gathering, gathering_free)

static gboolean
load_basis (Gathering *self, const char *instrument_id, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self->service, error);

  if (reader != NULL)
    self->basis = bearings_scoring_basis_load (reader->catalogue, instrument_id, NULL, error);
  return self->basis != NULL;
}

static gboolean
load_contributions (Gathering *self, const char *instrument_id, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self->service, error);

  if (keeper != NULL)
    self->data.contributions =
      bearings_people_sample_list_contributions (keeper->people, instrument_id, error);
  return self->data.contributions != NULL;
}

/* Finished sittings of the installed version that joined the sample, the earliest first. */
static GPtrArray *
list_joined (Gathering *self, GError **error)
{
  const BearingsInstrument *instrument = self->basis->form->instrument;
  g_autoptr (GPtrArray) sittings = bearings_service_sittings_list (self->service, error);
  g_autoptr (GPtrArray) joined = NULL;

  if (sittings == NULL)
    return NULL;
  joined = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_sitting_info_free);
  for (guint i = sittings->len; i > 0; i--) {
    const BearingsSittingInfo *info = sittings->pdata[i - 1];
    gboolean contributed;

    if (!info->finished || !g_str_equal (info->instrument, instrument->record.id) ||
        g_strcmp0 (info->instrument_version, instrument->version) != 0)
      continue;
    if (!bearings_service_sample_has_contributed (self->service, info->id, &contributed, error))
      return NULL;
    if (contributed)
      g_ptr_array_add (joined, bearings_sitting_info_copy (info));
  }
  return g_steal_pointer (&joined);
}

static double
measured (const BearingsResult *result)
{
  return isnan (result->theta) ? result->self_mean : result->theta;
}

/* The next sitting of the same client on the same skill, or NULL. */
static const BearingsSittingInfo *
find_second (const GPtrArray *joined, guint first)
{
  const BearingsSittingInfo *info = joined->pdata[first];

  for (guint i = first + 1; i < joined->len; i++) {
    const BearingsSittingInfo *other = joined->pdata[i];
    if (g_strcmp0 (other->client, info->client) == 0 && g_strcmp0 (other->skill, info->skill) == 0)
      return other;
  }
  return NULL;
}

/* The first two sittings of each client: one pair a person, so that pairs are independent. */
static gboolean
find_retests (Gathering *self, const GPtrArray *joined, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->data.retest = g_array_new (FALSE, FALSE, sizeof (BearingsRetestPair));
  for (guint i = 0; i < joined->len; i++) {
    const BearingsSittingInfo *info = joined->pdata[i];
    const BearingsSittingInfo *other = info->client != NULL ? find_second (joined, i) : NULL;
    g_autoptr (BearingsResult) first = NULL;
    g_autoptr (BearingsResult) second = NULL;
    BearingsRetestPair pair;

    if (other == NULL || !g_hash_table_add (seen, g_strdup (info->client)))
      continue;
    first = bearings_service_sittings_get_result (self->service, info->id, error);
    second =
      first != NULL ? bearings_service_sittings_get_result (self->service, other->id, error) : NULL;
    if (second == NULL)
      return FALSE;
    pair = (BearingsRetestPair) { measured (first), measured (second),
                                  (double) (other->started - info->started) /
                                    (24.0 * 60 * 60 * G_USEC_PER_SEC) };
    g_array_append_val (self->data.retest, pair);
  }
  return TRUE;
}

static void
add_rating (Gathering *self, const char *item, const char *first, const char *second)
{
  BearingsRatedTask *task = g_new0 (BearingsRatedTask, 1);

  task->item = g_strdup (item);
  task->first = g_strdup (first);
  task->second = g_strdup (second);
  g_ptr_array_add (self->data.ratings, task);
}

/* Records carry the ratings that stood when they joined. */
static void
find_ratings (Gathering *self)
{
  const char *version = self->basis->form->instrument->version;

  self->data.ratings = g_ptr_array_new_with_free_func (bearings_rated_task_free);
  for (guint i = 0; i < self->data.contributions->len; i++) {
    const BearingsContribution *one = self->data.contributions->pdata[i];

    if (g_strcmp0 (one->instrument_version, version) != 0)
      continue;
    for (guint j = 0; j < one->answers->len; j++) {
      const BearingsContributionAnswer *answer = one->answers->pdata[j];
      if (answer->second != NULL && answer->response != NULL)
        add_rating (self, answer->item, answer->response, answer->second);
    }
  }
}

/* A sitting that joined adds the tasks that nobody had rated by then. */
static gboolean
find_later_ratings (Gathering *self,
                    const char *sitting_id,
                    const BearingsResult *result,
                    GError **error)
{
  g_autoptr (GHashTable) travelled = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self->service, error);
  g_autoptr (GPtrArray) log =
    keeper != NULL ? bearings_people_read_log (keeper->people, sitting_id, error) : NULL;
  gint64 joined = 0;

  if (log == NULL ||
      !bearings_people_sample_get_joined_seq (keeper->people, sitting_id, &joined, error))
    return FALSE;
  g_clear_pointer (&keeper, bearings_keeper_release);
  for (guint i = 0; i < log->len; i++) {
    const BearingsEntry *entry = log->pdata[i];
    if (entry->kind == BEARINGS_ENTRY_RATED && entry->seq <= joined && entry->item_id != NULL)
      g_hash_table_add (travelled, entry->item_id);
  }
  for (guint i = 0; i < result->sitting->items->len; i++) {
    const BearingsSittingItem *row = result->sitting->items->pdata[i];
    const char *id = row->item->record.id;
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;

    if (row->response == NULL || row->second == NULL || g_hash_table_contains (travelled, id))
      continue;
    first = bearings_response_to_string (row->response);
    second = bearings_response_to_string (row->second);
    add_rating (self, id, first, second);
  }
  return TRUE;
}

static BearingsOutsideData *
outside_of (Gathering *self, const char *name, const char *note)
{
  BearingsOutsideData *data;

  for (guint i = 0; i < self->data.outside->len; i++) {
    data = self->data.outside->pdata[i];
    if (g_str_equal (data->name, name))
      return data;
  }
  data = bearings_outside_data_new (name, note);
  g_ptr_array_add (self->data.outside, data);
  return data;
}

/* NaN where the text is no number: of another program's log. */
static void
find_outside_of (Gathering *self, const BearingsResult *result)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, result->sitting->outside);
  while (g_hash_table_iter_next (&iter, &name, &text)) {
    char *end = NULL;
    const BearingsOutsidePair pair = { g_ascii_strtod (text, &end), result->theta,
                                       result->self_mean };

    if (end != text && *end == '\0' && isfinite (pair.value))
      g_array_append_val (outside_of (self, name, NULL)->pairs, pair);
  }
}

static const BearingsContributionScore *
score_of (Gathering *self, const char *contribution)
{
  const char *version = self->basis->form->instrument->version;

  for (guint i = 0; i < self->data.contributions->len; i++) {
    const BearingsContribution *one = self->data.contributions->pdata[i];

    if (!g_str_equal (one->id, contribution) || g_strcmp0 (one->instrument_version, version) != 0)
      continue;
    for (guint j = 0; j < one->scores->len; j++) {
      const BearingsContributionScore *score = one->scores->pdata[j];
      if (*score->scale == '\0')
        return score;
    }
  }
  return NULL;
}

static gboolean
find_outside (Gathering *self, const char *instrument_id, GError **error)
{
  g_autoptr (BearingsKeeper) keeper = bearings_service_borrow_people (self->service, error);
  g_autoptr (GPtrArray) measures =
    keeper != NULL ? bearings_people_outside_list (keeper->people, instrument_id, error) : NULL;

  self->data.outside = g_ptr_array_new_with_free_func (bearings_outside_data_free);
  for (guint i = 0; measures != NULL && i < measures->len; i++) {
    const BearingsOutsideMeasure *measure = measures->pdata[i];
    BearingsOutsideData *data = outside_of (self, measure->name, measure->note);
    g_autoptr (GPtrArray) values =
      bearings_people_outside_list_values (keeper->people, instrument_id, measure->name, error);

    if (values == NULL)
      return FALSE;
    for (guint j = 0; j < values->len; j++) {
      const BearingsOutsideValue *value = values->pdata[j];
      const BearingsContributionScore *score = score_of (self, value->contribution);
      const BearingsOutsidePair pair = { value->value, score != NULL ? score->theta : NAN,
                                         score != NULL ? score->self_mean : NAN };
      if (score != NULL)
        g_array_append_val (data->pairs, pair);
    }
  }
  return measures != NULL;
}

/* What sittings that joined say beyond their records. */
static gboolean
read_sittings (Gathering *self, const GPtrArray *joined, GError **error)
{
  for (guint i = 0; i < joined->len; i++) {
    const BearingsSittingInfo *info = joined->pdata[i];
    g_autoptr (BearingsResult) result =
      bearings_service_sittings_get_result (self->service, info->id, error);

    if (result == NULL || !find_later_ratings (self, info->id, result, error))
      return FALSE;
    find_outside_of (self, result);
  }
  return TRUE;
}

static gboolean
load_groups (Gathering *self, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) pairs = bearings_pair_file_read (file, "group", error);

  if (pairs == NULL)
    return FALSE;
  self->data.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < pairs->len; i++) {
    const BearingsPersonPair *pair = pairs->pdata[i];
    g_hash_table_insert (self->data.groups, g_strdup (pair->person), g_strdup (pair->text));
  }
  return TRUE;
}

/* A catalogue without the claim about the thresholds has the page all the same. */
static gboolean
add_evidence (BearingsService *self, BearingsQuality *quality, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;

  if (reader == NULL)
    return FALSE;
  quality->rule = bearings_catalogue_get (reader->catalogue, BEARINGS_RECORD_CLAIM,
                                          BEARINGS_QUALITY_CLAIM, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (quality->rule != NULL)
    g_ptr_array_add (ids, quality->rule->source);
  for (guint i = 0; i < quality->stated->len; i++)
    g_ptr_array_add (ids, ((BearingsReferenceSample *) quality->stated->pdata[i])->source);
  return bearings_service_note_records (reader->catalogue, BEARINGS_RECORD_SOURCE, ids,
                                        quality->sources, error);
}

BearingsQuality *
bearings_service_quality_get (BearingsService *self,
                              const char *instrument_id,
                              GFile *groups,
                              GError **error)
{
  g_autoptr (Gathering) gathering = g_new0 (Gathering, 1);
  g_autoptr (BearingsQuality) quality = NULL;
  g_autoptr (GPtrArray) joined = NULL;

  gathering->service = self;
  if (!load_basis (gathering, instrument_id, error) ||
      !load_contributions (gathering, instrument_id, error) ||
      (groups != NULL && !load_groups (gathering, groups, error)))
    return NULL;
  joined = list_joined (gathering, error);
  if (joined == NULL || !find_retests (gathering, joined, error) ||
      !find_outside (gathering, instrument_id, error))
    return NULL;
  find_ratings (gathering);
  if (!read_sittings (gathering, joined, error))
    return NULL;
  gathering->data.samples = gathering->basis->samples;
  quality = bearings_quality_new (gathering->basis->form, &gathering->data);
  return add_evidence (self, quality, error) ? g_steal_pointer (&quality) : NULL;
}

/* What is asked for in a thread. */
typedef struct {
  char *instrument_id;
  GFile *groups;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->instrument_id);
  g_clear_object (&order->groups);
  g_free (order);
}

static gpointer
quality_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  return bearings_service_quality_get (self, order->instrument_id, order->groups, error);
}

void
bearings_service_quality_get_async (BearingsService *self,
                                    const char *instrument_id,
                                    GFile *groups,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  static const BearingsJob job = { quality_work, order_free,
                                   (GDestroyNotify) bearings_quality_unref, BEARINGS_LANE_READ };
  Order *order = g_new0 (Order, 1);

  order->instrument_id = g_strdup (instrument_id);
  order->groups = groups != NULL ? g_object_ref (groups) : NULL;
  bearings_service_ask (self, &job, order, cancellable, callback, user_data);
}

BearingsQuality *
bearings_service_quality_get_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}

char *
bearings_service_quality_to_text (const BearingsQuality *quality, guint width)
{
  g_autoptr (BearingsDocument) document =
    bearings_report_quality (quality, quality->rule, quality->sources);

  return bearings_document_to_text (document, width);
}

char *
bearings_service_quality_to_json (const BearingsQuality *quality)
{
  return bearings_quality_json_to (quality);
}

gboolean
bearings_service_quality_save (const BearingsQuality *quality,
                               BearingsReportForm form,
                               GFile *file,
                               GError **error)
{
  g_autoptr (BearingsDocument) document =
    bearings_report_quality (quality, quality->rule, quality->sources);

  return bearings_service_save_document (document, form, file, error);
}
