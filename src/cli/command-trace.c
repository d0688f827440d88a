/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli trace CLAIM|ENTRY: from a sentence to its primary source, hop by hop. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-trace.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autoptr (BearingsTrace) trace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bearings_cli_parse (&bearings_command_trace, NULL, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2)
    return bearings_cli_usage (&bearings_command_trace);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  trace = bearings_service_find_trace (cli->service, argv[1], &error);
  if (trace == NULL)
    return bearings_cli_fail (error);
  text = cli->json ? bearings_service_trace_to_json (trace)
                   : bearings_service_trace_to_text (trace, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_trace = {
  "trace",
  "CLAIM|ENTRY",
  N_ ("Walks from a sentence to its primary source, hop by hop"),
  run,
};
