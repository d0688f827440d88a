/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the Data page. */

#include "bearings-data-state.h"

#include <glib/gi18n-lib.h>

#include "bearings-format.h"

char *
bearings_data_state_pack_text (const BearingsInstalledPack *pack)
{
  g_autofree char *n = bearings_format_integer (pack->n_records);
  g_autofree char *records = g_strdup_printf (
    /* Translators: number of records, grouped. */
    ngettext ("%s record", "%s records", (gulong) pack->n_records), n);

  /* Translators: version of a pack, "12,345 records". */
  return g_strdup_printf (_ ("Version %s · %s"), pack->info->version, records);
}

char *
bearings_data_state_refusal_text (const GPtrArray *problems, const char *file)
{
  guint n_errors = bearings_problem_list_count (problems, BEARINGS_SEVERITY_ERROR);
  guint n_warnings = bearings_problem_list_count (problems, BEARINGS_SEVERITY_WARNING);
  g_autofree char *errors =
    g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings =
    g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  if (n_warnings == 0)
    /* Translators: "3 errors", name of a file. */
    return g_strdup_printf (_ ("“%2$s” has %1$s. Nothing was changed."), errors, file);
  /* Translators: "3 errors", "1 warning", name of a file. */
  return g_strdup_printf (_ ("“%3$s” has %1$s and %2$s. Nothing was changed."), errors, warnings,
                          file);
}

char *
bearings_data_state_problem_place (const BearingsProblem *problem)
{
  g_autofree char *line = NULL;

  if (problem->line > 0)
    /* Translators: number of a line in a file. */
    line = g_strdup_printf (_ ("Line %u"), problem->line);
  if (line != NULL && problem->path != NULL)
    /* Translators: "Line 12", place within the document. */
    return g_strdup_printf (_ ("%s · %s"), line, problem->path);
  return line != NULL ? g_steal_pointer (&line) : g_strdup (problem->path);
}

char *
bearings_data_state_problems_text (const GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = bearings_problem_to_string (problems->pdata[i]);
    g_string_append_printf (text, "%s\n", line);
  }
  return g_string_free_and_steal (text);
}
