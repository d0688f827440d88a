/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON Schema of the pack format, made from the tables of fields. */
#pragma once

#include <glib.h>

/* JSON Schema 2020-12 of a pack as a document; $defs/header and $defs/record describe the lines of
 * JSON Lines. Ends in a line end. */
char *pack_schema_new (void);
