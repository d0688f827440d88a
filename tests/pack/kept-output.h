/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of outputs share. */
#pragma once

#include <json-glib/json-glib.h>
#include <math.h>

#include "../kept-text.h"
#include "bearings-claims.h"

/* Takes an output. */
static inline void
keep_output (GString *out, const char *title, char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = json_to_string (root, TRUE);
  g_string_append_printf (out, "%s\n%s\n", title, text);
  g_free (json);
}

static inline BearingsClaim *
claim_new (const char *id, double value)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup (id);
  claim->statement = g_strdup_printf ("Pay differs (%s)", id);
  claim->channel = BEARINGS_CHANNEL_PAY;
  claim->design = BEARINGS_DESIGN_SURVEY;
  claim->direction = BEARINGS_DIRECTION_FAVOURS;
  claim->source = g_strdup ("src");
  claim->data_year = g_strdup ("2023");
  claim->finding.metric = g_strdup ("difference in median pay");
  claim->finding.unit = g_strdup ("USD per year");
  claim->finding.value = value;
  claim->finding.low = value - 2;
  claim->finding.high = value + 2;
  claim->finding.level = 95;
  claim->finding.se = 1;
  claim->finding.interval = BEARINGS_INTERVAL_SOURCE;
  claim->finding.count = 12;
  claim->finding.total = 34;
  claim->finding.total_unit = g_strdup ("people");
  claim->finding.referent = g_strdup ("of people in 2023");
  return claim;
}

static inline BearingsSource *
source_new (void)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup ("src");
  source->csl_type = g_strdup ("article-journal");
  source->title = g_strdup ("A survey");
  g_ptr_array_add (source->authors, g_strdup ("Counter, Ann"));
  g_ptr_array_add (source->authors, g_strdup ("Bureau of Counts"));
  source->container = g_strdup ("A journal");
  source->publisher = g_strdup ("A publisher");
  source->volume = g_strdup ("3");
  source->issue = g_strdup ("2");
  source->pages = g_strdup ("1-9");
  source->issued = g_strdup ("2023-04");
  source->accessed = g_strdup ("2024-05-06");
  source->doi = g_strdup ("10.1000/1");
  source->url = g_strdup ("https://example.org/1");
  return source;
}
