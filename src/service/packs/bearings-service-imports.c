/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack into the catalogue in one reading; the history; the way back. */

#include "bearings-service-imports.h"
#include "bearings-service-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-import.h"
#include "bearings-check-set.h"
#include "bearings-pack-reader.h"

typedef struct {
  BearingsImport *import;
  BearingsCatalogue *catalogue;
  BearingsImportFlags flags;
  const BearingsPreview *preview;
  BearingsProgressFunc progress;
  gpointer progress_data;
  BearingsSetCheck *check;
  gboolean passed_over; /* a record that was not read again */
  gboolean has_items;   /* which say something of their instrument that only the whole set shows */
  gboolean begun;       /* the header holds; without one there is only the check */
  gboolean refused;     /* for what somebody asked for, which no look at the records would find */
} Feed;

/* The version of a pack that is installed, or NULL. */
static char *
installed_version (BearingsCatalogue *catalogue, const char *id, GError **error)
{
  g_autoptr (GPtrArray) packs = bearings_catalogue_list_packs (catalogue, error);

  for (guint i = 0; packs != NULL && i < packs->len; i++) {
    const BearingsInstalledPack *pack = packs->pdata[i];
    if (g_str_equal (pack->info->id, id))
      return g_strdup (pack->info->version);
  }
  return NULL;
}

static gboolean
on_header (const BearingsPackInfo *info, gpointer user_data, GError **error)
{
  Feed *feed = user_data;
  g_autofree char *installed = installed_version (feed->catalogue, info->id, error);

  if (installed != NULL && (feed->flags & BEARINGS_IMPORT_ALLOW_DOWNGRADE) == 0 &&
      bearings_pack_info_version_compare (info->version, installed) < 0) {
    feed->refused = TRUE;
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_DOWNGRADE,
                 /* Translators: title of a pack, version in the file, version installed. */
                 _ ("“%s” %s is older than the installed version %s. An older version is applied "
                    "only when that is asked for."),
                 info->title, info->version, installed);
    return FALSE;
  }
  feed->begun = bearings_import_pack (feed->import, info, NULL, error);
  return feed->begun;
}

static gboolean
on_text (const BearingsPackPlace *place, gpointer user_data)
{
  Feed *feed = user_data;
  gboolean taken = feed->begun && bearings_import_take_text (feed->import, place->digest);

  feed->passed_over |= taken;
  return taken;
}

static gboolean
on_record (BearingsRecord *record,
           const BearingsPackPlace *place,
           gpointer user_data,
           GError **error)
{
  Feed *feed = user_data;
  gboolean added =
    !feed->begun || bearings_import_add_text (feed->import, record, place->digest, error);

  bearings_set_check_record (feed->check, record, place->file, place->line, place->path);
  feed->has_items |= bearings_service_needs_closer_look (record);
  bearings_record_unref (record);
  return added;
}

static void
on_progress (goffset done, goffset total, gpointer user_data)
{
  Feed *feed = user_data;

  if (feed->progress != NULL)
    feed->progress (done, total, feed->progress_data);
}

/* Reads, checks and applies at once; nothing is committed unless all is well. */
static BearingsImportSummary *
import_once (BearingsService *self,
             Feed *feed,
             GFile *file,
             GPtrArray *problems,
             GCancellable *cancellable,
             GError **error)
{
  const BearingsPackHandler handler = {
    .header = on_header, .record = on_record, .text = on_text, .progress = on_progress
  };
  g_autoptr (BearingsImport) import = bearings_import_begin (feed->catalogue, error);
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_auto (BearingsSignature) signature = { 0 };
  g_autoptr (GPtrArray) summaries = NULL;

  if (import == NULL)
    return NULL;
  feed->import = import;
  summary = bearings_pack_reader_read (file, &handler, feed, problems, cancellable, error);
  if (summary == NULL)
    return NULL;
  if (feed->preview != NULL &&
      memcmp (feed->preview->hash, summary->hash, sizeof summary->hash) != 0) {
    feed->refused = TRUE;
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_CHANGED,
                 _ ("The file is no longer the one that was looked at. Look at it again."));
    return NULL;
  }
  feed->refused = !bearings_service_check_signature (self, file, summary->info->signature,
                                                     summary->hash, &signature, error);
  if (feed->refused)
    return NULL;
  if (feed->has_items) {
    g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

    feed->refused = reader == NULL || !bearings_service_look_closer (reader->catalogue, file,
                                                                     problems, cancellable, error);
    if (feed->refused)
      return NULL;
  } else {
    bearings_set_check_finish (feed->check, !feed->passed_over, problems,
                               BEARINGS_PACK_MAX_PROBLEMS);
  }
  bearings_import_set_origin (import, summary->sha256, &signature);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !bearings_import_commit (import, error))
    return NULL;
  summaries = bearings_import_get_summaries (import);
  return g_ptr_array_steal_index (summaries, 0);
}

/* Whether a closer look at the whole file can say more than the error. */
static gboolean
is_of_the_pack (const GError *error)
{
  return g_error_matches (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID) ||
         g_error_matches (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT) ||
         g_error_matches (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_REFERENCE) ||
         g_error_matches (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID);
}

gboolean
bearings_service_needs_closer_look (const BearingsRecord *record)
{
  return record->type->kind == BEARINGS_RECORD_ITEM ||
         record->type->kind == BEARINGS_RECORD_INSTRUMENT;
}

gboolean
bearings_service_look_closer (BearingsCatalogue *catalogue,
                              GFile *file,
                              GPtrArray *problems,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_ptr_array_set_size (problems, 0); /* what was found before is found again, with all others */
  g_ptr_array_add (files, file);
  return bearings_service_check_files (catalogue, files, NULL, NULL, problems, NULL, cancellable,
                                       error);
}

void
bearings_service_explain (BearingsCatalogue *catalogue,
                          GFile *file,
                          const GError *cause,
                          GPtrArray *problems,
                          GCancellable *cancellable,
                          GError **error)
{
  if (!is_of_the_pack (cause)) {
    bearings_service_translate (cause, error);
    return;
  }
  if (bearings_service_look_closer (catalogue, file, problems, cancellable, error))
    bearings_service_translate (cause, error);
}

BearingsImportSummary *
bearings_service_imports_apply (BearingsService *self,
                                GFile *file,
                                BearingsImportFlags flags,
                                const BearingsPreview *preview,
                                BearingsProgressFunc progress,
                                gpointer user_data,
                                GPtrArray *problems,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (GError) local = NULL;
  BearingsImportSummary *summary = NULL;

  bearings_service_lock_writer (self);
  catalogue = bearings_catalogue_open (bearings_service_get_catalogue_path (self),
                                       BEARINGS_CATALOGUE_WRITE, &local);
  if (catalogue != NULL) {
    g_autoptr (BearingsSetCheck) check = bearings_set_check_new ();
    Feed feed = { .catalogue = catalogue,
                  .flags = flags,
                  .preview = preview,
                  .progress = progress,
                  .progress_data = user_data,
                  .check = check };

    summary = import_once (self, &feed, file, problems, cancellable, &local);
    if (summary == NULL && feed.refused)
      g_propagate_error (error, g_steal_pointer (&local));
    else if (summary == NULL)
      bearings_service_explain (catalogue, file, local, problems, cancellable, error);
  } else {
    g_propagate_error (error, g_steal_pointer (&local));
  }
  bearings_service_unlock_writer (self);
  return summary;
}

GPtrArray *
bearings_service_imports_list (BearingsService *self, const char *pack, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_import_list (reader->catalogue, pack, error) : NULL;
}

typedef struct {
  BearingsProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  gint64 told;
} Undoing;

static gboolean
on_undoing (gint64 done, gint64 total, gpointer data)
{
  Undoing *undoing = data;

  if (undoing->progress != NULL && done != undoing->told)
    undoing->progress (done, total, undoing->progress_data);
  undoing->told = done;
  return g_cancellable_is_cancelled (undoing->cancellable);
}

gboolean
bearings_service_imports_undo (BearingsService *self,
                               gint64 number,
                               BearingsProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GError **error)
{
  Undoing undoing = { progress, progress_data, cancellable, -1 };
  g_autoptr (BearingsCatalogue) catalogue = NULL;
  g_autoptr (GError) local = NULL;
  gboolean undone;

  bearings_service_lock_writer (self);
  catalogue = bearings_catalogue_open (bearings_service_get_catalogue_path (self),
                                       BEARINGS_CATALOGUE_WRITE, &local);
  undone =
    catalogue != NULL && bearings_import_undo (catalogue, number, on_undoing, &undoing, &local);
  bearings_service_unlock_writer (self);
  /* What was stopped is cancelled, whatever SQLite calls it. */
  if (!undone && g_cancellable_is_cancelled (cancellable))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The import was not undone."));
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return undone;
}
