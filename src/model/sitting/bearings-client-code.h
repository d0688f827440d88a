/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code a client's sittings are kept under: a pseudonym, never a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BEARINGS_CLIENT_CODE_SHORTEST 4
#define BEARINGS_CLIENT_CODE_LONGEST 32

/**
 * bearings_client_code_normalise:
 * @text: what somebody typed
 *
 * Capital and small letters are the same, space around it does not count.
 *
 * Returns: (nullable): the code, or %NULL when it is none: letters, digits and hyphens, from
 *   #BEARINGS_CLIENT_CODE_SHORTEST to #BEARINGS_CLIENT_CODE_LONGEST of them
 */
char *bearings_client_code_normalise (const char *text);
/* What is wrong with it and what to do; NULL when nothing is. */
char *bearings_client_code_problem (const char *text);
/* "K7MQ-42XP": no characters that look alike, no vowels to make words of. 38 bits of @random. */
char *bearings_client_code_suggest (GRand *random);

G_END_DECLS
