/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders, files and small records for the tests of the store. */
#pragma once

#include <ftw.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bearings-catalogue.h"
#include "bearings-claims.h"
#include "bearings-import.h"
#include "bearings-instrument.h"

typedef struct {
  char *folder;
  char *path; /* of the database */
} Fixture;

static inline int
remove_entry (const char *path, const struct stat *status, int flag, struct FTW *walk)
{
  return remove (path);
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bearings-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  nftw (fixture->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline char *
file_hash (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) data, size);
}

static inline BearingsCatalogue *
catalogue_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  BearingsCatalogue *catalogue = bearings_catalogue_open (path, BEARINGS_CATALOGUE_CREATE, &error);

  g_assert_no_error (error);
  return catalogue;
}

static inline BearingsPackInfo *
pack_info (const char *id, const char *version)
{
  BearingsPackInfo *info = bearings_pack_info_new ();

  info->id = g_strdup (id);
  info->version = g_strdup (version);
  info->title = g_strdup ("Test pack");
  return info;
}

static inline GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func (bearings_record_unref);
}

static inline gpointer
add_record (GPtrArray *records, BearingsRecordKind kind, const char *id)
{
  BearingsRecord *record = bearings_record_new (kind);

  record->id = g_strdup (id);
  g_ptr_array_add (records, record);
  return record;
}

static inline BearingsSource *
add_source (GPtrArray *records, const char *id)
{
  BearingsSource *source = add_record (records, BEARINGS_RECORD_SOURCE, id);

  source->csl_type = g_strdup ("report");
  source->title = g_strdup_printf ("Title of %s", id);
  return source;
}

static inline BearingsOccupation *
add_occupation (GPtrArray *records, const char *id, const char *title, const char *source)
{
  BearingsOccupation *occupation = add_record (records, BEARINGS_RECORD_OCCUPATION, id);

  occupation->title = g_strdup (title);
  occupation->soc = g_strndup (id, 7);
  occupation->source = g_strdup (source);
  return occupation;
}

static inline BearingsSkill *
add_skill (GPtrArray *records, const char *id, const char *name)
{
  BearingsSkill *skill = add_record (records, BEARINGS_RECORD_SKILL, id);

  skill->name = g_strdup (name);
  skill->kind = BEARINGS_SKILL_TECHNOLOGY;
  return skill;
}

static inline BearingsRole *
add_role (GPtrArray *records, const char *id, const char *title, const char *occupation)
{
  BearingsRole *role = add_record (records, BEARINGS_RECORD_ROLE, id);

  role->title = g_strdup (title);
  if (occupation != NULL) {
    BearingsRoleOccupation *mapped = bearings_record_struct_new (&bearings_role_occupation_type);
    mapped->occupation = g_strdup (occupation);
    g_ptr_array_add (role->occupations, mapped);
  }
  return role;
}

static inline BearingsClaim *
add_claim (GPtrArray *records, const char *id, const char *statement, const char *source)
{
  BearingsClaim *claim = add_record (records, BEARINGS_RECORD_CLAIM, id);

  claim->statement = g_strdup (statement);
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->source = g_strdup (source);
  claim->finding.missing = BEARINGS_MISSING_NOT_STATED;
  return claim;
}

static inline void
add_directness (BearingsClaim *claim, const char *skill, const char *role, const char *occupation)
{
  BearingsClaimDirectness *row = bearings_record_struct_new (&bearings_claim_directness_type);

  row->skill = g_strdup (skill);
  row->role = g_strdup (role);
  row->occupation = g_strdup (occupation);
  row->level = BEARINGS_DIRECTNESS_DIRECT;
  row->reason = g_strdup ("a reason");
  g_ptr_array_add (claim->directness, row);
}

/* Imports one pack; NULL on error. */
static inline BearingsImportSummary *
import_pack (BearingsCatalogue *catalogue,
             const char *id,
             const char *version,
             GPtrArray *records,
             GError **error)
{
  g_autoptr (BearingsImport) import = bearings_import_begin (catalogue, error);
  g_autoptr (BearingsPackInfo) info = pack_info (id, version);
  g_autoptr (GPtrArray) summaries = NULL;

  if (import == NULL || !bearings_import_pack (import, info, "0123", error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!bearings_import_add (import, records->pdata[i], error))
      return NULL;
  if (!bearings_import_commit (import, error))
    return NULL;
  summaries = bearings_import_get_summaries (import);
  g_assert_cmpuint (summaries->len, ==, 1);
  return g_ptr_array_steal_index (summaries, 0);
}
