/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli validate FILE… */

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-packs.h"

#define SETTLE_MS 150 /* an editor writes a file in several steps */

/* One look at the files, and at them again whenever one changes. */
typedef struct {
  BearingsCli *cli;
  GPtrArray *files; /* GFile */
  gboolean alone;
  GMainLoop *loop;
  guint settling;
} Look;

static int
look (const Look *self)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  gboolean valid = bearings_service_packs_validate_files (self->alone ? NULL : self->cli->service,
                                                          self->files, problems, &error);

  bearings_cli_print_problems (self->cli, problems);
  if (!valid)
    return bearings_cli_fail (error);
  if (!self->cli->json)
    g_print (ngettext ("%u file is valid.\n", "%u files are valid.\n", self->files->len),
             self->files->len);
  return BEARINGS_EXIT_OK;
}

static void
look_again (gpointer data)
{
  Look *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the time of day, as strftime() writes it. */
  g_autofree char *time = g_date_time_format (now, _ ("%H:%M:%S"));

  self->settling = 0;
  if (!self->cli->json)
    g_printerr ("\n— %s —\n", time);
  look (self);
}

static void
file_changed (GFileMonitor *monitor,
              GFile *file,
              GFile *other,
              GFileMonitorEvent event,
              gpointer data)
{
  Look *self = data;

  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_DELETED)
    return;
  if (self->settling != 0)
    g_source_remove (self->settling);
  self->settling = g_timeout_add_once (SETTLE_MS, look_again, self);
}

static gboolean
stop (gpointer data)
{
  Look *self = data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_CONTINUE;
}

/* Until it is interrupted. A file that is replaced by another of its name goes on being watched. */
static int
watch (Look *self)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) monitors = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint signals[2];

  self->loop = loop;
  for (guint i = 0; i < self->files->len; i++) {
    GFileMonitor *monitor =
      g_file_monitor_file (self->files->pdata[i], G_FILE_MONITOR_WATCH_MOVES, NULL, &error);

    if (monitor == NULL)
      return bearings_cli_fail (error);
    g_file_monitor_set_rate_limit (monitor, SETTLE_MS);
    g_signal_connect (monitor, "changed", G_CALLBACK (file_changed), self);
    g_ptr_array_add (monitors, monitor);
  }
  signals[0] = g_unix_signal_add (SIGINT, stop, self);
  signals[1] = g_unix_signal_add (SIGTERM, stop, self);
  look (self);
  g_main_loop_run (loop);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_source_remove (signals[i]);
  g_clear_handle_id (&self->settling, g_source_remove);
  return BEARINGS_EXIT_OK;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  gboolean again = FALSE;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Look self = { cli, files, FALSE, NULL, 0 };
  const GOptionEntry entries[] = {
    { "alone", 0, 0, G_OPTION_ARG_NONE, &self.alone,
      N_ ("References may only be to records of these files, not of the catalogue"), NULL },
    { "watch", 0, 0, G_OPTION_ARG_NONE, &again,
      N_ ("Check again whenever a file changes, until interrupted"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!bearings_cli_parse (&bearings_command_validate, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 2)
    return bearings_cli_usage (&bearings_command_validate);
  if (!self.alone && bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (argv[i]));
  return again ? watch (&self) : look (&self);
}

const BearingsCommand bearings_command_validate = {
  "validate",
  "[--watch] FILE…",
  N_ ("Checks packs and changes nothing"),
  run,
};
