/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert oews, projections, csl, bibtex: one file to one pack. */

#include <glib/gi18n.h>

#include "bearings-convert.h"

static int
convert (const BearingsCommand *command, BearingsConvertKind kind, int argc, char **argv)
{
  g_auto (BearingsPackOptions) options = { 0 };
  g_autofree char *file = NULL;
  g_autofree char *period = NULL;
  const GOptionEntry entries[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, &file, N_ ("File to be converted"), N_ ("FILE") },
    { "period", 0, kind == BEARINGS_CONVERT_OEWS ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING,
      &period, N_ ("Month the wages are for, such as 2025-05"), N_ ("MONTH") },
    BEARINGS_PACK_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsPackInfo) info = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;
  guint records, ignored;

  if (!bearings_cli_parse (command, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  info = bearings_pack_options_to_info (&options);
  if (argc > 1 || file == NULL || info == NULL || (period && kind != BEARINGS_CONVERT_OEWS))
    return bearings_cli_usage (command);
  input = g_file_new_for_commandline_arg (file);
  output = g_file_new_for_commandline_arg (options.output);
  if (!bearings_service_convert_file (kind, input, info, period, output, &records, &ignored,
                                      &error))
    return bearings_cli_fail (error);
  g_print (ngettext ("%u record.\n", "%u records.\n", records), records);
  if (ignored > 0)
    g_print (ngettext ("%u field has no place in a source and was left out.\n",
                       "%u fields have no place in a source and were left out.\n", ignored),
             ignored);
  return BEARINGS_EXIT_OK;
}

#define ARGUMENTS                                                                                  \
  "--file FILE --pack-id ID --title TEXT --publisher NAME --licence TEXT --output FILE"

static int
run_oews (BearingsCli *cli, int argc, char **argv)
{
  return convert (&bearings_convert_oews, BEARINGS_CONVERT_OEWS, argc, argv);
}

static int
run_projections (BearingsCli *cli, int argc, char **argv)
{
  return convert (&bearings_convert_projections, BEARINGS_CONVERT_PROJECTIONS, argc, argv);
}

static int
run_csl (BearingsCli *cli, int argc, char **argv)
{
  return convert (&bearings_convert_csl, BEARINGS_CONVERT_CSL, argc, argv);
}

static int
run_bibtex (BearingsCli *cli, int argc, char **argv)
{
  return convert (&bearings_convert_bibtex, BEARINGS_CONVERT_BIBTEX, argc, argv);
}

const BearingsCommand bearings_convert_oews = {
  "convert oews",
  ARGUMENTS,
  N_ ("Makes a pack of wages from the national OEWS table as CSV"),
  run_oews,
};
const BearingsCommand bearings_convert_projections = {
  "convert projections",
  ARGUMENTS,
  N_ ("Makes a pack of the outlook from table 1.2 of the employment projections as CSV"),
  run_projections,
};
const BearingsCommand bearings_convert_csl = {
  "convert csl",
  ARGUMENTS,
  N_ ("Makes a pack of sources from CSL-JSON"),
  run_csl,
};
const BearingsCommand bearings_convert_bibtex = {
  "convert bibtex",
  ARGUMENTS,
  N_ ("Makes a pack of sources from BibTeX"),
  run_bibtex,
};
