/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs that a person brings to the Data screen of the small world. */

#include "data-desk.h"
#include "bearings-service-imports.h"

GFile *
in_folder (Desk *desk, const char *name)
{
  return g_file_new_build_filename (desk->base.folder, name, NULL);
}

GFile *
write_file (Desk *desk, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (desk->base.folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

GFile *
write_pack (Desk *desk, const char *name, const char *version, const char *records)
{
  g_autofree char *text = g_strdup_printf (
    "{\"bearings_pack\":1,\"id\":\"own\",\"title\":\"Own <b>pack</b>\",\"version\":\"%s\","
    "\"published\":\"2026-02-01\",\"publisher\":\"P & Q\",\"licence\":\"CC0\",\"records\":[%s]}",
    version, records);

  return write_file (desk, name, text);
}

void
import_at_once (Desk *desk, GFile *file)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsImportSummary) summary = bearings_service_imports_apply (
    desk->base.service, file, BEARINGS_IMPORT_DEFAULT, NULL, NULL, NULL, problems, NULL, &error);

  g_assert_no_error (error);
}

char *
title_of (Desk *desk, const char *id)
{
  g_autoptr (BearingsRecord) record =
    bearings_service_get_record (desk->base.service, BEARINGS_RECORD_SOURCE, id, NULL);

  return record != NULL ? g_strdup (((BearingsSource *) record)->title) : NULL;
}

void
look_at (Desk *desk, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.import", "s", uri));
}
