/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: how a described struct is kept in tables, worked out from its fields. */
#pragma once

#include "bearings-record.h"
#include "bearings-statement.h"

G_BEGIN_DECLS

/* A leaf field, with its place in the record (or in the struct of a list). */
typedef struct {
  const BearingsField *field;
  gsize offset;
  char *name; /* of the column: "finding_value" */
} BearingsColumn;

/**
 * BearingsRecordTable:
 * @list: the field whose rows these are, %NULL for the table of a record kind
 * @list_offset: its place in the owner
 * @lists: BearingsRecordTable, the lists of a row
 * @select: columns of a row, quoted and qualified with "t."
 *
 * The tables themselves are written out in catalogue-1.sql. Names of tables and columns come from
 * the field tables of the model alone, so that SQL may be put together from them.
 */
typedef struct _BearingsRecordTable BearingsRecordTable;
struct _BearingsRecordTable {
  const BearingsRecordType *type; /* of the record it belongs to */
  const BearingsRecordTable *owner;
  const BearingsField *list;
  gsize list_offset;
  char *name;
  GArray *columns; /* BearingsColumn */
  GPtrArray *lists;
  char *select;
  char *order; /* of records in a list of them */
  char *insert_sql;
  char *select_sql; /* of the rows of one owner */
};

BearingsRecordTable *bearings_record_table_new (const BearingsRecordType *type);
void bearings_record_table_free (BearingsRecordTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsRecordTable, bearings_record_table_free)

/* The column of that name, or NULL. */
const BearingsColumn *bearings_record_table_column (const BearingsRecordTable *self,
                                                    const char *name);
/* "SELECT rowkey, pack, columns FROM table t WHERE @where ORDER BY its order" */
char *bearings_record_table_query (const BearingsRecordTable *self, const char *where);
/* Columns that bearings_record_table_read() takes, for queries that join. */
char *bearings_record_table_selection (const BearingsRecordTable *self, const char *alias);
guint bearings_record_table_width (const BearingsRecordTable *self);
/* "id = ?1", or the key fields from ?1 on. */
char *bearings_record_table_match_id (const BearingsRecordTable *self);
/* Binds the parameters of match_id; FALSE when the text is no id of that kind. @parts has to live
 * as long as the binding. */
gboolean bearings_record_table_bind_id (const BearingsRecordTable *self,
                                        BearingsStatement *statement,
                                        const char *id,
                                        GStrv *parts);

/* Stores a record with all its lists as @rowkey, or a new one when that is 0. */
gboolean bearings_record_table_write (const BearingsRecordTable *self,
                                      BearingsDatabase *database,
                                      const BearingsRecord *record,
                                      gint64 rowkey,
                                      gint64 pack,
                                      gint64 digest,
                                      GError **error);
/* The record of the present row, whose selection begins at @column. */
gpointer bearings_record_table_read (const BearingsRecordTable *self,
                                     BearingsDatabase *database,
                                     BearingsStatement *row,
                                     int column,
                                     GError **error);

G_END_DECLS
