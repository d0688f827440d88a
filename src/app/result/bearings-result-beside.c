/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of the person, second ratings and measures from outside, on the page of a result. */

#include "bearings-result-beside.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-ask.h"
#include "bearings-beside.h"
#include "bearings-cited-row.h"
#include "bearings-figure-context.h"
#include "bearings-measure-dialog.h"
#include "bearings-rows.h"
#include "bearings-second-rating-dialog.h"
#include "bearings-section.h"
#include "bearings-service-outside.h"
#include "bearings-service-quality.h"
#include "bearings-service-sittings.h"

struct _BearingsResultBeside {
  AdwBin parent_instance;

  BearingsService *service;
  BearingsResult *result; /* with all that is said beside it */
  gboolean tasks_open, measures_open;
};

G_DEFINE_FINAL_TYPE (BearingsResultBeside, bearings_result_beside, ADW_TYPE_BIN)

#define ITEM_KEY "bearings-item"
#define NAME_KEY "bearings-measure"

static void fill (BearingsResultBeside *self);

/* Shows what is stored, or why it is not. */
static void
settle (gpointer owner, gpointer answer, const GError *error)
{
  BearingsResultBeside *self = owner;
  AdwDialog *dialog;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (error == NULL) {
    g_clear_pointer (&self->result, bearings_result_unref);
    self->result = answer;
    fill (self);
    return;
  }
  dialog = adw_alert_dialog_new (_ ("Nothing Was Stored"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Both answer with the result as it stands then. */
static gpointer
rate (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *info, *item, *response;

  g_variant_get (data, "(&s&s&s)", &info, &item, &response);
  return bearings_service_quality_rate_task (service, info, item, response, error)
           ? bearings_service_sittings_get_result (service, info, error)
           : NULL;
}

static gpointer
measure (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *info, *name;
  double value;

  g_variant_get (data, "(&s&sd)", &info, &name, &value);
  return bearings_service_outside_set (service, info, name, value, error)
           ? bearings_service_sittings_get_result (service, info, error)
           : NULL;
}

/* One thing at a time. Sinks @data. */
static void
say (BearingsResultBeside *self, const BearingsJob *job, GVariant *data)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  bearings_ask (self, self->service, job, g_variant_ref_sink (data), NULL, settle);
}

void
bearings_result_beside_rate (BearingsResultBeside *self, const char *item_id, const char *response)
{
  static const BearingsJob job = { rate, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) bearings_result_unref, BEARINGS_LANE_KEEP };

  g_return_if_fail (BEARINGS_IS_RESULT_BESIDE (self));
  say (self, &job, g_variant_new ("(sss)", self->result->info->id, item_id, response));
}

void
bearings_result_beside_set_measure (BearingsResultBeside *self, const char *name, double value)
{
  static const BearingsJob job = { measure, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) bearings_result_unref, BEARINGS_LANE_KEEP };

  g_return_if_fail (BEARINGS_IS_RESULT_BESIDE (self));
  say (self, &job, g_variant_new ("(ssd)", self->result->info->id, name, value));
}

static void
on_rated (BearingsResultBeside *self, const char *response, AdwDialog *dialog)
{
  bearings_result_beside_rate (self, g_object_get_data (G_OBJECT (dialog), ITEM_KEY), response);
}

static void
on_rate_clicked (BearingsResultBeside *self, GtkWidget *button)
{
  const GPtrArray *items = self->result->sitting->items;
  const char *id = g_object_get_data (G_OBJECT (button), ITEM_KEY);

  for (guint i = 0; i < items->len; i++) {
    const BearingsSittingItem *row = g_ptr_array_index (items, i);
    AdwDialog *dialog;

    if (!g_str_equal (row->item->record.id, id))
      continue;
    dialog = bearings_second_rating_dialog_new (row);
    g_object_set_data_full (G_OBJECT (dialog), ITEM_KEY, g_strdup (id), g_free);
    g_signal_connect_object (dialog, "rated", G_CALLBACK (on_rated), self, G_CONNECT_SWAPPED);
    adw_dialog_present (dialog, GTK_WIDGET (self));
  }
}

static GtkWidget *
task_row (BearingsResultBeside *self, const BearingsSittingItem *task)
{
  g_autofree char *text = bearings_beside_second_rating_text (task);
  GtkWidget *row =
    bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW, task->item->prompt,
                             text != NULL ? text : _ ("Nobody else has rated this answer."));
  GtkWidget *button =
    gtk_button_new_with_mnemonic (text != NULL ? _ ("_Rate Again…") : _ ("_Rate…"));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), ITEM_KEY, g_strdup (task->item->record.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_rate_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
on_remove_clicked (BearingsResultBeside *self, GtkWidget *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), NAME_KEY));

  bearings_result_beside_set_measure (self, name, NAN);
}

static GtkWidget *
measure_row (BearingsResultBeside *self, const char *name, const char *value)
{
  GtkWidget *row = bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW, name, value);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take Out"));
  g_object_set_data_full (G_OBJECT (button), NAME_KEY, g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
on_entered (BearingsResultBeside *self, const char *name, double value)
{
  bearings_result_beside_set_measure (self, name, value);
}

BEARINGS_DEFINE_JOB (list_names,
                     BEARINGS_LANE_READ,
                     g_free,
                     g_ptr_array_unref,
                     bearings_service_outside_list (self, data, error))

/* The names known are a help to whoever types one. */
static void
ask_measure (gpointer owner, gpointer answer, const GError *error)
{
  BearingsResultBeside *self = owner;
  g_autoptr (GPtrArray) names = answer;
  AdwDialog *dialog = bearings_measure_dialog_new (
    BEARINGS_MEASURE_VALUE, names != NULL && names->len > 0 ? names->pdata[0] : NULL);

  g_signal_connect_object (dialog, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_enter_activated (BearingsResultBeside *self)
{
  bearings_ask (self, self->service, &list_names, g_strdup (self->result->info->instrument), NULL,
                ask_measure);
}

static void
on_tasks_expanded (BearingsResultBeside *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  self->tasks_open = adw_expander_row_get_expanded (row);
}

static void
on_measures_expanded (BearingsResultBeside *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  self->measures_open = adw_expander_row_get_expanded (row);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GtkWidget *
tasks_row (BearingsResultBeside *self, const GPtrArray *tasks)
{
  guint n_rated = 0;
  GtkWidget *row;

  for (guint i = 0; i < tasks->len; i++)
    n_rated += ((BearingsSittingItem *) tasks->pdata[i])->second != NULL;
  row = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, _ ("Second Ratings"),
                                 n_rated == 0 ? _ ("Nobody else has rated an answer.")
                                 : n_rated < tasks->len
                                   ? _ ("Somebody else has rated some of the answers.")
                                   : _ ("Somebody else has rated every answer to a task."));
  for (guint i = 0; i < tasks->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), task_row (self, tasks->pdata[i]));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), self->tasks_open);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_tasks_expanded), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
measures_row (BearingsResultBeside *self, GHashTable *outside)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (outside);
  GtkWidget *enter =
    g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("Enter a Measure From Outside…"), NULL);
  GtkWidget *row;

  g_ptr_array_sort (names, compare_names);
  row = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, _ ("Measures From Outside"),
                                 names->len > 0 ? _ ("Entered for this sitting")
                                                : _ ("None: a grade, a work sample, a "
                                                     "supervisor’s rating"));
  for (guint i = 0; i < names->len; i++)
    adw_expander_row_add_row (
      ADW_EXPANDER_ROW (row),
      measure_row (self, names->pdata[i], g_hash_table_lookup (outside, names->pdata[i])));
  g_signal_connect_object (enter, "activated", G_CALLBACK (on_enter_activated), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), enter);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), self->measures_open);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_measures_expanded), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
counsellor_section (BearingsResultBeside *self, const BearingsSitting *sitting)
{
  GtkWidget *section = bearings_section_new (
    _ ("For the Counsellor"),
    _ ("Neither changes the result, and both are deleted with it. Where the answers joined the "
       "sample, they count in how well the assessment measures."));
  GtkWidget *list = bearings_rows_boxed_list_new ();
  g_autoptr (GPtrArray) tasks = bearings_beside_list_tasks (sitting);

  bearings_figure_context_set_origin (section, _ ("Entered here, by who rated or measured"));
  if (tasks->len > 0)
    gtk_list_box_append (GTK_LIST_BOX (list), tasks_row (self, tasks));
  gtk_list_box_append (GTK_LIST_BOX (list), measures_row (self, sitting->outside));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static GtkWidget *
notes_section (const BearingsSitting *sitting)
{
  g_autoptr (GPtrArray) noted = bearings_beside_list_noted (sitting);
  GtkWidget *section, *list;

  if (noted->len == 0)
    return NULL;
  section = bearings_section_new (_ ("What You Noted"),
                                  _ ("It stands in your own report, and goes nowhere else."));
  list = bearings_rows_boxed_list_new ();
  bearings_figure_context_set_origin (section, _ ("In the person’s own words"));
  for (guint i = 0; i < noted->len; i++) {
    const BearingsSittingItem *item = g_ptr_array_index (noted, i);
    GtkWidget *row =
      bearings_rows_plain_new (BEARINGS_TYPE_CITED_ROW, item->item->prompt, item->note);

    adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}

static void
fill (BearingsResultBeside *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  GtkWidget *notes = notes_section (self->result->sitting);

  if (notes != NULL)
    gtk_box_append (GTK_BOX (box), notes);
  gtk_box_append (GTK_BOX (box), counsellor_section (self, self->result->sitting));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
bearings_result_beside_finalize (GObject *object)
{
  BearingsResultBeside *self = BEARINGS_RESULT_BESIDE (object);

  g_clear_object (&self->service);
  g_clear_pointer (&self->result, bearings_result_unref);
  G_OBJECT_CLASS (bearings_result_beside_parent_class)->finalize (object);
}

static void
bearings_result_beside_class_init (BearingsResultBesideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_result_beside_finalize;
}

static void
bearings_result_beside_init (BearingsResultBeside *self)
{
}

GtkWidget *
bearings_result_beside_new (BearingsService *service, BearingsResult *result)
{
  BearingsResultBeside *self = g_object_new (BEARINGS_TYPE_RESULT_BESIDE, NULL);

  self->service = g_object_ref (service);
  self->result = bearings_result_ref (result);
  fill (self);
  return GTK_WIDGET (self);
}
