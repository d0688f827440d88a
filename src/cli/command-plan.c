/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli plan --role R: what to learn next, and how far the order holds. */

#include <glib/gi18n.h>
#include <string.h>

#include "bearings-cli.h"
#include "bearings-service-plan.h"

static const char *const input_words[BEARINGS_N_PLAN_INPUTS] = {
  [BEARINGS_PLAN_POSTINGS] = "postings",
  [BEARINGS_PLAN_USE] = "use",
  [BEARINGS_PLAN_POSTINGS_GAP] = "postings-gap",
  [BEARINGS_PLAN_USE_GAP] = "use-gap",
  [BEARINGS_PLAN_WISH] = "wish",
};

/* "NAME=NUMBER" */
static gboolean
parse_pair (const char *text, char **name, double *number)
{
  const char *equals = strchr (text, '=');
  char *end = NULL;

  if (equals == NULL || equals == text)
    return FALSE;
  *number = g_ascii_strtod (equals + 1, &end);
  if (end == equals + 1 || *end != '\0' || !(*number >= 0 && *number <= 1000))
    return FALSE;
  *name = g_strndup (text, equals - text);
  return TRUE;
}

static gboolean
parse_weights (char **words, double *weights)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++) {
    g_autofree char *name = NULL;
    double number;
    guint input = 0;

    if (!parse_pair (words[i], &name, &number))
      return FALSE;
    while (input < BEARINGS_N_PLAN_INPUTS && !g_str_equal (name, input_words[input]))
      input++;
    if (input == BEARINGS_N_PLAN_INPUTS)
      return FALSE;
    weights[input] = number;
  }
  return TRUE;
}

/* FALSE when a word is no wish; a skill that is not in the plan is told. */
static gboolean
parse_wishes (char **words, BearingsPlan *plan)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++) {
    g_autofree char *name = NULL;
    double number;
    gboolean found = FALSE;

    if (!parse_pair (words[i], &name, &number) || number > 4)
      return FALSE;
    for (guint j = 0; j < plan->skills->len; j++) {
      BearingsPlanSkill *row = g_ptr_array_index (plan->skills, j);
      if (g_str_equal (row->skill->record.id, name)) {
        row->wish = number / 4;
        found = TRUE;
      }
    }
    if (!found)
      /* Translators: id of a skill. */
      g_printerr (_ ("bearings-cli plan: “%s” is not among the skills of the plan\n"), name);
  }
  return TRUE;
}

/* Saved in the form its name tells: .pdf, .html, or text. */
static int
save (const BearingsPlan *plan, const BearingsPlanOrder *order, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  BearingsReportForm form = g_str_has_suffix (path, ".pdf")    ? BEARINGS_REPORT_PDF
                            : g_str_has_suffix (path, ".html") ? BEARINGS_REPORT_HTML
                                                               : BEARINGS_REPORT_TEXT;

  if (!bearings_service_plan_save (plan, order, form, file, &error))
    return bearings_cli_fail (error);
  return BEARINGS_EXIT_OK;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *role = NULL;
  g_autofree char *client = NULL;
  g_auto (GStrv) weight_words = NULL;
  g_auto (GStrv) wish_words = NULL;
  g_autofree char *output = NULL;
  int aim = 2;
  const GOptionEntry entries[] = {
    { "role", 'r', 0, G_OPTION_ARG_STRING, &role, N_ ("Role to plan for"), N_ ("ID") },
    { "client", 'c', 0, G_OPTION_ARG_STRING, &client, N_ ("Whose results; without it a guest’s"),
      N_ ("CODE") },
    { "weight", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &weight_words,
      N_ ("Weight of postings, use, gap or wish; 1 when not given"), N_ ("INPUT=N") },
    { "wish", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish_words,
      N_ ("How much the person wants to learn a skill, 0 to 4"), N_ ("SKILL=N") },
    { "aim", 0, 0, G_OPTION_ARG_INT, &aim,
      N_ ("Level aimed for, counted from 0, the lowest; 2 when not given"), N_ ("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Save a report: PDF, HTML or text, by the end of its name"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  double weights[BEARINGS_N_PLAN_INPUTS] = { 1, 1, 1, 1, 1 };
  g_autoptr (BearingsPlan) plan = NULL;
  g_autoptr (BearingsPlanOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!bearings_cli_parse (&bearings_command_plan, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (role == NULL || argc > 1 || aim < 0 || !parse_weights (weight_words, weights))
    return bearings_cli_usage (&bearings_command_plan);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  plan = bearings_service_plan_get (cli->service, role, client, &error);
  if (plan == NULL)
    return bearings_cli_fail (error);
  plan->aim = (guint) aim;
  if (!parse_wishes (wish_words, plan))
    return bearings_cli_usage (&bearings_command_plan);
  order = bearings_plan_order (plan, weights);
  if (output != NULL)
    return save (plan, order, output);
  text = cli->json ? bearings_service_plan_to_json (plan, order)
                   : bearings_service_plan_to_text (plan, order, bearings_cli_width ());
  g_print ("%s%s", text, cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_plan = {
  "plan",
  "--role R",
  N_ ("Orders the skills of a role for learning, by evidence and a person’s results"),
  run,
};
