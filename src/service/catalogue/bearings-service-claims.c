/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims, sources, the register and the glossary. */

#include "bearings-service-claims.h"
#include "bearings-service-private.h"
#include "bearings-trace.h"
#include "bearings-words.h"

static GPtrArray *
list_all (BearingsService *self, BearingsRecordKind kind, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_catalogue_list (reader->catalogue, kind, NULL, NULL, error)
                        : NULL;
}

GPtrArray *
bearings_service_claims_list (BearingsService *self, GError **error)
{
  return list_all (self, BEARINGS_RECORD_CLAIM, error);
}

GPtrArray *
bearings_service_claims_list_register (BearingsService *self, GError **error)
{
  return list_all (self, BEARINGS_RECORD_REGISTER_ENTRY, error);
}

GPtrArray *
bearings_service_claims_list_glossary (BearingsService *self, GError **error)
{
  return list_all (self, BEARINGS_RECORD_GLOSSARY_TERM, error);
}

/* Adds the records of @ids, in their order, leaving out @except. */
static gboolean
add_by_ids (BearingsCatalogue *catalogue,
            BearingsRecordKind kind,
            GPtrArray *ids,
            const char *except,
            GPtrArray *to,
            GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    const char *id = g_ptr_array_index (ids, i);
    gpointer record;

    if (g_strcmp0 (id, except) == 0)
      continue;
    record = bearings_catalogue_get (catalogue, kind, id, error);
    if (record == NULL)
      return bearings_service_not_found (kind, id, error) != NULL;
    g_ptr_array_add (to, record);
  }
  return TRUE;
}

static gboolean
add_study (BearingsCatalogue *catalogue, BearingsClaimPage *page, GError **error)
{
  const char *id = page->claim->study;
  g_autoptr (GPtrArray) claims = NULL;

  if (id == NULL)
    return TRUE;
  page->study = bearings_catalogue_get (catalogue, BEARINGS_RECORD_STUDY, id, error);
  if (page->study == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_STUDY, id, error) != NULL;
  if (!add_by_ids (catalogue, BEARINGS_RECORD_SOURCE, page->study->sources, page->claim->source,
                   page->study_sources, error))
    return FALSE;
  claims = bearings_catalogue_list (catalogue, BEARINGS_RECORD_CLAIM, "study", id, error);
  if (claims == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++) {
    BearingsClaim *claim = g_ptr_array_index (claims, i);
    if (!g_str_equal (claim->record.id, page->claim->record.id))
      g_ptr_array_add (page->study_claims, bearings_record_ref (claim));
  }
  return TRUE;
}

static gboolean
add_title (BearingsCatalogue *catalogue,
           GHashTable *titles,
           BearingsRecordKind kind,
           const char *id,
           GError **error)
{
  g_autoptr (BearingsRecord) record = NULL;
  const char *title = NULL;

  if (id == NULL || g_hash_table_contains (titles, id))
    return TRUE;
  record = bearings_catalogue_get (catalogue, kind, id, error);
  if (record == NULL)
    return bearings_service_not_found (kind, id, error) != NULL;
  if (kind == BEARINGS_RECORD_SKILL)
    title = ((BearingsSkill *) record)->name;
  else if (kind == BEARINGS_RECORD_SKILL_FAMILY)
    title = ((BearingsSkillFamily *) record)->name;
  else if (kind == BEARINGS_RECORD_ROLE)
    title = ((BearingsRole *) record)->title;
  else
    title = ((BearingsOccupation *) record)->title;
  g_hash_table_insert (titles, g_strdup (id), g_strdup (title));
  return TRUE;
}

static gboolean
add_titles (BearingsCatalogue *catalogue, BearingsClaimPage *page, GError **error)
{
  for (guint i = 0; i < page->claim->directness->len; i++) {
    BearingsClaimDirectness *row = g_ptr_array_index (page->claim->directness, i);
    if (!add_title (catalogue, page->titles, BEARINGS_RECORD_SKILL, row->skill, error) ||
        !add_title (catalogue, page->titles, BEARINGS_RECORD_ROLE, row->role, error) ||
        !add_title (catalogue, page->titles, BEARINGS_RECORD_SKILL_FAMILY, row->family, error) ||
        !add_title (catalogue, page->titles, BEARINGS_RECORD_OCCUPATION, row->occupation, error))
      return FALSE;
    if (row->group != NULL && !g_hash_table_contains (page->titles, row->group))
      g_hash_table_insert (page->titles, g_strdup (row->group),
                           bearings_words_soc_group (row->group));
  }
  return TRUE;
}

/* Other studies that are claims of ours stand on the page as claims. */
static gboolean
add_replications (BearingsCatalogue *catalogue, BearingsClaimPage *page, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < page->claim->replication.studies->len; i++) {
    BearingsReplicationStudy *study = page->claim->replication.studies->pdata[i];
    if (study->claim != NULL)
      g_ptr_array_add (ids, study->claim);
  }
  g_ptr_array_extend (ids, page->claim->replication.claims, NULL, NULL);
  return add_by_ids (catalogue, BEARINGS_RECORD_CLAIM, ids, page->claim->record.id,
                     page->replications, error);
}

static gboolean
add_literatures (BearingsCatalogue *catalogue, BearingsClaimPage *page, GError **error)
{
  g_autoptr (GPtrArray) all =
    bearings_catalogue_list (catalogue, BEARINGS_RECORD_LITERATURE, NULL, NULL, error);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    BearingsLiterature *literature = all->pdata[i];
    if (g_ptr_array_find_with_equal_func (literature->claims, page->claim->record.id, g_str_equal,
                                          NULL))
      g_ptr_array_add (page->literatures, bearings_record_ref (literature));
  }
  return all != NULL && bearings_service_note_literatures (catalogue, page->literatures,
                                                           page->claims, page->sources, error);
}

BearingsClaimPage *
bearings_service_claims_get_page (BearingsService *self, const char *claim_id, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsClaimPage) page = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  BearingsCatalogue *catalogue;
  BearingsPlace place;

  if (reader == NULL)
    return NULL;
  catalogue = reader->catalogue;
  page = g_new0 (BearingsClaimPage, 1);
  page->study_sources = bearings_service_records_new ();
  page->study_claims = bearings_service_records_new ();
  page->replications = bearings_service_records_new ();
  page->register_entries = bearings_service_records_new ();
  page->literatures = bearings_service_records_new ();
  page->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  page->claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref);
  page->sources = bearings_service_sources_new ();
  page->claim = bearings_catalogue_get (catalogue, BEARINGS_RECORD_CLAIM, claim_id, error);
  if (page->claim == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_CLAIM, claim_id, error);
  page->source =
    bearings_catalogue_get (catalogue, BEARINGS_RECORD_SOURCE, page->claim->source, error);
  if (page->source == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_SOURCE, page->claim->source, error);
  if (!add_study (catalogue, page, error) || !add_replications (catalogue, page, error) ||
      !add_titles (catalogue, page, error) || !add_literatures (catalogue, page, error))
    return NULL;
  place = (BearingsPlace) {
    .channels = BEARINGS_CHANNEL_BIT (page->claim->channel),
    .topic = page->claim->topic,
    .claim = claim_id,
  };
  entries = bearings_catalogue_list (catalogue, BEARINGS_RECORD_REGISTER_ENTRY, NULL, NULL, error);
  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++) {
    BearingsRegisterEntry *entry = g_ptr_array_index (entries, i);
    if (bearings_trace_register_entry_is_met (entry, &place))
      g_ptr_array_add (page->register_entries, bearings_record_ref (entry));
  }
  return g_steal_pointer (&page);
}

BearingsSourcePage *
bearings_service_claims_get_source_page (BearingsService *self,
                                         const char *source_id,
                                         GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsSourcePage) page = NULL;

  if (reader == NULL)
    return NULL;
  page = g_new0 (BearingsSourcePage, 1);
  page->source =
    bearings_catalogue_get (reader->catalogue, BEARINGS_RECORD_SOURCE, source_id, error);
  if (page->source == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_SOURCE, source_id, error);
  page->claims =
    bearings_catalogue_list (reader->catalogue, BEARINGS_RECORD_CLAIM, "source", source_id, error);
  return page->claims != NULL ? g_steal_pointer (&page) : NULL;
}

BearingsRegisterPage *
bearings_service_claims_get_register_page (BearingsService *self,
                                           const char *entry_id,
                                           GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsRegisterPage) page = NULL;

  if (reader == NULL)
    return NULL;
  page = g_new0 (BearingsRegisterPage, 1);
  page->entry =
    bearings_catalogue_get (reader->catalogue, BEARINGS_RECORD_REGISTER_ENTRY, entry_id, error);
  if (page->entry == NULL)
    return bearings_service_not_found (BEARINGS_RECORD_REGISTER_ENTRY, entry_id, error);
  page->claims = bearings_service_records_new ();
  if (!add_by_ids (reader->catalogue, BEARINGS_RECORD_CLAIM, page->entry->related_claims, NULL,
                   page->claims, error))
    return NULL;
  return g_steal_pointer (&page);
}
