/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli build-catalogue OUTPUT FILE…: a new catalogue from packs, as the build makes it. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-packs.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, N_ ("Replace the file if it exists"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  gboolean built;

  if (!bearings_cli_parse (&bearings_command_build_catalogue, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 3)
    return bearings_cli_usage (&bearings_command_build_catalogue);
  for (int i = 2; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (argv[i]));
  built = bearings_service_packs_build_catalogue (argv[1], replace, files, problems, &error);
  bearings_cli_print_problems (cli, problems);
  return built ? BEARINGS_EXIT_OK : bearings_cli_fail (error);
}

const BearingsCommand bearings_command_build_catalogue = {
  "build-catalogue",
  "[--replace] OUTPUT FILE…",
  N_ ("Builds a new catalogue from packs"),
  run,
};
