/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli calibrate FILE: item parameters from a file of answers, and scores by them. */

#include <glib/gi18n.h>
#include <math.h>

#include "bearings-cli.h"
#include "bearings-format.h"
#include "bearings-service-analysis.h"

static void
print_scores (const GArray *scores, const GPtrArray *persons)
{
  for (guint i = 0; i < scores->len; i++) {
    const BearingsPersonScore *score = &g_array_index (scores, BearingsPersonScore, i);
    g_autofree char *value =
      isnan (score->value) ? g_strdup (_ ("none")) : bearings_format_fixed (score->value, 3);
    g_autofree char *se =
      isnan (score->se) ? g_strdup (_ ("none")) : bearings_format_fixed (score->se, 3);
    /* Translators: person, estimate, standard error, number of answers. */
    g_print (_ ("%s  %s  SE %s  %d answers\n"), (char *) persons->pdata[i], value, se,
             score->n_answers);
  }
}

static int
finish (BearingsCli *cli,
        const BearingsCalibration *calibration,
        const BearingsResponseMatrix *matrix,
        int estimator)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) scores = NULL;
  g_autoptr (GError) error = NULL;

  if (estimator == 0) {
    text = cli->json
             ? bearings_service_analysis_calibration_to_json (calibration)
             : bearings_service_analysis_calibration_to_text (calibration, bearings_cli_width ());
    g_print ("%s%s", text, cli->json ? "\n" : "");
    return BEARINGS_EXIT_OK;
  }
  scores = bearings_calibration_score (calibration, matrix, (BearingsEstimator) estimator, &error);
  if (scores == NULL)
    return bearings_cli_fail (error);
  if (cli->json) {
    text = bearings_service_analysis_scores_to_json (scores, matrix->persons);
    g_print ("%s\n", text);
  } else {
    print_scores (scores, matrix->persons);
  }
  return BEARINGS_EXIT_OK;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *model_word = NULL;
  g_autofree char *scores_word = NULL;
  const GOptionEntry entries[] = {
    { "model", 'm', 0, G_OPTION_ARG_STRING, &model_word,
      N_ ("Model of the items: rasch, 2pl, 3pl, grm or gpcm (otherwise 2pl)"), N_ ("MODEL") },
    { "scores", 's', 0, G_OPTION_ARG_STRING, &scores_word,
      N_ ("Print the persons' estimates instead: eap, map, ml or wle"), N_ ("ESTIMATOR") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (BearingsCalibration) calibration = NULL;
  g_autoptr (GError) error = NULL;
  int model = BEARINGS_ITEM_MODEL_2PL;
  int estimator = 0;

  if (!bearings_cli_parse (&bearings_command_calibrate, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (model_word != NULL)
    model = bearings_enums_value (&bearings_item_model_type, model_word);
  if (scores_word != NULL)
    estimator = bearings_enums_value (&bearings_estimator_type, scores_word);
  if (argc != 2 || model == 0 || (scores_word != NULL && estimator == 0))
    return bearings_cli_usage (&bearings_command_calibrate);
  file = g_file_new_for_commandline_arg (argv[1]);
  matrix = bearings_service_analysis_read_responses (file, &error);
  if (matrix != NULL)
    calibration = bearings_calibration_new (matrix, (BearingsItemModel) model, &error);
  if (calibration == NULL)
    return bearings_cli_fail (error);
  return finish (cli, calibration, matrix, estimator);
}

const BearingsCommand bearings_command_calibrate = {
  "calibrate",
  "[--model MODEL] [--scores ESTIMATOR] FILE",
  N_ ("Estimates item parameters from a file of answers, or the persons' scores by them"),
  run,
};
