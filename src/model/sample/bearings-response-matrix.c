/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scored answers of many persons to many items. */

#include "bearings-response-matrix.h"

#include <math.h>
#include <string.h>

/* A cell that nothing was said of; such cells end as BEARINGS_RESPONSE_MISSING. */
#define UNTOUCHED G_MININT8

struct _BearingsResponseMatrixBuilder {
  GPtrArray *persons, *items;
  GHashTable *person_index, *item_index; /* name -> position + 1 */
  GPtrArray *rows;                       /* GByteArray of each person */
  GPtrArray *times;                      /* GArray of double of each person, or NULL */
  GPtrArray *groups;                     /* char * of each person, or NULL */
  GPtrArray *months;                     /* likewise */
  GHashTable *key;                       /* item -> option + 1 */
  gboolean has_times, has_groups, has_months;
};

void
bearings_response_matrix_free (BearingsResponseMatrix *matrix)
{
  g_ptr_array_unref (matrix->persons);
  g_ptr_array_unref (matrix->items);
  g_free (matrix->data);
  g_free (matrix->options);
  g_free (matrix->key);
  g_free (matrix->seconds);
  g_clear_pointer (&matrix->groups, g_ptr_array_unref);
  g_clear_pointer (&matrix->months, g_ptr_array_unref);
  g_free (matrix);
}

static void
times_free (gpointer times)
{
  if (times != NULL)
    g_array_unref (times);
}

BearingsResponseMatrixBuilder *
bearings_response_matrix_builder_new (void)
{
  BearingsResponseMatrixBuilder *builder = g_new0 (BearingsResponseMatrixBuilder, 1);

  builder->persons = g_ptr_array_new_with_free_func (g_free);
  builder->items = g_ptr_array_new_with_free_func (g_free);
  builder->person_index = g_hash_table_new (g_str_hash, g_str_equal);
  builder->item_index = g_hash_table_new (g_str_hash, g_str_equal);
  builder->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  builder->times = g_ptr_array_new_with_free_func (times_free);
  builder->groups = g_ptr_array_new_with_free_func (g_free);
  builder->months = g_ptr_array_new_with_free_func (g_free);
  builder->key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return builder;
}

void
bearings_response_matrix_builder_free (BearingsResponseMatrixBuilder *builder)
{
  g_hash_table_unref (builder->person_index);
  g_hash_table_unref (builder->item_index);
  g_ptr_array_unref (builder->persons);
  g_ptr_array_unref (builder->items);
  g_ptr_array_unref (builder->rows);
  g_ptr_array_unref (builder->times);
  g_ptr_array_unref (builder->groups);
  g_ptr_array_unref (builder->months);
  g_hash_table_unref (builder->key);
  g_free (builder);
}

static guint
position_of (GHashTable *index, GPtrArray *names, const char *name)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (index, name));
  char *copy;

  if (position > 0)
    return position - 1;
  copy = g_strdup (name);
  g_ptr_array_add (names, copy);
  g_hash_table_insert (index, copy, GUINT_TO_POINTER (names->len));
  return names->len - 1;
}

static void
add_row (BearingsResponseMatrixBuilder *builder, guint position)
{
  if (position < builder->rows->len)
    return;
  g_ptr_array_add (builder->rows, g_byte_array_new ());
  g_ptr_array_add (builder->times, NULL);
  g_ptr_array_add (builder->groups, NULL);
  g_ptr_array_add (builder->months, NULL);
}

gboolean
bearings_response_matrix_builder_add (BearingsResponseMatrixBuilder *builder,
                                      const char *person,
                                      const char *item,
                                      gint8 score)
{
  guint row_at = position_of (builder->person_index, builder->persons, person);
  guint item_at = position_of (builder->item_index, builder->items, item);
  GByteArray *row;
  guint length;

  add_row (builder, row_at);
  row = g_ptr_array_index (builder->rows, row_at);
  length = row->len;
  if (item_at >= length) {
    g_byte_array_set_size (row, item_at + 1);
    memset (row->data + length, UNTOUCHED, row->len - length);
  }
  if ((gint8) row->data[item_at] != UNTOUCHED)
    return FALSE;
  row->data[item_at] = (guint8) score;
  return TRUE;
}

void
bearings_response_matrix_builder_set_seconds (BearingsResponseMatrixBuilder *builder,
                                              const char *person,
                                              const char *item,
                                              double seconds)
{
  guint row_at = position_of (builder->person_index, builder->persons, person);
  guint item_at = position_of (builder->item_index, builder->items, item);
  GArray *times;

  add_row (builder, row_at);
  times = builder->times->pdata[row_at];
  if (times == NULL)
    times = builder->times->pdata[row_at] = g_array_new (FALSE, FALSE, sizeof (double));
  while (times->len <= item_at) {
    const double unknown = NAN;
    g_array_append_val (times, unknown);
  }
  g_array_index (times, double, item_at) = seconds;
  builder->has_times = TRUE;
}

gboolean
bearings_response_matrix_builder_set_group (BearingsResponseMatrixBuilder *builder,
                                            const char *person,
                                            const char *group)
{
  guint row_at = position_of (builder->person_index, builder->persons, person);

  add_row (builder, row_at);
  if (builder->groups->pdata[row_at] == NULL)
    builder->groups->pdata[row_at] = g_strdup (group);
  builder->has_groups = TRUE;
  return g_str_equal (builder->groups->pdata[row_at], group);
}

void
bearings_response_matrix_builder_set_month (BearingsResponseMatrixBuilder *builder,
                                            const char *person,
                                            const char *month)
{
  guint row_at = position_of (builder->person_index, builder->persons, person);

  add_row (builder, row_at);
  if (g_strcmp0 (builder->months->pdata[row_at], month) < 0)
    g_set_str ((char **) &builder->months->pdata[row_at], month);
  builder->has_months = TRUE;
}

void
bearings_response_matrix_builder_set_key (BearingsResponseMatrixBuilder *builder,
                                          const char *item,
                                          gint8 option)
{
  position_of (builder->item_index, builder->items, item);
  g_hash_table_insert (builder->key, g_strdup (item), GINT_TO_POINTER (option + 1));
}

/* Options of keyed items become right and wrong. */
static void
apply_key (BearingsResponseMatrixBuilder *builder, BearingsResponseMatrix *matrix)
{
  gsize n_items = matrix->items->len, size = matrix->persons->len * n_items;

  if (g_hash_table_size (builder->key) == 0)
    return;
  matrix->options = g_memdup2 (matrix->data, MAX (size, 1));
  matrix->key = g_new (gint8, MAX (n_items, 1));
  for (gsize i = 0; i < n_items; i++) {
    gpointer option = g_hash_table_lookup (builder->key, matrix->items->pdata[i]);
    matrix->key[i] = (gint8) (GPOINTER_TO_INT (option) - 1);
  }
  for (gsize i = 0; i < size; i++) {
    gint8 key = matrix->key[i % n_items];
    if (key != BEARINGS_RESPONSE_MISSING && matrix->data[i] != BEARINGS_RESPONSE_MISSING)
      matrix->data[i] = matrix->data[i] == key;
  }
}

static void
count_from_zero (BearingsResponseMatrix *matrix)
{
  gsize n_items = matrix->items->len, size = matrix->persons->len * n_items;
  gint8 lowest = G_MAXINT8;

  for (gsize i = 0; i < size; i++) {
    if (matrix->key != NULL && matrix->key[i % n_items] != BEARINGS_RESPONSE_MISSING)
      continue;
    if (matrix->data[i] != BEARINGS_RESPONSE_MISSING)
      lowest = MIN (lowest, matrix->data[i]);
  }
  if (lowest == G_MAXINT8)
    return;
  matrix->lowest = lowest;
  for (gsize i = 0; i < size; i++) {
    if (matrix->key != NULL && matrix->key[i % n_items] != BEARINGS_RESPONSE_MISSING)
      continue;
    if (matrix->data[i] != BEARINGS_RESPONSE_MISSING)
      matrix->data[i] -= lowest;
  }
}

BearingsResponseMatrix *
bearings_response_matrix_builder_end (BearingsResponseMatrixBuilder *builder)
{
  BearingsResponseMatrix *matrix = g_new0 (BearingsResponseMatrix, 1);
  gsize n_items = builder->items->len, n_persons = builder->rows->len;

  matrix->persons = g_ptr_array_ref (builder->persons);
  matrix->items = g_ptr_array_ref (builder->items);
  matrix->data = g_malloc (MAX (n_persons * n_items, 1));
  if (builder->has_times)
    matrix->seconds = g_new (double, MAX (n_persons * n_items, 1));
  if (builder->has_groups)
    matrix->groups = g_ptr_array_new_with_free_func (g_free);
  if (builder->has_months)
    matrix->months = g_ptr_array_new_with_free_func (g_free);
  for (gsize p = 0; p < n_persons; p++) {
    const GByteArray *row = g_ptr_array_index (builder->rows, p);
    const GArray *times = builder->times->pdata[p];
    const char *group = builder->groups->pdata[p];
    const char *month = builder->months->pdata[p];

    for (gsize i = 0; i < n_items; i++) {
      gint8 score = i < row->len ? (gint8) row->data[i] : UNTOUCHED;
      matrix->data[p * n_items + i] = score == UNTOUCHED ? BEARINGS_RESPONSE_MISSING : score;
      if (matrix->seconds != NULL)
        matrix->seconds[p * n_items + i] =
          times != NULL && i < times->len ? g_array_index (times, double, i) : NAN;
    }
    if (matrix->groups != NULL)
      g_ptr_array_add (matrix->groups, g_strdup (group != NULL ? group : ""));
    if (matrix->months != NULL)
      g_ptr_array_add (matrix->months, g_strdup (month != NULL ? month : ""));
  }
  apply_key (builder, matrix);
  count_from_zero (matrix);
  return matrix;
}
