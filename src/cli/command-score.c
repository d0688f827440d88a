/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli score: results of stored sittings, and persons of a file of answers. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-analysis.h"
#include "bearings-service-groups.h"
#include "bearings-service-sittings.h"
#include "bearings-service-text.h"

static int
list_sittings (BearingsCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sittings = bearings_service_sittings_list (cli->service, &error);

  if (sittings == NULL)
    return bearings_cli_fail (error);
  for (guint i = 0; i < sittings->len; i++) {
    const BearingsSittingInfo *info = g_ptr_array_index (sittings, i);
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (info->started / G_USEC_PER_SEC);
    g_autofree char *started = g_date_time_format_iso8601 (time);
    g_print ("%s  %s  %s %s  %s  %s\n", info->id, started, info->instrument,
             info->instrument_version, info->finished ? _ ("finished") : _ ("open"),
             info->client != NULL ? info->client : _ ("guest"));
  }
  return BEARINGS_EXIT_OK;
}

static int
score_sitting (BearingsCli *cli, const char *sitting)
{
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (sitting == NULL)
    return list_sittings (cli);
  result = bearings_service_sittings_get_result (cli->service, sitting, &error);
  if (result == NULL || !bearings_service_groups_add_local (cli->service, result, &error))
    return bearings_cli_fail (error);
  text = cli->json ? bearings_service_text_result_to_json (result)
                   : bearings_service_text_result_to (result, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

/* Parameters from a file, or those of an instrument's items. */
static GPtrArray *
read_bank (BearingsCli *cli,
           const char *file_name,
           const char *instrument,
           const char *scale,
           int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (BearingsForm) form = NULL;
  GPtrArray *bank;

  if (file_name != NULL) {
    file = g_file_new_for_commandline_arg (file_name);
    bank = bearings_service_analysis_read_parameters (file, &error);
    if (bank == NULL)
      *status = bearings_cli_fail (error);
    return bank;
  }
  if (bearings_cli_open (cli) == NULL) {
    *status = BEARINGS_EXIT_DATA;
    return NULL;
  }
  form = bearings_service_sittings_get_form (cli->service, instrument, &error);
  if (form == NULL) {
    *status = bearings_cli_fail (error);
    return NULL;
  }
  return bearings_response_scores_bank (form->items, scale);
}

static int
score_file (BearingsCli *cli, const char *name, const GPtrArray *bank, BearingsEstimator estimator)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResponseMatrix) matrix =
    bearings_service_analysis_read_responses (file, &error);
  g_autoptr (BearingsResponseScores) scores = NULL;
  g_autofree char *text = NULL;

  if (matrix != NULL)
    scores = bearings_response_scores_new (matrix, bank, estimator, &error);
  if (scores == NULL)
    return bearings_cli_fail (error);
  text = cli->json
           ? bearings_service_analysis_response_scores_to_json (scores)
           : bearings_service_analysis_response_scores_to_text (scores, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *parameters = NULL;
  g_autofree char *instrument = NULL;
  g_autofree char *scale = NULL;
  g_autofree char *estimator_word = NULL;
  const GOptionEntry entries[] = {
    { "parameters", 'p', 0, G_OPTION_ARG_FILENAME, &parameters,
      N_ ("Score a file of answers by the item parameters of this file"), N_ ("FILE") },
    { "instrument", 'i', 0, G_OPTION_ARG_STRING, &instrument,
      N_ ("Score a file of answers by the parameters of this instrument’s items"), N_ ("ID") },
    { "scale", 's', 0, G_OPTION_ARG_STRING, &scale,
      N_ ("Only the instrument’s items of this scale"), N_ ("ID") },
    { "estimator", 'e', 0, G_OPTION_ARG_STRING, &estimator_word,
      N_ ("eap, map, ml or wle (otherwise eap)"), N_ ("ESTIMATOR") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) bank = NULL;
  int estimator = BEARINGS_ESTIMATOR_EAP;
  int status = BEARINGS_EXIT_OK;

  if (!bearings_cli_parse (&bearings_command_score, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (parameters == NULL && instrument == NULL && scale == NULL && estimator_word == NULL &&
      argc <= 2)
    return score_sitting (cli, argc == 2 ? argv[1] : NULL);
  if (estimator_word != NULL)
    estimator = bearings_enums_value (&bearings_estimator_type, estimator_word);
  if (argc != 2 || estimator == 0 || (parameters == NULL) == (instrument == NULL) ||
      (scale != NULL && instrument == NULL))
    return bearings_cli_usage (&bearings_command_score);
  bank = read_bank (cli, parameters, instrument, scale, &status);
  return bank != NULL ? score_file (cli, argv[1], bank, (BearingsEstimator) estimator) : status;
}

const BearingsCommand bearings_command_score = {
  "score",
  "[SESSION] | (--parameters FILE | --instrument ID [--scale ID]) [--estimator ESTIMATOR] ANSWERS",
  N_ ("Scores a stored sitting, or a file of answers; with nothing, lists the sittings"),
  run,
};
