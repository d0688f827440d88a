/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli convert KIND …: files from elsewhere to a pack. */

#include <glib/gi18n.h>

#include "bearings-convert.h"

static const BearingsCommand *const converters[] = {
  &bearings_convert_onet,     &bearings_convert_oews,        &bearings_convert_projections,
  &bearings_convert_postings, &bearings_convert_retractions, &bearings_convert_csl,
  &bearings_convert_esco,     &bearings_convert_bibtex,      &bearings_convert_checks,
};

BearingsPackInfo *
bearings_pack_options_to_info (const BearingsPackOptions *options)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_utc ();
  BearingsPackInfo *info;

  if (options->id == NULL || options->title == NULL || options->publisher == NULL ||
      options->licence == NULL || options->output == NULL)
    return NULL;
  info = bearings_pack_info_new ();
  info->id = g_strdup (options->id);
  info->title = g_strdup (options->title);
  info->version = g_strdup (options->version != NULL ? options->version : "1.0.0");
  info->published = options->published != NULL ? g_strdup (options->published)
                                               : g_date_time_format (today, "%Y-%m-%d");
  info->publisher = g_strdup (options->publisher);
  info->licence = g_strdup (options->licence);
  info->note = g_strdup (options->note);
  return info;
}

void
bearings_pack_options_clear (BearingsPackOptions *options)
{
  g_free (options->id);
  g_free (options->title);
  g_free (options->version);
  g_free (options->published);
  g_free (options->publisher);
  g_free (options->licence);
  g_free (options->note);
  g_free (options->output);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  if (argc > 1)
    for (guint i = 0; i < G_N_ELEMENTS (converters); i++)
      if (g_str_equal (converters[i]->name + strlen ("convert "), argv[1]))
        return converters[i]->run (cli, argc - 1, argv + 1);
  for (guint i = 0; i < G_N_ELEMENTS (converters); i++)
    g_printerr ("%s%s %s\n    %s\n", i == 0 ? "" : "\n", converters[i]->name,
                converters[i]->arguments, _ (converters[i]->summary));
  return BEARINGS_EXIT_USAGE;
}

const BearingsCommand bearings_command_convert = {
  "convert",
  "KIND …",
  N_ ("Makes a pack from files of other places; without KIND, lists what can be converted"),
  run,
};
