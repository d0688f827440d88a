/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of numbers as a list model. */

#include "bearings-preview-model.h"

struct _BearingsLine {
  GObject parent_instance;

  guint number;
};

G_DEFINE_FINAL_TYPE (BearingsLine, bearings_line, G_TYPE_OBJECT)

static void
bearings_line_class_init (BearingsLineClass *klass)
{
}

static void
bearings_line_init (BearingsLine *self)
{
}

guint
bearings_line_get_number (BearingsLine *self)
{
  g_return_val_if_fail (BEARINGS_IS_LINE (self), 0);
  return self->number;
}

struct _BearingsPreviewModel {
  GObject parent_instance;

  GArray *numbers; /* guint32 */
};

static GType
get_item_type (GListModel *model)
{
  return BEARINGS_TYPE_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return BEARINGS_PREVIEW_MODEL (model)->numbers->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GArray *numbers = BEARINGS_PREVIEW_MODEL (model)->numbers;
  BearingsLine *line;

  if (position >= numbers->len)
    return NULL;
  line = g_object_new (BEARINGS_TYPE_LINE, NULL);
  line->number = g_array_index (numbers, guint32, position);
  return line;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BearingsPreviewModel,
                               bearings_preview_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bearings_preview_model_finalize (GObject *object)
{
  g_array_unref (BEARINGS_PREVIEW_MODEL (object)->numbers);
  G_OBJECT_CLASS (bearings_preview_model_parent_class)->finalize (object);
}

static void
bearings_preview_model_class_init (BearingsPreviewModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bearings_preview_model_finalize;
}

static void
bearings_preview_model_init (BearingsPreviewModel *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
}

BearingsPreviewModel *
bearings_preview_model_new (void)
{
  return g_object_new (BEARINGS_TYPE_PREVIEW_MODEL, NULL);
}

void
bearings_preview_model_set_numbers (BearingsPreviewModel *self, GArray *numbers)
{
  guint before = self->numbers->len;

  g_return_if_fail (BEARINGS_IS_PREVIEW_MODEL (self));
  g_array_unref (self->numbers);
  self->numbers = numbers;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, numbers->len);
}
