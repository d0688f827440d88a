/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data a result stands on. */

#include "bearings-result-ground.h"

#include <glib/gi18n-lib.h>

#include "bearings-rows.h"
#include "bearings-section.h"

static char *
today_text (const BearingsRescore *rescore, const GError *error)
{
  if (rescore != NULL && rescore->differences->len == 0)
    return g_strdup (_ ("The same answers give the same result with what is installed now."));
  if (rescore != NULL)
    return g_strdup (_ ("What is installed now differs. Both results stand beside each other "
                        "above, with what differs."));
  if (g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND))
    return g_strdup (_ ("The instrument is no longer installed. This result opens without it, and "
                        "cannot be scored anew."));
  return g_strdup (error->message);
}

GtkWidget *
bearings_result_ground_section_new (const BearingsResult *result,
                                    const BearingsRescore *rescore,
                                    const GError *error)
{
  const BearingsInstrument *instrument = result->form->instrument;
  g_autofree char *today = today_text (rescore, error);
  /* Translators: title and version of an instrument. */
  g_autofree char *which =
    g_strdup_printf (_ ("%s, version %s"), instrument->title, instrument->version);
  GtkWidget *section = bearings_section_new (
    _ ("The Data Behind This Result"),
    _ ("The sitting keeps the questions, levels and norms it was scored with. An import changes "
       "what comes after it, never this result."));
  GtkWidget *list = bearings_rows_boxed_list_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (_ ("Instrument"), which));
  /* Translators: a short checksum that names the installed data of a day. */
  gtk_list_box_append (GTK_LIST_BOX (list),
                       bearings_rows_copy_new (_ ("Data version"), result->info->data_version));
  gtk_list_box_append (GTK_LIST_BOX (list), bearings_rows_property_new (_ ("Today’s data"), today));
  bearings_section_append (BEARINGS_SECTION (section), list);
  return section;
}
