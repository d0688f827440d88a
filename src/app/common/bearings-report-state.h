/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the name of a report's file says of its form. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BEARINGS_REPORT_STATE_PDF,
  BEARINGS_REPORT_STATE_HTML,
  BEARINGS_REPORT_STATE_TEXT,
} BearingsReportState;

/* Form of a report by the name of its file; PDF when the name does not tell. */
BearingsReportState bearings_report_state_of_name (const char *name);

G_END_DECLS
