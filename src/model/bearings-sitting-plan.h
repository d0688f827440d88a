/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items a sitting holds, and in which order. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/* The items of a plan: BearingsItem, not owned by the array. */
GPtrArray *
bearings_sitting_plan_items (const BearingsForm *form, BearingsLength length, guint32 seed);
/* Reads a plan back from the text of bearings_sitting_plan(). */
GPtrArray *bearings_sitting_plan_parse (const BearingsForm *form, const char *text, GError **error);

G_END_DECLS
