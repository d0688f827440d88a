/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to report/: what stands beside the answers of a sitting. */
#pragma once

#include "bearings-document.h"
#include "bearings-result.h"

/* Notes on self-ratings and second ratings of tasks; nothing where there are none. */
void bearings_report_beside_add (BearingsDocument *document, const BearingsResult *result);
