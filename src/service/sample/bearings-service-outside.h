/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures from outside of the person, and who they belong to. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* A measure from outside of the person; NaN takes it back. */
gboolean bearings_service_outside_set (BearingsService *self,
                                       const char *sitting_id,
                                       const char *name,
                                       double value,
                                       GError **error);

/* What became of a file of values. */
typedef struct {
  guint n_records;  /* of the sample */
  guint n_sittings; /* of clients and of sittings */
  guint n_unknown;  /* neither a record, nor a sitting, nor a client with one */
} BearingsOutsideSummary;

/**
 * bearings_service_outside_import:
 * @note: (nullable): how it was measured
 * @file: CSV with the columns person and value; a person is the id of a record of the sample, the
 *   id of a finished sitting, or the code of a client, whose latest finished sitting is meant
 */
gboolean bearings_service_outside_import (BearingsService *self,
                                          const char *instrument_id,
                                          const char *name,
                                          const char *note,
                                          GFile *file,
                                          BearingsOutsideSummary *summary,
                                          GError **error);
/* Of the sample and of every sitting of the instrument. NOT_FOUND when nothing has that name. */
gboolean bearings_service_outside_remove (BearingsService *self,
                                          const char *instrument_id,
                                          const char *name,
                                          GError **error);
/* char *, sorted: names of the measures known for an instrument. */
GPtrArray *
bearings_service_outside_list (BearingsService *self, const char *instrument_id, GError **error);

G_END_DECLS
