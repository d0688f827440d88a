/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popular claim that does not survive tracing, hop by hop. */

#include "bearings-register-entry-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-figure-text.h"
#include "bearings-format.h"
#include "bearings-reading-text.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-claims.h"
#include "bearings-trace-view.h"
#include "bearings-two-readings.h"
#include "bearings-words.h"

struct _BearingsRegisterEntryPage {
  BearingsPage parent_instance;

  char *id;

  GtkLabel *wording_label;
  AdwWrapBox *verdict_box;
  GtkLabel *verdict_label;
  BearingsReadingText *reading;
  BearingsSection *trace_section;
  BearingsSection *search_section;
  BearingsSection *claims_section;
  BearingsSection *note_section;
};

G_DEFINE_FINAL_TYPE (BearingsRegisterEntryPage, bearings_register_entry_page, BEARINGS_TYPE_PAGE)

static const char *
primary_text (int found)
{
  switch (found) {
  case BEARINGS_YES:
    return _ ("Primary source found");
  case BEARINGS_NO:
    return _ ("Origin not found");
  default:
    return _ ("Whether there is a primary source is not known");
  }
}

static void
show_claims (BearingsRegisterEntryPage *self, GPtrArray *claims)
{
  GtkWidget *list;

  bearings_section_clear (self->claims_section);
  gtk_widget_set_visible (GTK_WIDGET (self->claims_section), claims->len > 0);
  if (claims->len == 0)
    return;
  list = bearings_rows_boxed_list_new ();
  for (guint i = 0; i < claims->len; i++) {
    const BearingsClaim *claim = claims->pdata[i];
    gtk_list_box_append (GTK_LIST_BOX (list),
                         bearings_rows_link_new (claim->statement,
                                                 bearings_words_design_title (claim->design),
                                                 BEARINGS_RECORD_CLAIM, claim->record.id, NULL));
  }
  bearings_section_append (self->claims_section, list);
}

static void
show_trace (BearingsRegisterEntryPage *self, const BearingsTrace *trace)
{
  bearings_section_clear (self->trace_section);
  bearings_section_append (self->trace_section, bearings_trace_view_new (trace));
}

static void
show_search (BearingsRegisterEntryPage *self, const BearingsRegisterEntry *entry)
{
  g_autofree char *date = entry->searched != NULL ? bearings_format_date (entry->searched) : NULL;
  GtkWidget *list = bearings_rows_boxed_list_new ();

  bearings_section_clear (self->search_section);
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (_ ("Last searched"), date));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       bearings_rows_property_new (_ ("What was searched"), entry->where));
  bearings_section_append (self->search_section, list);
}

static void
apply_state (BearingsRegisterEntryPage *self,
             const BearingsRegisterPage *page,
             const BearingsTrace *trace)
{
  const BearingsRegisterEntry *entry = page->entry;
  /* Translators: a popular wording, in quotation marks. */
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), entry->popular_wording);
  g_autofree char *plain = bearings_two_readings_register (entry, BEARINGS_READING_PLAIN);
  g_autofree char *technical = bearings_two_readings_register (entry, BEARINGS_READING_TECHNICAL);
  GtkWidget *child;

  bearings_reading_text_set (self->reading, plain, technical);
  bearings_figure_context_set_origin (
    GTK_WIDGET (self),
    _ ("A popular saying. Where it comes from, hop by hop, stands on this page."));
  bearings_figure_text_set_label (self->wording_label, quoted);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->verdict_box))) != NULL)
    adw_wrap_box_remove (self->verdict_box, child);
  adw_wrap_box_append (
    self->verdict_box,
    bearings_rows_chip_new (bearings_words_verdict_title (entry->verdict), "warning"));
  adw_wrap_box_append (self->verdict_box,
                       bearings_rows_chip_new (primary_text (entry->primary_found), NULL));
  bearings_figure_text_set_label (self->verdict_label,
                                  entry->verdict_note != NULL ? entry->verdict_note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_label), entry->verdict_note != NULL);

  show_trace (self, trace);
  show_search (self, entry);
  bearings_section_set_description (self->note_section, entry->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_section), entry->note != NULL);
  show_claims (self, page->claims);
}

/* What the page shows. */
typedef struct {
  BearingsRegisterPage *page;
  BearingsTrace *trace;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->page, bearings_register_page_free);
  g_clear_pointer (&answer->trace, bearings_trace_free);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (BearingsService *service, gpointer id, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->page = bearings_service_claims_get_register_page (service, id, error);
  if (answer->page != NULL)
    answer->trace = bearings_service_trace_get (service, BEARINGS_RECORD_REGISTER_ENTRY, id, error);
  return answer->trace != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_answer (gpointer page, gpointer data)
{
  g_autoptr (Answer) answer = data;

  apply_state (page, answer->page, answer->trace);
}

static void
bearings_register_entry_page_load (BearingsPage *page)
{
  static const BearingsJob job = { read_answer, g_free, (GDestroyNotify) answer_free,
                                   BEARINGS_LANE_READ };

  bearings_ask_for_page (page, &job, g_strdup (BEARINGS_REGISTER_ENTRY_PAGE (page)->id),
                         show_answer);
}

static void
bearings_register_entry_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_REGISTER_ENTRY_PAGE);
  g_clear_pointer (&BEARINGS_REGISTER_ENTRY_PAGE (object)->id, g_free);
  G_OBJECT_CLASS (bearings_register_entry_page_parent_class)->dispose (object);
}

static void
bearings_register_entry_page_class_init (BearingsRegisterEntryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_register_entry_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_register_entry_page_load;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  g_type_ensure (BEARINGS_TYPE_READING_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/evidence/bearings-register-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, wording_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, reading);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, trace_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, search_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, claims_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsRegisterEntryPage, note_section);
}

static void
bearings_register_entry_page_init (BearingsRegisterEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_page_offer_readings (BEARINGS_PAGE (self));
}

GtkWidget *
bearings_register_entry_page_new (BearingsService *service, const char *id)
{
  BearingsRegisterEntryPage *self =
    g_object_new (BEARINGS_TYPE_REGISTER_ENTRY_PAGE, "service", service, NULL);

  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}
