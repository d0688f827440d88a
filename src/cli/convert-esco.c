/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert esco: the ESCO classification. */

#include <glib/gi18n.h>

#include "bearings-convert.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_auto (BearingsPackOptions) options = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *release = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      N_ ("Folder of the ESCO classification as CSV"), N_ ("FOLDER") },
    { "release", 0, 0, G_OPTION_ARG_STRING, &release, N_ ("Release of ESCO, such as 1.2.0"),
      N_ ("RELEASE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Language of the files; en when not given"), N_ ("CODE") },
    BEARINGS_PACK_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsPackInfo) info = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;
  BearingsEscoSummary summary;

  if (!bearings_cli_parse (&bearings_convert_esco, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  info = bearings_pack_options_to_info (&options);
  if (argc > 1 || folder == NULL || release == NULL || info == NULL)
    return bearings_cli_usage (&bearings_convert_esco);
  input = g_file_new_for_commandline_arg (folder);
  output = g_file_new_for_commandline_arg (options.output);
  if (!bearings_service_convert_esco (input, language != NULL ? language : "en", release, info,
                                      output, &summary, &error))
    return bearings_cli_fail (error);
  /* Translators: counts of what a conversion found. */
  g_print (_ ("%u occupations, %u skills, %u relations.\n"), summary.occupations, summary.skills,
           summary.relations);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_convert_esco = {
  "convert esco",
  "--folder FOLDER --release RELEASE [--language CODE] --pack-id ID --title TEXT --publisher NAME "
  "--licence TEXT --output FILE",
  N_ ("Makes a pack of the occupations, skills and relations of ESCO"),
  run,
};
