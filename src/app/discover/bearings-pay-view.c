/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay of one occupational group: each published amount, in a card. */

#include "bearings-pay-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-career-state.h"
#include "bearings-figure-label.h"
#include "bearings-format.h"

static GtkWidget *
cell_new (BearingsWage *wage, BearingsPay pay, BearingsSource *source)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (bearings_pay_title (pay));
  BearingsFigure *figure = bearings_pay_figure (wage, pay);
  GtkWidget *label = bearings_figure_label_new (BEARINGS_FIGURE_CELL, figure, source);
  g_autofree char *amount = bearings_format_amount (bearings_pay_amount (wage, pay), wage->unit);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  bearings_figure_label_set_text (BEARINGS_FIGURE_LABEL (label), amount);
  gtk_box_append (GTK_BOX (cell), title);
  gtk_box_append (GTK_BOX (cell), label);
  bearings_record_struct_free (&bearings_figure_type, figure);
  return cell;
}

GtkWidget *
bearings_pay_view_new (BearingsWage *wage, BearingsSource *source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (wage->title);
  GtkWidget *table = adw_wrap_box_new ();

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "padded");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (table), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (table), 12);
  for (int pay = 0; pay < BEARINGS_N_PAY; pay++)
    adw_wrap_box_append (ADW_WRAP_BOX (table), cell_new (wage, pay, source));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), table);
  return box;
}
