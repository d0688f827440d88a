/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli plot WHAT: a plot of a page as a picture, or in words. */

#include <glib/gi18n.h>

#include "bearings-cli.h"
#include "bearings-service-career.h"
#include "bearings-service-claims.h"
#include "bearings-service-packs.h"
#include "bearings-service-plot.h"
#include "bearings-service-quality.h"
#include "bearings-service-skill-page.h"

typedef struct {
  char *role, *occupation, *skill, *claim, *instrument, *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->role);
  g_free (options->occupation);
  g_free (options->skill);
  g_free (options->claim);
  g_free (options->instrument);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The plot of an instrument, of a claim, of a channel of a skill, or of a career. */
static BearingsPlot *
plot_of (BearingsCli *cli, const char *what, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) packs = bearings_service_packs_list (cli->service, error);
  BearingsRecordKind kind =
    options->role != NULL ? BEARINGS_RECORD_ROLE : BEARINGS_RECORD_OCCUPATION;
  const char *id = options->role != NULL ? options->role : options->occupation;

  if (packs == NULL)
    return NULL;
  if (options->instrument != NULL) {
    g_autoptr (BearingsQuality) quality =
      bearings_service_quality_get (cli->service, options->instrument, NULL, error);
    return quality != NULL ? bearings_quality_words_plot_for (quality) : NULL;
  }
  if (options->claim != NULL) {
    g_autoptr (BearingsClaimPage) page =
      bearings_service_claims_get_page (cli->service, options->claim, error);
    return page != NULL ? bearings_plot_for_claim (page->claim, page->source, packs) : NULL;
  }
  if (options->skill != NULL) {
    g_autoptr (BearingsSkillPage) page =
      bearings_service_skill_page_get (cli->service, kind, id, options->skill, error);
    return page != NULL ? bearings_plot_for_channel (
                            page, bearings_enums_value (&bearings_channel_type, what), packs)
                        : NULL;
  }
  {
    g_autoptr (BearingsCareer) career = bearings_service_career_get (cli->service, kind, id, error);

    if (career == NULL)
      return NULL;
    if (g_str_equal (what, "pay"))
      return bearings_plot_for_pay (career, packs);
    if (g_str_equal (what, "outlook"))
      return bearings_plot_for_outlook (career, packs);
    return bearings_plot_for_postings (career, packs);
  }
}

/* A claim alone; a channel with skill and career; pay, outlook or postings with a career. */
static gboolean
are_complete (const char *what, const Options *options)
{
  gboolean career = (options->role != NULL) != (options->occupation != NULL);

  if (options->instrument != NULL)
    return options->role == NULL && options->occupation == NULL && options->skill == NULL &&
           options->claim == NULL && g_str_equal (what, "quality");
  if (options->claim != NULL)
    return options->role == NULL && options->occupation == NULL && options->skill == NULL &&
           g_str_equal (what, "claim");
  if (options->skill != NULL)
    return career && bearings_enums_value (&bearings_channel_type, what) != 0;
  return career && (g_str_equal (what, "pay") || g_str_equal (what, "outlook") ||
                    g_str_equal (what, "postings"));
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "role", 'r', 0, G_OPTION_ARG_STRING, &options.role, N_ ("Role asked about"), N_ ("ID") },
    { "occupation", 'o', 0, G_OPTION_ARG_STRING, &options.occupation,
      N_ ("Occupation asked about, instead of a role"), N_ ("CODE") },
    { "skill", 's', 0, G_OPTION_ARG_STRING, &options.skill, N_ ("Skill asked about"), N_ ("ID") },
    { "claim", 'c', 0, G_OPTION_ARG_STRING, &options.claim, N_ ("Claim to draw"), N_ ("ID") },
    { "instrument", 'i', 0, G_OPTION_ARG_STRING, &options.instrument,
      N_ ("Instrument whose standard error is drawn"), N_ ("ID") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Picture to write: .svg or .png; without it, the plot in words"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BearingsPlot) plot = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  gboolean png;

  if (!bearings_cli_parse (&bearings_command_plot, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc != 2 || !are_complete (argv[1], &options))
    return bearings_cli_usage (&bearings_command_plot);
  png = options.output != NULL && g_str_has_suffix (options.output, ".png");
  if (options.output != NULL && !png && !g_str_has_suffix (options.output, ".svg"))
    return bearings_cli_usage (&bearings_command_plot);
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  plot = plot_of (cli, argv[1], &options, &error);
  if (error != NULL)
    return bearings_cli_fail (error);
  if (plot == NULL) {
    g_printerr (_ ("bearings-cli plot: there is no number to draw\n"));
    return BEARINGS_EXIT_NOT_FOUND;
  }
  if (options.output == NULL) {
    g_autofree char *text = bearings_plot_to_text (plot);
    g_print ("%s", text);
    return BEARINGS_EXIT_OK;
  }
  file = g_file_new_for_commandline_arg (options.output);
  if (!bearings_service_plot_save (plot, png ? BEARINGS_PICTURE_PNG : BEARINGS_PICTURE_SVG, FALSE,
                                   file, &error))
    return bearings_cli_fail (error);
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_plot = {
  "plot",
  "CHANNEL|pay|outlook|postings|claim|quality [--role R] [--skill S] [--claim C] [--instrument I] "
  "[--output FILE]",
  N_ ("Draws a page's findings as a picture, with title, source and data version inside"),
  run,
};
