/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli freshness: what is due for a look, and the list to take along. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-freshness.h"
#include "bearings-service-text.h"

static void
print_row (const BearingsFreshnessRow *row)
{
  g_autofree char *text = bearings_freshness_text (row);

  g_print ("%s\n   %s\n   %s\n", row->claim, row->statement, text);
  if (row->doi != NULL)
    g_print ("   https://doi.org/%s\n", row->doi);
  else if (row->url != NULL)
    g_print ("   %s\n", row->url);
}

static void
print_counts (GPtrArray *rows)
{
  for (guint i = 0; i < BEARINGS_N_DUE; i++) {
    guint n = 0;

    for (guint j = 0; j < rows->len; j++)
      n += (((BearingsFreshnessRow *) rows->pdata[j])->due & 1u << i) != 0;
    g_print ("%6u  %-10s %s\n", n, bearings_due_name (1u << i), bearings_due_title (1u << i));
  }
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  g_autofree char *output = NULL;
  gboolean counts = FALSE, csv = FALSE, all = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Only what is due for this reason"),
      N_ ("REASON") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("What is not due, too"), NULL },
    { "counts", 0, 0, G_OPTION_ARG_NONE, &counts, N_ ("How many there are for each reason"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv,
      N_ ("As a list to fill in, for somebody with a network"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  BearingsDue only;

  if (!bearings_cli_parse (&bearings_command_freshness, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  only = reason != NULL ? bearings_due_by_name (reason) : 0;
  if (argc > 1 || (reason != NULL && only == 0) || (output != NULL && !csv && !cli->json))
    return bearings_cli_usage (&bearings_command_freshness);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  rows = bearings_service_freshness_list (cli->service, NULL, &error);
  if (rows == NULL)
    return bearings_cli_fail (error);
  for (guint i = rows->len; i-- > 0;) {
    const BearingsFreshnessRow *row = rows->pdata[i];

    if (only != 0 ? !(row->due & only) : !all && row->due == 0)
      g_ptr_array_remove_index (rows, i);
  }
  if (csv || cli->json) {
    text = csv ? bearings_freshness_to_csv (rows) : bearings_service_freshness_to_json (rows);
    if (output == NULL) {
      g_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
    } else {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);

      if (!bearings_service_text_save (file, TRUE, text, &error))
        return bearings_cli_fail (error);
    }
    return BEARINGS_EXIT_OK;
  }
  if (counts)
    print_counts (rows);
  else
    for (guint i = 0; i < rows->len; i++)
      print_row (rows->pdata[i]);
  if (rows->len == 0)
    g_print ("%s", _ ("Nothing is due.\n"));
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_freshness = {
  "freshness",
  "[--reason REASON] [--all] [--counts | --csv [--output FILE]]",
  N_ ("Lists the claims that are due for a look, and why"),
  run,
};
