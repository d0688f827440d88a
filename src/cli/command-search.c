/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli search WORDS… */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-search.h"
#include "bearings-service-text.h"
#include "bearings-words.h"

static int
run (BearingsCli *cli, int argc, char **argv)
{
  int limit = 20;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many results"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!bearings_cli_parse (&bearings_command_search, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 2 || limit < 1)
    return bearings_cli_usage (&bearings_command_search);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  words = g_strjoinv (" ", argv + 1);
  hits = bearings_service_search (cli->service, words, NULL, 0, (guint) limit, &error);
  if (hits == NULL)
    return bearings_cli_fail (error);
  if (cli->json) {
    g_autofree char *text = bearings_service_text_hits_to_json (hits);
    g_print ("%s\n", text);
  }
  for (guint i = 0; !cli->json && i < hits->len; i++) {
    BearingsHit *hit = g_ptr_array_index (hits, i);
    const char *subtitle = bearings_hit_get_subtitle (hit);
    g_print ("%-12s %-28s %s%s%s%s\n",
             bearings_words_record_kind_title (bearings_hit_get_kind (hit)),
             bearings_hit_get_id (hit), bearings_hit_get_title (hit), subtitle != NULL ? " (" : "",
             subtitle != NULL ? subtitle : "", subtitle != NULL ? ")" : "");
  }
  if (hits->len == 0 && !cli->json)
    /* Translators: the words searched for. */
    g_printerr (_ ("Nothing was found for “%s”.\n"), words);
  return hits->len > 0 ? BEARINGS_EXIT_OK : BEARINGS_EXIT_NOT_FOUND;
}

const BearingsCommand bearings_command_search = {
  "search",
  "WORDS…",
  N_ ("Searches careers, skills, claims, sources and the register"),
  run,
};
