/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of status codes. */

#include "psy-types.h"

const char *
psy_status_string (PsyStatus status)
{
  switch (status) {
  case PSY_OK:
    return "ok";
  case PSY_ERROR_ARGUMENT:
    return "argument out of range";
  case PSY_ERROR_NO_DATA:
    return "no data";
  case PSY_ERROR_TOO_FEW:
    return "too few observations";
  case PSY_ERROR_NO_VARIANCE:
    return "no variance";
  case PSY_ERROR_EMPTY_CATEGORY:
    return "a category without answers";
  case PSY_ERROR_NOT_POSITIVE:
    return "matrix not positive definite";
  case PSY_ERROR_CONVERGENCE:
    return "not converged";
  case PSY_ERROR_WORKSPACE:
    return "workspace too small";
  case PSY_AT_BOUND:
    return "at a bound";
  }
  return "unknown status";
}
