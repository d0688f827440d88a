/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as text, compact or indented. */

#include "bearings-json-text.h"

#include <math.h>

static void
break_line (BearingsJsonText *json)
{
  if (!json->pretty)
    return;
  g_string_append_c (json->text, '\n');
  for (guint i = 0; i < json->depth; i++)
    g_string_append (json->text, "  ");
}

static void
append_quoted (GString *text, const char *value)
{
  const char *run = value;

  g_string_append_c (text, '"');
  for (const char *p = value;; p++) {
    guchar c = (guchar) *p;

    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
      continue;
    g_string_append_len (text, run, p - run);
    if (c == '\0')
      break;
    run = p + 1;
    switch (c) {
    case '"':
      g_string_append (text, "\\\"");
      break;
    case '\\':
      g_string_append (text, "\\\\");
      break;
    case '\n':
      g_string_append (text, "\\n");
      break;
    case '\t':
      g_string_append (text, "\\t");
      break;
    default:
      g_string_append_printf (text, "\\u%04x", c);
    }
  }
  g_string_append_c (text, '"');
}

static void
begin (BearingsJsonText *json, const char *name)
{
  if (json->depth > 0) {
    if (json->follows)
      g_string_append_c (json->text, ',');
    break_line (json);
  }
  if (name != NULL) {
    append_quoted (json->text, name);
    g_string_append (json->text, json->pretty ? ": " : ":");
  }
  json->follows = TRUE;
}

static void
open (BearingsJsonText *json, const char *name, gboolean list)
{
  begin (json, name);
  g_string_append_c (json->text, list ? '[' : '{');
  json->lists = json->lists << 1 | (guint64) list;
  json->depth++;
  json->follows = FALSE;
}

void
bearings_json_text_object (BearingsJsonText *json, const char *name)
{
  open (json, name, FALSE);
}

void
bearings_json_text_list (BearingsJsonText *json, const char *name)
{
  open (json, name, TRUE);
}

void
bearings_json_text_end (BearingsJsonText *json)
{
  json->depth--;
  if (json->follows)
    break_line (json);
  g_string_append_c (json->text, (json->lists & 1) != 0 ? ']' : '}');
  json->lists >>= 1;
  json->follows = TRUE;
}

void
bearings_json_text_string (BearingsJsonText *json, const char *name, const char *value)
{
  if (value == NULL)
    return;
  begin (json, name);
  append_quoted (json->text, value);
}

static void
append_integer (GString *text, gint64 value)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT, value);
}

void
bearings_json_text_integer (BearingsJsonText *json, const char *name, gint64 value)
{
  if (!bearings_record_integer_is_set (value))
    return;
  begin (json, name);
  append_integer (json->text, value);
}

void
bearings_json_text_real (BearingsJsonText *json, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return;
  begin (json, name);
  if (value == floor (value) && fabs (value) < 1e15) {
    append_integer (json->text, (gint64) value);
    return;
  }
  for (int digits = 15; digits <= 17; digits++) {
    char format[8] = "%.15g";

    format[3] = (char) ('0' + digits - 10);
    g_ascii_formatd (buffer, sizeof buffer, format, value);
    if (g_ascii_strtod (buffer, NULL) == value)
      break;
  }
  g_string_append (json->text, buffer);
}

void
bearings_json_text_boolean (BearingsJsonText *json, const char *name, gboolean value)
{
  begin (json, name);
  g_string_append (json->text, value ? "true" : "false");
}

void
bearings_json_text_enum (BearingsJsonText *json,
                         const char *name,
                         const BearingsEnumType *type,
                         int value)
{
  bearings_json_text_string (json, name, bearings_enums_nick (type, value));
}

void
bearings_json_text_strings (BearingsJsonText *json, const char *name, const GPtrArray *values)
{
  bearings_json_text_list (json, name);
  for (guint i = 0; i < values->len; i++)
    bearings_json_text_string (json, NULL, g_ptr_array_index (values, i));
  bearings_json_text_end (json);
}

void
bearings_json_text_reals (BearingsJsonText *json, const char *name, const GArray *values)
{
  bearings_json_text_list (json, name);
  for (guint i = 0; i < values->len; i++)
    bearings_json_text_real (json, NULL, g_array_index (values, double, i));
  bearings_json_text_end (json);
}

void
bearings_json_text_count (BearingsJsonText *json, const char *name, gsize n, guint least)
{
  g_autofree char *below = g_strconcat (name, "_below", NULL);
  gboolean small = n > 0 && n < least;

  bearings_json_text_integer (json, small ? below : name, (gint64) (small ? least : n));
}
