/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli: finds the command and runs it. */

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bearings-cli.h"

static const BearingsCommand *const commands[] = {
  &bearings_command_search,        &bearings_command_show,      &bearings_command_answer,
  &bearings_command_assess,        &bearings_command_score,     &bearings_command_validate,
  &bearings_command_import,        &bearings_command_convert,   &bearings_command_build_catalogue,
  &bearings_command_item_analysis, &bearings_command_calibrate, &bearings_command_plan,
  &bearings_command_library,       &bearings_command_cite,      &bearings_command_trace,
  &bearings_command_plot,          &bearings_command_history,   &bearings_command_undo,
  &bearings_command_sign,          &bearings_command_verify,    &bearings_command_keys,
  &bearings_command_freshness,     &bearings_command_norm,      &bearings_command_export,
  &bearings_command_new_pack,      &bearings_command_quality,   &bearings_command_recalibrate,
  &bearings_command_rate,          &bearings_command_questions, &bearings_command_client,
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %s %s\n      %s", commands[i]->name, commands[i]->arguments,
                            _ (commands[i]->summary));
  return g_string_free_and_steal (text);
}

static const BearingsCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

/* What was said is on its way out only when standard output takes it: a full disk, a reader that is
 * gone or an output that is closed is told last, and never with a status of success. GLib ends the
 * program itself after the help of a command, so that this waits for the end. */
static void
close_output (void)
{
  gboolean failed = ferror (stdout) != 0;

  errno = 0;
  if (fflush (stdout) == 0 && !failed)
    return;
  /* Translators: why, in the words of the system. */
  g_printerr (_ ("bearings-cli: not all could be written to standard output: %s.\n"),
              g_strerror (errno != 0 ? errno : EIO));
  _exit (BEARINGS_EXIT_DATA);
}

int
main (int argc, char **argv)
{
  BearingsCli cli = { 0 };
  g_autofree char *data_dir = NULL;
  gboolean version = FALSE;
  gboolean help = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli.json, N_ ("Print JSON instead of text"), NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir,
      N_ ("Folder of the catalogue and the sessions"), N_ ("FOLDER") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Print this help and stop"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version and stop"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;
  const BearingsCommand *command;
  int status;

  atexit (close_output);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  context = g_option_context_new (_ ("COMMAND …"));
  description = describe_commands ();
  g_option_context_set_description (context, description);
  g_option_context_set_strict_posix (context, TRUE);  /* options after the command are its own */
  g_option_context_set_help_enabled (context, FALSE); /* ours returns; GLib's calls exit() */
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("bearings-cli: %s\n", error->message);
    return BEARINGS_EXIT_USAGE;
  }
  if (version) {
    g_print ("bearings-cli %s\n", BEARINGS_VERSION);
    return BEARINGS_EXIT_OK;
  }
  if (help || argc < 2) {
    g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
    if (help)
      g_print ("%s", text);
    else
      g_printerr ("%s", text);
    return help ? BEARINGS_EXIT_OK : BEARINGS_EXIT_USAGE;
  }
  command = find_command (argv[1]);
  if (command == NULL) {
    /* Translators: the word given as a command. */
    g_printerr (_ ("bearings-cli: there is no command “%s”; see bearings-cli --help\n"), argv[1]);
    return BEARINGS_EXIT_USAGE;
  }
  if (data_dir == NULL)
    data_dir = bearings_service_default_data_dir ();
  cli.data_dir = data_dir;
  status = command->run (&cli, argc - 1, argv + 1);
  g_clear_object (&cli.service);
  return status;
}
