/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs that a person brings to the Data screen of the small world. */
#pragma once

#include "bearings-service-packs.h"
#include "desk-fixture.h"

#define SOURCE(id, title)                                                                          \
  "{\"type\":\"source\",\"id\":\"" id "\",\"csl_type\":\"report\",\"title\":\"" title "\"}"

GFile *in_folder (Desk *desk, const char *name);
GFile *write_file (Desk *desk, const char *name, const char *text);
/* @records: JSON objects with commas between them. */
GFile *write_pack (Desk *desk, const char *name, const char *version, const char *records);

void import_at_once (Desk *desk, GFile *file);
/* Title of an installed source; NULL when there is none. */
char *title_of (Desk *desk, const char *id);
/* Opens the preview of a file. */
void look_at (Desk *desk, GFile *file);
