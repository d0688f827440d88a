/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the application. */

#include "bearings-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

struct _BearingsShortcutsDialog {
  AdwPreferencesDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (BearingsShortcutsDialog,
                     bearings_shortcuts_dialog,
                     ADW_TYPE_PREFERENCES_DIALOG)

typedef struct {
  const char *group; /* NULL: the same as before */
  const char *title;
  const char *accel;
} Shortcut;

/* As from left to right; the other way the arrows change places.
 * Kept beside the accelerators that BearingsApplication sets. */
static const Shortcut shortcuts[] = {
  { N_ ("Find"), N_ ("Search everywhere"), "<Control>k" },
  { NULL, N_ ("Search on the page"), "<Control>f" },
  { N_ ("Go"), N_ ("Back"), "<Alt>Left" },
  { NULL, N_ ("Forward"), "<Alt>Right" },
  { NULL, N_ ("Discover"), "<Alt>1" },
  { NULL, N_ ("Evidence"), "<Alt>2" },
  { NULL, N_ ("Register"), "<Alt>3" },
  { NULL, N_ ("Assess"), "<Alt>4" },
  { NULL, N_ ("Results"), "<Alt>5" },
  { NULL, N_ ("Data"), "<Alt>6" },
  { NULL, N_ ("Open a pack"), "<Control>o" },
  { N_ ("Assessment"), N_ ("Choose the first answer"), "1" },
  { NULL, N_ ("Next question"), "Return" },
  { NULL, N_ ("Question before"), "<Alt>Left" },
  { N_ ("Window"), N_ ("Main menu"), "F10" },
  { NULL, N_ ("Technical reading"), "<Control>t" },
  { NULL, N_ ("Keyboard shortcuts"), "F1" },
  { NULL, N_ ("New window"), "<Control>n" },
  { NULL, N_ ("Close window"), "<Control>w" },
  { NULL, N_ ("Quit"), "<Control>q" },
};

static GtkWidget *
shortcut_row (const Shortcut *shortcut)
{
  guint key = 0;
  GdkModifierType modifiers = 0;
  g_autofree char *keys = NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (shortcut->title), NULL);
  GtkWidget *label;

  gtk_accelerator_parse (shortcut->accel, &key, &modifiers);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    key = key == GDK_KEY_Left ? GDK_KEY_Right : key == GDK_KEY_Right ? GDK_KEY_Left : key;
  keys = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (keys);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
bearings_shortcuts_dialog_class_init (BearingsShortcutsDialogClass *klass)
{
}

static void
bearings_shortcuts_dialog_init (BearingsShortcutsDialog *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;

  adw_dialog_set_title (ADW_DIALOG (self), _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    if (shortcuts[i].group != NULL) {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (shortcuts[i].group));
      adw_preferences_page_add (page, group);
    }
    adw_preferences_group_add (group, shortcut_row (&shortcuts[i]));
  }
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), page);
}

BearingsShortcutsDialog *
bearings_shortcuts_dialog_new (void)
{
  return g_object_new (BEARINGS_TYPE_SHORTCUTS_DIALOG, NULL);
}
