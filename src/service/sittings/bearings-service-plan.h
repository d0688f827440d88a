/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan for a role, from its evidence and a person's results. */
#pragma once

#include "bearings-plan.h"
#include "bearings-service.h"

G_BEGIN_DECLS

/* Skills of a plan, at most, besides those the person was assessed in. */
#define BEARINGS_PLAN_SKILLS 15

/**
 * bearings_service_plan_get:
 * @client: whose results; %NULL: the guest's
 *
 * The skills that most of the role's postings name, those people in the role were asked about, and
 * those the person has a finished sitting in, with the latest result each.
 */
BearingsPlan *bearings_service_plan_get (BearingsService *self,
                                         const char *role_id,
                                         const char *client,
                                         GError **error);

/* What is known of how to learn, whatever the skill: the claims (BearingsClaim) about time to
 * proficiency that put randomised experiments together, by id. */
GPtrArray *bearings_service_plan_list_learning (BearingsService *self, GError **error);

/* The plan in the order of the weights, with how to learn and where its figures are from. */
char *bearings_service_plan_to_text (const BearingsPlan *plan,
                                     const BearingsPlanOrder *order,
                                     guint width);
/* The same as a file to take home. The file is replaced whole. */
gboolean bearings_service_plan_save (const BearingsPlan *plan,
                                     const BearingsPlanOrder *order,
                                     BearingsReportForm form,
                                     GFile *file,
                                     GError **error);
char *bearings_service_plan_to_json (const BearingsPlan *plan, const BearingsPlanOrder *order);

G_END_DECLS
