/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: records into JSON, by the tables of fields. */
#pragma once

#include "bearings-json-text.h"

/* A record as a member of that name, or an element or the whole without one. */
void bearings_pack_encode_record (BearingsJsonText *json,
                                  const char *name,
                                  const BearingsRecord *record);
