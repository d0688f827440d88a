/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A learning plan: the skills of a role in an order the person can weigh, and how far it holds. */
#pragma once

#include "bearings-occupation.h"
#include "bearings-result.h"

G_BEGIN_DECLS

/* What may weigh in the order. Each is a number from 0 to 1 with its own error. */
typedef enum {
  BEARINGS_PLAN_POSTINGS,     /* share of the role's postings that name the skill */
  BEARINGS_PLAN_USE,          /* share of people in the role who use it */
  BEARINGS_PLAN_POSTINGS_GAP, /* the first times the own gap */
  BEARINGS_PLAN_USE_GAP,      /* the second times the own gap */
  BEARINGS_PLAN_WISH,         /* how much the person wants to learn it; a fact, without error */
  BEARINGS_N_PLAN_INPUTS,
} BearingsPlanInput;

/* "Named in postings" */
const char *bearings_plan_input_title (BearingsPlanInput input);
/* What it is and what it is not, a sentence. */
const char *bearings_plan_input_summary (BearingsPlanInput input);

/**
 * BearingsPlanSkill: a skill of the role with all that is known
 * @posting, @use: %NULL when nobody counted
 * @result: the person's own, %NULL when not assessed
 * @wish: 0 to 1; NaN when not told
 * @instrument: id of an instrument for the skill, or %NULL
 */
typedef struct {
  BearingsSkill *skill;
  BearingsPostingShare *posting;
  BearingsUseShare *use;
  BearingsResult *result;
  double wish;
  char *instrument;
} BearingsPlanSkill;
BearingsPlanSkill *bearings_plan_skill_new (BearingsSkill *skill);
void bearings_plan_skill_free (BearingsPlanSkill *skill);

/**
 * BearingsPlan:
 * @aim: number of the level aimed for, in every instrument counted from its lowest, 0
 * @learning: BearingsClaim: what is known of how to learn, whatever the skill
 * @sources: id -> BearingsSource: of the shares and of @learning
 */
typedef struct {
  gatomicrefcount ref_count;
  BearingsRole *role;
  GPtrArray *skills; /* BearingsPlanSkill */
  guint aim;
  GPtrArray *learning;
  GHashTable *sources;
} BearingsPlan;
BearingsPlan *bearings_plan_new (BearingsRole *role);
/* With wishes and an aim of its own: what is changed in @plan afterwards stays out of it. */
BearingsPlan *bearings_plan_copy (const BearingsPlan *plan);
BearingsPlan *bearings_plan_ref (BearingsPlan *plan);
void bearings_plan_unref (BearingsPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPlan, bearings_plan_unref)

/* The value of an input for a skill, 0 to 1; NaN when it is not known. */
double bearings_plan_value (const BearingsPlan *plan,
                            const BearingsPlanSkill *skill,
                            BearingsPlanInput input);
/* The same with the limits of its 95 % interval: of %BEARINGS_PLAN_DRAWS draws from the errors of
 * what it is made of. NaN where it is not known; both the value itself where it has no error. */
typedef struct {
  double value, low, high;
} BearingsPlanValue;
BearingsPlanValue bearings_plan_value_with_error (const BearingsPlan *plan,
                                                  const BearingsPlanSkill *skill,
                                                  BearingsPlanInput input);
/* The own gap: levels missing to the one aimed for, of all levels below the top; 0 to 1, NaN when
 * not assessed. */
double bearings_plan_gap (const BearingsPlan *plan, const BearingsPlanSkill *skill);
/* Levels missing to the one aimed for; 0 when it is reached, NaN when not assessed. */
double bearings_plan_levels_missing (const BearingsPlan *plan, const BearingsPlanSkill *skill);
/* The level aimed for in the skill's instrument; NULL when not assessed. */
const BearingsLevel *bearings_plan_aim (const BearingsPlan *plan, const BearingsPlanSkill *skill);

/**
 * BearingsPlanRow: a place in the order
 * @score: weighted mean of the inputs known, 0 to 1; NaN when none of them weighs
 * @n_known: weighed inputs that are known, of @n_weighed
 * @first, @top_three: share of the draws in which it comes first, or among the first three
 * @strength: assessed, and the level aimed for is reached with a chance of 80 % or more
 */
typedef struct {
  const BearingsPlanSkill *skill; /* owned by the plan */
  double score;
  guint n_known, n_weighed;
  double first, top_three;
  gboolean strength;
} BearingsPlanRow;

/**
 * BearingsPlanOrder:
 * @rows: BearingsPlanRow, highest score first
 * @survives: share of the draws in which the order of the first three is the same
 */
typedef struct {
  GPtrArray *rows;
  double survives;
} BearingsPlanOrder;

#define BEARINGS_PLAN_DRAWS 2000

/**
 * bearings_plan_order:
 * @weights: of the inputs, 0 or more each
 *
 * The order by score, and in how many of %BEARINGS_PLAN_DRAWS draws from the errors of all inputs
 * it stays. A share is drawn on the logit scale, k + 1/2 of n + 1, with the variance
 * 1 / (k + 1/2) + 1 / (n - k + 1/2) (Haldane 1956, Ann. Hum. Genet. 20, 309-311); a level from the
 * normal distribution of its estimate; what is made of several is made of what was drawn of each.
 * An input that is not known weighs nothing for that skill: one that was not assessed stands by its
 * importance alone, as if all of it were still to be learnt.
 * The same plan and weights give the same draws.
 */
BearingsPlanOrder *bearings_plan_order (const BearingsPlan *plan, const double *weights);
void bearings_plan_order_free (BearingsPlanOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsPlanOrder, bearings_plan_order_free)

/* "0.74 × 0.25 = 0.19 (95 % interval 0.10 to 0.28)", or what is missing for it. @input: one of the
 * two that are times the gap. */
char *bearings_plan_product_text (const BearingsPlan *plan,
                                  const BearingsPlanSkill *skill,
                                  BearingsPlanInput input);
/* Whether the advice survives, in words: "In 1,830 of 2,000 draws from all the errors ...". */
char *bearings_plan_order_summary (const BearingsPlanOrder *order);

G_END_DECLS
