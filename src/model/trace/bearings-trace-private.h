/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How traces are put together. */
#pragma once

#include "bearings-trace.h"

G_BEGIN_DECLS

/* Without steps. */
BearingsTrace *bearings_trace_begin (BearingsRecordKind kind, const char *id);
/* Takes @title. */
BearingsTraceStep *bearings_trace_step_new (BearingsTraceStepKind kind,
                                            char *title,
                                            const char *text,
                                            const char *note);

G_END_DECLS
