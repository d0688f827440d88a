/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of packs: every field an author should think of, each with a blank to fill in. */
#pragma once

#include "bearings-pack-info.h"

G_BEGIN_DECLS

/*
 * A blank is a text in mathematical angle brackets, whatever the type of its field: "⟨number⟩".
 * The reader reports each one that is left (code "to-fill-in"), so that a draft can be validated
 * while it is being written and never be imported before it is done. A draft holds no figures.
 */

/* NULL-terminated: "claim", "role", "instrument", "norm". */
const char *const *bearings_pack_draft_names (void);

/* @info: header; what is NULL becomes a blank. NULL when no draft has that name. */
char *bearings_pack_draft_new (const char *name, const BearingsPackInfo *info);

/* Whether a text of a pack is a blank. */
gboolean bearings_pack_draft_text_is_blank (const char *text);

G_END_DECLS
