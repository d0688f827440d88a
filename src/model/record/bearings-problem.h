/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a pack, and where. */
#pragma once

#include "bearings-record.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_SEVERITY_WARNING, /* worth a look; the pack may still be applied */
  BEARINGS_SEVERITY_ERROR,   /* the pack is refused */
} BearingsSeverity;

/**
 * BearingsProblem:
 * @file: display name of the file, or %NULL
 * @line: 1-based line, 0 when not known
 * @path: JSON path, "$.records[3].finding.value"
 * @code: stable short code, "missing-reference"
 * @message: what was found, what was expected and what to do, in the user's language
 */
typedef struct {
  BearingsSeverity severity;
  char *file;
  guint line;
  char *path;
  const char *code;
  char *message;
} BearingsProblem;

BearingsProblem *bearings_problem_new (BearingsSeverity severity,
                                       const char *file,
                                       guint line,
                                       const char *path,
                                       const char *code,
                                       const char *format,
                                       ...) G_GNUC_PRINTF (6, 7);
void bearings_problem_free (BearingsProblem *problem);
/* "file:line: path: message [code]" */
char *bearings_problem_to_string (const BearingsProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsProblem, bearings_problem_free)

/* A list of BearingsProblem *. */
GPtrArray *bearings_problem_list_new (void);
guint bearings_problem_list_count (const GPtrArray *problems, BearingsSeverity severity);

/* Checks that need no other record: ranges, required fields, value or missing, low <= value <=
 * high, k <= n, a share that agrees with k and n, options and keys of an item, ascending norm
 * rows. Adds to @problems; paths start with @path. TRUE when no error was added. */
gboolean bearings_problem_record_check (const BearingsRecord *record,
                                        const char *file,
                                        guint line,
                                        const char *path,
                                        GPtrArray *problems);

/* Whether a record of that kind and id is known elsewhere. */
typedef gboolean (*BearingsKnownFunc) (BearingsRecordKind kind, const char *id, gpointer user_data);

/* Calls @func for every reference the record holds, with its path. */
typedef void (*BearingsReferenceFunc) (const BearingsRecord *record,
                                       BearingsRecordKind target,
                                       const char *id,
                                       const char *path,
                                       gpointer user_data);
void bearings_problem_record_foreach_reference (const BearingsRecord *record,
                                                const char *path,
                                                BearingsReferenceFunc func,
                                                gpointer user_data);

G_END_DECLS
