/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli validate FILE… */

#include <glib/gi18n.h>

#include "bearings-cli.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  gboolean alone = FALSE;
  const GOptionEntry entries[] = {
    { "alone", 0, 0, G_OPTION_ARG_NONE, &alone,
      N_ ("References may only be to records of these files, not of the catalogue"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problems_new ();
  g_autoptr (GError) error = NULL;
  gboolean valid;

  if (!bearings_cli_parse (&bearings_command_validate, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 2)
    return bearings_cli_usage (&bearings_command_validate);
  if (!alone && bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (argv[i]));
  valid = bearings_service_validate_files (alone ? NULL : cli->service, files, problems, &error);
  bearings_cli_print_problems (cli, problems);
  if (!valid)
    return bearings_cli_fail (error);
  if (!cli->json)
    g_print (ngettext ("%d file is valid.\n", "%d files are valid.\n", (gulong) argc - 1),
             argc - 1);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_validate = {
  "validate",
  "FILE…",
  N_ ("Checks packs and changes nothing"),
  run,
};
