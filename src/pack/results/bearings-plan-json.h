/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan as JSON, for programs. */
#pragma once

#include "bearings-plan.h"

G_BEGIN_DECLS

/* Indented by two spaces; what is not known is left out. */
char *bearings_plan_json_to (const BearingsPlan *plan, const BearingsPlanOrder *order);

G_END_DECLS
