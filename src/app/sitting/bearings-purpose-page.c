/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before a sitting: what it is for, what happens to the answers, how long. */

#include "bearings-purpose-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-client-state.h"
#include "bearings-figure-context.h"
#include "bearings-figure-text.h"
#include "bearings-open.h"
#include "bearings-origin-button.h"
#include "bearings-service-desk.h"
#include "bearings-service-sittings.h"
#include "bearings-sitting-page.h"
#include "bearings-sitting-state.h"
#include "bearings-skill-chooser.h"

#define USUAL_LENGTH BEARINGS_LENGTH_MIDDLE

struct _BearingsPurposePage {
  BearingsPage parent_instance;

  char *instrument_id;
  char *skill_id;
  BearingsForm *form;
  gboolean on_screen;
  BearingsLength length;
  AdwActionRow *length_rows[BEARINGS_LENGTH_LONG + 1];

  AdwBanner *banner;
  GtkLabel *title_label;
  GtkLabel *purpose_label;
  AdwPreferencesGroup *length_group;
  AdwSwitchRow *adaptive_row;
  AdwSwitchRow *interview_row;
  AdwActionRow *data_row;
  AdwActionRow *client_row;
  AdwActionRow *self_row;
  AdwActionRow *quality_row;
  AdwPreferencesGroup *years_group;
  AdwExpanderRow *years_expander;
  BearingsSkillChooser *skill_chooser;
  AdwSpinRow *years_row;
  GtkWidget *begin_button;
};

G_DEFINE_FINAL_TYPE (BearingsPurposePage, bearings_purpose_page, BEARINGS_TYPE_PAGE)

/* What self-ratings are worth. */
#define SELF_RATING_CLAIM "mabe-west-self-eval"
#define LENGTH_KEY "bearings-length"
#define ORIGIN_KEY "origin"

static void
on_length_toggled (BearingsPurposePage *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    self->length = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), LENGTH_KEY));
}

static BearingsSelection
get_selection (BearingsPurposePage *self)
{
  return adw_switch_row_get_active (self->adaptive_row) ? BEARINGS_SELECTION_ADAPTIVE
                                                        : BEARINGS_SELECTION_FIXED;
}

static void
set_cost (AdwActionRow *row, const BearingsLengthCost *cost)
{
  g_autofree char *title = bearings_sitting_state_length_title (cost);
  g_autofree char *subtitle = bearings_sitting_state_length_subtitle (cost);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  bearings_origin_button_set_text (g_object_get_data (G_OBJECT (row), ORIGIN_KEY), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (adw_action_row_get_activatable_widget (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

static void
on_adaptive_changed (BearingsPurposePage *self)
{
  for (BearingsLength length = BEARINGS_LENGTH_SHORT;
       self->form != NULL && length <= BEARINGS_LENGTH_LONG; length++) {
    BearingsLengthCost cost = bearings_length_cost (self->form, length, get_selection (self));

    if (self->length_rows[length] != NULL)
      set_cost (self->length_rows[length], &cost);
  }
}

static void
add_lengths (BearingsPurposePage *self, BearingsForm *form)
{
  GtkCheckButton *group = NULL;
  guint before = 0;

  for (BearingsLength length = BEARINGS_LENGTH_SHORT; length <= BEARINGS_LENGTH_LONG; length++) {
    BearingsLengthCost cost = bearings_length_cost (form, length, BEARINGS_SELECTION_FIXED);
    GtkWidget *row, *button, *origin;

    if (cost.n_items <= before)
      break; /* a longer sitting would be the same */
    before = cost.n_items;
    row = adw_action_row_new ();
    button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                           "valign", GTK_ALIGN_CENTER, "group", group, NULL);

    group = group != NULL ? group : GTK_CHECK_BUTTON (button);
    g_object_set_data (G_OBJECT (button), LENGTH_KEY, GUINT_TO_POINTER (length));
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    origin = bearings_origin_button_new (NULL);
    bearings_figure_context_set_computation (
      origin, _ ("The number of questions; their typical time; and 1.96 times the standard error "
                 "that these questions leave, from their difficulties, in steps between levels."));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), origin);
    g_object_set_data (G_OBJECT (row), ORIGIN_KEY, origin);
    set_cost (ADW_ACTION_ROW (row), &cost);
    adw_preferences_group_add (self->length_group, row);
    self->length_rows[length] = ADW_ACTION_ROW (row);
    g_signal_connect_object (button, "toggled", G_CALLBACK (on_length_toggled), self,
                             G_CONNECT_SWAPPED);
    if (length <= USUAL_LENGTH)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  }
}

static void
on_skill_chosen (BearingsPurposePage *self)
{
  g_set_str (&self->skill_id, bearings_skill_chooser_get_skill (self->skill_chooser));
  gtk_widget_set_sensitive (self->begin_button, self->skill_id != NULL);
}

/* An instrument for any skill needs to know which. */
static void
ask_skill (BearingsPurposePage *self, const BearingsSkill *skill)
{
  bearings_skill_chooser_set_service (self->skill_chooser,
                                      bearings_page_get_service (BEARINGS_PAGE (self)));
  if (skill != NULL)
    bearings_skill_chooser_set_skill (self->skill_chooser, skill);
  gtk_widget_set_visible (GTK_WIDGET (self->skill_chooser), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->years_group), FALSE);
  on_skill_chosen (self);
}

/* What research says about self-ratings, one step away, where it is installed. */
static void
link_self_row (BearingsPurposePage *self)
{
  /* What a purpose says in figures, it says of self-ratings. */
  bearings_figure_context_set_record (GTK_WIDGET (self->purpose_label), BEARINGS_RECORD_CLAIM,
                                      SELF_RATING_CLAIM);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->self_row), TRUE);
  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (self->self_row),
    bearings_open_target (BEARINGS_RECORD_CLAIM, SELF_RATING_CLAIM, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->self_row), "win.open");
  adw_action_row_set_subtitle_selectable (self->self_row, FALSE);
  adw_action_row_add_suffix (self->self_row, gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/* What the page shows. */
typedef struct {
  BearingsForm *form;
  BearingsSkill *skill;        /* the one asked for, or NULL */
  BearingsClaim *self_ratings; /* what they are worth, or NULL where that is not installed */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->form, bearings_form_unref);
  g_clear_pointer (&answer->skill, bearings_record_unref);
  g_clear_pointer (&answer->self_ratings, bearings_record_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GError) local = NULL;
  const char *instrument, *skill;

  g_variant_get (data, "(&sm&s)", &instrument, &skill);
  answer->form = bearings_service_sittings_get_form (service, instrument, error);
  if (answer->form == NULL)
    return NULL;
  if (skill != NULL)
    answer->skill = bearings_service_get_record (service, BEARINGS_RECORD_SKILL, skill, &local);
  if (local == NULL)
    answer->self_ratings =
      bearings_service_get_record (service, BEARINGS_RECORD_CLAIM, SELF_RATING_CLAIM, &local);
  if (local == NULL)
    return g_steal_pointer (&answer);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
fill (BearingsPurposePage *self, const Answer *answer)
{
  BearingsForm *form = answer->form;
  const BearingsInstrument *instrument = form->instrument;

  gtk_label_set_label (self->title_label, instrument->title);
  bearings_figure_context_set_origin (GTK_WIDGET (self->purpose_label),
                                      _ ("The instrument says so of itself."));
  bearings_figure_text_set_label (self->purpose_label, instrument->purpose);
  adw_action_row_set_subtitle (self->data_row, instrument->data_use);
  gtk_widget_set_visible (GTK_WIDGET (self->data_row), instrument->data_use != NULL);
  adw_action_row_set_subtitle (self->self_row, instrument->self_report_note);
  gtk_widget_set_visible (GTK_WIDGET (self->self_row), instrument->self_report_note != NULL);
  if (answer->self_ratings != NULL)
    link_self_row (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->quality_row), "s", instrument->record.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->quality_row), "win.quality");
  if (instrument->skill == NULL)
    ask_skill (self, answer->skill);
  add_lengths (self, form);
  gtk_widget_set_visible (GTK_WIDGET (self->adaptive_row), bearings_sitting_plan_can_adapt (form));
  self->form = bearings_form_ref (form);
}

/* The sitting takes this page's place: leaving it leads to where the person came from. */
static void
go_to (BearingsPurposePage *self, GtkWidget *page)
{
  AdwNavigationView *view =
    ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW));
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (view);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++) {
    g_autoptr (AdwNavigationPage) before = g_list_model_get_item (stack, i);
    if (before != ADW_NAVIGATION_PAGE (self))
      g_ptr_array_add (pages, before);
  }
  g_ptr_array_add (pages, page);
  adw_navigation_view_replace (view, (AdwNavigationPage **) pages->pdata, (int) pages->len);
}

/* What is begun. */
typedef struct {
  char *instrument;
  char *skill;
  BearingsLength length;
  BearingsSelection selection;
  gboolean interview;
  char *years; /* NULL: not told */
} Start;

static void
start_free (Start *start)
{
  g_free (start->instrument);
  g_free (start->skill);
  g_free (start->years);
  g_free (start);
}

static gpointer
begin (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const Start *start = data;
  g_autofree char *client = bearings_service_desk_dup_client (service);
  const BearingsSittingOrder order = {
    .instrument = start->instrument,
    .skill = start->skill,
    .length = start->length,
    .selection = start->selection,
    .client = client,
    .interview = start->interview,
    .years = start->years,
  };

  return bearings_service_sittings_begin (service, &order, error);
}

static void
on_begun (gpointer page, gpointer answer, const GError *error)
{
  BearingsPurposePage *self = page;
  g_autofree char *id = answer;

  if (error != NULL) {
    /* Translators: why a sitting could not be begun. */
    g_autofree char *text = g_strdup_printf (_ ("The sitting cannot begin: %s"), error->message);

    gtk_widget_set_sensitive (self->begin_button, TRUE);
    adw_banner_set_title (self->banner, text);
    adw_banner_set_revealed (self->banner, TRUE);
    return;
  }
  go_to (self, bearings_sitting_page_new (bearings_page_get_service (BEARINGS_PAGE (self)), id));
}

static void
on_begin_clicked (BearingsPurposePage *self)
{
  static const BearingsJob job = { begin, (GDestroyNotify) start_free, g_free, BEARINGS_LANE_KEEP };
  char years[G_ASCII_DTOSTR_BUF_SIZE];
  Start *start = g_new0 (Start, 1);

  start->instrument = g_strdup (self->instrument_id);
  start->skill = g_strdup (self->skill_id);
  start->length = self->length;
  start->selection = get_selection (self);
  start->interview = adw_switch_row_get_active (self->interview_row);
  if (adw_expander_row_get_enable_expansion (self->years_expander))
    start->years =
      g_strdup (g_ascii_dtostr (years, sizeof years, adw_spin_row_get_value (self->years_row)));
  gtk_widget_set_sensitive (self->begin_button, FALSE); /* a sitting is begun once */
  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job, start, NULL,
                on_begun);
}

static void
show_client (BearingsPurposePage *self)
{
  g_autofree char *client =
    bearings_service_desk_dup_client (bearings_page_get_service (BEARINGS_PAGE (self)));
  g_autofree char *text = bearings_client_state_keeping_text (client);

  adw_action_row_set_subtitle (self->client_row, text);
}

static void
focus_start (BearingsPurposePage *self)
{
  if (gtk_widget_get_sensitive (self->begin_button))
    gtk_widget_grab_focus (self->begin_button);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->skill_chooser));
}

static void
show_answer (gpointer page, gpointer data)
{
  BearingsPurposePage *self = page;
  g_autoptr (Answer) answer = data;

  gboolean first = self->form == NULL;

  if (first) /* what is chosen on the page already stays chosen */
    fill (self, answer);
  show_client (self);
  bearings_page_show_content (BEARINGS_PAGE (self));
  if (first && self->on_screen)
    focus_start (self);
}

static void
bearings_purpose_page_load (BearingsPage *page)
{
  static const BearingsJob job = { read_answer, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) answer_free, BEARINGS_LANE_READ };
  BearingsPurposePage *self = BEARINGS_PURPOSE_PAGE (page);

  bearings_ask_for_page (
    page, &job, g_variant_ref_sink (g_variant_new ("(sms)", self->instrument_id, self->skill_id)),
    show_answer);
}

static void
bearings_purpose_page_shown (AdwNavigationPage *page)
{
  BearingsPurposePage *self = BEARINGS_PURPOSE_PAGE (page);

  if (ADW_NAVIGATION_PAGE_CLASS (bearings_purpose_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (bearings_purpose_page_parent_class)->shown (page);
  self->on_screen = TRUE;
  if (self->form != NULL)
    focus_start (self);
}

static void
bearings_purpose_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_PURPOSE_PAGE);
  G_OBJECT_CLASS (bearings_purpose_page_parent_class)->dispose (object);
}

static void
bearings_purpose_page_finalize (GObject *object)
{
  g_free (BEARINGS_PURPOSE_PAGE (object)->instrument_id);
  g_free (BEARINGS_PURPOSE_PAGE (object)->skill_id);
  g_clear_pointer (&BEARINGS_PURPOSE_PAGE (object)->form, bearings_form_unref);
  G_OBJECT_CLASS (bearings_purpose_page_parent_class)->finalize (object);
}

static void
bearings_purpose_page_class_init (BearingsPurposePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BEARINGS_TYPE_SKILL_CHOOSER);
  object_class->dispose = bearings_purpose_page_dispose;
  object_class->finalize = bearings_purpose_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = bearings_purpose_page_shown;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_purpose_page_load;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/sitting/bearings-purpose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, banner);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, purpose_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, length_group);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, adaptive_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, interview_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, data_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, client_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, self_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, quality_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, years_group);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, skill_chooser);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, years_expander);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, years_row);
  gtk_widget_class_bind_template_child (widget_class, BearingsPurposePage, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_skill_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_adaptive_changed);
}

static void
bearings_purpose_page_init (BearingsPurposePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_purpose_page_new (BearingsService *service,
                           const char *instrument_id,
                           const char *skill_id)
{
  BearingsPurposePage *self = g_object_new (BEARINGS_TYPE_PURPOSE_PAGE, "service", service, NULL);

  self->instrument_id = g_strdup (instrument_id);
  self->skill_id = g_strdup (skill_id);
  return GTK_WIDGET (self);
}
