/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking packs as one set: ids, references, and everything the reader checks. */

#include "bearings-pack-validator.h"

#include <glib/gi18n-lib.h>

#include "bearings-check-set.h"
#include "bearings-instrument.h"
#include "bearings-suggest.h"

#define MOST_COMPARED 5000 /* ids, to find the one that was meant */

/* Where something was seen first. Small, because there is one for each record. */
typedef struct {
  guint file;
  guint line;
} Place;

/* A place that refers to a record which has not been seen. */
typedef struct {
  Place place;
  char *path;
} Pending;

#define MOST_PLACES BEARINGS_PACK_MAX_PROBLEMS /* that are remembered of one record */

typedef struct {
  GStringChunk *ids;
  GHashTable *seen[BEARINGS_N_RECORD_KINDS];    /* id -> packed Place */
  GHashTable *pending[BEARINGS_N_RECORD_KINDS]; /* id -> GArray of Pending */
  GHashTable *scales;                           /* "instrument/scale" */
  GHashTable *pending_scales;                   /* likewise -> Pending */
  GPtrArray *names;                             /* of the files */
  guint file;
  gboolean incomplete; /* a part of a file could not be made out */
  goffset before;      /* bytes of the files before this one */
  goffset total;
  void (*progress) (goffset done, goffset total, gpointer user_data);
  gpointer progress_data;
  const BearingsPackWorld *world;
  BearingsPackInfo *info; /* of the file at hand */
  GHashTable *packs;      /* ids of the packs of the files */
  BearingsSetCheck *check;
  GPtrArray *problems;
  guint64 n_errors;
  guint64 n_in_first; /* of them, in the first file that is refused by itself */
  guint64 n_left_out;
} Set;

static void
pending_clear (gpointer data)
{
  g_free (((Pending *) data)->path);
}

static void
set_clear (Set *set)
{
  g_string_chunk_free (set->ids);
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++) {
    g_hash_table_unref (set->seen[i]);
    g_hash_table_unref (set->pending[i]);
  }
  g_hash_table_unref (set->scales);
  g_hash_table_unref (set->pending_scales);
  g_ptr_array_unref (set->names);
  g_clear_pointer (&set->info, bearings_pack_info_free);
  g_hash_table_unref (set->packs);
  bearings_set_check_free (set->check);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, set_clear)

static void
set_init (Set *set)
{
  set->ids = g_string_chunk_new (64 * 1024);
  for (guint i = 0; i < BEARINGS_N_RECORD_KINDS; i++) {
    set->seen[i] = g_hash_table_new (g_str_hash, g_str_equal);
    set->pending[i] =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  }
  set->scales = g_hash_table_new (g_str_hash, g_str_equal);
  set->pending_scales =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  set->names = g_ptr_array_new_with_free_func (g_free);
  set->packs = g_hash_table_new (g_str_hash, g_str_equal);
  set->check = bearings_set_check_new ();
}

static void G_GNUC_PRINTF (5, 6) add_error (Set *set,
                                            const Place *place,
                                            const char *path,
                                            const char *code,
                                            const char *format,
                                            ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  set->n_errors++;
  if (set->problems->len >= BEARINGS_PACK_MAX_PROBLEMS) {
    set->n_left_out++;
    return;
  }
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (set->problems, bearings_problem_new (BEARINGS_SEVERITY_ERROR,
                                                        g_ptr_array_index (set->names, place->file),
                                                        place->line, path, code, "%s", message));
}

static gpointer
pack_place (const Place *place)
{
  return GSIZE_TO_POINTER (((gsize) (place->file + 1) << 32) | place->line);
}

static Place
unpack_place (gpointer packed)
{
  gsize value = GPOINTER_TO_SIZE (packed);

  return (Place) { (guint) (value >> 32) - 1, (guint) (value & G_MAXUINT32) };
}

typedef struct {
  Set *set;
  guint line;
} RecordHere;

static void
add_pending (Set *set, GHashTable *table, const char *id, guint line, const char *path)
{
  GArray *places = g_hash_table_lookup (table, id);
  Pending pending;

  if (places == NULL) {
    places = g_array_new (FALSE, FALSE, sizeof (Pending));
    g_array_set_clear_func (places, pending_clear);
    g_hash_table_insert (table, g_string_chunk_insert (set->ids, id), places);
  }
  if (places->len >= MOST_PLACES)
    return;
  pending = (Pending) { { set->file, line }, g_strdup (path) };
  g_array_append_val (places, pending);
}

static void
on_reference (const BearingsRecord *record,
              BearingsRecordKind target,
              const char *id,
              const char *path,
              gpointer user_data)
{
  RecordHere *here = user_data;

  if (!g_hash_table_contains (here->set->seen[target], id))
    add_pending (here->set, here->set->pending[target], id, here->line, path);
}

static void
take_scales (Set *set, BearingsRecord *record, guint line, const char *path)
{
  if (record->type->kind == BEARINGS_RECORD_INSTRUMENT) {
    BearingsInstrument *instrument = (BearingsInstrument *) record;

    for (guint i = 0; i < instrument->scales->len; i++) {
      BearingsScale *scale = g_ptr_array_index (instrument->scales, i);
      g_autofree char *name = g_strdup_printf ("%s/%s", record->id, scale->id);

      g_hash_table_add (set->scales, g_string_chunk_insert (set->ids, name));
    }
  } else if (record->type->kind == BEARINGS_RECORD_ITEM) {
    BearingsItem *item = (BearingsItem *) record;
    g_autofree char *name = g_strdup_printf ("%s/%s", item->instrument, item->scale);
    g_autofree char *place = g_strdup_printf ("%s.scale", path);

    add_pending (set, set->pending_scales, name, line, place);
  }
}

/* A record that another pack has is its own, unless one of the two declares otherwise. */
static void
check_claim (Set *set, const BearingsRecord *record, const Place *at, const char *path)
{
  g_autofree char *owner = NULL;

  if (set->world->refuses == NULL || set->info == NULL)
    return;
  owner = set->world->refuses (set->info, record->type->kind, record->id, set->world->user_data);
  if (owner != NULL && !g_hash_table_contains (set->packs, owner))
    add_error (set, at, path, "other-pack",
               /* Translators: kind and id of a record, id of a pack twice. */
               _ ("the %s “%s” belongs to the pack “%s”; give yours an id of its own, or say "
                  "“replaces”: “%s” in the header"),
               record->type->name, record->id, owner, owner);
}

static gboolean
on_header (const BearingsPackInfo *info, gpointer user_data, GError **error)
{
  Set *set = user_data;

  g_clear_pointer (&set->info, bearings_pack_info_free);
  set->info = bearings_pack_info_copy (info);
  return TRUE;
}

static gboolean
on_record (BearingsRecord *owned,
           const BearingsPackPlace *place,
           gpointer user_data,
           GError **error)
{
  g_autoptr (BearingsRecord) record = owned;
  Set *set = user_data;
  RecordHere here = { set, place->line };
  Place at = { set->file, place->line };
  BearingsRecordKind kind = record->type->kind;
  gpointer first = g_hash_table_lookup (set->seen[kind], record->id);

  bearings_set_check_record (set->check, record, place->file, place->line, place->path);
  if (first != NULL) {
    Place before = unpack_place (first);
    add_error (set, &at, place->path, "duplicate-id",
               _ ("there is already a %s “%s”, at line %u of “%s”"), record->type->name, record->id,
               before.line, (const char *) g_ptr_array_index (set->names, before.file));
    return TRUE;
  }
  g_hash_table_insert (set->seen[kind], g_string_chunk_insert (set->ids, record->id),
                       pack_place (&at));
  check_claim (set, record, &at, place->path);
  take_scales (set, record, place->line, place->path);
  bearings_problem_record_foreach_reference (record, place->path, on_reference, &here);
  return TRUE;
}

static void
on_flawed (const BearingsRecord *record, const BearingsPackPlace *place, gpointer user_data)
{
  Set *set = user_data;
  Place at = { set->file, place->line };

  if (record == NULL || record->id == NULL) {
    set->incomplete = TRUE;
    return;
  }
  g_hash_table_insert (set->seen[record->type->kind], g_string_chunk_insert (set->ids, record->id),
                       pack_place (&at));
  /* Its scales may be as flawed as the rest: an item is not blamed for them. */
  set->incomplete |= record->type->kind == BEARINGS_RECORD_INSTRUMENT;
}

static void
on_progress (goffset done, goffset total, gpointer user_data)
{
  Set *set = user_data;

  if (set->progress != NULL)
    set->progress (set->before + done, set->total, set->progress_data);
}

/* A reference that leads nowhere. */
typedef struct {
  const Pending *pending;
  char *message;
} Missing;

static void
missing_clear (gpointer data)
{
  g_free (((Missing *) data)->message);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Pending *x = ((const Missing *) a)->pending;
  const Pending *y = ((const Missing *) b)->pending;

  if (x->place.file != y->place.file)
    return x->place.file < y->place.file ? -1 : 1;
  if (x->place.line != y->place.line)
    return x->place.line < y->place.line ? -1 : 1;
  return g_strcmp0 (x->path, y->path);
}

/* An id of the set that was probably meant. */
static const char *
find_near (Set *set, guint kind, const char *id)
{
  g_autofree const char **ids = NULL;
  guint n = g_hash_table_size (set->seen[kind]), i = 0;
  GHashTableIter iter;
  gpointer key;

  if (n == 0 || n > MOST_COMPARED)
    return NULL;
  ids = g_new0 (const char *, n + 1);
  g_hash_table_iter_init (&iter, set->seen[kind]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    ids[i++] = key;
  return bearings_suggest (id, ids);
}

static char *
describe_missing (Set *set, guint kind, const char *id)
{
  const char *name = bearings_record_type (kind)->name;
  const char *near = find_near (set, kind, id);

  if (near != NULL)
    return g_strdup_printf (_ ("there is no %s “%s”; did you mean “%s”?"), name, id, near);
  return g_strdup_printf (_ ("there is no %s “%s”; add it to the pack, or correct the id"), name,
                          id);
}

/* One error for each place that refers to it. */
static void
add_missing (GArray *missing, const GArray *places, const char *message)
{
  for (guint i = 0; i < places->len; i++) {
    Missing entry = { &g_array_index (places, Pending, i), g_strdup (message) };
    g_array_append_val (missing, entry);
  }
}

static void
find_missing_records (Set *set, GArray *missing)
{
  for (guint kind = 0; kind < BEARINGS_N_RECORD_KINDS; kind++) {
    GHashTableIter iter;
    gpointer id, places;

    g_hash_table_iter_init (&iter, set->pending[kind]);
    while (g_hash_table_iter_next (&iter, &id, &places)) {
      g_autofree char *message = NULL;

      if (g_hash_table_contains (set->seen[kind], id) ||
          (set->world->known != NULL && set->world->known (kind, id, set->world->user_data)))
        continue;
      message = describe_missing (set, kind, id);
      add_missing (missing, places, message);
    }
  }
}

/* An item whose instrument is in the set must name one of its scales. */
static void
find_missing_scales (Set *set, GArray *missing)
{
  GHashTableIter iter;
  gpointer name, places;

  g_hash_table_iter_init (&iter, set->pending_scales);
  while (g_hash_table_iter_next (&iter, &name, &places)) {
    g_auto (GStrv) parts = g_strsplit (name, "/", 2);
    g_autofree char *message = NULL;

    if (!g_hash_table_contains (set->seen[BEARINGS_RECORD_INSTRUMENT], parts[0]) ||
        g_hash_table_contains (set->scales, name))
      continue;
    message = g_strdup_printf (_ ("the instrument “%s” has no scale “%s”; add it to its “scales”, "
                                  "or name one of them"),
                               parts[0], parts[1]);
    add_missing (missing, places, message);
  }
}

/* Errors for what is still missing, in the order of the files. */
static void
report_missing (Set *set)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (Missing));

  g_array_set_clear_func (missing, missing_clear);
  find_missing_records (set, missing);
  find_missing_scales (set, missing);
  g_array_sort (missing, compare_places);
  for (guint i = 0; i < missing->len; i++) {
    const Missing *entry = &g_array_index (missing, Missing, i);

    add_error (set, &entry->pending->place, entry->pending->path, "missing-reference", "%s",
               entry->message);
  }
}

/* A new version may not take away what others refer to. */
static void
on_outside (const char *from_kind,
            const char *from_id,
            const char *from_pack,
            const char *field,
            BearingsRecordKind target,
            const char *id,
            gpointer user_data)
{
  Set *set = user_data;
  const Place place = { set->file, 1 };

  if (g_hash_table_contains (set->packs, from_pack) ||
      g_hash_table_contains (set->seen[target], id))
    return;
  add_error (set, &place, "$", "removed-reference",
             /* Translators: kind, id and pack of a record, a field; kind and id of another. */
             _ ("the %s “%s” of the pack “%s” refers in “%s” to the %s “%s”, which this version no "
                "longer has; keep it, or change that pack first"),
             from_kind, from_id, from_pack, field, bearings_record_type (target)->name, id);
}

static void
report_removed (Set *set, GPtrArray *summaries)
{
  if (set->world->outside == NULL)
    return;
  for (guint i = 0; i < summaries->len; i++) {
    const BearingsPackSummary *summary = summaries->pdata[i];

    set->file = i;
    set->world->outside (summary->info->id, on_outside, set, set->world->user_data);
  }
}

static goffset
file_size (GFile *file)
{
  /* For the progress alone; who reads the file says what is wrong with it. */
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* Two packs of one set may not have the same id. */
static void
check_pack_id (Set *set, const BearingsPackInfo *info)
{
  Place place = { set->file, 1 };

  if (!g_hash_table_add (set->packs, g_string_chunk_insert (set->ids, info->id)))
    add_error (set, &place, "$.id", "duplicate-pack",
               _ ("another of these files is the pack “%s” too"), info->id);
}

static void
on_refused (guint64 n_errors, gpointer user_data)
{
  Set *set = user_data;

  if (set->n_in_first == 0)
    set->n_in_first = n_errors;
  set->n_errors += n_errors;
}

gboolean
bearings_pack_validator_validate_in (GFile *const *files,
                                     guint n_files,
                                     const BearingsPackWorld *world,
                                     void (*progress) (goffset done,
                                                       goffset total,
                                                       gpointer user_data),
                                     gpointer progress_data,
                                     GPtrArray *problems,
                                     GPtrArray **summaries,
                                     GCancellable *cancellable,
                                     GError **error)
{
  static const BearingsPackHandler handler = {
    .header = on_header,
    .record = on_record,
    .flawed = on_flawed,
    .progress = on_progress,
    .refused = on_refused,
  };
  static const BearingsPackWorld nothing = { 0 };
  g_auto (Set) set = { 0 };
  g_autoptr (GPtrArray) read =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_pack_summary_free);
  g_autoptr (GError) first_error = NULL;

  set_init (&set);
  set.world = world != NULL ? world : &nothing;
  set.progress = progress;
  set.progress_data = progress_data;
  set.problems = problems;
  for (guint i = 0; i < n_files; i++) {
    set.total += file_size (files[i]);
    g_ptr_array_add (set.names, g_file_get_parse_name (files[i]));
  }
  for (guint i = 0; i < n_files; i++) {
    g_autoptr (GError) local_error = NULL;
    BearingsPackSummary *summary;

    set.file = i;
    summary =
      bearings_pack_reader_read (files[i], &handler, &set, problems, cancellable, &local_error);
    if (summary != NULL) {
      set.before += summary->size;
      g_ptr_array_add (read, summary);
      check_pack_id (&set, summary->info);
    } else if (local_error->domain != BEARINGS_PACK_ERROR) {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    } else {
      set.incomplete |= local_error->code != BEARINGS_PACK_ERROR_INVALID;
      if (first_error == NULL)
        first_error = g_steal_pointer (&local_error);
    }
  }
  /* What could not be made out may be just the record that seems to be missing. */
  if (!set.incomplete)
    report_missing (&set);
  if (!set.incomplete && read->len == n_files)
    report_removed (&set, read);
  bearings_set_check_finish (set.check, !set.incomplete, problems, BEARINGS_PACK_MAX_PROBLEMS);
  if (set.n_left_out > 0)
    g_ptr_array_add (
      problems,
      bearings_problem_new (BEARINGS_SEVERITY_ERROR, NULL, 0, NULL, "more",
                            ngettext ("and %" G_GUINT64_FORMAT " more problem",
                                      "and %" G_GUINT64_FORMAT " more problems", set.n_left_out),
                            set.n_left_out));
  if (first_error != NULL &&
      (first_error->code != BEARINGS_PACK_ERROR_INVALID || set.n_errors == set.n_in_first)) {
    g_propagate_error (error, g_steal_pointer (&first_error));
    return FALSE;
  }
  if (set.n_errors > 0) {
    g_set_error (error, BEARINGS_PACK_ERROR, BEARINGS_PACK_ERROR_INVALID,
                 ngettext ("the packs are refused: %" G_GUINT64_FORMAT " error was found",
                           "the packs are refused: %" G_GUINT64_FORMAT " errors were found",
                           set.n_errors),
                 set.n_errors);
    return FALSE;
  }
  if (summaries != NULL)
    *summaries = g_steal_pointer (&read);
  return TRUE;
}
