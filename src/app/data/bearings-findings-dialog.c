/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found in a pack, in a dialog. */

#include "bearings-findings-dialog.h"

#include <glib/gi18n-lib.h>

#include "bearings-findings-view.h"

struct _BearingsFindingsDialog {
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (BearingsFindingsDialog, bearings_findings_dialog, ADW_TYPE_DIALOG)

static void
bearings_findings_dialog_class_init (BearingsFindingsDialogClass *klass)
{
}

static void
bearings_findings_dialog_init (BearingsFindingsDialog *self)
{
}

AdwDialog *
bearings_findings_dialog_new (GPtrArray *problems, const char *file)
{
  AdwDialog *self = g_object_new (BEARINGS_TYPE_FINDINGS_DIALOG, "title", _ ("Findings"),
                                  "content-width", 680, "content-height", 600, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view),
                                bearings_findings_view_new (problems, file));
  adw_dialog_set_child (self, view);
  return self;
}
