/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting until a screen is so, finding what is on it, reading it, pressing it. */
#pragma once

#include <adwaita.h>

/*
 * A test waits for a condition, never for a time: a busy machine is slower than any time. Only a
 * broken test comes to the end of the patience below; it is then told what it waited for.
 *
 *   WAIT_UNTIL (gtk_widget_get_mapped (row));
 *
 * The condition is an expression in C, looked at anew whenever the main context has done something.
 * Where a test must know that nothing more is to come, settle() waits until there is no reason left
 * for anything to happen.
 */
typedef struct {
  gint64 until; /* 0: not begun */
} Waiting;

/* One look further; FALSE when the patience is at its end. */
gboolean wait_a_step (Waiting *waiting);

#define WAIT_UNTIL(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Waiting waiting_ = { 0 };                                                                      \
    do {                                                                                           \
      if (!wait_a_step (&waiting_))                                                                \
        g_error ("%s: waited in vain until %s", G_STRLOC, #condition);                             \
    } while (!(condition));                                                                        \
  }                                                                                                \
  G_STMT_END

/* Waits until every asynchronous call was answered and the main context has nothing to do. */
void wait_for_calls (void);
/* The same, and the window of the @widget has drawn all that was asked of it. A timeout of the
 * application that is still to come (the pause after typing) is no part of it: wait for what it
 * brings. */
void settle (GtkWidget *widget);

/* Waits until the object that @weak points to weakly is finalized: a thread may hold it yet. */
void wait_until_finalized (gpointer *weak);

/* Widgets below @top, itself included, from the top; those of find_any(),
 * find_class() and all_of() need not be on the screen, the others are mapped. */
typedef gboolean (*WidgetTest) (GtkWidget *widget, gconstpointer data);

GtkWidget *find_widget (GtkWidget *top, WidgetTest test, gconstpointer data);
GtkWidget *find_any (GtkWidget *top, GType type);
GtkWidget *find_type (GtkWidget *top, GType type);
GtkWidget *find_class (GtkWidget *top, GType type, const char *css_class);
/* By its label, by that of its content, or by its tooltip. */
GtkWidget *find_button (GtkWidget *top, const char *label);
GtkWidget *find_row (GtkWidget *top, const char *title);
/* By the action it stands for. */
GtkWidget *find_action (GtkWidget *top, const char *action);
GPtrArray *all_of (GtkWidget *top, GType type);
guint count_widgets (GtkWidget *top);

/* Unfolds every row that can be. */
void expand_all (GtkWidget *top);

/* All text drawn under a widget, a line each; every space is an ordinary one. */
char *read_text (GtkWidget *widget);
gboolean widget_says (GtkWidget *widget, const char *words);
/* The same of every label, whether it is drawn or not. */
gboolean holds_text (GtkWidget *widget, const char *words);
/* Waits until the widget says so; the failure tells what it says instead. */
void wait_for_words (GtkWidget *widget, const char *words);

/* Waits until there is such a button that takes a press, and presses it. */
void press_button (GtkWidget *top, const char *label);

/* The dialog on top of a window; NULL when there is none. */
AdwDialog *visible_dialog (gpointer window);
/* Waits until there is one. */
AdwDialog *wait_for_dialog (gpointer window);
/* Closes it, and waits until it is off the screen. */
void close_dialog (gpointer window);

/* A folder and all that is in it. */
void remove_folder (const char *path);
