/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli item-analysis FILE */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-analysis.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (BearingsItemAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *reference = NULL;
  const GOptionEntry entries[] = {
    { "reference", 'r', 0, G_OPTION_ARG_STRING, &reference,
      N_ ("The group that the other is compared with (otherwise the larger)"), N_ ("GROUP") },
    G_OPTION_ENTRY_NULL,
  };

  if (!bearings_cli_parse (&bearings_command_item_analysis, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2)
    return bearings_cli_usage (&bearings_command_item_analysis);
  file = g_file_new_for_commandline_arg (argv[1]);
  matrix = bearings_service_analysis_read_responses (file, &error);
  if (matrix != NULL)
    analysis = bearings_item_analysis_new (matrix, reference, &error);
  if (analysis == NULL)
    return bearings_cli_fail (error);
  text = cli->json ? bearings_service_analysis_item_to_json (analysis)
                   : bearings_service_analysis_item_to_text (analysis, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_item_analysis = {
  "item-analysis",
  "[--reference GROUP] FILE",
  N_ ("Analyses a file of answers: difficulties, options, reliability, fairness between groups"),
  run,
};
