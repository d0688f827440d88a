/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli cite: claims, sources or a page for other programs. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-library.h"

/* An id is that of a claim, or else of a source. */
static gboolean
add_record (BearingsCli *cli, GPtrArray *citations, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (bearings_service_library_add_citation (cli->service, citations, BEARINGS_RECORD_CLAIM, id,
                                             &local))
    return TRUE;
  if (g_error_matches (local, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND))
    return bearings_service_library_add_citation (cli->service, citations, BEARINGS_RECORD_SOURCE,
                                                  id, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *role = NULL;
  g_autofree char *occupation = NULL;
  g_autofree char *skill = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("csl-json, bibtex, ris or text"),
      N_ ("FORMAT") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &role, N_ ("Role of the page"), N_ ("ID") },
    { "occupation", 0, 0, G_OPTION_ARG_STRING, &occupation, N_ ("Occupation of the page"),
      N_ ("CODE") },
    { "skill", 0, 0, G_OPTION_ARG_STRING, &skill, N_ ("Skill of the page"), N_ ("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) citations = bearings_service_library_citations_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int form;

  if (!bearings_cli_parse (&bearings_command_cite, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  form = format != NULL ? bearings_enums_value (&bearings_cite_form_type, format)
         : cli->json    ? BEARINGS_CITE_CSL_JSON
                        : BEARINGS_CITE_TEXT;
  if (form == 0 || (skill != NULL) != ((role != NULL) != (occupation != NULL)) ||
      (argc < 2 && skill == NULL))
    return bearings_cli_usage (&bearings_command_cite);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (skill != NULL &&
      !bearings_service_library_add_page_citations (
        cli->service, citations, role != NULL ? BEARINGS_RECORD_ROLE : BEARINGS_RECORD_OCCUPATION,
        role != NULL ? role : occupation, skill, &error))
    return bearings_cli_fail (error);
  for (int i = 1; i < argc; i++)
    if (!add_record (cli, citations, argv[i], &error))
      return bearings_cli_fail (error);
  text = bearings_service_library_cite (citations, form);
  g_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_cite = {
  "cite",
  "[--format F] ID… | --role R --skill S",
  N_ ("Cites claims, sources or a page as CSL-JSON, BibTeX, RIS or text"),
  run,
};
