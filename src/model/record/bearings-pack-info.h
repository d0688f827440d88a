/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of a pack: what it is, from whom, under which licence. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BEARINGS_PACK_FORMAT 1

typedef struct {
  char *id; /* "occupations" */
  char *title;
  char *version;   /* "1.0.0": compared number by number */
  char *published; /* date */
  char *publisher;
  char *licence;
  char *attribution;
  char *note;
  char *replaces;  /* ids of packs, blanks between: their records may be taken over */
  char *signature; /* text of a .minisig file over the rest of the pack */
} BearingsPackInfo;

BearingsPackInfo *bearings_pack_info_new (void);
BearingsPackInfo *bearings_pack_info_copy (const BearingsPackInfo *info);
void bearings_pack_info_free (BearingsPackInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPackInfo, bearings_pack_info_free)

/* Whether @info declares to replace the pack @id. */
gboolean bearings_pack_info_replaces (const BearingsPackInfo *info, const char *id);
/* The same of the list alone, which may be NULL. */
gboolean bearings_pack_info_list_replaces (const char *replaces, const char *id);

/* Whether a text is a version: numbers with dots between. */
gboolean bearings_pack_info_version_is_valid (const char *text);
/* Negative, 0 or positive, as strcmp; numbers between dots compare as numbers. */
int bearings_pack_info_version_compare (const char *a, const char *b);

G_END_DECLS
