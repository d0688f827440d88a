/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quality of an instrument as JSON, for programs. */
#pragma once

#include "bearings-quality.h"

G_BEGIN_DECLS

/* Undefined and hidden statistics are left out. */
char *bearings_quality_json_to (const BearingsQuality *quality);

G_END_DECLS
