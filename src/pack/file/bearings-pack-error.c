/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the pack layer. */

#include "bearings-pack-error.h"

G_DEFINE_QUARK (bearings-pack-error-quark, bearings_pack_error)
