/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli quality INSTRUMENT */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-outside.h"
#include "bearings-service-quality.h"

/* Saved in the form its name tells: .pdf, .html, or text. */
static int
save (const BearingsQuality *quality, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  BearingsReportForm form = g_str_has_suffix (path, ".pdf")    ? BEARINGS_REPORT_PDF
                            : g_str_has_suffix (path, ".html") ? BEARINGS_REPORT_HTML
                                                               : BEARINGS_REPORT_TEXT;

  if (!bearings_service_quality_save (quality, form, file, &error))
    return bearings_cli_fail (error);
  return BEARINGS_EXIT_OK;
}

/* Values of a measure from outside, for later looks too. */
static int
read_values (BearingsCli *cli,
             const char *instrument,
             const char *name,
             const char *note,
             const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  BearingsOutsideSummary summary;

  if (!bearings_service_outside_import (cli->service, instrument, name, note, file, &summary,
                                        &error))
    return bearings_cli_fail (error);
  /* Translators: three counts. */
  g_printerr (_ ("Values for records: %u; for sittings: %u; of nobody known here: %u.\n"),
              summary.n_records, summary.n_sittings, summary.n_unknown);
  return BEARINGS_EXIT_OK;
}

static int
forget (BearingsCli *cli, const char *instrument, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!bearings_service_outside_remove (cli->service, instrument, name, &error))
    return bearings_cli_fail (error);
  return BEARINGS_EXIT_OK;
}

static int
print (BearingsCli *cli, const char *instrument, const char *groups, const char *output)
{
  g_autoptr (GFile) file = groups != NULL ? g_file_new_for_commandline_arg (groups) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsQuality) quality =
    bearings_service_quality_get (cli->service, instrument, file, &error);
  g_autofree char *text = NULL;

  if (quality == NULL)
    return bearings_cli_fail (error);
  if (output != NULL)
    return save (quality, output);
  text = cli->json ? bearings_service_quality_to_json (quality)
                   : bearings_service_quality_to_text (quality, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *groups = NULL;
  g_autofree char *output = NULL;
  g_autofree char *measure = NULL;
  g_autofree char *values = NULL;
  g_autofree char *note = NULL;
  g_autofree char *forgotten = NULL;
  const GOptionEntry entries[] = {
    { "groups", 'g', 0, G_OPTION_ARG_FILENAME, &groups,
      N_ ("Compare two groups: CSV with the columns person and group"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Save a report: PDF, HTML or text, by the end of its name"), N_ ("FILE") },
    { "measure", 'm', 0, G_OPTION_ARG_STRING, &measure,
      N_ ("Enter a measure from outside, such as a grade"), N_ ("NAME") },
    { "values", 'v', 0, G_OPTION_ARG_FILENAME, &values,
      N_ ("Its values: CSV with the columns person and value"), N_ ("FILE") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &note, N_ ("How it was measured"), N_ ("TEXT") },
    { "forget", 0, 0, G_OPTION_ARG_STRING, &forgotten, N_ ("Take a measure out again"),
      N_ ("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  int status = BEARINGS_EXIT_OK;

  if (!bearings_cli_parse (&bearings_command_quality, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2 || (measure == NULL) != (values == NULL) || (note != NULL && measure == NULL))
    return bearings_cli_usage (&bearings_command_quality);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (forgotten != NULL)
    status = forget (cli, argv[1], forgotten);
  if (status == BEARINGS_EXIT_OK && measure != NULL)
    status = read_values (cli, argv[1], measure, note, values);
  return status == BEARINGS_EXIT_OK ? print (cli, argv[1], groups, output) : status;
}

const BearingsCommand bearings_command_quality = {
  "quality",
  "[--groups FILE] [--measure NAME --values FILE] [--output FILE] INSTRUMENT",
  N_ ("Says how well an instrument measures, from the centre’s own sample"),
  run,
};
