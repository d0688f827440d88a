/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the name of a report's file says of its form. */

#include "bearings-report-state.h"

BearingsReportState
bearings_report_state_of_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm"))
    return BEARINGS_REPORT_STATE_HTML;
  if (g_str_has_suffix (lower, ".txt"))
    return BEARINGS_REPORT_STATE_TEXT;
  return BEARINGS_REPORT_STATE_PDF;
}
