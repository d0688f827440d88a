/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scored answers of many persons to many items. */

#include "bearings-response-matrix.h"

#include <string.h>

/* A cell that nothing was said of; such cells end as BEARINGS_RESPONSE_MISSING. */
#define UNTOUCHED G_MININT8

struct _BearingsResponseMatrixBuilder {
  GPtrArray *persons, *items;
  GHashTable *person_index, *item_index; /* name -> position + 1 */
  GPtrArray *rows;                       /* GByteArray of each person */
};

void
bearings_response_matrix_free (BearingsResponseMatrix *matrix)
{
  g_ptr_array_unref (matrix->persons);
  g_ptr_array_unref (matrix->items);
  g_free (matrix->data);
  g_free (matrix);
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

  if (row_at == builder->rows->len)
    g_ptr_array_add (builder->rows, g_byte_array_new ());
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

BearingsResponseMatrix *
bearings_response_matrix_builder_end (BearingsResponseMatrixBuilder *builder)
{
  BearingsResponseMatrix *matrix = g_new0 (BearingsResponseMatrix, 1);
  gsize n_items = builder->items->len;

  matrix->persons = g_ptr_array_ref (builder->persons);
  matrix->items = g_ptr_array_ref (builder->items);
  matrix->data = g_malloc (MAX (builder->rows->len * n_items, 1));
  for (guint p = 0; p < builder->rows->len; p++) {
    const GByteArray *row = g_ptr_array_index (builder->rows, p);
    for (gsize i = 0; i < n_items; i++) {
      gint8 score = i < row->len ? (gint8) row->data[i] : UNTOUCHED;
      matrix->data[p * n_items + i] = score == UNTOUCHED ? BEARINGS_RESPONSE_MISSING : score;
    }
  }
  return matrix;
}
