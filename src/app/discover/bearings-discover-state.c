/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Discover page shows. Pure; no display needed. */

#include "bearings-discover-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-format.h"
#include "bearings-words.h"

char *
bearings_discover_state_words (const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *words != '\0' ? g_steal_pointer (&words) : NULL;
}

BearingsDiscoverView
bearings_discover_view (const char *words, guint n_found)
{
  if (n_found > 0)
    return BEARINGS_DISCOVER_LIST;
  return words != NULL ? BEARINGS_DISCOVER_NOTHING : BEARINGS_DISCOVER_EMPTY;
}

char *
bearings_discover_state_count (const char *words, guint n_found)
{
  g_autofree char *number = bearings_format_integer (n_found);

  if (words == NULL)
    /* Translators: %s is a number with separators. */
    return g_strdup_printf (ngettext ("%s career", "%s careers", n_found), number);
  return g_strdup_printf (
    /* Translators: a number, then the words searched for. */
    ngettext ("%s career found for “%s”", "%s careers found for “%s”", n_found), number, words);
}

/* "15-2051.00" */
static gboolean
is_code (const char *text)
{
  return strlen (text) == strlen ("15-2051.00") && strspn (text, "0123456789-.") == strlen (text);
}

char *
bearings_discover_state_subtitle (BearingsHit *hit)
{
  const char *subtitle = bearings_hit_get_subtitle (hit);

  /* The heading above the list says already what kind it is. */
  if (subtitle == NULL ||
      g_str_equal (subtitle, bearings_words_record_kind_title (bearings_hit_get_kind (hit))))
    return bearings_hit_get_kind (hit) == BEARINGS_RECORD_OCCUPATION
             ? g_strdup (bearings_hit_get_id (hit))
             : NULL;
  if (is_code (subtitle))
    return g_strdup (subtitle);
  /* Translators: %s is another title of the career that matches what was searched for. */
  return g_strdup_printf (_ ("Also called %s"), subtitle);
}

GPtrArray *
bearings_discover_state_of_kind (GPtrArray *hits, BearingsRecordKind kind)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < hits->len; i++)
    if (bearings_hit_get_kind (hits->pdata[i]) == kind)
      g_ptr_array_add (found, g_object_ref (hits->pdata[i]));
  return found;
}
