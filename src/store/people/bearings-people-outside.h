/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people.db: measures from outside, entered for records of the centre's sample. */
#pragma once

#include "bearings-people.h"

G_BEGIN_DECLS

typedef struct {
  char *name;
  char *note; /* (nullable) */
} BearingsOutsideMeasure;
void bearings_outside_measure_free (gpointer measure);

typedef struct {
  char *contribution;
  double value;
} BearingsOutsideValue;
void bearings_outside_value_free (gpointer value);

/* BearingsOutsideMeasure, by name. */
GPtrArray *
bearings_people_outside_list (BearingsPeople *self, const char *instrument, GError **error);
/* Makes the measure, or gives it another note. */
gboolean bearings_people_outside_add (BearingsPeople *self,
                                      const char *instrument,
                                      const char *name,
                                      const char *note,
                                      GError **error);
/* Adds values (BearingsOutsideValue) in one transaction; a value for the same record is replaced.
 * @unknown counts those whose record is not of this instrument's sample; they are left out. */
gboolean bearings_people_outside_set_values (BearingsPeople *self,
                                             const char *instrument,
                                             const char *name,
                                             GPtrArray *values,
                                             guint *unknown,
                                             GError **error);
/* BearingsOutsideValue, by record. */
GPtrArray *bearings_people_outside_list_values (BearingsPeople *self,
                                                const char *instrument,
                                                const char *name,
                                                GError **error);
/* NOT_FOUND when there is none of that name. */
gboolean bearings_people_outside_remove (BearingsPeople *self,
                                         const char *instrument,
                                         const char *name,
                                         GError **error);

G_END_DECLS
