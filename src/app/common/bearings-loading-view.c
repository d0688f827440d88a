/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a dialog or page that is filled when the service has answered. */

#include "bearings-loading-view.h"

#include <glib/gi18n-lib.h>

#define SPINNER_DELAY_MS 500
#define SPINNER_SIZE 32

struct _BearingsLoadingView {
  AdwBin parent_instance;

  GCancellable *cancellable;
  guint spinner_timeout;
  BearingsMakeFunc make;
  gpointer make_data;
  GDestroyNotify make_destroy;
};

G_DEFINE_FINAL_TYPE (BearingsLoadingView, bearings_loading_view, ADW_TYPE_BIN)

/* Nothing is awaited any more. */
static void
settle (BearingsLoadingView *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  if (self->make_destroy != NULL)
    self->make_destroy (self->make_data);
  self->make = NULL;
  self->make_data = NULL;
  self->make_destroy = NULL;
}

static gboolean
on_spinner_due (gpointer data)
{
  BearingsLoadingView *self = data;

  self->spinner_timeout = 0;
  adw_bin_set_child (ADW_BIN (self),
                     g_object_new (ADW_TYPE_SPINNER, "halign", GTK_ALIGN_CENTER, "valign",
                                   GTK_ALIGN_CENTER, "width-request", SPINNER_SIZE,
                                   "height-request", SPINNER_SIZE, NULL));
  return G_SOURCE_REMOVE;
}

static void
on_answered (gpointer owner, gpointer answer, const GError *error)
{
  BearingsLoadingView *self = owner;

  if (error != NULL) {
    g_autofree char *text = g_markup_escape_text (error->message, -1);

    adw_bin_set_child (ADW_BIN (self),
                       g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-error-symbolic",
                                     "title", _ ("This Cannot Be Shown"), "description", text,
                                     NULL));
  } else {
    GtkWidget *made = self->make (answer, self->make_data);

    adw_bin_set_child (ADW_BIN (self), made);
    gtk_widget_set_visible (GTK_WIDGET (self), made != NULL);
  }
  settle (self);
}

static void
bearings_loading_view_dispose (GObject *object)
{
  BearingsLoadingView *self = BEARINGS_LOADING_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  settle (self);
  G_OBJECT_CLASS (bearings_loading_view_parent_class)->dispose (object);
}

static void
bearings_loading_view_class_init (BearingsLoadingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bearings_loading_view_dispose;
}

static void
bearings_loading_view_init (BearingsLoadingView *self)
{
}

GtkWidget *
bearings_loading_view_new (void)
{
  return g_object_new (BEARINGS_TYPE_LOADING_VIEW, NULL);
}

void
bearings_loading_view_ask (BearingsLoadingView *self,
                           BearingsService *service,
                           const BearingsJob *job,
                           gpointer data,
                           BearingsMakeFunc make,
                           gpointer user_data,
                           GDestroyNotify destroy)
{
  g_return_if_fail (BEARINGS_IS_LOADING_VIEW (self));
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  settle (self);
  self->make = make;
  self->make_data = user_data;
  self->make_destroy = destroy;
  self->cancellable = g_cancellable_new ();
  self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, on_spinner_due, self);
  bearings_ask (self, service, job, data, self->cancellable, on_answered);
}
