/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of claims and sources: what is asked of it, and its rows. */

#include "bearings-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-words.h"

static const char *const freshness_nicks[] = { "recent",   "due",       "undated",
                                               "replaced", "withdrawn", NULL };
const BearingsEnumType bearings_freshness_type = { "freshness", freshness_nicks };

static const char *const sort_nicks[] = { "best", "newest", "oldest", "certainty", "title", NULL };
const BearingsEnumType bearings_library_sort_type = { "sort", sort_nicks };

const char *
bearings_freshness_title (BearingsFreshness freshness)
{
  switch (freshness) {
  case BEARINGS_FRESHNESS_RECENT:
    return _ ("Checked within a year");
  case BEARINGS_FRESHNESS_DUE:
    return _ ("Checked longer ago");
  case BEARINGS_FRESHNESS_UNDATED:
    return _ ("No date of a check");
  case BEARINGS_FRESHNESS_REPLACED:
    return _ ("Corrected or superseded");
  case BEARINGS_FRESHNESS_WITHDRAWN:
    return _ ("Withdrawn or retracted");
  }
  return "";
}

const char *
bearings_library_sort_title (BearingsLibrarySort sort)
{
  switch (sort) {
  case BEARINGS_LIBRARY_SORT_BEST:
    return _ ("Best Match");
  case BEARINGS_LIBRARY_SORT_NEWEST:
    return _ ("Newest First");
  case BEARINGS_LIBRARY_SORT_OLDEST:
    return _ ("Oldest First");
  case BEARINGS_LIBRARY_SORT_CERTAINTY:
    return _ ("Highest Certainty");
  case BEARINGS_LIBRARY_SORT_TITLE:
    return _ ("By Alphabet");
  }
  return "";
}

static const struct {
  const char *name;
  const char *title;
  const BearingsEnumType *type;
} facets[BEARINGS_N_FACETS] = {
  [BEARINGS_FACET_CHANNEL] = { "channel", N_ ("Channel"), &bearings_channel_type },
  [BEARINGS_FACET_CERTAINTY] = { "certainty", N_ ("Certainty"), &bearings_certainty_type },
  [BEARINGS_FACET_DESIGN] = { "design", N_ ("Design"), &bearings_design_type },
  /* Translators: which way a finding points. */
  [BEARINGS_FACET_DIRECTION] = { "direction", N_ ("Direction"), &bearings_direction_type },
  /* Translators: whose definition a claim uses: a regulator's, employers', scholars'. */
  [BEARINGS_FACET_BOUNDARY] = { "boundary", N_ ("Boundary"), &bearings_boundary_type },
  [BEARINGS_FACET_TOPIC] = { "topic", N_ ("Topic"), NULL },
  [BEARINGS_FACET_FRESHNESS] = { "freshness", N_ ("Freshness"), &bearings_freshness_type },
};

const char *
bearings_facet_title (BearingsFacet facet)
{
  return _ (facets[facet].title);
}

const char *
bearings_facet_name (BearingsFacet facet)
{
  return facets[facet].name;
}

const BearingsEnumType *
bearings_facet_type (BearingsFacet facet)
{
  return facets[facet].type;
}

const char *
bearings_facet_value_title (BearingsFacet facet, const char *value)
{
  int number = facets[facet].type != NULL ? bearings_enums_value (facets[facet].type, value) : 0;

  if (*value == '\0')
    return _ ("Not stated");
  if (number == 0)
    return value;
  switch (facet) {
  case BEARINGS_FACET_CHANNEL:
    return bearings_words_channel_title (number);
  case BEARINGS_FACET_CERTAINTY:
    return bearings_words_certainty_title (number);
  case BEARINGS_FACET_DESIGN:
    return bearings_words_design_title (number);
  case BEARINGS_FACET_DIRECTION:
    return bearings_words_direction_title (number);
  case BEARINGS_FACET_BOUNDARY:
    return bearings_words_boundary_title (number);
  case BEARINGS_FACET_FRESHNESS:
    return bearings_freshness_title (number);
  case BEARINGS_FACET_TOPIC:
  case BEARINGS_N_FACETS:
    break;
  }
  return value;
}

/* Queries ------------------------------------------------------------------------------------- */

BearingsLibraryQuery *
bearings_library_query_new (void)
{
  BearingsLibraryQuery *query = g_new0 (BearingsLibraryQuery, 1);

  for (guint i = 0; i < BEARINGS_N_FACETS; i++)
    query->values[i] = g_ptr_array_new_with_free_func (g_free);
  query->sort = BEARINGS_LIBRARY_SORT_BEST;
  return query;
}

BearingsLibraryQuery *
bearings_library_query_copy (const BearingsLibraryQuery *query)
{
  BearingsLibraryQuery *copy = bearings_library_query_new ();

  copy->text = g_strdup (query->text);
  copy->sources = query->sources;
  copy->year_from = query->year_from;
  copy->year_to = query->year_to;
  copy->sort = query->sort;
  for (guint i = 0; i < BEARINGS_N_FACETS; i++)
    for (guint j = 0; j < query->values[i]->len; j++)
      g_ptr_array_add (copy->values[i], g_strdup (g_ptr_array_index (query->values[i], j)));
  return copy;
}

void
bearings_library_query_free (BearingsLibraryQuery *query)
{
  for (guint i = 0; i < BEARINGS_N_FACETS; i++)
    g_ptr_array_unref (query->values[i]);
  g_free (query->text);
  g_free (query);
}

gboolean
bearings_library_query_has (const BearingsLibraryQuery *query,
                            BearingsFacet facet,
                            const char *value)
{
  return g_ptr_array_find_with_equal_func (query->values[facet], value, g_str_equal, NULL);
}

void
bearings_library_query_set (BearingsLibraryQuery *query,
                            BearingsFacet facet,
                            const char *value,
                            gboolean wanted)
{
  GPtrArray *values = query->values[facet];
  guint position;
  gboolean has = g_ptr_array_find_with_equal_func (values, value, g_str_equal, &position);

  if (wanted && !has)
    g_ptr_array_add (values, g_strdup (value));
  else if (!wanted && has)
    g_ptr_array_remove_index (values, position);
}

gboolean
bearings_library_query_applies (const BearingsLibraryQuery *query, BearingsFacet facet)
{
  return !query->sources || facet == BEARINGS_FACET_FRESHNESS;
}

guint
bearings_library_query_n_filters (const BearingsLibraryQuery *query)
{
  guint n = query->year_from != 0 || query->year_to != 0;

  for (int i = 0; i < BEARINGS_N_FACETS; i++)
    n += query->values[i]->len > 0 && bearings_library_query_applies (query, i);
  return n;
}

gboolean
bearings_library_query_equal (const BearingsLibraryQuery *a, const BearingsLibraryQuery *b)
{
  if (g_strcmp0 (a->text ? a->text : "", b->text ? b->text : "") != 0 || a->sources != b->sources ||
      a->year_from != b->year_from || a->year_to != b->year_to || a->sort != b->sort)
    return FALSE;
  for (int i = 0; i < BEARINGS_N_FACETS; i++) {
    if (a->values[i]->len != b->values[i]->len)
      return FALSE;
    for (guint j = 0; j < a->values[i]->len; j++)
      if (!bearings_library_query_has (b, i, g_ptr_array_index (a->values[i], j)))
        return FALSE;
  }
  return TRUE;
}

/* Rows ---------------------------------------------------------------------------------------- */

G_DEFINE_FINAL_TYPE (BearingsLibraryRow, bearings_library_row, G_TYPE_OBJECT)

static guint row_changed;

static void
bearings_library_row_finalize (GObject *object)
{
  BearingsLibraryRow *self = BEARINGS_LIBRARY_ROW (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_free (self->credit);
  G_OBJECT_CLASS (bearings_library_row_parent_class)->finalize (object);
}

static void
bearings_library_row_class_init (BearingsLibraryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_library_row_finalize;
  row_changed = g_signal_new ("changed", BEARINGS_TYPE_LIBRARY_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 0);
}

static void
bearings_library_row_init (BearingsLibraryRow *self)
{
}

BearingsLibraryRow *
bearings_library_row_new (void)
{
  return g_object_new (BEARINGS_TYPE_LIBRARY_ROW, NULL);
}

void
bearings_library_row_take (BearingsLibraryRow *self, BearingsLibraryRow *from)
{
  self->kind = from->kind;
  g_free (self->id);
  self->id = g_steal_pointer (&from->id);
  g_free (self->title);
  self->title = g_steal_pointer (&from->title);
  g_free (self->body);
  self->body = g_steal_pointer (&from->body);
  g_free (self->credit);
  self->credit = g_steal_pointer (&from->credit);
  self->n_authors = from->n_authors;
  self->year = from->year;
  self->channel = from->channel;
  self->certainty = from->certainty;
  self->design = from->design;
  self->state = from->state;
  g_signal_emit (self, row_changed, 0);
}

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
bearings_library_row_caption (BearingsLibraryRow *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *year = self->year != 0 ? g_strdup_printf ("%d", self->year) : NULL;

  if (self->channel != 0)
    add_part (text, bearings_words_channel_title (self->channel));
  if (self->design != 0)
    add_part (text, bearings_words_design_title (self->design));
  add_part (text, year != NULL ? year : _ ("no year"));
  if (self->credit != NULL) {
    const char *comma = strchr (self->credit, ',');
    g_autofree char *family =
      comma != NULL ? g_strndup (self->credit, (gsize) (comma - self->credit)) : NULL;
    const char *name = family != NULL ? family : self->credit;
    /* Translators: the first author of a source with several. */
    g_autofree char *credit =
      g_strdup_printf (self->n_authors > 1 ? _ ("%s and others") : "%s", name);
    add_part (text, credit);
  }
  if (self->state > BEARINGS_SOURCE_CURRENT)
    add_part (text, bearings_words_source_state_title (self->state));
  return g_string_free_and_steal (text);
}

/* Counts -------------------------------------------------------------------------------------- */

void
bearings_library_combination_free (BearingsLibraryCombination *combination)
{
  for (guint i = 0; i < BEARINGS_N_FACETS; i++)
    g_free (combination->values[i]);
  g_free (combination);
}

void
bearings_facet_count_free (BearingsFacetCount *count)
{
  g_free (count->value);
  g_free (count);
}

/* Whether a combination passes every filter but the one of @except (BEARINGS_N_FACETS: none). */
static gboolean
passes (const BearingsLibraryCombination *combination,
        const BearingsLibraryQuery *query,
        BearingsFacet except)
{
  for (int i = 0; i < BEARINGS_N_FACETS; i++)
    if (i != (int) except && query->values[i]->len > 0 &&
        bearings_library_query_applies (query, i) &&
        !bearings_library_query_has (query, i, combination->values[i]))
      return FALSE;
  return TRUE;
}

static BearingsFacetCount *
ensure_count (GPtrArray *counts, const char *value)
{
  BearingsFacetCount *count;

  for (guint i = 0; i < counts->len; i++) {
    count = g_ptr_array_index (counts, i);
    if (g_str_equal (count->value, value))
      return count;
  }
  count = g_new0 (BearingsFacetCount, 1);
  count->value = g_strdup (value);
  g_ptr_array_add (counts, count);
  return count;
}

/* In the order of the vocabulary, what is not stated last; free texts by name. */
static int
compare_counts (gconstpointer a, gconstpointer b, gpointer data)
{
  const BearingsFacetCount *x = *(BearingsFacetCount *const *) a;
  const BearingsFacetCount *y = *(BearingsFacetCount *const *) b;
  const BearingsEnumType *type = data;

  if ((*x->value == '\0') != (*y->value == '\0'))
    return *x->value == '\0' ? 1 : -1;
  return type != NULL
           ? bearings_enums_value (type, x->value) - bearings_enums_value (type, y->value)
           : g_utf8_collate (x->value, y->value);
}

GPtrArray *
bearings_library_count_facet (GPtrArray *combinations,
                              const BearingsLibraryQuery *query,
                              BearingsFacet facet)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_facet_count_free);

  for (guint i = 0; i < combinations->len; i++) {
    const BearingsLibraryCombination *combination = g_ptr_array_index (combinations, i);

    if (passes (combination, query, facet))
      ensure_count (counts, combination->values[facet])->count += combination->count;
  }
  for (guint i = 0; i < query->values[facet]->len; i++)
    ensure_count (counts, g_ptr_array_index (query->values[facet], i));
  g_ptr_array_sort_with_data (counts, compare_counts, (gpointer) facets[facet].type);
  return counts;
}

guint64
bearings_library_count_without (GPtrArray *combinations,
                                const BearingsLibraryQuery *query,
                                BearingsFacet facet)
{
  guint64 count = 0;

  for (guint i = 0; i < combinations->len; i++) {
    const BearingsLibraryCombination *combination = g_ptr_array_index (combinations, i);
    if (passes (combination, query, facet))
      count += combination->count;
  }
  return count;
}

/* Texts --------------------------------------------------------------------------------------- */

int
bearings_library_last_year (const char *text)
{
  int year = 0;

  for (const char *p = text; p != NULL && *p != '\0';) {
    gsize n = strspn (p, "0123456789");

    if (n == 4 && (p[0] == '1' || p[0] == '2'))
      year = (int) g_ascii_strtoll (p, NULL, 10);
    p += n > 0 ? n : 1;
  }
  return year;
}

/* The same as below, for what most texts are. */
static char *
fold_ascii (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1);
  char *end = folded;
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p++) {
    if (g_ascii_isspace (*p)) {
      gap = end > folded;
      continue;
    }
    if (gap)
      *end++ = ' ';
    gap = FALSE;
    *end++ = g_ascii_tolower (*p);
  }
  *end = '\0';
  return folded;
}

char *
bearings_library_fold_text (const char *text)
{
  g_autoptr (GString) folded = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *decomposed = NULL;
  gboolean gap = FALSE;

  if (g_str_is_ascii (text))
    return fold_ascii (text);
  folded = g_string_new (NULL);
  lower = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c)) {
      gap = folded->len > 0;
      continue;
    }
    if (g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
      continue;
    if (gap)
      g_string_append_c (folded, ' ');
    gap = FALSE;
    if (c < 128) /* may be a capital again, of a letter in another style */
      g_string_append_c (folded, g_ascii_tolower ((char) c));
    else
      g_string_append_unichar (folded, c);
  }
  return g_string_free_and_steal (g_steal_pointer (&folded));
}

static gboolean
in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '+' || c == '#';
}

/* The words of a folded text, as the index divides it. */
static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *p = folded;

  while (*p != '\0') {
    const char *begin = p;
    while (*p != '\0' && in_word (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    if (p > begin)
      g_ptr_array_add (words, g_strndup (begin, (gsize) (p - begin)));
    else
      p = g_utf8_next_char (p);
  }
  return words;
}

GArray *
bearings_library_find_words (const char *text, const char *search)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = bearings_library_fold_text (search != NULL ? search : "");
  g_autoptr (GPtrArray) words = split_words (folded);
  const char *p = text;

  while (words->len > 0 && *p != '\0') {
    const char *begin = p;
    g_autofree char *raw = NULL;
    g_autofree char *word = NULL;

    while (*p != '\0' && in_word (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    if (p == begin) {
      p = g_utf8_next_char (p);
      continue;
    }
    raw = g_strndup (begin, (gsize) (p - begin));
    word = bearings_library_fold_text (raw);
    for (guint i = 0; i < words->len; i++)
      if (g_str_has_prefix (word, g_ptr_array_index (words, i))) {
        guint ends[] = { (guint) (begin - text), (guint) (p - text) };
        g_array_append_vals (found, ends, 2);
        break;
      }
  }
  return found;
}

/* How much of a text stands before and after a word found in it. */
#define CHARS_BEFORE 16
#define CHARS_AFTER 40

/* What stands around the word that begins at @at, whole words only. */
static char *
cut_around (const char *line, guint at)
{
  const char *begin = line + at, *end;
  glong before = g_utf8_strlen (line, at);
  g_autofree char *middle = NULL;

  if (before > CHARS_BEFORE) {
    begin = g_utf8_offset_to_pointer (line, before - CHARS_BEFORE);
    while (begin < line + at && *begin != ' ')
      begin = g_utf8_next_char (begin);
    while (begin < line + at && *begin == ' ')
      begin++;
  } else {
    begin = line;
  }
  end = line + at;
  for (guint i = 0; *end != '\0' && (i < CHARS_AFTER || *end != ' '); i++)
    end = g_utf8_next_char (end);
  middle = g_strndup (begin, (gsize) (end - begin));
  return g_strconcat (begin > line ? "…" : "", middle, *end != '\0' ? "…" : "", NULL);
}

char *
bearings_library_row_found (BearingsLibraryRow *self, const char *search)
{
  g_autofree char *folded = bearings_library_fold_text (search != NULL ? search : "");
  g_autoptr (GPtrArray) words = split_words (folded);
  g_auto (GStrv) lines = g_strsplit (self->body != NULL ? self->body : "", "\n", -1);

  for (guint i = 0; i < words->len; i++) {
    const char *word = g_ptr_array_index (words, i);
    g_autofree char *caption = bearings_library_row_caption (self);
    g_autoptr (GArray) in_title =
      bearings_library_find_words (self->title != NULL ? self->title : "", word);
    g_autoptr (GArray) in_caption = bearings_library_find_words (caption, word);

    if (in_title->len > 0 || in_caption->len > 0)
      continue;
    for (guint j = 0; lines[j] != NULL; j++) {
      g_autoptr (GArray) found = bearings_library_find_words (lines[j], word);
      if (found->len > 0)
        return cut_around (lines[j], g_array_index (found, guint, 0));
    }
  }
  return NULL;
}
