/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the service on behalf of a page, a dialog or another object, which may go meanwhile. */

#include "bearings-ask.h"

typedef struct {
  GWeakRef owner;
  GCancellable *cancellable;
  BearingsAnsweredFunc answered;
  BearingsShowFunc show;
} Asked;

static Asked *
asked_new (gpointer owner, GCancellable *cancellable)
{
  Asked *asked = g_new0 (Asked, 1);

  g_weak_ref_init (&asked->owner, owner);
  g_set_object (&asked->cancellable, cancellable);
  return asked;
}

static void
asked_free (Asked *asked)
{
  g_weak_ref_clear (&asked->owner);
  g_clear_object (&asked->cancellable);
  g_free (asked);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
show (BearingsPage *page, BearingsShowFunc func, gpointer answer, const GError *error)
{
  if (error != NULL) {
    bearings_page_show_error (page, error);
    return;
  }
  func (page, answer);
  bearings_page_show_content (page);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&asked->owner);
  const BearingsJob *job = bearings_service_ask_get_job (result);
  g_autoptr (GError) error = NULL;
  gpointer answer = bearings_service_ask_finish (BEARINGS_SERVICE (source), result, &error);

  if (owner != NULL && !g_cancellable_is_cancelled (asked->cancellable)) {
    if (asked->show != NULL) {
      show (BEARINGS_PAGE (owner), asked->show, answer, error);
      return;
    }
    if (asked->answered != NULL) {
      asked->answered (owner, answer, error);
      return;
    }
  }
  if (answer != NULL && job->free_answer != NULL)
    job->free_answer (answer);
}

void
bearings_ask (gpointer owner,
              BearingsService *service,
              const BearingsJob *job,
              gpointer data,
              GCancellable *cancellable,
              BearingsAnsweredFunc answered)
{
  Asked *asked = asked_new (owner, cancellable);

  asked->answered = answered;
  bearings_service_ask (service, job, data, cancellable, on_answer, asked);
}

void
bearings_ask_for_page (BearingsPage *page,
                       const BearingsJob *job,
                       gpointer data,
                       BearingsShowFunc show_func)
{
  GCancellable *cancellable = bearings_page_begin (page);
  Asked *asked = asked_new (page, cancellable);

  asked->show = show_func;
  bearings_service_ask (bearings_page_get_service (page), job, data, cancellable, on_answer, asked);
}
