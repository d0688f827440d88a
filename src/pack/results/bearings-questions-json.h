/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers as JSON, for programs. */
#pragma once

#include "bearings-questions.h"

G_BEGIN_DECLS

/* A list of objects; the texts are in the language of the catalogue's faces. */
char *bearings_questions_json_to (const GPtrArray *questions);

G_END_DECLS
