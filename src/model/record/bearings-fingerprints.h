/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an installed pack looked like: a digest of the text of each of its records. */
#pragma once

#include "bearings-record.h"

G_BEGIN_DECLS

/**
 * BearingsFingerprints:
 *
 * One entry for each record of a pack: the digest of its text in the file (0 when that is not
 * known) and where the store keeps it. A newer version of the pack takes its records out one by
 * one, by the same text or by their place; what is left at the end is gone from the pack. Some 32
 * bytes an entry.
 */
typedef struct _BearingsFingerprints BearingsFingerprints;

BearingsFingerprints *bearings_fingerprints_new (void);
void bearings_fingerprints_free (BearingsFingerprints *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsFingerprints, bearings_fingerprints_free)

/* @rowkey: from 1, below 2^56. */
void bearings_fingerprints_add (BearingsFingerprints *self,
                                guint64 text,
                                BearingsRecordKind kind,
                                gint64 rowkey);
guint bearings_fingerprints_count (BearingsFingerprints *self);
/* Takes out an entry of that text; FALSE when none is left. */
gboolean bearings_fingerprints_take (BearingsFingerprints *self,
                                     guint64 text,
                                     BearingsRecordKind *kind,
                                     gint64 *rowkey);
/* Takes out the entry of that place; FALSE when there is none, or it was taken. */
gboolean
bearings_fingerprints_take_row (BearingsFingerprints *self, BearingsRecordKind kind, gint64 rowkey);
/* What was not taken, in the order it was added. */
typedef gboolean (*BearingsFingerprintFunc) (BearingsRecordKind kind,
                                             gint64 rowkey,
                                             gpointer user_data,
                                             GError **error);
gboolean bearings_fingerprints_foreach_left (BearingsFingerprints *self,
                                             BearingsFingerprintFunc func,
                                             gpointer user_data,
                                             GError **error);

/* An entry as 16 bytes, and back; the same on every machine. */
#define BEARINGS_FINGERPRINT_SIZE 16
void
bearings_fingerprints_pack (guint8 *bytes, guint64 text, BearingsRecordKind kind, gint64 rowkey);
/* FALSE when the kind is not known here. */
gboolean bearings_fingerprints_unpack (const guint8 *bytes,
                                       guint64 *text,
                                       BearingsRecordKind *kind,
                                       gint64 *rowkey);

G_END_DECLS
