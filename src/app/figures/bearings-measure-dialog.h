/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a measure from outside: its name, and one value or how it was measured. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  BEARINGS_MEASURE_VALUE, /* one value */
  BEARINGS_MEASURE_NOTE,  /* values come from a file; how they were measured */
} BearingsMeasureKind;

/**
 * BearingsMeasureDialog:
 *
 * Signal "entered" (const char *name, double value): value NaN where none was asked for.
 */
#define BEARINGS_TYPE_MEASURE_DIALOG (bearings_measure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BearingsMeasureDialog,
                      bearings_measure_dialog,
                      BEARINGS,
                      MEASURE_DIALOG,
                      AdwAlertDialog)

/* @name: (nullable): of a measure known already */
AdwDialog *bearings_measure_dialog_new (BearingsMeasureKind kind, const char *name);
/* How it was measured; "" where nothing was said. */
const char *bearings_measure_dialog_get_note (BearingsMeasureDialog *self);

G_END_DECLS
