/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot with its table and its pictures. */

#include "bearings-plot-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-figure-text.h"
#include "bearings-plot-area.h"
#include "bearings-service-plot.h"

struct _BearingsPlotView {
  GtkBox parent_instance;

  BearingsPlot *plot;

  GtkWidget *stack;
  GtkWidget *area;
  GtkWidget *table; /* made when first asked for */
  GtkWidget *table_button;
};

G_DEFINE_FINAL_TYPE (BearingsPlotView, bearings_plot_view, GTK_TYPE_BOX)

static GtkWidget *
cell_new (GtkWidget *child, GtkAccessibleRole role)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", role, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (cell), child);
  return cell;
}

static GtkWidget *
header_new (void)
{
  static const char *const titles[] = { N_ ("What was measured"), N_ ("Figure and interval"),
                                        N_ ("Source") };
  GtkWidget *row =
    g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, "spacing", 12,
                  "homogeneous", TRUE, "css-classes", (const char *[]) { "heading", NULL }, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    GtkWidget *label = gtk_label_new (_ (titles[i]));

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_box_append (GTK_BOX (row), cell_new (label, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  }
  return row;
}

static GtkWidget *
row_new (const BearingsPlotDatum *datum)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                 "spacing", 12, "homogeneous", TRUE, NULL);
  GtkWidget *label = bearings_figure_text_new (datum->label);
  GtkWidget *caption = bearings_figure_text_new (datum->caption);

  if (datum->source != NULL)
    bearings_figure_context_set_source (row, datum->source);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (row), cell_new (label, GTK_ACCESSIBLE_ROLE_ROW_HEADER));
  /* The words of the plot: a range of pay has three amounts. */
  gtk_box_append (GTK_BOX (row), cell_new (bearings_figure_text_new (datum->value_text),
                                           GTK_ACCESSIBLE_ROLE_CELL));
  gtk_box_append (GTK_BOX (row), cell_new (caption, GTK_ACCESSIBLE_ROLE_CELL));
  return row;
}

static GtkWidget *
table_new (const BearingsPlot *plot)
{
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                                   "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plot->title, -1);
  gtk_box_append (GTK_BOX (table), header_new ());
  for (guint i = 0; i < bearings_plot_n_data (plot); i++)
    gtk_box_append (GTK_BOX (table), row_new (bearings_plot_get (plot, i, NULL)));
  return table;
}

static void
on_table_toggled (GtkToggleButton *button, BearingsPlotView *self)
{
  gboolean table = gtk_toggle_button_get_active (button);

  if (table && self->table == NULL) {
    self->table = table_new (self->plot);
    gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), table ? self->table : self->area);
}

static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  BearingsPlotView *self = BEARINGS_PLOT_VIEW (widget);

  /* The datum that has the focus goes out of sight; the button stays. */
  gtk_widget_grab_focus (self->table_button);
  bearings_plot_view_show_table (self, !bearings_plot_view_shows_table (self));
  return TRUE;
}

typedef struct {
  BearingsPlot *plot;
  GtkWidget *widget; /* until the file is chosen */
  BearingsPictureForm form;
  gboolean rtl;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  bearings_plot_unref (saving->plot);
  g_clear_object (&saving->widget);
  g_clear_object (&saving->file);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static gpointer
save_picture (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  return GINT_TO_POINTER (
    bearings_service_plot_save (saving->plot, saving->form, saving->rtl, saving->file, error));
}

static void
on_saved (gpointer widget, gpointer answer, const GError *error)
{
  AdwDialog *alert;

  if (error == NULL)
    return;
  alert = adw_alert_dialog_new (_ ("The Picture Was Not Saved"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, widget);
}

static void
on_file_chosen (GObject *object, GAsyncResult *result, gpointer data)
{
  static const BearingsJob job = { save_picture, (GDestroyNotify) saving_free, NULL,
                                   BEARINGS_LANE_FILE };
  g_autoptr (Saving) saving = data;
  g_autoptr (GtkWidget) widget = g_steal_pointer (&saving->widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, BEARINGS_TYPE_PAGE);

  saving->file = bearings_chosen_file_to_save (object, result, widget);
  if (saving->file != NULL && page != NULL) /* a plot that has gone is not saved */
    bearings_ask (widget, bearings_page_get_service (BEARINGS_PAGE (page)), &job,
                  g_steal_pointer (&saving), NULL, on_saved);
}

static void
save (BearingsPlotView *self, BearingsPictureForm form)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Saving *saving = g_new0 (Saving, 1);

  saving->plot = bearings_plot_ref (self->plot);
  saving->widget = g_object_ref (GTK_WIDGET (self));
  saving->form = form;
  saving->rtl = gtk_widget_get_direction (saving->widget) == GTK_TEXT_DIR_RTL;
  gtk_file_dialog_set_title (dialog, _ ("Save Picture"));
  gtk_file_dialog_set_initial_name (dialog, form == BEARINGS_PICTURE_SVG
                                              /* Translators: a file name, ending untranslated. */
                                              ? _ ("findings.svg")
                                              : _ ("findings.png"));
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        on_file_chosen, saving);
}

static void
on_save_svg (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (BEARINGS_PLOT_VIEW (widget), BEARINGS_PICTURE_SVG);
}

static void
on_save_png (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (BEARINGS_PLOT_VIEW (widget), BEARINGS_PICTURE_PNG);
}

static void
bearings_plot_view_finalize (GObject *object)
{
  g_clear_pointer (&BEARINGS_PLOT_VIEW (object)->plot, bearings_plot_unref);
  G_OBJECT_CLASS (bearings_plot_view_parent_class)->finalize (object);
}

static void
bearings_plot_view_class_init (BearingsPlotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_plot_view_finalize;
  gtk_widget_class_install_action (widget_class, "plot.save-svg", NULL, on_save_svg);
  gtk_widget_class_install_action (widget_class, "plot.save-png", NULL, on_save_png);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, on_key, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
buttons_new (BearingsPlotView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *menu_button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  self->table_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->table_button), "view-list-symbolic");
  gtk_widget_set_tooltip_text (self->table_button, _ ("Show as a Table (T)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show as a Table"),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "T", -1);
  g_signal_connect (self->table_button, "toggled", G_CALLBACK (on_table_toggled), self);
  g_menu_append (menu, _ ("Save as _SVG…"), "plot.save-svg");
  g_menu_append (menu, _ ("Save as _PNG…"), "plot.save-png");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu_button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu_button), "document-save-symbolic");
  gtk_widget_set_tooltip_text (menu_button, _ ("Save Picture"));
  gtk_widget_add_css_class (self->table_button, "flat");
  gtk_widget_add_css_class (menu_button, "flat");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->table_button);
  gtk_box_append (GTK_BOX (buttons), menu_button);
  return buttons;
}

static void
bearings_plot_view_init (BearingsPlotView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (self), buttons_new (self));
  gtk_box_append (GTK_BOX (self), self->stack);
}

GtkWidget *
bearings_plot_view_new (BearingsPlot *plot)
{
  BearingsPlotView *self;

  if (plot == NULL)
    return NULL;
  self = g_object_new (BEARINGS_TYPE_PLOT_VIEW, NULL);
  self->plot = bearings_plot_ref (plot);
  self->area = bearings_plot_area_new (plot);
  gtk_stack_add_child (GTK_STACK (self->stack), self->area);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, plot->title,
                                  -1);
  return GTK_WIDGET (self);
}

void
bearings_plot_view_show_table (BearingsPlotView *self, gboolean table)
{
  g_return_if_fail (BEARINGS_IS_PLOT_VIEW (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->table_button), table);
}

gboolean
bearings_plot_view_shows_table (BearingsPlotView *self)
{
  g_return_val_if_fail (BEARINGS_IS_PLOT_VIEW (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));
}
