/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: prepared statements, kept by the connection and used again. */
#pragma once

#include "bearings-database.h"

G_BEGIN_DECLS

typedef struct _BearingsStatement BearingsStatement;

typedef enum {
  BEARINGS_STEP_ROW,
  BEARINGS_STEP_DONE,
  BEARINGS_STEP_ERROR,
} BearingsStep;

/* @sql is part of the program: values from outside are bound, never written into it. */
BearingsStatement *
bearings_statement_new (BearingsDatabase *database, const char *sql, GError **error);
/* Gives the statement back to its connection. */
void bearings_statement_release (BearingsStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsStatement, bearings_statement_release)

/* Parameters count from 1. Texts and blobs have to live until the statement is reset. NULL and the
 * absent values of the model are bound as NULL. */
void bearings_statement_bind_text (BearingsStatement *self, int parameter, const char *value);
void bearings_statement_bind_integer (BearingsStatement *self, int parameter, gint64 value);
void bearings_statement_bind_real (BearingsStatement *self, int parameter, double value);
void bearings_statement_bind_blob (BearingsStatement *self,
                                   int parameter,
                                   gconstpointer data,
                                   gsize size);
void bearings_statement_bind_null (BearingsStatement *self, int parameter);

BearingsStep bearings_statement_step (BearingsStatement *self, GError **error);
/* Ready to be bound and stepped again. */
void bearings_statement_reset (BearingsStatement *self);
/* Steps a statement that returns nothing, and resets it. */
gboolean bearings_statement_run (BearingsStatement *self, GError **error);

/* Columns count from 0. The text is the statement's, until the next step. */
gboolean bearings_statement_is_null (BearingsStatement *self, int column);
const char *bearings_statement_get_text (BearingsStatement *self, int column);
char *bearings_statement_dup_text (BearingsStatement *self, int column);
gint64 bearings_statement_get_integer (BearingsStatement *self, int column); /* or absent */
double bearings_statement_get_real (BearingsStatement *self, int column);    /* or NaN */
gconstpointer bearings_statement_get_blob (BearingsStatement *self, int column, gsize *size);

G_END_DECLS
