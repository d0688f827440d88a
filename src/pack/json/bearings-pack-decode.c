/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON into records and headers, by the tables of fields. */

#include "bearings-pack-decode.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-pack-draft.h"
#include "bearings-pack-fields.h"
#include "bearings-suggest.h"

/* About the value that was looked at last. */
static void G_GNUC_PRINTF (3, 4)
  error_here (BearingsDecode *decode, const char *code, const char *format, ...)
{
  g_autoptr (GString) path = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  if (decode->n_errors++ >= BEARINGS_DECODE_MAX_TOLD)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  path = g_string_new (NULL);
  bearings_json_reader_append_path (decode->json, path);
  g_ptr_array_add (decode->problems,
                   bearings_problem_new (BEARINGS_SEVERITY_ERROR, decode->file,
                                         decode->json->value_line, path->str, code, "%s", message));
}

/* What comes is not @expected, which is not translated yet: says so, and passes it over. */
static void
refuse (BearingsDecode *decode, const char *expected, BearingsJsonKind kind)
{
  g_autofree char *text = bearings_json_reader_dup_text (decode->json);

  if (decode->json->fault.code != NULL)
    return;
  if (kind == BEARINGS_JSON_NULL)
    error_here (decode, "null-value",
                _ ("null is not used; leave the field out, or say in “missing” why there is "
                   "no value"));
  else if (text != NULL && bearings_pack_draft_text_is_blank (text))
    error_here (decode, "to-fill-in", _ ("still to be filled in: %s"), text);
  else
    error_here (decode, "wrong-type", _ ("%s was expected here, not %s"), _ (expected),
                bearings_json_reader_describe (kind));
}

/* Whether @expected comes. */
static gboolean
expect (BearingsDecode *decode, BearingsJsonKind kind, const char *expected)
{
  BearingsJsonKind found = bearings_json_reader_peek (decode->json);

  if (found == kind)
    return TRUE;
  refuse (decode, expected, found);
  return FALSE;
}

/* A newly allocated text, or NULL after reporting. */
static char *
read_text (BearingsDecode *decode)
{
  g_autofree char *copy = NULL;
  const char *text;
  gsize length;

  if (!expect (decode, BEARINGS_JSON_TEXT, N_ ("a text")) ||
      !bearings_json_reader_text (decode->json, &text, &length))
    return NULL;
  copy = g_strndup (text, length);
  if (length == 0)
    error_here (decode, "empty-text", _ ("the text is empty; leave the field out instead"));
  else if (bearings_pack_draft_text_is_blank (copy))
    error_here (decode, "to-fill-in", _ ("still to be filled in: %s"), copy);
  else
    return g_steal_pointer (&copy);
  return NULL;
}

static double
read_real (BearingsDecode *decode)
{
  BearingsJsonNumber number;

  if (!expect (decode, BEARINGS_JSON_NUMBER, N_ ("a number")) ||
      !bearings_json_reader_number (decode->json, &number))
    return NAN;
  if (isfinite (number.value))
    return number.value;
  error_here (decode, "out-of-range", _ ("the number is too large to be represented"));
  return NAN;
}

static gint64
read_integer (BearingsDecode *decode)
{
  BearingsJsonNumber number;

  if (!expect (decode, BEARINGS_JSON_NUMBER, N_ ("a whole number")) ||
      !bearings_json_reader_number (decode->json, &number))
    return BEARINGS_INTEGER_ABSENT;
  if (number.whole)
    return number.integer;
  /* 8.0 is a whole number too; beyond 2^53 a double no longer says which. */
  if (number.value == floor (number.value) && fabs (number.value) <= 9007199254740992.0)
    return (gint64) number.value;
  error_here (decode, "not-whole", _ ("a whole number was expected here, not %.15g"), number.value);
  return BEARINGS_INTEGER_ABSENT;
}

static int
read_boolean (BearingsDecode *decode)
{
  gboolean value;

  if (!expect (decode, BEARINGS_JSON_BOOLEAN, N_ ("true or false")) ||
      !bearings_json_reader_boolean (decode->json, &value))
    return BEARINGS_UNKNOWN;
  return value ? BEARINGS_YES : BEARINGS_NO;
}

static int
read_enum (BearingsDecode *decode, const BearingsEnumType *type)
{
  g_autofree char *allowed = NULL;
  g_autofree char *nick = NULL;
  const char *text, *near;
  gsize length;

  if (!expect (decode, BEARINGS_JSON_TEXT, N_ ("a text")) ||
      !bearings_json_reader_text (decode->json, &text, &length))
    return 0;
  for (int i = 0; type->values[i] != NULL; i++)
    if (strncmp (type->values[i], text, length) == 0 && type->values[i][length] == '\0')
      return i + 1;
  nick = g_strndup (text, length);
  allowed = bearings_enums_list (type);
  near = bearings_suggest (nick, type->values);
  if (bearings_pack_draft_text_is_blank (nick))
    error_here (decode, "to-fill-in", _ ("still to be filled in: %s"), nick);
  else if (near != NULL)
    error_here (decode, "unknown-value",
                _ ("“%s” is not allowed here; did you mean “%s”? Allowed are: %s"), nick, near,
                allowed);
  else
    error_here (decode, "unknown-value", _ ("“%s” is not allowed here; allowed are: %s"), nick,
                allowed);
  return 0;
}

static void read_struct (BearingsDecode *decode, const BearingsStructType *type, gpointer data);

static void
read_element (BearingsDecode *decode, const BearingsField *field, gpointer data)
{
  if (field->kind == BEARINGS_FIELD_REALS) {
    double value = read_real (decode);

    if (!isnan (value))
      g_array_append_val (*BEARINGS_FIELD_AT (GArray *, data, field), value);
  } else if (field->kind == BEARINGS_FIELD_STRUCTS) {
    gpointer structure;

    if (!expect (decode, BEARINGS_JSON_OBJECT, N_ ("an object")))
      return;
    structure = bearings_record_struct_new (field->structure);
    g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), structure);
    read_struct (decode, field->structure, structure);
  } else {
    char *text = read_text (decode);

    if (text != NULL)
      g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), text);
  }
}

static void
read_field (BearingsDecode *decode, const BearingsField *field, gpointer data)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    *BEARINGS_FIELD_AT (char *, data, field) = read_text (decode);
    break;
  case BEARINGS_FIELD_INTEGER:
    *BEARINGS_FIELD_AT (gint64, data, field) = read_integer (decode);
    break;
  case BEARINGS_FIELD_REAL:
    *BEARINGS_FIELD_AT (double, data, field) = read_real (decode);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    *BEARINGS_FIELD_AT (int, data, field) = read_boolean (decode);
    break;
  case BEARINGS_FIELD_ENUM:
    *BEARINGS_FIELD_AT (int, data, field) = read_enum (decode, field->enumeration);
    break;
  case BEARINGS_FIELD_STRUCT:
    if (expect (decode, BEARINGS_JSON_OBJECT, N_ ("an object")))
      read_struct (decode, field->structure, (char *) data + field->offset);
    break;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
  case BEARINGS_FIELD_STRUCTS:
    if (expect (decode, BEARINGS_JSON_LIST, N_ ("a list")) &&
        bearings_json_reader_enter (decode->json))
      while (bearings_json_reader_next (decode->json))
        read_element (decode, field, data);
    break;
  }
}

/* @known (NULL-terminated): the names there are. */
static void
refuse_key (BearingsDecode *decode, const char *const *known)
{
  g_autofree char *name = bearings_json_reader_dup_key (decode->json);
  const char *near = NULL;

  bearings_json_reader_peek (decode->json); /* which is where it stands */
  if (decode->n_errors < BEARINGS_DECODE_MAX_TOLD)
    near = bearings_suggest (name, known);
  if (near != NULL)
    error_here (decode, "unknown-field", _ ("there is no field “%s”; did you mean “%s”?"), name,
                near);
  else
    error_here (decode, "unknown-field", _ ("there is no field “%s” here"), name);
  bearings_json_reader_skip (decode->json);
}

/* A member that is not in the table; @record when it is one of a record itself. */
static void
refuse_field (BearingsDecode *decode,
              const BearingsStructType *type,
              const BearingsRecordType *record)
{
  g_autofree const char **names = NULL;

  if (record != NULL && bearings_json_reader_is_key (decode->json, "type")) {
    bearings_json_reader_skip (decode->json); /* which has been read */
    return;
  }
  if (record != NULL && record->key != NULL && bearings_json_reader_is_key (decode->json, "id")) {
    g_autofree char *key = g_strjoinv (", ", (char **) record->key);

    bearings_json_reader_peek (decode->json);
    error_here (decode, "id-is-made",
                _ ("the id of this kind of record is made from %s; leave “id” out"), key);
    bearings_json_reader_skip (decode->json);
    return;
  }
  names = g_new0 (const char *, type->n_fields + 1);
  for (guint i = 0; i < type->n_fields; i++)
    names[i] = type->fields[i].name;
  refuse_key (decode, names);
}

/* What is left of an object. Most files keep the order of the table, so the search for a
 * name begins behind the last one found. */
static void
read_members (BearingsDecode *decode,
              const BearingsStructType *type,
              const BearingsRecordType *record,
              gpointer data)
{
  guint next = 0;

  while (bearings_json_reader_next (decode->json)) {
    guint i = 0;

    while (i < type->n_fields &&
           !bearings_json_reader_is_key (decode->json, type->fields[next].name)) {
      next = next + 1 < type->n_fields ? next + 1 : 0;
      i++;
    }
    if (i < type->n_fields)
      read_field (decode, &type->fields[next], data);
    else
      refuse_field (decode, type, record);
  }
}

static void
read_struct (BearingsDecode *decode, const BearingsStructType *type, gpointer data)
{
  if (bearings_json_reader_enter (decode->json))
    read_members (decode, type, NULL, data);
}

static void
unknown_type (BearingsDecode *decode, const char *name)
{
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

static const BearingsRecordType *
read_type (BearingsDecode *decode)
{
  g_autofree char *name = NULL;
  const char *text;
  gsize length;

  if (!expect (decode, BEARINGS_JSON_TEXT, N_ ("a text")) ||
      !bearings_json_reader_text (decode->json, &text, &length))
    return NULL;
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++) {
    const BearingsRecordType *type = bearings_record_type (i);

    if (strncmp (type->name, text, length) == 0 && type->name[length] == '\0')
      return type;
  }
  name = g_strndup (text, length);
  unknown_type (decode, name);
  return NULL;
}

BearingsRecord *
bearings_pack_decode_record (BearingsDecode *decode)
{
  BearingsJsonReader *json = decode->json;
  const BearingsRecordType *type = NULL;
  BearingsRecord *record;
  BearingsJsonMark begin;
  gboolean found, first;

  if (!expect (decode, BEARINGS_JSON_OBJECT, N_ ("a record, which is an object,")))
    return NULL;
  begin = bearings_json_reader_mark (json);
  found = bearings_json_reader_find (json, "type");
  first = found && json->frames[json->depth - 1].n == 1;
  if (found)
    type = read_type (decode);
  if (json->fault.code != NULL)
    return NULL;
  /* The type has to be known first: where it is not the first member, begin again. */
  if (type == NULL || !first)
    bearings_json_reader_return (json, &begin);
  if (!found)
    error_here (decode, "missing-type", _ ("the record has no “type”"));
  if (type == NULL) {
    bearings_json_reader_skip (json);
    return NULL;
  }
  record = bearings_record_new (type->kind);
  if (first || bearings_json_reader_enter (json))
    read_members (decode, &type->structure, type, record);
  if (type->key != NULL)
    bearings_record_make_id (record);
  return record;
}

typedef struct {
  gboolean is_pack;
  guint given;              /* a bit for each of the fields that are there, good or bad */
  BearingsJsonKind records; /* what they are */
} Header;

/* FALSE when the pack is too new. */
static gboolean
check_format (BearingsDecode *decode)
{
  gint64 format = read_integer (decode);

  if (format > BEARINGS_PACK_FORMAT) {
    /* What a newer format means is not known: say nothing about the rest. */
    g_ptr_array_set_size (decode->problems, 0);
    error_here (decode, "newer-format",
                _ ("the pack is in format %" G_GINT64_FORMAT
                   ", and this version of Bearings reads up to format %d; update Bearings"),
                format, BEARINGS_PACK_FORMAT);
    return FALSE;
  }
  if (format != BEARINGS_INTEGER_ABSENT && format < 1)
    error_here (decode, "bad-format", _ ("there is no format %" G_GINT64_FORMAT), format);
  return TRUE;
}

/* A member of the header. */
static void
read_header_field (BearingsDecode *decode, const BearingsPackField *field, BearingsPackInfo *info)
{
  char **value = BEARINGS_PACK_FIELD_AT (info, field);
  g_autofree char *fault = NULL;
  const char *code;

  *value = read_text (decode);
  if (*value != NULL)
    fault = bearings_pack_field_fault (field, *value, &code);
  if (fault != NULL)
    error_here (decode, code, "%s", fault);
}

static const BearingsPackField *
header_field (const BearingsJsonReader *json)
{
  for (guint i = 0; i < bearings_n_pack_fields; i++)
    if (bearings_json_reader_is_key (json, bearings_pack_fields[i].name))
      return &bearings_pack_fields[i];
  return NULL;
}

/* FALSE when there is nothing more to be said. */
static gboolean
read_header (BearingsDecode *decode, BearingsPackInfo *info, Header *header)
{
  BearingsJsonReader *json = decode->json;

  while (bearings_json_reader_next (json)) {
    const BearingsPackField *field = header_field (json);

    if (bearings_json_reader_is_key (json, BEARINGS_PACK_FORMAT_KEY)) {
      header->is_pack = TRUE;
      if (!check_format (decode))
        return FALSE;
    } else if (bearings_json_reader_is_key (json, BEARINGS_PACK_RECORDS_KEY)) {
      header->records = bearings_json_reader_peek (json);
      bearings_json_reader_skip (json);
    } else if (field != NULL) {
      header->given |= 1u << (field - bearings_pack_fields);
      read_header_field (decode, field, info);
    } else {
      g_autofree const char **names = bearings_pack_field_names ();
      refuse_key (decode, names);
    }
  }
  return bearings_json_reader_end (json);
}

BearingsPackInfo *
bearings_pack_decode_info (BearingsDecode *decode, BearingsJsonKind *records)
{
  g_autoptr (BearingsPackInfo) info = bearings_pack_info_new ();
  BearingsJsonReader *json = decode->json;
  BearingsJsonKind kind = bearings_json_reader_peek (json);
  guint line = json->value_line;
  Header header = { 0 };

  *records = BEARINGS_JSON_NONE;
  if (kind != BEARINGS_JSON_OBJECT) {
    if (bearings_json_reader_skip (json) && bearings_json_reader_end (json))
      error_here (decode, "not-a-pack", _ ("this is not a pack: it is %s, not an object"),
                  bearings_json_reader_describe (kind));
    return NULL;
  }
  bearings_json_reader_enter (json);
  if (!read_header (decode, info, &header))
    return NULL;
  *records = header.records;
  json->value_line = line;
  if (!header.is_pack) {
    g_ptr_array_set_size (decode->problems, 0);
    error_here (decode, "not-a-pack", _ ("this is not a pack: it does not begin with “%s”"),
                BEARINGS_PACK_FORMAT_KEY);
    return NULL;
  }
  for (guint i = 0; i < bearings_n_pack_fields; i++) {
    const BearingsPackField *field = &bearings_pack_fields[i];
    g_autofree char *fault = NULL;
    const char *code;

    if ((header.given >> i & 1) == 0)
      fault = bearings_pack_field_fault (field, NULL, &code);
    if (fault != NULL)
      error_here (decode, code, "%s", fault);
  }
  return g_steal_pointer (&info);
}
