/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli recalibrate INSTRUMENT: new item parameters, before and after, as a pack. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-recalibrate.h"

/* Saved in the form its name tells: .pdf, .html, or text. */
static gboolean
save_report (const BearingsRecalibration *recalibration, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  BearingsReportForm form = g_str_has_suffix (path, ".pdf")    ? BEARINGS_REPORT_PDF
                            : g_str_has_suffix (path, ".html") ? BEARINGS_REPORT_HTML
                                                               : BEARINGS_REPORT_TEXT;

  return bearings_service_recalibrate_save_report (recalibration, form, file, error);
}

static gboolean
save_pack (BearingsCli *cli,
           const BearingsRecalibration *recalibration,
           const char *publisher,
           const char *path,
           GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return bearings_service_recalibrate_save (cli->service, recalibration, publisher, file, error);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *responses = NULL;
  g_autofree char *output = NULL;
  g_autofree char *publisher = NULL;
  g_autofree char *report = NULL;
  const GOptionEntry entries[] = {
    { "responses", 0, 0, G_OPTION_ARG_FILENAME, &responses,
      N_ ("CSV of scores, instead of the centre's own sample"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Write the new parameters as a pack to import"), N_ ("PACK") },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &publisher, N_ ("Who publishes the pack"),
      N_ ("NAME") },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report,
      N_ ("Save the report as PDF, HTML or text, by the name of the file"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (BearingsRecalibration) recalibration = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bearings_cli_parse (&bearings_command_recalibrate, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2)
    return bearings_cli_usage (&bearings_command_recalibrate);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  file = responses != NULL ? g_file_new_for_commandline_arg (responses) : NULL;
  recalibration = bearings_service_recalibrate (cli->service, argv[1], file, &error);
  if (recalibration == NULL || (report != NULL && !save_report (recalibration, report, &error)) ||
      (output != NULL && !save_pack (cli, recalibration, publisher, output, &error)))
    return bearings_cli_fail (error);
  text = cli->json ? bearings_service_recalibrate_to_json (recalibration)
                   : bearings_service_recalibrate_to_text (recalibration, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_recalibrate = {
  "recalibrate",
  "[--responses FILE] [--output PACK] [--publisher NAME] [--report FILE] INSTRUMENT",
  N_ ("Estimates an instrument's item parameters anew, with a report and a pack to import"),
  run,
};
