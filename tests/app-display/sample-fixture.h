/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample of made-up answers, merged as from another centre. */
#pragma once

#include "bearings-service-sample.h"
#include "bearings-service-sittings.h"

/* The person gave every criterion the most or nothing; a second rater does so of the first. */
static inline void
sample_add_ratings (GString *json, const BearingsItem *item, guint number, int score)
{
  for (guint rater = 0; rater < 2; rater++) {
    g_string_append_printf (json, ",\"%s\":\"rubric:", rater == 0 ? "response" : "second");
    for (guint c = 0; c < item->criteria->len; c++) {
      const BearingsCriterion *criterion = item->criteria->pdata[c];
      const BearingsCriterionPoint *most = criterion->points->pdata[criterion->points->len - 1];
      gboolean full = rater == 0 || c == 0 ? score > 0 : number % 2;

      g_string_append_printf (json, "%s%s=%d", c > 0 ? "," : "", criterion->id,
                              full ? (int) most->score : 0);
    }
    g_string_append_c (json, '"');
  }
}

/* Person @number of the sample: right where it is easy for them. */
static inline void
sample_add (GString *json, const BearingsForm *form, guint number)
{
  g_autofree char *id = g_uuid_string_random ();

  g_string_append_printf (json,
                          "%s{\"id\":\"%s\",\"instrument\":\"%s\",\"instrument_version\":\"%s\","
                          "\"month\":\"2026-11\",\"answers\":[",
                          number > 0 ? "," : "", id, form->instrument->record.id,
                          form->instrument->version);
  for (guint i = 0; i < form->items->len; i++) {
    const BearingsItem *item = form->items->pdata[i];
    int score = (int) ((number * 7 + i * 5) % 13) < (int) (number % 12) - (int) (i % 4) + 2
                  ? (int) bearings_response_item_max_score (item)
                  : 0;

    g_string_append_printf (json, "%s{\"item\":\"%s\",\"score\":%d", i > 0 ? "," : "",
                            item->record.id, score);
    if (item->kind == BEARINGS_ITEM_RUBRIC)
      sample_add_ratings (json, item, number, score);
    g_string_append_c (json, '}');
  }
  g_string_append_printf (json, "],\"scores\":[{\"scale\":\"\",\"theta\":%d,\"se\":0.4}]}",
                          (int) (number % 5) - 2);
}

static inline void
sample_merge (BearingsService *service, const char *instrument, const char *folder, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsForm) form = bearings_service_sittings_get_form (service, instrument, &error);
  g_autofree char *path = g_build_filename (folder, "sample.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) json = g_string_new ("{\"bearings_sample\":1,\"records\":[");
  guint added, known;

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    sample_add (json, form, i);
  g_string_append (json, "]}");
  g_file_set_contents (path, json->str, -1, &error);
  g_assert_no_error (error);
  bearings_service_sample_merge (service, file, &added, &known, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added, ==, n);
}
