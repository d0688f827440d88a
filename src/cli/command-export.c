/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli export: a pack as it is installed, or any selection of records as a pack. */

#include <glib/gi18n.h>

#include "bearings-convert.h"
#include "bearings-format.h"
#include "bearings-service-export.h"

/* "claim:some-id": the kind ends at the first colon. */
static gboolean
select_named (BearingsService *service,
              BearingsRecordSet *selection,
              const char *text,
              GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *kind = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  const BearingsRecordType *type = kind != NULL ? bearings_record_type_by_name (kind) : NULL;

  if (type == NULL) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 /* Translators: what somebody typed; the examples stay as they are. */
                 _ ("“%s” names no record; write its kind and its id, such as claim:some-id or "
                    "skill:python."),
                 text);
    return FALSE;
  }
  return bearings_service_export_select (service, selection, type->kind, colon + 1, error);
}

static gboolean
select_kind (BearingsService *service,
             BearingsRecordSet *selection,
             const char *name,
             GError **error)
{
  const BearingsRecordType *type = bearings_record_type_by_name (name);

  if (type == NULL) {
    g_set_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no kind of record “%s”."), name);
    return FALSE;
  }
  return bearings_service_export_select_kind (service, selection, type->kind, error);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_auto (BearingsPackOptions) options = { 0 };
  g_autofree char *pack = NULL;
  g_autofree char *words = NULL;
  g_autofree char *replaces = NULL;
  g_auto (GStrv) kinds = NULL;
  gboolean bare = FALSE;
  const GOptionEntry entries[] = {
    { "pack", 0, 0, G_OPTION_ARG_STRING, &pack, N_ ("The installed pack of that id, as it is"),
      N_ ("ID") },
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &kinds, N_ ("Every record of a kind"), N_ ("KIND") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &words, N_ ("The claims a search finds"), N_ ("WORDS") },
    { "bare", 0, 0, G_OPTION_ARG_NONE, &bare,
      N_ ("Without what the records refer to and without their parts"), NULL },
    { "replaces", 0, 0, G_OPTION_ARG_STRING, &replaces,
      N_ ("Packs whose records this one may take over, blanks between"), N_ ("IDS") },
    BEARINGS_PACK_OPTIONS (options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsPackInfo) info = NULL;
  g_autoptr (BearingsRecordSet) selection = bearings_record_set_new ();
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = TRUE, some;
  g_autofree char *number = NULL;
  guint64 n = 0;

  if (!bearings_cli_parse (&bearings_command_export, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  some = argc > 1 || kinds != NULL || words != NULL;
  info = bearings_pack_options_to_info (&options);
  if (options.output == NULL || (pack != NULL) == some || (pack == NULL && info == NULL))
    return bearings_cli_usage (&bearings_command_export);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  output = g_file_new_for_commandline_arg (options.output);
  if (pack != NULL) {
    good = bearings_service_export_pack (cli->service, pack, output, &n, &error);
  } else {
    info->replaces = g_strdup (replaces);
    for (guint i = 0; kinds != NULL && kinds[i] != NULL && good; i++)
      good = select_kind (cli->service, selection, kinds[i], &error);
    if (words != NULL && good)
      good = bearings_service_export_select_claims (cli->service, selection, words, &error);
    for (int i = 1; i < argc && good; i++)
      good = select_named (cli->service, selection, argv[i], &error);
    if (good && bearings_record_set_get_size (selection) == 0) {
      g_printerr ("%s\n", _ ("Nothing was found to export."));
      return BEARINGS_EXIT_NOT_FOUND;
    }
    good = good && bearings_service_export_selection (cli->service, selection, info, !bare, output,
                                                      &n, &error);
  }
  if (!good)
    return bearings_cli_fail (error);
  number = bearings_format_integer ((gint64) n);
  /* Translators: how many records were written to a file. */
  g_print (ngettext ("%s record written.\n", "%s records written.\n", (gulong) n), number);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_export = {
  "export",
  "--pack ID --output FILE | [--kind KIND]… [--search WORDS] [KIND:ID]… --pack-id ID --title TEXT "
  "--publisher NAME --licence TEXT --output FILE",
  N_ ("Writes an installed pack, or any selection of records, as a pack"),
  run,
};
