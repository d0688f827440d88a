/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli score [SESSION]: results of stored sittings. */

#include <glib/gi18n.h>

#include "bearings-cli.h"

static int
list_sessions (BearingsCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = bearings_service_list_sessions (cli->service, &error);

  if (sessions == NULL)
    return bearings_cli_fail (error);
  for (guint i = 0; i < sessions->len; i++) {
    const BearingsSessionInfo *info = g_ptr_array_index (sessions, i);
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (info->started / G_USEC_PER_SEC);
    g_autofree char *started = g_date_time_format_iso8601 (time);
    g_print ("%s  %s  %s %s  %s\n", info->id, started, info->instrument, info->instrument_version,
             info->finished ? _ ("finished") : _ ("open"));
  }
  return BEARINGS_EXIT_OK;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bearings_cli_parse (&bearings_command_score, NULL, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc > 2)
    return bearings_cli_usage (&bearings_command_score);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (argc == 1)
    return list_sessions (cli);
  result = bearings_service_get_result (cli->service, argv[1], &error);
  if (result == NULL)
    return bearings_cli_fail (error);
  text = cli->json ? bearings_service_result_to_json (result)
                   : bearings_service_result_to_text (result, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_score = {
  "score",
  "[SESSION]",
  N_ ("Scores a stored sitting; without one, lists the sittings"),
  run,
};
