/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items a sitting holds, and in which order. */

#include "bearings-sitting-plan.h"

#include <math.h>
#include <string.h>

G_DEFINE_QUARK (bearings-sitting-error-quark, bearings_sitting_error)

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

static GPtrArray *
practice_items (const BearingsForm *form)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < form->items->len; i++) {
    BearingsItem *item = g_ptr_array_index (form->items, i);
    if (item->practice == BEARINGS_YES)
      g_ptr_array_add (items, item);
  }
  return items;
}

/* Self-ratings are quick to give but add nothing to the estimate of performance. Where nothing else
 * is asked, all of them are. */
static GPtrArray *
pick_self (const BearingsForm *form, const Budget *budget, GRand *random)
{
  GPtrArray *self = g_ptr_array_new ();

  if (bearings_instrument_levels_are_steps (form->instrument)) {
    g_ptr_array_unref (self);
    return items_of (form, BEARINGS_ITEM_SELF_REPORT, NULL);
  }

  for (guint i = 0; i < form->instrument->scales->len; i++) {
    BearingsScale *scale = g_ptr_array_index (form->instrument->scales, i);
    g_autoptr (GPtrArray) pool = items_of (form, BEARINGS_ITEM_SELF_REPORT, scale->id);
    pick_spread (pool, budget->self_per_scale, random, self);
  }
  while (self->len > 2 && seconds_of (self) > budget->seconds / 4)
    g_ptr_array_remove_index (self, (guint) g_rand_int_range (random, 0, (gint32) self->len));
  return self;
}

static GPtrArray *
pick_rubrics (const BearingsForm *form, const Budget *budget, GRand *random)
{
  g_autoptr (GPtrArray) pool = items_of (form, BEARINGS_ITEM_RUBRIC, NULL);
  GPtrArray *rubrics = g_ptr_array_new ();

  pick_spread (pool, budget->rubrics, random, rubrics);
  return rubrics;
}

GPtrArray *
bearings_sitting_plan_items (const BearingsForm *form, BearingsLength length, guint32 seed)
{
  const Budget *budget = &budgets[length];
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) self = pick_self (form, budget, random);
  g_autoptr (GPtrArray) rubrics = pick_rubrics (form, budget, random);
  g_autoptr (GPtrArray) keyed =
    pick_keyed (form, budget->seconds - seconds_of (self) - seconds_of (rubrics), random);
  GPtrArray *plan = practice_items (form);

  append_all (plan, self);
  append_all (plan, keyed);
  append_all (plan, rubrics);
  return plan;
}

static void
append_ids (GString *text, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((BearingsItem *) g_ptr_array_index (items, i))->record.id);
}

char *
bearings_sitting_plan (const BearingsForm *form, BearingsLength length, guint32 seed)
{
  g_autoptr (GPtrArray) items = bearings_sitting_plan_items (form, length, seed);
  GString *text = g_string_new ("items:");

  append_ids (text, items);
  return g_string_free_and_steal (text);
}

/* The error at which a reliability of .90 is reached, the usual demand of decisions about a single
 * person (Nunnally 1978): sqrt (1 - .90), since the prior's variance is 1. */
#define ADAPTIVE_SE 0.316

char *
bearings_sitting_plan_adaptive (const BearingsForm *form, BearingsLength length, guint32 seed)
{
  const Budget *budget = &budgets[length];
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) self = pick_self (form, budget, random);
  g_autoptr (GPtrArray) rubrics = pick_rubrics (form, budget, random);
  g_autoptr (GPtrArray) head = practice_items (form);
  double seconds = budget->seconds - seconds_of (self) - seconds_of (rubrics);
  char se[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text = g_string_new (NULL);

  append_all (head, self);
  g_string_append_printf (text, "adaptive:seed=%u,seconds=%.0f,se=%s;head:", seed, seconds,
                          g_ascii_formatd (se, sizeof se, "%.3f", ADAPTIVE_SE));
  append_ids (text, head);
  g_string_append (text, ";tail:");
  append_ids (text, rubrics);
  return g_string_free_and_steal (text);
}

gboolean
bearings_sitting_plan_can_adapt (const BearingsForm *form)
{
  g_autoptr (GPtrArray) all = items_of (form, BEARINGS_ITEM_KEYED, NULL);
  g_autoptr (GPtrArray) longest = bearings_sitting_plan_items (form, BEARINGS_LENGTH_SHORT, 1);
  guint keyed = 0;

  for (guint i = 0; i < longest->len; i++)
    keyed += ((BearingsItem *) longest->pdata[i])->kind == BEARINGS_ITEM_KEYED;
  return all->len >= 2 * keyed && keyed > 0;
}

double
bearings_sitting_plan_expected_minutes (const BearingsForm *form, BearingsLength length)
{
  g_autoptr (GPtrArray) items = bearings_sitting_plan_items (form, length, 1);

  return seconds_of (items) / 60;
}

static gboolean
parse_items (const BearingsForm *form, const char *ids_text, GPtrArray *items, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (ids_text, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++) {
    BearingsItem *item = ids[i][0] != '\0' ? bearings_form_get_item (form, ids[i]) : NULL;
    if (item == NULL) {
      g_set_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_UNKNOWN_ITEM,
                   "the instrument %s %s has no item \"%s\"", form->instrument->record.id,
                   form->instrument->version, ids[i]);
      return FALSE;
    }
    g_ptr_array_add (items, item);
  }
  return TRUE;
}

/* "seed=7,seconds=412,se=0.316" */
static gboolean
parse_rules (const char *text, BearingsSittingPlan *plan)
{
  g_auto (GStrv) rules = g_strsplit (text, ",", -1);
  guint known = 0;

  for (guint i = 0; rules[i] != NULL; i++) {
    const char *value = strchr (rules[i], '=');
    char *end = NULL;
    double number = value != NULL ? g_ascii_strtod (value + 1, &end) : 0;

    if (end == NULL || end == value + 1 || *end != '\0' || !isfinite (number) || number < 0)
      return FALSE;
    if (g_str_has_prefix (rules[i], "seed=") && number <= G_MAXUINT32)
      plan->seed = (guint32) number;
    else if (g_str_has_prefix (rules[i], "seconds="))
      plan->seconds = number;
    else if (g_str_has_prefix (rules[i], "se="))
      plan->se = number;
    else
      return FALSE;
    known++;
  }
  return known == 3;
}

static gboolean
no_plan (GError **error)
{
  g_set_error (error, BEARINGS_SITTING_ERROR, BEARINGS_SITTING_ERROR_NO_PLAN,
               "the log does not begin with the plan of a sitting");
  return FALSE;
}

static gboolean
parse_adaptive (const BearingsForm *form,
                const char *text,
                BearingsSittingPlan *plan,
                GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  if (g_strv_length (parts) != 3 || !parse_rules (parts[0], plan) ||
      !g_str_has_prefix (parts[1], "head:") || !g_str_has_prefix (parts[2], "tail:"))
    return no_plan (error);
  plan->selection = BEARINGS_SELECTION_ADAPTIVE;
  return (parts[1][5] == '\0' || parse_items (form, parts[1] + 5, plan->head, error)) &&
         (parts[2][5] == '\0' || parse_items (form, parts[2] + 5, plan->tail, error));
}

BearingsSittingPlan *
bearings_sitting_plan_parse (const BearingsForm *form, const char *text, GError **error)
{
  g_autoptr (BearingsSittingPlan) plan = g_atomic_rc_box_new0 (BearingsSittingPlan);
  gboolean read;

  plan->selection = BEARINGS_SELECTION_FIXED;
  plan->head = g_ptr_array_new ();
  plan->tail = g_ptr_array_new ();
  if (text != NULL && g_str_has_prefix (text, "items:"))
    read = parse_items (form, text + strlen ("items:"), plan->head, error);
  else if (text != NULL && g_str_has_prefix (text, "adaptive:"))
    read = parse_adaptive (form, text + strlen ("adaptive:"), plan, error);
  else
    read = no_plan (error);
  return read ? g_steal_pointer (&plan) : NULL;
}

BearingsSittingPlan *
bearings_sitting_plan_ref (BearingsSittingPlan *plan)
{
  return g_atomic_rc_box_acquire (plan);
}

static void
plan_clear (gpointer data)
{
  BearingsSittingPlan *plan = data;

  g_ptr_array_unref (plan->head);
  g_ptr_array_unref (plan->tail);
}

void
bearings_sitting_plan_unref (BearingsSittingPlan *plan)
{
  g_atomic_rc_box_release_full (plan, plan_clear);
}
