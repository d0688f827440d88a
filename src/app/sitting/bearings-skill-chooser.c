/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which skill a sitting is to be about. */

#include "bearings-skill-chooser.h"

#include <glib/gi18n-lib.h>

#include "bearings-rows.h"
#include "bearings-service-search.h"

#define LIMIT 6
#define HIT_KEY "bearings-hit"

struct _BearingsSkillChooser {
  AdwPreferencesGroup parent_instance;

  BearingsService *service;
  GCancellable *cancellable;
  char *skill;
  GPtrArray *rows; /* GtkWidget: the skills found */

  AdwEntryRow *entry;
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BearingsSkillChooser, bearings_skill_chooser, ADW_TYPE_PREFERENCES_GROUP)

static void on_text_changed (BearingsSkillChooser *self);

static void
stop (BearingsSkillChooser *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear_rows (BearingsSkillChooser *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
choose (BearingsSkillChooser *self, const char *id, const char *name)
{
  stop (self);
  clear_rows (self);
  g_set_str (&self->skill, id);
  if (name != NULL) {
    g_signal_handlers_block_by_func (self->entry, on_text_changed, self);
    gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
    g_signal_handlers_unblock_by_func (self->entry, on_text_changed, self);
  }
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_row_activated (BearingsSkillChooser *self, GtkWidget *row)
{
  g_autoptr (BearingsHit) hit = g_object_ref (g_object_get_data (G_OBJECT (row), HIT_KEY));

  choose (self, bearings_hit_get_id (hit), bearings_hit_get_title (hit));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
add_row (BearingsSkillChooser *self, BearingsHit *hit)
{
  GtkWidget *row = bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, bearings_hit_get_title (hit),
                                            bearings_hit_get_subtitle (hit));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), HIT_KEY, g_object_ref (hit), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsSkillChooser) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits =
    bearings_service_search_finish (BEARINGS_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->entry == NULL)
    return;
  clear_rows (self);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    add_row (self, hits->pdata[i]);
  if (self->rows->len == 0) {
    GtkWidget *row = bearings_rows_plain_new (
      ADW_TYPE_ACTION_ROW, error != NULL ? error->message : _ ("No skill found by this name"),
      NULL);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    g_ptr_array_add (self->rows, row);
  }
}

static void
on_text_changed (BearingsSkillChooser *self)
{
  static const BearingsRecordKind kinds[] = { BEARINGS_RECORD_SKILL };
  g_autofree char *words =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (self->skill != NULL)
    choose (self, NULL, NULL);
  stop (self);
  if (*words == '\0' || self->service == NULL) {
    clear_rows (self);
    return;
  }
  self->cancellable = g_cancellable_new ();
  bearings_service_search_async (self->service, words, kinds, G_N_ELEMENTS (kinds), LIMIT,
                                 self->cancellable, on_found, g_object_ref (self));
}

/* Enter takes the first skill found. */
static void
on_entry_activated (BearingsSkillChooser *self)
{
  if (self->rows->len > 0 && g_object_get_data (self->rows->pdata[0], HIT_KEY) != NULL)
    on_row_activated (self, self->rows->pdata[0]);
}

static gboolean
bearings_skill_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BEARINGS_SKILL_CHOOSER (widget)->entry));
}

static void
bearings_skill_chooser_dispose (GObject *object)
{
  BearingsSkillChooser *self = BEARINGS_SKILL_CHOOSER (object);

  stop (self);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_SKILL_CHOOSER);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bearings_skill_chooser_parent_class)->dispose (object);
}

static void
bearings_skill_chooser_finalize (GObject *object)
{
  BearingsSkillChooser *self = BEARINGS_SKILL_CHOOSER (object);

  g_free (self->skill);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (bearings_skill_chooser_parent_class)->finalize (object);
}

static void
bearings_skill_chooser_class_init (BearingsSkillChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bearings_skill_chooser_dispose;
  object_class->finalize = bearings_skill_chooser_finalize;
  widget_class->grab_focus = bearings_skill_chooser_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", BEARINGS_TYPE_SKILL_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/sitting/bearings-skill-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsSkillChooser, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
bearings_skill_chooser_init (BearingsSkillChooser *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bearings_skill_chooser_set_service (BearingsSkillChooser *self, BearingsService *service)
{
  g_set_object (&self->service, service);
}

void
bearings_skill_chooser_set_skill (BearingsSkillChooser *self, const BearingsSkill *skill)
{
  choose (self, skill->record.id, skill->name);
}

const char *
bearings_skill_chooser_get_skill (BearingsSkillChooser *self)
{
  return self->skill;
}
