/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON Schema of the pack format, made from the tables of fields. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON Schema 2020-12 of a pack as a document; $defs/header and $defs/record describe the lines of
 * JSON Lines. Ends in a line end. */
char *bearings_pack_schema (void);

G_END_DECLS
