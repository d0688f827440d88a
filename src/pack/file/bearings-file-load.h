/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: the whole of a file that is to be converted or analysed. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"

/* The bytes of a file, with a NUL behind them. Refused is, before a byte is read, what is not
 * there, is not an ordinary file (a pipe would be waited for, a device never ends) or is larger
 * than
 * @largest bytes; and then what is not as long as it was. */
char *bearings_file_load (GFile *file,
                          goffset largest,
                          gsize *length,
                          GCancellable *cancellable,
                          GError **error);
