/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An earlier sitting scored with another version of its instrument. */

#include "bearings-rescore.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add (GPtrArray *log, BearingsEntryKind kind, const char *item, const char *text, gint64 ms)
{
  BearingsEntry *entry = bearings_entry_new (kind, item, text, ms);

  entry->seq = log->len + 1;
  g_ptr_array_add (log, entry);
}

static void
add_answers (const BearingsSitting *sitting, const BearingsForm *form, GPtrArray *log)
{
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
    const char *id = row->item->record.id;
    g_autofree char *text = NULL;

    if (bearings_form_get_item (form, id) == NULL)
      continue;
    if (row->response != NULL) {
      text = bearings_response_to_string (row->response);
      add (log, BEARINGS_ENTRY_ANSWERED, id, text, row->duration_ms);
    } else if (row->skipped) {
      add (log, BEARINGS_ENTRY_SKIPPED, id, NULL, row->duration_ms);
    }
  }
}

BearingsSitting *
bearings_rescore_sitting_transfer (const BearingsSitting *sitting, BearingsForm *form)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autoptr (GString) plan = g_string_new ("items:");
  const char *separator = "";
  GHashTableIter iter;
  gpointer name, value;

  for (guint i = 0; i < sitting->items->len; i++) {
    const char *id = ((BearingsSittingItem *) sitting->items->pdata[i])->item->record.id;
    if (bearings_form_get_item (form, id) != NULL) {
      g_string_append_printf (plan, "%s%s", separator, id);
      separator = " ";
    }
  }
  if (*separator == '\0')
    return NULL;
  add (log, BEARINGS_ENTRY_STARTED, NULL, plan->str, -1);
  g_hash_table_iter_init (&iter, sitting->facts);
  while (g_hash_table_iter_next (&iter, &name, &value))
    add (log, BEARINGS_ENTRY_FACT, name, value, -1);
  add_answers (sitting, form, log);
  add (log, BEARINGS_ENTRY_FINISHED, NULL, NULL, -1);
  return bearings_sitting_replay (form, log, NULL); /* NULL: the two have nothing in common */
}

static gboolean
same_key (const BearingsItem *a, const BearingsItem *b)
{
  if (a->options->len != b->options->len)
    return FALSE;
  for (guint i = 0; i < a->options->len; i++) {
    const BearingsItemOption *x = g_ptr_array_index (a->options, i);
    const BearingsItemOption *y = g_ptr_array_index (b->options, i);
    if (!g_str_equal (x->id, y->id) || (x->key == BEARINGS_YES) != (y->key == BEARINGS_YES))
      return FALSE;
  }
  return TRUE;
}

static gboolean
same_words (const BearingsItem *a, const BearingsItem *b)
{
  gboolean same = g_str_equal (a->prompt, b->prompt) && g_strcmp0 (a->code, b->code) == 0 &&
                  a->options->len == b->options->len && a->anchors->len == b->anchors->len;

  for (guint i = 0; same && i < a->options->len; i++)
    same = g_str_equal (((BearingsItemOption *) a->options->pdata[i])->text,
                        ((BearingsItemOption *) b->options->pdata[i])->text);
  for (guint i = 0; same && i < a->anchors->len; i++)
    same = g_str_equal (((BearingsItemAnchor *) a->anchors->pdata[i])->text,
                        ((BearingsItemAnchor *) b->anchors->pdata[i])->text);
  return same;
}

static gboolean
same_number (double a, double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

static gboolean
same_parameters (const BearingsItemParameters *a, const BearingsItemParameters *b)
{
  gboolean same = a->model == b->model && a->b->len == b->b->len && same_number (a->a, b->a) &&
                  same_number (a->c, b->c);

  for (guint i = 0; same && i < a->b->len; i++)
    same = same_number (g_array_index (a->b, double, i), g_array_index (b->b, double, i));
  return same;
}

typedef struct {
  guint gone, keys, words, parameters, calibrated;
} ItemChanges;

static ItemChanges
compare_items (const BearingsResult *then, const BearingsResult *now)
{
  ItemChanges changes = { 0 };

  for (guint i = 0; i < then->sitting->items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (then->sitting->items, i);
    const BearingsItem *item;

    if (row->response == NULL || row->item->practice == BEARINGS_YES)
      continue;
    item = bearings_form_get_item (now->form, row->item->record.id);
    if (item == NULL) {
      changes.gone++;
      continue;
    }
    changes.keys += !same_key (row->item, item);
    changes.words += !same_words (row->item, item);
    if (!same_parameters (&row->item->parameters, &item->parameters)) {
      changes.parameters++;
      changes.calibrated += item->parameters.origin == BEARINGS_ORIGIN_CALIBRATED &&
                            row->item->parameters.origin != BEARINGS_ORIGIN_CALIBRATED;
    }
  }
  return changes;
}

static void
tell_items (GPtrArray *told, const ItemChanges *changes)
{
  if (changes->gone > 0)
    g_ptr_array_add (told, g_strdup_printf (ngettext ("%u item answered then is no longer part of "
                                                      "the instrument and is left out now.",
                                                      "%u items answered then are no longer part "
                                                      "of the instrument and are left out now.",
                                                      changes->gone),
                                            changes->gone));
  if (changes->keys > 0)
    g_ptr_array_add (
      told, g_strdup_printf (ngettext ("The options or the right answer of %u item changed.",
                                       "The options or the right answer of %u items "
                                       "changed.",
                                       changes->keys),
                             changes->keys));
  if (changes->words > 0)
    g_ptr_array_add (
      told,
      g_strdup_printf (ngettext ("The wording of %u item changed; the answer was given to the "
                                 "old wording.",
                                 "The wording of %u items changed; the answers were given to "
                                 "the old wording.",
                                 changes->words),
                       changes->words));
  if (changes->parameters > 0)
    g_ptr_array_add (told, g_strdup_printf (ngettext ("The difficulty of %u item was revised.",
                                                      "The difficulty of %u items was revised.",
                                                      changes->parameters),
                                            changes->parameters));
  if (changes->calibrated > 0)
    g_ptr_array_add (
      told,
      g_strdup_printf (ngettext ("Of these, %u was a judgement and is now estimated from answers.",
                                 "Of these, %u were judgements and are now estimated from answers.",
                                 changes->calibrated),
                       changes->calibrated));
}

static gboolean
same_levels (const BearingsInstrument *a, const BearingsInstrument *b)
{
  gboolean same = a->levels->len == b->levels->len;

  for (guint i = 0; same && i < a->levels->len; i++) {
    const BearingsLevel *x = g_ptr_array_index (a->levels, i);
    const BearingsLevel *y = g_ptr_array_index (b->levels, i);
    same = g_str_equal (x->id, y->id) && same_number (x->theta_low, y->theta_low);
  }
  return same;
}

static const BearingsPlacement *
find_placement (const BearingsResult *result, const char *sample)
{
  for (guint i = 0; i < result->placements->len; i++) {
    const BearingsPlacement *placement = g_ptr_array_index (result->placements, i);
    if (g_str_equal (placement->sample->record.id, sample))
      return placement;
  }
  return NULL;
}

static void
tell_placements (GPtrArray *told, const BearingsResult *then, const BearingsResult *now)
{
  for (guint i = 0; i < then->placements->len; i++) {
    const BearingsPlacement *old = g_ptr_array_index (then->placements, i);
    const BearingsPlacement *new = find_placement (now, old->sample->record.id);

    if (new == NULL)
      /* Translators: name of a reference sample. */
      g_ptr_array_add (told, g_strdup_printf (_ ("The reference sample “%s” is no longer there."),
                                              old->sample->title));
    else if (!bearings_record_equal (old->table, new->table) ||
             !bearings_record_equal (old->sample, new->sample))
      g_ptr_array_add (
        told, g_strdup_printf (_ ("The reference sample “%s” was updated."), old->sample->title));
  }
  for (guint i = 0; i < now->placements->len; i++) {
    const BearingsPlacement *new = g_ptr_array_index (now->placements, i);
    if (find_placement (then, new->sample->record.id) == NULL)
      g_ptr_array_add (
        told, g_strdup_printf (_ ("The reference sample “%s” is new."), new->sample->title));
  }
}

BearingsRescore *
bearings_rescore_new (BearingsResult *then, BearingsResult *now)
{
  BearingsRescore *rescore = g_new0 (BearingsRescore, 1);
  const BearingsInstrument *before = then->form->instrument;
  const BearingsInstrument *after = now->form->instrument;
  ItemChanges changes = compare_items (then, now);

  rescore->then = then;
  rescore->now = now;
  rescore->differences = g_ptr_array_new_with_free_func (g_free);
  if (!g_str_equal (before->version, after->version))
    g_ptr_array_add (rescore->differences,
                     /* Translators: two version numbers. */
                     g_strdup_printf (_ ("The instrument was version %s then and is %s now."),
                                      before->version, after->version));
  tell_items (rescore->differences, &changes);
  if (!same_levels (before, after))
    g_ptr_array_add (rescore->differences,
                     g_strdup (_ ("The cut scores between the levels were moved.")));
  tell_placements (rescore->differences, then, now);
  return rescore;
}

void
bearings_rescore_free (BearingsRescore *rescore)
{
  bearings_result_unref (rescore->then);
  bearings_result_unref (rescore->now);
  g_ptr_array_unref (rescore->differences);
  g_free (rescore);
}
