/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scored answers of many persons to many items. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* An answer that was not given. */
#define BEARINGS_RESPONSE_MISSING (-1)

/**
 * BearingsResponseMatrix:
 * @persons, @items: names, char *
 * @data: row after row; the answer of person p to item i is data[p * items->len + i]: a score from
 *   0, or BEARINGS_RESPONSE_MISSING
 */
typedef struct {
  GPtrArray *persons;
  GPtrArray *items;
  gint8 *data;
} BearingsResponseMatrix;

void bearings_response_matrix_free (BearingsResponseMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResponseMatrix, bearings_response_matrix_free)

/* A matrix made answer by answer, in any order; persons and items stay in the order they came. */
typedef struct _BearingsResponseMatrixBuilder BearingsResponseMatrixBuilder;
BearingsResponseMatrixBuilder *bearings_response_matrix_builder_new (void);
void bearings_response_matrix_builder_free (BearingsResponseMatrixBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsResponseMatrixBuilder, bearings_response_matrix_builder_free)
/* @score: from 0, or missing. FALSE when this person has answered this item already. */
gboolean bearings_response_matrix_builder_add (BearingsResponseMatrixBuilder *builder,
                                               const char *person,
                                               const char *item,
                                               gint8 score);
/* The builder stays the caller's. */
BearingsResponseMatrix *
bearings_response_matrix_builder_end (BearingsResponseMatrixBuilder *builder);

G_END_DECLS
