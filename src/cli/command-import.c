/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli import FILE… */

#include <glib/gi18n.h>
#include <unistd.h>

#include "bearings-cli.h"

static void
on_progress (goffset done, goffset total, gpointer user_data)
{
  int *shown = user_data;
  int percent = total > 0 ? (int) (100 * done / total) : 0;

  if (percent != *shown && isatty (STDERR_FILENO))
    /* Translators: progress of an import in percent. */
    g_printerr (_ ("\rReading: %d %%"), percent);
  *shown = percent;
}

static void
print_summary (const BearingsImportSummary *summary)
{
  if (summary->replaced_version != NULL)
    /* Translators: title, version before and now. */
    g_print (_ ("%s: version %s replaced by %s. "), summary->info->title, summary->replaced_version,
             summary->info->version);
  else
    /* Translators: title, version. */
    g_print (_ ("%s: version %s installed. "), summary->info->title, summary->info->version);
  g_print (_ ("Records: %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " changed, %" G_GINT64_FORMAT
              " removed.\n"),
           summary->added, summary->changed, summary->removed);
}

static int
import_one (BearingsCli *cli, const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GPtrArray) problems = bearings_problems_new ();
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  int shown = -1;

  summary =
    bearings_service_import (cli->service, file, on_progress, &shown, problems, NULL, &error);
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
  if (cli->json && summary != NULL) {
    g_autofree char *text = bearings_service_import_summary_to_json (summary);
    g_print ("%s\n", text);
  } else {
    bearings_cli_print_problems (cli, problems);
    if (summary != NULL)
      print_summary (summary);
  }
  return summary != NULL ? BEARINGS_EXIT_OK : bearings_cli_fail (error);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  if (!bearings_cli_parse (&bearings_command_import, NULL, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 2)
    return bearings_cli_usage (&bearings_command_import);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  for (int i = 1; i < argc; i++) {
    int status = import_one (cli, argv[i]);
    if (status != BEARINGS_EXIT_OK)
      return status;
  }
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_import = {
  "import",
  "FILE…",
  N_ ("Checks packs and applies them to the catalogue, each whole or not at all"),
  run,
};
