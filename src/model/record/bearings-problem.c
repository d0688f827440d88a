/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings of a check. */

#include "bearings-problem.h"

#include <string.h>

#define LONGEST_TEXT 2000

/* What is wrong may hold megabytes; what is said about it may not. */
static char *
shorten (char *text)
{
  char *end = text;

  if (text == NULL || strlen (text) <= LONGEST_TEXT)
    return text;
  end = g_utf8_find_prev_char (text, text + LONGEST_TEXT);
  if (end == NULL)
    end = text;
  strcpy (end, "…");
  return text;
}

BearingsProblem *
bearings_problem_new (BearingsSeverity severity,
                      const char *file,
                      guint line,
                      const char *path,
                      const char *code,
                      const char *format,
                      ...)
{
  BearingsProblem *problem = g_new0 (BearingsProblem, 1);
  va_list arguments;

  problem->severity = severity;
  problem->file = g_strdup (file);
  problem->line = line;
  problem->path = shorten (g_strdup (path));
  problem->code = g_intern_string (code);
  va_start (arguments, format);
  problem->message = shorten (g_strdup_vprintf (format, arguments));
  va_end (arguments);
  return problem;
}

void
bearings_problem_free (BearingsProblem *problem)
{
  g_free (problem->file);
  g_free (problem->path);
  g_free (problem->message);
  g_free (problem);
}

char *
bearings_problem_to_string (const BearingsProblem *problem)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (problem->file != NULL) {
    g_string_append (text, problem->file);
    if (problem->line > 0)
      g_string_append_printf (text, ":%u", problem->line);
    g_string_append (text, ": ");
  }
  if (problem->path != NULL)
    g_string_append_printf (text, "%s: ", problem->path);
  g_string_append_printf (text, "%s [%s]", problem->message, problem->code);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

GPtrArray *
bearings_problem_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_problem_free);
}

guint
bearings_problem_list_count (const GPtrArray *problems, BearingsSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((const BearingsProblem *) g_ptr_array_index (problems, i))->severity == severity;
  return n;
}
