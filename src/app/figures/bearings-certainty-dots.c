/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty as four dots, of which as many are filled as there are steps of certainty. */

#include "bearings-certainty-dots.h"

#define N_DOTS BEARINGS_CERTAINTY_HIGH
#define DIAMETER 8
#define GAP 3
#define EMPTY_ALPHA 0.22f

/* One painted widget and not a box a dot: hundreds of rows change theirs while somebody scrolls. */
struct _BearingsCertaintyDots {
  GtkWidget parent_instance;

  BearingsCertainty certainty;
};

G_DEFINE_FINAL_TYPE (BearingsCertaintyDots, bearings_certainty_dots, GTK_TYPE_WIDGET)

static void
bearings_certainty_dots_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  *minimum = *natural =
    orientation == GTK_ORIENTATION_HORIZONTAL ? N_DOTS * DIAMETER + (N_DOTS - 1) * GAP : DIAMETER;
  *minimum_baseline = *natural_baseline = -1;
}

static void
bearings_certainty_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BearingsCertaintyDots *self = BEARINGS_CERTAINTY_DOTS (widget);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float top = (float) (gtk_widget_get_height (widget) - DIAMETER) / 2;
  GdkRGBA full, empty;

  gtk_widget_get_color (widget, &full);
  empty = full;
  empty.alpha *= EMPTY_ALPHA;
  for (guint i = 0; i < N_DOTS; i++) {
    guint place = backwards ? N_DOTS - 1 - i : i;
    graphene_rect_t box =
      GRAPHENE_RECT_INIT ((float) (place * (DIAMETER + GAP)), top, DIAMETER, DIAMETER);
    GskRoundedRect round;

    gsk_rounded_rect_init_from_rect (&round, &box, DIAMETER / 2.0f);
    gtk_snapshot_push_rounded_clip (snapshot, &round);
    gtk_snapshot_append_color (snapshot, i < (guint) self->certainty ? &full : &empty, &box);
    gtk_snapshot_pop (snapshot);
  }
}

static void
bearings_certainty_dots_class_init (BearingsCertaintyDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bearings_certainty_dots_measure;
  widget_class->snapshot = bearings_certainty_dots_snapshot;
  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bearings_certainty_dots_init (BearingsCertaintyDots *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bearings_certainty_dots_new (void)
{
  return g_object_new (BEARINGS_TYPE_CERTAINTY_DOTS, NULL);
}

void
bearings_certainty_dots_set (BearingsCertaintyDots *self, BearingsCertainty certainty)
{
  g_return_if_fail (BEARINGS_IS_CERTAINTY_DOTS (self));
  if (certainty == self->certainty)
    return;
  self->certainty = certainty;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
