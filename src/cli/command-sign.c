/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli sign, verify and keys. */

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "bearings-cli.h"
#include "bearings-service-publishers.h"

/* From the terminal, unseen, or from the first line of standard input. */
static char *
ask_password (const char *prompt)
{
  struct termios before, quiet;
  gboolean terminal = isatty (STDIN_FILENO) && tcgetattr (STDIN_FILENO, &before) == 0;
  char line[1024];
  char *answer = NULL;

  if (terminal) {
    g_printerr ("%s", prompt);
    quiet = before;
    quiet.c_lflag &= (tcflag_t) ~ECHO;
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  if (fgets (line, sizeof line, stdin) != NULL)
    answer = g_strdup (g_strchomp (line));
  if (terminal) {
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
    g_printerr ("\n");
  }
  memset (line, 0, sizeof line);
  return answer;
}

static int
run_sign (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *key_name = NULL;
  g_autofree char *comment = NULL;
  g_autofree char *password = NULL;
  gboolean in_header = FALSE;
  gboolean needs = FALSE;
  g_autoptr (GFile) key = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "key", 'k', 0, G_OPTION_ARG_FILENAME, &key_name, N_ ("File of the secret key"), N_ ("FILE") },
    { "comment", 'c', 0, G_OPTION_ARG_STRING, &comment, N_ ("A line that is signed, too"),
      N_ ("TEXT") },
    { "in-header", 0, 0, G_OPTION_ARG_NONE, &in_header,
      N_ ("Put the signature into the pack, not beside it"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!bearings_cli_parse (&bearings_command_sign, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 2 || key_name == NULL)
    return bearings_cli_usage (&bearings_command_sign);
  key = g_file_new_for_commandline_arg (key_name);
  if (!bearings_service_publishers_key_needs_password (key, &needs, &error))
    return bearings_cli_fail (error);
  if (needs)
    password = ask_password (_ ("Password: "));
  for (int i = 1; i < argc; i++) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
    g_autofree char *name = g_file_get_basename (file);
    g_autofree char *plain = comment == NULL ? g_strdup_printf ("file:%s", name) : NULL;
    g_autoptr (GFile) written = bearings_service_publishers_sign (
      file, key, password, comment != NULL ? comment : plain, in_header, &error);
    g_autofree char *path = NULL;

    if (written == NULL)
      return bearings_cli_fail (error);
    path = g_file_get_parse_name (written);
    /* Translators: path of a file. */
    g_print (_ ("Signed: %s\n"), path);
  }
  return BEARINGS_EXIT_OK;
}

const BearingsCommand bearings_command_sign = {
  "sign",
  "--key FILE [--comment TEXT] [--in-header] PACK…",
  N_ ("Signs packs as minisign does"),
  run_sign,
};

static char *
read_key (const char *given, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_has_prefix (given, "RW"))
    return g_strdup (given);
  file = g_file_new_for_commandline_arg (given);
  return bearings_service_publishers_load_key (file, error);
}

static int
run_verify (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *given = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "key", 'k', 0, G_OPTION_ARG_STRING, &given,
      N_ ("Public key, or its file, instead of the list of trusted publishers"), N_ ("KEY") },
    G_OPTION_ENTRY_NULL,
  };
  BearingsExit status = BEARINGS_EXIT_OK;

  if (!bearings_cli_parse (&bearings_command_verify, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc < 2)
    return bearings_cli_usage (&bearings_command_verify);
  if (given != NULL) {
    key = read_key (given, &error);
    if (key == NULL)
      return bearings_cli_fail (error);
  } else if (bearings_cli_open (cli) == NULL) {
    return BEARINGS_EXIT_DATA;
  }
  for (int i = 1; i < argc; i++) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
    g_auto (BearingsSignature) signature = { 0 };
    g_autofree char *text = NULL;

    if (!bearings_service_publishers_verify (cli->service, file, key, &signature, &error))
      return bearings_cli_fail (error);
    text = bearings_signature_text (&signature);
    g_print ("%s: %s\n", argv[i], text);
    if (signature.comment != NULL)
      /* Translators: a line that was signed together with a pack. */
      g_print (_ ("  Comment: %s\n"), signature.comment);
    if (signature.state != BEARINGS_SIGNATURE_TRUSTED)
      status = BEARINGS_EXIT_REFUSED;
  }
  return status;
}

const BearingsCommand bearings_command_verify = {
  "verify",
  "[--key KEY] PACK…",
  N_ ("Says who signed packs; succeeds only when all are signed by somebody trusted"),
  run_verify,
};

static int
list_keys (BearingsCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) publishers = bearings_service_publishers_list (cli->service, &error);

  if (publishers == NULL)
    return bearings_cli_fail (error);
  for (guint i = 0; i < publishers->len; i++) {
    const BearingsPublisher *publisher = publishers->pdata[i];
    g_print ("%s  %s  %s\n", publisher->number, publisher->key, publisher->name);
  }
  return BEARINGS_EXIT_OK;
}

static int
generate (const char *secret_name, const char *public_name, gboolean no_password)
{
  g_autoptr (GFile) secret = g_file_new_for_commandline_arg (secret_name);
  g_autoptr (GFile) public = g_file_new_for_commandline_arg (public_name);
  g_autofree char *password = NULL;
  g_autoptr (GError) error = NULL;

  if (!no_password) {
    password = ask_password (_ ("Password for the new key: "));
    if (password == NULL || *password == '\0') {
      g_printerr ("%s", _ ("bearings-cli: a key without a password is made with --no-password\n"));
      return BEARINGS_EXIT_USAGE;
    }
  }
  return bearings_service_publishers_generate_keys (secret, public, password, &error)
           ? BEARINGS_EXIT_OK
           : bearings_cli_fail (error);
}

static int
run_keys (BearingsCli *cli, int argc, char **argv)
{
  gboolean no_password = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "no-password", 0, 0, G_OPTION_ARG_NONE, &no_password,
      N_ ("With generate: keep the secret key without a password"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!bearings_cli_parse (&bearings_command_keys, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if (argc == 4 && g_str_equal (argv[1], "generate"))
    return generate (argv[2], argv[3], no_password);
  if (argc == 2 && g_str_equal (argv[1], "list")) {
    return bearings_cli_open (cli) != NULL ? list_keys (cli) : (int) BEARINGS_EXIT_DATA;
  }
  if (argc == 4 && g_str_equal (argv[1], "add")) {
    g_autofree char *key = read_key (argv[3], &error);

    if (key == NULL)
      return bearings_cli_fail (error);
    if (bearings_cli_open (cli) == NULL)
      return BEARINGS_EXIT_DATA;
    return bearings_service_publishers_add (cli->service, argv[2], key, &error)
             ? BEARINGS_EXIT_OK
             : bearings_cli_fail (error);
  }
  if (argc == 3 && g_str_equal (argv[1], "remove")) {
    if (bearings_cli_open (cli) == NULL)
      return BEARINGS_EXIT_DATA;
    return bearings_service_publishers_remove (cli->service, argv[2], &error)
             ? BEARINGS_EXIT_OK
             : bearings_cli_fail (error);
  }
  return bearings_cli_usage (&bearings_command_keys);
}

const BearingsCommand bearings_command_keys = {
  "keys",
  "list | add NAME KEY | remove NAME | generate SECRET PUBLIC",
  N_ ("The publishers whose signatures are trusted; makes keys"),
  run_keys,
};
