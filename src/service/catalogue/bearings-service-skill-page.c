/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skill pages: all that is known of a skill in a career, brought together. */

#include "bearings-service-ask.h"
#include "bearings-service-private.h"

#include <glib/gi18n-lib.h>

#include "bearings-reach.h"
#include "bearings-service-skill-page.h"
#include "bearings-trace.h"

/* What is being asked: a skill, of a role with its occupations, or of one occupation. */
typedef struct {
  BearingsCatalogue *catalogue;
  BearingsSkillPage *page;
  GPtrArray *searches;
} Assembly;

static void
career_skill_free (gpointer data)
{
  BearingsCareerSkill *row = data;

  g_clear_pointer (&row->skill, bearings_record_unref);
  g_clear_pointer (&row->occupation, bearings_record_unref);
  g_clear_pointer (&row->posting, bearings_record_unref);
  g_free (row);
}

static BearingsSkillPage *
skill_page_new (void)
{
  BearingsSkillPage *page = g_new0 (BearingsSkillPage, 1);

  g_atomic_ref_count_init (&page->ref_count);
  page->occupations = bearings_service_records_new ();
  page->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_channel_answer_free);
  page->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  page->flags = bearings_service_records_new ();
  page->readings = bearings_service_records_new ();
  page->pairings = g_ptr_array_new_with_free_func (career_skill_free);
  page->definitions = bearings_service_records_new ();
  page->literatures = bearings_service_records_new ();
  page->register_entries = bearings_service_records_new ();
  page->instruments = bearings_service_records_new ();
  page->references = bearings_service_records_new ();
  page->sources = bearings_service_sources_new ();
  page->claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref);
  return page;
}

static gboolean
load_subject (Assembly *it, BearingsRecordKind kind, const char *id, GError **error)
{
  BearingsSkillPage *page = it->page;

  if (kind == BEARINGS_RECORD_OCCUPATION) {
    page->occupation = bearings_catalogue_get (it->catalogue, kind, id, error);
    if (page->occupation == NULL)
      return bearings_service_not_found (kind, id, error) != NULL;
    g_ptr_array_add (page->occupations, bearings_record_ref (page->occupation));
    return TRUE;
  }
  page->role = bearings_catalogue_get (it->catalogue, BEARINGS_RECORD_ROLE, id, error);
  if (page->role == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_ROLE, id, error) != NULL;
  for (guint i = 0; i < page->role->occupations->len; i++) {
    BearingsRoleOccupation *mapped = g_ptr_array_index (page->role->occupations, i);
    BearingsOccupation *occupation =
      bearings_catalogue_get (it->catalogue, BEARINGS_RECORD_OCCUPATION, mapped->occupation, error);
    if (occupation == NULL)
      return bearings_service_not_found (BEARINGS_RECORD_OCCUPATION, mapped->occupation, error) !=
             NULL;
    g_ptr_array_add (page->occupations, occupation);
  }
  if (page->occupations->len > 0)
    page->occupation = bearings_record_ref (g_ptr_array_index (page->occupations, 0));
  return TRUE;
}

static gboolean
add_claims (Assembly *it, GError **error)
{
  BearingsSkillPage *page = it->page;
  g_autoptr (GPtrArray) families = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) claims = NULL;
  BearingsReach reach = { .skill = page->skill->record.id,
                          .role = page->role != NULL ? page->role->record.id : NULL,
                          .occupations = ids };

  families = bearings_catalogue_list_families_of (it->catalogue, page->skill, error);
  if (families == NULL)
    return FALSE;
  reach.families = families;
  for (guint i = 0; i < page->occupations->len; i++)
    g_ptr_array_add (ids, ((BearingsRecord *) g_ptr_array_index (page->occupations, i))->id);
  claims = bearings_catalogue_list_claims_for (it->catalogue, &reach, error);
  if (claims == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++) {
    BearingsClaim *claim = g_ptr_array_index (claims, i);
    const BearingsClaimDirectness *line = bearings_reach_choose (claim, &reach);

    if (line != NULL)
      g_ptr_array_add (page->evidence,
                       bearings_evidence_new_claim (claim, line->level, line->reason));
  }
  return TRUE;
}

static gboolean
add_shares (Assembly *it, GError **error)
{
  BearingsSkillPage *page = it->page;
  g_autoptr (GPtrArray) postings = NULL;
  g_autoptr (GPtrArray) uses = NULL;

  if (page->role == NULL)
    return TRUE;
  postings = bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_POSTING_SHARE, "role",
                                      page->role->record.id, error);
  uses = postings ? bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_USE_SHARE, "role",
                                             page->role->record.id, error)
                  : NULL;
  if (uses == NULL)
    return FALSE;
  for (guint i = 0; i < postings->len; i++) {
    BearingsPostingShare *share = g_ptr_array_index (postings, i);
    if (g_str_equal (share->skill, page->skill->record.id))
      g_ptr_array_add (page->evidence, bearings_evidence_new_posting_share (
                                         share, page->role->title, page->skill->name));
  }
  for (guint i = 0; i < uses->len; i++) {
    BearingsUseShare *share = g_ptr_array_index (uses, i);
    if (g_str_equal (share->skill, page->skill->record.id))
      g_ptr_array_add (page->evidence, bearings_evidence_new_use_share (share, page->role->title,
                                                                        page->skill->name));
  }
  return TRUE;
}

/* Of the occupations of the page, of this skill. */
static gboolean
add_vacancies (Assembly *it, GError **error)
{
  BearingsSkillPage *page = it->page;
  g_autoptr (GPtrArray) shares = bearings_catalogue_list (
    it->catalogue, BEARINGS_RECORD_VACANCY_SHARE, "skill", page->skill->record.id, error);

  if (shares == NULL)
    return FALSE;
  for (guint i = 0; i < shares->len; i++) {
    BearingsVacancyShare *share = g_ptr_array_index (shares, i);

    for (guint j = 0; j < page->occupations->len; j++) {
      BearingsOccupation *occupation = g_ptr_array_index (page->occupations, j);

      if (g_str_equal (share->occupation, occupation->record.id))
        g_ptr_array_add (page->evidence, bearings_evidence_new_vacancy_share (
                                           share, occupation->title, page->skill));
    }
  }
  return TRUE;
}

static gboolean
add_occupation_rows (Assembly *it, GError **error)
{
  BearingsSkillPage *page = it->page;

  for (guint i = 0; i < page->occupations->len; i++) {
    BearingsOccupation *occupation = g_ptr_array_index (page->occupations, i);
    g_autofree char *id = g_strconcat (occupation->record.id, "/", page->skill->record.id, NULL);
    g_autoptr (GError) local = NULL;
    BearingsOccupationSkill *row =
      bearings_catalogue_get (it->catalogue, BEARINGS_RECORD_OCCUPATION_SKILL, id, &local);

    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (row == NULL)
      continue;
    g_ptr_array_add (page->flags, row);
    g_ptr_array_add (page->evidence,
                     page->skill->kind == BEARINGS_SKILL_TECHNOLOGY
                       ? bearings_evidence_new_flags (row, occupation->title, page->skill->name)
                       : bearings_evidence_new_rating (row, occupation->title, page->skill->name,
                                                       page->role != NULL));
  }
  return TRUE;
}

/* How general a tool is: a fact about the lists, and no measure of its use. */
static gboolean
add_listing (Assembly *it, GError **error)
{
  BearingsListing listing;

  if (it->page->skill->kind != BEARINGS_SKILL_TECHNOLOGY)
    return TRUE;
  if (!bearings_catalogue_count_listing (it->catalogue, it->page->skill->record.id, &listing,
                                         error))
    return FALSE;
  it->page->n_listed = listing.n_listed;
  it->page->n_lists = listing.n_lists;
  it->page->listing_source = listing.source;
  return TRUE;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const BearingsCareerSkill *x = *(BearingsCareerSkill *const *) a;
  const BearingsCareerSkill *y = *(BearingsCareerSkill *const *) b;

  return x->posting->share < y->posting->share ? 1 : x->posting->share > y->posting->share ? -1 : 0;
}

#define MAX_PAIRINGS 10

static gboolean
add_pairings (Assembly *it, GError **error)
{
  BearingsSkillPage *page = it->page;
  g_autoptr (GPtrArray) postings = NULL;

  if (page->role == NULL)
    return TRUE;
  postings = bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_POSTING_SHARE, "role",
                                      page->role->record.id, error);
  if (postings == NULL)
    return FALSE;
  for (guint i = 0; i < postings->len; i++) {
    BearingsPostingShare *share = g_ptr_array_index (postings, i);
    BearingsCareerSkill *row;

    if (!g_str_equal (share->scope, "all") || g_str_equal (share->skill, page->skill->record.id))
      continue;
    row = g_new0 (BearingsCareerSkill, 1);
    row->posting = bearings_record_ref (share);
    g_ptr_array_add (page->pairings, row);
  }
  g_ptr_array_sort (page->pairings, compare_shares);
  if (page->pairings->len > MAX_PAIRINGS)
    g_ptr_array_set_size (page->pairings, MAX_PAIRINGS);
  for (guint i = 0; i < page->pairings->len; i++) {
    BearingsCareerSkill *row = g_ptr_array_index (page->pairings, i);
    row->skill =
      bearings_catalogue_get (it->catalogue, BEARINGS_RECORD_SKILL, row->posting->skill, error);
    if (row->skill == NULL)
      return bearings_service_not_found (BEARINGS_RECORD_SKILL, row->posting->skill, error) != NULL;
  }
  return TRUE;
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  return (*(BearingsReading *const *) a)->band - (*(BearingsReading *const *) b)->band;
}

static gboolean
names_page_claim (const BearingsSkillPage *page, GPtrArray *claim_ids)
{
  for (guint i = 0; i < claim_ids->len; i++)
    for (guint j = 0; j < page->evidence->len; j++) {
      BearingsEvidence *evidence = g_ptr_array_index (page->evidence, j);
      if (bearings_evidence_get_claim (evidence) != NULL &&
          g_str_equal (bearings_evidence_get_id (evidence), g_ptr_array_index (claim_ids, i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fits (const char *own, const BearingsRecord *record)
{
  return own == NULL || (record != NULL && g_str_equal (own, record->id));
}

/* The instruments of the skill; where it has none, those for any skill. */
static GPtrArray *
list_instruments (BearingsCatalogue *catalogue, const char *skill, GError **error)
{
  g_autoptr (GPtrArray) own =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_INSTRUMENT, "skill", skill, error);

  if (own != NULL && own->len == 0) {
    g_clear_pointer (&own, g_ptr_array_unref);
    own = bearings_catalogue_list (catalogue, BEARINGS_RECORD_INSTRUMENT, NULL, NULL, error);
    for (guint i = own != NULL ? own->len : 0; i-- > 0;)
      if (((BearingsInstrument *) own->pdata[i])->skill != NULL)
        g_ptr_array_remove_index (own, i);
  }
  return g_steal_pointer (&own);
}

/* Lists that are short in the whole catalogue are read whole and filtered here. */
static gboolean
add_readings (Assembly *it, GError **error)
{
  BearingsSkillPage *page = it->page;
  const char *skill = page->skill->record.id;
  g_autoptr (GPtrArray) ladders =
    bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_LADDER, "skill", skill, error);
  g_autoptr (GPtrArray) readings =
    ladders
      ? bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_READING, "skill", skill, error)
      : NULL;
  g_autoptr (GPtrArray) definitions =
    readings
      ? bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_DEFINITION, NULL, NULL, error)
      : NULL;
  g_autoptr (GPtrArray) literatures =
    definitions
      ? bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_LITERATURE, NULL, NULL, error)
      : NULL;
  g_autoptr (GPtrArray) entries =
    literatures
      ? bearings_catalogue_list (it->catalogue, BEARINGS_RECORD_REGISTER_ENTRY, NULL, NULL, error)
      : NULL;

  g_autoptr (GPtrArray) occupations = g_ptr_array_new ();
  const BearingsPlace place = {
    .skill = skill,
    .role = page->role != NULL ? page->role->record.id : NULL,
    .occupations = occupations,
    .channels = BEARINGS_PAGE_CHANNELS,
  };

  if (entries == NULL)
    return FALSE;
  g_clear_pointer (&page->instruments, g_ptr_array_unref);
  page->instruments = list_instruments (it->catalogue, skill, error);
  if (page->instruments == NULL)
    return FALSE;
  for (guint i = 0; i < ladders->len; i++) {
    BearingsLadder *ladder = g_ptr_array_index (ladders, i);
    if (fits (ladder->role, (BearingsRecord *) page->role) &&
        (page->ladder == NULL || ladder->role != NULL)) {
      g_clear_pointer (&page->ladder, bearings_record_unref);
      page->ladder = bearings_record_ref (ladder);
    }
  }
  for (guint i = 0; i < readings->len; i++) {
    BearingsReading *reading = g_ptr_array_index (readings, i);
    if (page->role != NULL && g_str_equal (reading->role, page->role->record.id))
      g_ptr_array_add (page->readings, bearings_record_ref (reading));
  }
  g_ptr_array_sort (page->readings, compare_readings);
  for (guint i = 0; i < definitions->len; i++) {
    BearingsDefinition *definition = g_ptr_array_index (definitions, i);
    if (fits (definition->role, (BearingsRecord *) page->role) &&
        fits (definition->skill, (BearingsRecord *) page->skill))
      g_ptr_array_add (page->definitions, bearings_record_ref (definition));
  }
  for (guint i = 0; i < literatures->len; i++)
    g_ptr_array_add (page->literatures, bearings_record_ref (g_ptr_array_index (literatures, i)));
  for (guint i = 0; i < page->occupations->len; i++)
    g_ptr_array_add (occupations, ((BearingsRecord *) page->occupations->pdata[i])->id);
  for (guint i = 0; i < entries->len; i++) {
    BearingsRegisterEntry *entry = g_ptr_array_index (entries, i);
    if (names_page_claim (page, entry->related_claims) ||
        bearings_trace_register_entry_is_met (entry, &place))
      g_ptr_array_add (page->register_entries, bearings_record_ref (entry));
  }
  return TRUE;
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  BearingsEvidence *x = *(BearingsEvidence *const *) a;
  BearingsEvidence *y = *(BearingsEvidence *const *) b;
  int order =
    (int) bearings_evidence_get_directness (x) - (int) bearings_evidence_get_directness (y);

  if (order == 0)
    order = (int) bearings_evidence_get_certainty (y) - (int) bearings_evidence_get_certainty (x);
  if (order == 0)
    order = (int) bearings_evidence_get_channel (x) - (int) bearings_evidence_get_channel (y);
  return order != 0 ? order
                    : g_strcmp0 (bearings_evidence_get_id (x), bearings_evidence_get_id (y));
}

static gboolean
add_searches (Assembly *it, GError **error)
{
  g_autoptr (GPtrArray) searches = bearings_catalogue_list (
    it->catalogue, BEARINGS_RECORD_EVIDENCE_SEARCH, "skill", it->page->skill->record.id, error);

  if (searches == NULL)
    return FALSE;
  for (guint i = 0; i < searches->len; i++) {
    BearingsEvidenceSearch *search = g_ptr_array_index (searches, i);
    if (fits (search->role, (BearingsRecord *) it->page->role))
      g_ptr_array_add (it->searches, bearings_record_ref (search));
  }
  return TRUE;
}

static gboolean
cite (Assembly *it, const char *source_id, GError **error)
{
  BearingsSkillPage *page = it->page;
  BearingsSource *source;

  if (source_id == NULL || g_hash_table_contains (page->sources, source_id))
    return TRUE;
  source = bearings_service_note_source (it->catalogue, page->sources, source_id, error);
  if (source == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_SOURCE, source_id, error) != NULL;
  g_ptr_array_add (page->references, bearings_record_ref (source));
  return TRUE;
}

/* The day the newest of the installed data were published. */
static char *
newest_data (BearingsCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) packs = bearings_catalogue_list_packs (catalogue, error);
  const char *newest = NULL;

  for (guint i = 0; packs != NULL && i < packs->len; i++) {
    const char *published = ((BearingsInstalledPack *) packs->pdata[i])->info->published;
    if (g_strcmp0 (published, newest) > 0)
      newest = published;
  }
  return g_strdup (newest);
}

/* Where nobody has written down a search, the installed data are all that was looked through. */
static gboolean
say_what_was_looked_through (Assembly *it, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *newest = newest_data (it->catalogue, &local);

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  for (guint i = 0; i < it->page->answers->len; i++) {
    BearingsChannelAnswer *answer = it->page->answers->pdata[i];

    if (answer->state != BEARINGS_ANSWER_NO_EVIDENCE || answer->search != NULL)
      continue;
    answer->search = bearings_record_new (BEARINGS_RECORD_EVIDENCE_SEARCH);
    answer->search->skill = g_strdup (it->page->skill->record.id);
    answer->search->channel = answer->channel;
    answer->search->outcome = BEARINGS_MISSING_NOT_SEARCHED;
    answer->search->searched = g_strdup (newest);
    answer->search->where = g_strdup (
      _ ("The installed data alone: claims, counts of postings, surveys, ratings and flags. No "
         "search beyond them is on record for this skill in this career."));
    answer->search->summary =
      g_strdup (_ ("The evidence installed holds nothing on this question."));
  }
  return TRUE;
}

static gboolean
conclude (Assembly *it, GError **error)
{
  BearingsSkillPage *page = it->page;

  g_ptr_array_sort (page->evidence, compare_evidence);
  for (guint i = 0; i < page->evidence->len; i++) {
    BearingsEvidence *evidence = g_ptr_array_index (page->evidence, i);
    BearingsDirectness level = bearings_evidence_get_directness (evidence);

    page->n_direct += level == BEARINGS_DIRECTNESS_DIRECT;
    page->n_adjacent += level == BEARINGS_DIRECTNESS_ADJACENT;
    page->n_context += level == BEARINGS_DIRECTNESS_CONTEXT;
    if (!cite (it, bearings_evidence_get_source_id (evidence), error))
      return FALSE;
  }
  if (!cite (it, page->listing_source, error))
    return FALSE;
  for (guint i = 0; i < page->pairings->len; i++)
    if (!cite (it, ((BearingsCareerSkill *) g_ptr_array_index (page->pairings, i))->posting->source,
               error))
      return FALSE;
  for (guint i = 0; i < page->definitions->len; i++)
    if (!cite (it, ((BearingsDefinition *) g_ptr_array_index (page->definitions, i))->source,
               error))
      return FALSE;
  for (int channel = 1; channel <= BEARINGS_CHANNEL_PAGE_LAST; channel++)
    g_ptr_array_add (page->answers,
                     bearings_channel_answer_new (channel, page->evidence, it->searches));
  /* What is only linked to is not cited: it comes after the references. */
  for (guint i = 0; i < page->readings->len; i++)
    if (!bearings_service_note_records (it->catalogue, BEARINGS_RECORD_CLAIM,
                                        ((BearingsReading *) page->readings->pdata[i])->claims,
                                        page->claims, error))
      return FALSE;
  return bearings_service_note_literatures (it->catalogue, page->literatures, page->claims,
                                            page->sources, error) &&
         say_what_was_looked_through (it, error);
}

BearingsSkillPage *
bearings_service_skill_page_get (BearingsService *self,
                                 BearingsRecordKind career_kind,
                                 const char *career_id,
                                 const char *skill_id,
                                 GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsSkillPage) page = NULL;
  g_autoptr (GPtrArray) searches = bearings_service_records_new ();
  Assembly it;

  if (reader == NULL)
    return NULL;
  page = skill_page_new ();
  it = (Assembly) { reader->catalogue, page, searches };
  page->skill = bearings_catalogue_get (reader->catalogue, BEARINGS_RECORD_SKILL, skill_id, error);
  if (page->skill == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_SKILL, skill_id, error);
  if (!load_subject (&it, career_kind, career_id, error) || !add_claims (&it, error) ||
      !add_shares (&it, error) || !add_vacancies (&it, error) ||
      !add_occupation_rows (&it, error) || !add_listing (&it, error) ||
      !add_pairings (&it, error) || !add_readings (&it, error) || !add_searches (&it, error) ||
      !conclude (&it, error))
    return NULL;
  return g_steal_pointer (&page);
}

static gpointer
skill_page_work (BearingsService *self, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *career, *skill;
  int kind;

  g_variant_get (data, "(i&s&s)", &kind, &career, &skill);
  return bearings_service_skill_page_get (self, kind, career, skill, error);
}

void
bearings_service_skill_page_get_async (BearingsService *self,
                                       BearingsRecordKind career_kind,
                                       const char *career_id,
                                       const char *skill_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  static const BearingsJob job = { skill_page_work, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) bearings_skill_page_unref, BEARINGS_LANE_READ };

  bearings_service_ask (
    self, &job, g_variant_ref_sink (g_variant_new ("(iss)", career_kind, career_id, skill_id)),
    cancellable, callback, user_data);
}

BearingsSkillPage *
bearings_service_skill_page_get_finish (BearingsService *self, GAsyncResult *result, GError **error)
{
  return bearings_service_ask_finish (self, result, error);
}
