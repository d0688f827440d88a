/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the library as a list model that reads what is looked at. */

#include "bearings-library-model.h"

#include <string.h>

#include "bearings-service-ask.h"

#define PAGE_ROWS 64
#define PAGES_KEPT 48
#define FIRST_ROWS PAGE_ROWS

struct _BearingsLibraryModel {
  GObject parent_instance;

  BearingsService *service;
  GCancellable *cancellable;
  BearingsLibraryQuery *query;
  GArray *keys;      /* gint64 */
  GHashTable *pages; /* number of a page -> GPtrArray of rows */
  GQueue recent;     /* numbers of pages, the latest first */
  gboolean settled;
};

enum {
  FIRST,
  SETTLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return BEARINGS_TYPE_LIBRARY_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return BEARINGS_LIBRARY_MODEL (model)->keys->len;
}

static void
forget_pages (BearingsLibraryModel *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

static void
settle (BearingsLibraryModel *self, const GError *error)
{
  self->settled = error == NULL;
  g_signal_emit (self, signals[SETTLED], 0, error);
}

/* Rows that are being read, and who shows them already. */
typedef struct {
  BearingsLibraryModel *model;
  GPtrArray *rows;
  GArray *keys;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->model);
  g_ptr_array_unref (reading->rows);
  g_array_unref (reading->keys);
  g_free (reading);
}

static gpointer
read_rows (BearingsService *service, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;

  return bearings_service_library_get_rows (service, (const gint64 *) reading->keys->data,
                                            reading->keys->len, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    bearings_service_ask_finish (BEARINGS_SERVICE (source), result, &error);

  if (rows == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      settle (reading->model, error);
    return;
  }
  for (guint i = 0; i < rows->len && i < reading->rows->len; i++)
    bearings_library_row_take (reading->rows->pdata[i], rows->pdata[i]);
}

/* Keeps a page of rows, and the latest others. Takes @rows. */
static void
keep_page (BearingsLibraryModel *self, guint number, GPtrArray *rows)
{
  g_queue_remove (&self->recent, GUINT_TO_POINTER (number));
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), rows);
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
  if (g_queue_get_length (&self->recent) > PAGES_KEPT)
    g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
}

/* Rows are empty until they are read. */
static GPtrArray *
ensure_page (BearingsLibraryModel *self, guint number)
{
  static const BearingsJob job = { read_rows, reading_free, (GDestroyNotify) g_ptr_array_unref,
                                   BEARINGS_LANE_READ };
  GPtrArray *rows = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  guint first = number * PAGE_ROWS;
  guint n = MIN (PAGE_ROWS, self->keys->len - first);
  Reading *reading;

  if (rows != NULL && rows->len == n)
    return rows;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, bearings_library_row_new ());
  keep_page (self, number, rows);
  if (self->service == NULL)
    return rows;
  reading = g_new (Reading, 1);
  *reading = (Reading) { g_object_ref (self), g_ptr_array_ref (rows),
                         g_array_sized_new (FALSE, FALSE, sizeof (gint64), n) };
  g_array_append_vals (reading->keys, &g_array_index (self->keys, gint64, first), n);
  bearings_service_ask (self->service, &job, reading, self->cancellable, on_read, NULL);
  return rows;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BearingsLibraryModel *self = BEARINGS_LIBRARY_MODEL (model);
  GPtrArray *rows;

  if (position >= self->keys->len)
    return NULL;
  rows = ensure_page (self, position / PAGE_ROWS);
  return g_object_ref (g_ptr_array_index (rows, position % PAGE_ROWS));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BearingsLibraryModel,
                               bearings_library_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Shows @keys. What stands there already and is the same stays, so that nothing moves.
 * @first: (transfer full) (nullable): rows of the first page, read with them */
static void
take_keys (BearingsLibraryModel *self, GArray *keys, GPtrArray *first, gboolean more_of_the_same)
{
  guint old = self->keys->len;
  g_autoptr (GArray) before = self->keys;

  self->keys = keys;
  if (more_of_the_same && keys->len >= old &&
      (old == 0 || memcmp (keys->data, before->data, old * sizeof (gint64)) == 0)) {
    if (keys->len > old)
      g_list_model_items_changed (G_LIST_MODEL (self), old, 0, keys->len - old);
    return;
  }
  forget_pages (self);
  if (first != NULL)
    keep_page (self, 0, first);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old, keys->len);
}

static void
on_all (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsLibraryModel) self = data;
  g_autoptr (GError) error = NULL;
  GArray *keys = bearings_service_library_list_finish (BEARINGS_SERVICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (keys != NULL)
    take_keys (self, keys, NULL, TRUE);
  settle (self, error);
}

/* What is on the screen at first. */
typedef struct {
  GArray *keys;
  GPtrArray *rows;
} First;

static void
first_free (First *first)
{
  g_clear_pointer (&first->keys, g_array_unref);
  g_clear_pointer (&first->rows, g_ptr_array_unref);
  g_free (first);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (First, first_free)

static gpointer
read_first (BearingsService *service, gpointer query, GCancellable *cancellable, GError **error)
{
  g_autoptr (First) first = g_new0 (First, 1);

  first->keys = bearings_service_library_list (service, query, FIRST_ROWS, cancellable, error);
  if (first->keys != NULL)
    first->rows = bearings_service_library_get_rows (service, (const gint64 *) first->keys->data,
                                                     first->keys->len, error);
  return first->rows != NULL ? g_steal_pointer (&first) : NULL;
}

static void
on_first (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BearingsLibraryModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (First) first = bearings_service_ask_finish (BEARINGS_SERVICE (source), result, &error);
  gboolean all;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (first == NULL) {
    settle (self, error);
    return;
  }
  all = first->keys->len < FIRST_ROWS;
  take_keys (self, g_steal_pointer (&first->keys), g_steal_pointer (&first->rows), FALSE);
  g_signal_emit (self, signals[FIRST], 0);
  if (all || self->service == NULL)
    settle (self, NULL);
  else
    bearings_service_library_list_async (self->service, self->query, -1, self->cancellable, on_all,
                                         g_object_ref (self));
}

static void
stop (BearingsLibraryModel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
bearings_library_model_dispose (GObject *object)
{
  bearings_library_model_close (BEARINGS_LIBRARY_MODEL (object));
  G_OBJECT_CLASS (bearings_library_model_parent_class)->dispose (object);
}

static void
bearings_library_model_finalize (GObject *object)
{
  BearingsLibraryModel *self = BEARINGS_LIBRARY_MODEL (object);

  forget_pages (self);
  g_hash_table_unref (self->pages);
  g_array_unref (self->keys);
  g_clear_pointer (&self->query, bearings_library_query_free);
  G_OBJECT_CLASS (bearings_library_model_parent_class)->finalize (object);
}

static void
bearings_library_model_class_init (BearingsLibraryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bearings_library_model_dispose;
  object_class->finalize = bearings_library_model_finalize;
  signals[FIRST] = g_signal_new ("first", BEARINGS_TYPE_LIBRARY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", BEARINGS_TYPE_LIBRARY_MODEL, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bearings_library_model_init (BearingsLibraryModel *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
}

BearingsLibraryModel *
bearings_library_model_new (BearingsService *service)
{
  BearingsLibraryModel *self = g_object_new (BEARINGS_TYPE_LIBRARY_MODEL, NULL);

  self->service = g_object_ref (service);
  return self;
}

void
bearings_library_model_set_query (BearingsLibraryModel *self, const BearingsLibraryQuery *query)
{
  static const BearingsJob job = { read_first, (GDestroyNotify) bearings_library_query_free,
                                   (GDestroyNotify) first_free, BEARINGS_LANE_READ };

  g_return_if_fail (BEARINGS_IS_LIBRARY_MODEL (self) && self->service != NULL);
  stop (self);
  self->cancellable = g_cancellable_new ();
  self->settled = FALSE;
  g_clear_pointer (&self->query, bearings_library_query_free);
  self->query = bearings_library_query_copy (query);
  bearings_service_ask (self->service, &job, bearings_library_query_copy (query), self->cancellable,
                        on_first, g_object_ref (self));
}

void
bearings_library_model_close (BearingsLibraryModel *self)
{
  stop (self);
  g_clear_object (&self->service);
}

gboolean
bearings_library_model_is_settled (BearingsLibraryModel *self)
{
  return self->settled;
}
