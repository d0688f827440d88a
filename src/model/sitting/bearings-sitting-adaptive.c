/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which item an adaptive sitting asks next. */

#include "bearings-sitting-adaptive.h"

#include "bearings-scoring-item.h"
#include "psy-adaptive.h"

/* Even before the error is reached everybody answers this many of each scale, for the profile. */
#define LEAST_PER_SCALE 2
#define RANDOMESQUE 3

/* The keyed items of a form that have parameters, as a bank. */
typedef struct {
  GPtrArray *items; /* BearingsItem, not owned */
  PsyItem *parameters;
  uint8_t *scales;
  double shares[PSY_MAX_SCALES];
  guint n_scales;
} Bank;

static void
bank_clear (Bank *bank)
{
  g_ptr_array_unref (bank->items);
  g_free (bank->parameters);
  g_free (bank->scales);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bank, bank_clear)

static guint
scale_index (const BearingsForm *form, const char *id)
{
  GPtrArray *scales = form->instrument->scales;

  for (guint i = 0; i < scales->len && i < PSY_MAX_SCALES; i++)
    if (g_str_equal (((BearingsScale *) scales->pdata[i])->id, id))
      return i;
  return 0;
}

static void
bank_init (Bank *bank, const BearingsForm *form)
{
  *bank = (Bank) {
    .items = g_ptr_array_new (),
    .parameters = g_new0 (PsyItem, form->items->len),
    .scales = g_new0 (uint8_t, form->items->len),
    .n_scales = CLAMP (form->instrument->scales->len, 1, PSY_MAX_SCALES),
  };
  for (guint i = 0; i < form->items->len; i++) {
    BearingsItem *item = g_ptr_array_index (form->items, i);
    guint at = bank->items->len;

    if (item->kind != BEARINGS_ITEM_KEYED ||
        !bearings_scoring_item_make (item, NULL, &bank->parameters[at]))
      continue;
    bank->scales[at] = (uint8_t) scale_index (form, item->scale);
    bank->shares[bank->scales[at]] = 1;
    g_ptr_array_add (bank->items, item);
  }
}

static const BearingsSittingItem *
find (const BearingsSitting *sitting, const BearingsItem *item)
{
  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
    if (row->item == item)
      return row;
  }
  return NULL;
}

double
bearings_sitting_adaptive_seconds_left (const BearingsSitting *sitting)
{
  double left = sitting->plan->seconds;

  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
    if (row->item->kind == BEARINGS_ITEM_KEYED && row->item->practice != BEARINGS_YES)
      left -= (double) row->item->seconds;
  }
  return left;
}

double
bearings_sitting_adaptive_mean_seconds (const BearingsForm *form)
{
  double seconds = 0;
  guint n = 0;

  for (guint i = 0; i < form->items->len; i++) {
    const BearingsItem *item = g_ptr_array_index (form->items, i);
    if (item->kind == BEARINGS_ITEM_KEYED && item->practice != BEARINGS_YES) {
      seconds += (double) item->seconds;
      n++;
    }
  }
  return n > 0 ? seconds / n : 0;
}

/* The answers in the order they were asked; what is too long for the time left is used up. */
static gboolean
take_answers (const BearingsSitting *sitting, const Bank *bank, PsyAdaptiveTest *test)
{
  double left = bearings_sitting_adaptive_seconds_left (sitting);

  for (guint i = 0; i < sitting->items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
    double points = bearings_response_score (row->response, row->item);
    guint at;

    if (g_ptr_array_find (bank->items, row->item, &at) &&
        psy_adaptive_answer (test, at, points >= 0 ? (int8_t) points : PSY_MISSING) != PSY_OK)
      return FALSE;
  }
  for (guint i = 0; i < bank->items->len; i++) {
    const BearingsItem *item = g_ptr_array_index (bank->items, i);
    if ((double) item->seconds > left && find (sitting, item) == NULL &&
        psy_adaptive_answer (test, i, PSY_MISSING) != PSY_OK)
      return FALSE;
  }
  return TRUE;
}

BearingsItem *
bearings_sitting_adaptive_next (const BearingsSitting *sitting)
{
  const BearingsSittingPlan *plan = sitting->plan;
  g_auto (Bank) bank = { 0 };
  double nodes[PSY_N_NODES], weights[PSY_N_NODES];
  const PsyQuadrature prior = { nodes, weights, PSY_N_NODES };
  PsyAdaptive rules;
  PsyAdaptiveTest test;
  g_autoptr (GRand) random = NULL;
  g_autofree guint8 *work = NULL;
  guint n_asked = 0;
  gsize work_size, next;
  double draw = 0;

  bank_init (&bank, sitting->form);
  if (bank.items->len == 0 ||
      psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights) != PSY_OK)
    return NULL;
  rules = (PsyAdaptive) {
    .items = bank.parameters,
    .n_items = bank.items->len,
    .criterion = PSY_CRITERION_POSTERIOR_INFORMATION,
    .estimator = PSY_ESTIMATOR_EAP,
    .quadrature = &prior,
    .sd = 1,
    .bounds = { -6, 6 },
    .randomesque = MIN (RANDOMESQUE, bank.items->len),
    .scales = bank.scales,
    .shares = bank.shares,
    .n_scales = bank.n_scales,
    .min_items = MIN (LEAST_PER_SCALE * bank.n_scales, bank.items->len),
    .se = plan->se,
  };
  work_size = psy_adaptive_workspace_size (&rules);
  work = g_malloc (work_size);
  if (psy_adaptive_begin (&test, &rules, work, work_size) != PSY_OK ||
      !take_answers (sitting, &bank, &test) || psy_adaptive_stop (&test, 0) != PSY_STOP_NOT)
    return NULL;
  /* One draw for each item asked: replaying gives the same, going on does not repeat. */
  random = g_rand_new_with_seed (plan->seed);
  for (guint i = 0; i < sitting->items->len; i++)
    n_asked +=
      g_ptr_array_find (bank.items, ((BearingsSittingItem *) sitting->items->pdata[i])->item, NULL);
  for (guint i = 0; i <= n_asked; i++)
    draw = g_rand_double (random);
  return psy_adaptive_next (&test, draw, &next) == PSY_OK ? g_ptr_array_index (bank.items, next)
                                                          : NULL;
}

GPtrArray *
bearings_sitting_adaptive_example (BearingsForm *form, BearingsLength length)
{
  g_autoptr (GPtrArray) log = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autofree char *plan = bearings_sitting_plan_adaptive (form, length, 1);
  g_autoptr (BearingsSitting) sitting = NULL;
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (log, bearings_entry_new (BEARINGS_ENTRY_STARTED, NULL, plan, -1));
  sitting = bearings_sitting_replay (form, log, NULL); /* a log of our own making */
  /* Right and wrong by turns keeps near the middle. */
  for (guint i = 0, n = 0; sitting != NULL && i < sitting->items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (sitting->items, i);
    g_autoptr (BearingsSitting) next = NULL;
    g_autoptr (BearingsEntry) entry = NULL;
    g_autofree char *answer = NULL;

    g_ptr_array_add (items, row->item);
    if (row->item->kind != BEARINGS_ITEM_KEYED || row->item->practice == BEARINGS_YES)
      continue;
    answer =
      n++ % 2 == 0 ? bearings_response_item_right_answer (row->item) : g_strdup ("dont-know");
    entry = bearings_entry_new (BEARINGS_ENTRY_ANSWERED, row->item->record.id, answer, -1);
    next = bearings_sitting_apply (sitting, entry, NULL); /* likewise */
    if (next == NULL)
      break;
    bearings_sitting_unref (sitting);
    sitting = g_steal_pointer (&next);
  }
  return items;
}
