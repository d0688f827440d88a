/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON Schema of the pack format, made from the tables of fields. */

#include "pack-schema.h"

#include <string.h>

#include "bearings-claims.h"
#include "bearings-figure.h"
#include "bearings-json-text.h"
#include "bearings-pack-fields.h"

#define ID_PATTERN "^[A-Za-z0-9][A-Za-z0-9._:/-]*$"

static void
put_ref (BearingsJsonText *json, const char *definition)
{
  g_autofree char *path = g_strdup_printf ("#/$defs/%s", definition);
  bearings_json_text_string (json, "$ref", path);
}

static void
put_range (BearingsJsonText *json, const BearingsField *field)
{
  if (field->min >= field->max)
    return;
  bearings_json_text_real (json, "minimum", field->min);
  bearings_json_text_real (json, "maximum", field->max);
}

static char *
struct_name (const BearingsStructType *type)
{
  return g_strdelimit (g_strdup (type->name), " ", '-');
}

static void
put_enum (BearingsJsonText *json, const BearingsEnumType *type)
{
  bearings_json_text_list (json, "enum");
  for (guint i = 0; type->values[i] != NULL; i++)
    bearings_json_text_string (json, NULL, type->values[i]);
  bearings_json_text_end (json);
}

/* What one value of the field is; for a list, one element. */
static void
put_value (BearingsJsonText *json, const BearingsField *field)
{
  g_autofree char *name = NULL;

  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
    put_ref (json, strcmp (field->name, "id") == 0 ? "id" : "text");
    break;
  case BEARINGS_FIELD_TEXTS:
    put_ref (json, "text");
    break;
  case BEARINGS_FIELD_DATE:
    put_ref (json, "date");
    break;
  case BEARINGS_FIELD_URL:
    put_ref (json, "url");
    break;
  case BEARINGS_FIELD_REF:
  case BEARINGS_FIELD_REFS:
    name =
      g_strdup_printf ("Id of a record of type %s", bearings_record_type (field->target)->name);
    bearings_json_text_string (json, "description", name);
    put_ref (json, "id");
    break;
  case BEARINGS_FIELD_INTEGER:
    bearings_json_text_string (json, "type", "integer");
    put_range (json, field);
    break;
  case BEARINGS_FIELD_REAL:
  case BEARINGS_FIELD_REALS:
    bearings_json_text_string (json, "type", "number");
    put_range (json, field);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    bearings_json_text_string (json, "type", "boolean");
    break;
  case BEARINGS_FIELD_ENUM:
    put_enum (json, field->enumeration);
    break;
  case BEARINGS_FIELD_STRUCT:
  case BEARINGS_FIELD_STRUCTS:
    name = struct_name (field->structure);
    put_ref (json, name);
    break;
  }
}

static void
put_field (BearingsJsonText *json, const BearingsField *field)
{
  bearings_json_text_object (json, field->name);
  switch (field->kind) {
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
  case BEARINGS_FIELD_STRUCTS:
    bearings_json_text_string (json, "type", "array");
    if (field->required)
      bearings_json_text_integer (json, "minItems", 1);
    if (field->kind == BEARINGS_FIELD_REFS)
      bearings_json_text_boolean (json, "uniqueItems", TRUE);
    bearings_json_text_object (json, "items");
    put_value (json, field);
    bearings_json_text_end (json);
    break;
  default:
    put_value (json, field);
  }
  bearings_json_text_end (json);
}

/* Exactly one of two fields. */
static void
put_either (BearingsJsonText *json, const char *one, const char *other)
{
  const char *names[] = { one, other };

  bearings_json_text_list (json, "oneOf");
  for (guint i = 0; i < 2; i++) {
    bearings_json_text_object (json, NULL);
    bearings_json_text_list (json, "required");
    bearings_json_text_string (json, NULL, names[i]);
    bearings_json_text_end (json);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
}

/* @record_type: value of "type", or NULL for a nested struct */
static void
put_struct (BearingsJsonText *json,
            const char *name,
            const BearingsStructType *type,
            const char *record_type)
{
  bearings_json_text_object (json, name);
  bearings_json_text_string (json, "type", "object");
  bearings_json_text_object (json, "properties");
  if (record_type != NULL) {
    bearings_json_text_object (json, "type");
    bearings_json_text_string (json, "const", record_type);
    bearings_json_text_end (json);
  }
  for (guint i = 0; i < type->n_fields; i++)
    put_field (json, &type->fields[i]);
  bearings_json_text_end (json);

  bearings_json_text_list (json, "required");
  if (record_type != NULL)
    bearings_json_text_string (json, NULL, "type");
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].required)
      bearings_json_text_string (json, NULL, type->fields[i].name);
  bearings_json_text_end (json);
  if (type == &bearings_figure_type || type == &bearings_rating_type ||
      type == &bearings_amount_type)
    put_either (json, "value", "missing");
  else if (type == &bearings_sample_size_type)
    put_either (json, "n", "missing");
  else if (record_type != NULL && strcmp (record_type, "trace-hop") == 0)
    put_either (json, "claim", "register_entry");
  bearings_json_text_boolean (json, "additionalProperties", FALSE);
  bearings_json_text_end (json);
}

static void
put_nested (BearingsJsonText *json, const BearingsStructType *type, GHashTable *done)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];
    g_autofree char *name = NULL;

    if ((field->kind != BEARINGS_FIELD_STRUCT && field->kind != BEARINGS_FIELD_STRUCTS) ||
        !g_hash_table_add (done, (gpointer) field->structure))
      continue;
    name = struct_name (field->structure);
    put_struct (json, name, field->structure, NULL);
    put_nested (json, field->structure, done);
  }
}

static void
put_header_members (BearingsJsonText *json)
{
  bearings_json_text_object (json, BEARINGS_PACK_FORMAT_KEY);
  bearings_json_text_string (json, "description", "Version of the pack format");
  bearings_json_text_integer (json, "const", BEARINGS_PACK_FORMAT);
  bearings_json_text_end (json);
  for (guint i = 0; i < bearings_n_pack_fields; i++) {
    const BearingsPackField *field = &bearings_pack_fields[i];

    bearings_json_text_object (json, field->name);
    bearings_json_text_string (json, "description", field->description);
    if (strcmp (field->name, "id") == 0) {
      bearings_json_text_string (json, "type", "string");
      bearings_json_text_string (json, "pattern", "^[a-z0-9][a-z0-9-]*$");
    } else if (strcmp (field->name, "version") == 0) {
      bearings_json_text_string (json, "type", "string");
      bearings_json_text_string (json, "pattern", "^[0-9]+(\\.[0-9]+)*$");
    } else if (strcmp (field->name, "published") == 0) {
      bearings_json_text_string (json, "type", "string");
      bearings_json_text_string (json, "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    } else {
      put_ref (json, "text");
    }
    bearings_json_text_end (json);
  }
}

static void
put_header_required (BearingsJsonText *json, gboolean records)
{
  bearings_json_text_list (json, "required");
  bearings_json_text_string (json, NULL, BEARINGS_PACK_FORMAT_KEY);
  for (guint i = 0; i < bearings_n_pack_fields; i++)
    if (bearings_pack_fields[i].required)
      bearings_json_text_string (json, NULL, bearings_pack_fields[i].name);
  if (records)
    bearings_json_text_string (json, NULL, BEARINGS_PACK_RECORDS_KEY);
  bearings_json_text_end (json);
  bearings_json_text_boolean (json, "additionalProperties", FALSE);
}

static void
put_text_definition (BearingsJsonText *json,
                     const char *name,
                     const char *description,
                     const char *pattern)
{
  bearings_json_text_object (json, name);
  bearings_json_text_string (json, "description", description);
  bearings_json_text_string (json, "type", "string");
  bearings_json_text_string (json, "pattern", pattern);
  bearings_json_text_end (json);
}

/* One "if this type, then that definition" for each kind: a record that is wrong is told about its
 * own kind only. */
static void
put_record_choice (BearingsJsonText *json)
{
  bearings_json_text_object (json, "record");
  bearings_json_text_string (json, "description",
                             "A record of any type; a line of JSON Lines after the first");
  bearings_json_text_string (json, "type", "object");
  bearings_json_text_object (json, "properties");
  bearings_json_text_object (json, "type");
  bearings_json_text_list (json, "enum");
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    bearings_json_text_string (json, NULL, bearings_record_type (i)->name);
  bearings_json_text_end (json);
  bearings_json_text_end (json);
  bearings_json_text_end (json);
  bearings_json_text_list (json, "required");
  bearings_json_text_string (json, NULL, "type");
  bearings_json_text_end (json);
  bearings_json_text_list (json, "allOf");
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++) {
    g_autofree char *definition = g_strdup_printf ("record-%s", bearings_record_type (i)->name);

    bearings_json_text_object (json, NULL);
    bearings_json_text_object (json, "if");
    bearings_json_text_object (json, "properties");
    bearings_json_text_object (json, "type");
    bearings_json_text_string (json, "const", bearings_record_type (i)->name);
    bearings_json_text_end (json);
    bearings_json_text_end (json);
    bearings_json_text_end (json);
    bearings_json_text_object (json, "then");
    put_ref (json, definition);
    bearings_json_text_end (json);
    bearings_json_text_end (json);
  }
  bearings_json_text_end (json);
  bearings_json_text_end (json);
}

static void
put_definitions (BearingsJsonText *json)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  bearings_json_text_object (json, "$defs");
  bearings_json_text_object (json, "header");
  bearings_json_text_string (json, "description", "The first line of a pack in JSON Lines");
  bearings_json_text_string (json, "type", "object");
  bearings_json_text_object (json, "properties");
  put_header_members (json);
  bearings_json_text_end (json);
  put_header_required (json, FALSE);
  bearings_json_text_end (json);

  put_text_definition (json, "id", "Id of a record, unique within its type", ID_PATTERN);
  put_text_definition (json, "text", "A text that is not empty", "\\S");
  put_text_definition (json, "date", "2022, 2022-08 or 2022-08-16",
                       "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
  put_text_definition (json, "url", "An http or https address", "^https?://[^\\s/]");
  put_record_choice (json);
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++) {
    const BearingsRecordType *type = bearings_record_type (i);
    g_autofree char *name = g_strdup_printf ("record-%s", type->name);

    put_struct (json, name, &type->structure, type->name);
  }
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
    put_nested (json, &bearings_record_type (i)->structure, done);
  bearings_json_text_end (json);
}

char *
pack_schema_new (void)
{
  BearingsJsonText json = { .text = g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_object (&json, NULL);
  bearings_json_text_string (&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
  bearings_json_text_string (&json, "title", "Bearings pack, format 1");
  bearings_json_text_string (
    &json, "description",
    "What the schema cannot say (references, order, agreement of numbers) is checked by "
    "bearings-cli validate");
  bearings_json_text_string (&json, "type", "object");
  bearings_json_text_object (&json, "properties");
  put_header_members (&json);
  bearings_json_text_object (&json, BEARINGS_PACK_RECORDS_KEY);
  bearings_json_text_string (&json, "type", "array");
  bearings_json_text_integer (&json, "minItems", 1);
  bearings_json_text_object (&json, "items");
  put_ref (&json, "record");
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  put_header_required (&json, TRUE);
  put_definitions (&json);
  bearings_json_text_end (&json);
  g_string_append_c (json.text, '\n');
  return g_string_free_and_steal (json.text);
}
