/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where packs came from: signatures, and the history of imports. */
#pragma once

#include "bearings-enums.h"
#include "bearings-pack-info.h"

G_BEGIN_DECLS

/* What is known of who made a pack. A signature that does not hold is no state: it refuses. */
typedef enum {
  BEARINGS_SIGNATURE_NONE = 1, /* nobody signed it */
  BEARINGS_SIGNATURE_UNKNOWN,  /* signed with a key that is not in the list: nothing is proved */
  BEARINGS_SIGNATURE_TRUSTED,  /* signed by a publisher of the list, and unchanged since */
} BearingsSignatureState;
extern const BearingsEnumType bearings_signature_state_type;

/**
 * BearingsSignature:
 * @key: id of the key, sixteen hexadecimal digits; %NULL when there is no signature
 * @name: what the centre calls the publisher, when trusted
 * @comment: the comment that is signed together with the pack, when trusted
 */
typedef struct {
  BearingsSignatureState state;
  char *key;
  char *name;
  char *comment;
} BearingsSignature;
void bearings_signature_clear (BearingsSignature *signature);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BearingsSignature, bearings_signature_clear)
void bearings_signature_copy (BearingsSignature *to, const BearingsSignature *from);
/* "Not signed", "Signed by NAME", ... */
char *bearings_signature_text (const BearingsSignature *signature);

/**
 * BearingsImportEvent: one import, as it was done.
 * @imported, @undone: ISO 8601, UTC; @undone is %NULL as long as the import stands
 * @kept: records that stayed with a pack that declares to replace this one
 * @undoable: what it changed is on record
 * @latest: no import that stands came after it, so that it may be undone now
 */
typedef struct {
  gint64 number;
  BearingsPackInfo *info;
  char *sha256;
  BearingsSignature signature;
  char *imported;
  char *undone;
  char *replaced_version;
  gint64 added, changed, removed, unchanged, kept;
  gboolean undoable;
  gboolean latest;
} BearingsImportEvent;
BearingsImportEvent *bearings_import_event_new (void);
void bearings_import_event_free (BearingsImportEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsImportEvent, bearings_import_event_free)

G_END_DECLS
