/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words somebody typed, looked for in a text. Pure; no display needed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words to search for, folded; NULL when there are none. */
char **bearings_text_match_search_words (const char *text);
/* Whether @text holds every word; always when @words is NULL. */
gboolean bearings_text_match_has_words (const char *text, const char *const *words);

G_END_DECLS
