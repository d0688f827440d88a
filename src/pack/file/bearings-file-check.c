/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file is one that can be read as a whole. */

#include "bearings-file-check.h"

#include <glib/gi18n-lib.h>

gboolean
bearings_file_check (GFile *file, goffset largest, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, cancellable, &local);

  if (info == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE, "“%s”: %s", name,
                 info == NULL ? local->message : _ ("this is not an ordinary file"));
    return FALSE;
  }
  if (g_file_info_get_size (info) > largest) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s: %s", name,
                 _ ("the file is too large"));
    return FALSE;
  }
  return TRUE;
}
