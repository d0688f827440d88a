/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document without a form: headings, paragraphs, figures, tables, references. */
#pragma once

#include <gio/gio.h>

#include "bearings-claims.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_BLOCK_TITLE,
  BEARINGS_BLOCK_HEADING,
  BEARINGS_BLOCK_PARAGRAPH,
  BEARINGS_BLOCK_BULLET,
  BEARINGS_BLOCK_TERM,  /* text: term, second: what it is */
  BEARINGS_BLOCK_TABLE, /* rows of cells; the first row is the header */
} BearingsBlockKind;

/* @reference: 1-based number of the source of the figures in the block, 0 when it has none. */
typedef struct {
  BearingsBlockKind kind;
  char *text;
  char *second;
  GPtrArray *rows; /* GStrv */
  guint reference;
} BearingsBlock;

typedef struct _BearingsDocument BearingsDocument;

BearingsDocument *bearings_document_new (void);
void bearings_document_free (BearingsDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsDocument, bearings_document_free)

void bearings_document_add_title (BearingsDocument *self, const char *text);
void bearings_document_add_heading (BearingsDocument *self, const char *text);
void bearings_document_add_paragraph (BearingsDocument *self, const char *text, guint reference);
void bearings_document_add_bullet (BearingsDocument *self, const char *text, guint reference);
void bearings_document_add_term (BearingsDocument *self,
                                 const char *term,
                                 const char *text,
                                 guint reference);
/* Takes the table's first row; later rows are added to it. */
BearingsBlock *bearings_document_add_table (BearingsDocument *self, const char *const *header);
void bearings_block_add_row (BearingsBlock *table, const char *const *cells);
/* Number of a source in the list of references; the same source keeps its number. */
guint bearings_document_cite (BearingsDocument *self, const BearingsSource *source);

guint bearings_document_n_blocks (const BearingsDocument *self);
const BearingsBlock *bearings_document_get_block (const BearingsDocument *self, guint index);
guint bearings_document_n_references (const BearingsDocument *self);
/* Formatted reference, 1-based. */
const char *bearings_document_get_reference (const BearingsDocument *self, guint number);

/* Plain text wrapped at @width columns. */
char *bearings_document_to_text (const BearingsDocument *self, guint width);
/* One self-contained page; every text escaped. */
char *bearings_document_to_html (const BearingsDocument *self);
/* A4 pages with page numbers. */
gboolean
bearings_document_to_pdf (const BearingsDocument *self, GOutputStream *stream, GError **error);

G_END_DECLS
