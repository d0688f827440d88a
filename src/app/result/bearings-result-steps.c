/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a result page for an instrument that asks for self-ratings only. */

#include "bearings-result-steps.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-band-scale.h"
#include "bearings-format.h"
#include "bearings-rows.h"
#include "bearings-scoring.h"
#include "bearings-section.h"

/* The mean on the steps of the levels, which are written below it. */
static GtkWidget *
steps_scale_new (const BearingsResult *result)
{
  GPtrArray *levels = result->form->instrument->levels;
  double last = levels->len - 1.0;
  double half = isnan (result->self_se) ? NAN : BEARINGS_SCORING_Z95 * result->self_se;
  g_autofree char *text = bearings_result_summary (result);
  GtkWidget *scale = bearings_band_scale_new (-0.25, last + 0.25);

  for (guint i = 0; i < levels->len; i++) {
    g_autofree char *mark = g_strdup_printf ("%u", i);
    bearings_band_scale_add_mark (BEARINGS_BAND_SCALE (scale), i, mark);
  }
  bearings_band_scale_set_band (BEARINGS_BAND_SCALE (scale), MAX (result->self_mean - half, 0),
                                MIN (result->self_mean + half, last), result->self_mean, text);
  return scale;
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* "2: Independent" for each step, the highest first as on the page of levels. */
static GtkWidget *
steps_row_new (const BearingsInstrument *instrument)
{
  GtkWidget *expander =
    g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", _ ("The steps"), NULL);

  for (guint i = instrument->levels->len; i-- > 0;) {
    const BearingsLevel *level = g_ptr_array_index (instrument->levels, i);
    /* Translators: number of a step, its name. */
    g_autofree char *title = g_strdup_printf (_ ("%u: %s"), i, level->title);

    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row_new (title, level->summary));
  }
  return expander;
}

static GtkWidget *
scale_row_new (const BearingsScaleResult *scale)
{
  g_autofree char *mean =
    isnan (scale->self_mean) ? NULL : bearings_format_fixed (scale->self_mean, 1);
  g_autofree char *text = mean == NULL
                            ? g_strdup (_ ("No question was answered"))
                            : g_strdup_printf (
                                /* Translators: mean step; number of ratings. */
                                ngettext ("Step %s of 0 to 4, from %u self-rating",
                                          "Step %s of 0 to 4, from %u self-ratings", scale->n_self),
                                mean, scale->n_self);

  return row_new (scale->scale->title, text);
}

GtkWidget *
bearings_result_steps_section_new (const BearingsResult *result, GtkWidget *claim_row)
{
  GtkWidget *section = bearings_section_new (
    _ ("Where You Place Yourself"),
    isnan (result->self_se) ? NULL
                            : _ ("The dot is the mean of your ratings. The band shows how far it "
                                 "would move with other questions of the same kind; it says "
                                 "nothing about how well ratings fit performance."));
  GtkWidget *list = bearings_rows_boxed_list_new ();

  if (!isnan (result->self_mean)) {
    GtkWidget *card =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9,
                    "css-classes", (const char *[]) { "card", "padded", NULL }, NULL);

    gtk_box_append (GTK_BOX (card), steps_scale_new (result));
    bearings_section_append (BEARINGS_SECTION (section), card);
  }
  for (guint i = 0; i < result->scales->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), scale_row_new (result->scales->pdata[i]));
  gtk_list_box_append (GTK_LIST_BOX (list), steps_row_new (result->form->instrument));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       row_new (_ ("Why there is no estimate"), result->display_why));
  if (claim_row != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), claim_row);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}
