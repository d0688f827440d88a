/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks over a pack: duplicates in other words, numbers in prose. */

#include "bearings-check-set.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bearings-check-prose.h"
#include "bearings-claims.h"
#include "bearings-instrument.h"

#define FILTER_LINES (1u << 16) /* of 512 bits, as the processor fetches them */
#define MOST_WAITING 2000       /* figures that wait for a number to back them */
#define ALIKE 0.75              /* share of words two questions have in common */
#define MOST_WORDS 256          /* of one question */
#define YEARS_IN_PRINT 2        /* between a preprint and the article */
#define MOST_ITEMS 2000         /* compared with each other */

typedef struct {
  char *file;
  guint line;
  char *path;
  char *words;
  double value;
} Waiting;

typedef struct {
  char *id;
  char *file;
  guint line;
  char *path;
  char *instrument;
  char *code;    /* or NULL */
  GArray *words; /* hashes, ascending */
} Question;

typedef struct {
  char *id;
  char *type;
  int year;
  char *file;
  guint line;
} SeenSource;

struct _BearingsSetCheck {
  guint64 *numbers;     /* bits: a number of the pack, by its hash */
  GArray *waiting;      /* Waiting */
  GPtrArray *questions; /* Question */
  GHashTable *sources;  /* DOI, or folded title with or without year -> SeenSource */
  GPtrArray *pairs;     /* id, id of two sources, with a problem */
  GHashTable *joined;   /* "a b" of two sources of one study */
  GPtrArray *found;     /* BearingsProblem */
};

typedef struct {
  char *first, *second;
  BearingsProblem *problem;
} Pair;

static void
waiting_clear (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->file);
  g_free (waiting->path);
  g_free (waiting->words);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->id);
  g_free (question->file);
  g_free (question->path);
  g_free (question->instrument);
  g_free (question->code);
  g_array_unref (question->words);
  g_free (question);
}

static void
source_free (gpointer data)
{
  SeenSource *source = data;

  g_free (source->id);
  g_free (source->type);
  g_free (source->file);
  g_free (source);
}

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->first);
  g_free (pair->second);
  g_clear_pointer (&pair->problem, bearings_problem_free);
  g_free (pair);
}

BearingsSetCheck *
bearings_set_check_new (void)
{
  BearingsSetCheck *self = g_new0 (BearingsSetCheck, 1);

  self->numbers = g_new0 (guint64, FILTER_LINES * 8);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_array_set_clear_func (self->waiting, waiting_clear);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, source_free);
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  self->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->found = bearings_problem_list_new ();
  return self;
}

void
bearings_set_check_free (BearingsSetCheck *self)
{
  g_free (self->numbers);
  g_array_unref (self->waiting);
  g_ptr_array_unref (self->questions);
  g_hash_table_unref (self->sources);
  g_ptr_array_unref (self->pairs);
  g_hash_table_unref (self->joined);
  g_ptr_array_unref (self->found);
  g_free (self);
}

/* Numbers ------------------------------------------------------------------------------------ */

/* Numbers that are alike to three decimals have the same two bits, of one line. */
static guint64 *
find_bits (BearingsSetCheck *self, double value, guint64 bits[2])
{
  gint64 scaled = (gint64) llround (value * 1000);
  guint64 hash = (guint64) scaled * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 *line = self->numbers + (hash >> 48) * 8;
  guint word = hash >> 45 & 7; /* both bits in one word of the line */

  hash ^= hash >> 29;
  bits[0] = G_GUINT64_CONSTANT (1) << (hash >> 20 & 63);
  bits[1] = G_GUINT64_CONSTANT (1) << (hash >> 26 & 63);
  return line + word;
}

static void
note_one (BearingsSetCheck *self, double value)
{
  guint64 bits[2];
  guint64 *word = find_bits (self, value, bits);

  *word |= bits[0] | bits[1];
}

static gboolean
is_noted (BearingsSetCheck *self, double value)
{
  guint64 bits[2];
  const guint64 *word = find_bits (self, value, bits);

  return (*word & bits[0]) != 0 && (*word & bits[1]) != 0;
}

/* A number, as a sentence may round it, without its sign, or as percent. */
static void
note_number (BearingsSetCheck *self, double value)
{
  double size = fabs (value);

  if (!(size < 1e15))
    return;
  for (double scale = 1; scale <= 1000; scale *= 10)
    note_one (self, round (size * scale) / scale);
  if (size <= 1)
    for (double scale = 1; scale <= 100; scale *= 10)
      note_one (self, round (size * 100 * scale) / scale);
  if (size >= 1000)
    for (double unit = 10; unit <= 1000; unit *= 10)
      note_one (self, round (size / unit) * unit);
}

/* Walking a record ---------------------------------------------------------------------------- */

typedef struct {
  BearingsSetCheck *self;
  const BearingsRecord *record;
  const char *file;
  guint line;
  GString *path;
  gboolean prose; /* of this kind of record */
  gboolean
    backs; /* its numbers back those of sentences; what people say without a source does not */
} Walk;

static void
add_found (GPtrArray *to, const Walk *walk, const char *code, char *message)
{
  g_autofree char *owned = message;

  g_ptr_array_add (to, bearings_problem_new (BEARINGS_SEVERITY_WARNING, walk->file, walk->line,
                                             walk->path->str, code, "%s", owned));
}

static void
look_for_blank (Walk *walk, const char *text)
{
  const char *blank = bearings_check_prose_find_blank (text);
  g_autofree char *piece = NULL;

  if (blank == NULL)
    return;
  piece = g_utf8_make_valid (blank, (gssize) MIN (strlen (blank), 40));
  add_found (walk->self->found, walk, "blank-number",
             /* Translators: a piece of a sentence. */
             g_strdup_printf (_ ("something seems to be missing at “%s”; write the number or take "
                                 "the sentence out"),
                              piece));
}

static void
look_for_figures (Walk *walk, const char *text)
{
  double value;
  char *words;

  while (bearings_check_prose_next_figure (&text, &value, &words)) {
    Waiting waiting = { g_strdup (walk->file), walk->line, g_strdup (walk->path->str), words,
                        value };

    if (is_noted (walk->self, value) || walk->self->waiting->len >= MOST_WAITING)
      waiting_clear (&waiting);
    else
      g_array_append_val (walk->self->waiting, waiting);
  }
}

static void
look_at_text (Walk *walk, const BearingsField *field, const char *text)
{
  static const char *const prose[] = { "statement", "implication", "text", "verdict_note" };

  if (walk->record->type->kind != BEARINGS_RECORD_ITEM)
    look_for_blank (walk, text);
  if (!walk->prose)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    if (g_str_equal (field->name, prose[i]))
      look_for_figures (walk, text);
}

/* Without printf(), which would take longer than the checks do. */
static void
add_member (GString *path, const char *name)
{
  g_string_append_c (path, '.');
  g_string_append (path, name);
}

/* Numbers first: a sentence may stand before the finding that backs it. */
static void
walk_struct (Walk *walk, const BearingsStructType *type, gconstpointer data, gboolean texts)
{
  gsize length = walk->path->len;

  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];

    switch (field->kind) {
    case BEARINGS_FIELD_REAL:
      if (!texts && walk->backs && bearings_field_is_set (field, data))
        note_number (walk->self, *BEARINGS_FIELD_AT (double, data, field));
      break;
    case BEARINGS_FIELD_INTEGER:
      if (!texts && walk->backs && bearings_field_is_set (field, data))
        note_number (walk->self, (double) *BEARINGS_FIELD_AT (gint64, data, field));
      break;
    case BEARINGS_FIELD_TEXT:
      if (texts && *BEARINGS_FIELD_AT (char *, data, field) != NULL) {
        add_member (walk->path, field->name);
        look_at_text (walk, field, *BEARINGS_FIELD_AT (char *, data, field));
      }
      break;
    case BEARINGS_FIELD_STRUCT:
      add_member (walk->path, field->name);
      walk_struct (walk, field->structure, (const char *) data + field->offset, texts);
      break;
    case BEARINGS_FIELD_STRUCTS: {
      GPtrArray *list = *BEARINGS_FIELD_AT (GPtrArray *, data, field);
      for (guint j = 0; j < list->len; j++) {
        g_string_append_printf (walk->path, ".%s[%u]", field->name, j);
        walk_struct (walk, field->structure, list->pdata[j], texts);
        g_string_truncate (walk->path, length);
      }
      break;
    }
    default:
      break;
    }
    g_string_truncate (walk->path, length);
  }
}

/* Duplicates ---------------------------------------------------------------------------------- */

/* Small letters and digits of a text, one blank between words. */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  GString *folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isalnum (c))
      g_string_append_unichar (folded, c);
    else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  }
  return g_strchomp (g_string_free_and_steal (folded));
}

static void
add_words (GArray *words, const char *text)
{
  g_autofree char *folded = text != NULL ? fold (text) : NULL;
  g_auto (GStrv) parts = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++) {
    guint hash = g_str_hash (parts[i]) * 2654435769u;
    g_array_append_val (words, hash);
  }
}

static void
add_whole (GArray *words, const char *text)
{
  guint hash = g_str_hash (text != NULL ? text : "") * 2654435769u;

  g_array_append_val (words, hash);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Of a long text the smallest hashes stand for all: a sample that is the same of the same words. */
static void
sort_words (GArray *words)
{
  guint n = 0;

  g_array_sort (words, compare_hashes);
  for (guint i = 0; i < words->len && n < MOST_WORDS; i++)
    if (n == 0 || g_array_index (words, guint, i) != g_array_index (words, guint, n - 1))
      g_array_index (words, guint, n++) = g_array_index (words, guint, i);
  g_array_set_size (words, n);
}

/* Code is compared sign by sign: one sign makes another question. */
static void
note_question (const Walk *walk, const BearingsItem *item)
{
  Question *question;

  if (walk->self->questions->len >= MOST_ITEMS)
    return;
  question = g_new0 (Question, 1);
  question->id = g_strdup (item->record.id);
  question->file = g_strdup (walk->file);
  question->line = walk->line;
  question->path = g_strdup (walk->path->str);
  question->instrument = g_strdup (item->instrument);
  question->words = g_array_new (FALSE, FALSE, sizeof (guint));
  add_words (question->words, item->prompt);
  question->code = g_strdup (item->code);
  for (guint i = 0; i < item->options->len; i++)
    add_whole (question->words, ((BearingsItemOption *) item->options->pdata[i])->text);
  for (guint i = 0; i < item->anchors->len; i++)
    add_whole (question->words, ((BearingsItemAnchor *) item->anchors->pdata[i])->text);
  sort_words (question->words);
  g_ptr_array_add (walk->self->questions, question);
}

static double
likeness (const Question *a, const Question *b)
{
  guint x = a->words->len, y = b->words->len, both = 0;
  const guint *p = (const guint *) a->words->data;
  const guint *q = (const guint *) b->words->data;

  if (x == 0 || MIN (x, y) < ALIKE * MAX (x, y)) /* cannot be alike */
    return 0;
  for (guint i = 0, j = 0; i < x && j < y;) {
    both += p[i] == q[j];
    if (p[i] == q[j])
      i++, j++;
    else if (p[i] < q[j])
      i++;
    else
      j++;
    if (x - (i - both) < ALIKE * (y + (i - both))) /* too much of the one is not in the other */
      return 0;
  }
  return (double) both / (x + y - both);
}

/* Where the first of two stands, for a reader who is at the second. */
static char *
describe_place (const char *file, guint line, const char *here)
{
  if (g_strcmp0 (file, here) == 0)
    return g_strdup_printf (_ ("line %u"), line);
  /* Translators: a line and the file it is in. */
  return g_strdup_printf (_ ("line %u of “%s”"), line, file);
}

static void
compare_questions (BearingsSetCheck *self)
{
  for (guint i = 1; i < self->questions->len; i++)
    for (guint j = 0; j < i; j++) {
      const Question *second = self->questions->pdata[i];
      const Question *first = self->questions->pdata[j];
      g_autofree char *place = NULL;

      if (g_strcmp0 (first->instrument, second->instrument) != 0 ||
          g_strcmp0 (first->code, second->code) != 0 || likeness (first, second) < ALIKE)
        continue;
      place = describe_place (first->file, first->line, second->file);
      g_ptr_array_add (
        self->found,
        bearings_problem_new (BEARINGS_SEVERITY_WARNING, second->file, second->line, second->path,
                              "duplicate-question",
                              /* Translators: ids of two questions, "line 7". */
                              _ ("“%s” asks nearly the same as “%s” (%s); keep one of them"),
                              second->id, first->id, place));
      break;
    }
}

static char *
pair_key (const char *a, const char *b)
{
  return strcmp (a, b) < 0 ? g_strdup_printf ("%s %s", a, b) : g_strdup_printf ("%s %s", b, a);
}

static void
add_pair (const Walk *walk, const SeenSource *seen, const BearingsSource *source, const char *what)
{
  g_autofree char *place = describe_place (seen->file, seen->line, walk->file);
  Pair *pair;

  for (guint i = 0; i < walk->self->pairs->len; i++) { /* each pair is told once */
    const Pair *told = walk->self->pairs->pdata[walk->self->pairs->len - 1 - i];

    if (!g_str_equal (told->second, source->record.id))
      break;
    if (g_str_equal (told->first, seen->id))
      return;
  }
  pair = g_new (Pair, 1);
  *pair =
    (Pair) { g_strdup (seen->id), g_strdup (source->record.id),
             bearings_problem_new (BEARINGS_SEVERITY_WARNING, walk->file, walk->line,
                                   walk->path->str, "duplicate-source",
                                   /* Translators: ids of two sources, "title, author and year" or
                                      "DOI", a line. */
                                   _ ("“%s” has the %s of “%s” (%s); keep one of them, or add a "
                                      "“study” that names both"),
                                   source->record.id, what, seen->id, place) };
  g_ptr_array_add (walk->self->pairs, pair);
}

/* What was seen under that key before; the first time nothing. Takes the key. */
static const SeenSource *
see_source (const Walk *walk, const BearingsSource *source, char *key, int year)
{
  SeenSource *seen = g_hash_table_lookup (walk->self->sources, key);

  if (seen != NULL) {
    g_free (key);
    return seen;
  }
  seen = g_new (SeenSource, 1);
  *seen = (SeenSource) { g_strdup (source->record.id), g_strdup (source->csl_type), year,
                         g_strdup (walk->file), walk->line };
  g_hash_table_insert (walk->self->sources, key, seen);
  return NULL;
}

static void
note_source (const Walk *walk, const BearingsSource *source)
{
  g_autofree char *title = fold (source->title != NULL ? source->title : "");
  g_autofree char *author = NULL;
  const SeenSource *seen;
  int year;

  if (source->doi != NULL) {
    g_autofree char *doi = g_utf8_casefold (source->doi, -1);

    seen = see_source (walk, source, g_strdup_printf ("doi %s", doi), 0);
    if (seen != NULL)
      add_pair (walk, seen, source, _ ("DOI"));
  }
  if (source->authors->len == 0 || source->issued == NULL || *title == '\0')
    return;
  author = fold (source->authors->pdata[0]);
  year = (int) g_ascii_strtoll (source->issued, NULL, 10);
  seen = see_source (walk, source, g_strdup_printf ("%d %s by %s", year, title, author), year);
  if (seen != NULL)
    add_pair (walk, seen, source, _ ("title, author and year"));
  /* A yearly report has its title every year; a preprint and its article are of two types. */
  seen = see_source (walk, source, g_strdup_printf ("paper %s by %s", title, author), year);
  if (seen != NULL && g_strcmp0 (seen->type, source->csl_type) != 0 &&
      ABS (seen->year - year) <= YEARS_IN_PRINT)
    add_pair (walk, seen, source, _ ("title and author"));
}

static void
note_study (BearingsSetCheck *self, const BearingsStudy *study)
{
  for (guint i = 0; i < study->sources->len; i++)
    for (guint j = 0; j < i && j < 100; j++)
      g_hash_table_add (self->joined,
                        pair_key (study->sources->pdata[i], study->sources->pdata[j]));
}

void
bearings_set_check_record (BearingsSetCheck *self,
                           const BearingsRecord *record,
                           const char *file,
                           guint line,
                           const char *path)
{
  g_autoptr (GString) buffer = g_string_new (path);
  BearingsRecordKind kind = record->type->kind;
  Walk walk = { self,
                record,
                file,
                line,
                buffer,
                kind == BEARINGS_RECORD_CLAIM || kind == BEARINGS_RECORD_READING ||
                  kind == BEARINGS_RECORD_LADDER || kind == BEARINGS_RECORD_REGISTER_ENTRY,
                kind != BEARINGS_RECORD_REGISTER_ENTRY };

  walk_struct (&walk, &record->type->structure, record, FALSE);
  walk_struct (&walk, &record->type->structure, record, TRUE);
  if (kind == BEARINGS_RECORD_ITEM)
    note_question (&walk, (const BearingsItem *) record);
  else if (kind == BEARINGS_RECORD_SOURCE)
    note_source (&walk, (const BearingsSource *) record);
  else if (kind == BEARINGS_RECORD_STUDY)
    note_study (self, (const BearingsStudy *) record);
}

static void
tell_unbacked (BearingsSetCheck *self)
{
  for (guint i = 0; i < self->waiting->len; i++) {
    const Waiting *waiting = &g_array_index (self->waiting, Waiting, i);

    if (is_noted (self, waiting->value))
      continue;
    g_ptr_array_add (self->found,
                     bearings_problem_new (
                       BEARINGS_SEVERITY_WARNING, waiting->file, waiting->line, waiting->path,
                       "unbacked-figure",
                       /* Translators: a figure in a sentence: "42 percent". */
                       _ ("no finding of the pack gives “%s”; add the finding with its source, "
                          "or take the figure out"),
                       waiting->words));
  }
}

void
bearings_set_check_finish (BearingsSetCheck *self,
                           gboolean complete,
                           GPtrArray *problems,
                           guint most)
{
  if (complete)
    tell_unbacked (self);
  compare_questions (self);
  for (guint i = 0; i < self->pairs->len; i++) {
    Pair *pair = self->pairs->pdata[i];
    g_autofree char *key = pair_key (pair->first, pair->second);

    if (!g_hash_table_contains (self->joined, key))
      g_ptr_array_add (self->found, g_steal_pointer (&pair->problem));
  }
  for (guint i = 0; i < self->found->len && problems->len < most; i++)
    g_ptr_array_add (problems, g_steal_pointer (&self->found->pdata[i]));
  g_ptr_array_set_free_func (self->found, NULL); /* what was not taken is freed here */
  for (guint i = 0; i < self->found->len; i++)
    g_clear_pointer ((BearingsProblem **) &self->found->pdata[i], bearings_problem_free);
}
