/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the library, cheap enough to be bound while somebody scrolls. */

#include "bearings-library-row-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-certainty-dots.h"
#include "bearings-words.h"

/* Inscriptions and not labels: their size does not depend on their text, so that rows that come
 * into view are not measured. */
struct _BearingsLibraryRowView {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *check;
  GtkWidget *title;
  GtkWidget *caption;
  GtkWidget *certainty;
  GtkWidget *dots;
  GtkWidget *word;
};

G_DEFINE_FINAL_TYPE (BearingsLibraryRowView, bearings_library_row_view, GTK_TYPE_WIDGET)

static void
set_lines (GtkWidget *inscription, guint lines)
{
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (inscription), lines);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (inscription), lines);
}

static GtkWidget *
inscription_new (guint lines)
{
  GtkWidget *widget = gtk_inscription_new (NULL);

  set_lines (widget, lines);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (widget), 12);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (widget), 60);
  /* Statements in a language of the other direction begin where the rest of the row does. */
  gtk_inscription_set_xalign (GTK_INSCRIPTION (widget),
                              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1 : 0);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (widget), 0);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (widget), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (widget),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (widget, TRUE);
  return widget;
}

static void
bearings_library_row_view_dispose (GObject *object)
{
  g_clear_pointer (&BEARINGS_LIBRARY_ROW_VIEW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bearings_library_row_view_parent_class)->dispose (object);
}

static void
bearings_library_row_view_class_init (BearingsLibraryRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_library_row_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "libraryrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bearings_library_row_view_init (BearingsLibraryRowView *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->check = gtk_check_button_new ();
  self->title = inscription_new (2);
  self->caption = inscription_new (1);
  self->certainty = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->dots = bearings_certainty_dots_new ();
  self->word = inscription_new (1);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->check, FALSE);
  /* The row is what is activated; the mark only shows. */
  gtk_widget_set_can_target (self->check, FALSE);
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_widget_add_css_class (self->caption, "dim-label");
  gtk_widget_add_css_class (self->word, "caption");
  gtk_box_append (GTK_BOX (self->certainty), self->dots);
  gtk_box_append (GTK_BOX (self->certainty), self->word);
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->caption);
  gtk_box_append (GTK_BOX (texts), self->certainty);
  gtk_box_append (GTK_BOX (self->box), self->check);
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
bearings_library_row_view_new (void)
{
  return g_object_new (BEARINGS_TYPE_LIBRARY_ROW_VIEW, NULL);
}

/* What the words found stand in, before what the row is. */
static char *
caption_text (BearingsLibraryRow *row, const char *search)
{
  g_autofree char *caption = bearings_library_row_caption (row);
  g_autofree char *found = search != NULL ? bearings_library_row_found (row, search) : NULL;

  return found != NULL ? g_strdup_printf ("%s · %s", found, caption) : g_steal_pointer (&caption);
}

static PangoAttrList *
marks (const char *text, const char *search)
{
  g_autoptr (GArray) found = bearings_library_find_words (text, search);
  PangoAttrList *list;

  if (found->len == 0)
    return NULL;
  list = pango_attr_list_new ();
  for (guint i = 0; i < found->len; i += 2) {
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

    bold->start_index = line->start_index = g_array_index (found, guint, i);
    bold->end_index = line->end_index = g_array_index (found, guint, i + 1);
    pango_attr_list_insert (list, bold);
    pango_attr_list_insert (list, line);
  }
  return list;
}

static void
show_marked (GtkWidget *inscription, const char *text, const char *search)
{
  PangoAttrList *attributes = search != NULL ? marks (text, search) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (inscription), attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

void
bearings_library_row_view_set_row (BearingsLibraryRowView *self,
                                   BearingsLibraryRow *row,
                                   const char *search,
                                   gboolean selecting,
                                   gboolean selected)
{
  g_autofree char *caption = caption_text (row, search);

  show_marked (self->title, row->title != NULL ? row->title : "", search);
  show_marked (self->caption, caption, search);
  gtk_widget_set_visible (self->certainty, row->certainty != 0);
  bearings_certainty_dots_set (BEARINGS_CERTAINTY_DOTS (self->dots), row->certainty);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->word),
                            row->certainty != 0 ? bearings_words_certainty_title (row->certainty)
                                                : "");
  gtk_widget_set_visible (self->check, selecting);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), selected);
}

void
bearings_library_row_view_set_narrow (BearingsLibraryRowView *self, gboolean narrow)
{
  set_lines (self->title, narrow ? 4 : 2);
  set_lines (self->caption, narrow ? 2 : 1);
}
