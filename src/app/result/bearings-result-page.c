/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result: plain words, band, number, what it does not mean. */

#include "bearings-result-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-channel-row.h"
#include "bearings-chosen-file.h"
#include "bearings-end-guest.h"
#include "bearings-evidence-row.h"
#include "bearings-figure-context.h"
#include "bearings-figure-label.h"
#include "bearings-open.h"
#include "bearings-quality-page.h"
#include "bearings-reference-consent.h"
#include "bearings-reference-groups.h"
#include "bearings-report-dialog.h"
#include "bearings-result-beside.h"
#include "bearings-result-ground.h"
#include "bearings-result-history.h"
#include "bearings-result-sections.h"
#include "bearings-result-state.h"
#include "bearings-result-steps.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-groups.h"
#include "bearings-service-result.h"
#include "bearings-service-sittings.h"
#include "bearings-service-skill-page.h"
#include "bearings-service-text.h"
#include "bearings-skill-page-view.h"
#include "bearings-words.h"

#define USUAL_ROLE "machine-learning-engineer"
/* What self-ratings are worth: correlation with measured performance. */
#define SELF_RATING_CLAIM "mabe-west-self-eval"

struct _BearingsResultPage {
  BearingsPage parent_instance;

  char *sitting_id;
  char *role;
  BearingsResult *result;
  BearingsSkillPage *page; /* of the career chosen; NULL while it is read */
  GPtrArray *role_ids;     /* char *, as in the combo row */
  GtkWidget *experience;
  GCancellable *channels; /* of the evidence being read */

  GtkWidget *save_button;
  AdwToastOverlay *toast_overlay;
  GtkBox *result_box;
  BearingsSection *career_section;
  AdwComboRow *role_row;
  GtkListBox *channel_list;
  BearingsSection *next_section;
  GtkWidget *kept_section;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (BearingsResultPage, bearings_result_page, BEARINGS_TYPE_PAGE)

static const char *
get_skill (BearingsResultPage *self)
{
  const char *asked = self->result->info->skill;

  return asked != NULL ? asked : self->result->form->instrument->skill;
}

/* Closed it says what the channel can say, with the figure; opened it holds the whole answer. */
static GtkWidget *
channel_row_new (const BearingsChannelAnswer *answer, BearingsSource *source)
{
  GtkWidget *row =
    bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, bearings_words_channel_title (answer->channel),
                             bearings_answer_state_title (answer->state));

  if (answer->state == BEARINGS_ANSWER_DIRECT || answer->state == BEARINGS_ANSWER_NOT_ESTABLISHED)
    adw_expander_row_add_suffix (
      ADW_EXPANDER_ROW (row),
      bearings_figure_label_new (BEARINGS_FIGURE_CELL, bearings_evidence_get_figure (answer->best),
                                 source));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), bearings_channel_row_new (answer, source));
  return row;
}

static GtkWidget *
plan_row_new (const char *role)
{
  GtkWidget *row =
    bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, _ ("What to learn next for this career"),
                             _ ("This result with those in other skills, in weights you choose"));

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.plan");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", role);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_channels (BearingsResultPage *self, const BearingsSkillPage *page)
{
  g_autofree char *question = bearings_skill_page_question (page);

  gtk_list_box_remove_all (self->channel_list);
  gtk_list_box_append (self->channel_list,
                       bearings_rows_link_new (question, _ ("All evidence and its sources"),
                                               BEARINGS_RECORD_ROLE, self->role, get_skill (self)));
  gtk_list_box_append (self->channel_list, plan_row_new (self->role));
  for (guint i = 0; i < page->answers->len; i++) {
    const BearingsChannelAnswer *answer = g_ptr_array_index (page->answers, i);
    BearingsSource *source =
      answer->best != NULL
        ? g_hash_table_lookup (page->sources, bearings_evidence_get_source_id (answer->best))
        : NULL;
    gtk_list_box_append (self->channel_list, channel_row_new (answer, source));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->channel_list), TRUE);
}

static void
on_channels_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsResultPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSkillPage) page =
    bearings_service_skill_page_get_finish (BEARINGS_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->channel_list == NULL)
    return;
  if (page != NULL) {
    show_channels (self, page);
    self->page = g_steal_pointer (&page);
    return;
  }
  gtk_list_box_remove_all (self->channel_list);
  gtk_list_box_append (self->channel_list, bearings_rows_property_new (
                                             _ ("No evidence for this career"), error->message));
}

static void
load_channels (BearingsResultPage *self)
{
  if (self->channels != NULL)
    g_cancellable_cancel (self->channels);
  g_clear_object (&self->channels);
  self->channels = g_cancellable_new ();
  g_clear_pointer (&self->page, bearings_skill_page_unref);
  bearings_service_skill_page_get_async (bearings_page_get_service (BEARINGS_PAGE (self)),
                                         BEARINGS_RECORD_ROLE, self->role, get_skill (self),
                                         self->channels, on_channels_ready, g_object_ref (self));
}

/* The reference groups of the career stand first, so the section is made anew with it. */
static void
show_experience (BearingsResultPage *self)
{
  GtkWidget *section = bearings_result_sections_experience_new (self->result, self->role);

  if (self->experience != NULL) {
    gtk_box_insert_child_after (self->result_box, section, self->experience);
    gtk_box_remove (self->result_box, self->experience);
  } else {
    gtk_box_append (self->result_box, section);
  }
  self->experience = section;
}

static void
on_role_selected (BearingsResultPage *self)
{
  guint selected = adw_combo_row_get_selected (self->role_row);

  if (selected >= self->role_ids->len ||
      g_strcmp0 (self->role, self->role_ids->pdata[selected]) == 0)
    return;
  g_set_str (&self->role, self->role_ids->pdata[selected]);
  if (!self->result->steps)
    show_experience (self);
  load_channels (self);
}

/* The role somebody came from: of the last skill page on the way here, or NULL. */
static const char *
role_on_the_way (BearingsResultPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GListModel) stack = NULL;
  const char *role = NULL;

  if (view == NULL)
    return NULL;
  stack = adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view));
  for (guint i = 0; i < g_list_model_get_n_items (stack); i++) {
    g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);
    if (BEARINGS_IS_SKILL_PAGE_VIEW (page))
      role = bearings_skill_page_view_get_role (BEARINGS_SKILL_PAGE_VIEW (page));
  }
  return role;
}

static void
fill_roles (BearingsResultPage *self, GPtrArray *roles)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *role = role_on_the_way (self);
  guint selected = 0;

  for (guint i = 0; i < roles->len; i++) {
    BearingsHit *hit = g_ptr_array_index (roles, i);

    if (g_strcmp0 (bearings_hit_get_id (hit), role != NULL ? role : USUAL_ROLE) == 0)
      selected = self->role_ids->len;
    g_ptr_array_add (self->role_ids, g_strdup (bearings_hit_get_id (hit)));
    gtk_string_list_append (titles, bearings_hit_get_title (hit));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->career_section), self->role_ids->len > 0);
  if (self->role_ids->len == 0)
    return;
  g_set_str (&self->role, self->role_ids->pdata[selected]);
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->role_row, selected);
  g_signal_connect_object (self->role_row, "notify::selected", G_CALLBACK (on_role_selected), self,
                           G_CONNECT_SWAPPED);
  load_channels (self);
}

/* A claim may be stated without a source. */
static GtkWidget *
claim_row (const BearingsResultScreen *screen, BearingsClaim *claim)
{
  return bearings_evidence_row_new_for_claim (
    claim, claim->source != NULL ? g_hash_table_lookup (screen->sources, claim->source) : NULL);
}

static GtkWidget *
self_ratings_row (const BearingsResultScreen *screen)
{
  return screen->self_ratings != NULL ? claim_row (screen, screen->self_ratings) : NULL;
}

static void
append (BearingsResultPage *self, GtkWidget *section)
{
  if (section != NULL)
    gtk_box_append (self->result_box, section);
}

/* A sitting before this one that cannot be read leaves the result as it is, and is told of. */
static void
look_back (BearingsResultPage *self, const BearingsResultScreen *screen)
{
  append (self, bearings_result_history_influence_section_new (self->result));
  if (screen->earlier != NULL)
    append (self, bearings_result_history_change_section_new (screen->earlier, self->result));
  else if (screen->no_earlier != NULL)
    append (self, bearings_section_new (_ ("Compared with the Sitting Before"),
                                        screen->no_earlier->message));
}

/* What it was scored with, and what today's data make of the same answers. */
static void
show_ground (BearingsResultPage *self, const BearingsResultScreen *screen)
{
  if (screen->rescore != NULL && !self->result->steps)
    append (self, bearings_result_history_rescore_section_new (screen->rescore));
  append (self,
          bearings_result_ground_section_new (self->result, screen->rescore, screen->no_rescore));
}

static void
show_measured (BearingsResultPage *self, const BearingsResultScreen *screen)
{
  const BearingsResult *result = self->result;

  gtk_box_append (self->result_box, bearings_result_sections_level_new (result));
  gtk_box_append (self->result_box, bearings_result_sections_limits_new (result));
  gtk_box_append (self->result_box, bearings_result_sections_profile_new (result));
  if (result->n_self > 0)
    gtk_box_append (self->result_box,
                    bearings_result_sections_self_new (result, self_ratings_row (screen)));
  fill_roles (self, screen->roles);
  show_experience (self);
  append (self, bearings_reference_groups_new (self->result, screen->groups, screen->sources,
                                               self->role));
  append (self, bearings_result_sections_checks_new (result));
  look_back (self, screen);
}

/* What is known of how to learn, each claim with its source behind it. */
static void
show_learning (BearingsResultPage *self, const BearingsResultScreen *screen)
{
  GtkWidget *list = bearings_rows_boxed_list_new ();

  for (guint i = 0; i < screen->learning->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), claim_row (screen, screen->learning->pdata[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is known of how to learn"), -1);
  gtk_widget_set_visible (list, screen->learning->len > 0);
  bearings_section_append (self->next_section, list);
}

static void
fill (BearingsResultPage *self, const BearingsResultScreen *screen)
{
  const BearingsResult *result = self->result;
  BearingsNextStep step = bearings_result_state_next_step (result);
  g_autofree char *reason = bearings_next_step_reason (result, step);

  bearings_figure_context_set_computation (
    GTK_WIDGET (self),
    _ ("From the answers of this sitting, by the instrument’s rules: its items, their difficulties "
       "and its levels, with the error that so many answers leave. Places by experience are read "
       "from the reference sample named beside them."));
  gtk_box_append (self->result_box, bearings_result_sections_words_new (result));
  if (result->steps) {
    append (self, bearings_result_steps_section_new (result, self_ratings_row (screen)));
    append (self, bearings_result_sections_limits_new (result));
    fill_roles (self, screen->roles);
    append (self, bearings_result_sections_checks_new (result));
  } else {
    show_measured (self, screen);
  }
  if (result->info->finished)
    show_ground (self, screen);
  if (result->info->finished)
    append (self, bearings_result_beside_new (bearings_page_get_service (BEARINGS_PAGE (self)),
                                              self->result));
  append (self, bearings_quality_page_link_section_new (result->form->instrument->record.id));
  bearings_section_set_description (self->next_section, reason);
  gtk_button_set_label (self->next_button, bearings_next_step_label (step));
  show_learning (self, screen);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button),
                          step != BEARINGS_NEXT_STEP_LADDER || self->role != NULL);
  gtk_widget_set_visible (self->kept_section, result->info->client == NULL);
  if (result->sitting->n_answered > 0)
    gtk_box_insert_child_after (
      GTK_BOX (gtk_widget_get_parent (self->kept_section)),
      bearings_reference_consent_new (bearings_page_get_service (BEARINGS_PAGE (self)),
                                      self->sitting_id, screen->joined),
      gtk_widget_get_prev_sibling (self->kept_section));
}

static void
on_next_clicked (BearingsResultPage *self)
{
  if (bearings_result_state_next_step (self->result) == BEARINGS_NEXT_STEP_LADDER)
    bearings_open (GTK_WIDGET (self), BEARINGS_RECORD_ROLE, self->role, get_skill (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.assess", "s",
                                self->result->form->instrument->record.id);
}

static void
on_end_clicked (BearingsResultPage *self)
{
  bearings_end_guest (GTK_WIDGET (self), bearings_page_get_service (BEARINGS_PAGE (self)));
}

/* The report of a sitting. */
typedef struct {
  char *sitting_id;
  BearingsSkillPage *page; /* or NULL */
} Report;

static void
report_free (Report *report)
{
  g_free (report->sitting_id);
  g_clear_pointer (&report->page, bearings_skill_page_unref);
  g_free (report);
}

static gboolean
write_report (BearingsService *service,
              gpointer what,
              BearingsReportForm form,
              GFile *file,
              GError **error)
{
  const Report *report = what;
  g_autoptr (BearingsResult) result =
    bearings_service_sittings_get_result (service, report->sitting_id, error);

  return result != NULL && bearings_service_groups_add_local (service, result, error) &&
         bearings_service_text_save_result (result, report->page, form, file, error);
}

static void
on_saved (gpointer page, gpointer answer, const GError *error)
{
  BearingsResultPage *self = page;
  g_autoptr (GFile) file = answer;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  bearings_report_dialog_tell (GTK_WIDGET (self), self->toast_overlay, file, error);
}

static void
save (BearingsResultPage *self, GFile *file)
{
  static const BearingsReportWriter writer = { write_report, (GDestroyNotify) report_free };
  Report *report = g_new (Report, 1);

  *report = (Report) { g_strdup (self->sitting_id),
                       self->page != NULL ? bearings_skill_page_ref (self->page) : NULL };
  gtk_widget_set_sensitive (self->save_button, FALSE);
  bearings_report_dialog_write (BEARINGS_PAGE (self), &writer, report, file, on_saved);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsResultPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_save (source, result, GTK_WIDGET (self));

  if (file != NULL && self->toast_overlay != NULL)
    save (self, file);
}

static void
on_save_clicked (BearingsResultPage *self)
{
  g_autoptr (GtkFileDialog) dialog =
    bearings_report_dialog_new (self->result->form->instrument->title);

  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

BEARINGS_DEFINE_JOB (read_screen,
                     BEARINGS_LANE_READ,
                     g_free,
                     bearings_result_screen_free,
                     bearings_service_result_get_screen (self, data, SELF_RATING_CLAIM, error))

static void
show_screen (gpointer page, gpointer answer)
{
  BearingsResultPage *self = page;
  g_autoptr (BearingsResultScreen) screen = answer;

  if (self->result != NULL) /* another one has come first */
    return;
  self->result = bearings_result_ref (screen->result);
  fill (self, screen);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
bearings_result_page_load (BearingsPage *page)
{
  BearingsResultPage *self = BEARINGS_RESULT_PAGE (page);

  if (self->result != NULL)
    bearings_page_show_content (page);
  else
    bearings_ask_for_page (page, &read_screen, g_strdup (self->sitting_id), show_screen);
}

static void
bearings_result_page_dispose (GObject *object)
{
  BearingsResultPage *self = BEARINGS_RESULT_PAGE (object);

  if (self->channels != NULL)
    g_cancellable_cancel (self->channels);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_RESULT_PAGE);
  G_OBJECT_CLASS (bearings_result_page_parent_class)->dispose (object);
}

static void
bearings_result_page_finalize (GObject *object)
{
  BearingsResultPage *self = BEARINGS_RESULT_PAGE (object);

  g_clear_object (&self->channels);
  g_clear_pointer (&self->result, bearings_result_unref);
  g_clear_pointer (&self->page, bearings_skill_page_unref);
  g_ptr_array_unref (self->role_ids);
  g_free (self->sitting_id);
  g_free (self->role);
  G_OBJECT_CLASS (bearings_result_page_parent_class)->finalize (object);
}

static void
bearings_result_page_class_init (BearingsResultPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bearings_result_page_dispose;
  object_class->finalize = bearings_result_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_result_page_load;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/result/bearings-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, result_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, career_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, role_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, channel_list);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, next_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, kept_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsResultPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked);
}

static void
bearings_result_page_init (BearingsResultPage *self)
{
  self->role_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_page_offer_readings (BEARINGS_PAGE (self));
  self->save_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "document-save-symbolic",
                                    "tooltip-text", _ ("Save a Report…"), "sensitive", FALSE, NULL);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (bearings_page_get_header_bar (BEARINGS_PAGE (self)), self->save_button);
}

GtkWidget *
bearings_result_page_new (BearingsService *service, const char *sitting_id)
{
  BearingsResultPage *self = g_object_new (BEARINGS_TYPE_RESULT_PAGE, "service", service, NULL);

  self->sitting_id = g_strdup (sitting_id);
  return GTK_WIDGET (self);
}
