/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small instrument made in memory: 2 scales, 1 practice, 4 self-report, 8 keyed, 1 rubric. */
#pragma once

#include "bearings-sitting.h"

static inline BearingsItem *
fixture_item (const char *id, gint64 position, const char *scale, BearingsItemKind kind, double b)
{
  BearingsItem *item = bearings_record_new (BEARINGS_RECORD_ITEM);

  item->record.id = g_strdup (id);
  item->instrument = g_strdup ("test");
  item->position = position;
  item->scale = g_strdup (scale);
  item->kind = kind;
  item->prompt = g_strdup (id);
  item->seconds = 30;
  if (kind == BEARINGS_ITEM_KEYED)
    for (guint i = 0; i < 4; i++) {
      BearingsItemOption *option = bearings_record_struct_new (&bearings_item_option_type);
      option->id = g_strdup_printf ("%c", 'a' + i);
      option->text = g_strdup (option->id);
      option->key = i == 1 ? BEARINGS_YES : BEARINGS_UNKNOWN;
      g_ptr_array_add (item->options, option);
    }
  if (kind == BEARINGS_ITEM_SELF_REPORT)
    for (gint64 i = 0; i < 5; i++) {
      BearingsItemAnchor *anchor = bearings_record_struct_new (&bearings_item_anchor_type);
      anchor->value = i;
      anchor->text = g_strdup_printf ("anchor %" G_GINT64_FORMAT, i);
      g_ptr_array_add (item->anchors, anchor);
    }
  if (kind == BEARINGS_ITEM_RUBRIC)
    for (guint c = 0; c < 2; c++) {
      BearingsCriterion *criterion = bearings_record_struct_new (&bearings_criterion_type);
      criterion->id = g_strdup_printf ("c%u", c);
      criterion->title = g_strdup (criterion->id);
      for (gint64 s = 0; s < 3; s++) {
        BearingsCriterionPoint *point = bearings_record_struct_new (&bearings_criterion_point_type);
        point->score = s;
        point->text = g_strdup ("point");
        g_ptr_array_add (criterion->points, point);
      }
      g_ptr_array_add (item->criteria, criterion);
    }
  if (kind != BEARINGS_ITEM_SELF_REPORT) {
    item->parameters.model =
      kind == BEARINGS_ITEM_KEYED ? BEARINGS_ITEM_MODEL_RASCH : BEARINGS_ITEM_MODEL_GPCM;
    item->parameters.a = 1;
    item->parameters.origin = BEARINGS_ORIGIN_JUDGEMENT;
    for (guint i = 0; i < (kind == BEARINGS_ITEM_KEYED ? 1 : 4); i++) {
      double step = b + 0.5 * i;
      g_array_append_val (item->parameters.b, step);
    }
  }
  return item;
}

static inline BearingsForm *
fixture_form (void)
{
  g_autoptr (BearingsInstrument) instrument = bearings_record_new (BEARINGS_RECORD_INSTRUMENT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (bearings_record_unref);
  static const char *const scales[] = { "x", "y" };
  static const double cuts[] = { -1, 1 };
  gint64 position = 0;
  BearingsItem *practice;

  instrument->record.id = g_strdup ("test");
  instrument->version = g_strdup ("1.0.0");
  instrument->title = g_strdup ("Test");
  instrument->purpose = g_strdup ("Tests");
  for (guint i = 0; i < 2; i++) {
    BearingsScale *scale = bearings_record_struct_new (&bearings_scale_type);
    scale->id = g_strdup (scales[i]);
    scale->title = g_strdup (scales[i]);
    g_ptr_array_add (instrument->scales, scale);
  }
  for (guint i = 0; i < 3; i++) {
    BearingsLevel *level = bearings_record_struct_new (&bearings_level_type);
    level->id = g_strdup_printf ("level-%u", i);
    level->title = g_strdup (level->id);
    level->summary = g_strdup (level->id);
    if (i > 0)
      level->theta_low = cuts[i - 1];
    g_ptr_array_add (instrument->levels, level);
  }
  practice = fixture_item ("practice", position++, "x", BEARINGS_ITEM_KEYED, 0);
  practice->practice = BEARINGS_YES;
  g_ptr_array_add (items, practice);
  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < 6; i++) {
      BearingsItemKind kind = i < 2 ? BEARINGS_ITEM_SELF_REPORT : BEARINGS_ITEM_KEYED;
      g_autofree char *id = g_strdup_printf ("%s%u", scales[s], i);
      g_ptr_array_add (items, fixture_item (id, position++, scales[s], kind, -1.5 + i * 0.5));
    }
  g_ptr_array_add (items, fixture_item ("task", position++, "y", BEARINGS_ITEM_RUBRIC, 0));
  return bearings_form_new (instrument, items);
}

/* Adds an entry to a log with the next seq. */
static inline void
fixture_log (GPtrArray *log, BearingsEntryKind kind, const char *item, const char *response)
{
  BearingsEntry *entry =
    bearings_entry_new (kind, item, response, kind == BEARINGS_ENTRY_ANSWERED ? 20000 : -1);
  entry->seq = log->len + 1;
  g_ptr_array_add (log, entry);
}

static inline GPtrArray *
fixture_log_new (const BearingsForm *form, BearingsLength length)
{
  GPtrArray *log = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autofree char *plan = bearings_sitting_plan (form, length, 7);

  fixture_log (log, BEARINGS_ENTRY_STARTED, NULL, plan);
  return log;
}
