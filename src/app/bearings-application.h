/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: opens the service, owns it, and hands it to its windows. */
#pragma once

#include <adwaita.h>

#include "bearings-service.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_APPLICATION (bearings_application_get_type ())
G_DECLARE_FINAL_TYPE (BearingsApplication,
                      bearings_application,
                      BEARINGS,
                      APPLICATION,
                      AdwApplication)

BearingsApplication *bearings_application_new (void);
/* NULL until the databases are open, and when they cannot be opened. */
BearingsService *bearings_application_get_service (BearingsApplication *self);

G_END_DECLS
