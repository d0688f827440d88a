/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: sections at the side, each with a history of pages of its own. */

#include "bearings-window.h"

#include <glib/gi18n-lib.h>

#include "bearings-assess-page.h"
#include "bearings-career-page.h"
#include "bearings-choose-pack.h"
#include "bearings-cite-dialog.h"
#include "bearings-claim-page-view.h"
#include "bearings-client-dialog.h"
#include "bearings-data-page.h"
#include "bearings-discover-page.h"
#include "bearings-figure-context.h"
#include "bearings-figure-dialog.h"
#include "bearings-freshness-page.h"
#include "bearings-glossary-page.h"
#include "bearings-history-page.h"
#include "bearings-import-page.h"
#include "bearings-library-page.h"
#include "bearings-open.h"
#include "bearings-pack-drop.h"
#include "bearings-page.h"
#include "bearings-plan-page.h"
#include "bearings-publishers-page.h"
#include "bearings-purpose-page.h"
#include "bearings-quality-page.h"
#include "bearings-reading-text.h"
#include "bearings-recalibration-page.h"
#include "bearings-register-entry-page.h"
#include "bearings-register-list-page.h"
#include "bearings-result-page.h"
#include "bearings-results-page.h"
#include "bearings-sample-page.h"
#include "bearings-search-dialog.h"
#include "bearings-service-desk.h"
#include "bearings-sitting-page.h"
#include "bearings-skill-page-view.h"
#include "bearings-source-dialog.h"
#include "bearings-trace-view.h"

#define SPINNER_DELAY_MS 500
/* Of a mouse. */
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

struct _BearingsWindow {
  AdwApplicationWindow parent_instance;

  BearingsService *service;
  GSettings *settings; /* NULL when no schema is installed */
  gboolean technical_reading;
  guint spinner_timeout;
  GPtrArray *files; /* GFile: to be looked at once there is a service */
  guint visit;      /* of whom the pages are */
  GtkWidget *focus;
  GtkWidget *former_focus;

  GtkStack *main_stack;
  GtkWidget *spinner;
  AdwStatusPage *failure_page;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkListBox *section_list;
  GtkStack *section_stack;
  GtkWidget *client_button;
  AdwButtonContent *client_content;
};

G_DEFINE_FINAL_TYPE (BearingsWindow, bearings_window, ADW_TYPE_APPLICATION_WINDOW)

typedef GtkWidget *(*NewRoot) (BearingsService *service);

static const struct {
  const char *name;
  const char *title;
  const char *icon;
  NewRoot new_root;
} sections[] = {
  { "discover", N_ ("Discover"), "bearings-discover-symbolic", bearings_discover_page_new },
  { "evidence", N_ ("Evidence"), "bearings-evidence-symbolic", bearings_library_page_new },
  /* Translators: the register of popular claims that fail tracing. */
  { "register", N_ ("Register"), "bearings-register-symbolic", bearings_register_list_page_new },
  { "assess", N_ ("Assess"), "bearings-assess-symbolic", bearings_assess_page_new },
  { "results", N_ ("Results"), "bearings-results-symbolic", bearings_results_page_new },
  { "data", N_ ("Data"), "bearings-data-symbolic", bearings_data_page_new },
};

/* Pages gone back from, so that one can go forward again. */
#define FORWARD_KEY "bearings-forward"

static void
on_popped (AdwNavigationView *view, AdwNavigationPage *page)
{
  GPtrArray *forward = g_object_get_data (G_OBJECT (view), FORWARD_KEY);

  g_ptr_array_add (forward, g_object_ref (page));
}

static void
on_pushed (AdwNavigationView *view)
{
  GPtrArray *forward = g_object_get_data (G_OBJECT (view), FORWARD_KEY);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (view);

  if (forward->len > 0 && forward->pdata[forward->len - 1] == (gpointer) page)
    g_ptr_array_set_size (forward, (int) forward->len - 1);
  else
    g_ptr_array_set_size (forward, 0);
}

static AdwNavigationPage *
on_get_next_page (AdwNavigationView *view)
{
  GPtrArray *forward = g_object_get_data (G_OBJECT (view), FORWARD_KEY);

  return forward->len > 0 ? g_object_ref (forward->pdata[forward->len - 1]) : NULL;
}

static AdwNavigationView *
current_view (BearingsWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->section_stack);

  return child != NULL ? ADW_NAVIGATION_VIEW (child) : NULL;
}

static int
section_index (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].name, name) == 0)
      return (int) i;
  return -1;
}

/* The view of a section; its root page is made when it is first asked for. */
static AdwNavigationView *
ensure_view (BearingsWindow *self, int index)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->section_stack, sections[index].name);

  if (view != NULL)
    return ADW_NAVIGATION_VIEW (view);
  view = adw_navigation_view_new ();
  g_object_set_data_full (G_OBJECT (view), FORWARD_KEY,
                          g_ptr_array_new_with_free_func (g_object_unref),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (view, "popped", G_CALLBACK (on_popped), NULL);
  g_signal_connect (view, "pushed", G_CALLBACK (on_pushed), NULL);
  g_signal_connect (view, "get-next-page", G_CALLBACK (on_get_next_page), NULL);
  gtk_stack_add_named (self->section_stack, view, sections[index].name);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            ADW_NAVIGATION_PAGE (sections[index].new_root (self->service)));
  return ADW_NAVIGATION_VIEW (view);
}

static void
push_page (BearingsWindow *self, GtkWidget *page)
{
  AdwNavigationView *view = current_view (self);

  g_return_if_fail (view != NULL);
  adw_navigation_view_push (view, ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
on_section_activated (BearingsWindow *self, GtkListBoxRow *row)
{
  const char *name = sections[gtk_list_box_row_get_index (row)].name;
  AdwNavigationView *view = current_view (self);

  /* Choosing the section one is in goes back to its first page. */
  if (g_strcmp0 (name, bearings_window_get_section (self)) == 0 && view != NULL &&
      !adw_navigation_split_view_get_collapsed (self->split_view)) {
    AdwNavigationPage *root = NULL;
    g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (view);
    root = g_list_model_get_item (stack, 0);
    adw_navigation_view_pop_to_page (view, root);
    g_object_unref (root);
  }
  bearings_window_show_section (self, name);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind, *id, *second_id;
  const BearingsRecordType *type;

  g_variant_get (parameter, "(&s&s&s)", &kind, &id, &second_id);
  type = bearings_record_type_by_name (kind);
  g_return_if_fail (type != NULL);
  bearings_window_open (BEARINGS_WINDOW (widget), type->kind, id,
                        *second_id != '\0' ? second_id : NULL);
}

static void
cite_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind, *id, *skill_id;
  const BearingsRecordType *type;

  g_variant_get (parameter, "(&s&s&s)", &kind, &id, &skill_id);
  type = bearings_record_type_by_name (kind);
  g_return_if_fail (type != NULL);
  bearings_cite_dialog_present (widget, BEARINGS_WINDOW (widget)->service, type->kind, id,
                                *skill_id != '\0' ? skill_id : NULL);
}

static void
trace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind, *id;
  const BearingsRecordType *type;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  type = bearings_record_type_by_name (kind);
  g_return_if_fail (type != NULL);
  bearings_trace_view_dialog_present (widget, BEARINGS_WINDOW (widget)->service, type->kind, id);
}

static void
section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bearings_window_show_section (BEARINGS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);

  if (self->service != NULL)
    adw_dialog_present (ADW_DIALOG (bearings_search_dialog_new (self->service, widget)), widget);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwNavigationPage *page = bearings_window_get_visible_page (BEARINGS_WINDOW (widget));

  if (page == NULL || !BEARINGS_IS_PAGE (page) || !bearings_page_search (BEARINGS_PAGE (page)))
    search_action (widget, NULL, NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);
  AdwNavigationView *view = current_view (self);
  AdwNavigationPage *page = bearings_window_get_visible_page (self);

  if (adw_navigation_split_view_get_collapsed (self->split_view) &&
      !adw_navigation_split_view_get_show_content (self->split_view))
    return; /* nothing that is shown has a history */
  if (page != NULL && BEARINGS_IS_PAGE (page) && bearings_page_back (BEARINGS_PAGE (page)))
    return;
  if (view != NULL && !adw_navigation_view_pop (view))
    adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);
  AdwNavigationView *view = current_view (self);
  AdwNavigationPage *visible = bearings_window_get_visible_page (self);
  AdwNavigationPage *page;

  if (view != NULL && adw_navigation_split_view_get_collapsed (self->split_view) &&
      !adw_navigation_split_view_get_show_content (self->split_view)) {
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
    return;
  }
  if (visible != NULL && BEARINGS_IS_PAGE (visible) &&
      bearings_page_forward (BEARINGS_PAGE (visible)))
    return;
  page = view != NULL ? on_get_next_page (view) : NULL;
  if (page != NULL) {
    adw_navigation_view_push (view, page);
    g_object_unref (page);
  }
}

static void
on_side_button (GtkGesture *gesture, int n_press, double x, double y, const char *action)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)),
                              action, NULL);
}

/* The buttons at the side of a mouse do what the keys do. A navigation view has an answer of its
 * own, which leaves out the places within a page: it must not come first. */
static void
follow_side_button (BearingsWindow *self, guint button, const char *action)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_side_button), (gpointer) action);
  gtk_widget_add_controller (GTK_WIDGET (self->split_view), GTK_EVENT_CONTROLLER (gesture));
}

static void
assessment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->service == NULL)
    return;
  if (g_str_equal (name, "win.assess"))
    push_page (self, bearings_purpose_page_new (self->service, id, NULL));
  else if (g_str_equal (name, "win.resume"))
    push_page (self, bearings_sitting_page_new (self->service, id));
  else if (g_str_equal (name, "win.quality"))
    push_page (self, bearings_quality_page_new (self->service, id));
  else if (g_str_equal (name, "win.recalibrate"))
    push_page (self, bearings_recalibration_page_new (self->service, id));
  else if (g_str_equal (name, "win.plan"))
    push_page (self, bearings_plan_page_new (self->service, id));
  else
    push_page (self, bearings_result_page_new (self->service, id));
}

/* Pages of a section beneath its root, without a record. */
static const struct {
  const char *action;
  NewRoot new_page;
} pages[] = {
  { "win.freshness", bearings_freshness_page_new },
  { "win.glossary", bearings_glossary_page_new },
  { "win.history", bearings_history_page_new },
  { "win.publishers", bearings_publishers_page_new },
  { "win.sample", bearings_sample_page_new },
};

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);

  for (guint i = 0; self->service != NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].action, name))
      push_page (self, pages[i].new_page (self->service));
}

/* From anywhere: which file is asked under Data. */
static void
choose_pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);

  if (self->service == NULL)
    return;
  bearings_window_show_section (self, "data");
  bearings_choose_pack (GTK_WINDOW (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  bearings_window_import (BEARINGS_WINDOW (widget), file);
}

static void
reload_pages (AdwNavigationView *view)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (view);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++) {
    g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);
    if (BEARINGS_IS_PAGE (page))
      bearings_page_reload (BEARINGS_PAGE (page));
  }
}

/* After an import nothing on screen may be stale: every section starts anew. */
static void
data_changed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);
  const char *shown = bearings_window_get_section (self);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    GtkWidget *view = gtk_stack_get_child_by_name (self->section_stack, sections[i].name);

    if (view == NULL)
      continue;
    if (g_strcmp0 (sections[i].name, shown) != 0)
      gtk_stack_remove (self->section_stack, view);
    else
      reload_pages (ADW_NAVIGATION_VIEW (view));
  }
}

static void
show_client (BearingsWindow *self)
{
  g_autofree char *code = bearings_service_desk_dup_client (self->service);
  const char *label = code != NULL ? code : _ ("Guest");
  /* Translators: a guest, or the code of a client. */
  g_autofree char *tip = g_strdup_printf (_ ("At the desk: %s"), label);

  adw_button_content_set_label (self->client_content, label);
  gtk_widget_set_tooltip_text (self->client_button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->client_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

/* The same person under another code. */
static void
on_client_changed (BearingsWindow *self)
{
  show_client (self);
  if (bearings_service_desk_get_visit (self->service) == self->visit)
    data_changed_action (GTK_WIDGET (self), NULL, NULL);
}

/* Nothing of the former person stays on any page. */
static void
on_visit_changed (BearingsWindow *self)
{
  g_autofree char *shown = g_strdup (bearings_window_get_section (self));
  GtkWidget *view;

  self->visit = bearings_service_desk_get_visit (self->service);
  while ((view = gtk_widget_get_first_child (GTK_WIDGET (self->section_stack))) != NULL)
    gtk_stack_remove (self->section_stack, view);
  bearings_window_show_section (self, shown);
}

static void
client_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsWindow *self = BEARINGS_WINDOW (widget);

  if (self->service == NULL)
    return;
  adw_dialog_present (bearings_client_dialog_new (self->service), widget);
}

static GtkWidget *
section_row (guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (sections[index].title));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (sections[index].icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  return row;
}

static gboolean
on_spinner_due (gpointer data)
{
  BearingsWindow *self = data;

  self->spinner_timeout = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
restore_settings (BearingsWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, "window-width") ||
      !g_settings_schema_has_key (schema, "window-height") ||
      !g_settings_schema_has_key (schema, "window-maximized") ||
      !g_settings_schema_has_key (schema, BEARINGS_TECHNICAL_READING))
    return;
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, BEARINGS_TECHNICAL_READING, self, BEARINGS_TECHNICAL_READING,
                   G_SETTINGS_BIND_DEFAULT);
}

/* The content of a split view that is destroyed collapsed stays alive in libadwaita 1.7; the pages,
 * which hold the databases, must not stay with it. */
static void
let_pages_go (BearingsWindow *self)
{
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->section_stack));
       view != NULL; view = gtk_widget_get_next_sibling (view)) {
    g_signal_handlers_disconnect_by_func (view, on_popped, NULL);
    g_signal_handlers_disconnect_by_func (view, on_pushed, NULL);
    g_signal_handlers_disconnect_by_func (view, on_get_next_page, NULL);
    g_object_set_data (G_OBJECT (view), FORWARD_KEY, NULL);
    adw_navigation_view_replace (ADW_NAVIGATION_VIEW (view), NULL, 0);
  }
}

/* A label that takes the focus looks at the widget that had it, which nobody else may hold. */
static void
on_focus_moved (BearingsWindow *self)
{
  g_clear_object (&self->former_focus);
  self->former_focus = g_steal_pointer (&self->focus);
  g_set_object (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
}

static void
bearings_window_dispose (GObject *object)
{
  BearingsWindow *self = BEARINGS_WINDOW (object);

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  /* GTK 4.18 keeps for ever the first of two widgets that go with the focus in them. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->split_view != NULL && adw_navigation_split_view_get_collapsed (self->split_view))
    let_pages_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_WINDOW);
  g_clear_object (&self->focus);
  g_clear_object (&self->former_focus);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bearings_window_parent_class)->dispose (object);
}

enum {
  PROP_0,
  PROP_TECHNICAL_READING,
};

static void
bearings_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TECHNICAL_READING)
    g_value_set_boolean (value, BEARINGS_WINDOW (object)->technical_reading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bearings_window_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  BearingsWindow *self = BEARINGS_WINDOW (object);

  if (prop_id != PROP_TECHNICAL_READING) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  } else if (self->technical_reading != g_value_get_boolean (value)) {
    self->technical_reading = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
  }
}

static void
bearings_window_class_init (BearingsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_window_dispose;
  G_OBJECT_CLASS (klass)->get_property = bearings_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = bearings_window_set_property;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_TECHNICAL_READING,
    g_param_spec_boolean (BEARINGS_TECHNICAL_READING, NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/common/bearings-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, section_list);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, section_stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, client_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsWindow, client_content);
  gtk_widget_class_bind_template_callback (widget_class, on_section_activated);

  gtk_widget_class_install_action (widget_class, "win.open", "(sss)", open_action);
  gtk_widget_class_install_action (widget_class, "win.cite", "(sss)", cite_action);
  gtk_widget_class_install_action (widget_class, "win.trace", "(ss)", trace_action);
  gtk_widget_class_install_action (widget_class, "win.section", "s", section_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.client", NULL, client_action);
  gtk_widget_class_install_action (widget_class, "win.assess", "s", assessment_action);
  gtk_widget_class_install_action (widget_class, "win.resume", "s", assessment_action);
  gtk_widget_class_install_action (widget_class, "win.result", "s", assessment_action);
  gtk_widget_class_install_action (widget_class, "win.plan", "s", assessment_action);
  gtk_widget_class_install_action (widget_class, "win.quality", "s", assessment_action);
  gtk_widget_class_install_action (widget_class, "win.recalibrate", "s", assessment_action);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_install_action (widget_class, pages[i].action, NULL, page_action);
  gtk_widget_class_install_property_action (widget_class, "win.technical-reading",
                                            BEARINGS_TECHNICAL_READING);
  gtk_widget_class_install_action (widget_class, "win.choose-pack", NULL, choose_pack_action);
  gtk_widget_class_install_action (widget_class, "win.import", "s", import_action);
  gtk_widget_class_install_action (widget_class, "win.data-changed", NULL, data_changed_action);
}

static void
bearings_window_init (BearingsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_list_box_append (self->section_list, section_row (i));
  self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, on_spinner_due, self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_moved), NULL);
  bearings_figure_context_set_opener (GTK_WIDGET (self), bearings_figure_dialog_present);
  bearings_pack_drop_attach (GTK_WIDGET (self->split_view));
  follow_side_button (self, BUTTON_BACK, "win.back");
  follow_side_button (self, BUTTON_FORWARD, "win.forward");
  restore_settings (self);
}

BearingsWindow *
bearings_window_new (GtkApplication *application)
{
  return g_object_new (BEARINGS_TYPE_WINDOW, "application", application, NULL);
}

BearingsService *
bearings_window_get_service (BearingsWindow *self)
{
  g_return_val_if_fail (BEARINGS_IS_WINDOW (self), NULL);
  return self->service;
}

void
bearings_window_set_service (BearingsWindow *self, BearingsService *service)
{
  g_return_if_fail (BEARINGS_IS_WINDOW (self));
  if (!g_set_object (&self->service, service))
    return;
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  self->visit = bearings_service_desk_get_visit (service);
  g_signal_connect_object (service, "notify::client", G_CALLBACK (on_client_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::visit", G_CALLBACK (on_visit_changed), self,
                           G_CONNECT_SWAPPED);
  show_client (self);
  bearings_window_show_section (self, sections[0].name);
  gtk_stack_set_visible_child_name (self->main_stack, "ready");
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    bearings_window_import (self, self->files->pdata[i]);
  g_clear_pointer (&self->files, g_ptr_array_unref);
}

void
bearings_window_show_failure (BearingsWindow *self, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BEARINGS_IS_WINDOW (self));
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->failure_page, g_error_matches (error, BEARINGS_SERVICE_ERROR,
                                                                  BEARINGS_SERVICE_ERROR_PEOPLE)
                                                   ? _ ("The Sessions Cannot Be Opened")
                                                   : _ ("The Data Cannot Be Opened"));
  /* Translators: %s is the message of an error, a full sentence. */
  adw_status_page_set_description (self->failure_page, text);
  gtk_stack_set_visible_child_name (self->main_stack, "failed");
}

void
bearings_window_open (BearingsWindow *self,
                      BearingsRecordKind kind,
                      const char *id,
                      const char *second_id)
{
  g_return_if_fail (BEARINGS_IS_WINDOW (self));
  g_return_if_fail (id != NULL);
  if (self->service == NULL)
    return;

  switch (kind) {
  case BEARINGS_RECORD_ROLE:
  case BEARINGS_RECORD_OCCUPATION:
    push_page (self, second_id != NULL
                       ? bearings_skill_page_view_new (self->service, kind, id, second_id)
                       : bearings_career_page_new (self->service, kind, id));
    break;
  case BEARINGS_RECORD_CLAIM:
    push_page (self, bearings_claim_page_view_new (self->service, id));
    break;
  case BEARINGS_RECORD_REGISTER_ENTRY:
    push_page (self, bearings_register_entry_page_new (self->service, id));
    break;
  case BEARINGS_RECORD_SOURCE:
    adw_dialog_present (
      ADW_DIALOG (bearings_source_dialog_new (self->service, GTK_WIDGET (self), id)),
      GTK_WIDGET (self));
    break;
  case BEARINGS_RECORD_GLOSSARY_TERM:
    push_page (self, bearings_glossary_page_new_at (self->service, id));
    break;
  case BEARINGS_RECORD_INSTRUMENT:
    push_page (self, bearings_purpose_page_new (self->service, id, second_id));
    break;
  default:
    g_warning ("No page shows a record of kind %s", bearings_record_type (kind)->name);
  }
}

void
bearings_window_import (BearingsWindow *self, GFile *file)
{
  g_return_if_fail (BEARINGS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  if (self->service == NULL) {
    if (self->files == NULL)
      self->files = g_ptr_array_new_with_free_func (g_object_unref);
    g_ptr_array_add (self->files, g_object_ref (file));
    return;
  }
  bearings_window_show_section (self, "data");
  push_page (self, bearings_import_page_new (self->service, file));
}

void
bearings_window_show_section (BearingsWindow *self, const char *section)
{
  int index = section_index (section);

  g_return_if_fail (BEARINGS_IS_WINDOW (self));
  g_return_if_fail (index >= 0);
  if (self->service == NULL)
    return;
  gtk_stack_set_visible_child (self->section_stack, GTK_WIDGET (ensure_view (self, index)));
  gtk_list_box_select_row (self->section_list,
                           gtk_list_box_get_row_at_index (self->section_list, index));
  adw_navigation_page_set_title (self->content_page, _ (sections[index].title));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

const char *
bearings_window_get_section (BearingsWindow *self)
{
  g_return_val_if_fail (BEARINGS_IS_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (self->section_stack);
}

AdwNavigationPage *
bearings_window_get_visible_page (BearingsWindow *self)
{
  AdwNavigationView *view;

  g_return_val_if_fail (BEARINGS_IS_WINDOW (self), NULL);
  view = current_view (self);
  return view != NULL ? adw_navigation_view_get_visible_page (view) : NULL;
}
