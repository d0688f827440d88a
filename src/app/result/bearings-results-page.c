/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Root of Results: finished sittings, and the end of a guest's sitting. */

#include "bearings-results-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-end-guest.h"
#include "bearings-result-state.h"
#include "bearings-section.h"
#include "bearings-service-clients.h"

struct _BearingsResultsPage {
  BearingsPage parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  BearingsSection *list_section;
  GtkWidget *guest_section;
  GtkWidget *client_section;
  AdwStatusPage *empty_page;
  GtkWidget *code_button;
};

G_DEFINE_FINAL_TYPE (BearingsResultsPage, bearings_results_page, BEARINGS_TYPE_PAGE)

static GtkWidget *
sitting_row (const BearingsStoredResult *stored)
{
  const BearingsSittingInfo *info = stored->info;
  const BearingsResult *result = stored->result;
  g_autofree char *when = bearings_result_state_when (info);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (result == NULL) {
    subtitle = g_strdup (stored->message);
  } else {
    g_autofree char *band =
      bearings_result_state_band_text (result->form->instrument, result->theta, result->se);
    /* Translators: when a sitting was held; its level with the band. */
    subtitle = g_strdup_printf (_ ("%s. %s"), when, band);
  }
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                      result != NULL ? result->form->instrument->title : info->instrument,
                      "subtitle", subtitle, "subtitle-lines", 0, NULL);
  if (result != NULL) {
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.result");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", info->id);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
  }
  return row;
}

/* What the page shows: whose results, and which. */
typedef struct {
  char *client;
  GPtrArray *results;
} Answer;

static void
answer_free (Answer *answer)
{
  g_free (answer->client);
  g_clear_pointer (&answer->results, g_ptr_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->client = bearings_service_desk_dup_client (service);
  answer->results = bearings_service_clients_list_results_of (service, answer->client, TRUE, error);
  return answer->results != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_answer (gpointer page, gpointer data)
{
  BearingsResultsPage *self = page;
  g_autoptr (Answer) answer = data;
  const char *client = answer->client;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < answer->results->len; i++)
    gtk_list_box_append (self->list, sitting_row (answer->results->pdata[i]));
  bearings_section_set_title (self->list_section, client != NULL ? _ ("Results Under Your Code")
                                                                 : _ ("Results of This Session"));
  adw_status_page_set_description (
    self->empty_page,
    client != NULL
      ? _ ("The result of each finished assessment is kept here under your code.")
      : _ ("The result of each finished assessment is kept here until the session ends."));
  gtk_widget_set_visible (self->guest_section, client == NULL);
  gtk_widget_set_visible (self->client_section, client != NULL);
  gtk_widget_set_visible (self->code_button, client == NULL);
  gtk_stack_set_visible_child_name (self->stack, answer->results->len > 0 ? "list" : "empty");
}

static void
bearings_results_page_load (BearingsPage *page)
{
  static const BearingsJob job = { read_answer, NULL, (GDestroyNotify) answer_free,
                                   BEARINGS_LANE_READ };

  bearings_ask_for_page (page, &job, NULL, show_answer);
}

/* Results come and go elsewhere; the list is made anew whenever it is seen. */
static void
bearings_results_page_showing (AdwNavigationPage *page)
{
  bearings_page_reload (BEARINGS_PAGE (page));
}

static void
on_end_clicked (BearingsResultsPage *self)
{
  bearings_end_guest (GTK_WIDGET (self), bearings_page_get_service (BEARINGS_PAGE (self)));
}

static void
bearings_results_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_RESULTS_PAGE);
  G_OBJECT_CLASS (bearings_results_page_parent_class)->dispose (object);
}

static void
bearings_results_page_class_init (BearingsResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_results_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = bearings_results_page_showing;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_results_page_load;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/result/bearings-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultsPage, list);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultsPage, list_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultsPage, guest_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultsPage, client_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultsPage, code_button);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked);
}

static void
bearings_results_page_init (BearingsResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_results_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_RESULTS_PAGE, "service", service, NULL);
}
