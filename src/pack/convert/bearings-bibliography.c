/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers of bibliographies share. */

#include "bearings-bibliography.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "bearings-file-load.h"
#include "bearings-pack-writer.h"

#define LARGEST (64 * 1024 * 1024)

char *
bearings_bibliography_load (GFile *file, GCancellable *cancellable, GError **error)
{
  gsize length;
  g_autofree char *text = bearings_file_load (file, LARGEST, &length, cancellable, error);

  if (text == NULL)
    return NULL;
  if (!g_utf8_validate_len (text, length, NULL)) {
    g_autofree char *name = g_file_get_parse_name (file);

    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_CONVERT, "%s: %s", name,
                 _ ("the file is not UTF-8 text"));
    return NULL;
  }
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    return g_strdup (text + 3);
  return g_steal_pointer (&text);
}

char *
bearings_bibliography_id (const char *key)
{
  g_autoptr (GString) id = g_string_new (NULL);

  for (const char *p = key; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || strchr ("._:/-", *p) != NULL)
      g_string_append_c (id, *p);
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  return id->len > 0 ? g_strdup (id->str) : NULL;
}

char *
bearings_bibliography_doi (const char *text)
{
  const char *start = text != NULL ? strstr (text, "10.") : NULL;

  return start != NULL && strchr (start, '/') != NULL ? g_strstrip (g_strdup (start)) : NULL;
}

char *
bearings_bibliography_date (int year, int month, int day)
{
  if (year < 1 || year > 9999)
    return NULL;
  if (month < 1 || month > 12)
    return g_strdup_printf ("%04d", year);
  if (day < 1 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return g_strdup_printf ("%04d-%02d", year, month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

gboolean
bearings_bibliography_is_date (const char *text)
{
  int year = 0, month = 0, day = 0;
  int n = sscanf (text, "%4d-%2d-%2d", &year, &month, &day);
  g_autofree char *date = n >= 1 ? bearings_bibliography_date (year, month, day) : NULL;

  return g_strcmp0 (date, text) == 0;
}

gboolean
bearings_bibliography_write (GPtrArray *sources,
                             const BearingsPackInfo *info,
                             GFile *out,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (BearingsPackWriter) writer =
    bearings_pack_writer_new_for_file (out, BEARINGS_PACK_DOCUMENT, cancellable, error);

  if (writer == NULL || !bearings_pack_writer_header (writer, info, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!bearings_pack_writer_sound (writer, sources->pdata[i], error))
      return FALSE;
  return bearings_pack_writer_finish (writer, error);
}
