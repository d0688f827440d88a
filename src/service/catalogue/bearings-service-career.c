/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The career page of a role or an occupation. */

#include "bearings-service-ask.h"
#include "bearings-service-career.h"
#include "bearings-service-private.h"
#include "bearings-trace.h"

#include <math.h>

static void
career_skill_free (gpointer data)
{
  BearingsCareerSkill *row = data;

  g_clear_pointer (&row->skill, bearings_record_unref);
  g_clear_pointer (&row->occupation, bearings_record_unref);
  g_clear_pointer (&row->posting, bearings_record_unref);
  g_free (row);
}

static BearingsCareer *
career_new (void)
{
  BearingsCareer *career = g_new0 (BearingsCareer, 1);

  career->occupations = bearings_service_records_new ();
  career->wages = bearings_service_records_new ();
  career->projections = bearings_service_records_new ();
  career->technologies = g_ptr_array_new_with_free_func (career_skill_free);
  career->ratings = g_ptr_array_new_with_free_func (career_skill_free);
  career->related = g_ptr_array_new_with_free_func (g_object_unref);
  career->roles = g_ptr_array_new_with_free_func (g_object_unref);
  career->sources = bearings_service_sources_new ();
  return career;
}

static gboolean
load_subject (BearingsCatalogue *catalogue,
              BearingsCareer *career,
              BearingsRecordKind kind,
              const char *id,
              GError **error)
{
  if (kind == BEARINGS_RECORD_OCCUPATION) {
    career->occupation = bearings_catalogue_get (catalogue, kind, id, error);
    if (career->occupation == NULL)
      return bearings_service_not_found (kind, id, error) != NULL;
    g_ptr_array_add (career->occupations, bearings_record_ref (career->occupation));
    return TRUE;
  }
  career->role = bearings_catalogue_get (catalogue, BEARINGS_RECORD_ROLE, id, error);
  if (career->role == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_ROLE, id, error) != NULL;
  for (guint i = 0; i < career->role->occupations->len; i++) {
    BearingsRoleOccupation *mapped = g_ptr_array_index (career->role->occupations, i);
    BearingsOccupation *occupation =
      bearings_catalogue_get (catalogue, BEARINGS_RECORD_OCCUPATION, mapped->occupation, error);
    if (occupation == NULL)
      return bearings_service_not_found (BEARINGS_RECORD_OCCUPATION, mapped->occupation, error) !=
             NULL;
    g_ptr_array_add (career->occupations, occupation);
  }
  if (career->occupations->len > 0)
    career->occupation = bearings_record_ref (g_ptr_array_index (career->occupations, 0));
  return TRUE;
}

/* A role is described by its first occupation, the nearest one. */
static gboolean
load_work (BearingsCatalogue *catalogue, BearingsCareer *career, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (career->occupation == NULL)
    return TRUE;
  career->work = bearings_catalogue_get (catalogue, BEARINGS_RECORD_WORK_DESCRIPTION,
                                         career->occupation->record.id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
append_list (BearingsCatalogue *catalogue,
             BearingsRecordKind kind,
             const char *soc,
             GPtrArray *to,
             GError **error)
{
  g_autoptr (GPtrArray) rows = bearings_catalogue_list (catalogue, kind, "soc", soc, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (to, bearings_record_ref (g_ptr_array_index (rows, i)));
  return TRUE;
}

/* Of several rounds for one group the newest stands for the outlook. */
static gboolean
append_newest_projection (BearingsCatalogue *catalogue,
                          const char *soc,
                          GPtrArray *to,
                          GError **error)
{
  g_autoptr (GPtrArray) rows =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_PROJECTION, "soc", soc, error);
  BearingsProjection *newest = NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    BearingsProjection *projection = g_ptr_array_index (rows, i);
    if (newest == NULL || strcmp (projection->round, newest->round) > 0)
      newest = projection;
  }
  if (newest != NULL)
    g_ptr_array_add (to, bearings_record_ref (newest));
  return TRUE;
}

/* Wages and projections are published for six-digit groups, which several occupations share. */
static gboolean
add_pay_and_outlook (BearingsCatalogue *catalogue, BearingsCareer *career, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < career->occupations->len; i++) {
    BearingsOccupation *occupation = g_ptr_array_index (career->occupations, i);

    if (!g_hash_table_add (seen, occupation->soc))
      continue;
    if (!append_list (catalogue, BEARINGS_RECORD_WAGE, occupation->soc, career->wages, error) ||
        !append_newest_projection (catalogue, occupation->soc, career->projections, error))
      return FALSE;
  }
  return TRUE;
}

/* Merges the rows of several occupations: a flag set in one of them is shown. */
static gboolean
stronger_flags (const BearingsOccupationSkill *a, const BearingsOccupationSkill *b)
{
  int x = 2 * (a->in_demand == BEARINGS_YES) + (a->hot == BEARINGS_YES);
  int y = 2 * (b->in_demand == BEARINGS_YES) + (b->hot == BEARINGS_YES);

  return x > y;
}

static BearingsCareerSkill *
find_or_add (GHashTable *index, GPtrArray *rows, BearingsSkill *skill)
{
  BearingsCareerSkill *row = g_hash_table_lookup (index, skill->record.id);

  if (row == NULL) {
    row = g_new0 (BearingsCareerSkill, 1);
    row->skill = bearings_record_ref (skill);
    g_hash_table_insert (index, skill->record.id, row);
    g_ptr_array_add (rows, row);
  }
  return row;
}

static gboolean
add_occupation_skills (BearingsCatalogue *catalogue,
                       BearingsCareer *career,
                       GHashTable *index,
                       GError **error)
{
  for (guint i = 0; i < career->occupations->len; i++) {
    BearingsOccupation *occupation = g_ptr_array_index (career->occupations, i);
    g_autoptr (GPtrArray) rows =
      bearings_catalogue_list_occupation_skills (catalogue, occupation->record.id, error);

    if (rows == NULL)
      return FALSE;
    for (guint j = 0; j < rows->len; j++) {
      BearingsOccupationSkillRow *found = g_ptr_array_index (rows, j);
      gboolean technology = found->skill->kind == BEARINGS_SKILL_TECHNOLOGY;
      BearingsCareerSkill *row =
        find_or_add (index, technology ? career->technologies : career->ratings, found->skill);

      if (row->occupation == NULL || (technology && stronger_flags (found->row, row->occupation))) {
        g_clear_pointer (&row->occupation, bearings_record_unref);
        row->occupation = bearings_record_ref (found->row);
      }
    }
  }
  return TRUE;
}

static gboolean
add_postings (BearingsCatalogue *catalogue,
              BearingsCareer *career,
              GHashTable *index,
              GError **error)
{
  g_autoptr (GPtrArray) postings = NULL;

  if (career->role == NULL)
    return TRUE;
  postings = bearings_catalogue_list (catalogue, BEARINGS_RECORD_POSTING_SHARE, "role",
                                      career->role->record.id, error);
  if (postings == NULL)
    return FALSE;
  for (guint i = 0; i < postings->len; i++) {
    BearingsPostingShare *share = g_ptr_array_index (postings, i);
    BearingsCareerSkill *row;
    g_autoptr (BearingsSkill) skill = NULL;

    if (!g_str_equal (share->scope, "all"))
      continue;
    skill = bearings_catalogue_get (catalogue, BEARINGS_RECORD_SKILL, share->skill, error);
    if (skill == NULL)
      return bearings_service_not_found (BEARINGS_RECORD_SKILL, share->skill, error) != NULL;
    row = find_or_add (index, career->technologies, skill);
    if (row->posting == NULL)
      row->posting = bearings_record_ref (share);
  }
  return TRUE;
}

static int
flags_rank (const BearingsCareerSkill *row)
{
  if (row->occupation == NULL)
    return 0;
  return 2 * (row->occupation->in_demand == BEARINGS_YES) + (row->occupation->hot == BEARINGS_YES);
}

static int
compare_technologies (gconstpointer a, gconstpointer b)
{
  const BearingsCareerSkill *x = *(BearingsCareerSkill *const *) a;
  const BearingsCareerSkill *y = *(BearingsCareerSkill *const *) b;
  double share_x = x->posting != NULL ? x->posting->share : -1;
  double share_y = y->posting != NULL ? y->posting->share : -1;

  if (share_x != share_y)
    return share_x < share_y ? 1 : -1;
  if (flags_rank (x) != flags_rank (y))
    return flags_rank (y) - flags_rank (x);
  return g_utf8_collate (x->skill->name, y->skill->name);
}

static int
compare_ratings (gconstpointer a, gconstpointer b)
{
  const BearingsCareerSkill *x = *(BearingsCareerSkill *const *) a;
  const BearingsCareerSkill *y = *(BearingsCareerSkill *const *) b;
  double value_x = isnan (x->occupation->importance.value) ? -1 : x->occupation->importance.value;
  double value_y = isnan (y->occupation->importance.value) ? -1 : y->occupation->importance.value;

  if (value_x != value_y)
    return value_x < value_y ? 1 : -1;
  return g_utf8_collate (x->skill->name, y->skill->name);
}

static gboolean
add_neighbours (BearingsCatalogue *catalogue, BearingsCareer *career, GError **error)
{
  g_autoptr (GPtrArray) roles =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_ROLE, NULL, NULL, error);

  if (roles == NULL)
    return FALSE;
  for (guint i = 0; career->occupation != NULL && i < career->occupation->related->len; i++) {
    BearingsRelatedOccupation *related = g_ptr_array_index (career->occupation->related, i);
    g_autoptr (BearingsOccupation) occupation =
      bearings_catalogue_get (catalogue, BEARINGS_RECORD_OCCUPATION, related->occupation, error);
    if (occupation == NULL)
      return bearings_service_not_found (BEARINGS_RECORD_OCCUPATION, related->occupation, error) !=
             NULL;
    g_ptr_array_add (career->related,
                     bearings_hit_new (BEARINGS_RECORD_OCCUPATION, occupation->record.id,
                                       occupation->title, occupation->record.id));
  }
  for (guint i = 0; i < roles->len; i++) {
    BearingsRole *role = g_ptr_array_index (roles, i);
    for (guint j = 0; career->role == NULL && j < role->occupations->len; j++) {
      BearingsRoleOccupation *mapped = g_ptr_array_index (role->occupations, j);
      if (g_str_equal (mapped->occupation, career->occupation->record.id))
        g_ptr_array_add (career->roles, bearings_hit_new (BEARINGS_RECORD_ROLE, role->record.id,
                                                          role->title, NULL));
    }
  }
  return TRUE;
}

/* Popular figures on demand, pay or the career itself that do not survive tracing. */
static gboolean
add_register (BearingsCatalogue *catalogue, BearingsCareer *career, GError **error)
{
  g_autoptr (GPtrArray) occupations = g_ptr_array_new ();
  g_autoptr (GPtrArray) entries =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_REGISTER_ENTRY, NULL, NULL, error);
  const BearingsPlace place = {
    .role = career->role != NULL ? career->role->record.id : NULL,
    .occupations = occupations,
    .channels =
      BEARINGS_CHANNEL_BIT (BEARINGS_CHANNEL_PAY) | BEARINGS_CHANNEL_BIT (BEARINGS_CHANNEL_DEMAND),
  };

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < career->occupations->len; i++)
    g_ptr_array_add (occupations, ((BearingsRecord *) career->occupations->pdata[i])->id);
  career->register_entries = bearings_service_records_new ();
  for (guint i = 0; i < entries->len; i++)
    if (bearings_trace_register_entry_is_met (entries->pdata[i], &place))
      g_ptr_array_add (career->register_entries, bearings_record_ref (entries->pdata[i]));
  career->packs = bearings_catalogue_list_packs (catalogue, error);
  return career->packs != NULL;
}

static gboolean
note_sources (BearingsCatalogue *catalogue, BearingsCareer *career, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < career->occupations->len; i++)
    g_ptr_array_add (ids, ((BearingsOccupation *) career->occupations->pdata[i])->source);
  for (guint i = 0; i < career->wages->len; i++)
    g_ptr_array_add (ids, ((BearingsWage *) career->wages->pdata[i])->source);
  for (guint i = 0; i < career->projections->len; i++)
    g_ptr_array_add (ids, ((BearingsProjection *) career->projections->pdata[i])->source);
  for (guint i = 0; i < career->technologies->len; i++) {
    BearingsCareerSkill *row = career->technologies->pdata[i];
    if (row->posting != NULL)
      g_ptr_array_add (ids, row->posting->source);
  }
  for (guint i = 0; career->work != NULL && i < career->work->sources->len; i++)
    g_ptr_array_add (ids, career->work->sources->pdata[i]);
  if (career->role != NULL && career->role->source != NULL)
    g_ptr_array_add (ids, career->role->source);
  for (guint i = 0; i < ids->len; i++) {
    bearings_service_note_source (catalogue, career->sources, ids->pdata[i], &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  }
  return TRUE;
}

BearingsCareer *
bearings_service_career_get (BearingsService *self,
                             BearingsRecordKind kind,
                             const char *id,
                             GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsCareer) career = NULL;
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  if (reader == NULL)
    return NULL;
  career = career_new ();
  if (!load_subject (reader->catalogue, career, kind, id, error) ||
      !load_work (reader->catalogue, career, error) ||
      !add_pay_and_outlook (reader->catalogue, career, error) ||
      !add_occupation_skills (reader->catalogue, career, index, error) ||
      !add_postings (reader->catalogue, career, index, error) ||
      !add_neighbours (reader->catalogue, career, error) ||
      !add_register (reader->catalogue, career, error) ||
      !note_sources (reader->catalogue, career, error))
    return NULL;
  g_ptr_array_sort (career->technologies, compare_technologies);
  g_ptr_array_sort (career->ratings, compare_ratings);
  return g_steal_pointer (&career);
}

static gpointer
career_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *id;
  int kind;

  g_variant_get (data, "(i&s)", &kind, &id);
  return bearings_service_career_get (self, kind, id, error);
}

void
bearings_service_career_get_async (BearingsService *self,
                                   BearingsRecordKind kind,
                                   const char *id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  static const BearingsJob job = { career_work, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) bearings_career_free, BEARINGS_LANE_READ };

  bearings_service_ask (self, &job, g_variant_ref_sink (g_variant_new ("(is)", kind, id)),
                        cancellable, callback, user_data);
}

BearingsCareer *
bearings_service_career_get_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}
