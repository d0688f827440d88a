/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits until a page has heard everything that it asked for. */
#pragma once

#include "bearings-service-ask.h"

static inline void
hear_all (void)
{
  do {
    while (bearings_service_ask_get_under_way () > 0)
      g_main_context_iteration (NULL, TRUE);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  } while (bearings_service_ask_get_under_way () > 0);
}
