/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use cases in a thread, for a face that must not wait. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/*
 * Runs in a thread and may call any use case that blocks. Returns the answer, which may be NULL;
 * when it sets @error the answer is thrown away. @data is as it was handed over.
 */
typedef gpointer (*BearingsWorkFunc) (BearingsService *self,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);

typedef enum {
  BEARINGS_LANE_READ, /* nothing is lost when it is left off half way */
  BEARINGS_LANE_FILE, /* writes a file of its own, or the catalogue: it ends before the program */
  BEARINGS_LANE_KEEP, /* changes what is kept of people: likewise, and one after the other in the
                         order in which they were asked for */
} BearingsLane;

/**
 * BearingsJob: a use case as it is asked for
 * @free_data: (nullable): frees what is handed to @work, in any thread
 * @free_answer: (nullable): frees an answer that nobody takes
 */
typedef struct {
  BearingsWorkFunc work;
  GDestroyNotify free_data;
  GDestroyNotify free_answer;
  BearingsLane lane;
} BearingsJob;

/* Defines a job @name that answers with what @call, an expression of self, data and error, is
 * worth; for what is more, write a BearingsWorkFunc. */
#define BEARINGS_DEFINE_JOB(name, lane, free_data, free_answer, call)                              \
  static gpointer name##_work (BearingsService *self, gpointer data, GCancellable *cancellable,    \
                               GError **error)                                                     \
  {                                                                                                \
    return call;                                                                                   \
  }                                                                                                \
  static const BearingsJob name = { name##_work, (GDestroyNotify) free_data,                       \
                                    (GDestroyNotify) free_answer, lane };

/**
 * bearings_service_ask:
 * @job: static
 * @data: (transfer full): for @job
 * @cancellable: (nullable): what is read is not answered after it; what changes anything is done
 *   and told, unless the work itself looks at it
 *
 * @callback comes in the caller's main context.
 */
void bearings_service_ask (BearingsService *self,
                           const BearingsJob *job,
                           gpointer data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gpointer bearings_service_ask_finish (BearingsService *self, GAsyncResult *result, GError **error);
/* The job that was asked for. */
const BearingsJob *bearings_service_ask_get_job (GAsyncResult *result);

/* Whether anything is still to be done that changes anything. */
gboolean bearings_service_ask_is_pending (BearingsService *self);
/* Waits until everything that changes anything is done: before the program ends. */
void bearings_service_ask_wait (BearingsService *self);

/* For tests: the program ends when a use case blocks the calling thread. @forbid FALSE: no more. */
void bearings_service_ask_forbid_blocking (gboolean forbid);

G_END_DECLS
