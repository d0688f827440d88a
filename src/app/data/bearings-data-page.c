/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Root of Data: installed packs, and the ways to what else is known of them. */

#include "bearings-data-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-data-state.h"
#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-rows.h"
#include "bearings-service-packs.h"

struct _BearingsDataPage {
  BearingsPage parent_instance;

  GtkListBox *pack_list;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (BearingsDataPage, bearings_data_page, BEARINGS_TYPE_PAGE)

static GtkWidget *
pack_row (const BearingsInstalledPack *pack)
{
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);
  const BearingsPackInfo *info = pack->info;
  g_autofree char *subtitle = bearings_data_state_pack_text (pack);
  g_autofree char *published =
    info->published != NULL ? bearings_format_date (info->published) : NULL;
  g_autoptr (GDateTime) imported =
    pack->imported != NULL ? g_date_time_new_from_iso8601 (pack->imported, NULL) : NULL;
  g_autoptr (GDateTime) local = imported != NULL ? g_date_time_to_local (imported) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%x %X") : NULL;

  bearings_figure_context_set_origin (row, _ ("Stated by the pack itself."));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info->title);
  adw_expander_row_set_subtitle (expander, subtitle);
  adw_expander_row_add_row (expander,
                            bearings_rows_property_new (_ ("Publisher"), info->publisher));
  adw_expander_row_add_row (expander, bearings_rows_property_new (_ ("Licence"), info->licence));
  adw_expander_row_add_row (expander,
                            bearings_rows_property_new (_ ("Attribution"), info->attribution));
  adw_expander_row_add_row (expander, bearings_rows_property_new (_ ("Published"), published));
  adw_expander_row_add_row (expander, bearings_rows_property_new (_ ("Installed"), when));
  if (info->note != NULL)
    adw_expander_row_add_row (expander, bearings_rows_property_new (_ ("Note"), info->note));
  /* Translators: SHA-256 checksum of a file. */
  adw_expander_row_add_row (expander, bearings_rows_copy_new (_ ("Checksum"), pack->sha256));
  return row;
}

BEARINGS_DEFINE_JOB (list_packs,
                     BEARINGS_LANE_READ,
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_packs_list (self, error))

static void
show_packs (gpointer page, gpointer answer)
{
  BearingsDataPage *self = page;
  g_autoptr (GPtrArray) packs = answer;

  gtk_list_box_remove_all (self->pack_list);
  for (guint i = 0; i < packs->len; i++)
    gtk_list_box_append (self->pack_list, pack_row (packs->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->pack_list), packs->len > 0);
  gtk_widget_set_visible (self->empty_label, packs->len == 0);
}

static void
bearings_data_page_load (BearingsPage *page)
{
  bearings_ask_for_page (page, &list_packs, NULL, show_packs);
}

static void
bearings_data_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_DATA_PAGE);
  G_OBJECT_CLASS (bearings_data_page_parent_class)->dispose (object);
}

static void
bearings_data_page_class_init (BearingsDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_data_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_data_page_load;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, pack_list);
  gtk_widget_class_bind_template_child (widget_class, BearingsDataPage, empty_label);
}

static void
bearings_data_page_init (BearingsDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_data_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_DATA_PAGE, "service", service, NULL);
}
