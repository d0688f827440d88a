/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: opens the service, owns it, and hands it to its windows. */

#include "bearings-application.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-service-packs.h"
#include "bearings-shortcuts-dialog.h"
#include "bearings-window.h"

struct _BearingsApplication {
  AdwApplication parent_instance;

  BearingsService *service;
  GError *failure;
  gboolean opening;
};

G_DEFINE_FINAL_TYPE (BearingsApplication, bearings_application, ADW_TYPE_APPLICATION)

static void
tell_window (BearingsApplication *self, BearingsWindow *window)
{
  if (self->service != NULL)
    bearings_window_set_service (window, self->service);
  else if (self->failure != NULL)
    bearings_window_show_failure (window, self->failure);
}

/* Opening may copy the catalogue on first start, so it stays off the main thread. */
static void
open_service_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *directory = bearings_service_default_data_dir ();
  g_autofree char *shipped = bearings_service_shipped_catalogue ();
  GError *error = NULL;
  BearingsService *service = bearings_service_new (directory, shipped, &error);

  if (service != NULL)
    g_task_return_pointer (task, service, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_service_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  BearingsApplication *self = BEARINGS_APPLICATION (source);

  self->opening = FALSE;
  self->service = g_task_propagate_pointer (G_TASK (result), &self->failure);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (BEARINGS_IS_WINDOW (l->data))
      tell_window (self, l->data);
  g_application_release (G_APPLICATION (self));
}

static void
open_service (BearingsApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->opening || self->service != NULL)
    return;
  self->opening = TRUE;
  g_clear_error (&self->failure);
  g_application_hold (G_APPLICATION (self));
  task = g_task_new (self, NULL, on_service_opened, NULL);
  g_task_run_in_thread (task, open_service_thread);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* Windows are asked one by one, so that each can save its size. */
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BearingsWindow *window = bearings_window_new (GTK_APPLICATION (data));

  tell_window (BEARINGS_APPLICATION (data), window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    adw_dialog_present (ADW_DIALOG (bearings_shortcuts_dialog_new ()), GTK_WIDGET (window));
}

/* The licences ask for their attribution wherever the data is shown. */
static void
add_attributions (AdwAboutDialog *dialog, GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++) {
    const BearingsPackInfo *info = ((BearingsInstalledPack *) packs->pdata[i])->info;
    g_autofree char *text =
      g_markup_escape_text (info->attribution ? info->attribution : info->licence, -1);

    if (info->title != NULL && text != NULL)
      adw_about_dialog_add_legal_section (dialog, info->title, NULL, GTK_LICENSE_CUSTOM, text);
  }
}

BEARINGS_DEFINE_JOB (list_packs,
                     BEARINGS_LANE_READ,
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_packs_list (self, error))

/* @error: of the list of packs; NULL beside no packs: there is no service */
static void
show_about (gpointer application, gpointer answer, const GError *error)
{
  BearingsApplication *self = application;
  g_autoptr (GPtrArray) packs = answer;
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (dialog, _ ("Bearings"));
  adw_about_dialog_set_application_icon (dialog, APPLICATION_ID);
  adw_about_dialog_set_version (dialog, BEARINGS_VERSION);
  adw_about_dialog_set_developer_name (dialog, _ ("The Bearings contributors"));
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (
    dialog, _ ("How much a skill matters for a career, how we know, and where you stand in it. "
               "Works offline; every figure opens its source."));
  if (packs != NULL)
    add_attributions (dialog, packs);
  if (error != NULL) {
    g_autofree char *text = g_markup_escape_text (error->message, -1);

    adw_about_dialog_add_legal_section (dialog, _ ("The Data Cannot Be Read"), NULL,
                                        GTK_LICENSE_CUSTOM, text);
  }
  adw_dialog_present (ADW_DIALOG (dialog),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BearingsApplication *self = data;

  if (self->service != NULL)
    bearings_ask (self, self->service, &list_packs, NULL, NULL, show_about);
  else
    show_about (self, NULL, NULL);
}

static BearingsWindow *
ensure_window (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL) {
    window = GTK_WINDOW (bearings_window_new (GTK_APPLICATION (application)));
    tell_window (BEARINGS_APPLICATION (application), BEARINGS_WINDOW (window));
  }
  return BEARINGS_WINDOW (window);
}

static void
bearings_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (application)));
  open_service (BEARINGS_APPLICATION (application));
}

/* Files from the command line, or from a double click: packs to be looked at. The first one is on
 * top in the end. */
static void
bearings_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  BearingsWindow *window = ensure_window (application);

  for (int i = n_files - 1; i >= 0; i--)
    bearings_window_import (window, files[i]);
  gtk_window_present (GTK_WINDOW (window));
  open_service (BEARINGS_APPLICATION (application));
}

static void
bearings_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = on_quit },
    { .name = "about", .activate = on_about },
    { .name = "shortcuts", .activate = on_shortcuts },
    { .name = "new-window", .activate = on_new_window },
  };
  /* Back is where the text comes from. */
  const gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  const struct {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "F1", "<Control>question" } },
    { "app.new-window", { "<Control>n" } },
    { "window.close", { "<Control>w" } },
    { "win.choose-pack", { "<Control>o" } },
    { "win.search", { "<Control>k" } },
    { "win.find", { "<Control>f" } },
    { "win.back", { rtl ? "<Alt>Right" : "<Alt>Left", "Back" } },
    { "win.forward", { rtl ? "<Alt>Left" : "<Alt>Right", "Forward" } },
    { "win.technical-reading", { "<Control>t" } },
    { "win.section::discover", { "<Alt>1" } },
    { "win.section::evidence", { "<Alt>2" } },
    { "win.section::register", { "<Alt>3" } },
    { "win.section::assess", { "<Alt>4" } },
    { "win.section::results", { "<Alt>5" } },
    { "win.section::data", { "<Alt>6" } },
  };

  G_APPLICATION_CLASS (bearings_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

/* Nothing that was given is lost because the last window has gone. What was written may lead to
 * more, once the main loop has heard of it. */
static void
bearings_application_shutdown (GApplication *application)
{
  BearingsApplication *self = BEARINGS_APPLICATION (application);

  if (self->service != NULL)
    do {
      bearings_service_ask_wait (self->service);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    } while (bearings_service_ask_is_pending (self->service));
  G_APPLICATION_CLASS (bearings_application_parent_class)->shutdown (application);
}

static void
bearings_application_finalize (GObject *object)
{
  BearingsApplication *self = BEARINGS_APPLICATION (object);

  g_clear_object (&self->service);
  g_clear_error (&self->failure);
  G_OBJECT_CLASS (bearings_application_parent_class)->finalize (object);
}

static void
bearings_application_class_init (BearingsApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_application_finalize;
  G_APPLICATION_CLASS (klass)->activate = bearings_application_activate;
  G_APPLICATION_CLASS (klass)->open = bearings_application_open;
  G_APPLICATION_CLASS (klass)->startup = bearings_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = bearings_application_shutdown;
}

static void
bearings_application_init (BearingsApplication *self)
{
  /* GApplication answers --version itself. */
  g_application_set_version (G_APPLICATION (self), BEARINGS_VERSION);
}

BearingsApplication *
bearings_application_new (void)
{
  return g_object_new (BEARINGS_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                       "resource-base-path", "/io/github/bearings/Bearings", "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

BearingsService *
bearings_application_get_service (BearingsApplication *self)
{
  g_return_val_if_fail (BEARINGS_IS_APPLICATION (self), NULL);
  return self->service;
}
