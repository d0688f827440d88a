/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which skills a text names. */

#include "bearings-skill-counter.h"

#include <string.h>

#define LONGEST_NAME 8 /* words */

struct _BearingsSkillCounter {
  GPtrArray *skills;
  GHashTable *names; /* words in small letters, blanks between -> id, or AMBIGUOUS */
};

static char ambiguous[] = "";

/* Words that mean something else more often than the tool of that name. */
static const char *const everyday[] = {
  "access",  "assembly", "chef",    "confluence", "excel",  "express",    "flow",    "go",
  "jira",    "julia",    "looker",  "node",       "oracle", "outlook",    "phoenix", "project",
  "puppet",  "react",    "ruby",    "rust",       "sap",    "scala",      "scratch", "sheets",
  "shell",   "slack",    "spark",   "spring",     "swift",  "tableau",    "teams",   "unreal",
  "windows", "word",     "workday", "yarn",       "zoom",   "statistics", "machine", NULL,
};

typedef struct {
  const char *start;
  gsize length;
  gboolean capital;         /* begins with a capital letter */
  gboolean begins_sentence; /* the word before it ended one, or there is none */
  char *lower;
} Word;

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || c == '+' || c == '#';
}

/* A point or a hyphen between two word characters belongs to the word: "node.js", "scikit-learn".
 */
static gboolean
joins (const char *at)
{
  return (*at == '.' || *at == '-' || *at == '/') && is_word_char (g_utf8_get_char (at + 1));
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->lower);
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  gboolean sentence = TRUE;
  const char *at = text;

  g_array_set_clear_func (words, word_clear);
  while (*at != '\0') {
    gunichar c = g_utf8_get_char (at);
    Word word = { .start = at, .begins_sentence = sentence };

    if (!is_word_char (c) && !(c == '.' && joins (at) && !sentence)) {
      sentence = sentence ? !g_unichar_isalnum (c)
                          : strchr (".!?:\n\t•*-", (int) MIN (c, 127)) != NULL && c < 128;
      at = g_utf8_next_char (at);
      continue;
    }
    word.capital = g_unichar_isupper (c);
    while (is_word_char (g_utf8_get_char (at)) || (at > word.start && joins (at) && *at != '/'))
      at = g_utf8_next_char (at);
    if (at == word.start) /* ".NET": the point comes first */
      for (at = g_utf8_next_char (at); is_word_char (g_utf8_get_char (at));)
        at = g_utf8_next_char (at);
    word.length = at - word.start;
    word.lower = g_utf8_strdown (word.start, (gssize) word.length);
    g_array_append_val (words, word);
    sentence = FALSE;
  }
  return words;
}

static void
add_name (BearingsSkillCounter *counter, const char *name, const char *id, gboolean derived)
{
  g_autoptr (GArray) words = split (name);
  g_autoptr (GString) key = g_string_new (NULL);
  const char *before;

  if (words->len == 0 || words->len > LONGEST_NAME)
    return;
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (key, "%s%s", i > 0 ? " " : "", g_array_index (words, Word, i).lower);
  before = g_hash_table_lookup (counter->names, key->str);
  if (before == NULL)
    g_hash_table_insert (counter->names, g_strdup (key->str), (gpointer) id);
  else if (!derived && !g_str_equal (before, id))
    g_hash_table_insert (counter->names, g_strdup (key->str), ambiguous);
}

/* "SQL" of "Structured query language SQL", not of "Transact SQL": its letters stand in the words
 * before it, in order, and begin with the first. */
static char *
abbreviation (const char *name)
{
  const char *last = strrchr (name, ' ');
  const char *at = name;

  if (last == NULL || strlen (last + 1) < 2 || g_ascii_toupper (*name) != last[1])
    return NULL;
  for (const char *letter = last + 1; *letter != '\0'; letter++) {
    if (!g_ascii_isupper (*letter))
      return NULL;
    while (at < last && g_ascii_toupper (*at) != *letter)
      at++;
    if (at++ >= last)
      return NULL;
  }
  return g_strdup (last + 1);
}

static void
add_short_forms (BearingsSkillCounter *counter, const BearingsSkill *skill)
{
  g_autofree char *shortened = NULL;
  g_autofree char *letters = abbreviation (skill->name);

  if (skill->kind != BEARINGS_SKILL_TECHNOLOGY)
    return;
  if (g_str_has_suffix (skill->name, " software")) {
    shortened = g_strndup (skill->name, strlen (skill->name) - strlen (" software"));
    add_name (counter, shortened, skill->record.id, TRUE);
    if (letters == NULL)
      letters = abbreviation (shortened);
  }
  if (letters != NULL)
    add_name (counter, letters, skill->record.id, TRUE);
}

BearingsSkillCounter *
bearings_skill_counter_new (GPtrArray *skills)
{
  BearingsSkillCounter *counter = g_new0 (BearingsSkillCounter, 1);

  counter->skills = g_ptr_array_ref (skills);
  counter->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Names first: a short form never takes the place of a name. */
  for (guint i = 0; i < skills->len; i++) {
    const BearingsSkill *skill = g_ptr_array_index (skills, i);

    if (skill->kind != BEARINGS_SKILL_TECHNOLOGY)
      continue;
    add_name (counter, skill->name, skill->record.id, FALSE);
    for (guint j = 0; j < skill->aliases->len; j++)
      add_name (counter, g_ptr_array_index (skill->aliases, j), skill->record.id, FALSE);
  }
  for (guint i = 0; i < skills->len; i++)
    add_short_forms (counter, g_ptr_array_index (skills, i));
  return counter;
}

void
bearings_skill_counter_free (BearingsSkillCounter *counter)
{
  g_hash_table_unref (counter->names);
  g_ptr_array_unref (counter->skills);
  g_free (counter);
}

/* One word alone may be an everyday one. */
static gboolean
counts_alone (const Word *word)
{
  gboolean doubtful = g_utf8_strlen (word->lower, -1) <= 2 && strpbrk (word->lower, "+#") == NULL;

  for (guint i = 0; !doubtful && everyday[i] != NULL; i++)
    doubtful = g_str_equal (word->lower, everyday[i]);
  return !doubtful || (word->capital && !word->begins_sentence);
}

void
bearings_skill_counter_find (BearingsSkillCounter *counter, const char *text, GHashTable *found)
{
  g_autoptr (GArray) words = split (text);
  g_autoptr (GString) key = g_string_new (NULL);
  guint next;

  for (guint i = 0; i < words->len; i = next) {
    const char *best = NULL;

    next = i + 1;
    g_string_truncate (key, 0);
    for (guint j = i; j < words->len && j < i + LONGEST_NAME; j++) {
      const Word *word = &g_array_index (words, Word, j);
      const char *id;

      g_string_append_printf (key, "%s%s", j > i ? " " : "", word->lower);
      id = g_hash_table_lookup (counter->names, key->str);
      if (id == NULL || (j == i && !counts_alone (word)))
        continue;
      best = id;
      next = j + 1;
    }
    if (best != NULL && best != ambiguous)
      g_hash_table_add (found, (gpointer) best);
  }
}
