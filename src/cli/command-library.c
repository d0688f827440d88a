/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli library: claims or sources, searched, filtered and sorted. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-library.h"
#include "bearings-service-text.h"
#include "bearings-words.h"

/* Values of one facet, given once or more or with commas; FALSE after printing what is wrong. */
static gboolean
set_values (BearingsLibraryQuery *query, BearingsFacet facet, GStrv given)
{
  const BearingsEnumType *type = bearings_facet_type (facet);

  for (guint i = 0; given != NULL && given[i] != NULL; i++) {
    /* A topic is words, which may hold a comma. */
    g_auto (GStrv) values = g_strsplit (given[i], type != NULL ? "," : "\n", -1);

    for (guint j = 0; values[j] != NULL; j++) {
      const char *value = g_str_equal (values[j], "none") ? "" : values[j];

      if (type != NULL && *value != '\0' && bearings_enums_value (type, value) == 0) {
        g_autofree char *list = bearings_enums_list (type);
        /* Translators: name of an option, its value, then the values there are. */
        g_printerr (_ ("bearings-cli library: --%s “%s” is none of: %s, none\n"),
                    bearings_facet_name (facet), value, list);
        return FALSE;
      }
      bearings_library_query_set (query, facet, value, TRUE);
    }
  }
  return TRUE;
}

static void
print_counts (BearingsCli *cli, const BearingsLibraryQuery *query, GPtrArray *combinations)
{
  for (int facet = 0; facet < BEARINGS_N_FACETS; facet++) {
    g_autoptr (GPtrArray) counts = NULL;

    if (!bearings_library_query_applies (query, facet))
      continue;
    counts = bearings_library_count_facet (combinations, query, facet);
    g_print ("%s\n", bearings_facet_title (facet));
    for (guint i = 0; i < counts->len; i++) {
      const BearingsFacetCount *count = g_ptr_array_index (counts, i);
      g_print ("  %8" G_GUINT64_FORMAT "  %-24s %s\n", count->count,
               *count->value != '\0' ? count->value : "none",
               bearings_facet_value_title (facet, count->value));
    }
  }
}

static int
print_rows (BearingsCli *cli, const BearingsLibraryQuery *query, int limit, GError **error)
{
  g_autoptr (GArray) keys = bearings_service_library_list (cli->service, query, limit, NULL, error);
  g_autoptr (GPtrArray) rows =
    keys != NULL ? bearings_service_library_get_rows (cli->service, (const gint64 *) keys->data,
                                                      keys->len, error)
                 : NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    return bearings_cli_fail (*error);
  for (guint i = 0; i < rows->len; i++) {
    BearingsLibraryRow *row = g_ptr_array_index (rows, i);
    g_autofree char *caption = bearings_library_row_caption (row);

    if (cli->json)
      g_ptr_array_add (hits, bearings_hit_new (row->kind, row->id, row->title, caption));
    else
      g_print ("%-28s %s\n%29s%s%s%s\n", row->id, row->title, "",
               row->certainty != 0 ? bearings_words_certainty_title (row->certainty) : "",
               row->certainty != 0 ? " · " : "", caption);
  }
  if (cli->json) {
    g_autofree char *text = bearings_service_text_hits_to_json (hits);
    g_print ("%s\n", text);
  } else if (rows->len == 0) {
    g_printerr ("%s\n", _ ("Nothing was found."));
  }
  return rows->len > 0 ? BEARINGS_EXIT_OK : BEARINGS_EXIT_NOT_FOUND;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  GStrv values[BEARINGS_N_FACETS] = { NULL };
  g_autofree char *sort = NULL;
  gboolean sources = FALSE, counts = FALSE;
  int limit = 20, from = 0, to = 0, status;
  const GOptionEntry entries[] = {
    { "channel", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[BEARINGS_FACET_CHANNEL],
      N_ ("Of these channels"), N_ ("NAME,…") },
    { "certainty", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[BEARINGS_FACET_CERTAINTY],
      N_ ("Of these certainties"), N_ ("NAME,…") },
    { "design", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[BEARINGS_FACET_DESIGN],
      N_ ("Of these designs"), N_ ("NAME,…") },
    { "direction", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[BEARINGS_FACET_DIRECTION],
      N_ ("Pointing this way"), N_ ("NAME,…") },
    { "boundary", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[BEARINGS_FACET_BOUNDARY],
      N_ ("Within these boundaries"), N_ ("NAME,…") },
    { "topic", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[BEARINGS_FACET_TOPIC], N_ ("On this topic"),
      N_ ("TOPIC") },
    { "freshness", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[BEARINGS_FACET_FRESHNESS],
      N_ ("As fresh as this"), N_ ("NAME,…") },
    { "from", 0, 0, G_OPTION_ARG_INT, &from, N_ ("Of this year or later"), N_ ("YEAR") },
    { "to", 0, 0, G_OPTION_ARG_INT, &to, N_ ("Of this year or earlier"), N_ ("YEAR") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort, N_ ("best, newest, oldest, certainty or title"),
      N_ ("ORDER") },
    { "sources", 0, 0, G_OPTION_ARG_NONE, &sources, N_ ("Sources instead of claims"), NULL },
    { "counts", 0, 0, G_OPTION_ARG_NONE, &counts,
      N_ ("Print how many there are of each value instead"), NULL },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many results"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  g_autoptr (GError) error = NULL;
  gboolean good = bearings_cli_parse (&bearings_command_library, entries, &argc, &argv);

  for (int i = 0; i < BEARINGS_N_FACETS; i++) {
    good = good && set_values (query, i, values[i]);
    g_strfreev (values[i]);
  }
  if (!good)
    return BEARINGS_EXIT_USAGE;
  if (sort != NULL)
    query->sort = bearings_enums_value (&bearings_library_sort_type, sort);
  if (query->sort == 0 || limit < 1 || from < 0 || to < 0)
    return bearings_cli_usage (&bearings_command_library);
  query->text = argc > 1 ? g_strjoinv (" ", argv + 1) : NULL;
  query->sources = sources;
  query->year_from = from;
  query->year_to = to;
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (counts) {
    g_autoptr (GPtrArray) combinations =
      bearings_service_library_count (cli->service, query, NULL, &error);
    if (combinations == NULL)
      return bearings_cli_fail (error);
    print_counts (cli, query, combinations);
    return BEARINGS_EXIT_OK;
  }
  status = print_rows (cli, query, limit, &error);
  return status;
}

const BearingsCommand bearings_command_library = {
  "library",
  "[--channel C] [--certainty C] … [WORDS…]",
  N_ ("Lists claims or sources, searched, filtered and sorted"),
  run,
};
