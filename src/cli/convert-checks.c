/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert checks: the answers to a list of claims to be checked. */

#include <glib/gi18n.h>

#include "bearings-convert.h"
#include "bearings-service-freshness.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_auto (BearingsPackOptions) options = { 0 };
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("The list of “bearings-cli freshness --csv”, filled in"), N_ ("FILE") },
    BEARINGS_PACK_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsPackInfo) info = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;
  BearingsChecksSummary summary;

  if (!bearings_cli_parse (&bearings_convert_checks, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  info = bearings_pack_options_to_info (&options);
  if (argc > 1 || file == NULL || info == NULL)
    return bearings_cli_usage (&bearings_convert_checks);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  input = g_file_new_for_commandline_arg (file);
  output = g_file_new_for_commandline_arg (options.output);
  if (!bearings_service_freshness_convert_checks (cli->service, input, info, output, &summary,
                                                  &error))
    return bearings_cli_fail (error);
  /* Translators: counts of what a conversion found. */
  g_print (_ ("%u answers, %u rows without one; %u claims and %u sources in the pack.\n"),
           summary.answered, summary.open, summary.claims, summary.sources);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_convert_checks = {
  "convert checks",
  "--file FILE --pack-id ID --title TEXT --publisher NAME --licence TEXT --output FILE",
  N_ ("Makes a pack of the answers to a list of claims to be checked"),
  run,
};
