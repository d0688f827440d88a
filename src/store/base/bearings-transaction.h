/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: a change that is made whole or not at all. */
#pragma once

#include "bearings-database.h"

G_BEGIN_DECLS

typedef struct _BearingsTransaction BearingsTransaction;

/* BEGIN IMMEDIATE: waits for other writers here, not in the middle. */
BearingsTransaction *bearings_transaction_begin (BearingsDatabase *database, GError **error);
/* After a failed commit nothing of the change is kept. */
gboolean bearings_transaction_commit (BearingsTransaction *self, GError **error);
/* Rolls back what was not committed. */
void bearings_transaction_end (BearingsTransaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsTransaction, bearings_transaction_end)

G_END_DECLS
