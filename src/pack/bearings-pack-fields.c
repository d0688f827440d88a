/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a pack's header. */

#include "bearings-pack-fields.h"

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
};
const guint bearings_n_pack_fields = G_N_ELEMENTS (bearings_pack_fields);

const BearingsPackField *
bearings_pack_field (const char *name)
{
  for (guint i = 0; i < bearings_n_pack_fields; i++)
    if (strcmp (bearings_pack_fields[i].name, name) == 0)
      return &bearings_pack_fields[i];
  return NULL;
}

const char **
bearings_pack_field_names (void)
{
  const char **names = g_new0 (const char *, bearings_n_pack_fields + 1);

  for (guint i = 0; i < bearings_n_pack_fields; i++)
    names[i] = bearings_pack_fields[i].name;
  return names;
}
