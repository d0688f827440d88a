/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service on a small world in a folder of its own. */
#pragma once

#include <glib/gstdio.h>

#include "bearings-service-packs.h"
#include "bearings-service.h"

typedef struct {
  char *folder;
  BearingsService *service;
} Fixture;

static inline char *
fixture_pack (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "small.bearings.json", NULL);
}

static inline void
fixture_setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autofree char *pack = fixture_pack ();
  g_autofree char *shipped = NULL;
  g_autofree char *data_dir = NULL;

  fixture->folder = g_dir_make_tmp ("bearings-XXXXXX", &error);
  g_assert_no_error (error);
  shipped = g_build_filename (fixture->folder, "shipped.db", NULL);
  data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_ptr_array_add (files, g_file_new_for_path (pack));
  bearings_service_packs_build_catalogue (shipped, FALSE, files, problems, &error);
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *text = bearings_problem_to_string (problems->pdata[i]);
    g_test_message ("%s", text);
  }
  g_assert_no_error (error);
  fixture->service = bearings_service_new (data_dir, shipped, &error);
  g_assert_no_error (error);
}

static inline void
fixture_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    fixture_remove (child);
  }
  g_remove (path);
}

static inline void
fixture_teardown (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->service);
  fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

#define FIXTURE_ADD(name, func)                                                                    \
  g_test_add (name, Fixture, NULL, fixture_setup, func, fixture_teardown)
