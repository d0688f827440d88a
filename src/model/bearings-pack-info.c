/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of a pack. */

#include "bearings-pack-info.h"

G_DEFINE_BOXED_TYPE (BearingsPackInfo,
                     bearings_pack_info,
                     bearings_pack_info_copy,
                     bearings_pack_info_free)

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
  g_free (info);
}

int
bearings_version_compare (const char *a, const char *b)
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
