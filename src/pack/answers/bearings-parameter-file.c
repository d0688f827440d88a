/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of item parameters: what a calibration printed, or CSV. */

#include "bearings-parameter-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-file-load.h"
#include "bearings-json-reader.h"

/* No bank is near this. */
#define MAX_BYTES (16 << 20)
#define MAX_THRESHOLDS 15

static gboolean
fail (const char *place, GError **error, const char *message)
{
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID, "%s: %s", place, message);
  return FALSE;
}

/* What a line or an object says of one item. */
typedef struct {
  const char *item, *model, *scale;
  double a, c;
  double b[MAX_THRESHOLDS];
  guint n_b;
} Row;

static gboolean
add (GPtrArray *bank, const Row *row, const char *place, GError **error)
{
  int model = row->n_b > 1     ? BEARINGS_ITEM_MODEL_GRM
              : isnan (row->c) ? BEARINGS_ITEM_MODEL_2PL
                               : BEARINGS_ITEM_MODEL_3PL;
  BearingsCalibratedItem *item;

  if (row->item == NULL || *row->item == '\0')
    return fail (place, error, _ ("the item has no name"));
  if (row->model != NULL && *row->model != '\0')
    model = bearings_enums_value (&bearings_item_model_type, row->model);
  if (model == 0)
    return fail (place, error, _ ("the model is not rasch, 2pl, 3pl, grm or gpcm"));
  if (row->n_b == 0 ||
      (row->n_b > 1 && model != BEARINGS_ITEM_MODEL_GRM && model != BEARINGS_ITEM_MODEL_GPCM))
    return fail (place, error, _ ("the number of difficulties does not fit the model"));
  if (!isfinite (row->a) || row->a == 0)
    return fail (place, error, _ ("the slope a is no number, or 0"));
  if (model == BEARINGS_ITEM_MODEL_3PL && !(row->c >= 0 && row->c < 1))
    return fail (place, error, _ ("the guessing parameter c is not from 0 to below 1"));
  for (guint k = 0; k < row->n_b; k++) {
    if (!isfinite (row->b[k]))
      return fail (place, error, _ ("a difficulty is no number"));
    if (model == BEARINGS_ITEM_MODEL_GRM && k > 0 && !(row->b[k] > row->b[k - 1]))
      return fail (place, error, _ ("the thresholds do not rise"));
  }
  for (guint i = 0; i < bank->len; i++) {
    const BearingsCalibratedItem *other = bank->pdata[i];
    if (g_str_equal (other->item, row->item))
      return fail (place, error, _ ("the item stands there twice"));
  }
  item = bearings_calibrated_item_new (row->item, (BearingsItemModel) model, row->a,
                                       model == BEARINGS_ITEM_MODEL_3PL ? row->c : NAN);
  if (row->scale != NULL && *row->scale != '\0')
    item->scale = g_strdup (row->scale);
  g_array_append_vals (item->b, row->b, row->n_b);
  g_ptr_array_add (bank, item);
  return TRUE;
}

/* The number, or the numbers of a list. */
static void
read_difficulties (BearingsJsonReader *json, Row *row)
{
  if (bearings_json_reader_peek (json) != BEARINGS_JSON_LIST) {
    row->b[row->n_b++] = bearings_json_reader_real (json);
  } else if (bearings_json_reader_enter (json)) {
    while (bearings_json_reader_next (json)) {
      double value = bearings_json_reader_real (json);

      if (row->n_b < MAX_THRESHOLDS)
        row->b[row->n_b++] = value;
    }
  }
}

/* @usual: the model of an item that names none. */
static gboolean
read_item (BearingsJsonReader *json,
           const char *usual,
           const char *name,
           GPtrArray *bank,
           GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s:/items/%u", name, bank->len);
  g_autofree char *item = NULL;
  g_autofree char *model = NULL;
  g_autofree char *scale = NULL;
  Row row = { .a = 1, .c = NAN };

  if (bearings_json_reader_peek (json) != BEARINGS_JSON_OBJECT)
    return fail (place, error, _ ("this is not an item"));
  bearings_json_reader_enter (json);
  while (bearings_json_reader_next (json)) {
    if (bearings_json_reader_is_key (json, "item"))
      item = bearings_json_reader_dup_text (json);
    else if (bearings_json_reader_is_key (json, "model"))
      model = bearings_json_reader_dup_text (json);
    else if (bearings_json_reader_is_key (json, "scale"))
      scale = bearings_json_reader_dup_text (json);
    else if (bearings_json_reader_is_key (json, "a"))
      row.a = bearings_json_reader_real (json);
    else if (bearings_json_reader_is_key (json, "b"))
      read_difficulties (json, &row);
    else if (bearings_json_reader_is_key (json, "c"))
      row.c = bearings_json_reader_real (json);
    else
      bearings_json_reader_skip (json);
  }
  row.item = item;
  row.model = model != NULL ? model : usual;
  row.scale = scale;
  return add (bank, &row, place, error);
}

static gboolean
read_json (const char *text, gsize length, const char *name, GPtrArray *bank, GError **error)
{
  g_auto (BearingsJsonReader) json = { 0 };
  g_autofree char *model = NULL;

  if (!bearings_json_reader_begin_file (&json, name, text, length, BEARINGS_PACK_ERROR_INVALID,
                                        error))
    return FALSE;
  if (bearings_json_reader_find (&json, "model"))
    model = bearings_json_reader_dup_text (&json);
  bearings_json_reader_begin (&json, text, length, 1);
  if (!bearings_json_reader_find (&json, "items") ||
      bearings_json_reader_peek (&json) != BEARINGS_JSON_LIST)
    return TRUE;
  bearings_json_reader_enter (&json);
  while (bearings_json_reader_next (&json))
    if (!read_item (&json, model, name, bank, error))
      return FALSE;
  return TRUE;
}

static double
number_in (const char *cell)
{
  char *end;
  double value = g_ascii_strtod (cell, &end);

  return *cell != '\0' && *end == '\0' ? value : NAN;
}

static void
read_cell (const char *heading, const char *cell, Row *row)
{
  if (g_ascii_strcasecmp (heading, "item") == 0)
    row->item = cell;
  else if (g_ascii_strcasecmp (heading, "model") == 0)
    row->model = cell;
  else if (g_ascii_strcasecmp (heading, "scale") == 0)
    row->scale = cell;
  else if (g_ascii_strcasecmp (heading, "a") == 0)
    row->a = *cell != '\0' ? number_in (cell) : 1;
  else if (g_ascii_strcasecmp (heading, "c") == 0)
    row->c = number_in (cell);
  else if (g_ascii_tolower (heading[0]) == 'b' &&
           strspn (heading + 1, "0123456789") == strlen (heading + 1) && *cell != '\0' &&
           row->n_b < MAX_THRESHOLDS)
    row->b[row->n_b++] = number_in (cell);
}

static gboolean
read_csv (const char *text, const char *name, GPtrArray *bank, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) heading = NULL;

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *place = g_strdup_printf ("%s:%u", name, i + 1);
    g_auto (GStrv) cells = NULL;
    Row row = { .a = 1, .c = NAN };

    if (*g_strstrip (lines[i]) == '\0')
      continue;
    cells = g_strsplit (lines[i], ",", -1);
    for (guint k = 0; cells[k] != NULL; k++)
      g_strstrip (cells[k]);
    if (heading == NULL) {
      heading = g_steal_pointer (&cells);
      continue;
    }
    if (g_strv_length (cells) != g_strv_length (heading))
      return fail (place, error, _ ("the line has not as many cells as the heading"));
    for (guint k = 0; cells[k] != NULL; k++)
      read_cell (heading[k], cells[k], &row);
    if (!add (bank, &row, place, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
bearings_parameter_file_read (GFile *file, GError **error)
{
  g_autoptr (GPtrArray) bank = g_ptr_array_new_with_free_func (bearings_calibrated_item_free);
  g_autofree char *name = g_file_get_parse_name (file);
  gsize length;
  g_autofree char *text = bearings_file_load (file, MAX_BYTES, &length, NULL, error);
  const char *begin, *first;
  gboolean ok;

  if (text == NULL)
    return NULL;
  if (!g_utf8_validate_len (text, length, NULL)) {
    fail (name, error, _ ("this is no file of item parameters"));
    return NULL;
  }
  begin = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  for (first = begin; g_ascii_isspace (*first);)
    first++;
  ok = *first == '{' ? read_json (begin, strlen (begin), name, bank, error)
                     : read_csv (begin, name, bank, error);
  if (ok && bank->len == 0)
    ok = fail (name, error, _ ("there are no items in it"));
  return ok ? g_steal_pointer (&bank) : NULL;
}
