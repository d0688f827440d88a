/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations as CSL-JSON, which pandoc, Zotero and other citation processors read. */
#pragma once

#include "bearings-citation.h"

G_BEGIN_DECLS

/* @citations: BearingsCitation. A list, indented. What is not known is left out. */
char *bearings_csl_json_citations_to (const GPtrArray *citations);

G_END_DECLS
