/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linking of item parameters: by hand, and by what must not change. */

#include <glib.h>
#include <math.h>

#include "psy-items.h"
#include "psy-link.h"

#define CLOSE 1e-12

/* from: a 1.2, 0.8; b -1, 0.5. to: a 0.6, 0.4; b 1, 3.
 * A = 1.0 / 0.5 = 2; B = 2 - 2 * (-0.25) = 2.5. */
static void
test_by_hand (void)
{
  PsyItem from[2] = { psy_item_2pl (1.2, 1.2), psy_item_2pl (0.8, -0.4) };
  const PsyItem to[2] = { psy_item_2pl (0.6, -0.6), psy_item_2pl (0.4, -1.2) };
  PsyLink link;
  double b;

  g_assert_cmpint (psy_link_mean_mean (from, to, 2, &link), ==, PSY_OK);
  g_assert_cmpfloat_with_epsilon (link.slope, 2, CLOSE);
  g_assert_cmpfloat_with_epsilon (link.intercept, 2.5, CLOSE);
  psy_link_item (&link, &from[0]);
  g_assert_cmpfloat_with_epsilon (from[0].a, 0.6, CLOSE);
  g_assert_cmpint (psy_item_get_difficulties (&from[0], &b), ==, PSY_OK);
  g_assert_cmpfloat_with_epsilon (b, 0.5, CLOSE); /* 2 * -1 + 2.5 */
}

static void
all_models (PsyItem items[5])
{
  items[0] = psy_item_rasch (0.4);
  items[1] = psy_item_2pl (1.3, -0.7);
  items[2] = psy_item_3pl (0.9, 0.3, 0.22);
  items[3] = psy_item_grm (1.1, (const double[]) { 1.4, 0.1, -2 }, 4);
  items[4] = psy_item_gpcm (0.7, (const double[]) { 0.8, 0.9, -0.6 }, 4);
}

/* The probability of every answer is the same at theta on the one scale and on the other. */
static void
test_probabilities_stay (void)
{
  const PsyLink link = { 1.7, -0.45 };

  for (guint i = 0; i < 5; i++) {
    PsyItem before[5], after[5];

    all_models (before);
    all_models (after);
    psy_link_item (&link, &after[i]);
    for (double theta = -3; theta <= 3; theta += 0.5) {
      PsyCategory old[PSY_MAX_CATEGORIES], new[PSY_MAX_CATEGORIES];

      /* The constructor's Rasch item has slope 1, the linked one another. */
      psy_item_evaluate (&before[i], theta, old);
      psy_item_evaluate (&after[i], link.slope * theta + link.intercept, new);
      for (int k = 0; k < before[i].n_categories; k++)
        g_assert_cmpfloat_with_epsilon (new[k].p, old[k].p, CLOSE);
    }
  }
}

/* What was moved by a known link is found to be moved by it, and moved back. */
static void
test_recovers (void)
{
  const PsyLink link = { 0.8, 0.3 };
  PsyItem here[5], there[5];
  PsyLink found, back;

  all_models (here);
  all_models (there);
  for (guint i = 0; i < 5; i++)
    psy_link_item (&link, &there[i]);
  g_assert_cmpint (psy_link_mean_mean (here, there, 5, &found), ==, PSY_OK);
  g_assert_cmpfloat_with_epsilon (found.slope, link.slope, CLOSE);
  g_assert_cmpfloat_with_epsilon (found.intercept, link.intercept, CLOSE);
  g_assert_cmpint (psy_link_mean_mean (there, here, 5, &back), ==, PSY_OK);
  g_assert_cmpfloat_with_epsilon (back.slope * link.slope, 1, CLOSE);
  for (guint i = 0; i < 5; i++) {
    double b[PSY_MAX_CATEGORIES], expected[PSY_MAX_CATEGORIES];

    psy_link_item (&back, &there[i]);
    g_assert_cmpfloat_with_epsilon (there[i].a, here[i].a, CLOSE);
    g_assert_cmpint (psy_item_get_difficulties (&there[i], b), ==, PSY_OK);
    g_assert_cmpint (psy_item_get_difficulties (&here[i], expected), ==, PSY_OK);
    for (int k = 0; k + 1 < here[i].n_categories; k++)
      g_assert_cmpfloat_with_epsilon (b[k], expected[k], 1e-11);
  }
}

static void
test_refused (void)
{
  const PsyItem two = psy_item_2pl (1, 0), back = psy_item_2pl (-1, 0);
  const PsyItem three = psy_item_grm (1, (const double[]) { 1, -1 }, 3);
  const PsyItem nominal =
    psy_item_nominal ((const double[]) { 0, 1 }, (const double[]) { 0.2 }, 2, 1);
  PsyLink link;

  g_assert_cmpint (psy_link_mean_mean (&two, &two, 0, &link), ==, PSY_ERROR_TOO_FEW);
  g_assert_cmpint (psy_link_mean_mean (&two, &three, 1, &link), ==, PSY_ERROR_ARGUMENT);
  g_assert_cmpint (psy_link_mean_mean (&nominal, &nominal, 1, &link), ==, PSY_ERROR_ARGUMENT);
  g_assert_cmpint (psy_link_mean_mean (&back, &two, 1, &link), ==, PSY_ERROR_ARGUMENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/by-hand", test_by_hand);
  g_test_add_func ("/link/probabilities-stay", test_probabilities_stay);
  g_test_add_func ("/link/recovers", test_recovers);
  g_test_add_func ("/link/refused", test_refused);
  return g_test_run ();
}
