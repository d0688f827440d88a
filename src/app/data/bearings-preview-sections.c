/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a preview. */

#include "bearings-preview-sections.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-findings-dialog.h"
#include "bearings-format.h"
#include "bearings-import-state.h"
#include "bearings-instrument.h"
#include "bearings-preview-list-page.h"
#include "bearings-rows.h"
#include "bearings-section.h"

#define RESULTS_SHOWN 10

/* What the rows of a preview lead to. */
typedef struct {
  BearingsService *service;
  GFile *file;
  char *name;
  BearingsPreview *preview;
  BearingsPreviewList list;
  BearingsNarrow narrow;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->service);
  g_object_unref (target->file);
  g_free (target->name);
  bearings_preview_unref (target->preview);
  g_free (target);
}

static Target *
target_new (const Target *of, BearingsPreviewList list, BearingsNarrow narrow)
{
  Target *target = g_new (Target, 1);

  *target = (Target) { g_object_ref (of->service),
                       g_object_ref (of->file),
                       g_strdup (of->name),
                       bearings_preview_ref (of->preview),
                       list,
                       narrow };
  return target;
}

static void
on_list_activated (GtkWidget *row, gpointer data)
{
  Target *target = data;
  GtkWidget *view = gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_push (
      ADW_NAVIGATION_VIEW (view),
      ADW_NAVIGATION_PAGE (bearings_preview_list_page_new (
        target->service, target->file, target->preview, target->list, target->narrow)));
}

static void
on_findings_activated (GtkWidget *row, gpointer data)
{
  Target *target = data;

  adw_dialog_present (bearings_findings_dialog_new (target->preview->problems, target->name), row);
}

/* A row that leads on; @number stands at its end, NULL for none. */
static GtkWidget *
lead_row (const char *title,
          const char *subtitle,
          const char *number,
          GCallback callback,
          Target *target)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", callback, target, target_free, 0);
  if (number != NULL) {
    GtkWidget *label = gtk_label_new (number);

    gtk_widget_add_css_class (label, "numeric");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    number, -1);
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
add_count (GtkWidget *list, const Target *of, const char *title, guint n, BearingsNarrow narrow)
{
  g_autofree char *number = bearings_format_integer (n);

  if (n > 0)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         lead_row (title, NULL, number, G_CALLBACK (on_list_activated),
                                   target_new (of, BEARINGS_PREVIEW_RECORDS, narrow)));
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                GTK_NATURAL_WRAP_NONE, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
heading (const BearingsPreview *preview)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = label_new (preview->info->title, "title-1");
  g_autofree char *versions = bearings_import_state_versions_text (preview);
  g_autofree char *origin = bearings_import_state_origin_text (preview->info);
  GtkWidget *caption = bearings_rows_paragraph_new (origin);

  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (caption, "dimmed");
  bearings_figure_context_set_origin (box, _ ("Stated by the pack itself."));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label_new (versions, "body"));
  gtk_box_append (GTK_BOX (box), caption);
  if (preview->info->note != NULL)
    gtk_box_append (GTK_BOX (box), bearings_rows_paragraph_new (preview->info->note));
  return box;
}

static GtkWidget *
signature_list (const BearingsSignature *signature)
{
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autofree char *text = bearings_import_state_signature_explanation (signature);
  GtkWidget *row = bearings_rows_plain_new (
    ADW_TYPE_ACTION_ROW, bearings_import_state_signature_title (signature), text);
  GtkWidget *icon = gtk_image_new_from_icon_name (bearings_import_state_signature_icon (signature));

  if (signature->state == BEARINGS_SIGNATURE_TRUSTED)
    gtk_widget_add_css_class (icon, "success");
  else
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  if (signature->state == BEARINGS_SIGNATURE_NONE) {
    GtkWidget *choose = bearings_rows_plain_new (
      ADW_TYPE_ACTION_ROW, _ ("Choose a Signature…"),
      _ ("If the publisher gave one in a file of its own, which ends in .minisig"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (choose), TRUE);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (choose), BEARINGS_CHOOSE_SIGNATURE);
    adw_action_row_add_suffix (ADW_ACTION_ROW (choose),
                               gtk_image_new_from_icon_name ("document-open-symbolic"));
    gtk_list_box_append (GTK_LIST_BOX (list), choose);
  }
  if (signature->state == BEARINGS_SIGNATURE_UNKNOWN) {
    GtkWidget *publishers = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("Trusted Publishers"),
                                                     _ ("Whose signatures this centre accepts"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (publishers), TRUE);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (publishers), "win.publishers");
    adw_action_row_add_suffix (ADW_ACTION_ROW (publishers),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_list_box_append (GTK_LIST_BOX (list), publishers);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Signature"), -1);
  return list;
}

static GtkWidget *
downgrade_list (const BearingsPreview *preview, GtkWidget **row)
{
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *text =
    /* Translators: version of a pack that is installed. */
    g_strdup_printf (_ ("What version %s brought would be lost."), preview->installed);

  *row = adw_switch_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (*row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (*row),
                                 _ ("Go back to an older version all the same"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (*row), text);
  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (*row), icon);
  gtk_list_box_append (GTK_LIST_BOX (list), *row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Older version"), -1);
  return list;
}

static GtkWidget *
records_section (const Target *of)
{
  const BearingsPreview *preview = of->preview;
  g_autofree char *text = bearings_import_state_records_text (preview);
  GtkWidget *section = bearings_section_new (_ ("Records"), text);
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_figure_context_set_computation (
    section, _ ("Counted here, by comparing the file with the installed data."));
  add_count (list, of, _ ("Added"), preview->n_added, BEARINGS_NARROW_ADDED);
  add_count (list, of, _ ("Changed"), preview->n_changed, BEARINGS_NARROW_CHANGED);
  add_count (list, of, _ ("Removed"), preview->n_removed, BEARINGS_NARROW_REMOVED);
  add_count (list, of, _ ("Claims graded again"), preview->n_regraded, BEARINGS_NARROW_REGRADED);
  add_count (list, of, _ ("Kept with the other pack"), preview->n_kept, BEARINGS_NARROW_KEPT);
  gtk_widget_set_visible (list, preview->entries->len > 0);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static GtkWidget *
pages_section (const Target *of)
{
  g_autofree char *text = bearings_import_state_answers_text (of->preview);
  GtkWidget *section = bearings_section_new (_ ("What Pages Would Say"), NULL);
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_figure_context_set_computation (
    section, _ ("Worked out here, by applying the file without keeping it."));
  gtk_list_box_append (
    GTK_LIST_BOX (list),
    of->preview->answers->len > 0
      ? lead_row (text, _ ("Each answer before and after"), NULL, G_CALLBACK (on_list_activated),
                  target_new (of, BEARINGS_PREVIEW_ANSWERS, BEARINGS_NARROW_NONE))
      : bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, text, NULL));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static GtkWidget *
result_row (gpointer item, gpointer data)
{
  const BearingsPreviewResult *result = item;
  g_autofree char *text = bearings_import_state_sitting_text (result->info);
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, result->title, text);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", result->info->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.result");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static GtkWidget *
results_section (const Target *of)
{
  g_autofree char *text = bearings_import_state_results_text (of->preview);
  GtkWidget *section = bearings_section_new (_ ("Stored Results"), text);
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_figure_context_set_computation (section,
                                           _ ("Counted here, over the results that are stored."));
  bearings_rows_fill_list (GTK_LIST_BOX (list), of->preview->results, RESULTS_SHOWN, result_row,
                           NULL, NULL);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static GtkWidget *
findings_section (const Target *of)
{
  guint n = of->preview->problems->len;
  g_autofree char *number = bearings_format_integer (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s warning", "%s warnings", n), number);
  GtkWidget *section = bearings_section_new (
    _ ("Findings"),
    _ ("Nothing here keeps the pack from being applied. All of it is worth a look."));
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_figure_context_set_computation (section, _ ("Counted here, by checking the file."));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       lead_row (text, _ ("Each with its place, and how to mend it"), NULL,
                                 G_CALLBACK (on_findings_activated),
                                 target_new (of, BEARINGS_PREVIEW_RECORDS, BEARINGS_NARROW_NONE)));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

void
bearings_preview_sections_fill (GtkBox *box,
                                BearingsService *service,
                                GFile *file,
                                const char *name,
                                BearingsPreview *preview,
                                GtkWidget **downgrade)
{
  const Target of = {
    service, file, (char *) name, preview, BEARINGS_PREVIEW_RECORDS, BEARINGS_NARROW_NONE
  };

  *downgrade = NULL;
  gtk_box_append (box, heading (preview));
  if (preview->downgrade)
    gtk_box_append (box, downgrade_list (preview, downgrade));
  gtk_box_append (box, signature_list (&preview->signature));
  gtk_box_append (box, records_section (&of));
  gtk_box_append (box, pages_section (&of));
  if (preview->results->len > 0)
    gtk_box_append (box, results_section (&of));
  if (preview->problems->len > 0)
    gtk_box_append (box, findings_section (&of));
}
