/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the pack layer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BEARINGS_PACK_ERROR (bearings_pack_error_quark ())
GQuark bearings_pack_error_quark (void);

/**
 * BearingsPackError:
 * @BEARINGS_PACK_ERROR_UNREADABLE: not there, not allowed, a folder, a device, or a read failed
 * @BEARINGS_PACK_ERROR_INVALID: the pack is refused; the problems say why
 * @BEARINGS_PACK_ERROR_WRITE: a pack could not be written
 * @BEARINGS_PACK_ERROR_CONVERT: a file to be converted is not what it should be
 * @BEARINGS_PACK_ERROR_SIGNATURE: a key or a signature cannot be read or used
 */
typedef enum {
  BEARINGS_PACK_ERROR_UNREADABLE,
  BEARINGS_PACK_ERROR_INVALID,
  BEARINGS_PACK_ERROR_WRITE,
  BEARINGS_PACK_ERROR_CONVERT,
  BEARINGS_PACK_ERROR_SIGNATURE,
} BearingsPackError;

G_END_DECLS
