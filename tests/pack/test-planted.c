/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check of a set is for, put into the shipped packs on purpose: all of it is found, and
 * nothing where nothing was put. Arguments: the packs. */

#include <string.h>

#include "bearings-check-prose.h"
#include "bearings-check-set.h"
#include "bearings-claims.h"
#include "bearings-instrument.h"
#include "bearings-pack-validator.h"
#include "pack-fixture.h"

#define MOST 1000000

static GPtrArray *packs; /* GPtrArray of BearingsRecord: what stands in each file */
static char **names;

static void
load (int n, char **paths)
{
  static const BearingsPackHandler handler = { .record = take_record };

  names = paths;
  packs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (int i = 0; i < n; i++) {
    g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autoptr (BearingsPackSummary) summary = NULL;
    g_autoptr (GError) error = NULL;
    GPtrArray *records = g_ptr_array_new_with_free_func (bearings_record_unref);

    summary = bearings_pack_reader_read (file, &handler, records, problems, NULL, &error);
    g_assert_no_error (error);
    g_ptr_array_add (packs, records);
  }
}

static void
show (BearingsSetCheck *check, GPtrArray *records, const char *file)
{
  for (guint i = 0; i < records->len; i++) {
    g_autofree char *path = g_strdup_printf ("$.records[%u]", i);
    bearings_set_check_record (check, records->pdata[i], file, i + 1, path);
  }
}

/* What is found in everything that ships with @planted after it. */
static GPtrArray *
find_in_all (GPtrArray *planted)
{
  g_autoptr (BearingsSetCheck) check = bearings_set_check_new ();
  GPtrArray *problems = bearings_problem_list_new ();

  for (guint i = 0; i < packs->len; i++)
    show (check, packs->pdata[i], names[i]);
  show (check, planted, "planted");
  bearings_set_check_finish (check, TRUE, problems, MOST);
  return problems;
}

/* Every pack is as good alone as with the others. */
static void
test_nothing (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) together = find_in_all (none);
  g_autofree char *all = all_problems (together);

  g_assert_cmpstr (all, ==, "");
  for (guint i = 0; i < packs->len; i++) {
    g_autoptr (BearingsSetCheck) check = bearings_set_check_new ();
    g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
    g_autofree char *alone = NULL;

    show (check, packs->pdata[i], names[i]);
    bearings_set_check_finish (check, TRUE, problems, MOST);
    alone = all_problems (problems);
    g_assert_cmpstr (alone, ==, "");
  }
}

static GPtrArray *
planted_new (void)
{
  return g_ptr_array_new_with_free_func (bearings_record_unref);
}

typedef void (*PlantFunc) (const BearingsRecord *record, GPtrArray *planted);

static GPtrArray *
plant (BearingsRecordKind kind, PlantFunc func)
{
  GPtrArray *planted = planted_new ();

  for (guint i = 0; i < packs->len; i++) {
    GPtrArray *records = packs->pdata[i];
    for (guint j = 0; j < records->len; j++) {
      const BearingsRecord *record = records->pdata[j];
      if (record->type->kind == kind)
        func (record, planted);
    }
  }
  return planted;
}

static const char *
describe (const BearingsRecord *record)
{
  switch (record->type->kind) {
  case BEARINGS_RECORD_CLAIM:
    return ((const BearingsClaim *) record)->statement;
  case BEARINGS_RECORD_ITEM:
    return ((const BearingsItem *) record)->prompt;
  default:
    return record->id;
  }
}

/* Each of @planted is named once by a problem of @code, with a line, a path and what to do. */
static void
assert_all_found (GPtrArray *planted, const char *code, guint least)
{
  g_autoptr (GPtrArray) problems = find_in_all (planted);
  g_autofree guint8 *found = g_new0 (guint8, planted->len + 1);
  guint n_missed = 0;

  g_assert_cmpuint (planted->len, >=, least);
  for (guint i = 0; i < problems->len; i++) {
    const BearingsProblem *problem = problems->pdata[i];

    g_assert_cmpstr (problem->file, ==, "planted");
    g_assert_cmpuint (problem->line, >, 0);
    g_assert_true (g_str_has_prefix (problem->path, "$.records["));
    g_assert_cmpint (problem->severity, ==, BEARINGS_SEVERITY_WARNING);
    g_assert_nonnull (strchr (problem->message, ';')); /* what was found; what to do */
    if (strcmp (problem->code, code) == 0)
      found[problem->line - 1] = 1;
  }
  for (guint i = 0; i < planted->len; i++)
    if (!found[i]) {
      n_missed++;
      g_printerr ("# not found: %s\n", describe (planted->pdata[i]));
    }
  g_test_message ("%s: %u planted, %u missed", code, planted->len, n_missed);
  g_assert_cmpuint (n_missed, ==, 0);
}

static BearingsClaim *
claim_new (GPtrArray *planted, const char *before, const char *middle, const char *after)
{
  BearingsClaim *claim = bearings_record_new (BEARINGS_RECORD_CLAIM);

  claim->record.id = g_strdup_printf ("planted-%u", planted->len);
  claim->statement = g_strconcat (before, middle, after, NULL);
  g_ptr_array_add (planted, claim);
  return claim;
}

/* Each figure of a statement, in turn, becomes one that nothing gives. */
static void
plant_figures (const BearingsRecord *record, GPtrArray *planted)
{
  const char *statement = ((const BearingsClaim *) record)->statement;
  const char *at = statement;
  double value;
  char *words;

  while (bearings_check_prose_next_figure (&at, &value, &words)) {
    gsize length = strlen (words);
    g_autofree char *before = g_strndup (statement, (gsize) (at - statement) - length);
    g_autofree char *other = g_strdup_printf ("%.4f", 713.0117 + planted->len * 17.3719);
    const char *unit = words + strspn (words, "0123456789.,");
    g_autofree char *middle = g_strconcat (other, unit, NULL);

    claim_new (planted, before, middle, at);
    g_free (words);
  }
}

static void
test_figures (void)
{
  g_autoptr (GPtrArray) planted = plant (BEARINGS_RECORD_CLAIM, plant_figures);

  assert_all_found (planted, "unbacked-figure", 30);
}

/* Among the numbers of a hundred thousand claims, too, nearly every one is missed. */
static void
test_many (void)
{
  g_autoptr (BearingsSetCheck) check = bearings_set_check_new ();
  g_autoptr (GPtrArray) problems = bearings_problem_list_new ();
  g_autoptr (GPtrArray) planted = planted_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 100000; i++) {
    g_autoptr (BearingsClaim) claim = bearings_record_new (BEARINGS_RECORD_CLAIM);
    claim->finding.value = g_rand_double_range (rand, 0, 100);
    claim->finding.low = claim->finding.value - g_rand_double (rand);
    claim->finding.high = claim->finding.value + g_rand_double (rand);
    claim->finding.count = g_rand_int_range (rand, 0, 100000);
    bearings_set_check_record (check, &claim->record, "many", i + 1, "$");
  }
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *figure = g_strdup_printf ("%.3f", 200.0005 + i * 3.017);
    claim_new (planted, "Of those asked, ", figure, " percent use it.");
  }
  show (check, planted, "planted");
  bearings_set_check_finish (check, TRUE, problems, MOST);
  g_test_message ("%u of %u found", problems->len, planted->len);
  g_assert_cmpuint (problems->len, >=, 990);
}

/* Each number of a statement, in turn, is left out. */
static void
plant_blanks (const BearingsRecord *record, GPtrArray *planted)
{
  const char *statement = ((const BearingsClaim *) record)->statement;

  for (const char *p = statement; *p != '\0'; p++) {
    const char *end = p;
    g_autofree char *before = NULL;

    while (g_ascii_isdigit (*end) || (end > p && strchr (".,", *end) && g_ascii_isdigit (end[1])))
      end++;
    /* A number by itself, not a part of a word, a date or a range. */
    if (end == p || p == statement || p[-1] != ' ' || strchr (" .,;)%", *end) == NULL)
      continue;
    before = g_strndup (statement, (gsize) (p - statement));
    claim_new (planted, before, "", end);
    p = end - 1;
  }
}

static void
test_blanks (void)
{
  g_autoptr (GPtrArray) planted = plant (BEARINGS_RECORD_CLAIM, plant_blanks);

  assert_all_found (planted, "blank-number", 50);
}

static BearingsItem *
item_new (const BearingsItem *like, GPtrArray *planted, const char *prompt)
{
  BearingsItem *item = bearings_record_new (BEARINGS_RECORD_ITEM);

  item->record.id = g_strdup_printf ("planted-%u", planted->len);
  item->instrument = g_strdup (like->instrument);
  item->code = g_strdup (like->code);
  item->prompt = g_strdup (prompt);
  for (guint i = 0; i < like->options->len; i++) {
    const BearingsItemOption *option = like->options->pdata[like->options->len - 1 - i];
    BearingsItemOption *copy = bearings_record_struct_new (&bearings_item_option_type);

    copy->text = g_strdup (option->text);
    g_ptr_array_add (item->options, copy);
  }
  for (guint i = 0; i < like->anchors->len; i++) {
    BearingsItemAnchor *copy = bearings_record_struct_new (&bearings_item_anchor_type);

    copy->text = g_strdup (((const BearingsItemAnchor *) like->anchors->pdata[i])->text);
    g_ptr_array_add (item->anchors, copy);
  }
  g_ptr_array_add (planted, item);
  return item;
}

/* Other letters and signs, and the options in another order: the same question. */
static void
plant_same_question (const BearingsRecord *record, GPtrArray *planted)
{
  const BearingsItem *item = (const BearingsItem *) record;
  g_autofree char *upper = g_utf8_strup (item->prompt, -1);
  g_autofree char *prompt = g_strconcat (" ", upper, " ?!", NULL);

  item_new (item, planted, prompt);
}

/* One small word more. */
static void
plant_longer_question (const BearingsRecord *record, GPtrArray *planted)
{
  const BearingsItem *item = (const BearingsItem *) record;
  g_autofree char *prompt = g_strconcat ("Please: ", item->prompt, NULL);

  item_new (item, planted, prompt);
}

/* One word becomes another. */
static void
plant_other_word (const BearingsRecord *record, GPtrArray *planted)
{
  const BearingsItem *item = (const BearingsItem *) record;
  const char *blank = strrchr (item->prompt, ' ');
  g_autofree char *before = NULL;
  g_autofree char *prompt = NULL;

  if (blank == NULL)
    return;
  before = g_strndup (item->prompt, (gsize) (blank - item->prompt));
  prompt = g_strconcat (before, " zebra?", NULL);
  item_new (item, planted, prompt);
}

static void
test_questions (void)
{
  static const PlantFunc plants[] = { plant_same_question, plant_longer_question,
                                      plant_other_word };

  for (guint i = 0; i < G_N_ELEMENTS (plants); i++) {
    g_autoptr (GPtrArray) planted = plant (BEARINGS_RECORD_ITEM, plants[i]);
    assert_all_found (planted, "duplicate-question", 100);
  }
}

static BearingsSource *
source_new (const BearingsSource *like, GPtrArray *planted)
{
  BearingsSource *source = bearings_record_new (BEARINGS_RECORD_SOURCE);

  source->record.id = g_strdup_printf ("planted-%u", planted->len);
  source->csl_type = g_strdup (like->csl_type);
  source->title = g_strdup (like->title);
  source->issued = g_strdup (like->issued);
  for (guint i = 0; i < like->authors->len; i++)
    g_ptr_array_add (source->authors, g_strdup (like->authors->pdata[i]));
  g_ptr_array_add (planted, source);
  return source;
}

static gboolean
is_dated (const BearingsSource *source)
{
  return source->title != NULL && source->issued != NULL && source->authors->len > 0;
}

/* The same paper without its DOI, with a full stop and capitals. */
static void
plant_without_doi (const BearingsRecord *record, GPtrArray *planted)
{
  const BearingsSource *like = (const BearingsSource *) record;
  g_autofree char *upper = NULL;

  if (!is_dated (like))
    return;
  upper = g_utf8_strup (like->title, -1);
  g_set_str (&source_new (like, planted)->title, upper);
}

/* The DOI in capitals, under another title. */
static void
plant_same_doi (const BearingsRecord *record, GPtrArray *planted)
{
  const BearingsSource *like = (const BearingsSource *) record;
  BearingsSource *source;

  if (like->doi == NULL)
    return;
  source = source_new (like, planted);
  g_set_str (&source->title, "Another title");
  source->doi = g_ascii_strup (like->doi, -1);
}

/* A preprint of the year before, with a DOI of its own. */
static void
plant_preprint (const BearingsRecord *record, GPtrArray *planted)
{
  const BearingsSource *like = (const BearingsSource *) record;
  BearingsSource *source;
  int year = like->issued != NULL ? atoi (like->issued) : 0;

  if (!is_dated (like) || g_strcmp0 (like->csl_type, "article-journal") != 0)
    return;
  source = source_new (like, planted);
  g_set_str (&source->csl_type, "article");
  g_free (source->issued);
  source->issued = g_strdup_printf ("%04d", year - 1);
  source->doi = g_strdup_printf ("10.48550/planted.%u", planted->len);
}

static void
test_sources (void)
{
  g_autoptr (GPtrArray) without_doi = plant (BEARINGS_RECORD_SOURCE, plant_without_doi);
  g_autoptr (GPtrArray) same_doi = plant (BEARINGS_RECORD_SOURCE, plant_same_doi);
  g_autoptr (GPtrArray) preprint = plant (BEARINGS_RECORD_SOURCE, plant_preprint);

  assert_all_found (without_doi, "duplicate-source", 20);
  assert_all_found (same_doi, "duplicate-source", 10);
  assert_all_found (preprint, "duplicate-source", 5);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load (argc - 1, argv + 1);
  g_test_add_func ("/pack/planted/nothing", test_nothing);
  g_test_add_func ("/pack/planted/figures", test_figures);
  g_test_add_func ("/pack/planted/many", test_many);
  g_test_add_func ("/pack/planted/blanks", test_blanks);
  g_test_add_func ("/pack/planted/questions", test_questions);
  g_test_add_func ("/pack/planted/sources", test_sources);
  status = g_test_run ();
  g_ptr_array_unref (packs);
  return status;
}
