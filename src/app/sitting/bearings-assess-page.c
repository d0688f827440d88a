/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Root of Assess: the instruments, and sittings that are not finished. */

#include "bearings-assess-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-instrument-card.h"
#include "bearings-quality-page.h"
#include "bearings-section.h"
#include "bearings-service-clients.h"
#include "bearings-service-sittings.h"

struct _BearingsAssessPage {
  BearingsPage parent_instance;

  GPtrArray *open_rows;

  GtkStack *stack;
  AdwPreferencesGroup *open_group;
  GtkBox *instrument_box;
  GtkWidget *quality_section;
  GtkListBox *quality_list;
};

G_DEFINE_FINAL_TYPE (BearingsAssessPage, bearings_assess_page, BEARINGS_TYPE_PAGE)

#define SITTING_KEY "bearings-session"

BEARINGS_DEFINE_JOB (discard_sitting,
                     BEARINGS_LANE_KEEP,
                     g_free,
                     NULL,
                     GINT_TO_POINTER (bearings_service_sittings_erase (self, data, error)))

static void
on_discarded (gpointer page, gpointer answer, const GError *error)
{
  if (error != NULL)
    bearings_page_show_error (page, error);
  else
    bearings_page_reload (page);
}

static void
on_discard_answered (AdwAlertDialog *dialog, const char *response, BearingsAssessPage *self)
{
  if (g_strcmp0 (response, "discard") == 0)
    bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &discard_sitting,
                  g_strdup (g_object_get_data (G_OBJECT (dialog), SITTING_KEY)), NULL,
                  on_discarded);
}

static void
on_discard_clicked (BearingsAssessPage *self, GtkWidget *button)
{
  AdwDialog *dialog = adw_alert_dialog_new (
    _ ("Discard This Sitting?"), _ ("Its answers are deleted and cannot be brought back."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep"), "discard", _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  g_object_set_data_full (G_OBJECT (dialog), SITTING_KEY,
                          g_strdup (g_object_get_data (G_OBJECT (button), SITTING_KEY)), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_answered), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* "Begun 23 November, 10:12. 7 of 24 answered." Reading does not take the sitting over. */
static char *
sitting_text (const BearingsStoredResult *stored)
{
  const BearingsSittingInfo *info = stored->info;
  g_autoptr (GDateTime) started = g_date_time_new_from_unix_local (info->started / G_USEC_PER_SEC);
  /* Translators: day, month and time a sitting was begun; see the manual of strftime. */
  g_autofree char *when =
    started != NULL ? g_date_time_format (started, _ ("%-d %B, %H:%M")) : g_strdup ("");

  if (stored->result == NULL)
    /* Translators: when a sitting was begun, and the reason, one or more sentences. */
    return g_strdup_printf (_ ("Begun %s. It cannot be continued. %s"), when, stored->message);
  return g_strdup_printf (
    /* Translators: when a sitting was begun, number of answered questions, number of all. */
    _ ("Begun %s. %u of %u answered."), when, stored->result->sitting->n_answered,
    stored->result->sitting->n_scored_items);
}

static const char *
title_of (GPtrArray *instruments, const char *id)
{
  for (guint i = 0; i < instruments->len; i++) {
    const BearingsInstrument *instrument = g_ptr_array_index (instruments, i);
    if (g_str_equal (instrument->record.id, id))
      return instrument->title;
  }
  return id;
}

static GtkWidget *
sitting_row (BearingsAssessPage *self, const BearingsStoredResult *stored, const char *title)
{
  const BearingsSittingInfo *info = stored->info;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *go_on = gtk_button_new_with_mnemonic (_ ("_Continue"));
  g_autofree char *text = sitting_text (stored);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (go_on, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (discard, "flat");
  gtk_widget_set_tooltip_text (discard, _ ("Discard"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (go_on), "win.resume");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (go_on), "s", info->id);
  gtk_widget_set_visible (go_on, stored->result != NULL);
  gtk_widget_add_css_class (go_on, "suggested-action");
  g_object_set_data_full (G_OBJECT (discard), SITTING_KEY, g_strdup (info->id), g_free);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (on_discard_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), go_on);
  return row;
}

static void
clear (BearingsAssessPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->instrument_box))) != NULL)
    gtk_box_remove (self->instrument_box, child);
  gtk_list_box_remove_all (self->quality_list);
  for (guint i = 0; i < self->open_rows->len; i++)
    adw_preferences_group_remove (self->open_group, self->open_rows->pdata[i]);
  g_ptr_array_set_size (self->open_rows, 0);
}

static void
fill (BearingsAssessPage *self, GPtrArray *instruments, GPtrArray *sittings)
{
  clear (self);
  for (guint i = 0; i < sittings->len; i++) {
    const BearingsStoredResult *stored = g_ptr_array_index (sittings, i);
    GtkWidget *row = sitting_row (self, stored, title_of (instruments, stored->info->instrument));

    adw_preferences_group_add (self->open_group, row);
    g_ptr_array_add (self->open_rows, row);
  }
  for (guint i = 0; i < instruments->len; i++) {
    const BearingsInstrument *instrument = g_ptr_array_index (instruments, i);

    gtk_box_append (self->instrument_box, bearings_instrument_card_new (instrument));
    gtk_list_box_append (self->quality_list, bearings_quality_page_link_row_new (
                                               instrument->title, instrument->record.id));
  }
  gtk_widget_set_visible (self->quality_section, instruments->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), self->open_rows->len > 0);
  gtk_stack_set_visible_child_name (
    self->stack, instruments->len > 0 || self->open_rows->len > 0 ? "list" : "empty");
}

/* What the page shows. */
typedef struct {
  GPtrArray *instruments;
  GPtrArray *sittings; /* BearingsStoredResult, not finished */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->instruments, g_ptr_array_unref);
  g_clear_pointer (&answer->sittings, g_ptr_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autofree char *client = bearings_service_desk_dup_client (service);

  answer->instruments = bearings_service_sittings_list_instruments (service, error);
  if (answer->instruments != NULL)
    answer->sittings = bearings_service_clients_list_results_of (service, client, FALSE, error);
  return answer->sittings != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_answer (gpointer page, gpointer data)
{
  g_autoptr (Answer) answer = data;

  fill (page, answer->instruments, answer->sittings);
}

static void
bearings_assess_page_load (BearingsPage *page)
{
  static const BearingsJob job = { read_answer, NULL, (GDestroyNotify) answer_free,
                                   BEARINGS_LANE_READ };

  bearings_ask_for_page (page, &job, NULL, show_answer);
}

/* Sittings come and go elsewhere; the list is made anew whenever it is seen. */
static void
bearings_assess_page_showing (AdwNavigationPage *page)
{
  bearings_page_reload (BEARINGS_PAGE (page));
}

static void
bearings_assess_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_ASSESS_PAGE);
  G_OBJECT_CLASS (bearings_assess_page_parent_class)->dispose (object);
}

static void
bearings_assess_page_finalize (GObject *object)
{
  g_ptr_array_unref (BEARINGS_ASSESS_PAGE (object)->open_rows);
  G_OBJECT_CLASS (bearings_assess_page_parent_class)->finalize (object);
}

static void
bearings_assess_page_class_init (BearingsAssessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_assess_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_assess_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = bearings_assess_page_showing;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_assess_page_load;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/sitting/bearings-assess-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsAssessPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsAssessPage, open_group);
  gtk_widget_class_bind_template_child (widget_class, BearingsAssessPage, instrument_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsAssessPage, quality_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsAssessPage, quality_list);
}

static void
bearings_assess_page_init (BearingsAssessPage *self)
{
  self->open_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_assess_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_ASSESS_PAGE, "service", service, NULL);
}
