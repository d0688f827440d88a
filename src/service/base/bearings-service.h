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
  BEARINGS_SERVICE_ERROR_PEOPLE,    /* the sessions' database cannot be opened or written */
  BEARINGS_SERVICE_ERROR_STALE,     /* another window has taken over the session */
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

/* Discover. All lists hold BearingsHit in a GPtrArray. */
GPtrArray *bearings_service_search (BearingsService *self,
                                    const char *text,
                                    const BearingsRecordKind *kinds, /* NULL: all */
                                    guint n_kinds,
                                    guint limit,
                                    GError **error);
void bearings_service_search_async (BearingsService *self,
                                    const char *text,
                                    const BearingsRecordKind *kinds,
                                    guint n_kinds,
                                    guint limit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *
bearings_service_search_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* Every role, then every occupation, by title. */
GPtrArray *bearings_service_list_careers (BearingsService *self, GError **error);
void bearings_service_list_careers_async (BearingsService *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *
bearings_service_list_careers_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* @kind: BEARINGS_RECORD_ROLE or BEARINGS_RECORD_OCCUPATION. */
BearingsCareer *bearings_service_get_career (BearingsService *self,
                                             BearingsRecordKind kind,
                                             const char *id,
                                             GError **error);
void bearings_service_get_career_async (BearingsService *self,
                                        BearingsRecordKind kind,
                                        const char *id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
BearingsCareer *
bearings_service_get_career_finish (BearingsService *self, GAsyncResult *result, GError **error);

/* Evidence. */
BearingsSkillPage *bearings_service_get_skill_page (BearingsService *self,
                                                    BearingsRecordKind career_kind,
                                                    const char *career_id,
                                                    const char *skill_id,
                                                    GError **error);
void bearings_service_get_skill_page_async (BearingsService *self,
                                            BearingsRecordKind career_kind,
                                            const char *career_id,
                                            const char *skill_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
BearingsSkillPage *bearings_service_get_skill_page_finish (BearingsService *self,
                                                           GAsyncResult *result,
                                                           GError **error);

BearingsClaimPage *
bearings_service_get_claim_page (BearingsService *self, const char *claim_id, GError **error);
BearingsSourcePage *
bearings_service_get_source_page (BearingsService *self, const char *source_id, GError **error);
BearingsRegisterPage *
bearings_service_get_register_page (BearingsService *self, const char *entry_id, GError **error);
/* BearingsClaim, all; BearingsRegisterEntry, all; BearingsGlossaryTerm, all. */
GPtrArray *bearings_service_list_claims (BearingsService *self, GError **error);
GPtrArray *bearings_service_list_register (BearingsService *self, GError **error);
GPtrArray *bearings_service_list_glossary (BearingsService *self, GError **error);
/* Sets NOT_FOUND, naming the kind and the id. */
void bearings_service_set_not_found (BearingsRecordKind kind, const char *id, GError **error);
/* Any record; NULL without an error when there is none. */
gpointer bearings_service_get_record (BearingsService *self,
                                      BearingsRecordKind kind,
                                      const char *id,
                                      GError **error);

/* Assessment. */
GPtrArray *bearings_service_list_instruments (BearingsService *self, GError **error);
BearingsForm *
bearings_service_get_form (BearingsService *self, const char *instrument_id, GError **error);
/* What somebody asks for who begins a sitting. */
typedef struct {
  const char *instrument;
  const char *skill; /* NULL: the instrument's own */
  BearingsLength length;
  BearingsSelection selection; /* 0: fixed */
  const char *client;          /* NULL: a guest */
  gboolean interview;          /* somebody else puts in the answers */
  const char *years;           /* of coding; NULL: not told */
  gboolean passing;            /* a guest's, not to outlast the program that begins it */
} BearingsSittingOrder;
/* Begins a session, with all that was ordered or not at all. Returns its id. */
char *bearings_service_begin_session (BearingsService *self,
                                      const BearingsSittingOrder *order,
                                      GError **error);
/* Stores one entry; durable when it returns. Blocking: a few milliseconds. */
gboolean bearings_service_append (BearingsService *self,
                                  const char *session_id,
                                  const BearingsEntry *entry,
                                  GError **error);
/* Takes the session over for this process (resume) and replays its log; from now on it stays. One
 * that cannot be resumed is not taken from whoever holds it; why not is the error: NOT_FOUND (no
 * such sitting or instrument), VERSION or BROKEN. */
BearingsSitting *
bearings_service_resume (BearingsService *self, const char *session_id, GError **error);
/* The same, but a sitting that is passing remains so. */
BearingsSitting *
bearings_service_resume_passing (BearingsService *self, const char *session_id, GError **error);
/* Whether a sitting could be resumed; takes nothing over. The errors are the same. */
gboolean
bearings_service_check_resume (BearingsService *self, const char *session_id, GError **error);
/* BearingsSessionInfo *: open ones first, latest first. */
GPtrArray *bearings_service_list_sessions (BearingsService *self, GError **error);
BearingsSessionInfo *
bearings_service_get_session (BearingsService *self, const char *session_id, GError **error);
/**
 * bearings_service_leave_sitting:
 * @gone: whether there is no such sitting any more
 *
 * This process is done with the sitting. Deletes it if it is passing, if this process holds it
 * still, and if it began it or the sitting is finished; any other stays.
 */
gboolean bearings_service_leave_sitting (BearingsService *self,
                                         const char *session_id,
                                         gboolean *gone,
                                         GError **error);
/* For a person who asks for it in so many words: whoever holds it, and to whomever it belongs. */
gboolean
bearings_service_erase_sitting (BearingsService *self, const char *session_id, GError **error);
/* A guest's session leaves nothing: deletes every guest's sitting, finished or not, for a person
 * who asks for it. Whoever is at the desk has left. */
gboolean bearings_service_end_guest (BearingsService *self, GError **error);
BearingsResult *
bearings_service_get_result (BearingsService *self, const char *session_id, GError **error);
/* The finished sitting of the same person and instrument before this one; NULL without an error
 * when there is none. */
BearingsResult *
bearings_service_get_earlier (BearingsService *self, const char *session_id, GError **error);
/* A finished sitting as it was scored, and with the instrument and samples installed now. NOT_FOUND
 * when the instrument is gone, VERSION when it shares no item with the sitting. */
BearingsRescore *
bearings_service_rescore (BearingsService *self, const char *session_id, GError **error);

/* Data. */
/* BearingsInstalledPack *. */
GPtrArray *bearings_service_list_packs (BearingsService *self, GError **error);
typedef void (*BearingsProgressFunc) (goffset done, goffset total, gpointer user_data);
/* Validates several packs as one set; @self NULL: they may refer to each other only. */
gboolean bearings_service_validate_files (BearingsService *self,
                                          GPtrArray *files,
                                          GPtrArray *problems,
                                          GError **error);
/* Makes a new catalogue from packs validated as one set. */
gboolean bearings_service_build_catalogue (const char *path,
                                           gboolean replace,
                                           GPtrArray *files,
                                           GPtrArray *problems,
                                           GError **error);
/* Official files and the pack to make of them; members but the first and the last may be NULL. */
typedef struct {
  GFile *database; /* folder of O*NET's text files */
  GFile *wages;
  GFile *projections;
  const char *version;
  const char *published;
  const char *publisher;
  const char *wages_period;
  const char *superseded;
  const char *note;
  GFile *output;
} BearingsOnetFiles;
typedef struct {
  guint occupations, skills, flags, ratings, without_ratings, with_wage, with_projection;
} BearingsOnetSummary;
gboolean bearings_service_convert_onet (const BearingsOnetFiles *files,
                                        BearingsOnetSummary *summary,
                                        GError **error);

/* Text and JSON of what the use cases return. */
char *bearings_service_skill_page_to_text (const BearingsSkillPage *page, guint width);
char *bearings_service_result_to_text (const BearingsResult *result, guint width);
char *bearings_service_record_to_text (const BearingsRecord *record, guint width);
char *bearings_service_hits_to_json (const GPtrArray *hits);
char *bearings_service_skill_page_to_json (const BearingsSkillPage *page);
char *bearings_service_result_to_json (const BearingsResult *result);
char *bearings_service_record_to_json (const BearingsRecord *record);
char *bearings_service_problems_to_json (const GPtrArray *problems);
char *bearings_service_import_summary_to_json (const BearingsImportSummary *summary);

typedef enum {
  BEARINGS_REPORT_TEXT,
  BEARINGS_REPORT_HTML,
  BEARINGS_REPORT_PDF,
} BearingsReportForm;
/* Writes the report a person takes home; @page may be NULL. The file is replaced whole. */
gboolean bearings_service_save_result (const BearingsResult *result,
                                       const BearingsSkillPage *page,
                                       BearingsReportForm form,
                                       GFile *file,
                                       GError **error);

G_END_DECLS
