/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers as JSON, for programs. */

#include "bearings-questions-json.h"

#include "bearings-json-text.h"

char *
bearings_questions_json_to (const GPtrArray *questions)
{
  BearingsJsonText json = { g_string_new (NULL), .pretty = TRUE };

  bearings_json_text_list (&json, NULL);
  for (guint i = 0; i < questions->len; i++) {
    const BearingsQuestion *question = questions->pdata[i];
    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "id", question->id);
    bearings_json_text_string (&json, "kind", bearings_question_kind_nick (question->kind));
    bearings_json_text_string (&json, "question", question->question);
    bearings_json_text_string (&json, "answer", question->answer);
    bearings_json_text_string (&json, "type", bearings_record_type (question->opens)->name);
    bearings_json_text_string (&json, "record", question->record);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
