/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers made into a document. */
#pragma once

#include "bearings-document.h"
#include "bearings-questions.h"

G_BEGIN_DECLS

/* Each answer names the record it was made from. */
BearingsDocument *bearings_report_questions (const char *title, const GPtrArray *questions);

G_END_DECLS
