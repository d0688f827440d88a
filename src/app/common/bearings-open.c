/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way from any widget to any record: the window's action "win.open". */

#include "bearings-open.h"

GVariant *
bearings_open_target (BearingsRecordKind kind, const char *id, const char *second_id)
{
  return g_variant_new ("(sss)", bearings_record_type (kind)->name, id, second_id ? second_id : "");
}

void
bearings_open (GtkWidget *from, BearingsRecordKind kind, const char *id, const char *second_id)
{
  gtk_widget_activate_action_variant (from, "win.open", bearings_open_target (kind, id, second_id));
}
