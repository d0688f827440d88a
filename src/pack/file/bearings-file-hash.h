/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: hashes of a file while it is read, in a thread beside the reading. */
#pragma once

#include <glib.h>

#define BEARINGS_FILE_HASH_SIZE 64 /* bytes of a BLAKE2b hash, as minisign signs it */

typedef struct _BearingsFileHash BearingsFileHash;

/* @checksum: whether a SHA-256 is wanted, too; it is the slower of the two. */
BearingsFileHash *bearings_file_hash_new (gboolean checksum);
void bearings_file_hash_free (BearingsFileHash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsFileHash, bearings_file_hash_free)

/* The next bytes of the file; what is not @is_signed is left out of the BLAKE2b hash. */
void
bearings_file_hash_add (BearingsFileHash *self, gconstpointer data, gsize size, gboolean is_signed);
/* Waits for the thread. After it, nothing may be added. */
void bearings_file_hash_finish (BearingsFileHash *self);
/* In hexadecimal; NULL when none was wanted. */
const char *bearings_file_hash_checksum (BearingsFileHash *self);
const guint8 *bearings_file_hash_signed (BearingsFileHash *self);
