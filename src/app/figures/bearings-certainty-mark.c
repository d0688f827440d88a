/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certainty as four dots and a word; activating it opens the rules it was made by. */

#include "bearings-certainty-mark.h"

#include <glib/gi18n-lib.h>

#include "bearings-certainty-dots.h"
#include "bearings-rules-dialog.h"
#include "bearings-words.h"

struct _BearingsCertaintyMark {
  GtkButton parent_instance;

  BearingsEvidence *evidence;
  BearingsClaim *claim;

  GtkWidget *dots;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (BearingsCertaintyMark, bearings_certainty_mark, GTK_TYPE_BUTTON)

static void
bearings_certainty_mark_clicked (GtkButton *button)
{
  BearingsCertaintyMark *self = BEARINGS_CERTAINTY_MARK (button);
  g_autoptr (GPtrArray) account = NULL;

  if (self->evidence != NULL)
    account = bearings_certainty_rules_evidence_account (self->evidence);
  else if (self->claim != NULL)
    account = bearings_certainty_rules_claim_account (self->claim);
  adw_dialog_present (bearings_rules_dialog_new (account), GTK_WIDGET (self));
}

static void
bearings_certainty_mark_finalize (GObject *object)
{
  BearingsCertaintyMark *self = BEARINGS_CERTAINTY_MARK (object);

  g_clear_object (&self->evidence);
  g_clear_pointer (&self->claim, bearings_record_unref);
  G_OBJECT_CLASS (bearings_certainty_mark_parent_class)->finalize (object);
}

static void
bearings_certainty_mark_class_init (BearingsCertaintyMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_certainty_mark_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = bearings_certainty_mark_clicked;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "certainty");
}

static void
bearings_certainty_mark_init (BearingsCertaintyMark *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_button_set_can_shrink (GTK_BUTTON (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Why, by Which Rules"));
  self->dots = bearings_certainty_dots_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (box), self->dots);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_button_set_child (GTK_BUTTON (self), box);
}

GtkWidget *
bearings_certainty_mark_new (BearingsCertainty certainty)
{
  BearingsCertaintyMark *self = g_object_new (BEARINGS_TYPE_CERTAINTY_MARK, NULL);

  bearings_certainty_mark_set (self, certainty);
  return GTK_WIDGET (self);
}

void
bearings_certainty_mark_set (BearingsCertaintyMark *self, BearingsCertainty certainty)
{
  g_return_if_fail (BEARINGS_IS_CERTAINTY_MARK (self));
  gtk_widget_set_visible (GTK_WIDGET (self), certainty != 0);
  bearings_certainty_dots_set (BEARINGS_CERTAINTY_DOTS (self->dots), certainty);
  if (certainty == 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->label), bearings_words_certainty_title (certainty));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bearings_words_certainty_title (certainty), -1);
}

void
bearings_certainty_mark_set_evidence (BearingsCertaintyMark *self, BearingsEvidence *evidence)
{
  g_return_if_fail (BEARINGS_IS_CERTAINTY_MARK (self));
  g_set_object (&self->evidence, evidence);
}

void
bearings_certainty_mark_set_claim (BearingsCertaintyMark *self, BearingsClaim *claim)
{
  g_return_if_fail (BEARINGS_IS_CERTAINTY_MARK (self));
  g_clear_pointer (&self->claim, bearings_record_unref);
  self->claim = claim != NULL ? bearings_record_ref (claim) : NULL;
}
