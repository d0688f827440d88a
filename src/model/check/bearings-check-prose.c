/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sentence commits to: its hedge, numbers with units, years and sample, read from text. */

#include "bearings-trace-words.h"

#include <math.h>
#include <string.h>

#include "bearings-record.h"

typedef enum {
  TOKEN_WORD,
  TOKEN_NUMBER,
  TOKEN_MARK
} TokenKind;

typedef struct {
  TokenKind kind;
  char *text;       /* in small letters */
  char *raw;        /* as it stands there */
  gboolean capital; /* began with a capital letter */
  gboolean glued;   /* no blank before it */
  gboolean grouped; /* a number with separators or decimals, so no year */
  gboolean money;   /* a sign of a currency before it */
  double value;
} Token;

static void
token_free (gpointer data)
{
  Token *token = data;

  g_free (token->text);
  g_free (token->raw);
  g_free (token);
}

static Token *
token_add (GPtrArray *tokens, TokenKind kind, const char *start, gsize length, gboolean glued)
{
  Token *token = g_new0 (Token, 1);

  token->kind = kind;
  token->raw = g_strndup (start, length);
  token->text = g_utf8_strdown (token->raw, -1);
  token->capital = g_unichar_isupper (g_utf8_get_char (token->raw));
  token->glued = glued;
  g_ptr_array_add (tokens, token);
  return token;
}

/* Digits with grouping commas and decimals; what follows "30" in "30-60" is left alone. */
static const char *
scan_number (const char *p, double *value, gboolean *grouped)
{
  GString *digits = g_string_new (NULL);

  *grouped = FALSE;
  for (;; p++) {
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (*p == ',' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) &&
             g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]))
      *grouped = TRUE;
    else if (*p == '.' && g_ascii_isdigit (p[1]) && strchr (digits->str, '.') == NULL) {
      g_string_append_c (digits, '.');
      *grouped = TRUE;
    } else
      break;
  }
  *value = g_ascii_strtod (digits->str, NULL);
  g_string_free (digits, TRUE);
  return p;
}

static const char *
scan_word (const char *p)
{
  for (;;) {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);
    gboolean joint = c == '-' || c == '\'' || c == 0x2019;

    if (!g_unichar_isalpha (c) && !(joint && g_unichar_isalpha (g_utf8_get_char (next))))
      return p;
    p = next;
  }
}

static GPtrArray *
tokenise (const char *text)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (token_free);
  gboolean glued = FALSE, money = FALSE;

  for (const char *p = text; *p != '\0';) {
    gunichar c = g_utf8_get_char (p);
    const char *start = p;

    if (g_unichar_isspace (c)) {
      p = g_utf8_next_char (p);
      glued = FALSE;
      continue;
    }
    if (g_ascii_isdigit (*p)) {
      double value;
      gboolean grouped;
      Token *token;
      p = scan_number (p, &value, &grouped);
      token = token_add (tokens, TOKEN_NUMBER, start, p - start, glued);
      token->value = value;
      token->grouped = grouped;
      token->money = money;
    } else if (g_unichar_isalpha (c)) {
      p = scan_word (p);
      token_add (tokens, TOKEN_WORD, start, p - start, glued);
    } else {
      p = g_utf8_next_char (p);
      if (c == '$' || c == 0x20ac || c == 0xa3) {
        money = TRUE;
        glued = TRUE;
        continue;
      }
      token_add (tokens, TOKEN_MARK, start, p - start, glued);
    }
    money = FALSE;
    glued = TRUE;
  }
  return tokens;
}

static const Token *
token_at (const GPtrArray *tokens, guint i)
{
  return i < tokens->len ? tokens->pdata[i] : NULL;
}

static gboolean
is_text (const GPtrArray *tokens, guint i, const char *text)
{
  const Token *token = token_at (tokens, i);

  return token != NULL && g_str_equal (token->text, text);
}

static gboolean
is_one_of (const GPtrArray *tokens, guint i, const char *const *list)
{
  const Token *token = token_at (tokens, i);

  return token != NULL && token->kind != TOKEN_NUMBER && g_strv_contains (list, token->text);
}

/* Numbers ------------------------------------------------------------------------------------ */

static const struct {
  const char *word;
  double value;
} number_words[] = {
  { "two", 2 },     { "three", 3 },    { "four", 4 },     { "five", 5 },    { "six", 6 },
  { "seven", 7 },   { "eight", 8 },    { "nine", 9 },     { "ten", 10 },    { "eleven", 11 },
  { "twelve", 12 }, { "fifteen", 15 }, { "twenty", 20 },  { "thirty", 30 }, { "forty", 40 },
  { "fifty", 50 },  { "sixty", 60 },   { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
};

static const struct {
  const char *word;
  double factor;
} scales[] = { { "hundred", 100 }, { "thousand", 1e3 }, { "million", 1e6 }, { "billion", 1e9 } };

/* Reads a number at @i and moves on. */
static gboolean
read_number (const GPtrArray *tokens, guint *i, double *value, gboolean *bare)
{
  const Token *token = token_at (tokens, *i);

  *bare = FALSE;
  if (token == NULL || token->kind == TOKEN_MARK)
    return FALSE;
  if (token->kind == TOKEN_NUMBER) {
    *value = token->value;
    *bare = !token->grouped && !token->money;
  } else {
    guint word = 0;
    while (word < G_N_ELEMENTS (number_words) &&
           !g_str_equal (number_words[word].word, token->text))
      word++;
    if (word == G_N_ELEMENTS (number_words))
      return FALSE;
    *value = number_words[word].value;
  }
  (*i)++;
  for (guint scale = 0; scale < G_N_ELEMENTS (scales); scale++)
    if (is_text (tokens, *i, scales[scale].word)) {
      *value *= scales[scale].factor;
      *bare = FALSE;
      (*i)++;
      break;
    }
  return TRUE;
}

static const char *const stops[] = {
  "is",   "are",  "was",     "were",  "will",  "have", "has",   "had",    "never", "by",   "in",
  "than", "that", "through", "who",   "which", "as",   "to",    "of",     "and",   "or",   "on",
  "at",   "for",  "do",      "does",  "could", "may",  "might", "likely", "be",    "with", "from",
  "goes", "go",   "before",  "after", "when",  "not",  "no",    "make",   "makes", NULL,
};

/* "of current skills" after a unit. */
static void
read_of (const GPtrArray *tokens, guint *i, GString *unit)
{
  static const char *const articles[] = { "the", "a", "an", "all", NULL };
  guint next = *i + 1;
  guint taken = 0;

  if (!is_text (tokens, *i, "of"))
    return;
  while (is_one_of (tokens, next, articles))
    next++;
  for (; taken < 4; taken++, next++) {
    const Token *token = token_at (tokens, next);
    if (token == NULL || token->kind != TOKEN_WORD || g_strv_contains (stops, token->text))
      break;
    g_string_append_printf (unit, "%s%s", taken == 0 ? " of " : " ", token->raw);
  }
  if (taken > 0)
    *i = next;
}

/* Reads a unit at @i and moves on; NULL when there is none. */
static char *
read_unit (const GPtrArray *tokens, guint *i)
{
  static const struct {
    const char *words[2];
    const char *unit;
  } units[] = {
    { { "%", NULL }, "percent" },
    { { "percentage", "points" }, "percentage points" },
    { { "percentage", "point" }, "percentage points" },
    { { "percent", NULL }, "percent" },
    { { "per", "cent" }, "percent" },
    { { "standard", "deviations" }, "standard deviations" },
    { { "sd", NULL }, "standard deviations" },
    { { "s", NULL }, "seconds" },
    { { "second", NULL }, "seconds" },
    { { "seconds", NULL }, "seconds" },
    { { "minutes", NULL }, "minutes" },
    { { "hours", NULL }, "hours" },
    { { "days", NULL }, "days" },
    { { "weeks", NULL }, "weeks" },
    { { "months", NULL }, "months" },
    { { "yr", NULL }, "years" },
    { { "yrs", NULL }, "years" },
    { { "years", NULL }, "years" },
    { { "times", NULL }, "times" },
    { { "x", NULL }, "times" },
    { { "usd", NULL }, "USD" },
    { { "dollars", NULL }, "USD" },
  };

  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++) {
    GString *text;

    if (!is_text (tokens, *i, units[unit].words[0]) ||
        (units[unit].words[1] != NULL && !is_text (tokens, *i + 1, units[unit].words[1])))
      continue;
    *i += units[unit].words[1] != NULL ? 2 : 1;
    text = g_string_new (units[unit].unit);
    read_of (tokens, i, text);
    return g_string_free_and_steal (text);
  }
  return NULL;
}

/* "three quarters", "two thirds" */
static gboolean
read_fraction (const GPtrArray *tokens, guint *i, double *percent, char **unit)
{
  static const struct {
    const char *word;
    double parts;
  } fractions[] = { { "quarters", 4 }, { "thirds", 3 } };
  guint next = *i;
  double value;
  gboolean bare;

  if (!read_number (tokens, &next, &value, &bare))
    return FALSE;
  for (guint fraction = 0; fraction < G_N_ELEMENTS (fractions); fraction++)
    if (is_text (tokens, next, fractions[fraction].word)) {
      GString *text = g_string_new ("percent");
      next++;
      read_of (tokens, &next, text);
      *unit = g_string_free_and_steal (text);
      *percent = 100 * value / fractions[fraction].parts;
      *i = next;
      return TRUE;
    }
  return FALSE;
}

/* What people and things are counted as in a sample. */
static const char *const counted[] = {
  "people",      "persons",    "participants", "respondents",   "recruiters",    "employers",
  "executives",  "developers", "maintainers",  "programmers",   "engineers",     "students",
  "applicants",  "candidates", "applications", "postings",      "vacancies",     "ads",
  "adverts",     "firms",      "companies",    "organisations", "organizations", "studies",
  "samples",     "models",     "encoders",     "experts",       "interviews",    "professionals",
  "workers",     "employees",  "adults",       "agents",        "managers",      "graduates",
  "freelancers", "profiles",   "resumes",      "cvs",           "skills",        "experiments",
  "tasks",       NULL,
};

/* The counted noun after a number, with at most two words before it: "25 US recruiters". */
static char *
read_counted (const GPtrArray *tokens, guint i)
{
  for (guint ahead = 0; ahead < 3; ahead++) {
    const Token *token = token_at (tokens, i + ahead);
    if (token == NULL || token->kind != TOKEN_WORD || g_strv_contains (stops, token->text))
      return NULL;
    if (g_strv_contains (counted, token->text))
      return g_strdup (token->raw);
  }
  return NULL;
}

typedef enum {
  FOUND_NUMBER,
  FOUND_YEAR,
  FOUND_SAMPLE
} FoundKind;

typedef struct {
  FoundKind kind;
  double value, high;
  char *unit;
} Found;

typedef void (*FoundFunc) (BearingsTraceReading *reading, const Found *found);

/* The second number of a range: "23-60", "20 to 60", "six (or seven)". */
static gboolean
read_range_end (const GPtrArray *tokens, guint *i, double *high)
{
  static const char *const links[] = { "-", "\xe2\x80\x93", "to", "or", NULL };
  guint next = *i;
  gboolean bare;
  gboolean open = is_text (tokens, next, "(");

  if (open)
    next++;
  if (!is_one_of (tokens, next, links))
    return FALSE;
  next++;
  if (!read_number (tokens, &next, high, &bare))
    return FALSE;
  if (open && is_text (tokens, next, ")"))
    next++;
  *i = next;
  return TRUE;
}

static void
find_numbers (BearingsTraceReading *reading, const char *text, FoundFunc func)
{
  g_autoptr (GPtrArray) tokens = tokenise (text);

  for (guint i = 0; i < tokens->len;) {
    const Token *token = token_at (tokens, i);
    Found found = { FOUND_NUMBER, NAN, NAN, NULL };
    guint next = i;
    gboolean bare;

    if (is_text (tokens, i, "n") && is_text (tokens, i + 1, "=") &&
        (next = i + 2, read_number (tokens, &next, &found.value, &bare))) {
      found.kind = FOUND_SAMPLE;
      found.unit = read_counted (tokens, next);
    } else if (read_fraction (tokens, &next, &found.value, &found.unit)) {
      /* a share in words */
    } else if ((next = i, read_number (tokens, &next, &found.value, &bare))) {
      guint end = next;

      found.unit = read_unit (tokens, &next);
      if (read_range_end (tokens, &end, &found.high)) {
        guint after = end;
        char *unit = read_unit (tokens, &after);
        if (found.unit == NULL && unit != NULL) {
          found.unit = unit;
          next = after;
        } else {
          found.high = NAN;
          g_free (unit);
        }
      }
      if (found.unit == NULL && token->money)
        found.unit = g_strdup ("USD");
      if (found.unit == NULL && (found.unit = read_counted (tokens, next)) != NULL)
        found.kind = FOUND_SAMPLE;
      else if (found.unit == NULL && bare && found.value >= 1900 && found.value <= 2100)
        found.kind = FOUND_YEAR;
      else if (found.unit == NULL) {
        i = next;
        continue;
      }
    } else {
      i++;
      continue;
    }
    func (reading, &found);
    g_free (found.unit);
    i = next;
  }
}

/* Readings ----------------------------------------------------------------------------------- */

static void
number_free (gpointer data)
{
  BearingsTraceNumber *number = data;

  g_free (number->unit);
  g_free (number);
}

BearingsTraceReading *
bearings_trace_reading_new (void)
{
  BearingsTraceReading *reading = g_new0 (BearingsTraceReading, 1);

  reading->numbers = g_ptr_array_new_with_free_func (number_free);
  reading->years = g_array_new (FALSE, FALSE, sizeof (int));
  reading->n = BEARINGS_INTEGER_ABSENT;
  reading->names = g_ptr_array_new_with_free_func (g_free);
  return reading;
}

void
bearings_trace_reading_free (BearingsTraceReading *reading)
{
  g_free (reading->hedge_words);
  g_ptr_array_unref (reading->numbers);
  g_array_unref (reading->years);
  g_free (reading->n_unit);
  g_clear_pointer (&reading->words, g_ptr_array_unref);
  g_clear_pointer (&reading->around, g_ptr_array_unref);
  g_ptr_array_unref (reading->names);
  g_free (reading->credits);
  g_free (reading);
}

void
bearings_trace_reading_take_number (BearingsTraceReading *reading,
                                    double value,
                                    double high,
                                    const char *unit)
{
  BearingsTraceNumber *number = g_new0 (BearingsTraceNumber, 1);

  number->value = value;
  number->high = high;
  number->unit = g_strdup (unit != NULL ? unit : "");
  g_ptr_array_add (reading->numbers, number);
}

static void
take_number (BearingsTraceReading *reading, const Found *found)
{
  if (found->kind == FOUND_NUMBER)
    bearings_trace_reading_take_number (reading, found->value, found->high, found->unit);
}

static void
take_year (BearingsTraceReading *reading, const Found *found)
{
  int year = (int) found->value;

  if (found->kind != FOUND_YEAR)
    return;
  for (guint i = 0; i < reading->years->len; i++)
    if (g_array_index (reading->years, int, i) == year)
      return;
  g_array_append_val (reading->years, year);
}

static void
take_sample (BearingsTraceReading *reading, const Found *found)
{
  if (found->kind != FOUND_SAMPLE || bearings_integer_is_set (reading->n) || found->value > 1e15)
    return;
  reading->n = (gint64) found->value;
  g_free (reading->n_unit);
  reading->n_unit = g_strdup (found->unit);
}

void
bearings_trace_reading_add_numbers (BearingsTraceReading *reading, const char *text)
{
  find_numbers (reading, text, take_number);
}

void
bearings_trace_reading_add_years (BearingsTraceReading *reading, const char *text)
{
  find_numbers (reading, text, take_year);
}

void
bearings_trace_reading_add_sample (BearingsTraceReading *reading, const char *text)
{
  find_numbers (reading, text, take_sample);
}

/* Hedges ------------------------------------------------------------------------------------- */

/* Longer phrases before the shorter ones they contain. */
static const struct {
  const char *phrase;
  BearingsHedge hedge;
} hedges[] = {
  { "could be", BEARINGS_HEDGE_POSSIBLE },
  { "could", BEARINGS_HEDGE_POSSIBLE },
  { "may be", BEARINGS_HEDGE_POSSIBLE },
  { "may", BEARINGS_HEDGE_POSSIBLE },
  { "might be", BEARINGS_HEDGE_POSSIBLE },
  { "might", BEARINGS_HEDGE_POSSIBLE },
  { "up to", BEARINGS_HEDGE_POSSIBLE },
  { "possibly", BEARINGS_HEDGE_POSSIBLE },
  { "potentially", BEARINGS_HEDGE_POSSIBLE },
  { "perhaps", BEARINGS_HEDGE_POSSIBLE },
  { "likely to be", BEARINGS_HEDGE_EXPECTED },
  { "likely to", BEARINGS_HEDGE_EXPECTED },
  { "likely", BEARINGS_HEDGE_EXPECTED },
  { "expected to", BEARINGS_HEDGE_EXPECTED },
  { "expected", BEARINGS_HEDGE_EXPECTED },
  { "expects", BEARINGS_HEDGE_EXPECTED },
  { "expect", BEARINGS_HEDGE_EXPECTED },
  { "projected", BEARINGS_HEDGE_EXPECTED },
  { "forecast", BEARINGS_HEDGE_EXPECTED },
  { "predicted", BEARINGS_HEDGE_EXPECTED },
  { "suggests", BEARINGS_HEDGE_SUGGESTED },
  { "suggest", BEARINGS_HEDGE_SUGGESTED },
  { "seems", BEARINGS_HEDGE_SUGGESTED },
  { "seem", BEARINGS_HEDGE_SUGGESTED },
  { "appears", BEARINGS_HEDGE_SUGGESTED },
  { "appear", BEARINGS_HEDGE_SUGGESTED },
  { "associated with", BEARINGS_HEDGE_SUGGESTED },
  { "linked to", BEARINGS_HEDGE_SUGGESTED },
  { "goes with", BEARINGS_HEDGE_SUGGESTED },
  { "tends to", BEARINGS_HEDGE_SUGGESTED },
  { "estimated", BEARINGS_HEDGE_ESTIMATED },
  { "estimates", BEARINGS_HEDGE_ESTIMATED },
  { "estimate", BEARINGS_HEDGE_ESTIMATED },
  { "measured", BEARINGS_HEDGE_ESTIMATED },
  { "on average", BEARINGS_HEDGE_ESTIMATED },
  { "will be", BEARINGS_HEDGE_STATED },
  { "will", BEARINGS_HEDGE_STATED },
  { "never", BEARINGS_HEDGE_STATED },
  { "proves", BEARINGS_HEDGE_STATED },
  { "shows", BEARINGS_HEDGE_STATED },
  { "makes", BEARINGS_HEDGE_STATED },
  { "make", BEARINGS_HEDGE_STATED },
  { "is", BEARINGS_HEDGE_STATED },
  { "are", BEARINGS_HEDGE_STATED },
  { "was", BEARINGS_HEDGE_STATED },
  { "were", BEARINGS_HEDGE_STATED },
};

/* How many tokens a phrase takes at @i; 0 when it does not stand there. */
static guint
match_phrase (const GPtrArray *tokens, guint i, const char *phrase)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  guint length = g_strv_length (words);

  for (guint word = 0; word < length; word++)
    if (!is_text (tokens, i + word, words[word]))
      return 0;
  return length;
}

static gboolean
is_no_hedge (const GPtrArray *tokens, guint i)
{
  static const char *const comparing[] = { "more", "less", "as", "how", "equally", "most", NULL };
  const Token *token = token_at (tokens, i);
  const Token *after = token_at (tokens, i + 1);
  const Token *before = i > 0 ? token_at (tokens, i - 1) : NULL;

  if (g_str_equal (token->text, "likely"))
    return i > 0 && is_one_of (tokens, i - 1, comparing);
  if (g_str_equal (token->text, "may"))
    return token->capital && ((after != NULL && after->kind == TOKEN_NUMBER) ||
                              (before != NULL && before->kind == TOKEN_NUMBER));
  return FALSE;
}

/* The hedge that begins at @i, and how many tokens it takes. */
static BearingsHedge
hedge_at (const GPtrArray *tokens, guint i, guint *length)
{
  *length = 1;
  if (is_no_hedge (tokens, i))
    return 0;
  for (guint hedge = 0; hedge < G_N_ELEMENTS (hedges); hedge++) {
    guint matched = match_phrase (tokens, i, hedges[hedge].phrase);
    if (matched > 0) {
      *length = matched;
      return hedges[hedge].hedge;
    }
  }
  return 0;
}

BearingsHedge
bearings_trace_find_hedge (const char *text, char **words)
{
  g_autoptr (GPtrArray) tokens = tokenise (text);
  BearingsHedge weakest = 0;
  guint at = 0, taken = 0;

  for (guint i = 0; i < tokens->len;) {
    guint length;
    BearingsHedge hedge = hedge_at (tokens, i, &length);

    if (hedge != 0 && (weakest == 0 || hedge < weakest)) {
      weakest = hedge;
      at = i;
      taken = length;
    }
    i += length;
  }
  if (words != NULL) {
    GString *phrase = g_string_new (NULL);
    for (guint i = 0; i < taken; i++)
      g_string_append_printf (phrase, "%s%s", i > 0 ? " " : "", token_at (tokens, at + i)->text);
    *words = weakest != 0 ? g_string_free_and_steal (phrase) : (g_string_free (phrase, TRUE), NULL);
  }
  return weakest;
}

static void
add_words (GPtrArray *words, const char *text)
{
  static const char *const function_words[] = {
    "a",     "an",   "the",  "s",    "their", "its",  "per",   "cent",   "percent", "yr", "year",
    "years", "next", "over", "more", "most",  "less", "about", "almost", "nearly",  NULL,
  };
  g_autoptr (GPtrArray) tokens = tokenise (text);

  for (guint i = 0; i < tokens->len;) {
    const Token *token = token_at (tokens, i);
    guint length;

    if (hedge_at (tokens, i, &length) == 0 && token->kind == TOKEN_WORD &&
        !g_strv_contains (stops, token->text) && !g_strv_contains (function_words, token->text) &&
        !g_ptr_array_find_with_equal_func (words, token->text, g_str_equal, NULL))
      g_ptr_array_add (words, g_strdup (token->text));
    i += length;
  }
}

void
bearings_trace_reading_add_words (BearingsTraceReading *reading, const char *text)
{
  guint numbers = reading->numbers->len;

  if (reading->words == NULL)
    reading->words = g_ptr_array_new_with_free_func (g_free);
  add_words (reading->words, text);
  /* Words with a figure are a statement; others may be a part of one. */
  bearings_trace_reading_add_numbers (reading, text);
  if (reading->numbers->len > numbers)
    reading->statement = TRUE;
  g_ptr_array_set_size (reading->numbers, (int) numbers);
}

void
bearings_trace_reading_add_around (BearingsTraceReading *reading, const char *text)
{
  if (reading->around == NULL)
    reading->around = g_ptr_array_new_with_free_func (g_free);
  add_words (reading->around, text);
}

BearingsTraceReading *
bearings_trace_reading_new_from_sentence (const char *text)
{
  BearingsTraceReading *reading = bearings_trace_reading_new ();

  reading->whole = TRUE;
  reading->hedge = bearings_trace_find_hedge (text, &reading->hedge_words);
  if (reading->hedge == 0)
    reading->hedge = BEARINGS_HEDGE_STATED;
  bearings_trace_reading_add_numbers (reading, text);
  bearings_trace_reading_add_years (reading, text);
  bearings_trace_reading_add_sample (reading, text);
  return reading;
}
