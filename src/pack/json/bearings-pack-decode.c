/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON objects into records and headers, by the tables of fields. */

#include "bearings-pack-decode.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-pack-draft.h"
#include "bearings-pack-fields.h"
#include "bearings-suggest.h"

static void G_GNUC_PRINTF (3, 4)
  error_here (BearingsDecode *decode, const char *code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (decode->n_errors++ >= BEARINGS_DECODE_MAX_TOLD)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (decode->problems,
                   bearings_problem_new (BEARINGS_SEVERITY_ERROR, decode->file, decode->line,
                                         decode->path->str, code, "%s", message));
}

const char *
bearings_json_describe (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _ ("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _ ("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return _ ("null");
  switch (json_node_get_value_type (node)) {
  case G_TYPE_STRING:
    return _ ("a text");
  case G_TYPE_BOOLEAN:
    return _ ("true or false");
  default:
    return _ ("a number");
  }
}

static void
wrong_type (BearingsDecode *decode, const char *expected, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    error_here (decode, "null-value",
                _ ("null is not used; leave the field out, or say in “missing” why there is "
                   "no value"));
  else
    error_here (decode, "wrong-type", _ ("%s was expected here, not %s"), expected,
                bearings_json_describe (node));
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* Whether the author has not written the value yet; then that is reported. */
static gboolean
is_blank (BearingsDecode *decode, JsonNode *node)
{
  if (!holds (node, G_TYPE_STRING) || !bearings_pack_text_is_blank (json_node_get_string (node)))
    return FALSE;
  error_here (decode, "to-fill-in", _ ("still to be filled in: %s"), json_node_get_string (node));
  return TRUE;
}

/* A newly allocated text, or NULL after reporting. */
static char *
read_text (BearingsDecode *decode, JsonNode *node)
{
  if (!holds (node, G_TYPE_STRING)) {
    wrong_type (decode, _ ("a text"), node);
    return NULL;
  }
  if (*json_node_get_string (node) == '\0') {
    error_here (decode, "empty-text", _ ("the text is empty; leave the field out instead"));
    return NULL;
  }
  if (is_blank (decode, node))
    return NULL;
  return g_strdup (json_node_get_string (node));
}

static double
read_real (BearingsDecode *decode, JsonNode *node)
{
  double value;

  if (is_blank (decode, node))
    return NAN;
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE)) {
    wrong_type (decode, _ ("a number"), node);
    return NAN;
  }
  value = json_node_get_double (node);
  if (!isfinite (value)) {
    error_here (decode, "out-of-range", _ ("the number is too large to be represented"));
    return NAN;
  }
  return value + 0.0; /* -0 is 0: a database keeps no sign of it */
}

static gint64
read_integer (BearingsDecode *decode, JsonNode *node)
{
  double value;

  if (holds (node, G_TYPE_INT64))
    return json_node_get_int (node);
  if (is_blank (decode, node))
    return BEARINGS_INTEGER_ABSENT;
  if (!holds (node, G_TYPE_DOUBLE)) {
    wrong_type (decode, _ ("a whole number"), node);
    return BEARINGS_INTEGER_ABSENT;
  }
  value = json_node_get_double (node);
  /* 8.0 is a whole number too; beyond 2^53 a double no longer says which. */
  if (value != floor (value) || fabs (value) > 9007199254740992.0) {
    error_here (decode, "not-whole", _ ("a whole number was expected here, not %.15g"), value);
    return BEARINGS_INTEGER_ABSENT;
  }
  return (gint64) value;
}

static int
read_enum (BearingsDecode *decode, const BearingsEnumType *type, JsonNode *node)
{
  g_autofree char *allowed = NULL;
  const char *nick, *near;
  int value;

  if (!holds (node, G_TYPE_STRING)) {
    wrong_type (decode, _ ("a text"), node);
    return 0;
  }
  if (is_blank (decode, node))
    return 0;
  nick = json_node_get_string (node);
  value = bearings_enum_value (type, nick);
  if (value != 0)
    return value;
  allowed = bearings_enum_list (type);
  near = bearings_suggest (nick, type->values);
  if (near != NULL)
    error_here (decode, "unknown-value",
                _ ("“%s” is not allowed here; did you mean “%s”? Allowed are: %s"), nick, near,
                allowed);
  else
    error_here (decode, "unknown-value", _ ("“%s” is not allowed here; allowed are: %s"), nick,
                allowed);
  return 0;
}

static void read_struct (BearingsDecode *decode,
                         const BearingsStructType *type,
                         const char *const *extra,
                         JsonNode *node,
                         gpointer data);

static void
read_list (BearingsDecode *decode, const BearingsField *field, JsonNode *node, gpointer data)
{
  JsonArray *array;
  gsize length = decode->path->len;
  guint n;

  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    wrong_type (decode, _ ("a list"), node);
    return;
  }
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  for (guint i = 0; i < n; i++) {
    JsonNode *element = json_array_get_element (array, i);

    g_string_append_printf (decode->path, "[%u]", i);
    if (field->kind == BEARINGS_FIELD_REALS) {
      double value = read_real (decode, element);
      if (!isnan (value))
        g_array_append_val (*BEARINGS_FIELD_AT (GArray *, data, field), value);
    } else if (field->kind == BEARINGS_FIELD_STRUCTS) {
      if (JSON_NODE_HOLDS_OBJECT (element)) {
        gpointer structure = bearings_struct_new (field->structure);
        g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), structure);
        read_struct (decode, field->structure, NULL, element, structure);
      } else {
        wrong_type (decode, _ ("an object"), element);
      }
    } else {
      char *text = read_text (decode, element);
      if (text != NULL)
        g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), text);
    }
    g_string_truncate (decode->path, length);
  }
}

static void
read_field (BearingsDecode *decode, const BearingsField *field, JsonNode *node, gpointer data)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    *BEARINGS_FIELD_AT (char *, data, field) = read_text (decode, node);
    break;
  case BEARINGS_FIELD_INTEGER:
    *BEARINGS_FIELD_AT (gint64, data, field) = read_integer (decode, node);
    break;
  case BEARINGS_FIELD_REAL:
    *BEARINGS_FIELD_AT (double, data, field) = read_real (decode, node);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    if (holds (node, G_TYPE_BOOLEAN))
      *BEARINGS_FIELD_AT (int, data, field) = json_node_get_boolean (node);
    else if (!is_blank (decode, node))
      wrong_type (decode, _ ("true or false"), node);
    break;
  case BEARINGS_FIELD_ENUM:
    *BEARINGS_FIELD_AT (int, data, field) = read_enum (decode, field->enumeration, node);
    break;
  case BEARINGS_FIELD_STRUCT:
    if (JSON_NODE_HOLDS_OBJECT (node))
      read_struct (decode, field->structure, NULL, node, (char *) data + field->offset);
    else
      wrong_type (decode, _ ("an object"), node);
    break;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
  case BEARINGS_FIELD_STRUCTS:
    read_list (decode, field, node, data);
    break;
  }
}

static void
unknown_field (BearingsDecode *decode, const char *name, const char *near)
{
  if (near != NULL)
    error_here (decode, "unknown-field", _ ("there is no field “%s”; did you mean “%s”?"), name,
                near);
  else
    error_here (decode, "unknown-field", _ ("there is no field “%s” here"), name);
}

/* @extra: keys that are read elsewhere. */
static void
read_struct (BearingsDecode *decode,
             const BearingsStructType *type,
             const char *const *extra,
             JsonNode *node,
             gpointer data)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gsize length = decode->path->len;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    const BearingsField *field = bearings_struct_field (type, name);

    if (field == NULL && extra != NULL && g_strv_contains (extra, name))
      continue;
    g_string_append_printf (decode->path, ".%s", name);
    if (field != NULL) {
      read_field (decode, field, member, data);
    } else if (decode->n_errors >= BEARINGS_DECODE_MAX_TOLD) {
      decode->n_errors++;
    } else {
      g_auto (GStrv) names = g_new0 (char *, type->n_fields + 1);
      for (guint i = 0; i < type->n_fields; i++)
        names[i] = g_strdup (type->fields[i].name);
      unknown_field (decode, name, bearings_suggest (name, (const char *const *) names));
    }
    g_string_truncate (decode->path, length);
  }
}

static const BearingsRecordType *
read_type (BearingsDecode *decode, JsonNode *node)
{
  JsonNode *member = json_object_get_member (json_node_get_object (node), "type");
  const BearingsRecordType *type = NULL;
  gsize length = decode->path->len;

  if (member == NULL) {
    error_here (decode, "missing-type", _ ("the record has no “type”"));
    return NULL;
  }
  g_string_append (decode->path, ".type");
  if (!holds (member, G_TYPE_STRING)) {
    wrong_type (decode, _ ("a text"), member);
  } else {
    const char *name = json_node_get_string (member);

    type = bearings_record_type_by_name (name);
    if (type == NULL) {
      const char *names[BEARINGS_N_RECORD_KINDS + 1] = { NULL };
      g_autofree char *allowed = NULL;
      const char *near;

      for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++)
        names[i] = bearings_record_type (i)->name;
      allowed = g_strjoinv (", ", (char **) names);
      near = bearings_suggest (name, names);
      if (near != NULL)
        error_here (decode, "unknown-type", _ ("there is no record type “%s”; did you mean “%s”?"),
                    name, near);
      else
        error_here (decode, "unknown-type", _ ("there is no record type “%s”; there are: %s"), name,
                    allowed);
    }
  }
  g_string_truncate (decode->path, length);
  return type;
}

BearingsRecord *
bearings_pack_decode_record (BearingsDecode *decode, JsonNode *node)
{
  static const char *const given[] = { "type", NULL };
  static const char *const made[] = { "type", "id", NULL };
  const BearingsRecordType *type;
  BearingsRecord *record;

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    wrong_type (decode, _ ("a record, which is an object,"), node);
    return NULL;
  }
  type = read_type (decode, node);
  if (type == NULL)
    return NULL;
  if (type->key != NULL && json_object_has_member (json_node_get_object (node), "id")) {
    g_autofree char *key = g_strjoinv (", ", (char **) type->key);
    error_here (decode, "id-is-made",
                _ ("the id of this kind of record is made from %s; leave “id” out"), key);
  }
  record = bearings_record_new (type->kind);
  read_struct (decode, &type->structure, type->key != NULL ? made : given, node, record);
  if (type->key != NULL)
    bearings_record_make_id (record);
  return record;
}

static void
check_format (BearingsDecode *decode, JsonNode *node)
{
  gint64 format;

  g_string_append (decode->path, "." BEARINGS_PACK_FORMAT_KEY);
  format = read_integer (decode, node);
  if (format > BEARINGS_PACK_FORMAT)
    error_here (decode, "newer-format",
                _ ("the pack is in format %" G_GINT64_FORMAT
                   ", and this version of Bearings reads up to format %d; update Bearings"),
                format, BEARINGS_PACK_FORMAT);
  else if (format != BEARINGS_INTEGER_ABSENT && format < 1)
    error_here (decode, "bad-format", _ ("there is no format %" G_GINT64_FORMAT), format);
}

BearingsPackInfo *
bearings_pack_decode_info (BearingsDecode *decode, JsonNode *node)
{
  g_autoptr (BearingsPackInfo) info = bearings_pack_info_new ();
  JsonObject *object = json_node_get_object (node);
  gsize length = decode->path->len;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!json_object_has_member (object, BEARINGS_PACK_FORMAT_KEY)) {
    error_here (decode, "not-a-pack", _ ("this is not a pack: it does not begin with “%s”"),
                BEARINGS_PACK_FORMAT_KEY);
    return NULL;
  }
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    const BearingsPackField *field = bearings_pack_field (name);

    if (strcmp (name, BEARINGS_PACK_FORMAT_KEY) == 0) {
      check_format (decode, member);
    } else if (field != NULL) {
      g_string_append_printf (decode->path, ".%s", name);
      *BEARINGS_PACK_FIELD_AT (info, field) = read_text (decode, member);
    } else if (strcmp (name, BEARINGS_PACK_RECORDS_KEY) != 0) {
      g_autofree const char **names = bearings_pack_field_names ();
      g_string_append_printf (decode->path, ".%s", name);
      unknown_field (decode, name, bearings_suggest (name, names));
    }
    g_string_truncate (decode->path, length);
  }
  for (guint i = 0; i < bearings_n_pack_fields; i++) {
    const BearingsPackField *field = &bearings_pack_fields[i];
    const char *value = *BEARINGS_PACK_FIELD_AT (info, field);
    g_autofree char *fault = NULL;
    const char *code;

    /* A value that is there and could not be read has been reported. */
    if (value == NULL && json_object_has_member (object, field->name))
      continue;
    fault = bearings_pack_field_fault (field, value, &code);
    if (fault == NULL)
      continue;
    if (value != NULL)
      g_string_append_printf (decode->path, ".%s", field->name);
    error_here (decode, code, "%s", fault);
    g_string_truncate (decode->path, length);
  }
  return g_steal_pointer (&info);
}
