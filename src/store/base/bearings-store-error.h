/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with a database, told apart where a person would act differently. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BEARINGS_STORE_ERROR (bearings_store_error_quark ())
GQuark bearings_store_error_quark (void);

/**
 * BearingsStoreError:
 * @BEARINGS_STORE_ERROR_NOT_FOUND: there is no such file, sitting or client
 * @BEARINGS_STORE_ERROR_CORRUPT: damaged, empty, or no database at all; left as it is
 * @BEARINGS_STORE_ERROR_NEWER: written by a newer version of Bearings; left as it is
 * @BEARINGS_STORE_ERROR_NOT_OURS: the database of another program; left as it is
 * @BEARINGS_STORE_ERROR_FULL: no room on the disk; nothing of the change was kept
 * @BEARINGS_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @BEARINGS_STORE_ERROR_PERMISSION: the file may not be opened by this user
 * @BEARINGS_STORE_ERROR_BUSY: another program holds the database for too long
 * @BEARINGS_STORE_ERROR_INVALID: a record that the catalogue cannot hold
 * @BEARINGS_STORE_ERROR_CONFLICT: the record belongs to another pack, or comes twice
 * @BEARINGS_STORE_ERROR_REFERENCE: a record refers to one that no pack has
 * @BEARINGS_STORE_ERROR_STALE: another window has taken the sitting over
 * @BEARINGS_STORE_ERROR_FAILED: anything else; the message says what
 */
typedef enum {
  BEARINGS_STORE_ERROR_NOT_FOUND,
  BEARINGS_STORE_ERROR_CORRUPT,
  BEARINGS_STORE_ERROR_NEWER,
  BEARINGS_STORE_ERROR_NOT_OURS,
  BEARINGS_STORE_ERROR_FULL,
  BEARINGS_STORE_ERROR_READ_ONLY,
  BEARINGS_STORE_ERROR_PERMISSION,
  BEARINGS_STORE_ERROR_BUSY,
  BEARINGS_STORE_ERROR_INVALID,
  BEARINGS_STORE_ERROR_CONFLICT,
  BEARINGS_STORE_ERROR_REFERENCE,
  BEARINGS_STORE_ERROR_STALE,
  BEARINGS_STORE_ERROR_FAILED,
} BearingsStoreError;

/* What an errno means; @otherwise for those that mean nothing here. */
BearingsStoreError bearings_store_error_from_errno (int number, BearingsStoreError otherwise);

G_END_DECLS
