/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wizard: one item on the screen. */

#include "bearings-sitting-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-answer-view.h"
#include "bearings-ask.h"
#include "bearings-beside-view.h"
#include "bearings-close-guard.h"
#include "bearings-code-block.h"
#include "bearings-interview-note.h"
#include "bearings-large-text.h"
#include "bearings-review-page.h"
#include "bearings-sitting-keys.h"
#include "bearings-sitting-model.h"
#include "bearings-sitting-state.h"
#include "bearings-task-view.h"

#define TYPING_PAUSE_MS 1000

struct _BearingsSittingPage {
  BearingsPage parent_instance;

  char *sitting_id;
  GSettings *settings; /* NULL when no schema is installed */
  BearingsSittingModel *model;
  gulong close_request;
  BearingsItem *shown; /* the item the widgets are filled for */
  gboolean scoring;    /* the person asked for the criteria of this task */
  gboolean number_keys;
  gboolean applying;
  gboolean on_screen;
  gboolean reviewing; /* the review is, or was last, on top of this page */
  guint typing_timeout;
  guint review_idle;

  AdwBanner *banner;
  GtkLabel *progress_label;
  GtkLabel *time_label;
  GtkProgressBar *progress_bar;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  BearingsInterviewNote *interview_note;
  GtkLabel *kicker_label;
  GtkLabel *prompt_label;
  BearingsCodeBlock *code_block;
  BearingsAnswerView *answer_view;
  GtkWidget *feedback_box;
  GtkImage *feedback_icon;
  GtkLabel *feedback_label;
  BearingsTaskView *task_view;
  BearingsBesideView *beside_view;
  AdwStatusPage *taken_over_page;
  GtkWidget *continue_button;
  GtkWidget *bar_clamp;
  GtkWidget *back_button;
  GtkWidget *skip_button;
  GtkButton *step_button;
  GMenuModel *sitting_menu;
  GtkWidget *pause_button;
  GtkToggleButton *flag_button;
};

enum {
  PROP_0,
  PROP_NUMBER_KEYS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (BearingsSittingPage, bearings_sitting_page, BEARINGS_TYPE_PAGE)

static AdwNavigationView *
get_view (BearingsSittingPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  return view != NULL ? ADW_NAVIGATION_VIEW (view) : NULL;
}

static gboolean
is_visible_page (BearingsSittingPage *self)
{
  AdwNavigationView *view = get_view (self);

  return view == NULL || adw_navigation_view_get_visible_page (view) == ADW_NAVIGATION_PAGE (self);
}

/* Gives the model what stands in the fields that are typed in. */
static void
store_typed (BearingsSittingPage *self)
{
  g_autofree char *response = NULL;
  const BearingsSittingItem *current;
  gboolean task;

  g_clear_handle_id (&self->typing_timeout, g_source_remove);
  if (self->model == NULL || self->shown == NULL)
    return;
  bearings_beside_view_store (self->beside_view);
  task = self->shown->kind == BEARINGS_ITEM_RUBRIC;
  if (!task && bearings_item_get_answer (self->shown) != BEARINGS_ANSWER_TYPED)
    return;
  current = bearings_sitting_current (bearings_sitting_model_get_sitting (self->model));
  if (current->item != self->shown)
    return;
  response = task ? bearings_task_view_get_response (self->task_view)
                  : bearings_answer_view_get_response (self->answer_view);
  if (current->response == NULL && (response == NULL || g_str_equal (response, "typed:")))
    return;
  bearings_sitting_model_answer (self->model, response != NULL ? response : "rubric:;");
}

static void
on_typing_paused (gpointer data)
{
  BearingsSittingPage *self = data;

  self->typing_timeout = 0;
  store_typed (self);
}

/* The question stays in view, however long it is. */
static void
focus_item (BearingsSittingPage *self)
{
  GtkViewport *viewport = GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller));

  gtk_viewport_set_scroll_to_focus (viewport, FALSE);
  if (self->shown != NULL && self->shown->kind == BEARINGS_ITEM_RUBRIC)
    bearings_task_view_focus_text (self->task_view);
  else
    bearings_answer_view_focus (self->answer_view);
  gtk_viewport_set_scroll_to_focus (viewport, TRUE);
}

/* The question can be read and answered: its time counts. */
static void
begin_item (BearingsSittingPage *self)
{
  bearings_sitting_model_start_clock (self->model);
  focus_item (self);
}

/* The criteria have no place before the next frame. */
static gboolean
show_scores (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (widget);

  bearings_task_view_focus_scores (self->task_view);
  return G_SOURCE_REMOVE;
}

/* Another item: everything that depends on the item alone. */
static void
show_item (BearingsSittingPage *self, const BearingsSittingState *state)
{
  const BearingsSitting *sitting = bearings_sitting_model_get_sitting (self->model);
  const BearingsSittingItem *current = bearings_sitting_current (sitting);
  BearingsItem *item = current->item;

  g_clear_pointer (&self->shown, bearings_record_unref);
  self->shown = bearings_record_ref (item);
  bearings_interview_note_set_item (self->interview_note, sitting, item);
  gtk_label_set_label (self->kicker_label, state->kicker);
  gtk_label_set_label (self->prompt_label, item->prompt);
  bearings_code_block_set_code (self->code_block, item->code);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_view), !state->task);
  gtk_widget_set_visible (GTK_WIDGET (self->task_view), state->task);
  if (state->task)
    bearings_task_view_set_item (self->task_view, item, current->response);
  else
    bearings_answer_view_set_item (self->answer_view, item, GTK_WIDGET (self->prompt_label));
  bearings_answer_view_set_show_keys (self->answer_view, self->number_keys);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
push_review (gpointer data)
{
  BearingsSittingPage *self = data;
  AdwNavigationView *view = get_view (self);

  self->review_idle = 0;
  if (view == NULL || !is_visible_page (self) ||
      bearings_sitting_model_get_sitting (self->model)->phase != BEARINGS_SITTING_REVIEW)
    return;
  self->reviewing = TRUE;
  adw_navigation_view_push (view, ADW_NAVIGATION_PAGE (bearings_review_page_new (self->model)));
}

static const char *
stack_child (BearingsSittingPage *self)
{
  if (bearings_sitting_model_get_store_state (self->model) == BEARINGS_TAKEN_OVER)
    return "taken-over";
  if (bearings_sitting_model_get_sitting (self->model)->phase == BEARINGS_SITTING_PAUSED)
    return "paused";
  return "item";
}

static void
apply_store_state (BearingsSittingPage *self)
{
  const char *message = bearings_sitting_model_get_message (self->model);
  BearingsStoreState store = bearings_sitting_model_get_store_state (self->model);

  if (store == BEARINGS_NOT_STORED) {
    /* Translators: why an answer could not be written to disk. */
    g_autofree char *text =
      g_strdup_printf (_ ("Your last answer is still here, but not stored: %s"), message);
    adw_banner_set_title (self->banner, text);
  }
  adw_banner_set_revealed (self->banner, store == BEARINGS_NOT_STORED);
  if (store == BEARINGS_TAKEN_OVER) {
    g_autofree char *text = g_markup_escape_text (message, -1);
    adw_status_page_set_description (self->taken_over_page, text);
  }
}

static void
apply_state (BearingsSittingPage *self)
{
  const BearingsSitting *sitting = bearings_sitting_model_get_sitting (self->model);
  const BearingsSittingItem *current = bearings_sitting_current (sitting);
  g_autoptr (BearingsSittingState) state = NULL;
  gboolean another = self->shown != current->item, on_item;
  const char *before = gtk_stack_get_visible_child_name (self->stack);
  const char *child = stack_child (self);

  if (another)
    self->scoring = FALSE;
  state = bearings_sitting_state_new (sitting, bearings_sitting_model_get_from_review (self->model),
                                      self->scoring);
  self->applying = TRUE;
  if (another)
    show_item (self, state);
  if (!state->task)
    bearings_answer_view_set_response (self->answer_view, current->response);
  if (another && gtk_widget_get_mapped (GTK_WIDGET (self))) {
    focus_item (self);
    gtk_accessible_announce (GTK_ACCESSIBLE (self), state->progress,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  }
  bearings_task_view_set_scoring (self->task_view, state->scoring);
  gtk_label_set_label (self->progress_label, state->progress);
  gtk_label_set_label (self->time_label, state->time_left != NULL ? state->time_left : "");
  gtk_progress_bar_set_fraction (self->progress_bar, state->fraction);
  gtk_widget_set_visible (self->feedback_box, state->feedback != NULL);
  gtk_label_set_label (self->feedback_label, state->feedback != NULL ? state->feedback : "");
  gtk_image_set_from_icon_name (self->feedback_icon, state->feedback_right
                                                       ? "object-select-symbolic"
                                                       : "dialog-information-symbolic");
  gtk_toggle_button_set_active (self->flag_button, state->flagged);

  gtk_stack_set_visible_child_name (self->stack, child);
  on_item = g_str_equal (child, "item");
  gtk_widget_set_visible (self->bar_clamp, on_item);
  gtk_widget_set_sensitive (self->back_button, on_item && state->can_go_back);
  gtk_widget_set_sensitive (self->skip_button, on_item && state->can_skip);
  gtk_widget_set_sensitive (GTK_WIDGET (self->step_button), on_item && state->can_step);
  gtk_button_set_label (self->step_button, state->step_label);
  gtk_widget_set_sensitive (self->pause_button, on_item);
  gtk_widget_set_sensitive (GTK_WIDGET (self->flag_button), on_item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sitting.review", on_item);
  apply_store_state (self);
  self->applying = FALSE;
  if (g_str_equal (child, "paused") && g_strcmp0 (before, "paused") != 0)
    gtk_widget_grab_focus (self->continue_button);
  else if (on_item && g_strcmp0 (before, "paused") == 0 && self->on_screen)
    begin_item (self);

  if (sitting->phase == BEARINGS_SITTING_REVIEW && self->review_idle == 0 && is_visible_page (self))
    self->review_idle = g_idle_add_once (push_review, self);
}

/* What is typed is stored when the person pauses for a second; the button need not wait. */
static void
on_task_changed (BearingsSittingPage *self, gboolean at_once)
{
  if (self->applying)
    return;
  if (at_once) {
    store_typed (self);
    return;
  }
  g_clear_handle_id (&self->typing_timeout, g_source_remove);
  self->typing_timeout = g_timeout_add_once (TYPING_PAUSE_MS, on_typing_paused, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->step_button), TRUE);
}

static void
on_answered (BearingsSittingPage *self, gboolean at_once)
{
  g_autofree char *response = NULL;

  if (self->applying || self->shown == NULL)
    return;
  if (!at_once) {
    on_task_changed (self, FALSE);
    return;
  }
  response = bearings_answer_view_get_response (self->answer_view);
  if (response != NULL)
    bearings_sitting_model_answer (self->model, response);
}

static void
on_step_clicked (BearingsSittingPage *self)
{
  g_autoptr (BearingsSittingState) state = NULL;

  store_typed (self);
  state = bearings_sitting_state_new (bearings_sitting_model_get_sitting (self->model),
                                      bearings_sitting_model_get_from_review (self->model),
                                      self->scoring);
  if (!state->can_step) {
    apply_state (self);
    return;
  }
  if (state->step == BEARINGS_STEP_SCORE) {
    self->scoring = TRUE;
    apply_state (self);
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_scores, NULL, NULL);
    return;
  }
  bearings_sitting_model_next (self->model);
}

static void
on_skip_clicked (BearingsSittingPage *self)
{
  store_typed (self);
  bearings_sitting_model_skip (self->model);
}

static void
on_back_clicked (BearingsSittingPage *self)
{
  store_typed (self);
  bearings_sitting_model_back (self->model);
}

static void
on_retry_clicked (BearingsSittingPage *self)
{
  bearings_sitting_model_retry (self->model);
}

static void
on_pause_clicked (BearingsSittingPage *self)
{
  store_typed (self);
  bearings_sitting_model_pause (self->model);
}

static void
on_continue_clicked (BearingsSittingPage *self)
{
  bearings_sitting_model_resume (self->model);
}

static void
on_leave_clicked (BearingsSittingPage *self)
{
  AdwNavigationView *view = get_view (self);

  if (view != NULL)
    adw_navigation_view_pop (view);
}

static void
on_taken_back (GObject *model, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsSittingPage) self = data;
  g_autoptr (GError) error = NULL;

  if (bearings_sitting_model_take_back_finish (BEARINGS_SITTING_MODEL (model), result, &error))
    bearings_sitting_model_start_clock (BEARINGS_SITTING_MODEL (model));
  else if (self->model != NULL)
    bearings_page_show_error (BEARINGS_PAGE (self), error);
}

static void
on_take_back_clicked (BearingsSittingPage *self)
{
  /* What the other window answered is filled in anew. */
  g_clear_pointer (&self->shown, bearings_record_unref);
  bearings_sitting_model_take_back (self->model, on_taken_back, g_object_ref (self));
}

static void
on_flag_toggled (BearingsSittingPage *self)
{
  if (!self->applying && self->model != NULL)
    bearings_sitting_model_flag (self->model, gtk_toggle_button_get_active (self->flag_button));
}

static void
review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (widget);

  if (self->model == NULL)
    return;
  store_typed (self);
  bearings_sitting_model_review (self->model);
}

static gboolean
on_key_pressed (BearingsSittingPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkModifierType modifiers =
    state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (self->model == NULL || modifiers != 0 ||
      !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "item"))
    return GDK_EVENT_PROPAGATE;
  if (self->number_keys && bearings_sitting_keys_choose (self->answer_view, focus, keyval))
    return GDK_EVENT_STOP;
  if (!bearings_sitting_keys_step (focus, keyval) ||
      !gtk_widget_get_sensitive (GTK_WIDGET (self->step_button)))
    return GDK_EVENT_PROPAGATE;
  on_step_clicked (self);
  return GDK_EVENT_STOP;
}

/* Alt+Left: the item before, never out of the sitting. */
static gboolean
bearings_sitting_page_back (BearingsPage *page)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (page);

  if (self->model == NULL)
    return FALSE;
  if (gtk_widget_get_sensitive (self->back_button))
    on_back_clicked (self);
  return TRUE;
}

BEARINGS_DEFINE_JOB (open_sitting,
                     BEARINGS_LANE_KEEP,
                     g_free,
                     g_object_unref,
                     bearings_sitting_model_new (self, data, error))

static void
on_opened (gpointer page, gpointer model, const GError *error)
{
  BearingsSittingPage *self = page;

  if (error != NULL) {
    adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
    bearings_page_show_error (BEARINGS_PAGE (self), error);
    return;
  }
  self->model = model;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 bearings_sitting_model_get_title (self->model));
  bearings_beside_view_set_model (self->beside_view, self->model);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (apply_state), self,
                           G_CONNECT_SWAPPED);
  apply_state (self);
  bearings_page_show_content (BEARINGS_PAGE (self));
  if (self->on_screen)
    begin_item (self);
}

static void
bearings_sitting_page_load (BearingsPage *page)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (page);
  GCancellable *cancellable = bearings_page_begin (page);

  if (self->model != NULL)
    bearings_page_show_content (page);
  else
    bearings_ask (self, bearings_page_get_service (page), &open_sitting,
                  g_strdup (self->sitting_id), cancellable, on_opened);
}

static void
bearings_sitting_page_shown (AdwNavigationPage *page)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (page);
  const BearingsSitting *sitting;

  if (ADW_NAVIGATION_PAGE_CLASS (bearings_sitting_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (bearings_sitting_page_parent_class)->shown (page);
  self->on_screen = TRUE;
  if (self->model == NULL)
    return;
  sitting = bearings_sitting_model_get_sitting (self->model);
  /* Back from the review without a choice: to the item the sitting stands at. */
  if (self->reviewing && sitting->phase == BEARINGS_SITTING_REVIEW)
    bearings_sitting_model_jump (self->model, bearings_sitting_current (sitting)->item->record.id);
  self->reviewing = FALSE;
  apply_state (self);
  begin_item (self);
}

static void
bearings_sitting_page_hiding (AdwNavigationPage *page)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (page);

  self->on_screen = FALSE;
  if (self->model != NULL)
    bearings_sitting_model_stop_clock (self->model);
  if (ADW_NAVIGATION_PAGE_CLASS (bearings_sitting_page_parent_class)->hiding != NULL)
    ADW_NAVIGATION_PAGE_CLASS (bearings_sitting_page_parent_class)->hiding (page);
}

static gboolean
on_close_request (BearingsSittingPage *self, GtkWindow *window)
{
  store_typed (self);
  return self->model != NULL && bearings_close_guard_holds (window, self->model);
}

/* Time counts while the question can be seen: not while another section is shown. */
static void
bearings_sitting_page_map (GtkWidget *widget)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (widget);

  GTK_WIDGET_CLASS (bearings_sitting_page_parent_class)->map (widget);
  if (self->close_request == 0 && GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    self->close_request =
      g_signal_connect_object (gtk_widget_get_root (widget), "close-request",
                               G_CALLBACK (on_close_request), self, G_CONNECT_SWAPPED);
  if (self->model != NULL &&
      bearings_sitting_model_get_sitting (self->model)->phase == BEARINGS_SITTING_ITEM)
    bearings_sitting_model_start_clock (self->model);
}

/* The window closes or the page goes: nothing typed may be lost. */
static void
bearings_sitting_page_unmap (GtkWidget *widget)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (widget);

  store_typed (self);
  if (self->model != NULL)
    bearings_sitting_model_stop_clock (self->model);
  GTK_WIDGET_CLASS (bearings_sitting_page_parent_class)->unmap (widget);
}

static void
bearings_sitting_page_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (object);

  if (prop_id == PROP_NUMBER_KEYS)
    g_value_set_boolean (value, self->number_keys);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bearings_sitting_page_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (object);

  if (prop_id == PROP_NUMBER_KEYS) {
    self->number_keys = g_value_get_boolean (value);
    bearings_answer_view_set_show_keys (self->answer_view, self->number_keys);
  } else {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
bearings_sitting_page_dispose (GObject *object)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (object);

  g_clear_handle_id (&self->typing_timeout, g_source_remove);
  g_clear_handle_id (&self->review_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_SITTING_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bearings_sitting_page_parent_class)->dispose (object);
}

static void
bearings_sitting_page_finalize (GObject *object)
{
  BearingsSittingPage *self = BEARINGS_SITTING_PAGE (object);

  g_clear_pointer (&self->shown, bearings_record_unref);
  g_free (self->sitting_id);
  G_OBJECT_CLASS (bearings_sitting_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BEARINGS_TYPE_ANSWER_VIEW);
  g_type_ensure (BEARINGS_TYPE_CODE_BLOCK);
  g_type_ensure (BEARINGS_TYPE_INTERVIEW_NOTE);
  g_type_ensure (BEARINGS_TYPE_TASK_VIEW);
  g_type_ensure (BEARINGS_TYPE_BESIDE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/sitting/bearings-sitting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, banner);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, time_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, interview_note);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, kicker_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, code_block);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, answer_view);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, feedback_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, feedback_icon);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, feedback_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, task_view);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, beside_view);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, taken_over_page);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, bar_clamp);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsSittingPage, sitting_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_answered);
  gtk_widget_class_bind_template_callback (widget_class, on_task_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_continue_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_step_clicked);
}

static void
bearings_sitting_page_class_init (BearingsSittingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bearings_sitting_page_get_property;
  object_class->set_property = bearings_sitting_page_set_property;
  object_class->dispose = bearings_sitting_page_dispose;
  object_class->finalize = bearings_sitting_page_finalize;
  widget_class->map = bearings_sitting_page_map;
  widget_class->unmap = bearings_sitting_page_unmap;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = bearings_sitting_page_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = bearings_sitting_page_hiding;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_sitting_page_load;
  BEARINGS_PAGE_CLASS (klass)->back = bearings_sitting_page_back;

  props[PROP_NUMBER_KEYS] = g_param_spec_boolean ("number-keys", NULL, NULL, TRUE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "sitting.number-keys", "number-keys");
  gtk_widget_class_install_action (widget_class, "sitting.review", NULL, review_action);
  bind_template (widget_class);
}

static void
add_header_buttons (BearingsSittingPage *self)
{
  AdwHeaderBar *bar = bearings_page_get_header_bar (BEARINGS_PAGE (self));
  GtkWidget *flag = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", "user-bookmarks-symbolic",
                                  "tooltip-text", _ ("Mark to Look at Again"), NULL);
  GtkWidget *menu =
    g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "tooltip-text",
                  _ ("Sitting Menu"), "menu-model", self->sitting_menu, NULL);

  self->pause_button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "media-playback-pause-symbolic",
                                     "tooltip-text", _ ("Pause or Leave"), NULL);
  self->flag_button = GTK_TOGGLE_BUTTON (flag);
  g_signal_connect_object (self->pause_button, "clicked", G_CALLBACK (on_pause_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (flag, "toggled", G_CALLBACK (on_flag_toggled), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (bar, self->pause_button);
  adw_header_bar_pack_end (bar, menu);
  adw_header_bar_pack_end (bar, flag);
}

/* A run without an installed schema keeps the choice for this sitting only. */
static void
bind_settings (BearingsSittingPage *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE) : NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, "number-keys"))
    return;
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "number-keys", self, "number-keys", G_SETTINGS_BIND_DEFAULT);
}

static void
bearings_sitting_page_init (BearingsSittingPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->number_keys = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_header_buttons (self);
  bind_settings (self);
  bearings_large_text_install (GTK_WIDGET (self), self->settings);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
bearings_sitting_page_new (BearingsService *service, const char *sitting_id)
{
  BearingsSittingPage *self = g_object_new (BEARINGS_TYPE_SITTING_PAGE, "service", service, NULL);

  self->sitting_id = g_strdup (sitting_id);
  return GTK_WIDGET (self);
}
