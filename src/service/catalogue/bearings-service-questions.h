/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers as text and JSON. */
#pragma once

#include "bearings-questions.h"

G_BEGIN_DECLS

char *
bearings_service_questions_to_text (const char *title, const GPtrArray *questions, guint width);
char *bearings_service_questions_to_json (const GPtrArray *questions);

G_END_DECLS
