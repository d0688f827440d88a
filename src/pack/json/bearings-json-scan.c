/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look over a JSON text: grammar, encoding, nesting, duplicate keys. */

#include "bearings-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_KEY 200
#define LONGEST_NUMBER 64
#define LONGEST_INTEGER 18 /* digits that always fit 64 bits */

typedef struct {
  const char *start;
  gsize length;
} Key;

typedef struct {
  const char *text, *p, *end;
  const char *line_start;
  guint line;
  guint depth;
  GArray *keys; /* of the objects that are open, innermost last */
  const char *list_key;
  GArray *extents;
  BearingsJsonExtent *list;
  BearingsJsonFault *fault;
} Scan;

void
bearings_json_fault_clear (BearingsJsonFault *fault)
{
  g_clear_pointer (&fault->message, g_free);
}

static gboolean G_GNUC_PRINTF (3, 4) fail (Scan *scan, const char *code, const char *format, ...)
{
  g_autofree char *message = NULL;
  glong column = g_utf8_strlen (scan->line_start, scan->p - scan->line_start) + 1;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  scan->fault->code = code;
  scan->fault->line = scan->line;
  /* Translators: where in a line something is wrong, after what is wrong. */
  scan->fault->message = g_strdup_printf (_ ("%s (column %ld)"), message, column);
  return FALSE;
}

static gboolean
fail_at_end (Scan *scan)
{
  return fail (scan, "truncated", _ ("the text ends too early; is the file cut off?"));
}

static void
skip_blank (Scan *scan)
{
  for (; scan->p < scan->end; scan->p++) {
    if (*scan->p == '\n') {
      scan->line++;
      scan->line_start = scan->p + 1;
    } else if (*scan->p != ' ' && *scan->p != '\t' && *scan->p != '\r') {
      return;
    }
  }
}

static gboolean
scan_hex (Scan *scan, guint *value)
{
  *value = 0;
  for (int i = 0; i < 4; i++, scan->p++) {
    if (scan->p == scan->end)
      return fail_at_end (scan);
    if (!g_ascii_isxdigit (*scan->p))
      return fail (scan, "bad-escape", _ ("“\\u” needs four hexadecimal digits"));
    *value = *value * 16 + (guint) g_ascii_xdigit_value (*scan->p);
  }
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  guint high, low;

  scan->p++;
  if (scan->p == scan->end)
    return fail_at_end (scan);
  if (*scan->p != 'u') {
    if (*scan->p == '\0' || strchr ("\"\\/bfnrt", *scan->p) == NULL)
      return fail (scan, "bad-escape", _ ("this is no escape of JSON"));
    scan->p++;
    return TRUE;
  }
  scan->p++;
  if (!scan_hex (scan, &high))
    return FALSE;
  if (high == 0)
    return fail (scan, "nul-character", _ ("the text holds a NUL character"));
  if (high >= 0xd800 && high < 0xdc00) {
    if (scan->end - scan->p < 2 || scan->p[0] != '\\' || scan->p[1] != 'u')
      return fail (scan, "bad-escape", _ ("half of a surrogate pair stands alone"));
    scan->p += 2;
    if (!scan_hex (scan, &low))
      return FALSE;
    if (low < 0xdc00 || low > 0xdfff)
      return fail (scan, "bad-escape", _ ("half of a surrogate pair stands alone"));
  } else if (high >= 0xdc00 && high <= 0xdfff) {
    return fail (scan, "bad-escape", _ ("half of a surrogate pair stands alone"));
  }
  return TRUE;
}

/* At the opening quote; @escaped, when given, says whether there was an escape. */
static gboolean
scan_string (Scan *scan, gboolean *escaped)
{
  scan->p++;
  while (scan->p < scan->end) {
    guchar c = (guchar) *scan->p;

    if (c == '"') {
      scan->p++;
      return TRUE;
    }
    if (c == '\\') {
      if (escaped != NULL)
        *escaped = TRUE;
      if (!scan_escape (scan))
        return FALSE;
    } else if (c < 0x20) {
      return fail (scan, "malformed-json",
                   c == '\n' ? _ ("a text is not closed before the end of the line")
                             : _ ("a control character stands in a text"));
    } else {
      scan->p++;
    }
  }
  return fail_at_end (scan);
}

static gsize
scan_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;
  return (gsize) (scan->p - start);
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->p;
  gboolean integer = TRUE;
  gsize digits;

  if (*scan->p == '-')
    scan->p++;
  if (scan->p + 1 < scan->end && scan->p[0] == '0' && g_ascii_isdigit (scan->p[1]))
    return fail (scan, "malformed-json", _ ("a number must not begin with 0"));
  digits = scan_digits (scan);
  if (digits == 0)
    return scan->p == scan->end ? fail_at_end (scan)
                                : fail (scan, "malformed-json", _ ("this is not a number"));
  if (scan->p < scan->end && *scan->p == '.') {
    integer = FALSE;
    scan->p++;
    if (scan_digits (scan) == 0)
      return scan->p == scan->end ? fail_at_end (scan)
                                  : fail (scan, "malformed-json", _ ("a digit is missing"));
  }
  if (scan->p < scan->end && (*scan->p == 'e' || *scan->p == 'E')) {
    integer = FALSE;
    scan->p++;
    if (scan->p < scan->end && (*scan->p == '+' || *scan->p == '-'))
      scan->p++;
    if (scan_digits (scan) == 0)
      return scan->p == scan->end ? fail_at_end (scan)
                                  : fail (scan, "malformed-json", _ ("a digit is missing"));
  }
  if (scan->p - start > LONGEST_NUMBER || (integer && digits > LONGEST_INTEGER))
    return fail (scan, "number-too-long", _ ("the number has too many digits"));
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);
  gsize left = (gsize) (scan->end - scan->p);

  if (left < length && strncmp (scan->p, word, left) == 0)
    return fail_at_end (scan);
  if (left < length || strncmp (scan->p, word, length) != 0)
    return fail (scan, "malformed-json", _ ("a value was expected here"));
  scan->p += length;
  return TRUE;
}

static gboolean
enter (Scan *scan)
{
  if (++scan->depth > BEARINGS_JSON_MAX_DEPTH)
    return fail (scan, "too-deep", _ ("lists and objects are nested more than %d deep"),
                 BEARINGS_JSON_MAX_DEPTH);
  scan->p++;
  return TRUE;
}

static gboolean scan_value (Scan *scan);

/* After an element: TRUE and *@more at a comma, TRUE and not *@more at @closing. */
static gboolean
scan_separator (Scan *scan, char closing, gboolean *more)
{
  skip_blank (scan);
  if (scan->p == scan->end)
    return fail_at_end (scan);
  if (*scan->p != ',' && *scan->p != closing)
    return fail (scan, "malformed-json", _ ("“,” or “%c” was expected here"), closing);
  *more = *scan->p == ',';
  scan->p++;
  return TRUE;
}

static gboolean
scan_list (Scan *scan, GArray *extents)
{
  gboolean more = TRUE;

  if (!enter (scan))
    return FALSE;
  skip_blank (scan);
  if (scan->p < scan->end && *scan->p == ']') {
    scan->p++;
    more = FALSE;
  }
  while (more) {
    BearingsJsonExtent extent;

    skip_blank (scan);
    extent.start = (gsize) (scan->p - scan->text);
    extent.line = scan->line;
    if (!scan_value (scan))
      return FALSE;
    extent.end = (gsize) (scan->p - scan->text);
    if (extents != NULL)
      g_array_append_val (extents, extent);
    if (!scan_separator (scan, ']', &more))
      return FALSE;
  }
  scan->depth--;
  return TRUE;
}

static gboolean
scan_key (Scan *scan, guint first_key, Key *key)
{
  gboolean escaped = FALSE;

  skip_blank (scan);
  if (scan->p == scan->end)
    return fail_at_end (scan);
  if (*scan->p != '"')
    return fail (scan, "malformed-json", _ ("a key in double quotes was expected here"));
  key->start = scan->p + 1;
  if (!scan_string (scan, &escaped))
    return FALSE;
  key->length = (gsize) (scan->p - 1 - key->start);
  if (escaped)
    return fail (scan, "escaped-key", _ ("a key must be written without escapes"));
  if (key->length > LONGEST_KEY)
    return fail (scan, "key-too-long", _ ("a key is longer than %d characters"), LONGEST_KEY);
  if (scan->keys->len - first_key >= BEARINGS_JSON_MAX_KEYS)
    return fail (scan, "too-many-keys", _ ("an object has more than %d keys"),
                 BEARINGS_JSON_MAX_KEYS);
  for (guint i = first_key; i < scan->keys->len; i++) {
    const Key *other = &g_array_index (scan->keys, Key, i);

    if (other->length == key->length && memcmp (other->start, key->start, key->length) == 0) {
      g_autofree char *name = g_strndup (key->start, key->length);
      return fail (scan, "duplicate-key", _ ("the key “%s” stands in the object twice"), name);
    }
  }
  g_array_append_vals (scan->keys, key, 1);
  return TRUE;
}

static gboolean
scan_object (Scan *scan)
{
  guint first_key = scan->keys->len;
  gboolean more = TRUE;

  if (!enter (scan))
    return FALSE;
  skip_blank (scan);
  if (scan->p < scan->end && *scan->p == '}') {
    scan->p++;
    more = FALSE;
  }
  while (more) {
    Key key;

    if (!scan_key (scan, first_key, &key))
      return FALSE;
    skip_blank (scan);
    if (scan->p == scan->end)
      return fail_at_end (scan);
    if (*scan->p != ':')
      return fail (scan, "malformed-json", _ ("“:” was expected here"));
    scan->p++;
    skip_blank (scan);
    if (scan->depth == 1 && scan->list != NULL && scan->p < scan->end && *scan->p == '[' &&
        strlen (scan->list_key) == key.length &&
        memcmp (scan->list_key, key.start, key.length) == 0) {
      scan->list->start = (gsize) (scan->p - scan->text);
      scan->list->line = scan->line;
      if (!scan_list (scan, scan->extents))
        return FALSE;
      scan->list->end = (gsize) (scan->p - scan->text);
    } else if (!scan_value (scan)) {
      return FALSE;
    }
    if (!scan_separator (scan, '}', &more))
      return FALSE;
  }
  g_array_set_size (scan->keys, first_key);
  scan->depth--;
  return TRUE;
}

static gboolean
scan_value (Scan *scan)
{
  skip_blank (scan);
  if (scan->p == scan->end)
    return fail_at_end (scan);
  switch (*scan->p) {
  case '{':
    return scan_object (scan);
  case '[':
    return scan_list (scan, NULL);
  case '"':
    return scan_string (scan, NULL);
  case 't':
    return scan_word (scan, "true");
  case 'f':
    return scan_word (scan, "false");
  case 'n':
    return scan_word (scan, "null");
  default:
    if (*scan->p == '-' || g_ascii_isdigit (*scan->p))
      return scan_number (scan);
    return fail (scan, "malformed-json", _ ("a value was expected here"));
  }
}

/* Moves to @place, keeping count of the lines. */
static void
move_to (Scan *scan, const char *place)
{
  for (const char *p = scan->p; p < place; p++)
    if (*p == '\n') {
      scan->line++;
      scan->line_start = p + 1;
    }
  scan->p = place;
}

gboolean
bearings_json_scan (const char *text,
                    gsize length,
                    const char *list_key,
                    GArray *extents,
                    BearingsJsonExtent *list,
                    BearingsJsonFault *fault)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Scan scan = {
    .text = text,
    .p = text,
    .end = text + length,
    .line_start = text,
    .line = 1,
    .keys = keys,
    .list_key = list_key,
    .extents = extents,
    .list = list_key != NULL ? list : NULL,
    .fault = fault,
  };
  const char *bad;

  if (list != NULL)
    *list = (BearingsJsonExtent) { 0 };
  if (!g_utf8_validate_len (text, length, &bad)) {
    move_to (&scan, bad);
    if (*bad == '\0')
      return fail (&scan, "nul-character", _ ("the text holds a NUL byte"));
    return fail (&scan, "bad-utf8", _ ("the text is not valid UTF-8; save the file as UTF-8"));
  }
  if (!scan_value (&scan))
    return FALSE;
  skip_blank (&scan);
  if (scan.p < scan.end)
    return fail (&scan, "malformed-json", _ ("there is more text after the end of the value"));
  return TRUE;
}

/* The closing quote of the string that begins at @p. */
static const char *
end_of_string (const char *p, const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\')
      p++;
  return p;
}

gboolean
bearings_json_find_text (const char *text,
                         gsize length,
                         const char *key,
                         const char **start,
                         const char **end)
{
  const char *stop = text + length;
  guint depth = 0;

  for (const char *p = text; p < stop; p++) {
    const char *close, *after;

    if (*p == '{' || *p == '[')
      depth++;
    else if (*p == '}' || *p == ']')
      depth--;
    if (*p != '"')
      continue;
    close = end_of_string (p, stop);
    for (after = close + 1; after < stop && g_ascii_isspace (*after);)
      after++;
    if (depth == 1 && after < stop && *after == ':' && (gsize) (close - p - 1) == strlen (key) &&
        memcmp (p + 1, key, strlen (key)) == 0) {
      for (after++; after < stop && g_ascii_isspace (*after);)
        after++;
      if (after == stop || *after != '"')
        return FALSE;
      *start = after + 1;
      *end = end_of_string (after, stop);
      return TRUE;
    }
    p = close;
  }
  return FALSE;
}
