/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the page of an instrument's quality. */

#include "bearings-quality-sections.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-label.h"
#include "bearings-plot-view.h"
#include "bearings-rows.h"
#include "bearings-section.h"

#define ITEMS_SHOWN 12

static GtkWidget *
dimmed_paragraph (const char *text)
{
  GtkWidget *paragraph = bearings_rows_paragraph_new (text);

  gtk_widget_add_css_class (paragraph, "dimmed");
  return paragraph;
}

static GtkWidget *
coefficient_row (const char *name, const BearingsCoefficient *coefficient)
{
  g_autofree char *text = bearings_quality_words_coefficient_text (coefficient);

  return bearings_rows_property_new (name, text);
}

static const char *
chip_class (BearingsStanding standing)
{
  return standing == BEARINGS_STANDING_REACHED  ? "success"
         : standing == BEARINGS_STANDING_UNSURE ? "warning"
                                                : NULL;
}

/* The threshold is the figure of a claim, which the row opens. */
static GtkWidget *
threshold_row (const BearingsQualityPart *part, guint which, const BearingsClaim *claim)
{
  static const double thresholds[] = { BEARINGS_QUALITY_EARLY, BEARINGS_QUALITY_DECISION };
  BearingsStanding standing = bearings_coefficient_standing (&part->alpha, thresholds[which]);
  g_autofree char *text = bearings_quality_words_threshold_text (part, which);
  GtkWidget *row = bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW,
                                            bearings_quality_words_threshold_title (which), text);
  GtkWidget *chip = bearings_rows_chip_new (standing == BEARINGS_STANDING_UNSURE
                                              ? C_ ("threshold", "unsure")
                                              : bearings_quality_words_standing (standing),
                                            chip_class (standing));

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (claim != NULL)
    bearings_figure_context_set_record (row, BEARINGS_RECORD_CLAIM, claim->record.id);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  return row;
}

GtkWidget *
bearings_quality_sections_part_new (const BearingsQualityPart *part, const BearingsClaim *claim)
{
  GtkWidget *section = bearings_section_new (
    bearings_quality_words_part_title (part),
    part->self_rating
      ? _ ("How far a person’s ratings agree with each other, not how true they are.")
      : _ ("How far the answers of a person agree with each other."));
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autoptr (GPtrArray) notes = bearings_quality_words_part_notes (part);

  if (!isnan (part->alpha.value)) {
    gtk_list_box_append (GTK_LIST_BOX (list),
                         coefficient_row (_ ("Cronbach’s alpha"), &part->alpha));
    gtk_list_box_append (
      GTK_LIST_BOX (list),
      isnan (part->omega.value)
        ? bearings_rows_property_new (_ ("McDonald’s omega"),
                                      _ ("one common factor cannot be fitted to these answers"))
        : coefficient_row (_ ("McDonald’s omega"), &part->omega));
    if (!isnan (part->omega.value)) {
      g_autofree char *fit = bearings_quality_words_fit_text (part);
      gtk_list_box_append (GTK_LIST_BOX (list),
                           bearings_rows_property_new (_ ("Fit of one factor"), fit));
    }
    gtk_list_box_append (GTK_LIST_BOX (list), threshold_row (part, 0, claim));
    gtk_list_box_append (GTK_LIST_BOX (list), threshold_row (part, 1, claim));
    bearings_section_append (BEARINGS_SECTION (section), list);
  } else {
    g_object_ref_sink (list);
    g_object_unref (list);
  }
  for (guint i = 0; i < notes->len; i++)
    bearings_section_append (BEARINGS_SECTION (section), dimmed_paragraph (notes->pdata[i]));
  return section;
}

GtkWidget *
bearings_quality_sections_curve_new (const BearingsQuality *quality)
{
  g_autoptr (BearingsPlot) plot = bearings_quality_words_plot_for (quality);
  g_autofree char *text = bearings_quality_words_curve_text (quality);
  GtkWidget *section;

  if (plot == NULL)
    return NULL;
  section = bearings_section_new (_ ("Where It Measures Best"), text);
  bearings_figure_context_set_computation (
    section, _ ("From the parameters of the items: their information adds up, and the standard "
                "error is one over the square root of the sum."));
  bearings_section_append (BEARINGS_SECTION (section), bearings_plot_view_new (plot));
  return section;
}

GtkWidget *
bearings_quality_sections_retest_new (const BearingsQuality *quality)
{
  g_autofree char *text = bearings_quality_words_retest_text (quality);
  GtkWidget *section = bearings_section_new (_ ("Two Sittings of One Person"), text);

  bearings_figure_context_set_computation (
    section, _ ("From the first two sittings of each client whose answers joined the sample: "
                "intraclass correlation for absolute agreement, Shrout and Fleiss’s form 2,1."));
  return section;
}

static GtkWidget *
rater_row (const BearingsRaterAgreement *agreement, const char *title)
{
  g_autofree char *text = bearings_quality_words_rater_agreement_text (agreement);
  GtkWidget *row = bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW, title, text);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* A task unfolds to its criteria, which come after it. */
static GtkWidget *
rated_task_row (const BearingsRaterAgreement *agreement)
{
  g_autofree char *text = bearings_quality_words_rater_agreement_text (agreement);
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, agreement->item->prompt, text);

  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (row), 2);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  return row;
}

static void
fill_raters (GtkListBox *list, const GPtrArray *raters)
{
  GtkWidget *task = NULL;

  for (guint i = 0; i < raters->len; i++) {
    const BearingsRaterAgreement *agreement = raters->pdata[i];
    g_autofree char *title = bearings_quality_words_rater_agreement_title (agreement);

    if (agreement->item == NULL)
      gtk_list_box_append (list, rater_row (agreement, title));
    else if (agreement->criterion == NULL)
      gtk_list_box_append (list, task = rated_task_row (agreement));
    else if (task != NULL)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (task),
                                rater_row (agreement, agreement->criterion->title));
  }
}

GtkWidget *
bearings_quality_sections_raters_new (const BearingsQuality *quality)
{
  g_autofree char *text = bearings_quality_words_raters_text (quality);
  GtkWidget *section = bearings_section_new (_ ("Second Raters"), text);
  GtkWidget *list;

  bearings_figure_context_set_computation (
    section, _ ("From the tasks that a second person rated: kappa with quadratic weights of each "
                "criterion, intraclass correlation (form 2,1) of the points."));
  if (quality->raters->len == 0)
    return section;
  list = bearings_rows_boxed_list_new ();
  fill_raters (GTK_LIST_BOX (list), quality->raters);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static GtkWidget *
item_row (gpointer data, gpointer user_data)
{
  const BearingsQualityItem *item = data;
  g_autofree char *text = bearings_quality_words_item_text (item);
  GtkWidget *row = bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW, item->item->prompt, text);

  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

typedef enum {
  ORDER_POSITION,
  ORDER_HARDEST,
  ORDER_LOWEST_REST,
  ORDER_INFORMATION,
  ORDER_GROUPS,
} Order;

/* What is not known comes last. */
static int
compare_values (double a, double b, gboolean rising)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  if (a == b)
    return 0;
  return (a < b) == rising ? -1 : 1;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const BearingsQualityItem *x = *(BearingsQualityItem *const *) a;
  const BearingsQualityItem *y = *(BearingsQualityItem *const *) b;
  int order = 0;

  switch ((Order) GPOINTER_TO_UINT (data)) {
  case ORDER_POSITION:
    break;
  case ORDER_HARDEST:
    order = compare_values (x->difficulty, y->difficulty, TRUE);
    break;
  case ORDER_LOWEST_REST:
    order = compare_values (x->rest.value, y->rest.value, TRUE);
    break;
  case ORDER_INFORMATION:
    order = compare_values (x->information, y->information, FALSE);
    break;
  case ORDER_GROUPS:
    order = compare_values (fabs (x->dif.delta), fabs (y->dif.delta), FALSE);
    break;
  }
  return order != 0                              ? order
         : x->item->position < y->item->position ? -1
                                                 : x->item->position > y->item->position;
}

/* The list of items and what it is made of. */
#define QUALITY "bearings-quality"

static void
fill_items (GtkListBox *list, guint order)
{
  const BearingsQuality *quality = g_object_get_data (G_OBJECT (list), QUALITY);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < quality->items->len; i++)
    g_ptr_array_add (items, quality->items->pdata[i]);
  g_ptr_array_sort_with_data (items, compare_items, GUINT_TO_POINTER (order));
  gtk_list_box_remove_all (list);
  bearings_rows_fill_list (list, items, ITEMS_SHOWN, item_row, NULL, NULL);
}

static void
on_order_chosen (GtkDropDown *drop_down, GParamSpec *pspec, GtkListBox *list)
{
  fill_items (list, gtk_drop_down_get_selected (drop_down));
}

GtkWidget *
bearings_quality_sections_items_new (BearingsQuality *quality)
{
  const char *const orders[] = { _ ("In their order"),
                                 _ ("Hardest first"),
                                 _ ("Lowest correlation first"),
                                 _ ("Most information first"),
                                 quality->reference != NULL ? _ ("Largest group difference first")
                                                            : NULL,
                                 NULL };
  GtkWidget *section =
    bearings_section_new (_ ("Items"), bearings_quality_words_items_explanation ());
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (orders);

  bearings_figure_context_set_computation (
    section, _ ("From the records of the sample that hold an answer to the item; information from "
                "its parameters."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Order of the items"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Items"),
                                  -1);
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (list), QUALITY, bearings_quality_ref (quality),
                          (GDestroyNotify) bearings_quality_unref);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_order_chosen), list, 0);
  fill_items (GTK_LIST_BOX (list), ORDER_POSITION);
  bearings_section_append (BEARINGS_SECTION (section), drop_down);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

GtkWidget *
bearings_quality_sections_stated_new (const BearingsQuality *quality)
{
  GtkWidget *section, *list;

  if (quality->stated->len == 0)
    return NULL;
  section = bearings_section_new (
    _ ("Stated of Reference Samples"),
    _ ("Reliabilities that came with the packs, of other questions about the same skill."));
  list = bearings_rows_boxed_list_new ();
  for (guint i = 0; i < quality->stated->len; i++) {
    const BearingsReferenceSample *sample = quality->stated->pdata[i];
    BearingsSource *source =
      sample->source != NULL ? g_hash_table_lookup (quality->sources, sample->source) : NULL;
    GtkWidget *row =
      bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, sample->title, sample->reliability.metric);
    GtkWidget *label =
      bearings_figure_label_new (BEARINGS_FIGURE_INLINE, &sample->reliability, source);

    if (source != NULL)
      bearings_figure_context_set_source (row, source);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}
