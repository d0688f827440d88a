/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert retractions: states of sources from a snapshot of retractions. */

#include <glib/gi18n.h>

#include "bearings-convert.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_auto (BearingsPackOptions) options = { 0 };
  g_autofree char *file = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &file, N_ ("CSV with the columns of Retraction Watch"),
      N_ ("FILE") },
    { "snapshot", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Day of the snapshot"), N_ ("DATE") },
    BEARINGS_PACK_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsPackInfo) info = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;
  BearingsRetractionSummary summary;

  if (!bearings_cli_parse (&bearings_convert_retractions, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  info = bearings_pack_options_to_info (&options);
  if (argc > 1 || file == NULL || date == NULL || info == NULL)
    return bearings_cli_usage (&bearings_convert_retractions);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  input = g_file_new_for_commandline_arg (file);
  output = g_file_new_for_commandline_arg (options.output);
  if (!bearings_service_convert_retractions (cli->service, input, info, date, output, &summary,
                                             &error))
    return bearings_cli_fail (error);
  /* Translators: counts of what a conversion found. */
  g_print (_ ("%u notices; %u of %u sources with a DOI are concerned: %u retracted, %u corrected, "
              "%u with an expression of concern.\n"),
           summary.notices, summary.concerned, summary.sources, summary.retracted,
           summary.corrected, summary.concern);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_convert_retractions = {
  "convert retractions",
  "--file FILE --snapshot DATE --pack-id ID --title TEXT --publisher NAME --licence TEXT "
  "--output FILE",
  N_ ("Looks up the sources of the catalogue, by DOI, in a snapshot of retractions"),
  run,
};
