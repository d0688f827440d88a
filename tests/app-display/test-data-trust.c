/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a centre trusts: signatures, the list of publishers, a file that is no longer the same. */

#include "bearings-import-page.h"
#include "bearings-publisher-dialog.h"
#include "bearings-service-publishers.h"
#include "data-desk.h"

/* The four states of a signature. */
static void
test_signatures (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) pack = write_pack (desk, "signed.bearings.json", "1.0", SOURCE ("a", "A"));
  g_autoptr (GFile) secret = in_folder (desk, "own.key");
  g_autoptr (GFile) public = in_folder (desk, "own.pub");
  g_autoptr (GFile) written = NULL;
  g_autoptr (GFile) broken = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_service_publishers_generate_keys (secret, public, NULL, &error));
  g_assert_no_error (error);
  written = bearings_service_publishers_sign (pack, secret, NULL, "February", FALSE, &error);
  g_assert_no_error (error);
  look_at (desk, pack);
  wait_for (desk, says, "Signed with an unknown key", "nobody is trusted yet");
  g_assert_true (page_says (desk, "nothing is proved"));

  g_file_load_contents (public, NULL, &key, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bearings_service_publishers_add (desk->base.service, "The ministry", key, &error));
  look_at (desk, pack);
  wait_for (desk, says, "Signed by a trusted publisher", "the publisher is known");
  g_assert_true (page_says (desk, "The ministry signed this file"));
  g_assert_true (page_says (desk, "February"));
  click (desk, "_Apply");
  wait_for (desk, says, "Is Installed", "it is applied");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.history", NULL);
  wait_for (desk, says, "Import History", "the history");
  unfold (desk, "Own <b>pack</b>");
  wait_for (desk, says, "Signed by The ministry", "it is on record");

  broken = write_pack (desk, "signed.bearings.json", "1.0", SOURCE ("a", "Another"));
  look_at (desk, broken);
  wait_for (desk, says, "The Signature Does Not Hold", "it is refused");
  g_assert_null (find_button (page (desk), "_Apply"));
}

/* A signature that does not lie beside the pack is chosen. */
static void
test_chosen_signature (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) pack = write_pack (desk, "signed.bearings.json", "1.0", SOURCE ("a", "A"));
  g_autoptr (GFile) secret = in_folder (desk, "own.key");
  g_autoptr (GFile) public = in_folder (desk, "own.pub");
  g_autoptr (GFile) away = in_folder (desk, "mail-7.minisig");
  g_autoptr (GFile) rubbish = write_file (desk, "rubbish.minisig", "no signature\n");
  g_autoptr (GFile) other = NULL;
  g_autoptr (GFile) written = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_service_publishers_generate_keys (secret, public, NULL, &error));
  written = bearings_service_publishers_sign (pack, secret, NULL, "February", FALSE, &error);
  g_assert_no_error (error);
  g_file_move (written, away, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_file_load_contents (public, NULL, &key, NULL, NULL, &error);
  g_assert_true (bearings_service_publishers_add (desk->base.service, "The ministry", key, &error));
  g_assert_no_error (error);

  look_at (desk, pack);
  wait_for (desk, says, "Not signed", "it is not beside it");
  g_assert_nonnull (find_row (page (desk), "Choose a Signature…"));
  bearings_import_page_set_signature (BEARINGS_IMPORT_PAGE (page (desk)), rubbish);
  wait_for (desk, says, "This Is No Signature", "it says so");
  close_dialog (desk->window);
  bearings_import_page_set_signature (BEARINGS_IMPORT_PAGE (page (desk)), away);
  wait_for (desk, says, "Signed by a trusted publisher", "it holds");
  g_assert_null (find_row (page (desk), "Choose a Signature…"));
  click (desk, "_Apply");
  wait_for (desk, says, "Is Installed", "it is applied");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.history", NULL);
  wait_for (desk, says, "Import History", "the history");
  unfold (desk, "Own <b>pack</b>");
  wait_for (desk, says, "Signed by The ministry", "it is on record");

  other = write_pack (desk, "other.bearings.json", "1.1", SOURCE ("a", "Another"));
  look_at (desk, other);
  wait_for (desk, says, "Not signed", "another file has none");
  bearings_import_page_set_signature (BEARINGS_IMPORT_PAGE (page (desk)), away);
  wait_for (desk, says, "The Signature Does Not Hold", "it is of another file");
  g_assert_null (find_button (page (desk), "_Apply"));
}

static gboolean
offers_key (Desk *desk, gconstpointer data)
{
  return find_row (GTK_WIDGET (dialog (desk)), "Public key") != NULL;
}

static void
test_publishers (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) secret = in_folder (desk, "own.key");
  g_autoptr (GFile) public = in_folder (desk, "own.pub");
  g_autoptr (GFile) rubbish = write_file (desk, "rubbish.pub", "no key at all\n");
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *adding, *row;

  g_assert_true (bearings_service_publishers_generate_keys (secret, public, NULL, &error));
  bearings_window_show_section (desk->window, "data");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.publishers", NULL);
  wait_for (desk, says, "Nobody Is Trusted Yet", "the list is empty");
  click (desk, "_Add a Publisher…");
  adding = GTK_WIDGET (wait_for_dialog (desk->window));
  g_assert_true (BEARINGS_IS_PUBLISHER_DIALOG (adding));
  bearings_publisher_dialog_read (BEARINGS_PUBLISHER_DIALOG (adding), rubbish);
  wait_for (desk, says, "There is no public key in this file.", "it says what is wrong");
  wait_for (desk, offers_key, NULL, "the fields");
  gtk_editable_set_text (GTK_EDITABLE (find_row (adding, "Public key")), "nonsense");
  g_assert_false (gtk_widget_get_sensitive (find_button (adding, "_Add")));
  gtk_editable_set_text (GTK_EDITABLE (find_row (adding, "Name, as this centre calls them")),
                         "A & B");
  click (desk, "_Add");
  settle (adding);
  g_assert_true (dialog (desk) != NULL); /* says what is wrong and stays */
  bearings_publisher_dialog_read (BEARINGS_PUBLISHER_DIALOG (adding), public);
  click (desk, "_Add");
  wait_for (desk, says, "“A & B” is trusted now", "it is in the list");
  there = bearings_service_publishers_list (desk->base.service, &error);
  g_assert_cmpuint (there->len, ==, 1);
  wait_for (desk, has_row, "A & B", "a row of its own");
  row = find_row (page (desk), "A & B");
  g_signal_emit_by_name (find_type (row, GTK_TYPE_BUTTON), "clicked");
  wait_for (desk, says, "Nobody Is Trusted Yet", "it is removed at once");
  gone = bearings_service_publishers_list (desk->base.service, &error);
  g_assert_cmpuint (gone->len, ==, 0);
  wait_for (desk, says, "“A & B” removed", "the way back is offered");
  click (desk, "_Undo");
  wait_for (desk, says, "Key ", "it is there again");
  back = bearings_service_publishers_list (desk->base.service, &error);
  g_assert_cmpstr (((BearingsPublisher *) back->pdata[0])->name, ==, "A & B");
}

/* Only what was looked at is applied. */
static void
test_changed_file (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "One"));
  g_autoptr (GFile) changed = NULL;
  g_autofree char *none = NULL;
  g_autofree char *title = NULL;

  look_at (desk, file);
  wait_for (desk, says, "Version 1.0 would be installed", "it is looked at");
  changed = write_pack (desk, "1.bearings.json", "1.0", SOURCE ("a", "Two"));
  click (desk, "_Apply");
  wait_for (desk, says, "no longer the one that was looked at", "it is another file now");
  none = title_of (desk, "a");
  g_assert_null (none);
  click (desk, "_Read Again");
  wait_for (desk, says, "Version 1.0 would be installed", "it is looked at anew");
  click (desk, "_Apply");
  wait_for (desk, says, "Is Installed", "and applied");
  title = title_of (desk, "a");
  g_assert_cmpstr (title, ==, "Two");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  DESK_ADD ("/app-display/data/signatures", test_signatures);
  DESK_ADD ("/app-display/data/chosen-signature", test_chosen_signature);
  DESK_ADD ("/app-display/data/publishers", test_publishers);
  DESK_ADD ("/app-display/data/changed-file", test_changed_file);
  return g_test_run ();
}
