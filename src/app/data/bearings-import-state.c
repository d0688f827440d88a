/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an import, its preview and the history. */

#include "bearings-import-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-certainty.h"
#include "bearings-format.h"
#include "bearings-text-match.h"
#include "bearings-words.h"

char *
bearings_import_state_versions_text (const BearingsPreview *preview)
{
  const char *version = preview->info->version;

  if (preview->installed == NULL)
    /* Translators: version of a pack. */
    return g_strdup_printf (_ ("Version %s would be installed; no version of it is there yet."),
                            version);
  if (bearings_pack_info_version_compare (version, preview->installed) == 0)
    /* Translators: version of a pack. */
    return g_strdup_printf (_ ("Version %s is installed already and would be applied again."),
                            version);
  /* Translators: version in a file, version that is installed. */
  return g_strdup_printf (_ ("Version %s would take the place of version %s."), version,
                          preview->installed);
}

char *
bearings_import_state_origin_text (const BearingsPackInfo *info)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (info->publisher != NULL)
    g_strv_builder_add (parts, info->publisher);
  if (info->published != NULL)
    g_strv_builder_take (parts, bearings_format_date (info->published));
  if (info->licence != NULL)
    g_strv_builder_add (parts, info->licence);
  texts = g_strv_builder_end (parts);
  return g_strjoinv (" · ", texts);
}

const char *
bearings_import_state_signature_title (const BearingsSignature *signature)
{
  switch (signature->state) {
  case BEARINGS_SIGNATURE_TRUSTED:
    return _ ("Signed by a trusted publisher");
  case BEARINGS_SIGNATURE_UNKNOWN:
    return _ ("Signed with an unknown key");
  case BEARINGS_SIGNATURE_NONE:
  default:
    return _ ("Not signed");
  }
}

char *
bearings_import_state_signature_explanation (const BearingsSignature *signature)
{
  switch (signature->state) {
  case BEARINGS_SIGNATURE_TRUSTED:
    if (signature->comment != NULL && *signature->comment != '\0')
      /* Translators: name of a publisher, a comment that they signed. */
      return g_strdup_printf (_ ("%s signed this file, and it is unchanged since. They add: “%s”"),
                              signature->name, signature->comment);
    /* Translators: name of a publisher. */
    return g_strdup_printf (_ ("%s signed this file, and it is unchanged since."), signature->name);
  case BEARINGS_SIGNATURE_UNKNOWN:
    /* Translators: id of a key. */
    return g_strdup_printf (_ ("The key %s is not in your list of trusted publishers, so nothing "
                               "is proved: neither who made this file, nor that it is unchanged."),
                            signature->key);
  case BEARINGS_SIGNATURE_NONE:
  default:
    return g_strdup (_ ("Nothing proves who made this file. Apply it only when you know where it "
                        "is from."));
  }
}

const char *
bearings_import_state_signature_icon (const BearingsSignature *signature)
{
  switch (signature->state) {
  case BEARINGS_SIGNATURE_TRUSTED:
    return "security-high-symbolic";
  case BEARINGS_SIGNATURE_UNKNOWN:
    return "dialog-question-symbolic";
  case BEARINGS_SIGNATURE_NONE:
  default:
    return "security-low-symbolic";
  }
}

guint
bearings_import_state_preview_count (const BearingsPreview *preview, BearingsRecordChange change)
{
  guint n = 0;

  for (guint i = 0; i < preview->entries->len; i++)
    n += ((const BearingsDiffEntry *) preview->entries->pdata[i])->change == change;
  return n;
}

char *
bearings_import_state_claims_text (const BearingsPreview *preview)
{
  guint n_taken = bearings_import_state_preview_count (preview, BEARINGS_RECORD_CHANGE_TAKEN_OVER);
  g_autofree char *taken = bearings_format_integer (n_taken);
  g_autofree char *kept = bearings_format_integer (preview->n_kept);
  GString *text;

  if (n_taken == 0 && preview->n_kept == 0)
    return NULL;
  text = g_string_new (_ ("A record belongs to one pack. "));
  if (n_taken > 0)
    g_string_append_printf (
      text,
      ngettext ("This pack declares to replace another one and takes over %s record of it. ",
                "This pack declares to replace others and takes over %s records of them. ",
                n_taken),
      taken);
  if (preview->n_kept > 0)
    g_string_append_printf (
      text,
      ngettext ("%s record stays with an installed pack that declares to replace this one. ",
                "%s records stay with an installed pack that declares to replace this one. ",
                preview->n_kept),
      kept);
  g_string_append (text, _ ("Where no pack declares so, an import is refused."));
  return g_string_free_and_steal (text);
}

char *
bearings_import_state_records_text (const BearingsPreview *preview)
{
  g_autofree char *claims = bearings_import_state_claims_text (preview);
  g_autofree char *n = bearings_format_integer (preview->n_unchanged);
  g_autofree char *same =
    g_strdup_printf (ngettext ("%s record stays as it is.", "%s records stay as they are.",
                               (gulong) preview->n_unchanged),
                     n);

  if (preview->entries->len == 0)
    /* Translators: "12 records stay as they are." */
    return g_strdup_printf (_ ("Nothing would be added, changed or removed. %s"), same);
  if (preview->n_unchanged == 0)
    return g_steal_pointer (&claims);
  return claims != NULL ? g_strdup_printf ("%s %s", same, claims) : g_steal_pointer (&same);
}

/* Pages whose answers are among the changes. */
static guint
count_questions (const BearingsPreview *preview)
{
  g_autoptr (GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < preview->answers->len; i++)
    g_hash_table_add (questions, ((BearingsAnswerChange *) preview->answers->pdata[i])->question);
  return g_hash_table_size (questions);
}

char *
bearings_import_state_answers_text (const BearingsPreview *preview)
{
  guint n_pages = count_questions (preview);
  g_autofree char *answers = bearings_format_integer (preview->answers->len);
  g_autofree char *pages = bearings_format_integer (n_pages);
  g_autofree char *more = bearings_format_integer (preview->n_concerned - preview->n_pages);
  g_autofree char *on_pages = NULL;
  g_autofree char *what = NULL;

  if (preview->too_many)
    return g_strdup (_ ("So many records change that the answers were not worked out one by one."));
  if (preview->answers->len == 0) {
    what = g_strdup (_ ("No answer of a page would be another one."));
  } else {
    /* Translators: number of pages. */
    on_pages = g_strdup_printf (ngettext ("on %s page", "on %s pages", n_pages), pages);
    /* Translators: number of answers, "on 4 pages". */
    what = g_strdup_printf (ngettext ("%s answer %s would be another one.",
                                      "%s answers %s would be others.", preview->answers->len),
                            answers, on_pages);
  }
  if (preview->n_concerned == preview->n_pages)
    return g_steal_pointer (&what);
  /* Translators: a sentence, number of pages. */
  return g_strdup_printf (ngettext ("%s %s more page is concerned and was not worked out.",
                                    "%s %s more pages are concerned and were not worked out.",
                                    preview->n_concerned - preview->n_pages),
                          what, more);
}

char *
bearings_import_state_results_text (const BearingsPreview *preview)
{
  g_autofree char *n = bearings_format_integer (preview->n_results);

  if (preview->n_results == 0)
    return NULL;
  return g_strdup_printf (
    ngettext ("%s stored result used what changes here. It keeps the data it was scored with, and "
              "can be looked at beside one with the new data.",
              "%s stored results used what changes here. They keep the data they were scored "
              "with, and can be looked at beside ones with the new data.",
              preview->n_results),
    n);
}

char *
bearings_import_state_preview_entry_text (const BearingsDiffEntry *entry)
{
  const char *kind = bearings_record_type (entry->kind)->name;
  /* A record without words of its own is called by its id. */
  g_autofree char *what = g_strcmp0 (entry->title, entry->id) == 0
                            ? g_strdup (kind)
                            : g_strdup_printf ("%s · %s", kind, entry->id);

  if (!bearings_diff_entry_is_regraded (entry))
    return g_steal_pointer (&what);
  /* Translators: kind and id of a record, certainty before and after ("High certainty"). */
  return g_strdup_printf (_ ("%s · graded again: %s, then %s"), what,
                          bearings_words_certainty_title (entry->certainty_before),
                          bearings_words_certainty_title (entry->certainty_after));
}

const char *
bearings_import_state_preview_answer_or_none (const char *sentence)
{
  return sentence != NULL ? sentence : _ ("There is no such page");
}

char *
bearings_import_state_preview_answer_text (const BearingsAnswerChange *change)
{
  /* Translators: what a page says now, and what it would say. */
  return g_strdup_printf (_ ("Now: %s\nThen: %s"),
                          bearings_import_state_preview_answer_or_none (change->before),
                          bearings_import_state_preview_answer_or_none (change->after));
}

char *
bearings_import_state_sitting_text (const BearingsSittingInfo *sitting)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (sitting->started / G_USEC_PER_SEC);
  g_autofree char *iso = g_date_time_format_iso8601 (time);
  g_autofree char *when = bearings_import_state_time_text (iso);

  if (sitting->client == NULL)
    /* Translators: a day and time. */
    return g_strdup_printf (_ ("%s · a guest"), when);
  /* Translators: a day and time, code of a client. */
  return g_strdup_printf (_ ("%s · %s"), when, sitting->client);
}

static gboolean
has_words (const char *text, char **words)
{
  return bearings_text_match_has_words (text, (const char *const *) words);
}

GArray *
bearings_import_state_preview_filter_answers (const BearingsPreview *preview, const char *text)
{
  g_auto (GStrv) words = bearings_text_match_search_words (text != NULL ? text : "");
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < preview->answers->len; i++) {
    const BearingsAnswerChange *change = preview->answers->pdata[i];
    g_autofree char *all = g_strconcat (change->question, " ", change->channel, " ",
                                        change->before != NULL ? change->before : "", " ",
                                        change->after != NULL ? change->after : "", NULL);

    if (has_words (all, words))
      g_array_append_val (found, i);
  }
  return found;
}

GArray *
bearings_import_state_problems_filter (const GPtrArray *problems, int severity, const char *text)
{
  g_auto (GStrv) words = bearings_text_match_search_words (text != NULL ? text : "");
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];
    g_autofree char *all = bearings_problem_to_string (problem);

    if ((severity < 0 || (int) problem->severity == severity) && has_words (all, words))
      g_array_append_val (found, i);
  }
  return found;
}

char *
bearings_import_state_counts_text (gint64 added, gint64 changed, gint64 removed)
{
  g_autofree char *n_added = bearings_format_integer (added);
  g_autofree char *n_changed = bearings_format_integer (changed);
  g_autofree char *n_removed = bearings_format_integer (removed);

  /* Translators: numbers of records. */
  return g_strdup_printf (_ ("Records: %s added, %s changed, %s removed"), n_added, n_changed,
                          n_removed);
}

char *
bearings_import_state_applied_text (const BearingsImportSummary *summary)
{
  g_autofree char *counts =
    bearings_import_state_counts_text (summary->added, summary->changed, summary->removed);
  const char *version = summary->info->version;

  if (summary->replaced_version == NULL || g_str_equal (summary->replaced_version, version))
    /* Translators: version of a pack, "Records: 12 added, …". */
    return g_strdup_printf (_ ("Version %s. %s."), version, counts);
  /* Translators: version of a pack, version before, "Records: 12 added, …". */
  return g_strdup_printf (_ ("Version %s took the place of version %s. %s."), version,
                          summary->replaced_version, counts);
}

char *
bearings_import_state_undo_text (const BearingsImportEvent *event)
{
  GString *text = g_string_new (NULL);
  g_autofree char *added = bearings_format_integer (event->added);
  g_autofree char *changed = bearings_format_integer (event->changed);
  g_autofree char *removed = bearings_format_integer (event->removed);

  /* Translators: title and version of a pack. */
  g_string_append_printf (text, _ ("The import of “%s”, version %s, is taken back.\n"),
                          event->info->title, event->info->version);
  if (event->added > 0)
    g_string_append_printf (text,
                            ngettext ("%s record that it added is taken away.\n",
                                      "%s records that it added are taken away.\n",
                                      (gulong) event->added),
                            added);
  if (event->changed > 0)
    g_string_append_printf (text,
                            ngettext ("%s record that it changed is as it was before.\n",
                                      "%s records that it changed are as they were before.\n",
                                      (gulong) event->changed),
                            changed);
  if (event->removed > 0)
    g_string_append_printf (text,
                            ngettext ("%s record that it removed is there again.\n",
                                      "%s records that it removed are there again.\n",
                                      (gulong) event->removed),
                            removed);
  if (event->replaced_version != NULL)
    /* Translators: title and version of a pack. */
    g_string_append_printf (text, _ ("“%s” is then installed in version %s.\n"), event->info->title,
                            event->replaced_version);
  else
    /* Translators: title of a pack. */
    g_string_append_printf (text, _ ("“%s” is then no longer installed.\n"), event->info->title);
  g_string_append (text, _ ("Stored results stay as they are. To apply it again, you need the file "
                            "again."));
  return g_string_free_and_steal (text);
}

const char *
bearings_import_state_no_undo_text (const BearingsImportEvent *event)
{
  if (event->undone != NULL)
    return _ ("It was undone.");
  if (!event->undoable)
    return _ ("It came with the application, or before imports could be undone.");
  if (!event->latest)
    return _ ("Later imports stand on it: undo those first.");
  return NULL;
}

char *
bearings_import_state_time_text (const char *iso8601)
{
  g_autoptr (GDateTime) time =
    iso8601 != NULL ? g_date_time_new_from_iso8601 (iso8601, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%F") : NULL;
  g_autofree char *date = day != NULL ? bearings_format_date (day) : NULL;
  g_autofree char *clock = local != NULL ? g_date_time_format (local, "%R") : NULL;

  if (local == NULL)
    return g_strdup (iso8601);
  /* Translators: a day, a time of day. */
  return g_strdup_printf (_ ("%s, %s"), date, clock);
}

char *
bearings_import_state_event_text (const BearingsImportEvent *event)
{
  g_autofree char *when = bearings_import_state_time_text (event->imported);

  if (event->replaced_version == NULL ||
      g_str_equal (event->replaced_version, event->info->version))
    /* Translators: version of a pack, a day and time. */
    return g_strdup_printf (_ ("Version %s · %s"), event->info->version, when);
  /* Translators: version of a pack, version before, a day and time. */
  return g_strdup_printf (_ ("Version %s in place of version %s · %s"), event->info->version,
                          event->replaced_version, when);
}

GPtrArray *
bearings_import_state_find_events (const GPtrArray *events, const char *text)
{
  g_auto (GStrv) words = bearings_text_match_search_words (text);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++) {
    BearingsImportEvent *event = events->pdata[i];
    const BearingsPackInfo *info = event->info;
    g_autofree char *when = bearings_import_state_event_text (event);
    g_autofree char *signature = bearings_signature_text (&event->signature);
    g_autofree char *all = g_strjoin (
      " ", info->id, info->title, when, signature, event->sha256 != NULL ? event->sha256 : "",
      info->publisher != NULL ? info->publisher : "", info->licence, NULL);

    if (has_words (all, words))
      g_ptr_array_add (found, event);
  }
  return found;
}

char *
bearings_import_state_key_line (const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *line = g_strstrip (lines[i]);

    /* Every public key of minisign begins with the name of its algorithm. */
    if (g_str_has_prefix (line, "RW") && strlen (line) == 56)
      return g_strdup (line);
  }
  return NULL;
}
