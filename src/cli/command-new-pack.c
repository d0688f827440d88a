/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli new-pack: a draft of a pack, with a blank wherever the author has to write. */

#include <glib/gi18n.h>

#include "bearings-convert.h"
#include "bearings-service-export.h"
#include "bearings-service-text.h"

/* Never over a file that is there: it may be somebody's work. */
static gboolean
write_new (const char *name, const char *text, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autofree char *lines = g_strconcat (text, "\n", NULL);

  return bearings_service_text_save (file, FALSE, lines, error);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_auto (BearingsPackOptions) options = { 0 };
  const GOptionEntry entries[] = { BEARINGS_PACK_OPTIONS (options), G_OPTION_ENTRY_NULL };
  g_autofree char *today = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  BearingsPackInfo info;

  if (!bearings_cli_parse (&bearings_command_new_pack, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2)
    return bearings_cli_usage (&bearings_command_new_pack);
  today = g_date_time_format (now, "%Y-%m-%d");
  info = (BearingsPackInfo) {
    .id = options.id,
    .title = options.title,
    .version = options.version != NULL ? options.version : (char *) "1.0.0",
    .published = options.published != NULL ? options.published : today,
    .publisher = options.publisher,
    .licence = options.licence,
    .note = options.note,
  };
  text = bearings_service_export_draft_pack (argv[1], &info);
  if (text == NULL) {
    g_autofree char *names = g_strjoinv (", ", (char **) bearings_service_export_list_drafts ());
    /* Translators: what somebody typed, then the words that are understood. */
    g_printerr (_ ("bearings-cli: there is no draft “%s”; there are: %s\n"), argv[1], names);
    return BEARINGS_EXIT_NOT_FOUND;
  }
  if (options.output == NULL) {
    g_print ("%s\n", text);
    return BEARINGS_EXIT_OK;
  }
  if (!write_new (options.output, text, &error))
    return bearings_cli_fail (error);
  g_print (_ ("A draft was written to %s. While you fill it in, let this run beside it:\n"
              "  bearings-cli validate --watch %s\n"),
           options.output, options.output);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_new_pack = {
  "new-pack",
  "claim|role|instrument|norm [--output FILE]",
  N_ ("Writes a draft of a pack, with a blank wherever there is something to fill in"),
  run,
};
