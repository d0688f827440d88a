/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of one record: what its tables of fields say. */

#include "bearings-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-figure.h"

#define LONGEST_ID 200
#define MOST_TOLD 1000 /* of one record; a list may have a million bad entries */

static void
report (BearingsCheck *check,
        BearingsSeverity severity,
        const char *member,
        const char *code,
        const char *message)
{
  gsize length = check->path->len;

  if (member != NULL)
    g_string_append_printf (check->path, ".%s", member);
  g_ptr_array_add (check->problems, bearings_problem_new (severity, check->file, check->line,
                                                          check->path->str, code, "%s", message));
  g_string_truncate (check->path, length);
}

void
bearings_check_error (BearingsCheck *check,
                      const char *member,
                      const char *code,
                      const char *format,
                      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (check->n_errors++ >= MOST_TOLD)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  report (check, BEARINGS_SEVERITY_ERROR, member, code, message);
}

void
bearings_check_warning (BearingsCheck *check,
                        const char *member,
                        const char *code,
                        const char *format,
                        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  report (check, BEARINGS_SEVERITY_WARNING, member, code, message);
}

/* An id may be typed in a command line and stand in an address: plain ASCII, no spaces. */
static gboolean
is_id (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               "._:/-");

  return length > 0 && length <= LONGEST_ID && text[length] == '\0' && g_ascii_isalnum (text[0]);
}

static gboolean
is_date (const char *text)
{
  gsize length = strlen (text);
  guint year, month = 1, day = 1;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  if (length >= 7)
    month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  if (length == 10)
    day = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL); /* whether, not why not */

  return uri != NULL &&
         (strcmp (g_uri_get_scheme (uri), "http") == 0 ||
          strcmp (g_uri_get_scheme (uri), "https") == 0) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* Text for people: UTF-8 with nothing but line ends and tabs among the control characters. */
static void
check_text (BearingsCheck *check, const char *member, const char *text)
{
  const char *p = text;

  if (*text == '\0') {
    bearings_check_error (check, member, "empty-text",
                          _ ("the text is empty; leave the field out instead"));
    return;
  }
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '\0') {
    bearings_check_error (check, member, "empty-text",
                          _ ("the text is nothing but blanks; leave the field out instead"));
    return;
  }
  if (!g_utf8_validate (text, -1, NULL)) {
    bearings_check_error (check, member, "bad-utf8", _ ("the text is not valid UTF-8"));
    return;
  }
  for (p = text; *p != '\0'; p++)
    if (((guchar) *p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7f) {
      bearings_check_error (check, member, "control-character",
                            _ ("the text holds the control character U+%04X"), (guint) (guchar) *p);
      return;
    }
}

static void
check_id (BearingsCheck *check, const char *member, const char *id)
{
  if (!is_id (id))
    bearings_check_error (check, member, "bad-id",
                          _ ("“%s” is not an id: at most %d letters, digits and . _ : / - "
                             "in ASCII, beginning with a letter or digit"),
                          id, LONGEST_ID);
}

static void
check_range (BearingsCheck *check, const char *member, const BearingsField *field, double value)
{
  if (!isfinite (value))
    bearings_check_error (check, member, "out-of-range",
                          _ ("the number is too large to be represented"));
  else if (field->min < field->max && (value < field->min || value > field->max))
    bearings_check_error (check, member, "out-of-range",
                          _ ("%.15g is outside the range %.15g to %.15g"), value, field->min,
                          field->max);
}

static void walk_struct (BearingsCheck *check, const BearingsStructType *type, gconstpointer data);

static void
check_list (BearingsCheck *check, const BearingsField *field, gconstpointer data)
{
  g_autoptr (GHashTable) seen =
    field->kind == BEARINGS_FIELD_REFS ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  GPtrArray *list = *BEARINGS_FIELD_AT (GPtrArray *, data, field);
  gsize length = check->path->len;

  g_string_append_printf (check->path, ".%s", field->name);
  for (guint i = 0; i < list->len; i++) {
    gsize list_length = check->path->len;
    gpointer element = g_ptr_array_index (list, i);

    g_string_append_printf (check->path, "[%u]", i);
    if (field->kind == BEARINGS_FIELD_STRUCTS) {
      walk_struct (check, field->structure, element);
    } else if (field->kind == BEARINGS_FIELD_TEXTS) {
      check_text (check, NULL, element);
    } else {
      check_id (check, NULL, element);
      if (!g_hash_table_add (seen, element))
        bearings_check_error (check, NULL, "duplicate-entry", _ ("“%s” stands in the list twice"),
                              (char *) element);
    }
    g_string_truncate (check->path, list_length);
  }
  g_string_truncate (check->path, length);
}

static void
check_field (BearingsCheck *check, const BearingsField *field, gconstpointer data)
{
  if (!bearings_field_is_set (field, data)) {
    if (field->required)
      bearings_check_error (check, field->name, "missing-field",
                            _ ("“%s” is required and is not there"), field->name);
    return;
  }
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT: {
    const char *text = *BEARINGS_FIELD_AT (char *, data, field);
    if (strcmp (field->name, "id") == 0)
      check_id (check, field->name, text);
    else
      check_text (check, field->name, text);
    break;
  }
  case BEARINGS_FIELD_DATE: {
    const char *text = *BEARINGS_FIELD_AT (char *, data, field);
    if (!is_date (text))
      bearings_check_error (check, field->name, "bad-date",
                            _ ("“%s” is not a date; write 2022, 2022-08 or 2022-08-16"), text);
    break;
  }
  case BEARINGS_FIELD_URL: {
    const char *text = *BEARINGS_FIELD_AT (char *, data, field);
    if (!is_web_address (text))
      bearings_check_error (check, field->name, "bad-url",
                            _ ("“%s” is not an http or https address"), text);
    break;
  }
  case BEARINGS_FIELD_REF:
    check_id (check, field->name, *BEARINGS_FIELD_AT (char *, data, field));
    break;
  case BEARINGS_FIELD_INTEGER:
    check_range (check, field->name, field, (double) *BEARINGS_FIELD_AT (gint64, data, field));
    break;
  case BEARINGS_FIELD_REAL:
    check_range (check, field->name, field, *BEARINGS_FIELD_AT (double, data, field));
    break;
  case BEARINGS_FIELD_BOOLEAN:
    break;
  case BEARINGS_FIELD_ENUM: {
    int value = *BEARINGS_FIELD_AT (int, data, field);
    if (bearings_enums_nick (field->enumeration, value) == NULL)
      bearings_check_error (check, field->name, "bad-value", _ ("%d is no value of “%s”"), value,
                            field->enumeration->name);
    break;
  }
  case BEARINGS_FIELD_REALS: {
    GArray *list = *BEARINGS_FIELD_AT (GArray *, data, field);
    for (guint i = 0; i < list->len; i++) {
      g_autofree char *member = g_strdup_printf ("%s[%u]", field->name, i);
      check_range (check, member, field, g_array_index (list, double, i));
    }
    break;
  }
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_STRUCTS:
    check_list (check, field, data);
    break;
  case BEARINGS_FIELD_STRUCT: {
    gsize length = check->path->len;
    g_string_append_printf (check->path, ".%s", field->name);
    walk_struct (check, field->structure, (const char *) data + field->offset);
    g_string_truncate (check->path, length);
    break;
  }
  }
}

static void
walk_struct (BearingsCheck *check, const BearingsStructType *type, gconstpointer data)
{
  for (guint i = 0; i < type->n_fields; i++)
    check_field (check, &type->fields[i], data);
  bearings_check_struct_rules (check, type, data);
}

/* The parts of an id that is made are joined with "/", so that none may hold one itself. */
static void
check_key (BearingsCheck *check, const BearingsRecord *record)
{
  for (guint i = 0; record->type->key != NULL && record->type->key[i] != NULL; i++) {
    const BearingsField *field =
      bearings_record_struct_field (&record->type->structure, record->type->key[i]);
    const char *text;

    if (field->kind == BEARINGS_FIELD_INTEGER || field->kind == BEARINGS_FIELD_ENUM)
      continue;
    text = *BEARINGS_FIELD_AT (char *, record, field);
    if (text != NULL && strchr (text, '/') != NULL)
      bearings_check_error (check, field->name, "bad-id",
                            _ ("“%s” becomes a part of an id and must not hold “/”"), text);
  }
}

gboolean
bearings_problem_record_check (const BearingsRecord *record,
                               const char *file,
                               guint line,
                               const char *path,
                               GPtrArray *problems)
{
  g_autoptr (GString) buffer = g_string_new (path);
  BearingsCheck check = { file, line, buffer, problems, 0 };

  walk_struct (&check, &record->type->structure, record);
  check_key (&check, record);
  bearings_check_record_rules (&check, record);
  return check.n_errors == 0;
}
