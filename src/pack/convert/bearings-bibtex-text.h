/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: LaTeX for letters, as fields of BibTeX have it. */
#pragma once

#include <glib.h>

/* Plain text of a value, braces taken away and white space folded. NULL with the command that is
 * not known in @unknown. */
char *bearings_bibtex_text_plain (const char *value, char **unknown);
