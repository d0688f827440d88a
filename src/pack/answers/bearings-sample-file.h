/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A centre's anonymous sample as a file, for other centres. */
#pragma once

#include "bearings-contribution.h"

G_BEGIN_DECLS

/* {"bearings_sample":1,"records":[…]}, ordered by the random ids; origins are left out. */
char *bearings_sample_file_to_json (GPtrArray *contributions);
/* BearingsContribution. The whole file is refused (BEARINGS_PACK_ERROR_INVALID) for one record that
 * is not as it should be; the error names it by number. */
GPtrArray *bearings_sample_file_from_json (const char *text, gssize length, GError **error);

G_END_DECLS
