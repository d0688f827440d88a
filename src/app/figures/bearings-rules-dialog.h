/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public rules of certainty, and how they led to one finding's mark. */
#pragma once

#include <adwaita.h>

#include "bearings-certainty-rules.h"

G_BEGIN_DECLS

/* @account: of the finding whose mark was activated (BearingsCertaintyStep), or NULL. */
AdwDialog *bearings_rules_dialog_new (const GPtrArray *account);

G_END_DECLS
