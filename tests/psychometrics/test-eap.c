/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item models and EAP against published data and independent results. */

#include <glib.h>
#include <math.h>

#include "psy-items.h"
#include "psy-score.h"

/* LSAT section 7 (Bock and Lieberman 1970), 2PL with parameters rounded to four decimals: EAP and
 * posterior SD of all 32 patterns on 61 nodes, as mirt and an independent program give them. */
static const double lsat_a[] = { 0.9875, 1.0808, 1.7075, 0.765, 0.7357 };
static const double lsat_d[] = { 1.8559, 0.808, 1.8052, 0.486, 1.8545 };
static const struct {
  int8_t scores[5];
  double eap, sd;
} lsat[] = {
  { { 0, 0, 0, 0, 0 }, -1.86979510376, 0.692702188895 },
  { { 0, 0, 0, 0, 1 }, -1.52725517548, 0.673628708304 },
  { { 0, 0, 0, 1, 0 }, -1.51397036851, 0.673083252841 },
  { { 0, 0, 0, 1, 1 }, -1.18549474886, 0.665176319653 },
  { { 0, 0, 1, 0, 0 }, -1.09403613574, 0.66502585513 },
  { { 0, 0, 1, 0, 1 }, -0.76616150537, 0.672128500732 },
  { { 0, 0, 1, 1, 0 }, -0.752914619452, 0.672660349255 },
  { { 0, 0, 1, 1, 1 }, -0.411251931031, 0.692208924549 },
  { { 0, 1, 0, 0, 0 }, -1.37198467854, 0.668306852052 },
  { { 0, 1, 0, 0, 1 }, -1.04581150802, 0.665322489421 },
  { { 0, 1, 0, 1, 0 }, -1.03283938417, 0.665446757691 },
  { { 0, 1, 0, 1, 1 }, -0.703440894471, 0.674806339594 },
  { { 0, 1, 1, 0, 0 }, -0.608623100685, 0.679600722049 },
  { { 0, 1, 1, 0, 1 }, -0.257385354059, 0.704151076817 },
  { { 0, 1, 1, 1, 0 }, -0.24283262956, 0.705362184469 },
  { { 0, 1, 1, 1, 1 }, 0.141164452489, 0.741023566926 },
  { { 1, 0, 0, 0, 0 }, -1.41372855699, 0.669505663829 },
  { { 1, 0, 0, 0, 1 }, -1.08709239437, 0.665052516397 },
  { { 1, 0, 0, 1, 0 }, -1.07413196533, 0.665116717333 },
  { { 1, 0, 0, 1, 1 }, -0.745807726529, 0.67295318542 },
  { { 1, 0, 1, 0, 0 }, -0.651567948517, 0.677320795222 },
  { { 1, 0, 1, 0, 1 }, -0.303398884058, 0.700409604881 },
  { { 1, 0, 1, 1, 0 }, -0.289001400563, 0.701565599617 },
  { { 1, 0, 1, 1, 1 }, 0.090281207718, 0.735982925606 },
  { { 1, 1, 0, 0, 0 }, -0.934107610101, 0.667009210434 },
  { { 1, 1, 0, 0, 1 }, -0.601367658043, 0.680003197033 },
  { { 1, 1, 0, 1, 0 }, -0.587804013997, 0.680768775875 },
  { { 1, 1, 0, 1, 1 }, -0.235014059516, 0.706018178549 },
  { { 1, 1, 1, 0, 0 }, -0.130619530326, 0.715108481418 },
  { { 1, 1, 1, 0, 1 }, 0.265402973185, 0.753567026701 },
  { { 1, 1, 1, 1, 0 }, 0.282078951393, 0.755269855536 },
  { { 1, 1, 1, 1, 1 }, 0.727177352797, 0.8009339666 },
};

/* Science (Eurobarometer 38.1, four items of four categories), graded response. */
static const double science_a[] = { 1.0406, 1.2258, 2.3006, 1.0938 };
static const double science_d[][3] = { { 4.8627, 2.6392, -1.4655 },
                                       { 2.924, 0.9011, -2.2664 },
                                       { 5.2452, 2.2186, -1.9675 },
                                       { 3.3469, 0.9914, -1.6875 } };
static const struct {
  int8_t scores[4];
  double eap, sd;
} science[] = {
  { { 3, 3, 2, 1 }, 0.400691580697, 0.597393416599 },
  { { 2, 2, 2, 2 }, 0.0518386024091, 0.554623681027 },
  { { 2, 1, 1, 2 }, -0.891784554681, 0.541687955471 },
  { { 2, 3, 3, 0 }, 0.767266178552, 0.637973279328 },
  { { 3, 3, 2, 2 }, 0.668072665941, 0.575793785282 },
  { { 2, 1, 2, 3 }, -0.0219948689569, 0.58047798714 },
  { { 2, 2, 3, 1 }, 0.463956650846, 0.600394837786 },
  { { 3, 2, 2, 2 }, 0.353539840172, 0.557558347969 },
  { { 2, 2, 3, 2 }, 0.72709212544, 0.571947572655 },
  { { 2, 0, 1, 2 }, -1.1013217277, 0.559883181922 },
  { { 2, 2, 2, 1 }, -0.220576463772, 0.562961028265 },
  { { 2, 1, 2, 1 }, -0.540595989857, 0.555207210564 },
};

/* A simulated set of 15 items of four categories, generalized partial credit. */
static const double gpcm_a[] = { 0.9515, 1.1887, 1.0696, 1.3664, 0.7534, 1.1299, 1.4508, 0.8764,
                                 1.5295, 0.8541, 1.1494, 1.8059, 0.8589, 1.0334, 1.1887 };
static const double gpcm_d[][3] = {
  { 1.4562, 1.5641, 0.2468 },   { 2.8502, 3.8887, 3.5177 },   { 1.4462, 1.5375, -0.1016 },
  { 2.3481, 2.4877, 0.51 },     { 1.4438, 1.9017, 1.3338 },   { 0.4148, -0.9421, -4.1098 },
  { 3.8078, 4.8734, 4.0123 },   { 1.4756, 1.5985, 0.4305 },   { 0.4644, -1.7834, -6.5492 },
  { 0.2553, -0.5025, -2.8596 }, { 0.5999, -0.0845, -2.5113 }, { 2.88, 3.0712, 0.1821 },
  { 2.3009, 2.9151, 2.4087 },   { 0.8113, 0.3019, -1.8837 },  { 1.2527, 0.3595, -2.333 }
};
static const struct {
  int8_t scores[15];
  double eap, sd;
} gpcm[] = {
  { { 3, 3, 1, 2, 1, 1, 3, 2, 2, 3, 2, 2, 3, 2, 2 }, 1.16256317356, 0.321002550033 },
  { { 1, 1, 1, 1, 2, 0, 1, 0, 1, 0, 1, 1, 2, 2, 2 }, -0.573552827241, 0.307610067021 },
  { { 0, 2, 1, 2, 1, 0, 1, 2, 0, 1, 1, 1, 1, 1, 0 }, -0.799791133836, 0.314373765831 },
  { { 2, 2, 2, 1, 3, 1, 2, 1, 0, 1, 0, 1, 1, 2, 2 }, -0.13743833853, 0.300669302715 },
  { { 3, 3, 2, 3, 3, 1, 3, 1, 2, 1, 2, 3, 2, 2, 2 }, 1.40685957914, 0.330521345123 },
  { { 1, 2, 1, 2, 2, 0, 3, 1, 0, 0, 1, 1, 2, 3, 0 }, -0.253244539498, 0.301710771877 },
  { { 1, 2, 2, 1, 2, 1, 2, 1, 1, 1, 1, 2, 2, 1, 1 }, -0.00962187178185, 0.300181830606 },
  { { 1, 2, 0, 2, 0, 0, 2, 1, 0, 1, 0, 1, 2, 2, 2 }, -0.528194457272, 0.30650806526 },
  { { 3, 3, 1, 2, 2, 1, 2, 3, 2, 1, 1, 2, 2, 2, 1 }, 0.696642698849, 0.308083772956 },
  { { 2, 0, 2, 0, 3, 1, 2, 1, 0, 2, 0, 1, 2, 0, 0 }, -0.740505946386, 0.312400223164 },
  { { 3, 3, 3, 2, 2, 3, 3, 3, 0, 2, 1, 2, 3, 2, 2 }, 1.26324774963, 0.324655169139 },
  { { 1, 3, 2, 2, 2, 2, 3, 3, 1, 2, 2, 3, 3, 3, 3 }, 1.54780558733, 0.337117458286 },
};

static PsyScore
score_eap (const PsyItem *items, const int8_t *answers, size_t n)
{
  double nodes[PSY_N_NODES], weights[PSY_N_NODES], work[PSY_N_NODES];
  const PsyQuadrature prior = { nodes, weights, PSY_N_NODES };
  PsyScore score;

  g_assert_cmpint (psy_quadrature_normal (-6, 6, PSY_N_NODES, 0, 1, nodes, weights), ==, PSY_OK);
  g_assert_cmpint (psy_score_eap (items, answers, n, &prior, work, &score, NULL), ==, PSY_OK);
  return score;
}

static void
check (const PsyItem *items, const int8_t *answers, size_t n, double eap, double sd)
{
  PsyScore score = score_eap (items, answers, n);

  g_assert_cmpfloat_with_epsilon (score.value, eap, 1e-9);
  g_assert_cmpfloat_with_epsilon (score.se, sd, 1e-9);
}

static void
test_2pl (void)
{
  PsyItem items[5];

  for (int i = 0; i < 5; i++)
    items[i] = psy_item_2pl (lsat_a[i], lsat_d[i]);
  for (guint p = 0; p < G_N_ELEMENTS (lsat); p++)
    check (items, lsat[p].scores, 5, lsat[p].eap, lsat[p].sd);
}

static void
test_grm (void)
{
  PsyItem items[4];

  for (int i = 0; i < 4; i++)
    items[i] = psy_item_grm (science_a[i], science_d[i], 4);
  for (guint p = 0; p < G_N_ELEMENTS (science); p++)
    check (items, science[p].scores, 4, science[p].eap, science[p].sd);
}

static void
test_gpcm (void)
{
  PsyItem items[15];

  for (int i = 0; i < 15; i++)
    items[i] = psy_item_gpcm (gpcm_a[i], gpcm_d[i], 4);
  for (guint p = 0; p < G_N_ELEMENTS (gpcm); p++)
    check (items, gpcm[p].scores, 15, gpcm[p].eap, gpcm[p].sd);
}

/* Missing answers are left out. */
static void
test_missing (void)
{
  const PsyItem items[] = { psy_item_2pl (1.3, 0.2), psy_item_rasch (0.3) };
  const int8_t answers[] = { 1, PSY_MISSING };

  g_assert_cmpfloat (score_eap (items, answers, 2).value, ==, score_eap (items, answers, 1).value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/psychometrics/eap/2pl", test_2pl);
  g_test_add_func ("/psychometrics/eap/grm", test_grm);
  g_test_add_func ("/psychometrics/eap/gpcm", test_gpcm);
  g_test_add_func ("/psychometrics/eap/missing", test_missing);
  return g_test_run ();
}
