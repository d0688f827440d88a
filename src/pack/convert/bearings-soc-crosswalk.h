/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: the SOC code under which wages and projections of an occupation are published. */
#pragma once

#include <glib.h>

/**
 * bearings_soc_crosswalk_published:
 * @soc: six-digit SOC code of an occupation, "13-1022"
 * @published: (element-type utf8): codes that have figures of their own
 * @own: (element-type utf8): SOC codes of all occupations
 *
 * The Bureau of Labor Statistics publishes some detailed occupations only together: under the
 * code of their broad group ("13-1020"), or under a code made for the purpose in that group
 * ("21-1018", which no occupation has). The occupation's own code comes first, then the broad
 * group's, then the one made-up code of the group when there is exactly one.
 *
 * Returns: the code; @soc itself when nothing is published for it
 */
const char *
bearings_soc_crosswalk_published (const char *soc, GHashTable *published, GHashTable *own);
