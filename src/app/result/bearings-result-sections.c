/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a result page. */

#include "bearings-result-sections.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-band-scale.h"
#include "bearings-cited-row.h"
#include "bearings-figure-text.h"
#include "bearings-format.h"
#include "bearings-open.h"
#include "bearings-reading-text.h"
#include "bearings-result-state.h"
#include "bearings-rows.h"
#include "bearings-scoring.h"
#include "bearings-section.h"
#include "bearings-two-readings.h"

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = bearings_rows_paragraph_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A card with room around its parts. */
static GtkWidget *
card_new (void)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9,
                       "css-classes", (const char *[]) { "card", "padded", NULL }, NULL);
}

static GtkWidget *
text_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  bearings_cited_row_offer_source (BEARINGS_CITED_ROW (row));
  return row;
}

static GtkWidget *
expander_new (const char *title, const char *subtitle)
{
  return g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", title, "subtitle",
                       subtitle, NULL);
}

/* A list of sentences, each with a mark before it. */
static GtkWidget *
sentences_new (GPtrArray *sentences, const char *icon)
{
  GtkWidget *list = bearings_rows_boxed_list_new ();

  for (guint i = 0; i < sentences->len; i++) {
    GtkWidget *row = text_row_new (sentences->pdata[i], NULL);
    GtkWidget *image = gtk_image_new_from_icon_name (icon);

    gtk_widget_add_css_class (image, "dimmed");
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  return list;
}

GtkWidget *
bearings_result_sections_words_new (const BearingsResult *result)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *when = bearings_result_state_when (result->info);
  g_autofree char *summary = bearings_result_summary (result);
  g_autofree char *about = bearings_result_title (result);
  g_autofree char *plain = bearings_two_readings_result (result, BEARINGS_READING_PLAIN);
  g_autofree char *technical = bearings_two_readings_result (result, BEARINGS_READING_TECHNICAL);
  GtkWidget *reading = bearings_reading_text_new ();
  GtkWidget *title = label_new (about, "caption-heading");

  bearings_reading_text_set (BEARINGS_READING_TEXT (reading), plain, technical);
  gtk_widget_add_css_class (title, "accent");
  gtk_box_append (GTK_BOX (box), title);
  if (result->level != NULL) {
    GtkWidget *level = g_object_new (GTK_TYPE_LABEL, "label", result->level->title, "wrap", TRUE,
                                     "xalign", 0.0f, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "css-classes", (const char *[]) { "title-1", NULL }, NULL);
    gtk_box_append (GTK_BOX (box), level);
  }
  gtk_box_append (GTK_BOX (box), label_new (summary, "answer"));
  if (result->level != NULL && result->level->summary != NULL)
    gtk_box_append (GTK_BOX (box), label_new (result->level->summary, NULL));
  gtk_box_append (GTK_BOX (box), reading);
  gtk_box_append (GTK_BOX (box), label_new (when, "dimmed"));
  return box;
}

/* The level scale with one estimate on it. */
static GtkWidget *
level_scale_new (const BearingsInstrument *instrument, double theta, double se, const char *name)
{
  g_autoptr (BearingsLevelAxis) axis = bearings_level_axis_new (instrument);
  GtkWidget *scale = bearings_band_scale_new (axis->low, axis->high);
  g_autofree char *band = bearings_result_state_band_text (instrument, theta, se);
  /* Translators: what is measured, then where it lies; read by a screen reader. */
  g_autofree char *description = g_strdup_printf (_ ("%s: %s"), name, band);

  bearings_band_scale_set_zones (BEARINGS_BAND_SCALE (scale), (const double *) axis->cuts->data,
                                 axis->cuts->len, (const char *const *) axis->titles);
  bearings_band_scale_set_band (BEARINGS_BAND_SCALE (scale), theta - BEARINGS_SCORING_Z95 * se,
                                theta + BEARINGS_SCORING_Z95 * se, theta, description);
  return scale;
}

static GtkWidget *
chances_row_new (const BearingsResult *result)
{
  GtkWidget *expander = expander_new (_ ("How sure each level is"), NULL);

  for (guint i = result->level_chance->len; i-- > 0;) {
    const BearingsLevel *level = g_ptr_array_index (result->form->instrument->levels, i);
    double chance = g_array_index (result->level_chance, double, i);
    g_autofree char *percent = bearings_result_state_chance_percent (chance);
    GtkWidget *row = text_row_new (level->title, bearings_result_chance_words (chance));
    GtkWidget *label = gtk_label_new (NULL);

    bearings_figure_text_set_label (GTK_LABEL (label), percent);
    gtk_widget_add_css_class (label, "numeric");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  }
  return expander;
}

static void
add_number (GtkWidget *expander, const char *name, double value)
{
  g_autofree char *text = bearings_format_fixed (value, 2);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), bearings_rows_property_new (name, text));
}

static GtkWidget *
numbers_row_new (const BearingsResult *result)
{
  GtkWidget *expander = expander_new (
    _ ("The numbers"), _ ("On the instrument’s own scale: mean 0, standard deviation 1 assumed"));
  g_autofree char *low = bearings_format_fixed (result->theta_low, 2);
  g_autofree char *high = bearings_format_fixed (result->theta_high, 2);
  /* Translators: lower and upper end of a band. */
  g_autofree char *band = g_strdup_printf (_ ("%s to %s"), low, high);
  g_autofree char *keyed = g_strdup_printf (
    /* Translators: number of right answers, number of answered questions. */
    _ ("%u of %u right"), result->n_keyed_right, result->n_keyed);
  g_autofree char *rubric = g_strdup_printf ("%u", result->n_rubric);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                            bearings_rows_property_new (_ ("95 % band"), band));
  add_number (expander, _ ("Estimate"), result->theta);
  add_number (expander, _ ("Standard error"), result->se);
  add_number (expander, _ ("Reliability of this estimate"), result->reliability);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                            bearings_rows_property_new (_ ("Questions with a key"), keyed));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                            bearings_rows_property_new (_ ("Tasks scored by yourself"), rubric));
  adw_expander_row_add_row (
    ADW_EXPANDER_ROW (expander),
    bearings_rows_property_new (_ ("Difficulty of the items"),
                                result->provisional
                                  ? _ ("provisional judgement of the authors, not calibrated")
                                  : _ ("calibrated from answers")));
  return expander;
}

GtkWidget *
bearings_result_sections_level_new (const BearingsResult *result)
{
  GtkWidget *section = bearings_section_new (
    _ ("Where Your Answers Place You"),
    isnan (result->theta) ? NULL
    : result->provisional ? _ ("The band holds your place with a chance of 95 %, by the "
                               "items’ provisional difficulty; the dot is its middle.")
                          : _ ("The band holds your place with a chance of 95 %, by the "
                               "items’ calibrated difficulty; the dot is its middle."));
  GtkWidget *list = bearings_rows_boxed_list_new ();

  if (!isnan (result->theta)) {
    GtkWidget *card = card_new ();

    gtk_box_append (GTK_BOX (card), level_scale_new (result->form->instrument, result->theta,
                                                     result->se, _ ("Performance")));
    bearings_section_append (BEARINGS_SECTION (section), card);
    gtk_list_box_append (GTK_LIST_BOX (list), chances_row_new (result));
  }
  gtk_list_box_append (GTK_LIST_BOX (list), text_row_new (_ ("Why there is no percentile of skill"),
                                                          result->display_why));
  if (!isnan (result->theta))
    gtk_list_box_append (GTK_LIST_BOX (list), numbers_row_new (result));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

GtkWidget *
bearings_result_sections_limits_new (const BearingsResult *result)
{
  GtkWidget *section = bearings_section_new (_ ("What This Does Not Mean"), NULL);
  g_autoptr (GPtrArray) limits = bearings_result_limits (result);

  bearings_section_append (BEARINGS_SECTION (section),
                           sentences_new (limits, "action-unavailable-symbolic"));
  return section;
}

GtkWidget *
bearings_result_sections_placement_card_new (const BearingsPlacement *placement)
{
  static const int quarters[] = { 25, 50, 75 };
  GtkWidget *card = card_new ();
  g_autofree char *text = bearings_placement_text (placement);
  GtkWidget *source;

  gtk_box_append (GTK_BOX (card), label_new (text, "heading"));
  if (placement->display == BEARINGS_DISPLAY_PERCENTILE) {
    GtkWidget *scale = bearings_band_scale_new (0, 100);

    for (guint i = 0; i < G_N_ELEMENTS (quarters); i++) {
      g_autofree char *mark = g_strdup_printf ("%d", quarters[i]);
      bearings_band_scale_add_mark (BEARINGS_BAND_SCALE (scale), quarters[i], mark);
    }
    bearings_band_scale_set_band (BEARINGS_BAND_SCALE (scale), placement->low, placement->high,
                                  placement->percentile, text);
    gtk_box_append (GTK_BOX (card), scale);
  }
  gtk_box_append (GTK_BOX (card), label_new (placement->why, "dimmed"));
  if (placement->sample->sampling != NULL)
    gtk_box_append (GTK_BOX (card), label_new (placement->sample->sampling, "dimmed"));
  if (placement->sample->source != NULL) {
    source = gtk_button_new_with_label (_ ("Source"));
    gtk_widget_set_halign (source, GTK_ALIGN_START);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (source), "win.open");
    gtk_actionable_set_action_target_value (
      GTK_ACTIONABLE (source),
      bearings_open_target (BEARINGS_RECORD_SOURCE, placement->sample->source, NULL));
    gtk_box_append (GTK_BOX (card), source);
  }
  return card;
}

static GtkWidget *
placement_row_new (const BearingsPlacement *placement)
{
  g_autofree char *text = bearings_placement_text (placement);

  return placement->sample->source != NULL
           ? bearings_rows_link_new (text, placement->sample->measure, BEARINGS_RECORD_SOURCE,
                                     placement->sample->source, NULL)
           : text_row_new (text, placement->sample->measure);
}

GtkWidget *
bearings_result_sections_experience_new (const BearingsResult *result, const char *role)
{
  GtkWidget *section = bearings_section_new (_ ("Experience"), NULL);
  g_autofree char *given = NULL;
  g_autoptr (GPtrArray) first =
    bearings_result_state_placements_for_role (result->placements, role, TRUE);
  g_autoptr (GPtrArray) others =
    bearings_result_state_placements_for_role (result->placements, role, FALSE);

  if (result->placements->len == 0) {
    bearings_section_set_description (
      BEARINGS_SECTION (section),
      _ ("You gave no years of coding before the sitting, so there is no place by experience."));
    return section;
  }
  given = g_strdup_printf (
    /* Translators: number of years. */
    _ ("The %s years of coding you gave, among people who were asked the same. This says nothing "
       "about skill."),
    ((BearingsPlacement *) result->placements->pdata[0])->value_text);
  bearings_section_set_description (BEARINGS_SECTION (section), given);
  for (guint i = 0; i < first->len; i++)
    bearings_section_append (BEARINGS_SECTION (section),
                             bearings_result_sections_placement_card_new (first->pdata[i]));
  if (others->len > 0) {
    GtkWidget *list = bearings_rows_boxed_list_new ();
    GtkWidget *expander =
      expander_new (_ ("Other reference groups"), _ ("Each group stands by itself; they are "
                                                     "never joined."));

    for (guint i = 0; i < others->len; i++)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), placement_row_new (others->pdata[i]));
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), first->len == 0);
    gtk_list_box_append (GTK_LIST_BOX (list), expander);
    bearings_section_append (BEARINGS_SECTION (section), list);
  }
  return section;
}

/* The self-rating on its own steps, 0 to 4. */
static GtkWidget *
self_scale_new (const BearingsResult *result, const char *text)
{
  GtkWidget *scale = bearings_band_scale_new (-0.25, 4.25);
  double half = isnan (result->self_se) ? NAN : BEARINGS_SCORING_Z95 * result->self_se;

  for (int step = 0; step <= 4; step++) {
    g_autofree char *mark = g_strdup_printf ("%d", step);
    bearings_band_scale_add_mark (BEARINGS_BAND_SCALE (scale), step, mark);
  }
  bearings_band_scale_set_band (BEARINGS_BAND_SCALE (scale), MAX (result->self_mean - half, 0),
                                MIN (result->self_mean + half, 4), result->self_mean, text);
  return scale;
}

static char *
self_text (const BearingsResult *result)
{
  g_autofree char *mean = bearings_format_fixed (result->self_mean, 1);
  g_autofree char *items = g_strdup_printf (
    ngettext ("%u self-rating", "%u self-ratings", result->n_self), result->n_self);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (result->self_se))
    /* Translators: mean of the self-ratings; "1 self-rating". */
    return g_strdup_printf (_ ("Self-rating: step %s of 0 to 4, from %s; one rating has no error "
                               "of its own"),
                            mean, items);
  low =
    bearings_format_fixed (MAX (result->self_mean - BEARINGS_SCORING_Z95 * result->self_se, 0), 1);
  high =
    bearings_format_fixed (MIN (result->self_mean + BEARINGS_SCORING_Z95 * result->self_se, 4), 1);
  /* Translators: ends of a band, its middle, "5 self-ratings". */
  return g_strdup_printf (_ ("Self-rating: from step %s to %s, middle %s, on steps 0 to 4; %s"),
                          low, high, mean, items);
}

GtkWidget *
bearings_result_sections_self_new (const BearingsResult *result, GtkWidget *claim_row)
{
  GtkWidget *section =
    bearings_section_new (_ ("Self-Rating and Performance"),
                          bearings_result_state_gap_text (bearings_result_state_self_gap (result)));
  GtkWidget *card = card_new ();
  GtkWidget *list = bearings_rows_boxed_list_new ();

  if (!isnan (result->theta)) {
    g_autofree char *band =
      bearings_result_state_band_text (result->form->instrument, result->theta, result->se);
    /* Translators: level of the performance with its band. */
    g_autofree char *text = g_strdup_printf (_ ("Performance: %s"), band);

    gtk_box_append (GTK_BOX (card), label_new (text, "heading"));
    gtk_box_append (GTK_BOX (card), level_scale_new (result->form->instrument, result->theta,
                                                     result->se, _ ("Performance")));
  }
  if (!isnan (result->self_mean)) {
    g_autofree char *text = self_text (result);

    gtk_box_append (GTK_BOX (card), label_new (text, "heading"));
    gtk_box_append (GTK_BOX (card), self_scale_new (result, text));
  }
  bearings_section_append (BEARINGS_SECTION (section), card);
  gtk_widget_set_visible (card, gtk_widget_get_first_child (card) != NULL);
  gtk_list_box_append (
    GTK_LIST_BOX (list),
    text_row_new (_ ("How the two are compared"),
                  _ ("Step for level, lowest to highest, each with its 95 % band. Nobody has "
                     "calibrated the steps against the levels, so this is a rough reading. The "
                     "self-rating never enters the performance.")));
  if (claim_row != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), claim_row);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

/* The equal of the chart: one row for each scale, in words. */
static GtkWidget *
profile_table_new (const BearingsResult *result)
{
  GtkWidget *expander = expander_new (_ ("The same as a table"), NULL);

  for (guint i = 0; i < result->scales->len; i++) {
    const BearingsScaleResult *scale = g_ptr_array_index (result->scales, i);
    g_autofree char *band =
      bearings_result_state_band_text (result->form->instrument, scale->theta, scale->se);
    g_autofree char *items = g_strdup_printf (
      ngettext ("%u scored answer", "%u scored answers", scale->n_items), scale->n_items);
    g_autofree char *self = isnan (scale->self_mean) ? g_strdup (_ ("not self-rated"))
                                                     : bearings_format_fixed (scale->self_mean, 1);
    g_autofree char *text =
      isnan (scale->self_mean)
        /* Translators: level with its band; "4 scored answers"; "not self-rated". */
        ? g_strdup_printf (_ ("%s. %s, %s."), band, items, self)
        /* Translators: level with its band; "4 scored answers"; mean step. */
        : g_strdup_printf (_ ("%s. %s, self-rating %s of 4."), band, items, self);

    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              text_row_new (scale->scale->title, text));
  }
  return expander;
}

GtkWidget *
bearings_result_sections_profile_new (const BearingsResult *result)
{
  GtkWidget *section = bearings_section_new (
    _ ("Profile"), _ ("Each scale rests on few questions, so its band is wide. Where bands "
                      "overlap, scales are not told apart."));
  GtkWidget *card = card_new ();
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *last = NULL;

  for (guint i = 0; i < result->scales->len; i++) {
    const BearingsScaleResult *scale = g_ptr_array_index (result->scales, i);
    GtkWidget *plot =
      level_scale_new (result->form->instrument, scale->theta, scale->se, scale->scale->title);

    gtk_box_append (GTK_BOX (card), label_new (scale->scale->title, "heading"));
    if (isnan (scale->theta))
      gtk_box_append (GTK_BOX (card),
                      label_new (_ ("No question of this scale was answered."), "dimmed"));
    bearings_band_scale_set_show_labels (BEARINGS_BAND_SCALE (plot), FALSE);
    gtk_box_append (GTK_BOX (card), plot);
    last = plot;
  }
  if (last != NULL)
    bearings_band_scale_set_show_labels (BEARINGS_BAND_SCALE (last), TRUE);
  bearings_section_append (BEARINGS_SECTION (section), card);
  gtk_list_box_append (GTK_LIST_BOX (list), profile_table_new (result));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

GtkWidget *
bearings_result_sections_checks_new (const BearingsResult *result)
{
  GtkWidget *section;

  if (result->checks->len == 0)
    return NULL;
  section = bearings_section_new (
    _ ("Remarks on the Answers"),
    _ ("They describe how the answers were given. None of them makes a result invalid."));
  bearings_section_append (BEARINGS_SECTION (section),
                           sentences_new (result->checks, "document-edit-symbolic"));
  return section;
}
