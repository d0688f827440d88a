/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs as text, for the tests of reading and writing. */
#pragma once

#include "bearings-pack-reader.h"

#define HEADER                                                                                     \
  "\"bearings_pack\":1,\"id\":\"test\",\"title\":\"Test\",\"version\":\"1.0\","                    \
  "\"published\":\"2026-08-31\",\"publisher\":\"Tests\",\"licence\":\"CC0\""
#define SOURCE "{\"type\":\"source\",\"id\":\"s\",\"csl_type\":\"report\",\"title\":\"A report\"}"
#define SKILL "{\"type\":\"skill\",\"id\":\"python\",\"name\":\"Python\",\"kind\":\"technology\"}"

/* A claim whose finding is @finding, a JSON object. */
#define CLAIM(finding)                                                                             \
  "{\"type\":\"claim\",\"id\":\"c\",\"statement\":\"So it is.\",\"channel\":\"pay\","              \
  "\"design\":\"survey\",\"source\":\"s\",\"finding\":" finding "}"

typedef struct {
  GPtrArray *problems; /* BearingsProblem */
  GPtrArray *records;  /* BearingsRecord */
  BearingsPackSummary *summary;
  GError *error;
} Read;

static inline gboolean
take_record (BearingsRecord *record,
             const BearingsPackPlace *place,
             gpointer user_data,
             GError **error)
{
  g_ptr_array_add (user_data, record);
  return TRUE;
}

static inline void
read_bytes (Read *read, const char *bytes, gssize length)
{
  static const BearingsPackHandler handler = { .record = take_record };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (
    bytes, length < 0 ? (gssize) strlen (bytes) : length, NULL);

  read->problems = bearings_problem_list_new ();
  read->records = g_ptr_array_new_with_free_func (bearings_record_unref);
  read->error = NULL;
  read->summary = bearings_pack_reader_read_stream (stream, "test", 0, &handler, read->records,
                                                    read->problems, NULL, &read->error);
}

static inline void
read_clear (Read *read)
{
  g_clear_pointer (&read->problems, g_ptr_array_unref);
  g_clear_pointer (&read->records, g_ptr_array_unref);
  g_clear_pointer (&read->summary, bearings_pack_summary_free);
  g_clear_error (&read->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static inline const BearingsProblem *
find_problem (GPtrArray *problems, const char *code)
{
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = g_ptr_array_index (problems, i);
    if (strcmp (problem->code, code) == 0)
      return problem;
  }
  return NULL;
}

static inline char *
all_problems (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = bearings_problem_to_string (g_ptr_array_index (problems, i));
    g_string_append_printf (text, "%s\n", line);
  }
  return g_string_free_and_steal (text);
}

/* The pack is refused, with one problem of @code at @line and @path (NULL: any). */
static inline void
assert_refused (const char *bytes, gssize length, const char *code, guint line, const char *path)
{
  g_auto (Read) read = { 0 };
  const BearingsProblem *problem;
  g_autofree char *all = NULL;

  read_bytes (&read, bytes, length);
  all = all_problems (read.problems);
  g_assert_null (read.summary);
  g_assert_error (read.error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID);
  problem = find_problem (read.problems, code);
  if (problem == NULL)
    g_error ("no problem “%s” among:\n%s", code, all);
  g_assert_cmpuint (problem->severity, ==, BEARINGS_SEVERITY_ERROR);
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  g_assert_cmpstr (problem->message, !=, "");
  if (line > 0)
    g_assert_cmpuint (problem->line, ==, line);
  if (path != NULL)
    g_assert_cmpstr (problem->path, ==, path);
}
