/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code a client's sittings are kept under. */

#include "bearings-client-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HALF 4

static const char suggested[] = "BCDFGHJKLMNPQRSTVWXZ23456789";

static gboolean
is_code (const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  if (length < BEARINGS_CLIENT_CODE_SHORTEST || length > BEARINGS_CLIENT_CODE_LONGEST)
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c != '-' && !g_unichar_isalnum (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

char *
bearings_client_code_normalise (const char *text)
{
  g_autofree char *one_form = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *code = one_form != NULL ? g_utf8_strup (g_strstrip (one_form), -1) : NULL;

  return code != NULL && is_code (code) ? g_steal_pointer (&code) : NULL;
}

char *
bearings_client_code_problem (const char *text)
{
  g_autofree char *code = bearings_client_code_normalise (text);

  if (code != NULL)
    return NULL;
  return g_strdup_printf (
    /* Translators: the least and the greatest number of characters. */
    _ ("A code has %d to %d letters, digits or hyphens and no spaces, such as the one that is made "
       "up for you."),
    BEARINGS_CLIENT_CODE_SHORTEST, BEARINGS_CLIENT_CODE_LONGEST);
}

char *
bearings_client_code_suggest (GRand *random)
{
  char code[2 * HALF + 2] = { 0 };

  for (guint i = 0; i < 2 * HALF; i++)
    code[i + (i >= HALF)] = suggested[g_rand_int_range (random, 0, (gint32) strlen (suggested))];
  code[HALF] = '-';
  return g_strdup (code);
}
