/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: the word that was probably meant. */
#pragma once

#include <glib.h>

/* The nearest of @candidates (NULL-terminated) to @word, or NULL when none is near. */
const char *bearings_suggest (const char *word, const char *const *candidates);
