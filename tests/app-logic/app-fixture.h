/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service on a small world with every kind of item, in a folder of its own. */
#pragma once

#include <glib/gstdio.h>

#include "bearings-service-packs.h"
#include "bearings-service-sittings.h"
#include "bearings-service.h"

typedef struct {
  char *folder;
  char *data_dir;
  BearingsService *service;
} Fixture;

static inline void
fixture_setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autofree char *shipped = NULL;

  fixture->folder = g_dir_make_tmp ("bearings-XXXXXX", &error);
  g_assert_no_error (error);
  shipped = g_build_filename (fixture->folder, "shipped.db", NULL);
  fixture->data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_ptr_array_add (files, g_file_new_for_path (SITTING_PACK));
  bearings_service_packs_build_catalogue (shipped, FALSE, files, problems, &error);
  g_assert_no_error (error);
  fixture->service = bearings_service_new (fixture->data_dir, shipped, &error);
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
  g_free (fixture->data_dir);
  g_free (fixture->folder);
}

static inline char *
fixture_begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *id = bearings_service_sittings_begin (
    fixture->service,
    &(BearingsSittingOrder) { .instrument = "trial", .length = BEARINGS_LENGTH_MIDDLE }, &error);

  g_assert_no_error (error);
  return id;
}

#define FIXTURE_ADD(name, func)                                                                    \
  g_test_add (name, Fixture, NULL, fixture_setup, func, fixture_teardown)
