/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli answer --role R --skill S: the page in text. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-text.h"

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
  g_autoptr (BearingsSkillPage) page = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bearings_cli_parse (&bearings_command_answer, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (skill == NULL || (role == NULL) == (occupation == NULL) || argc > 1)
    return bearings_cli_usage (&bearings_command_answer);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  page = bearings_service_skill_page_get (cli->service,
                                          role ? BEARINGS_RECORD_ROLE : BEARINGS_RECORD_OCCUPATION,
                                          role ? role : occupation, skill, &error);
  if (page == NULL)
    return bearings_cli_fail (error);
  text = cli->json ? bearings_service_text_skill_page_to_json (page)
                   : bearings_service_text_skill_page_to (page, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_answer = {
  "answer",
  "--role R --skill S",
  N_ ("Answers how much a skill matters for a career, with the evidence"),
  run,
};
