/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan: the skills of a role in an order the person can weigh, and how far it holds. */

#include "bearings-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"
#include "bearings-scoring.h"

#define STRENGTH_CHANCE 0.8

const char *
bearings_plan_input_title (BearingsPlanInput input)
{
  switch (input) {
  case BEARINGS_PLAN_POSTINGS:
    return _ ("Named in postings");
  case BEARINGS_PLAN_USE:
    return _ ("Used at work");
  case BEARINGS_PLAN_POSTINGS_GAP:
    return _ ("Named in postings × my gap");
  case BEARINGS_PLAN_USE_GAP:
    return _ ("Used at work × my gap");
  case BEARINGS_PLAN_WISH:
    return _ ("My wish");
  case BEARINGS_N_PLAN_INPUTS:
    break;
  }
  return NULL;
}

const char *
bearings_plan_input_summary (BearingsPlanInput input)
{
  switch (input) {
  case BEARINGS_PLAN_POSTINGS:
    return _ ("How many of the role’s postings name the skill: what employers write, not what they "
              "do");
  case BEARINGS_PLAN_USE:
    return _ ("How many people in the role say they use it, in a survey that was open to all");
  case BEARINGS_PLAN_POSTINGS_GAP:
    return _ ("What postings name, as far as I am below the level I aim for; only for skills I was "
              "assessed in");
  case BEARINGS_PLAN_USE_GAP:
    return _ ("What people use, as far as I am below the level I aim for; only for skills I was "
              "assessed in");
  case BEARINGS_PLAN_WISH:
    return _ ("How much I want to learn it; nobody knows that better");
  case BEARINGS_N_PLAN_INPUTS:
    break;
  }
  return NULL;
}

BearingsPlanSkill *
bearings_plan_skill_new (BearingsSkill *skill)
{
  BearingsPlanSkill *row = g_new0 (BearingsPlanSkill, 1);

  row->skill = bearings_record_ref (skill);
  row->wish = NAN;
  return row;
}

void
bearings_plan_skill_free (BearingsPlanSkill *row)
{
  bearings_record_unref (row->skill);
  g_clear_pointer (&row->posting, bearings_record_unref);
  g_clear_pointer (&row->use, bearings_record_unref);
  g_clear_pointer (&row->result, bearings_result_unref);
  g_free (row->instrument);
  g_free (row);
}

BearingsPlan *
bearings_plan_new (BearingsRole *role)
{
  BearingsPlan *plan = g_new0 (BearingsPlan, 1);

  g_atomic_ref_count_init (&plan->ref_count);
  plan->role = bearings_record_ref (role);
  plan->skills = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_plan_skill_free);
  plan->aim = 2;
  plan->learning = g_ptr_array_new_with_free_func (bearings_record_unref);
  plan->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bearings_record_unref);
  return plan;
}

static gpointer
copy_skill (gconstpointer data, gpointer user_data)
{
  const BearingsPlanSkill *skill = data;
  BearingsPlanSkill *copy = bearings_plan_skill_new (skill->skill);

  copy->posting = skill->posting != NULL ? bearings_record_ref (skill->posting) : NULL;
  copy->use = skill->use != NULL ? bearings_record_ref (skill->use) : NULL;
  copy->result = skill->result != NULL ? bearings_result_ref (skill->result) : NULL;
  copy->wish = skill->wish;
  copy->instrument = g_strdup (skill->instrument);
  return copy;
}

BearingsPlan *
bearings_plan_copy (const BearingsPlan *plan)
{
  BearingsPlan *copy = g_new0 (BearingsPlan, 1);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->role = bearings_record_ref (plan->role);
  copy->skills = g_ptr_array_copy (plan->skills, (GCopyFunc) copy_skill, NULL);
  copy->aim = plan->aim;
  copy->learning = g_ptr_array_ref (plan->learning);
  copy->sources = g_hash_table_ref (plan->sources);
  return copy;
}

BearingsPlan *
bearings_plan_ref (BearingsPlan *plan)
{
  g_atomic_ref_count_inc (&plan->ref_count);
  return plan;
}

void
bearings_plan_unref (BearingsPlan *plan)
{
  if (!g_atomic_ref_count_dec (&plan->ref_count))
    return;
  g_ptr_array_unref (plan->skills);
  g_clear_pointer (&plan->learning, g_ptr_array_unref);
  g_hash_table_unref (plan->sources);
  bearings_record_unref (plan->role);
  g_free (plan);
}

static GPtrArray *
levels_of (const BearingsPlanSkill *skill)
{
  return skill->result != NULL && !isnan (skill->result->theta)
           ? skill->result->form->instrument->levels
           : NULL;
}

const BearingsLevel *
bearings_plan_aim (const BearingsPlan *plan, const BearingsPlanSkill *skill)
{
  GPtrArray *levels = levels_of (skill);

  return levels != NULL && levels->len > 0
           ? g_ptr_array_index (levels, MIN (plan->aim, levels->len - 1))
           : NULL;
}

/* A level as a number: 1.5 is half way from the cut of level 1 to that of level 2. Above the
 * highest and below the lowest cut a level is as wide as its neighbour. */
static double
level_number (GPtrArray *levels, double theta)
{
  guint n = levels->len;
  double width = 1;

  for (guint i = 1; i < n; i++) {
    double low = ((BearingsLevel *) levels->pdata[i])->theta_low;
    double next = i + 1 < n ? ((BearingsLevel *) levels->pdata[i + 1])->theta_low : NAN;

    if (!isnan (next) && next > low)
      width = next - low;
    if (i == 1 && theta < low)
      return MAX (0, 1 - (low - theta) / width);
    if (theta >= low && (isnan (next) || theta < next))
      return i + (isnan (next) ? MIN ((theta - low) / width, 1) : (theta - low) / width);
  }
  return 0;
}

static double
missing_at (const BearingsPlan *plan, GPtrArray *levels, double theta)
{
  guint aim = MIN (plan->aim, levels->len - 1);

  return MAX (0, aim - level_number (levels, theta));
}

double
bearings_plan_levels_missing (const BearingsPlan *plan, const BearingsPlanSkill *skill)
{
  GPtrArray *levels = levels_of (skill);

  return levels != NULL && levels->len > 1 ? missing_at (plan, levels, skill->result->theta) : NAN;
}

static double
share_drawn (gint64 k, gint64 n, double normal)
{
  double yes = (double) k + 0.5;
  double no = (double) (n - k) + 0.5;

  return 1 / (1 + exp (-(log (yes / no) + normal * sqrt (1 / yes + 1 / no))));
}

/* How many standard errors each estimate is away from itself in a draw; NaN: not at all. */
typedef struct {
  double posting, use, level;
} Draw;

static double
share_at (double share, gint64 k, gint64 n, double normal)
{
  return isnan (normal) ? share / 100 : share_drawn (k, n, normal);
}

static double
posting_at (const BearingsPlanSkill *skill, const Draw *drawn)
{
  const BearingsPostingShare *posting = skill->posting;

  return posting != NULL ? share_at (posting->share, posting->k, posting->n, drawn->posting) : NAN;
}

static double
use_at (const BearingsPlanSkill *skill, const Draw *drawn)
{
  const BearingsUseShare *use = skill->use;

  return use != NULL ? share_at (use->share, use->k, use->n, drawn->use) : NAN;
}

static double
gap_at (const BearingsPlan *plan, const BearingsPlanSkill *skill, const Draw *drawn)
{
  GPtrArray *levels = levels_of (skill);

  if (levels == NULL || levels->len < 2)
    return NAN;
  return missing_at (plan, levels,
                     skill->result->theta +
                       (isnan (drawn->level) ? 0 : drawn->level * skill->result->se)) /
         (levels->len - 1);
}

static double
value_at (const BearingsPlan *plan,
          const BearingsPlanSkill *skill,
          BearingsPlanInput input,
          const Draw *drawn)
{
  switch (input) {
  case BEARINGS_PLAN_POSTINGS:
    return posting_at (skill, drawn);
  case BEARINGS_PLAN_USE:
    return use_at (skill, drawn);
  case BEARINGS_PLAN_POSTINGS_GAP:
    return posting_at (skill, drawn) * gap_at (plan, skill, drawn);
  case BEARINGS_PLAN_USE_GAP:
    return use_at (skill, drawn) * gap_at (plan, skill, drawn);
  case BEARINGS_PLAN_WISH:
    return skill->wish;
  case BEARINGS_N_PLAN_INPUTS:
    break;
  }
  return NAN;
}

static const Draw at_estimates = { NAN, NAN, NAN };

double
bearings_plan_value (const BearingsPlan *plan,
                     const BearingsPlanSkill *skill,
                     BearingsPlanInput input)
{
  return value_at (plan, skill, input, &at_estimates);
}

double
bearings_plan_gap (const BearingsPlan *plan, const BearingsPlanSkill *skill)
{
  return gap_at (plan, skill, &at_estimates);
}

/* Box and Muller (1958). */
static double
draw_normal (GRand *random)
{
  double u = 1 - g_rand_double (random);

  return sqrt (-2 * log (u)) * cos (2 * G_PI * g_rand_double (random));
}

static Draw
draw_new (GRand *random)
{
  Draw drawn;

  drawn.posting = draw_normal (random);
  drawn.use = draw_normal (random);
  drawn.level = draw_normal (random);
  return drawn;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

BearingsPlanValue
bearings_plan_value_with_error (const BearingsPlan *plan,
                                const BearingsPlanSkill *skill,
                                BearingsPlanInput input)
{
  BearingsPlanValue found = { bearings_plan_value (plan, skill, input), NAN, NAN };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  if (isnan (found.value))
    return found;
  for (guint d = 0; d < BEARINGS_PLAN_DRAWS; d++) {
    const Draw drawn = draw_new (random);
    double value = value_at (plan, skill, input, &drawn);
    g_array_append_val (values, value);
  }
  g_array_sort (values, compare_doubles);
  found.low = g_array_index (values, double, (guint) (0.025 * BEARINGS_PLAN_DRAWS));
  found.high = g_array_index (values, double, (guint) (0.975 * BEARINGS_PLAN_DRAWS) - 1);
  return found;
}

static double
weighted_mean (const double *values, const double *weights, guint *n_known)
{
  double sum = 0, weight = 0;

  *n_known = 0;
  for (guint i = 0; i < BEARINGS_N_PLAN_INPUTS; i++) {
    if (weights[i] <= 0 || isnan (values[i]))
      continue;
    sum += weights[i] * values[i];
    weight += weights[i];
    (*n_known)++;
  }
  return weight > 0 ? sum / weight : NAN;
}

static gboolean
is_strength (const BearingsPlan *plan, const BearingsPlanSkill *skill)
{
  const BearingsLevel *aim = bearings_plan_aim (plan, skill);

  if (aim == NULL)
    return FALSE;
  return isnan (aim->theta_low) ||
         bearings_scoring_chance_above (skill->result->theta, skill->result->se, aim->theta_low) >=
           STRENGTH_CHANCE;
}

/* What is reached comes after what is to be learnt, unknown scores come last; equal ones stand by
 * title, so that the order does not flicker. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const BearingsPlanRow *x = *(BearingsPlanRow *const *) a;
  const BearingsPlanRow *y = *(BearingsPlanRow *const *) b;

  if (x->strength != y->strength && !isnan (x->score) && !isnan (y->score))
    return x->strength ? 1 : -1;
  if (isnan (x->score) || isnan (y->score)) {
    if (isnan (x->score) != isnan (y->score))
      return isnan (x->score) ? 1 : -1;
  } else if (x->score != y->score) {
    return x->score > y->score ? -1 : 1;
  }
  return g_utf8_collate (x->skill->skill->name, y->skill->skill->name);
}

/* The three highest of @scores, as indices; fewer when there are fewer. */
static guint
find_top (const double *scores, guint n, guint top[3])
{
  guint found = 0;

  for (guint i = 0; i < n; i++) {
    guint at = found;

    if (isnan (scores[i]))
      continue;
    while (at > 0 && scores[i] > scores[top[at - 1]])
      at--;
    if (at == 3)
      continue;
    found = MIN (found + 1, 3);
    for (guint j = found - 1; j > at; j--)
      top[j] = top[j - 1];
    top[at] = i;
  }
  return found;
}

static void
draw (const BearingsPlan *plan, const double *weights, BearingsPlanOrder *order)
{
  guint n = order->rows->len;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree double *scores = g_new (double, n);
  guint same = 0;

  for (guint d = 0; d < BEARINGS_PLAN_DRAWS; d++) {
    guint top[3], n_top;
    gboolean kept = TRUE;

    for (guint i = 0; i < n; i++) {
      const BearingsPlanRow *row = g_ptr_array_index (order->rows, i);
      const Draw drawn = draw_new (random);
      double values[BEARINGS_N_PLAN_INPUTS];
      guint n_known;

      for (guint j = 0; j < BEARINGS_N_PLAN_INPUTS; j++)
        values[j] = weights[j] > 0 ? value_at (plan, row->skill, j, &drawn) : NAN;
      /* What is reached is no candidate for what to learn next. */
      scores[i] = row->strength ? NAN : weighted_mean (values, weights, &n_known);
    }
    n_top = find_top (scores, n, top);
    for (guint i = 0; i < n_top; i++) {
      BearingsPlanRow *row = g_ptr_array_index (order->rows, top[i]);
      row->first += i == 0;
      row->top_three += 1;
      kept &= top[i] == i;
    }
    same += kept;
  }
  for (guint i = 0; i < n; i++) {
    BearingsPlanRow *row = g_ptr_array_index (order->rows, i);
    row->first /= BEARINGS_PLAN_DRAWS;
    row->top_three /= BEARINGS_PLAN_DRAWS;
  }
  order->survives = (double) same / BEARINGS_PLAN_DRAWS;
}

BearingsPlanOrder *
bearings_plan_order (const BearingsPlan *plan, const double *weights)
{
  BearingsPlanOrder *order = g_new0 (BearingsPlanOrder, 1);
  guint n_weighed = 0;

  for (guint i = 0; i < BEARINGS_N_PLAN_INPUTS; i++)
    n_weighed += weights[i] > 0;
  order->rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < plan->skills->len; i++) {
    BearingsPlanRow *row = g_new0 (BearingsPlanRow, 1);
    double values[BEARINGS_N_PLAN_INPUTS];

    row->skill = g_ptr_array_index (plan->skills, i);
    for (guint j = 0; j < BEARINGS_N_PLAN_INPUTS; j++)
      values[j] = bearings_plan_value (plan, row->skill, j);
    row->score = weighted_mean (values, weights, &row->n_known);
    row->n_weighed = n_weighed;
    row->strength = is_strength (plan, row->skill);
    g_ptr_array_add (order->rows, row);
  }
  g_ptr_array_sort (order->rows, compare_rows);
  if (n_weighed > 0)
    draw (plan, weights, order);
  return order;
}

void
bearings_plan_order_free (BearingsPlanOrder *order)
{
  g_ptr_array_unref (order->rows);
  g_free (order);
}

char *
bearings_plan_order_summary (const BearingsPlanOrder *order)
{
  const BearingsPlanRow *first = order->rows->len > 0 ? order->rows->pdata[0] : NULL;
  g_autofree char *kept = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *draws = bearings_format_integer (BEARINGS_PLAN_DRAWS);

  if (first == NULL || isnan (first->score))
    return g_strdup (_ ("Nothing weighs, so there is no order."));
  if (first->strength)
    return g_strdup (_ ("The level aimed for is reached in every skill that is known."));
  kept = bearings_format_integer ((gint64) round (first->first * BEARINGS_PLAN_DRAWS));
  whole = bearings_format_integer ((gint64) round (order->survives * BEARINGS_PLAN_DRAWS));
  /* Translators: skill; two numbers of draws "1,830 of 2,000"; number of draws. */
  return g_strdup_printf (_ ("%s stays first in %s of %s draws from the errors of all inputs; the "
                             "first three keep their order in %s."),
                          first->skill->skill->name, kept, draws, whole);
}

char *
bearings_plan_product_text (const BearingsPlan *plan,
                            const BearingsPlanSkill *skill,
                            BearingsPlanInput input)
{
  BearingsPlanInput factor =
    input == BEARINGS_PLAN_POSTINGS_GAP ? BEARINGS_PLAN_POSTINGS : BEARINGS_PLAN_USE;
  const BearingsPlanValue product = bearings_plan_value_with_error (plan, skill, input);
  double importance = bearings_plan_value (plan, skill, factor);
  double gap = bearings_plan_gap (plan, skill);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (importance))
    return g_strdup (factor == BEARINGS_PLAN_POSTINGS ? _ ("Nobody has counted this")
                                                      : _ ("No survey at hand asked this"));
  if (isnan (gap))
    return g_strdup (_ ("Not assessed: it stands by its importance alone, as if all of it were "
                        "still to be learnt"));
  first = bearings_format_fixed (importance, 2);
  second = bearings_format_fixed (gap, 2);
  value = bearings_format_fixed (product.value, 2);
  low = bearings_format_fixed (product.low, 2);
  high = bearings_format_fixed (product.high, 2);
  /* Translators: importance, gap, their product, limits of its interval. */
  return g_strdup_printf (_ ("%s × %s = %s (95 %% interval %s to %s)"), first, second, value, low,
                          high);
}
