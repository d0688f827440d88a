/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan for a role, from its evidence and a person's results. */
#pragma once

#include "bearings-plan.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* Skills of a plan, at most, besides those the person was assessed in. */
#define BEARINGS_PLAN_SKILLS 15

/**
 * bearings_service_get_plan:
 * @client: whose results; %NULL: the guest's
 *
 * The skills that most of the role's postings name, those people in the role were asked about, and
 * those the person has a finished sitting in, with the latest result each.
 */
BearingsPlan *bearings_service_get_plan (BearingsService *self,
                                         const char *role_id,
                                         const char *client,
                                         GError **error);

/* The plan in the order of the weights. */
char *bearings_service_plan_to_text (const BearingsPlan *plan,
                                     const BearingsPlanOrder *order,
                                     guint width);
char *bearings_service_plan_to_json (const BearingsPlan *plan, const BearingsPlanOrder *order);

G_END_DECLS
