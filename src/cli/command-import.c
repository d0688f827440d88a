/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli import FILE… */

#include <glib/gi18n.h>
#include <unistd.h>

#include "bearings-cli.h"
#include "bearings-service-imports.h"
#include "bearings-service-preview.h"
#include "bearings-service-text.h"
#include "bearings-words.h"

#define PAGES_IN_PREVIEW 200

static void
on_progress (goffset done, goffset total, gpointer user_data)
{
  int *shown = user_data;
  int percent = total > 0 ? (int) (100 * done / total) : 0;

  if (percent != *shown && isatty (STDERR_FILENO))
    /* Translators: progress of an import in percent. */
    g_printerr (_ ("\rReading: %d %%"), percent);
  *shown = percent;
}

static void
print_summary (const BearingsImportSummary *summary)
{
  if (summary->replaced_version != NULL)
    /* Translators: title, version before and now. */
    g_print (_ ("%s: version %s replaced by %s. "), summary->info->title, summary->replaced_version,
             summary->info->version);
  else
    /* Translators: title, version. */
    g_print (_ ("%s: version %s installed. "), summary->info->title, summary->info->version);
  g_print (_ ("Records: %" G_GINT64_FORMAT " added, %" G_GINT64_FORMAT " changed, %" G_GINT64_FORMAT
              " removed.\n"),
           summary->added, summary->changed, summary->removed);
}

/* What somebody asked for beside the files. */
typedef struct {
  gboolean preview;
  gboolean no_answers;
  gboolean downgrade;
} Options;

static void
print_answers (const BearingsPreview *preview)
{
  for (guint i = 0; i < preview->answers->len; i++) {
    const BearingsAnswerChange *change = preview->answers->pdata[i];

    g_print ("%s\n  %s\n", change->question, change->channel);
    g_print ("  - %s\n", change->before != NULL ? change->before : _ ("no page"));
    g_print ("  + %s\n", change->after != NULL ? change->after : _ ("no page"));
  }
  if (preview->n_concerned > preview->n_pages)
    g_print (ngettext ("%u more page is concerned and was not worked out.\n",
                       "%u more pages are concerned and were not worked out.\n",
                       preview->n_concerned - preview->n_pages),
             preview->n_concerned - preview->n_pages);
}

static void
print_fields (BearingsCli *cli, GFile *file, const BearingsDiffEntry *entry)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GError) error = NULL;

  if (entry->change != BEARINGS_RECORD_CHANGE_CHANGED &&
      entry->change != BEARINGS_RECORD_CHANGE_TAKEN_OVER)
    return;
  fields = bearings_service_preview_fields (cli->service, file, entry, &error);
  if (fields == NULL)
    g_print ("    %s\n", error->message);
  for (guint i = 0; fields != NULL && i < fields->len; i++) {
    const BearingsFieldChange *field = fields->pdata[i];

    g_print ("    %s\n", field->path);
    if (field->before != NULL)
      g_print ("    - %s\n", field->before);
    if (field->after != NULL)
      g_print ("    + %s\n", field->after);
  }
}

static void
print_preview (BearingsCli *cli, GFile *file, const BearingsPreview *preview)
{
  g_autofree char *signature = bearings_signature_text (&preview->signature);

  if (preview->installed != NULL)
    /* Translators: title, version in the file, version installed. */
    g_print (_ ("%s: version %s would take the place of %s. "), preview->info->title,
             preview->info->version, preview->installed);
  else
    /* Translators: title, version. */
    g_print (_ ("%s: version %s would be installed. "), preview->info->title,
             preview->info->version);
  g_print (_ ("Records: %u added, %u changed, %u removed.\n"), preview->n_added, preview->n_changed,
           preview->n_removed);
  g_print ("%s.\n", signature);
  if (preview->downgrade)
    g_print (_ ("It is older than what is installed; --downgrade applies it all the same.\n"));
  for (guint i = 0; i < preview->entries->len; i++) {
    const BearingsDiffEntry *entry = preview->entries->pdata[i];

    g_print ("%s: %s %s: %s\n", bearings_record_change_title (entry->change),
             bearings_record_type (entry->kind)->name, entry->id, entry->title);
    if (bearings_diff_entry_is_regraded (entry))
      /* Translators: certainty before and after: "Moderate certainty". */
      g_print (_ ("    Graded again: %s, then %s\n"),
               bearings_words_certainty_title (entry->certainty_before),
               bearings_words_certainty_title (entry->certainty_after));
    print_fields (cli, file, entry);
  }
  print_answers (preview);
  if (preview->n_results > 0)
    g_print (ngettext ("%u stored result is concerned. It keeps the data it was scored with.\n",
                       "%u stored results are concerned. They keep the data they were scored "
                       "with.\n",
                       preview->n_results),
             preview->n_results);
}

static void
clear_progress (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}

static int
preview_one (BearingsCli *cli, const Options *options, GFile *file)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GError) error = NULL;
  int shown = -1;
  g_autoptr (BearingsPreview) preview =
    bearings_service_preview (cli->service, file, on_progress, &shown, problems, NULL, &error);

  clear_progress ();
  if (preview == NULL ||
      (!options->no_answers && !bearings_service_preview_answers (
                                 cli->service, file, preview, PAGES_IN_PREVIEW, NULL, &error))) {
    bearings_cli_print_problems (cli, problems);
    return bearings_cli_fail (error);
  }
  if (cli->json) {
    g_autofree char *text = bearings_service_preview_to_json (preview);
    g_print ("%s\n", text);
  } else {
    bearings_cli_print_problems (cli, preview->problems);
    print_preview (cli, file, preview);
  }
  return BEARINGS_EXIT_OK;
}

static int
import_one (BearingsCli *cli, const Options *options, GFile *file)
{
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (BearingsImportSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  int shown = -1;

  summary = bearings_service_imports_apply (cli->service, file,
                                            options->downgrade ? BEARINGS_IMPORT_ALLOW_DOWNGRADE
                                                               : BEARINGS_IMPORT_DEFAULT,
                                            NULL, on_progress, &shown, problems, NULL, &error);
  clear_progress ();
  if (cli->json && summary != NULL) {
    g_autofree char *text = bearings_service_text_import_summary_to_json (summary);
    g_print ("%s\n", text);
  } else {
    bearings_cli_print_problems (cli, problems);
    if (summary != NULL)
      print_summary (summary);
  }
  return summary != NULL ? BEARINGS_EXIT_OK : bearings_cli_fail (error);
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview,
      N_ ("Show what would change, and change nothing"), NULL },
    { "no-answers", 0, 0, G_OPTION_ARG_NONE, &options.no_answers,
      N_ ("With --preview: do not work out which answers of pages would change"), NULL },
    { "downgrade", 0, 0, G_OPTION_ARG_NONE, &options.downgrade,
      N_ ("Apply a pack that is older than the installed one"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!bearings_cli_parse (&bearings_command_import, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 2)
    return bearings_cli_usage (&bearings_command_import);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  for (int i = 1; i < argc; i++) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
    int status =
      options.preview ? preview_one (cli, &options, file) : import_one (cli, &options, file);
    if (status != BEARINGS_EXIT_OK)
      return status;
  }
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_import = {
  "import",
  "[--preview] [--downgrade] FILE…",
  N_ ("Checks packs and applies them to the catalogue, each whole or not at all"),
  run,
};
