/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishers the centre trusts, and signatures. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* A publisher the centre trusts. */
typedef struct {
  char *name;
  char *key;    /* the line of the public key */
  char *number; /* of the key, as signatures name it */
} BearingsPublisher;
BearingsPublisher *bearings_publisher_copy (const BearingsPublisher *publisher);
void bearings_publisher_free (BearingsPublisher *publisher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPublisher, bearings_publisher_free)
/* BearingsPublisher, by name. */
GPtrArray *bearings_service_publishers_list (BearingsService *self, GError **error);
/* @key: the line, or the text of a .pub file. A key that is there gets the new name. */
gboolean bearings_service_publishers_add (BearingsService *self,
                                          const char *name,
                                          const char *key,
                                          GError **error);
/* @which: name or number; NOT_FOUND when there is none. */
gboolean
bearings_service_publishers_remove (BearingsService *self, const char *which, GError **error);

/* Who signed @file, by the signature in its header or the file NAME.minisig beside it. A signature
 * that does not hold is an error of %BEARINGS_SERVICE_ERROR_INVALID. @key: (nullable): check with
 * this one key alone; an unknown signer is then an error, too. @self may be NULL with @key. */
gboolean bearings_service_publishers_verify (BearingsService *self,
                                             GFile *file,
                                             const char *key,
                                             BearingsSignature *signature,
                                             GError **error);
/* From now on @file, this object, is taken to be signed by @signature: where the file beside it
 * cannot be seen, or has another name. Refused with SIGNATURE when it is no signature. */
gboolean
bearings_service_publishers_attach_signature (GFile *file, GFile *signature, GError **error);
/* Makes a pair of keys as files of minisign; neither is overwritten. */
gboolean bearings_service_publishers_generate_keys (GFile *secret,
                                                    GFile *public,
                                                    const char *password,
                                                    GError **error);
/* The text of a public or secret key, of an ordinary file only: a pipe would be waited for. */
char *bearings_service_publishers_load_key (GFile *file, GError **error);
/* Whether the secret key in the file asks for a password. */
gboolean
bearings_service_publishers_key_needs_password (GFile *secret, gboolean *needs, GError **error);
/* Signs @file: into NAME.minisig beside it, or into its header. Returns the file written. */
GFile *bearings_service_publishers_sign (GFile *file,
                                         GFile *secret,
                                         const char *password,
                                         const char *comment,
                                         gboolean in_header,
                                         GError **error);

G_END_DECLS
