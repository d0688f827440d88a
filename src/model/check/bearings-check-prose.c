/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What checks read in English sentences: hedges, figures, years, samples, and where one is missing.
 */

#include "bearings-check-prose.h"

#include <math.h>
#include <string.h>

static gboolean
is_money (gunichar c)
{
  return c == '$' || c == 0x20ac || c == 0xa3;
}

typedef enum {
  TOKEN_WORD,
  TOKEN_NUMBER,
  TOKEN_MARK
} TokenKind;

typedef struct {
  TokenKind kind;
  char *text;       /* in small letters */
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
  g_free (token);
}

static Token *
token_add (GPtrArray *tokens, TokenKind kind, const char *start, gsize length, gboolean glued)
{
  Token *token = g_new0 (Token, 1);

  token->kind = kind;
  token->text = g_utf8_strdown (start, (gssize) length);
  token->capital = g_unichar_isupper (g_utf8_get_char (start));
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
      if (is_money (c)) {
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

/* Reads a unit at @i and moves on; NULL when there is none. */
static const char *
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

  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
    if (is_text (tokens, *i, units[unit].words[0]) &&
        (units[unit].words[1] == NULL || is_text (tokens, *i + 1, units[unit].words[1]))) {
      *i += units[unit].words[1] != NULL ? 2 : 1;
      return units[unit].unit;
    }
  return NULL;
}

/* "three quarters", "two thirds" */
static gboolean
read_fraction (const GPtrArray *tokens, guint *i, double *percent)
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
      *percent = 100 * value / fractions[fraction].parts;
      *i = next + 1;
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

/* A counted noun after a number, with at most two words before it: "25 US recruiters". */
static gboolean
is_counted (const GPtrArray *tokens, guint i)
{
  for (guint ahead = 0; ahead < 3; ahead++) {
    const Token *token = token_at (tokens, i + ahead);
    if (token == NULL || token->kind != TOKEN_WORD || g_strv_contains (stops, token->text))
      return FALSE;
    if (g_strv_contains (counted, token->text))
      return TRUE;
  }
  return FALSE;
}

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

GArray *
bearings_check_prose_find_figures (const char *text)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (BearingsProseFigure));
  g_autoptr (GPtrArray) tokens = tokenise (text);

  for (guint i = 0; i < tokens->len;) {
    const Token *token = token_at (tokens, i);
    BearingsProseFigure found = { BEARINGS_PROSE_NUMBER, NAN, NAN, NULL };
    guint next = i;
    gboolean bare;

    if (is_text (tokens, i, "n") && is_text (tokens, i + 1, "=") &&
        (next = i + 2, read_number (tokens, &next, &found.value, &bare))) {
      found.kind = BEARINGS_PROSE_SAMPLE;
    } else if (next = i, read_fraction (tokens, &next, &found.value)) {
      found.unit = "percent";
    } else if (next = i, read_number (tokens, &next, &found.value, &bare)) {
      guint end = next;

      found.unit = read_unit (tokens, &next);
      if (read_range_end (tokens, &end, &found.high)) {
        guint after = end;
        const char *unit = read_unit (tokens, &after);
        if (found.unit == NULL && unit != NULL) {
          found.unit = unit;
          next = after;
        } else {
          found.high = NAN;
        }
      }
      if (found.unit == NULL && token->money)
        found.unit = "USD";
      if (found.unit == NULL && is_counted (tokens, next))
        found.kind = BEARINGS_PROSE_SAMPLE;
      else if (found.unit == NULL && bare && found.value >= 1900 && found.value <= 2100)
        found.kind = BEARINGS_PROSE_YEAR;
      else if (found.unit == NULL) {
        i = next;
        continue;
      }
    } else {
      i++;
      continue;
    }
    g_array_append_val (figures, found);
    i = next;
  }
  return figures;
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
  guint length = 0;

  while (TRUE) {
    const Token *token = token_at (tokens, i + length);
    gsize word = strcspn (phrase, " ");

    if (token == NULL || strlen (token->text) != word || strncmp (token->text, phrase, word) != 0)
      return 0;
    length++;
    if (phrase[word] == '\0')
      return length;
    phrase += word + 1;
  }
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
bearings_check_prose_find_hedge (const char *text, char **words)
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

/* Figures that want a source, and blanks ------------------------------------------------------- */

static gboolean
is_word_end (const char *p)
{
  return !g_ascii_isalnum (*p);
}

/* Behind blanks, also those that do not break. */
static const char *
skip_blanks (const char *p)
{
  while (TRUE) {
    if (*p == ' ')
      p++;
    else if (strncmp (p, "\u00a0", 2) == 0)
      p += 2;
    else if (strncmp (p, "\u202f", 3) == 0)
      p += 3;
    else
      return p;
  }
}

/* The end of a unit that makes a number a figure, or NULL. */
static const char *
end_of_unit (const char *p)
{
  static const char *const units[] = { "%",
                                       "percentage points",
                                       "percentage point",
                                       "percent",
                                       "per cent",
                                       "times",
                                       "USD",
                                       "EUR",
                                       "GBP",
                                       "dollars",
                                       "euros",
                                       "pounds" };

  p = skip_blanks (p);
  if (*p == '-')
    p++;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (p, units[i]) &&
        (units[i][0] == '%' || is_word_end (p + strlen (units[i]))))
      return p + strlen (units[i]);
  return NULL;
}

/* "95 % CI" is no figure but a level. */
static gboolean
is_level (const char *after)
{
  static const char *const words[] = { "CI",   "confidence", "interval",   "credible",
                                       "band", "limit",      "prediction", "level" };

  after = skip_blanks (after);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (after, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
follows_money (const char *start, const char *p)
{
  const char *before = p > start ? g_utf8_find_prev_char (start, p) : NULL;

  return before != NULL && *before != '\0' && is_money (g_utf8_get_char (before));
}

gboolean
bearings_check_prose_next_figure (const char **text, double *value, char **words)
{
  const char *start = *text;
  const char *p = start;

  while (*p != '\0') {
    const char *number = p, *end, *unit;
    gboolean grouped;

    if (!g_ascii_isdigit (*p)) {
      p++;
      continue;
    }
    if (p > start && (g_ascii_isalnum (p[-1]) || p[-1] == '.' || p[-1] == '_')) {
      while (g_ascii_isalnum (*p)) /* a part of a name */
        p++;
      continue;
    }
    end = scan_number (p, value, &grouped);
    unit = end_of_unit (end);
    p = end;
    if (unit == NULL && !follows_money (start, number))
      continue;
    if (unit != NULL && is_level (unit))
      continue;
    if (*value == 0 || *value == 100)
      continue;
    if (unit != NULL)
      p = unit;
    *words = g_strndup (number, (gsize) (p - number));
    *text = p;
    return TRUE;
  }
  *text = p;
  return FALSE;
}

/* Where a blank begins that shows at @p, or NULL. */
static const char *
blank_at (const char *text, const char *p)
{
  gboolean begins = p == text || p[-1] == ' ';
  const char *before;

  switch (*p) {
  case '.': /* "above ." - but ".NET" and ".csv" begin a word */
  case ',':
  case ';':
  case ')':
    if (p == text || !begins ||
        !(p[1] == '\0' || g_ascii_isspace (p[1]) || strchr (".,;)", p[1]) != NULL))
      return NULL;
    for (before = p; before > text && before[-1] == ' ';)
      before--;
    while (before > text && !g_ascii_isspace (before[-1]))
      before--;
    return before;
  case '%': /* "about %" */
    if (p == text || !(p[1] == '\0' || strchr (" .,;)", p[1]) != NULL))
      return NULL;
    for (before = p - 1; before > text && *before == ' ';)
      before--;
    return g_ascii_isalpha (*before) || strchr (",;:(", *before) != NULL ? before : NULL;
  case ' ': /* "about  points": two blanks within a sentence */
    return p[1] == ' ' && p > text && p[2] != '\0' && !g_ascii_isspace (p[2]) &&
               !g_ascii_isspace (p[-1]) && strchr (".!?", p[-1]) == NULL
             ? p - 1
             : NULL;
  case '(':
    return g_str_has_prefix (p, "( )") ? p : NULL;
  case '{':
    return g_str_has_prefix (p, "{{") ? p : NULL;
  case 'b':
    return g_str_has_prefix (p, "between and ") ? p : NULL;
  case 'N':
    return begins && g_str_has_prefix (p, "NaN") && is_word_end (p + strlen ("NaN")) ? p : NULL;
  case 'u':
    return begins && g_str_has_prefix (p, "undefined") && is_word_end (p + strlen ("undefined"))
             ? p
             : NULL;
  default:
    return NULL;
  }
}

const char *
bearings_check_prose_find_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p++) {
    const char *blank = blank_at (text, p);
    if (blank != NULL)
      return blank;
  }
  return NULL;
}
