/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers as JSON, for programs. */

#include "bearings-questions-json.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

char *
bearings_questions_to_json (const GPtrArray *questions)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (json);
  for (guint i = 0; i < questions->len; i++) {
    const BearingsQuestion *question = questions->pdata[i];
    json_builder_begin_object (json);
    add_text (json, "id", question->id);
    add_text (json, "kind", bearings_question_kind_nick (question->kind));
    add_text (json, "question", question->question);
    add_text (json, "answer", question->answer);
    add_text (json, "type", bearings_record_type (question->opens)->name);
    add_text (json, "record", question->record);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  root = json_builder_get_root (json);
  return json_to_string (root, TRUE);
}
