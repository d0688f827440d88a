/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures of packs, and the list of publishers a centre trusts. */

#include "bearings-service-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-file-load.h"
#include "bearings-file-writer.h"
#include "bearings-minisign.h"
#include "bearings-pack-reader.h"
#include "bearings-pack-signing.h"
#include "bearings-service-publishers.h"

#define LONGEST (64 * 1024) /* of a signature or key */

BearingsPublisher *
bearings_publisher_copy (const BearingsPublisher *publisher)
{
  BearingsPublisher *copy = g_new (BearingsPublisher, 1);

  *copy = (BearingsPublisher) { g_strdup (publisher->name), g_strdup (publisher->key),
                                g_strdup (publisher->number) };
  return copy;
}

void
bearings_publisher_free (BearingsPublisher *publisher)
{
  g_free (publisher->name);
  g_free (publisher->key);
  g_free (publisher->number);
  g_free (publisher);
}

/* Beside the catalogue, which may be replaced as a whole while this list stays. */
static char *
list_path (BearingsService *self)
{
  g_autofree char *folder = g_path_get_dirname (bearings_service_get_catalogue_path (self));

  return g_build_filename (folder, "publishers.ini", NULL);
}

/* A group for each key, named by its number. */
static GKeyFile *
load (BearingsService *self, GError **error)
{
  g_autoptr (GKeyFile) list = g_key_file_new ();
  g_autofree char *path = list_path (self);
  g_autoptr (GError) local = NULL;

  if (!g_key_file_load_from_file (list, path, G_KEY_FILE_NONE, &local) &&
      !g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  return g_steal_pointer (&list);
}

static gboolean
save (BearingsService *self, GKeyFile *list, GError **error)
{
  g_autofree char *path = list_path (self);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize size;
  g_autofree char *text = g_key_file_to_data (list, &size, NULL); /* which reports no errors */

  return bearings_file_writer_save (file, BEARINGS_FILE_WRITER_REPLACE, text, size, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const BearingsPublisher *x = *(BearingsPublisher *const *) a;
  const BearingsPublisher *y = *(BearingsPublisher *const *) b;

  return g_utf8_collate (x->name, y->name);
}

GPtrArray *
bearings_service_publishers_list (BearingsService *self, GError **error)
{
  g_autoptr (GKeyFile) list = load (self, error);
  GPtrArray *publishers = NULL;
  g_auto (GStrv) groups = NULL;

  if (list == NULL)
    return NULL;
  publishers = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_publisher_free);
  groups = g_key_file_get_groups (list, NULL);
  for (guint i = 0; groups[i] != NULL; i++) {
    /* What was spoilt by hand is not trusted. */
    g_autofree char *name = g_key_file_get_string (list, groups[i], "name", NULL);
    g_autofree char *line = g_key_file_get_string (list, groups[i], "key", NULL); /* likewise */
    BearingsPublisher *publisher;
    BearingsPublicKey key;

    /* Nor is a key that is not one. */
    if (name == NULL || line == NULL || !bearings_public_key_parse (line, &key, NULL))
      continue;
    publisher = g_new0 (BearingsPublisher, 1);
    publisher->name = g_steal_pointer (&name);
    publisher->key = g_steal_pointer (&line);
    publisher->number = bearings_minisign_key_number_to_string (key.number);
    g_ptr_array_add (publishers, publisher);
  }
  g_ptr_array_sort (publishers, compare_names);
  return publishers;
}

gboolean
bearings_service_publishers_add (BearingsService *self,
                                 const char *name,
                                 const char *text,
                                 GError **error)
{
  g_autoptr (GKeyFile) list = NULL;
  g_autofree char *plain = g_strstrip (g_strdup (name));
  g_autofree char *line = NULL;
  g_autofree char *number = NULL;
  BearingsPublicKey key;

  if (*plain == '\0') {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID,
                         _ ("A publisher needs a name."));
    return FALSE;
  }
  if (!bearings_public_key_parse (text, &key, error))
    return FALSE;
  list = load (self, error);
  if (list == NULL)
    return FALSE;
  line = bearings_public_key_to_string (&key);
  number = bearings_minisign_key_number_to_string (key.number);
  g_key_file_set_string (list, number, "name", plain);
  g_key_file_set_string (list, number, "key", line);
  return save (self, list, error);
}

gboolean
bearings_service_publishers_remove (BearingsService *self, const char *which, GError **error)
{
  g_autoptr (GKeyFile) list = load (self, error);
  g_auto (GStrv) groups = NULL;
  gboolean found = FALSE;

  if (list == NULL)
    return FALSE;
  groups = g_key_file_get_groups (list, NULL);
  for (guint i = 0; groups[i] != NULL; i++) {
    /* One without a name is known by its number. */
    g_autofree char *name = g_key_file_get_string (list, groups[i], "name", NULL);

    if (g_ascii_strcasecmp (groups[i], which) == 0 || g_strcmp0 (name, which) == 0)
      found |= g_key_file_remove_group (list, groups[i], NULL); /* it is there */
  }
  if (!found) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 _ ("No publisher of the list is called “%s”."), which);
    return FALSE;
  }
  return save (self, list, error);
}

/* Of a file: the text of the signature that somebody chose for it. */
#define CHOSEN "bearings-signature"

gboolean
bearings_service_publishers_attach_signature (GFile *file, GFile *signature, GError **error)
{
  g_autofree char *name = g_file_get_basename (signature);
  gsize length;
  g_autofree char *text = bearings_file_load (signature, LONGEST, &length, NULL, error);
  g_autoptr (BearingsMinisig) minisig = NULL;
  g_autoptr (GError) local = NULL;

  if (text == NULL)
    return FALSE;
  minisig = bearings_minisig_parse (text, &local);
  if (minisig == NULL) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE,
                 /* Translators: name of a file, what is wrong with it. */
                 _ ("“%s” is no signature: %s"), name, local->message);
    return FALSE;
  }
  g_object_set_data_full (G_OBJECT (file), CHOSEN, g_steal_pointer (&text), g_free);
  return TRUE;
}

/* The text of the signature that was chosen for the file, or of NAME.minisig beside it; NULL
 * without an error when there is none. */
static gboolean
read_detached (GFile *file, char **text, GError **error)
{
  const char *chosen = g_object_get_data (G_OBJECT (file), CHOSEN);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *beside = path != NULL ? g_strconcat (path, ".minisig", NULL) : NULL;
  g_autoptr (GFile) signature = beside != NULL ? g_file_new_for_path (beside) : NULL;
  gsize length;

  *text = g_strdup (chosen);
  if (chosen != NULL || signature == NULL)
    return TRUE;
  if (!g_file_query_exists (signature, NULL)) /* there is none, which is no error */
    return TRUE;
  *text = bearings_file_load (signature, LONGEST, &length, NULL, NULL); /* told of below */
  if (*text != NULL)
    return TRUE;
  g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE,
               /* Translators: path of a file. */
               _ ("The signature %s cannot be read. The pack is refused; if it is meant to have "
                  "none, take the file away."),
               beside);
  return FALSE;
}

static gboolean
refuse_broken (GError **error)
{
  g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE,
               _ ("The signature does not hold: the pack is not what its publisher signed. It is "
                  "refused; get it again from its publisher."));
  return FALSE;
}

/* Checks with one key, that of @publisher or, without one, that of the caller. */
static gboolean
check_with (const BearingsMinisig *minisig,
            const BearingsPublicKey *key,
            const char *publisher,
            const guint8 *hash,
            BearingsSignature *signature,
            GError **error)
{
  if (!bearings_minisig_verify (minisig, key, hash))
    return refuse_broken (error);
  signature->state = BEARINGS_SIGNATURE_TRUSTED;
  signature->name = g_strdup (publisher);
  signature->comment = g_strdup (minisig->comment);
  return TRUE;
}

/* @self: whose list to look in, when there is no @only. */
static gboolean
check_text (BearingsService *self,
            const char *text,
            const BearingsPublicKey *only,
            const guint8 *hash,
            BearingsSignature *signature,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BearingsMinisig) minisig = bearings_minisig_parse (text, &local);
  g_autoptr (GPtrArray) publishers = NULL;

  if (minisig == NULL) {
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE,
                         local->message);
    return FALSE;
  }
  signature->key = bearings_minisign_key_number_to_string (minisig->number);
  if (only != NULL)
    return check_with (minisig, only, signature->key, hash, signature, error);
  publishers = bearings_service_publishers_list (self, error);
  if (publishers == NULL)
    return FALSE;
  for (guint i = 0; i < publishers->len; i++) {
    const BearingsPublisher *publisher = publishers->pdata[i];
    BearingsPublicKey key;

    /* The list holds only keys that were read. */
    if (bearings_public_key_parse (publisher->key, &key, NULL) &&
        memcmp (key.number, minisig->number, sizeof key.number) == 0)
      return check_with (minisig, &key, publisher->name, hash, signature, error);
  }
  signature->state = BEARINGS_SIGNATURE_UNKNOWN;
  return TRUE;
}

static gboolean
check (BearingsService *self,
       GFile *file,
       const char *in_header,
       const BearingsPublicKey *only,
       const guint8 *hash,
       BearingsSignature *signature,
       GError **error)
{
  g_autofree char *detached = NULL;

  bearings_signature_clear (signature);
  signature->state = BEARINGS_SIGNATURE_NONE;
  if (in_header == NULL && !read_detached (file, &detached, error))
    return FALSE;
  if (in_header == NULL && detached == NULL) {
    if (only == NULL)
      return TRUE;
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE,
                         _ ("The pack is not signed."));
    return FALSE;
  }
  return check_text (self, in_header != NULL ? in_header : detached, only, hash, signature, error);
}

gboolean
bearings_service_check_signature (BearingsService *self,
                                  GFile *file,
                                  const char *in_header,
                                  const guint8 *hash,
                                  BearingsSignature *signature,
                                  GError **error)
{
  return check (self, file, in_header, NULL, hash, signature, error);
}

gboolean
bearings_service_publishers_verify (BearingsService *self,
                                    GFile *file,
                                    const char *key_text,
                                    BearingsSignature *signature,
                                    GError **error)
{
  g_autofree char *in_header = NULL;
  guint8 hash[BEARINGS_MINISIGN_HASH];
  BearingsPublicKey key;

  if (key_text != NULL && !bearings_public_key_parse (key_text, &key, error))
    return FALSE;
  return bearings_pack_signing_hash (file, hash, &in_header, NULL, error) &&
         check (self, file, in_header, key_text != NULL ? &key : NULL, hash, signature, error);
}

gboolean
bearings_service_publishers_generate_keys (GFile *secret,
                                           GFile *public,
                                           const char *password,
                                           GError **error)
{
  g_autoptr (BearingsSecretKey) key = bearings_secret_key_generate ();
  g_autofree char *secret_text = bearings_secret_key_to_file (key, password, error);
  g_autofree char *public_text = NULL;
  g_autoptr (BearingsFileWriter) secret_file = NULL;
  g_autoptr (BearingsFileWriter) public_file = NULL;
  BearingsPublicKey shown;

  if (secret_text == NULL)
    return FALSE;
  bearings_secret_key_get_public (key, &shown);
  public_text = bearings_public_key_to_file (&shown);
  secret_file = bearings_file_writer_new (
    secret, BEARINGS_FILE_WRITER_NEW | BEARINGS_FILE_WRITER_PRIVATE, error);
  public_file =
    secret_file != NULL ? bearings_file_writer_new (public, BEARINGS_FILE_WRITER_NEW, error) : NULL;
  if (public_file == NULL ||
      !bearings_file_writer_write (secret_file, secret_text, strlen (secret_text), error) ||
      !bearings_file_writer_write (public_file, public_text, strlen (public_text), error) ||
      !bearings_file_writer_commit (public_file, error))
    return FALSE;
  if (bearings_file_writer_commit (secret_file, error))
    return TRUE;
  g_file_delete (public, NULL, NULL); /* of no use alone; the error to tell is the first */
  return FALSE;
}

char *
bearings_service_publishers_load_key (GFile *file, GError **error)
{
  gsize length;

  return bearings_file_load (file, LONGEST, &length, NULL, error);
}

gboolean
bearings_service_publishers_key_needs_password (GFile *secret, gboolean *needs, GError **error)
{
  g_autofree char *text = bearings_service_publishers_load_key (secret, error);

  if (text == NULL)
    return FALSE;
  *needs = bearings_secret_key_needs_password (text);
  return TRUE;
}

GFile *
bearings_service_publishers_sign (GFile *file,
                                  GFile *secret,
                                  const char *password,
                                  const char *comment,
                                  gboolean in_header,
                                  GError **error)
{
  g_autofree char *text = bearings_service_publishers_load_key (secret, error);
  g_autoptr (BearingsSecretKey) key = NULL;

  if (text == NULL)
    return NULL;
  key = bearings_secret_key_parse (text, password, error);
  return key != NULL ? bearings_pack_signing_sign (file, key, comment, in_header, error) : NULL;
}
