/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document without a form. */

#include "bearings-document.h"

#include "bearings-format.h"

struct _BearingsDocument {
  GPtrArray *blocks;
  GPtrArray *reference_ids;
  GPtrArray *references;
};

static void
block_free (gpointer data)
{
  BearingsBlock *block = data;

  g_free (block->text);
  g_free (block->second);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

BearingsDocument *
bearings_document_new (void)
{
  BearingsDocument *self = g_new0 (BearingsDocument, 1);

  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->reference_ids = g_ptr_array_new_with_free_func (g_free);
  self->references = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bearings_document_free (BearingsDocument *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->reference_ids);
  g_ptr_array_unref (self->references);
  g_free (self);
}

static BearingsBlock *
add (BearingsDocument *self,
     BearingsBlockKind kind,
     const char *text,
     const char *second,
     guint reference)
{
  BearingsBlock *block = g_new0 (BearingsBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  block->second = g_strdup (second);
  block->reference = reference;
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
bearings_document_add_title (BearingsDocument *self, const char *text)
{
  add (self, BEARINGS_BLOCK_TITLE, text, NULL, 0);
}

void
bearings_document_add_heading (BearingsDocument *self, const char *text)
{
  add (self, BEARINGS_BLOCK_HEADING, text, NULL, 0);
}

void
bearings_document_add_paragraph (BearingsDocument *self, const char *text, guint reference)
{
  add (self, BEARINGS_BLOCK_PARAGRAPH, text, NULL, reference);
}

void
bearings_document_add_bullet (BearingsDocument *self, const char *text, guint reference)
{
  add (self, BEARINGS_BLOCK_BULLET, text, NULL, reference);
}

void
bearings_document_add_term (BearingsDocument *self,
                            const char *term,
                            const char *text,
                            guint reference)
{
  add (self, BEARINGS_BLOCK_TERM, term, text, reference);
}

BearingsBlock *
bearings_document_add_table (BearingsDocument *self, const char *const *header)
{
  BearingsBlock *block = add (self, BEARINGS_BLOCK_TABLE, NULL, NULL, 0);

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  bearings_block_add_row (block, header);
  return block;
}

void
bearings_block_add_row (BearingsBlock *table, const char *const *cells)
{
  g_ptr_array_add (table->rows, g_strdupv ((char **) cells));
}

guint
bearings_document_cite (BearingsDocument *self, const BearingsSource *source)
{
  guint index;

  if (source == NULL)
    return 0;
  if (g_ptr_array_find_with_equal_func (self->reference_ids, source->record.id, g_str_equal,
                                        &index))
    return index + 1;
  g_ptr_array_add (self->reference_ids, g_strdup (source->record.id));
  g_ptr_array_add (self->references, bearings_format_source (source));
  return self->references->len;
}

guint
bearings_document_n_blocks (const BearingsDocument *self)
{
  return self->blocks->len;
}

const BearingsBlock *
bearings_document_get_block (const BearingsDocument *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

guint
bearings_document_n_references (const BearingsDocument *self)
{
  return self->references->len;
}

const char *
bearings_document_get_reference (const BearingsDocument *self, guint number)
{
  g_return_val_if_fail (number >= 1 && number <= self->references->len, NULL);
  return g_ptr_array_index (self->references, number - 1);
}
