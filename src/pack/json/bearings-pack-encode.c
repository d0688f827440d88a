/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records into JSON, by the tables of fields. */

#include "bearings-pack-encode.h"

static void
write_struct (BearingsJsonText *json, const BearingsStructType *type, gconstpointer data);

static void
write_structs (BearingsJsonText *json, const BearingsField *field, const GPtrArray *list)
{
  bearings_json_text_list (json, field->name);
  for (guint i = 0; i < list->len; i++) {
    bearings_json_text_object (json, NULL);
    write_struct (json, field->structure, g_ptr_array_index (list, i));
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

static void
write_field (BearingsJsonText *json, const BearingsField *field, gconstpointer data)
{
  const char *name = field->name;

  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    bearings_json_text_string (json, name, *BEARINGS_FIELD_AT (char *, data, field));
    break;
  case BEARINGS_FIELD_INTEGER:
    bearings_json_text_integer (json, name, *BEARINGS_FIELD_AT (gint64, data, field));
    break;
  case BEARINGS_FIELD_REAL:
    bearings_json_text_real (json, name, *BEARINGS_FIELD_AT (double, data, field));
    break;
  case BEARINGS_FIELD_BOOLEAN:
    bearings_json_text_boolean (json, name, *BEARINGS_FIELD_AT (int, data, field) == BEARINGS_YES);
    break;
  case BEARINGS_FIELD_ENUM:
    bearings_json_text_enum (json, name, field->enumeration, *BEARINGS_FIELD_AT (int, data, field));
    break;
  case BEARINGS_FIELD_STRUCT:
    bearings_json_text_object (json, name);
    write_struct (json, field->structure, (const char *) data + field->offset);
    bearings_json_text_end (json);
    break;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
    bearings_json_text_strings (json, name, *BEARINGS_FIELD_AT (GPtrArray *, data, field));
    break;
  case BEARINGS_FIELD_REALS:
    bearings_json_text_reals (json, name, *BEARINGS_FIELD_AT (GArray *, data, field));
    break;
  case BEARINGS_FIELD_STRUCTS:
    write_structs (json, field, *BEARINGS_FIELD_AT (GPtrArray *, data, field));
    break;
  }
}

static void
write_struct (BearingsJsonText *json, const BearingsStructType *type, gconstpointer data)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (bearings_field_is_set (&type->fields[i], data))
      write_field (json, &type->fields[i], data);
}

void
bearings_pack_encode_record (BearingsJsonText *json, const char *name, const BearingsRecord *record)
{
  bearings_json_text_object (json, name);
  bearings_json_text_string (json, "type", record->type->name);
  write_struct (json, &record->type->structure, record);
  bearings_json_text_end (json);
}
