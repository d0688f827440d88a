/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose words may hold figures: activating it opens where they are from. */

#include "bearings-cited-row.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-spans.h"

struct _BearingsCitedRow {
  AdwActionRow parent_instance;

  gboolean offers;
};

static char *
bearings_cited_row_describe (BearingsFigureHolder *holder)
{
  BearingsCitedRow *self = BEARINGS_CITED_ROW (holder);
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (self));

  if (action != NULL)
    return g_strdup (action);
  /* A row that is activated by code opens a record too. */
  if (!self->offers && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (self)))
    return g_strdup ("activated");
  return self->offers ? bearings_figure_context_describe (GTK_WIDGET (self)) : NULL;
}

static void
holder_init (BearingsFigureHolderInterface *iface)
{
  iface->describe = bearings_cited_row_describe;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BearingsCitedRow,
                               bearings_cited_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (BEARINGS_TYPE_FIGURE_HOLDER, holder_init))

static void
bearings_cited_row_activate (AdwActionRow *row)
{
  BearingsCitedRow *self = BEARINGS_CITED_ROW (row);

  if (self->offers) {
    const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
    const char *subtitle = adw_action_row_get_subtitle (row);
    g_autofree char *text = subtitle != NULL && *subtitle != '\0'
                              ? g_strdup_printf (_ ("%s: %s"), title, subtitle)
                              : g_strdup (title);
    bearings_figure_context_open (GTK_WIDGET (self), text);
    return;
  }
  ADW_ACTION_ROW_CLASS (bearings_cited_row_parent_class)->activate (row);
}

/* Whoever made the row has said by now whether it does something of its own. */
static void
bearings_cited_row_root (GtkWidget *widget)
{
  if (!gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)) &&
      adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget)) == NULL)
    bearings_cited_row_offer_source (BEARINGS_CITED_ROW (widget));
  GTK_WIDGET_CLASS (bearings_cited_row_parent_class)->root (widget);
}

static void
bearings_cited_row_class_init (BearingsCitedRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = bearings_cited_row_root;
  ADW_ACTION_ROW_CLASS (klass)->activate = bearings_cited_row_activate;
}

static void
bearings_cited_row_init (BearingsCitedRow *self)
{
}

void
bearings_cited_row_offer_source (BearingsCitedRow *self)
{
  GtkWidget *icon;

  g_return_if_fail (BEARINGS_IS_CITED_ROW (self));
  if (self->offers ||
      !(bearings_figure_spans_text_has (
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self))) ||
        bearings_figure_spans_text_has (adw_action_row_get_subtitle (ADW_ACTION_ROW (self)))))
    return;
  self->offers = TRUE;
  icon = gtk_image_new_from_icon_name ("help-about-symbolic");
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Opens where the figures are from"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}
