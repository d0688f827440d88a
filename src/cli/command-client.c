/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli client: the codes that sittings are kept under. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-clients.h"

static int
list_clients (BearingsCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) codes = bearings_service_clients_list (cli->service, &error);

  for (guint i = 0; codes != NULL && i < codes->len; i++) {
    g_autoptr (GPtrArray) sittings =
      bearings_service_clients_list_sittings_of (cli->service, codes->pdata[i], &error);

    if (sittings == NULL)
      return bearings_cli_fail (error);
    g_print (
      /* Translators: code of a client, number of sittings. */
      ngettext ("%s  %u sitting\n", "%s  %u sittings\n", sittings->len), (char *) codes->pdata[i],
      sittings->len);
  }
  return codes != NULL ? BEARINGS_EXIT_OK : bearings_cli_fail (error);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  const char *what;
  gboolean done;

  if (!bearings_cli_parse (&bearings_command_client, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  what = argc > 1 ? argv[1] : "";
  if (!((g_str_equal (what, "list") && argc == 2) || (g_str_equal (what, "delete") && argc == 3) ||
        (g_str_equal (what, "rename") && argc == 4)))
    return bearings_cli_usage (&bearings_command_client);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (g_str_equal (what, "list"))
    return list_clients (cli);
  if (g_str_equal (what, "delete"))
    done = bearings_service_clients_delete (cli->service, argv[2], &error);
  else
    done = bearings_service_clients_rename (cli->service, argv[2], argv[3], &error);
  return done ? BEARINGS_EXIT_OK : bearings_cli_fail (error);
}

const BearingsCommand bearings_command_client = {
  "client",
  "list | rename CODE NEW-CODE | delete CODE",
  N_ ("Shows, renames and deletes the codes that sittings are kept under"),
  run,
};
