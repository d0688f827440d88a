/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan for a role, from its evidence and a person's results. */

#include "bearings-service-plan.h"

#include "bearings-plan-json.h"
#include "bearings-service-private.h"
#include "bearings-service-sittings.h"

typedef struct {
  BearingsCatalogue *catalogue;
  BearingsPlan *plan;
  GHashTable *by_skill; /* id -> BearingsPlanSkill, owned by the plan */
} Assembly;

/* Adds the skill unless it is there; NULL without an error when the catalogue does not have it. */
static BearingsPlanSkill *
find_or_add (Assembly *it, const char *skill_id, GError **error)
{
  BearingsPlanSkill *row = g_hash_table_lookup (it->by_skill, skill_id);
  g_autoptr (BearingsSkill) skill = NULL;

  if (row != NULL)
    return row;
  skill = bearings_catalogue_get (it->catalogue, BEARINGS_RECORD_SKILL, skill_id, error);
  if (skill == NULL)
    return NULL;
  row = bearings_plan_skill_new (skill);
  g_ptr_array_add (it->plan->skills, row);
  g_hash_table_insert (it->by_skill, row->skill->record.id, row);
  return row;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const BearingsPostingShare *x = *(BearingsPostingShare *const *) a;
  const BearingsPostingShare *y = *(BearingsPostingShare *const *) b;

  return x->share > y->share ? -1 : x->share < y->share ? 1 : g_strcmp0 (x->skill, y->skill);
}

static gboolean
add_postings (Assembly *it, GError **error)
{
  g_autoptr (GPtrArray) shares = bearings_catalogue_list (
    it->catalogue, BEARINGS_RECORD_POSTING_SHARE, "role", it->plan->role->record.id, error);
  guint n = 0;

  if (shares == NULL)
    return FALSE;
  g_ptr_array_sort (shares, compare_shares);
  for (guint i = 0; i < shares->len && n < BEARINGS_PLAN_SKILLS; i++) {
    BearingsPostingShare *share = g_ptr_array_index (shares, i);
    g_autoptr (GError) local = NULL;
    BearingsPlanSkill *row;

    if (!g_str_equal (share->scope, "all"))
      continue;
    row = find_or_add (it, share->skill, &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (row == NULL || row->posting != NULL)
      continue;
    row->posting = bearings_record_ref (share);
    n++;
  }
  return TRUE;
}

/* Of several surveys the latest. Skills are compared on what is known of all of them: where
 * postings were counted, one that is known from a survey alone stays out. */
static gboolean
add_uses (Assembly *it, GError **error)
{
  gboolean counted = it->plan->skills->len > 0;
  g_autoptr (GPtrArray) shares = bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_USE_SHARE,
                                                          "role", it->plan->role->record.id, error);

  if (shares == NULL)
    return FALSE;
  for (guint i = 0; i < shares->len; i++) {
    BearingsUseShare *share = g_ptr_array_index (shares, i);
    g_autoptr (GError) local = NULL;
    BearingsPlanSkill *row = counted ? g_hash_table_lookup (it->by_skill, share->skill)
                                     : find_or_add (it, share->skill, &local);

    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (row == NULL || (row->use != NULL && g_strcmp0 (row->use->year, share->year) >= 0))
      continue;
    g_clear_pointer (&row->use, bearings_record_unref);
    row->use = bearings_record_ref (share);
  }
  return TRUE;
}

/* Sittings come latest first, so the first finished one of a skill is the one that counts. */
static gboolean
add_results (BearingsService *self, Assembly *it, const char *client, GError **error)
{
  g_autoptr (GPtrArray) sittings = bearings_service_sittings_list (self, error);

  if (sittings == NULL)
    return FALSE;
  for (guint i = 0; i < sittings->len; i++) {
    const BearingsSittingInfo *info = g_ptr_array_index (sittings, i);
    g_autoptr (BearingsResult) result = NULL;
    g_autoptr (GError) local = NULL;
    const char *skill;
    BearingsPlanSkill *row;

    if (!info->finished || g_strcmp0 (info->client, client) != 0)
      continue;
    /* A sitting that cannot be read is told of where results are listed. */
    result = bearings_service_sittings_get_result (self, info->id, NULL);
    /* What measures nothing says nothing about what is missing. */
    if (result == NULL || result->steps)
      continue;
    skill = info->skill != NULL ? info->skill : result->form->instrument->skill;
    row = skill != NULL ? find_or_add (it, skill, &local) : NULL;
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (row != NULL && row->result == NULL)
      row->result = g_steal_pointer (&result);
  }
  return TRUE;
}

static gboolean
add_instruments (Assembly *it, GError **error)
{
  g_autoptr (GPtrArray) instruments =
    bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_INSTRUMENT, NULL, NULL, error);

  for (guint i = 0; instruments != NULL && i < instruments->len; i++) {
    const BearingsInstrument *instrument = g_ptr_array_index (instruments, i);
    BearingsPlanSkill *row =
      instrument->skill != NULL ? g_hash_table_lookup (it->by_skill, instrument->skill) : NULL;

    if (row != NULL && row->instrument == NULL)
      row->instrument = g_strdup (instrument->record.id);
  }
  return instruments != NULL;
}

/* Where the shares and what is known of learning are from. */
static gboolean
note_sources (Assembly *it, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < it->plan->skills->len; i++) {
    const BearingsPlanSkill *skill = g_ptr_array_index (it->plan->skills, i);

    if (skill->posting != NULL)
      g_ptr_array_add (ids, skill->posting->source);
    if (skill->use != NULL)
      g_ptr_array_add (ids, skill->use->source);
  }
  for (guint i = 0; i < it->plan->learning->len; i++)
    g_ptr_array_add (ids, ((BearingsClaim *) it->plan->learning->pdata[i])->source);
  return bearings_service_note_records (it->catalogue, BEARINGS_RECORD_SOURCE, ids,
                                        it->plan->sources, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const BearingsRecord *x = *(const BearingsRecord *const *) a;
  const BearingsRecord *y = *(const BearingsRecord *const *) b;

  return g_strcmp0 (x->id, y->id);
}

GPtrArray *
bearings_service_plan_list_learning (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (GPtrArray) claims =
    reader != NULL
      ? bearings_catalogue_list (
          reader->catalogue, BEARINGS_RECORD_CLAIM, "channel",
          bearings_enums_nick (&bearings_channel_type, BEARINGS_CHANNEL_TIME_TO_PROFICIENCY), error)
      : NULL;

  if (claims == NULL)
    return NULL;
  for (guint i = claims->len; i-- > 0;)
    if (((BearingsClaim *) claims->pdata[i])->design != BEARINGS_DESIGN_META_ANALYSIS_RANDOMISED)
      g_ptr_array_remove_index (claims, i);
  g_ptr_array_sort (claims, compare_ids);
  return g_steal_pointer (&claims);
}

BearingsPlan *
bearings_service_plan_get (BearingsService *self,
                           const char *role_id,
                           const char *client,
                           GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsRole) role = NULL;
  g_autoptr (BearingsPlan) plan = NULL;
  g_autoptr (GHashTable) by_skill = g_hash_table_new (g_str_hash, g_str_equal);
  Assembly it = { .by_skill = by_skill };

  if (reader == NULL)
    return NULL;
  role = bearings_catalogue_get (reader->catalogue, BEARINGS_RECORD_ROLE, role_id, error);
  if (role == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_ROLE, role_id, error);
  plan = bearings_plan_new (role);
  it.catalogue = reader->catalogue;
  it.plan = plan;
  if (!add_postings (&it, error) || !add_uses (&it, error) ||
      !add_results (self, &it, client, error) || !add_instruments (&it, error))
    return NULL;
  g_ptr_array_unref (plan->learning);
  plan->learning = bearings_service_plan_list_learning (self, error);
  if (plan->learning == NULL || !note_sources (&it, error))
    return NULL;
  return g_steal_pointer (&plan);
}

char *
bearings_service_plan_to_json (const BearingsPlan *plan, const BearingsPlanOrder *order)
{
  return bearings_plan_json_to (plan, order);
}
