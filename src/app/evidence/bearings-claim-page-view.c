/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim with everything that is known of it. */

#include "bearings-claim-page-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-boundary.h"
#include "bearings-ask.h"
#include "bearings-certainty-mark.h"
#include "bearings-certainty-rules.h"
#include "bearings-claim-state.h"
#include "bearings-figure-label.h"
#include "bearings-figure-text.h"
#include "bearings-format.h"
#include "bearings-interval-plot.h"
#include "bearings-questions-view.h"
#include "bearings-reading-text.h"
#include "bearings-register-banner.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-claims.h"
#include "bearings-skill-page-parts.h"
#include "bearings-source-state.h"
#include "bearings-trace-view.h"
#include "bearings-two-readings.h"
#include "bearings-words.h"

#define CLAIMS_SHOWN 6
#define USES_SHOWN 8

struct _BearingsClaimPageView {
  BearingsPage parent_instance;

  char *id;
  BearingsClaimPage *page;
  BearingsTrace *trace;

  GtkLabel *channel_label;
  GtkLabel *statement_label;
  BearingsReadingText *reading;
  GtkBox *finding_box;
  GtkLabel *implication_label;
  GtkBox *sections_box;
};

G_DEFINE_FINAL_TYPE (BearingsClaimPageView, bearings_claim_page_view, BEARINGS_TYPE_PAGE)

static GtkWidget *
add_section (BearingsClaimPageView *self, const char *title, const char *description)
{
  GtkWidget *section = bearings_section_new (title, description);

  gtk_box_append (self->sections_box, section);
  return section;
}

static GtkWidget *
add_list (BearingsClaimPageView *self, const char *title, const char *description)
{
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_section_append (BEARINGS_SECTION (add_section (self, title, description)), list);
  return list;
}

static void
add_row (GtkWidget *list, const char *name, const char *value)
{
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (name, value));
}

static void
add_row_if (GtkWidget *list, const char *name, const char *value)
{
  if (value != NULL)
    add_row (list, name, value);
}

static void
add_finding (BearingsClaimPageView *self, const BearingsFigure *figure, BearingsFigureStyle style)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  if (figure->metric != NULL) {
    GtkWidget *metric = bearings_rows_paragraph_new (figure->metric);
    gtk_widget_add_css_class (metric, "caption-heading");
    gtk_box_append (GTK_BOX (card), metric);
  }
  gtk_box_append (GTK_BOX (card), bearings_figure_label_new (style, figure, self->page->source));
  if (bearings_figure_has_value (figure))
    gtk_box_append (GTK_BOX (card), bearings_interval_plot_new (figure));
  gtk_box_append (self->finding_box, card);
}

static void
show_certainty (BearingsClaimPageView *self)
{
  const BearingsClaim *claim = self->page->claim;
  GtkWidget *section = add_section (self, _ ("How sure this is"), NULL);
  GtkWidget *mark = bearings_certainty_mark_new (bearings_certainty_of_claim (claim));
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autoptr (GPtrArray) account = bearings_certainty_rules_claim_account (claim);

  bearings_certainty_mark_set_claim (BEARINGS_CERTAINTY_MARK (mark), self->page->claim);
  bearings_section_append (BEARINGS_SECTION (section), mark);
  for (guint i = 0; i < account->len; i++) {
    const BearingsCertaintyStep *step = account->pdata[i];
    add_row (list, step->title, step->text);
  }
  bearings_section_append (BEARINGS_SECTION (section), list);
}

static void
show_study (BearingsClaimPageView *self)
{
  const BearingsClaim *claim = self->page->claim;
  GtkWidget *list = add_list (self, _ ("What was done"), NULL);
  g_autofree char *sample = bearings_claim_state_sample_text (claim);

  add_row (list, _ ("Design"), bearings_words_design_title (claim->design));
  add_row (list, _ ("Sample"), sample);
  add_row (list, _ ("Population"), claim->population);
  add_row (list, _ ("Country"), claim->country);
  add_row (list, _ ("Year of the data"), claim->data_year);
  add_row (list, _ ("Registered before it was done"),
           bearings_claim_state_tristate_text (claim->preregistered));
  add_row (list, _ ("Peer reviewed"), bearings_claim_state_tristate_text (claim->peer_reviewed));
  add_row (list, _ ("Too small for its question"),
           bearings_claim_state_tristate_text (claim->underpowered));
  add_row (list, _ ("A single study"), bearings_claim_state_tristate_text (claim->single_study));
  add_row_if (list, _ ("Limits"), claim->limits);
}

static void
show_reading (BearingsClaimPageView *self)
{
  const BearingsClaim *claim = self->page->claim;
  GtkWidget *list = add_list (self, _ ("How to read it"), NULL);

  /* Translators: how strongly the source itself commits to its sentence. */
  if (claim->hedge != 0)
    add_row (list, _ ("How strongly the source says it"),
             bearings_words_hedge_title (claim->hedge));
  if (claim->direction != 0)
    add_row (list, _ ("Which way it points"), bearings_words_direction_title (claim->direction));
  add_row_if (list, _ ("Note"), claim->note);
}

static GtkWidget *
claim_row (gpointer item, gpointer user_data)
{
  const BearingsClaim *claim = item;

  return bearings_rows_link_new (claim->statement, bearings_words_design_title (claim->design),
                                 BEARINGS_RECORD_CLAIM, claim->record.id, NULL);
}

static void
show_replication (BearingsClaimPageView *self)
{
  const BearingsReplication *replication = &self->page->claim->replication;
  g_autofree char *text = bearings_claim_state_replication_text (replication);
  g_autofree char *description = replication->note != NULL
                                   ? g_strdup_printf ("%s. %s", text, replication->note)
                                   : g_strdup_printf ("%s.", text);
  g_autofree char *studies =
    bearings_claim_state_studies_text (replication, self->page->replications);
  g_autofree char *all =
    studies != NULL ? g_strdup_printf ("%s\n%s", description, studies) : g_strdup (description);
  GtkWidget *section = add_section (self, _ ("Replication"), all);

  if (self->page->replications->len > 0) {
    GtkWidget *list = bearings_rows_boxed_list_new ();
    bearings_rows_fill_list (GTK_LIST_BOX (list), self->page->replications, CLAIMS_SHOWN, claim_row,
                             NULL, NULL);
    bearings_section_append (BEARINGS_SECTION (section), list);
  }
}

static void
show_trace (BearingsClaimPageView *self)
{
  GtkWidget *section = add_section (self, _ ("Trace to the primary source"), NULL);

  bearings_section_append (BEARINGS_SECTION (section), bearings_trace_view_new (self->trace));
}

/* What changes when the claim is read on a page that uses another definition. */
static void
show_boundary (BearingsClaimPageView *self)
{
  static const BearingsRecordKind pages[] = { BEARINGS_RECORD_ROLE, BEARINGS_RECORD_OCCUPATION };
  const BearingsClaim *claim = self->page->claim;
  guint crossings = bearings_boundary_claim_crossings (claim);
  GtkWidget *list;

  if (claim->boundary == 0)
    return;
  list = add_list (self, _ ("Whose definition it uses"), NULL);
  add_row (list, _ ("The finding"), bearings_words_boundary_title (claim->boundary));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    BearingsBoundary page = bearings_boundary_of_career (pages[i]);
    if ((crossings & BEARINGS_BOUNDARY_BIT (page)) != 0)
      add_row (list,
               pages[i] == BEARINGS_RECORD_ROLE ? _ ("Carried over to pages of roles")
                                                : _ ("Carried over to pages of occupations"),
               bearings_words_boundary_title (page));
  }
  add_row_if (list, crossings != 0 ? _ ("What changes on the way") : _ ("Note"),
              claim->boundary_note);
}

static void
show_literatures (BearingsClaimPageView *self)
{
  const BearingsClaimPage *page = self->page;
  GtkWidget *view =
    bearings_skill_page_parts_literatures_view_new (page->literatures, page->claims, page->sources);

  if (view != NULL)
    bearings_section_append (
      BEARINGS_SECTION (add_section (self, _ ("Parallel literatures"),
                                     _ ("Fields that ask a neighbouring question."))),
      view);
}

static void
show_study_family (BearingsClaimPageView *self)
{
  const BearingsClaimPage *page = self->page;
  GtkWidget *list;

  if (page->study_sources->len > 0) {
    list = add_list (self, _ ("Other versions of the same study"),
                     _ ("Preprint, article and press page are one study, counted once."));
    for (guint i = 0; i < page->study_sources->len; i++) {
      const BearingsSource *source = page->study_sources->pdata[i];
      g_autofree char *reference = bearings_format_source_short (source);
      gtk_list_box_append (GTK_LIST_BOX (list),
                           bearings_rows_link_new (source->title, reference, BEARINGS_RECORD_SOURCE,
                                                   source->record.id, NULL));
    }
  }
  if (page->study_claims->len > 0) {
    list = add_list (self, _ ("Other claims from the same study"), NULL);
    bearings_rows_fill_list (GTK_LIST_BOX (list), page->study_claims, CLAIMS_SHOWN, claim_row, NULL,
                             NULL);
  }
}

static GtkWidget *
use_row (gpointer item, gpointer user_data)
{
  BearingsClaimPageView *self = user_data;
  const BearingsClaimDirectness *row = item;
  g_autofree char *subject = bearings_claim_state_directness_subject (row, self->page->titles);
  BearingsRecordKind kind;
  const char *id, *second_id;
  GtkWidget *widget;

  if (bearings_claim_state_directness_target (row, &kind, &id, &second_id))
    widget = bearings_rows_link_new (subject, row->reason, kind, id, second_id);
  else
    widget = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, subject, row->reason);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget),
                             bearings_rows_directness_chip_new (row->level));
  return widget;
}

static void
show_uses (BearingsClaimPageView *self)
{
  GtkWidget *list;

  if (self->page->claim->directness->len == 0)
    return;
  list =
    add_list (self, _ ("Where it is used"), _ ("How near the claim is to each question, and why."));
  bearings_rows_fill_list (GTK_LIST_BOX (list), self->page->claim->directness, USES_SHOWN, use_row,
                           self, NULL);
}

static void
show_register (BearingsClaimPageView *self)
{
  GtkWidget *banner = bearings_register_banner_new (self->page->register_entries);

  if (banner != NULL)
    gtk_box_append (self->sections_box, banner);
}

static void
show_source (BearingsClaimPageView *self)
{
  const BearingsClaim *claim = self->page->claim;
  const BearingsSource *source = self->page->source;
  GtkWidget *list = add_list (self, _ ("Source"), NULL);
  g_autofree char *checked = claim->checked != NULL ? bearings_format_date (claim->checked) : NULL;

  if (source != NULL) {
    g_autofree char *reference = bearings_format_source_short (source);
    g_autofree char *full = bearings_format_source (source);
    gtk_list_box_append (GTK_LIST_BOX (list),
                         bearings_rows_link_new (source->title, reference, BEARINGS_RECORD_SOURCE,
                                                 source->record.id, NULL));
    if (source->state > BEARINGS_SOURCE_CURRENT) {
      g_autofree char *state = bearings_format_source_state_why (source);
      add_row (list, _ ("State"), state);
    }
    gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_copy_new (_ ("Cite this"), full));
    gtk_list_box_append (GTK_LIST_BOX (list),
                         bearings_rows_cite_new (BEARINGS_RECORD_CLAIM, claim->record.id));
  }
  add_row (list, _ ("Figures last checked"), checked != NULL ? checked : _ ("no date on record"));
  if (claim->confirmed != 0)
    add_row (list, _ ("How they were checked"), bearings_words_confirmed_title (claim->confirmed));
  for (guint i = 0; i < claim->confirmed_by->len; i++)
    gtk_list_box_append (
      GTK_LIST_BOX (list),
      bearings_rows_copy_new (_ ("Checked against"), claim->confirmed_by->pdata[i]));
}

static void
show_questions (BearingsClaimPageView *self)
{
  g_autoptr (GPtrArray) questions = bearings_questions_of_claim_page (self->page);

  bearings_section_append (
    BEARINGS_SECTION (
      add_section (self, _ ("Questions and answers"), _ ("What this claim answers by itself."))),
    bearings_questions_view_new (questions, self->id));
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
apply_state (BearingsClaimPageView *self)
{
  const BearingsClaim *claim = self->page->claim;
  g_autofree char *plain = bearings_two_readings_claim (self->page->claim, BEARINGS_READING_PLAIN);
  g_autofree char *technical =
    bearings_two_readings_claim (self->page->claim, BEARINGS_READING_TECHNICAL);

  bearings_reading_text_set (self->reading, plain, technical);
  clear_box (self->finding_box);
  clear_box (self->sections_box);
  if (self->page->source != NULL)
    bearings_figure_context_set_source (GTK_WIDGET (self), self->page->source);
  else
    bearings_figure_context_set_origin (GTK_WIDGET (self), _ ("Stated without a source"));
  gtk_label_set_text (self->channel_label, bearings_words_channel_title (claim->channel));
  bearings_figure_text_set_label (self->statement_label, claim->statement);
  bearings_figure_text_set_label (self->implication_label,
                                  claim->implication != NULL ? claim->implication : "");
  gtk_widget_set_visible (GTK_WIDGET (self->implication_label), claim->implication != NULL);
  if (bearings_source_state_is_noteworthy (self->page->source))
    gtk_box_append (self->finding_box, bearings_source_state_mark_new (self->page->source));
  add_finding (self, &claim->finding, BEARINGS_FIGURE_HEADLINE);
  for (guint i = 0; i < claim->additional_findings->len; i++)
    add_finding (self, claim->additional_findings->pdata[i], BEARINGS_FIGURE_INLINE);
  show_certainty (self);
  show_register (self);
  show_trace (self);
  show_reading (self);
  show_boundary (self);
  show_study (self);
  show_replication (self);
  show_study_family (self);
  show_uses (self);
  show_literatures (self);
  show_questions (self);
  show_source (self);
}

/* What the page shows. */
typedef struct {
  BearingsClaimPage *page;
  BearingsTrace *trace;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->page, bearings_claim_page_free);
  g_clear_pointer (&answer->trace, bearings_trace_free);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (BearingsService *service, gpointer id, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->page = bearings_service_claims_get_page (service, id, error);
  if (answer->page != NULL)
    answer->trace = bearings_service_trace_get (service, BEARINGS_RECORD_CLAIM, id, error);
  return answer->trace != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_answer (gpointer page, gpointer data)
{
  BearingsClaimPageView *self = page;
  g_autoptr (Answer) answer = data;

  g_clear_pointer (&self->page, bearings_claim_page_free);
  g_clear_pointer (&self->trace, bearings_trace_free);
  self->page = g_steal_pointer (&answer->page);
  self->trace = g_steal_pointer (&answer->trace);
  apply_state (self);
}

static void
bearings_claim_page_view_load (BearingsPage *page)
{
  static const BearingsJob job = { read_answer, g_free, (GDestroyNotify) answer_free,
                                   BEARINGS_LANE_READ };

  bearings_ask_for_page (page, &job, g_strdup (BEARINGS_CLAIM_PAGE_VIEW (page)->id), show_answer);
}

static void
bearings_claim_page_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_CLAIM_PAGE_VIEW);
  G_OBJECT_CLASS (bearings_claim_page_view_parent_class)->dispose (object);
}

static void
bearings_claim_page_view_finalize (GObject *object)
{
  BearingsClaimPageView *self = BEARINGS_CLAIM_PAGE_VIEW (object);

  g_clear_pointer (&self->page, bearings_claim_page_free);
  g_clear_pointer (&self->trace, bearings_trace_free);
  g_free (self->id);
  G_OBJECT_CLASS (bearings_claim_page_view_parent_class)->finalize (object);
}

static void
bearings_claim_page_view_class_init (BearingsClaimPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_claim_page_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_claim_page_view_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_claim_page_view_load;

  g_type_ensure (BEARINGS_TYPE_READING_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-claim-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsClaimPageView, channel_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsClaimPageView, statement_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsClaimPageView, reading);
  gtk_widget_class_bind_template_child (widget_class, BearingsClaimPageView, finding_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsClaimPageView, implication_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsClaimPageView, sections_box);
}

static void
bearings_claim_page_view_init (BearingsClaimPageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_page_offer_readings (BEARINGS_PAGE (self));
}

GtkWidget *
bearings_claim_page_view_new (BearingsService *service, const char *id)
{
  BearingsClaimPageView *self =
    g_object_new (BEARINGS_TYPE_CLAIM_PAGE_VIEW, "service", service, NULL);

  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}
