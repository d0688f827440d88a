/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text against the one that is kept, which somebody has looked at. With the variable set in
 * the environment the test writes it anew: look at what changed in it. */
#pragma once

#include <glib.h>

static inline void
assert_kept_text (const char *text, const char *path, const char *variable)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) now = NULL;
  g_auto (GStrv) then = NULL;
  guint i = 0;

  if (g_getenv (variable) != NULL) {
    g_file_set_contents (path, text, -1, &error);
    g_assert_no_error (error);
    return;
  }
  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  if (g_str_equal (text, kept))
    return;
  now = g_strsplit (text, "\n", -1);
  then = g_strsplit (kept, "\n", -1);
  while (now[i] != NULL && g_strcmp0 (now[i], then[i]) == 0)
    i++;
  g_error ("%s, line %u: “%s” instead of “%s”", path, i + 1, now[i], then[i]);
}
