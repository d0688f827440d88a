/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli trace CLAIM|ENTRY: from a sentence to its primary source, hop by hop. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-trace.h"

/* The trace of the answer of a page, then that of each piece of evidence that carries a part. */
static GPtrArray *
traces_of_page (BearingsService *service,
                BearingsRecordKind kind,
                const char *career,
                const char *skill,
                GError **error)
{
  g_autoptr (GPtrArray) traces =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_trace_free);
  g_autoptr (BearingsSkillPage) page =
    bearings_service_skill_page_get (service, kind, career, skill, error);

  if (page == NULL)
    return NULL;
  g_ptr_array_add (traces, bearings_trace_new_for_answer (page));
  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *answer = page->answers->pdata[i];
    BearingsClaim *claim = answer->best != NULL ? bearings_evidence_get_claim (answer->best) : NULL;
    BearingsTrace *trace;

    if (answer->best == NULL || answer->state == BEARINGS_ANSWER_NO_EVIDENCE)
      continue;
    if (claim != NULL)
      trace = bearings_service_trace_get (service, BEARINGS_RECORD_CLAIM, claim->record.id, error);
    else
      trace = bearings_trace_new_for_evidence (
        answer->best,
        g_hash_table_lookup (page->sources, bearings_evidence_get_source_id (answer->best)));
    if (trace == NULL)
      return NULL;
    g_ptr_array_add (traces, trace);
  }
  return g_steal_pointer (&traces);
}

static GPtrArray *
traces_of_record (BearingsService *service, const char *id, GError **error)
{
  BearingsTrace *trace = bearings_service_trace_find (service, id, error);
  GPtrArray *traces;

  if (trace == NULL)
    return NULL;
  traces = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_trace_free);
  g_ptr_array_add (traces, trace);
  return traces;
}

/* One trace is an object, those of a page are a list. */
static void
print (BearingsCli *cli, const GPtrArray *traces, gboolean list)
{
  if (cli->json && list)
    g_print ("[");
  for (guint i = 0; i < traces->len; i++) {
    g_autofree char *text =
      cli->json ? bearings_service_trace_to_json (traces->pdata[i])
                : bearings_service_trace_to_text (traces->pdata[i], bearings_cli_width ());
    g_print ("%s%s", i == 0 ? "" : cli->json ? ",\n" : "\n", text);
  }
  g_print ("%s", !cli->json ? "" : list ? "]\n" : "\n");
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *role = NULL;
  g_autofree char *occupation = NULL;
  g_autofree char *skill = NULL;
  const GOptionEntry entries[] = {
    { "role", 'r', 0, G_OPTION_ARG_STRING, &role, N_ ("Role asked about"), N_ ("ID") },
    { "occupation", 'o', 0, G_OPTION_ARG_STRING, &occupation,
      N_ ("Occupation asked about, instead of a role"), N_ ("CODE") },
    { "skill", 's', 0, G_OPTION_ARG_STRING, &skill, N_ ("Skill asked about"), N_ ("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GError) error = NULL;
  gboolean of_page;

  if (!bearings_cli_parse (&bearings_command_trace, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  of_page = skill != NULL && (role != NULL) != (occupation != NULL) && argc == 1;
  if (!of_page && (skill != NULL || role != NULL || occupation != NULL || argc != 2))
    return bearings_cli_usage (&bearings_command_trace);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  traces = of_page
             ? traces_of_page (cli->service,
                               role != NULL ? BEARINGS_RECORD_ROLE : BEARINGS_RECORD_OCCUPATION,
                               role != NULL ? role : occupation, skill, &error)
             : traces_of_record (cli->service, argv[1], &error);
  if (traces == NULL)
    return bearings_cli_fail (error);
  print (cli, traces, of_page);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_trace = {
  "trace",
  "CLAIM|ENTRY | --role R --skill S",
  N_ ("Walks from a sentence to its primary source, hop by hop"),
  run,
};
