/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life of the page values. */

#include "bearings-screens.h"

#include <glib/gi18n-lib.h>

struct _BearingsHit {
  GObject parent_instance;

  BearingsRecordKind kind;
  char *id;
  char *title;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (BearingsHit, bearings_hit, G_TYPE_OBJECT)

static void
bearings_hit_finalize (GObject *object)
{
  BearingsHit *self = BEARINGS_HIT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bearings_hit_parent_class)->finalize (object);
}

static void
bearings_hit_class_init (BearingsHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_hit_finalize;
}

static void
bearings_hit_init (BearingsHit *self)
{
}

BearingsHit *
bearings_hit_new (BearingsRecordKind kind, const char *id, const char *title, const char *subtitle)
{
  BearingsHit *self = g_object_new (BEARINGS_TYPE_HIT, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  return self;
}

BearingsRecordKind
bearings_hit_get_kind (BearingsHit *self)
{
  return self->kind;
}

const char *
bearings_hit_get_id (BearingsHit *self)
{
  return self->id;
}

const char *
bearings_hit_get_title (BearingsHit *self)
{
  return self->title;
}

const char *
bearings_hit_get_subtitle (BearingsHit *self)
{
  return self->subtitle;
}

static void
clear_record (gpointer record)
{
  BearingsRecord **place = record;

  g_clear_pointer (place, bearings_record_unref);
}

void
bearings_career_free (BearingsCareer *career)
{
  clear_record (&career->role);
  clear_record (&career->occupation);
  g_clear_pointer (&career->occupations, g_ptr_array_unref);
  clear_record (&career->work);
  g_clear_pointer (&career->wages, g_ptr_array_unref);
  g_clear_pointer (&career->projections, g_ptr_array_unref);
  g_clear_pointer (&career->technologies, g_ptr_array_unref);
  g_clear_pointer (&career->ratings, g_ptr_array_unref);
  g_clear_pointer (&career->related, g_ptr_array_unref);
  g_clear_pointer (&career->roles, g_ptr_array_unref);
  g_clear_pointer (&career->register_entries, g_ptr_array_unref);
  g_clear_pointer (&career->packs, g_ptr_array_unref);
  g_clear_pointer (&career->sources, g_hash_table_unref);
  g_free (career);
}

const char *
bearings_career_title (const BearingsCareer *career)
{
  return career->role != NULL ? career->role->title : career->occupation->title;
}

const char *
bearings_career_summary (const BearingsCareer *career)
{
  if (career->role != NULL && career->role->summary != NULL)
    return career->role->summary;
  return career->work != NULL ? career->work->description : NULL;
}

BearingsSkillPage *
bearings_skill_page_ref (BearingsSkillPage *page)
{
  g_atomic_ref_count_inc (&page->ref_count);
  return page;
}

void
bearings_skill_page_unref (BearingsSkillPage *page)
{
  if (!g_atomic_ref_count_dec (&page->ref_count))
    return;
  clear_record (&page->role);
  clear_record (&page->occupation);
  clear_record (&page->skill);
  clear_record (&page->ladder);
  g_clear_pointer (&page->listing_source, g_free);
  g_clear_pointer (&page->occupations, g_ptr_array_unref);
  g_clear_pointer (&page->answers, g_ptr_array_unref);
  g_clear_pointer (&page->evidence, g_ptr_array_unref);
  g_clear_pointer (&page->flags, g_ptr_array_unref);
  g_clear_pointer (&page->readings, g_ptr_array_unref);
  g_clear_pointer (&page->pairings, g_ptr_array_unref);
  g_clear_pointer (&page->definitions, g_ptr_array_unref);
  g_clear_pointer (&page->literatures, g_ptr_array_unref);
  g_clear_pointer (&page->register_entries, g_ptr_array_unref);
  g_clear_pointer (&page->instruments, g_ptr_array_unref);
  g_clear_pointer (&page->references, g_ptr_array_unref);
  g_clear_pointer (&page->claims, g_hash_table_unref);
  g_clear_pointer (&page->sources, g_hash_table_unref);
  g_free (page);
}

const char *
bearings_skill_page_career_title (const BearingsSkillPage *page)
{
  return page->role != NULL ? page->role->title : page->occupation->title;
}

char *
bearings_skill_page_listing_text (const BearingsSkillPage *page)
{
  if (page->n_listed == 0)
    return NULL;
  /* Translators: how many occupations list the tool; how many list any. */
  return g_strdup_printf (ngettext ("Listed for %u of %u occupation that has a list of tools.",
                                    "Listed for %u of %u occupations that have a list of tools.",
                                    page->n_lists),
                          page->n_listed, page->n_lists);
}

char *
bearings_skill_page_question (const BearingsSkillPage *page)
{
  /* Translators: skill, career. */
  return g_strdup_printf (_ ("%s for %s: how much does it matter?"), page->skill->name,
                          bearings_skill_page_career_title (page));
}

void
bearings_claim_page_free (BearingsClaimPage *page)
{
  clear_record (&page->claim);
  clear_record (&page->source);
  clear_record (&page->study);
  g_clear_pointer (&page->study_sources, g_ptr_array_unref);
  g_clear_pointer (&page->study_claims, g_ptr_array_unref);
  g_clear_pointer (&page->replications, g_ptr_array_unref);
  g_clear_pointer (&page->literatures, g_ptr_array_unref);
  g_clear_pointer (&page->claims, g_hash_table_unref);
  g_clear_pointer (&page->sources, g_hash_table_unref);
  g_clear_pointer (&page->register_entries, g_ptr_array_unref);
  g_clear_pointer (&page->titles, g_hash_table_unref);
  g_free (page);
}

void
bearings_register_page_free (BearingsRegisterPage *page)
{
  clear_record (&page->entry);
  g_clear_pointer (&page->claims, g_ptr_array_unref);
  g_free (page);
}

void
bearings_source_page_free (BearingsSourcePage *page)
{
  clear_record (&page->source);
  g_clear_pointer (&page->claims, g_ptr_array_unref);
  g_free (page);
}

void
bearings_installed_pack_free (BearingsInstalledPack *pack)
{
  g_clear_pointer (&pack->info, bearings_pack_info_free);
  g_free (pack->sha256);
  g_free (pack->imported);
  bearings_signature_clear (&pack->signature);
  g_free (pack);
}

void
bearings_import_summary_free (BearingsImportSummary *summary)
{
  g_clear_pointer (&summary->info, bearings_pack_info_free);
  g_free (summary->replaced_version);
  bearings_signature_clear (&summary->signature);
  g_free (summary);
}
