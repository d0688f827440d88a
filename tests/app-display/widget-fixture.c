/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting until a screen is so, finding what is on it, reading it, pressing it. */

#include "widget-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Ends a broken test and nothing else; less than the time that meson gives a test. */
#define PATIENCE_SECONDS 120
/* What another thread or program does wakes nobody here: how often it is looked at. */
#define TICK_MS 5
/* A spinner always has a next frame; the condition is looked at all the same. */
#define MOST_DISPATCHES 500

/* Asynchronous calls under way: the programs are linked so that every one begins here. */
static int n_calls;

GTask *__real_g_task_new (gpointer source,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);
GTask *__wrap_g_task_new (gpointer source,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);

static void
on_call_completed (GTask *task, GParamSpec *pspec, gpointer data)
{
  g_atomic_int_add (&n_calls, -1);
}

GTask *
__wrap_g_task_new (gpointer source,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  GTask *task = __real_g_task_new (source, cancellable, callback, data);

  g_atomic_int_inc (&n_calls);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_call_completed), NULL);
  return task;
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_pending (void)
{
  guint n = 0;

  while (n < MOST_DISPATCHES && g_main_context_iteration (NULL, FALSE))
    n++;
  return n > 0;
}

gboolean
wait_a_step (Waiting *waiting)
{
  gint64 now = g_get_monotonic_time ();

  if (waiting->until == 0)
    waiting->until = now + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;
  else if (now > waiting->until)
    return FALSE;
  else if (!dispatch_pending ()) {
    g_autoptr (GSource) tick = g_timeout_source_new (TICK_MS);

    g_source_set_callback (tick, on_tick, NULL, NULL);
    g_source_attach (tick, NULL);
    g_main_context_iteration (NULL, TRUE);
    g_source_destroy (tick);
  }
  dispatch_pending ();
  return TRUE;
}

static void
on_after_paint (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  g_autoptr (GdkFrameClock) clock = NULL;
  gboolean painted = FALSE;

  WAIT_UNTIL (gtk_widget_get_mapped (widget));
  clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
  WAIT_UNTIL (painted);
  g_signal_handlers_disconnect_by_data (clock, &painted);
}

void
wait_for_calls (void)
{
  WAIT_UNTIL (g_atomic_int_get (&n_calls) == 0);
}

void
settle (GtkWidget *widget)
{
  guint n_quiet = 0;

  /* One layout may ask for another, which is the last. */
  while (n_quiet < 2) {
    wait_for_calls ();
    wait_for_frame (widget);
    n_quiet = g_atomic_int_get (&n_calls) == 0 ? n_quiet + 1 : 0;
  }
}

void
wait_until_finalized (gpointer *weak)
{
  Waiting waiting = { 0 };

  while (*weak != NULL && wait_a_step (&waiting)) {
  }
  if (*weak != NULL)
    g_error ("A %s is left with %u references", G_OBJECT_TYPE_NAME (*weak),
             G_OBJECT (*weak)->ref_count);
}

GtkWidget *
find_widget (GtkWidget *top, WidgetTest test, gconstpointer data)
{
  GtkWidget *found = NULL;

  if (test (top, data))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, test, data);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, (GType) data);
}

static gboolean
is_mapped_of_type (GtkWidget *widget, gconstpointer data)
{
  return is_of_type (widget, data) && gtk_widget_get_mapped (widget);
}

GtkWidget *
find_any (GtkWidget *top, GType type)
{
  return find_widget (top, is_of_type, (gconstpointer) type);
}

GtkWidget *
find_type (GtkWidget *top, GType type)
{
  return find_widget (top, is_mapped_of_type, (gconstpointer) type);
}

typedef struct {
  GType type;
  const char *css_class;
} Styled;

static gboolean
is_styled (GtkWidget *widget, gconstpointer data)
{
  const Styled *styled = data;

  return is_of_type (widget, (gconstpointer) styled->type) &&
         gtk_widget_has_css_class (widget, styled->css_class);
}

GtkWidget *
find_class (GtkWidget *top, GType type, const char *css_class)
{
  return find_widget (top, is_styled, &(Styled) { type, css_class });
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  GtkWidget *content;

  if (!is_mapped_of_type (widget, (gconstpointer) GTK_TYPE_BUTTON))
    return FALSE;
  content = gtk_button_get_child (GTK_BUTTON (widget));
  if (ADW_IS_BUTTON_CONTENT (content) &&
      g_strcmp0 (adw_button_content_get_label (ADW_BUTTON_CONTENT (content)), label) == 0)
    return TRUE;
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ||
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), label) == 0;
}

GtkWidget *
find_button (GtkWidget *top, const char *label)
{
  return find_widget (top, is_button, label);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer title)
{
  return is_mapped_of_type (widget, (gconstpointer) ADW_TYPE_PREFERENCES_ROW) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

GtkWidget *
find_row (GtkWidget *top, const char *title)
{
  return find_widget (top, is_row, title);
}

static gboolean
has_action (GtkWidget *widget, gconstpointer action)
{
  return is_mapped_of_type (widget, (gconstpointer) GTK_TYPE_ACTIONABLE) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

GtkWidget *
find_action (GtkWidget *top, const char *action)
{
  return find_widget (top, has_action, action);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
all_of (GtkWidget *top, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (top, type, found);
  return found;
}

guint
count_widgets (GtkWidget *top)
{
  g_autoptr (GPtrArray) all = all_of (top, GTK_TYPE_WIDGET);

  return all->len;
}

void
expand_all (GtkWidget *top)
{
  g_autoptr (GPtrArray) rows = all_of (top, ADW_TYPE_EXPANDER_ROW);

  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_set_expanded (rows->pdata[i], TRUE);
}

static void
append_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    g_string_append_printf (text, "%s\n", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_text (child, text);
}

char *
read_text (GtkWidget *widget)
{
  static const char *const spaces[] = { "\u00a0", "\u202f", "\u2009", "\u2007" };
  GString *text = g_string_new (NULL);

  append_text (widget, text);
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    g_string_replace (text, spaces[i], " ", 0);
  return g_string_free_and_steal (text);
}

gboolean
widget_says (GtkWidget *widget, const char *words)
{
  g_autofree char *text = read_text (widget);

  return strstr (text, words) != NULL;
}

static gboolean
is_label_saying (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

gboolean
holds_text (GtkWidget *widget, const char *words)
{
  return find_widget (widget, is_label_saying, words) != NULL;
}

void
wait_for_words (GtkWidget *widget, const char *words)
{
  Waiting waiting = { 0 };
  g_autofree char *text = NULL;

  while (wait_a_step (&waiting))
    if (widget_says (widget, words))
      return;
  text = read_text (widget);
  g_error ("“%s” is not said:\n%s", words, text);
}

void
press_button (GtkWidget *top, const char *label)
{
  Waiting waiting = { 0 };
  GtkWidget *button = NULL;

  while (wait_a_step (&waiting)) {
    button = find_button (top, label);
    if (button != NULL && gtk_widget_is_sensitive (button)) {
      g_signal_emit_by_name (button, "clicked");
      return;
    }
  }
  {
    g_autofree char *text = read_text (top);
    g_error ("%s button “%s”:\n%s", button == NULL ? "No" : "No pressing the", label, text);
  }
}

AdwDialog *
visible_dialog (gpointer window)
{
  return ADW_IS_APPLICATION_WINDOW (window) ? adw_application_window_get_visible_dialog (window)
                                            : adw_window_get_visible_dialog (window);
}

AdwDialog *
wait_for_dialog (gpointer window)
{
  WAIT_UNTIL (visible_dialog (window) != NULL);
  return visible_dialog (window);
}

void
close_dialog (gpointer window)
{
  AdwDialog *dialog = wait_for_dialog (window);

  adw_dialog_force_close (dialog);
  WAIT_UNTIL (visible_dialog (window) != dialog);
}

void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    remove_folder (child);
  }
  g_remove (path);
}
