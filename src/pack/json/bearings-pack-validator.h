/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking packs as one set: ids, references, and everything the reader checks. */
#pragma once

#include "bearings-pack-reader.h"

G_BEGIN_DECLS

/**
 * BearingsPackWorld: what there is beside the files; each member may be %NULL.
 * @known: whether a record exists that none of the files replaces
 * @refuses: id of the pack that has a record which the pack @info may not bring; %NULL when it may
 * @outside: tells of references from records of other packs to records of the pack of that id,
 *   which a new version may not leave in the air
 */
typedef void (*BearingsOutsideReferenceFunc) (const char *from_kind,
                                              const char *from_id,
                                              const char *from_pack,
                                              const char *field,
                                              BearingsRecordKind target,
                                              const char *id,
                                              gpointer user_data);
typedef struct {
  BearingsKnownFunc known;
  char *(*refuses) (const BearingsPackInfo *info,
                    BearingsRecordKind kind,
                    const char *id,
                    gpointer user_data);
  void (*outside) (const char *pack,
                   BearingsOutsideReferenceFunc func,
                   gpointer func_data,
                   gpointer user_data);
  gpointer user_data;
} BearingsPackWorld;

/**
 * bearings_pack_validator_validate_in:
 * @files: (array length=n_files): packs that are to be applied together
 * @world: (nullable): what else there is
 * @progress: (nullable): bytes of all files read so far, and of how many
 * @problems: (element-type BearingsProblem): takes everything that was found
 * @summaries: (out) (optional) (element-type BearingsPackSummary): on success, one for each file
 *
 * Reads every file once and applies nothing. A record is refused when its kind and id occur twice
 * in the set, or when it refers to a record that is neither in the set nor known.
 *
 * Returns: %FALSE with an error when any file is refused.
 */
gboolean bearings_pack_validator_validate_in (GFile *const *files,
                                              guint n_files,
                                              const BearingsPackWorld *world,
                                              void (*progress) (goffset done,
                                                                goffset total,
                                                                gpointer user_data),
                                              gpointer progress_data,
                                              GPtrArray *problems,
                                              GPtrArray **summaries,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
