/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole of a file that is to be converted or analysed. */

#include "bearings-file-load.h"

#include <glib/gi18n-lib.h>

/* The error of another layer as one of this, with the name of the file. */
static void
explain (GFile *file, GError *cause, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, cause);
    return;
  }
  g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE, "“%s”: %s", name,
               cause->message);
  g_error_free (cause);
}

/* The size of a file that can be read as a whole; -1 with an error. */
static goffset
find_size (GFile *file, goffset largest, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, cancellable, &local);

  if (info == NULL)
    explain (file, g_steal_pointer (&local), error);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE, "“%s”: %s", name,
                 _ ("this is not an ordinary file"));
  else if (g_file_info_get_size (info) > largest)
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s: %s", name,
                 _ ("the file is too large"));
  else
    return g_file_info_get_size (info);
  return -1;
}

char *
bearings_file_load (GFile *file,
                    goffset largest,
                    gsize *length,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  goffset size = find_size (file, largest, cancellable, error);

  if (size < 0)
    return NULL;
  stream = g_file_read (file, cancellable, &local);
  text = g_malloc ((gsize) size + 1);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, (gsize) size + 1,
                                                  length, cancellable, &local)) {
    explain (file, g_steal_pointer (&local), error);
    return NULL;
  }
  if (*length != (gsize) size) {
    g_autofree char *name = g_file_get_parse_name (file);

    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_UNREADABLE, "“%s”: %s", name,
                 _ ("the file changed while it was being read; try again when it is complete"));
    return NULL;
  }
  text[size] = '\0';
  return g_steal_pointer (&text);
}
