/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument with its items, and how much of it a sitting asks. */
#pragma once

#include "bearings-instrument.h"

G_BEGIN_DECLS

/* How long a sitting the person asked for. */
typedef enum {
  BEARINGS_LENGTH_SHORT = 1, /* about 5 minutes */
  BEARINGS_LENGTH_MIDDLE,    /* about 10 minutes */
  BEARINGS_LENGTH_LONG,      /* about 15 minutes */
  BEARINGS_LENGTH_ALL,       /* every item of the instrument */
} BearingsLength;

/* How its keyed items are chosen. */
typedef enum {
  BEARINGS_SELECTION_FIXED = 1, /* before the sitting, spread over difficulty */
  BEARINGS_SELECTION_ADAPTIVE,  /* one by one, by the answers so far */
} BearingsSelection;

/* An instrument with all its items, positions ascending. Immutable, reference-counted. */
typedef struct {
  gatomicrefcount ref_count;
  BearingsInstrument *instrument;
  GPtrArray *items; /* BearingsItem */
} BearingsForm;
BearingsForm *bearings_form_new (BearingsInstrument *instrument, GPtrArray *items);
BearingsForm *bearings_form_ref (BearingsForm *form);
void bearings_form_unref (BearingsForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsForm, bearings_form_unref)
BearingsItem *bearings_form_get_item (const BearingsForm *form, const char *item_id);
const BearingsScale *bearings_form_get_scale (const BearingsForm *form, const char *scale_id);

G_END_DECLS
