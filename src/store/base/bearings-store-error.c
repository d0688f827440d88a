/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the store. */

#include "bearings-store-error.h"

#include <errno.h>

G_DEFINE_QUARK (bearings-store-error-quark, bearings_store_error)

BearingsStoreError
bearings_store_error_from_errno (int number, BearingsStoreError otherwise)
{
  switch (number) {
  case ENOSPC:
  case EDQUOT:
  case EFBIG:
    return BEARINGS_STORE_ERROR_FULL;
  case EROFS:
    return BEARINGS_STORE_ERROR_READ_ONLY;
  case EACCES:
  case EPERM:
    return BEARINGS_STORE_ERROR_PERMISSION;
  case ENOENT:
  case ENOTDIR:
    return BEARINGS_STORE_ERROR_NOT_FOUND;
  default:
    return otherwise;
  }
}
