/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in the evidence is due for a look: a page under Data. */

#include "bearings-freshness-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-ask.h"
#include "bearings-chosen-file.h"
#include "bearings-figure-context.h"
#include "bearings-format.h"
#include "bearings-import-page.h"
#include "bearings-open.h"
#include "bearings-rows.h"
#include "bearings-service-freshness.h"
#include "bearings-service-text.h"
#include "bearings-text-match.h"

#define ROWS_SHOWN 30

struct _BearingsFreshnessPage {
  BearingsPage parent_instance;

  GPtrArray *rows; /* BearingsFreshnessRow */

  AdwToastOverlay *toast_overlay;
  AdwBin *summary_bin;
  GtkDropDown *reason_drop_down;
  GtkSearchEntry *entry;
  GtkWidget *save_button;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BearingsFreshnessPage, bearings_freshness_page, BEARINGS_TYPE_PAGE)

static GtkWidget *
claim_row (gpointer item, gpointer user_data)
{
  const BearingsFreshnessRow *claim = item;
  BearingsDue first = bearings_freshness_first (claim);
  g_autofree char *text = bearings_freshness_text (claim);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean chip = (first & (BEARINGS_DUE_WITHDRAWN | BEARINGS_DUE_REPLACED)) != 0;
  GtkWidget *caption;

  bearings_figure_context_set_record (row, BEARINGS_RECORD_CLAIM, claim->claim);
  /* What the chip says stands first in the text, and need not be read twice. */
  caption = bearings_rows_paragraph_new (
    chip ? text + strlen (bearings_due_title (first)) + strlen (" · ") : text);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), bearings_rows_paragraph_new (claim->statement));
  if (chip)
    gtk_box_append (GTK_BOX (texts),
                    bearings_rows_chip_new (bearings_due_title (first),
                                            first == BEARINGS_DUE_WITHDRAWN ? "error" : "warning"));
  gtk_box_append (GTK_BOX (texts), caption);
  gtk_box_append (GTK_BOX (outer), texts);
  gtk_box_append (GTK_BOX (outer), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_margin_top (outer, 12);
  gtk_widget_set_margin_bottom (outer, 12);
  gtk_widget_set_margin_start (outer, 12);
  gtk_widget_set_margin_end (outer, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), outer);
  gtk_actionable_set_action_target_value (
    GTK_ACTIONABLE (row), bearings_open_target (BEARINGS_RECORD_CLAIM, claim->claim, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  claim->statement, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return row;
}

/* The first place is everything that is due; then the reasons in their order. */
static guint
chosen_reasons (BearingsFreshnessPage *self)
{
  guint place = gtk_drop_down_get_selected (self->reason_drop_down);

  return place == 0 || place > BEARINGS_N_DUE ? (1u << BEARINGS_N_DUE) - 1 : 1u << (place - 1);
}

/* What the filter and the words leave; borrowed from the page's rows. */
static GPtrArray *
shown_rows (BearingsFreshnessPage *self)
{
  g_auto (GStrv) words =
    bearings_text_match_search_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GPtrArray *shown = g_ptr_array_new ();
  guint reasons = chosen_reasons (self);

  for (guint i = 0; i < self->rows->len; i++) {
    BearingsFreshnessRow *row = self->rows->pdata[i];

    if (row->due & reasons &&
        (bearings_text_match_has_words (row->statement, (const char *const *) words) ||
         bearings_text_match_has_words (row->title, (const char *const *) words)))
      g_ptr_array_add (shown, row);
  }
  return shown;
}

static void
show_summary (BearingsFreshnessPage *self)
{
  g_autofree char *due = NULL;
  g_autofree char *all = bearings_format_integer (self->rows->len);
  g_autofree char *undated = NULL;
  g_autofree char *text = NULL;
  guint n_due = 0, n_undated = 0;
  GtkWidget *paragraph;

  for (guint i = 0; i < self->rows->len; i++) {
    const BearingsFreshnessRow *row = self->rows->pdata[i];
    n_due += row->due != 0;
    n_undated += row->checked == NULL;
  }
  due = bearings_format_integer (n_due);
  undated = bearings_format_integer (n_undated);
  /* Translators: how many claims are due, of how many, how many have no date of a check. */
  text =
    g_strdup_printf (_ ("%s of %s claims are due for a look. For %s of them no date of a check "
                        "is on record."),
                     due, all, undated);
  bearings_figure_context_set_computation (GTK_WIDGET (self->summary_bin),
                                           _ ("Counted here, over the installed claims."));
  paragraph = bearings_rows_paragraph_new (text);
  gtk_widget_add_css_class (paragraph, "dimmed");
  adw_bin_set_child (self->summary_bin, paragraph);
}

static void
apply_state (BearingsFreshnessPage *self)
{
  g_autoptr (GPtrArray) shown = NULL;
  gboolean any = FALSE;

  if (self->rows == NULL)
    return;
  shown = shown_rows (self);
  for (guint i = 0; i < self->rows->len && !any; i++)
    any = ((BearingsFreshnessRow *) self->rows->pdata[i])->due != 0;
  gtk_list_box_remove_all (self->list);
  bearings_rows_fill_list (self->list, shown, ROWS_SHOWN, claim_row, NULL, NULL);
  gtk_widget_set_sensitive (self->save_button, shown->len > 0);
  gtk_stack_set_visible_child_name (self->stack, shown->len > 0 ? "list"
                                                 : any          ? "nothing"
                                                                : "empty");
}

static void
on_filter_changed (BearingsFreshnessPage *self)
{
  apply_state (self);
}

static void
show_failure (BearingsFreshnessPage *self, const char *heading, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* What is saved, and where. */
typedef struct {
  GFile *file;
  char *csv;
} List;

static void
list_free (List *list)
{
  g_object_unref (list->file);
  g_free (list->csv);
  g_free (list);
}

static gpointer
save_list (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const List *list = data;

  return GINT_TO_POINTER (bearings_service_text_save (list->file, TRUE, list->csv, error));
}

static void
on_list_saved (gpointer page, gpointer answer, const GError *error)
{
  BearingsFreshnessPage *self = page;

  if (error != NULL)
    show_failure (self, _ ("The List Was Not Saved"), error);
  else
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("List saved")));
}

static void
on_list_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  static const BearingsJob job = { save_list, (GDestroyNotify) list_free, NULL,
                                   BEARINGS_LANE_FILE };
  g_autoptr (BearingsFreshnessPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_save (source, result, GTK_WIDGET (self));
  g_autoptr (GPtrArray) shown = NULL;
  List *list;

  if (file == NULL || self->toast_overlay == NULL || self->rows == NULL)
    return;
  shown = shown_rows (self);
  list = g_new (List, 1);
  *list = (List) { g_object_ref (file), bearings_freshness_to_csv (shown) };
  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job, list, NULL,
                on_list_saved);
}

static void
on_save_clicked (BearingsFreshnessPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the List"));
  /* Translators: name of a file. */
  gtk_file_dialog_set_initial_name (dialog, _ ("to-check.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_list_chosen, g_object_ref (self));
}

/* Every list of answers is a pack of its own, so that a later one takes nothing back. */
static BearingsPackInfo *
answers_info (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%F");
  BearingsPackInfo *info = bearings_pack_info_new ();

  info->id = g_date_time_format (now, "checks-%Y-%m-%d-%H%M%S");
  /* Translators: a day, such as 2026-11-23. */
  info->title = g_strdup_printf (_ ("Checks of %s"), day);
  info->version = g_strdup ("1.0.0");
  info->published = g_steal_pointer (&day);
  /* Translators: who publishes a pack that was made here. */
  info->publisher = g_strdup (_ ("This centre"));
  info->licence = g_strdup ("CC BY 4.0");
  return info;
}

/* A pack of answers, in a file of its own. */
typedef struct {
  char *name; /* of the file of answers */
  GFile *file;
} Pack;

/* The file goes with whoever has it: the folder of temporary files is no place to keep one. */
static void
pack_free (Pack *pack)
{
  if (pack->file != NULL)
    g_file_delete (pack->file, NULL, NULL); /* nobody waits for it any more */
  g_clear_object (&pack->file);
  g_free (pack->name);
  g_free (pack);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pack, pack_free)

static gpointer
make_pack (BearingsService *service, gpointer answers, GCancellable *cancellable, GError **error)
{
  g_autoptr (Pack) pack = g_new0 (Pack, 1);
  g_autoptr (BearingsPackInfo) info = answers_info ();
  g_autoptr (GFileIOStream) stream = NULL;
  BearingsChecksSummary summary;

  pack->name = g_file_get_basename (answers);
  pack->file = g_file_new_tmp ("checks-XXXXXX.bearings.json", &stream, error);
  return pack->file != NULL && bearings_service_freshness_convert_checks (
                                 service, answers, info, pack->file, &summary, error)
           ? g_steal_pointer (&pack)
           : NULL;
}

static void
on_pack_made (gpointer owner, gpointer answer, const GError *error)
{
  BearingsFreshnessPage *self = owner;
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (Pack) pack = answer;
  GtkWidget *page;

  bearings_page_show_content (BEARINGS_PAGE (self));
  if (error != NULL) {
    show_failure (self, _ ("The Answers Cannot Be Used"), error);
    return;
  }
  if (view == NULL || adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) !=
                        ADW_NAVIGATION_PAGE (self))
    return; /* somebody has gone on meanwhile */
  page = bearings_import_page_new (bearings_page_get_service (BEARINGS_PAGE (self)), pack->file);
  bearings_import_page_set_temporary (BEARINGS_IMPORT_PAGE (page), pack->name);
  g_clear_object (&pack->file);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
}

/* The answers become a pack that is looked at before it is applied; the file of it goes with the
 * page that shows it. */
void
bearings_freshness_page_read_answers (BearingsFreshnessPage *self, GFile *answers)
{
  static const BearingsJob job = { make_pack, g_object_unref, (GDestroyNotify) pack_free,
                                   BEARINGS_LANE_FILE };

  bearings_ask (self, bearings_page_get_service (BEARINGS_PAGE (self)), &job,
                g_object_ref (answers), bearings_page_begin (BEARINGS_PAGE (self)), on_pack_made);
}

static void
on_answers_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsFreshnessPage) self = data;
  g_autoptr (GFile) file = bearings_chosen_file_to_open (source, result, GTK_WIDGET (self));

  if (file != NULL && self->toast_overlay != NULL)
    bearings_freshness_page_read_answers (self, file);
}

static void
on_answers_clicked (BearingsFreshnessPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open the List with the Answers"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_answers_chosen, g_object_ref (self));
}

BEARINGS_DEFINE_JOB (list_rows,
                     BEARINGS_LANE_READ,
                     NULL,
                     g_ptr_array_unref,
                     bearings_service_freshness_list (self, NULL, error))

static void
show_rows (gpointer page, gpointer rows)
{
  BearingsFreshnessPage *self = page;

  /* The list borrows the rows it is yet to show. */
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  show_summary (self);
  apply_state (self);
}

static void
bearings_freshness_page_load (BearingsPage *page)
{
  bearings_ask_for_page (page, &list_rows, NULL, show_rows);
}

static gboolean
bearings_freshness_page_search (BearingsPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BEARINGS_FRESHNESS_PAGE (page)->entry));
}

static void
bearings_freshness_page_dispose (GObject *object)
{
  BearingsFreshnessPage *self = BEARINGS_FRESHNESS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), BEARINGS_TYPE_FRESHNESS_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bearings_freshness_page_parent_class)->dispose (object);
}

static void
bearings_freshness_page_class_init (BearingsFreshnessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bearings_freshness_page_dispose;
  BEARINGS_PAGE_CLASS (klass)->load = bearings_freshness_page_load;
  BEARINGS_PAGE_CLASS (klass)->search = bearings_freshness_page_search;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bearings/Bearings/ui/data/bearings-freshness-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BearingsFreshnessPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BearingsFreshnessPage, summary_bin);
  gtk_widget_class_bind_template_child (widget_class, BearingsFreshnessPage, reason_drop_down);
  gtk_widget_class_bind_template_child (widget_class, BearingsFreshnessPage, entry);
  gtk_widget_class_bind_template_child (widget_class, BearingsFreshnessPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, BearingsFreshnessPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BearingsFreshnessPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_answers_clicked);
}

static void
bearings_freshness_page_init (BearingsFreshnessPage *self)
{
  g_autoptr (GtkStringList) reasons = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (reasons, _ ("Everything due"));
  for (guint i = 0; i < BEARINGS_N_DUE; i++)
    gtk_string_list_append (reasons, bearings_due_title (1u << i));
  gtk_drop_down_set_model (self->reason_drop_down, G_LIST_MODEL (reasons));
}

GtkWidget *
bearings_freshness_page_new (BearingsService *service)
{
  return g_object_new (BEARINGS_TYPE_FRESHNESS_PAGE, "service", service, NULL);
}
