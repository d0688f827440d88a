/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task: a text, then one's own score against criteria with examples. */

#include "bearings-task-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-choice-list.h"

struct _BearingsTaskView {
  AdwBin parent_instance;

  BearingsItem *item;
  GPtrArray *lists;     /* BearingsChoiceList: one for each criterion */
  GPtrArray *exemplars; /* rows of the group */
  gboolean setting;

  GtkTextView *text_view;
  GtkWidget *scoring_box;
  GtkLabel *scoring_label;
  GtkBox *criteria_box;
  AdwPreferencesGroup *exemplars_group;
};

enum {
  SIGNAL_ANSWER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsTaskView, bearings_task_view, ADW_TYPE_BIN)

static void
changed (BearingsTaskView *self, gboolean at_once)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_ANSWER_CHANGED], 0, at_once);
}

static void
on_text_changed (BearingsTaskView *self)
{
  changed (self, FALSE);
}

static void
on_text_left (BearingsTaskView *self)
{
  changed (self, TRUE);
}

static void
on_scored (BearingsTaskView *self)
{
  changed (self, TRUE);
}

static void
add_criterion (BearingsTaskView *self, const BearingsCriterion *criterion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (criterion->title);
  GtkWidget *list = bearings_choice_list_new ();
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;

  for (guint i = 0; i < criterion->points->len; i++) {
    const BearingsCriterionPoint *point = g_ptr_array_index (criterion->points, i);
    g_strv_builder_take (
      texts,
      /* Translators: number of points, and what earns them. */
      g_strdup_printf (ngettext ("%d point: %s", "%d points: %s", (gulong) point->score),
                       (int) point->score, point->text));
  }
  choices = g_strv_builder_end (texts);
  bearings_choice_list_set_choices (BEARINGS_CHOICE_LIST (list), (const char *const *) choices, 0,
                                    FALSE);
  g_signal_connect_object (list, "chosen", G_CALLBACK (on_scored), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->criteria_box, box);
  g_ptr_array_add (self->lists, list);
}

static const BearingsCriterion *
find_criterion (const BearingsItem *item, const char *id)
{
  for (guint i = 0; i < item->criteria->len; i++) {
    const BearingsCriterion *criterion = g_ptr_array_index (item->criteria, i);
    if (g_strcmp0 (criterion->id, id) == 0)
      return criterion;
  }
  return NULL;
}

/* "Why the word is skipped: 1 · A correction that works: 2" */
static char *
scores_text (const BearingsItem *item, const BearingsExemplar *exemplar)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < exemplar->scores->len; i++) {
    const BearingsExemplarScore *score = g_ptr_array_index (exemplar->scores, i);
    const BearingsCriterion *criterion = find_criterion (item, score->criterion);

    if (criterion == NULL)
      continue;
    if (text->len > 0)
      g_string_append (text, " · ");
    /* Translators: criterion of a task, points an example gets on it. */
    g_string_append_printf (text, _ ("%s: %d"), criterion->title, (int) score->score);
  }
  return g_string_free_and_steal (text);
}

static GtkWidget *
text_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_exemplar (BearingsTaskView *self, const BearingsExemplar *exemplar)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *content = adw_preferences_row_new ();
  g_autofree char *scores = scores_text (self->item, exemplar);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), exemplar->label);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), scores);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  gtk_box_append (GTK_BOX (box), text_label (exemplar->text, NULL));
  if (exemplar->comment != NULL)
    gtk_box_append (GTK_BOX (box), text_label (exemplar->comment, "dimmed"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (content), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (content), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), content);
  adw_preferences_group_add (self->exemplars_group, row);
  g_ptr_array_add (self->exemplars, row);
}

static void
clear (BearingsTaskView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->criteria_box))) != NULL)
    gtk_box_remove (self->criteria_box, child);
  g_ptr_array_set_size (self->lists, 0);
  for (guint i = 0; i < self->exemplars->len; i++)
    adw_preferences_group_remove (self->exemplars_group, self->exemplars->pdata[i]);
  g_ptr_array_set_size (self->exemplars, 0);
}

static char *
get_text (BearingsTaskView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
bearings_task_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_TASK_VIEW);
  G_OBJECT_CLASS (bearings_task_view_parent_class)->dispose (object);
}

static void
bearings_task_view_finalize (GObject *object)
{
  BearingsTaskView *self = BEARINGS_TASK_VIEW (object);

  g_clear_pointer (&self->item, bearings_record_unref);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->exemplars);
  G_OBJECT_CLASS (bearings_task_view_parent_class)->finalize (object);
}

static void
bearings_task_view_class_init (BearingsTaskViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_task_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_task_view_finalize;
  signals[SIGNAL_ANSWER_CHANGED] =
    g_signal_new ("answer-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/items/bearings-task-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsTaskView, text_view);
  gtk_widget_class_bind_template_child (widget_class, BearingsTaskView, scoring_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsTaskView, scoring_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsTaskView, criteria_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsTaskView, exemplars_group);
  gtk_widget_class_bind_template_callback (widget_class, on_text_left);
}

static void
bearings_task_view_init (BearingsTaskView *self)
{
  self->lists = g_ptr_array_new ();
  self->exemplars = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
}

void
bearings_task_view_set_item (BearingsTaskView *self,
                             BearingsItem *item,
                             const BearingsResponse *response)
{
  gboolean rubric = response != NULL && response->kind == BEARINGS_RESPONSE_RUBRIC;

  g_return_if_fail (BEARINGS_IS_TASK_VIEW (self));
  self->setting = TRUE;
  clear (self);
  g_clear_pointer (&self->item, bearings_record_unref);
  self->item = bearings_record_ref (item);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view),
                            rubric && response->text != NULL ? response->text : "", -1);
  for (guint i = 0; i < item->criteria->len; i++) {
    const BearingsCriterion *criterion = g_ptr_array_index (item->criteria, i);
    gpointer score;

    add_criterion (self, criterion);
    if (!rubric || !g_hash_table_lookup_extended (response->scores, criterion->id, NULL, &score))
      continue;
    for (guint j = 0; j < criterion->points->len; j++)
      if (((BearingsCriterionPoint *) criterion->points->pdata[j])->score ==
          GPOINTER_TO_INT (score))
        bearings_choice_list_set_chosen (self->lists->pdata[i], j);
  }
  for (guint i = 0; i < item->exemplars->len; i++)
    add_exemplar (self, g_ptr_array_index (item->exemplars, i));
  gtk_widget_set_visible (GTK_WIDGET (self->exemplars_group), item->exemplars->len > 0);
  self->setting = FALSE;
}

char *
bearings_task_view_get_response (BearingsTaskView *self)
{
  g_autoptr (BearingsResponse) response = bearings_response_new (BEARINGS_RESPONSE_RUBRIC);

  g_return_val_if_fail (BEARINGS_IS_TASK_VIEW (self), NULL);
  if (self->item == NULL)
    return NULL;
  response->text = get_text (self);
  for (guint i = 0; i < self->lists->len; i++) {
    const BearingsCriterion *criterion = g_ptr_array_index (self->item->criteria, i);
    guint chosen = bearings_choice_list_get_chosen (self->lists->pdata[i]);

    if (chosen < criterion->points->len)
      g_hash_table_insert (
        response->scores, g_strdup (criterion->id),
        GINT_TO_POINTER (
          (int) ((BearingsCriterionPoint *) criterion->points->pdata[chosen])->score));
  }
  if (*response->text == '\0' && g_hash_table_size (response->scores) == 0)
    return NULL;
  return bearings_response_to_string (response);
}

void
bearings_task_view_set_scoring (BearingsTaskView *self, gboolean scoring)
{
  g_return_if_fail (BEARINGS_IS_TASK_VIEW (self));
  gtk_widget_set_visible (self->scoring_box, scoring);
}

void
bearings_task_view_set_second (BearingsTaskView *self)
{
  g_return_if_fail (BEARINGS_IS_TASK_VIEW (self));
  gtk_text_view_set_editable (self->text_view, FALSE);
  gtk_text_view_set_cursor_visible (self->text_view, FALSE);
  gtk_label_set_label (self->scoring_label,
                       _ ("Compare the answer with each list and the examples, and choose what "
                          "fits it. The points the person chose are not shown."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "The person’s answer"), -1);
  bearings_task_view_set_scoring (self, TRUE);
}

void
bearings_task_view_focus_text (BearingsTaskView *self)
{
  g_return_if_fail (BEARINGS_IS_TASK_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

void
bearings_task_view_focus_scores (BearingsTaskView *self)
{
  g_return_if_fail (BEARINGS_IS_TASK_VIEW (self));
  if (self->lists->len > 0)
    bearings_choice_list_focus (self->lists->pdata[0]);
}
