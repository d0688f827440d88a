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
 * @lowest: what was taken off every score so that they count from 0
 * @options: (nullable): the option chosen, from 0, shaped as @data: where an item has a key
 * @key: (nullable): the right option of each item; missing where it has none
 * @seconds: (nullable): time of each answer, shaped as @data; NaN: not known
 * @groups: (nullable): the group of each person, char *; "" not known
 * @months: (nullable): the month of each person's latest answer, char * "2026-11"; "" not known
 */
typedef struct {
  GPtrArray *persons;
  GPtrArray *items;
  gint8 *data;
  gint8 lowest;
  gint8 *options;
  gint8 *key;
  double *seconds;
  GPtrArray *groups;
  GPtrArray *months;
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
/* Of an answer that was added; @seconds >= 0. */
void bearings_response_matrix_builder_set_seconds (BearingsResponseMatrixBuilder *builder,
                                                   const char *person,
                                                   const char *item,
                                                   double seconds);
/* FALSE when the person belongs to another group already. */
gboolean bearings_response_matrix_builder_set_group (BearingsResponseMatrixBuilder *builder,
                                                     const char *person,
                                                     const char *group);
/* The later of two months stays. */
void bearings_response_matrix_builder_set_month (BearingsResponseMatrixBuilder *builder,
                                                 const char *person,
                                                 const char *month);
/* The item is a question with one right option: its answers are options, and score 1 or 0. */
void bearings_response_matrix_builder_set_key (BearingsResponseMatrixBuilder *builder,
                                               const char *item,
                                               gint8 option);
/* The builder stays the caller's. Scores of items without a key that nowhere reach down to 0 are
 * counted from the lowest. */
BearingsResponseMatrix *
bearings_response_matrix_builder_end (BearingsResponseMatrixBuilder *builder);

G_END_DECLS
