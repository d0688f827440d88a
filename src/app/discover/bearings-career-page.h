/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A role or an occupation as a career: outlook, pay, skills, neighbours. */
#pragma once

#include "bearings-page.h"

G_BEGIN_DECLS

#define BEARINGS_TYPE_CAREER_PAGE (bearings_career_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCareerPage, bearings_career_page, BEARINGS, CAREER_PAGE, BearingsPage)

/* @kind: BEARINGS_RECORD_ROLE or BEARINGS_RECORD_OCCUPATION. */
GtkWidget *
bearings_career_page_new (BearingsService *service, BearingsRecordKind kind, const char *id);

G_END_DECLS
