/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sitting in which somebody reads the questions aloud and puts in what is said. */
#pragma once

#include "bearings-sitting.h"

G_BEGIN_DECLS

/* Fact of a sitting, told at its start: "1". */
#define BEARINGS_FACT_INTERVIEW "interview"

gboolean bearings_interview_is (const BearingsSitting *sitting);
/* What whoever asks does with an item, so that everybody is asked alike. */
const char *bearings_interview_advice (const BearingsItem *item);
/* How the answers were given, a sentence of the result. */
const char *bearings_interview_remark (void);

G_END_DECLS
