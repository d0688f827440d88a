/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli norm: the centre's own sample. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-sample.h"

static int
list_sample (BearingsCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = bearings_service_sample_list (cli->service, &error);

  if (parts == NULL)
    return bearings_cli_fail (error);
  for (guint i = 0; i < parts->len; i++) {
    const BearingsSamplePart *part = parts->pdata[i];
    g_autoptr (BearingsInstrument) instrument = bearings_service_get_record (
      cli->service, BEARINGS_RECORD_INSTRUMENT, part->instrument, &error);
    int missing = bearings_contribution_sample_missing (parts, part, instrument);

    if (error != NULL)
      return bearings_cli_fail (error);
    g_print ("%s %s  n = %u  %s – %s  %s\n", part->instrument, part->instrument_version, part->n,
             part->first_month, part->last_month,
             *part->origin == '\0' ? _ ("this centre") : part->origin);
    if (missing > 0)
      g_print (ngettext ("   %d more is missing to the least count that may be shown.\n",
                         "   %d more are missing to the least count that may be shown.\n", missing),
               missing);
    else if (missing < 0)
      g_print ("   %s\n", _ ("The instrument is not installed here."));
  }
  return parts->len > 0 ? BEARINGS_EXIT_OK : BEARINGS_EXIT_NOT_FOUND;
}

static int
export_sample (BearingsCli *cli, const char *path, const char *instrument)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  int n = bearings_service_sample_export (cli->service, instrument, file, &error);

  if (n < 0)
    return bearings_cli_fail (error);
  g_print (ngettext ("%d record written, without identities.\n",
                     "%d records written, without identities.\n", n),
           n);
  return BEARINGS_EXIT_OK;
}

static int
merge_sample (BearingsCli *cli, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  guint added, known;

  if (!bearings_service_sample_merge (cli->service, file, &added, &known, &error))
    return bearings_cli_fail (error);
  /* Translators: two counts. */
  g_print (_ ("Records added: %u; here already: %u.\n"), added, known);
  return BEARINGS_EXIT_OK;
}

static int
import_responses (BearingsCli *cli, const char *path, const char *instrument, const char *month)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResponsesSummary) summary =
    bearings_service_sample_import_responses (cli->service, instrument, file, month, &error);

  if (summary == NULL)
    return bearings_cli_fail (error);
  /* Translators: two counts. */
  g_print (_ ("Records added: %u; here already: %u.\n"), summary->added, summary->known);
  for (guint i = 0; i < summary->unknown->len; i++)
    /* Translators: name of an item in a file. */
    g_print (_ ("“%s” is no item of the instrument; its answers were left out.\n"),
             (char *) summary->unknown->pdata[i]);
  return BEARINGS_EXIT_OK;
}

static int
remove_sample (BearingsCli *cli, const char *origin)
{
  g_autoptr (GError) error = NULL;
  guint removed;

  if (!bearings_service_sample_remove (cli->service, origin, &removed, &error))
    return bearings_cli_fail (error);
  /* Translators: a count. */
  g_print (_ ("Records removed: %u.\n"), removed);
  return BEARINGS_EXIT_OK;
}

static int
run_norm (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *instrument = NULL;
  g_autofree char *month = NULL;
  const GOptionEntry entries[] = {
    { "instrument", 'i', 0, G_OPTION_ARG_STRING, &instrument,
      N_ ("Export this instrument alone; import answers to it"), N_ ("ID") },
    { "month", 0, 0, G_OPTION_ARG_STRING, &month,
      N_ ("Month of imported answers without a date, otherwise the present one"),
      N_ ("YEAR-MONTH") },
    G_OPTION_ENTRY_NULL,
  };
  const char *what;

  if (!bearings_cli_parse (&bearings_command_norm, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  what = argc > 1 ? argv[1] : "";
  if (!(g_str_equal (what, "list") ? argc == 2
        : g_str_equal (what, "import")
          ? argc == 3 && instrument != NULL
          : argc == 3 && (g_str_equal (what, "export") || g_str_equal (what, "merge") ||
                          g_str_equal (what, "remove"))) ||
      (month != NULL && !bearings_contribution_is_month (month)))
    return bearings_cli_usage (&bearings_command_norm);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (g_str_equal (what, "list"))
    return list_sample (cli);
  if (g_str_equal (what, "export"))
    return export_sample (cli, argv[2], instrument);
  if (g_str_equal (what, "import"))
    return import_responses (cli, argv[2], instrument, month);
  return g_str_equal (what, "merge") ? merge_sample (cli, argv[2]) : remove_sample (cli, argv[2]);
}

const BearingsCommand bearings_command_norm = {
  "norm",
  "list | export FILE [--instrument ID] | merge FILE | import FILE --instrument ID "
  "[--month YEAR-MONTH] | remove NAME",
  N_ ("Shows, exports and merges the centre’s own anonymous sample"),
  run_norm,
};
