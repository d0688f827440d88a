/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument with its items, and how much of it a sitting asks. */

#include "bearings-form.h"

static int
compare_position (gconstpointer a, gconstpointer b)
{
  const BearingsItem *x = *(BearingsItem *const *) a;
  const BearingsItem *y = *(BearingsItem *const *) b;

  return x->position < y->position ? -1 : x->position > y->position;
}

BearingsForm *
bearings_form_new (BearingsInstrument *instrument, GPtrArray *items)
{
  BearingsForm *form = g_new0 (BearingsForm, 1);

  g_atomic_ref_count_init (&form->ref_count);
  form->instrument = bearings_record_ref (instrument);
  form->items = g_ptr_array_new_with_free_func (bearings_record_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (form->items, bearings_record_ref (g_ptr_array_index (items, i)));
  g_ptr_array_sort (form->items, compare_position);
  return form;
}

BearingsForm *
bearings_form_ref (BearingsForm *form)
{
  g_atomic_ref_count_inc (&form->ref_count);
  return form;
}

void
bearings_form_unref (BearingsForm *form)
{
  if (!g_atomic_ref_count_dec (&form->ref_count))
    return;
  g_ptr_array_unref (form->items);
  bearings_record_unref (form->instrument);
  g_free (form);
}

BearingsItem *
bearings_form_get_item (const BearingsForm *form, const char *item_id)
{
  for (guint i = 0; i < form->items->len; i++) {
    BearingsItem *item = g_ptr_array_index (form->items, i);
    if (g_str_equal (item->record.id, item_id))
      return item;
  }
  return NULL;
}

const BearingsScale *
bearings_form_get_scale (const BearingsForm *form, const char *scale_id)
{
  for (guint i = 0; i < form->instrument->scales->len; i++) {
    BearingsScale *scale = g_ptr_array_index (form->instrument->scales, i);
    if (g_str_equal (scale->id, scale_id))
      return scale;
  }
  return NULL;
}
