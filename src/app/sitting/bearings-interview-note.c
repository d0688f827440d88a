/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In an interview: what whoever asks does with the item on the screen. */

#include "bearings-interview-note.h"

#include <glib/gi18n-lib.h>

#include "bearings-interview.h"

struct _BearingsInterviewNote {
  GtkBox parent_instance;

  GtkWidget *advice;
};

G_DEFINE_FINAL_TYPE (BearingsInterviewNote, bearings_interview_note, GTK_TYPE_BOX)

static void
bearings_interview_note_class_init (BearingsInterviewNoteClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NOTE);
}

static GtkWidget *
label_new (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                       "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
}

static void
bearings_interview_note_init (BearingsInterviewNote *self)
{
  GtkWidget *title = label_new (_ ("Interview"));

  self->advice = label_new ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "remark");
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), self->advice);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
bearings_interview_note_set_item (BearingsInterviewNote *self,
                                  const BearingsSitting *sitting,
                                  const BearingsItem *item)
{
  gboolean interview = bearings_interview_is (sitting);

  g_return_if_fail (BEARINGS_IS_INTERVIEW_NOTE (self));
  gtk_widget_set_visible (GTK_WIDGET (self), interview);
  if (interview)
    gtk_label_set_label (GTK_LABEL (self->advice), bearings_interview_advice (item));
}
