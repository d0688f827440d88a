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

void
bearings_json_open (BearingsJsonText *json, char bracket)
{
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->follows = FALSE;
}

void
bearings_json_close (BearingsJsonText *json, char bracket)
{
  json->depth--;
  if (json->follows)
    break_line (json);
  g_string_append_c (json->text, bracket);
  json->follows = TRUE;
}

void
bearings_json_member (BearingsJsonText *json, const char *key)
{
  if (json->follows)
    g_string_append_c (json->text, ',');
  break_line (json);
  if (key != NULL) {
    bearings_json_string (json, key);
    g_string_append (json->text, json->pretty ? ": " : ":");
  }
  json->follows = TRUE;
}

void
bearings_json_string (BearingsJsonText *json, const char *value)
{
  GString *text = json->text;
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

void
bearings_json_integer (BearingsJsonText *json, gint64 value)
{
  g_string_append_printf (json->text, "%" G_GINT64_FORMAT, value);
}

void
bearings_json_real (BearingsJsonText *json, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == floor (value) && fabs (value) < 1e15) {
    bearings_json_integer (json, (gint64) value);
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
bearings_json_boolean (BearingsJsonText *json, gboolean value)
{
  g_string_append (json->text, value ? "true" : "false");
}
