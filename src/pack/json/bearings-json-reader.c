/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON in memory, value by value, with the place of each. */

#include "bearings-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-pack-error.h"

#define LONGEST_NUMBER 64
#define LONGEST_INTEGER 18 /* digits that always fit 64 bits */
#define EXACT_DIGITS 15    /* a number of so many digits is a double, exactly */

/* A text as it stands between its quotes. */
typedef struct {
  const char *start;
  gsize length;
  gsize meant; /* bytes; fewer than there are when there is an escape */
} Slice;

void
bearings_json_reader_append_path (const BearingsJsonReader *json, GString *path)
{
  g_string_append_c (path, '$');
  for (guint i = 0; i < json->depth && json->frames[i].inside; i++) {
    const BearingsJsonFrame *frame = &json->frames[i];

    if (frame->closing == ']') {
      g_string_append_printf (path, "[%u]", frame->n - 1);
    } else {
      g_string_append_c (path, '.');
      g_string_append_len (path, frame->key.start, (gssize) frame->key.length);
    }
  }
}

static gboolean G_GNUC_PRINTF (3, 4)
  fail (BearingsJsonReader *json, const char *code, const char *format, ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *message = NULL;
  glong column = g_utf8_strlen (json->line_start, json->p - json->line_start) + 1;
  va_list arguments;

  g_return_val_if_fail (json->fault.code == NULL, FALSE);
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bearings_json_reader_append_path (json, path);
  json->fault.code = code;
  json->fault.line = json->line;
  json->fault.path = g_string_free_and_steal (g_steal_pointer (&path));
  /* Translators: where in a line something is wrong, after what is wrong. */
  json->fault.message = g_strdup_printf (_ ("%s (column %ld)"), message, column);
  return FALSE;
}

static gboolean
fail_at_end (BearingsJsonReader *json)
{
  json->p = json->end;
  return fail (json, "truncated", _ ("the text ends too early; is the file cut off?"));
}

static void
clear_fault (BearingsJsonReader *json)
{
  g_clear_pointer (&json->fault.message, g_free);
  g_clear_pointer (&json->fault.path, g_free);
  json->fault.code = NULL;
}

void
bearings_json_reader_clear (BearingsJsonReader *json)
{
  clear_fault (json);
  g_clear_pointer (&json->keys, g_free);
  if (json->scratch != NULL)
    g_string_free (g_steal_pointer (&json->scratch), TRUE);
}

void
bearings_json_reader_begin (BearingsJsonReader *json, const char *text, gsize length, guint line)
{
  const char *bad;

  if (json->scratch == NULL)
    json->scratch = g_string_new (NULL);
  clear_fault (json);
  json->p = json->line_start = text;
  json->end = text + length;
  json->line = json->value_line = line;
  json->depth = json->n_keys = 0;
  if (g_utf8_validate_len (text, length, &bad))
    return;
  for (; json->p < bad; json->p++)
    if (*json->p == '\n') {
      json->line++;
      json->line_start = json->p + 1;
    }
  if (*bad == '\0')
    fail (json, "nul-character", _ ("the text holds a NUL byte"));
  else
    fail (json, "bad-utf8", _ ("the text is not valid UTF-8; save the file as UTF-8"));
}

BearingsJsonMark
bearings_json_reader_mark (const BearingsJsonReader *json)
{
  return (BearingsJsonMark) { json->p, json->line_start, json->line, json->depth, json->n_keys };
}

void
bearings_json_reader_return (BearingsJsonReader *json, const BearingsJsonMark *mark)
{
  json->p = mark->p;
  json->line_start = mark->line_start;
  json->line = json->value_line = mark->line;
  json->depth = mark->depth;
  json->n_keys = mark->n_keys;
}

static inline void
skip_blank (BearingsJsonReader *json)
{
  if (json->p < json->end && *json->p > ' ') /* as mostly */
    return;
  for (; json->p < json->end; json->p++) {
    if (*json->p == '\n') {
      json->line++;
      json->line_start = json->p + 1;
    } else if (*json->p != ' ' && *json->p != '\t' && *json->p != '\r') {
      break;
    }
  }
}

/* Blanks, and then something. */
static inline gboolean
go_on (BearingsJsonReader *json)
{
  skip_blank (json);
  return json->p < json->end || fail_at_end (json);
}

static gboolean
read_hex (BearingsJsonReader *json, gunichar *value)
{
  *value = 0;
  for (int i = 0; i < 4; i++, json->p++) {
    if (json->p == json->end)
      return fail_at_end (json);
    if (!g_ascii_isxdigit (*json->p))
      return fail (json, "bad-escape", _ ("“\\u” needs four hexadecimal digits"));
    *value = *value * 16 + (gunichar) g_ascii_xdigit_value (*json->p);
  }
  return TRUE;
}

/* At the backslash. */
static gboolean
read_escape (BearingsJsonReader *json, gunichar *c)
{
  static const char plain[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *which;
  gunichar low = 0;

  if (++json->p == json->end)
    return fail_at_end (json);
  which = strchr (plain, *json->p);
  if (which != NULL) {
    *c = (gunichar) meant[which - plain];
    json->p++;
    return TRUE;
  }
  if (*json->p != 'u')
    return fail (json, "bad-escape", _ ("this is not an escape of JSON"));
  json->p++;
  if (!read_hex (json, c))
    return FALSE;
  if (*c == 0)
    return fail (json, "nul-character", _ ("the text holds a NUL character"));
  if (*c < 0xd800 || *c > 0xdfff)
    return TRUE;
  if (*c < 0xdc00 && json->end - json->p >= 2 && json->p[0] == '\\' && json->p[1] == 'u') {
    json->p += 2;
    if (!read_hex (json, &low))
      return FALSE;
  }
  if (low < 0xdc00 || low > 0xdfff)
    return fail (json, "bad-escape", _ ("half of a surrogate pair stands alone"));
  *c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

#define EVERY_BYTE(value) (G_GUINT64_CONSTANT (0x0101010101010101) * (value))

/* The highest bit of the first byte that is below @value, and maybe others behind it. */
static inline guint64
bytes_below (guint64 word, guint8 value)
{
  return (word - EVERY_BYTE (value)) & ~word & EVERY_BYTE (0x80);
}

/* To the next character that does not mean itself, or the end. */
static inline const char *
skip_plain (const char *p, const char *end)
{
  for (; end - p >= 8; p += 8) {
    guint64 word, found;

    memcpy (&word, p, sizeof word);
    word = GUINT64_FROM_LE (word);
    found = bytes_below (word, 0x20) | bytes_below (word ^ EVERY_BYTE ('"'), 1) |
            bytes_below (word ^ EVERY_BYTE ('\\'), 1);
    if (found != 0)
      return p + __builtin_ctzll (found) / 8;
  }
  while (p < end && *p != '"' && *p != '\\' && (guchar) *p >= 0x20)
    p++;
  return p;
}

/* At the opening quote. */
static gboolean
scan_string (BearingsJsonReader *json, Slice *slice)
{
  const char *start = json->p + 1;
  gsize saved = 0;

  json->p = skip_plain (start, json->end);
  while (json->p < json->end && *json->p != '"') {
    const char *from = json->p;
    gunichar meant;

    if (*json->p != '\\')
      return fail (json, "malformed-json",
                   *json->p == '\n' ? _ ("a text is not closed before the end of the line")
                                    : _ ("a control character stands in a text"));
    if (!read_escape (json, &meant))
      return FALSE;
    saved += (gsize) (json->p - from) - (gsize) g_unichar_to_utf8 (meant, NULL);
    json->p = skip_plain (json->p, json->end);
  }
  if (json->p == json->end)
    return fail_at_end (json);
  slice->start = start;
  slice->length = (gsize) (json->p - start);
  slice->meant = slice->length - saved;
  if (slice->meant > BEARINGS_JSON_MAX_TEXT) {
    json->p = start - 1;
    return fail (json, "text-too-long",
                 _ ("the text has %" G_GSIZE_FORMAT " bytes, and no text may have more than %d"),
                 slice->meant, BEARINGS_JSON_MAX_TEXT);
  }
  json->p++;
  return TRUE;
}

gboolean
bearings_json_reader_text (BearingsJsonReader *json, const char **text, gsize *length)
{
  const char *close;
  Slice slice;

  if (!scan_string (json, &slice))
    return FALSE;
  *text = slice.start;
  *length = slice.meant;
  if (slice.meant == slice.length)
    return TRUE;
  close = slice.start + slice.length;
  g_string_truncate (json->scratch, 0);
  for (json->p = slice.start; json->p < close;) {
    const char *escape = memchr (json->p, '\\', (gsize) (close - json->p));
    const char *stop = escape != NULL ? escape : close;
    gunichar c;

    g_string_append_len (json->scratch, json->p, stop - json->p);
    json->p = stop;
    if (escape != NULL && read_escape (json, &c))
      g_string_append_unichar (json->scratch, c);
  }
  json->p = close + 1;
  *text = json->scratch->str;
  return TRUE;
}

/* At least one; the first LONGEST_INTEGER of all go into @mantissa. */
static gboolean
read_digits (BearingsJsonReader *json, gint64 *mantissa, guint *n, const char *missing)
{
  const char *start = json->p;

  for (; json->p < json->end && g_ascii_isdigit (*json->p); json->p++)
    if ((*n)++ < LONGEST_INTEGER)
      *mantissa = *mantissa * 10 + (*json->p - '0');
  if (json->p == start)
    return json->p == json->end ? fail_at_end (json)
                                : fail (json, "malformed-json", "%s", _ (missing));
  return TRUE;
}

/* Whether that is the next character, which is passed. */
static gboolean
take (BearingsJsonReader *json, const char *characters)
{
  if (json->p == json->end || strchr (characters, *json->p) == NULL)
    return FALSE;
  json->p++;
  return TRUE;
}

gboolean
bearings_json_reader_number (BearingsJsonReader *json, BearingsJsonNumber *number)
{
  static const double tens[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  char copy[LONGEST_NUMBER + 1];
  const char *start = json->p;
  gint64 mantissa = 0, power = 0;
  guint n = 0, n_whole, n_power = 0;
  gboolean negative = take (json, "-");
  gboolean point, exponent;

  if (json->end - json->p > 1 && json->p[0] == '0' && g_ascii_isdigit (json->p[1]))
    return fail (json, "malformed-json", _ ("a number must not begin with 0"));
  if (!read_digits (json, &mantissa, &n, N_ ("this is not a number")))
    return FALSE;
  n_whole = n;
  point = take (json, ".");
  if (point && !read_digits (json, &mantissa, &n, N_ ("a digit is missing")))
    return FALSE;
  exponent = take (json, "eE");
  if (exponent) {
    take (json, "+-");
    if (!read_digits (json, &power, &n_power, N_ ("a digit is missing")))
      return FALSE;
  }
  number->whole = !point && !exponent;
  if (json->p - start > LONGEST_NUMBER || (number->whole && n > LONGEST_INTEGER))
    return fail (json, "number-too-long", _ ("the number has too many digits"));
  if (negative)
    mantissa = -mantissa;
  if (number->whole) {
    number->integer = mantissa;
    number->value = (double) mantissa;
  } else if (!exponent && n <= EXACT_DIGITS) {
    number->value = (double) mantissa / tens[n - n_whole];
  } else {
    memcpy (copy, start, (gsize) (json->p - start));
    copy[json->p - start] = '\0';
    number->value = g_ascii_strtod (copy, NULL) + 0.0; /* -0 is 0: a database keeps no sign of it */
  }
  return TRUE;
}

static gboolean
read_word (BearingsJsonReader *json, const char *word)
{
  gsize length = strlen (word);
  gsize left = (gsize) (json->end - json->p);

  if (left < length && strncmp (json->p, word, left) == 0)
    return fail_at_end (json);
  if (left < length || strncmp (json->p, word, length) != 0)
    return fail (json, "malformed-json", _ ("a value was expected here"));
  json->p += length;
  return TRUE;
}

gboolean
bearings_json_reader_boolean (BearingsJsonReader *json, gboolean *value)
{
  *value = *json->p == 't';
  return read_word (json, *value ? "true" : "false");
}

BearingsJsonKind
bearings_json_reader_peek (BearingsJsonReader *json)
{
  if (json->fault.code != NULL || !go_on (json))
    return BEARINGS_JSON_NONE;
  json->value_line = json->line;
  switch (*json->p) {
  case '{':
    return BEARINGS_JSON_OBJECT;
  case '[':
    return BEARINGS_JSON_LIST;
  case '"':
    return BEARINGS_JSON_TEXT;
  case 't':
  case 'f':
    return BEARINGS_JSON_BOOLEAN;
  case 'n':
    return BEARINGS_JSON_NULL;
  default:
    if (*json->p == '-' || g_ascii_isdigit (*json->p))
      return BEARINGS_JSON_NUMBER;
    fail (json, "malformed-json", _ ("a value was expected here"));
    return BEARINGS_JSON_NONE;
  }
}

const char *
bearings_json_reader_describe (BearingsJsonKind kind)
{
  static const char *const kinds[] = {
    [BEARINGS_JSON_OBJECT] = N_ ("an object"),      [BEARINGS_JSON_LIST] = N_ ("a list"),
    [BEARINGS_JSON_TEXT] = N_ ("a text"),           [BEARINGS_JSON_NUMBER] = N_ ("a number"),
    [BEARINGS_JSON_BOOLEAN] = N_ ("true or false"), [BEARINGS_JSON_NULL] = N_ ("null"),
  };

  g_return_val_if_fail (kind != BEARINGS_JSON_NONE, NULL);
  return _ (kinds[kind]);
}

gboolean
bearings_json_reader_enter (BearingsJsonReader *json)
{
  BearingsJsonFrame *frame;

  if (json->depth == BEARINGS_JSON_MAX_DEPTH)
    return fail (json, "too-deep", _ ("lists and objects are nested more than %d deep"),
                 BEARINGS_JSON_MAX_DEPTH);
  frame = &json->frames[json->depth++];
  frame->closing = *json->p == '{' ? '}' : ']';
  frame->inside = FALSE;
  frame->n = 0;
  frame->first_key = json->n_keys;
  frame->seen = 0;
  json->p++;
  return TRUE;
}

/* Whether the object has that key already. */
static gboolean
has_key (const BearingsJsonReader *json, BearingsJsonFrame *frame, const BearingsJsonKey *key)
{
  guint hash = (guchar) key->start[0] * 31u + (guchar) key->start[key->length / 2] * 7u;
  guint64 bit = (guint64) 1 << ((hash + key->length) & 63);
  gboolean new = (frame->seen & bit) == 0;

  frame->seen |= bit;
  for (guint i = new ? json->n_keys : frame->first_key; i < json->n_keys; i++)
    if (json->keys[i].length == key->length &&
        memcmp (json->keys[i].start, key->start, key->length) == 0)
      return TRUE;
  return FALSE;
}

static void
add_key (BearingsJsonReader *json, const BearingsJsonKey *key)
{
  if (json->n_keys == json->n_places) {
    json->n_places = MAX (64, json->n_places * 2);
    json->keys = g_renew (BearingsJsonKey, json->keys, json->n_places);
  }
  json->keys[json->n_keys++] = *key;
}

static gboolean
read_key (BearingsJsonReader *json, BearingsJsonFrame *frame)
{
  const char *start, *behind;
  Slice slice;

  if (!go_on (json))
    return FALSE;
  start = json->p;
  if (*start != '"')
    return fail (json, "malformed-json", _ ("a key in double quotes was expected here"));
  if (!scan_string (json, &slice))
    return FALSE;
  behind = json->p;
  json->p = start; /* where a fault is */
  if (slice.meant != slice.length)
    return fail (json, "escaped-key", _ ("a key must be written without escapes"));
  if (slice.length > BEARINGS_JSON_MAX_KEY)
    return fail (json, "key-too-long", _ ("a key is longer than %d characters"),
                 BEARINGS_JSON_MAX_KEY);
  if (frame->n == BEARINGS_JSON_MAX_KEYS)
    return fail (json, "too-many-keys", _ ("an object has more than %d keys"),
                 BEARINGS_JSON_MAX_KEYS);
  frame->key = (BearingsJsonKey) { slice.start, slice.length };
  if (has_key (json, frame, &frame->key))
    return fail (json, "duplicate-key", _ ("the key “%.*s” stands in the object twice"),
                 (int) slice.length, slice.start);
  add_key (json, &frame->key);
  json->p = behind;
  if (!go_on (json))
    return FALSE;
  if (*json->p != ':')
    return fail (json, "malformed-json", _ ("“:” was expected here"));
  json->p++;
  return TRUE;
}

gboolean
bearings_json_reader_next (BearingsJsonReader *json)
{
  BearingsJsonFrame *frame;

  if (json->fault.code != NULL)
    return FALSE;
  frame = &json->frames[json->depth - 1];
  frame->inside = FALSE;
  if (!go_on (json))
    return FALSE;
  if (*json->p == frame->closing) {
    json->p++;
    json->depth--;
    json->n_keys = frame->first_key;
    return FALSE;
  }
  if (frame->n > 0) {
    if (*json->p != ',')
      return fail (json, "malformed-json", _ ("“,” or “%c” was expected here"), frame->closing);
    json->p++;
  }
  if (frame->closing == '}' && !read_key (json, frame))
    return FALSE;
  frame->n++;
  frame->inside = TRUE;
  return TRUE;
}

gboolean
bearings_json_reader_skip (BearingsJsonReader *json)
{
  BearingsJsonNumber number;
  gboolean flag;
  Slice slice;

  switch (bearings_json_reader_peek (json)) {
  case BEARINGS_JSON_OBJECT:
  case BEARINGS_JSON_LIST:
    if (bearings_json_reader_enter (json))
      while (bearings_json_reader_next (json))
        bearings_json_reader_skip (json);
    break;
  case BEARINGS_JSON_TEXT:
    scan_string (json, &slice);
    break;
  case BEARINGS_JSON_NUMBER:
    bearings_json_reader_number (json, &number);
    break;
  case BEARINGS_JSON_BOOLEAN:
    bearings_json_reader_boolean (json, &flag);
    break;
  case BEARINGS_JSON_NULL:
    read_word (json, "null");
    break;
  case BEARINGS_JSON_NONE:
    break;
  }
  return json->fault.code == NULL;
}

char *
bearings_json_reader_dup_text (BearingsJsonReader *json)
{
  const char *text;
  gsize length;

  if (bearings_json_reader_peek (json) == BEARINGS_JSON_TEXT)
    return bearings_json_reader_text (json, &text, &length) ? g_strndup (text, length) : NULL;
  bearings_json_reader_skip (json);
  return NULL;
}

double
bearings_json_reader_real (BearingsJsonReader *json)
{
  BearingsJsonNumber number;

  if (bearings_json_reader_peek (json) == BEARINGS_JSON_NUMBER)
    return bearings_json_reader_number (json, &number) ? number.value : NAN;
  bearings_json_reader_skip (json);
  return NAN;
}

gboolean
bearings_json_reader_end (BearingsJsonReader *json)
{
  if (json->fault.code != NULL)
    return FALSE;
  skip_blank (json);
  return json->p == json->end ||
         fail (json, "malformed-json", _ ("there is more text after the end of the value"));
}

char *
bearings_json_reader_dup_key (const BearingsJsonReader *json)
{
  const BearingsJsonFrame *frame = &json->frames[json->depth - 1];

  return g_strndup (frame->key.start, frame->key.length);
}

gboolean
bearings_json_reader_find (BearingsJsonReader *json, const char *name)
{
  if (bearings_json_reader_peek (json) != BEARINGS_JSON_OBJECT ||
      !bearings_json_reader_enter (json))
    return FALSE;
  while (bearings_json_reader_next (json)) {
    if (bearings_json_reader_is_key (json, name))
      return TRUE;
    bearings_json_reader_skip (json);
  }
  return FALSE;
}

gboolean
bearings_json_reader_find_text (const char *text,
                                gsize length,
                                const char *name,
                                const char **start,
                                const char **end)
{
  g_auto (BearingsJsonReader) json = { 0 };
  Slice slice;

  bearings_json_reader_begin (&json, text, length, 1);
  if (!bearings_json_reader_find (&json, name) ||
      bearings_json_reader_peek (&json) != BEARINGS_JSON_TEXT || !scan_string (&json, &slice))
    return FALSE;
  *start = slice.start;
  *end = slice.start + slice.length;
  return TRUE;
}

gboolean
bearings_json_reader_begin_file (BearingsJsonReader *json,
                                 const char *name,
                                 const char *text,
                                 gsize length,
                                 int code,
                                 GError **error)
{
  bearings_json_reader_begin (json, text, length, 1);
  if (bearings_json_reader_skip (json) && bearings_json_reader_end (json)) {
    bearings_json_reader_begin (json, text, length, 1);
    return TRUE;
  }
  g_set_error (error, BEARINGS_PACK_ERROR, code, "%s:%u: %s", name, json->fault.line,
               json->fault.message);
  return FALSE;
}
