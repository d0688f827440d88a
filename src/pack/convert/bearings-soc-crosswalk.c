/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SOC code under which wages and projections of an occupation are published. */

#include "bearings-soc-crosswalk.h"

#include <string.h>

#define SOC_LENGTH 7
#define GROUP_LENGTH 6

const char *
bearings_soc_crosswalk_published (const char *soc, GHashTable *published, GHashTable *own)
{
  const char *made_up = NULL;
  char broad[SOC_LENGTH + 1];
  GHashTableIter iter;
  gpointer code;

  if (strlen (soc) != SOC_LENGTH || g_hash_table_contains (published, soc))
    return soc;
  memcpy (broad, soc, GROUP_LENGTH);
  broad[GROUP_LENGTH] = '0';
  broad[SOC_LENGTH] = '\0';
  if (g_hash_table_lookup_extended (published, broad, &code, NULL))
    return code;

  g_hash_table_iter_init (&iter, published);
  while (g_hash_table_iter_next (&iter, &code, NULL)) {
    if (strncmp (code, soc, GROUP_LENGTH) != 0 || g_hash_table_contains (own, code))
      continue;
    if (made_up != NULL)
      return soc;
    made_up = code;
  }
  return made_up != NULL ? made_up : soc;
}
