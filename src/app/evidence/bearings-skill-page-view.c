/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skill for career: how much it matters, and how we know. */

#include "bearings-skill-page-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-channel-row.h"
#include "bearings-evidence-row.h"
#include "bearings-figure-text.h"
#include "bearings-open.h"
#include "bearings-questions-view.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-sensitivity-view.h"
#include "bearings-service-skill-page.h"
#include "bearings-skill-page-parts.h"
#include "bearings-skill-page-state.h"
#include "bearings-skill-row.h"
#include "bearings-trace-view.h"

#define EVIDENCE_SHOWN 6
#define PAIRINGS_SHOWN 8

struct _BearingsSkillPageView {
  BearingsPage parent_instance;

  BearingsRecordKind career_kind;
  char *career_id;
  char *skill_id;
  BearingsSkillPage *page;
  int filter; /* BearingsDirectness, 0 for all */

  GtkWidget *career_button;
  GtkLabel *question_label;
  GtkLabel *counts_label;
  GtkLabel *answer_label;
  AdwBin *trace_bin;
  GtkWidget *assess_button;
  GtkListBox *channel_list;
  BearingsSection *evidence_section;
  AdwToggleGroup *filter_group;
  GtkBox *evidence_box;
  BearingsSection *sensitivity_section;
  BearingsSection *readings_section;
  BearingsSection *ladder_section;
  BearingsSection *pairings_section;
  BearingsSection *definitions_section;
  BearingsSection *literatures_section;
  BearingsSection *register_section;
  BearingsSection *questions_section;
  BearingsSection *references_section;
};

G_DEFINE_FINAL_TYPE (BearingsSkillPageView, bearings_skill_page_view, BEARINGS_TYPE_PAGE)

static BearingsSource *
source_of (BearingsSkillPageView *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->page->sources, id) : NULL;
}

static GtkWidget *
evidence_row (gpointer item, gpointer user_data)
{
  BearingsSkillPageView *self = user_data;

  GtkWidget *row =
    bearings_evidence_row_new (item, source_of (self, bearings_evidence_get_source_id (item)));

  bearings_evidence_row_set_page (BEARINGS_EVIDENCE_ROW (row), self->career_kind);
  return row;
}

static GtkWidget *
cite_button_new (BearingsSkillPageView *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Cite All…"));

  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (button),
    bearings_open_target (self->career_kind, self->career_id, self->skill_id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.cite");
  return button;
}

static void
show_evidence (BearingsSkillPageView *self)
{
  g_autoptr (GPtrArray) kept =
    bearings_skill_page_state_filter_evidence (self->page->evidence, self->filter);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->evidence_box))) != NULL)
    gtk_box_remove (self->evidence_box, child);
  if (kept->len == 0) {
    GtkWidget *nothing = gtk_label_new (_ ("Nothing of this kind is installed."));
    gtk_widget_add_css_class (nothing, "dim-label");
    gtk_label_set_xalign (GTK_LABEL (nothing), 0);
    gtk_box_append (self->evidence_box, nothing);
    return;
  }
  child = bearings_rows_boxed_list_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Evidence"), -1);
  bearings_rows_fill_list (GTK_LIST_BOX (child), kept, EVIDENCE_SHOWN, evidence_row, self, NULL);
  gtk_box_append (self->evidence_box, child);
}

static void
on_filter_changed (BearingsSkillPageView *self)
{
  if (self->page == NULL)
    return;
  self->filter = (int) adw_toggle_group_get_active (self->filter_group);
  show_evidence (self);
}

static void
show_filter (BearingsSkillPageView *self)
{
  const BearingsSkillPage *page = self->page;
  const guint counts[] = { page->evidence->len, page->n_direct, page->n_adjacent, page->n_context };
  int width;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *label = bearings_skill_page_state_filter_label ((int) i, counts[i]);
    adw_toggle_set_label (adw_toggle_group_get_toggle (self->filter_group, i), label);
  }
  /* Its words are not cut off in a narrow window: it scrolls. */
  gtk_widget_set_size_request (GTK_WIDGET (self->filter_group), -1, -1);
  gtk_widget_measure (GTK_WIDGET (self->filter_group), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                      NULL, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->filter_group), width, -1);
  self->filter =
    bearings_skill_page_state_first_filter (page->n_direct, page->n_adjacent, page->n_context);
  if (adw_toggle_group_get_active (self->filter_group) == (guint) self->filter)
    show_evidence (self);
  else
    adw_toggle_group_set_active (self->filter_group, (guint) self->filter);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_section), page->evidence->len > 0);
}

static void
show_channels (BearingsSkillPageView *self)
{
  gtk_list_box_remove_all (self->channel_list);
  for (guint i = 0; i < self->page->answers->len; i++) {
    const BearingsChannelAnswer *answer = self->page->answers->pdata[i];
    BearingsSource *source = answer->best != NULL
                               ? source_of (self, bearings_evidence_get_source_id (answer->best))
                               : NULL;
    gtk_list_box_append (self->channel_list, bearings_channel_row_new (answer, source));
  }
}

static GtkWidget *
pairing_row (gpointer item, gpointer user_data)
{
  BearingsSkillPageView *self = user_data;

  return bearings_skill_row_new (item, self->career_kind, self->career_id,
                                 bearings_skill_page_career_title (self->page),
                                 self->page->sources);
}

static void
show_pairings (BearingsSkillPageView *self)
{
  GPtrArray *pairings = self->page->pairings;
  GtkWidget *list;

  bearings_section_clear (self->pairings_section);
  gtk_widget_set_visible (GTK_WIDGET (self->pairings_section), pairings->len > 0);
  if (pairings->len == 0)
    return;
  list = bearings_rows_boxed_list_new ();
  bearings_rows_fill_list (GTK_LIST_BOX (list), pairings, PAIRINGS_SHOWN, pairing_row, self, NULL);
  bearings_section_append (self->pairings_section, list);
}

/* Replaces what a section holds; hides the section when there is nothing. */
static void
fill (BearingsSection *section, GtkWidget *content)
{
  bearings_section_clear (section);
  gtk_widget_set_visible (GTK_WIDGET (section), content != NULL);
  if (content != NULL)
    bearings_section_append (section, content);
}

static void
apply_state (BearingsSkillPageView *self)
{
  const BearingsSkillPage *page = self->page;
  g_autofree char *question = bearings_skill_page_question (page);
  g_autofree char *counts =
    bearings_skill_page_state_counts_text (page->n_direct, page->n_adjacent, page->n_context);
  g_autofree char *listing = bearings_skill_page_listing_text (page);
  g_autofree char *answer = bearings_answer_text (page->answers, page->skill->name,
                                                  bearings_skill_page_career_title (page));
  g_autoptr (GPtrArray) questions = bearings_questions_of_skill_page (page);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), page->skill->name);
  gtk_label_set_text (self->question_label, question);
  gtk_button_set_label (GTK_BUTTON (self->career_button), bearings_skill_page_career_title (page));
  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (self->career_button),
    bearings_open_target (self->career_kind, self->career_id, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->career_button), "win.open");
  bearings_figure_context_set_computation (
    GTK_WIDGET (self),
    _ ("Read or counted from the evidence on this page, each piece of which names its source."));
  if (listing != NULL) {
    g_autofree char *both = g_strdup_printf ("%s · %s", counts, listing);
    g_set_str (&counts, both);
  }
  bearings_figure_text_set_label (self->counts_label, counts);
  bearings_figure_text_set_label (self->answer_label, answer);
  adw_bin_set_child (self->trace_bin, bearings_trace_view_button_new_for_answer (self->page));
  gtk_widget_set_visible (self->assess_button, page->instruments->len > 0);
  if (page->instruments->len > 0) {
    const BearingsInstrument *instrument = page->instruments->pdata[0];
    gtk_actionable_set_action_target_value (
      GTK_ACTIONABLE (self->assess_button),
      bearings_open_target (BEARINGS_RECORD_INSTRUMENT, instrument->record.id,
                            instrument->skill == NULL ? self->skill_id : NULL));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->assess_button), "win.open");
  }
  show_channels (self);
  show_filter (self);
  show_pairings (self);
  fill (self->sensitivity_section, bearings_sensitivity_view_new (page));
  fill (self->readings_section,
        bearings_skill_page_parts_readings_view_new (page->readings, page->claims));
  fill (self->ladder_section, bearings_skill_page_parts_ladder_view_new (page->ladder));
  fill (self->definitions_section,
        bearings_skill_page_parts_definitions_view_new (page->definitions, page->sources));
  fill (self->literatures_section, bearings_skill_page_parts_literatures_view_new (
                                     page->literatures, page->claims, page->sources));
  fill (self->register_section,
        bearings_skill_page_parts_register_links_new (page->register_entries));
  fill (self->questions_section, bearings_questions_view_new (questions, NULL));
  fill (self->references_section, bearings_skill_page_parts_references_view_new (page->references));
  bearings_section_set_suffix (self->references_section, cite_button_new (self));
  bearings_page_show_content (BEARINGS_PAGE (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsSkillPageView) self = data;
  g_autoptr (GError) error = NULL;
  BearingsSkillPage *page =
    bearings_service_skill_page_get_finish (BEARINGS_SERVICE (source), result, &error);

  if (page == NULL) {
    bearings_page_show_error (BEARINGS_PAGE (self), error);
    return;
  }
  g_clear_pointer (&self->page, bearings_skill_page_unref);
  self->page = page;
  if (self->question_label != NULL)
    apply_state (self);
}

static void
bearings_skill_page_view_load (BearingsPage *page)
{
  BearingsSkillPageView *self = BEARINGS_SKILL_PAGE_VIEW (page);

  bearings_service_skill_page_get_async (
    bearings_page_get_service (page), self->career_kind, self->career_id, self->skill_id,
    bearings_page_begin (page), on_loaded, g_object_ref (self));
}

static void
bearings_skill_page_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_SKILL_PAGE_VIEW);
  G_OBJECT_CLASS (bearings_skill_page_view_parent_class)->dispose (object);
}

static void
bearings_skill_page_view_finalize (GObject *object)
{
  BearingsSkillPageView *self = BEARINGS_SKILL_PAGE_VIEW (object);

  g_clear_pointer (&self->page, bearings_skill_page_unref);
  g_free (self->career_id);
  g_free (self->skill_id);
  G_OBJECT_CLASS (bearings_skill_page_view_parent_class)->finalize (object);
}

static void
bearings_skill_page_view_class_init (BearingsSkillPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_skill_page_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_skill_page_view_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_skill_page_view_load;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-skill-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, career_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, question_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, counts_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, answer_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, trace_bin);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, assess_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, channel_list);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, evidence_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, filter_group);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, sensitivity_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, readings_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, ladder_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, pairings_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, definitions_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, literatures_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, register_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, questions_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillPageView, references_section);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
}

static void
bearings_skill_page_view_init (BearingsSkillPageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_page_offer_readings (BEARINGS_PAGE (self));
}

GtkWidget *
bearings_skill_page_view_new (BearingsService *service,
                              BearingsRecordKind career_kind,
                              const char *career_id,
                              const char *skill_id)
{
  BearingsSkillPageView *self =
    g_object_new (BEARINGS_TYPE_SKILL_PAGE_VIEW, "service", service, NULL);

  self->career_kind = career_kind;
  self->career_id = g_strdup (career_id);
  self->skill_id = g_strdup (skill_id);
  return GTK_WIDGET (self);
}

const char *
bearings_skill_page_view_get_role (BearingsSkillPageView *self)
{
  g_return_val_if_fail (BEARINGS_IS_SKILL_PAGE_VIEW (self), NULL);
  return self->career_kind == BEARINGS_RECORD_ROLE ? self->career_id : NULL;
}
