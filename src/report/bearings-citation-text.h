/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations as BibTeX, RIS and text. */
#pragma once

#include "bearings-citation.h"

G_BEGIN_DECLS

/* @citations: BearingsCitation. UTF-8; what TeX takes for its own is escaped, titles keep their
 * capitals, institutions stay whole. */
char *bearings_citation_text_bibtex (const GPtrArray *citations);
/* As reference managers read it, a record after the other, lines ending in CR LF. */
char *bearings_citation_text_ris (const GPtrArray *citations);
/* A full reference each, with its notes, for people. */
char *bearings_citation_text_plain (const GPtrArray *citations);

G_END_DECLS
