/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a sentence to its primary source, with what differs at each step. */

#include "bearings-trace-view.h"

#include <glib/gi18n-lib.h>

#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-loading-view.h"
#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-source-state.h"

static GtkWidget *
rail_part (const char *css_name, gboolean expand)
{
  return g_object_new (GTK_TYPE_BOX, "css-name", css_name, "halign", GTK_ALIGN_CENTER, "vexpand",
                       expand, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* A dot on a line that runs through from the step before to the step after. */
static GtkWidget *
rail_new (gboolean first, gboolean last, gboolean origin)
{
  GtkWidget *rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = rail_part ("rail", FALSE);
  GtkWidget *below = rail_part ("rail", TRUE);

  gtk_widget_set_size_request (above, -1, 8);
  gtk_widget_set_opacity (above, first ? 0 : 1);
  gtk_widget_set_opacity (below, last ? 0 : 1);
  gtk_box_append (GTK_BOX (rail), above);
  gtk_box_append (GTK_BOX (rail), rail_part (origin ? "origin" : "hop", FALSE));
  gtk_box_append (GTK_BOX (rail), below);
  return rail;
}

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = bearings_rows_paragraph_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* A chip whose figures lead to where they are from. */
static GtkWidget *
mark_new (const char *text, const char *css_class)
{
  GtkWidget *mark = bearings_rows_paragraph_new (text);

  gtk_widget_remove_css_class (mark, "reading");
  gtk_widget_add_css_class (mark, "chip");
  if (css_class != NULL)
    gtk_widget_add_css_class (mark, css_class);
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  return mark;
}

static void
add_quotes (GtkBox *box, const BearingsTraceStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label;

  if (step->quotes->len == 0) {
    if (step->kind == BEARINGS_STEP_SOURCE)
      gtk_box_append (box, caption_new (_ ("Its own words are not on record here.")));
    return;
  }
  for (guint i = 0; i < step->quotes->len; i++)
    g_string_append_printf (text, "%s“%s”", i > 0 ? "   " : "", (char *) step->quotes->pdata[i]);
  label = bearings_rows_paragraph_new (text->str);
  gtk_widget_add_css_class (label, "quotation");
  gtk_box_append (box, label);
}

/* What differs, and from what. A hedge that grew is the one people are misled by most. */
static void
add_differences (GtkBox *box, const BearingsTraceStep *step)
{
  GtkWidget *list;
  g_autofree char *compared = NULL;

  if (step->rests_on == NULL)
    return;
  if (step->differences->len == 0) {
    compared = bearings_trace_step_no_difference (step);
    gtk_box_append (box, caption_new (compared));
    return;
  }
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  bearings_figure_context_set_computation (
    list, _ ("Computed: what the record of this step says, beside what the record of the step that "
             "it rests on says."));
  for (guint i = 0; i < step->differences->len; i++) {
    const BearingsTraceDifference *difference = step->differences->pdata[i];
    g_autofree char *text = bearings_trace_difference_text (difference);
    gtk_box_append (
      GTK_BOX (list),
      mark_new (text, difference->change == BEARINGS_TRACE_CHANGE_APPEARED ? NULL : "warning"));
  }
  gtk_box_append (box, list);
  /* Translators: %s is who said something and when. */
  compared = g_strdup_printf (_ ("Compared with %s"), step->rests_on);
  gtk_box_append (box, caption_new (compared));
}

static GtkWidget *
source_button_new (const BearingsSource *source)
{
  g_autofree char *reference = bearings_format_source_short (source);
  GtkWidget *button = gtk_button_new_with_label (reference);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "link-button");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Open the Source"));
  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (button),
    bearings_open_target (BEARINGS_RECORD_SOURCE, source->record.id, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  return button;
}

static void
add_source (GtkBox *box, const BearingsTraceStep *step)
{
  if (step->source != NULL) {
    gtk_box_append (box, source_button_new (step->source));
    gtk_box_append (box, bearings_source_state_mark_new (step->source));
  }
  if (step->url != NULL) {
    GtkWidget *address = gtk_label_new (step->url);
    g_autoptr (PangoAttrList) whole = pango_attr_list_new ();
    /* A hyphen at the end of a line would look like a part of the address. */
    pango_attr_list_insert (whole, pango_attr_insert_hyphens_new (FALSE));
    gtk_label_set_attributes (GTK_LABEL (address), whole);
    gtk_label_set_wrap (GTK_LABEL (address), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (address), PANGO_WRAP_CHAR);
    gtk_label_set_natural_wrap_mode (GTK_LABEL (address), GTK_NATURAL_WRAP_NONE);
    gtk_label_set_xalign (GTK_LABEL (address), 0);
    gtk_label_set_selectable (GTK_LABEL (address), TRUE);
    gtk_widget_add_css_class (address, "caption");
    gtk_widget_add_css_class (address, "dim-label");
    gtk_box_append (box, address);
  }
}

static GtkWidget *
heading_new (const BearingsTraceStep *step)
{
  GtkWidget *label = bearings_rows_paragraph_new (step->title);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
step_new (const BearingsTraceStep *step, gboolean first, gboolean last, gboolean has_hops)
{
  gboolean origin = step->part == BEARINGS_HOP_PRIMARY || step->kind == BEARINGS_STEP_SOURCE;
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = heading_new (step);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_bottom (texts, last ? 0 : 24);
  if (step->source != NULL)
    bearings_figure_context_set_source (texts, step->source);
  else if (step->kind == BEARINGS_STEP_COMPUTED || !has_hops)
    bearings_figure_context_set_computation (texts, step->title);
  else
    bearings_figure_context_set_origin (texts, step->title);
  gtk_box_append (GTK_BOX (row), rail_new (first, last, origin));
  if (step->part != 0 || step->kind == BEARINGS_STEP_SOURCE) {
    GtkWidget *part =
      gtk_label_new (step->part != 0 ? bearings_trace_hop_part_title (step->part) : _ ("Source"));
    gtk_label_set_xalign (GTK_LABEL (part), 0);
    gtk_label_set_wrap (GTK_LABEL (part), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (part), PANGO_WRAP_WORD_CHAR);
    gtk_widget_add_css_class (part, "caption-heading");
    gtk_widget_add_css_class (part, origin ? "accent" : "dim-label");
    gtk_box_append (GTK_BOX (texts), part);
  }
  gtk_box_append (GTK_BOX (texts), heading);
  if (step->kind == BEARINGS_STEP_NO_ORIGIN)
    gtk_widget_add_css_class (heading, "warning");
  if (has_hops)
    add_quotes (GTK_BOX (texts), step);
  if (step->text != NULL)
    gtk_box_append (GTK_BOX (texts), bearings_rows_paragraph_new (step->text));
  if (step->note != NULL)
    gtk_box_append (GTK_BOX (texts), caption_new (step->note));
  add_differences (GTK_BOX (texts), step);
  add_source (GTK_BOX (texts), step);
  if (step->evidence != NULL)
    gtk_box_append (GTK_BOX (texts),
                    bearings_trace_view_button_new_for_evidence (step->evidence, step->source));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, step->title,
                                  -1);
  return row;
}

static GtkWidget *
steps_new (const GPtrArray *steps, const char *label, gboolean has_hops)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < steps->len; i++)
    gtk_box_append (GTK_BOX (list),
                    step_new (steps->pdata[i], i == 0, i + 1 == steps->len, has_hops));
  return list;
}

static void
add_steps (GtkWidget *view, const GPtrArray *steps, const char *title, const char *description)
{
  GtkWidget *section;

  if (steps->len == 0)
    return;
  section = bearings_section_new (title, description);
  bearings_section_append (BEARINGS_SECTION (section), steps_new (steps, title, TRUE));
  gtk_box_append (GTK_BOX (view), section);
}

GtkWidget *
bearings_trace_view_new (const BearingsTrace *trace)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  g_autofree char *summary = bearings_trace_summary (trace);
  GtkWidget *way = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *marks = adw_wrap_box_new ();
  GtkWidget *differs = mark_new (summary, trace->n_differences > 0 ? "warning" : NULL);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (marks), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (marks), 6);
  /* The page of a popular claim begins with this. */
  if (trace->kind == BEARINGS_RECORD_CLAIM)
    adw_wrap_box_append (ADW_WRAP_BOX (marks),
                         bearings_rows_chip_new (trace->origin_found
                                                   ? _ ("Primary source on record")
                                                   : _ ("Origin not found"),
                                                 trace->origin_found ? "direct" : "warning"));
  if (!bearings_trace_has_hops (trace))
    gtk_widget_set_visible (differs, FALSE);
  bearings_figure_context_set_computation (
    differs, _ ("Counted: the differences of hedge, number, unit, year, sample, words and credit "
                "that the records of the hops show."));
  adw_wrap_box_append (ADW_WRAP_BOX (marks), differs);
  gtk_box_append (GTK_BOX (way), marks);
  gtk_box_append (GTK_BOX (way),
                  steps_new (trace->steps, _ ("From the sentence to its source, hop by hop"),
                             bearings_trace_has_hops (trace)));
  gtk_box_append (GTK_BOX (view), way);
  add_steps (view, trace->retellings, _ ("How others pass it on"), _ ("Latest first."));
  add_steps (view, trace->beside, _ ("Beside the way"),
             _ ("Who looked into it, and findings that are not the one that is passed on."));
  return view;
}

static GtkWidget *
button_new (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Trace"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-button");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("From This Sentence to Its Source"));
  return button;
}

GtkWidget *
bearings_trace_view_button_new (BearingsRecordKind kind, const char *id)
{
  GtkWidget *button = button_new ();

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)",
                                    bearings_record_type (kind)->name, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.trace");
  return button;
}

static void
present (GtkWidget *parent, GtkWidget *content)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_set_valign (content, GTK_IS_BOX (content) ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 24);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_title (dialog, _ ("Trace"));
  adw_dialog_set_content_width (dialog, 680);
  adw_dialog_set_content_height (dialog, 720);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}

static gpointer
read_trace (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *id;
  int kind;

  g_variant_get (data, "(i&s)", &kind, &id);
  return bearings_service_trace_get (service, kind, id, error);
}

static GtkWidget *
show_trace (gpointer answer, gpointer data)
{
  g_autoptr (BearingsTrace) trace = answer;
  GtkWidget *view = bearings_trace_view_new (trace);

  gtk_widget_set_valign (view, GTK_ALIGN_START);
  return view;
}

void
bearings_trace_view_dialog_present (GtkWidget *parent,
                                    BearingsService *service,
                                    BearingsRecordKind kind,
                                    const char *id)
{
  static const BearingsJob job = { read_trace, (GDestroyNotify) g_variant_unref,
                                   (GDestroyNotify) bearings_trace_free, BEARINGS_LANE_READ };
  GtkWidget *view = bearings_loading_view_new ();

  bearings_loading_view_ask (BEARINGS_LOADING_VIEW (view), service, &job,
                             g_variant_ref_sink (g_variant_new ("(is)", kind, id)), show_trace,
                             NULL, NULL);
  present (parent, view);
}

void
bearings_trace_view_dialog_present_trace (GtkWidget *parent, const BearingsTrace *trace)
{
  present (parent, bearings_trace_view_new (trace));
}

static void
on_evidence_clicked (GtkWidget *button)
{
  BearingsEvidence *evidence = g_object_get_data (G_OBJECT (button), "evidence");
  g_autoptr (BearingsTrace) trace =
    bearings_trace_new_for_evidence (evidence, g_object_get_data (G_OBJECT (button), "source"));

  bearings_trace_view_dialog_present_trace (button, trace);
}

GtkWidget *
bearings_trace_view_button_new_for_evidence (BearingsEvidence *evidence, BearingsSource *source)
{
  const BearingsClaim *claim = bearings_evidence_get_claim (evidence);
  GtkWidget *button;

  if (claim != NULL)
    return bearings_trace_view_button_new (BEARINGS_RECORD_CLAIM, claim->record.id);
  button = button_new ();
  g_object_set_data_full (G_OBJECT (button), "evidence", g_object_ref (evidence), g_object_unref);
  if (source != NULL)
    g_object_set_data_full (G_OBJECT (button), "source", bearings_record_ref (source),
                            bearings_record_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_evidence_clicked), NULL);
  return button;
}

static void
on_answer_clicked (GtkWidget *button, BearingsSkillPage *page)
{
  g_autoptr (BearingsTrace) trace = bearings_trace_new_for_answer (page);

  bearings_trace_view_dialog_present_trace (button, trace);
}

static void
unref_page (gpointer page, GClosure *closure)
{
  bearings_skill_page_unref (page);
}

GtkWidget *
bearings_trace_view_button_new_for_answer (BearingsSkillPage *page)
{
  GtkWidget *button = button_new ();

  gtk_button_set_label (GTK_BUTTON (button), _ ("How This Answer Was Made"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_remove_css_class (button, "caption");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_answer_clicked),
                         bearings_skill_page_ref (page), unref_page, 0);
  return button;
}
