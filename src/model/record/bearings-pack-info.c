/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of a pack. */

#include "bearings-pack-info.h"

#include <string.h>

BearingsPackInfo *
bearings_pack_info_new (void)
{
  return g_new0 (BearingsPackInfo, 1);
}

BearingsPackInfo *
bearings_pack_info_copy (const BearingsPackInfo *info)
{
  BearingsPackInfo *copy = bearings_pack_info_new ();

  copy->id = g_strdup (info->id);
  copy->title = g_strdup (info->title);
  copy->version = g_strdup (info->version);
  copy->published = g_strdup (info->published);
  copy->publisher = g_strdup (info->publisher);
  copy->licence = g_strdup (info->licence);
  copy->attribution = g_strdup (info->attribution);
  copy->note = g_strdup (info->note);
  copy->replaces = g_strdup (info->replaces);
  copy->signature = g_strdup (info->signature);
  return copy;
}

void
bearings_pack_info_free (BearingsPackInfo *info)
{
  g_free (info->id);
  g_free (info->title);
  g_free (info->version);
  g_free (info->published);
  g_free (info->publisher);
  g_free (info->licence);
  g_free (info->attribution);
  g_free (info->note);
  g_free (info->replaces);
  g_free (info->signature);
  g_free (info);
}

gboolean
bearings_pack_info_list_replaces (const char *replaces, const char *id)
{
  gsize length = strlen (id);

  for (const char *p = replaces; p != NULL && *p != '\0';) {
    gsize word = strcspn (p, " ");

    if (word == length && memcmp (p, id, length) == 0)
      return TRUE;
    p += word;
    p += strspn (p, " ");
  }
  return FALSE;
}

gboolean
bearings_pack_info_replaces (const BearingsPackInfo *info, const char *id)
{
  return bearings_pack_info_list_replaces (info->replaces, id);
}

gboolean
bearings_pack_info_version_is_valid (const char *text)
{
  gboolean digit = FALSE; /* whether a digit stands before */

  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p) && !(*p == '.' && digit))
      return FALSE;
    digit = g_ascii_isdigit (*p);
  }
  return digit && strlen (text) <= 100;
}

int
bearings_pack_info_version_compare (const char *a, const char *b)
{
  while (*a != '\0' || *b != '\0') {
    char *a_end, *b_end;
    guint64 x = g_ascii_strtoull (a, &a_end, 10);
    guint64 y = g_ascii_strtoull (b, &b_end, 10);

    if (x != y)
      return x < y ? -1 : 1;
    if (a_end == a && b_end == b) { /* no number on either side: compare the characters */
      if (*a != *b)
        return (guchar) *a < (guchar) *b ? -1 : 1;
      a += *a != '\0';
      b += *b != '\0';
      continue;
    }
    a = a_end + (*a_end == '.');
    b = b_end + (*b_end == '.');
  }
  return 0;
}
