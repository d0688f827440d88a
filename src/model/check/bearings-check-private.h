/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the checks: where a check stands and how it reports. */
#pragma once

#include "bearings-claims.h"
#include "bearings-problem.h"

typedef struct {
  const char *file;
  guint line;
  GString *path; /* of the struct being checked; grows and shrinks with the walk */
  GPtrArray *problems;
  guint n_errors; /* of which only the first many are told */
} BearingsCheck;

/* Reports an error at @member of the struct being checked, or at the struct when NULL. */
void bearings_check_error (BearingsCheck *check,
                           const char *member,
                           const char *code,
                           const char *format,
                           ...) G_GNUC_PRINTF (4, 5);

/* The same for what is worth a look, but no reason to refuse the record. */
void bearings_check_warning (BearingsCheck *check,
                             const char *member,
                             const char *code,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);

/* k of n agrees with a share in percent and with its Wilson interval, all rounded to 0.1 at
 * worst. NaN limits are not looked at. */
void bearings_check_share (BearingsCheck *check,
                           gint64 k,
                           gint64 n,
                           double share,
                           double low,
                           double high,
                           double slack);

/* Rules of one nested struct, and of one record. */
void bearings_check_struct_rules (BearingsCheck *check,
                                  const BearingsStructType *type,
                                  gconstpointer data);
void bearings_check_record_rules (BearingsCheck *check, const BearingsRecord *record);

/* Warns where the fields of a wording and its words differ, or words have no field. English is
 * read; of another language only whether the words that a field gives stand there. */
void bearings_check_hop_wording (BearingsCheck *check, const BearingsTraceHop *hop);
void bearings_check_entry_wording (BearingsCheck *check, const BearingsRegisterEntry *entry);
void bearings_check_claim_wording (BearingsCheck *check, const BearingsClaim *claim);
