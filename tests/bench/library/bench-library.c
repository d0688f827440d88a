/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches and pages in a catalogue of a million claims: bench-library SHIPPED [CLAIMS]
 *
 * A search is compared with the same words in SQLite's own shell, in the same run; pages with those
 * of a catalogue of a thousand claims. The exit status says whether the bounds hold. */

#include <gio/gio.h>
#include <string.h>

#include "bearings-service-claims.h"
#include "bearings-service-library.h"
#include "bearings-service-skill-page.h"
#include "claims-fixture.h"

#define ROWS 64
#define RUNS 7
#define SEARCH_BOUND 1.5 /* times the shell's */
#define PAGE_BOUND 1.5   /* times the small catalogue's */
#define NOISE_MS 1.0     /* what a clock and a scheduler add to anything */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[n / 2];
}

static double
milliseconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* What the application does until the first rows of a search stand on the screen. */
static double
time_search (BearingsService *service, const char *text)
{
  g_autoptr (BearingsLibraryQuery) query = bearings_library_query_new ();
  double times[RUNS];

  query->text = g_strdup (text);
  for (guint i = 0; i < RUNS; i++) {
    GError *error = NULL;
    gint64 start = g_get_monotonic_time ();
    g_autoptr (GArray) keys = bearings_service_library_list (service, query, ROWS, NULL, &error);
    g_autoptr (GPtrArray) rows = NULL;

    must (error);
    rows =
      bearings_service_library_get_rows (service, (const gint64 *) keys->data, keys->len, &error);
    must (error);
    times[i] = milliseconds (start);
  }
  return median (times, RUNS);
}

/* The query alone, timed by the shell itself. */
static double
time_shell (const char *path, const char *expression)
{
  g_autoptr (GString) script = g_string_new (".timer on\n");
  g_autoptr (GSubprocess) shell = NULL;
  g_autofree char *output = NULL;
  double times[RUNS];
  guint n = 0;
  GError *error = NULL;

  for (guint i = 0; i < RUNS; i++)
    g_string_append_printf (script,
                            "SELECT rowid, title FROM library_index WHERE library_index MATCH '%s' "
                            "AND rowid < (1 << 40) ORDER BY rank LIMIT %d;\n",
                            expression, ROWS);
  shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                            "sqlite3", "-readonly", path, NULL);
  must (error);
  g_subprocess_communicate_utf8 (shell, script->str, NULL, &output, NULL, &error);
  must (error);
  for (const char *p = output; (p = strstr (p, "Run Time: real ")) != NULL && n < RUNS;) {
    p += strlen ("Run Time: real ");
    times[n++] = g_ascii_strtod (p, NULL) * 1000;
  }
  return n == RUNS ? median (times, n) : -1;
}

static gboolean
bench_search (BearingsService *service, const char *path)
{
  static const struct {
    const char *text;
    const char *expression;
  } cases[] = {
    { "pay", "\"pay\" *" },       { "w", "\"w\" *" },
    { "work", "\"work\" *" },     { "survey random", "\"survey\" * \"random\" *" },
    { "termab", "\"termab\" *" }, { "nothingofthekind", "\"nothingofthekind\" *" },
  };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double shell = time_shell (path, cases[i].expression);
    double own = time_search (service, cases[i].text);
    gboolean holds = shell >= 0 && own <= MAX (SEARCH_BOUND * shell, shell + NOISE_MS);

    g_print ("  first rows for “%s”: %.1f ms, the shell's query %.1f ms, ratio %.2f%s\n",
             cases[i].text, own, shell, own / shell, holds ? "" : "  OVER THE BOUND");
    good = good && holds;
  }
  return good;
}

static void
time_pages (BearingsService *service, double times[4])
{
  static const char *const names[] = { "skill page of a role", "skill page of an occupation",
                                       "claim page", "source page" };
  double runs[4][RUNS];

  for (guint i = 0; i < RUNS; i++) {
    GError *error = NULL;
    gint64 start = g_get_monotonic_time ();

    bearings_skill_page_unref (bearings_service_skill_page_get (
      service, BEARINGS_RECORD_ROLE, "machine-learning-engineer", "python", &error));
    must (error);
    runs[0][i] = milliseconds (start);
    start = g_get_monotonic_time ();
    bearings_skill_page_unref (bearings_service_skill_page_get (service, BEARINGS_RECORD_OCCUPATION,
                                                                "15-1252.00", "python", &error));
    must (error);
    runs[1][i] = milliseconds (start);
    start = g_get_monotonic_time ();
    bearings_claim_page_free (bearings_service_claims_get_page (service, "made-up-7", &error));
    must (error);
    runs[2][i] = milliseconds (start);
    start = g_get_monotonic_time ();
    bearings_source_page_free (
      bearings_service_claims_get_source_page (service, "made-up-source-1", &error));
    must (error);
    runs[3][i] = milliseconds (start);
  }
  for (guint i = 0; i < 4; i++) {
    times[i] = median (runs[i], RUNS);
    g_print ("  %s: %.2f ms\n", names[i], times[i]);
  }
}

static BearingsService *
open_service (const char *folder, const char *shipped, const char *name, guint n, char **path)
{
  g_autofree char *data_dir = g_build_filename (folder, name, NULL);
  BearingsService *service;
  GError *error = NULL;

  g_mkdir_with_parents (data_dir, 0700);
  *path = g_build_filename (data_dir, "catalogue.db", NULL);
  g_print ("A catalogue with %u claims more\n", n);
  g_print ("  made in %.1f s\n", make_catalogue (shipped, *path, n));
  service = bearings_service_new (data_dir, NULL, &error);
  must (error);
  return service;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bearings-bench-XXXXXX", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", folder);
  guint n = argc > 2 ? (guint) atoi (argv[2]) : 1000000;
  g_autoptr (BearingsService) small = NULL;
  g_autoptr (BearingsService) large = NULL;
  g_autofree char *small_path = NULL;
  g_autofree char *large_path = NULL;
  double small_times[4], large_times[4];
  gboolean good = TRUE;

  if (argc < 2)
    return 2;
  small = open_service (folder, argv[1], "small", 1000, &small_path);
  time_pages (small, small_times);
  large = open_service (folder, argv[1], "large", n, &large_path);
  time_pages (large, large_times);
  for (guint i = 0; i < 4; i++)
    if (large_times[i] > MAX (PAGE_BOUND * small_times[i], small_times[i] + NOISE_MS)) {
      g_print ("  page %u is %.1f times slower than in the small catalogue\n", i,
               large_times[i] / small_times[i]);
      good = FALSE;
    }
  good &= bench_search (large, large_path);
  g_clear_object (&small);
  g_clear_object (&large);
  if (system (remove) != 0)
    return 1;
  return good ? 0 : 1;
}
