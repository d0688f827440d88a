/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and signatures in the file formats of minisign. */

#include "bearings-minisign.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define UNTRUSTED "untrusted comment: "
#define TRUSTED "trusted comment: "
#define LONGEST_COMMENT 8192
/* The cost minisign gives a password: about a second, and 1 GiB. */
#define OPSLIMIT crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE
#define MEMLIMIT crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE

/* Layout of a secret key file: two letters each of algorithm, derivation and check, a salt, two
 * limits; then what may be hidden: number, key, check. */
enum {
  SECRET_SALT = 6,
  SECRET_OPS = 38,
  SECRET_MEM = 46,
  SECRET_NUMBER = 54,
  SECRET_KEY = 62,
  SECRET_CHECK = 126,
  SECRET_SIZE = 158,
};

struct _BearingsSecretKey {
  guint8 number[8];
  guint8 key[crypto_sign_SECRETKEYBYTES];
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_SIGNATURE, message);
  return FALSE;
}

/* A line of Base64 of just @size bytes. */
static gboolean
decode (const char *line, guint8 *to, gsize size)
{
  gsize length = 0;

  return sodium_base642bin (to, size, line, strlen (line), " \r", &length, NULL,
                            sodium_base64_VARIANT_ORIGINAL) == 0 &&
         length == size;
}

static char *
encode (const guint8 *from, gsize size)
{
  return g_base64_encode (from, size);
}

char *
bearings_minisign_key_number_to_string (const guint8 number[8])
{
  guint64 value;

  memcpy (&value, number, sizeof value);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "X", GUINT64_FROM_LE (value));
}

/* Public keys ------------------------------------------------------------------------------- */

gboolean
bearings_public_key_parse (const char *text, BearingsPublicKey *key, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 4);
  const char *line =
    lines[0] != NULL && g_str_has_prefix (lines[0], "untrusted comment:") ? lines[1] : lines[0];
  guint8 bytes[42];

  if (line == NULL || !decode (line, bytes, sizeof bytes) || bytes[0] != 'E' || bytes[1] != 'd')
    return refuse (error, _ ("this is not a public key of minisign"));
  memcpy (key->number, bytes + 2, sizeof key->number);
  memcpy (key->key, bytes + 10, sizeof key->key);
  return TRUE;
}

char *
bearings_public_key_to_string (const BearingsPublicKey *key)
{
  guint8 bytes[42] = { 'E', 'd' };

  memcpy (bytes + 2, key->number, sizeof key->number);
  memcpy (bytes + 10, key->key, sizeof key->key);
  return encode (bytes, sizeof bytes);
}

char *
bearings_public_key_to_file (const BearingsPublicKey *key)
{
  g_autofree char *number = bearings_minisign_key_number_to_string (key->number);
  g_autofree char *line = bearings_public_key_to_string (key);

  return g_strdup_printf (UNTRUSTED "minisign public key %s\n%s\n", number, line);
}

/* Signatures -------------------------------------------------------------------------------- */

void
bearings_minisig_free (BearingsMinisig *signature)
{
  g_free (signature->comment);
  g_free (signature);
}

BearingsMinisig *
bearings_minisig_parse (const char *text, GError **error)
{
  g_autoptr (BearingsMinisig) signature = g_new0 (BearingsMinisig, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 6);
  guint8 bytes[74];

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  if (strlen (text) > 4 * LONGEST_COMMENT || g_strv_length (lines) < 4 ||
      !g_str_has_prefix (lines[0], UNTRUSTED) || !g_str_has_prefix (lines[2], TRUSTED) ||
      strlen (lines[2]) > LONGEST_COMMENT || !g_utf8_validate (lines[2], -1, NULL) ||
      !decode (lines[1], bytes, sizeof bytes) ||
      !decode (lines[3], signature->global, sizeof signature->global)) {
    refuse (error, _ ("this is not a signature of minisign"));
    return NULL;
  }
  if (bytes[0] == 'E' && bytes[1] == 'd') {
    refuse (error, _ ("the signature was made the old way, without a hash; sign the pack again "
                      "with minisign 0.11 or later"));
    return NULL;
  }
  if (bytes[0] != 'E' || bytes[1] != 'D') {
    refuse (error, _ ("the signature was made in a way that is not known here"));
    return NULL;
  }
  memcpy (signature->number, bytes + 2, sizeof signature->number);
  memcpy (signature->signature, bytes + 10, sizeof signature->signature);
  signature->comment = g_strdup (lines[2] + strlen (TRUSTED));
  return g_steal_pointer (&signature);
}

/* What the second signature is over. */
static GByteArray *
signed_comment (const guint8 signature[64], const char *comment)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, signature, 64);
  g_byte_array_append (bytes, (const guint8 *) comment, (guint) strlen (comment));
  return bytes;
}

gboolean
bearings_minisig_verify (const BearingsMinisig *signature,
                         const BearingsPublicKey *key,
                         const guint8 hash[BEARINGS_MINISIGN_HASH])
{
  g_autoptr (GByteArray) with_comment = signed_comment (signature->signature, signature->comment);

  return memcmp (signature->number, key->number, sizeof key->number) == 0 &&
         crypto_sign_verify_detached (signature->signature, hash, BEARINGS_MINISIGN_HASH,
                                      key->key) == 0 &&
         crypto_sign_verify_detached (signature->global, with_comment->data, with_comment->len,
                                      key->key) == 0;
}

/* Secret keys ------------------------------------------------------------------------------- */

static BearingsSecretKey *
secret_key_new (void)
{
  BearingsSecretKey *key = sodium_init () >= 0 ? sodium_malloc (sizeof (BearingsSecretKey)) : NULL;

  if (key == NULL)
    g_error ("no memory for a secret key");
  return key;
}

void
bearings_secret_key_free (BearingsSecretKey *key)
{
  sodium_free (key); /* wipes it */
}

BearingsSecretKey *
bearings_secret_key_generate (void)
{
  BearingsSecretKey *key = secret_key_new ();
  guint8 public[crypto_sign_PUBLICKEYBYTES];

  randombytes_buf (key->number, sizeof key->number);
  crypto_sign_keypair (public, key->key);
  return key;
}

void
bearings_secret_key_get_public (const BearingsSecretKey *key, BearingsPublicKey *to)
{
  memcpy (to->number, key->number, sizeof to->number);
  crypto_sign_ed25519_sk_to_pk (to->key, key->key);
}

static guint64
read_limit (const guint8 *bytes)
{
  guint64 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT64_FROM_LE (value);
}

static void
write_limit (guint8 *bytes, guint64 value)
{
  guint64 ordered = GUINT64_TO_LE (value);

  memcpy (bytes, &ordered, sizeof ordered);
}

/* Hides or shows the second part of a file with the password. */
static gboolean
mask (guint8 *bytes, const char *password, GError **error)
{
  guint8 stream[SECRET_SIZE - SECRET_NUMBER];
  guint64 memory = read_limit (bytes + SECRET_MEM);

  if (memory > (guint64) 2 * MEMLIMIT ||
      crypto_pwhash_scryptsalsa208sha256 (stream, sizeof stream, password, strlen (password),
                                          bytes + SECRET_SALT, read_limit (bytes + SECRET_OPS),
                                          memory) != 0)
    return refuse (error, _ ("there is not enough memory to use the password of this key"));
  for (gsize i = 0; i < sizeof stream; i++)
    bytes[SECRET_NUMBER + i] ^= stream[i];
  sodium_memzero (stream, sizeof stream);
  return TRUE;
}

static void
compute_check (const guint8 *bytes, guint8 check[32])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, 32);
  crypto_generichash_update (&state, bytes, 2);
  crypto_generichash_update (&state, bytes + SECRET_NUMBER, SECRET_CHECK - SECRET_NUMBER);
  crypto_generichash_final (&state, check, 32);
}

static gboolean
decode_secret (const char *text, guint8 bytes[SECRET_SIZE])
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 4);
  gboolean good = g_strv_length (lines) >= 2 && decode (lines[1], bytes, SECRET_SIZE) &&
                  memcmp (bytes, "Ed", 2) == 0 && memcmp (bytes + 4, "B2", 2) == 0 &&
                  (memcmp (bytes + 2, "Sc", 2) == 0 || memcmp (bytes + 2, "\0\0", 2) == 0);

  for (guint i = 0; lines[i] != NULL; i++)
    sodium_memzero (lines[i], strlen (lines[i]));
  return good;
}

gboolean
bearings_secret_key_needs_password (const char *text)
{
  guint8 bytes[SECRET_SIZE];

  return decode_secret (text, bytes) && bytes[2] == 'S';
}

/* Whether the two halves of the key belong together, which holds for no key of chance. */
static gboolean
is_whole (const BearingsSecretKey *key)
{
  guint8 public[crypto_sign_PUBLICKEYBYTES], again[crypto_sign_SECRETKEYBYTES];
  gboolean whole;

  crypto_sign_seed_keypair (public, again, key->key);
  whole = sodium_memcmp (again, key->key, sizeof again) == 0;
  sodium_memzero (again, sizeof again);
  return whole;
}

BearingsSecretKey *
bearings_secret_key_parse (const char *text, const char *password, GError **error)
{
  g_autoptr (BearingsSecretKey) key = secret_key_new ();
  guint8 bytes[SECRET_SIZE], check[32];
  gboolean good;

  if (!decode_secret (text, bytes)) {
    refuse (error, _ ("this is not a secret key of minisign"));
    return NULL;
  }
  if (bytes[2] == 'S' && password == NULL) {
    refuse (error, _ ("this key is protected by a password"));
    return NULL;
  }
  if (bytes[2] == 'S' && !mask (bytes, password, error))
    return NULL;
  compute_check (bytes, check);
  /* minisign leaves the check empty in a key without a password. */
  good = sodium_memcmp (check, bytes + SECRET_CHECK, sizeof check) == 0 ||
         (bytes[2] == 0 && sodium_is_zero (bytes + SECRET_CHECK, sizeof check));
  memcpy (key->number, bytes + SECRET_NUMBER, sizeof key->number);
  memcpy (key->key, bytes + SECRET_KEY, sizeof key->key);
  sodium_memzero (bytes, sizeof bytes);
  if (!good || !is_whole (key)) {
    refuse (error, _ ("the password is wrong, or the key file is damaged"));
    return NULL;
  }
  return g_steal_pointer (&key);
}

char *
bearings_secret_key_to_file (const BearingsSecretKey *key, const char *password, GError **error)
{
  guint8 bytes[SECRET_SIZE] = { 'E', 'd', 0, 0, 'B', '2' };
  g_autofree char *line = NULL;

  memcpy (bytes + SECRET_NUMBER, key->number, sizeof key->number);
  memcpy (bytes + SECRET_KEY, key->key, sizeof key->key);
  compute_check (bytes, bytes + SECRET_CHECK);
  if (password != NULL) {
    memcpy (bytes + 2, "Sc", 2);
    randombytes_buf (bytes + SECRET_SALT, SECRET_OPS - SECRET_SALT);
    write_limit (bytes + SECRET_OPS, OPSLIMIT);
    write_limit (bytes + SECRET_MEM, MEMLIMIT);
    if (!mask (bytes, password, error)) {
      sodium_memzero (bytes, sizeof bytes);
      return NULL;
    }
  }
  line = encode (bytes, sizeof bytes);
  sodium_memzero (bytes, sizeof bytes);
  return g_strdup_printf (
    UNTRUSTED "%s\n%s\n",
    password != NULL ? "minisign encrypted secret key" : "minisign unencrypted secret key", line);
}

char *
bearings_secret_key_sign (const BearingsSecretKey *key,
                          const guint8 hash[BEARINGS_MINISIGN_HASH],
                          const char *comment)
{
  guint8 bytes[74] = { 'E', 'D' };
  guint8 global[64];
  g_autoptr (GByteArray) with_comment = NULL;
  g_autofree char *plain = g_strdelimit (g_strdup (comment), "\r\n", ' ');
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  memcpy (bytes + 2, key->number, sizeof key->number);
  crypto_sign_detached (bytes + 10, NULL, hash, BEARINGS_MINISIGN_HASH, key->key);
  g_strchomp (plain);
  with_comment = signed_comment (bytes + 10, plain);
  crypto_sign_detached (global, NULL, with_comment->data, with_comment->len, key->key);
  first = encode (bytes, sizeof bytes);
  second = encode (global, sizeof global);
  return g_strdup_printf (UNTRUSTED "signature from a Bearings secret key\n%s\n" TRUSTED "%s\n%s\n",
                          first, plain, second);
}
