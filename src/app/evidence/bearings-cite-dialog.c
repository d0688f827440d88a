/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References in the form another program wants, to copy or to save. */

#include "bearings-cite-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-ask.h"
#include "bearings-service-text.h"

/* So many units of the size of text. */
#define NARROW_SP 300

struct _BearingsCiteDialog {
  AdwDialog parent_instance;

  GPtrArray *citations;
  char *text;

  AdwToastOverlay *overlay;
  AdwToggleGroup *forms;
  GtkTextBuffer *buffer;
  GtkLabel *says;
};

G_DEFINE_FINAL_TYPE (BearingsCiteDialog, bearings_cite_dialog, ADW_TYPE_DIALOG)

static BearingsCiteForm
chosen_form (BearingsCiteDialog *self)
{
  return (BearingsCiteForm) (adw_toggle_group_get_active (self->forms) + 1);
}

static void
show_text (BearingsCiteDialog *self)
{
  static const char *const says[] = {
    [BEARINGS_CITE_CSL_JSON] = N_ ("For Zotero, pandoc and other citation processors"),
    [BEARINGS_CITE_BIBTEX] = N_ ("For LaTeX, JabRef and others"),
    [BEARINGS_CITE_RIS] = N_ ("For EndNote, Zotero, Mendeley and others"),
    [BEARINGS_CITE_TEXT] = N_ ("To read, and to paste into a text"),
  };
  BearingsCiteForm form = chosen_form (self);
  g_auto (GStrv) lines = NULL;

  g_free (self->text);
  self->text = bearings_service_library_cite (self->citations, form);
  lines = g_strsplit (self->text, "\r\n", -1); /* what is shown has no returns in it */
  {
    g_autofree char *shown = g_strjoinv ("\n", lines);
    gtk_text_buffer_set_text (self->buffer, shown, -1);
  }
  gtk_label_set_text (self->says, _ (says[form]));
}

static void
say (BearingsCiteDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
on_copy (BearingsCiteDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  say (self, _ ("Copied"));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsCiteDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (self->text == NULL)
    return;
  if (bearings_service_text_save_finish (G_FILE (source), result, &error))
    say (self, _ ("Saved"));
  else
    say (self, error->message);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsCiteDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL) {
    if (self->text != NULL &&
        !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
      say (self, error->message);
    return;
  }
  if (self->text == NULL)
    return;
  bearings_service_text_save_async (file, self->text, on_saved, g_object_ref (self));
}

static void
on_save (BearingsCiteDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name =
    g_strdup_printf ("bearings-references.%s", bearings_cite_form_extension (chosen_form (self)));

  gtk_file_dialog_set_title (dialog, _ ("Save References"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

static void
bearings_cite_dialog_dispose (GObject *object)
{
  BearingsCiteDialog *self = BEARINGS_CITE_DIALOG (object);

  g_clear_pointer (&self->citations, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (bearings_cite_dialog_parent_class)->dispose (object);
}

static void
bearings_cite_dialog_class_init (BearingsCiteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bearings_cite_dialog_dispose;
}

static GtkWidget *
make_text (BearingsCiteDialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("References"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  return scrolled;
}

/* Where four names do not fit beside each other they stand one under the other. */
static void
add_narrow_form (BearingsCiteDialog *self)
{
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_new_length (
    ADW_BREAKPOINT_CONDITION_MAX_WIDTH, NARROW_SP, ADW_LENGTH_UNIT_SP));
  g_auto (GValue) vertical = G_VALUE_INIT;

  g_value_init (&vertical, GTK_TYPE_ORIENTATION);
  g_value_set_enum (&vertical, GTK_ORIENTATION_VERTICAL);
  adw_breakpoint_add_setter (narrow, G_OBJECT (self->forms), "orientation", &vertical);
  gtk_widget_set_size_request (GTK_WIDGET (self), 200, 200);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), narrow);
}

static void
bearings_cite_dialog_init (BearingsCiteDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save…"));

  adw_dialog_set_title (ADW_DIALOG (self), _ ("Cite"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 520);
  self->forms = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (int form = BEARINGS_CITE_CSL_JSON; form <= BEARINGS_CITE_TEXT; form++) {
    AdwToggle *toggle = adw_toggle_new ();
    adw_toggle_set_label (toggle, bearings_cite_form_title (form));
    adw_toggle_set_tooltip (toggle, bearings_cite_form_title (form));
    adw_toggle_group_add (self->forms, toggle);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->forms), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Format"), -1);
  add_narrow_form (self);
  self->says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->says, TRUE);
  gtk_label_set_xalign (self->says, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->says), "dim-label");
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->forms));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->says));
  gtk_box_append (GTK_BOX (box), make_text (self));
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_add_css_class (copy, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), save);
  gtk_box_append (GTK_BOX (buttons), copy);
  gtk_box_append (GTK_BOX (box), buttons);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (on_copy), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (on_save), self);
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->overlay, box);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->overlay));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_default_widget (ADW_DIALOG (self), copy);
}

BearingsCiteDialog *
bearings_cite_dialog_new (GPtrArray *citations)
{
  BearingsCiteDialog *self = g_object_new (BEARINGS_TYPE_CITE_DIALOG, NULL);

  self->citations = g_ptr_array_ref (citations);
  adw_toggle_group_set_active (self->forms, BEARINGS_CITE_TEXT - 1);
  show_text (self);
  g_signal_connect_swapped (self->forms, "notify::active", G_CALLBACK (show_text), self);
  return self;
}

static void
present (gpointer parent, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) citations = answer;
  AdwDialog *dialog;

  if (error == NULL) {
    dialog = ADW_DIALOG (bearings_cite_dialog_new (citations));
  } else {
    dialog = adw_alert_dialog_new (_ ("This Cannot Be Cited"), error->message);
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  }
  adw_dialog_present (dialog, parent);
}

static gpointer
cite_records (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) citations = bearings_service_library_citations_new ();
  GVariantIter iter;
  const char *id;
  int kind;

  g_variant_iter_init (&iter, data);
  while (g_variant_iter_next (&iter, "(i&s)", &kind, &id))
    if (!bearings_service_library_add_citation (service, citations, kind, id, error))
      return NULL;
  return g_steal_pointer (&citations);
}

static gpointer
cite_page (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) citations = bearings_service_library_citations_new ();
  const char *id, *skill;
  int kind;

  g_variant_get (data, "(i&s&s)", &kind, &id, &skill);
  return bearings_service_library_add_page_citations (service, citations, kind, id, skill, error)
           ? g_steal_pointer (&citations)
           : NULL;
}

void
bearings_cite_dialog_present_records (GtkWidget *parent,
                                      BearingsService *service,
                                      GVariant *records)
{
  static const BearingsJob job = { cite_records, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) g_ptr_array_unref, BEARINGS_LANE_READ };

  bearings_ask (parent, service, &job, g_variant_ref_sink (records), NULL, present);
}

void
bearings_cite_dialog_present (GtkWidget *parent,
                              BearingsService *service,
                              BearingsRecordKind kind,
                              const char *id,
                              const char *skill_id)
{
  static const BearingsJob job = { cite_page, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) g_ptr_array_unref, BEARINGS_LANE_READ };
  GVariant *record;

  if (skill_id != NULL) {
    bearings_ask (parent, service, &job,
                  g_variant_ref_sink (g_variant_new ("(iss)", kind, id, skill_id)), NULL, present);
    return;
  }
  record = g_variant_new ("(is)", kind, id);
  bearings_cite_dialog_present_records (parent, service, g_variant_new_array (NULL, &record, 1));
}
