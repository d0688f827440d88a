/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where packs came from. */

#include "bearings-history.h"

#include <glib/gi18n-lib.h>

static const char *const signature_states[] = { "none", "unknown", "trusted", NULL };
const BearingsEnumType bearings_signature_state_type = { "signature state", signature_states };

void
bearings_signature_clear (BearingsSignature *signature)
{
  g_clear_pointer (&signature->key, g_free);
  g_clear_pointer (&signature->name, g_free);
  g_clear_pointer (&signature->comment, g_free);
  signature->state = 0;
}

void
bearings_signature_copy (BearingsSignature *to, const BearingsSignature *from)
{
  bearings_signature_clear (to);
  to->state = from->state;
  to->key = g_strdup (from->key);
  to->name = g_strdup (from->name);
  to->comment = g_strdup (from->comment);
}

char *
bearings_signature_text (const BearingsSignature *signature)
{
  switch (signature->state) {
  case BEARINGS_SIGNATURE_TRUSTED:
    /* Translators: name of a publisher. */
    return g_strdup_printf (_ ("Signed by %s"), signature->name);
  case BEARINGS_SIGNATURE_UNKNOWN:
    /* Translators: id of a key. */
    return g_strdup_printf (_ ("Signed with the key %s, which is not in your list; not checked"),
                            signature->key);
  case BEARINGS_SIGNATURE_NONE:
  default:
    return g_strdup (_ ("Not signed"));
  }
}

BearingsImportEvent *
bearings_import_event_new (void)
{
  return g_new0 (BearingsImportEvent, 1);
}

void
bearings_import_event_free (BearingsImportEvent *event)
{
  g_clear_pointer (&event->info, bearings_pack_info_free);
  bearings_signature_clear (&event->signature);
  g_free (event->sha256);
  g_free (event->imported);
  g_free (event->undone);
  g_free (event->replaced_version);
  g_free (event);
}
