/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces, and the popular claims that are met at a place. */
#pragma once

#include "bearings-service.h"
#include "bearings-trace.h"

G_BEGIN_DECLS

/* @kind: BEARINGS_RECORD_CLAIM or BEARINGS_RECORD_REGISTER_ENTRY. A few rows by key. */
BearingsTrace *bearings_service_trace_get (BearingsService *self,
                                           BearingsRecordKind kind,
                                           const char *id,
                                           GError **error);
/* The trace of the claim or, when there is none of that id, of the register entry. */
BearingsTrace *bearings_service_trace_find (BearingsService *self, const char *id, GError **error);

char *bearings_service_trace_to_text (const BearingsTrace *trace, guint width);
char *bearings_service_trace_to_json (const BearingsTrace *trace);

G_END_DECLS
