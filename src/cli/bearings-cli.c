/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every command of bearings-cli shares. */

#include "bearings-cli.h"

#include "bearings-analysis.h"
#include "bearings-service-text.h"

#include <glib/gi18n.h>
#include <sys/ioctl.h>
#include <unistd.h>

BearingsService *
bearings_cli_open (BearingsCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = bearings_service_shipped_catalogue ();

  if (cli->service == NULL)
    cli->service = bearings_service_new (cli->data_dir, shipped, &error);
  if (cli->service == NULL)
    g_printerr ("bearings-cli: %s\n", error->message);
  return cli->service;
}

int
bearings_cli_fail (const GError *error)
{
  g_printerr ("bearings-cli: %s\n", error->message);
  if (g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND))
    return BEARINGS_EXIT_NOT_FOUND;
  if (g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID) ||
      g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_DOWNGRADE) ||
      g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_SIGNATURE) ||
      g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_CHANGED) ||
      error->domain == BEARINGS_ANALYSIS_ERROR)
    return BEARINGS_EXIT_REFUSED;
  return BEARINGS_EXIT_DATA;
}

gboolean
bearings_cli_parse (const BearingsCommand *command,
                    const GOptionEntry *entries,
                    int *argc,
                    char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _ (command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  g_printerr ("bearings-cli %s: %s\n", command->name, error->message);
  return FALSE;
}

int
bearings_cli_usage (const BearingsCommand *command)
{
  /* Translators: how a command is called. */
  g_printerr (_ ("Usage: bearings-cli %s %s\n"), command->name, command->arguments);
  return BEARINGS_EXIT_USAGE;
}

void
bearings_cli_print_problems (BearingsCli *cli, const GPtrArray *problems)
{
  if (cli->json) {
    g_autofree char *text = bearings_service_text_problems_to_json (problems);
    g_print ("%s\n", text);
    return;
  }
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = g_ptr_array_index (problems, i);
    g_autofree char *text = bearings_problem_to_string (problem);
    g_printerr ("%s: %s\n",
                problem->severity == BEARINGS_SEVERITY_ERROR ? _ ("error") : _ ("warning"), text);
  }
}

guint
bearings_cli_width (void)
{
  struct winsize size;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    return MIN (size.ws_col, 100);
  return 80;
}
