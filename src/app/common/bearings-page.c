/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the window: header bar, and one of loading, error or content. */

#include "bearings-page.h"

#include <glib/gi18n-lib.h>

#define SPINNER_DELAY_MS 500
#define HEADING_HEIGHT 40

typedef struct {
  BearingsService *service;
  GCancellable *cancellable;
  GtkWidget *content;
  guint spinner_timeout;
  gboolean loaded;
  gboolean has_heading;

  AdwHeaderBar *header_bar;
  GtkStack *stack;
  AdwBin *content_bin;
  AdwStatusPage *loading_page;
  AdwStatusPage *error_page;
} BearingsPagePrivate;

enum {
  PROP_0,
  PROP_SERVICE,
  PROP_CONTENT,
  PROP_HAS_HEADING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BearingsPage, bearings_page, ADW_TYPE_NAVIGATION_PAGE)

#define PRIV(self) ((BearingsPagePrivate *) bearings_page_get_instance_private (self))

/* The title bar repeats the page's own heading only once that has been scrolled away, or where it
 * does not come. */
static void
update_title (BearingsPage *self)
{
  BearingsPagePrivate *priv = PRIV (self);
  const char *child;
  gboolean away = FALSE;

  if (priv->header_bar == NULL)
    return;
  if (GTK_IS_SCROLLED_WINDOW (priv->content))
    away = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (
             GTK_SCROLLED_WINDOW (priv->content))) > HEADING_HEIGHT;
  child = gtk_stack_get_visible_child_name (priv->stack);
  adw_header_bar_set_show_title (priv->header_bar, !priv->has_heading || away ||
                                                     g_strcmp0 (child, "loading") == 0 ||
                                                     g_strcmp0 (child, "error") == 0);
}

static gboolean
on_spinner_due (gpointer data)
{
  BearingsPagePrivate *priv = PRIV (data);

  priv->spinner_timeout = 0;
  gtk_stack_set_visible_child_name (priv->stack, "loading");
  update_title (data);
  return G_SOURCE_REMOVE;
}

static void
on_retry_clicked (BearingsPage *self)
{
  bearings_page_reload (self);
}

static void
bearings_page_showing (AdwNavigationPage *page)
{
  BearingsPagePrivate *priv = PRIV (BEARINGS_PAGE (page));

  if (ADW_NAVIGATION_PAGE_CLASS (bearings_page_parent_class)->showing != NULL)
    ADW_NAVIGATION_PAGE_CLASS (bearings_page_parent_class)->showing (page);
  if (!priv->loaded) {
    priv->loaded = TRUE;
    bearings_page_reload (BEARINGS_PAGE (page));
  }
}

static void
bearings_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BearingsPagePrivate *priv = PRIV (BEARINGS_PAGE (object));

  switch (prop_id) {
  case PROP_SERVICE:
    g_value_set_object (value, priv->service);
    break;
  case PROP_CONTENT:
    g_value_set_object (value, priv->content);
    break;
  case PROP_HAS_HEADING:
    g_value_set_boolean (value, priv->has_heading);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bearings_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BearingsPagePrivate *priv = PRIV (BEARINGS_PAGE (object));

  switch (prop_id) {
  case PROP_SERVICE:
    priv->service = g_value_dup_object (value);
    break;
  case PROP_CONTENT:
    bearings_page_set_content (BEARINGS_PAGE (object), g_value_get_object (value));
    break;
  case PROP_HAS_HEADING:
    priv->has_heading = g_value_get_boolean (value);
    update_title (BEARINGS_PAGE (object));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bearings_page_dispose (GObject *object)
{
  BearingsPagePrivate *priv = PRIV (BEARINGS_PAGE (object));

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_handle_id (&priv->spinner_timeout, g_source_remove);
  priv->content = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_PAGE);
  g_clear_object (&priv->service);
  G_OBJECT_CLASS (bearings_page_parent_class)->dispose (object);
}

static void
bearings_page_class_init (BearingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bearings_page_get_property;
  object_class->set_property = bearings_page_set_property;
  object_class->dispose = bearings_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = bearings_page_showing;

  props[PROP_SERVICE] =
    g_param_spec_object ("service", NULL, NULL, BEARINGS_TYPE_SERVICE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_HEADING] = g_param_spec_boolean ("has-heading", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/common/bearings-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, BearingsPage, header_bar);
  gtk_widget_class_bind_template_child_private (widget_class, BearingsPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, BearingsPage, content_bin);
  gtk_widget_class_bind_template_child_private (widget_class, BearingsPage, loading_page);
  gtk_widget_class_bind_template_child_private (widget_class, BearingsPage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
}

static void
bearings_page_init (BearingsPage *self)
{
  g_autoptr (AdwSpinnerPaintable) spinner = NULL;
  BearingsPagePrivate *priv = PRIV (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  spinner = adw_spinner_paintable_new (GTK_WIDGET (priv->loading_page));
  adw_status_page_set_paintable (priv->loading_page, GDK_PAINTABLE (spinner));
}

BearingsService *
bearings_page_get_service (BearingsPage *self)
{
  g_return_val_if_fail (BEARINGS_IS_PAGE (self), NULL);
  return PRIV (self)->service;
}

AdwHeaderBar *
bearings_page_get_header_bar (BearingsPage *self)
{
  g_return_val_if_fail (BEARINGS_IS_PAGE (self), NULL);
  return PRIV (self)->header_bar;
}

void
bearings_page_set_content (BearingsPage *self, GtkWidget *content)
{
  BearingsPagePrivate *priv = PRIV (self);

  g_return_if_fail (BEARINGS_IS_PAGE (self));
  priv->content = content;
  adw_bin_set_child (priv->content_bin, content);
  if (GTK_IS_SCROLLED_WINDOW (content))
    g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (content)),
                             "value-changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTENT]);
}

void
bearings_page_offer_readings (BearingsPage *self)
{
  GtkWidget *button = g_object_new (
    GTK_TYPE_TOGGLE_BUTTON, "icon-name", "bearings-technical-symbolic", "tooltip-text",
    _ ("Technical Reading"), "action-name", "win.technical-reading", NULL);

  g_return_if_fail (BEARINGS_IS_PAGE (self));
  adw_header_bar_pack_end (PRIV (self)->header_bar, button);
}

GCancellable *
bearings_page_begin (BearingsPage *self)
{
  BearingsPagePrivate *priv = PRIV (self);

  g_return_val_if_fail (BEARINGS_IS_PAGE (self), NULL);
  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  if (priv->spinner_timeout == 0)
    priv->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, on_spinner_due, self);
  return priv->cancellable;
}

void
bearings_page_show_content (BearingsPage *self)
{
  BearingsPagePrivate *priv = PRIV (self);

  g_return_if_fail (BEARINGS_IS_PAGE (self));
  g_clear_handle_id (&priv->spinner_timeout, g_source_remove);
  gtk_stack_set_visible_child_name (priv->stack, "content");
  update_title (self);
}

void
bearings_page_show_error (BearingsPage *self, const GError *error)
{
  BearingsPagePrivate *priv = PRIV (self);
  g_autofree char *text = NULL;

  g_return_if_fail (BEARINGS_IS_PAGE (self));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&priv->spinner_timeout, g_source_remove);
  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (priv->error_page, g_error_matches (error, BEARINGS_SERVICE_ERROR,
                                                                BEARINGS_SERVICE_ERROR_NOT_FOUND)
                                                 ? _ ("Not in the Installed Data")
                                                 : _ ("This Page Cannot Be Shown"));
  adw_status_page_set_description (priv->error_page, text);
  gtk_stack_set_visible_child_name (priv->stack, "error");
  update_title (self);
}

void
bearings_page_reload (BearingsPage *self)
{
  g_return_if_fail (BEARINGS_IS_PAGE (self));
  if (BEARINGS_PAGE_GET_CLASS (self)->load != NULL)
    BEARINGS_PAGE_GET_CLASS (self)->load (self);
  else
    bearings_page_show_content (self);
}

gboolean
bearings_page_search (BearingsPage *self)
{
  g_return_val_if_fail (BEARINGS_IS_PAGE (self), FALSE);
  return BEARINGS_PAGE_GET_CLASS (self)->search != NULL &&
         BEARINGS_PAGE_GET_CLASS (self)->search (self);
}

gboolean
bearings_page_back (BearingsPage *self)
{
  g_return_val_if_fail (BEARINGS_IS_PAGE (self), FALSE);
  return BEARINGS_PAGE_GET_CLASS (self)->back != NULL &&
         BEARINGS_PAGE_GET_CLASS (self)->back (self);
}

gboolean
bearings_page_forward (BearingsPage *self)
{
  g_return_val_if_fail (BEARINGS_IS_PAGE (self), FALSE);
  return BEARINGS_PAGE_GET_CLASS (self)->forward != NULL &&
         BEARINGS_PAGE_GET_CLASS (self)->forward (self);
}
