/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace made into a document. */
#pragma once

#include "bearings-document.h"
#include "bearings-trace.h"

G_BEGIN_DECLS

/* From the sentence to the primary source, with what differs at each step. */
BearingsDocument *bearings_report_trace (const BearingsTrace *trace);

G_END_DECLS
