/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the making: under another name until they are whole, so that a kill leaves no half one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes an empty file beside @path for its contents, readable by its owner alone. */
char *bearings_part_new (const char *path, GError **error);
/* Puts the file in the place of @path, in one step and on the disk. */
gboolean bearings_part_rename (const char *part, const char *path, GError **error);
/* The same, but never in the place of a file: @taken (nullable) tells that there was one, which
 * then stays. */
gboolean bearings_part_link (const char *part, const char *path, gboolean *taken, GError **error);
/* Deletes the file, with what SQLite put beside it. */
void bearings_part_drop (const char *part);

/* A name in a folder is on the disk only when the folder is. */
void bearings_part_sync_folder_of (const char *path);
/* Sets the error for what the operating system said of @path. Always FALSE. */
gboolean bearings_part_file_fail (const char *path, int number, GError **error);

G_END_DECLS
