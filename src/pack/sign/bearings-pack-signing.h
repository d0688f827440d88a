/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing packs: what is signed, and where the signature goes. */
#pragma once

#include "bearings-minisign.h"

G_BEGIN_DECLS

/**
 * bearings_pack_signing_hash:
 * @in_header: (out) (nullable): the signature in the header
 *
 * What is signed of the pack in @file: the BLAKE2b hash of its bytes, without the characters
 * between the quotes of "signature" in its header. Reads the header, but checks no record.
 */
gboolean bearings_pack_signing_hash (GFile *file,
                                     guint8 hash[BEARINGS_MINISIGN_HASH],
                                     char **in_header,
                                     GCancellable *cancellable,
                                     GError **error);

/* Signs the pack into NAME.minisig beside it or, @in_header, into the file itself, which is
 * replaced whole. The file must be a pack. */
GFile *bearings_pack_signing_sign (GFile *file,
                                   const BearingsSecretKey *key,
                                   const char *comment,
                                   gboolean in_header,
                                   GError **error);

G_END_DECLS
