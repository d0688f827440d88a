/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bearings-cli assess --instrument I: a sitting in the terminal, or from a file of answers. */

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "bearings-cli.h"
#include "bearings-client-code.h"
#include "bearings-interview.h"
#include "bearings-service-clients.h"
#include "bearings-service-groups.h"
#include "bearings-service-sittings.h"
#include "bearings-service-text.h"

typedef struct {
  BearingsCli *cli;
  char *sitting_id;
  BearingsSitting *sitting;
} Sitting;

static gboolean
append (Sitting *it, BearingsEntryKind kind, const char *item, const char *response, gint64 ms)
{
  g_autoptr (BearingsEntry) entry = bearings_entry_new (kind, item, response, ms);
  g_autoptr (GError) error = NULL;

  if (bearings_service_sittings_append (it->cli->service, it->sitting_id, entry, &error)) {
    BearingsSitting *next = bearings_sitting_apply (it->sitting, entry, &error);
    if (next != NULL) {
      bearings_sitting_unref (it->sitting);
      it->sitting = next;
      return TRUE;
    }
  }
  g_printerr ("bearings-cli assess: %s\n", error->message);
  return FALSE;
}

/* A line without its end, or NULL at the end of input. */
static char *
read_line (void)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  g_autofree char *copy = NULL;

  fflush (stdout);
  length = getline (&line, &size, stdin);
  if (length < 0) {
    free (line);
    return NULL;
  }
  copy = g_strndup (line, length);
  free (line);
  return g_strdup (g_strstrip (copy));
}

static void
print_choices (FILE *out, const BearingsItem *item)
{
  g_autoptr (GPtrArray) options = bearings_response_item_shown_options (item);
  gboolean listed = bearings_item_get_answer (item) != BEARINGS_ANSWER_TYPED;

  for (guint i = 0; listed && i < options->len; i++)
    fprintf (out, "  %u  %s\n", i + 1, ((BearingsItemOption *) options->pdata[i])->text);
  for (guint i = 0; i < item->anchors->len; i++)
    fprintf (out, "  %u  %s\n", i + 1, ((BearingsItemAnchor *) item->anchors->pdata[i])->text);
  if (item->kind == BEARINGS_ITEM_KEYED)
    fprintf (out, "  ?  %s\n", _ ("I don’t know"));
}

/* 1-based choice of 1..n; 0 for "don't know", -1 to skip, -2 at the end of input. */
static int
ask_choice (FILE *out, guint n, gboolean may_not_know)
{
  for (;;) {
    g_autofree char *line = NULL;
    guint64 choice;

    /* Translators: prompt of the terminal. */
    fprintf (out, _ ("Choose 1 to %u, or press Enter to skip: "), n);
    line = read_line ();
    if (line == NULL)
      return -2;
    if (line[0] == '\0')
      return -1;
    if (may_not_know && g_str_equal (line, "?"))
      return 0;
    if (g_ascii_string_to_unsigned (line, 10, 1, n, &choice, NULL))
      return (int) choice;
  }
}

/* The ids of the options with the numbers on a line; NULL when one is no number of an option, or is
 * there twice. */
static char *
parse_numbers (const BearingsItem *item, const char *line)
{
  g_autoptr (GPtrArray) options = bearings_response_item_shown_options (item);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) words = g_strsplit_set (line, ", ", -1);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    guint64 number;

    if (words[i][0] == '\0')
      continue;
    if (!g_ascii_string_to_unsigned (words[i], 10, 1, options->len, &number, NULL) ||
        !g_hash_table_add (seen, options->pdata[number - 1]))
      return NULL;
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "",
                            ((BearingsItemOption *) options->pdata[number - 1])->id);
  }
  return g_strdup (ids->str);
}

/* Several options, an order or a word; NULL to skip. */
static char *
ask_line (FILE *out, const BearingsItem *item, gboolean *end)
{
  BearingsItemAnswer answer = bearings_item_get_answer (item);

  for (;;) {
    g_autofree char *line = NULL;
    g_autofree char *ids = NULL;
    g_autofree char *text = NULL;
    g_autoptr (BearingsResponse) response = NULL;

    if (answer == BEARINGS_ANSWER_MULTIPLE)
      /* Translators: prompt of the terminal. */
      fprintf (out, "%s", _ ("Every right number, such as 1,3, or press Enter to skip: "));
    else if (answer == BEARINGS_ANSWER_ORDERING)
      /* Translators: prompt of the terminal. */
      fprintf (out, "%s", _ ("All numbers in order, such as 2,1,3, or press Enter to skip: "));
    else
      /* Translators: prompt of the terminal. */
      fprintf (out, "%s", _ ("Type the answer, or press Enter to skip: "));
    line = read_line ();
    *end = line == NULL;
    if (line == NULL || line[0] == '\0')
      return NULL;
    if (g_str_equal (line, "?"))
      return g_strdup ("dont-know");
    ids = answer == BEARINGS_ANSWER_TYPED ? g_strdup (line) : parse_numbers (item, line);
    if (ids == NULL)
      continue;
    text = g_strconcat (answer == BEARINGS_ANSWER_TYPED      ? "typed:"
                        : answer == BEARINGS_ANSWER_ORDERING ? "order:"
                                                             : "options:",
                        ids, NULL);
    response = bearings_response_parse (text);
    if (bearings_response_is_complete (response, item))
      return g_steal_pointer (&text);
  }
}

/* The person's words, up to an empty line. Words that the end of input cuts off are no answer. */
static char *
ask_text (FILE *out, gboolean *end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  fprintf (out, "%s\n", _ ("Write your answer; an empty line ends it."));
  for (;;) {
    g_autofree char *line = read_line ();
    *end = line == NULL;
    if (line == NULL)
      return NULL;
    if (line[0] == '\0')
      break;
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  }
  return g_strdup (text->str);
}

/* NULL to skip; @end is set at the end of input. */
static char *
ask_rubric (FILE *out, const BearingsItem *item, gboolean *end)
{
  g_autoptr (BearingsResponse) response = bearings_response_new (BEARINGS_RESPONSE_RUBRIC);

  response->text = ask_text (out, end);
  if (response->text == NULL || response->text[0] == '\0')
    return NULL;
  for (guint i = 0; i < item->exemplars->len; i++) {
    const BearingsExemplar *exemplar = item->exemplars->pdata[i];
    fprintf (out, "\n%s:\n%s\n", exemplar->label, exemplar->text);
  }
  for (guint i = 0; i < item->criteria->len; i++) {
    const BearingsCriterion *criterion = item->criteria->pdata[i];
    int choice;

    fprintf (out, "\n%s\n", criterion->title);
    for (guint j = 0; j < criterion->points->len; j++)
      fprintf (out, "  %u  %s\n", j + 1,
               ((BearingsCriterionPoint *) criterion->points->pdata[j])->text);
    choice = ask_choice (out, criterion->points->len, FALSE);
    *end = choice == -2;
    if (choice < 1)
      return NULL;
    g_hash_table_insert (
      response->scores, g_strdup (criterion->id),
      GINT_TO_POINTER (
        (int) ((BearingsCriterionPoint *) criterion->points->pdata[choice - 1])->score));
  }
  return bearings_response_to_string (response);
}

static char *
ask_item (FILE *out, const BearingsItem *item, gboolean *end)
{
  int choice;

  if (item->kind == BEARINGS_ITEM_RUBRIC)
    return ask_rubric (out, item, end);
  print_choices (out, item);
  if (item->kind == BEARINGS_ITEM_KEYED &&
      bearings_item_get_answer (item) != BEARINGS_ANSWER_SINGLE)
    return ask_line (out, item, end);
  choice =
    ask_choice (out, item->kind == BEARINGS_ITEM_KEYED ? item->options->len : item->anchors->len,
                item->kind == BEARINGS_ITEM_KEYED);
  *end = choice == -2;
  if (choice < 0)
    return NULL;
  if (choice == 0)
    return g_strdup ("dont-know");
  if (item->kind == BEARINGS_ITEM_KEYED)
    return g_strconcat ("option:", ((BearingsItemOption *) item->options->pdata[choice - 1])->id,
                        NULL);
  return g_strdup_printf ("anchor:%" G_GINT64_FORMAT,
                          ((BearingsItemAnchor *) item->anchors->pdata[choice - 1])->value);
}

static int
sit (Sitting *it)
{
  FILE *out = it->cli->json ? stderr : stdout; /* what is asked is no part of the JSON */

  for (guint i = 0; i < it->sitting->items->len; i++) {
    /* An entry may make the sitting anew. */
    g_autoptr (BearingsItem) item =
      bearings_record_ref (((BearingsSittingItem *) it->sitting->items->pdata[i])->item);
    guint expected =
      it->sitting->items->len + it->sitting->n_expected - it->sitting->n_scored_items;
    const BearingsSittingItem *before = it->sitting->items->pdata[i];
    gint64 shown = g_get_monotonic_time ();
    gboolean end = FALSE;
    g_autofree char *response = NULL;

    if (before->response != NULL || before->skipped)
      continue; /* before the sitting was interrupted */
    if (!append (it, BEARINGS_ENTRY_SHOWN, item->record.id, NULL, -1))
      return BEARINGS_EXIT_DATA;
    fprintf (out,
             expected > it->sitting->items->len
               /* Translators: number of the item, number of all items as far as can be told. */
               ? _ ("\nItem %u of about %u\n\n")
               /* Translators: number of the item, number of all items. */
               : _ ("\nItem %u of %u\n\n"),
             i + 1, expected);
    if (bearings_interview_is (it->sitting))
      fprintf (out, "[%s]\n\n", bearings_interview_advice (item));
    fprintf (out, "%s\n", item->prompt);
    if (item->code != NULL)
      fprintf (out, "\n%s\n\n", item->code);
    response = ask_item (out, item, &end);
    if (end) {
      g_printerr ("%s\n", _ ("The input ended before the sitting was finished."));
      return BEARINGS_EXIT_REFUSED;
    }
    if (!append (it, response != NULL ? BEARINGS_ENTRY_ANSWERED : BEARINGS_ENTRY_SKIPPED,
                 item->record.id, response, (g_get_monotonic_time () - shown) / 1000))
      return BEARINGS_EXIT_DATA;
  }
  return BEARINGS_EXIT_OK;
}

/* A line of the file: item id, white space, the answer as the log words it. "#" begins a remark. */
static int
answer_from_file (Sitting *it, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    return bearings_cli_fail (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *line = g_strstrip (lines[i]);
    char *space = strpbrk (line, " \t");
    BearingsItem *item;
    g_autoptr (BearingsResponse) response = NULL;

    if (line[0] == '\0' || line[0] == '#')
      continue;
    if (space != NULL)
      *space = '\0';
    item = bearings_form_get_item (it->sitting->form, line);
    if (item != NULL && space != NULL && item->kind == BEARINGS_ITEM_SELF_REPORT &&
        g_str_has_prefix (g_strstrip (space + 1), "note:")) {
      if (!append (it, BEARINGS_ENTRY_NOTE, line, g_strchug (space + 1) + strlen ("note:"), -1))
        return BEARINGS_EXIT_DATA;
      continue;
    }
    response = space != NULL ? bearings_response_parse (g_strstrip (space + 1)) : NULL;
    if (item == NULL || !bearings_response_is_complete (response, item)) {
      /* Translators: file, line, what is wrong. */
      g_printerr (_ ("%s:%u: expected the id of an item of %s and a complete answer, such as "
                     "“option:b” or “anchor:3”\n"),
                  path, i + 1, it->sitting->form->instrument->record.id);
      return BEARINGS_EXIT_REFUSED;
    }
    if (!append (it, BEARINGS_ENTRY_ANSWERED, line, g_strstrip (space + 1), -1))
      return BEARINGS_EXIT_DATA;
  }
  return BEARINGS_EXIT_OK;
}

static gboolean
parse_length (const char *word, BearingsLength *length)
{
  static const char *const words[] = { "short", "middle", "long" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i])) {
      *length = i + 1;
      return TRUE;
    }
  return FALSE;
}

static int
finish (Sitting *it)
{
  g_autoptr (BearingsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!append (it, BEARINGS_ENTRY_FINISHED, NULL, NULL, -1))
    return BEARINGS_EXIT_DATA;
  result = bearings_service_sittings_get_result (it->cli->service, it->sitting_id, &error);
  if (result == NULL || !bearings_service_groups_add_local (it->cli->service, result, &error))
    return bearings_cli_fail (error);
  text = it->cli->json ? bearings_service_text_result_to_json (result)
                       : bearings_service_text_result_to (result, bearings_cli_width ());
  g_print ("%s%s%s", it->cli->json ? "" : "\n", text, it->cli->json ? "\n" : "");
  return BEARINGS_EXIT_OK;
}

/* What the command line asks for. */
typedef struct {
  BearingsSittingOrder order;
  char *answers; /* a file */
  char *resume;  /* a sitting, or "last" */
  gboolean keep;
} Wish;

/* Whether the error says that this one sitting can never be resumed. */
static gboolean
is_beyond_resuming (const GError *error)
{
  return g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_BROKEN) ||
         g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_VERSION) ||
         g_error_matches (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
}

/* The sitting of the same person that was begun last, is not finished and can be resumed, or NULL.
 * With @tell those that it is preferred to are named. */
static BearingsSittingInfo *
find_open (BearingsCli *cli, const char *client, gboolean tell, GError **error)
{
  g_autoptr (GPtrArray) sittings =
    bearings_service_clients_list_sittings_of (cli->service, client, error);

  for (guint i = 0; sittings != NULL && i < sittings->len; i++) {
    const BearingsSittingInfo *info = sittings->pdata[i];
    g_autoptr (GError) local = NULL;

    if (info->finished)
      continue;
    if (bearings_service_sittings_check_resume (cli->service, info->id, &local))
      return bearings_sitting_info_copy (info);
    if (!is_beyond_resuming (local)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (tell)
      /* Translators: id of a sitting, and the reason, one or more sentences. */
      g_printerr (_ ("The sitting %s cannot be resumed and is passed over. %s\n"), info->id,
                  local->message);
  }
  return NULL;
}

static gboolean
tell_of_open (BearingsCli *cli, const char *client, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BearingsSittingInfo) open = find_open (cli, client, FALSE, &local);

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (open != NULL)
    /* Translators: id of an instrument, id of a sitting. */
    g_printerr (_ ("A sitting of %s is not finished. To go on with it: "
                   "bearings-cli assess --resume %s\n"),
                open->instrument, open->id);
  return TRUE;
}

static int
begin (Sitting *it, const Wish *wish)
{
  g_autoptr (GError) error = NULL;

  if (tell_of_open (it->cli, wish->order.client, &error))
    it->sitting_id = bearings_service_sittings_begin (it->cli->service, &wish->order, &error);
  if (it->sitting_id != NULL)
    it->sitting =
      bearings_service_sittings_resume_passing (it->cli->service, it->sitting_id, &error);
  return it->sitting != NULL ? BEARINGS_EXIT_OK : bearings_cli_fail (error);
}

/* The id of the sitting to go on with. */
static char *
find_wanted (BearingsCli *cli, const Wish *wish, GError **error)
{
  g_autoptr (BearingsSittingInfo) info = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_str_equal (wish->resume, "last"))
    return g_strdup (wish->resume);
  info = find_open (cli, wish->order.client, TRUE, &local);
  if (info != NULL)
    return g_strdup (info->id);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND,
                         _ ("There is no sitting to go on with."));
  return NULL;
}

static int
resume (Sitting *it, const Wish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = find_wanted (it->cli, wish, &error);
  g_autoptr (BearingsSittingInfo) info =
    id != NULL ? bearings_service_sittings_get (it->cli->service, id, &error) : NULL;

  /* It may be another command's that is about to show the result. */
  if (info != NULL && info->finished) {
    /* Translators: id of a sitting. */
    g_printerr (_ ("This sitting is finished. Its result: bearings-cli score %s\n"), id);
    return BEARINGS_EXIT_REFUSED;
  }
  if (error == NULL)
    it->sitting = wish->keep
                    ? bearings_service_sittings_resume (it->cli->service, id, &error)
                    : bearings_service_sittings_resume_passing (it->cli->service, id, &error);
  if (it->sitting == NULL)
    return bearings_cli_fail (error);
  it->sitting_id = g_steal_pointer (&id);
  return BEARINGS_EXIT_OK;
}

/* A guest leaves nothing behind, unless it was asked for. */
static int
leave (Sitting *it, int status)
{
  g_autoptr (GError) error = NULL;
  gboolean gone;

  if (it->sitting_id == NULL)
    return status;
  if (!bearings_service_sittings_leave (it->cli->service, it->sitting_id, &gone, &error))
    return bearings_cli_fail (error);
  if (gone)
    return status;
  if (status == BEARINGS_EXIT_OK)
    g_printerr ("%s\n", it->sitting_id);
  else
    /* Translators: id of a sitting. */
    g_printerr (_ ("What was answered is kept. To go on: bearings-cli assess --resume %s\n"),
                it->sitting_id);
  return status;
}

static gboolean
know_client (BearingsCli *cli, const char *code, GError **error)
{
  g_autofree char *known = bearings_client_code_normalise (code);
  g_autoptr (GPtrArray) codes = bearings_service_clients_list (cli->service, error);

  if (codes == NULL)
    return FALSE;
  return (known != NULL && g_ptr_array_find_with_equal_func (codes, known, g_str_equal, NULL)) ||
         bearings_service_clients_create (cli->service, code, error);
}

static int
hold (BearingsCli *cli, const Wish *wish)
{
  Sitting it = { .cli = cli };
  int status = wish->resume != NULL ? resume (&it, wish) : begin (&it, wish);

  if (status == BEARINGS_EXIT_OK)
    status = wish->answers != NULL ? answer_from_file (&it, wish->answers) : sit (&it);
  if (status == BEARINGS_EXIT_OK)
    status = finish (&it);
  status = leave (&it, status);
  g_clear_pointer (&it.sitting, bearings_sitting_unref);
  g_free (it.sitting_id);
  return status;
}

static int
run (BearingsCli *cli, int argc, char **argv)
{
  g_autofree char *instrument = NULL;
  g_autofree char *skill = NULL;
  g_autofree char *answers = NULL;
  g_autofree char *length_word = NULL;
  g_autofree char *years = NULL;
  g_autofree char *client = NULL;
  g_autofree char *code = NULL;
  g_autofree char *resumed = NULL;
  gboolean keep = FALSE;
  gboolean adaptive = FALSE;
  gboolean interview = FALSE;
  const GOptionEntry entries[] = {
    { "instrument", 'i', 0, G_OPTION_ARG_STRING, &instrument, N_ ("Instrument to sit"), N_ ("ID") },
    { "skill", 's', 0, G_OPTION_ARG_STRING, &skill,
      N_ ("What an instrument for any skill is to be about"), N_ ("ID") },
    { "answers", 'a', 0, G_OPTION_ARG_FILENAME, &answers,
      N_ ("Take the answers from a file: item id and answer on each line"), N_ ("FILE") },
    { "length", 'l', 0, G_OPTION_ARG_STRING, &length_word,
      N_ ("About 5, 10 or 15 minutes: short, middle or long"), N_ ("LENGTH") },
    { "adaptive", 0, 0, G_OPTION_ARG_NONE, &adaptive,
      N_ ("Choose each question by the answers before it"), NULL },
    { "interview", 0, 0, G_OPTION_ARG_NONE, &interview,
      N_ ("Somebody else reads the questions aloud and puts in the answers"), NULL },
    { "years", 'y', 0, G_OPTION_ARG_STRING, &years, N_ ("Years of coding"), N_ ("YEARS") },
    { "client", 'c', 0, G_OPTION_ARG_STRING, &client,
      N_ ("Keep the sitting under the code of a client; a new code makes a new client"),
      N_ ("CODE") },
    { "keep", 'k', 0, G_OPTION_ARG_NONE, &keep,
      N_ ("Keep the sitting; a guest otherwise leaves nothing behind"), NULL },
    { "resume", 'r', 0, G_OPTION_ARG_STRING, &resumed,
      N_ ("Go on with a sitting that was interrupted, or with the last one"), N_ ("SITTING|last") },
    G_OPTION_ENTRY_NULL,
  };
  BearingsLength length = BEARINGS_LENGTH_MIDDLE;
  g_autoptr (GError) error = NULL;

  if (!bearings_cli_parse (&bearings_command_assess, entries, &argc, &argv))
    return BEARINGS_EXIT_USAGE;
  if ((instrument == NULL) == (resumed == NULL) || argc > 1 ||
      (resumed != NULL &&
       (skill != NULL || answers != NULL || length_word != NULL || adaptive || interview ||
        years != NULL || (client != NULL && !g_str_equal (resumed, "last")))) ||
      (length_word != NULL && !parse_length (length_word, &length)))
    return bearings_cli_usage (&bearings_command_assess);
  if (answers != NULL && adaptive) {
    g_printerr ("%s\n", _ ("--adaptive and --answers exclude each other: which items are asked "
                           "depends on the answers."));
    return BEARINGS_EXIT_USAGE;
  }
  if (answers != NULL && length_word == NULL)
    length = BEARINGS_LENGTH_ALL;
  if (bearings_cli_open (cli) == NULL)
    return BEARINGS_EXIT_DATA;
  if (client != NULL && resumed == NULL && !know_client (cli, client, &error))
    return bearings_cli_fail (error);
  code = client != NULL ? bearings_client_code_normalise (client) : NULL;
  return hold (cli, &(Wish) {
                      .order = { .instrument = instrument,
                                 .skill = skill,
                                 .length = length,
                                 .selection = adaptive ? BEARINGS_SELECTION_ADAPTIVE
                                                       : BEARINGS_SELECTION_FIXED,
                                 .client = code,
                                 .interview = interview,
                                 .years = years,
                                 .passing = !keep && code == NULL },
                      .answers = answers,
                      .resume = resumed,
                      .keep = keep,
                    });
}

const BearingsCommand bearings_command_assess = {
  "assess",
  "--instrument ID [--client CODE] [--answers FILE] | --resume SITTING|last",
  N_ ("Holds a sitting in the terminal and prints its result"),
  run,
};
