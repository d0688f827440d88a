/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer target: any bytes as keys and signatures of minisign, and as a pack that is signed.
 * Nothing may crash, hang or leak; only what the key signed may hold; a signature in the header
 * signs the same pack as one beside it.
 *
 *   CC=clang meson setup build-fuzz -Dgui=false -Db_lundef=false \
 *     -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C build-fuzz tests/fuzz/fuzz-signature-libfuzzer
 *   build-fuzz/tests/fuzz/fuzz-signature-libfuzzer NEW-CORPUS tests/fuzz/corpus/signature
 */

#include <string.h>

#include "fuzz.h"

#include "bearings-pack-reader.h"
#include "bearings-pack-signing.h"

/* Made for this test, by minisign -G -W; it signs nothing else. */
#define SECRET                                                                                     \
  "untrusted comment: minisign encrypted secret key\n"                                             \
  "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAH6WGd8OLtMWwssrBNU"     \
  "QPlhSoV8uPk+k9I5MQP26Uwz/TUaYHWfdq0bIQdhPI3eZb0AirhumnbPT3yZcIDMnpz9x/1kdV2OnbAAAAAAAAAAAA"     \
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"

typedef struct {
  BearingsSecretKey *secret;
  BearingsPublicKey public;
  guint8 hash[BEARINGS_MINISIGN_HASH];
  BearingsMinisig *good; /* of the hash */
} World;

static const World *
get_world (void)
{
  static World world;

  if (world.secret == NULL) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;

    world.secret = bearings_secret_key_parse (SECRET, NULL, &error);
    g_assert_no_error (error);
    bearings_secret_key_get_public (world.secret, &world.public);
    memset (world.hash, 7, sizeof world.hash);
    text = bearings_secret_key_sign (world.secret, world.hash, "trusted words");
    world.good = bearings_minisig_parse (text, &error);
    g_assert_no_error (error);
    g_assert_true (bearings_minisig_verify (world.good, &world.public, world.hash));
  }
  return &world;
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
try_public_key (const World *world, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *number = NULL;
  BearingsPublicKey key, again;

  if (!bearings_public_key_parse (text, &key, &error)) {
    check_error (error);
    return;
  }
  line = bearings_public_key_to_string (&key);
  number = bearings_minisign_key_number_to_string (key.number);
  g_assert_cmpuint (strlen (number), ==, 16);
  g_assert_true (bearings_public_key_parse (line, &again, NULL));
  g_assert_cmpmem (&key, sizeof key, &again, sizeof again);
  if (bearings_minisig_verify (world->good, &key, world->hash))
    g_assert_cmpmem (&key, sizeof key, &world->public, sizeof key);
}

/* Whatever Base64 it is written in, it holds only when it is the signature that was made. */
static void
try_signature (const World *world, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsMinisig) signature = bearings_minisig_parse (text, &error);

  if (signature == NULL) {
    check_error (error);
    return;
  }
  g_assert_true (g_utf8_validate (signature->comment, -1, NULL));
  if (bearings_minisig_verify (signature, &world->public, world->hash)) {
    g_assert_cmpmem (signature->signature, 64, world->good->signature, 64);
    g_assert_cmpmem (signature->global, 64, world->good->global, 64);
    g_assert_cmpstr (signature->comment, ==, world->good->comment);
  }
}

/* One with a password would cost a second: it is only looked at. */
static void
try_secret_key (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSecretKey) key = bearings_secret_key_parse (text, NULL, &error);

  if (key == NULL)
    check_error (error);
  else
    g_assert_false (bearings_secret_key_needs_password (text));
}

static GFile *
write_file (gconstpointer data, gsize size)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_tmp ("fuzz-signature-XXXXXX", &stream, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), data, size, NULL,
                             NULL, &error);
  g_assert_no_error (error);
  g_io_stream_close (G_IO_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
  return file;
}

static void
check_signed (const World *world, GFile *file, const guint8 hash[BEARINGS_MINISIGN_HASH])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsMinisig) signature = NULL;
  g_autofree char *text = NULL;
  guint8 again[BEARINGS_MINISIGN_HASH];

  g_assert_true (bearings_pack_signing_hash (file, again, &text, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (again, sizeof again, hash, sizeof again);
  g_assert_nonnull (text);
  signature = bearings_minisig_parse (text, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_minisig_verify (signature, &world->public, hash));
}

static void
try_pack (const World *world, GFile *file)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsPackSummary) summary =
    bearings_pack_reader_read (file, NULL, NULL, problems, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GFile) written = NULL;
  g_autofree char *in_header = NULL;
  g_autofree char *signed_header = NULL;
  guint8 hash[BEARINGS_MINISIGN_HASH];

  if (!bearings_pack_signing_hash (file, hash, &in_header, NULL, &error)) {
    check_error (error);
    g_assert_null (summary);
    return;
  }
  if (summary != NULL) {
    g_assert_cmpmem (hash, sizeof hash, summary->hash, sizeof summary->hash);
    g_assert_cmpstr (in_header, ==, summary->info->signature);
  }
  written = bearings_pack_signing_sign (file, world->secret, "words", TRUE, &refused);
  if (written == NULL) {
    check_error (refused);
    g_assert_null (summary);
    return;
  }
  g_assert_true (g_file_equal (written, file));
  if (summary != NULL && in_header != NULL)
    check_signed (world, file, hash);
  else if (bearings_pack_signing_hash (file, hash, &signed_header, NULL, NULL))
    check_signed (world, file, hash);
  /* To sign does not spoil a pack. */
  if (summary != NULL) {
    g_autoptr (BearingsPackSummary) again =
      bearings_pack_reader_read (file, NULL, NULL, problems, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (again->n_records, ==, summary->n_records);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const World *world = get_world ();
  g_autofree char *text = g_strndup ((const char *) data, size);

  try_public_key (world, text);
  try_signature (world, text);
  try_secret_key (text);
  if (size > 0 && data[0] != 'u' && data[0] != 'R') {
    g_autoptr (GFile) file = write_file (data, size);

    try_pack (world, file);
    g_file_delete (file, NULL, NULL);
  }
  return 0;
}
