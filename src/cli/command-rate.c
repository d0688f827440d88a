/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli rate SITTING: a second rater's points, a measure from outside. */

#include <glib/gi18n.h>
#include <math.h>

#include "bearings-beside.h"
#include "bearings-cli.h"
#include "bearings-service-outside.h"
#include "bearings-service-quality.h"
#include "bearings-service-sittings.h"

static void
print_task (const BearingsSittingItem *task)
{
  g_autofree char *text = bearings_beside_second_rating_text (task);

  g_print ("%s\n", task->item->record.id);
  for (guint i = 0; i < task->item->criteria->len; i++) {
    const BearingsCriterion *criterion = task->item->criteria->pdata[i];

    g_print ("   %s  %s\n", criterion->id, criterion->title);
    for (guint j = 0; j < criterion->points->len; j++) {
      const BearingsCriterionPoint *point = criterion->points->pdata[j];
      g_print ("      %d  %s\n", (int) point->score, point->text);
    }
  }
  g_print ("   %s\n", text != NULL ? text : _ ("Nobody else has rated this answer."));
}

static int
list (BearingsCli *cli, const char *sitting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsResult) result =
    bearings_service_sittings_get_result (cli->service, sitting, &error);
  g_autoptr (GPtrArray) tasks = NULL;
  GHashTableIter iter;
  gpointer name, value;

  if (result == NULL)
    return bearings_cli_fail (error);
  tasks = bearings_beside_list_tasks (result->sitting);
  for (guint i = 0; i < tasks->len; i++)
    print_task (tasks->pdata[i]);
  g_hash_table_iter_init (&iter, result->sitting->outside);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_print ("%s: %s\n", (const char *) name, (const char *) value);
  return BEARINGS_EXIT_OK;
}

/* FALSE for what is no number. */
static gboolean
parse_value (const char *text, double *value)
{
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && isfinite (*value);
}

static int
run_rate (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *task = NULL;
  g_autofree char *points = NULL;
  g_autofree char *measure = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {
    { "task", 't', 0, G_OPTION_ARG_STRING, &task, N_ ("Task that a second person rates"),
      N_ ("ITEM") },
    { "points", 'p', 0, G_OPTION_ARG_STRING, &points, N_ ("Points for each criterion"),
      N_ ("CRITERION=N,…") },
    { "measure", 'm', 0, G_OPTION_ARG_STRING, &measure,
      N_ ("Enter a measure from outside, such as a grade"), N_ ("NAME") },
    { "value", 'v', 0, G_OPTION_ARG_STRING, &text, N_ ("Its value"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *response = NULL;
  g_autoptr (GError) error = NULL;
  double value = NAN;

  if (!bearings_cli_parse (&bearings_command_rate, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2 || (task == NULL) != (points == NULL) || (measure == NULL) != (text == NULL) ||
      (text != NULL && !parse_value (text, &value)))
    return bearings_cli_usage (&bearings_command_rate);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  response = points != NULL ? g_strdup_printf ("rubric:%s;", points) : NULL;
  if ((task != NULL &&
       !bearings_service_quality_rate_task (cli->service, argv[1], task, response, &error)) ||
      (measure != NULL &&
       !bearings_service_outside_set (cli->service, argv[1], measure, value, &error)))
    return bearings_cli_fail (error);
  return list (cli, argv[1]);
}

const BearingsCommand bearings_command_rate = {
  "rate",
  "[--task ITEM --points CRITERION=N,…] [--measure NAME --value N] SITTING",
  N_ ("Enters a second rater’s points for a task, or a measure from outside"),
  run_rate,
};
