/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks whether the answers may join the centre's own sample. */

#include "bearings-reference-consent.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bearings-ask.h"
#include "bearings-rows.h"
#include "bearings-section.h"
#include "bearings-service-sample.h"

typedef struct {
  BearingsService *service;
  char *sitting_id;
  gboolean joined; /* as it is stored */
} Consent;

static void
consent_free (gpointer data)
{
  Consent *consent = data;

  g_object_unref (consent->service);
  g_free (consent->sitting_id);
  g_free (consent);
}

/* The switch shows what is stored; without the id of the record nobody can find it any more. */
static void
update (AdwSwitchRow *row, const Consent *consent)
{
  gboolean joined = consent->joined;
  g_autofree char *id =
    bearings_service_desk_dup_contribution (consent->service, consent->sitting_id);

  adw_switch_row_set_active (row, joined);
  gtk_widget_set_sensitive (GTK_WIDGET (row), !joined || id != NULL);
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (row),
    !joined      ? _ ("Off: the sample holds nothing of you.")
    : id != NULL ? _ ("On. Turn it off to take them out again, until the session ends or the "
                      "program is closed.")
                 : _ ("They joined the sample earlier. Nothing links them to you, so they cannot "
                      "be found and taken out any more."));
}

static gpointer
change (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = NULL;
  const char *sitting;
  gboolean join;

  g_variant_get (data, "(&sb)", &sitting, &join);
  if (join) {
    id = bearings_service_sample_contribute (service, sitting, error);
    return NULL;
  }
  id = bearings_service_desk_dup_contribution (service, sitting);
  if (id != NULL)
    bearings_service_sample_withdraw (service, sitting, id, error);
  return NULL;
}

#define CONSENT_KEY "bearings-consent"

static void
on_changed (gpointer owner, gpointer answer, const GError *error)
{
  AdwSwitchRow *row = owner;
  Consent *consent = g_object_get_data (G_OBJECT (row), CONSENT_KEY);

  if (error == NULL)
    consent->joined = adw_switch_row_get_active (row);
  update (row, consent);
  if (error != NULL) {
    AdwDialog *dialog = adw_alert_dialog_new (_ ("The Sample Was Not Changed"), error->message);

    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
    adw_dialog_present (dialog, GTK_WIDGET (row));
  }
}

static void
on_active_changed (AdwSwitchRow *row, GParamSpec *pspec, Consent *consent)
{
  static const BearingsJob job = { change, (GDestroyNotify) g_variant_unref, NULL,
                                   BEARINGS_LANE_KEEP };
  gboolean join = adw_switch_row_get_active (row);

  if (join == consent->joined)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  bearings_ask (row, consent->service, &job,
                g_variant_ref_sink (g_variant_new ("(sb)", consent->sitting_id, join)), NULL,
                on_changed);
}

GtkWidget *
bearings_reference_consent_new (BearingsService *service, const char *sitting_id, gboolean joined)
{
  GtkWidget *section = bearings_section_new (
    _ ("Help This Centre Compare"),
    _ ("With your consent your answers join this centre’s own sample, without who you are: the "
       "choices and their scores, a second rater’s points, the month and the version of the "
       "questions. No name or code, no "
       "day, nothing you wrote in words. The centre may share the sample with other centres. It "
       "stays when the session ends."));
  GtkWidget *list = bearings_rows_boxed_list_new ();
  GtkWidget *row = bearings_rows_plain_new (
    ADW_TYPE_SWITCH_ROW, _ ("Add my answers, without who I am, to this centre’s own sample"), NULL);
  Consent *consent = g_new0 (Consent, 1);

  consent->service = g_object_ref (service);
  consent->sitting_id = g_strdup (sitting_id);
  consent->joined = joined;
  g_object_set_data_full (G_OBJECT (row), CONSENT_KEY, consent, consent_free);
  update (ADW_SWITCH_ROW (row), consent);
  g_signal_connect (row, "notify::active", G_CALLBACK (on_active_changed), consent);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}
