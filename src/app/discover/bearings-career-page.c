/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A role or an occupation as a career: outlook, pay, skills, neighbours. */

#include "bearings-career-page.h"

#include <glib/gi18n-lib.h>

#include "bearings-career-state.h"
#include "bearings-figure-label.h"
#include "bearings-figure-text.h"
#include "bearings-pay-view.h"
#include "bearings-plot-view.h"
#include "bearings-reading-text.h"
#include "bearings-register-banner.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-career.h"
#include "bearings-skill-row.h"
#include "bearings-two-readings.h"

#define TITLES_SHOWN 3
#define SKILLS_SHOWN 12
#define RELATED_SHOWN 8

struct _BearingsCareerPage {
  BearingsPage parent_instance;

  BearingsRecordKind kind;
  char *id;
  BearingsCareer *career;

  GtkLabel *title_label;
  GtkLabel *caption_label;
  GtkLabel *summary_label;
  BearingsReadingText *reading;
  GtkBox *known_as_box;
  BearingsSection *work_section;
  BearingsSection *occupations_section;
  BearingsSection *outlook_section;
  BearingsSection *pay_section;
  GtkSearchEntry *skill_entry;
  BearingsSection *technologies_section;
  GtkBox *technologies_box;
  GtkBox *shares_box;
  BearingsSection *ratings_section;
  GtkBox *ratings_box;
  BearingsSection *roles_section;
  BearingsSection *related_section;
};

G_DEFINE_FINAL_TYPE (BearingsCareerPage, bearings_career_page, BEARINGS_TYPE_PAGE)

static BearingsSource *
source_of (BearingsCareerPage *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->career->sources, id) : NULL;
}

static void
take_figure (GtkWidget *box,
             BearingsFigureStyle style,
             BearingsFigure *figure,
             BearingsSource *source)
{
  gtk_box_append (GTK_BOX (box), bearings_figure_label_new (style, figure, source));
  bearings_record_struct_free (&bearings_figure_type, figure);
}

static void
show_known_as (BearingsCareerPage *self)
{
  const GPtrArray *titles = self->career->role != NULL ? self->career->role->alternate_titles
                                                       : self->career->occupation->alternate_titles;
  g_autofree char *summary = bearings_career_state_known_as (titles, TITLES_SHOWN);
  g_autofree char *all = NULL;
  GtkWidget *list;
  GtkWidget *expander;
  GtkWidget *text;

  if (summary == NULL)
    return;
  list = bearings_rows_boxed_list_new ();
  expander = bearings_rows_plain_new (ADW_TYPE_EXPANDER_ROW, _ ("Also known as"), summary);
  all = bearings_career_state_known_as (titles, titles->len);
  text = bearings_rows_paragraph_new (all);
  gtk_widget_set_margin_top (text, 12);
  gtk_widget_set_margin_bottom (text, 12);
  gtk_widget_set_margin_start (text, 12);
  gtk_widget_set_margin_end (text, 12);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), text);
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Other titles"), -1);
  gtk_box_append (self->known_as_box, list);
}

static void
show_work (BearingsCareerPage *self)
{
  const BearingsWorkDescription *work = self->career->work;
  g_autofree char *about = NULL;
  GtkWidget *list;
  GtkWidget *origin;

  gtk_widget_set_visible (GTK_WIDGET (self->work_section),
                          work != NULL && work->activities->len > 0);
  if (work == NULL || work->activities->len == 0)
    return;
  if (self->career->role != NULL)
    /* Translators: title of an occupation. */
    about = g_strdup_printf (_ ("As in the occupation %s."), self->career->occupation->title);
  bearings_section_set_description (self->work_section, about);
  list = bearings_rows_boxed_list_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What people do"), -1);
  for (guint i = 0; i < work->activities->len; i++) {
    GtkWidget *row =
      bearings_rows_plain_new (ADW_TYPE_ACTION_ROW, work->activities->pdata[i], NULL);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  bearings_section_append (self->work_section, list);
  origin = bearings_rows_boxed_list_new ();
  for (guint i = 0; i < work->sources->len; i++) {
    BearingsSource *source = source_of (self, work->sources->pdata[i]);
    if (source != NULL)
      gtk_list_box_append (GTK_LIST_BOX (origin),
                           bearings_rows_link_new (_ ("Where the facts are from"), source->title,
                                                   BEARINGS_RECORD_SOURCE, source->record.id,
                                                   NULL));
  }
  bearings_section_append (self->work_section, origin);
}

static void
show_occupations (BearingsCareerPage *self)
{
  BearingsRole *role = self->career->role;
  GtkWidget *list;

  gtk_widget_set_visible (GTK_WIDGET (self->occupations_section), role != NULL);
  if (role == NULL)
    return;
  list = bearings_rows_boxed_list_new ();
  for (guint i = 0; i < self->career->occupations->len; i++) {
    BearingsOccupation *occupation = self->career->occupations->pdata[i];
    const char *note = occupation->record.id;

    for (guint j = 0; j < role->occupations->len; j++) {
      const BearingsRoleOccupation *mapped = role->occupations->pdata[j];
      if (g_str_equal (mapped->occupation, occupation->record.id) && mapped->note != NULL)
        note = mapped->note;
    }
    gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_link_new (occupation->title, note,
                                                                      BEARINGS_RECORD_OCCUPATION,
                                                                      occupation->record.id, NULL));
  }
  bearings_section_append (self->occupations_section, list);
}

static void
show_projection (BearingsCareerPage *self, BearingsProjection *projection)
{
  BearingsSource *source = source_of (self, projection->source);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (projection->title);
  GtkWidget *figures = adw_wrap_box_new ();
  g_autofree char *caption = bearings_career_state_outlook_caption (projection, source);
  GtkWidget *note = bearings_rows_paragraph_new (caption);
  BearingsFigure *all[] = {
    bearings_career_state_projected_change_figure (projection),
    bearings_career_state_projected_openings_figure (projection),
    bearings_career_state_projected_employment_figure (projection, FALSE),
    bearings_career_state_projected_employment_figure (projection, TRUE),
  };
  const char *const titles[] = {
    _ ("Projected change"),
    _ ("Projected openings"),
    _ ("Employment at the start"),
    _ ("Employment projected"),
  };

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (figures), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (figures), 12);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *name = gtk_label_new (titles[i]);

    gtk_label_set_xalign (GTK_LABEL (name), 0);
    gtk_widget_add_css_class (name, "caption");
    gtk_widget_add_css_class (name, "dim-label");
    gtk_box_append (GTK_BOX (cell), name);
    take_figure (cell, BEARINGS_FIGURE_CELL, all[i], source);
    adw_wrap_box_append (ADW_WRAP_BOX (figures), cell);
  }
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (note, "caption");
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), figures);
  gtk_box_append (GTK_BOX (card), note);
  bearings_section_append (self->outlook_section, card);
}

/* Takes the plot; a career may have nothing to draw. */
static void
add_plot (BearingsSection *section, BearingsPlot *plot)
{
  if (plot == NULL)
    return;
  bearings_section_append (section, bearings_plot_view_new (plot));
  bearings_plot_unref (plot);
}

static void
show_outlook (BearingsCareerPage *self, const GPtrArray *packs)
{
  GPtrArray *projections = self->career->projections;

  add_plot (self->outlook_section, bearings_plot_for_outlook (self->career, packs));
  for (guint i = 0; i < projections->len; i++)
    show_projection (self, projections->pdata[i]);
  if (projections->len == 0)
    bearings_section_set_description (self->outlook_section,
                                      _ ("No projection is published for this occupation."));
}

static void
show_pay (BearingsCareerPage *self, const GPtrArray *packs)
{
  GPtrArray *wages = self->career->wages;
  BearingsPlot *plot = bearings_plot_for_pay (self->career, packs);

  if (plot == NULL) {
    bearings_section_set_description (self->pay_section,
                                      _ ("No pay is published for this occupation."));
    return;
  }
  add_plot (self->pay_section, plot);
  for (guint i = 0; i < wages->len; i++) {
    BearingsWage *wage = wages->pdata[i];
    bearings_section_append (self->pay_section,
                             bearings_pay_view_new (wage, source_of (self, wage->source)));
  }
}

static GtkWidget *
skill_row (gpointer item, gpointer user_data)
{
  BearingsCareerPage *self = user_data;

  return bearings_skill_row_new (item, self->kind, self->id, bearings_career_title (self->career),
                                 self->career->sources);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_skills (BearingsCareerPage *self, GtkBox *box, GPtrArray *skills, const char *title)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->skill_entry));
  g_autoptr (GPtrArray) kept = bearings_career_state_filter_skills (skills, text);
  GtkWidget *list;

  clear_box (box);
  if (skills->len == 0)
    return;
  if (kept->len == 0) {
    /* Translators: nothing in a list has the words searched for. */
    GtkWidget *nothing = gtk_label_new (_ ("Nothing here has these words."));
    gtk_label_set_xalign (GTK_LABEL (nothing), 0);
    gtk_widget_add_css_class (nothing, "dim-label");
    gtk_box_append (box, nothing);
    return;
  }
  list = bearings_rows_boxed_list_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  bearings_rows_fill_list (GTK_LIST_BOX (list), kept, SKILLS_SHOWN, skill_row, self, NULL);
  gtk_box_append (box, list);
}

static void
show_skills (BearingsCareerPage *self)
{
  g_autofree char *missing = bearings_career_state_ratings_missing (self->career);

  fill_skills (self, self->technologies_box, self->career->technologies, _ ("Technologies"));
  fill_skills (self, self->ratings_box, self->career->ratings, _ ("Skills and knowledge"));
  if (self->career->technologies->len == 0)
    bearings_section_set_description (self->technologies_section,
                                      _ ("The installed data lists no technologies here."));
  if (missing != NULL)
    bearings_section_set_description (self->ratings_section, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->skill_entry),
                          self->career->technologies->len + self->career->ratings->len > 0);
}

static void
show_shares (BearingsCareerPage *self, const GPtrArray *packs)
{
  g_autoptr (BearingsPlot) plot = bearings_plot_for_postings (self->career, packs);

  clear_box (self->shares_box);
  if (plot != NULL)
    gtk_box_append (self->shares_box, bearings_plot_view_new (plot));
}

static void
on_skill_search_changed (BearingsCareerPage *self)
{
  if (self->career != NULL)
    show_skills (self);
}

static gboolean
bearings_career_page_search (BearingsPage *page)
{
  GtkWidget *entry = GTK_WIDGET (BEARINGS_CAREER_PAGE (page)->skill_entry);

  return gtk_widget_get_mapped (entry) && gtk_widget_grab_focus (entry);
}

static GtkWidget *
hit_row (gpointer item, gpointer user_data)
{
  return bearings_rows_link_new (bearings_hit_get_title (item), bearings_hit_get_subtitle (item),
                                 bearings_hit_get_kind (item), bearings_hit_get_id (item), NULL);
}

static void
show_hits (BearingsSection *section, GPtrArray *hits)
{
  GtkWidget *list;

  gtk_widget_set_visible (GTK_WIDGET (section), hits->len > 0);
  if (hits->len == 0)
    return;
  list = bearings_rows_boxed_list_new ();
  bearings_rows_fill_list (GTK_LIST_BOX (list), hits, RELATED_SHOWN, hit_row, NULL, NULL);
  bearings_section_append (section, list);
}

static void
clear (BearingsCareerPage *self)
{
  BearingsSection *sections[] = {
    self->work_section, self->occupations_section, self->outlook_section,
    self->pay_section,  self->roles_section,       self->related_section,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    bearings_section_clear (sections[i]);
  clear_box (self->known_as_box);
}

/* Popular figures on demand, pay or the career itself that do not survive tracing. */
static void
show_register (BearingsCareerPage *self)
{
  GtkWidget *banner = bearings_register_banner_new (self->career->register_entries);

  if (banner != NULL)
    bearings_section_append (self->pay_section, banner);
}

static void
apply_state (BearingsCareerPage *self)
{
  const BearingsCareer *career = self->career;
  const char *title = bearings_career_title (career);
  const char *summary = bearings_career_summary (career);
  g_autofree char *caption = bearings_career_state_caption (career);
  GPtrArray *packs = career->packs;
  g_autofree char *plain = bearings_two_readings_career (BEARINGS_READING_PLAIN);
  g_autofree char *technical = bearings_two_readings_career (BEARINGS_READING_TECHNICAL);

  clear (self);
  bearings_reading_text_set (self->reading, plain, technical);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_text (self->title_label, title);
  bearings_figure_context_set_computation (
    GTK_WIDGET (self->caption_label), _ ("Counted: the occupations that the role is mapped to."));
  bearings_figure_text_set_label (self->caption_label, caption);
  bearings_figure_text_set_label (self->summary_label, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), summary != NULL);
  show_known_as (self);
  show_work (self);
  show_occupations (self);
  show_outlook (self, packs);
  show_pay (self, packs);
  show_register (self);
  show_skills (self);
  show_shares (self, packs);
  show_hits (self->roles_section, career->roles);
  show_hits (self->related_section, career->related);
  bearings_page_show_content (BEARINGS_PAGE (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsCareerPage) self = data;
  g_autoptr (GError) error = NULL;
  BearingsCareer *career =
    bearings_service_career_get_finish (BEARINGS_SERVICE (source), result, &error);

  if (career == NULL) {
    bearings_page_show_error (BEARINGS_PAGE (self), error);
    return;
  }
  g_clear_pointer (&self->career, bearings_career_free);
  self->career = career;
  if (self->title_label != NULL)
    apply_state (self);
}

static void
bearings_career_page_load (BearingsPage *page)
{
  BearingsCareerPage *self = BEARINGS_CAREER_PAGE (page);

  bearings_service_career_get_async (bearings_page_get_service (page), self->kind, self->id,
                                     bearings_page_begin (page), on_loaded, g_object_ref (self));
}

static void
bearings_career_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_CAREER_PAGE);
  G_OBJECT_CLASS (bearings_career_page_parent_class)->dispose (object);
}

static void
bearings_career_page_finalize (GObject *object)
{
  BearingsCareerPage *self = BEARINGS_CAREER_PAGE (object);

  g_clear_pointer (&self->career, bearings_career_free);
  g_free (self->id);
  G_OBJECT_CLASS (bearings_career_page_parent_class)->finalize (object);
}

static void
bearings_career_page_class_init (BearingsCareerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_career_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bearings_career_page_finalize;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_career_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_career_page_search;

  g_type_ensure (BEARINGS_TYPE_SECTION);
  g_type_ensure (BEARINGS_TYPE_READING_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/discover/bearings-career-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, caption_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, reading);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, known_as_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, work_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, occupations_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, outlook_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, pay_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, technologies_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, skill_entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, technologies_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, shares_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, ratings_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, ratings_box);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, roles_section);
  gtk_widget_class_bind_template_child (widget_class, BearingsCareerPage, related_section);
  gtk_widget_class_bind_template_callback (widget_class, on_skill_search_changed);
}

static void
bearings_career_page_init (BearingsCareerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bearings_page_offer_readings (BEARINGS_PAGE (self));
}

GtkWidget *
bearings_career_page_new (BearingsService *service, BearingsRecordKind kind, const char *id)
{
  BearingsCareerPage *self = g_object_new (BEARINGS_TYPE_CAREER_PAGE, "service", service, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}
