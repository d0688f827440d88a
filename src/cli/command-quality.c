/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli quality INSTRUMENT */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-quality.h"

/* Saved in the form its name tells: .pdf, .html, or text. */
static int
save (BearingsCli *cli, const BearingsQuality *quality, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  BearingsReportForm form = g_str_has_suffix (path, ".pdf")    ? BEARINGS_REPORT_PDF
                            : g_str_has_suffix (path, ".html") ? BEARINGS_REPORT_HTML
                                                               : BEARINGS_REPORT_TEXT;

  if (!bearings_service_save_quality (cli->service, quality, form, file, &error))
    return bearings_cli_fail (error);
  return BEARINGS_EXIT_OK;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *groups = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "groups", 'g', 0, G_OPTION_ARG_FILENAME, &groups,
      N_ ("Compare two groups: CSV with the columns person and group"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Save a report: PDF, HTML or text, by the end of its name"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (BearingsQuality) quality = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bearings_cli_parse (&bearings_command_quality, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2)
    return bearings_cli_usage (&bearings_command_quality);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  file = groups != NULL ? g_file_new_for_commandline_arg (groups) : NULL;
  quality = bearings_service_get_quality (cli->service, argv[1], file, &error);
  if (quality == NULL)
    return bearings_cli_fail (error);
  if (output != NULL)
    return save (cli, quality, output);
  text = cli->json
           ? bearings_service_quality_to_json (quality)
           : bearings_service_quality_to_text (cli->service, quality, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_quality = {
  "quality",
  "[--groups FILE] [--output FILE] INSTRUMENT",
  N_ ("Says how well an instrument measures, from the centre’s own sample"),
  run,
};
