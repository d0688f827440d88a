/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli questions: what the claims of a page answer, no two questions alike. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-claims.h"
#include "bearings-service-questions.h"
#include "bearings-service-skill-page.h"

static int
print (BearingsCli *cli, const char *title, GPtrArray *questions)
{
  g_autofree char *text =
    cli->json ? bearings_service_questions_to_json (questions)
              : bearings_service_questions_to_text (title, questions, bearings_cli_width ());

  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

static int
of_claim (BearingsCli *cli, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (BearingsClaimPage) page = bearings_service_claims_get_page (cli->service, id, &error);

  if (page == NULL)
    return bearings_cli_fail (error);
  questions = bearings_questions_of_claim_page (page);
  return print (cli, page->claim->statement, questions);
}

static int
of_skill (BearingsCli *cli, BearingsRecordKind kind, const char *career, const char *skill)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *title = NULL;
  g_autoptr (BearingsSkillPage) page =
    bearings_service_skill_page_get (cli->service, kind, career, skill, &error);

  if (page == NULL)
    return bearings_cli_fail (error);
  questions = bearings_questions_of_skill_page (page);
  title = bearings_skill_page_question (page);
  return print (cli, title, questions);
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
  gboolean of_page;

  if (!bearings_cli_parse (&bearings_command_questions, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  of_page = skill != NULL && (role == NULL) != (occupation == NULL) && argc == 1;
  if (!of_page && (skill != NULL || role != NULL || occupation != NULL || argc != 2))
    return bearings_cli_usage (&bearings_command_questions);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (!of_page)
    return of_claim (cli, argv[1]);
  return of_skill (cli, role != NULL ? BEARINGS_RECORD_ROLE : BEARINGS_RECORD_OCCUPATION,
                   role != NULL ? role : occupation, skill);
}

const BearingsCommand bearings_command_questions = {
  "questions",
  "--role R --skill S | CLAIM",
  N_ ("Asks what the claims of a page answer, each question once"),
  run,
};
