/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as JSON, for programs. */
#pragma once

#include "bearings-trace.h"

G_BEGIN_DECLS

/* Indented by two spaces; what is not known is left out; nothing of the vocabularies is
 * localized. */
char *bearings_trace_json_to (const BearingsTrace *trace);

G_END_DECLS
