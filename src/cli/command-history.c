/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli history and undo. */

#include <glib/gi18n.h>
#include <unistd.h>

#include "bearings-cli.h"
#include "bearings-service-imports.h"

static void
print_event (const BearingsImportEvent *event)
{
  g_autofree char *signature = bearings_signature_text (&event->signature);

  g_print ("%" G_GINT64_FORMAT "  %s  %s %s", event->number, event->imported, event->info->id,
           event->info->version);
  if (event->replaced_version != NULL)
    /* Translators: version of a pack before an import. */
    g_print (_ (" (before: %s)"), event->replaced_version);
  g_print ("\n   %s, %s. %s.\n   ", event->info->publisher != NULL ? event->info->publisher : "",
           event->info->licence != NULL ? event->info->licence : "", signature);
  g_print (_ ("Records: %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " changed, %" G_GINT64_FORMAT
              " removed.\n"),
           event->added, event->changed, event->removed);
  if (event->sha256 != NULL)
    g_print ("   SHA-256 %s\n", event->sha256);
  if (event->undone != NULL)
    /* Translators: date and time. */
    g_print (_ ("   Undone: %s\n"), event->undone);
}

static int
run_history (BearingsCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  if (!bearings_cli_parse (&bearings_command_history, NULL, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc > 2)
    return bearings_cli_usage (&bearings_command_history);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  events = bearings_service_imports_list (cli->service, argc == 2 ? argv[1] : NULL, &error);
  if (events == NULL)
    return bearings_cli_fail (error);
  for (guint i = 0; i < events->len; i++)
    print_event (events->pdata[i]);
  return events->len > 0 ? BEARINGS_EXIT_OK : BEARINGS_EXIT_NOT_FOUND;
}

const BearingsCommand bearings_command_history = {
  "history",
  "[PACK]",
  N_ ("Lists the imports, latest first"),
  run_history,
};

/* The latest import that stands, or 0. */
static gint64
find_latest (BearingsCli *cli, GError **error)
{
  g_autoptr (GPtrArray) events = bearings_service_imports_list (cli->service, NULL, error);

  for (guint i = 0; events != NULL && i < events->len; i++) {
    const BearingsImportEvent *event = events->pdata[i];
    if (event->latest)
      return event->number;
  }
  return 0;
}

static void
on_progress (goffset done, goffset total, gpointer user_data)
{
  int *shown = user_data;
  int percent = total > 0 ? (int) (100 * done / total) : 0;

  if (percent != *shown && isatty (STDERR_FILENO))
    /* Translators: progress of taking an import back, in percent. */
    g_printerr (_ ("\rUndoing: %d %%"), percent);
  *shown = percent;
}

static int
run_undo (BearingsCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 number;
  gboolean undone;
  int shown = -1;

  if (!bearings_cli_parse (&bearings_command_undo, NULL, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc > 2)
    return bearings_cli_usage (&bearings_command_undo);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  number = argc == 2 ? g_ascii_strtoll (argv[1], NULL, 10) : find_latest (cli, &error);
  if (error != NULL)
    return bearings_cli_fail (error);
  if (number == 0) {
    g_printerr ("%s", _ ("bearings-cli: there is no import to undo\n"));
    return BEARINGS_EXIT_NOT_FOUND;
  }
  undone = bearings_service_imports_undo (cli->service, number, on_progress, &shown, NULL, &error);
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
  if (!undone)
    return bearings_cli_fail (error);
  /* Translators: number of an import in the history. */
  g_print (_ ("Import %" G_GINT64_FORMAT " is undone.\n"), number);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_undo = {
  "undo",
  "[NUMBER]",
  N_ ("Takes the latest import back"),
  run_undo,
};
