/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert onet: official releases to the occupations pack. */

#include <glib/gi18n.h>

#include "bearings-convert.h"
#include "bearings-service-convert.h"

static GFile *
file_for (const char *name)
{
  return name != NULL ? g_file_new_for_commandline_arg (name) : NULL;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *onet = NULL;
  g_autofree char *wages = NULL;
  g_autofree char *projections = NULL;
  g_autofree char *output = NULL;
  g_autofree char *version = NULL;
  g_autofree char *published = NULL;
  g_autofree char *publisher = NULL;
  g_autofree char *wages_period = NULL;
  g_autofree char *superseded = NULL;
  g_autofree char *wages_issued = NULL;
  g_autofree char *projections_issued = NULL;
  g_autofree char *projections_superseded = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &onet,
      N_ ("Folder of the O*NET database's text files"), N_ ("FOLDER") },
    { "wages", 0, 0, G_OPTION_ARG_FILENAME, &wages,
      N_ ("National table of the OEWS release as CSV"), N_ ("FILE") },
    { "projections", 0, 0, G_OPTION_ARG_FILENAME, &projections,
      N_ ("Table 1.2 of the employment projections as CSV"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Pack to write"), N_ ("FILE") },
    { "pack-version", 0, 0, G_OPTION_ARG_STRING, &version, N_ ("Version of the pack"),
      N_ ("VERSION") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &published, N_ ("Day of publication"), N_ ("DATE") },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &publisher, N_ ("Who publishes it"), N_ ("NAME") },
    { "wages-period", 0, 0, G_OPTION_ARG_STRING, &wages_period,
      N_ ("Month the wages are for, such as 2025-05"), N_ ("MONTH") },
    { "superseded", 0, 0, G_OPTION_ARG_STRING, &superseded,
      N_ ("Which newer releases of O*NET exist"), N_ ("TEXT") },
    { "wages-issued", 0, 0, G_OPTION_ARG_STRING, &wages_issued,
      N_ ("When the wages were published"), N_ ("DATE") },
    { "projections-issued", 0, 0, G_OPTION_ARG_STRING, &projections_issued,
      N_ ("When the projections were published"), N_ ("DATE") },
    { "projections-superseded", 0, 0, G_OPTION_ARG_STRING, &projections_superseded,
      N_ ("Which newer round of the projections exists"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What else a reader should know"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GFile) database_file = NULL;
  g_autoptr (GFile) wages_file = NULL;
  g_autoptr (GFile) projections_file = NULL;
  g_autoptr (GFile) output_file = NULL;
  g_autoptr (GError) error = NULL;
  BearingsOnetFiles files;
  BearingsOnetSummary summary;

  if (!bearings_cli_parse (&bearings_convert_onet, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 1 || onet == NULL || output == NULL)
    return bearings_cli_usage (&bearings_convert_onet);
  database_file = file_for (onet);
  wages_file = file_for (wages);
  projections_file = file_for (projections);
  output_file = file_for (output);
  files = (BearingsOnetFiles) {
    .database = database_file,
    .wages = wages_file,
    .projections = projections_file,
    .version = version,
    .published = published,
    .publisher = publisher,
    .wages_period = wages_period,
    .superseded = superseded,
    .wages_issued = wages_issued,
    .projections_issued = projections_issued,
    .projections_superseded = projections_superseded,
    .note = note,
    .output = output_file,
  };
  if (!bearings_service_convert_onet (&files, &summary, &error))
    return bearings_cli_fail (error);
  /* Translators: counts of what a conversion found. */
  g_print (_ ("%u occupations (%u without ratings, %u with wages, %u with an outlook), %u skills, "
              "%u technology flags, %u ratings.\n"),
           summary.occupations, summary.without_ratings, summary.with_wage, summary.with_projection,
           summary.skills, summary.flags, summary.ratings);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_convert_onet = {
  "convert onet",
  "--database FOLDER [--wages FILE] [--projections FILE] --output FILE",
  N_ ("Makes the occupations pack from the official files"),
  run,
};
