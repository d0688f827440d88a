/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes of a file while it is read. A small file is hashed at its end; a thread is started for
 * what comes after the first chunks. */

#include "bearings-file-hash.h"

#include <sodium.h>

#define INLINE_BYTES (1024 * 1024) /* hashed in the same thread */
#define BACKLOG 16                 /* chunks that may wait; then the reading does */

typedef struct {
  GBytes *bytes;
  gboolean is_signed;
} Chunk;

struct _BearingsFileHash {
  GChecksum *checksum;
  crypto_generichash_state state;
  guint8 hash[BEARINGS_FILE_HASH_SIZE];
  gsize size;
  gboolean finished;

  GThread *thread;
  GMutex lock;
  GCond changed;
  GQueue waiting; /* Chunk */
  gboolean at_end;
};

BearingsFileHash *
bearings_file_hash_new (gboolean checksum)
{
  BearingsFileHash *self = g_new0 (BearingsFileHash, 1);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  self->checksum = checksum ? g_checksum_new (G_CHECKSUM_SHA256) : NULL;
  crypto_generichash_init (&self->state, NULL, 0, BEARINGS_FILE_HASH_SIZE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->waiting);
  return self;
}

static void
digest (BearingsFileHash *self, gconstpointer data, gsize size, gboolean is_signed)
{
  if (self->checksum != NULL)
    g_checksum_update (self->checksum, data, (gssize) size);
  if (is_signed)
    crypto_generichash_update (&self->state, data, size);
}

static gpointer
run (gpointer user_data)
{
  BearingsFileHash *self = user_data;

  g_mutex_lock (&self->lock);
  while (TRUE) {
    Chunk *chunk;
    gconstpointer data;
    gsize size;

    while (g_queue_is_empty (&self->waiting) && !self->at_end)
      g_cond_wait (&self->changed, &self->lock);
    chunk = g_queue_pop_head (&self->waiting);
    if (chunk == NULL)
      break;
    g_cond_broadcast (&self->changed);
    g_mutex_unlock (&self->lock);
    data = g_bytes_get_data (chunk->bytes, &size);
    digest (self, data, size, chunk->is_signed);
    g_bytes_unref (chunk->bytes);
    g_free (chunk);
    g_mutex_lock (&self->lock);
  }
  g_mutex_unlock (&self->lock);
  return NULL;
}

static void
stop (BearingsFileHash *self)
{
  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->at_end = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&self->thread, g_thread_join);
}

void
bearings_file_hash_free (BearingsFileHash *self)
{
  stop (self);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

void
bearings_file_hash_add (BearingsFileHash *self, gconstpointer data, gsize size, gboolean is_signed)
{
  Chunk *chunk;

  g_return_if_fail (!self->finished);
  if (size == 0)
    return;
  if (self->thread == NULL) {
    if (self->size < INLINE_BYTES) {
      self->size += size;
      digest (self, data, size, is_signed);
      return;
    }
    self->thread = g_thread_new ("file-hash", run, self);
  }
  chunk = g_new (Chunk, 1);
  *chunk = (Chunk) { g_bytes_new (data, size), is_signed };
  g_mutex_lock (&self->lock);
  while (g_queue_get_length (&self->waiting) >= BACKLOG)
    g_cond_wait (&self->changed, &self->lock);
  g_queue_push_tail (&self->waiting, chunk);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

void
bearings_file_hash_finish (BearingsFileHash *self)
{
  if (self->finished)
    return;
  stop (self);
  crypto_generichash_final (&self->state, self->hash, BEARINGS_FILE_HASH_SIZE);
  self->finished = TRUE;
}

const char *
bearings_file_hash_checksum (BearingsFileHash *self)
{
  g_return_val_if_fail (self->finished, NULL);
  return self->checksum != NULL ? g_checksum_get_string (self->checksum) : NULL;
}

const guint8 *
bearings_file_hash_signed (BearingsFileHash *self)
{
  g_return_val_if_fail (self->finished, NULL);
  return self->hash;
}
