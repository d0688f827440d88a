/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument that can be begun. */

#include "bearings-instrument-card.h"

#include <glib/gi18n-lib.h>

struct _BearingsInstrumentCard {
  GtkButton parent_instance;

  GtkLabel *title_label;
  GtkLabel *scales_label;
  GtkLabel *minutes_label;
};

G_DEFINE_FINAL_TYPE (BearingsInstrumentCard, bearings_instrument_card, GTK_TYPE_BUTTON)

/* "5 scales: Reading code, Tooling" */
static char *
scales_text (const BearingsInstrument *instrument)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  g_autofree char *list = NULL;
  guint n = instrument->scales->len;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, ((BearingsScale *) instrument->scales->pdata[i])->title);
  titles = g_strv_builder_end (builder);
  /* Translators: stands between the names of a list. */
  list = g_strjoinv (_ (", "), titles);
  /* Translators: number of scales, their names. */
  return g_strdup_printf (ngettext ("%u scale: %s", "%u scales: %s", n), n, list);
}

static char *
minutes_text (const BearingsInstrument *instrument)
{
  int low = (int) instrument->minutes_low, high = (int) instrument->minutes_high;

  if (!bearings_record_integer_is_set (instrument->minutes_low) ||
      !bearings_record_integer_is_set (instrument->minutes_high))
    return NULL;
  if (low == high)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", low), low);
  /* Translators: shortest and longest time of an assessment. */
  return g_strdup_printf (ngettext ("%d to %d minute", "%d to %d minutes", high), low, high);
}

static void
bearings_instrument_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_INSTRUMENT_CARD);
  G_OBJECT_CLASS (bearings_instrument_card_parent_class)->dispose (object);
}

static void
bearings_instrument_card_class_init (BearingsInstrumentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_instrument_card_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/sitting/bearings-instrument-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsInstrumentCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsInstrumentCard, scales_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsInstrumentCard, minutes_label);
}

static void
bearings_instrument_card_init (BearingsInstrumentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bearings_instrument_card_new (const BearingsInstrument *instrument)
{
  BearingsInstrumentCard *self = g_object_new (BEARINGS_TYPE_INSTRUMENT_CARD, NULL);
  g_autofree char *scales = scales_text (instrument);
  g_autofree char *minutes = minutes_text (instrument);

  gtk_label_set_label (self->title_label, instrument->title);
  gtk_label_set_label (self->scales_label, scales);
  gtk_widget_set_visible (GTK_WIDGET (self->scales_label), instrument->scales->len > 0);
  gtk_label_set_label (self->minutes_label, minutes != NULL ? minutes : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->minutes_label)),
                          minutes != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  instrument->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, scales,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", instrument->record.id);
  return GTK_WIDGET (self);
}
