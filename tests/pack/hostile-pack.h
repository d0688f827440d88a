/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack whose every text would do harm where it were taken for markup, SQL or a format. */
#pragma once

#include <string.h>

#include "bearings-pack-reader.h"
#include "bearings-pack-writer.h"

#define HOSTILE "<b>&amp;'\";DROP TABLE claim;--%s%n</b>"
/* What is left of it where it was taken for markup. */
#define HOSTILE_AS_MARKUP "&'\";DROP"
/* And where it was escaped twice. */
#define HOSTILE_TWICE "&lt;b"

/* Names by which parts of a pack hold on to each other, and words with a meaning. */
static inline gboolean
hostile_keeps (const BearingsField *field)
{
  static const char *const names[] = { "id",   "scale",    "criterion", "doi",     "soc",  "key",
                                       "unit", "csl_type", "language",  "version", "group" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (field->name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A text that becomes a part of an id may hold all but a stroke. */
static inline void
hostile_key (BearingsRecord *record)
{
  for (guint i = 0; record->type->key != NULL && record->type->key[i] != NULL; i++) {
    const BearingsField *field =
      bearings_record_struct_field (&record->type->structure, record->type->key[i]);

    if (field->kind == BEARINGS_FIELD_TEXT && *BEARINGS_FIELD_AT (char *, record, field) != NULL)
      g_strdelimit (*BEARINGS_FIELD_AT (char *, record, field), "/", '|');
  }
}

/* Texts that must not be alike, such as options, are told apart by their number. */
static inline char *
hostile_text (guint *n)
{
  return g_strdup_printf ("%s %u", HOSTILE, ++*n);
}

static inline void
hostile_struct (const BearingsStructType *type, gpointer data, guint *n)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];

    if (hostile_keeps (field))
      continue;
    /* What is absent may be so for a reason. */
    if (field->kind == BEARINGS_FIELD_TEXT && !bearings_field_is_set (field, data) &&
        (strstr (field->name, "unit") != NULL || strstr (field->name, "note") != NULL))
      continue;
    if (field->kind == BEARINGS_FIELD_TEXT) {
      char **text = BEARINGS_FIELD_AT (char *, data, field);

      g_free (*text);
      *text = hostile_text (n);
    } else if (field->kind == BEARINGS_FIELD_TEXTS) {
      GPtrArray *texts = *BEARINGS_FIELD_AT (GPtrArray *, data, field);

      g_ptr_array_set_size (texts, 0);
      g_ptr_array_add (texts, hostile_text (n));
    } else if (field->kind == BEARINGS_FIELD_STRUCT) {
      gpointer inner = (char *) data + field->offset;

      if (bearings_record_struct_is_set (field->structure, inner))
        hostile_struct (field->structure, inner, n);
    } else if (field->kind == BEARINGS_FIELD_STRUCTS) {
      GPtrArray *list = *BEARINGS_FIELD_AT (GPtrArray *, data, field);

      for (guint j = 0; j < list->len; j++)
        hostile_struct (field->structure, list->pdata[j], n);
    }
  }
}

typedef struct {
  GPtrArray *records;
  BearingsPackInfo *info;
} HostilePack;

static inline gboolean
hostile_header (const BearingsPackInfo *info, gpointer user_data, GError **error)
{
  ((HostilePack *) user_data)->info = bearings_pack_info_copy (info);
  return TRUE;
}

static inline gboolean
hostile_record (BearingsRecord *record,
                const BearingsPackPlace *place,
                gpointer user_data,
                GError **error)
{
  g_ptr_array_add (((HostilePack *) user_data)->records, record);
  return TRUE;
}

/* The pack in @from with other words, as a file in @folder. */
static inline GFile *
hostile_pack_new (const char *from, const char *folder)
{
  static const BearingsPackHandler handler = { .header = hostile_header, .record = hostile_record };
  g_autoptr (GFile) file = g_file_new_for_path (from);
  g_autofree char *path = g_build_filename (folder, "hostile.bearings.json", NULL);
  GFile *out = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackWriter) writer = NULL;
  g_autoptr (BearingsPackSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  HostilePack pack = { g_ptr_array_new_with_free_func (bearings_record_unref), NULL };
  guint n = 0;

  summary = bearings_pack_reader_read (file, &handler, &pack, problems, NULL, &error);
  g_assert_no_error (error);
  g_set_str (&pack.info->title, HOSTILE);
  g_set_str (&pack.info->publisher, HOSTILE);
  g_set_str (&pack.info->licence, HOSTILE);
  g_set_str (&pack.info->attribution, HOSTILE);
  g_set_str (&pack.info->note, HOSTILE);
  writer = bearings_pack_writer_new_for_file (out, BEARINGS_PACK_DOCUMENT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_pack_writer_header (writer, pack.info, &error));
  for (guint i = 0; i < pack.records->len; i++) {
    BearingsRecord *record = pack.records->pdata[i];

    hostile_struct (&record->type->structure, record, &n);
    hostile_key (record);
    bearings_pack_writer_sound (writer, record, &error);
    g_assert_no_error (error);
  }
  g_assert_true (bearings_pack_writer_finish (writer, &error));
  g_assert_cmpuint (n, >, 100);
  bearings_pack_info_free (pack.info);
  g_ptr_array_unref (pack.records);
  return out;
}
