/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: whether a file is one that can be read as a whole. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"

/* Refuses, before a byte is read, what is not there, is no ordinary file (a pipe would be waited
 * for, a device never ends) or is larger than @largest bytes. */
gboolean
bearings_file_check (GFile *file, goffset largest, GCancellable *cancellable, GError **error);
