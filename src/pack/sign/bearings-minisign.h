/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and signatures of minisign: Ed25519 over a BLAKE2b hash. */
#pragma once

#include <gio/gio.h>

#include "bearings-pack-error.h"

G_BEGIN_DECLS

#define BEARINGS_MINISIGN_HASH 64 /* bytes of the hash that is signed */

/* A public key, with the number that signatures name it by. */
typedef struct {
  guint8 number[8];
  guint8 key[32];
} BearingsPublicKey;

/* What a .minisig file says. */
typedef struct {
  guint8 number[8];
  guint8 signature[64];
  guint8 global[64]; /* over the signature and the trusted comment */
  char *comment;     /* the trusted one; only true once the signature was verified */
} BearingsMinisig;
void bearings_minisig_free (BearingsMinisig *signature);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsMinisig, bearings_minisig_free)

/* Sixteen hexadecimal digits, as minisign prints them. */
char *bearings_minisign_key_number_to_string (const guint8 number[8]);

/* The line that begins with RW, alone or as the second line of a .pub file. */
gboolean bearings_public_key_parse (const char *text, BearingsPublicKey *key, GError **error);
char *bearings_public_key_to_string (const BearingsPublicKey *key);
/* The whole .pub file. */
char *bearings_public_key_to_file (const BearingsPublicKey *key);

/* Text of a .minisig file. The way of minisign before version 0.6, over the file itself, is not
 * read. */
BearingsMinisig *bearings_minisig_parse (const char *text, GError **error);
/* Whether the signature and its comment are by that key and over that hash. */
gboolean bearings_minisig_verify (const BearingsMinisig *signature,
                                  const BearingsPublicKey *key,
                                  const guint8 hash[BEARINGS_MINISIGN_HASH]);

/* A secret key, wiped when it is freed. */
typedef struct _BearingsSecretKey BearingsSecretKey;
/* Text of a secret key file; @password may be NULL for one without. */
BearingsSecretKey *
bearings_secret_key_parse (const char *text, const char *password, GError **error);
/* Whether the key in the file is protected by a password. */
gboolean bearings_secret_key_needs_password (const char *text);
BearingsSecretKey *bearings_secret_key_generate (void);
void bearings_secret_key_free (BearingsSecretKey *key);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsSecretKey, bearings_secret_key_free)
void bearings_secret_key_get_public (const BearingsSecretKey *key, BearingsPublicKey *to);
/* The whole file; NULL with an error when there is not enough memory to protect it. */
char *
bearings_secret_key_to_file (const BearingsSecretKey *key, const char *password, GError **error);
/* Text of the .minisig file. @comment: one line. */
char *bearings_secret_key_sign (const BearingsSecretKey *key,
                                const guint8 hash[BEARINGS_MINISIGN_HASH],
                                const char *comment);

G_END_DECLS
