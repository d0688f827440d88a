/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a sentence on the screen to its primary source, step by step. */

#include "bearings-trace-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bearings-format.h"

static void
step_free (gpointer data)
{
  BearingsTraceStep *step = data;

  g_free (step->title);
  g_free (step->text);
  g_free (step->note);
  g_free (step->url);
  g_free (step->rests_on);
  g_ptr_array_unref (step->quotes);
  g_ptr_array_unref (step->differences);
  g_clear_pointer (&step->hop, bearings_record_unref);
  g_clear_pointer (&step->source, bearings_record_unref);
  g_clear_object (&step->evidence);
  g_free (step);
}

BearingsTraceStep *
bearings_trace_step_new (BearingsTraceStepKind kind,
                         char *title,
                         const char *text,
                         const char *note)
{
  BearingsTraceStep *step = g_new0 (BearingsTraceStep, 1);

  step->kind = kind;
  step->title = title;
  step->text = g_strdup (text);
  step->note = g_strdup (note);
  step->quotes = g_ptr_array_new_with_free_func (g_free);
  step->differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_trace_difference_free);
  return step;
}

static void
take_quotes (BearingsTraceStep *step, const GPtrArray *quotes)
{
  for (guint i = 0; i < quotes->len; i++)
    g_ptr_array_add (step->quotes, g_strdup (quotes->pdata[i]));
}

static BearingsSource *
source_of (GHashTable *sources, const char *id)
{
  return id != NULL ? g_hash_table_lookup (sources, id) : NULL;
}

/* Statements ---------------------------------------------------------------------------------- */

static BearingsTraceStatement
statement_of_hop (const BearingsTraceHop *hop)
{
  return (BearingsTraceStatement) {
    .hedge = hop->hedge,
    .hedge_words = hop->hedge_words,
    .number = hop->number,
    .number_high = hop->number_high,
    .unit = hop->unit,
    .years = hop->about_years,
    .year = hop->year,
    .n = hop->n,
    .n_unit = hop->n_unit,
    .words = hop->key_words,
    .credits = hop->credits,
  };
}

/* Our own sentence stands beside its figure and sample, which are compared in its place. */
static BearingsTraceStatement
statement_of_claim (const BearingsClaim *claim)
{
  return (BearingsTraceStatement) {
    .hedge = claim->hedge,
    .number = bearings_figure_has_value (&claim->finding) ? claim->finding.value : NAN,
    .number_high = NAN,
    .unit = claim->finding.unit,
    .n = claim->sample.n,
    .n_unit = claim->sample.unit,
  };
}

/* Without a hedge on record nobody has looked at what the wording commits to. */
static BearingsTraceStatement
statement_of_entry (const BearingsRegisterEntry *entry)
{
  return (BearingsTraceStatement) {
    .hedge = entry->hedge,
    .hedge_words = entry->hedge_words,
    .number = entry->number,
    .number_high = entry->number_high,
    .unit = entry->unit,
    .years = entry->about_years,
    .n = entry->n,
    .n_unit = entry->n_unit,
    .credits = entry->credits,
    .whole = entry->hedge != 0,
  };
}

/* Which hop rests on which -------------------------------------------------------------------- */

static gboolean
passes_on (int part)
{
  return part != BEARINGS_HOP_INQUIRY && part != BEARINGS_HOP_RELATED;
}

int
bearings_trace_rests_on (const GPtrArray *hops, guint index)
{
  const BearingsTraceHop *hop = hops->pdata[index];

  if (hop->part == BEARINGS_HOP_PRIMARY || hop->part == BEARINGS_HOP_EARLIEST ||
      !passes_on (hop->part))
    return -1;
  for (int i = (int) index - 1; i >= 0; i--) {
    const BearingsTraceHop *before = hops->pdata[i];
    gboolean fits = bearings_record_integer_is_set (hop->rests_on)
                      ? before->position == hop->rests_on
                    : hop->part == BEARINGS_HOP_VERSION
                      ? before->part == BEARINGS_HOP_PRIMARY || before->part == BEARINGS_HOP_VERSION
                      : passes_on (before->part);
    if (fits)
      return i;
  }
  return -1;
}

/* By whom the thing is known up to the hop: the oldest first, who said it and whom they named. */
static void
add_names (GPtrArray *names, const GPtrArray *hops, guint index)
{
  const BearingsTraceHop *hop = hops->pdata[index];
  int rests_on = bearings_trace_rests_on (hops, index);

  if (rests_on >= 0)
    add_names (names, hops, (guint) rests_on);
  else if (hop->credits != NULL)
    g_ptr_array_add (names, hop->credits);
  g_ptr_array_add (names, hop->who);
  if (rests_on >= 0 && hop->credits != NULL)
    g_ptr_array_add (names, hop->credits);
}

/* Steps --------------------------------------------------------------------------------------- */

static char *
hop_title (const BearingsTraceHop *hop)
{
  /* Translators: no date. */
  return g_strdup_printf ("%s · %s", hop->year != NULL ? hop->year : _ ("undated"), hop->who);
}

/* Whether and how the step's @after differs from the hop that it repeats. */
static void
compare_with_hop (BearingsTraceStep *step,
                  const GPtrArray *hops,
                  guint index,
                  const BearingsTraceStatement *after)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  BearingsTraceStatement before = statement_of_hop (hops->pdata[index]);

  add_names (names, hops, index);
  before.names = names;
  g_ptr_array_unref (step->differences);
  step->differences = bearings_trace_compare (&before, after);
  step->comparable = bearings_trace_compare_comparable (&before, after);
  step->rests_on = hop_title (hops->pdata[index]);
}

static BearingsTraceStep *
step_new_for_hop (const GPtrArray *hops, guint index, GHashTable *sources)
{
  BearingsTraceHop *hop = hops->pdata[index];
  BearingsSource *source = source_of (sources, hop->source);
  BearingsTraceStep *step =
    bearings_trace_step_new (BEARINGS_STEP_HOP, hop_title (hop), hop->wording, hop->note);
  int rests_on = bearings_trace_rests_on (hops, index);

  step->part = hop->part;
  step->hop = bearings_record_ref (hop);
  step->source = source != NULL ? bearings_record_ref (source) : NULL;
  step->url = g_strdup (hop->url);
  take_quotes (step, hop->quotes);
  if (rests_on >= 0) {
    BearingsTraceStatement after = statement_of_hop (hop);
    compare_with_hop (step, hops, (guint) rests_on, &after);
  }
  return step;
}

BearingsTrace *
bearings_trace_begin (BearingsRecordKind kind, const char *id)
{
  BearingsTrace *trace = g_new0 (BearingsTrace, 1);

  trace->kind = kind;
  trace->id = g_strdup (id);
  trace->steps = g_ptr_array_new_with_free_func (step_free);
  trace->retellings = g_ptr_array_new_with_free_func (step_free);
  trace->beside = g_ptr_array_new_with_free_func (step_free);
  return trace;
}

void
bearings_trace_free (BearingsTrace *trace)
{
  g_free (trace->id);
  g_ptr_array_unref (trace->steps);
  g_ptr_array_unref (trace->retellings);
  g_ptr_array_unref (trace->beside);
  g_free (trace);
}

static void
count_differences (BearingsTrace *trace)
{
  GPtrArray *const lists[] = { trace->steps, trace->retellings };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      trace->n_differences += ((BearingsTraceStep *) lists[list]->pdata[i])->differences->len;
}

static gboolean
is_version (const BearingsTraceHop *hop)
{
  return hop->part == BEARINGS_HOP_PRIMARY || hop->part == BEARINGS_HOP_VERSION;
}

static int
latest_version (const GPtrArray *hops)
{
  for (guint i = hops->len; i > 0; i--)
    if (is_version (hops->pdata[i - 1]))
      return (int) i - 1;
  return -1;
}

/* The way through the hops back to the primary source, latest first. */
static void
add_way_back (GPtrArray *steps, const GPtrArray *hops, GHashTable *sources, gboolean versions_only)
{
  for (guint i = hops->len; i > 0; i--) {
    const BearingsTraceHop *hop = hops->pdata[i - 1];

    if (is_version (hop) || (!versions_only && passes_on (hop->part)))
      g_ptr_array_add (steps, step_new_for_hop (hops, i - 1, sources));
  }
}

static void
add_beside (BearingsTrace *trace, const GPtrArray *hops, GHashTable *sources)
{
  for (guint i = 0; i < hops->len; i++)
    if (!passes_on (((BearingsTraceHop *) hops->pdata[i])->part))
      g_ptr_array_add (trace->beside, step_new_for_hop (hops, i, sources));
}

static void
add_source_step (BearingsTrace *trace, const BearingsClaim *claim, BearingsSource *source)
{
  BearingsTraceStep *step = bearings_trace_step_new (
    BEARINGS_STEP_SOURCE, source != NULL ? bearings_format_source_short (source) : NULL,
    source != NULL ? source->title : NULL, source != NULL ? source->state_note : NULL);

  if (step->title == NULL)
    step->title = g_strdup (claim->source);
  step->source = source != NULL ? bearings_record_ref (source) : NULL;
  step->url = g_strdup (source != NULL ? source->url : NULL);
  take_quotes (step, claim->quotes);
  g_ptr_array_add (trace->steps, step);
}

BearingsTrace *
bearings_trace_new_for_claim (BearingsClaim *claim, GPtrArray *hops, GHashTable *sources)
{
  BearingsTrace *trace = bearings_trace_begin (BEARINGS_RECORD_CLAIM, claim->record.id);
  BearingsTraceStep *sentence = bearings_trace_step_new (
    BEARINGS_STEP_SENTENCE, g_strdup (_ ("Our sentence")), claim->statement, NULL);
  BearingsTraceStatement after = statement_of_claim (claim);
  int version = latest_version (hops);

  g_ptr_array_add (trace->steps, sentence);
  add_way_back (trace->steps, hops, sources, TRUE);
  if (version >= 0)
    compare_with_hop (sentence, hops, (guint) version, &after);
  else
    add_source_step (trace, claim, source_of (sources, claim->source));
  for (guint i = hops->len; i > 0; i--) {
    const BearingsTraceHop *hop = hops->pdata[i - 1];
    if (hop->part == 0 || hop->part == BEARINGS_HOP_RETELLING || hop->part == BEARINGS_HOP_EARLIEST)
      g_ptr_array_add (trace->retellings, step_new_for_hop (hops, i - 1, sources));
  }
  add_beside (trace, hops, sources);
  trace->origin_found = TRUE; /* a claim cannot be without a source */
  count_differences (trace);
  return trace;
}

/* What a popular wording is measured against: the primary source, else the oldest form found that
 * comes last, which is the one the later hops repeat. */
static int
origin_of (const GPtrArray *hops)
{
  int earliest = -1;

  for (guint i = 0; i < hops->len; i++) {
    const BearingsTraceHop *hop = hops->pdata[i];
    if (hop->part == BEARINGS_HOP_PRIMARY)
      return (int) i;
    if (hop->part == BEARINGS_HOP_EARLIEST)
      earliest = (int) i;
  }
  return earliest;
}

BearingsTrace *
bearings_trace_new_for_entry (BearingsRegisterEntry *entry, GPtrArray *hops, GHashTable *sources)
{
  BearingsTrace *trace = bearings_trace_begin (BEARINGS_RECORD_REGISTER_ENTRY, entry->record.id);
  BearingsTraceStep *sentence = bearings_trace_step_new (
    BEARINGS_STEP_SENTENCE, g_strdup (_ ("People say")), entry->popular_wording, NULL);
  int origin = origin_of (hops);

  g_ptr_array_add (trace->steps, sentence);
  add_way_back (trace->steps, hops, sources, FALSE);
  if (origin >= 0) {
    BearingsTraceStatement after = statement_of_entry (entry);
    compare_with_hop (sentence, hops, (guint) origin, &after);
  }
  trace->origin_found = entry->primary_found == BEARINGS_YES;
  if (entry->primary_found == BEARINGS_NO)
    g_ptr_array_add (trace->steps, bearings_trace_step_new (BEARINGS_STEP_NO_ORIGIN,
                                                            g_strdup (_ ("Origin not found")),
                                                            entry->where, NULL));
  add_beside (trace, hops, sources);
  count_differences (trace);
  return trace;
}

/* Words --------------------------------------------------------------------------------------- */

const char *
bearings_trace_hop_part_title (BearingsHopPart part)
{
  switch (part) {
  case BEARINGS_HOP_PRIMARY:
    return _ ("Primary source");
  case BEARINGS_HOP_VERSION:
    return _ ("Later version of the source");
  case BEARINGS_HOP_EARLIEST:
    return _ ("Oldest form found");
  case BEARINGS_HOP_RETELLING:
    return _ ("Passes it on");
  case BEARINGS_HOP_INQUIRY:
    return _ ("Looks into it");
  case BEARINGS_HOP_RELATED:
    return _ ("Another finding");
  }
  return "";
}

char *
bearings_trace_step_no_difference (const BearingsTraceStep *step)
{
  if (!step->comparable)
    /* Translators: %s is who said something and when. */
    return g_strdup_printf (_ ("Too little is on record to compare it with %s."), step->rests_on);
  /* Translators: %s is who said something and when. */
  return g_strdup_printf (_ ("Nothing on record differs from %s."), step->rests_on);
}

gboolean
bearings_trace_has_hops (const BearingsTrace *trace)
{
  return trace->kind == BEARINGS_RECORD_CLAIM || trace->kind == BEARINGS_RECORD_REGISTER_ENTRY;
}

static gboolean
is_compared (const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (((BearingsTraceStep *) steps->pdata[i])->rests_on != NULL)
      return TRUE;
  return FALSE;
}

char *
bearings_trace_summary (const BearingsTrace *trace)
{
  guint n = trace->n_differences;

  if (!is_compared (trace->steps) && !is_compared (trace->retellings))
    return g_strdup (_ ("Nobody on record repeats it, so there is nothing to compare."));
  if (n == 0)
    return g_strdup (_ ("Nothing on record differs on the way."));
  return g_strdup_printf (ngettext ("%u difference on the way.", "%u differences on the way.", n),
                          n);
}

/* Where popular claims are met ---------------------------------------------------------------- */

static gboolean
fits (const char *wanted, const char *place)
{
  return wanted == NULL || g_strcmp0 (wanted, place) == 0;
}

static gboolean
has_id (const GPtrArray *ids, const char *id)
{
  return ids != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) ids, id, g_str_equal, NULL);
}

gboolean
bearings_trace_register_entry_is_met (const BearingsRegisterEntry *entry,
                                      const BearingsPlace *place)
{
  if (place->claim != NULL && has_id (entry->related_claims, place->claim))
    return TRUE;
  for (guint i = 0; i < entry->met->len; i++) {
    const BearingsMeetingPlace *row = entry->met->pdata[i];
    if (fits (row->skill, place->skill) && fits (row->role, place->role) &&
        fits (row->topic, place->topic) &&
        (row->occupation == NULL || has_id (place->occupations, row->occupation)) &&
        (row->channel == 0 || (place->channels & BEARINGS_CHANNEL_BIT (row->channel)) != 0))
      return TRUE;
  }
  return FALSE;
}
