/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert onet …: official releases to a pack. */

#include <glib/gi18n.h>

#include "bearings-cli.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *onet = NULL;
  g_autofree char *wages = NULL;
  g_autofree char *projections = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &onet,
      N_ ("Folder of the O*NET database's text files"), N_ ("FOLDER") },
    { "wages", 0, 0, G_OPTION_ARG_FILENAME, &wages,
      N_ ("National table of the OEWS release as CSV"), N_ ("FILE") },
    { "projections", 0, 0, G_OPTION_ARG_FILENAME, &projections,
      N_ ("Table 1.2 of the employment projections as CSV"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Pack to write"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!bearings_cli_parse (&bearings_command_convert, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2 || !g_str_equal (argv[1], "onet") || onet == NULL || output == NULL)
    return bearings_cli_usage (&bearings_command_convert);
  if (!bearings_service_convert_onet (onet, wages, projections, output, &error))
    return bearings_cli_fail (error);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_convert = {
  "convert",
  "onet --database FOLDER [--wages FILE] [--projections FILE] --output FILE",
  N_ ("Makes the occupations pack from the official files"),
  run,
};
