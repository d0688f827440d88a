/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application's entry point. */

#include <glib/gi18n.h>
#include <locale.h>

#include "bearings-application.h"
#include "bearings-service-ask.h"

int
main (int argc, char **argv)
{
  g_autoptr (BearingsApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* For tests: the program ends when something blocks where the window is drawn. */
  if (g_strcmp0 (g_getenv ("BEARINGS_DEBUG"), "fatal-blocking") == 0)
    bearings_service_ask_forbid_blocking (TRUE);
  application = bearings_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
