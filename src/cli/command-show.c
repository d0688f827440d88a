/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli show KIND ID: one record with every field. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-text.h"

/* The word on the command line and the kind of record it stands for. */
static const BearingsRecordType *
kind_of (const char *word)
{
  if (g_str_equal (word, "register"))
    return bearings_record_type (BEARINGS_RECORD_REGISTER_ENTRY);
  return bearings_record_type_by_name (word);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  const BearingsRecordType *type;
  g_autoptr (BearingsRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bearings_cli_parse (&bearings_command_show, NULL, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 3)
    return bearings_cli_usage (&bearings_command_show);
  type = kind_of (argv[1]);
  if (type == NULL) {
    /* Translators: the word given as a kind of record. */
    g_printerr (_ ("bearings-cli show: there is no kind of record “%s”\n"), argv[1]);
    return BEARINGS_EXIT_USAGE;
  }
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  record = bearings_service_get_record (cli->service, type->kind, argv[2], &error);
  if (record == NULL && error == NULL)
    bearings_service_set_not_found (type->kind, argv[2], &error);
  if (record == NULL)
    return bearings_cli_fail (error);
  text = cli->json ? bearings_service_text_record_to_json (record)
                   : bearings_service_text_record_to (record, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_show = {
  "show",
  "occupation|role|skill|claim|source|register|… ID",
  N_ ("Shows one record with every field"),
  run,
};
