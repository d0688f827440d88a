/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert postings: shares of skills in a centre's own file of job postings. */

#include <glib/gi18n.h>

#include "bearings-convert.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_auto (BearingsPackOptions) options = { 0 };
  g_autofree char *file = NULL;
  g_autofree char *place = NULL;
  g_autofree char *population = NULL;
  g_autofree char *url = NULL;
  int least = 0;
  const GOptionEntry entries[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("CSV with the columns title, text, date and country"), N_ ("FILE") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place, N_ ("Where the jobs are"), N_ ("PLACE") },
    { "which", 0, 0, G_OPTION_ARG_STRING, &population,
      N_ ("What is particular about these postings, such as “only those that state pay”"),
      N_ ("TEXT") },
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("Where the postings are from"), N_ ("ADDRESS") },
    { "least", 0, 0, G_OPTION_ARG_INT, &least,
      N_ ("Leave out what rests on fewer postings; 30 when not given"), N_ ("N") },
    BEARINGS_PACK_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsPackInfo) info = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;
  BearingsPostingsSummary summary;

  if (!bearings_cli_parse (&bearings_convert_postings, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  info = bearings_pack_options_to_info (&options);
  if (argc > 1 || file == NULL || place == NULL || info == NULL || least < 0)
    return bearings_cli_usage (&bearings_convert_postings);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  input = g_file_new_for_commandline_arg (file);
  output = g_file_new_for_commandline_arg (options.output);
  if (!bearings_service_convert_postings (cli->service, input, info, place, population, url,
                                          (guint) least, output, &summary, &error))
    return bearings_cli_fail (error);
  /* Translators: counts of what a conversion found. */
  g_print (_ ("%u postings, %u with the title of no role; %u shares in %u roles; %u groups too "
              "small.\n"),
           summary.postings, summary.skipped, summary.shares, summary.roles, summary.left_out);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_convert_postings = {
  "convert postings",
  "--file FILE --place PLACE --pack-id ID --title TEXT --publisher NAME --licence TEXT --output "
  "FILE",
  N_ ("Counts which skills job postings name, for a pack of a centre’s own labour market"),
  run,
};
