/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs: listing, checking, importing, building a catalogue. */

#include "bearings-service-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bearings-compare.h"
#include "bearings-import.h"
#include "bearings-pack-validator.h"
#include "bearings-service-packs.h"

GPtrArray *
bearings_service_packs_list (BearingsService *self, GError **error)
{
  g_autoptr (BearingsReader) reader = bearings_service_borrow (self, error);

  return reader != NULL ? bearings_catalogue_list_packs (reader->catalogue, error) : NULL;
}

/* A record is known when the catalogue has it from a pack that this import does not replace. */
typedef struct {
  BearingsCatalogue *catalogue;
  GHashTable *replaced; /* ids of the packs at hand */
  GError *error;        /* the first one of the catalogue: nothing that follows is known */
} Known;

static gboolean
is_known (BearingsRecordKind kind, const char *id, gpointer user_data)
{
  Known *known = user_data;
  g_autofree char *pack = NULL;

  if (known->error == NULL)
    pack = bearings_catalogue_get_owner (known->catalogue, kind, id, &known->error);
  return pack != NULL && !g_hash_table_contains (known->replaced, pack);
}

static char *
refuses (const BearingsPackInfo *info, BearingsRecordKind kind, const char *id, gpointer user_data)
{
  Known *known = user_data;

  return known->error == NULL
           ? bearings_compare_refuses_claim (known->catalogue, info, kind, id, &known->error)
           : NULL;
}

static void
outside (const char *pack,
         BearingsOutsideReferenceFunc func,
         gpointer func_data,
         gpointer user_data)
{
  Known *known = user_data;

  if (known->error == NULL)
    bearings_compare_foreach_outside_reference (known->catalogue, pack, (guint32) -1, func,
                                                func_data, &known->error);
}

typedef struct {
  char *id;
} Header;

static gboolean
note_header (const BearingsPackInfo *info, gpointer user_data, GError **error)
{
  Header *header = user_data;

  header->id = g_strdup (info->id);
  /* The header is all that is wanted: stop here. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "header read");
  return FALSE;
}

/* The ids of the packs in @files; a file that cannot be read is left to the validation. */
static GHashTable *
pack_ids (GPtrArray *files)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const BearingsPackHandler handler = { .header = note_header };

  for (guint i = 0; i < files->len; i++) {
    g_autoptr (GPtrArray) ignored = bearings_problem_list_new ();
    g_autoptr (GError) error = NULL;
    Header header = { NULL };
    BearingsPackSummary *summary =
      bearings_pack_reader_read (files->pdata[i], &handler, &header, ignored, NULL, &error);

    g_clear_pointer (&summary, bearings_pack_summary_free);
    if (header.id != NULL)
      g_hash_table_add (ids, header.id);
  }
  return ids;
}

gboolean
bearings_service_check_files (BearingsCatalogue *catalogue,
                              GPtrArray *files,
                              BearingsProgressFunc progress,
                              gpointer progress_data,
                              GPtrArray *problems,
                              GPtrArray **summaries,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GHashTable) replaced = pack_ids (files);
  Known known = { catalogue, replaced, NULL };
  const BearingsPackWorld world = { is_known, refuses, outside, &known };
  g_autoptr (GError) local = NULL;
  gboolean valid = bearings_pack_validator_validate_in (
    (GFile *const *) files->pdata, files->len, catalogue != NULL ? &world : NULL, progress,
    progress_data, problems, summaries, cancellable, &local);

  if (known.error != NULL) {
    g_propagate_error (error, known.error);
    return FALSE;
  }
  if (!valid)
    bearings_service_translate (local, error);
  return valid;
}

gboolean
bearings_service_packs_validate_files (BearingsService *self,
                                       GPtrArray *files,
                                       GPtrArray *problems,
                                       GError **error)
{
  g_autoptr (BearingsReader) reader = NULL;

  if (self != NULL) {
    reader = bearings_service_borrow (self, error);
    if (reader == NULL)
      return FALSE;
  }
  return bearings_service_check_files (reader != NULL ? reader->catalogue : NULL, files, NULL, NULL,
                                       problems, NULL, NULL, error);
}

static gboolean
add_record (BearingsRecord *record,
            const BearingsPackPlace *place,
            gpointer user_data,
            GError **error)
{
  gboolean added = bearings_import_add_text (user_data, record, place->digest, error);

  bearings_record_unref (record);
  return added;
}

/* Feeds a file that was found good into an import that is under way. */
static gboolean
feed (BearingsImport *import,
      GFile *file,
      const BearingsPackSummary *checked,
      GCancellable *cancellable,
      GError **error)
{
  const BearingsPackHandler handler = { .record = add_record };
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary =
    bearings_pack_reader_read (file, &handler, import, problems, cancellable, error);

  if (summary == NULL)
    return FALSE;
  if (g_str_equal (summary->sha256, checked->sha256))
    return TRUE;
  {
    g_autofree char *name = g_file_get_parse_name (file);
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                 _ ("%s changed while it was being read. Nothing was applied; try again."), name);
  }
  return FALSE;
}

/* Applies checked files in one transaction, so that they may refer to each other. */
static GPtrArray *
apply (BearingsCatalogue *catalogue,
       GPtrArray *files,
       GPtrArray *checked,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, error);

  if (import == NULL)
    return NULL;
  bearings_import_set_final (import); /* there is nothing to go back to */
  for (guint i = 0; i < files->len; i++) {
    const BearingsPackSummary *pack = checked->pdata[i];
    if (!bearings_import_pack (import, pack->info, pack->sha256, error) ||
        !feed (import, files->pdata[i], pack, cancellable, error))
      return NULL;
  }
  return bearings_import_commit (import, error) ? bearings_import_get_summaries (import) : NULL;
}

static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_move (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

static gboolean
build (const char *path, GPtrArray *files, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) checked = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (BearingsCatalogue) catalogue = NULL;

  if (!bearings_service_check_files (NULL, files, NULL, NULL, problems, &checked, NULL, error))
    return FALSE;
  catalogue = bearings_catalogue_open (path, BEARINGS_CATALOGUE_CREATE, error);
  summaries = catalogue != NULL ? apply (catalogue, files, checked, NULL, error) : NULL;
  return summaries != NULL;
}

gboolean
bearings_service_packs_build_catalogue (const char *path,
                                        gboolean replace,
                                        GPtrArray *files,
                                        GPtrArray *problems,
                                        GError **error)
{
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);

  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_CATALOGUE,
                 _ ("%s exists already."), path);
    return FALSE;
  }
  g_unlink (partial); /* left by a build that was killed */
  if (build (partial, files, problems, error) && move_into_place (partial, path, error))
    return TRUE;
  g_unlink (partial);
  return FALSE;
}
