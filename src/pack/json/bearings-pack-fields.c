/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a pack's header. */

#include "bearings-pack-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT(member, required, description)                                                        \
  { #member, offsetof (BearingsPackInfo, member), required, description }

const BearingsPackField bearings_pack_fields[] = {
  TEXT (id, TRUE, "Id of the pack: small letters, digits and hyphens"),
  TEXT (title, TRUE, "Title for people"),
  TEXT (version, TRUE, "Version, compared number by number"),
  TEXT (published, TRUE, "Day of publication"),
  TEXT (publisher, TRUE, "Who publishes the pack"),
  TEXT (licence, TRUE, "Licence of the pack"),
  TEXT (attribution, FALSE, "The text the licences ask to be shown"),
  TEXT (note, FALSE, "Anything a reader should know"),
  TEXT (replaces, FALSE, "Ids of packs, blanks between, whose records this pack may take over"),
  TEXT (signature, FALSE, "Text of a .minisig file over the pack without this text"),
};
const guint bearings_n_pack_fields = G_N_ELEMENTS (bearings_pack_fields);

const char **
bearings_pack_field_names (void)
{
  const char **names = g_new0 (const char *, bearings_n_pack_fields + 1);

  for (guint i = 0; i < bearings_n_pack_fields; i++)
    names[i] = bearings_pack_fields[i].name;
  return names;
}

static gboolean
is_pack_id (const char *text)
{
  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text) &&
         g_ascii_isalnum (*text) && strlen (text) <= 100;
}

static gboolean
is_day (const char *text)
{
  g_autofree char *time = g_strdup_printf ("%sT00:00:00Z", text);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (time, NULL);

  return strlen (text) == 10 && date != NULL;
}

char *
bearings_pack_field_fault (const BearingsPackField *field, const char *value, const char **code)
{
  if (value == NULL) {
    *code = "missing-field";
    return field->required ? g_strdup_printf (_ ("“%s” is required and is not there"), field->name)
                           : NULL;
  }
  if (strcmp (field->name, "id") == 0 && !is_pack_id (value)) {
    *code = "bad-id";
    return g_strdup_printf (_ ("“%s” is not the id of a pack: small letters, digits and hyphens"),
                            value);
  }
  if (strcmp (field->name, "version") == 0 && !bearings_pack_info_version_is_valid (value)) {
    *code = "bad-version";
    return g_strdup_printf (_ ("“%s” is not a version: numbers with dots between, such as 1.2.0"),
                            value);
  }
  if (strcmp (field->name, "replaces") == 0) {
    g_auto (GStrv) ids = g_strsplit (value, " ", -1);

    for (guint i = 0; ids[i] != NULL; i++)
      if (!is_pack_id (ids[i])) {
        *code = "bad-id";
        return g_strdup_printf (_ ("“%s” is no list of ids of packs with one blank between"),
                                value);
      }
  }
  if (strcmp (field->name, "published") == 0 && !is_day (value)) {
    *code = "bad-date";
    return g_strdup_printf (_ ("“%s” is not a day; write it as 2026-08-31"), value);
  }
  return NULL;
}
