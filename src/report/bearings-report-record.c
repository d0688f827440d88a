/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any record as a document: every field by name, absent ones left out. */

#include <glib/gi18n-lib.h>

#include "bearings-format.h"
#include "bearings-report.h"
#include "bearings-words.h"

static void add_struct (BearingsDocument *document,
                        const char *prefix,
                        const BearingsStructType *type,
                        gconstpointer data);

static char *
join (const char *prefix, const char *name)
{
  return prefix[0] != '\0' ? g_strdup_printf ("%s.%s", prefix, name) : g_strdup (name);
}

static char *
scalar (const BearingsField *field, gconstpointer data)
{
  switch (field->kind) {
  case BEARINGS_FIELD_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, *BEARINGS_FIELD_AT (gint64, data, field));
  case BEARINGS_FIELD_REAL:
    return bearings_format_number (*BEARINGS_FIELD_AT (double, data, field), 6);
  case BEARINGS_FIELD_BOOLEAN:
    return g_strdup (*BEARINGS_FIELD_AT (int, data, field) == BEARINGS_YES ? _ ("yes") : _ ("no"));
  case BEARINGS_FIELD_ENUM:
    return g_strdup (
      bearings_enums_nick (field->enumeration, *BEARINGS_FIELD_AT (int, data, field)));
  default:
    return g_strdup (*BEARINGS_FIELD_AT (char *, data, field));
  }
}

static void
add_list (BearingsDocument *document,
          const char *name,
          const BearingsField *field,
          gconstpointer data)
{
  GString *text = g_string_new (NULL);

  if (field->kind == BEARINGS_FIELD_REALS) {
    GArray *reals = *BEARINGS_FIELD_AT (GArray *, data, field);
    for (guint i = 0; i < reals->len; i++) {
      g_autofree char *number = bearings_format_number (g_array_index (reals, double, i), 6);
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", number);
    }
  } else {
    GPtrArray *texts = *BEARINGS_FIELD_AT (GPtrArray *, data, field);
    for (guint i = 0; i < texts->len; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (char *) texts->pdata[i]);
  }
  bearings_document_add_term (document, name, text->str, 0);
  g_string_free (text, TRUE);
}

static void
add_field (BearingsDocument *document,
           const char *prefix,
           const BearingsField *field,
           gconstpointer data)
{
  g_autofree char *name = join (prefix, field->name);
  g_autofree char *text = NULL;

  if (!bearings_field_is_set (field, data))
    return;
  switch (field->kind) {
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
    add_list (document, name, field, data);
    break;
  case BEARINGS_FIELD_STRUCT:
    add_struct (document, name, field->structure, (const char *) data + field->offset);
    break;
  case BEARINGS_FIELD_STRUCTS: {
    GPtrArray *list = *BEARINGS_FIELD_AT (GPtrArray *, data, field);
    for (guint i = 0; i < list->len; i++) {
      g_autofree char *numbered = g_strdup_printf ("%s %u", name, i + 1);
      add_struct (document, numbered, field->structure, list->pdata[i]);
    }
    break;
  }
  default:
    text = scalar (field, data);
    bearings_document_add_term (document, name, text, 0);
    break;
  }
}

static void
add_struct (BearingsDocument *document,
            const char *prefix,
            const BearingsStructType *type,
            gconstpointer data)
{
  for (guint i = 0; i < type->n_fields; i++)
    add_field (document, prefix, &type->fields[i], data);
}

BearingsDocument *
bearings_report_record (const BearingsRecord *record)
{
  BearingsDocument *document = bearings_document_new ();
  g_autofree char *title =
    g_strdup_printf ("%s %s", bearings_words_record_kind_title (record->type->kind), record->id);

  bearings_document_add_title (document, title);
  add_struct (document, "", &record->type->structure, record);
  if (record->pack != NULL)
    bearings_document_add_term (document, _ ("pack"), record->pack, 0);
  return document;
}
