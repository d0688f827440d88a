/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Good records straight from their text, by the tables of fields. */

#include "bearings-pack-quick.h"

#include <math.h>
#include <string.h>

#include "bearings-pack-draft.h"

#define LONGEST_NUMBER 64
#define LONGEST_INTEGER 18
#define EXACT_DIGITS 15 /* a number of so many digits is a double, exactly */

typedef struct {
  const char *p, *end;
  GString *scratch; /* of a text with escapes */
} Quick;

static void
skip_blank (Quick *quick)
{
  while (quick->p < quick->end &&
         (*quick->p == ' ' || *quick->p == '\t' || *quick->p == '\r' || *quick->p == '\n'))
    quick->p++;
}

/* After blanks, one character. */
static gboolean
expect (Quick *quick, char c)
{
  skip_blank (quick);
  if (quick->p == quick->end || *quick->p != c)
    return FALSE;
  quick->p++;
  return TRUE;
}

static gboolean
at (Quick *quick, char c)
{
  skip_blank (quick);
  return quick->p < quick->end && *quick->p == c;
}

static gboolean
read_hex (Quick *quick, gunichar *value)
{
  *value = 0;
  if (quick->end - quick->p < 4)
    return FALSE;
  for (int i = 0; i < 4; i++, quick->p++) {
    if (!g_ascii_isxdigit (*quick->p))
      return FALSE;
    *value = *value * 16 + (gunichar) g_ascii_xdigit_value (*quick->p);
  }
  return TRUE;
}

/* After the backslash. */
static gboolean
read_escape (Quick *quick, GString *to)
{
  static const char plain[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *which;
  gunichar c, low;

  if (quick->p == quick->end)
    return FALSE;
  which = *quick->p != '\0' ? strchr (plain, *quick->p) : NULL;
  if (which != NULL) {
    g_string_append_c (to, meant[which - plain]);
    quick->p++;
    return TRUE;
  }
  if (*quick->p++ != 'u' || !read_hex (quick, &c) || c == 0)
    return FALSE;
  if (c >= 0xd800 && c <= 0xdfff) {
    if (c >= 0xdc00 || quick->end - quick->p < 2 || quick->p[0] != '\\' || quick->p[1] != 'u')
      return FALSE;
    quick->p += 2;
    if (!read_hex (quick, &low) || low < 0xdc00 || low > 0xdfff)
      return FALSE;
    c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
  }
  g_string_append_unichar (to, c);
  return TRUE;
}

/* Text and length of a string, valid until the next one. */
static gboolean
read_string (Quick *quick, const char **text, gsize *length)
{
  const char *start;

  if (!expect (quick, '"'))
    return FALSE;
  start = quick->p;
  while (quick->p < quick->end && *quick->p != '"' && *quick->p != '\\' &&
         (guchar) *quick->p >= 0x20)
    quick->p++;
  if (quick->p == quick->end || (guchar) *quick->p < 0x20)
    return FALSE;
  if (*quick->p == '"') {
    *text = start;
    *length = (gsize) (quick->p++ - start);
    return TRUE;
  }
  g_string_truncate (quick->scratch, 0);
  g_string_append_len (quick->scratch, start, quick->p - start);
  while (quick->p < quick->end && *quick->p != '"') {
    if (*quick->p == '\\') {
      quick->p++;
      if (!read_escape (quick, quick->scratch))
        return FALSE;
    } else if ((guchar) *quick->p < 0x20) {
      return FALSE;
    } else {
      g_string_append_c (quick->scratch, *quick->p++);
    }
  }
  if (quick->p == quick->end)
    return FALSE;
  quick->p++;
  *text = quick->scratch->str;
  *length = quick->scratch->len;
  return TRUE;
}

static char *
read_text (Quick *quick)
{
  const char *text;
  gsize length;

  g_autofree char *copy = NULL;

  if (!read_string (quick, &text, &length) || length == 0)
    return NULL;
  copy = g_strndup (text, length);
  return bearings_pack_text_is_blank (copy) ? NULL : g_steal_pointer (&copy);
}

/* A number by JSON's grammar. @whole: it had neither point nor exponent; then @integer is it. */
static gboolean
read_number (Quick *quick, double *value, gint64 *integer, gboolean *whole)
{
  static const double tens[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  char copy[LONGEST_NUMBER + 1];
  const char *start;
  gint64 mantissa = 0;
  guint digits = 0, decimals = 0;
  gboolean negative, exponent = FALSE;

  skip_blank (quick);
  start = quick->p;
  negative = quick->p < quick->end && *quick->p == '-';
  quick->p += negative;
  if (quick->p + 1 < quick->end && quick->p[0] == '0' && g_ascii_isdigit (quick->p[1]))
    return FALSE;
  for (; quick->p < quick->end && g_ascii_isdigit (*quick->p); quick->p++, digits++)
    if (digits < LONGEST_INTEGER)
      mantissa = mantissa * 10 + (*quick->p - '0');
  if (digits == 0 || digits > LONGEST_INTEGER)
    return FALSE;
  *whole = TRUE;
  if (quick->p < quick->end && *quick->p == '.') {
    *whole = FALSE;
    for (quick->p++; quick->p < quick->end && g_ascii_isdigit (*quick->p); quick->p++, decimals++)
      if (digits + decimals < LONGEST_INTEGER)
        mantissa = mantissa * 10 + (*quick->p - '0');
    if (decimals == 0)
      return FALSE;
  }
  if (quick->p < quick->end && (*quick->p == 'e' || *quick->p == 'E')) {
    const char *from;

    exponent = TRUE;
    *whole = FALSE;
    quick->p++;
    if (quick->p < quick->end && (*quick->p == '+' || *quick->p == '-'))
      quick->p++;
    for (from = quick->p; quick->p < quick->end && g_ascii_isdigit (*quick->p);)
      quick->p++;
    if (from == quick->p)
      return FALSE;
  }
  if (quick->p - start > LONGEST_NUMBER)
    return FALSE;
  if (*whole) {
    *integer = negative ? -mantissa : mantissa;
    *value = (double) *integer;
    return TRUE;
  }
  if (!exponent && digits + decimals <= EXACT_DIGITS) {
    *value = (double) mantissa / tens[decimals];
    if (negative && mantissa != 0) /* -0 is 0 */
      *value = -*value;
    return TRUE;
  }
  memcpy (copy, start, (gsize) (quick->p - start));
  copy[quick->p - start] = '\0';
  *value = g_ascii_strtod (copy, NULL) + 0.0;
  return isfinite (*value);
}

static gboolean
read_word (Quick *quick, const char *word)
{
  gsize length = strlen (word);

  skip_blank (quick);
  if ((gsize) (quick->end - quick->p) < length || memcmp (quick->p, word, length) != 0)
    return FALSE;
  quick->p += length;
  return TRUE;
}

static int
read_enum (Quick *quick, const BearingsEnumType *type)
{
  const char *text;
  gsize length;

  if (!read_string (quick, &text, &length))
    return 0;
  for (int i = 0; type->values[i] != NULL; i++)
    if (strncmp (type->values[i], text, length) == 0 && type->values[i][length] == '\0')
      return i + 1;
  return 0;
}

static gboolean
read_members (Quick *quick, const BearingsStructType *type, gpointer data, gboolean first);

static gboolean
read_element (Quick *quick, const BearingsField *field, gpointer data)
{
  if (field->kind == BEARINGS_FIELD_REALS) {
    gboolean whole;
    double value;
    gint64 integer;

    if (!read_number (quick, &value, &integer, &whole))
      return FALSE;
    g_array_append_val (*BEARINGS_FIELD_AT (GArray *, data, field), value);
    return TRUE;
  }
  if (field->kind == BEARINGS_FIELD_STRUCTS) {
    gpointer element = bearings_struct_new (field->structure);

    g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), element);
    return expect (quick, '{') && read_members (quick, field->structure, element, TRUE);
  }
  {
    char *text = read_text (quick);

    if (text == NULL)
      return FALSE;
    g_ptr_array_add (*BEARINGS_FIELD_AT (GPtrArray *, data, field), text);
    return TRUE;
  }
}

static gboolean
read_list (Quick *quick, const BearingsField *field, gpointer data)
{
  if (!expect (quick, '['))
    return FALSE;
  if (at (quick, ']')) {
    quick->p++;
    return TRUE;
  }
  while (read_element (quick, field, data)) {
    if (at (quick, ']')) {
      quick->p++;
      return TRUE;
    }
    if (!expect (quick, ','))
      return FALSE;
  }
  return FALSE;
}

static gboolean
read_value (Quick *quick, const BearingsField *field, gpointer data)
{
  gboolean whole;
  double value;
  gint64 integer;

  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    *BEARINGS_FIELD_AT (char *, data, field) = read_text (quick);
    return *BEARINGS_FIELD_AT (char *, data, field) != NULL;
  case BEARINGS_FIELD_INTEGER:
    if (!read_number (quick, &value, &integer, &whole) || !whole)
      return FALSE;
    *BEARINGS_FIELD_AT (gint64, data, field) = integer;
    return TRUE;
  case BEARINGS_FIELD_REAL:
    if (!read_number (quick, &value, &integer, &whole))
      return FALSE;
    *BEARINGS_FIELD_AT (double, data, field) = value;
    return TRUE;
  case BEARINGS_FIELD_BOOLEAN:
    if (at (quick, 't')) {
      *BEARINGS_FIELD_AT (int, data, field) = BEARINGS_YES;
      return read_word (quick, "true");
    }
    *BEARINGS_FIELD_AT (int, data, field) = BEARINGS_NO;
    return read_word (quick, "false");
  case BEARINGS_FIELD_ENUM:
    *BEARINGS_FIELD_AT (int, data, field) = read_enum (quick, field->enumeration);
    return *BEARINGS_FIELD_AT (int, data, field) != 0;
  case BEARINGS_FIELD_STRUCT:
    return expect (quick, '{') &&
           read_members (quick, field->structure, (char *) data + field->offset, TRUE);
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
  case BEARINGS_FIELD_REALS:
  case BEARINGS_FIELD_STRUCTS:
    return read_list (quick, field, data);
  }
  return FALSE;
}

/* The members of an object, after its brace, or (not @first) after one of its members. Most files
 * keep the order of the table, so the search for a name begins behind the last one found. */
static gboolean
read_members (Quick *quick, const BearingsStructType *type, gpointer data, gboolean first)
{
  guint64 seen = 0;
  guint next = 0;

  if (type->n_fields > 64)
    return FALSE;
  while (TRUE) {
    const char *name;
    gsize length;
    guint i;

    if (at (quick, '}')) {
      quick->p++;
      return TRUE;
    }
    if (!first && !expect (quick, ','))
      return FALSE;
    first = FALSE;
    if (!at (quick, '"'))
      return FALSE;
    name = quick->p + 1;
    for (quick->p++; quick->p < quick->end && *quick->p != '"'; quick->p++)
      if (*quick->p == '\\')
        return FALSE;
    if (quick->p == quick->end)
      return FALSE;
    length = (gsize) (quick->p++ - name);
    for (i = 0; i < type->n_fields; i++) {
      const char *known = type->fields[next].name;

      if (strncmp (known, name, length) == 0 && known[length] == '\0')
        break;
      next = next + 1 < type->n_fields ? next + 1 : 0;
    }
    if (i == type->n_fields || (seen >> next & 1) != 0 || !expect (quick, ':') ||
        !read_value (quick, &type->fields[next], data))
      return FALSE;
    seen |= (guint64) 1 << next;
    next = next + 1 < type->n_fields ? next + 1 : 0;
  }
}

static const BearingsRecordType *
read_type (Quick *quick)
{
  const char *text;
  gsize length;

  if (!expect (quick, '{') || !read_string (quick, &text, &length) || length != 4 ||
      memcmp (text, "type", 4) != 0 || !expect (quick, ':') || !read_string (quick, &text, &length))
    return NULL;
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++) {
    const BearingsRecordType *type = bearings_record_type (i);

    if (strncmp (type->name, text, length) == 0 && type->name[length] == '\0')
      return type;
  }
  return NULL;
}

BearingsRecord *
bearings_pack_decode_quick (const char *text, gsize length)
{
  g_autoptr (GString) scratch = NULL;
  g_autoptr (BearingsRecord) record = NULL;
  const BearingsRecordType *type;
  Quick quick = { text, text + length, NULL };

  if (!g_utf8_validate_len (text, length, NULL))
    return NULL;
  scratch = g_string_new (NULL);
  quick.scratch = scratch;
  type = read_type (&quick);
  if (type == NULL)
    return NULL;
  record = bearings_record_new (type->kind);
  if (!read_members (&quick, &type->structure, record, FALSE))
    return NULL;
  skip_blank (&quick);
  if (quick.p != quick.end || (type->key != NULL && !bearings_record_make_id (record)))
    return NULL;
  return g_steal_pointer (&record);
}
