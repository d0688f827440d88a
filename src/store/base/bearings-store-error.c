/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the store. */

#include "bearings-store-error.h"

G_DEFINE_QUARK (bearings - store - error - quark, bearings_store_error)
