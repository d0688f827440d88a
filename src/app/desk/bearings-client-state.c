/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words about who is at the desk. */

#include "bearings-client-state.h"

#include <glib/gi18n-lib.h>

#include "bearings-client-code.h"
#include "bearings-format.h"

BearingsClientTyped *
bearings_client_typed_new (const char *typed, const GPtrArray *known)
{
  BearingsClientTyped *self = g_new0 (BearingsClientTyped, 1);
  g_autofree char *text = g_strstrip (g_strdup (typed));

  if (*text == '\0')
    return self;
  self->code = bearings_client_code_normalise (text);
  if (self->code == NULL) {
    self->wrong = TRUE;
    self->text = bearings_client_code_problem (text);
    return self;
  }
  self->known =
    g_ptr_array_find_with_equal_func ((GPtrArray *) known, self->code, g_str_equal, NULL);
  self->text = g_strdup (self->known ? _ ("There is this code. What is kept under it is opened.")
                                     : _ ("This code is new. Nothing is kept under it yet."));
  return self;
}

void
bearings_client_typed_free (BearingsClientTyped *typed)
{
  g_free (typed->code);
  g_free (typed->text);
  g_free (typed);
}

char *
bearings_client_state_kept_text (const GPtrArray *infos)
{
  guint n_finished = 0, n_open;
  g_autofree char *results = NULL;
  g_autofree char *sittings = NULL;
  g_autofree char *finished = NULL;
  g_autofree char *open = NULL;

  for (guint i = 0; i < infos->len; i++)
    n_finished += ((BearingsSittingInfo *) infos->pdata[i])->finished;
  n_open = infos->len - n_finished;
  finished = bearings_format_integer (n_finished);
  open = bearings_format_integer (n_open);
  results = g_strdup_printf (ngettext ("%s result", "%s results", n_finished), finished);
  sittings = g_strdup_printf (
    ngettext ("%s sitting that is not finished", "%s sittings that are not finished", n_open),
    open);
  if (infos->len == 0)
    return g_strdup (_ ("Nothing yet"));
  if (n_open == 0)
    return g_steal_pointer (&results);
  if (n_finished == 0)
    return g_steal_pointer (&sittings);
  /* Translators: "2 results", "1 sitting that is not finished". */
  return g_strdup_printf (_ ("%s and %s"), results, sittings);
}

char *
bearings_client_state_keeping_text (const char *code)
{
  if (code == NULL)
    return g_strdup (_ ("You are a guest: they are deleted when the session ends"));
  /* Translators: code of a client. */
  return g_strdup_printf (_ ("Under the code %s, until you delete them"), code);
}
