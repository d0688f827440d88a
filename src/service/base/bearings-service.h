/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The use cases of Bearings, for the application and the command line alike. */
#pragma once

#include <gio/gio.h>

#include "bearings-certainty.h"
#include "bearings-screens.h"
#include "bearings-problem.h"
#include "bearings-rescore.h"

G_BEGIN_DECLS

/*
 * Every use case exists once as a blocking function, which any thread may call: each has a read
 * connection of its own, the store of people is locked. What must not block asks for a use case
 * with bearings_service_ask() (bearings-service-ask.h), of which the _async/_finish pairs are made.
 */
#define BEARINGS_TYPE_SERVICE (bearings_service_get_type ())
G_DECLARE_FINAL_TYPE (BearingsService, bearings_service, BEARINGS, SERVICE, GObject)

#define BEARINGS_SERVICE_ERROR (bearings_service_error_quark ())
GQuark bearings_service_error_quark (void);
typedef enum {
  BEARINGS_SERVICE_ERROR_NOT_FOUND, /* no such record */
  BEARINGS_SERVICE_ERROR_INVALID,   /* the pack was refused; see the problems */
  BEARINGS_SERVICE_ERROR_CATALOGUE, /* the catalogue cannot be opened */
  BEARINGS_SERVICE_ERROR_PEOPLE,    /* the sittings' database cannot be opened or written */
  BEARINGS_SERVICE_ERROR_STALE,     /* another window has taken over the sitting */
  BEARINGS_SERVICE_ERROR_VERSION,   /* a log does not fit the installed instrument */
  BEARINGS_SERVICE_ERROR_BROKEN,    /* what is stored of a sitting is nothing, or damaged */
  BEARINGS_SERVICE_ERROR_DOWNGRADE, /* the pack is older than the installed version */
  BEARINGS_SERVICE_ERROR_CHANGED,   /* the file is not the one that was looked at */
  BEARINGS_SERVICE_ERROR_SIGNATURE, /* the signature does not hold, or cannot be read */
} BearingsServiceError;

/**
 * bearings_service_new:
 * @data_dir: the user's data directory of Bearings; made when absent
 * @shipped_catalogue: catalogue.db as installed, copied to @data_dir on first start, when the
 *   shipped one is newer and the centre has imported nothing of its own; %NULL for none
 *
 * Opens both databases. Nothing that is corrupt, newer or foreign is ever overwritten.
 */
BearingsService *
bearings_service_new (const char *data_dir, const char *shipped_catalogue, GError **error);
/* The installed catalogue: $BEARINGS_CATALOGUE, or pkgdatadir/catalogue.db. */
char *bearings_service_shipped_catalogue (void);
/* $XDG_DATA_HOME/bearings */
char *bearings_service_default_data_dir (void);

char *bearings_service_data_version (BearingsService *self, GError **error);
/* Sets NOT_FOUND, naming the kind and the id. */
void bearings_service_set_not_found (BearingsRecordKind kind, const char *id, GError **error);
/* Any record; NULL without an error when there is none. */
gpointer bearings_service_get_record (BearingsService *self,
                                      BearingsRecordKind kind,
                                      const char *id,
                                      GError **error);
typedef void (*BearingsProgressFunc) (goffset done, goffset total, gpointer user_data);

typedef enum {
  BEARINGS_REPORT_TEXT,
  BEARINGS_REPORT_HTML,
  BEARINGS_REPORT_PDF,
} BearingsReportForm;

G_END_DECLS
