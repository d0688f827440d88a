/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would change, down to the sentences of the pages. */

#include "bearings-service-preview.h"
#include "bearings-service-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-compare.h"
#include "bearings-import.h"
#include "bearings-check-set.h"
#include "bearings-pack-reader.h"
#include "bearings-service-sittings.h"
#include "bearings-service-skill-page.h"
#include "bearings-words.h"

typedef struct {
  BearingsCatalogue *catalogue;
  BearingsCompare *compare;
  BearingsPreview *preview;
  BearingsProgressFunc progress;
  gpointer progress_data;
  BearingsSetCheck *check;
  gboolean passed_over; /* a record that was not read again */
  gboolean has_items;   /* which say something of their instrument that only the whole set shows */
  gboolean refused;     /* by the closer look */
} Looking;

static gboolean
on_header (const BearingsPackInfo *info, gpointer user_data, GError **error)
{
  Looking *looking = user_data;
  const char *installed;

  looking->compare = bearings_compare_new (looking->catalogue, info, error);
  if (looking->compare == NULL)
    return FALSE;
  looking->preview->info = bearings_pack_info_copy (info);
  installed = bearings_compare_get_installed (looking->compare);
  looking->preview->installed = g_strdup (installed);
  looking->preview->downgrade =
    installed != NULL && bearings_pack_info_version_compare (info->version, installed) < 0;
  return TRUE;
}

static gboolean
on_text (const BearingsPackPlace *place, gpointer user_data)
{
  Looking *looking = user_data;
  gboolean taken = looking->compare != NULL && /* no header that holds: there is only the check */
                   bearings_compare_take_text (looking->compare, place->digest);

  looking->passed_over |= taken;
  return taken;
}

static gboolean
on_record (BearingsRecord *owned,
           const BearingsPackPlace *place,
           gpointer user_data,
           GError **error)
{
  Looking *looking = user_data;
  g_autoptr (BearingsRecord) record = owned;
  g_autoptr (BearingsRecord) old = NULL;
  BearingsRecordChange change;
  BearingsDiffEntry *entry;

  bearings_set_check_record (looking->check, record, place->file, place->line, place->path);
  looking->has_items |= bearings_service_needs_closer_look (record);
  if (looking->compare == NULL)
    return TRUE;
  change = bearings_compare_add (looking->compare, record, &old, error);
  if (change == 0)
    return FALSE;
  if (change == BEARINGS_RECORD_CHANGE_NONE)
    return TRUE;
  entry = bearings_diff_entry_new (change, old, record);
  entry->line = place->line;
  entry->offset = place->offset;
  entry->length = place->length;
  entry->digest = place->digest;
  bearings_preview_add (looking->preview, entry);
  return TRUE;
}

static void
on_removed (BearingsRecord *old, gpointer user_data)
{
  bearings_preview_add (user_data,
                        bearings_diff_entry_new (BEARINGS_RECORD_CHANGE_REMOVED, old, NULL));
}

static void
on_progress (goffset done, goffset total, gpointer user_data)
{
  Looking *looking = user_data;

  if (looking->progress != NULL)
    looking->progress (done, total, looking->progress_data);
}

/* The instruments whose parts change. */
static GHashTable *
changed_instruments (Looking *looking, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < looking->preview->entries->len; i++) {
    const BearingsDiffEntry *entry = looking->preview->entries->pdata[i];
    g_autoptr (BearingsRecord) old = NULL;

    if (entry->kind == BEARINGS_RECORD_INSTRUMENT) {
      g_hash_table_add (ids, g_strdup (entry->id));
      continue;
    }
    if (entry->kind != BEARINGS_RECORD_ITEM && entry->kind != BEARINGS_RECORD_REFERENCE_SAMPLE)
      continue;
    old = bearings_catalogue_get (looking->catalogue, entry->kind, entry->id, &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (old != NULL && entry->kind == BEARINGS_RECORD_ITEM)
      g_hash_table_add (ids, g_strdup (((BearingsItem *) old)->instrument));
    else if (old != NULL && ((BearingsReferenceSample *) old)->instrument != NULL)
      g_hash_table_add (ids, g_strdup (((BearingsReferenceSample *) old)->instrument));
  }
  return g_steal_pointer (&ids);
}

static gboolean
count_results (BearingsService *self, Looking *looking, GError **error)
{
  g_autoptr (GHashTable) instruments = changed_instruments (looking, error);
  g_autoptr (GPtrArray) sittings = NULL;

  if (instruments == NULL)
    return FALSE;
  if (g_hash_table_size (instruments) == 0)
    return TRUE;
  sittings = bearings_service_sittings_list (self, error);
  if (sittings == NULL)
    return FALSE;
  for (guint i = 0; i < sittings->len; i++) {
    const BearingsSittingInfo *sitting = sittings->pdata[i];
    g_autoptr (BearingsInstrument) instrument = NULL;
    g_autoptr (GError) local = NULL;

    if (!sitting->finished || !g_hash_table_contains (instruments, sitting->instrument))
      continue;
    instrument = bearings_catalogue_get (looking->catalogue, BEARINGS_RECORD_INSTRUMENT,
                                         sitting->instrument, &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    g_ptr_array_add (looking->preview->results,
                     bearings_preview_result_new (
                       sitting, instrument != NULL ? instrument->title : sitting->instrument));
  }
  looking->preview->n_results = looking->preview->results->len;
  return TRUE;
}

static gboolean
look (BearingsService *self,
      Looking *looking,
      GFile *file,
      GPtrArray *problems,
      GCancellable *cancellable,
      GError **error)
{
  const BearingsPackHandler handler = { .header = on_header,
                                        .record = on_record,
                                        .text = on_text,
                                        .progress = on_progress,
                                        .no_checksum = TRUE };
  BearingsPreview *preview = looking->preview;
  g_autoptr (BearingsPackSummary) summary =
    bearings_pack_reader_read (file, &handler, looking, problems, cancellable, error);

  if (summary == NULL || !bearings_compare_finish (looking->compare, on_removed, preview, error))
    return FALSE;
  if (looking->has_items) {
    looking->refused =
      !bearings_service_look_closer (looking->catalogue, file, problems, cancellable, error);
    if (looking->refused)
      return FALSE;
  } else {
    bearings_set_check_finish (looking->check, !looking->passed_over, problems,
                               BEARINGS_PACK_MAX_PROBLEMS);
  }
  preview->n_unchanged = bearings_compare_get_unchanged (looking->compare);
  memcpy (preview->hash, summary->hash, sizeof preview->hash);
  return bearings_service_check_signature (self, file, summary->info->signature, summary->hash,
                                           &preview->signature, error) &&
         count_results (self, looking, error);
}

BearingsPreview *
bearings_service_preview (BearingsService *self,
                          GFile *file,
                          BearingsProgressFunc progress,
                          gpointer user_data,
                          GPtrArray *problems,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsPreview) preview = bearings_preview_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (BearingsSetCheck) check = bearings_set_check_new ();
  Looking looking = {
    .preview = preview, .progress = progress, .progress_data = user_data, .check = check
  };
  gboolean seen;

  if (reader == NULL)
    return NULL;
  looking.catalogue = reader->catalogue;
  seen = look (self, &looking, file, problems, cancellable, &local);
  g_clear_pointer (&looking.compare, bearings_compare_free);
  if (looking.refused) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (!seen) {
    bearings_service_explain (reader->catalogue, file, local, problems, cancellable, error);
    return NULL;
  }
  while (problems->len > 0)
    g_ptr_array_add (preview->problems, g_ptr_array_steal_index (problems, 0));
  return g_steal_pointer (&preview);
}

/* The record an entry is about, as it would be. */
static BearingsRecord *
read_new (GFile *file, const BearingsDiffEntry *entry, GError **error)
{
  const BearingsPackPlace place = { NULL,          entry->line,   "$",
                                    entry->offset, entry->length, entry->digest };

  return bearings_pack_reader_read_record (file, &place, error);
}

GPtrArray *
bearings_service_preview_fields (BearingsService *self,
                                 GFile *file,
                                 const BearingsDiffEntry *entry,
                                 GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);
  g_autoptr (BearingsRecord) before = NULL;
  g_autoptr (BearingsRecord) after = NULL;
  g_autoptr (GError) local = NULL;

  if (reader == NULL)
    return NULL;
  if (entry->change != BEARINGS_RECORD_CHANGE_REMOVED) {
    after = read_new (file, entry, error);
    if (after == NULL)
      return NULL;
  }
  if (entry->change != BEARINGS_RECORD_CHANGE_ADDED) {
    before = bearings_catalogue_get (reader->catalogue, entry->kind, entry->id, &local);
    if (before == NULL) {
      if (local == NULL)
        bearings_service_set_not_found (entry->kind, entry->id, &local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
  return bearings_diff_records (before, after);
}

/* Pages ------------------------------------------------------------------------------------- */

/* A question a page answers. */
typedef struct {
  BearingsRecordKind kind; /* role or occupation */
  char *career;
  char *skill;
} Question;

typedef struct {
  BearingsCatalogue *catalogue;
  GPtrArray *roles; /* BearingsRole, all */
  GHashTable *known;
  GPtrArray *questions;
} Questions;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->career);
  g_free (question->skill);
  g_free (question);
}

static void
ask (Questions *questions, BearingsRecordKind kind, const char *career, const char *skill)
{
  g_autofree char *key = NULL;
  Question *question;

  if (career == NULL || skill == NULL)
    return;
  key = g_strdup_printf ("%d %s %s", kind, career, skill);
  if (!g_hash_table_add (questions->known, g_steal_pointer (&key)))
    return;
  question = g_new (Question, 1);
  *question = (Question) { kind, g_strdup (career), g_strdup (skill) };
  g_ptr_array_add (questions->questions, question);
}

static void
ask_roles (Questions *questions, const char *occupation, const char *skill)
{
  for (guint i = 0; i < questions->roles->len; i++) {
    const BearingsRole *role = questions->roles->pdata[i];
    gboolean fits = occupation == NULL;

    for (guint j = 0; !fits && j < role->occupations->len; j++)
      fits = g_str_equal (((BearingsRoleOccupation *) role->occupations->pdata[j])->occupation,
                          occupation);
    if (fits)
      ask (questions, BEARINGS_RECORD_ROLE, role->record.id, skill);
  }
}

static void
ask_claim (Questions *questions, const BearingsClaim *claim)
{
  for (guint i = 0; i < claim->directness->len; i++) {
    const BearingsClaimDirectness *line = claim->directness->pdata[i];

    if (line->skill == NULL)
      continue;
    if (line->role != NULL)
      ask (questions, BEARINGS_RECORD_ROLE, line->role, line->skill);
    else
      ask_roles (questions, line->occupation, line->skill);
    if (line->occupation != NULL)
      ask (questions, BEARINGS_RECORD_OCCUPATION, line->occupation, line->skill);
  }
}

/* The pages a record stands on. */
static void
ask_record (Questions *questions, const BearingsRecord *record)
{
  switch (record->type->kind) {
  case BEARINGS_RECORD_CLAIM:
    ask_claim (questions, (const BearingsClaim *) record);
    break;
  case BEARINGS_RECORD_POSTING_SHARE: {
    const BearingsPostingShare *share = (const BearingsPostingShare *) record;
    ask (questions, BEARINGS_RECORD_ROLE, share->role, share->skill);
    break;
  }
  case BEARINGS_RECORD_VACANCY_SHARE: {
    const BearingsVacancyShare *share = (const BearingsVacancyShare *) record;
    ask_roles (questions, share->occupation, share->skill);
    ask (questions, BEARINGS_RECORD_OCCUPATION, share->occupation, share->skill);
    break;
  }
  case BEARINGS_RECORD_USE_SHARE: {
    const BearingsUseShare *share = (const BearingsUseShare *) record;
    ask (questions, BEARINGS_RECORD_ROLE, share->role, share->skill);
    break;
  }
  case BEARINGS_RECORD_EVIDENCE_SEARCH: {
    const BearingsEvidenceSearch *search = (const BearingsEvidenceSearch *) record;
    if (search->role != NULL)
      ask (questions, BEARINGS_RECORD_ROLE, search->role, search->skill);
    else
      ask_roles (questions, NULL, search->skill);
    break;
  }
  case BEARINGS_RECORD_OCCUPATION_SKILL: {
    const BearingsOccupationSkill *row = (const BearingsOccupationSkill *) record;
    ask_roles (questions, row->occupation, row->skill);
    ask (questions, BEARINGS_RECORD_OCCUPATION, row->occupation, row->skill);
    break;
  }
  default:
    break; /* stands on pages, but not in their answers */
  }
}

/* The sentence of each channel, or NULL where there is no such page. */
static GPtrArray *
sentences (BearingsService *service, const Question *question, char **title, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BearingsSkillPage) page = bearings_service_skill_page_get (
    service, question->kind, question->career, question->skill, &local);
  GPtrArray *texts;

  if (page == NULL) {
    if (!g_error_matches (local, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < page->answers->len; i++)
    g_ptr_array_add (texts, bearings_channel_answer_text (page->answers->pdata[i]));
  if (*title == NULL)
    *title = bearings_skill_page_question (page);
  return texts;
}

static gboolean
compare_pages (BearingsService *before,
               BearingsService *after,
               const Question *question,
               BearingsPreview *preview,
               GError **error)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) new_texts = sentences (after, question, &title, &local);
  g_autoptr (GPtrArray) old_texts =
    local == NULL ? sentences (before, question, &title, &local) : NULL;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }

  for (guint i = 0; i < BEARINGS_CHANNEL_PAGE_LAST; i++) {
    const char *old_text = old_texts != NULL ? old_texts->pdata[i] : NULL;
    const char *new_text = new_texts != NULL ? new_texts->pdata[i] : NULL;
    BearingsAnswerChange *change;

    if (g_strcmp0 (old_text, new_text) == 0)
      continue;
    change = g_new0 (BearingsAnswerChange, 1);
    change->question = g_strdup (title);
    change->channel = g_strdup (bearings_words_channel_title ((BearingsChannel) (i + 1)));
    change->before = g_strdup (old_text);
    change->after = g_strdup (new_text);
    g_ptr_array_add (preview->answers, change);
  }
  return TRUE;
}

/* Applies the entries to the open import, and notes the pages they stand on. */
static gboolean
apply_entries (BearingsCatalogue *catalogue,
               BearingsImport *import,
               GFile *file,
               const BearingsPreview *preview,
               Questions *questions,
               GCancellable *cancellable,
               GError **error)
{
  for (guint i = 0; i < preview->entries->len; i++) {
    const BearingsDiffEntry *entry = preview->entries->pdata[i];
    g_autoptr (BearingsRecord) before = NULL;
    g_autoptr (BearingsRecord) after = NULL;
    g_autoptr (GError) local = NULL;

    if (entry->change == BEARINGS_RECORD_CHANGE_KEPT)
      continue;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (entry->change != BEARINGS_RECORD_CHANGE_ADDED) {
      before = bearings_catalogue_get (catalogue, entry->kind, entry->id, &local);
      if (local != NULL) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
      }
      if (before != NULL)
        ask_record (questions, before);
    }
    if (entry->change == BEARINGS_RECORD_CHANGE_REMOVED) {
      if (!bearings_import_drop (import, entry->kind, entry->id, error))
        return FALSE;
      continue;
    }
    after = read_new (file, entry, error);
    if (after == NULL || !bearings_import_add (import, after, error))
      return FALSE;
    ask_record (questions, after);
  }
  return TRUE;
}

#define MOST_APPLIED 20000 /* changes that are applied to see their pages, in memory alone */

static gboolean
work_out (BearingsService *self,
          BearingsCatalogue *catalogue,
          GFile *file,
          BearingsPreview *preview,
          guint n_pages,
          Questions *questions,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, error);
  g_autoptr (BearingsService) what_if = NULL;

  if (import == NULL)
    return FALSE;
  bearings_import_set_partial (import);
  if (!bearings_import_pack (import, preview->info, NULL, error) ||
      !apply_entries (catalogue, import, file, preview, questions, cancellable, error))
    return FALSE;
  what_if = bearings_service_new_what_if (catalogue);
  preview->n_concerned = questions->questions->len;
  preview->n_pages = MIN (preview->n_concerned, n_pages);
  for (guint i = 0; i < preview->n_pages; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !compare_pages (self, what_if, questions->questions->pdata[i], preview, error))
      return FALSE;
  }
  return TRUE; /* freeing the import takes everything back */
}

gboolean
bearings_service_preview_answers (BearingsService *self,
                                  GFile *file,
                                  BearingsPreview *preview,
                                  guint n_pages,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (question_free);
  g_autoptr (GPtrArray) roles = NULL;
  gboolean done = FALSE;

  preview->too_many = preview->entries->len > MOST_APPLIED;
  if (preview->entries->len == 0 || preview->too_many)
    return TRUE;
  bearings_service_lock_writer (self);
  catalogue = bearings_catalogue_open (bearings_service_get_catalogue_path (self),
                                       BEARINGS_CATALOGUE_TRY, error);
  roles = catalogue != NULL
            ? bearings_catalogue_list (catalogue, BEARINGS_RECORD_ROLE, NULL, NULL, error)
            : NULL;
  if (roles != NULL) {
    Questions questions = { catalogue, roles, known, all };
    done = work_out (self, catalogue, file, preview, n_pages, &questions, cancellable, error);
  }
  g_clear_object (&catalogue);
  bearings_service_unlock_writer (self);
  return done;
}
