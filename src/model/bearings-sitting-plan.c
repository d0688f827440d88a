/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items a sitting holds, and in which order. */

#include "bearings-sitting-plan.h"

#include <string.h>

/* What a length buys. Self-report and rubric items are few, since their score weighs apart;
 * the seconds left go to keyed items. */
typedef struct {
  double seconds;
  guint self_per_scale;
  guint rubrics;
} Budget;

static const Budget budgets[] = {
  [BEARINGS_LENGTH_SHORT] = { 5 * 60, 1, 0 },
  [BEARINGS_LENGTH_MIDDLE] = { 10 * 60, 1, 1 },
  [BEARINGS_LENGTH_LONG] = { 15 * 60, 2, 2 },
  [BEARINGS_LENGTH_ALL] = { G_MAXINT, G_MAXUINT, G_MAXUINT },
};

static double
difficulty (const BearingsItem *item)
{
  double sum = 0;

  for (guint i = 0; i < item->parameters.b->len; i++)
    sum += g_array_index (item->parameters.b, double, i);
  return item->parameters.b->len > 0 ? sum / item->parameters.b->len : 0;
}

static int
compare_difficulty (gconstpointer a, gconstpointer b)
{
  const BearingsItem *x = *(BearingsItem *const *) a;
  const BearingsItem *y = *(BearingsItem *const *) b;
  double dx = difficulty (x);
  double dy = difficulty (y);

  return dx < dy ? -1 : dx > dy ? 1 : strcmp (x->record.id, y->record.id);
}

/* Items of a kind on a scale (NULL: on any), easiest first. */
static GPtrArray *
items_of (const BearingsForm *form, BearingsItemKind kind, const char *scale)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < form->items->len; i++) {
    BearingsItem *item = g_ptr_array_index (form->items, i);
    if (item->kind == (int) kind && item->practice != BEARINGS_YES &&
        (scale == NULL || g_str_equal (item->scale, scale)))
      g_ptr_array_add (items, item);
  }
  g_ptr_array_sort (items, compare_difficulty);
  return items;
}

/* One item from each of @n equal strata of difficulty. */
static void
pick_spread (GPtrArray *from, guint n, GRand *random, GPtrArray *to)
{
  n = MIN (n, from->len);
  for (guint i = 0; i < n; i++) {
    guint low = i * from->len / n;
    guint high = (i + 1) * from->len / n;
    guint at =
      high - low > 1 ? (guint) g_rand_int_range (random, (gint32) low, (gint32) high) : low;
    g_ptr_array_add (to, g_ptr_array_index (from, at));
  }
}

static double
seconds_of (GPtrArray *items)
{
  double seconds = 0;

  for (guint i = 0; i < items->len; i++)
    seconds += (double) ((BearingsItem *) g_ptr_array_index (items, i))->seconds;
  return seconds;
}

static void
append_all (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (from, i));
}

/* As many keyed items on every scale as the seconds allow, each scale in turn getting one more. */
static GPtrArray *
pick_keyed (const BearingsForm *form, double seconds, GRand *random)
{
  guint n_scales = form->instrument->scales->len;
  g_autofree guint *count = g_new0 (guint, n_scales);
  g_autoptr (GPtrArray) pools = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *picked = g_ptr_array_new ();
  double left = seconds;
  gboolean grew = TRUE;

  for (guint i = 0; i < n_scales; i++) {
    BearingsScale *scale = g_ptr_array_index (form->instrument->scales, i);
    g_ptr_array_add (pools, items_of (form, BEARINGS_ITEM_KEYED, scale->id));
  }
  while (grew) {
    grew = FALSE;
    for (guint i = 0; i < n_scales; i++) {
      GPtrArray *pool = g_ptr_array_index (pools, i);
      double mean = pool->len > 0 ? seconds_of (pool) / pool->len : 0;
      if (count[i] < pool->len && left >= mean) {
        count[i]++;
        left -= mean;
        grew = TRUE;
      }
    }
  }
  for (guint i = 0; i < n_scales; i++)
    pick_spread (g_ptr_array_index (pools, i), count[i], random, picked);
  /* Easy ones first, so that nobody meets a wall at the start. */
  g_ptr_array_sort (picked, compare_difficulty);
  while (picked->len > n_scales && seconds_of (picked) > seconds)
    g_ptr_array_remove_index (picked, picked->len / 2);
  return picked;
}

GPtrArray *
bearings_sitting_plan_items (const BearingsForm *form, BearingsLength length, guint32 seed)
{
  const Budget *budget = &budgets[length];
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) self = g_ptr_array_new ();
  g_autoptr (GPtrArray) rubric_pool = items_of (form, BEARINGS_ITEM_RUBRIC, NULL);
  g_autoptr (GPtrArray) rubrics = g_ptr_array_new ();
  g_autoptr (GPtrArray) keyed = NULL;
  GPtrArray *plan = g_ptr_array_new ();

  for (guint i = 0; i < form->instrument->scales->len; i++) {
    BearingsScale *scale = g_ptr_array_index (form->instrument->scales, i);
    g_autoptr (GPtrArray) pool = items_of (form, BEARINGS_ITEM_SELF_REPORT, scale->id);
    pick_spread (pool, budget->self_per_scale, random, self);
  }
  /* Self-ratings are quick to give but add nothing to the estimate of performance. */
  while (self->len > 2 && seconds_of (self) > budget->seconds / 4)
    g_ptr_array_remove_index (self, (guint) g_rand_int_range (random, 0, (gint32) self->len));
  pick_spread (rubric_pool, budget->rubrics, random, rubrics);
  keyed = pick_keyed (form, budget->seconds - seconds_of (self) - seconds_of (rubrics), random);

  for (guint i = 0; i < form->items->len; i++) {
    BearingsItem *item = g_ptr_array_index (form->items, i);
    if (item->practice == BEARINGS_YES)
      g_ptr_array_add (plan, item);
  }
  append_all (plan, self);
  append_all (plan, keyed);
  append_all (plan, rubrics);
  return plan;
}

char *
bearings_sitting_plan (const BearingsForm *form, BearingsLength length, guint32 seed)
{
  g_autoptr (GPtrArray) items = bearings_sitting_plan_items (form, length, seed);
  GString *text = g_string_new ("items:");

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((BearingsItem *) g_ptr_array_index (items, i))->record.id);
  return g_string_free_and_steal (text);
}

double
bearings_sitting_expected_minutes (const BearingsForm *form, BearingsLength length)
{
  g_autoptr (GPtrArray) items = bearings_sitting_plan_items (form, length, 1);

  return seconds_of (items) / 60;
}

GPtrArray *
bearings_sitting_plan_parse (const BearingsForm *form, const char *text, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_auto (GStrv) ids = NULL;

  if (text == NULL || !g_str_has_prefix (text, "items:")) {
    g_set_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_NO_PLAN,
                 "the log does not begin with the plan of a sitting");
    return NULL;
  }
  ids = g_strsplit (text + strlen ("items:"), " ", -1);
  for (guint i = 0; ids[i] != NULL; i++) {
    BearingsItem *item = ids[i][0] != '\0' ? bearings_form_get_item (form, ids[i]) : NULL;
    if (item == NULL) {
      g_set_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_UNKNOWN_ITEM,
                   "the instrument %s %s has no item \"%s\"", form->instrument->record.id,
                   form->instrument->version, ids[i]);
      return NULL;
    }
    g_ptr_array_add (items, item);
  }
  return g_steal_pointer (&items);
}
