/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: the keys of a pack's header. */
#pragma once

#include "bearings-pack-info.h"

#define BEARINGS_PACK_FORMAT_KEY "bearings_pack"
#define BEARINGS_PACK_RECORDS_KEY "records"

typedef struct {
  const char *name;
  gsize offset; /* of a char * in BearingsPackInfo */
  gboolean required;
  const char *description; /* for the schema */
} BearingsPackField;

#define BEARINGS_PACK_FIELD_AT(info, field) ((char **) ((char *) (info) + (field)->offset))

extern const BearingsPackField bearings_pack_fields[];
extern const guint bearings_n_pack_fields;

/* (transfer container): the names, NULL-terminated. */
const char **bearings_pack_field_names (void);

/* What is wrong with a value (NULL: absent) of that key, with its code; NULL when nothing is. */
char *
bearings_pack_field_fault (const BearingsPackField *field, const char *value, const char **code);
